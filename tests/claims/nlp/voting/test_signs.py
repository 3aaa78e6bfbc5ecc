"""What can be seen of a candidate without knowing whether it is right."""

from dataclasses import replace

import pytest

from claims.nlp.lexicon import load_language
from claims.nlp.types import (
    AttributionForm,
    Hop,
    Modality,
    Origin,
    QuoteKind,
    SourceKind,
    Span,
    Voice,
    Vote,
)
from claims.nlp.voting.model import VoteModel
from claims.nlp.voting.pairing import Candidate
from claims.nlp.voting.signs import logit, resolved_signs, signs_of
from tests.tagged_texts import reading

RULES = reading((20, 60), cue=(15, 19), source=(0, 14))
VOTE = Vote(voice=Voice.TAGGER, content=RULES.content, chances={"content": 0.9, "link": 0.5, "level": 1})
TAGGED = replace(RULES, votes=(VOTE,))


def test_both_readings_are_compared():
    signs = signs_of(Candidate(rules=RULES, tagged=TAGGED))

    agreed = {"both", "same content", "equal content", "same source", "same cue", "same modality"}
    assert {name for name in agreed if signs[name] == 1} == agreed
    assert signs["rules longer"] == signs["rules begin earlier"] == signs["rules end later"] == 0


def test_differences_are_told():
    shorter = replace(TAGGED, content=(Span(30, 50),), source=(), modality=Modality.DENIED)

    signs = signs_of(Candidate(rules=RULES, tagged=shorter))

    assert signs["same content"] == pytest.approx(2 / 3)
    assert (signs["same source"], signs["same modality"], signs["tagger no source"]) == (0, 0, 1)
    assert signs["rules begin earlier"] == signs["rules end later"] == 1
    assert signs["rules longer"] > 0


@pytest.mark.parametrize(
    ("end", "length"),
    [(60, "alike"), (57, "alike"), (63, "alike"), (50, "shorter"), (70, "longer")],
)
def test_which_content_is_clearly_longer_is_told_by_construction(end, length):
    signs = signs_of(Candidate(rules=RULES, tagged=replace(TAGGED, content=(Span(20, end),))))

    assert signs[f"clause, tagger {length}"] == signs[f"indirect, tagger {length}"] == 1
    assert sum(", tagger " in name for name in signs) == 2


@pytest.mark.parametrize(("side", "missing"), [("rules", "no tagger"), ("tagged", "no rules")])
def test_a_reading_alone_says_who_is_missing_and_compares_nothing(side, missing):
    signs = signs_of(Candidate(**{side: TAGGED}))

    assert signs[missing] == 1
    assert signs["both"] == 0
    assert "same content" not in signs


def test_the_taggers_chances_are_told_as_log_odds_and_its_level():
    signs = signs_of(Candidate(tagged=TAGGED))

    assert signs["tagger content"] == pytest.approx(2.197, abs=1e-3)
    assert (signs["tagger link"], signs["tagger source"], signs["tagger inner"]) == (0, 0, 1)


@pytest.mark.parametrize(("chance", "expected"), [(0, -6), (0.5, 0), (1, 6), (0.9, 2.197)])
def test_log_odds_are_cut_off(chance, expected):
    assert logit(chance) == pytest.approx(expected, abs=1e-3)


def test_a_source_that_nobody_could_name_is_told():
    signs = resolved_signs(RULES, Origin(speaker=None))

    assert signs == {"nobody named": 1.0, "nobody named in words": 1.0}


def test_a_resolved_source_is_told_by_kind_and_words():
    speaker = Hop(name="Nora Field", kind=SourceKind.ANONYMOUS, inferred=True)

    signs = resolved_signs(replace(RULES, source=(), parent=3), Origin(speaker=speaker, relays=(speaker,)))

    assert signs["speaker anonymous"] == signs["anonymous"] == 1
    assert signs["inferred"] == signs["no source, resolved"] == signs["relayed"] == signs["nested"] == 1
    assert signs["speaker words"] == 2


def cue_classes() -> set[str]:
    """Return the classes of the lexicons, and those that components give where there is no cue."""
    forms = [known for code in ("ar", "en") for known in load_language(code).cue_forms.values()]
    listed = {entry.entry.cue_class for form in forms for _, entry in form}
    return listed | {"floating", "headline", "impersonal", "relaying"}


def test_the_committed_weights_are_of_signs_that_are_told():
    origins = [Origin(speaker=Hop(name="N", kind=kind)) for kind in SourceKind] + [Origin(speaker=None)]
    told = {""} | {name for origin in origins for name in resolved_signs(RULES, origin)}
    variants = [{"form": form} for form in AttributionForm] + [{"quote": kind} for kind in QuoteKind]
    for variant in (*variants, *({"cue_class": name} for name in cue_classes())):
        rules, tagged = replace(RULES, **variant), replace(TAGGED, **variant)
        longer, shorter = (replace(tagged, content=(Span(20, end),)) for end in (90, 40))
        pairs = [Candidate(rules, other) for other in (tagged, longer, shorter)]
        for candidate in (*pairs, Candidate(rules=rules), Candidate(tagged=tagged)):
            told |= set(signs_of(candidate))

    assert {name for weights in VoteModel.load().weights.values() for name in weights} <= told
