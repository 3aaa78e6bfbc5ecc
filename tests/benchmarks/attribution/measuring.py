"""Attribution: who says what, on marked articles, with its calibration, its cost, and its peers beside it."""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from tests.benchmarks.attribution import cost, peers, seeds
from tests.benchmarks.attribution.calibration import (
    error_of_truth,
    expected_calibration_error,
    reliability,
    table_of,
)
from tests.benchmarks.attribution.corpora import (
    Corpus,
    attribution_scorer,
    corpus,
    exam_scorer,
    held_out,
    invented,
)
from tests.benchmarks.attribution.originators import Judged, f1, judged
from tests.benchmarks.attribution.systems import predictions, read_article, read_broadly
from tests.benchmarks.figures import Figure
from tests.benchmarks.speed import documents

Answers = dict[str, dict[str, Any]]
ARABIC = ("arabic-news-hand", "arabic-news-hand-2")
ENGLISH = ("english-news-hand",)

POLNEAR_TARGETS = {
    "content partial": 80.5,
    "pair partial": 73.0,
    "pair exact": 54.0,
    "quoted-only pair partial": 84.0,
}
ARABIC_TARGETS = {"content partial": 85.0, "pair partial": 75.0}
ROLES = {
    "content partial": "partial/content",
    "cue partial": "partial/cue",
    "source partial": "partial/source",
    "pair partial": "pair/partial",
    "pair exact": "pair/exact",
}
"""What the scorer calls each row."""


def measure() -> Iterator[Figure]:
    """Yield the figures of each corpus, of the seed articles, of cost, and those of the peers."""
    polnear = corpus("polnear-dev")
    yield from _rows("PolNeAR dev", polnear_f1(polnear, predictions(polnear, read_broadly)), POLNEAR_TARGETS)
    yield from _hand_marked()
    yield _arabic_pud()
    yield from _claims()
    yield from seeds.measure()
    yield from cost.measure()
    english = [article.text for article in documents() if article.language == "en"]
    yield from peers.measure(
        polnear, english, lambda found: _named("PolNeAR dev", polnear_f1(polnear, found))
    )


def polnear_f1(gold: Corpus, found: Answers) -> dict[str, float | None]:
    """Return F1 in [0, 100] of every row, and of the pairs whose content is quoted."""
    scorer = attribution_scorer()
    quoted = _f1(gold, found, keep=scorer and scorer.is_direct)
    return {**_f1(gold, found), "quoted-only pair partial": quoted["pair partial"]}


def _f1(gold: Corpus, found: Answers, keep: Callable | None = None) -> dict[str, float | None]:
    scorer = attribution_scorer()
    if scorer is None or not gold:
        return dict.fromkeys(ROLES)
    result = scorer.score(gold, found, keep)
    return {name: result[key]["f1"] for name, key in ROLES.items()}


def _named(label: str, values: dict[str, float | None]) -> dict[str, float | None]:
    return {f"{label} {name}": value for name, value in values.items()}


def _rows(label: str, values: dict[str, float | None], targets: dict[str, float]) -> Iterator[Figure]:
    for name, value in values.items():
        yield Figure(f"{label} {name}", value, targets.get(name))


def _hand_marked() -> Iterator[Figure]:
    for label, names, targets in (("Arabic", ARABIC, ARABIC_TARGETS), ("English", ENGLISH, {})):
        gold = held_out(*names)
        found = predictions(gold, lambda text, language: read_article(text, language).attributions)
        yield from _rows(f"{label} held-out articles", _f1(gold, found), targets)


def _arabic_pud() -> Figure:
    """Recall alone: the silver marks leave attributions out, so precision would say little."""
    gold, scorer = corpus("ar-pud-silver"), attribution_scorer()
    recall = None
    if gold and scorer:
        found = predictions(gold, lambda text, language: read_article(text, language).attributions)
        recall = scorer.score(gold, found)["partial/content"]["r"]
    return Figure("Arabic-PUD silver content recall, partial", recall, 88.0)


def _claims() -> Iterator[Figure]:
    """Yield how often held-out claims go to the right originator, and whether their probability knows."""
    articles = {"Arabic": _judged(held_out(*ARABIC)), "English": _judged(held_out(*ENGLISH))}
    for label, of_language in articles.items():
        yield Figure(f"{label} held-out articles originator", f1(of_language))
    articles["invented"] = _judged(invented())
    yield Figure("invented held-out articles originator", f1(articles["invented"]))
    everything = list(chain.from_iterable(articles.values()))
    yield Figure("held-out articles originator", f1(everything))
    yield from calibration_of(everything)


def _judged(gold: Corpus) -> list[Judged]:
    scorer, exam = attribution_scorer(), exam_scorer()
    if scorer is None or exam is None:
        return []
    return [
        judged(read_article(record["text"], record["lang"]).claims, record, scorer, exam)
        for record in gold.values()
    ]


def calibration_of(articles: list[Judged]) -> Iterator[Figure]:
    """Yield the error of the claims' probabilities, and the error that chance alone would bring."""
    known = [
        (probability, right)
        for article in articles
        for claim, right in zip(article.claims, article.right, strict=True)
        if (probability := claim.probability) is not None
    ]
    error = by_chance = None
    if known:
        probabilities, right = map(list, zip(*known, strict=True))
        print(table_of(reliability(probabilities, right)), end="\n\n")
        error = expected_calibration_error(probabilities, right)
        by_chance = error_of_truth(probabilities)
    yield Figure("expected calibration error of the claim probability", error, 0.05, at_least=False)
    yield Figure("the same if the probabilities were the truth", by_chance)
