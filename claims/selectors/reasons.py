"""The engines' reasons in the reader's language. They are stored in English, as the engines word them."""

import re
from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from claims.linking.drift import read_drift
from claims.linking.independence.signs import read_sign
from claims.models import Claim, Slot
from claims.selectors.sign_words import worded_drift, worded_sign

SLOTS: Mapping[str, str | Promise] = dict(Slot.Kind.choices)
_SLOT = "(?P<slot>" + "|".join(SLOTS) + ")"

SENTENCES: tuple[tuple[re.Pattern[str], str | Promise], ...] = tuple(
    (re.compile(pattern, re.DOTALL), sentence)
    for pattern, sentence in (
        (rf"same {_SLOT}: (?P<texts>.+)", _("The same in “%(slot)s”: %(texts)s")),
        (rf"same {_SLOT}", _("The same in “%(slot)s”")),
        (rf"{_SLOT}: (?P<texts>.+)", _("Different in “%(slot)s”: %(texts)s")),
        (_SLOT, _("Different in “%(slot)s”")),
        (r"later figure: (?P<texts>.+)", _("A later figure: %(texts)s")),
        (r"same originator: (?P<a>.+)", _("The same originator: %(a)s")),
        (
            r"each is the other article's nearest in meaning",
            _("Each is the other article's nearest in meaning"),
        ),
        (r"same event", _("The same event")),
        (r"same particulars", _("The same particulars")),
        (r"different kinds of statement", _("Different kinds of statement")),
        (r"another figure is denied", _("Another figure is denied")),
        (r"another particular is denied", _("What is denied is another particular")),
        (r"denies the opposite", _("One denies what the other says did not happen")),
        (r"not sure enough", _("Perhaps about the same thing; the engine is not sure enough")),
        (r"later report(?:: (?P<texts>.+))?", _("A later report")),
        (r"each text follows from the other", _("Each follows from the other")),
        (r"one text follows from the other", _("One follows from the other")),
        (r"the two texts exclude each other", _("The two texts exclude each other")),
        (r"Both go back to (?P<a>.+)\.", _("Both go back to %(a)s.")),
        (r"Both speak for (?P<a>.+)\.", _("Both speak for %(a)s.")),
        (r"The two articles are copies of one text\.", _("The two articles are copies of one text.")),
        (
            r"Both quote unnamed sources described alike: (?P<a>.+)\.",
            _("Both quote unnamed sources described alike: %(a)s."),
        ),
        (
            r"Both quote unnamed sources, which may be the same\.",
            _("Both quote unnamed sources, which may be the same."),
        ),
        (
            r"The chains share no source; one ends in an unnamed one\.",
            _("The chains share no source; one ends in an unnamed one."),
        ),
        (
            r"The chains share no source: (?P<a>.+?) and (?P<b>.+)\.",
            _("The chains share no source: %(a)s and %(b)s."),
        ),
        (
            r"no word lists for this language: quotation marks only",
            _("No word lists for this language: quotation marks only"),
        ),
        (r"rules and tagger read this", _("Rules and tagger read this")),
        (r"only the rules read this", _("Only the rules read this")),
        (r"only the tagger reads this", _("Only the tagger reads this")),
        (r"its content as the tagger reads it", _("The content is as the tagger reads it")),
        (r"its source as the tagger reads it", _("The source is as the tagger reads it")),
        (r"its modality as the tagger reads it", _("What the source does with it is as the tagger reads it")),
        (r"read inside what is said", _("Read inside what somebody says")),
        (
            r"told between this outlet's name and “the same” outlet's",
            _("told between this outlet's name and “the same” outlet's"),
        ),
        (
            r"named as written: no word lists for this language",
            _("named as written: no word lists for this language"),
        ),
        (
            r"published here, and says that it has not verified the text",
            _("published here, and says that it has not verified the text"),
        ),
        (r"this section is credited to it", _("this section is credited to it")),
        (r"“(?P<a>.+)” is (?P<b>.+), named just before", _("“%(a)s” is %(b)s, named just before")),
        (r"published here", _("published here")),
        (r"set by a person", _("set by a person")),
        (r"named here", _("named here")),
        (r"named earlier in the sentence", _("named earlier in the sentence")),
        (r"issued what is cited", _("it issued what is cited")),
        (r"short for (?P<a>.+)", _("short for %(a)s")),
        (r"the article as a whole is credited to it", _("the article as a whole is credited to it")),
        (r"subject dropped: who spoke last", _("the subject is left out: it is who spoke last")),
        (r"counted from the day of publication", _("counted from the day of publication")),
        (r"the place of the dateline", _("the place that the article is dated from")),
        (r"named earlier in the article", _("named earlier in the article")),
        (r"“(?P<a>.+)” describes (?P<b>.+)", _("“%(a)s” describes %(b)s")),
        (r"“(?P<a>.+)” is (?P<b>.+)", _("“%(a)s” is %(b)s")),
    )
)
"""Each form of reason with its sentence; a form that is not here is shown as the engine worded it."""


def worded_reason(reason: str) -> str:
    """Return a stored reason in the page's language, each quoted name isolated from the words around it."""
    if sign := read_sign(reason):
        return worded_sign(sign)
    if drift := read_drift(reason):
        return worded_drift(drift)
    for pattern, sentence in SENTENCES:
        if match := pattern.fullmatch(reason):
            facts = {name: _isolated(name, text) for name, text in match.groupdict().items()}
            return str(sentence) % facts
    return reason


def _isolated(name: str, text: str) -> str:
    if name == "slot":
        return str(SLOTS[text])
    return " / ".join(f"\u2068{part}\u2069" for part in text.split(" / "))


STANCES: Mapping[str, str | Promise] = {
    "": _("affirms"),
    Claim.Modality.ASSERTED: _("affirms"),
    Claim.Modality.DENIED: _("denies"),
}


def side_words(slot: str, text: str) -> str:
    """Return how one side of a link words the particular; whether it affirms or denies is said in a word."""
    return str(STANCES.get(text, text)) if slot == Slot.Kind.POLARITY else text
