"""The pairs of stories with what is known of them: what the link models are fitted to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claims.linking import alignment
from claims.linking.alignment import Pair, find_pairs
from claims.linking.differing import difference_of
from claims.linking.kinship import language_pair
from claims.linking.relating.labels import KINSHIPS
from claims.linking.relating.network import PairReader, PairReading
from claims.linking.signs import one_denies, pair_signs
from claims.linking.types import Relation, SlotKind
from claims.training.linking.stories import GoldLink, Story

NONE = GoldLink("")
WEIGHT_ACROSS_STORIES = 0.3
"""Weight of a pair across stories: in use, most articles compared are of one story, as candidates are."""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair that may be read, the stories its claims come from, and its gold link (`NONE` for none)."""

    pair: Pair
    stories: frozenset[str]
    gold: GoldLink
    reading: PairReading | None = None
    signs: dict[str, float] | None = None

    @property
    def weight(self) -> float:
        """What the pair counts in a fit."""
        return 1.0 if len(self.stories) == 1 else WEIGHT_ACROSS_STORIES

    @property
    def is_linked(self) -> bool:
        """Tell whether gold says that both are about one particular, whether they agree or not."""
        return self.gold.relation in {Relation.CORROBORATES, Relation.CONFLICTS, Relation.UPDATES}

    @property
    def kinship(self) -> str:
        """What the two texts are to each other (`KINSHIPS`): turned round where one side denies its text."""
        names = {"corroborates": "same", "conflicts": "conflicts", "updates": "updates"}
        kinship = names.get(self.gold.relation, "other")
        if one_denies(self.pair):
            polar = self.gold.slot in {"", SlotKind.POLARITY.value}
            return {"same": "conflicts", "conflicts": "same" if polar else "other"}.get(kinship, kinship)
        return kinship

    @property
    def languages(self) -> str:
        """The two claims' languages in order."""
        return language_pair(self.pair)


def gather_examples(stories: Sequence[Story]) -> list[Example]:
    """Return the candidate pairs within each story, and between each story and the next.

    The gate on publication dates is lifted: stories far apart in time lend each other negatives.
    """
    kept, alignment.FAR_PUBLICATION_DAYS = alignment.FAR_PUBLICATION_DAYS, 10**6
    try:
        following = [*stories[1:], stories[0]]
        return [
            example
            for story, after in zip(stories, following, strict=True)
            for example in _of_two_stories(story, after)
        ]
    finally:
        alignment.FAR_PUBLICATION_DAYS = kept


def _of_two_stories(story: Story, following: Story) -> Iterator[Example]:
    ours = {claim.id for claim in story.claims}
    others = () if following is story else following.claims
    for pair in find_pairs([*story.claims, *others]):
        ids = frozenset((pair.a.record.id, pair.b.record.id))
        if ids & ours:
            names = frozenset({story.name} if ids <= ours else {story.name, following.name})
            yield Example(pair, names, story.links.get(ids, NONE))


def read_examples(examples: Sequence[Example], network: PairReader) -> list[Example]:
    """Return the examples with what the network reads in them, and the signs for the fit."""
    readings = network.read([(e.pair.a.record.text, e.pair.b.record.text) for e in examples])
    return [
        replace(example, reading=reading, signs=pair_signs(example.pair, reading))
        for example, reading in zip(examples, readings, strict=True)
    ]


def told_apart_by(example: Example) -> SlotKind | None:
    """Return the particular by which the comparison tells the two apart."""
    difference = difference_of(example.pair)
    return difference.kind if difference else None


def wanted(examples: Sequence[Example]) -> list[int]:
    """Return each example's kinship as an index into `KINSHIPS`."""
    return [KINSHIPS.index(example.kinship) for example in examples]
