"""Giving memory that is free again back to the system, for processes that live long and work in bursts."""

import ctypes


def give_back_memory() -> bool:
    """Return freed pages to the system; tell whether the C library could (glibc alone has `malloc_trim`).

    Without it a worker keeps the memory of its largest article for ever.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return trim is not None and bool(trim(0))
