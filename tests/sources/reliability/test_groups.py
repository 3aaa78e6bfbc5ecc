"""What is expected of a source is learnt from the others of its kind and region."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.reliability.groups import GroupedSource, estimate_priors
from sources.reliability.parameters import Parameters
from sources.reliability.types import Rating
from tests.sources.reliability.outcomes import LEISURELY, NOW, outcomes_rated, random_outcomes


def source(name, rating=Rating.TRUE, count=0, kind="outlet", region="LB", **facts):
    return GroupedSource(name, kind, region, outcomes_rated(rating, count, **facts))


def priors(*sources, topic=""):
    return estimate_priors(sources, parameters=Parameters(), as_of=NOW, topic=topic)


def test_a_workspace_without_verdicts_expects_what_is_expected_of_anybody():
    assert priors(source("a"), source("b", kind="person")) == pytest.approx({"a": 0.6, "b": 0.6})


def test_a_source_that_is_alone_does_not_make_its_own_prior():
    assert priors(source("a", Rating.FALSE, 50))["a"] == pytest.approx(0.6)


def test_the_others_of_its_kind_and_region_move_what_is_expected():
    alike = [source(f"other {number}", Rating.FALSE, 4) for number in range(2)]
    elsewhere = source("elsewhere", region="JO")
    person = source("person", kind="person")

    found = priors(source("new"), *alike, elsewhere, person)

    weight = 2 * 4 * 6 / (4 + 6)
    assert found["new"] == pytest.approx(20 * 0.6 / (20 + weight))
    assert found["elsewhere"] == found["person"] == pytest.approx(found["new"])


def test_its_like_says_more_of_a_source_than_the_rest_of_the_workspace():
    alike = [source(f"other {number}", Rating.FALSE, 4) for number in range(2)]
    rest = [source(f"person {number}", Rating.TRUE, 4, kind="person") for number in range(2)]

    found = priors(source("outlet"), source("person", kind="person"), *alike, *rest)

    assert found["outlet"] < 0.55 < found["person"]


def test_one_outlet_that_is_checked_every_day_does_not_speak_for_all():
    busy = priors(source("new"), source("busy", Rating.FALSE, 1000))["new"]
    few = priors(source("new"), *(source(f"few {n}", Rating.FALSE, 6) for n in range(2)))["new"]

    assert busy == pytest.approx(20 * 0.6 / (20 + 6), abs=0.01)
    assert few == pytest.approx(busy, abs=0.01)


def test_a_source_of_unknown_region_is_like_all_of_its_kind():
    found = priors(source("new", region=""), source("other", Rating.FALSE, 40, region="JO"))

    assert found["new"] == pytest.approx(20 * 0.6 / (20 + 40 * 6 / (40 + 6)))


def test_no_group_is_written_off_or_trusted_unseen():
    bad = [source(f"bad {number}", Rating.FALSE, 30) for number in range(40)]
    good = [source(f"good {number}", Rating.TRUE, 30, kind="person") for number in range(60)]

    assert priors(*bad)["bad 0"] == 0.4
    assert priors(*good)["good 0"] == 0.8


def test_a_topic_moves_the_prior():
    on_war = [source(f"other {n}", Rating.FALSE, 12, topic="conflict") for n in range(5)]
    on_sport = [source(f"sport {n}", Rating.TRUE, 12, topic="sport") for n in range(5)]
    everyone = [source("new"), *on_war, *on_sport]

    assert priors(*everyone, topic="conflict")["new"] < priors(*everyone)["new"]
    assert priors(*everyone, topic="sport")["new"] > priors(*everyone)["new"]
    assert priors(*everyone, topic="chess")["new"] == priors(*everyone)["new"]


def test_unnamed_sources_are_nobodys_like():
    unnamed = source("a voice", Rating.FALSE, 30, kind="anonymous")

    assert priors(source("new"), unnamed) == pytest.approx({"new": 0.6})


@LEISURELY
@given(st.lists(random_outcomes(), min_size=1, max_size=5))
def test_a_prior_keeps_to_its_bounds_and_owes_nothing_to_the_source_itself(histories):
    sources = [GroupedSource(str(n), "outlet", "LB", outcomes) for n, outcomes in enumerate(histories)]
    emptied = [GroupedSource("0", "outlet", "LB", []), *sources[1:]]

    found = priors(*sources)

    assert all(0.4 <= mean <= 0.8 for mean in found.values())
    assert priors(*emptied)["0"] == pytest.approx(found["0"], abs=1e-12)
