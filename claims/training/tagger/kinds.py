"""The tables of the model card: `python -m claims.training.tagger.kinds --data ../shared/data`.

How well each kind of content is found, by language, on PolNeAR dev (the tagger alone, by the broad
definition) and on the held-out articles (the whole engine, by the product's definition); and the
reliability of its probabilities.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claims.nlp.languages.sources import has_words
from claims.nlp.lexicon import Language, load_language, longest_phrase
from claims.nlp.pipeline import analyse_article, read_attributions
from claims.nlp.tagger.network import TaggerNetwork
from claims.nlp.tagger.reader import TaggerReader
from claims.nlp.tokens import tokenize
from claims.nlp.types import Claim, Document, Span, Spans
from claims.nlp.voting.pairing import SAME_CONTENT, dice
from claims.training.tagger.corpora import Record
from claims.training.tagger.gathering import ENCODER, ROOT, gather
from claims.training.vote import is_same_name

TAGGER = ROOT / "claims" / "artefacts" / "tagger"
KINDS = ("quoted", "according to", "headline", "indirect clause", "noun phrase or infinitive")
_QUOTES = frozenset('"“”«»„‟')
_BINS = 10


@dataclass(frozen=True, slots=True)
class Found:
    """One marked content: its language and kind, and its overlap with the best reading."""

    language: str
    kind: str
    overlap: float


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m claims.training.tagger.kinds", description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    corpus = gather(parser.parse_args().data, [])
    tagger = TaggerReader(TaggerNetwork(TAGGER, ENCODER))
    broad = [
        found
        for record in corpus.development
        for found in _found(
            record, [a.content for a in read_attributions(_document(record), tagger, broad=True)]
        )
    ]
    print(_table("PolNeAR dev, tagger alone", broad))
    held, weighed = [], []
    for record in corpus.held_out:
        claims = [c for c in analyse_article(_document(record), tagger).claims if not c.narrated]
        held += _found(record, [claim.content for claim in claims])
        weighed += _weighed(record, claims)
    print(_table("Held-out articles, the whole engine", held))
    print(_reliability(weighed))


def _document(record: Record) -> Document:
    return Document(
        text=record["text"],
        language=record["lang"],
        title=record.get("title") or "",
        outlet=record.get("outlet") or "-",
    )


def _found(record: Record, contents: Sequence[Spans]) -> Iterator[Found]:
    language = load_language(record["lang"] if has_words(record["lang"]) else "und")
    for mark in record["attributions"]:
        own = _spans(mark["content"])
        overlap = max((dice(own, other) for other in contents), default=0.0)
        yield Found(record["lang"], kind_of(record["text"], language, mark), overlap)


def _spans(pairs: Sequence[Sequence[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)


def kind_of(text: str, language: Language, mark: Record) -> str:
    """Return what kind of content a mark is of, told by its marks and words."""
    content, cue = _spans(mark["content"]), _spans(mark["cue"])
    start, end = content[0].start, content[-1].end
    if any(mark_ in _QUOTES for mark_ in text[max(0, start - 1) : end + 1]):
        return "quoted"
    norms = [token.norm for span in cue for token in tokenize(text, span) if token.is_word]
    if longest_phrase(norms, language.according_to):
        return "according to"
    if "\n" in text.strip() and start < text.strip().find("\n"):
        return "headline"
    before = text[cue[-1].end : start] if cue and cue[-1].end <= start else ""
    words = [t.norm for t in tokenize(before + " " + text[start:end], Span(0, len(before) + 1 + end - start))]
    clause = any(word in language.openers | language.finite_verbs | language.auxiliaries for word in words)
    return "indirect clause" if clause else "noun phrase or infinitive"


def _table(title: str, found: Sequence[Found]) -> str:
    lines = [
        f"\n{title}\n",
        "| language | kind | n | exact | half or more | less | missed |",
        "|---|---|---|---|---|---|---|",
    ]
    for language in sorted({one.language for one in found}):
        for kind in KINDS:
            overlaps = [f.overlap for f in found if (f.language, f.kind) == (language, kind)]
            if overlaps:
                counts = Counter(_grade(overlap) for overlap in overlaps)
                shares = " | ".join(
                    f"{counts[g] / len(overlaps):.2f}" for g in ("exact", "half", "less", "missed")
                )
                lines.append(f"| {language} | {kind} | {len(overlaps)} | {shares} |")
    return "\n".join(lines)


def _grade(overlap: float) -> str:
    if overlap > 0.98:
        return "exact"
    if overlap >= SAME_CONTENT:
        return "half"
    return "less" if overlap else "missed"


def _weighed(record: Record, claims: Sequence[Claim]) -> Iterator[tuple[float, bool]]:
    """Yield each claim's probability and whether content and originator are right."""
    taken: set[int] = set()
    for claim in claims:
        name = claim.chain[-1].name if len(claim.chain) > 1 else ""
        hits = [
            (dice(_spans(mark["content"]), claim.content), number)
            for number, mark in enumerate(record["attributions"])
            if number not in taken and is_same_name(name, mark.get("resolved") or "")
        ]
        overlap, number = max(hits, default=(0.0, -1))
        right = overlap >= SAME_CONTENT
        taken |= {number} if right else set()
        yield claim.probability or 0.0, right


def _reliability(weighed: Sequence[tuple[float, bool]]) -> str:
    lines = ["\nReliability, held-out articles\n", "| probability | claims | right |", "|---|---|---|"]
    ordered = sorted(weighed)
    for k in range(_BINS):
        part = ordered[k * len(ordered) // _BINS : (k + 1) * len(ordered) // _BINS]
        if part:
            mean = sum(chance for chance, _ in part) / len(part)
            lines.append(f"| {mean:.2f} | {len(part)} | {sum(right for _, right in part) / len(part):.2f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
