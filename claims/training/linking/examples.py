"""The pairs of stories with what is known of them: what the link models are fitted to."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
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
READERS = 2
"""Threads in which pairs are read: the network's own work lets go of the interpreter."""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair that may be read, the stories its claims come from, and its gold link (`NONE` for none)."""

    pair: Pair
    stories: frozenset[str]
    gold: GoldLink
    reading: PairReading | None = None
    signs: dict[str, float] | None = None

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
    """Return the candidate pairs within each story, and of each story with one article of the next.

    In use, too, most articles that are compared are of one story. The gate on publication dates is lifted:
    stories far apart in time lend each other negatives.
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
    first = following.claims[0].article_id
    others = [c for c in following.claims if c.article_id == first and following is not story]
    for pair in find_pairs([*story.claims, *others]):
        ids = frozenset((pair.a.record.id, pair.b.record.id))
        if ids & ours:
            names = frozenset({story.name} if ids <= ours else {story.name, following.name})
            yield Example(pair, names, story.links.get(ids, NONE))


def read_examples(examples: Sequence[Example], network: PairReader) -> list[Example]:
    """Return the examples with what the network reads in them, and the signs for the fit."""

    def read(example: Example) -> Example:
        [reading] = network.read([(example.pair.a.record.text, example.pair.b.record.text)])
        return replace(example, reading=reading, signs=pair_signs(example.pair, reading))

    with ThreadPoolExecutor(READERS) as threads:
        return list(threads.map(read, examples))


def told_apart_by(example: Example) -> SlotKind | None:
    """Return the particular by which the comparison tells the two apart."""
    difference = difference_of(example.pair)
    return difference.kind if difference else None


def wanted(examples: Sequence[Example]) -> list[int]:
    """Return each example's kinship as an index into `KINSHIPS`."""
    return [KINSHIPS.index(example.kinship) for example in examples]
