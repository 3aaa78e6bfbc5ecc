"""Writing the encoder as ONNX graphs whose matrices keep the published four bits.

There are two: the trunk (words and lower layers) and the branch that makes sentence vectors of what the trunk
gives. Other branches can stand on the same trunk. The graphs are written operator by operator, not traced, so
that the same weights always give the same bytes. The fused operators are ONNX Runtime's own.
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from claims.training.encoder.packed import BLOCK, FourBitMatrix, PackedEncoder

PIECES, PRESENT, STATES, VECTOR = "pieces", "present", "states", "sentence_vector"

TRUNK_LAYERS = 6
"""Layers that all branches share: training the six above was enough for a new task (design, linking 3)."""

_FUSED = "com.microsoft"
_OPSETS = [helper.make_opsetid("", 21), helper.make_opsetid(_FUSED, 1)]
_FORMAT_VERSION = 10
"""The ONNX file format of opset 21: understood by ONNX Runtime from 1.20 on."""

_EIGHT_BIT_INPUTS = 4
"""The operator's name for: round the inputs, too, to eight bits, each block of a row by its own scale.

Because a row is rounded by itself, a sentence's vector does not depend on what shares its batch."""


class GraphWriter:
    """Operators and constants gathered one after another."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, values: np.ndarray) -> str:
        """Store `values` as `name`, once."""
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(values), name)
        return name

    def four_bit_rows(self, name: str, matrix: FourBitMatrix) -> str:
        """Store the whole numbers of `matrix` as `name`, two a byte."""
        tensor = TensorProto(name=name, data_type=TensorProto.INT4, dims=matrix.values.shape)
        tensor.raw_data = _two_a_byte(matrix.values.view(np.uint8) & 15).tobytes()
        self.constants[name] = tensor
        return name

    def node(self, kind: str, inputs: list[str], **attributes: object) -> str:
        """Add an operator and return its output's name."""
        return self.nodes_out(kind, inputs, 1, **attributes)[0]

    def fused(self, kind: str, inputs: list[str], **attributes: object) -> str:
        """Add one of the runtime's fused operators and return its output's name."""
        return self.node(kind, inputs, domain=_FUSED, **attributes)

    def nodes_out(self, kind: str, inputs: list[str], count: int, **attributes: object) -> list[str]:
        """Add an operator with `count` outputs and return their names."""
        outputs = [f"{kind}_{len(self.nodes)}_{i}" for i in range(count)]
        self.nodes.append(helper.make_node(kind, inputs, outputs, **attributes))
        return outputs

    def rename(self, output: str, name: str) -> None:
        """Give the last operator's `output` the name that the graph shows."""
        (found,) = self.nodes[-1].output
        if found != output:
            raise ValueError(f"The last operator gives {found}, not {output}.")
        self.nodes[-1].output[0] = name


def write_trunk(packed: PackedEncoder, kept: list[int], path: Path) -> None:
    """Write the words of the `kept` pieces and the lower layers to `path`."""
    writer = GraphWriter()
    states = _write_embedding(writer, packed, kept)
    states = _write_layers(writer, packed, range(TRUNK_LAYERS), states)
    writer.rename(states, STATES)
    output = _states(packed.sizes.hidden)
    _save(writer, [_numbers(PIECES), _numbers(PRESENT)], output, path)


def write_sentence_branch(packed: PackedEncoder, path: Path) -> None:
    """Write the upper layers, the mean over the pieces and unit length to `path`."""
    writer = GraphWriter()
    states = _write_layers(writer, packed, range(TRUNK_LAYERS, packed.sizes.layers), STATES)
    _write_pooling(writer, states)
    hidden = packed.sizes.hidden
    output = helper.make_tensor_value_info(VECTOR, TensorProto.FLOAT, ["batch", hidden])
    _save(writer, [_states(hidden), _numbers(PRESENT)], output, path)


def _write_embedding(writer: GraphWriter, packed: PackedEncoder, kept: list[int]) -> str:
    words = packed.words.rows(kept)
    looked_up = writer.fused(
        "GatherBlockQuantized",
        [writer.four_bit_rows("words", words), PIECES, writer.constant("words.scales", words.scales)],
        gather_axis=0,
        quantize_axis=1,
        block_size=BLOCK,
    )
    hidden = packed.sizes.hidden
    # Every text is of segment 0, so its vector is added to the positions once and for all.
    positions = packed.dense("emb.pos").reshape(-1, hidden) + packed.dense("emb.type")[:hidden]
    length = writer.node("Shape", [PIECES], start=1, end=2)
    first = writer.constant("first", np.array([0]))
    placed = writer.node("Slice", [writer.constant("positions", positions), first, length, first])
    summed = writer.node("Add", [writer.node("Cast", [looked_up], to=TensorProto.FLOAT), placed])
    norm = [writer.constant(name, packed.dense(name)) for name in ("emb.ln.w", "emb.ln.b")]
    return writer.node("LayerNormalization", [summed, *norm], epsilon=packed.sizes.epsilon)


