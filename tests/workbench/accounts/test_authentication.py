"""A key opens its own workspace, as long as it is meant to, and nobody can read it back."""

from datetime import timedelta

import pytest
from django.core import serializers
from django.utils import timezone
from rest_framework.test import APIClient

from tests.factories import make_source, make_workspace
from workbench.accounts.models import ApiKey, Scope
from workbench.accounts.services import create_api_key, hash_key


def system_with(key):
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {key}")
    return client


def test_of_a_key_only_its_hash_is_kept(workspace):
    row, key = create_api_key(workspace=workspace, name="Archive", scopes=[Scope.READ])

    kept = serializers.serialize("json", ApiKey.objects.all())

    assert row.secret_sha256 == hash_key(key)
    assert key not in kept
    assert key.removeprefix(f"cw_{row.prefix}_") not in kept


@pytest.mark.parametrize(("days", "status"), [(1, 200), (-1, 401)])
def test_a_key_opens_nothing_after_its_last_day(workspace, days, status):
    end = timezone.now() + timedelta(days=days)
    _row, key = create_api_key(workspace=workspace, name="Archive", scopes=[Scope.READ], expires_at=end)

    assert system_with(key).get("/api/v1/sources").status_code == status


def test_a_key_reads_its_own_workspace_even_where_a_person_of_another_is_logged_in(workspace, editor):
    elsewhere = make_workspace("Elsewhere")
    make_source(workspace, "Harbour Post")
    make_source(elsewhere, "Coast Daily")
    _row, key = create_api_key(workspace=elsewhere, name="Theirs", scopes=[Scope.READ])
    system = system_with(key)
    system.force_login(editor)

    names = [row["name"] for row in system.get("/api/v1/sources").json()["results"]]

    assert names == ["Coast Daily"]
