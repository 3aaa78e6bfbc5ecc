"""Chance draws what is audited: nobody can draw again until they like the claim, and each is as likely."""

from collections import Counter
from datetime import date, timedelta

import pytest

from claims.models import AuditDraw, Claim
from claims.selectors.audits import audit_share, chosen_by_chance, drawable_claims
from claims.services.audits import draw_claim
from claims.services.errors import DrawIsOpen, NotDrawn, NothingToDraw
from claims.services.verdicts import Checking, record_verdict
from sources.models import Outcome
from tests.factories import make_article, make_claim
from workbench.audit.models import Event

RANDOM = Checking(selection=Outcome.Selection.RANDOM)


def make_accepted(workspace, number, **fields):
    text = f"Berth {number} is closed, the port said."
    article = make_article(workspace, text, outlet=f"Outlet {number % 2}")
    return make_claim(article, f"Berth {number} is closed", chain=("the port",), state="accepted", **fields)


@pytest.fixture
def claims(workspace):
    return [make_accepted(workspace, number) for number in range(6)]


def judge(claim, user, checking=None):
    return record_verdict(claim=claim, user=user, rating="true", reasoning="Seen.", checking=checking)


def test_the_draw_of_a_day_stays_and_is_logged(claims, editor, workspace):
    draw = draw_claim(workspace=workspace, user=editor)

    with pytest.raises(DrawIsOpen):
        draw_claim(workspace=workspace, user=editor)
    assert AuditDraw.objects.get() == draw
    assert Event.objects.get(action="audit.drawn").payload["number"] == 1


def test_the_next_claim_is_drawn_once_the_last_is_checked(claims, editor, workspace):
    first = draw_claim(workspace=workspace, user=editor)
    judge(first.claim, editor, RANDOM)

    second = draw_claim(workspace=workspace, user=editor)

    assert (second.number, second.claim_id == first.claim_id) == (2, False)


def test_each_claim_is_as_likely_as_any_other(claims, workspace):
    begin = date(2026, 1, 1)
    days = [begin + timedelta(days=n) for n in range(300)]
    drawn = Counter(chosen_by_chance(workspace, day=day, number=1, source=None).pk for day in days)

    assert set(drawn) == {claim.pk for claim in claims}
    assert all(25 < count < 80 for count in drawn.values())


def test_the_same_day_gives_the_same_claim(claims, workspace):
    day = date(2026, 3, 4)

    assert len({chosen_by_chance(workspace, day=day, number=1, source=None) for _ in range(3)}) == 1


def test_only_accepted_claims_that_can_be_true_and_have_no_verdict_are_drawn(claims, editor, workspace):
    judge(claims[0], editor)
    Claim.objects.filter(pk=claims[1].pk).update(state="proposed")
    Claim.objects.filter(pk=claims[2].pk).update(modality="demanded")

    assert set(drawable_claims(workspace)) == set(claims[3:])


def test_a_draw_can_be_of_one_source(claims, editor, workspace):
    outlet = claims[1].article.outlet

    draw = draw_claim(workspace=workspace, user=editor, source=outlet)

    assert draw.claim.article.outlet == outlet
    judge(draw.claim, editor, RANDOM)
    assert draw_claim(workspace=workspace, user=editor).source is None


def test_nobody_draws_of_another_source_or_on_another_day_until_they_like_the_claim(
    claims, editor, workspace
):
    first = draw_claim(workspace=workspace, user=editor)
    AuditDraw.objects.update(drawn_on=first.drawn_on - timedelta(days=1))

    for source in (None, claims[0].article.outlet, claims[1].article.outlet):
        with pytest.raises(DrawIsOpen):
            draw_claim(workspace=workspace, user=editor, source=source)
    assert AuditDraw.objects.count() == 1


def test_a_drawn_claim_that_is_no_claim_holds_nobody_up(claims, editor, workspace):
    first = draw_claim(workspace=workspace, user=editor)
    Claim.objects.filter(pk=first.claim_id).update(state="rejected")

    assert draw_claim(workspace=workspace, user=editor).claim_id != first.claim_id


def test_nothing_is_drawn_where_there_is_nothing(editor, workspace):
    with pytest.raises(NothingToDraw):
        draw_claim(workspace=workspace, user=editor)


def test_a_claim_that_nobody_drew_is_no_random_audit(claims, editor):
    with pytest.raises(NotDrawn):
        judge(claims[0], editor, RANDOM)


def test_the_selection_is_told_to_the_sources_and_counted(claims, editor, workspace):
    draw = draw_claim(workspace=workspace, user=editor)
    judge(draw.claim, editor, RANDOM)
    others = [claim for claim in claims if claim.pk != draw.claim_id]
    judge(others[0], editor, Checking(selection=Outcome.Selection.COMPLAINT))

    selections = Outcome.objects.filter(claim_id=draw.claim_id).values_list("selection", flat=True)
    assert set(selections) == {"random"}
    assert audit_share(workspace).share == 0.5
