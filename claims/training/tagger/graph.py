"""Writing a trained tagger as one ONNX graph in eight bits, and its small networks as arrays.

The graph takes the vectors of a window's word pieces, which the shared encoder's file holds, so that the
words are kept once for all networks. Products take eight-bit weights, a scale an output, and eight-bit
inputs, one scale a window; their inputs are evened out before (`smoothing`). A window is read alone, so no
text depends on another.
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper

from claims.training.encoder.eight_bit import EPSILON, Factors, numbers, write_layer, write_norm
from claims.training.encoder.graph import GraphWriter
from claims.training.tagger.fitting import head_arrays
from claims.training.tagger.network import Tagger

WORDS, MARKS, DEFINITION = "words", "marks", "definition"
SCORES, VECTORS = "scores", "vectors"

_OPSETS = [helper.make_opsetid("", 21), helper.make_opsetid("com.microsoft", 1)]
_FORMAT_VERSION = 10


def write_tagger(tagger: Tagger, factors: Factors, graph: Path, heads: Path) -> None:
    """Write `tagger`, its inputs evened out by `factors`, to the two files."""
    tagger = tagger.cpu().float().eval()
    writer = GraphWriter()
    states = _write_embedding(writer, tagger)
    for number, layer in enumerate(tagger.trunk):
        states = write_layer(writer, f"trunk.{number}", layer, (states, factors))
    states = _write_additions(writer, tagger, states)
    for number, layer in enumerate(tagger.branch):
        states = write_layer(writer, f"branch.{number}", layer, (states, factors))
    _write_readout(writer, tagger, states)
    _save(writer, tagger, graph)
    np.savez_compressed(heads, **{name: a.astype(np.float16) for name, a in head_arrays(tagger).items()})


def _write_embedding(writer: GraphWriter, tagger: Tagger) -> str:
    positions = writer.constant("positions", numbers(tagger.positions.weight))
    length = writer.node("Shape", [WORDS], start=1, end=2)
    first = writer.constant("first", np.array([0]))
    placed = writer.node("Slice", [positions, first, length, first])
    summed = writer.node("Add", [WORDS, placed])
    return writer.node(
        "LayerNormalization", [summed, *write_norm(writer, "norm", tagger.norm)], epsilon=EPSILON
    )


def _write_additions(writer: GraphWriter, tagger: Tagger, states: str) -> str:
    """Add what the marks around each piece and the definition of an attribution mean to the states."""
    marks = writer.constant("marks.table", numbers(tagger.marks.weight))
    kinds = writer.constant("definitions.table", numbers(tagger.definitions.weight))
    states = writer.node("Add", [states, writer.node("Gather", [marks, MARKS], axis=0)])
    return writer.node("Add", [states, writer.node("Gather", [kinds, DEFINITION], axis=0)])


def _write_readout(writer: GraphWriter, tagger: Tagger, states: str) -> None:
    for output, linear in ((SCORES, tagger.label), (VECTORS, tagger.link)):
        weights = writer.constant(f"{output}.weights", numbers(linear.weight).T)
        product = writer.node("MatMul", [states, weights])
        named = [product, writer.constant(f"{output}.bias", numbers(linear.bias))]
        writer.nodes.append(helper.make_node("Add", named, [output]))


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
