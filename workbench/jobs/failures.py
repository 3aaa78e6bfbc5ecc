"""Why a job failed, in the reader's language."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from workbench.core.errors import WorkbenchError
from workbench.jobs.models import Job


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong, what to do about it, and the technical words for whoever runs the workbench."""

    sentence: str
    advice: str = ""
    technical: str = ""


def failure_of(job: Job) -> Failure:
    """Return why the job failed; a deliberate error is worded anew from its code and facts."""
    code, facts = job.result.get("code"), job.result.get("facts")
    error = next((kind for kind in _errors(WorkbenchError) if kind.__dict__.get("code") == code), None)
    if error is not None and isinstance(facts, dict):
        found = error(**facts)
        return Failure(found.sentence(_), found.advice(_))
    return Failure(
        _("This step failed for a reason that lies with the workbench."),
        _("Try it again; if it fails once more, show the lines below to whoever runs the workbench."),
        job.last_error,
    )


def _errors(kind: type[WorkbenchError]) -> Iterator[type[WorkbenchError]]:
    for child in kind.__subclasses__():
        yield child
        yield from _errors(child)
