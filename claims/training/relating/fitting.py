"""Training a relation network, on a processor or a graphics card, and reading pairs with it."""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from claims.training.relating.batches import Batch, Example, batched, collate
from claims.training.relating.corpora import UNKNOWN
from claims.training.relating.network import Logits, Relater

_LATE_SHARE = 0.6
"""From this share of the steps on the weights are averaged: the mean is steadier than the last."""
_KEPT_EVERY = 150
"""Steps between two checkpoints."""
_REPORTED_EVERY = 50
_WARM_STEPS = 150
_PADDED = 1.05
"""Pieces with padding to those without, as batches of similar length have it."""
_SHARES = {"forward": 1.0, "backward": 1.0, "kinship": 1.0, "slot": 0.5}
"""Weights of the four losses."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a network is trained. Rates are per step of `pieces_per_batch` pieces, and fall to `last_share`."""

    epochs: float = 3
    rate: float = 1.5e-4
    head_rate: float = 5e-4
    aside_rate: float = 1e-2
    pieces_per_batch: int = 4096
    dropped_pieces: float = 0.03
    smoothing: float = 0.05
    last_share: float = 0.02
    seed: int = 0


class Training:
    """One stage of training: a network, what moves its weights, and the file from which it can go on."""

    def __init__(self, relater: Relater, examples: Sequence[Example], recipe: Recipe, kept: Path) -> None:
        self.relater, self.examples, self.recipe, self.kept = relater, examples, recipe, kept
        pieces = sum(len(example.pieces) for example in examples)
        self.steps = max(1, round(recipe.epochs * pieces * _PADDED / recipe.pieces_per_batch))
        self.device = next(relater.parameters()).device
        self.optimizer = _optimizer(relater, recipe)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self._share)
        self.mean = _Mean(relater)
        self.done = 0
        self.losses: list[float] = []

    def run(self, report: Callable[[str], None], look: Callable[[], None]) -> Relater:
        """Train to the end and return the network with the mean of its late weights.

        What a stopped run kept is taken up again. `look` is called at each checkpoint.
        """
        self._take_up()
        torch.manual_seed(self.recipe.seed + self.done)
        chance = random.Random(self.recipe.seed + self.done)  # noqa: S311 - order, no secret
        self.relater.train()
        began = time.monotonic()
        for batch in self._batches(chance):
            self._step(batch)
            if self.done % _REPORTED_EVERY == 0:
                late = sum(self.losses[-_REPORTED_EVERY:]) / len(self.losses[-_REPORTED_EVERY:])
                report(f"step {self.done}/{self.steps} loss {late:.4f} {time.monotonic() - began:.0f} s")
            if self.done % _KEPT_EVERY == 0:
                self._keep()
                look()
                self.relater.train()
        self.mean.give(self.relater)
        return self.relater.eval()

    def _batches(self, chance: random.Random) -> Iterator[Batch]:
        while self.done < self.steps:
            for batch in batched(self.examples, self.recipe.pieces_per_batch, chance):
                if self.done < self.steps:
                    yield batch

    def _step(self, batch: Batch) -> None:
        loss = _loss(self.relater, batch, self.recipe, self.device)
        loss.backward()
        nn.utils.clip_grad_norm_(self.relater.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.losses.append(float(loss.detach()))
        self.done += 1
        if self.done > _LATE_SHARE * self.steps:
            self.mean.add(self.relater)

    def _share(self, step: int) -> float:
        """Return what the rates are multiplied by at a step: up in the beginning, then down."""
        warm = min(_WARM_STEPS, max(1, self.steps // 10))
        last = self.recipe.last_share
        return min(1.0, (step + 1) / warm) * max(last, 1 - (1 - last) * step / self.steps)

    def _keep(self) -> None:
        state = {
            "weights": trained_weights(self.relater),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
            "mean": (self.mean.count, self.mean.sums),
            "done": self.done,
        }
        part = self.kept.with_suffix(".part")
        torch.save(state, part)
        part.replace(self.kept)

    def _take_up(self) -> None:
        if not self.kept.is_file():
            return
        state = torch.load(self.kept, map_location="cpu", weights_only=True)
        self.relater.load_state_dict(state["weights"], strict=False)
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        self.mean.count, self.mean.sums = state["mean"]
        self.done = int(state["done"])


def _optimizer(relater: Relater, recipe: Recipe) -> torch.optim.Optimizer:
    named = [(n, p) for n, p in relater.named_parameters() if p.requires_grad]
    heads = [p for n, p in named if n.startswith(("inference", "symmetric"))]
    aside = [p for n, p in named if n == "aside"]
    plain = [p for n, p in named if n != "aside" and not n.startswith(("inference", "symmetric"))]
    return torch.optim.AdamW(
        [
            {"params": plain, "lr": recipe.rate, "weight_decay": 0.01},
            {"params": heads, "lr": recipe.head_rate, "weight_decay": 0.01},
            {"params": aside, "lr": recipe.aside_rate, "weight_decay": 0.0},
        ],
        fused=True,
    )


class _Mean:
    """The running mean of a network's trained weights."""

    def __init__(self, relater: Relater) -> None:
        self.count = 0
        self.sums = {n: torch.zeros_like(p) for n, p in relater.named_parameters() if p.requires_grad}

    def add(self, relater: Relater) -> None:
        self.count += 1
        with torch.no_grad():
            for name, parameter in relater.named_parameters():
                if name in self.sums:
                    self.sums[name] += parameter

    def give(self, relater: Relater) -> None:
        with torch.no_grad():
            for name, parameter in relater.named_parameters():
                if name in self.sums and self.count:
                    parameter.copy_(self.sums[name] / self.count)


def trained_weights(relater: Relater) -> dict[str, Tensor]:
    """Return what training changes: all but the word table."""
    return {n: p for n, p in relater.state_dict().items() if not n.startswith("words.")}


def _loss(relater: Relater, batch: Batch, recipe: Recipe, device: torch.device) -> Tensor:
    pieces = batch.pieces
    if recipe.dropped_pieces:
        dropped = torch.rand(pieces.shape) < recipe.dropped_pieces
        pieces = torch.where(dropped & (pieces > 2), torch.full_like(pieces, 3), pieces)
    with torch.autocast(device.type, torch.bfloat16):
        logits = relater(pieces.to(device), batch.places.to(device), batch.sides.to(device))
    total = torch.zeros((), device=device)
    for name, share in _SHARES.items():
        wanted = getattr(batch, name).to(device)
        losses = functional.cross_entropy(
            getattr(logits, name).float(),
            wanted,
            ignore_index=UNKNOWN,
            reduction="none",
            label_smoothing=recipe.smoothing,
        )
        total = total + share * (losses * batch.weights.to(device) * (wanted != UNKNOWN)).sum()
    return total / len(pieces)


def read_pairs(
    relater: Relater, examples: Sequence[Example], pairs_at_once: int = 64
) -> dict[str, np.ndarray]:
    """Return the logits of all examples in their order, by name, shape (len(examples), labels)."""
    relater.eval()
    device = relater.positions.weight.device
    order = sorted(range(len(examples)), key=lambda k: len(examples[k].pieces))
    found: dict[str, list[np.ndarray]] = {name: [] for name in _SHARES}
    for start in range(0, len(order), pairs_at_once):
        batch = collate([examples[k] for k in order[start : start + pairs_at_once]])
        with torch.inference_mode(), torch.autocast(device.type, torch.bfloat16):
            logits: Logits = relater(batch.pieces.to(device), batch.places.to(device), batch.sides.to(device))
        for name, listed in found.items():
            listed.append(getattr(logits, name).float().cpu().numpy())
    back = np.argsort(order)
    return {name: np.concatenate(listed)[back] for name, listed in found.items()}
