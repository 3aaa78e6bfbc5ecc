"""How templates tell the entries beside a source's record."""

from collections.abc import Mapping

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sources.models import Practice
from sources.reliability.practices import Band

register = template.Library()

MACHINE = "machine"
BANDS: Mapping[Band, str | Promise] = {
    Band.ALL: _("All nine criteria are met"),
    Band.MOST: _("Nearly all that weighs is met"),
    Band.MANY: _("Much is met, and something that weighs is not"),
    Band.SOME: _("Some of it is met"),
    Band.FEW: _("Little of it is met"),
}
LOOKS: Mapping[str, tuple[str, str]] = {
    Practice.Standing.MET: ("good", "check"),
    Practice.Standing.NOT_MET: ("warning", "x"),
    Practice.Standing.NOT_APPLICABLE: ("plain", "minus"),
}


@register.filter
def named(label: str, people: Mapping[str, str]) -> str:
    """Return what a person or system is called; the label of one that is of another place."""
    return people.get(label) or (str(_("the machine")) if label == MACHINE else label)


@register.filter
def band_word(band: Band) -> str | Promise:
    """Return a band of the nine weighted criteria in words."""
    return BANDS[band]


@register.inclusion_tag("workbench/components/_badge.html")
def standing_badge(practice: Practice) -> dict[str, object]:
    """Draw whether a criterion is met."""
    look, icon = LOOKS[practice.standing]
    return {"look": look, "icon": icon, "word": practice.get_standing_display(), "proposed": False}
