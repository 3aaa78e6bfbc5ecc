"""Measures how well sources are resolved, on attributions marked by hand.

python -m claims.training.resolution --data DIRECTORY [more.jsonl ...] [--errors en:pronoun]

The marked content, cue and source of each attribution are taken as found, so the figures are those of
resolution alone. Articles that `is_held_out` names are only counted: `--errors` never shows them.
"""

import argparse
import gzip
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from claims.nlp.components.anonymity import is_anonymous
from claims.nlp.components.chains import chain_of
from claims.nlp.components.credits import find_credit
from claims.nlp.components.quotes import QuoteFinder
from claims.nlp.components.regions import find_regions
from claims.nlp.components.relays import RelayFinder
from claims.nlp.components.resolution import SourceResolver
from claims.nlp.components.sentences import SentenceSplitter
from claims.nlp.languages.sources import source_words
from claims.nlp.lexicon import Language, load_language
from claims.nlp.tokens import tokenize
from claims.nlp.types import (
    Attribution,
    AttributionForm,
    Document,
    Modality,
    QuoteKind,
    Span,
    Spans,
    joined_text,
)
from claims.training.holding import is_held_out

FILES = ("arabic-news-hand.jsonl.gz", "arabic-news-hand-2.jsonl.gz", "english-news-hand.jsonl.gz")
TITLE_WORDS = 4
"""Words that may stand before an accepted name, as the exam has it."""

_FOLDED = str.maketrans("أإآٱىة", "ااااية".replace("ة", "ه"))


@dataclass(frozen=True)
class Outcome:
    """How one attribution was resolved, against its mark."""

    article: str
    language: str
    kind: str
    held_out: bool
    named: bool
    flagged: bool
    chained: bool | None
    line: str


def fold_exam(name: str) -> str:
    """Return a name folded as the exam compares names: without case, marks, articles and punctuation."""
    name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    name = re.sub(r"[’'`]s\b", "", name.replace("ـ", "").translate(_FOLDED).casefold())
    words = re.sub(r"[^\w\s]|_", " ", name).split()
    return " ".join(re.sub(r"^ال", "", w) for w in words if w not in {"the", "a", "an", "al", "el"})


def is_same_name(found: str, marked: str) -> bool:
    """Tell whether `found` is the marked name, also behind a title of up to four words."""
    got, want = fold_exam(found).split(), fold_exam(marked).split()
    return bool(want) and got[-len(want) :] == want and len(got) <= len(want) + TITLE_WORDS


