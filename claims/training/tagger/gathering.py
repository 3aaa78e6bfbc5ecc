"""Which marked and unmarked articles the tagger learns from, by which definition, and which are held out."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from claims.training.holding import is_held_out
from claims.training.tagger.corpora import Record, read_records

OWN = Path(__file__).parent.parent
ROOT = OWN.parent.parent
ENCODER = ROOT / "claims" / "artefacts" / "encoder"

MARKS, ARTICLES = OWN / "marks", OWN / "articles"
"""Marks on others' articles (offsets only), and invented articles with their marks."""

HAND_MARKED = ("arabic-news-hand", "arabic-news-hand-2", "english-news-hand")
UNMARKED = {"ar": "arabic-news/ant-jawhara.jsonl.gz", "en": "english-news/fa-kes-syria.jsonl.gz"}
"""Licensed for training: ANT (Apache-2.0) and FA-KES (CC BY 4.0)."""

FOLDS = 3
"""Teachers, each trained without one part of the articles: each article is once read unseen."""

_UNMARKED_COUNT = {"ar": 900, "en": 300}
_UNMARKED_LENGTHS = range(500, 4000)


@dataclass(slots=True)
class Corpus:
    """Records by what they are for; those of `claims` and `held_out` follow the product's definition."""

    broad: list[Record] = field(default_factory=list)
    claims: list[Record] = field(default_factory=list)
    held_out: list[Record] = field(default_factory=list)
    unmarked: list[Record] = field(default_factory=list)
    development: list[Record] = field(default_factory=list)


def gather(data: Path, extra: list[Path]) -> Corpus:
    """Return everything that a training run reads below `data`, in the project, and in the `extra` files."""
    corpus = Corpus()
    marked = data / "attribution"
    corpus.broad = read_records(marked / "polnear-train.jsonl.gz")
    corpus.development = read_records(marked / "polnear-dev.jsonl.gz")
    hand = [record for name in HAND_MARKED for record in read_records(marked / f"{name}.jsonl.gz")]
    hand += [record for file in sorted(ARTICLES.glob("*.jsonl")) for record in read_records(file)]
    for record in hand:
        (corpus.held_out if is_held_out(record["id"]) else corpus.claims).append(record)
    texts = (record["text"].strip() for path in UNMARKED.values() for record in read_records(data / path))
    corpus.claims += list(_with_texts({hashlib.sha256(text.encode()).hexdigest(): text for text in texts}))
    corpus.claims += [record for file in extra for record in read_records(file) if not record.get("partial")]
    corpus.unmarked = list(_unmarked(data, {record["text"] for record in (*corpus.claims, *corpus.held_out)}))
    return corpus


def _with_texts(texts: dict[str, str]) -> Iterator[Record]:
    """Yield our marks on others' articles with the texts that they are marks on, found by their digest."""
    for file in sorted(MARKS.glob("*.jsonl")):
        for record in read_records(file):
            if record["sha256"] not in texts:
                raise SystemExit(
                    f"The data folder lacks the text of {record['id']}, which {file.name} marks."
                )
            yield record | {"text": texts[record["sha256"]]}


def _unmarked(data: Path, known: set[str]) -> Iterator[Record]:
    """Yield articles of which nothing is known, in an order that depends on their ids alone."""
    for language, path in UNMARKED.items():
        records = sorted(read_records(data / path), key=lambda r: hashlib.sha256(r["id"].encode()).digest())
        fitting = [
            r for r in records if len(r["text"]) in _UNMARKED_LENGTHS and r["text"].strip() not in known
        ]
        for number, record in enumerate(fitting[: _UNMARKED_COUNT[language]]):
            name = f"unmarked {language} {number}"
            yield {"id": name, "lang": language, "text": record["text"], "attributions": []}


def fold_of(name: str) -> int:
    """Return which teacher does not see the article with this id."""
    return int(hashlib.sha256(f"fold {name}".encode()).hexdigest(), 16) % FOLDS
