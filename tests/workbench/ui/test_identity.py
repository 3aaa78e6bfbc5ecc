"""Who a source is: its names and facts, merging by hand, and the page of a source that counts for another."""

import pytest
from django.urls import reverse

from sources.models import Source, SourceMerge
from sources.services import merge_sources
from tests.factories import make_article, make_claim, make_member, make_record, make_source, make_workspace
from workbench.accounts.models import Role


@pytest.fixture
def post(workspace):
    return make_source(workspace, "Harbour Post")


@pytest.fixture
def online(workspace):
    return make_source(workspace, "بريد المرفأ")


@pytest.fixture
def desk(client, workspace):
    client.force_login(make_member(workspace))
    return client


def identity(source):
    return reverse("sources:identity", args=[source.pk])


def act(desk, what, source, **given):
    return desk.post(reverse(f"sources:{what}", args=[source.pk]), given, follow=True)


def test_a_spelling_is_added_and_taken_back(desk, post):
    page = act(desk, "keep_name", post, name="المرفأ بوست")
    assert "المرفأ بوست" in page.content.decode()
    alias = post.aliases.get(name="المرفأ بوست")

    act(desk, "take_name_back", alias)

    assert post.aliases.count() == 1


def test_a_name_of_another_source_is_refused_in_words(desk, post, online):
    page = act(desk, "keep_name", post, name="بريد المرفأ")

    assert "merge them instead" in page.content.decode()


def test_kind_country_and_site_are_kept(desk, post):
    act(desk, "keep_facts", post, kind="organisation", country="LB", website="https://harbour.example")

    post.refresh_from_db()
    assert (post.kind, post.country, post.website) == ("organisation", "LB", "https://harbour.example")
    assert "Lebanon" in desk.get(reverse("sources:source", args=[post.pk])).content.decode()


def test_another_source_is_found_and_merged_and_the_merge_undone(desk, post, online):
    found = desk.get(identity(post), {"q": "مرفأ"})
    assert [source.pk for source in found.context["found"]] == [online.pk]

    page = act(desk, "merge", post, other=online.pk, keep="this", reason="one masthead").content.decode()
    assert "one masthead" in page
    assert Source.objects.get(pk=online.pk).merged_into == post

    act(desk, "split", online)
    assert Source.objects.get(pk=online.pk).merged_into is None
    assert SourceMerge.objects.get().split_at is not None


def test_the_other_name_can_be_the_one_that_is_kept(desk, post, online):
    act(desk, "merge", post, other=online.pk, keep="other")

    assert Source.objects.get(pk=post.pk).merged_into == online


def test_what_cannot_be_merged_says_why(desk, workspace, post):
    person = make_source(workspace, "Sami Quay", "person")

    page = act(desk, "merge", post, other=person.pk, keep="this")

    assert "different kinds" in page.content.decode()
    assert desk.post(reverse("sources:merge", args=[post.pk]), {"other": "?"}).status_code == 400


def test_the_page_of_a_merged_source_leads_to_its_survivor_and_says_so(desk, post, online):
    merge_sources(source=online, into=post, actor="user:7")

    page = desk.get(reverse("sources:source", args=[online.pk]), follow=True)

    assert page.redirect_chain == [(reverse("sources:source", args=[post.pk]), 302)]
    assert "“بريد المرفأ” counts for “Harbour Post”" in page.content.decode()


def test_before_the_merge_the_source_has_a_page_of_its_own(desk, workspace, post, online):
    make_record(online, "true")
    merge_sources(source=online, into=post, actor="user:7")

    page = desk.get(reverse("sources:source", args=[online.pk]), {"as_of": "2026-01-01"})

    assert page.status_code == 200


def test_a_merged_source_is_listed_once_with_the_claims_of_both(desk, workspace, post, online):
    for name in ("Harbour Post", "بريد المرفأ"):
        make_claim(make_article(workspace, outlet="Coast Daily"), "the bridge is open", chain=[name])
    merge_sources(source=online, into=post, actor="user:7")

    rows = {row.name: row.claim_count for row, _ in desk.get(reverse("sources:list")).context["rows"]}
    assert rows == {"Harbour Post": 2, "Coast Daily": 2}
    by_other_name = desk.get(reverse("sources:list"), {"q": "مرفأ"}).context["rows"]
    assert [row.name for row, _ in by_other_name] == ["Harbour Post"]
    page = desk.get(reverse("sources:source", args=[post.pk]))
    assert page.context["part_counts"]["all"] == 2


def test_a_source_is_found_in_the_other_script(desk, workspace, online):
    make_source(workspace, "Sindyan Net")
    make_source(workspace, "سنديان")

    rows = desk.get(reverse("sources:list"), {"q": "Sindyan"}).context["rows"]

    assert {row.name for row, _ in rows} == {"Sindyan Net", "سنديان"}


def test_a_name_that_looks_like_another_is_warned_of_in_the_list_and_on_its_page(desk, workspace, post):
    fake = make_source(workspace, "Hаrbour Post")

    assert "Looks like another name" in desk.get(reverse("sources:list")).content.decode()
    page = desk.get(reverse("sources:source", args=[fake.pk])).content.decode()
    assert "but is written with other characters" in page
    assert "CYRILLIC SMALL LETTER A" in page


def test_invisible_characters_in_a_name_are_warned_of(desk, workspace, post):
    make_source(workspace, "Harbour\u200b Post")

    assert "U+200B" in desk.get(reverse("sources:source", args=[post.pk])).content.decode()


def test_viewers_see_who_a_source_is_and_change_nothing(client, workspace, post, online):
    client.force_login(make_member(workspace, Role.VIEWER))

    page = client.get(identity(post)).content.decode()

    assert "keep_name" not in page
    assert '<form class="stack"' not in page
    assert client.post(reverse("sources:keep_name", args=[post.pk]), {"name": "x y"}).status_code == 403


def test_another_newsrooms_source_is_not_there(desk, post):
    theirs = make_source(make_workspace("Other"), "Coast Daily")

    assert desk.get(identity(theirs)).status_code == 404
    assert desk.post(reverse("sources:merge", args=[post.pk]), {"other": theirs.pk}).status_code == 404
