"""Memory that is free again goes back to the system."""

import sys
from pathlib import Path

import pytest

from workbench.core.memory import give_back_memory

PAGES_IN_A_MEGABYTE = 256


def resident_pages():
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells its pages in /proc")
def test_what_many_small_objects_took_is_given_back():
    many = [bytes(900) for _ in range(100_000)]
    last = many[-1]
    full = resident_pages()
    del many

    if not give_back_memory():
        pytest.skip("this C library cannot give memory back")

    assert last == bytes(900)
    assert full - resident_pages() > 50 * PAGES_IN_A_MEGABYTE
