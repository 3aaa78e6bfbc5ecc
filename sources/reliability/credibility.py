"""The Admiralty number of a claim, 1 to 6, judged without the letter of whoever says it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from sources.reliability.types import Rating
from workbench.core.errors import gettext_noop

EQUAL_TRUST = 0.7
"""The chance that any one root is right, the same for all: the number must not lean on the letter."""

WORDS: Mapping[int, str] = {
    1: gettext_noop("Confirmed by other sources"),
    2: gettext_noop("Probably true"),
    3: gettext_noop("Possibly true"),
    4: gettext_noop("Doubtful"),
    5: gettext_noop("Improbable"),
    6: gettext_noop("Truth cannot be judged"),
}
"""The wording of the scale (NATO AJP-2.1). 6 is "unknown", not "worst"."""

SENTENCES: Mapping[str, str] = {
    "verdict_confirmed": gettext_noop("Checked and upheld, with {roots:.1f} independent roots."),
    "verdict_upheld": gettext_noop("Checked and upheld."),
    "verdict_mixed": gettext_noop("Checked: it holds in part."),
    "verdict_misleading": gettext_noop("Checked: what it says misleads."),
    "verdict_refuted": gettext_noop("Checked and found false."),
    "verdict_open": gettext_noop("Checked: it could not be established."),
    "not_assessable": gettext_noop("A demand or a forecast is neither true nor false yet."),
    "no_root": gettext_noop("Nobody who could know is named."),
    "editor_confirmed": gettext_noop("{roots:.1f} independent roots say so, none otherwise; confirmed."),
    "roots_agree": gettext_noop("{roots:.1f} independent roots say so, none otherwise."),
    "roots_outweigh": gettext_noop("{roots:.1f} independent roots say so, {opposing:.1f} otherwise."),
    "documented": gettext_noop("One root, with documents."),
    "contradicted": gettext_noop("{opposing:.1f} independent roots say otherwise, {roots:.1f} say so."),
    "conflict_open": gettext_noop("An open conflict: {roots:.1f} say so, {opposing:.1f} otherwise."),
    "single_root": gettext_noop("One root, not confirmed by another."),
    "only_unnamed": gettext_noop("Only unnamed sources say so."),
}
"""The sentence of each reason code, to be filled with the facts."""

_VERDICTS: Mapping[Rating, tuple[int, str]] = {
    Rating.TRUE: (2, "verdict_upheld"),
    Rating.MOSTLY_TRUE: (2, "verdict_upheld"),
    Rating.MIXED: (3, "verdict_mixed"),
    Rating.MISLEADING: (4, "verdict_misleading"),
    Rating.FALSE: (5, "verdict_refuted"),
    Rating.UNVERIFIED: (6, "verdict_open"),
}


@dataclass(frozen=True, slots=True)
class ClaimEvidence:
    """What stands for and against a claim.

    Parameters
    ----------
    roots : independent roots that say the same, the claim's own included; a graded estimate, at least 0.
    opposing_roots : independent roots that say otherwise, graded in the same way. Links that an editor
        rejected are not counted.
    verdict : the current verdict, or None.
    assessable : False for demands and forecasts.
    only_unnamed : whether every root is an anonymous source.
    unnamed_outlets : outlets that have it from unnamed sources of their own, as roots apart from each other,
        in articles that name their reporter.
    documented : whether a document that states it is among the evidence.
    editor_confirmed : whether an editor confirmed the links to the other roots.
    """

    roots: float
    opposing_roots: float = 0.0
    verdict: Rating | None = None
    assessable: bool = True
    only_unnamed: bool = False
    unnamed_outlets: int = 0
    documented: bool = False
    editor_confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Credibility:
    """The number, the code of the rule that gave it, and the figures that fill the rule's sentence."""

    number: int
    reason: str
    facts: Mapping[str, float]


def rate_credibility(evidence: ClaimEvidence) -> Credibility:
    """Return the credibility number of a claim with its reason.

    A verdict decides alone. Without one the number never reaches 1 unless an editor confirms the
    corroboration, and a claim that rests on unnamed sources only stays at 3, or at 2 with three outlets
    whose named reporters have it from roots of their own (REL-1, 4.5).

    Examples
    --------
    >>> rate_credibility(ClaimEvidence(roots=1)).number
    3
    >>> rate_credibility(ClaimEvidence(roots=3)).number
    2
    >>> rate_credibility(ClaimEvidence(roots=3, opposing_roots=3)).number
    4
    """
    number, reason = _decided(evidence)
    floor = 2 if evidence.unnamed_outlets >= 3 else 3
    if evidence.only_unnamed and evidence.verdict is None and number < floor:
        number, reason = floor, "only_unnamed"
    return Credibility(number, reason, {"roots": evidence.roots, "opposing": evidence.opposing_roots})


def support_probability(roots: float, opposing_roots: float) -> float:
    """Return the chance in (0, 1) that a claim holds if every root is right with `EQUAL_TRUST`.

    Each root votes with the log-odds of `EQUAL_TRUST`, in proportion to its independence.

    References
    ----------
    Dong, Berti-Equille and Srivastava (2009), "Integrating Conflicting Data: The Role of Source
    Dependence", with one false alternative and equal accuracy.

    Examples
    --------
    >>> round(support_probability(1, 0), 2), support_probability(2, 2)
    (0.7, 0.5)
    """
    log_odds = (roots - opposing_roots) * math.log(EQUAL_TRUST / (1.0 - EQUAL_TRUST))
    return 1.0 / (1.0 + math.exp(-max(-700.0, min(700.0, log_odds))))


def _decided(evidence: ClaimEvidence) -> tuple[int, str]:
    for rule in (_by_verdict, _by_absence, _by_opposition, _by_support):
        decision = rule(evidence)
        if decision is not None:
            return decision
    return 3, "single_root"


def _by_verdict(evidence: ClaimEvidence) -> tuple[int, str] | None:
    if evidence.verdict is None:
        return None
    if evidence.verdict == Rating.TRUE and evidence.roots >= 2:
        return 1, "verdict_confirmed"
    return _VERDICTS[evidence.verdict]


def _by_absence(evidence: ClaimEvidence) -> tuple[int, str] | None:
    if not evidence.assessable:
        return 6, "not_assessable"
    # A root is counted with its independence, which an estimate leaves a little below one.
    return (6, "no_root") if evidence.roots < 0.5 else None


def _by_opposition(evidence: ClaimEvidence) -> tuple[int, str] | None:
    if not evidence.opposing_roots:
        return None
    probability = support_probability(evidence.roots, evidence.opposing_roots)
    if probability < 0.2:
        return 5, "contradicted"
    return (4, "conflict_open") if probability < 0.75 else (2, "roots_outweigh")


def _by_support(evidence: ClaimEvidence) -> tuple[int, str] | None:
    probability = support_probability(evidence.roots, 0.0)
    if evidence.roots >= 2 and probability >= 0.9 and evidence.editor_confirmed:
        return 1, "editor_confirmed"
    if probability >= 0.75:
        return 2, "roots_agree"
    return (2, "documented") if evidence.documented else None
