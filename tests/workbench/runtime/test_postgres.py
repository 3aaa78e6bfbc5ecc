"""The embedded PostgreSQL survives what machines do to it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from workbench.runtime.errors import CannotRun
from workbench.runtime.folders import ServicesFolder
from workbench.runtime.postgres import Postgres


@pytest.fixture
def postgres(folder):
    """Give a server with its data made, not yet started."""
    server = Postgres(folder)
    yield server
    server.stop()


def test_an_interrupted_first_start_is_redone(folder, postgres):
    (folder.data("pg.new") / "PG_VERSION").write_text("18\n")

    postgres.start()

    with psycopg.connect(postgres.url) as connection:
        assert connection.execute("SELECT current_database()").fetchone() == ("workbench",)
    assert not (folder.path / "pg.new").exists()


def test_text_sorts_by_code_point_on_every_machine(postgres):
    postgres.start()

    with psycopg.connect(postgres.url) as connection:
        query = "SELECT array_agg(word ORDER BY word) FROM unnest(ARRAY['b','a','B','é','z']) word"
        row = connection.execute(query).fetchone()

    assert row == (["B", "a", "b", "z", "é"],)


def test_nobody_but_its_owner_and_root_may_enter_by_the_socket(postgres):
    postgres.start()

    assert postgres.sockets.stat().st_mode & 0o777 == 0o700


def test_a_killed_server_comes_back_with_what_was_committed(folder):
    server = Postgres(ServicesFolder(path=folder.path, account=folder.account, durable=True))
    server.start()
    try:
        with psycopg.connect(server.url) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 1 AS n")
        os.kill(server.process.pid, signal.SIGKILL)

        server.start()

        with psycopg.connect(server.url) as connection:
            assert connection.execute("SELECT n FROM kept").fetchone() == (1,)
    finally:
        server.stop()


@pytest.mark.skipif(not Path("/proc/self/exe").exists(), reason="needs /proc")
def test_a_lock_whose_number_now_belongs_to_another_program_does_not_stop_the_start(postgres):
    postgres.start()
    postgres.stop()
    account = postgres.folder.account
    owner = {"user": account.uid, "group": account.gid, "extra_groups": []} if account else {}
    with subprocess.Popen(["/bin/sleep", "60"], **owner) as stranger:
        lock = postgres.data / "postmaster.pid"
        lock.write_text(f"{stranger.pid}\n{postgres.data}\n0\n5432\n{postgres.sockets}\n\n\n")

        postgres.start()

        assert postgres.is_running()
        assert stranger.poll() is None
        stranger.kill()


def test_data_of_another_major_version_is_refused_with_what_to_do(postgres):
    postgres.folder.data("pg")
    (postgres.data / "PG_VERSION").write_text("15\n")

    with pytest.raises(CannotRun, match=r"is PostgreSQL 15's .* Dump it with the old version"):
        postgres.start()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can take on another user's number")
def test_a_user_without_an_entry_is_told_so():
    code = "from workbench.runtime.account import services_account; services_account()"
    reading = "import os, sys; sys.path.insert(0, os.getcwd()); import workbench.runtime.account;"
    unknown = f"{reading} os.setuid(12345); {code}"

    run = subprocess.run([sys.executable, "-c", unknown], capture_output=True, text=True, check=False)

    assert "User id 12345 has no entry in /etc/passwd, which PostgreSQL needs." in run.stderr
