"""A source's record as its page shows it."""

import pytest

from sources.models import SourceAlias
from sources.selectors.pages import source_counts, sources_of
from tests.factories import make_source, make_workspace
from workbench.core.text import fold_name

UPHELD = "true"


@pytest.fixture
def outlet(workspace):
    return make_source(workspace, "Harbour Post")


@pytest.mark.parametrize("words", ["harbour", "THE HARBOUR POST", "بوست المرافئ"])
def test_a_source_is_found_by_any_spelling_of_its_name(workspace, outlet, words):
    name = "هاربور بوست المرافئ"
    SourceAlias.objects.create(workspace=workspace, source=outlet, name=name, key=fold_name(name))
    make_source(workspace, "Coast Daily")

    assert list(sources_of(workspace, words=words)) == [outlet]


def test_sources_are_counted_by_kind_in_their_own_workspace(workspace, outlet):
    make_source(workspace, "Idris Kamal", "person")
    make_source(make_workspace("Elsewhere"), "Far Away Times")

    assert source_counts(workspace) == {"outlet": 1, "person": 1}
