"""Migrations are complete, named, in one line, and do not lean on code that will change."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from tests.architecture.project import CHECKOUT, files

MIGRATIONS = [path for path in files("*.py") if path.match("migrations/[0-9]*")]
PACKAGE = r"(?:claims|sources|workbench\.\w+)"
LIVE_CODE = re.compile(rf"^(?:from|import) {PACKAGE}\.(?:models|services|selectors)", re.M)


@pytest.mark.django_db
def test_every_change_of_a_model_has_its_migration():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("path", MIGRATIONS, ids=str)
def test_a_migration_is_named_after_what_it_does(path):
    assert re.fullmatch(r"\d{4}_[a-z][a-z0-9_]+\.py", path.name)
    assert "_auto_" not in path.name, "name it: makemigrations --name"


@pytest.mark.parametrize("path", MIGRATIONS, ids=str)
def test_a_migration_uses_no_live_code(path):
    found = LIVE_CODE.findall((CHECKOUT / path).read_text(encoding="utf-8"))

    assert not found, "take models from `apps`: the code of today is gone when this runs next year"


def test_the_migrations_of_an_app_stand_in_one_line():
    leaves = MigrationLoader(None).graph.leaf_nodes()
    own = {config.label for config in apps.get_app_configs() if CHECKOUT in Path(config.path).parents}

    assert sorted(app for app, _ in leaves if app in own) == sorted({app for app, _ in leaves if app in own})
