"""The sentence encoder: throughput and memory of one process."""

import resource
import time
from collections.abc import Iterator
from pathlib import Path

from claims.linking.encoder import OnnxEncoder
from tests.benchmarks.figures import Figure

FOLDER = Path(__file__).resolve().parent.parent.parent / "claims" / "artefacts" / "encoder"
SENTENCES = [
    "The harbour authority said on Tuesday that the northern quay will stay closed two more weeks.",
    "قالت سلطة الميناء يوم الثلاثاء إن الرصيف الشمالي سيبقى مغلقا أسبوعين آخرين بسبب تشققات في أساساته.",
] * 64


def measure() -> Iterator[Figure]:
    """Yield sentences a CPU-second in batches and alone, and the peak memory."""
    model = OnnxEncoder(FOLDER, threads=1)
    model.encode(SENTENCES[:4])
    began = time.process_time()
    model.encode(SENTENCES)
    batch = len(SENTENCES) / (time.process_time() - began)
    began = time.process_time()
    for sentence in SENTENCES[:32]:
        model.encode([sentence])
    alone = (time.process_time() - began) / 32 * 1000
    yield Figure("sentences per CPU-second (batches)", batch)
    yield Figure("one sentence", alone, unit="CPU-ms")
    yield Figure("peak memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, unit="MB")
