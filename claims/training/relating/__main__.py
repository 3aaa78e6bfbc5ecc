"""Train the relation network: `python -m claims.training.relating --data ../shared/data`.

First on public inference sets, then on invented claims beside a share of the same sets. Every finished
stage is kept in the run's folder, and a run that was stopped goes on from there.
"""

import argparse
import random
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer

from claims.linking.encoder import OnnxEncoder
from claims.training.encoder.artefact import load_committed_encoder
from claims.training.linking.stories import ENCODER, STORIES, read_stories, with_vectors
from claims.training.relating.batches import Example, make_examples
from claims.training.relating.corpora import (
    INFERENCE_SETS,
    TextPair,
    read_inference,
    read_renderings,
    read_story_pairs,
)
from claims.training.relating.fitting import Recipe, Training, trained_weights
from claims.training.relating.network import Relater
from claims.training.relating.perturbing import perturbed, read_sentences
from claims.training.relating.scoring import accuracies
from claims.training.relating.splitting import taught_the_network

ROOT = Path(__file__).parents[3]
LAYERS = 10
"""Of twelve: with eleven the project's networks would exceed the 90 MB that they may have together."""

RENDERINGS = ROOT / "claims" / "training" / "renderings"
PERTURBED = ("english-news/fa-kes-syria.jsonl.gz", "arabic-news/ant-jawhara.jsonl.gz")
SENTENCES = 600
"""Sentences of each file in which particulars are changed."""
STORY_REPEATS = 2
RENDERED = 12_000
"""Pairs of renderings: those of one group say much the same."""
REPLAYED = 8_000
"""Pairs of the public sets that are seen again, so that what they taught is kept."""
ALL_RENDERED, ALL_REPLAYED = 8_000, 8_000
TITLE_REPEATS = 2
"""How often the news titles are seen beside those: they are few, and nearest to claims."""

RECIPES = {
    "general": Recipe(epochs=2, rate=1.2e-4, last_share=0.3),
    "claims": Recipe(epochs=1.2, rate=1e-4),
    "everything": Recipe(epochs=1, rate=1.2e-4),
}
"""The stages of a run, in their order; each goes on from the weights of the one before."""
REPEATS = {"ans": 3}
"""How often a set is seen for each time that the others are: news titles in Arabic are few and nearest."""
LOOKED_AT = 600
"""Pairs of each development set that are looked at during training."""


class Run:
    """One training run: its data, device and folder."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.folder: Path = arguments.out
        self.folder.mkdir(parents=True, exist_ok=True)
        self.data: Path = arguments.data / "linking"
        self.articles: Path = arguments.data
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.tokenizer = Tokenizer.from_file(str(ENCODER / "tokenizer.json"))
        self.tokenizer.no_truncation()

    def new_relater(self) -> Relater:
        """Return an untrained network."""
        torch.manual_seed(0)
        return Relater(load_committed_encoder(ENCODER), LAYERS)

    def general(self) -> Relater:
        """Return the network after the public inference sets."""
        return self._kept("general", self.new_relater(), self._inference)

    def claims(self, general: Relater) -> Relater:
        """Return the network after invented claims, beside a share of the public sets."""
        return self._kept("claims", general, lambda: self._lessons(0, RENDERED, REPLAYED))

    def everything(self, claims: Relater) -> Relater:
        """Return the network after more of both."""
        return self._kept("everything", claims, lambda: self._lessons(1, ALL_RENDERED, ALL_REPLAYED))

    def _lessons(self, seed: int, rendered: int, replayed: int) -> list[TextPair]:
        """Return pairs of our own, `rendered` of them of renderings, beside `replayed` of the public sets."""
        chance = random.Random(seed)  # noqa: S311 - a sample, no secret
        renderings = self._renderings()
        renderings = chance.sample(renderings, min(rendered, len(renderings)))
        own = [*renderings, *self._stories(chance), *self._perturbed(chance)]
        public = [*chance.sample(self._inference(), replayed), *self._titles() * TITLE_REPEATS]
        _say(f"{len(own)} pairs of our own beside {len(public)}")
        return [*own, *public]

    def _titles(self) -> list[TextPair]:
        return read_inference(self.data / "ans-train.jsonl.gz")

    def _renderings(self) -> list[TextPair]:
        return [pair for file in sorted(RENDERINGS.glob("*.jsonl")) for pair in read_renderings(file)]

    def _stories(self, chance: random.Random) -> list[TextPair]:
        stories = [story for story in read_stories([STORIES]) if taught_the_network(story.name)]
        return list(read_story_pairs(with_vectors(stories, OnnxEncoder(ENCODER)), chance)) * STORY_REPEATS

    def _perturbed(self, chance: random.Random) -> list[TextPair]:
        files = [self.articles / file for file in PERTURBED]
        return [pair for file in files for pair in perturbed(read_sentences(file, SENTENCES, chance), chance)]

    def _inference(self) -> list[TextPair]:
        return [
            pair
            for name in INFERENCE_SETS
            for pair in read_inference(self.data / f"{name}-train.jsonl.gz") * REPEATS.get(name, 1)
        ]

    def _kept(self, name: str, relater: Relater, pairs: Callable[[], Sequence[TextPair]]) -> Relater:
        """Return the network of a finished stage, training it first where the folder does not hold it."""
        path = self.folder / f"{name}.pt"
        if path.is_file():
            relater.load_state_dict(torch.load(path, map_location="cpu", weights_only=True), strict=False)
            return relater.to(self.device).eval()
        looked_at = self._development()
        examples = make_examples(pairs(), self.tokenizer)
        training = Training(
            relater.to(self.device), examples, RECIPES[name], self.folder / f"{name}.checkpoint"
        )
        relater = training.run(_say, lambda: _say(accuracies(relater, looked_at)))
        torch.save(trained_weights(relater), path)
        _say(f"{name}: {accuracies(relater, looked_at)}")
        return relater

    def _development(self) -> dict[str, list[Example]]:
        files = {name: f"{name}-dev.jsonl.gz" for name in ("ans", "conjnli", "farstail")}
        found = {}
        for name, file in files.items():
            pairs = read_inference(self.data / file)
            random.Random(0).shuffle(pairs)  # noqa: S311 - a sample, no secret
            found[name] = make_examples(pairs[:LOOKED_AT], self.tokenizer)
        return found


def _say(line: str) -> None:
    print(line, flush=True)


def main() -> None:
    """Train, report, and keep everything in the run's folder."""
    parser = argparse.ArgumentParser(prog="python -m claims.training.relating", description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--out", type=Path, default=ROOT / "training-runs" / "relating")
    run = Run(parser.parse_args())
    run.everything(run.claims(run.general()))


if __name__ == "__main__":
    main()
