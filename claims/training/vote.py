"""Fits the vote: `python -m claims.training.vote [UNSEEN] --data ../shared/data`.

The rows are the product's marked articles as the rules read them, and as that teacher read them which had
not seen them: its confidence is that of a first meeting. UNSEEN is the `unseen.jsonl` of a tagger's run;
without it those of the committed tagger are taken. Held-out articles are not among the rows. Figures
printed are of cross-validation over articles.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from claims.nlp.components.attributions import AttributionReader
from claims.nlp.components.relays import RelayFinder
from claims.nlp.components.resolution import SourceResolver
from claims.nlp.components.tagging import as_attributions
from claims.nlp.components.voting import Voting, final_signs
from claims.nlp.pipeline import read_page
from claims.nlp.tagger.decoding import Tagged
from claims.nlp.tagger.pieces import read_pieces
from claims.nlp.types import Attribution, Document, Modality, Span, Spans
from claims.nlp.voting.model import VoteModel
from claims.nlp.voting.pairing import SAME_CONTENT, dice, pair_up
from claims.nlp.voting.signs import signs_of
from claims.training.logistic import fit_logistic
from claims.training.tagger.corpora import Record, read_records
from claims.training.tagger.gathering import ENCODER, ROOT, gather
from workbench.core.text import fold_name

FOLDS = 5
PENALTIES = {"content": 4.0, "source": 60.0, "modality": 4.0, "keep": 2.0, "right": 2.0}
FLOOR = 0.45
"""Where F1 of kept attributions is highest in cross-validation."""

UNSEEN = ROOT / "claims" / "training" / "readings" / "unseen.jsonl.gz"
"""What the teachers of the committed tagger read in articles new to them: places and chances, no texts."""

OUT = ROOT / "claims" / "nlp" / "voting" / "vote.json"


@dataclass(frozen=True, slots=True)
class Read:
    """One marked article as both components read it."""

    record: Record
    document: Document
    gold: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """The signs of one candidate, the right answer, and the article it is of."""

    article: str
    signs: dict[str, float]
    answer: bool


def read_articles(unseen: Path, data: Path) -> Iterator[Read]:
    """Yield each article of the unseen readings with what the rules and its teacher read in it."""
    tokenizer = Tokenizer.from_file(str(ENCODER / "tokenizer.json"))
    tokenizer.no_truncation()
    tagged = {row["id"]: row["tagged"] for row in read_records(unseen)}
    for record in gather(data, []).claims:
        if record["id"] in tagged:
            document = AttributionReader()(read_page(_document(record)))
            pieces = read_pieces(record["text"], tokenizer)
            found = as_attributions(document, pieces, [_tagged(one) for one in tagged[record["id"]]])
            yield Read(record, replace(document, read_by_tagger=tuple(found)), _gold(record))


def _document(record: Record) -> Document:
    return Document(
        text=record["text"],
        language=record["lang"],
        title=record.get("title") or "",
        outlet=record.get("outlet") or "",
    )


def _tagged(stored: dict[str, Any]) -> Tagged:
    runs = {name: tuple(stored[name]) if stored[name] else None for name in ("cue", "source")}
    modality = {Modality(name): chance for name, chance in stored["modality"].items()}
    contents = tuple((role, first, last) for role, first, last in stored["contents"])
    return Tagged(**(stored | runs | {"modality": modality, "contents": contents}))


def _gold(record: Record) -> tuple[Attribution, ...]:
    return tuple(
        Attribution(
            content=_spans(mark["content"]),
            cue=_spans(mark["cue"]),
            source=_spans(mark["source"]),
            quote=None,
            form=None,
            cue_key=mark.get("resolved") or "",
            cue_class="",
            modality=mark.get("modality"),
        )
        for mark in record["attributions"]
    )


def _spans(pairs: Sequence[Sequence[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)


def nearest(reading: Attribution, gold: Sequence[Attribution]) -> Attribution | None:
    """Return the mark that a reading is of, None where it is of none."""
    best = max(
        gold, key=lambda g: (dice(g.content, reading.content), dice(g.source, reading.source)), default=None
    )
    return best if best and dice(best.content, reading.content) >= SAME_CONTENT else None


def part_rows(read: Read, part: str) -> Iterator[Row]:
    """Yield whether the tagger's `part` is better, for each statement that both read and differ in."""
    for candidate in pair_up(read.document.read_by_rules, read.document.read_by_tagger):
        rules, tagged = candidate.rules, candidate.tagged
        mark = nearest(tagged, read.gold) if rules and tagged else None
        if rules is None or tagged is None or mark is None:
            continue
        ours, theirs = _goodness(part, rules, mark), _goodness(part, tagged, mark)
        if abs(ours - theirs) > 0.02:
            yield Row(read.record["id"], signs_of(candidate), theirs > ours)


def _goodness(part: str, reading: Attribution, mark: Attribution) -> float:
    if part == "modality":
        return float(reading.modality == mark.modality)
    return dice(getattr(reading, part), getattr(mark, part))


