"""The words of a source's record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, override, pgettext, pgettext_lazy
from django.utils.translation import gettext as _

from claims.models import Story
from sources.models import Outcome
from sources.reliability.evidence import Exclusion, WeightedOutcome
from sources.reliability.facets import Facet
from sources.reliability.grades import SENTENCES
from sources.reliability.types import Letter, Scorecard
from sources.selectors.countries import country_name

LETTER_WORDS: Mapping[str, str | Promise] = {
    Letter.A: gettext_lazy("Completely reliable"),
    Letter.B: gettext_lazy("Usually reliable"),
    Letter.C: gettext_lazy("Fairly reliable"),
    Letter.D: gettext_lazy("Not usually reliable"),
    Letter.E: gettext_lazy("Unreliable"),
    Letter.F: gettext_lazy("Reliability cannot be judged"),
}
"""The wording of the scale (NATO AJP-2.1). F says "unknown", never "worst"."""

EXCLUSION_WORDS: Mapping[str, str | Promise] = {
    Exclusion.UNVERIFIED: gettext_lazy("The claim could not be established: no evidence either way."),
    Exclusion.SUPERSEDED: gettext_lazy("A later verdict took its place."),
    Exclusion.HELD: gettext_lazy("Held: too many verdicts came from one person at once."),
    Exclusion.SAME_CLAIM: gettext_lazy("The same claim counts once, in the source's weightiest role."),
}

FACET_WORDS: Mapping[str, str | Promise] = {
    Facet.TOPIC: gettext_lazy("Topic"),
    Facet.REGION: pgettext_lazy("of a claim", "Region"),
    Facet.ROLE: pgettext_lazy("of a source", "Role"),
    Facet.UNNAMED: gettext_lazy("Sources it did not name"),
}
"""By what a record is narrowed."""

OTHER_LANGUAGE = {"en": "ar", "ar": "en"}
"""The second language of the desk, in which a letter's words stand beside those of the page."""


def grade_sentence(card: Scorecard) -> str:
    """Return the reason of the letter as a sentence in the reader's language."""
    return _(SENTENCES[card.letter_reason]).format(**card.letter_facts)


def facet_value_word(facet: Facet, value: str) -> str:
    """Return the word of one topic, region or role to which a record is narrowed."""
    if facet == Facet.ROLE:
        return str(dict(Outcome.Role.choices)[value])
    if facet == Facet.UNNAMED:
        return _("Rests on an unnamed source")
    if facet == Facet.REGION:
        return country_name(value.upper())
    return str(dict(Story.Topic.choices).get(value, value))


def other_language() -> str:
    """Return the code of the desk's other language."""
    return OTHER_LANGUAGE.get((get_language() or "en")[:2], "en")


def letter_word_otherwise(letter: str) -> str:
    """Return the words of a letter in the desk's other language."""
    with override(other_language()):
        return str(LETTER_WORDS[letter])


@dataclass(frozen=True, slots=True)
class WeightPart:
    """One factor of an outcome's weight, with its word; `lightens` unless it is one."""

    word: str
    factor: float

    @property
    def lightens(self) -> bool:
        """Whether the factor takes anything away."""
        return self.factor < 0.995


def weight_parts(item: WeightedOutcome) -> Sequence[WeightPart]:
    """Return the factors whose product is an outcome's weight: role, reviewers, age, share of its story."""
    role = dict(Outcome.Role.choices)[item.outcome.role.value]
    people = pgettext("weight", "two people") if item.outcome.reviewer else pgettext("weight", "one person")
    return (
        WeightPart(str(role), item.role),
        WeightPart(people, item.reviewer),
        WeightPart(pgettext("weight", "age"), item.decay),
        WeightPart(pgettext("weight", "share of its story"), item.story_share),
    )
