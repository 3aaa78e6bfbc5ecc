"""Merging sources changes every figure that counts them, and a split restores each of them."""

import pytest
from django.utils import timezone

from claims.linking.independence import estimate_independence
from claims.models import Claim
from claims.selectors.origins import origins_of
from claims.selectors.records import claim_records
from claims.selectors.stories import stories_of, story_table
from claims.services.source_merges import Decider, merge, propose_merges, queue_proposals, split, tell_apart
from claims.services.source_merges import workspaces_to_search as due
from sources.models import Outcome, Scorecard, Source
from sources.selectors.duplicates import waiting_pairs
from sources.selectors.explained import record_of
from sources.selectors.families import family_of
from sources.services.scorecards import refresh_source
from tests.factories import (
    make_article,
    make_claim,
    make_link,
    make_member,
    make_record,
    make_source,
    make_story,
)
from workbench.jobs.models import Job, JobState
from workbench.jobs.services import lease_job


def carry_out(act, job):
    leased = lease_job(job_id=job.pk)
    act(job=leased)


@pytest.fixture
def names(workspace):
    return [make_source(workspace, name) for name in ("al-Hal", "الحل نت")]


@pytest.fixture
def by(workspace):
    return Decider(make_member(workspace))


def figures(workspace, names, claim, story):
    """Everything that counts sources, as numbers."""
    now = timezone.now()
    sources = [Source.objects.get(pk=source.pk) for source in names]
    return {
        "outcomes": [Outcome.objects.filter(source__in=family_of(source)).count() for source in sources],
        "records": [
            (
                record_of(source, as_of=now).card.outcome_count,
                round(record_of(source, as_of=now).card.mean, 9),
            )
            for source in sources
        ],
        "origins": origins_of(Claim.objects.get(pk=claim.pk)).counted,
        "outlets": stories_of(workspace).get(pk=story.pk).outlet_count,
        "columns": len(story_table(story).outlets),
    }


def test_merge_then_split_restores_every_figure(workspace, names, by):
    make_record(names[0], "true", "true", "false")
    make_record(names[1], "false", "mixed")
    claims = [
        make_claim(make_article(workspace, outlet=f"Outlet {n}"), "the bridge is open", chain=[name.name])
        for n, name in enumerate(names)
    ]
    own = make_claim(make_article(workspace, outlet="al-Hal"), "the bridge is open")
    other = make_claim(make_article(workspace, outlet="الحل نت"), "the bridge is open")
    make_link(*claims, independence=1.0)
    story = make_story(workspace, *claims, own, other)
    before = figures(workspace, names, claims[0], story)

    done = merge(source=names[1], into=names[0], by=by)
    merged = figures(workspace, names, claims[0], story)

    assert merged["outcomes"] == [5, 5]
    assert merged["records"][0] == merged["records"][1] != before["records"][0]
    assert merged["outlets"] == before["outlets"] - 1 == merged["columns"]

    split(source=done.merged.row.source, by=by)
    assert figures(workspace, names, claims[0], story) == before


def test_chains_that_end_at_two_names_of_one_source_have_one_root(workspace, names, by):
    claims = [
        make_claim(make_article(workspace, outlet=f"Outlet {n}"), "the bridge is open", chain=[name])
        for n, name in enumerate(("Quay Watch", "Mirror Desk"))
    ]
    sources = [claim.originator for claim in claims]
    apart = estimate_independence(*claim_records(claims)).score
    merge(source=sources[1], into=sources[0], by=by)
    fresh = list(Claim.objects.filter(pk__in=[claim.pk for claim in claims]).order_by("pk"))

    assert estimate_independence(*claim_records(fresh)).score == 0.2 < apart


def test_articles_where_the_name_stands_are_compared_again_and_scorecards_made_anew(workspace, names, by):
    make_claim(make_article(workspace), "the bridge is open", chain=["الحل نت"])
    make_claim(make_article(workspace, outlet="Coast Daily"), "the bridge is open", chain=["al-Hal"])

    jobs = merge(source=names[1], into=names[0], by=by).jobs

    kinds = [job.kind for job in jobs]
    assert kinds.count("claims.link") == 1, "only the articles of the name that moved"
    assert kinds.count("sources.refresh") == 2
    assert "claims.propose_sources" in kinds


def test_the_scorecard_of_the_survivor_holds_both_records(workspace, names, by):
    make_record(names[0], "true", "true")
    make_record(names[1], "false")
    done = merge(source=names[1], into=names[0], by=by)

    for job in done.merged.jobs:
        carry_out(refresh_source, job)

    assert Scorecard.objects.filter(source=names[0]).latest().outcome_count == 3


def test_a_job_finds_sources_that_may_be_one(workspace, names, by):
    make_source(workspace, "Harbour Post")
    job = queue_proposals(workspace=workspace)

    carry_out(propose_merges, job)

    [pair] = waiting_pairs(workspace)
    assert {pair.one_id, pair.other_id} == {source.pk for source in names}
    assert Job.objects.get(pk=job.pk).state == JobState.DONE


def test_who_quotes_the_other_is_not_proposed(workspace, names):
    make_claim(make_article(workspace, outlet="al-Hal"), "the bridge is open", chain=["الحل نت"])

    carry_out(propose_merges, queue_proposals(workspace=workspace))

    assert not waiting_pairs(workspace).exists()


def test_outlets_of_one_site_are_proposed(workspace):
    for outlet, path in (("Harbour Post", "a"), ("بريد الشمال", "b")):
        article = make_article(workspace, outlet=outlet)
        article.publication.canonical_url = f"https://www.harbour.example/{path}"
        article.publication.save()

    carry_out(propose_merges, queue_proposals(workspace=workspace))

    assert waiting_pairs(workspace).get().reasons[0]["words"] == ["harbour.example"]


def test_the_search_is_due_where_a_name_came_in_since(workspace, names):
    assert due() == [workspace]
    carry_out(propose_merges, queue_proposals(workspace=workspace))
    assert due() == []

    make_source(workspace, "Harbour Post")

    assert due() == [workspace]


def test_a_name_that_only_looks_like_another_is_no_second_witness_until_people_say_so(workspace, by):
    claims = [
        make_claim(make_article(workspace, outlet=f"Outlet {n}"), "the bridge is open", chain=[name])
        for n, name in enumerate(("Coast Watch", "Соast Watch"))
    ]

    carry_out(propose_merges, queue_proposals(workspace=workspace))

    assert estimate_independence(*claim_records(claims)).score == 0.2
    assert [job.subject_id for job in Job.objects.filter(kind="claims.link")] == [claims[1].article_id]
    tell_apart(pair=waiting_pairs(workspace).get(), by=by)
    assert estimate_independence(*claim_records(claims)).score > 0.2
