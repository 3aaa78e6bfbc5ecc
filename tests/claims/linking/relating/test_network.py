"""The committed network reads two texts in both directions, each pair by itself."""

from pathlib import Path

import pytest

from claims.encoding.errors import ArtefactUnfit
from claims.linking.relating.network import RelationNetwork

ARTEFACTS = Path(__file__).parents[4] / "claims" / "artefacts"

WHOLE = "Fourteen people were killed on Monday when rockets hit the market of Kafr Dulab"
COARSER = "سقط قتلى في قصف صاروخي على سوق"
OPPOSITE = "لم يسقط أي قتيل في القصف الصاروخي على سوق كفر دولاب"
ELSEWHERE = "The central bank left its rates unchanged"


@pytest.fixture(scope="module")
def network():
    return RelationNetwork(ARTEFACTS / "relations", ARTEFACTS / "encoder")


def close(one, other):
    return all(value == pytest.approx(other[name], abs=1e-5) for name, value in one.items())


def test_swapping_the_texts_swaps_the_directions(network):
    there, back = network.read([(WHOLE, COARSER), (COARSER, WHOLE)])

    assert close(there.forward, back.backward)
    assert close(there.backward, back.forward)
    assert close(there.kinship, back.kinship)
    assert close(there.slot, back.slot)


def test_a_pair_is_read_the_same_in_any_company(network):
    [alone] = network.read([(WHOLE, OPPOSITE)])
    [_, in_company] = network.read([(ELSEWHERE * 5, WHOLE), (WHOLE, OPPOSITE)])

    assert alone == in_company


def test_a_coarser_text_follows_from_the_whole_one_and_not_the_reverse(network):
    [reading] = network.read([(WHOLE, COARSER)])

    assert reading.forward["entails"] > reading.backward["entails"]


def test_a_text_and_its_opposite_exclude_each_other_across_languages(network):
    [reading] = network.read([(WHOLE, OPPOSITE)])

    assert max(reading.kinship, key=reading.kinship.get) == "conflicts"
    assert max(reading.slot, key=reading.slot.get) in {"polarity", "number"}


def test_texts_about_other_things_say_nothing_of_each_other(network):
    [reading] = network.read([(WHOLE, ELSEWHERE)])

    assert max(reading.kinship, key=reading.kinship.get) == "other"


def test_texts_of_any_length_are_read(network):
    readings = network.read([("", ""), ("نعم", WHOLE * 40)])

    assert all(sum(reading.kinship.values()) == pytest.approx(1) for reading in readings)


def test_another_encoder_is_refused(tmp_path):
    with pytest.raises(ArtefactUnfit):
        RelationNetwork(ARTEFACTS / "tagger", ARTEFACTS / "encoder")
