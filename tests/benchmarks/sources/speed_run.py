"""Recomputes a large newsroom's sources once and prints seconds and megabytes; run by `speed`."""

import json
import resource
import time
from datetime import UTC, datetime, timedelta

import numpy as np

from sources.reliability.assertions import Assertion, KnownValue, Tie, TieKind
from sources.reliability.automatic import weigh_agreement
from sources.reliability.copying import find_copy_pairs
from sources.reliability.model import score_source
from sources.reliability.parameters import Parameters
from sources.reliability.types import Outcome, Rating, Role

SOURCES, QUESTIONS, ASSERTIONS, TIES, SETTLED = 5_000, 100_000, 400_000, 60_000, 10_000
NOW = datetime(2026, 6, 1, tzinfo=UTC)


def stored_rows() -> tuple[list[tuple], list[tuple], list[tuple]]:
    """Return assertions, ties and verdicts as plain tuples, as a database hands them over."""
    chance = np.random.default_rng(7)
    question = np.sort(chance.integers(QUESTIONS, size=ASSERTIONS))
    # A few outlets say most of what is said.
    source = (SOURCES * chance.random(ASSERTIONS) ** 2).astype(int)
    value = chance.integers(3, size=ASSERTIONS) * (chance.random(ASSERTIONS) < 0.4)
    # Fifty of them tell one story, so that there are pairs to be compared.
    value[source < 50] = 2
    hours = chance.uniform(0, 24 * 365, QUESTIONS)[question] + chance.uniform(0, 48, ASSERTIONS)
    rows = [
        (f"a{n}", f"s{s}", f"q{q}", f"v{v}", NOW - timedelta(hours=h), f"topic {q % 8}", f"owner {s % 900}")
        for n, (s, q, v, h) in enumerate(
            zip(source.tolist(), question.tolist(), value.tolist(), hours.tolist(), strict=True)
        )
    ]
    tied = chance.integers(ASSERTIONS - 1, size=TIES).tolist()
    kinds = list(TieKind)
    ties = [(f"a{n}", f"a{n + 1}", kinds[n % 3], 0.9) for n in tied]
    settled = [(f"q{q}", "v0", 1.0) for q in range(0, QUESTIONS, QUESTIONS // SETTLED)]
    return rows, ties, settled


def load(rows: list[tuple], ties: list[tuple], settled: list[tuple]) -> tuple:
    """Return the rows as the model takes them, and an outcome for all who answered a settled question."""
    assertions = [
        Assertion(key, source, question, value, moment, topic=topic, owner=owner)
        for key, source, question, value, moment, topic, owner in rows
    ]
    truths = {question: value for question, value, _ in settled}
    outcomes: dict[str, list[Outcome]] = {f"s{n}": [] for n in range(SOURCES)}
    for item in assertions:
        if item.question in truths:
            rating = Rating.TRUE if item.value == truths[item.question] else Rating.FALSE
            outcomes[item.source].append(
                Outcome(item.id, item.id, None, rating, Role.ORIGINATED, item.made_at, item.made_at.date())
            )
    return assertions, [Tie(*row) for row in ties], [KnownValue(*row) for row in settled], outcomes


def main() -> None:
    """Print the costs of each part as JSON; the rows stand in memory before the clock starts."""
    parameters = Parameters()
    stored = stored_rows()
    spent, began = time.process_time(), time.perf_counter()
    assertions, ties, known, outcomes = load(*stored)
    loaded = time.perf_counter()
    pairs = find_copy_pairs(assertions, known, parameters=parameters, ties=ties)
    compared = time.perf_counter()
    agreement = weigh_agreement(assertions, ties, known, parameters=parameters, as_of=NOW, copying=pairs)
    agreed = time.perf_counter()
    for each in outcomes.values():
        score_source(each, parameters=parameters, as_of=NOW)
    done, processor = time.perf_counter(), time.process_time() - spent
    # The kernel's high-water mark of this process, in kilobytes on Linux.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(
        json.dumps(
            {
                "processor seconds in all": processor,
                "seconds in all": done - began,
                "seconds, rows to assertions": loaded - began,
                "seconds, copying": compared - loaded,
                "seconds, agreement": agreed - compared,
                "seconds, human records": done - agreed,
                "gigabytes at most": peak,
                "pairs that copy": float(len(pairs)),
                "sources with automatic evidence": float(
                    sum(e.mass > 0 for e in agreement.by_source.values())
                ),
            }
        )
    )


if __name__ == "__main__":
    main()
