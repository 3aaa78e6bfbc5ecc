"""What a stop signal does: the first one ends the run in good order, a second one ends it at once."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def ending_on_signal() -> Iterator[None]:
    """Turn the first stop signal into a good end, by way of every `finally` there is."""

    def leave(_number: int, _frame: FrameType | None) -> None:
        on_next_signal(lambda: None)
        raise SystemExit(0)

    before = {number: signal.signal(number, leave) for number in STOP_SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def on_next_signal(act: Callable[[], None]) -> None:
    """Call `act` at further stop signals, now that stopping is under way."""
    for number in STOP_SIGNALS:
        signal.signal(number, lambda *_: act())
