"""What a story is about, and where, as the machine proposes it."""

from collections import Counter
from uuid import UUID

import numpy as np

from claims.engine import topic_of
from claims.models import Claim, Place, Slot, Story

MOST_CLAIMS = 200
"""Claims of a story from which topic and region are read; more say nothing else."""


def describe_story(*, story: UUID) -> bool:
    """Propose topic and region of a story from its claims, leaving alone what people set.

    Returns whether anything changed. Needs the encoder where a claim has a vector.
    """
    row = Story.objects.get(pk=story)
    proposed = {}
    if not row.topic_by_person:
        proposed["topic"] = _topic(row)
    if not row.region_by_person:
        proposed["region"] = _region(row)
    changed = [name for name, value in proposed.items() if getattr(row, name) != value]
    if changed:
        # Not by save(): what the machine proposes is no news about the story, which stays where it is listed.
        Story.objects.filter(pk=row.pk).update(**{name: proposed[name] for name in changed})
    return bool(changed)


def _topic(story: Story) -> str:
    claims = Claim.objects.filter(story=story, embedding__isnull=False).exclude(state=Claim.State.REJECTED)
    rows = list(claims.order_by("pk").values_list("embedding", "language")[:MOST_CLAIMS])
    if not rows:
        return ""
    vectors = np.asarray([embedding for embedding, _ in rows], dtype=np.float32)
    return topic_of(vectors, [language for _, language in rows])


def _region(story: Story) -> str:
    """Return the country that most claims place the event in; none where two are named as often."""
    slots = Slot.objects.filter(claim__story=story, kind=Slot.Kind.PLACE, value__startswith="geo:")
    named = {
        (claim, value.removeprefix("geo:"))
        for claim, value in slots.exclude(claim__state=Claim.State.REJECTED).values_list("claim", "value")
    }
    places = Place.objects.filter(pk__in={place for _, place in named}).exclude(country="")
    countries = dict(places.values_list("pk", "country"))
    counts = Counter(
        country for _, country in {(claim, countries[place]) for claim, place in named if place in countries}
    )
    (first, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return first[0] if first[1] > second[1] else ""
