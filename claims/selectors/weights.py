"""What a workspace takes to be worth a check, and how that is said on pages."""

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from claims import engine
from claims.models import Claim, WorthWeights
from workbench.accounts.models import Workspace

WORDS: Mapping[str, tuple[str | Promise, str | Promise]] = {
    "attributed": (_("Said by a source"), _("Somebody other than the outlet says it.")),
    "figure": (_("A figure"), _("It holds a number, in digits or words.")),
    "date": (_("A date"), _("It says when.")),
    "named": (_("Names"), _("It names somebody or something.")),
    "event": (_("Something happened"), _("It tells of a completed event.")),
    "consequence": (_("Consequences"), _("It is about deaths, the law, money or health.")),
    "accusation": (_("An accusation"), _("It lays a wrong at somebody's door.")),
    "record": (_("A record or comparison"), _("It says most, first, only, more than.")),
    "headline": (_("In the headline"), _("It repeats most of the headline.")),
    "lead": (_("In the lead"), _("It stands at the article's beginning.")),
    "background": (_("Background"), _("It recalls what happened earlier.")),
    "denial": (_("A denial"), _("Its source says that it is not so.")),
    "hedged": (_("Hedged"), _("Words such as “reportedly” or “about” weaken it.")),
    "forecast": (_("A forecast or promise"), _("It cannot have happened yet.")),
    "demand": (_("A demand"), _("It says what should be, not what is.")),
    "opinion": (_("Opinion"), _("It judges, and can be neither true nor false.")),
    "question": (_("A question"), _("It states nothing.")),
    "vague_subject": (_("Vague subject"), _("It begins with “this”, “he” or “there”.")),
    "voiced": (_("Somebody's words"), _("It sounds like a quotation whose source was not read.")),
    "own_process": (_("About the reporting"), _("It is about the outlet's own work: a call not answered.")),
    "address": (_("Speaks to the reader"), _("It says “you” or “here is”.")),
    "fragment": (_("A fragment"), _("It does not end as a sentence does.")),
}
"""Each factor's name and what it means."""


class ShownFactor(NamedTuple):
    """A factor of one claim, in words."""

    name: str
    word: str
    meaning: str
    points: float


class ShownWeight(NamedTuple):
    """A factor with what it counts here, and what it counts unless somebody sets it."""

    name: str
    word: str
    meaning: str
    points: float
    default: float


def _words(name: str) -> tuple[str, str]:
    word, meaning = WORDS[name]
    return str(word), str(meaning)


def weights_of(workspace: Workspace) -> dict[str, float]:
    """Return the workspace's points that differ from the defaults. One query."""
    row = WorthWeights.objects.filter(workspace=workspace).only("points").first()
    return dict(row.points) if row else {}


def shown_weights(workspace: Workspace) -> list[ShownWeight]:
    """Return every factor with its points in this workspace. One query."""
    own = weights_of(workspace)
    return [
        ShownWeight(name, *_words(name), own.get(name, default), default)
        for name, default in engine.default_points().items()
    ]


def factors_in_words(claim: Claim) -> list[ShownFactor]:
    """Return the claim's factors, the heaviest first. No query."""
    known = [factor for factor in claim.factors if factor["name"] in WORDS]
    return [ShownFactor(factor["name"], *_words(factor["name"]), factor["points"]) for factor in known]
