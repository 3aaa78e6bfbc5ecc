"""The process in which hostile markup is parsed: limited, without secrets, and disposable."""

import resource
import signal
import sys
from importlib import import_module

from claims.reading.limits import HTML_ANSWER_BYTES_MAX, HTML_MEMORY_BYTES_MAX, HTML_SECONDS_MAX

OUT_OF_MEMORY = 3
"""The exit status that tells the parent why there is no answer."""


def main() -> int:
    """Read a page on standard input and write its article as JSON on standard output."""
    _limit_this_process()
    # trafilatura imports the language identifier where it can, and numpy with it: half of its start.
    sys.modules["py3langid"] = None  # type: ignore[assignment]
    extraction = import_module("claims.reading.html_extraction")
    url = sys.argv[1] if len(sys.argv) > 1 else ""
    try:
        answer = extraction.extract_page(sys.stdin.buffer.read(), url)
        sys.stdout.buffer.write(extraction.answer_bytes(answer))
    except MemoryError:
        return OUT_OF_MEMORY
    return 0


def _limit_this_process() -> None:
    seconds = int(HTML_SECONDS_MAX)
    resource.setrlimit(resource.RLIMIT_AS, (HTML_MEMORY_BYTES_MAX, HTML_MEMORY_BYTES_MAX))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (HTML_ANSWER_BYTES_MAX, HTML_ANSWER_BYTES_MAX))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Ends this process by itself when the parent has died and nobody else would.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, HTML_SECONDS_MAX + 2)


if __name__ == "__main__":
    sys.exit(main())
