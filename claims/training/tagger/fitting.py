"""Training a tagger, on a processor or a graphics card, and reading texts with it."""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from claims.nlp.tagger.decoding import Readout
from claims.nlp.tagger.labels import LABELS, LEVELS
from claims.nlp.tagger.pieces import END, PADDING, START, Pieces, depths, windows
from claims.training.tagger.batches import LONGEST, Batch, batched, cut_windows
from claims.training.tagger.corpora import Example
from claims.training.tagger.network import LINK_SIZE, Tagger, sequence_loss

OVERLAP = 96
"""Pieces that two windows share when a text is read."""

_LINK_SHARE, _MODALITY_SHARE = 0.1, 0.05
"""Weights of the pair and modality losses beside the labels' own (the prototype's for pairs)."""

_INNER_SHARE = 0.5
_LATE_SHARE = 0.5
"""From this share of the steps on their weights are averaged: the mean is steadier than the last."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one tagger is trained. Rates are per step of `pieces_per_batch` pieces."""

    epochs: float = 6
    rate: float = 2.5e-4
    head_rate: float = 1e-3
    pieces_per_batch: int = 8192
    train_trunk: bool = False
    trunk_rate: float = 5e-5
    dropped_pieces: float = 0.0
    teaching: float = 0.0
    longest: int = LONGEST
    seed: int = 0

    def with_seed(self, seed: int) -> "Recipe":
        """Return the same recipe with another order of examples and other dropped pieces."""
        return replace(self, seed=seed)


def fit(
    tagger: Tagger,
    examples: Sequence[Example],
    recipe: Recipe,
    *,
    device: torch.device,
    taught: dict[str, np.ndarray] | None = None,
    report: Callable[[str], None] = print,
) -> Tagger:
    """Train `tagger` on `examples` by `recipe` and return it with the mean of its late weights."""
    chance = random.Random(recipe.seed)  # noqa: S311 - order of the examples, no secret
    torch.manual_seed(recipe.seed)
    tagger.to(device).train()
    steps = _step_count(examples, recipe)
    optimizer, schedule = _optimizer(tagger, recipe, steps)
    mean = _Mean(tagger)
    done, began, losses = 0, time.monotonic(), []
    while done < steps:
        for batch in batched(
            cut_windows(examples, chance, taught or {}, recipe.longest), recipe.pieces_per_batch, chance
        ):
            loss = _loss(tagger, batch.to(device), recipe)
            loss.backward()
            nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            losses.append(loss.detach())
            done += 1
            if done > _LATE_SHARE * steps:
                mean.add(tagger)
            if done % 100 == 0:
                late = float(torch.stack(losses[-100:]).mean())
                report(f"step {done}/{steps} loss {late:.4f} {time.monotonic() - began:.0f} s")
            if done >= steps:
                break
    mean.give(tagger)
    return tagger.eval()


def _step_count(examples: Sequence[Example], recipe: Recipe) -> int:
    pieces = sum(len(example.pieces) for example in examples)
    return max(1, round(recipe.epochs * pieces * 1.1 / recipe.pieces_per_batch))


