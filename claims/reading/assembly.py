"""A text and what is stated about it become an article: particulars checked, the rest worked out."""

import re
from datetime import UTC, datetime

from claims.reading import fingerprints, urls
from claims.reading.dates import read_published
from claims.reading.decoding import mojibake_warnings, storable_text
from claims.reading.errors import NothingToRead, TooManyCharacters
from claims.reading.languages import UNDETERMINED, LanguageGuess, guess_language
from claims.reading.limits import (
    NAME_CHARACTERS_MAX,
    TEXT_CHARACTERS_MAX,
    TITLE_CHARACTERS_MAX,
    URL_CHARACTERS_MAX,
)
from claims.reading.types import Particulars, ReadArticle, ReadWarning, Warnings

SHORT_TEXT_LETTERS = 80
"""One short sentence; below it there is hardly an attribution to find."""

LANGUAGE_CONFIDENCE_MIN = 0.6
"""Below it the runner-up is nearly as likely (probabilities of a closed list sum to 1)."""

BYLINE_WORDS = re.compile(r"^(?:by|written by|بقلم|كتبت?|إعداد|اعداد)\s*[:/-]?\s+", re.IGNORECASE)

BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def assemble_article(text: str, stated: Particulars, warnings: Warnings = ()) -> ReadArticle:
    """Return the article of `text` with the particulars checked and the rest worked out.

    Raises
    ------
    NothingToRead
        If no visible character is left.
    TooManyCharacters
        If the text has more than `TEXT_CHARACTERS_MAX` characters.
    """
    text, unstorable = storable_text(text)
    _require_text(text)
    title, title_warnings = _title(stated.title, text)
    outlet, outlet_warnings = _outlet(stated)
    author, author_warnings = _name(BYLINE_WORDS.sub("", stated.author.strip()))
    canonical, url_warnings = _canonical(stated)
    published = read_published(stated.published, today=datetime.now(UTC).date())
    guess = guess_language(text)
    language = _chosen_language(guess, stated.language)
    return ReadArticle(
        text=text,
        title=title,
        outlet=outlet,
        url=_one_line(stated.url)[:URL_CHARACTERS_MAX],
        canonical_url=canonical,
        url_key=urls.url_key(canonical),
        author=author,
        published_on=published.day,
        published_raw=_one_line(published.raw),
        language=language,
        language_confidence=guess.confidence,
        sha256=fingerprints.content_sha256(text),
        signature=fingerprints.minhash_signature(text),
        external_id=_one_line(stated.external_id)[:NAME_CHARACTERS_MAX],
        warnings=(
            *warnings,
            *unstorable,
            *_text_warnings(text),
            *title_warnings,
            *outlet_warnings,
            *author_warnings,
            *url_warnings,
            *published.warnings,
            *_language_warnings(guess, language, stated.language),
        ),
    )


def _require_text(text: str) -> None:
    if len(text) > TEXT_CHARACTERS_MAX:
        raise TooManyCharacters(size=len(text), limit=TEXT_CHARACTERS_MAX)
    if not _is_visible(text):
        raise NothingToRead


def _is_visible(text: str) -> bool:
    return any(character.isprintable() and not character.isspace() for character in text)


def _text_warnings(text: str) -> Warnings:
    warnings = mojibake_warnings(text)
    letters = 0
    for character in text:
        letters += character.isalpha()
        if letters == SHORT_TEXT_LETTERS:
            break
    if letters < SHORT_TEXT_LETTERS:
        warnings += (ReadWarning("short_text", {"letters": letters}),)
    controls = sum(text.count(control) for control in BIDI_CONTROLS)
    if controls:
        warnings += (ReadWarning("bidi_controls", {"count": controls}),)
    return warnings


def _one_line(words: str) -> str:
    return " ".join(storable_text(words)[0].split())


def _title(stated: str, text: str) -> tuple[str, Warnings]:
    title = _one_line(stated)
    if not title:
        first = next(line for line in map(_one_line, text.splitlines()) if _is_visible(line))
        return first[:TITLE_CHARACTERS_MAX], (ReadWarning("title_missing"),)
    if len(title) > TITLE_CHARACTERS_MAX:
        return title[:TITLE_CHARACTERS_MAX], (ReadWarning("title_cut", {"limit": TITLE_CHARACTERS_MAX}),)
    return title, ()


def _name(stated: str) -> tuple[str, Warnings]:
    name = _one_line(stated)
    if len(name) > NAME_CHARACTERS_MAX:
        return name[:NAME_CHARACTERS_MAX], (ReadWarning("name_cut", {"limit": NAME_CHARACTERS_MAX}),)
    return name, ()


def _outlet(stated: Particulars) -> tuple[str, Warnings]:
    outlet, warnings = _name(stated.outlet)
    if outlet:
        return outlet, warnings
    host = urls.outlet_host(stated.url)
    if host:
        return host, (ReadWarning("outlet_from_address", {"outlet": host}),)
    return "", (ReadWarning("outlet_missing"),)


def _canonical(stated: Particulars) -> tuple[str, Warnings]:
    """Return the page's address; one that the page claims for itself counts only on its own site."""
    own = urls.canonical_url(stated.url)
    claimed = urls.canonical_url(stated.canonical_url)
    if claimed and urls.outlet_host(claimed) == urls.outlet_host(own):
        return claimed, ()
    if claimed and own:
        return own, (ReadWarning("canonical_elsewhere", {"host": urls.outlet_host(claimed)}),)
    if stated.url.strip() and not own:
        return "", (ReadWarning("url_unusable"),)
    return own, ()


def _chosen_language(guess: LanguageGuess, stated: str) -> str:
    """Believe the text itself before what is said of it, unless the text does not tell."""
    stated = stated.strip().lower().replace("_", "-").partition("-")[0]
    tells = guess.code != UNDETERMINED and guess.confidence >= LANGUAGE_CONFIDENCE_MIN
    return guess.code if tells or not (stated.isalpha() and 2 <= len(stated) <= 3) else stated


def _language_warnings(guess: LanguageGuess, language: str, stated: str) -> Warnings:
    warnings: Warnings = ()
    if guess.confidence < LANGUAGE_CONFIDENCE_MIN:
        warnings += (ReadWarning("language_uncertain", {"language": language}),)
    if stated.strip() and not stated.strip().lower().startswith(language):
        warnings += (ReadWarning("language_differs", {"stated": stated.strip()[:20], "language": language}),)
    if guess.is_mixed:
        warnings += (ReadWarning("languages_mixed"),)
    return warnings
