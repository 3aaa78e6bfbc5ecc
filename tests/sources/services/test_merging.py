"""Sources that are one under two names count for one record, until people say that they are not."""

import threading
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from sources.models import Source, SourceMerge
from sources.selectors.families import families_of, family_of, survivor_of
from sources.services import merge_sources, split_source
from sources.services.errors import KindsDiffer, NotMerged, SameSource, UnnamedApart
from tests.factories import make_source, make_workspace
from tests.sources.test_projections import as_owner
from workbench.audit.models import Event
from workbench.jobs.models import Job

LONG_AGO = timezone.now() - timedelta(days=400)


def merge(one: Source, other: Source, **more):
    return merge_sources(source=one, into=other, actor="user:7", **more)


def fresh(*sources: Source) -> list[Source]:
    for source in sources:
        source.refresh_from_db()
    return list(sources)


@pytest.fixture
def three(workspace) -> list[Source]:
    return [
        make_source(workspace, name) for name in ("Harbour Post", "The Harbour Post Online", "بريد المرفأ")
    ]


def test_a_merged_source_counts_for_its_survivor(three):
    post, online, _ = three

    merge(online, post, reason="same masthead")

    fresh(*three)
    assert online.merged_into == post
    assert family_of(post) == family_of(online) == {post.pk, online.pk}
    assert survivor_of(online) == post


def test_a_source_that_was_never_merged_is_its_own_family(three):
    post, *_ = three

    assert family_of(post) == {post.pk}
    assert survivor_of(post, as_of=timezone.now()) == post


def test_the_family_is_asked_for_at_a_moment(three):
    post, online, _ = three
    merge(online, post)
    as_owner(f"UPDATE sources_sourcemerge SET merged_at = '{LONG_AGO.isoformat()}'")
    split_source(source=online, actor="user:7")
    fresh(*three)

    between = LONG_AGO + timedelta(days=1)
    assert family_of(online, as_of=LONG_AGO - timedelta(days=1)) == {online.pk}
    assert family_of(online, as_of=between) == family_of(post, as_of=between) == {post.pk, online.pk}
    assert survivor_of(online, as_of=between) == post
    assert family_of(online, as_of=timezone.now()) == family_of(online) == {online.pk}


def test_merging_into_a_merged_source_leads_to_its_survivor(three):
    post, online, arabic = three
    merge(online, post)

    merged = merge(arabic, online)

    fresh(*three)
    assert merged.row.into == post
    assert arabic.merged_into == post


def test_a_survivor_takes_its_second_names_along_and_a_split_gives_them_back(three):
    post, online, arabic = three
    merge(online, post)

    merge(post, arabic)
    fresh(*three)
    assert {post.merged_into, online.merged_into, arabic.merged_into} == {arabic, None}
    assert family_of(online) == {source.pk for source in three}

    split_source(source=post, actor="user:7")
    fresh(*three)
    assert (post.merged_into, online.merged_into) == (None, post)


def test_a_second_name_leaves_alone_from_a_family_that_was_merged_on(three):
    post, online, arabic = three
    merge(online, post)
    merge(post, arabic)

    split_source(source=online, actor="user:7")

    fresh(*three)
    assert (post.merged_into, online.merged_into) == (arabic, None)


def test_two_sources_are_never_merged_both_ways(three):
    post, online, _ = three
    merge(online, post)

    with pytest.raises(SameSource):
        merge(post, online)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("person", "outlet", id="person-and-outlet"),
        pytest.param("person", "organisation", id="person-and-body"),
        pytest.param("document", "outlet", id="document-and-outlet"),
    ],
)
def test_what_cannot_be_one_thing_is_not_merged(workspace, one, other):
    with pytest.raises(KindsDiffer):
        merge(make_source(workspace, "Sami Quay", one), make_source(workspace, "Quay Daily", other))


def test_what_cannot_be_one_thing_is_not_merged_by_way_of_a_third(workspace):
    account = make_source(workspace, "@quay", "account")
    merge(account, make_source(workspace, "Sami Quay", "person"))

    with pytest.raises(KindsDiffer):
        merge(make_source(workspace, "Quay Daily"), account)


def test_an_agency_that_is_quoted_is_the_agency_that_publishes(workspace):
    quoted = make_source(workspace, "Quay Agency", "organisation")

    merge(quoted, make_source(workspace, "Quay News Agency"))

    assert fresh(quoted)[0].merged_into.name == "Quay News Agency"


def test_unnamed_sources_are_one_only_at_one_outlet(workspace):
    outlets = [make_source(workspace, name) for name in ("Harbour Post", "Coast Daily")]
    here, there = (make_source(workspace, "a security source", "anonymous", outlet=o) for o in outlets)
    also_here = make_source(workspace, "مصدر أمني", "anonymous", outlet=outlets[0])

    merge(also_here, here)
    with pytest.raises(UnnamedApart):
        merge(there, here)


def test_sources_of_another_workspace_are_not_found(three):
    with pytest.raises(Source.DoesNotExist):
        merge(make_source(make_workspace("Other"), "Harbour Post"), three[0])


def test_what_is_not_merged_is_not_split(three):
    with pytest.raises(NotMerged):
        split_source(source=three[0], actor="user:7")


def test_the_log_holds_every_fact_of_a_merge_and_a_split(three):
    post, online, _ = three
    row = merge(online, post, reason="same masthead").row
    split_source(source=online, actor="user:8")

    merged, split = Event.objects.filter(action__in=["source.merged", "source.split"])
    assert merged.payload == {
        "merge": str(row.pk),
        "source": str(online.pk),
        "source_name": "The Harbour Post Online",
        "into": str(post.pk),
        "into_name": "Harbour Post",
        "merged_at": row.merged_at.isoformat(),
        "merged_by": "user:7",
        "reason": "same masthead",
    }
    assert {name: split.payload[name] for name in merged.payload} == merged.payload
    assert split.payload["split_by"] == "user:8"


def test_both_scorecards_are_refreshed_by_jobs(three):
    post, online, _ = three

    jobs = merge(online, post).jobs

    assert {job.subject_id for job in jobs} == {post.pk, online.pk}
    assert set(Job.objects.values_list("kind", flat=True)) == {"sources.refresh"}


def test_the_database_itself_refuses_a_second_merge_in_force(three):
    post, online, arabic = three
    merge(online, post)
    again = SourceMerge(workspace=post.workspace, source=online, into=arabic, merged_at=timezone.now())

    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


@pytest.mark.django_db(transaction=True)
def test_three_merges_at_once_make_no_ring():
    rows = [make_source(make_workspace(), "One")]
    rows += [make_source(rows[0].workspace, name) for name in ("Two", "Three")]

    def turn(place: int) -> None:
        try:
            merge(rows[place], rows[(place + 1) % 3])
        except SameSource:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=turn, args=(place,)) for place in range(3)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]

    fresh(*rows)
    assert [row.merged_into for row in rows].count(None) == 1
    assert len(set(families_of(rows[0].workspace).survivors.values())) == 1
