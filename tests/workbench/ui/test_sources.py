"""The pages of sources: a record with its uncertainty, never a bare number, never a grade for the unnamed."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.services.verdicts import record_verdict
from sources.models import Outcome
from sources.selectors.families import families_of
from sources.services import set_owner
from tests.factories import make_article, make_claim, make_member, make_record, make_source, make_workspace
from tests.silo_story import make_silo_story
from workbench.accounts.models import Role
from workbench.jobs.models import Job
from workbench.ui.selectors.partners import quoted_by, quoting
from workbench.ui.selectors.sources import claims_through
from workbench.ui.selectors.unnamed import ledger_of

TEXT = "A harbour officer said the crane is broken. The mayor said the bridge is open."


@pytest.fixture
def page(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def outlet(workspace):
    return make_source(workspace, "Harbour Post")


def show(page, source, **asked):
    return page.get(reverse("sources:source", args=[source.pk]), asked).content.decode()


def test_a_record_is_said_with_its_interval_and_its_number_of_verdicts(page, outlet):
    make_record(outlet, *["true"] * 12, "false")

    shown = show(page, outlet)

    assert "of checked claims upheld (90% interval" in shown
    assert "from 13 verdicts" in shown
    assert "Fairly reliable" in shown


def test_too_few_verdicts_give_no_letter_and_say_how_many_are_missing(page, outlet):
    make_record(outlet, "true", "true", "true")

    shown = show(page, outlet)

    assert "Not enough checked claims: 2 of 8." in shown
    assert "That is no bad mark" in shown
    assert "curve__line" not in shown


def test_the_day_asked_for_decides_what_is_known(page, outlet):
    make_record(outlet, *["true"] * 12)
    day = timezone.localdate() - timedelta(days=35)

    shown = show(page, outlet, as_of=day.isoformat())

    assert "You are looking at the past: grades and records as they stood on" in shown
    assert "Not enough checked claims" in shown


@pytest.mark.parametrize("day", ["", "yesterday", "2026-99-99", "2999-01-01"])
def test_a_day_that_is_none_or_not_over_shows_today(page, outlet, day):
    make_record(outlet, *["true"] * 12)

    assert "You are looking at the past" not in show(page, outlet, as_of=day)


def test_each_verdict_says_by_how_many_points_it_moved_the_record(page, outlet):
    make_record(outlet, "true", "false")

    shown = show(page, outlet)

    assert shown.count('class="weight"') == 2
    assert "−" in shown


def test_a_verdict_on_a_claim_that_is_here_leads_to_it(page, workspace, editor, outlet):
    claim = make_claim(make_article(workspace, TEXT), "the bridge is open")
    record_verdict(claim=claim, user=editor, rating="true", reasoning="The bridge authority confirmed it.")

    assert reverse("claims:claim", args=[claim.pk]) in show(page, outlet, part="passed")


def test_an_unnamed_source_is_never_graded_and_the_page_says_why(page, workspace):
    officer = ("A harbour officer", "anonymous")
    claim = make_claim(make_article(workspace, TEXT), "the crane is broken", chain=[officer])

    shown = show(page, claim.originator)

    assert "An unnamed source is never graded" in shown
    assert "grade__letter" not in shown


def test_the_ledger_tells_what_became_of_the_word_of_the_unnamed(page, workspace, editor, outlet):
    officer = ("A harbour officer", "anonymous")
    claim = make_claim(make_article(workspace, TEXT), "the crane is broken", chain=[officer])
    record_verdict(claim=claim, user=editor, rating="false", reasoning="The crane was seen at work that day.")

    (entry,) = ledger_of({outlet.pk}, as_of=timezone.now()).rows

    assert (entry.source, entry.claims, entry.checked, entry.upheld) == (claim.originator, 1, 1, 0)
    assert "0 of 1 checked" in show(page, outlet)


def test_who_quotes_whom_follows_the_chains(workspace):
    silo = make_silo_story(workspace)
    agency = make_source(workspace, "Sail News Agency")

    now = timezone.now()
    families = families_of(workspace, as_of=now)
    before = quoting(agency, families=families, as_of=now)
    after = quoted_by(agency, families=families, as_of=now)
    assert [(partner.source.name, partner.claims) for partner in before.rows] == [("Harbour Ledger", 2)]
    assert [(partner.claims, partner.share) for partner in after.rows] == [(2, 1.0)]
    assert silo.toll in claims_through({agency.pk}, as_of=now, part="passed")
    assert not claims_through({agency.pk}, as_of=now, part="originated")


def test_the_list_shows_intervals_and_no_letter_for_the_unjudged(page, workspace, outlet):
    make_record(outlet, *["true"] * 12)
    make_record(make_source(workspace, "Coast Daily"), "false")

    shown = page.get(reverse("sources:list")).content.decode()

    assert "Fairly reliable" in shown
    assert "Not enough checked claims: 1 of 8" in shown
    assert "Reliability cannot be judged" not in shown


@pytest.mark.parametrize(("asked", "met"), [({"kind": "person"}, False), ({"q": "harbour"}, True)])
def test_the_list_is_narrowed_by_kind_and_by_name(page, outlet, asked, met):
    assert (outlet.name in page.get(reverse("sources:list"), asked).content.decode()) is met


def test_a_source_of_another_workspace_is_not_here(page):
    elsewhere = make_source(make_workspace("Elsewhere"), "Far Away Times")

    assert page.get(reverse("sources:source", args=[elsewhere.pk])).status_code == 404
    assert "Far Away Times" not in page.get(reverse("sources:list")).content.decode()


def test_a_viewer_may_read_every_record(client, workspace, outlet):
    client.force_login(make_member(workspace, Role.VIEWER))

    assert client.get(reverse("sources:source", args=[outlet.pk])).status_code == 200


def test_the_page_costs_the_same_however_much_it_shows(page, workspace, django_assert_max_num_queries):
    silo = make_silo_story(workspace)
    make_record(silo.ledger.outlet, *["true"] * 20)
    assert Outcome.objects.count() == 20

    with django_assert_max_num_queries(35):
        show(page, silo.ledger.outlet)


def test_the_list_costs_the_same_however_many_sources(page, workspace, django_assert_max_num_queries):
    make_silo_story(workspace)

    with django_assert_max_num_queries(15):
        page.get(reverse("sources:list"))


def test_an_editor_says_to_whom_an_outlet_belongs_and_its_articles_are_compared_again(page, outlet):
    article = make_article(outlet.workspace, outlet=outlet.name)

    answer = page.post(reverse("sources:owner", args=[outlet.pk]), {"owner": "Quay Press"})

    assert answer.status_code == 302
    assert "Quay Press" in show(page, outlet)
    assert [job.subject_id for job in Job.objects.filter(kind="claims.link")] == [article.pk]


def test_only_who_manages_may_say_so(client, workspace, outlet):
    client.force_login(make_member(workspace, role=Role.VIEWER))

    assert client.post(reverse("sources:owner", args=[outlet.pk]), {"owner": "X"}).status_code == 403


def test_outlets_of_one_owner_lead_to_each_other(page, outlet):
    sister = make_source(outlet.workspace, "Sister Daily")
    for source in (outlet, sister):
        set_owner(source=source, owner="Quay Press", actor="editor")

    assert str(sister.pk) in show(page, outlet)
