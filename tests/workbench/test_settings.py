"""Production refuses to start without its secrets, and has nothing that Django's own check complains of."""

import os
import subprocess
import sys

import pytest

from workbench.settings import environment

COMPLETE = {
    "DJANGO_SETTINGS_MODULE": "workbench.settings.production",
    "SECRET_KEY": "k" * 20 + "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN",
    "ALLOWED_HOSTS": "claims.newsroom.example",
    "DATABASE_URL": "postgresql://workbench@db/workbench",
    "REDIS_URL": "redis://broker:6379/0",
}


def manage(command, environ):
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("DJANGO_") and name not in COMPLETE
    }
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        capture_output=True,
        text=True,
        env=kept | environ,
        check=False,
    )


def test_djangos_deployment_check_has_nothing_to_say():
    run = manage(["check", "--deploy", "--fail-level", "INFO"], COMPLETE)

    assert run.returncode == 0, run.stderr
    assert "no issues" in run.stdout


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL"])
def test_a_missing_setting_stops_the_start_by_its_name(missing):
    environ = {name: value for name, value in COMPLETE.items() if name != missing}

    run = manage(["check"], environ)

    assert run.returncode != 0
    assert f"Set {missing}." in run.stderr


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param(
            "postgresql://desk:p%40ss@db.example:5433/claims?sslmode=require",
            {"NAME": "claims", "USER": "desk", "PASSWORD": "p@ss", "HOST": "db.example", "PORT": "5433"},
            id="host-and-password",
        ),
        pytest.param(
            "postgresql://postgres@/claims?host=/run/pg&port=5999",
            {"NAME": "claims", "USER": "postgres", "HOST": "/run/pg", "PORT": "5999", "OPTIONS": {}},
            id="socket-folder",
        ),
    ],
)
def test_a_database_url_is_read_as_libpq_reads_it(url, expected):
    assert expected.items() <= environment.database(url).items()


@pytest.mark.parametrize(
    ("url", "expected"),
    [("unix:///run/v.sock?db=1", "redis+socket:///run/v.sock"), ("redis://b:6379/0", "redis://b:6379/0")],
)
def test_celery_is_told_of_sockets_in_its_own_words(url, expected):
    assert environment.broker(url) == expected
