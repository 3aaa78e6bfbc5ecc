"""People add spellings, kind, country and site to a source, and each is logged with what was there before."""

import pytest

from sources.models import SourceAlias
from sources.selectors.countries import countries, country_name
from sources.services import (
    add_alias,
    fill_keys,
    merge_sources,
    set_country,
    set_kind,
    set_website,
    withdraw_alias,
)
from sources.services.errors import (
    KindsDiffer,
    NameOfAnother,
    NotAnAddedName,
    NotASite,
    NotASourceName,
    UnknownCountry,
    UnknownKind,
)
from tests.factories import make_source
from workbench.audit.models import Event


@pytest.fixture
def post(workspace):
    return make_source(workspace, "Harbour Post")


def test_a_source_is_found_by_a_spelling_that_people_added(workspace, post):
    alias = add_alias(source=post, name="بريد المرفأ", actor="user:7")

    assert make_source(workspace, "بَريد المرفا") == post
    assert (alias.romanised, alias.skeleton) == ("brid mrf", "brd mrf")
    [event] = Event.objects.filter(action="source.alias_added")
    assert event.payload == {"alias": str(alias.pk), "name": "بريد المرفأ", "key": alias.key}


def test_adding_a_spelling_twice_changes_nothing(post):
    add_alias(source=post, name="HP Online", actor="user:7")
    add_alias(source=post, name="hp online", actor="user:8")

    assert post.aliases.count() == 2
    assert Event.objects.filter(action="source.alias_added").count() == 1


def test_a_spelling_of_another_source_is_refused_and_names_it(workspace, post):
    make_source(workspace, "Coast Daily")

    with pytest.raises(NameOfAnother) as refused:
        add_alias(source=post, name="The Coast Daily", actor="user:7")

    assert refused.value.facts["other"] == "Coast Daily"


@pytest.mark.parametrize("name", ["", "\u202e\u200b", "!", "x", "<>"])
def test_what_nobody_can_be_found_by_is_no_name(post, name):
    with pytest.raises(NotASourceName):
        add_alias(source=post, name=name, actor="user:7")


def test_an_added_spelling_is_taken_back_and_the_log_keeps_it(workspace, post):
    alias = add_alias(source=post, name="HP Online", actor="user:7")

    withdraw_alias(alias=alias, actor="user:8")

    assert make_source(workspace, "HP Online") != post
    [event] = Event.objects.filter(action="source.alias_withdrawn")
    assert (event.payload["name"], event.payload["added_by"]) == ("HP Online", "user:7")


def test_a_name_that_stands_in_articles_stays(post):
    with pytest.raises(NotAnAddedName):
        withdraw_alias(alias=post.aliases.get(), actor="user:7")


def test_a_name_met_with_invisible_characters_is_remembered(workspace, post):
    assert make_source(workspace, "Harbour\u200b \u202ePost") == post

    assert post.aliases.get().hidden == "U+200B U+202E"


def test_kind_country_and_site_are_kept_and_logged(post):
    assert set_country(source=post, country="lb", actor="user:7")
    assert not set_country(source=post, country="LB", actor="user:7")
    assert set_website(source=post, website="harbour.example", actor="user:7")
    assert set_kind(source=post, kind="organisation", actor="user:7")

    post.refresh_from_db()
    assert (post.country, post.website, post.kind) == ("LB", "https://harbour.example", "organisation")
    assert [(event.action, event.payload["before"]) for event in Event.objects.order_by("number")] == [
        ("source.country_set", ""),
        ("source.website_set", ""),
        ("source.kind_set", "outlet"),
    ]


def test_what_is_no_country_site_or_kind_is_refused(workspace, post):
    unnamed = make_source(workspace, "an official", "anonymous", outlet=post)

    for act, error in (
        (lambda: set_country(source=post, country="QO", actor="u"), UnknownCountry),
        (lambda: set_website(source=post, website="javascript:alert(1)", actor="u"), NotASite),
        (lambda: set_kind(source=post, kind="anonymous", actor="u"), UnknownKind),
        (lambda: set_kind(source=unnamed, kind="person", actor="u"), UnknownKind),
    ):
        with pytest.raises(error):
            act()


def test_a_merged_source_does_not_become_what_its_survivor_cannot_be(workspace, post):
    account = make_source(workspace, "@harbour", "account")
    merge_sources(source=account, into=post, actor="user:7")

    with pytest.raises(KindsDiffer):
        set_kind(source=account, kind="person", actor="user:7")


def test_countries_have_their_name_in_both_languages():
    assert (country_name("LB", "en"), country_name("LB", "ar")) == ("Lebanon", "لبنان")
    assert 240 <= len(countries()) <= 252


def test_spellings_from_before_get_the_keys_they_lack(workspace, post):
    SourceAlias.objects.update(romanised="", skeleton="", look="")

    assert fill_keys(workspace=workspace) == 1
    assert fill_keys(workspace=workspace) == 0
    assert post.aliases.get().skeleton == "hrbr bst"
