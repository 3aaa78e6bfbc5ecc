"""The signs that tie two claims, each with its weight and its sentence."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from math import prod


class Family(StrEnum):
    """What a sign is read from. Signs of one family are one piece of evidence: the weightiest counts."""

    CHAIN = "chain"
    TEXT = "text"
    OWNER = "owner"
    UNNAMED = "unnamed"
    UNTOLD = "untold"


class SignKind(StrEnum):
    """One way in which two claims can hang together."""

    OUTLET = "outlet"
    ROOT = "root"
    CARRIER = "carrier"
    RELAY = "relay"
    BODY = "body"
    DRAWS_ON = "draws_on"
    SHARED_CREDIT = "shared_credit"
    AGENCIES = "agencies"
    COPY = "copy"
    ALIKE = "alike"
    FOLLOWED = "followed"
    FIRST = "first"
    OWNER = "owner"
    DESCRIPTOR = "descriptor"
    LIKE_DESCRIPTOR = "like_descriptor"
    UNNAMED = "unnamed"
    ONE_UNNAMED = "one_unnamed"
    APART = "apart"
    LANGUAGES = "languages"


CONFIRMED = 0.98
"""Dependence where a person has confirmed that the chains meet (design, reliability 4.4: d_chain)."""
AS_READ = 0.8
"""Dependence where only the machine reads it so (the same place)."""

FORMS: Mapping[SignKind, tuple[Family, str]] = {
    SignKind.OUTLET: (Family.CHAIN, "Both were published by {a}."),
    SignKind.ROOT: (Family.CHAIN, "Both go back to {a}."),
    SignKind.CARRIER: (Family.CHAIN, "Both came by way of {a}."),
    SignKind.RELAY: (Family.CHAIN, "{a} passes on what {b} reported."),
    SignKind.BODY: (Family.CHAIN, "Both speak for {a}."),
    SignKind.DRAWS_ON: (Family.CHAIN, "The article of {a} is credited to {b}."),
    SignKind.SHARED_CREDIT: (Family.CHAIN, "Both articles are credited to {a}."),
    SignKind.AGENCIES: (Family.CHAIN, "Both articles draw on news agencies, not all of them named."),
    SignKind.COPY: (
        Family.TEXT,
        "The two articles are nearly one text: {a} % of their word runs are shared.",
    ),
    SignKind.ALIKE: (Family.TEXT, "The two articles share {a} % of their word runs."),
    SignKind.FOLLOWED: (
        Family.TEXT,
        "{a} names no source of its own and has the words of {b}, published within a day.",
    ),
    SignKind.FIRST: (Family.TEXT, "{a} was first, on {b}; {c} followed on {d}."),
    SignKind.OWNER: (Family.OWNER, "{a} and {b} belong to one owner: {c}."),
    SignKind.DESCRIPTOR: (
        Family.UNNAMED,
        "Both quote an unnamed source described alike, within a day: {a}.",
    ),
    SignKind.LIKE_DESCRIPTOR: (Family.UNNAMED, "Both quote unnamed sources described alike: {a}."),
    SignKind.UNNAMED: (Family.UNNAMED, "Both quote unnamed sources, which may be the same."),
    SignKind.ONE_UNNAMED: (Family.UNNAMED, "One chain ends in an unnamed source, who may be the other's."),
    SignKind.APART: (Family.UNTOLD, "The chains share no source: {a} and {b}."),
    SignKind.LANGUAGES: (Family.UNTOLD, "The two languages differ, so the wordings cannot be compared."),
}
"""Each sign's family and its sentence; `a` to `d` are the names in it."""

_WEIGHT = re.compile(r"(?P<sentence>.+) \(dependence (?P<weight>[01]\.\d\d)\)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign with its weight: the dependence in [0, 1] that it stands for; 0 only informs."""

    kind: SignKind
    weight: float
    names: tuple[str, ...] = ()

    @property
    def family(self) -> Family:
        """What the sign is read from."""
        return FORMS[self.kind][0]

    @property
    def reason(self) -> str:
        """The sentence with its weight, as it is stored among a link's reasons."""
        sentence = FORMS[self.kind][1].format(**dict(zip("abcd", self.names, strict=False)))
        return f"{sentence} (dependence {self.weight:.2f})"


def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{([a-d])\\}", r"(?P<\1>.+?)", re.escape(form)), re.DOTALL)


_PATTERNS = {kind: _pattern(form) for kind, (_, form) in FORMS.items()}


def read_sign(reason: str) -> Sign | None:
    """Return the sign whose stored reason this is, None where it is another kind of reason.

    >>> read_sign(Sign(SignKind.ROOT, 0.8, ("Sail",)).reason)
    Sign(kind=<SignKind.ROOT: 'root'>, weight=0.8, names=('Sail',))
    """
    weighed = _WEIGHT.fullmatch(reason)
    if not weighed:
        return None
    for kind, pattern in _PATTERNS.items():
        if match := pattern.fullmatch(weighed["sentence"]):
            return Sign(kind, float(weighed["weight"]), match.groups())
    return None


def combine(signs: Iterable[Sign]) -> float:
    """Return the independence that the signs leave, in [0, 1]: the product of 1 - d over their families.

    Within a family the weightiest decides, so a further sign never raises it (design, reliability 4.4).
    """
    heaviest: dict[Family, float] = {}
    for sign in signs:
        heaviest[sign.family] = max(sign.weight, heaviest.get(sign.family, 0.0))
    return round(prod(1.0 - weight for weight in heaviest.values()), 4)


def as_confirmed(signs: Iterable[Sign]) -> list[Sign]:
    """Return the signs as they weigh once a person has confirmed the link that shows them."""
    return [
        replace(sign, weight=CONFIRMED) if sign.family is Family.CHAIN and sign.weight == AS_READ else sign
        for sign in signs
    ]
