"""Finds truths with a peer: `peers_run.py PEER`, JSON lines of worlds in, JSON lines of chances out.

It runs in the peers' own environment, by its path: nothing of ours may be imported here, and nothing of
theirs at the top.
"""

import json
import sys
from collections.abc import Callable
from types import ModuleType

Triples = list[tuple[str, str, str]]
Chances = list[tuple[str, str, float]]
Peer = Callable[[Triples, dict[str, str]], Chances]
"""From (source, question, value) and the questions that people settled to the chance of each answer."""


def truth_finder(triples: Triples, known: dict[str, str]) -> Chances:
    """Return TruthFinder's confidences as shares of their question's sum, which betters its Brier score."""
    return _shares(_discovered("TruthFinder", triples))


def pooled_investment(triples: Triples, known: dict[str, str]) -> Chances:
    """Return PooledInvestment's beliefs as shares of their question's sum."""
    return _shares(_discovered("PooledInvestment", triples))


def dawid_skene(triples: Triples, known: dict[str, str]) -> Chances:
    """Return crowd-kit's Dawid-Skene, told what people settled."""
    import pandas
    from crowdkit.aggregation import DawidSkene

    truths = pandas.Series(known, dtype=object) if known else None
    return _table(DawidSkene(n_iter=100).fit_predict_proba(_frame(triples), true_labels=truths))


def one_coin(triples: Triples, known: dict[str, str]) -> Chances:
    """Return crowd-kit's Dawid-Skene with one accuracy a source; it takes no settled answers."""
    from crowdkit.aggregation import OneCoinDawidSkene

    return _table(OneCoinDawidSkene(n_iter=100).fit_predict_proba(_frame(triples)))


def _discovered(name: str, triples: Triples) -> dict[str, dict[str, float]]:
    # The package draws graphs when it is imported; that needs a library which no lock can bring.
    sys.modules.setdefault("cairo", ModuleType("cairo"))
    import truthdiscovery

    return getattr(truthdiscovery, name)().run(truthdiscovery.Dataset(triples)).belief


def _shares(belief: dict[str, dict[str, float]]) -> Chances:
    return [
        (question, value, float(chance) / (sum(map(float, values.values())) or 1.0))
        for question, values in belief.items()
        for value, chance in values.items()
    ]


def _frame(triples: Triples):
    import pandas

    rows = [(question, source, value) for source, question, value in triples]
    return pandas.DataFrame(rows, columns=["task", "worker", "label"])


def _table(chances) -> Chances:
    return [
        (question, value, float(chance))
        for question, row in zip(chances.index, chances.to_numpy(), strict=True)
        for value, chance in zip(chances.columns, row, strict=True)
    ]


PEERS: dict[str, Peer] = {
    "TruthFinder": truth_finder,
    "PooledInvestment": pooled_investment,
    "Dawid-Skene": dawid_skene,
    "one-coin Dawid-Skene": one_coin,
}


def main() -> None:
    """Answer each world that comes on stdin."""
    peer = PEERS[sys.argv[1]]
    for line in sys.stdin:
        record = json.loads(line)
        chances = peer([tuple(triple) for triple in record["triples"]], record["known"])
        sys.stdout.write(json.dumps(chances) + "\n")


if __name__ == "__main__":
    main()
