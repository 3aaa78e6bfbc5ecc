"""Pairs of invented claims in two languages that wait for a decision, with all that a card can show."""

from datetime import date
from typing import NamedTuple

from claims.models import Claim, Link
from tests.factories import make_article, make_claim, make_link, make_story
from workbench.accounts.models import Workspace

LEDGER = (
    "The water ministry said on Sunday that the dam at Wadi Sahl will be closed for three days. "
    "At least nine villages are without water, its spokesman Omar Nahas said."
)
TIDES = "Officials said nine villages are without water after the dam was closed."
AL_MADAR = (
    "قالت وزارة المياه يوم الأحد إن السد في وادي الرمل سيغلق ثلاثة أيام. "
    "وأضاف مصدر لم يسمه أن ست قرى بلا مياه."
)
AL_NAHR = "ذكر مسؤول محلي أن أربع عشرة قرية بلا مياه حتى مساء الاثنين."


class ReviewPairs(NamedTuple):
    """Three pairs in the order in which they wait: place, number over two days, the same."""

    place: Link
    update: Link
    same: Link


def make_review_pairs(workspace: Workspace) -> ReviewPairs:
    """Return a contradiction across languages, an update within Arabic, and an agreement with drift."""
    ledger = make_article(workspace, LEDGER, outlet="Ledger of the Coast", published_on=date(2026, 4, 12))
    tides = make_article(workspace, TIDES, outlet="Tides Daily", published_on=date(2026, 4, 13))
    madar = make_article(workspace, AL_MADAR, outlet="المدار", language="ar", published_on=date(2026, 4, 12))
    nahr = make_article(workspace, AL_NAHR, outlet="صوت النهر", language="ar", published_on=date(2026, 4, 14))
    ministry = [("The water ministry", "organisation")]
    closed = make_claim(ledger, "the dam at Wadi Sahl will be closed for three days", chain=ministry)
    closed_ar = make_claim(
        madar, "السد في وادي الرمل سيغلق ثلاثة أيام", chain=[("وزارة المياه", "organisation")]
    )
    nine = make_claim(ledger, "At least nine villages are without water", chain=[("Omar Nahas", "person")])
    nine_again = make_claim(
        tides, "nine villages are without water", chain=["Ledger of the Coast", ("Officials", "anonymous")]
    )
    six = make_claim(madar, "ست قرى بلا مياه", chain=[("مصدر لم يسمه", "anonymous")])
    fourteen = make_claim(
        nahr,
        "أربع عشرة قرية بلا مياه حتى مساء الاثنين",
        chain=[("مسؤول محلي", "anonymous")],
        modality="alleged",
    )
    make_story(workspace, closed, closed_ar, title="The dam at Wadi Sahl is closed")
    return ReviewPairs(
        make_link(
            closed,
            closed_ar,
            "conflicts",
            slot="place",
            texts=("Wadi Sahl", "وادي الرمل"),
            probability=0.91,
            independence=0.62,
            reasons=[
                "place: Wadi Sahl / وادي الرمل",
                "same event",
                "The chains share no source: The water ministry and وزارة المياه.",
            ],
            aligned=_aligned(
                (closed, closed_ar),
                ("place", "different", "Wadi Sahl", "وادي الرمل"),
                ("number", "same", "three days", "ثلاثة أيام"),
            ),
        ),
        make_link(
            six,
            fourteen,
            "updates",
            slot="number",
            texts=("ست قرى", "أربع عشرة قرية"),
            probability=0.72,
            independence=0.55,
            reasons=[
                "later figure: ست قرى / أربع عشرة قرية",
                "Both quote unnamed sources, which may be the same.",
            ],
        ),
        make_link(
            nine,
            nine_again,
            probability=0.66,
            independence=0.02,
            reasons=["same number: nine villages", "Both go back to Ledger of the Coast."],
            aligned=_aligned(
                (nine, nine_again), ("number", "compatible", "At least nine villages", "nine villages")
            ),
        ),
    )


def _aligned(pair: tuple[Claim, Claim], *rows: tuple[str, str, str, str]) -> list[dict[str, object]]:
    """Return particulars as a link stores them: on the side of the claim with the smaller identifier."""
    found = []
    for kind, agreement, *texts in rows:
        sides = {}
        for claim, text in zip(pair, texts, strict=True):
            start = claim.article.text.index(text)
            sides[claim.pk] = {"start": start, "end": start + len(text), "text": text}
        a, b = (sides[pk] for pk in sorted(sides))
        found.append({"kind": kind, "agreement": agreement, "a": a, "b": b})
    return found
