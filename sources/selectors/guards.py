"""By which triggers the database keeps what repeats the log, and what stands beside records."""

KEPT = {
    "sources_outcome": ("outcomes_are_superseded_never_edited", "outcomes_are_never_truncated"),
    "sources_estimate": ("estimates_are_kept", "estimates_are_never_truncated"),
    "sources_sourcemerge": ("merges_are_split_never_edited", "merges_are_never_truncated"),
    "sources_practice": ("practices_are_kept", "practices_are_never_truncated"),
    "sources_reply": ("replies_are_kept", "replies_are_never_truncated"),
    "sources_erratum": ("errata_are_kept", "errata_are_never_truncated"),
}
"""The triggers by table, as `workbench.audit.selectors.GUARDS` has them for the log itself."""
