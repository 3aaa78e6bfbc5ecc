"""Networks are opened for the CPU alone, with the threads that were asked for."""

import pytest

from claims.encoding.artefacts import Artefact
from claims.encoding.sessions import open_session


@pytest.mark.parametrize("threads", [1, 2])
def test_a_session_runs_on_the_processor_with_its_threads(encoder_files: Artefact, threads: int):
    session = open_session(encoder_files.path("sentence.onnx"), threads)

    options = session.get_session_options()
    assert session.get_providers() == ["CPUExecutionProvider"]
    assert (options.intra_op_num_threads, options.inter_op_num_threads) == (threads, 1)
    assert options.get_session_config_entry("session.intra_op.allow_spinning") == "0"
    assert not options.enable_cpu_mem_arena
