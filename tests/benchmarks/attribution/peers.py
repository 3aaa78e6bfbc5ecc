"""Other tools on the same texts: run in an environment of their own, and left out where it is absent."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.attribution.corpora import Corpus
from tests.benchmarks.exam import ROOT
from tests.benchmarks.figures import Figure

ENVIRONMENT = ROOT / ".venv-peers"
"""Made by `make bench ONLY=attribution` from requirements/peers.lock; see decision 0012."""

PEERS = ("textacy", "sayswho")
SPEED = "documents of 5,000 characters a CPU-second, English"
PATIENCE_SECONDS = 900
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class PeerFailed(Exception):
    """A peer could not be run, and why."""


def answers(peer: str, texts: dict[str, str], environment: Path = ENVIRONMENT) -> dict[str, dict[str, Any]]:
    """Return what a peer reads in `texts`: `attributions`, `given_up` and `cpu_seconds` by identifier.

    Raises
    ------
    PeerFailed
        Its environment is absent or incomplete, or it ends with an error.
    """
    python = environment / "bin" / "python"
    if not python.exists():
        raise PeerFailed(f"there is no {environment.name}; `make bench ONLY=attribution` makes it")
    lines = "".join(json.dumps({"id": key, "text": text}) + "\n" for key, text in texts.items())
    command = [str(python), "-I", str(Path(__file__).with_name("peers_run.py")), peer]
    try:
        run = subprocess.run(
            command,
            input=lines,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=PATIENCE_SECONDS,
            env={**os.environ, **ONE_THREAD},
        )
    except subprocess.TimeoutExpired as problem:
        raise PeerFailed(f"it was not done after {PATIENCE_SECONDS} s") from problem
    if run.returncode != 0:
        raise PeerFailed(run.stderr.strip().rsplit("\n", 1)[-1] or f"it ended with {run.returncode}")
    return {answer["id"]: answer for answer in map(json.loads, run.stdout.splitlines())}


def measure(
    gold: Corpus,
    timed: list[str],
    rows_of: Callable[[dict[str, dict[str, Any]]], dict[str, float | None]],
    environment: Path = ENVIRONMENT,
) -> Iterator[Figure]:
    """Yield for each peer the `rows_of` its answers on `gold`, and its speed on the texts of `timed`."""
    for peer in PEERS:
        try:
            found = answers(peer, {key: record["text"] for key, record in gold.items()}, environment)
            clocked = answers(peer, {str(i): text for i, text in enumerate(timed)}, environment)
        except PeerFailed as problem:
            print(f"Peer {peer} is not measured: {problem}.", file=sys.stderr)
            rows: dict[str, float | None] = {**dict.fromkeys(rows_of({})), SPEED: None}
        else:
            given_up = sum(answer["given_up"] for answer in found.values())
            print(f"Peer {peer} gave up on {given_up} stretches of the text.", file=sys.stderr)
            spent = sum(answer["cpu_seconds"] for answer in clocked.values())
            rows = {**rows_of(found), SPEED: len(clocked) / spent}
        for name, value in rows.items():
            yield Figure(f"peer {peer}: {name}", value)
