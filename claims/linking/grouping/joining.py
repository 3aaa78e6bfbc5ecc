"""Online: which story an article that has just come in joins, and which lone articles it draws along."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.linking.grouping.evidence import weigh
from claims.linking.grouping.types import Evidence, Known, Member, pair_of

JOIN_AT = 0.5
"""Mean chance from which an article joins a story: it then is more likely of that event than not."""
CLOSER_HALF = 0.5
"""Share of a story's articles whose evidence is averaged, the likeliest. A long story has sides that a new
report need not touch (online B-cubed F1 on training stories left out: .896, with all articles .863)."""


@dataclass(frozen=True, slots=True)
class Joining:
    """A story with the evidence that each of its articles gives for the one that may join it.

    `held` says that people, or an earlier version of the same text, hold the article there.
    """

    story: str
    chance: float
    evidence: Mapping[str, Evidence]
    held: bool = False


def choose_story(member: Member, stories: Mapping[str, Sequence[Member]], known: Known) -> Joining | None:
    """Return the story that the member belongs to, None where no story has evidence enough.

    The mean over the closer half of a story's articles decides (average link), so that one article
    alike does not let a story grow into another event. What people decided comes first: a story
    that holds a bond of the member is taken, one that holds its opposite never is.
    """
    found = [weigh_story(member, name, theirs, known) for name, theirs in sorted(stories.items())]
    fit = [joining for joining in found if joining and (joining.held or joining.chance >= JOIN_AT)]
    return max(fit, key=lambda joining: (joining.held, joining.chance, joining.story), default=None)


def drawn_along(
    joined: Sequence[Member], lone: Mapping[str, Member], known: Known
) -> list[tuple[Member, Joining]]:
    """Return the articles alone in their stories that belong to the story which has just grown.

    Only lone articles: two stories of more than one article are never merged online.
    """
    story, found = list(joined), list[tuple[Member, Joining]]()
    waiting = dict(sorted(lone.items()))
    grows = len(story) > 1
    while grows:
        grows = False
        for name, member in list(waiting.items()):
            joining = weigh_story(member, name, story, known)
            if joining and (joining.held or joining.chance >= JOIN_AT):
                found.append((member, joining))
                story.append(waiting.pop(name))
                grows = True
    return found


def weigh_story(member: Member, story: str, theirs: Sequence[Member], known: Known) -> Joining | None:
    """Return how likely the member belongs with the others; None where people keep it from any of them."""
    if not theirs or any(are_barred(member, other, known) for other in theirs):
        return None
    evidence = {other.id: weigh(member, other, known) for other in theirs}
    chances = sorted((found.chance for found in evidence.values()), reverse=True)
    closer = chances[: math.ceil(len(chances) * CLOSER_HALF)]
    held = any(are_held(member, other, known) for other in theirs)
    return Joining(story, sum(closer) / len(closer), evidence, held)


def are_held(one: Member, other: Member, known: Known) -> bool:
    """Tell whether people, or one publication, hold two members together."""
    if one.publication == other.publication:
        return one.publication != ""
    return pair_of(one.publication, other.publication) in known.bonds.together


def are_barred(one: Member, other: Member, known: Known) -> bool:
    """Tell whether people keep two members apart."""
    return pair_of(one.publication, other.publication) in known.bonds.apart
