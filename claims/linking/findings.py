"""How two claims stand in one kind of particular."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.linking.types import Agreement, SlotKind


@dataclass(frozen=True, slots=True)
class Finding:
    """How the two claims stand in one kind of particular, with the wording of each side."""

    kind: SlotKind
    agreement: Agreement
    texts: tuple[str, str] = ("", "")
    note: str = ""


def best_finding(kind: SlotKind, findings: Iterable[Finding]) -> Finding:
    """Return the strongest finding: agreement outweighs difference, which outweighs vagueness."""
    order = (Agreement.SAME, Agreement.DIFFERENT, Agreement.COMPATIBLE)
    listed = list(findings)
    for agreement in order:
        for finding in listed:
            if finding.agreement is agreement:
                return finding
    return Finding(kind, Agreement.INCOMPARABLE)
