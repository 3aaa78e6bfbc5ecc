"""Fixtures that every test may use."""

import pytest
from django.utils import translation
from rest_framework.test import APIClient

from tests import factories
from workbench.accounts.models import Scope
from workbench.accounts.services import create_api_key


@pytest.fixture(autouse=True)
def speaking_english():
    """Begin each test in English, whatever language the last page of the test before was in."""
    with translation.override("en"):
        yield


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
