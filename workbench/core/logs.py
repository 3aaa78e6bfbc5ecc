"""Log lines: one event a line, whatever the text holds."""

import logging


class OneLineFormatter(logging.Formatter):
    """Writes time, level, logger and message on one line, control characters escaped."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, so that no text can forge a second one."""
        line = super().format(record)
        return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in line.replace("\n", " | "))
