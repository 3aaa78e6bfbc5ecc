"""One reading out of the rules' and the tagger's, and how likely it is right."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.nlp.components.voting import (
    AGREED,
    ONLY_RULES,
    ONLY_TAGGER,
    RulesAlone,
    Voting,
    Weighing,
    parents_of,
)
from claims.nlp.types import (
    Attribution,
    AttributionForm,
    Document,
    Hop,
    Modality,
    Origin,
    Quote,
    QuoteKind,
    SourceKind,
    Span,
    Voice,
    Vote,
)
from claims.nlp.voting.model import VoteModel
from tests.tagged_texts import reading

TEXT = "The mayor of Tarfa said on Monday that “the bridge would stay shut” until the new pillar is dry."
SOURCE, CUE, CONTENT = (0, 18), (19, 23), (39, 95)
MODALITY = {"modality": Modality.DENIED}

KEEPS_ALL = {"keep": {"": 5.0}, "right": {"": 1.0, "both": 1.0}}
RULES_WIN = {part: {"": -5.0} for part in ("content", "source", "modality")}


def model(*tagger_wins: str, keep: dict[str, float] | None = None, floor: float = 0.5) -> VoteModel:
    """Return a model by which the tagger's reading of these parts is taken."""
    wins = {part: {"": 5.0} for part in tagger_wins}
    kept = {"keep": keep} if keep else {}
    return VoteModel(KEEPS_ALL | RULES_WIN | wins | kept, floor, "by hand")


def by_tagger(*pairs, content_chance: float = 0.9, **facts) -> Attribution:
    """Return a reading with the tagger's vote."""
    found = reading(*pairs, **facts)
    chances = {"content": content_chance}
    vote = Vote(
        voice=Voice.TAGGER, content=found.content, cue=found.cue, source=found.source, chances=chances
    )
    return replace(found, votes=(vote,))


def page(rules=(), tagged=(), text: str = TEXT, quotes=()) -> Document:
    return Document(
        text=text, language="en", read_by_rules=tuple(rules), read_by_tagger=tuple(tagged), quotes=quotes
    )


def voted(rules=(), tagged=(), by: VoteModel | None = None, **facts) -> tuple[Attribution, ...]:
    return Voting(by or model())(page(rules, tagged, **facts)).attributions


def test_what_both_read_is_one_attribution_with_both_votes():
    (found,) = voted([reading(CONTENT, CUE, SOURCE)], [by_tagger(CONTENT, CUE, SOURCE)])

    assert [vote.voice for vote in found.votes] == [Voice.RULES, Voice.TAGGER]
    assert found.reasons == (AGREED,)


@pytest.mark.parametrize(
    ("side", "reason", "voice"),
    [
        pytest.param("rules", ONLY_RULES, Voice.RULES, id="rules"),
        pytest.param("tagged", ONLY_TAGGER, Voice.TAGGER, id="tagger"),
    ],
)
def test_what_only_one_reads_stands_as_it_is_and_says_so(side, reason, voice):
    own = by_tagger(CONTENT, CUE, SOURCE) if side == "tagged" else reading(CONTENT, CUE, SOURCE)

    (found,) = voted(**{side: [own]})

    assert (found.content, found.cue, found.source) == (own.content, own.cue, own.source)
    assert found.reasons == (reason,)
    assert [vote.voice for vote in found.votes] == [voice]


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        pytest.param("content", "its content as the tagger reads it", id="content"),
        pytest.param("source", "its source as the tagger reads it", id="source"),
        pytest.param("modality", "its modality as the tagger reads it", id="modality"),
    ],
)
def test_each_part_is_taken_from_its_better_reader(part, reason):
    rules = reading(CONTENT, CUE, SOURCE)
    tagged = by_tagger((39, 66), CUE, (0, 9), **MODALITY)
    tagged = replace(tagged, content=(Span(39, 80),))

    (by_rules,) = voted([rules], [tagged])
    (found,) = voted([rules], [tagged], model(part))

    assert getattr(by_rules, part) == getattr(rules, part)
    assert getattr(found, part) == getattr(tagged, part)
    assert [p for p in ("content", "source", "modality") if getattr(found, p) == getattr(tagged, p)] == [part]
    assert found.reasons == (AGREED, reason)


