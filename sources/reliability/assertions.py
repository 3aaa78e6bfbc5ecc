"""Assertions: who first said which value of which question, as rows and as columns to reckon with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]

NONE = -1
"""The code of an empty label."""


class TieKind(StrEnum):
    """What ties a later assertion to an earlier one."""

    CHAIN = "chain"
    PROPOSED_CHAIN = "proposed_chain"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Assertion:
    """That a source said one value of a question, and when it was first seen to.

    Parameters
    ----------
    question : what the value answers, such as one particular of one event; its values exclude each other.
        Claims that are compatible at different granularity belong to one value or to two questions.
    made_at : when it was first seen, timezone-aware.
    root : whom the source has it from in the end (a source's id, or a key of an unnamed one); "" if itself.
    outlet, owner : who published it, and who owns that; "" where unknown.
    descriptor : how the unnamed person behind it is described ("a security source"); "" if there is none.
    alternatives : how many values the question can have; 0 for as many as were said. Where anything can be
        said (a number, a time, a place), `AutomaticRules.open_alternatives` wrong ones and the right one.

    Notes
    -----
    Only what people accepted or confirmed may become an assertion or a tie of kind `chain`; whoever gathers
    them answers for that. Otherwise errors of the extraction would be charged to the sources (Dong
    et al. 2015, "Knowledge-Based Trust"). A source that changed its mind has one assertion, the last.
    """

    id: str
    source: str
    question: str
    value: str
    made_at: datetime
    root: str = ""
    outlet: str = ""
    owner: str = ""
    descriptor: str = ""
    topic: str = ""
    alternatives: int = 0


@dataclass(frozen=True, slots=True)
class Tie:
    """That the assertion with the id `later` depends on the one with the id `earlier`.

    `strength` of a text tie is the Jaccard resemblance of the two texts' five-word shingles in [0, 1], with
    quotations set aside; for chains it is not read.
    """

    earlier: str
    later: str
    kind: TieKind
    strength: float = 1.0


@dataclass(frozen=True, slots=True)
class KnownValue:
    """How far one value of a question holds by the verdict of people, in [0, 1]."""

    question: str
    value: str
    upheld: float


@dataclass(frozen=True, slots=True)
class CopyPair:
    """Two sources, the chance in [0, 1] that one has its values from the other, and what that rests on.

    Parameters
    ----------
    common : questions of more than two values that both answered.
    shared_false : values that both gave and that people found false.
    questions : the questions of those, for people to look at.
    """

    one: str
    other: str
    probability: float
    common: int
    shared_false: int
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Assertions as arrays, ordered by question, value, moment and id.

    An *answer* is a value of a question. A source that said an answer twice stands here once, with the
    first time; `places` leads from the ids of both to that row.

    Parameters
    ----------
    source, question, answer, root : codes of shape (n_assertions,), into `sources`, `questions`, `answers`
        and the labels of roots; a source that has it from nobody is its own root.
    is_relayed : whether it names another root than its source, shape (n_assertions,).
    outlet, owner, descriptor, topic : the same; `NONE` where there is none. `topics` are the topics' labels.
    moment : microseconds since 1970.
    question_of : the question of each answer, shape (n_answers,).
    said : how many answers each question got, shape (n_questions,).
    alternatives : how many each question can have, at least `said`; shape (n_questions,).
    """

    places: Mapping[str, int]
    sources: Sequence[str]
    questions: Sequence[str]
    answers: Sequence[tuple[str, str]]
    topics: Sequence[str]
    source: Places
    question: Places
    answer: Places
    root: Places
    is_relayed: npt.NDArray[np.bool_]
    outlet: Places
    owner: Places
    descriptor: Places
    topic: Places
    moment: Places
    question_of: Places
    said: Places
    alternatives: Places

    def __len__(self) -> int:
        return len(self.source)


def in_columns(assertions: Iterable[Assertion], *, as_of: datetime | None = None) -> Columns:
    """Return the assertions made by `as_of` as columns, the same whatever their order."""
    rows = [item for item in assertions if as_of is None or item.made_at <= as_of]
    questions, question = coded([item.question for item in rows])
    values, value = coded([item.value for item in rows])
    _, identity = coded([item.id for item in rows])
    people, root = coded([item.root or item.source for item in rows] + [item.source for item in rows])
    root, speaker = np.split(root, [len(rows)])
    moment = np.fromiter((int(item.made_at.timestamp() * 1e6) for item in rows), np.int64, len(rows))
    order = np.lexsort((identity, moment, value, question))
    kept, place_of = _first_of_each(order, speaker, question * max(1, len(values)) + value)
    answers, answer = np.unique((question * max(1, len(values)) + value)[kept], return_inverse=True)
    question_of, value_of = np.divmod(answers, max(1, len(values)))
    said = np.bincount(question_of, minlength=len(questions))
    claimed = np.fromiter((item.alternatives for item in rows), np.int64, len(rows))
    alternatives = said.copy()
    np.maximum.at(alternatives, question, claimed)
    sources, source = np.unique(speaker[kept], return_inverse=True)
    topics, topic = coded([rows[n].topic for n in kept])
    return Columns(
        places=dict(zip((item.id for item in rows), place_of.tolist(), strict=True)),
        sources=[people[n] for n in sources],
        questions=questions,
        answers=[(questions[q], values[v]) for q, v in zip(question_of, value_of, strict=True)],
        topics=topics,
        source=source,
        question=question[kept],
        answer=answer,
        root=root[kept],
        is_relayed=(root != speaker)[kept],
        outlet=_coded_or_none([rows[n].outlet for n in kept]),
        owner=_coded_or_none([rows[n].owner for n in kept]),
        descriptor=_coded_or_none([rows[n].descriptor for n in kept]),
        topic=topic,
        moment=moment[kept],
        question_of=question_of,
        said=said,
        alternatives=alternatives,
    )


def coded(labels: Sequence[str]) -> tuple[list[str], Places]:
    """Return the distinct labels in order, and the place of each label among them."""
    known = sorted(set(labels))
    place = {label: number for number, label in enumerate(known)}
    return known, np.fromiter(map(place.__getitem__, labels), np.int64, len(labels))


def summed(codes: Places, values: Numbers | Places, count: int) -> Numbers:
    """Return the sum of `values` for each code below `count`, added in their order."""
    return np.bincount(codes, values, count).astype(np.float64)


def _coded_or_none(labels: Sequence[str]) -> Places:
    known, codes = coded(labels)
    return codes - 1 if known and not known[0] else codes


def _first_of_each(order: Places, speaker: Places, answer: Places) -> tuple[Places, Places]:
    """Return the rows to keep, in order, and for each row where the one that stands for it is kept."""
    pair = answer * (int(speaker.max(initial=0)) + 1) + speaker
    _, first, group = np.unique(pair[order], return_index=True, return_inverse=True)
    kept_at = np.sort(first)
    ranks = np.argsort(np.argsort(first))
    place_of = np.empty(len(order), dtype=np.int64)
    place_of[order] = ranks[group]
    return order[kept_at], place_of
