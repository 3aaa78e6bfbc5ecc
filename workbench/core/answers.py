"""What a page that asks about one thing after another answers to the last act."""

from dataclasses import dataclass

from workbench.core.errors import WorkbenchError


@dataclass(frozen=True, slots=True)
class Answer:
    """What the page says of the last act: a sentence for everybody, a problem where nothing was done."""

    said: str = ""
    problem: WorkbenchError | None = None

    @property
    def status(self) -> int:
        """Return the status under which the page is answered."""
        return self.problem.status if self.problem else 200
