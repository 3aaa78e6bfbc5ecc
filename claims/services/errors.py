"""Why an act on claims is refused: one class, one code, one sentence, one way out."""

from workbench.core.errors import WorkbenchError, gettext_noop


class ReasoningRequired(WorkbenchError):
    """A verdict came without its reasons."""

    code = "reasoning_required"
    message = gettext_noop("A verdict needs its reasons.")
    hint = gettext_noop("Write at least one sentence that says what you found, and where.")


class UnknownRating(WorkbenchError):
    """A verdict came with a rating that is not on the scale."""

    code = "unknown_rating"
    message = gettext_noop("'{rating}' is not on the scale.")
    hint = gettext_noop("Choose one of the ratings that the form offers.")


class NotAnAddress(WorkbenchError):
    """What was given as an address cannot be opened as a web page."""

    code = "not_an_address"
    message = gettext_noop("'{url}' is not a web address.")
    hint = gettext_noop("Give the whole address, beginning with https://, or paste the text of the article.")
