"""Fits the linking combiner on stories with gold links, and tells how it does on stories it has not seen.

    python -m claims.training.relations STORIES... --output claims/linking/data/combiner.json

A story is a folder of articles with a `gold.json` (the exam's format), or one JSON file of invented claims
with their links (`claims/training/stories`). Every figure is of a story left out of the fit.
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from claims.linking import alignment
from claims.linking.alignment import FEATURES, Pair, find_pairs
from claims.linking.encoder import OnnxEncoder
from claims.linking.relations import judge_pair
from claims.linking.types import ClaimRecord, HopKey, Relation
from claims.nlp.types import Modality, SourceKind
from workbench.core.text import fold_name

ENCODER = Path(__file__).parent.parent / "artefacts" / "encoder"
PENALTY = 1.0
"""Ridge penalty on standardised weights: a unit normal prior."""
OTHER_STORY_WEIGHT = 0.3
"""Weight of a pair across stories: in use, most articles compared are of one story, as candidates are."""

Links = dict[frozenset[str], str]


@dataclass(frozen=True, slots=True)
class Story:
    """The claims of a story and the relation of each gold link."""

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
    return {frozenset((link["a"], link["b"])): link["relation"] for link in links}


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


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate pair, the stories its claims come from, and its gold relation ("" for none)."""

    pair: Pair
    features: tuple[float, ...]
    stories: frozenset[str]
    relation: str

    @property
    def is_same(self) -> float:
        """1 where gold says that both are about one particular, whether they agree or not."""
        return float(self.relation in {Relation.CORROBORATES, Relation.CONFLICTS, Relation.UPDATES})


def examples(stories: Sequence[Story]) -> list[Example]:
    """Return the candidate pairs within each story, and between each story and the next.

    The gate on publication dates is lifted: stories far apart in time lend each other negatives.
    """
    alignment.FAR_PUBLICATION_DAYS = 10**6
    found = []
    for story, following in zip(stories, [*stories[1:], stories[0]], strict=True):
        ours = {claim.id for claim in story.claims}
        for pair in find_pairs([*story.claims, *following.claims]):
            ids = frozenset((pair.a.record.id, pair.b.record.id))
            if ids & ours:
                names = frozenset({story.name} if ids <= ours else {story.name, following.name})
                found.append(Example(pair, pair.features, names, story.links.get(ids, "")))
    return found


def fit_weights(listed: Sequence[Example], penalty: float = PENALTY) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return the weights of a logistic regression with a ridge penalty, shape (len(FEATURES),)."""
    inputs = np.array([example.features for example in listed])
    wanted = np.array([example.is_same for example in listed])
    counts = np.array([1.0 if len(example.stories) == 1 else OTHER_STORY_WEIGHT for example in listed])
    mean, spread = inputs.mean(axis=0), inputs.std(axis=0) + 1e-9
    mean[0], spread[0] = 0.0, 1.0
    scaled = (inputs - mean) / spread

    def loss(weights: Any) -> tuple[float, Any]:
        scores = scaled @ weights
        ridge = np.append(0.0, weights[1:])
        value = np.sum(counts * (np.logaddexp(0.0, scores) - wanted * scores)) + penalty * ridge @ ridge / 2
        return float(value), scaled.T @ (counts * (1 / (1 + np.exp(-scores)) - wanted)) + penalty * ridge

    found = minimize(loss, np.zeros(len(FEATURES)), jac=True, method="L-BFGS-B").x
    weights = found / spread
    weights[0] -= np.sum(found[1:] * mean[1:] / spread[1:])
    return np.asarray(weights)


def held_out_figures(stories: Sequence[Story], listed: Sequence[Example]) -> Iterator[dict[str, Any]]:
    """Yield the figures of both kinds of link, each story judged by weights fitted on the others."""
    judged: list[tuple[Example, str]] = []
    for story in stories:
        weights = fit_weights([example for example in listed if story.name not in example.stories])
        for example in listed:
            if example.stories == {story.name}:
                probability = 1 / (1 + np.exp(-float(np.dot(example.features, weights))))
                judgement = judge_pair(example.pair, probability)
                judged.append((example, judgement.relation.value if judgement else ""))
    for relation in (Relation.CORROBORATES, Relation.CONFLICTS):
        gold = sum(kind == relation for story in stories for kind in story.links.values())
        proposed = [example for example, got in judged if got == relation]
        right = sum(example.relation == relation for example in proposed)
        yield {
            "relation": relation.value,
            "precision": round(right / max(1, len(proposed)), 3),
            "recall": round(right / max(1, gold), 3),
            "f1": round(2 * right / max(1, len(proposed) + gold), 3),
            "gold": gold,
        }


def main() -> None:
    """Fit, print the held-out figures and write the parameters."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path, nargs="+")
    parser.add_argument("--output", type=Path, required=True)
    arguments = parser.parse_args()
    encoder = OnnxEncoder(ENCODER)
    stories = with_vectors(read_stories(arguments.stories), encoder)
    listed = examples(stories)
    figures = list(held_out_figures(stories, listed))
    for line in figures:
        print(line)
    weights = fit_weights(listed)
    arguments.output.write_text(
        json.dumps(
            {
                "version": f"combiner-1+{encoder.version}",
                "fitted_on": [story.name for story in stories],
                "pairs": len(listed),
                "penalty": PENALTY,
                "held_out_by_story": figures,
                "weights": {n: round(float(w), 4) for n, w in zip(FEATURES, weights, strict=True)},
            },
            indent=1,
        )
        + "\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
