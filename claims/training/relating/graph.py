"""Writing a trained relation network as one ONNX graph in eight bits.

The graph takes the vectors of a pair's word pieces, which the encoder's file holds, so that the words are
kept once for all networks. A pair is read alone, so no pair depends on another.
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper
from torch import nn

from claims.linking.relating.labels import INFERENCES, KINSHIPS, SLOTS
from claims.linking.relating.pieces import LONGEST
from claims.training.encoder.eight_bit import EPSILON, Factors, numbers, write_layer, write_norm
from claims.training.encoder.graph import GraphWriter
from claims.training.relating.network import Relater

WORDS, PLACES, SIDES = "words", "places", "sides"
OUTPUTS = {
    "forward": len(INFERENCES),
    "backward": len(INFERENCES),
    "kinship": len(KINSHIPS),
    "slot": len(SLOTS),
}

_OPSETS = [helper.make_opsetid("", 21), helper.make_opsetid("com.microsoft", 1)]
_FORMAT_VERSION = 10
_LARGEST = 127


def write_relater(relater: Relater, factors: Factors, path: Path) -> None:
    """Write `relater`, the inputs of its layers evened out by `factors`, to `path`."""
    relater = relater.cpu().float().eval()
    writer = GraphWriter()
    states = _write_embedding(writer, relater)
    across = _write_across(writer)
    for number, layer in enumerate(relater.layers):
        aside = writer.constant(f"aside.{number}", numbers(relater.aside[number])[None, :, None, None])
        bias = writer.node("Mul", [across, aside])
        states = write_layer(writer, f"layers.{number}", layer, (states, factors), bias=bias)
    _write_readout(writer, relater, states)
    _save(writer, relater, path)


def _write_embedding(writer: GraphWriter, relater: Relater) -> str:
    table = writer.constant("positions", numbers(relater.positions.weight)[:LONGEST])
    placed = writer.node("Gather", [table, PLACES], axis=0)
    summed = writer.node("Add", [WORDS, placed])
    norm = write_norm(writer, "norm", relater.norm)
    return writer.node("LayerNormalization", [summed, *norm], epsilon=EPSILON)


def _write_across(writer: GraphWriter) -> str:
    """Add the square that is 1 where a piece looks at the other text, shape (1, 1, length, length)."""
    rows = writer.node("Unsqueeze", [SIDES, writer.constant("to_rows", np.array([1, 3]))])
    columns = writer.node("Unsqueeze", [SIDES, writer.constant("to_columns", np.array([1, 2]))])
    return writer.node("Abs", [writer.node("Sub", [rows, columns])])


def _write_readout(writer: GraphWriter, relater: Relater, states: str) -> None:
    first_weight = writer.node("Sub", [writer.constant("one", np.array(1, np.float32)), SIDES])
    first, second = (_write_mean(writer, states, weight) for weight in (first_weight, SIDES))
    start_of_first = _write_start(writer, states, first_weight)
    start_of_second = _write_start(writer, states, SIDES)
    apart = writer.node("Abs", [writer.node("Sub", [first, second])])
    product = writer.node("Mul", [first, second])
    _write_head(
        writer,
        relater.inference,
        [first, second, start_of_first, start_of_second, apart, product],
        ["forward"],
    )
    _write_head(
        writer,
        relater.inference,
        [second, first, start_of_second, start_of_first, apart, product],
        ["backward"],
    )
    starts = writer.node("Abs", [writer.node("Sub", [start_of_first, start_of_second])])
    both = [
        writer.node("Add", [first, second]),
        starts,
        writer.node("Add", [start_of_first, start_of_second]),
        apart,
        product,
    ]
    _write_head(writer, relater.symmetric, both, ["kinship", "slot"])


def _write_mean(writer: GraphWriter, states: str, weight: str) -> str:
    """Add the mean of the states that `weight`, shape (1, length), picks: shape (1, hidden)."""
    picked = writer.node("Unsqueeze", [weight, writer.constant("last", np.array([-1]))])
    along = writer.constant("along", np.array([1]))
    summed = writer.node("ReduceSum", [writer.node("Mul", [states, picked]), along], keepdims=0)
    count = writer.node("ReduceSum", [weight, along], keepdims=1)
    return writer.node("Div", [summed, count])


def _write_start(writer: GraphWriter, states: str, weight: str) -> str:
    """Add the state of the first piece that `weight` picks: shape (1, hidden)."""
    at = writer.node("ArgMax", [weight], axis=1, keepdims=0)
    picked = writer.node("Gather", [states, at], axis=1)
    return writer.node("Squeeze", [picked, writer.constant("along", np.array([1]))])


def _write_head(writer: GraphWriter, head: nn.Sequential, parts: list[str], outputs: list[str]) -> None:
    """Add a small network on the joined `parts`; its weights are kept once."""
    name = "inference" if len(outputs) == 1 else "symmetric"
    joined = writer.node("Concat", parts, axis=-1)
    inner = writer.fused("Gelu", [_write_dense(writer, f"{name}.in", head[1], joined)])
    logits = _write_dense(writer, f"{name}.out", head[3], inner)
    if len(outputs) == 1:
        writer.nodes.append(helper.make_node("Identity", [logits], outputs))
        return
    sizes = writer.constant("sizes", np.array([OUTPUTS[output] for output in outputs]))
    writer.nodes.append(helper.make_node("Split", [logits, sizes], outputs, axis=-1))


def _write_dense(writer: GraphWriter, name: str, linear: nn.Module, inputs: str) -> str:
    """Add a product of unrounded inputs with weights kept in eight bits, a scale an output."""
    assert isinstance(linear, nn.Linear)
    weights = numbers(linear.weight).T
    scales = np.maximum(np.abs(weights).max(axis=0), 1e-8) / _LARGEST
    rounded = writer.constant(f"{name}.weights", np.rint(weights / scales).astype(np.int8))
    unpacked = writer.node("Cast", [rounded], to=TensorProto.FLOAT)
    scaled = writer.node("Mul", [unpacked, writer.constant(f"{name}.scales", scales.astype(np.float32))])
    bias = writer.constant(f"{name}.bias", numbers(linear.bias))
    return writer.node("Add", [writer.node("MatMul", [inputs, scaled]), bias])


def _save(writer: GraphWriter, relater: Relater, path: Path) -> None:
    hidden = relater.words.embedding_dim
    inputs = [
        helper.make_tensor_value_info(WORDS, TensorProto.FLOAT, [1, "length", hidden]),
        helper.make_tensor_value_info(PLACES, TensorProto.INT64, [1, "length"]),
        helper.make_tensor_value_info(SIDES, TensorProto.FLOAT, [1, "length"]),
    ]
    outputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, size]) for name, size in OUTPUTS.items()
    ]
    graph = helper.make_graph(writer.nodes, path.stem, inputs, outputs, list(writer.constants.values()))
    onnx.save(helper.make_model(graph, opset_imports=_OPSETS, ir_version=_FORMAT_VERSION), path)
