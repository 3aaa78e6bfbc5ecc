"""Why something cannot be read: one class, one code, one sentence, one way out."""

from workbench.core.errors import WorkbenchError, gettext_noop

PASTE_IT = gettext_noop("Copy the words of the article and paste them instead.")


class ReadingError(WorkbenchError):
    """Base of every refusal to read; nothing of the input was kept by the reader."""

    code = "reading_error"
    message = gettext_noop("This could not be read.")
    hint = PASTE_IT


class NothingToRead(ReadingError):
    """The input is empty or holds nothing visible."""

    code = "empty"
    message = gettext_noop("There is no text in this.")
    hint = gettext_noop("Paste the words of an article, or choose a file that holds some.")


class TooManyBytes(ReadingError):
    """A file or page has more bytes than the reader accepts."""

    code = "too_many_bytes"
    message = gettext_noop("This has {size} bytes; at most {limit} are accepted.")
    hint = gettext_noop("Add the part that you need, or split it.")


class TooManyCharacters(ReadingError):
    """A text has more characters than the reader accepts."""

    code = "too_many_characters"
    message = gettext_noop("This text has {size} characters; at most {limit} are accepted.")
    hint = gettext_noop("Add the part that you need, or split it.")


class UnreadableKind(ReadingError):
    """The bytes are of a kind that the reader recognises but cannot read."""

    code = "unreadable_kind"
    message = gettext_noop("'{name}' is a file of the kind {kind}, which cannot be read yet.")
    hint = gettext_noop("Open it, copy its text and paste it, or save it as .txt, .html or .json.")


class NotText(ReadingError):
    """The bytes are no text in any encoding that is tried."""

    code = "not_text"
    message = gettext_noop("'{name}' holds bytes that are not text.")
    hint = gettext_noop("Save it as plain text in UTF-8 and try again.")


class BadJson(ReadingError):
    """A .json file is not well-formed."""

    code = "bad_json"
    message = gettext_noop("'{name}' is not valid JSON; reading stopped at line {line}, column {column}.")
    hint = gettext_noop("Correct it there, or save the article as plain text.")


class BadArticleRecord(ReadingError):
    """Base of what can be wrong with an article written as JSON."""

    code = "bad_article_record"
    message = gettext_noop("The article at '{path}' cannot be used.")
    hint = gettext_noop(
        'An article is {{"text": "...", "title": "...", "outlet": "...", "url": "...", '
        '"published_at": "2026-05-01"}}.'
    )


class FieldMissing(BadArticleRecord):
    """A JSON article lacks a field that it cannot do without."""

    code = "field_missing"
    message = gettext_noop("'{path}' is missing.")


class FieldOfWrongKind(BadArticleRecord):
    """A JSON article holds another kind of value than the field takes."""

    code = "field_of_wrong_kind"
    message = gettext_noop("'{path}' is of the kind {found}; it must be {expected}.")


class FieldTwice(BadArticleRecord):
    """A JSON object names one field twice, and nobody knows which of them is meant."""

    code = "field_twice"
    message = gettext_noop("The field '{path}' is given twice in one object.")


class TooManyArticles(ReadingError):
    """One file holds more articles than are read in one go."""

    code = "too_many_articles"
    message = gettext_noop("The file holds {size} articles; at most {limit} are read from one file.")
    hint = gettext_noop("Split it into several files.")


class PageTooComplex(ReadingError):
    """The page has more elements than any parser is trusted with."""

    code = "too_many_elements"
    message = gettext_noop("The page has more than {limit} elements.")
    hint = PASTE_IT


class PageTooDeep(ReadingError):
    """The page nests its elements so deeply that parsers lose text."""

    code = "too_deep"
    message = gettext_noop("The page nests more than {limit} elements inside one another.")
    hint = PASTE_IT


class TooManyAttributes(ReadingError):
    """An element has more attributes than any parser is trusted with."""

    code = "too_many_attributes"
    message = gettext_noop("One element of the page has more than {limit} attributes.")
    hint = PASTE_IT


class TextRunTooLong(ReadingError):
    """A stretch of text without any markup is so long that parsers lose it."""

    code = "text_run_too_long"
    message = gettext_noop("The page has a stretch of more than {limit} characters without markup.")
    hint = gettext_noop("Save it as plain text and add it as a .txt file.")


class ParserTooSlow(ReadingError):
    """The parser was stopped at its time limit."""

    code = "parser_too_slow"
    message = gettext_noop("Taking the page apart took longer than {seconds} seconds and was stopped.")
    hint = PASTE_IT


class ParserFailed(ReadingError):
    """The parser reached its memory limit or died."""

    code = "parser_failed"
    message = gettext_noop("The page could not be taken apart.")
    hint = PASTE_IT


class NoArticleText(ReadingError):
    """A page holds no article: a login wall, a cookie wall, a list, or a shell filled by scripts."""

    code = "no_article_text"
    message = gettext_noop(
        "No article was found on the page: {found} letters of text out of {visible} visible."
    )
    hint = gettext_noop(
        "The site may need a login or scripts. Open it in your browser, copy the article and paste it."
    )
