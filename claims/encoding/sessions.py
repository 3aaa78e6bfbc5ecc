"""Opening a network for the CPU, so that workers side by side neither spin nor hoard."""

from pathlib import Path

import onnxruntime


def open_session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    """Return the graph at `path`, ready to run on `threads` processor threads; it must not cross a fork."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # The arena keeps the largest batch's memory for ever; without it the speed is the same.
    options.enable_cpu_mem_arena = False
    # Idle threads that spin would take the processor from the other workers.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
