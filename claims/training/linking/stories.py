"""Stories with gold links: folders of articles in the exam's form, and files of invented claims."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from claims.linking.encoder import OnnxEncoder
from claims.linking.types import ClaimRecord, HopKey
from claims.nlp.types import Modality, SourceKind
from workbench.core.text import fold_name

ENCODER = Path(__file__).parents[2] / "artefacts" / "encoder"
RELATIONS = ENCODER.parent / "relations"
STORIES = Path(__file__).parents[1] / "stories"
"""The invented stories, with every link."""


@dataclass(frozen=True, slots=True)
class GoldLink:
    """What gold says of two claims; `slot` and `independent` where it says so."""

    relation: str
    slot: str = ""
    independent: bool | None = None


Links = dict[frozenset[str], GoldLink]


@dataclass(frozen=True, slots=True)
class Story:
    """The claims of a story and its gold links."""

    name: str
    claims: tuple[ClaimRecord, ...]
    links: Links


def read_stories(paths: Sequence[Path]) -> list[Story]:
    """Read every story below the paths."""
    stories = []
    for path in paths:
        stories += [_exam_story(gold) for gold in sorted(path.glob("**/gold.json"))]
        stories += [_invented_story(file) for file in sorted(path.glob("*.story.json"))]
    return stories


def _exam_story(gold_file: Path) -> Story:
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    claims = []
    for article_id, marked in gold["articles"].items():
        article = json.loads((gold_file.parent / f"{article_id}.json").read_text(encoding="utf-8"))
        claims += [_exam_claim(article, claim) for claim in marked["claims"]]
    return Story(gold_file.parent.name, tuple(claims), _links(gold["links"]))


def _exam_claim(article: Mapping[str, Any], claim: Mapping[str, Any]) -> ClaimRecord:
    text = article["text"]
    words = {
        part: " … ".join(text[s:e] for s, e in claim.get(part, [])) for part in ("content", "cue", "source")
    }
    chain = [names[0] for names in claim["chain"]]
    claim_id = claim["id"] if "/" in claim["id"] else f"{article['id']}/{claim['id']}"
    return ClaimRecord(
        id=claim_id,
        article_id=article["id"],
        language=article["language"],
        text=words["content"],
        modality=Modality(claim.get("modality", "asserted")),
        attributed=bool(words["source"] or words["cue"]),
        chain=_chain(chain, anonymous=claim.get("anonymous", False)),
        published_on=date.fromisoformat(article["published_at"][:10]),
        cue=words["cue"],
        source=words["source"],
    )


def _chain(names: Sequence[str], *, anonymous: bool) -> tuple[HopKey, ...]:
    kinds = [SourceKind.OUTLET] + [SourceKind.PERSON] * (len(names) - 1)
    if anonymous and len(names) > 1:
        kinds[-1] = SourceKind.ANONYMOUS
    return tuple(HopKey(key=fold_name(n), name=n, kind=k) for n, k in zip(names, kinds, strict=True))


def _invented_story(file: Path) -> Story:
    stored = json.loads(file.read_text(encoding="utf-8"))
    claims = [
        ClaimRecord(
            id=f"{article['id']}/{number}",
            article_id=article["id"],
            language=article["language"],
            text=claim["text"],
            modality=Modality(claim.get("modality", "asserted")),
            attributed=len(claim.get("chain", ())) > 0,
            chain=_chain(
                [article["outlet"], *claim.get("chain", ())], anonymous=claim.get("anonymous", False)
            ),
            published_on=date.fromisoformat(article["published_on"]),
            cue=claim.get("cue", ""),
        )
        for article in stored["articles"]
        for number, claim in enumerate(article["claims"], start=1)
    ]
    return Story(file.name.removesuffix(".story.json"), tuple(claims), _links(stored["links"]))


def _links(links: Sequence[Mapping[str, Any]]) -> Links:
    return {
        frozenset((link["a"], link["b"])): GoldLink(
            link["relation"], link.get("slot") or "", link.get("independent")
        )
        for link in links
    }


def with_vectors(stories: Sequence[Story], encoder: OnnxEncoder) -> list[Story]:
    """Return the stories with a sentence vector on every claim."""
    return [
        replace(
            story,
            claims=tuple(
                replace(claim, vector=tuple(vector.tolist()))
                for claim, vector in zip(
                    story.claims, encoder.encode([claim.text for claim in story.claims]), strict=True
                )
            ),
        )
        for story in stories
    ]
