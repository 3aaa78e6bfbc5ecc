"""Other ways to find which values hold, on the same assertions; each returns a chance for every answer."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping

from sources.reliability.assertions import Assertion
from tests.benchmarks.sources.invented_outlets import World

Chances = Mapping[tuple[str, str], float]
ROUNDS = 50


def majority(world: World) -> dict[tuple[str, str], float]:
    """Return the share of the sources that say so."""
    return _shares(world.assertions)


def majority_of_roots(world: World) -> dict[tuple[str, str], float]:
    """Return the share of those who do not say that they have it from somebody."""
    relayed = {tie.later for tie in world.ties}
    return _shares([item for item in world.assertions if item.id not in relayed])


def accu(world: World) -> dict[tuple[str, str], float]:
    """Return the chances of ACCU (Dong et al. 2009), clamped to what people settled.

    Accuracy starts at .8, as its authors let it, and the number of wrong values is the world's.
    """
    by_question = _sayers(world.assertions)
    truths = {item.question: item.value for item in world.known}
    wrong = world.wrong_values
    accuracy = {item.source: 0.8 for item in world.assertions}
    chances: dict[tuple[str, str], float] = {}
    for _ in range(ROUNDS):
        for question, sayers in by_question.items():
            chances.update(_posterior(question, sayers, accuracy, truths.get(question), wrong))
        sums: dict[str, list[float]] = defaultdict(list)
        for item in world.assertions:
            sums[item.source].append(chances[item.question, item.value])
        accuracy = {source: sum(all_) / len(all_) for source, all_ in sums.items()}
    return chances


def _posterior(
    question: str,
    sayers: Mapping[str, list[str]],
    accuracy: Mapping[str, float],
    truth: str | None,
    wrong: int,
) -> dict[tuple[str, str], float]:
    if truth is not None:
        return {(question, value): float(value == truth) for value in sayers}
    scores = {}
    for value, sources in sayers.items():
        trusted = [min(0.99, max(0.01, accuracy[source])) for source in sources]
        scores[value] = sum(math.log(wrong * one / (1.0 - one)) for one in trusted)
    top = max(0.0, *scores.values())
    powers = {value: math.exp(score - top) for value, score in scores.items()}
    total = sum(powers.values()) + (wrong + 1 - len(powers)) * math.exp(-top)
    return {(question, value): power / total for value, power in powers.items()}


def _shares(assertions: list[Assertion]) -> dict[tuple[str, str], float]:
    said = Counter((item.question, item.value) for item in assertions)
    asked = Counter(item.question for item in assertions)
    return {answer: count / asked[answer[0]] for answer, count in said.items()}


def _sayers(assertions: list[Assertion]) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for item in assertions:
        found[item.question][item.value].append(item.source)
    return found


OWN = {"simple majority": majority, "majority of declared roots": majority_of_roots, "ACCU": accu}
