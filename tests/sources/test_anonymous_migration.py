"""Unnamed sources from before each had to stand at an outlet are given one, and are not graded for it."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from claims.selectors.roles import chain_roles
from sources.models import Source, SourceAlias
from tests.factories import make_article, make_claim, make_source

CONSTRAINT = "an_anonymous_source_stands_at_an_outlet"
migration = import_module("sources.migrations.0010_anonymous_outlets_and_topic_priors")


@pytest.fixture
def loose(workspace):
    """Return an unnamed source at no outlet, as the database once took it."""
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE sources_source DROP CONSTRAINT {CONSTRAINT}")
    source = make_source(workspace, "a port official", "person")
    Source.objects.filter(pk=source.pk).update(kind="anonymous")
    source.refresh_from_db()
    return source


def migrate(source):
    migration.give_outlets(apps, SimpleNamespace(connection=connection))
    source.refresh_from_db()
    return source


def test_it_stands_at_the_outlet_that_first_published_it(workspace, loose):
    claim = make_claim(make_article(workspace), "the bridge is open", chain=[("a port official", "person")])

    assert migrate(loose).outlet == claim.article.outlet
    assert SourceAlias.objects.get(source=loose).scope == str(loose.outlet_id)
    claim.refresh_from_db()
    assert chain_roles(claim) == [(claim.article.outlet, "originated")]


def test_one_that_no_chain_names_stands_where_nothing_is_charged(loose):
    found = migrate(loose)

    assert (found.kind, found.outlet.name, found.outlet.outcomes.count()) == ("anonymous", "?", 0)
