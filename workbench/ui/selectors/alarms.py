"""Alarms as the pages show them: what was found in a sentence, and what to do about it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from claims.models import Claim
from sources.models import Alarm, CopyPair, Outcome
from sources.selectors.alarms import held_by_bursts
from sources.selectors.disclosure import is_adverse, seen_letter
from sources.selectors.replies import sources_showing_adverse
from workbench.accounts.models import Membership, actor_label
from workbench.ui.selectors.actors import names_of

ICONS: Mapping[str, str] = {
    Alarm.Kind.RING: "copy",
    Alarm.Kind.SKILL: "scale",
    Alarm.Kind.BURST: "gavel",
    Alarm.Kind.DRIFT: "git-compare",
    Alarm.Kind.STALE: "hourglass",
    Alarm.Kind.SILENCE: "bell-off",
}
ADVICE: Mapping[str, str | Promise] = {
    Alarm.Kind.RING: gettext_lazy(
        "Compare what they published. Confirm or reject the pairs below: those that are confirmed count as"
        " one origin. Whether it is meant badly is not for the machine to say."
    ),
    Alarm.Kind.SKILL: gettext_lazy(
        "Agreement counts for less until it foretells verdicts again. Look for sources that repeat each"
        " other, and for links that were confirmed by mistake."
    ),
    Alarm.Kind.BURST: gettext_lazy(
        "Somebody else looks at these verdicts, and lets them count or leaves them out. Until then they weigh"
        " nothing in the record."
    ),
    Alarm.Kind.DRIFT: gettext_lazy(
        "The record was made anew from the log, which is what counts. Whoever runs the workbench should"
        " verify the log and look for a fault."
    ),
    Alarm.Kind.STALE: gettext_lazy(
        "That is no bad mark: the old verdicts say too little about today. Check some of its newer claims."
    ),
    Alarm.Kind.SILENCE: gettext_lazy(
        "See whether it still publishes and how its articles come in. Until it is heard again, that nobody"
        " confirms a report says less."
    ),
}


MOST_CLAIMS = 5
"""How many common errors of a pair are shown to begin with."""


@dataclass(frozen=True, slots=True)
class ShownAlarm:
    """An alarm with its words; `held` are the outcomes that wait, `own` whether they are the reader's.

    `adverse_shown` says whether a D or E of its source may be told.
    """

    alarm: Alarm
    people: Mapping[str, str]
    held: Sequence[Outcome] = ()
    own: bool = False
    adverse_shown: bool = False

    @property
    def icon(self) -> str:
        """Return the icon of its kind."""
        return ICONS[self.alarm.kind]

    @property
    def advice(self) -> str | Promise:
        """Return what to do about it."""
        return ADVICE[self.alarm.kind]

    @property
    def sentence(self) -> str:
        """Return what was found."""
        facts = self.alarm.facts
        person = self.people.get(facts.get("author", "")) or _("One person")
        named = {"source": _apart(facts.get("source", "")), "person": _apart(person)}
        match self.alarm.kind:
            case Alarm.Kind.RING:
                count = len(facts["sources"])
                words = ngettext(
                    "%(count)d source may draw on one origin: %(names)s.",
                    "%(count)d sources may draw on one origin: %(names)s.",
                    count,
                )
                return words % {"count": count, "names": _(", ").join(map(_apart, facts["sources"]))}
            case Alarm.Kind.SKILL:
                shares = {"before": round(facts["before"] * 100), "now": round(facts["now"] * 100)}
                return _("Agreement foretells verdicts worse: from %(before)d to %(now)d of 100.") % shares
            case Alarm.Kind.BURST:
                return _("%(person)s judged many claims of %(source)s within a day.") % named
            case Alarm.Kind.DRIFT:
                return _drift(facts, named)
            case Alarm.Kind.STALE:
                return _lapsed(seen_letter(facts.get("letter"), adverse_shown=self.adverse_shown), named)
            case _:
                return _("Nothing has come from %(source)s for much longer than usual.") % named

    @property
    def since(self) -> datetime | None:
        """Return since when an outlet is silent."""
        return parse_datetime(self.alarm.facts["since"]) if "since" in self.alarm.facts else None

    @property
    def detail(self) -> str:
        """Return the figures behind it, where they say more than the sentence."""
        facts = self.alarm.facts
        if self.alarm.kind == Alarm.Kind.SILENCE:
            hours = max(1, round(facts["usual_hours"]))
            words = ngettext(
                "Usually something comes every %(count)d hour.",
                "Usually something comes every %(count)d hours.",
                hours,
            )
            return words % {"count": hours}
        if self.alarm.kind == Alarm.Kind.DRIFT and facts.get("what"):
            return _("What differed: %(what)s.") % {"what": _(", ").join(facts["what"])}
        return ""


def _lapsed(letter: str, named: Mapping[str, str]) -> str:
    if not letter:
        return _("%(source)s has a grade no longer; too few of its verdicts are recent enough.") % named
    words = _("%(source)s had the letter %(letter)s; too few of its verdicts are recent enough.")
    return words % {**named, "letter": letter}


def _drift(facts: Mapping[str, Any], named: Mapping[str, str]) -> str:
    if "count" not in facts:
        return _("The record of %(source)s was not what the log gives.") % named
    words = ngettext(
        "%(count)d entry is not what the log says of it.",
        "%(count)d entries are not what the log says of them.",
        facts["count"],
    )
    return words % {"count": facts["count"]}


def _apart(name: str) -> str:
    """Return a name kept apart from the sentence around it, whichever way either is written."""
    return f"\u2068{name}\u2069"


def shown_alarms(alarms: Iterable[Alarm], reader: Membership) -> list[ShownAlarm]:
    """Return alarms with their words, and what bursts hold. Seven queries at most, however many there are."""
    rows = list(alarms)
    people = names_of(reader.workspace, [row.facts.get("author", "") for row in rows])
    held = held_by_bursts(row for row in rows if row.closed_at is None)
    lapsed = [row.source for row in rows if row.source and is_adverse([row.facts.get("letter")])]
    showing = sources_showing_adverse(lapsed, timezone.now())
    me = actor_label(reader.user)
    return [
        ShownAlarm(
            row,
            people,
            held.get(row.pk, ()),
            own=row.facts.get("author") == me,
            adverse_shown=row.source_id in showing,
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class ShownPair:
    """A possible common origin with some claims of the questions in which both were wrong."""

    pair: CopyPair
    claims: Sequence[Claim]


def shown_pairs(pairs: Iterable[CopyPair]) -> list[ShownPair]:
    """Return pairs with claims to look at, those that still have a page. One query."""
    rows = list(pairs)
    wanted = {pk for row in rows for pk in row.questions[:MOST_CLAIMS]}
    claims = {str(claim.pk): claim for claim in Claim.objects.filter(pk__in=wanted).only("text", "language")}
    return [
        ShownPair(row, [claims[pk] for pk in row.questions[:MOST_CLAIMS] if pk in claims]) for row in rows
    ]
