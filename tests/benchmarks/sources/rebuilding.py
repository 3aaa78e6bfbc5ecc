"""Whether a record kept event by event equals one that is rebuilt, and two rebuilds equal each other."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta

from sources.reliability.calibration import measure_calibration
from sources.reliability.evidence import weigh_outcomes
from sources.reliability.ledger import Ledger
from sources.reliability.lettering import letter_at
from sources.reliability.model import score_source
from sources.reliability.parameters import Parameters
from sources.reliability.types import Outcome
from tests.benchmarks.figures import Figure
from tests.benchmarks.sources.histories import FIRST, YEARS, invented_estimates, invented_outcomes

PARAMETERS = Parameters()
SEED = 2026
HISTORIES = 3000
REBUILT = 300
NOW = FIRST + timedelta(days=365 * YEARS)


def measure() -> Iterator[Figure]:
    """Yield the differences, then what one letter, one act and one calibration cost in CPU time."""
    histories = [_history(number) for number in range(HISTORIES)]
    largest = max(largest_difference(outcomes, number) for number, outcomes in enumerate(histories))
    yield Figure(
        f"incremental against rebuilt, largest difference over {HISTORIES:,} histories",
        largest,
        1e-6,
        at_least=False,
    )
    yield Figure("two rebuilds equal byte for byte, share of records", share_equal(), 1.0)
    yield Figure("one letter, three years and 60 verdicts", _letter_cost(), 10.0, at_least=False, unit="ms")
    yield Figure("one act on a ledger of 1,000 verdicts", _act_cost(), unit="µs")
    yield Figure("calibration over 30,000 verdicts of 500 sources", _calibration_cost(), unit="s")


def largest_difference(outcomes: list[Outcome], seed: int) -> float:
    """Return by how much the ledger and the rebuild differ at most, at moments between its acts and after."""
    rng = random.Random(seed)
    ledger = Ledger(parameters=PARAMETERS)
    acts = [(outcome.recorded_at, "add", outcome) for outcome in outcomes]
    acts += [(outcome.superseded_at, "remove", outcome) for outcome in outcomes if outcome.superseded_at]
    largest = 0.0
    moment = FIRST
    for moment, act, outcome in sorted(acts, key=lambda entry: entry[:2]):
        getattr(ledger, act)(outcome)
        if rng.random() < 0.2:
            largest = max(largest, _difference(ledger, outcomes, moment))
    for days in (0, 30, 400, 2500):
        largest = max(largest, _difference(ledger, outcomes, moment + timedelta(days=days)))
    return largest


def _difference(ledger: Ledger, outcomes: list[Outcome], moment: datetime) -> float:
    upheld, mass = ledger.evidence(moment)
    evidence = weigh_outcomes(outcomes, parameters=PARAMETERS, as_of=moment)
    return max(abs(upheld - evidence.upheld), abs(mass - evidence.mass))


def share_equal() -> float:
    """Return the share of records whose bytes are the same here and in another process, in another order."""
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-m", "tests.benchmarks.sources.rebuilding"]
    other = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return sum(a == b for a, b in zip(digests(0), other.stdout.split(), strict=True)) / REBUILT


def digests(shuffle: int) -> list[str]:
    """Return the digest of each of `REBUILT` records, its outcomes and estimates shuffled by a seed."""
    found = []
    for number in range(REBUILT):
        outcomes, estimates = _history(number), invented_estimates(random.Random(number), 20)
        rng = random.Random(shuffle)
        rng.shuffle(outcomes)
        rng.shuffle(estimates)
        card = score_source(outcomes, parameters=PARAMETERS, as_of=NOW, estimates=estimates)
        found.append(card.digest)
    return found


def _history(number: int) -> list[Outcome]:
    rng = random.Random(f"{SEED}:{number}")
    return invented_outcomes(rng, rng.randrange(1, 90))


def _letter_cost() -> float:
    outcomes = invented_outcomes(random.Random(SEED), 60, days=3 * 365)
    moment = FIRST + timedelta(days=3 * 365)
    began = time.process_time()
    for _ in range(50):
        letter_at(outcomes, parameters=PARAMETERS, as_of=moment)
    return (time.process_time() - began) / 50 * 1000


def _act_cost() -> float:
    outcomes = sorted(invented_outcomes(random.Random(SEED), 2000), key=lambda found: found.recorded_at)
    ledger = Ledger.from_outcomes(outcomes[:1000], parameters=PARAMETERS, as_of=outcomes[1000].recorded_at)
    began = time.process_time()
    for outcome in outcomes[1000:]:
        ledger.add(outcome)
        ledger.evidence(outcome.recorded_at)
    return (time.process_time() - began) / 1000 * 1e6


def _calibration_cost() -> float:
    records = {str(number): invented_outcomes(random.Random(number), 60) for number in range(500)}
    began = time.process_time()
    measure_calibration(records, parameters=PARAMETERS)
    return time.process_time() - began


if __name__ == "__main__":
    sys.stdout.write("\n".join(digests(1)))
