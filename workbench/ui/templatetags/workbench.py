"""What templates say about direction, chances, sources and standings, worded in one place."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from claims.models import Correction
from claims.selectors.reasons import worded_reason
from workbench.core.errors import WorkbenchError
from workbench.core.languages import direction as script_direction
from workbench.ui.languages import language_name
from workbench.ui.navigation import Destination, destinations

register = template.Library()

Look = tuple[str, str, str | Promise]
"""A badge's modifier class, its icon and its word."""

RELATIONS: Mapping[str, Look] = {
    "corroborates": ("corroborated", "check", gettext_lazy("Says the same")),
    "conflicts": ("conflict", "arrow-left-right", gettext_lazy("Says otherwise")),
    "updates": ("unverified", "history", gettext_lazy("Updates")),
    "related": ("unverified", "link", gettext_lazy("Related")),
}
STANDINGS: Mapping[str, Look] = {
    "refuted": ("refuted", "x", gettext_lazy("Refuted")),
    "conflict": ("conflict", "arrow-left-right", gettext_lazy("Disputed")),
    "corroborated": ("corroborated", "check", gettext_lazy("Corroborated")),
    "circular": ("circular", "rotate-ccw", gettext_lazy("Same root")),
    "unverified": ("unverified", "circle-question-mark", gettext_lazy("Unverified")),
}
VERDICTS: Mapping[str, Look] = {
    "true": ("corroborated", "badge-check", gettext_lazy("True")),
    "mostly_true": ("corroborated", "badge-check", gettext_lazy("Mostly true")),
    "mixed": ("conflict", "scale", gettext_lazy("Half true")),
    "misleading": ("conflict", "triangle-alert", gettext_lazy("Misleading")),
    "false": ("refuted", "x", gettext_lazy("False")),
    "unverified": ("unverified", "circle-question-mark", gettext_lazy("Cannot be established")),
}
PROPOSALS: Mapping[str, Look] = {
    "proposed": ("proposed", "circle-dashed", gettext_lazy("Proposed")),
    "accepted": ("corroborated", "check", gettext_lazy("Accepted")),
    "confirmed": ("corroborated", "check", gettext_lazy("Confirmed")),
    "rejected": ("refuted", "x", gettext_lazy("Rejected")),
}
WORK: Mapping[str, Look] = {
    "queued": ("plain", "clock", pgettext_lazy("job", "Waiting")),
    "waiting": ("plain", "clock", pgettext_lazy("job", "Waiting")),
    "running": ("working", "loader-circle", pgettext_lazy("job", "Working")),
    "working": ("working", "loader-circle", pgettext_lazy("job", "Working")),
    "done": ("good", "check", pgettext_lazy("job", "Done")),
    "ready": ("good", "check", pgettext_lazy("article", "Ready")),
    "dead": ("bad", "circle-alert", pgettext_lazy("job", "Failed")),
    "failed": ("bad", "circle-alert", pgettext_lazy("job", "Failed")),
    "cancelled": ("plain", "x", pgettext_lazy("job", "Cancelled")),
}
LOOKS = {
    "relation": RELATIONS,
    "standing": STANDINGS,
    "verdict": VERDICTS,
    "proposal": PROPOSALS,
    "work": WORK,
}

SOURCE_ICONS = {
    "outlet": "newspaper",
    "organisation": "landmark",
    "person": "user-round",
    "document": "file-text",
    "account": "at-sign",
    "anonymous": "user-round-x",
}

CHANCES: tuple[tuple[float, str | Promise], ...] = (
    (0.95, gettext_lazy("almost certain")),
    (0.80, gettext_lazy("very likely")),
    (0.55, gettext_lazy("likely")),
    (0.45, gettext_lazy("about even")),
    (0.00, gettext_lazy("unlikely")),
)
"""Lower bounds of the words for a chance, after the yardstick of UK intelligence assessment (PHIA, 2018)."""

LEAST, SUREST = 0.01, 0.99
"""Beyond these an estimate is told as "under 1%" or "over 99%": no calibration tells it from there on."""


@register.filter
def direction(language: str | None) -> str:
    """Return the `dir` of a text in `language`: `rtl`, `ltr`, or `auto`."""
    return script_direction(language or "")


