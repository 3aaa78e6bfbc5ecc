"""Articles for grouping: read from stories, and bound by the links that the engine proposes."""

import shutil
from pathlib import Path

import pytest

from claims.linking.encoder import OnnxEncoder
from claims.linking.linker import Linker
from claims.linking.relating.network import RelationNetwork
from claims.training.grouping import read_collection
from claims.training.linking.stories import ENCODER, RELATIONS

LOOKALIKES = Path(__file__).parents[2] / "benchmarks" / "linking" / "lookalikes"
BRIDGES = ("bridge-ainfaras", "bridge-nahrsafi")


@pytest.fixture(scope="module")
def encoder():
    return OnnxEncoder(ENCODER)


@pytest.fixture(scope="module")
def bridges(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bridges")
    for name in BRIDGES:
        shutil.copy(LOOKALIKES / f"{name}.story.json", folder)
    return folder


def test_links_bind_the_reports_of_one_event(bridges, encoder):
    linker = Linker(RelationNetwork(RELATIONS, ENCODER))

    collection = read_collection([bridges], encoder, linker=linker, move_dates=False)

    assert set(collection.truth.values()) == set(BRIDGES)
    within = [pair for pair in collection.known.links if len({collection.truth[one] for one in pair}) == 1]
    assert within
    assert len(within) >= len(collection.known.links) / 2


def test_without_a_linker_no_article_is_bound(bridges, encoder):
    assert read_collection([bridges], encoder).known.links == {}
