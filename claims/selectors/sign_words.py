"""Signs of dependence and drift in the reader's language."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from claims.linking.independence.signs import Sign, SignKind
from claims.linking.types import Drift, DriftKind
from claims.models import Claim

SIGNS: Mapping[SignKind, str | Promise] = {
    SignKind.OUTLET: _("Both were published by %(a)s."),
    SignKind.ROOT: _("Both go back to %(a)s."),
    SignKind.CARRIER: _("Both came by way of %(a)s."),
    SignKind.RELAY: _("%(a)s passes on what %(b)s reported."),
    SignKind.BODY: _("Both speak for %(a)s."),
    SignKind.DRAWS_ON: _("The article of %(a)s is credited to %(b)s."),
    SignKind.SHARED_CREDIT: _("Both articles are credited to %(a)s."),
    SignKind.AGENCIES: _("Both articles draw on news agencies, not all of them named."),
    SignKind.COPY: _("The two articles are nearly one text: %(a)s%% of their runs of words are shared."),
    SignKind.ALIKE: _("The two articles share %(a)s%% of their runs of words."),
    SignKind.FOLLOWED: _(
        "%(a)s names no source of its own and has the words of %(b)s, published within a day."
    ),
    SignKind.FIRST: _("%(a)s was first, on %(b)s; %(c)s followed on %(d)s."),
    SignKind.OWNER: _("%(a)s and %(b)s belong to one owner: %(c)s."),
    SignKind.DESCRIPTOR: _("Both quote an unnamed source described alike, within a day: %(a)s."),
    SignKind.LIKE_DESCRIPTOR: _("Both quote unnamed sources described alike: %(a)s."),
    SignKind.UNNAMED: _("Both quote unnamed sources, which may be the same."),
    SignKind.ONE_UNNAMED: _("One chain ends in an unnamed source, who may be the other's."),
    SignKind.APART: _("The chains share no source: %(a)s and %(b)s."),
    SignKind.LANGUAGES: _("The two languages differ, so the wordings cannot be compared."),
}
"""The sentence of each sign; its names are isolated from the words around them."""

DRIFTS: Mapping[DriftKind, str | Promise] = {
    DriftKind.HEDGE: _("At %(by)s the hedge “%(before)s” was dropped."),
    DriftKind.BOUND: _("At %(by)s “%(before)s” became “%(after)s”: the figure lost its bound."),
    DriftKind.NUMBER: _("At %(by)s the number changed: “%(before)s” became “%(after)s”."),
    DriftKind.OFFICIAL: _("At %(by)s an unnamed source became an official: “%(before)s” became “%(after)s”."),
    DriftKind.NAMED: _("At %(by)s an unnamed source got a name: “%(before)s” became “%(after)s”."),
    DriftKind.HARDENED: _("At %(by)s the claim was hardened: “%(before)s” became “%(after)s”."),
    DriftKind.COARSER: _("At %(by)s the place became coarser: “%(before)s” became “%(after)s”."),
    DriftKind.FINER: _("At %(by)s the place became finer: “%(before)s” became “%(after)s”."),
}
"""The sentence of each kind of drift, with both wordings."""


def worded_sign(sign: Sign) -> str:
    """Return the sign's sentence in the page's language, with its weight where it has one."""
    names = sign.names
    if sign.kind is SignKind.FIRST:
        names = (names[0], _day(names[1]), names[2], _day(names[3]))
    facts = {letter: _isolated(name) for letter, name in zip("abcd", names, strict=False)}
    sentence = str(SIGNS[sign.kind]) % facts
    if not sign.weight:
        return sentence
    share = gettext("%(number)s%%") % {"number": round(sign.weight * 100)}
    return gettext("%(sentence)s Weight against independence: %(share)s.") % {
        "sentence": sentence,
        "share": _isolated(share),
    }


def worded_drift(drift: Drift) -> str:
    """Return what changed on the way, in the page's language."""
    modalities = dict(Claim.Modality.choices)
    texts = {"before": drift.before, "after": drift.after}
    shown = {side: _isolated(str(modalities.get(text, text))) for side, text in texts.items()}
    return str(DRIFTS[drift.kind]) % {"by": _isolated(drift.by), **shown}


def _day(moment: str) -> str:
    """Return a stored moment as pages write days, with the hour where it is known."""
    day = date_format(datetime.fromisoformat(moment[:10]), "j M Y")
    return f"{day} {moment[11:]}".strip()


def _isolated(name: str) -> str:
    return f"\u2068{name}\u2069"