def keep_rows(read: Read) -> Iterator[Row]:
    """Yield for each candidate whether it is of a mark that no better candidate is of, source and all."""
    candidates = pair_up(read.document.read_by_rules, read.document.read_by_tagger)
    offers = []
    for candidate in candidates:
        reading = candidate.readings[-1]
        mark = nearest(reading, read.gold)
        if mark is not None:
            fit = dice(reading.content, mark.content) + dice(reading.source, mark.source)
            offers.append((len(candidate.readings), fit, id(mark), id(candidate)))
    taken: set[int] = set()
    right: set[int] = set()
    for _, _, mark, candidate in sorted(offers, reverse=True):
        if mark not in taken:
            taken.add(mark)
            right.add(candidate)
    for candidate in candidates:
        yield Row(read.record["id"], signs_of(candidate), id(candidate) in right)


def right_rows(read: Read, model: VoteModel) -> Iterator[Row]:
    """Yield for each attribution that the vote keeps whether content and originator are right."""
    document = read.document
    for component in (Voting(model), RelayFinder(), SourceResolver()):
        document = component(document)
    taken: set[int] = set()
    for attribution, origin, signs in zip(
        document.attributions, document.origins, final_signs(document), strict=True
    ):
        mark = nearest(attribution, read.gold)
        name = origin.speaker.name if origin.speaker else ""
        right = mark is not None and id(mark) not in taken and is_same_name(name, mark.cue_key)
        taken |= {id(mark)} if right else set()
        yield Row(read.record["id"], signs, right)


def is_same_name(name: str, marked: str) -> bool:
    """Tell whether a name is the marked one, also behind a title of up to four words, as the exam has it."""
    one, other = fold_name(name).split(), fold_name(marked).split()
    if not one or not other:
        return one == other
    return one[-len(other) :] == other and len(one) - len(other) <= 4


def cross_validated(rows: Sequence[Row], question: str) -> list[float]:
    """Return the chance of each row by a model that has not seen its article."""
    articles = sorted({row.article for row in rows})
    fold = {article: number % FOLDS for number, article in enumerate(articles)}
    chances = [0.0] * len(rows)
    for number in range(FOLDS):
        train = [row for row in rows if fold[row.article] != number]
        model = _model({question: _fit(train, question)})
        for k, row in enumerate(rows):
            if fold[row.article] == number:
                chances[k] = model.chance(question, row.signs)
    return chances


def _fit(rows: Sequence[Row], question: str) -> dict[str, float]:
    return fit_logistic([r.signs for r in rows], [r.answer for r in rows], penalty=PENALTIES[question])


def _model(weights: dict[str, dict[str, float]]) -> VoteModel:
    return VoteModel(weights, FLOOR, "fitting")


def calibration_error(chances: Sequence[float], answers: Sequence[bool], bins: int = 15) -> float:
    """Return the expected calibration error over bins of equal mass (Naeini et al. 2015)."""
    order = sorted(range(len(chances)), key=chances.__getitem__)
    error = 0.0
    for k in range(bins):
        part = order[k * len(order) // bins : (k + 1) * len(order) // bins]
        if part:
            mean = sum(chances[i] for i in part) / len(part)
            share = sum(answers[i] for i in part) / len(part)
            error += abs(mean - share) * len(part) / len(order)
    return error


def main() -> None:
    """Fit every question, print how it does on articles left out, and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m claims.training.vote", description=__doc__)
    parser.add_argument("unseen", type=Path, nargs="?", default=UNSEEN)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    arguments = parser.parse_args()
    reads = list(read_articles(arguments.unseen, arguments.data))
    weights: dict[str, dict[str, float]] = {}
    makers: dict[str, Callable[[Read], Iterator[Row]]] = {
        "content": lambda read: part_rows(read, "content"),
        "source": lambda read: part_rows(read, "source"),
        "modality": lambda read: part_rows(read, "modality"),
        "keep": keep_rows,
        "right": lambda read: right_rows(read, _model(weights)),
    }
    for question, make in makers.items():
        rows = [row for read in reads for row in make(read)]
        tell(question, rows)
        weights[question] = _fit(rows, question)
    stored = {"version": "vote-1", "floor": FLOOR, "weights": weights}
    OUT.write_text(json.dumps(stored, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


def tell(question: str, rows: Sequence[Row]) -> None:
    """Print what cross-validation gives for a question."""
    chances, answers = cross_validated(rows, question), [row.answer for row in rows]
    right = sum((c >= 0.5) == a for c, a in zip(chances, answers, strict=True)) / len(rows)
    yes = sum(answers) / len(rows)
    error = calibration_error(chances, answers)
    print(f"{question}: {len(rows)} rows, {yes:.3f} yes, {right:.3f} right, calibration error {error:.3f}")
    if question == "keep":
        for floor in (0.3, 0.35, 0.4, 0.45, 0.5, 0.55):
            kept = [a for c, a in zip(chances, answers, strict=True) if c >= floor]
            print(f"  floor {floor}: F1 {2 * sum(kept) / (len(kept) + sum(answers)):.4f} of {len(kept)} kept")


if __name__ == "__main__":
    main()
