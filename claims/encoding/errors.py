"""Every error about models that their code raises on purpose."""

from workbench.core.errors import WorkbenchError, gettext_noop


class ArtefactMissing(WorkbenchError):
    """A model's folder lacks a file that it needs."""

    code = "artefact_missing"
    message = gettext_noop("The model folder {folder} has no readable {file}.")
    hint = gettext_noop("Restore the folder from the repository, or point the setting at a complete one.")


class ArtefactTampered(WorkbenchError):
    """A model's file is not the one that its manifest describes."""

    code = "artefact_tampered"
    message = gettext_noop("{file} in {folder} has SHA-256 {found}; its manifest says {expected}.")
    hint = gettext_noop(
        "Restore the file and its manifest from one commit; a changed model needs a new manifest."
    )


class ArtefactUnfit(WorkbenchError):
    """A model's manifest describes something that this code cannot run."""

    code = "artefact_unfit"
    message = gettext_noop("The manifest in {folder} gives {field} as {found}; {expected} is expected.")
    hint = gettext_noop("Use a model made for this version of the workbench.")
