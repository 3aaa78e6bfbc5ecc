"""Real articles go through the real steps: engines, encoder, PostgreSQL, and a Celery worker."""

import time

import pytest
from celery.contrib.testing.worker import start_worker
from django.conf import settings

from claims.models import Article, Claim, Link, SearchEntry, Story
from claims.services.claims import decide_claim
from claims.services.ingestion import add_pasted, work_through_again
from claims.services.links import decide_link
from tests import factories
from workbench.celery import app
from workbench.jobs.doorbell import ring
from workbench.jobs.models import Job
from workbench.jobs.performing import perform_waiting_jobs

ENGLISH = """Closed meeting in Tal Marsa ends without a deal

By a staff reporter

A meeting between the port authority and the Dock Workers Union was held in the town of Tal Marsa on Monday.

According to a source close to the union, the talks collapsed after two hours.

The head of the port authority, Karim Haddun, said “no worker will be dismissed before summer”.

He denied that the northern quay would be closed.

The fire that followed the protest killed three people, the Tal Marsa hospital said.
"""
ARABIC = """عقد اجتماع مغلق بين هيئة الميناء ونقابة عمال الأرصفة في مدينة عين الزيتون يوم الاثنين.

وقال مصدر مقرب من النقابة إن المحادثات انهارت بعد ساعتين.

وأكد رئيس هيئة الميناء كريم حدون أن أي عامل لن يفصل قبل الصيف.

وأعلن مستشفى تل مرسى أن الحريق الذي أعقب الاحتجاج أدى إلى مقتل خمسة أشخاص.
"""


def add(workspace, text, **given):
    return add_pasted(workspace=workspace, user=None, text=text, published_on="2026-05-05", **given).article


@pytest.fixture
def articles(workspace):
    """Return an English and an Arabic report of one event, worked through."""
    english = add(workspace, ENGLISH, outlet="Harbour Post")
    arabic = add(workspace, ARABIC, outlet="بريد الساحل")
    perform_waiting_jobs(workspace)
    return english, arabic


def claim_with(article, words):
    return Claim.objects.get(article=article, text__contains=words)


def chain(claim):
    return [hop.name for hop in claim.hops.all()]


def test_both_articles_are_worked_through_to_the_end(articles):
    states = Article.objects.values_list("state", flat=True)

    assert set(states) == {"ready"}
    assert Job.objects.exclude(state="done").count() == 0


def test_a_claim_is_given_to_whoever_makes_it(articles):
    english, arabic = articles

    assert chain(claim_with(english, "no worker will be dismissed")) == ["Harbour Post", "Karim Haddun"]
    unnamed = claim_with(arabic, "المحادثات انهارت")
    assert unnamed.anonymous
    assert unnamed.originator.outlet.name == "بريد الساحل"


def test_a_denial_is_kept_as_one(articles):
    assert claim_with(articles[0], "the northern quay would be closed").modality == "denied"


def test_every_span_is_the_very_words_of_the_text(articles):
    for claim in Claim.objects.prefetch_related("spans").select_related("article"):
        pieces = [s for s in claim.spans.all() if s.part == "content"]
        assert " … ".join(claim.article.text[s.start : s.end] for s in pieces) == claim.text


def test_two_tolls_conflict_in_number_across_languages(articles):
    [link] = Link.objects.filter(relation="conflicts", slot="number")

    assert {link.a.article, link.b.article} == set(articles)
    assert link.reasons
    assert 0 < link.probability <= 1


def test_every_claim_can_be_found(articles):
    assert SearchEntry.objects.count() == Claim.objects.count()


def test_both_reports_meet_in_one_story(articles):
    assert Story.objects.count() == 1


def test_a_decision_survives_when_the_article_is_worked_through_again(articles, workspace, editor):
    claim = claim_with(articles[0], "no worker will be dismissed")
    decide_claim(claim=claim, user=editor, state="accepted")
    before = list(articles[0].claims.values_list("text", flat=True))

    work_through_again(article=articles[0], user=editor)
    perform_waiting_jobs(workspace)

    assert Claim.objects.get(pk=claim.pk).state == "accepted"
    assert list(articles[0].claims.values_list("text", flat=True)) == before
    assert list(articles[0].claims.values_list("ordinal", flat=True)) == list(range(1, len(before) + 1))


def test_a_rejected_link_is_not_proposed_again(articles, workspace, editor):
    link = Link.objects.get(relation="conflicts", slot="number")
    decide_link(link=link, user=editor, state="rejected")

    work_through_again(article=articles[1], user=editor)
    perform_waiting_jobs(workspace)

    assert [row.state for row in Link.objects.filter(a=link.a, b=link.b)] == ["rejected"]


@pytest.mark.django_db(transaction=True)
def test_a_real_worker_takes_an_article_from_the_doorbell_to_its_claims():
    workspace = factories.make_workspace()
    arrival = add_pasted(workspace=workspace, user=None, text=ENGLISH, outlet="Harbour Post")
    app.loader.import_default_modules()

    with start_worker(
        app, pool="solo", perform_ping_check=False, queues=["interactive"], shutdown_timeout=60
    ):
        assert ring(arrival.jobs[0])
        for _ in range(240):
            if Article.objects.get(pk=arrival.article.pk).state == "ready":
                break
            time.sleep(0.125)

    assert Article.objects.get(pk=arrival.article.pk).state == "ready"
    assert Claim.objects.filter(article=arrival.article).count() >= 4
    assert settings.CELERY_TASK_ACKS_LATE
