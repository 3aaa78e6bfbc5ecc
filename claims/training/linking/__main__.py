"""Fit what decides on links: `python -m claims.training.linking`.

Two things are fitted on invented stories: the screen, which picks the pairs that are read, and the kinship
model, which says what they are to each other. Two thirds of the stories taught the network; only the others,
whose pairs it has not seen, are used here, and each is judged by a fit on the rest. Prints figures and writes
`claims/linking/data/screen.json` and `kinship.json`.
"""

import argparse
import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from claims.linking.encoder import OnnxEncoder
from claims.linking.kinship import KIND as KINSHIP_KIND
from claims.linking.kinship import Calibration, KinshipModel
from claims.linking.relating.network import RelationNetwork
from claims.linking.screening import KIND as SCREEN_KIND
from claims.linking.screening import LEAST
from claims.linking.weights import FOLDER, share, weighed
from claims.training.linking.examples import Example, gather_examples, read_examples, wanted
from claims.training.linking.kinship import (
    PENALTY,
    fit_calibration,
    fit_kinships,
    fit_screen,
    fit_slots,
    model_of,
    scores_of,
)
from claims.training.linking.scoring import calibration_error, judged_by, link_figures, reliability
from claims.training.linking.stories import ENCODER, RELATIONS, STORIES, Story, read_stories, with_vectors
from claims.training.relating.splitting import taught_the_network

SPARSER = 2.8
"""How many times fewer of the pairs that are read are linked in the exam's development stories than in the
invented ones (3.9 % against 11 %), which were written to teach links. Nothing else is taken from there."""
FOLDS = 10
"""Parts of the stories, each judged by a fit on the others."""


class Fit:
    """The stories that the network has not seen, and what is fitted on them."""

    def __init__(self, stories: Sequence[Story], network: RelationNetwork) -> None:
        self.network = network
        self.stories = [story for story in stories if not taught_the_network(story.name)]
        self.candidates = gather_examples(self.stories)
        self.screen = fit_screen(self.candidates)
        self.examples = read_examples([e for e in self.candidates if self.passes(e)], network)

    def passes(self, example: Example) -> bool:
        """Tell whether the network would read the pair."""
        return share(weighed(self.screen, example.pair.nearness)) >= LEAST

    def parts(self, examples: Sequence[Example]) -> dict[str, Any]:
        """Return the two regressions fitted on `examples`."""
        return {"kinships": fit_kinships(examples), "slots": fit_slots(examples)}

    def left_out(self) -> list[tuple[Example, dict[str, Any]]]:
        """Return the pairs within one story, each with the parts that were fitted without that story."""
        found = []
        for fold in range(FOLDS):
            names = {story.name for story in self.stories[fold::FOLDS]}
            parts = self.parts([e for e in self.examples if not e.stories & names])
            found += [(e, parts) for e in self.examples if len(e.stories) == 1 and e.stories <= names]
        return found

    def calibrations(self, left_out: Sequence[tuple[Example, dict[str, Any]]]) -> dict[str, Any]:
        """Return the calibration of each pair of languages, and under "other" that of all."""
        examples = [example for example, _ in left_out]
        scores = scores_of_each(left_out)
        answers = wanted(examples)
        pairs = [*sorted({e.languages for e in examples}), "other"]
        found = {}
        for languages in pairs:
            rows = [k for k, e in enumerate(examples) if languages in {e.languages, "other"}]
            found[languages] = as_sparse(fit_calibration(scores[rows], [answers[k] for k in rows]))
        return found


def as_sparse(found: Calibration) -> Calibration:
    """Return a calibration for news, where links are `SPARSER` times fewer among the pairs that are read."""
    moves = {name: round(move - math.log(SPARSER), 4) for name, move in found.moves.items()}
    return Calibration(found.stretch, moves)


def scores_of_each(left_out: Sequence[tuple[Example, dict[str, Any]]]) -> Any:
    """Return the raw scores of examples, each by its own parts, shape (examples, kinships)."""
    return np.concatenate([scores_of([example], parts["kinships"]) for example, parts in left_out])


def main() -> None:
    """Fit, print the held-out figures and write both files."""
    parser = argparse.ArgumentParser(prog="python -m claims.training.linking", description=__doc__)
    parser.add_argument("--stories", type=Path, nargs="+", default=[STORIES])
    parser.add_argument("--tests", type=Path, nargs="*", default=[], help="stories to be judged, not fitted")
    parser.add_argument("--network", type=Path, default=RELATIONS)
    arguments = parser.parse_args()
    encoder = OnnxEncoder(ENCODER)
    network = RelationNetwork(arguments.network, ENCODER)
    fit = Fit(with_vectors(read_stories(arguments.stories), encoder), network)
    left_out = fit.left_out()
    calibrations = fit.calibrations(left_out)
    judged = [judged_by(model_of(parts, calibrations), example) for example, parts in left_out]
    figures = {
        "all": link_figures(fit.stories, judged),
        "calibration error": round(calibration_error(judged, sparser=SPARSER), 3),
    }
    _say(figures)
    parts = fit.parts(fit.examples)
    model = model_of(parts, calibrations)
    for path in arguments.tests:
        stories = with_vectors(read_stories([path]), encoder)
        _say({path.name: judged_figures(fit, stories, model)})
    _write(fit, parts, calibrations, figures | {"reliability": reliability(judged, sparser=SPARSER)})


def judged_figures(fit: Fit, stories: Sequence[Story], model: KinshipModel) -> dict[str, float]:
    """Return the figures of stories that took no part in the fit."""
    candidates = [e for e in gather_examples(stories) if len(e.stories) == 1 and fit.passes(e)]
    judged = [judged_by(model, e) for e in read_examples(candidates, fit.network)]
    return link_figures(stories, judged) | {"calibration error": round(calibration_error(judged), 3)}


def _write(fit: Fit, parts: dict[str, Any], calibrations: dict[str, Any], figures: dict[str, Any]) -> None:
    about = {
        "version": "links-2",
        "fitted_on": [story.name for story in fit.stories],
        "network": fit.network.version,
        "pairs": len(fit.examples),
    }
    stored = {name: {"stretch": c.stretch, "moves": c.moves} for name, c in calibrations.items()}
    _store("screen.json", {"kind": SCREEN_KIND, **about, "weights": fit.screen})
    _store(
        "kinship.json",
        {
            "kind": KINSHIP_KIND,
            **about,
            "penalty": PENALTY,
            "held_out": figures,
            **parts,
            "calibration": stored,
        },
    )


def _store(name: str, facts: dict[str, Any]) -> None:
    text = json.dumps(facts, indent=1, ensure_ascii=False)
    (FOLDER / name).write_text(text + "\n", encoding="utf-8")


def _say(figures: object) -> None:
    print(json.dumps(figures, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
