"""What templates say of a source's names and country."""

from collections.abc import Mapping

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sources.naming.looks import scripts_of
from sources.selectors.countries import country_name

register = template.Library()

SCRIPTS: Mapping[str, str | Promise] = {
    "ARABIC": _("Arabic letters"),
    "LATIN": _("Latin letters"),
    "CYRILLIC": _("Cyrillic letters"),
    "GREEK": _("Greek letters"),
    "HEBREW": _("Hebrew letters"),
    "CJK": _("Chinese characters"),
}

register.filter("country", country_name)


@register.filter
def name_scripts(name: str) -> str:
    """Return the scripts that a name is written in, in the page's language."""
    found = sorted(scripts_of(name))
    return ", ".join(str(SCRIPTS.get(script, script.title())) for script in found)
