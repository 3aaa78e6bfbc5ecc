"""A story's table shows which outlet says what, and who merely repeats."""

import pytest

from claims.models import Claim
from claims.selectors.stories import disputed_particulars, stories_of, story_table, timeline_of
from tests.factories import make_workspace
from tests.silo_story import make_silo_story


@pytest.fixture
def silo(workspace):
    return make_silo_story(workspace)


def cells(statement, table):
    return {
        outlet.name: [(say.how, say.words) for say in cell]
        for outlet, cell in zip(table.outlets, statement.cells, strict=True)
    }


def test_a_disputed_statement_shows_each_side_in_its_own_words(silo):
    table = story_table(silo.story)
    [toll] = [s for s in table.statements if s.claim.text == "Twelve workers were injured"]

    assert toll.disputed == ["How many"]
    assert cells(toll, table) == {
        "Harbour Ledger": [("contradicts", ("Twelve workers",))],
        "صدى المرافئ": [("contradicts", ("سبعة عمال",))],
        "وكالة الشراع": [("contradicts", ("اثني عشر عاملا",))],
        "The Tidewater Post": [("repeats", ())],
    }


def test_statements_in_dispute_come_first(silo):
    disputed = [bool(statement.disputed) for statement in story_table(silo.story).statements]

    assert disputed == sorted(disputed, reverse=True)
    assert disputed.count(True) == 2


def test_what_one_article_says_alone_is_listed_apart(silo):
    alone = {claim.text for claim in story_table(silo.story).alone}

    assert "The eastern quay handles about a third of the country's wheat imports" in alone
    assert "Twelve workers were injured" not in alone


def test_a_rejected_claim_leaves_the_table(silo):
    Claim.objects.filter(pk=silo.other_toll.pk).update(state=Claim.State.REJECTED)

    texts = {say.claim.text for s in story_table(silo.story).statements for cell in s.cells for say in cell}

    assert silo.other_toll.text not in texts


def test_the_list_counts_outlets_languages_and_disputes(silo, workspace):
    [row] = stories_of(workspace)

    assert (row.article_count, row.outlet_count, row.languages) == (4, 4, ["ar", "en"])
    assert disputed_particulars([row]) == {row.pk: ["How many", "Where"]}


def test_the_timeline_begins_with_who_was_first(silo):
    assert [article.outlet.name for article in timeline_of(silo.story)][-1] == "The Tidewater Post"


def test_another_newsrooms_stories_are_not_seen(silo):
    assert not stories_of(make_workspace("Elsewhere")).exists()


def test_the_pages_of_stories_cost_the_same_however_full_they_are(silo, workspace, django_assert_num_queries):
    with django_assert_num_queries(1):
        list(stories_of(workspace))
    with django_assert_num_queries(2):
        story_table(silo.story)