register.filter("language_name", language_name)


@register.filter
def percent(share: float | None) -> str:
    """Return a share as a whole percentage, `63%`; nothing for nothing."""
    return "" if share is None else _("%(number)s%%") % {"number": round(share * 100)}


@register.filter
def probability(share: float | None) -> str:
    """Return a probability as a percentage, never 0 or 100: an estimate is not certain."""
    if share is not None and share > SUREST:
        return _("over %(number)s") % {"number": percent(SUREST)}
    if share is not None and share < LEAST:
        return _("under %(number)s") % {"number": percent(LEAST)}
    return percent(share)


@register.filter
def chance(share: float) -> str | Promise:
    """Return the word for a probability in [0, 1]."""
    return next(word for bound, word in CHANCES if share >= bound)


@register.filter
def bar_width(share: float, width: int) -> str:
    """Return how much of `width` a share fills, written as SVG wants it in every language."""
    return f"{max(0.0, min(1.0, share)) * width:.1f}"


@register.filter
def reason_in_words(reason: str) -> str:
    """Return an engine's reason in the page's language."""
    return worded_reason(reason)


@register.filter
def source_icon(kind: str) -> str:
    """Return the icon of a kind of source."""
    return SOURCE_ICONS.get(kind, "circle-question-mark")


@register.filter
def attributes(field: Any) -> SafeString:
    """Return a bound form field drawn with the workbench's class and its error and help announced."""
    named = [f"{field.auto_id}-{part}" for part in ("help", "error") if part != "error" or field.errors]
    extra = {"class": "input", "aria-describedby": " ".join(named)}
    if field.errors:
        extra["aria-invalid"] = "true"
    drawn: SafeString = field.as_widget(attrs=extra)
    return drawn


@register.inclusion_tag("workbench/components/_badge.html")
def badge(family: str, value: str, *, proposed: bool = False) -> dict[str, Any]:
    """Draw the badge of a value in one of the families of `LOOKS`; machine proposals are outlined."""
    look, icon, word = LOOKS[family].get(value, ("plain", "circle-question-mark", value))
    return {"look": look, "icon": icon, "word": word, "proposed": proposed}


@register.inclusion_tag("workbench/components/_chain.html", takes_context=True)
def chain(context: Context, hops: Iterable[Any], *, linked: bool = True) -> dict[str, Any]:
    """Draw who passed a claim on to whom, from the outlet to the originator, as an ordered list."""
    kept = getattr(context.get("as_of"), "query", "")
    return {"hops": [(hop, _source_address(hop) + kept if linked else "") for hop in hops]}


def _source_address(hop: Any) -> str:
    return reverse("sources:source", args=[hop.source_id])


@register.filter
def error_sentence(error: WorkbenchError) -> str:
    """Return what is wrong and what to do about it, in the page's language."""
    return f"{error.sentence(_)} {error.advice(_)}".strip()


@register.simple_tag(takes_context=True)
def other_parameters(context: Context, *left_out: str) -> list[tuple[str, str]]:
    """Return the parameters of the page's address, for a form that changes the ones left out."""
    asked = context["request"].GET
    return [(name, value) for name in asked if name not in left_out for value in asked.getlist(name)]


@register.inclusion_tag("workbench/components/_likelihood.html")
def likelihood(share: float) -> dict[str, Any]:
    """Draw a probability as a word with a bar; the number is told on hover."""
    return {"share": share}


@register.inclusion_tag("workbench/components/_shortcut.html")
def shortcut(printed: str, keys: str, action: str, word: str) -> dict[str, str]:
    """Print one row of the shortcut sheet, which also binds the key."""
    return {"printed": printed, "keys": keys, "action": action, "word": word}


@register.simple_tag
def rejection_reasons() -> list[tuple[str, str | Promise]]:
    """Return why something may be no claim: value and word."""
    return list(Correction.Reason.choices)


@register.simple_tag(takes_context=True)
def places(context: Context) -> list[Destination]:
    """Return the navigation's entries for this reader."""
    return destinations(context["request"], may_add_articles=bool(context.get("may_add_articles")))