def test_the_cue_comes_with_the_source():
    rules, tagged = reading(CONTENT, CUE, SOURCE), by_tagger(CONTENT, (19, 33), SOURCE)

    (found,) = voted([rules], [tagged], model("source"))

    assert found.cue == tagged.cue


def test_the_cue_never_stands_in_the_content_that_was_taken():
    rules, tagged = reading((39, 95), CUE, SOURCE), by_tagger((34, 95), (34, 38), SOURCE)

    (found,) = voted([rules], [tagged], model("content", "source"))

    assert found.cue == rules.cue


def test_the_quotation_is_that_of_the_content_that_was_taken():
    quotes = (Quote(Span(40, 66), Span(39, 67)),)

    (found,) = voted(
        [reading(CONTENT, CUE, SOURCE)], [by_tagger((40, 66), CUE, SOURCE)], model("content"), quotes=quotes
    )

    assert found.quote is QuoteKind.DIRECT


@pytest.mark.parametrize(("part", "gender"), [("content", "f"), ("source", None)])
def test_agreement_is_kept_only_with_its_source(part, gender):
    rules = reading(CONTENT, CUE, SOURCE, gender="f")

    (found,) = voted([rules], [by_tagger(CONTENT, CUE, (4, 18))], model(part))

    assert found.gender == gender


@pytest.mark.parametrize(("floor", "kept"), [(0.6, 1), (0.8, 0)])
def test_a_candidate_is_kept_from_the_floor_on(floor, kept):
    by = model(keep={"": 0.0, "no tagger": 0.847}, floor=floor)

    assert len(voted([reading(CONTENT, CUE, SOURCE)], by=by)) == kept


def test_a_part_of_what_the_same_source_says_is_dropped():
    whole, part = reading(CONTENT, CUE, SOURCE), by_tagger((80, 95), CUE, SOURCE)

    found = voted([whole], [part], model(keep={"": 1.0, "no tagger": 1.0}))

    assert [a.content for a in found] == [whole.content]


def test_of_two_that_say_the_same_the_likelier_stays():
    whole, part = reading(CONTENT, CUE, SOURCE), by_tagger((80, 95), CUE, SOURCE)

    found = voted([whole], [part], model(keep={"": 1.0, "no rules": 1.0}))

    assert [a.content for a in found] == [part.content]


def test_a_part_of_it_said_by_another_stays():
    whole, part = reading(CONTENT, CUE, SOURCE), by_tagger((80, 95), (24, 26), (27, 33))

    assert len(voted([whole], [part])) == 2


@pytest.mark.parametrize("source", [pytest.param((45, 49), id="another"), pytest.param((), id="unsaid")])
def test_what_is_said_inside_a_content_stays_and_names_its_parent(source):
    outer, inner = reading((10, 90), (5, 9), (0, 4)), by_tagger((70, 90), (50, 54), source)

    first, second = voted([outer], [inner])

    assert (first.content, second.content) == (outer.content, inner.content)
    assert (first.parent, second.parent) == (None, 0)


def test_a_reading_whose_cue_stands_in_almost_the_same_content_is_a_misreading_of_it():
    said = ((10, 60), (5, 9), (0, 4))
    misread = by_tagger((15, 60), (12, 14), (61, 64))

    found = voted([reading(*said)], [by_tagger(*said), misread])

    assert [a.content for a in found] == [(Span(10, 60),)]


def test_a_cited_reading_of_the_same_content_keeps_the_rules_parent():
    relay = reading((30, 60), (0, 12), (13, 20), form=AttributionForm.ACCORDING_TO)
    own = reading((62, 90), (21, 25), (26, 29), parent=0)

    found = voted([relay, own])

    assert [a.parent for a in found] == [None, 0]


def test_of_two_readings_that_hold_each_others_cue_only_one_is_the_parent():
    one, other = reading((0, 30), (35, 38), (50, 52)), by_tagger((34, 60), (10, 14), (5, 8))

    assert [a.parent for a in voted([one], [other])] == [1, None]


