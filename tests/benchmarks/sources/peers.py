"""Packages that find truths, on the same worlds: run in an environment of their own (decision 0012)."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.attribution.peers import ENVIRONMENT, ONE_THREAD, PeerFailed
from tests.benchmarks.sources.invented_outlets import World

PEERS = ("TruthFinder", "PooledInvestment", "Dawid-Skene", "one-coin Dawid-Skene")
"""The first two of truthdiscovery 1.0.4 (GPL-3), the others of crowd-kit 1.4.2 (Apache-2.0)."""

PATIENCE_SECONDS = 600


def chances(
    peer: str, worlds: Sequence[World], environment: Path = ENVIRONMENT
) -> list[dict[tuple[str, str], float]]:
    """Return the chance of every answer in each world by a peer.

    Raises
    ------
    PeerFailed
        Its environment is absent or incomplete, or it ends with an error.
    """
    python = environment / "bin" / "python"
    if not python.exists():
        raise PeerFailed(f"there is no {environment.name}; `make bench ONLY=sources` makes it")
    command = [str(python), "-I", str(Path(__file__).with_name("peers_run.py")), peer]
    try:
        run = subprocess.run(
            command,
            input="".join(map(_line, worlds)),
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
    return [
        _of_said(world, json.loads(line)) for world, line in zip(worlds, run.stdout.splitlines(), strict=True)
    ]


def chances_or_none(peer: str, worlds: Sequence[World]) -> list[dict[tuple[str, str], float]] | None:
    """Return the same, or None where the peer cannot be run, with the reason on stderr."""
    try:
        return chances(peer, worlds)
    except PeerFailed as problem:
        print(f"Peer {peer} is not measured: {problem}.", file=sys.stderr)
        return None


def _line(world: World) -> str:
    triples = [(item.source, item.question, item.value) for item in world.assertions]
    known = {item.question: item.value for item in world.known}
    return json.dumps({"triples": triples, "known": known}) + "\n"


def _of_said(world: World, found: list[tuple[str, str, float]]) -> dict[tuple[str, str], float]:
    """Return the chances of the answers that somebody gave; crowd-kit gives one to every label."""
    said = {(item.question, item.value) for item in world.assertions}
    return {(question, value): chance for question, value, chance in found if (question, value) in said}