def _optimizer(
    tagger: Tagger, recipe: Recipe, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    lower = [*tagger.trunk.parameters(), *tagger.norm.parameters()]
    for parameter in (*tagger.words.parameters(), *tagger.positions.parameters()):
        parameter.requires_grad = False
    for parameter in lower:
        parameter.requires_grad = recipe.train_trunk
    branch = list(tagger.branch.parameters())
    known = {id(parameter) for parameter in (*lower, *branch)}
    heads = [p for p in tagger.parameters() if p.requires_grad and id(p) not in known]
    groups = [{"params": branch, "lr": recipe.rate}, {"params": heads, "lr": recipe.head_rate}]
    if recipe.train_trunk:
        groups.append({"params": lower, "lr": recipe.trunk_rate})
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    warm = min(60, max(1, steps // 10))

    def share(step: int) -> float:
        return min(1.0, (step + 1) / warm) * max(0.02, 1 - step / steps)

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, share)


class _Mean:
    """The running mean of a network's trained weights."""

    def __init__(self, tagger: Tagger) -> None:
        self.count = 0
        self.sums = {n: torch.zeros_like(p) for n, p in tagger.named_parameters() if p.requires_grad}

    def add(self, tagger: Tagger) -> None:
        self.count += 1
        with torch.no_grad():
            for name, parameter in tagger.named_parameters():
                if name in self.sums:
                    self.sums[name] += parameter

    def give(self, tagger: Tagger) -> None:
        with torch.no_grad():
            for name, parameter in tagger.named_parameters():
                if name in self.sums and self.count:
                    parameter.copy_(self.sums[name] / self.count)


def _loss(tagger: Tagger, batch: Batch, recipe: Recipe) -> Tensor:
    pieces = batch.pieces
    if recipe.dropped_pieces:
        dropped = torch.rand(pieces.shape, device=pieces.device) < recipe.dropped_pieces
        pieces = torch.where(dropped & (pieces > END), torch.full_like(pieces, 3), pieces)
    with torch.autocast(pieces.device.type, torch.bfloat16):
        if recipe.train_trunk:
            states = tagger.lower(pieces, batch.present)
        else:
            with torch.no_grad():
                states = tagger.lower(pieces, batch.present)
        read = tagger.upper(states, batch.present, batch.marks, batch.definitions)
    steps = tagger.transitions()
    size = batch.present.sum()
    outer = sequence_loss(read.scores[:, :, 0], batch.labels[:, 0], batch.present, steps[0])
    inner = sequence_loss(read.scores[:, :, 1], batch.labels[:, 1], batch.present, steps[1])
    loss = ((outer + _INNER_SHARE * inner * batch.nested) * batch.weights).sum() / size
    loss = loss + _LINK_SHARE * _pair_loss(tagger, batch, read.vectors)
    if len(batch.modalities):
        logits = tagger.modality_scores(read.vectors, batch.modalities[:, :5])
        loss = loss + _MODALITY_SHARE * functional.cross_entropy(logits, batch.modalities[:, 5])
    if recipe.teaching and batch.taught is not None:
        loss = loss + recipe.teaching * _taught_loss(read.scores, batch)
    return loss


def _pair_loss(tagger: Tagger, batch: Batch, vectors: Tensor) -> Tensor:
    total = torch.zeros((), device=vectors.device)
    for role, (ends, facts, belong) in batch.pairs.items():
        if len(ends):
            logits = tagger.pair_scores(role, vectors, ends, facts)
            total = total + functional.binary_cross_entropy_with_logits(logits, belong)
    return total


def _taught_loss(scores: Tensor, batch: Batch) -> Tensor:
    """Return how far the label scores are from the teachers' (Kullback-Leibler; Hinton et al. 2015)."""
    own = scores[batch.taught_rows].log_softmax(-1)
    theirs = batch.taught.softmax(-1)
    far = (theirs * (theirs.clamp_min(1e-6).log() - own)).sum(-1)
    far[:, :, 1] *= batch.nested[batch.taught_rows][:, None]
    present = batch.present[batch.taught_rows]
    return (far.sum(-1) * present).sum() / present.sum()


def read_texts(
    tagger: Tagger, texts: Sequence[Pieces], definition: int, *, windows_at_once: int = 32
) -> list[Readout]:
    """Return what `tagger` says of each text, each piece where it stands most in the middle."""
    tagger.eval()
    result = [
        Readout(
            np.zeros((len(text), LEVELS, len(LABELS)), np.float32),
            np.zeros((len(text), LINK_SIZE), np.float32),
        )
        for text in texts
    ]
    depth = [np.full(len(text), -1) for text in texts]
    cuts = [
        (k, b, e) for k, t in enumerate(texts) for b, e in windows(len(t), longest=LONGEST, overlap=OVERLAP)
    ]
    cuts.sort(key=lambda cut: cut[2] - cut[1])
    for start in range(0, len(cuts), windows_at_once):
        group = cuts[start : start + windows_at_once]
        scores, vectors = _run(tagger, texts, group, definition)
        for row, (k, begin, end) in enumerate(group):
            take = depths(begin, end, len(texts[k])) > depth[k][begin:end]
            places = np.nonzero(take)[0]
            depth[k][begin + places] = depths(begin, end, len(texts[k]))[places]
            result[k].scores[begin + places] = scores[row, 1 + places]
            result[k].vectors[begin + places] = vectors[row, 1 + places]
    return result


def _run(
    tagger: Tagger, texts: Sequence[Pieces], group: list[tuple[int, int, int]], definition: int
) -> tuple[np.ndarray, np.ndarray]:
    device = tagger.label.weight.device
    length = max(end - begin for _, begin, end in group) + 2
    pieces = np.full((len(group), length), PADDING, np.int64)
    present = np.zeros((len(group), length), np.int64)
    marks = np.zeros((len(group), length), np.int64)
    for row, (k, begin, end) in enumerate(group):
        size = end - begin
        pieces[row, 0], pieces[row, size + 1] = START, END
        pieces[row, 1 : size + 1] = texts[k].ids[begin:end]
        marks[row, 1 : size + 1] = texts[k].marks[begin:end]
        present[row, : size + 2] = 1
    placed = [torch.from_numpy(a).to(device) for a in (pieces, present, marks)]
    kinds = torch.full((len(group),), definition, device=device)
    with torch.inference_mode(), torch.autocast(device.type, torch.bfloat16):
        read = tagger.upper(tagger.lower(placed[0], placed[1]), placed[1], placed[2], kinds)
    return read.scores.float().cpu().numpy(), read.vectors.float().cpu().numpy()


def head_arrays(tagger: Tagger) -> dict[str, np.ndarray]:
    """Return the small networks' weights under the names that `claims.nlp.tagger.heads` reads."""
    arrays = {"steps": tagger.transitions().detach().float().cpu().numpy()}
    for name, parameter in tagger.named_parameters():
        if name.startswith(("pairs.", "modality.")):
            arrays[name] = parameter.detach().float().cpu().numpy()
    return arrays
