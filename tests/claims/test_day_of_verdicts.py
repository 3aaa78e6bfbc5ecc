"""Verdicts from before they had a day of their own get the one on which they were recorded."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from claims.models import Verdict
from claims.services.verdicts import record_verdict
from tests.factories import make_article, make_claim


def migrate_to(name):
    executor = MigrationExecutor(connection)
    executor.migrate([("claims", name)])


@pytest.mark.django_db(transaction=True)
def test_a_verdict_is_of_the_day_on_which_it_was_recorded(workspace, editor):
    claim = make_claim(make_article(workspace), "the bridge is open", chain=("the mayor",))
    verdict, _ = record_verdict(claim=claim, user=editor, rating="false", reasoning="It was shut.")
    Verdict.objects.update(created_at=datetime(2024, 3, 5, 12, tzinfo=UTC))

    migrate_to("0013_reviews_are_by_others")
    migrate_to("0014_verdicts_keep_their_day")

    assert str(Verdict.objects.get(pk=verdict.pk).settled_on) == "2024-03-05"
