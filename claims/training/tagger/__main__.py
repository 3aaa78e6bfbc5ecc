"""Train the tagger: `python -m claims.training.tagger --data ../shared/data --out training-runs/tagger`.

Teachers first, each without a third of the product's articles; what they read in unmarked articles, and
how sure they are everywhere, then teaches the tagger itself. Every finished stage is kept in the run's
folder, and a run that was stopped goes on from there. `python -m claims.training.tagger.export` makes the
model folder of it.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from claims.nlp.tagger.decoding import Settings
from claims.training.encoder.artefact import load_committed_encoder
from claims.training.tagger.corpora import Example, Record, make_example, with_straight_marks
from claims.training.tagger.fitting import Recipe, fit
from claims.training.tagger.gathering import ENCODER, FOLDS, ROOT, Corpus, fold_of, gather
from claims.training.tagger.network import Tagger
from claims.training.tagger.reading import as_json, as_record, decoded, read_records_with
from claims.training.tagger.scoring import load_scorer, score

BROAD, CLAIMS = 0, 1
REPEATS = 3
"""How often the product's articles are seen for each time that PolNeAR's are: they are few."""

TEACHER = Recipe(epochs=6, rate=2e-4, trunk_rate=8e-5, train_trunk=True, pieces_per_batch=12288)
STUDENT = Recipe(
    epochs=7,
    rate=2.5e-4,
    trunk_rate=1e-4,
    train_trunk=True,
    pieces_per_batch=12288,
    teaching=1.0,
    dropped_pieces=0.02,
)
"""Rates and lengths were compared on PolNeAR dev and the held-in articles."""

PSEUDO_WEIGHT = 0.5
"""What an article counts whose marks only teachers made."""

SETTINGS = Settings()


class Run:
    """One training run: its corpus, device and folder."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.folder: Path = arguments.out
        self.folder.mkdir(parents=True, exist_ok=True)
        self.seed: int = arguments.seed
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.tokenizer = Tokenizer.from_file(str(ENCODER / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.corpus: Corpus = gather(arguments.data, arguments.extra)
        self.scorer = load_scorer(arguments.data)
        self.encoder = load_committed_encoder(ENCODER)

    def new_tagger(self, layers: int) -> Tagger:
        """Return an untrained tagger over the lowest `layers` of the encoder."""
        torch.manual_seed(self.seed)
        return Tagger(self.encoder, trunk_layers=6, layers=layers)

    def examples(self, records: list[Record], definition: int, weight: float = 1.0) -> list[Example]:
        """Return records as examples; inner attributions are marked in the product's articles alone."""
        return [
            make_example(r, self.tokenizer, definition=definition, nested=definition == CLAIMS, weight=weight)
            for r in records
        ]

    def kept(self, name: str, layers: int, train: Callable[[Tagger], None]) -> Tagger:
        """Return the tagger of a finished stage, training it first where the folder does not hold it."""
        path = self.folder / f"{name}.pt"
        tagger = self.new_tagger(layers)
        if path.is_file():
            tagger.load_state_dict(torch.load(path, map_location="cpu", weights_only=True), strict=False)
        else:
            train(tagger)
            torch.save(
                {n: p.half() for n, p in tagger.state_dict().items() if not n.startswith("words.")}, path
            )
        return tagger.to(self.device).eval()

    def teachers(self) -> list[Tagger]:
        """Return the teachers, one a fold."""
        broad = self.examples(_roughened(self.corpus.broad), BROAD)
        taught = []
        for fold in range(FOLDS):
            seen = [r for r in self.corpus.claims if fold_of(r["id"]) != fold]
            examples = broad + self.examples(_roughened(seen), CLAIMS) * REPEATS
            recipe = TEACHER.with_seed(self.seed + fold)
            tagger = self.kept(
                f"teacher{fold}", 12, lambda t, e=examples, r=recipe: fit(t, e, r, device=self.device)
            )
            if not fold:
                self.report("first teacher", tagger)
            taught.append(tagger)
        return taught

    def students(self, teachers: list[Tagger], depths: list[int]) -> None:
        """Train the taggers that may ship, one for each number of layers."""
        examples, scores = self._lessons(teachers)
        recipe = STUDENT.with_seed(self.seed)
        for layers in depths:
            tagger = self.kept(
                f"student{layers}",
                layers,
                lambda t: fit(t, examples, recipe, device=self.device, taught=scores),
            )
            self.report(f"student of {layers} layers", tagger)

    def _lessons(self, teachers: list[Tagger]) -> tuple[list[Example], dict[str, np.ndarray]]:
        corpus, scores = self.corpus, {}
        product = _roughened(corpus.claims)
        for records, definition in ((corpus.broad, BROAD), (product, CLAIMS)):
            read = read_records_with(teachers, records, self.tokenizer, definition)
            scores |= {r["id"]: readout.scores for r, (_, readout) in zip(records, read, strict=True)}
        unmarked = corpus.unmarked + [r | {"id": f"as claims {r['id']}"} for r in corpus.broad[::4]]
        read = read_records_with(teachers, unmarked, self.tokenizer, CLAIMS)
        scores |= {r["id"]: readout.scores for r, (_, readout) in zip(unmarked, read, strict=True)}
        tagged = decoded(teachers[0], read, SETTINGS)
        pseudo = [
            as_record(r, pieces, one) for r, (pieces, _), one in zip(unmarked, read, tagged, strict=True)
        ]
        examples = self.examples(corpus.broad, BROAD) + self.examples(product, CLAIMS) * REPEATS
        return examples + self.examples(pseudo, CLAIMS, PSEUDO_WEIGHT), scores

    def report(self, name: str, tagger: Tagger) -> None:
        """Print the figures of a tagger on PolNeAR dev and on the held-out articles of the product."""
        for label, gold, definition in self._tests():
            read = read_records_with([tagger], gold, self.tokenizer, definition)
            tagged = decoded(tagger, read, SETTINGS)
            records = [as_record(r, p, one) for r, (p, _), one in zip(gold, read, tagged, strict=True)]
            figures = score(self.scorer, gold, records)
            print(f"{name}, {label}: " + ", ".join(f"{k} {v:.1f}" for k, v in figures.items()), flush=True)

    def _tests(self) -> list[tuple[str, list[Record], int]]:
        held = self.corpus.held_out
        invented = [r for r in held if r["id"].startswith("w-")]
        hand = [r for r in held if not r["id"].startswith("w-")]
        return [
            ("PolNeAR dev", self.corpus.development, BROAD),
            *(
                (f"hand-marked {code}", [r for r in hand if r["lang"] == code], CLAIMS)
                for code in ("ar", "en")
            ),
            *(
                (f"invented {code}", [r for r in invented if r["lang"] == code], CLAIMS)
                for code in ("ar", "en")
            ),
        ]

    def read_unseen(self, teachers: list[Tagger]) -> None:
        """Write what each teacher reads in the articles that it has not seen: the vote is fitted on those."""
        with (self.folder / "unseen.jsonl").open("w", encoding="utf-8") as stream:
            for fold, tagger in enumerate(teachers):
                records = [r for r in self.corpus.claims if fold_of(r["id"]) == fold]
                read = read_records_with([tagger], records, self.tokenizer, CLAIMS)
                for record, tagged in zip(records, decoded(tagger, read, SETTINGS), strict=True):
                    stream.write(json.dumps(as_json(record, tagged), ensure_ascii=False) + "\n")


def _roughened(records: list[Record]) -> list[Record]:
    """Return the records, every fourth with straight quotation marks."""
    return [with_straight_marks(r) if number % 4 == 0 else r for number, r in enumerate(records)]


def main() -> None:
    """Train, report, and keep everything in the run's folder."""
    parser = argparse.ArgumentParser(prog="python -m claims.training.tagger", description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--out", type=Path, default=ROOT / "training-runs" / "tagger")
    parser.add_argument("--extra", type=Path, nargs="*", default=[], help="marked articles, as exported")
    parser.add_argument("--layers", type=int, nargs="+", default=[12], help="layers of the taggers to train")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    run = Run(arguments)
    teachers = run.teachers()
    run.read_unseen(teachers)
    run.students(teachers, arguments.layers)


if __name__ == "__main__":
    main()
