"""Why an entry beside a source's record is refused: one class, one code, one sentence, one way out."""

from workbench.core.errors import WorkbenchError, gettext_noop


class DayToCome(WorkbenchError):
    """Something is said to have happened on a day that is not here yet."""

    code = "day_to_come"
    message = gettext_noop("{day} has not come yet.")
    hint = gettext_noop("Give the day on which it happened.")


class NothingSaid(WorkbenchError):
    """An answer or an appeal without its text."""

    code = "nothing_said"
    message = gettext_noop("An answer or an appeal needs its text.")
    hint = gettext_noop("Copy what the source wrote, or note what it said.")


class WayMissing(WorkbenchError):
    """A source was asked, and nobody said how."""

    code = "way_missing"
    message = gettext_noop("How the source was asked is missing.")
    hint = gettext_noop("Choose one of the ways.")


class NoOpenAppeal(WorkbenchError):
    """A decision on an appeal that is decided or taken back already, or was never made."""

    code = "no_open_appeal"
    message = gettext_noop("There is no appeal that waits for this decision.")
    hint = gettext_noop("Somebody may have decided it meanwhile; open the page anew to see.")
    status = 409


class TakenBackAlready(WorkbenchError):
    """An entry that was taken back is to be taken back again."""

    code = "taken_back_already"
    message = gettext_noop("This entry was taken back already.")
    hint = gettext_noop("Record it anew if it holds after all.")
    status = 409


class EvidenceMissing(WorkbenchError):
    """A criterion is said not to be met, and nobody can see why."""

    code = "practice_evidence_missing"
    message = gettext_noop("That a criterion is not met needs an address or a note that shows it.")
    hint = gettext_noop("Give the page on which it can be seen, or say what is missing.")
