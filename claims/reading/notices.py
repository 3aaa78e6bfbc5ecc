"""The sentence for each thing that the reader notices, marked for translation."""

from collections.abc import Callable, Mapping

from claims.reading.types import ReadWarning
from workbench.core.errors import gettext_noop

SENTENCES: Mapping[str, str] = {
    "characters_replaced": gettext_noop(
        "{count} characters could not be read and show as a replacement mark."
    ),
    "many_characters_replaced": gettext_noop(
        "{count} characters could not be read and show as a replacement mark: compare with the original."
    ),
    "characters_unstorable": gettext_noop("{count} characters that no database can hold were replaced."),
    "encoding_guessed": gettext_noop("The encoding was not declared; it was read as {used}."),
    "encoding_differs": gettext_noop("The text was declared to be {declared} but is {used}."),
    "unknown_encoding": gettext_noop("The declared encoding '{declared}' is unknown and was set aside."),
    "mojibake": gettext_noop("The letters look as if they had been decoded wrongly before they came here."),
    "bidi_controls": gettext_noop(
        "{count} invisible direction marks can make this text look different from what it is."
    ),
    "short_text": gettext_noop("The text has {letters} letters, which is very short for finding claims."),
    "title_missing": gettext_noop("No title was given; the first line stands in for it."),
    "title_cut": gettext_noop("The title was cut at {limit} characters."),
    "name_cut": gettext_noop("A name was cut at {limit} characters."),
    "outlet_missing": gettext_noop("No outlet was given: say who published this."),
    "outlet_from_address": gettext_noop("The outlet was taken from the address: {outlet}."),
    "url_unusable": gettext_noop(
        "The address is not a complete http or https address and was kept as written."
    ),
    "canonical_elsewhere": gettext_noop(
        "The page names an address on another site, {host}, as its own; set aside."
    ),
    "date_not_understood": gettext_noop("The date '{raw}' was not understood."),
    "date_ambiguous": gettext_noop("The date '{raw}' can be read in two ways; give it as year-month-day."),
    "date_impossible": gettext_noop("There is no such day as '{raw}'."),
    "date_in_future": gettext_noop("The date '{raw}' lies in the future."),
    "date_too_early": gettext_noop("The date '{raw}' is too early to be right."),
    "date_hijri": gettext_noop(
        "The date '{raw}' is a Hijri date, which is not converted; give the other calendar's."
    ),
    "language_uncertain": gettext_noop("The language is not certain; it was taken for '{language}'."),
    "language_differs": gettext_noop("The language was given as '{stated}' but reads as '{language}'."),
    "languages_mixed": gettext_noop("A large part of the text is in another script."),
    "little_of_page": gettext_noop(
        "Only {share} of each 100 letters on the page were taken for the article."
    ),
    "paragraphs_lost": gettext_noop("The page has {before} paragraphs, the text taken from it {after}."),
    "letters_lost": gettext_noop(
        "Most right-to-left letters of the page are missing from the text taken from it."
    ),
}


def worded(warning: ReadWarning, translate: Callable[[str], str] = str) -> str:
    """Return the sentence for `warning` in the language of `translate`.

    >>> worded(ReadWarning("date_impossible", {"raw": "2026-02-30"}))
    "There is no such day as '2026-02-30'."
    """
    return translate(SENTENCES[warning.code]).format(**warning.facts)
