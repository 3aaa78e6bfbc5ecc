"""A source's record as its page shows it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sources.models import SourceAlias
from sources.selectors.pages import latest_scorecards, source_counts, sources_of
from sources.services import refresh_scorecard
from tests.factories import make_record, make_source, make_workspace
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


def test_the_newest_scorecard_is_the_one_that_shows(outlet):
    make_record(outlet, UPHELD, UPHELD)
    refresh_scorecard(source=outlet, as_of=timezone.now() - timedelta(days=400))

    assert latest_scorecards([outlet])[outlet.pk].outcome_count == 2