def read_articles(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Yield the marked articles of JSON-lines files, packed or not."""
    for path in paths:
        packed = path.read_bytes()
        lines = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8")
        yield from (json.loads(line) for line in lines.split("\n") if line)


def marked_document(article: dict[str, Any]) -> Document:
    """Return the document whose attributions are the marked ones, in the order in which they are read."""
    document = Document(
        text=article["text"],
        language=article["lang"],
        title=article.get("title") or "",
        outlet=article.get("outlet") or "",
    )
    for step in (find_regions, find_credit, SentenceSplitter(), QuoteFinder()):
        document = step(document)
    language = load_language(document.language)
    marks = [_attribution(document.text, mark, language) for mark in article["attributions"]]
    return replace(document, attributions=tuple(_nested(marks)))


def _attribution(text: str, mark: dict[str, Any], language: Language) -> Attribution:
    content, cue, source = (_spans(mark[role]) for role in ("content", "cue", "source"))
    return Attribution(
        content=content,
        cue=cue,
        source=source,
        quote=QuoteKind(mark["quote"]),
        form=_form(joined_text(cue, text), mark, language),
        **_entry(joined_text(cue, text), language),
        modality=Modality(mark["modality"]),
    )


def _entry(cue: str, language: Language) -> dict[str, str]:
    """Return the lexicon's key and class of the marked cue, empty ones where it has none."""
    words = tuple(token.norm for token in tokenize(cue) if token.is_word)
    starts = [
        words,
        *((words[0][1:], *words[1:]) for p in language.proclitics if words[:1] and words[0].startswith(p)),
    ]
    for start in starts:
        for form, found in language.cue_forms.get(start[0], []) if start else []:
            if start[: len(form)] == form:
                return {"cue_key": found.entry.key, "cue_class": found.entry.cue_class}
    return {"cue_key": "", "cue_class": ""}


def _spans(pieces: list[list[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pieces)


def _form(cue: str, mark: dict[str, Any], language: Language) -> AttributionForm:
    """Return the form that the marks tell; no source and no resolved name is an impersonal cue."""
    if not mark["source"] and not mark["resolved"]:
        return AttributionForm.IMPERSONAL
    words = tuple(token.norm for token in tokenize(cue) if token.is_word)
    bare = (words[0].lstrip("و"), *words[1:]) if words else words
    relaying = any(
        form[: len(phrase)] == phrase for phrase in language.according_to for form in (words, bare)
    )
    return AttributionForm.ACCORDING_TO if relaying else AttributionForm.CLAUSE


def _nested(marks: list[Attribution]) -> Iterator[Attribution]:
    """Yield the attributions, each with the smallest one whose content holds its cue."""
    for mark in marks:
        anchor = (mark.cue or mark.content)[0]
        holders = [
            (sum(span.end - span.start for span in other.content), index)
            for index, other in enumerate(marks)
            if other is not mark and any(span.contains(anchor) for span in other.content)
        ]
        yield replace(mark, parent=min(holders)[1] if holders else None)


def kind_of(mark: dict[str, Any], text: str, language: str) -> str:
    """Return which problem a marked source poses: named, pronoun, dropped, description or anonymous."""
    if not mark["source"] and not mark["resolved"]:
        return "impersonal"
    written = joined_text(_spans(mark["source"]), text)
    tokens = [token.norm for token in tokenize(written) if token.is_word]
    if not tokens:
        return "dropped"
    if all(token in source_words(language).pronouns for token in tokens):
        return "pronoun"
    if mark["anonymous"]:
        return "anonymous"
    name = fold_exam(mark["resolved"])
    return "named" if name and name in fold_exam(written) else "description"


def resolve_article(article: dict[str, Any]) -> Iterator[Outcome]:
    """Yield how the engine resolves each marked attribution of an article."""
    document = SourceResolver()(RelayFinder()(_in_reading_order(article)))
    for index, mark in enumerate(article["attributions"]):
        speaker = document.origins[index].speaker
        name = speaker.name if speaker else ""
        kind = kind_of(mark, document.text, document.language)
        anonymous = is_anonymous(document.origins[index])
        chain = [hop.name for hop in chain_of(document, index)]
        named = is_same_name(name, mark["resolved"]) or (not mark["resolved"] and not speaker)
        yield Outcome(
            article=article["id"],
            language=document.language,
            kind=kind,
            held_out=is_held_out(article["id"]),
            named=named,
            flagged=anonymous == mark["anonymous"],
            chained=_is_chain(chain, mark["chain"]) if mark.get("chain") else None,
            line=_line(document.text, mark, name, chain, anonymous=anonymous),
        )


def _in_reading_order(article: dict[str, Any]) -> Document:
    """Return the marked document after sorting the article's marks by where their cues stand."""
    article["attributions"] = sorted(
        (mark for mark in article["attributions"] if mark["content"]),
        key=lambda mark: min(start for start, _ in mark["cue"] or mark["content"]),
    )
    return marked_document(article)


def _is_chain(found: list[str], marked: list[Any]) -> bool:
    """Tell whether two chains are equal hop by hop; a marked hop is a name or a list of accepted ones."""
    names = [[hop] if isinstance(hop, str) else hop for hop in marked]
    return len(found) == len(names) and all(
        any(is_same_name(hop, name) for name in accepted) for hop, accepted in zip(found, names, strict=True)
    )


def _line(text: str, mark: dict[str, Any], name: str, chain: list[str], *, anonymous: bool) -> str:
    written = joined_text(_spans(mark["source"]), text)
    cue = joined_text(_spans(mark["cue"]), text)
    flags = "" if anonymous == mark["anonymous"] else f"  ANONYMOUS {anonymous}"
    chains = f"\n      chain {chain}\n      marks {mark['chain']}" if mark.get("chain") else ""
    at = mark["content"][0][0]
    return f"@{at} [{written}] {cue} -> {name!r}, marked {mark['resolved']!r}{flags}{chains}"


def report(outcomes: list[Outcome]) -> None:
    """Print the shares of right names and anonymity, by language and kind, developed and held out."""
    groups: dict[tuple[bool, str, str], Counter[str]] = defaultdict(Counter)
    for outcome in outcomes:
        for kind in ("all", outcome.kind):
            box = groups[outcome.held_out, outcome.language, kind]
            box["n"] += 1
            box["named"] += outcome.named
            box["flagged"] += outcome.flagged
            box["chains"] += outcome.chained is not None
            box["chained"] += bool(outcome.chained)
    print(f"{'part':<10}{'language':<10}{'kind':<13}{'n':>5}  {'name':>6} {'anonymity':>10} {'chain':>7}")
    for (held, language, kind), box in sorted(groups.items(), key=lambda group: group[0]):
        chain = f"{box['chained'] / box['chains']:.3f}" if box["chains"] else "-"
        part = "held out" if held else "developed"
        shares = f"{box['named'] / box['n']:>6.3f} {box['flagged'] / box['n']:>10.3f} {chain:>7}"
        print(f"{part:<10}{language:<10}{kind:<13}{box['n']:>5}  {shares}")


def show_errors(outcomes: list[Outcome], wanted: str) -> None:
    """Print the attributions of the developed articles that were resolved wrongly."""
    language, _, kind = wanted.partition(":")
    for outcome in outcomes:
        wrong = not (outcome.named and outcome.flagged and outcome.chained is not False)
        if wrong and not outcome.held_out and outcome.language == language and kind in ("", outcome.kind):
            print(f"{outcome.article} {outcome.kind} {outcome.line}")


def main() -> None:
    """Print the report, and the errors that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("more", nargs="*", type=Path, help="further files of marked articles")
    parser.add_argument("--data", type=Path, help="the directory of the hand-marked files")
    parser.add_argument("--errors", help="LANGUAGE or LANGUAGE:KIND whose errors are shown")
    arguments = parser.parse_args()
    paths = [arguments.data / name for name in FILES] if arguments.data else []
    outcomes = [o for a in read_articles([*paths, *arguments.more]) for o in resolve_article(a)]
    if arguments.errors:
        show_errors(outcomes, arguments.errors)
    else:
        report(outcomes)


if __name__ == "__main__":
    main()
