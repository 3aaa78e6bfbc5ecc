"""Evening out a layer's inputs before they are rounded: large channels get smaller, their weights larger.

SmoothQuant (Xiao et al. 2023), with its even split (strength 0.5) between inputs and weights.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np
import torch
from torch import Tensor, nn

from claims.nlp.tagger.pieces import Pieces
from claims.training.tagger.fitting import read_texts
from claims.training.tagger.network import Tagger

_STRENGTH = 0.5
_LEAST = 1e-5

Factors = dict[str, np.ndarray]
"""By the name of a product: what each of its inputs is divided by, and its weights multiplied with."""


def find_factors(tagger: Tagger, texts: Sequence[Pieces], definition: int) -> Factors:
    """Return the factors of every product of the layers, from what `texts` send through them."""
    largest: dict[str, Tensor] = {}
    with _watched(tagger, largest):
        read_texts(tagger, texts, definition, windows_at_once=4)
    factors = {}
    for name, module in _products(tagger):
        inputs = largest[name].float().clamp_min(_LEAST)
        weights = module.weight.detach().float().abs().amax(0).clamp_min(_LEAST)
        factors[name] = (inputs**_STRENGTH / weights ** (1 - _STRENGTH)).numpy().astype(np.float32)
    return factors


def _products(tagger: Tagger) -> Iterator[tuple[str, nn.Linear]]:
    for part in ("trunk", "branch"):
        for name, module in getattr(tagger, part).named_modules():
            if isinstance(module, nn.Linear):
                yield f"{part}.{name}", module


@contextmanager
def _watched(tagger: Tagger, largest: dict[str, Tensor]) -> Iterator[None]:
    def watch(name: str) -> object:
        def hook(_: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            seen = inputs[0].detach().abs().amax((0, 1)).float()
            largest[name] = torch.maximum(largest.get(name, torch.zeros_like(seen)), seen)

        return hook

    hooks = [module.register_forward_pre_hook(watch(name)) for name, module in _products(tagger)]
    try:
        yield
    finally:
        for hook in hooks:
            hook.remove()
