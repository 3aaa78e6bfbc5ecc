"""The committed encoder's files as a torch module: training needs nothing beyond the repository."""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from claims.training.encoder.network import Encoder
from claims.training.encoder.packed import BLOCK, Sizes

_FILES = ("trunk.onnx", "sentence.onnx")
_PARTS = {
    "attention_out": "ao",
    "attention_norm": "aln",
    "inner_in": "fi",
    "inner_out": "fo",
    "inner_norm": "oln",
}
_SHAPE = {"layers": 12, "heads": 12, "epsilon": 1e-12}
"""What the graphs do not say of multilingual-e5-small, as its authors publish it."""


def load_committed_encoder(folder: Path) -> Encoder:
    """Return the network in the encoder folder `folder`, its four-bit blocks unpacked, in evaluation mode."""
    constants = {
        tensor.name: tensor for file in _FILES for tensor in onnx.load(folder / file).graph.initializer
    }
    words = _words(constants)
    positions = _dense(constants, "positions")
    encoder = Encoder(_sizes(words, positions, constants), len(words))
    with torch.no_grad():
        encoder.words.weight.copy_(words)
        encoder.positions.weight.copy_(positions)
        encoder.norm.weight.copy_(_dense(constants, "emb.ln.w"))
        encoder.norm.bias.copy_(_dense(constants, "emb.ln.b"))
        for number, layer in enumerate(encoder.layers):
            layer.attention_in.weight.copy_(_matrix(constants, f"l{number}.q"))
            layer.attention_in.bias.copy_(_dense(constants, f"l{number}.q.b"))
            for module, part in _PARTS.items():
                _fill(getattr(layer, module), constants, f"l{number}.{part}")
    return encoder.eval()


def _fill(module: torch.nn.Module, constants: dict[str, onnx.TensorProto], name: str) -> None:
    is_norm = f"{name}.w" in constants
    weight = _dense(constants, f"{name}.w") if is_norm else _matrix(constants, name)
    module.weight.copy_(weight)
    module.bias.copy_(_dense(constants, f"{name}.b"))


def _sizes(words: Tensor, positions: Tensor, constants: dict[str, onnx.TensorProto]) -> Sizes:
    inner = len(_dense(constants, "l0.fi.b"))
    return Sizes(
        hidden=words.shape[1],
        inner=inner,
        vocabulary=len(words),
        positions=len(positions),
        segments=1,
        pieces=len(words),
        start=0,
        end=2,
        padding=1,
        unknown=3,
        **_SHAPE,
    )


def _dense(constants: dict[str, onnx.TensorProto], name: str) -> Tensor:
    return torch.from_numpy(numpy_helper.to_array(constants[name]).astype(np.float32))


def _matrix(constants: dict[str, onnx.TensorProto], name: str) -> Tensor:
    blocks = numpy_helper.to_array(constants[f"{name}.weights"])
    scales = numpy_helper.to_array(constants[f"{name}.scales"]).astype(np.float32)
    values = _nibbles(blocks.reshape(len(blocks), -1)).astype(np.float32) - 8
    return _scaled(values, scales)


def _words(constants: dict[str, onnx.TensorProto]) -> Tensor:
    tensor = constants["words"]
    rows, columns = tensor.dims
    unsigned = _nibbles(np.frombuffer(tensor.raw_data, np.uint8).reshape(rows, columns // 2))
    values = np.where(unsigned > 7, unsigned.astype(np.int8) - 16, unsigned).astype(np.float32)
    return _scaled(values, _dense(constants, "words.scales").numpy())


def _scaled(values: np.ndarray, scales: np.ndarray) -> Tensor:
    blocks = values.reshape(len(values), -1, BLOCK) * scales.reshape(len(values), -1)[..., None]
    return torch.from_numpy(blocks.reshape(values.shape))


def _nibbles(packed: np.ndarray) -> np.ndarray:
    return np.stack([packed & 15, packed >> 4], axis=-1).reshape(len(packed), -1)
