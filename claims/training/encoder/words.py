"""Where the encoder's file holds its word table, for the networks that read their words from it."""

import hashlib
from pathlib import Path
from typing import Any

import onnx

from claims.training.encoder.packed import BLOCK


def describe_words(trunk: Path) -> dict[str, Any]:
    """Return what `claims.encoding.words.open_words` needs to read the table of the file `trunk`."""
    data = trunk.read_bytes()
    constants = {tensor.name: tensor for tensor in onnx.load(trunk).graph.initializer}
    values, scales = constants["words"], constants["words.scales"]
    rows, columns = values.dims
    return {
        "file": trunk.name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "values_at": data.index(values.raw_data),
        "scales_at": data.index(scales.raw_data),
        "rows": rows,
        "columns": columns,
        "block": BLOCK,
    }
