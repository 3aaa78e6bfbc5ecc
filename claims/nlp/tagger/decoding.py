"""From the network's scores to attributions: runs, contents with their cue, cues with their source."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.nlp.tagger.heads import MODALITIES, Heads
from claims.nlp.tagger.labels import LABELS, Run, begin, runs_of
from claims.nlp.tagger.lattice import best_labels, label_chances
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
    logits from which a source, and a content that another cue has already, are taken.
    """

    begin_bias: float = 0.5
    source_floor: float = -1.0
    second_floor: float = 1.0
    loose: bool = False


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
    inner = [run for run in inner if _is_held(run, outer)]
    decoder = _Decoder(pieces, readout, heads, settings, chances, labels)
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


def _is_held(run: Run, outer: list[Run]) -> bool:
    return any(role == "content" and first <= run[1] and run[2] <= last for role, first, last in outer)


@dataclass(frozen=True, slots=True)
class _Decoder:
    pieces: Pieces
    readout: Readout
    heads: Heads
    settings: Settings
    chances: NDArray[np.float32]
    labels: NDArray[np.int64]

    def read(self, runs: list[Run], sources_from: list[Run], *, level: int) -> list[Tagged]:
        """Return the attributions among `runs`, whose sources may stand among `sources_from`."""
        cues = [run for run in runs if run[0] == "cue"]
        contents = [run for run in runs if run[0] == "content"]
        sources = [run for run in sources_from if run[0] == "source"]
        between = Between(self.pieces, runs)
        owned = self._contents(contents, cues, between)
        given = self._sources(sources, cues, between)
        linked = [_Linked(cues[k], parts, given[k]) for k, parts in owned.items() if parts]
        found = self._attributions(linked, level)
        if self.settings.loose:
            taken = {run for parts in owned.values() for run, _ in parts}
            found += [self._bare(run, level) for run in contents if run not in taken]
        return found

    def _contents(self, contents: list[Run], cues: list[Run], between: Between) -> dict[int, _Parts]:
        """Return the contents of each cue with their logits; a cue left without takes the likeliest too."""
        logits = self._logits(contents, cues, between, _FARTHEST)
        owned: dict[int, _Parts] = {number: [] for number in range(len(cues))}
        for row, run in enumerate(contents):
            best = int(logits[row].argmax()) if cues else 0
            if cues and np.isfinite(logits[row, best]):
                owned[best].append((run, float(logits[row, best])))
        for number in (k for k, parts in owned.items() if not parts and contents):
            row = int(logits[:, number].argmax())
            if logits[row, number] > self.settings.second_floor:
                owned[number].append((contents[row], float(logits[row, number])))
        return owned

    def _sources(
        self, sources: list[Run], cues: list[Run], between: Between
    ) -> list[tuple[Run | None, float]]:
        """Return the source of each cue, None where none is likely enough, and the best one's logit."""
        floor = self.settings.source_floor
        if not sources:
            return [(None, floor)] * len(cues)
        logits = self._logits(sources, cues, between, _FARTHEST_SOURCE)
        best = logits.argmax(axis=0)
        found = [(sources[row], float(logits[row, number])) for number, row in enumerate(best.tolist())]
        return [(run if logit > floor else None, logit) for run, logit in found]

    def _logits(
        self, runs: list[Run], cues: list[Run], between: Between, farthest: int
    ) -> NDArray[np.float32]:
        """Return the logit of each run with each cue, minus infinity where they are too far apart."""
        table = np.full((len(runs), len(cues)), -np.inf, np.float32)
        if not runs or not cues:
            return table
        where, at = places(runs), places(cues)
        near = np.nonzero(np.abs(where[:, None, 0] - at[None, :, 0]) <= farthest)
        pairs = (where[near[0]], at[near[1]])
        if len(near[0]):
            facts = between.facts(*pairs)
            table[near] = self.heads.pair_scores(runs[0][0], self.readout.vectors, pairs, facts)
        return table

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
            link_chance=_chance(min(own for _, own in linked.parts)),
            source_chance=_chance(logit if source else -logit),
            modality=dict(zip(MODALITIES, modality, strict=True)),
        )

    def _bare(self, run: Run, level: int) -> Tagged:
        return Tagged((run,), None, None, level, self._run_chance(run, level), 0.0, 0.0, 0.0, {})

    def _run_chance(self, run: Run, level: int) -> float:
        """Return the mean probability of the run's labels, and of its ending where it does, as one number."""
        _, first, last = run
        own = self.chances[np.arange(first, last), level, self.labels[level, first:last]].mean()
        after = 1.0 if last >= len(self.pieces) else 1 - float(self._goes_on(run, level))
        return float(np.sqrt(own * after))

    def _goes_on(self, run: Run, level: int) -> float:
        return float(self.chances[run[2], level, begin(run[0]) + 1])


def _chance(logit: float) -> float:
    return float(1 / (1 + np.exp(-min(max(logit, -_SURE), _SURE))))
