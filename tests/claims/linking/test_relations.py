"""The relation of two claims follows from what their texts are to each other and from their kinds."""

from datetime import date

import pytest

from claims.linking.kinship import Chances
from claims.linking.relating.network import PairReading
from claims.linking.relations import Read, judge
from claims.linking.types import Relation, SlotKind
from claims.nlp.types import Modality
from tests.claims.linking.pairs import pair_of, record

UNSURE = PairReading(
    forward={"entails": 0.3, "neutral": 0.4, "contradicts": 0.3},
    backward={"entails": 0.3, "neutral": 0.4, "contradicts": 0.3},
    kinship={},
    slot={},
)
OTHER_KINDS = [Modality.DEMANDED, Modality.PREDICTED]


def judged(a, b, *, slot=SlotKind.NUMBER, reading=UNSURE, **chances):
    """Judge two claims whose texts have these chances; the rest of them goes to "other"."""
    known = {"same": 0.0, "conflicts": 0.0, "updates": 0.0, **chances}
    slots = {kind: float(kind is slot) for kind in SlotKind}
    all_chances = Chances(**known, other=1 - sum(known.values()))
    return judge(Read(pair_of(a, b), reading, all_chances, slots))


def test_texts_that_say_the_same_corroborate():
    found = judged(record("a", "The road is open"), record("b", "الطريق مفتوح"), same=0.9)

    assert (found.relation, found.probability) == (Relation.CORROBORATES, 0.9)


def test_texts_that_exclude_each_other_conflict_in_the_likeliest_particular():
    found = judged(
        record("a", "They met in al-Mayadin"),
        record("b", "اجتمعوا في مدينة البوكمال"),
        conflicts=0.8,
        slot=SlotKind.PLACE,
    )

    assert (found.relation, found.slot) == (Relation.CONFLICTS, SlotKind.PLACE)
    assert found.texts == ("al-Mayadin", "البوكمال")
    assert found.reasons[0] == "place: al-Mayadin / البوكمال"


def test_a_denial_conflicts_with_what_it_denies():
    found = judged(
        record("a", "The army shelled the market", cue="said"),
        record("b", "the army had shelled the market", modality=Modality.DENIED, cue="rejected reports that"),
        same=0.9,
    )

    assert (found.relation, found.slot) == (Relation.CONFLICTS, SlotKind.POLARITY)
    assert found.texts == ("", "rejected reports that")


def test_a_denial_agrees_with_the_opposite_of_what_it_denies():
    found = judged(
        record("a", "The market was not shelled"),
        record("b", "the market was shelled", modality=Modality.DENIED),
        conflicts=0.9,
        slot=SlotKind.POLARITY,
    )

    assert found.relation is Relation.CORROBORATES


def test_denying_one_figure_leaves_another_figure_alone():
    found = judged(
        record("a", "Nine people died"),
        record("b", "seven people died", modality=Modality.DENIED),
        conflicts=0.9,
        slot=SlotKind.NUMBER,
    )

    assert found.relation is Relation.RELATED


def test_two_denials_of_one_thing_corroborate():
    denied = {"modality": Modality.DENIED}

    found = judged(
        record("a", "the army shelled it", **denied), record("b", "الجيش قصفه", **denied), same=0.8
    )

    assert found.relation is Relation.CORROBORATES


@pytest.mark.parametrize("modality", OTHER_KINDS)
def test_a_demand_or_forecast_does_not_corroborate_an_assertion(modality):
    found = judged(
        record("a", "The road is open"), record("b", "The road is open", modality=modality), same=0.9
    )

    assert found.relation is Relation.RELATED


def test_a_forecast_may_be_contradicted_by_an_assertion():
    found = judged(
        record("a", "The game will go ahead", modality=Modality.PREDICTED),
        record("b", "The game was called off"),
        conflicts=0.8,
        slot=SlotKind.ACTION,
    )

    assert found.relation is Relation.CONFLICTS


def test_a_demand_contradicts_no_assertion():
    found = judged(
        record("a", "the minister must go", modality=Modality.DEMANDED),
        record("b", "The minister stays"),
        conflicts=0.8,
    )

    assert found.relation is Relation.RELATED


def test_a_later_higher_toll_is_an_update():
    found = judged(
        record("a", "Four people died", published_on=date(2023, 5, 8)),
        record("b", "Six people died", published_on=date(2023, 5, 9)),
        conflicts=0.7,
        updates=0.2,
    )

    assert (found.relation, found.slot) == (Relation.UPDATES, SlotKind.NUMBER)
    assert found.texts == ("Four people", "Six people")


def test_a_price_of_another_day_is_no_conflict():
    found = judged(
        record("a", "Bread cost 7 dinars on Friday"),
        record("b", "Bread cost 9 dinars on Monday"),
        conflicts=0.7,
    )

    assert found.relation is not Relation.CONFLICTS


def test_the_engine_abstains_where_neither_is_likely_enough():
    found = judged(record("a", "The road is open"), record("b", "الطريق سالك"), same=0.22, conflicts=0.1)

    assert found.relation is Relation.RELATED
    assert found.reasons[0] == "not sure enough"


def test_claims_that_do_not_bear_on_each_other_have_no_relation():
    assert judged(record("a", "Nine people died"), record("b", "Wheat prices rose"), same=0.05) is None


def test_what_follows_from_the_other_text_is_a_reason():
    follows = {"entails": 0.95, "neutral": 0.03, "contradicts": 0.02}
    reading = PairReading(forward=follows, backward=UNSURE.backward, kinship={}, slot={})

    found = judged(record("a", "Nine died"), record("b", "People died"), same=0.9, reading=reading)

    assert "one text follows from the other" in found.reasons
