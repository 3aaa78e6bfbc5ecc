"""Groups of renderings become pairs whose labels follow from their places in the group."""

import json
from pathlib import Path

import pytest

from claims.linking.relating.labels import INFERENCES, KINSHIPS, SLOTS
from claims.training.relating.corpora import UNKNOWN, read_renderings

FOLDER = Path(__file__).parents[4] / "claims" / "training" / "renderings"

GROUP = {
    "same": {"en": ["Nine died in Zarwan"], "ar": ["مقتل تسعة في زروان"]},
    "coarser": {"en": ["People died"]},
    "conflicts": {"number": {"en": ["Four died in Zarwan"]}},
    "related": {"en": ["The mayor came"]},
}


@pytest.fixture
def pairs(tmp_path):
    file = tmp_path / "group.jsonl"
    file.write_text(json.dumps(GROUP, ensure_ascii=False) + "\n", encoding="utf-8")
    return {(pair.a, pair.b): pair for pair in read_renderings(file)}


def labels(pair):
    names = [None if k == UNKNOWN else INFERENCES[k] for k in (pair.forward, pair.backward)]
    return (*names, KINSHIPS[pair.kinship])


def test_wordings_of_one_claim_follow_from_each_other(pairs):
    pair = pairs["مقتل تسعة في زروان", "Nine died in Zarwan"]

    assert labels(pair) == ("entails", "entails", "same")


def test_the_coarser_wording_follows_one_way(pairs):
    pair = pairs["Nine died in Zarwan", "People died"]

    assert labels(pair) == ("entails", "neutral", "same")


def test_a_changed_particular_excludes_and_is_named(pairs):
    pair = pairs["مقتل تسعة في زروان", "Four died in Zarwan"]

    assert labels(pair) == ("contradicts", "contradicts", "conflicts")
    assert SLOTS[pair.slot] == "number"


def test_another_particular_says_nothing(pairs):
    pair = pairs["Nine died in Zarwan", "The mayor came"]

    assert labels(pair) == ("neutral", "neutral", "other")


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.jsonl")), ids=lambda file: file.stem)
def test_every_committed_group_has_both_languages_and_enough_conflicts(file):
    for line in file.read_text(encoding="utf-8").splitlines():
        group = json.loads(line)
        assert {"en", "ar"} <= group["same"].keys(), group["event"]
        assert len(group["conflicts"]) >= 4, group["event"]
