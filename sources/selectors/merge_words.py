"""Why two sources may be one, in the page's language."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sources.models import Source
from sources.selectors.countries import country_name
from workbench.core.errors import gettext_noop

CONCEPTS: Mapping[str, Any] = {
    "site": gettext_lazy("a site"),
    "edition": gettext_lazy("an edition in a language"),
    "news": gettext_lazy("news"),
    "press": gettext_lazy("press or media"),
    "outlet": gettext_lazy("a channel, page or platform"),
    "agency": gettext_lazy("an agency"),
    "newspaper": gettext_lazy("a newspaper"),
    "magazine": gettext_lazy("a magazine"),
    "television": gettext_lazy("television"),
    "radio": gettext_lazy("radio"),
}
"""What the words of `sources/naming/data/media_words.tsv` say of a source."""


def worded_reasons(reasons: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return stored reasons as sentences, those for it first; each says whether it speaks for or against."""
    found = [
        {"words": _WORDED[reason["code"]](list(reason["words"])), "against": reason["weight"] < 0}
        for reason in reasons
        if reason["code"] in _WORDED
    ]
    return sorted(found, key=lambda reason: reason["against"])


def _names(sentence: str) -> Callable[[list[str]], str]:
    def worded(words: list[str]) -> str:
        one, other = words[:2]
        return _(sentence) % {"one": one, "other": other}

    return worded


def _same_site(words: list[str]) -> str:
    return _("Both publish on %(site)s.") % {"site": ", ".join(words)}


def _same_form(words: list[str]) -> str:
    return _("Both names say the same of what it is: %(what)s.") % {"what": _concepts(words)}


def _other_medium(words: list[str]) -> str:
    return _("The names say different things of what it is: %(what)s.") % {"what": _concepts(words)}


def _concepts(words: list[str]) -> str:
    return ", ".join(str(CONCEPTS.get(word, word)) for word in dict.fromkeys(words))


def _same_kind(words: list[str]) -> str:
    return _("Both are of one kind: %(kind)s.") % {"kind": _kind(words[0])}


def _other_kind(words: list[str]) -> str:
    return _("They are kept as different kinds: %(one)s, %(other)s.") % {
        "one": _kind(words[0]),
        "other": _kind(words[1]),
    }


def _kind(value: str) -> str:
    return str(Source.Kind(value).label)


def _same_country(words: list[str]) -> str:
    return _("Both sit in %(country)s.") % {"country": country_name(words[0])}


def _other_country(words: list[str]) -> str:
    return _("One sits in %(one)s, the other in %(other)s.") % {
        "one": country_name(words[0]),
        "other": country_name(words[1]),
    }


def _in_one_chain(words: list[str]) -> str:
    number = int(words[0])
    return ngettext(
        "%(number)d claim names both, one quoting the other.",
        "%(number)d claims name both, one quoting the other.",
        number,
    ) % {"number": number}


def _fixed(sentence: str) -> Callable[[list[str]], str]:
    return lambda words: _(sentence)


_WORDED: Mapping[str, Callable[[list[str]], str]] = {
    "same_words": _names(
        gettext_noop("Without words that only say what it is, “%(one)s” and “%(other)s” are one name.")
    ),
    "same_meaning": _names(gettext_noop("“%(one)s” and “%(other)s” translate each other.")),
    "same_look": _names(
        gettext_noop("“%(one)s” and “%(other)s” look the same and are written with different characters.")
    ),
    "same_sound": _names(gettext_noop("“%(one)s” and “%(other)s” sound alike across scripts.")),
    "near_sound": _names(
        gettext_noop(
            "“%(one)s” and “%(other)s” sound alike, but for letters that are written for each other."
        )
    ),
    "same_spelling": _names(gettext_noop("“%(one)s” and “%(other)s” are spellings of one name.")),
    "same_site": _same_site,
    "site_alone": _fixed(
        gettext_noop("Nothing but the site speaks for it: the names have nothing in common.")
    ),
    "same_form": _same_form,
    "both_articles": _fixed(gettext_noop("Both names begin with the Arabic article.")),
    "same_kind": _same_kind,
    "other_kind": _other_kind,
    "same_country": _same_country,
    "other_country": _other_country,
    "other_medium": _other_medium,
    "one_word_person": _fixed(gettext_noop("A person's name of one word is shared by many.")),
    "in_one_chain": _in_one_chain,
}
