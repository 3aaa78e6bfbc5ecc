"""Fixtures that every test may use."""

import pytest
from django.db import connection
from django.utils import translation
from hypothesis import settings
from rest_framework.test import APIClient

from tests import factories
from workbench.accounts.models import Scope
from workbench.accounts.services import create_api_key

# A slow machine is no fault of what a test asserts.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

EMPTIED = {
    "audit_event": "events_are_never_truncated",
    "audit_eventchain": "chains_are_never_truncated",
    "audit_anchor": "anchors_are_never_truncated",
    "sources_outcome": "outcomes_are_never_truncated",
    "sources_estimate": "estimates_are_never_truncated",
    "sources_sourcemerge": "merges_are_never_truncated",
    "sources_practice": "practices_are_never_truncated",
    "sources_reply": "replies_are_never_truncated",
    "sources_erratum": "errata_are_never_truncated",
}
"""What refuses to be emptied, and the trigger that refuses it: tests with several connections end so."""


@pytest.fixture(autouse=True)
def speaking_english():
    """Begin each test in English, whatever language the last page of the test before was in."""
    with translation.override("en"):
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Let tests empty the log and what repeats it: in their database, by its owner, as nobody else can."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for table, trigger in EMPTIED.items():
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {trigger}")


@pytest.fixture
def guarded(db):
    """Guard the log's tables as they are guarded outside of tests, until the test is over."""
    with connection.cursor() as cursor:
        for table, trigger in EMPTIED.items():
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER {trigger}")


@pytest.fixture
def workspace(db):
    """Return a newsroom's empty space."""
    return factories.make_workspace()


@pytest.fixture
def editor(workspace):
    """Return a person who may do everything in the workspace but manage the machine."""
    return factories.make_member(workspace)


@pytest.fixture
def api(workspace):
    """Return a newsroom system with a key that reads and adds."""
    _, key = create_api_key(workspace=workspace, name="Desk system", scopes=[Scope.READ, Scope.INGEST])
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {key}")
    return client
