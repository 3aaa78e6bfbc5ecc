"""Why an act on sources is refused: one class, one code, one sentence, one way out."""

from workbench.core.errors import WorkbenchError, gettext_noop


class SameSource(WorkbenchError):
    """A source was to be merged with itself, or with one that is the same already."""

    code = "same_source"
    message = gettext_noop("“{one}” and “{other}” are one source already.")
    hint = gettext_noop("Choose another source.")


class KindsDiffer(WorkbenchError):
    """Two sources were to be one that cannot be the same thing, such as a person and an outlet."""

    code = "kinds_differ"
    message = gettext_noop("“{one}” and “{other}” cannot be one source: they are of different kinds.")
    hint = gettext_noop("If the kind of one is wrong, set it right first.")


class UnnamedApart(WorkbenchError):
    """Two unnamed sources were to be one that stand at different outlets."""

    code = "unnamed_apart"
    message = gettext_noop("Unnamed sources can be one only where the same outlet vouches for both.")
    hint = gettext_noop("Nobody can tell that two outlets mean the same unnamed person.")


class NotMerged(WorkbenchError):
    """A source was to be split from another that it is not merged into."""

    code = "not_merged"
    message = gettext_noop("“{name}” is merged into no other source.")
    hint = gettext_noop("Somebody may have split it meanwhile; open its page to see.")
