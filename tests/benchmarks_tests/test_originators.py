"""A claim found is right when it is a marked one, and given to the right originator."""

import pytest

from claims.nlp.types import Claim, Hop, Modality, QuoteKind, SourceKind, Span
from tests.benchmarks.attribution.originators import Judged, Said, dice, f1, originator, rightly_found


def said(words, originator):
    return Said(frozenset(words), originator)


def claim_of(*chain):
    return Claim(
        content=(Span(0, 5),),
        cue=(Span(6, 10),),
        source=(),
        chain=tuple(Hop(name=name, kind=SourceKind.PERSON) for name in chain),
        quote=QuoteKind.INDIRECT,
        modality=Modality.ASSERTED,
        anonymous=False,
    )


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        pytest.param({1, 2}, {1, 2}, 1.0, id="the same words"),
        pytest.param({1, 2, 3}, {3}, 0.5, id="a part"),
        pytest.param({1}, {2}, 0.0, id="nothing in common"),
        pytest.param(set(), set(), 0.0, id="no words at all"),
    ],
)
def test_dice_is_the_share_of_words_in_common(first, second, overlap):
    assert dice(frozenset(first), frozenset(second)) == overlap


@pytest.mark.parametrize(
    ("found", "gold", "right"),
    [
        pytest.param([said({1, 2}, "berri")], [said({1, 2}, "berri")], [True], id="the same claim"),
        pytest.param([said({1, 2}, "berri")], [said({1, 2}, "wazzan")], [False], id="another originator"),
        pytest.param([said({1, 2, 3}, "berri")], [said({3}, "berri")], [True], id="half of the words"),
        pytest.param([said({1, 2, 3, 4}, "berri")], [said({4}, "berri")], [False], id="too few words"),
        pytest.param(
            [said({1, 2}, "berri"), said({1, 2}, "berri")],
            [said({1, 2}, "berri")],
            [True, False],
            id="the same claim found twice",
        ),
        pytest.param(
            [said({1, 2, 3}, "berri"), said({1, 2}, "berri")],
            [said({1, 2}, "berri")],
            [False, True],
            id="the most alike goes first",
        ),
        pytest.param(
            [said({1, 2}, "wazzan"), said({1, 2}, "berri")],
            [said({1, 2}, "berri"), said({1, 2}, "wazzan")],
            [True, True],
            id="one content by two originators",
        ),
        pytest.param([], [said({1}, "berri")], [], id="nothing found"),
    ],
)
def test_claims_pair_one_to_one_by_their_words(found, gold, right):
    assert rightly_found(found, gold) == right


@pytest.mark.parametrize(
    ("chain", "name"),
    [(("Bench", "Huda Berri"), "Huda Berri"), (("Bench",), "")],
    ids=["the last hop", "an impersonal cue has none"],
)
def test_the_originator_ends_the_chain(chain, name):
    assert originator(claim_of(*chain)) == name


def test_f1_weighs_what_is_missed_and_what_is_too_much():
    claims = (claim_of("Bench", "Huda Berri"),) * 4

    assert f1([Judged(claims, (True, False, True, False), gold=6)]) == pytest.approx(40.0)


def test_f1_of_nothing_marked_is_unknown():
    assert f1([]) is None
