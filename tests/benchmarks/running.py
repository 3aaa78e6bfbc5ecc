"""The running workbench: time to the first page, time for a pasted article, memory of every process."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil

from tests.benchmarks.figures import Figure
from tests.benchmarks.texts import PASTED_ARTICLE

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE_SECONDS = 180.0


@dataclass
class Run:
    """A workbench that was started: its process, address, login, and the seconds until its page answered."""

    process: subprocess.Popen
    address: str
    login: str
    password: str
    seconds: float


@contextmanager
def workbench(state: Path) -> Iterator[Run]:
    """Start a workbench on a state folder of its own, and stop it after the block."""
    environment = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "REDIS_URL"}}
    environment["WORKBENCH_STATE_DIR"] = str(state)
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "workbench.runtime", "run"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        printed = ""
        assert process.stdout is not None
        while "Stop it with" not in printed:
            line = process.stdout.readline()
            if not line:
                raise RuntimeError(f"The workbench did not start:\n{printed}")
            printed += line
        address = re.search(r"runs: (\S+)", printed).group(1)
        login, password = re.search(r"Log in as (\S+) with the password (\S+)", printed).groups()
        httpx.get(address, follow_redirects=True, timeout=30).raise_for_status()
        yield Run(process, address.rstrip("/"), login, password, time.monotonic() - began)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def logged_in(run: Run) -> httpx.Client:
    """Return a client with a session of the printed login."""
    client = httpx.Client(base_url=run.address, follow_redirects=True, timeout=30)
    page = client.get("/login/")
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text).group(1)
    answer = client.post(
        str(page.url), data={"csrfmiddlewaretoken": token, "username": run.login, "password": run.password}
    )
    answer.raise_for_status()
    return client


def wait_until_quiet(client: httpx.Client) -> float:
    """Return the seconds until every article is ready."""
    began = time.monotonic()
    while time.monotonic() - began < PATIENCE_SECONDS:
        states = [a["state"] for a in client.get("/api/v1/articles", params={"limit": 100}).json()["results"]]
        if states and set(states) <= {"ready"}:
            return time.monotonic() - began
        time.sleep(0.25)
    raise RuntimeError("The articles were not worked through in time.")


def paste(client: httpx.Client) -> float:
    """Paste the article through the page and return the seconds from the click until it is ready."""
    page = client.get("/add/")
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text).group(1)
    began = time.monotonic()
    answer = client.post(str(page.url), data={"csrfmiddlewaretoken": token, **PASTED_ARTICLE})
    answer.raise_for_status()
    wait_until_quiet(client)
    return time.monotonic() - began


def memory(process: subprocess.Popen) -> dict[str, float]:
    """Return megabytes of each process by name: its proportional share where the system tells it."""
    shares: dict[str, float] = {}
    own = psutil.Process(process.pid)
    for found in [own, *own.children(recursive=True)]:
        full = found.memory_full_info()
        name = _name(found)
        shares[name] = shares.get(name, 0.0) + getattr(full, "pss", full.rss) / 2**20
    return shares


def _name(process: psutil.Process) -> str:
    line = " ".join(process.cmdline())
    known = {
        "granian": "web",
        " worker": "worker",
        " beat": "beat",
        "valkey": "valkey",
        "postgres": "postgres",
    }
    return next((name for mark, name in known.items() if mark in line), "supervisor")


def measure() -> Iterator[Figure]:
    """Yield start times, the pasted article's time, and memory after work; on a state folder thrown away."""
    with tempfile.TemporaryDirectory(prefix="cw-bench-") as folder:
        Path(folder).chmod(0o711)  # as root, the services' own account must be able to pass through it
        state = Path(folder) / "state"
        with workbench(state) as run:
            yield Figure("first start to the first page", run.seconds, 40.0, at_least=False, unit="s")
            client = logged_in(run)
            yield Figure("sample stories worked through after", wait_until_quiet(client), unit="s")
            yield Figure(
                "pasted article of 400 words, click to ready", paste(client), 8.0, at_least=False, unit="s"
            )
            shares = memory(run.process)
        with workbench(state) as run:
            yield Figure("later start to the first page", run.seconds, 10.0, at_least=False, unit="s")
    for name, megabytes in sorted(shares.items()):
        yield Figure(f"memory of {name}", megabytes, unit="MB")
    yield Figure("memory of all processes", sum(shares.values()), 1500.0, at_least=False, unit="MB")
