"""What the engine's forms, votes, factors and chances are called in the page's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from claims.models import Claim
from claims.nlp.types import AttributionForm, Voice

Word = str | Promise

FORMS: Mapping[str, Word] = {
    AttributionForm.DIRECT_QUOTE: gettext_lazy("A quotation with its speaker"),
    AttributionForm.CLAUSE: gettext_lazy("A verb of saying and a clause"),
    AttributionForm.NOMINAL: gettext_lazy("A noun phrase, as in “denied any role”"),
    AttributionForm.ACCORDING_TO: gettext_lazy("“According to …”"),
    AttributionForm.PARTICIPLE: gettext_lazy("A participle, as in “adding that”"),
    AttributionForm.HEADLINE: gettext_lazy("A headline, as in “Minister: …”"),
    AttributionForm.IMPERSONAL: gettext_lazy("Nobody named, as in “it was reported”"),
    AttributionForm.FLOATING_QUOTE: gettext_lazy("A quotation without a cue"),
}
VOICES: Mapping[str, Word] = {
    Voice.RULES: gettext_lazy("Rules"),
    Voice.TAGGER: gettext_lazy("Tagger"),
}
ABOUT_VOICES: Mapping[str, Word] = {
    Voice.RULES: gettext_lazy("reads cue words and the grammar around them"),
    Voice.TAGGER: gettext_lazy("learned from marked articles which words are content, cue and source"),
}
FACTORS: Mapping[str, Word] = {
    "base": gettext_lazy("Every statement starts here"),
    "attributed": gettext_lazy("Somebody is quoted for it"),
    "hedged": gettext_lazy("Hedged by its speaker"),
    "number": gettext_lazy("States a number"),
    "date": gettext_lazy("States a date"),
    "name": gettext_lazy("Names somebody or some place"),
    "event": gettext_lazy("Tells of something that happened"),
    "record": gettext_lazy("Calls it a record or a first"),
    "lead": gettext_lazy("Stands in the lead"),
    "marked": gettext_lazy("The outlet marks it as worth mention"),
    "question": gettext_lazy("Is a question"),
    "address": gettext_lazy("Addresses the reader"),
    "own process": gettext_lazy("Is about the outlet's own reporting"),
    "no answer": gettext_lazy("Says that somebody did not answer"),
    "vague subject": gettext_lazy("Does not say of whom"),
    "opinion": gettext_lazy("Is an opinion"),
    "no full stop": gettext_lazy("Does not end as a sentence"),
}
"""Names of factors as the engine stores them; one that is not here is shown as it is stored."""

SCORES: tuple[tuple[float, Word], ...] = (
    (0.9, gettext_lazy("very sure")),
    (0.7, gettext_lazy("fairly sure")),
    (0.5, gettext_lazy("not sure")),
    (0.0, gettext_lazy("doubtful")),
)
"""Lower bounds of the words for a component's own score: even steps of the scale, no share that is right."""

QUOTE_REASONS: Mapping[str, Word] = {
    Claim.Quote.DIRECT: gettext_lazy("All of the content stands in quotation marks."),
    Claim.Quote.MIXED: gettext_lazy("Part of the content stands in quotation marks."),
    Claim.Quote.INDIRECT: gettext_lazy("None of the content stands in quotation marks."),
    Claim.Quote.NONE: gettext_lazy("The outlet says it in its own voice: no source and no cue is written."),
}
MODALITY_REASONS: Mapping[str, Word] = {
    Claim.Modality.ASSERTED: gettext_lazy("Neither the cue nor the main verb says anything else."),
    Claim.Modality.DENIED: gettext_lazy("The cue or the verb denies it: the content is what is denied."),
    Claim.Modality.DEMANDED: gettext_lazy("The cue or the verb calls for it."),
    Claim.Modality.PREDICTED: gettext_lazy("The cue or the verb speaks of what is to come."),
    Claim.Modality.ALLEGED: gettext_lazy("The cue accuses, or keeps a distance from what is said."),
}
ANONYMITY_REASONS: Mapping[str, Word] = {
    Claim.Anonymity.PERSON: gettext_lazy("Somebody whose name the text does not give."),
    Claim.Anonymity.OFFICIAL: gettext_lazy(
        "Somebody who speaks for the state or its forces, without a name."
    ),
    Claim.Anonymity.INSTITUTION: gettext_lazy("An institution that the text does not identify."),
    Claim.Anonymity.DOCUMENT: gettext_lazy("A document that the text does not identify."),
    Claim.Anonymity.COLLECTIVE: gettext_lazy("Several people, named by what they have in common."),
    Claim.Anonymity.UNKNOWN: gettext_lazy("The text says nothing about who it is."),
}


def form_word(form: str) -> str:
    """Return what a construction is called; an unknown one as it is stored."""
    return str(FORMS.get(form, form))


def factor_word(name: str) -> str:
    """Return what a sign of check-worthiness says; an unknown one as it is stored."""
    return str(FACTORS.get(name, name))


def score_word(score: float) -> str:
    """Return the word for a component's own score in [0, 1]."""
    return str(next(word for bound, word in SCORES if score >= bound))


def chance_sentence(probability: float) -> str:
    """Return what a calibrated probability promises, as a count of claims.

    >>> chance_sentence(0.9)
    'Of ten claims with this figure about 9 are right as they stand.'
    """
    tenths, hundredths = round(probability * 10), round(probability * 100)
    if 1 <= tenths <= 9:
        sentence = ngettext(
            "Of ten claims with this figure about %(count)d is right as it stands.",
            "Of ten claims with this figure about %(count)d are right as they stand.",
            tenths,
        )
        return sentence % {"count": tenths}
    if 1 <= hundredths <= 99:
        sentence = ngettext(
            "Of a hundred claims with this figure about %(count)d is right as it stands.",
            "Of a hundred claims with this figure about %(count)d are right as they stand.",
            hundredths,
        )
        return sentence % {"count": hundredths}
    if hundredths:
        return _("Nearly every claim with this figure is right as it stands.")
    return _("Hardly any claim with this figure is right as it stands.")
