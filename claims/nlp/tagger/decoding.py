"""From the network's scores to attributions: runs, contents with their cue, cues with their source."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.nlp.tagger.heads import MODALITIES, Heads
from claims.nlp.tagger.labels import LABELS, Run, begin, runs_of
from claims.nlp.tagger.lattice import best_labels, label_chances
from claims.nlp.tagger.links import Linker
from claims.nlp.tagger.nearness import Between, places
from claims.nlp.tagger.pieces import Pieces
from claims.nlp.types import Modality

_FARTHEST = 400
"""Pieces beyond which a run has no cue: longer than any quotation over paragraphs in the training texts."""

_FARTHEST_SOURCE = 200

_SURE = 20.0
"""A logit beyond which a chance is certain in single precision."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices of decoding, made on development articles only.

    `begin_bias` is added to the scores of labels that begin a run; `source_floor` and `second_floor` are the
    logits from which a source, and a content that another cue has already, are taken. The two sharpnesses say
    how much farther from nothing the network's logits are than those that the vote was fitted on; they change
    the chances, not what is read.
    """

    begin_bias: float = 0.5
    source_floor: float = -1.0
    second_floor: float = 1.0
    loose: bool = False
    link_sharpness: float = 1.0
    source_sharpness: float = 1.0


@dataclass(frozen=True, slots=True)
class Tagged:
    """One attribution as runs of pieces, with what the network thought of each part, all in [0, 1].

    `content_chance` is the mean probability of the content's labels, `link_chance` that of its cue,
    `source_chance` that the source (or its absence) is right; none of them is calibrated.
    """

    contents: tuple[Run, ...]
    cue: Run | None
    source: Run | None
    level: int
    content_chance: float
    cue_chance: float
    link_chance: float
    source_chance: float
    modality: dict[Modality, float]


@dataclass(frozen=True, slots=True)
class Readout:
    """What the network says of one text: scores (n, 2, 7) and link vectors (n, 96)."""

    scores: NDArray[np.float32]
    vectors: NDArray[np.float32]


def decode(pieces: Pieces, readout: Readout, heads: Heads, settings: Settings) -> list[Tagged]:
    """Return the attributions of both levels in the order of their contents."""
    if not len(pieces):
        return []
    bias = np.zeros(len(LABELS), np.float32)
    bias[[begin(role) for role in ("content", "cue", "source")]] = settings.begin_bias
    scores = readout.scores + bias
    labels = best_labels(scores, heads.steps)
    chances = label_chances(scores, heads.steps)
    outer, inner = (runs_of(level) for level in labels)
    decoder = _Decoder(pieces, readout, heads, settings, chances, _sums(chances, labels))
    inner = _held(inner, outer)
    found = decoder.read(outer, outer, level=0) + decoder.read(inner, [*inner, *outer], level=1)
    return sorted(found, key=lambda tagged: (tagged.contents[0][1], tagged.level))


_Parts = list[tuple[Run, float]]
"""Contents with the logits of their cue."""


@dataclass(frozen=True, slots=True)
class _Linked:
    """A cue with its contents and, if it has one, its source; each with its logit."""

    cue: Run
    parts: _Parts
    source: tuple[Run | None, float]


def _sums(chances: NDArray[np.float32], labels: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return, for each level, the chances of the labels summed up to each place, shape (levels, n + 1)."""
    own = np.take_along_axis(chances, labels.T[..., None], axis=2)[..., 0].T
    return np.pad(own.cumsum(axis=1, dtype=np.float64), ((0, 0), (1, 0)))


def _held(inner: Sequence[Run], outer: Sequence[Run]) -> list[Run]:
    """Return the inner runs that stand inside a content of the outer level; both are in text order."""
    contents = [run for run in outer if run[0] == "content"]
    starts = [first for _, first, _ in contents]
    around = ((run, bisect_right(starts, run[1]) - 1) for run in inner)
    return [run for run, place in around if place >= 0 and run[2] <= contents[place][2]]


