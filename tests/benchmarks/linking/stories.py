"""How rightly articles are put into stories: as they come in, and after the night.

Three collections. "Told": the invented stories that the weights of grouping were fitted on, as
claims without their articles. "Look-alikes": events of the same kind elsewhere, in short articles
that nothing was fitted on or chosen by, alone and among all the others. "Articles": whole
articles of the sample and blind stories, through the product's own pipeline.
"""

import json
import os
import random
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from statistics import mean

from claims.linking.encoder import OnnxEncoder
from claims.linking.grouping.evidence import weigh
from claims.linking.grouping.joining import choose_story, drawn_along
from claims.linking.grouping.regrouping import STRONG, regroup
from claims.linking.grouping.types import Known, Member
from claims.linking.linker import Linker
from claims.linking.relating.network import RelationNetwork
from claims.training.grouping import FOLDERS, Collection, read_collection
from claims.training.linking.stories import ENCODER, RELATIONS
from tests.benchmarks.figures import Figure

HERE = Path(__file__).parent
ROOT = HERE.parent.parent.parent
LOOKALIKES = HERE / "lookalikes"
SEEDS = range(8)
"""Orders of arrival: the mean and the worst of them are told."""
TARGET = 0.80
"""B-cubed F1 that the design asks for."""

Groups = Mapping[str, str]


def measure() -> Iterator[Figure]:
    """Yield B-cubed and pair F1 online and after the night, and how often a single edge merged two groups."""
    encoder = OnnxEncoder(ENCODER)
    linker = Linker(RelationNetwork(RELATIONS, ENCODER))
    for name, folders, moved in (
        ("told stories", [FOLDERS[0]], True),
        ("look-alikes, held out", [LOOKALIKES], False),
        ("all together", [*FOLDERS, LOOKALIKES], True),
    ):
        yield from _measured(name, read_collection(folders, encoder, linker=linker, move_dates=moved))
    for name, folder in (
        ("samples", ROOT / "claims" / "samples" / "stories"),
        ("blind", ROOT / "tests" / "benchmarks" / "stories"),
    ):
        yield from _of_the_product(name, folder)


def _measured(name: str, collection: Collection) -> Iterator[Figure]:
    online, nights, edges = [], [], 0
    for seed in SEEDS:
        groups = arrive(collection, seed)
        online.append(groups)
        nights.append(night(collection, groups))
        edges += single_edge_mergers(collection, groups, nights[-1])
    for when, found in (("online", online), ("after the night", nights)):
        cubed = [b_cubed_f1(groups, collection.truth) for groups in found]
        yield Figure(f"{name}, {when}: B-cubed F1, mean of {len(SEEDS)} orders", mean(cubed), TARGET)
        yield Figure(f"{name}, {when}: B-cubed F1, worst order", min(cubed))
        pairs = [pair_f1(groups, collection.truth) for groups in found]
        yield Figure(f"{name}, {when}: pair F1, mean", mean(pairs))
    yield Figure(f"{name}: groups merged on a single edge", float(edges), 0.0, at_least=False)


def arrive(collection: Collection, seed: int) -> dict[str, str]:
    """Return the story of each article when all have come in, in a random order."""
    order = list(collection.members)
    random.Random(seed).shuffle(order)
    stories: dict[str, list[Member]] = {}
    for number, member in enumerate(order):
        joining = choose_story(member, stories, collection.known)
        name = joining.story if joining else f"story-{number:03d}"
        stories.setdefault(name, []).append(member)
        lone = {other: theirs[0] for other, theirs in stories.items() if len(theirs) == 1 and other != name}
        drawn = {other.id for other, _ in drawn_along(stories[name], lone, collection.known)}
        for other in [other for other, found in lone.items() if found.id in drawn]:
            stories[name] += stories.pop(other)
    return {member.id: name for name, members in stories.items() for member in members}


def night(collection: Collection, groups: Groups) -> dict[str, str]:
    """Return the story of each article after the nightly grouping."""
    members = [replace(member, story=groups[member.id]) for member in collection.members]
    return dict(regroup(members, collection.known).stories)


def single_edge_mergers(collection: Collection, before: Groups, after: Groups) -> int:
    """Return how many stories of two articles or more were merged with others on one strong pair or none.

    Taken from the evidence itself, not from what the grouping says of its reasons.
    """
    parts: dict[str, dict[str, list[Member]]] = defaultdict(lambda: defaultdict(list))
    for member in collection.members:
        parts[after[member.id]][before[member.id]].append(member)
    cores = [
        (core, [member for other in merged.values() if other is not core for member in other])
        for merged in parts.values()
        for core in sorted(merged.values(), key=len)[:-1]
        if len(core) > 1
    ]
    return sum(_strong_pairs(core, rest, collection.known) < 2 for core, rest in cores)


def _strong_pairs(one: Sequence[Member], other: Sequence[Member], known: Known) -> int:
    return sum(weigh(a, b, known).chance >= STRONG for a in one for b in other)


def b_cubed_f1(found: Groups, truth: Groups) -> float:
    """Return the harmonic mean of B-cubed precision and recall (Bagga and Baldwin 1998)."""
    precision = _mean_share(found, truth)
    recall = _mean_share(truth, found)
    return 2 * precision * recall / (precision + recall)


def _mean_share(groups: Groups, other: Groups) -> float:
    """Return the mean, over articles, of the share of its group that is with it in the other too."""
    held: dict[str, list[str]] = defaultdict(list)
    for article, group in groups.items():
        held[group].append(article)
    shares = [
        sum(other[mate] == other[article] for mate in held[group]) / len(held[group])
        for article, group in groups.items()
    ]
    return sum(shares) / len(shares)


def pair_f1(found: Groups, truth: Groups) -> float:
    """Return F1 over pairs of articles: those of one story belong together."""
    pairs = [(truth[a] == truth[b], found[a] == found[b]) for a, b in combinations(sorted(truth), 2)]
    right = sum(belong and together for belong, together in pairs)
    return 2 * right / max(1, sum(belong for belong, _ in pairs) + sum(together for _, together in pairs))


def _of_the_product(name: str, folder: Path) -> Iterator[Figure]:
    """Work a folder through in a process of its own, and look at its stories before and after the night."""
    command = [sys.executable, "-m", "tests.benchmarks.linking.stories_run", str(folder)]
    run = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT, env=dict(os.environ))
    found = json.loads(run.stdout.strip().splitlines()[-1])
    for when in ("online", "after the night"):
        cubed = b_cubed_f1(found[when], found["truth"])
        yield Figure(f"{name} articles, {when}: B-cubed F1", cubed, TARGET)
        yield Figure(f"{name} articles, {when}: pair F1", pair_f1(found[when], found["truth"]))