def _write_layers(writer: GraphWriter, packed: PackedEncoder, numbers: range, states: str) -> str:
    present = writer.node("Cast", [PRESENT], to=TensorProto.INT32)
    for number in numbers:
        states = _write_layer(writer, packed, number, (states, present))
    return states


def _write_layer(writer: GraphWriter, packed: PackedEncoder, number: int, inputs: tuple[str, str]) -> str:
    states, present = inputs
    projected = _write_linear(writer, packed, [f"l{number}.{part}" for part in "qkv"], states)
    split = writer.nodes_out("Split", [projected], 3, axis=2, num_outputs=3)
    attended = writer.fused("MultiHeadAttention", [*split, "", present], num_heads=packed.sizes.heads)
    attended = _write_linear(writer, packed, [f"l{number}.ao"], attended)
    states = _write_sum_and_norm(writer, packed, f"l{number}.aln", [states, attended])
    inner = writer.fused("Gelu", [_write_linear(writer, packed, [f"l{number}.fi"], states)])
    inner = _write_linear(writer, packed, [f"l{number}.fo"], inner)
    return _write_sum_and_norm(writer, packed, f"l{number}.oln", [states, inner])


def _write_linear(writer: GraphWriter, packed: PackedEncoder, names: list[str], inputs: str) -> str:
    """Add one product that stands for those of `names`, side by side."""
    parts = [packed.four_bit(f"{name}.w") for name in names]
    values = np.concatenate([part.values for part in parts])
    scales = np.concatenate([part.scales for part in parts]).astype(np.float32)
    bias = np.concatenate([packed.dense(f"{name}.b") for name in names])
    rows, columns = values.shape
    blocks = _two_a_byte((values + 8).astype(np.uint8)).reshape(rows, columns // BLOCK, BLOCK // 2)
    weights = writer.constant(f"{names[0]}.weights", blocks)
    return writer.fused(
        "MatMulNBits",
        [
            inputs,
            weights,
            writer.constant(f"{names[0]}.scales", scales),
            "",
            "",
            writer.constant(f"{names[0]}.b", bias),
        ],
        K=columns,
        N=rows,
        bits=4,
        block_size=BLOCK,
        accuracy_level=_EIGHT_BIT_INPUTS,
    )


def _write_sum_and_norm(writer: GraphWriter, packed: PackedEncoder, name: str, inputs: list[str]) -> str:
    norm = [writer.constant(f"{name}.{part}", packed.dense(f"{name}.{part}")) for part in "wb"]
    return writer.fused("SkipLayerNormalization", [*inputs, *norm], epsilon=packed.sizes.epsilon)


def _write_pooling(writer: GraphWriter, states: str) -> None:
    """Add the mean over the pieces at unit length; unit length makes the mean's division needless."""
    last = writer.constant("last_axis", np.array([-1]))
    weight = writer.node("Unsqueeze", [writer.node("Cast", [PRESENT], to=TensorProto.FLOAT), last])
    weighted = writer.node("Mul", [states, weight])
    summed = writer.node("ReduceSum", [weighted, writer.constant("piece_axis", np.array([1]))], keepdims=0)
    writer.nodes.append(helper.make_node("LpNormalization", [summed], [VECTOR], axis=-1, p=2))


def _two_a_byte(nibbles: np.ndarray) -> np.ndarray:
    return nibbles[:, 0::2] | (nibbles[:, 1::2] << 4)


def _numbers(name: str) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"])


def _states(hidden: int) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(STATES, TensorProto.FLOAT, ["batch", "length", hidden])


def _save(
    writer: GraphWriter, inputs: list[onnx.ValueInfoProto], output: onnx.ValueInfoProto, path: Path
) -> None:
    constants = list(writer.constants.values())
    graph = helper.make_graph(writer.nodes, path.stem, inputs, [output], constants)
    model = helper.make_model(graph, opset_imports=_OPSETS, ir_version=_FORMAT_VERSION)
    onnx.save(model, path)
