"""Products of a trained network in eight bits: evening out their inputs, and writing them as operators.

Weights get a scale an output, inputs one scale a run. Inputs are evened out before: large channels get
smaller and their weights larger (SmoothQuant, Xiao et al. 2023), with its even split between the two.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import numpy as np
import torch
from torch import Tensor, nn

from claims.training.encoder.graph import GraphWriter
from claims.training.encoder.network import Layer

EPSILON = 1e-12

_LARGEST = 127
_STRENGTH = 0.5
_LEAST = 1e-5

Factors = dict[str, np.ndarray]
"""By the name of a product: what each of its inputs is divided by, and its weights multiplied with."""

Largest = dict[str, Tensor]


@contextmanager
def watched(products: Mapping[str, nn.Linear]) -> Iterator[Largest]:
    """Gather the largest size of each input of the `products` while texts are sent through them."""
    largest: Largest = {}

    def watch(name: str) -> object:
        def hook(_: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            seen = inputs[0].detach().abs().amax((0, 1)).float()
            largest[name] = torch.maximum(largest.get(name, torch.zeros_like(seen)), seen)

        return hook

    hooks = [module.register_forward_pre_hook(watch(name)) for name, module in products.items()]
    try:
        yield largest
    finally:
        for hook in hooks:
            hook.remove()


def evening_factors(products: Mapping[str, nn.Linear], largest: Largest) -> Factors:
    """Return the factors of every product, from the `largest` inputs that were watched."""
    factors = {}
    for name, module in products.items():
        inputs = largest[name].float().clamp_min(_LEAST)
        weights = module.weight.detach().float().abs().amax(0).clamp_min(_LEAST)
        factors[name] = (inputs**_STRENGTH / weights ** (1 - _STRENGTH)).numpy().astype(np.float32)
    return factors


def linears(modules: nn.Module, prefix: str) -> dict[str, nn.Linear]:
    """Return the products within `modules`, each under its name after `prefix` and a dot."""
    named = modules.named_modules()
    return {f"{prefix}.{name}": module for name, module in named if isinstance(module, nn.Linear)}


def write_product(writer: GraphWriter, name: str, linear: nn.Linear, inputs: tuple[str, Factors]) -> str:
    """Add a product with a scale an output; its inputs are rounded to eight bits by one scale a run."""
    states, factors = inputs
    even = writer.node("Mul", [states, writer.constant(f"{name}.evening", 1 / factors[name])])
    weights = numbers(linear.weight) * factors[name]
    scales = np.maximum(np.abs(weights).max(axis=1), 1e-8) / _LARGEST
    rounded = np.clip(np.rint(weights / scales[:, None]), -_LARGEST, _LARGEST).astype(np.int8)
    return writer.fused(
        "DynamicQuantizeMatMul",
        [
            even,
            writer.constant(f"{name}.weights", rounded.T),
            writer.constant(f"{name}.scales", scales.astype(np.float32)),
            "",
            writer.constant(f"{name}.bias", numbers(linear.bias)),
        ],
    )


def write_layer(
    writer: GraphWriter, name: str, layer: Layer, inputs: tuple[str, Factors], *, bias: str = ""
) -> str:
    """Add one transformer layer; `bias`, where given, is added to its attention scores."""
    states, factors = inputs

    def product(part: str, of: str) -> str:
        return write_product(writer, f"{name}.{part}", getattr(layer, part), (of, factors))

    split = writer.nodes_out("Split", [product("attention_in", states)], 3, axis=2, num_outputs=3)
    attending = [*split, "", "", bias] if bias else split
    attended = product("attention_out", writer.fused("MultiHeadAttention", attending, num_heads=layer.heads))
    states = _sum_and_norm(writer, f"{name}.attention_norm", layer.attention_norm, [states, attended])
    inner = product("inner_out", writer.fused("Gelu", [product("inner_in", states)]))
    return _sum_and_norm(writer, f"{name}.inner_norm", layer.inner_norm, [states, inner])


def _sum_and_norm(writer: GraphWriter, name: str, norm: nn.LayerNorm, parts: list[str]) -> str:
    """Add sum and normalisation as two operators: the fused one is 15 % slower on the processors tried."""
    summed = writer.node("Add", parts)
    return writer.node("LayerNormalization", [summed, *write_norm(writer, name, norm)], epsilon=EPSILON)


def write_norm(writer: GraphWriter, name: str, norm: nn.LayerNorm) -> list[str]:
    """Store a normalisation's weights and return their names."""
    return [
        writer.constant(f"{name}.weight", numbers(norm.weight)),
        writer.constant(f"{name}.bias", numbers(norm.bias)),
    ]


def numbers(parameter: Tensor) -> np.ndarray:
    """Return a parameter as an array."""
    with torch.no_grad():
        return parameter.detach().float().cpu().numpy()
