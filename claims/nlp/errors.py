"""Every error that the attribution engine raises on purpose: one class, one code, one sentence."""

from typing import ClassVar


class EngineError(Exception):
    """Base of all deliberate engine errors; `code` is stable, wording is not."""

    code: ClassVar[str]
    message: ClassVar[str]
    hint: ClassVar[str] = ""

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        text = f"[{self.code}] {self.message.format(**facts)}"
        super().__init__(f"{text} {self.hint.format(**facts)}".rstrip())


class SpanOutOfText(EngineError):
    """A span does not lie inside the text that it claims to describe."""

    code = "NLP-012"
    message = "Span {start}:{end} does not fit in a text of {length} code points."
    hint = "Offsets must come from the stored text; normalise before, never after, extraction."


class MissingInput(EngineError):
    """A component runs before the layer that it reads has been written."""

    code = "NLP-020"
    message = "'{component}' reads {missing}, which nothing before it writes."
    hint = "Move it after the component that writes {missing}, or add that component."
