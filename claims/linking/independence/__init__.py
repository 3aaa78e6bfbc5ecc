"""How far two claims can be taken to go back to different roots, and how many roots several have."""

from claims.linking.independence.estimate import Independence, estimate_independence
from claims.linking.independence.roots import RootGroup, count_independent, group_by_root

__all__ = ["Independence", "RootGroup", "count_independent", "estimate_independence", "group_by_root"]
