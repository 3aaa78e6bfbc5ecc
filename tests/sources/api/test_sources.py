"""Newsroom systems pull sources with their records; a grade never comes without its interval."""

from sources.models import Source
from sources.selectors.exchange import readable_sources
from sources.services import refresh_scorecard
from tests.factories import make_source


def test_a_source_comes_with_its_spellings_and_its_newest_record(api, workspace):
    source = make_source(workspace, "Harbour Post")
    refresh_scorecard(source=source)

    body = api.get(f"/api/v1/sources/{source.pk}").json()

    assert body["aliases"] == ["Harbour Post"]
    card = body["scorecard"]
    assert card["letter"] == "F"
    assert card["q05"] < card["mean"] < card["q95"]


def test_a_source_that_nobody_checked_has_no_record(api, workspace):
    source = make_source(workspace, "Harbour Post")

    assert api.get(f"/api/v1/sources/{source.pk}").json()["scorecard"] is None


def test_an_anonymous_source_is_never_graded(api, workspace):
    outlet = make_source(workspace, "Harbour Post")
    unnamed = make_source(workspace, "a port official", Source.Kind.ANONYMOUS, outlet=outlet)
    refresh_scorecard(source=unnamed)

    body = api.get(f"/api/v1/sources/{unnamed.pk}").json()

    assert body["scorecard"] is None
    assert body["outlet"] == str(outlet.pk)


def test_sources_are_found_by_kind(api, workspace):
    make_source(workspace, "Harbour Post")
    person = make_source(workspace, "Karim Haddun", Source.Kind.PERSON)

    rows = api.get("/api/v1/sources", {"kind": "person"}).json()["results"]

    assert [row["id"] for row in rows] == [str(person.pk)]


def test_of_many_scorecards_only_the_newest_is_read(workspace):
    source = make_source(workspace, "Harbour Post")
    cards = [refresh_scorecard(source=source) for _night in range(3)]

    [read] = readable_sources(workspace)

    assert list(read.scorecards.all()) == [cards[-1]]
