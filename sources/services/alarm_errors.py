"""Why an act on an alarm is refused: one class, one code, one sentence, one way out."""

from workbench.core.errors import WorkbenchError, gettext_noop


class NoteRequired(WorkbenchError):
    """An alarm was to be closed without a word."""

    code = "note_required"
    message = gettext_noop("An alarm is closed with a note.")
    hint = gettext_noop("Write one sentence: what you found, and what was done.")


class AlarmMoved(WorkbenchError):
    """An alarm is open or closed already, by another hand."""

    code = "alarm_moved"
    message = gettext_noop("Somebody else dealt with this meanwhile.")
    hint = gettext_noop("Look at the list again.")
    status = 409


class OwnVerdicts(WorkbenchError):
    """A person was to decide on verdicts of their own that are held back."""

    code = "own_verdicts"
    message = gettext_noop("These verdicts are your own.")
    hint = gettext_noop("Ask somebody else to look at them.")