def test_the_smallest_holder_is_the_parent():
    wide, narrow = reading((10, 90), (5, 9)), reading((20, 80), (12, 16))

    assert parents_of([wide, narrow, reading((50, 80), (40, 44))]) == [None, 0, 1]


def test_a_reading_of_the_same_content_is_what_an_according_to_relays():
    relay = reading((20, 60), (0, 12), (13, 18), form=AttributionForm.ACCORDING_TO)

    assert parents_of([relay, reading((20, 60), (61, 65), (66, 70))]) == [None, 0]


def test_attributions_stand_in_the_order_of_their_cues():
    late, early = reading((0, 20), (60, 64)), reading((30, 55), (22, 26))

    assert [a.cue for a in voted([late, early])] == [early.cue, late.cue]


def test_without_a_tagger_the_rules_stand_with_their_vote():
    own = reading(CONTENT, CUE, SOURCE, parent=4)

    (found,) = RulesAlone()(page([own])).attributions

    (vote,) = found.votes
    assert replace(found, votes=()) == own
    assert (vote.voice, vote.score, vote.form) == (Voice.RULES, None, "clause")
    assert (vote.content, vote.cue, vote.source) == (own.content, own.cue, own.source)


def test_each_attribution_is_weighed_by_its_own_signs():
    both, alone = (CONTENT, CUE, SOURCE), ((0, 9), (10, 12), (13, 18))
    document = Voting(model())(page([reading(*both), reading(*alone)], [by_tagger(*both)]))
    nobody = replace(document, origins=(Origin(speaker=None),) * 2)

    weighed = Weighing(model())(nobody).attributions

    chance = {len(a.votes): a.probability for a in weighed}
    assert chance == {2: pytest.approx(0.8808), 1: pytest.approx(0.7311)}


def test_who_the_source_is_weighs_too():
    by = VoteModel({"right": {"": 0.0, "speaker person": 2.0}, "keep": {"": 5.0}}, 0.5, "by hand")
    document = Voting(by)(page([reading(CONTENT, CUE, SOURCE)]))
    named = replace(document, origins=(Origin(speaker=Hop(name="Ann", kind=SourceKind.PERSON)),))

    (found,) = Weighing(by)(named).attributions

    assert found.probability == pytest.approx(0.8808)


def is_rooted(attributions, number: int) -> bool:
    """Tell whether the parents of an attribution end at one that has none."""
    seen: set[int] = set()
    while number not in seen:
        seen.add(number)
        parent = attributions[number].parent
        if parent is None:
            return True
        number = parent
    return False


SPANS = st.tuples(st.integers(0, 80), st.integers(1, 30)).map(lambda pair: (pair[0], pair[0] + pair[1]))
OPTIONAL = st.one_of(st.just(()), SPANS)
PARTS = st.tuples(SPANS, OPTIONAL, OPTIONAL)


@given(
    st.lists(PARTS, max_size=6),
    st.lists(PARTS, max_size=6),
    st.lists(st.sampled_from(["content", "source", "modality"]), unique=True),
)
@settings(deadline=None, max_examples=150)
def test_no_two_attributions_say_the_same_of_the_same_source(rules, tagged, wins):
    document = page([reading(*p) for p in rules], [by_tagger(*p) for p in tagged], text="x" * 120)

    document = Voting(model(*wins))(document)
    weighed = Weighing(model())(
        replace(document, origins=(Origin(speaker=None),) * len(document.attributions))
    )

    said = [(a.content, a.source) for a in weighed.attributions]
    assert len(said) == len(set(said))
    assert all(0 <= a.probability <= 1 for a in weighed.attributions)
    assert all(a.parent is None or 0 <= a.parent < len(said) for a in weighed.attributions)
    assert all(a.parent != number for number, a in enumerate(weighed.attributions))
    anchors = [min(span.start for span in a.cue or a.content) for a in weighed.attributions]
    assert anchors == sorted(anchors)
