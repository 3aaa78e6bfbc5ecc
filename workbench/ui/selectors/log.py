"""The log as its page shows it: who did what to what, in words, with a way to it."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from claims.models import Article, Claim, Story
from sources.models import Source
from workbench.accounts.models import ApiKey, Membership, Workspace
from workbench.audit.models import Event
from workbench.ui.event_words import ACTS, FACTS, OBJECTS, Words
from workbench.ui.selectors.actors import names_of

MOST_LETTERS = 140
"""An object's name is cut after so many letters: its own page has the rest."""

Names = Mapping[tuple[str, UUID], str]


@dataclass(frozen=True, slots=True)
class ShownFact:
    """One fact of an event: what it is, and what it says."""

    word: Words
    value: str


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """An event in words. `object_url` is empty where no page shows the object any more."""

    event: Event
    act: Words
    actor: str
    object_word: Words
    object_name: str
    object_url: str
    facts: Sequence[ShownFact]

    @property
    def payload(self) -> str:
        """Return all facts as they are stored."""
        return json.dumps(self.event.payload, ensure_ascii=False, indent=1, sort_keys=True)


def shown_events(workspace: Workspace, events: Iterable[Event]) -> list[ShownEvent]:
    """Return events in words. Six queries however many they are."""
    rows = list(events)
    labels = {event.actor for event in rows} | {str(event.payload.get("user", "")) for event in rows}
    people = names_of(workspace, labels)
    names = _names(workspace, rows)
    return [_shown(event, people, names) for event in rows]


def act_choices(chosen: str) -> list[tuple[str, Words]]:
    """Return the acts to choose from, by their words; one that no page knows is there when it is chosen."""
    known = dict(ACTS) | ({chosen: ACTS.get(chosen, chosen)} if chosen else {})
    return sorted(known.items(), key=lambda item: str(item[1]))


def object_choices(chosen: str) -> list[tuple[str, Words]]:
    """Return the kinds of objects to choose from, by their words."""
    known = dict(OBJECTS) | ({chosen: OBJECTS.get(chosen, chosen)} if chosen else {})
    return sorted(known.items(), key=lambda item: str(item[1]))


def _shown(event: Event, people: Mapping[str, str], names: Names) -> ShownEvent:
    kind, identifier = event.object_kind, event.object_id
    name = names.get((kind, identifier), "") if identifier else ""
    there = bool(name) or kind not in _NAMED
    return ShownEvent(
        event,
        ACTS.get(event.action, event.action),
        _actor(event.actor, people),
        OBJECTS.get(kind, kind),
        name,
        _address(kind, identifier) if there else "",
        _facts(event.payload, people),
    )


def _actor(label: str, people: Mapping[str, str]) -> str:
    """Return who acted: a member's name, a system's, the machine, a stranger, the operator."""
    known = {
        "machine": _("The machine"),
        "stranger": _("A stranger"),
        "operator": _("Whoever runs the workbench"),
    }
    return people.get(label) or known.get(label) or label


def _names(workspace: Workspace, rows: Sequence[Event]) -> Names:
    """Return what the objects are called. One query for each kind that has names."""
    found: dict[tuple[str, UUID], str] = {}
    for kind, asked in _NAMED.items():
        wanted = {event.object_id for event in rows if event.object_kind == kind and event.object_id}
        if wanted:
            found |= {(kind, pk): _cut(name) for pk, name in asked(workspace, wanted)}
    return found


def _cut(name: str) -> str:
    return name if len(name) <= MOST_LETTERS else name[:MOST_LETTERS].rstrip() + "…"


def _facts(payload: Mapping[str, Any], people: Mapping[str, str]) -> list[ShownFact]:
    return [
        ShownFact(word, _value(payload[name], choices, people))
        for name, (word, choices) in FACTS.items()
        if payload.get(name) not in (None, "", [])
    ]


def _value(value: object, choices: Mapping[str, Words], people: Mapping[str, str]) -> str:
    if isinstance(value, list):
        return _(", ").join(_value(one, choices, people) for one in value)
    text = str(value)
    return _cut(str(choices.get(text) or people.get(text) or text))


Asked = Callable[[Workspace, set[UUID]], Iterable[tuple[UUID, str]]]
_NAMED: Mapping[str, Asked] = {
    "source": lambda workspace, keys: Source.objects.filter(workspace=workspace, pk__in=keys).values_list(
        "pk", "name"
    ),
    "claim": lambda workspace, keys: Claim.objects.filter(workspace=workspace, pk__in=keys).values_list(
        "pk", "text"
    ),
    "article": lambda workspace, keys: [
        (row.pk, str(row))
        for row in Article.objects.filter(workspace=workspace, pk__in=keys).select_related("outlet")
    ],
    "story": lambda workspace, keys: Story.objects.filter(workspace=workspace, pk__in=keys).values_list(
        "pk", "title"
    ),
    "membership": lambda workspace, keys: Membership.objects.filter(
        workspace=workspace, pk__in=keys
    ).values_list("pk", "user__username"),
    "api_key": lambda workspace, keys: ApiKey.objects.filter(workspace=workspace, pk__in=keys).values_list(
        "pk", "name"
    ),
}
_PAGES = {
    "source": "sources:source",
    "claim": "claims:claim",
    "article": "claims:article",
    "story": "claims:story",
}
_PLACES = {
    "api_key": "ui:settings",
    "job": "ui:jobs",
    "membership": "ui:people",
    "placename": "claims:names",
    "actoralias": "claims:names",
    "worth_weights": "ui:settings",
}


def _address(kind: str, identifier: UUID | None) -> str:
    if kind in _PAGES and identifier:
        return reverse(_PAGES[kind], args=[identifier])
    return reverse(_PLACES[kind]) if kind in _PLACES else ""
