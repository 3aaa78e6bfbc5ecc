"""Writing a trained tagger as one ONNX graph in eight bits, and its small networks as arrays.

The graph takes the vectors of a window's word pieces, which the shared encoder's file holds, so that the
words are kept once for all networks. Products take eight-bit weights, a scale an output, and eight-bit
inputs, one scale a window; their inputs are evened out before (`smoothing`). A window is read alone, so no
text depends on another.
"""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper
from torch import Tensor, nn

from claims.training.encoder.graph import GraphWriter
from claims.training.encoder.network import Layer
from claims.training.tagger.fitting import head_arrays
from claims.training.tagger.network import Tagger
from claims.training.tagger.smoothing import Factors

WORDS, MARKS, DEFINITION = "words", "marks", "definition"
SCORES, VECTORS = "scores", "vectors"

_OPSETS = [helper.make_opsetid("", 21), helper.make_opsetid("com.microsoft", 1)]
_FORMAT_VERSION = 10
_EPSILON = 1e-12
_LARGEST = 127


def write_tagger(tagger: Tagger, factors: Factors, graph: Path, heads: Path) -> None:
    """Write `tagger`, its inputs evened out by `factors`, to the two files."""
    tagger = tagger.cpu().float().eval()
    writer = GraphWriter()
    states = _write_embedding(writer, tagger)
    for number, layer in enumerate(tagger.trunk):
        states = _write_layer(writer, f"trunk.{number}", layer, (states, factors))
    states = _write_additions(writer, tagger, states)
    for number, layer in enumerate(tagger.branch):
        states = _write_layer(writer, f"branch.{number}", layer, (states, factors))
    _write_readout(writer, tagger, states)
    _save(writer, tagger, graph)
    np.savez_compressed(heads, **{name: a.astype(np.float16) for name, a in head_arrays(tagger).items()})


def _write_embedding(writer: GraphWriter, tagger: Tagger) -> str:
    positions = writer.constant("positions", _numbers(tagger.positions.weight))
    length = writer.node("Shape", [WORDS], start=1, end=2)
    first = writer.constant("first", np.array([0]))
    placed = writer.node("Slice", [positions, first, length, first])
    summed = writer.node("Add", [WORDS, placed])
    return writer.node("LayerNormalization", [summed, *_norm(writer, "norm", tagger.norm)], epsilon=_EPSILON)


def _write_additions(writer: GraphWriter, tagger: Tagger, states: str) -> str:
    """Add what the marks around each piece and the definition of an attribution mean to the states."""
    marks = writer.constant("marks.table", _numbers(tagger.marks.weight))
    kinds = writer.constant("definitions.table", _numbers(tagger.definitions.weight))
    states = writer.node("Add", [states, writer.node("Gather", [marks, MARKS], axis=0)])
    return writer.node("Add", [states, writer.node("Gather", [kinds, DEFINITION], axis=0)])


def _write_layer(writer: GraphWriter, name: str, layer: Layer, inputs: tuple[str, Factors]) -> str:
    states, factors = inputs

    def product(part: str, of: str) -> str:
        return _write_product(writer, f"{name}.{part}", getattr(layer, part), (of, factors))

    split = writer.nodes_out("Split", [product("attention_in", states)], 3, axis=2, num_outputs=3)
    attended = product("attention_out", writer.fused("MultiHeadAttention", split, num_heads=layer.heads))
    norm = _norm(writer, f"{name}.attention_norm", layer.attention_norm)
    states = writer.fused("SkipLayerNormalization", [states, attended, *norm], epsilon=_EPSILON)
    inner = product("inner_out", writer.fused("Gelu", [product("inner_in", states)]))
    norm = _norm(writer, f"{name}.inner_norm", layer.inner_norm)
    return writer.fused("SkipLayerNormalization", [states, inner, *norm], epsilon=_EPSILON)


def _write_product(writer: GraphWriter, name: str, linear: nn.Linear, inputs: tuple[str, Factors]) -> str:
    """Add a product with a scale an output; its inputs are rounded to eight bits by one scale a window."""
    states, factors = inputs
    even = writer.node("Mul", [states, writer.constant(f"{name}.evening", 1 / factors[name])])
    weights = _numbers(linear.weight) * factors[name]
    scales = np.maximum(np.abs(weights).max(axis=1), 1e-8) / _LARGEST
    rounded = np.clip(np.rint(weights / scales[:, None]), -_LARGEST, _LARGEST).astype(np.int8)
    return writer.fused(
        "DynamicQuantizeMatMul",
        [
            even,
            writer.constant(f"{name}.weights", rounded.T),
            writer.constant(f"{name}.scales", scales.astype(np.float32)),
            "",
            writer.constant(f"{name}.bias", _numbers(linear.bias)),
        ],
    )


def _write_readout(writer: GraphWriter, tagger: Tagger, states: str) -> None:
    for output, linear in ((SCORES, tagger.label), (VECTORS, tagger.link)):
        weights = writer.constant(f"{output}.weights", _numbers(linear.weight).T)
        product = writer.node("MatMul", [states, weights])
        named = [product, writer.constant(f"{output}.bias", _numbers(linear.bias))]
        writer.nodes.append(helper.make_node("Add", named, [output]))


def _norm(writer: GraphWriter, name: str, norm: nn.LayerNorm) -> list[str]:
    return [
        writer.constant(f"{name}.weight", _numbers(norm.weight)),
        writer.constant(f"{name}.bias", _numbers(norm.bias)),
    ]


def _numbers(parameter: Tensor) -> np.ndarray:
    with torch.no_grad():
        return parameter.detach().float().cpu().numpy()


def _save(writer: GraphWriter, tagger: Tagger, path: Path) -> None:
    hidden = tagger.words.embedding_dim
    inputs = [
        helper.make_tensor_value_info(WORDS, TensorProto.FLOAT, [1, "length", hidden]),
        helper.make_tensor_value_info(MARKS, TensorProto.INT64, [1, "length"]),
        helper.make_tensor_value_info(DEFINITION, TensorProto.INT64, [1, 1]),
    ]
    outputs = [
        helper.make_tensor_value_info(SCORES, TensorProto.FLOAT, [1, "length", tagger.label.out_features]),
        helper.make_tensor_value_info(VECTORS, TensorProto.FLOAT, [1, "length", tagger.link.out_features]),
    ]
    graph = helper.make_graph(writer.nodes, path.stem, inputs, outputs, list(writer.constants.values()))
    onnx.save(helper.make_model(graph, opset_imports=_OPSETS, ir_version=_FORMAT_VERSION), path)
