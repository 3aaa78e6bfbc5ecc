"""The committed stories hold together: their links join claims that exist, of different articles."""

import json
from pathlib import Path

import pytest

from claims.linking.types import Relation, SlotKind

FOLDER = Path(__file__).parents[4] / "claims" / "training" / "stories"
FILES = sorted(FOLDER.glob("*.story.json"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name.partition(".")[0])
def test_links_join_known_claims_of_different_articles(file):
    story = json.loads(file.read_text(encoding="utf-8"))
    known = {f"{a['id']}/{n}" for a in story["articles"] for n in range(1, len(a["claims"]) + 1)}
    pairs = [frozenset((link["a"], link["b"])) for link in story["links"]]

    assert len(pairs) == len(set(pairs))
    for link in story["links"]:
        assert {link["a"], link["b"]} <= known
        assert link["a"].split("/")[0] != link["b"].split("/")[0]
        assert link["relation"] in set(Relation)
        if link["relation"] == Relation.CONFLICTS:
            assert link["slot"] in set(SlotKind)


def test_no_two_stories_share_the_names_of_their_articles():
    names = [
        article["id"]
        for file in FILES
        for article in json.loads(file.read_text(encoding="utf-8"))["articles"]
    ]

    assert len(names) == len(set(names))