@dataclass(frozen=True, slots=True)
class _Decoder:
    pieces: Pieces
    readout: Readout
    heads: Heads
    settings: Settings
    chances: NDArray[np.float32]
    sums: NDArray[np.float64]

    def read(self, runs: list[Run], sources_from: list[Run], *, level: int) -> list[Tagged]:
        """Return the attributions among `runs`, whose sources may stand among `sources_from`."""
        cues = [run for run in runs if run[0] == "cue"]
        contents = [run for run in runs if run[0] == "content"]
        sources = [run for run in sources_from if run[0] == "source"]
        linker = Linker(self.heads, self.readout.vectors, Between(self.pieces, runs))
        owned = self._contents(contents, cues, linker)
        given = self._sources(sources, cues, linker)
        linked = [_Linked(cues[k], parts, given[k]) for k, parts in owned.items() if parts]
        found = self._attributions(linked, level)
        if self.settings.loose:
            taken = {run for parts in owned.values() for run, _ in parts}
            found += [self._bare(run, level) for run in contents if run not in taken]
        return found

    def _contents(self, contents: list[Run], cues: list[Run], linker: Linker) -> dict[int, _Parts]:
        """Return the contents of each cue with their logits; a cue left without takes the likeliest too."""
        links = linker.links(contents, cues, _FARTHEST)
        owned: dict[int, _Parts] = {number: [] for number in range(len(cues))}
        for which, (cue, logit) in links.of_runs().items():
            owned[cue].append((contents[which], logit))
        for cue, (which, logit) in links.of_cues().items():
            if not owned[cue] and logit > self.settings.second_floor:
                owned[cue].append((contents[which], logit))
        return owned

    def _sources(self, sources: list[Run], cues: list[Run], linker: Linker) -> list[tuple[Run | None, float]]:
        """Return the source of each cue, None where none is likely enough, and the best one's logit."""
        floor = self.settings.source_floor
        if not sources:
            return [(None, floor)] * len(cues)
        best = linker.links(sources, cues, _FARTHEST_SOURCE).of_cues()
        found = [best.get(cue, (0, -np.inf)) for cue in range(len(cues))]
        return [(sources[which] if logit > floor else None, logit) for which, logit in found]

    def _attributions(self, linked: list[_Linked], level: int) -> list[Tagged]:
        if not linked:
            return []
        firsts = places([min((run for run, _ in one.parts), key=lambda r: r[1]) for one in linked])
        rows = self.heads.modality_chances(self.readout.vectors, firsts, places([one.cue for one in linked]))
        return [self._tagged(one, row, level) for one, row in zip(linked, rows.tolist(), strict=True)]

    def _tagged(self, linked: _Linked, modality: list[float], level: int) -> Tagged:
        contents = tuple(run for run, _ in sorted(linked.parts, key=lambda part: part[0][1]))
        source, logit = linked.source
        return Tagged(
            contents=contents,
            cue=linked.cue,
            source=source,
            level=level,
            content_chance=min(self._run_chance(run, level) for run in contents),
            cue_chance=self._run_chance(linked.cue, level),
            link_chance=_chance(min(own for _, own in linked.parts) / self.settings.link_sharpness),
            source_chance=_chance((logit if source else -logit) / self.settings.source_sharpness),
            modality=dict(zip(MODALITIES, modality, strict=True)),
        )

    def _bare(self, run: Run, level: int) -> Tagged:
        return Tagged((run,), None, None, level, self._run_chance(run, level), 0.0, 0.0, 0.0, {})

    def _run_chance(self, run: Run, level: int) -> float:
        """Return the mean probability of the run's labels, and of its ending where it does, as one number."""
        _, first, last = run
        own = (self.sums[level, last] - self.sums[level, first]) / (last - first)
        after = 1.0 if last >= len(self.pieces) else 1 - float(self._goes_on(run, level))
        return float(np.sqrt(own * after))

    def _goes_on(self, run: Run, level: int) -> float:
        return float(self.chances[run[2], level, begin(run[0]) + 1])


def _chance(logit: float) -> float:
    return float(1 / (1 + np.exp(-min(max(logit, -_SURE), _SURE))))
