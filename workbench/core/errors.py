"""The form of every error raised on purpose: one class, one code, one sentence, one way out."""

from collections.abc import Callable
from typing import ClassVar


def gettext_noop(sentence: str) -> str:
    """Mark `sentence` for translation without translating it, so that Django-free code can hold it."""
    return sentence


def _untranslated(sentence: str) -> str:
    return sentence


class WorkbenchError(Exception):
    """Base of all deliberate errors: `code` and `facts` are stable, the wording is not.

    A subclass sets `code` (lower-case words joined by underscores, unique in the project), `message`
    (what is wrong) and `hint` (what to do), both English templates marked with `gettext_noop`. What
    fills the templates is passed as keyword arguments and stays available as `facts`.

    >>> class TextTooLong(WorkbenchError):
    ...     code = "text_too_long"
    ...     message = gettext_noop("The text has {length} characters; {limit} are accepted.")
    ...     hint = gettext_noop("Add it in parts.")
    >>> error = TextTooLong(length=7, limit=5)
    >>> str(error)
    '[text_too_long] The text has 7 characters; 5 are accepted. Add it in parts.'
    >>> error.facts
    {'length': 7, 'limit': 5}
    """

    code: ClassVar[str] = "error"
    message: ClassVar[str] = gettext_noop("Something went wrong.")
    hint: ClassVar[str] = ""
    status: ClassVar[int] = 422
    """The status under which HTTP reports it: 422, or 409 where somebody else came first."""

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(f"[{self.code}] {self.sentence()} {self.advice()}".rstrip())

    def sentence(self, translate: Callable[[str], str] = _untranslated) -> str:
        """Return what is wrong, worded by `translate` (such as Django's `gettext`)."""
        return translate(self.message).format(**self.facts)

    def advice(self, translate: Callable[[str], str] = _untranslated) -> str:
        """Return what the reader can do about it, or an empty string."""
        return translate(self.hint).format(**self.facts) if self.hint else ""

    def __reduce__(
        self,
    ) -> tuple[Callable[..., "WorkbenchError"], tuple[type["WorkbenchError"], dict[str, object]]]:
        return _rebuild, (type(self), self.facts)


def _rebuild(kind: type[WorkbenchError], facts: dict[str, object]) -> WorkbenchError:
    return kind(**facts)
