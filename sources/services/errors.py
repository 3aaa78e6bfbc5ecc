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


class NotASourceName(WorkbenchError):
    """A spelling was given that no source can be found by."""

    code = "not_a_source_name"
    message = gettext_noop("“{name}” is no name to find a source by.")
    hint = gettext_noop("Give at least two letters or digits.")


class NameOfAnother(WorkbenchError):
    """A spelling was given that means another source already."""

    code = "name_of_another"
    message = gettext_noop("“{name}” is a name of {other} already.")
    hint = gettext_noop("If the two are one, merge them instead.")


class NotAnAddedName(WorkbenchError):
    """A spelling was to be taken back that articles brought."""

    code = "not_an_added_name"
    message = gettext_noop("“{name}” stands in articles and cannot be taken back.")
    hint = gettext_noop("Only spellings that people added can be.")


class UnknownCountry(WorkbenchError):
    """A country was given that ISO 3166-1 does not list."""

    code = "unknown_country"
    message = gettext_noop("'{country}' is no country of ISO 3166-1.")
    hint = gettext_noop("Give its two letters, such as LB for Lebanon.")


class UnknownKind(WorkbenchError):
    """A source was to become something that it cannot be."""

    code = "unknown_kind"
    message = gettext_noop("This source cannot be of the kind '{kind}'.")
    hint = gettext_noop("Choose one of the kinds offered; an unnamed source stays one.")


class NotASite(WorkbenchError):
    """What was given as a source's site is no web address."""

    code = "not_a_site"
    message = gettext_noop("'{website}' is not a web address.")
    hint = gettext_noop("Give the address of its front page, beginning with https://.")


class PairIsGone(WorkbenchError):
    """A pair of sources was decided on that stands otherwise by now."""

    code = "pair_is_gone"
    status = 409
    message = gettext_noop("This pair was decided on meanwhile.")
    hint = gettext_noop("Go on with the next one, or open one of the sources to see how it stands.")


class NoDecisionToUndo(WorkbenchError):
    """There is no decision on a pair of sources that could be taken back."""

    code = "no_decision_to_undo"
    message = gettext_noop("There is no decision of yours on a pair of sources to take back.")
