"""How likely two claims speak of the same particular, before asking whether they agree on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from claims.linking.background import centre_on_background
from claims.linking.comparison import (
    Comparison,
    compare_slots,
    days_apart,
    shared_actors,
    words_shared,
)
from claims.linking.names import same_name
from claims.linking.particulars import Particulars
from claims.linking.similarity import Matrix, score_cosines, score_margins
from claims.linking.types import Agreement, ClaimRecord, SlotKind
from claims.nlp.types import Modality

NEAR_COSINE = -0.1
"""Centred cosine under which a pair is not looked at unless its particulars meet."""
NEAREST_RANK = 5
"""Claims of the other article looked at for each claim: nearly all gold links of the stories lie within."""
FAR_PUBLICATION_DAYS = 21
"""Days between two articles beyond which only near-repetitions are linked.

Reports of one event come within a week (design, linking 5); the slack is for weeklies and late follow-ups."""
REPETITION_COSINE = 0.8
SAME_STORY_AFFINITY = 0.24
"""Affinity from which two articles may well be of one story, and more of it says nothing: 95 % of the pairs
of articles of one story reach 0.25 across languages (ten invented stories)."""
ONE_LANGUAGE_AFFINITY = 0.11
"""How much higher the affinity of two articles of one story is when they share their language (medians 0.43
and 0.32)."""
OTHER_EVENT_DAYS = 30
"""Days between the dates of two claims beyond which they speak of different events."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of different articles with what speaks for their being about one thing.

    `cosine` is centred by language; `margin` is how much nearer the two are than
    their other neighbours; the ranks count, from 0, how many claims of the other
    article are nearer.
    """

    a: Particulars
    b: Particulars
    cosine: float
    margin: float
    rank_a: int
    rank_b: int
    affinity: float
    comparison: Comparison

    @property
    def nearness(self) -> dict[str, float]:
        """What speaks for one particular before the texts are read together, by name."""
        return {name: float(value) for name, value in _nearness(self).items()}


def find_pairs(claims: Sequence[ClaimRecord], of_article: str | None = None) -> Iterator[Pair]:
    """Yield the candidate pairs: claims of different articles that meet in meaning or particulars.

    With `of_article`, only pairs of which one claim is of that article.
    Claims without a vector are left out: without one, nothing can be said of meaning.
    """
    usable = [claim for claim in claims if claim.vector is not None]
    if not usable:
        return
    raw = np.asarray([claim.vector for claim in usable], dtype=np.float32)
    vectors = centre_on_background(raw, [claim.language for claim in usable])
    read = [Particulars(claim) for claim in usable]
    by_article: dict[str, list[int]] = {}
    for index, claim in enumerate(usable):
        by_article.setdefault(claim.article_id, []).append(index)
    for (article_a, ours), (article_b, theirs) in combinations(by_article.items(), 2):
        if of_article not in {None, article_a, article_b}:
            continue
        yield from _pairs_of_articles(
            [read[i] for i in ours], [read[j] for j in theirs], vectors[ours], vectors[theirs]
        )


def _pairs_of_articles(
    ours: Sequence[Particulars], theirs: Sequence[Particulars], left: Matrix, right: Matrix
) -> Iterator[Pair]:
    cosines = score_cosines(left, right)
    margins = score_margins(left, right)
    ranks_a, ranks_b = _ranks(margins), _ranks(margins.T).T
    affinity = float(cosines.max(axis=1).mean() + cosines.max(axis=0).mean()) / 2
    far = _published_far_apart(ours[0].record, theirs[0].record)
    for i, a in enumerate(ours):
        for j, b in enumerate(theirs):
            near = min(ranks_a[i, j], ranks_b[i, j]) < NEAREST_RANK and cosines[i, j] >= NEAR_COSINE
            if far and cosines[i, j] < REPETITION_COSINE:
                continue
            if near or (a.names_cause and b.names_cause):
                yield Pair(
                    a=a,
                    b=b,
                    cosine=float(cosines[i, j]),
                    margin=float(margins[i, j]),
                    rank_a=int(ranks_a[i, j]),
                    rank_b=int(ranks_b[i, j]),
                    affinity=affinity,
                    comparison=compare_slots(a, b),
                )


def _published_far_apart(a: ClaimRecord, b: ClaimRecord) -> bool:
    if a.published_on is None or b.published_on is None:
        return False
    return abs((a.published_on - b.published_on).days) > FAR_PUBLICATION_DAYS


def _ranks(scores: Matrix) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """Return, for every cell, how many cells of its row score higher."""
    order = np.argsort(-scores, axis=1, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(scores.shape[1])[None, :], axis=1)
    return ranks


def _nearness(pair: Pair) -> dict[str, float]:
    found = {kind: finding.agreement for kind, finding in pair.comparison.items()}
    gap = days_apart(pair.a, pair.b)
    a, b = pair.a.record, pair.b.record
    return {
        "cosine": pair.cosine,
        "margin": pair.margin,
        "affinity": min(
            pair.affinity - ONE_LANGUAGE_AFFINITY * (a.language == b.language), SAME_STORY_AFFINITY
        ),
        "nearest": (pair.rank_a == 0) + (pair.rank_b == 0),
        "far": (pair.rank_a > 1) + (pair.rank_b > 1),
        "one_language": a.language == b.language,
        "words_shared": words_shared(pair.a, pair.b) if a.language == b.language else 0.0,
        "same_number": found[SlotKind.NUMBER] is Agreement.SAME,
        "other_number": found[SlotKind.NUMBER] is Agreement.DIFFERENT,
        "same_place": found[SlotKind.PLACE] is Agreement.SAME,
        "same_actors": min(2, len(shared_actors(pair.a, pair.b))),
        "other_actor": found[SlotKind.ACTOR] is Agreement.DIFFERENT,
        "same_action": min(2, len(set(pair.a.actions) & set(pair.b.actions))),
        "same_day": found[SlotKind.TIME] is Agreement.SAME,
        "other_clock": _clocks_differ(pair),
        "other_event": gap is not None and gap > OTHER_EVENT_DAYS,
        "same_originator": same_originator(a, b),
        "other_kind": not _kinds_meet(a.modality, b.modality),
        "denial": len({a.modality, b.modality}) == 2 and Modality.DENIED in {a.modality, b.modality},
        "both_causes": pair.a.names_cause and pair.b.names_cause,
    }


def modality_group(modality: Modality) -> str:
    """Return the kind within which claims can corroborate: an allegation says that it is so."""
    return "asserted" if modality is Modality.ALLEGED else modality.value


def _clocks_differ(pair: Pair) -> bool:
    finding = pair.comparison[SlotKind.TIME]
    return finding.agreement is Agreement.DIFFERENT and finding.note == "clock"


def _kinds_meet(a: Modality, b: Modality) -> bool:
    """Tell whether two kinds of statement can bear on each other: alike, or one denies the other."""
    groups = {modality_group(a), modality_group(b)}
    return len(groups) == 1 or (Modality.DENIED.value in groups and Modality.DEMANDED.value not in groups)


def same_originator(a: ClaimRecord, b: ClaimRecord) -> bool:
    """Tell whether the same source, beyond the outlets themselves, makes both claims."""
    if len(a.chain) < 2 or len(b.chain) < 2:
        return False
    last_a, last_b = a.chain[-1], b.chain[-1]
    return last_a.key == last_b.key or same_name(last_a.name, last_b.name)
