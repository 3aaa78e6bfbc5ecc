"""How long ago something was, in the one unit that matters."""

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def ago(moment: datetime | None) -> str:
    """Return "3 hours ago"; "just now" below a minute; nothing for nothing."""
    if moment is None:
        return ""
    if (timezone.now() - moment).total_seconds() < 60:
        return _("just now")
    return _("%(span)s ago") % {"span": timesince(moment, depth=1)}


@register.filter
def lasting(moment: datetime | None) -> str:
    """Return how long it has lasted since `moment`: "40 seconds", "3 hours"; nothing for nothing."""
    if moment is None:
        return ""
    seconds = int((timezone.now() - moment).total_seconds())
    if seconds < 60:
        return _("under a minute")
    return timesince(moment, depth=1)
