"""The vote as components: one reading out of the rules' and the tagger's, and how likely it is right."""

from collections.abc import Sequence
from dataclasses import replace

from claims.nlp.components.attributions import quote_kind
from claims.nlp.stretches import Stretches
from claims.nlp.types import Attribution, AttributionForm, Document, Span, Spans, Voice, Vote
from claims.nlp.voting.model import VoteModel
from claims.nlp.voting.pairing import SAME_CONTENT, Candidate, covered, dice, pair_up, share
from claims.nlp.voting.signs import resolved_signs, signs_of

AGREED = "rules and tagger read this"
ONLY_RULES = "only the rules read this"
ONLY_TAGGER = "only the tagger reads this"

_HELD = 0.9
"""Share of a content inside another, with its cue outside, from which it is only a part of that one."""

_WHOLE = 0.8
"""Overlap from which a reading whose cue stands in the other's content is no part of it but a misreading."""


class Voting:
    """Writes `attributions`: of each statement one reading, chosen part by part, and what both said of it."""

    name = "voting"
    reads = frozenset({"text", "quotes", "read_by_rules", "read_by_tagger"})
    writes = frozenset({"attributions"})

    def __init__(self, model: VoteModel) -> None:
        self.model = model

    def __call__(self, document: Document) -> Document:
        """Return `document` with the attributions that are likely enough, in text order of their cues."""
        kept = []
        for candidate in pair_up(document.read_by_rules, document.read_by_tagger):
            signs = signs_of(candidate)
            chance = self.model.chance("keep", signs)
            if chance >= self.model.floor:
                kept.append((chance, self._reading(document, candidate, signs)))
        chosen = _compatible(kept)
        chosen.sort(key=lambda a: min(span.start for span in a.cue or a.content))
        parents = _without_circles(_with_rules_parents(document.read_by_rules, chosen, parents_of(chosen)))
        return replace(
            document,
            attributions=tuple(replace(a, parent=p) for a, p in zip(chosen, parents, strict=True)),
        )

    def _reading(self, document: Document, candidate: Candidate, signs: dict[str, float]) -> Attribution:
        rules, tagged = candidate.rules, candidate.tagged
        votes = tuple(vote_of(reading) for reading in candidate.readings)
        if rules is None or tagged is None:
            only = candidate.readings[0]
            reason = ONLY_TAGGER if rules is None else ONLY_RULES
            return replace(only, votes=votes, reasons=(reason,))
        by_tagger = {
            part: self.model.chance(part, signs) >= 0.5 for part in ("content", "source", "modality")
        }
        content = tagged.content if by_tagger["content"] else rules.content
        source, cue = (tagged.source, tagged.cue) if by_tagger["source"] else (rules.source, rules.cue)
        cue = _outside(cue or rules.cue, content) or _outside(rules.cue, content) or cue
        return replace(
            rules,
            content=content,
            source=source,
            cue=cue,
            quote=quote_kind(document.text, list(content), document.quotes),
            modality=tagged.modality if by_tagger["modality"] else rules.modality,
            gender=rules.gender if source == rules.source else None,
            number=rules.number if source == rules.source else None,
            votes=votes,
            reasons=(
                AGREED,
                *(f"its {part} as the tagger reads it" for part, theirs in by_tagger.items() if theirs),
            ),
        )


class RulesAlone:
    """Writes `attributions` where there is no tagger: what the rules read, as it stands."""

    name = "rules alone"
    reads = frozenset({"read_by_rules"})
    writes = frozenset({"attributions"})

    def __call__(self, document: Document) -> Document:
        """Return `document` with the rules' attributions and their votes."""
        voted = (replace(a, votes=(vote_of(a),)) for a in document.read_by_rules)
        return replace(document, attributions=tuple(voted))


def vote_of(reading: Attribution) -> Vote:
    """Return what a component read as its vote; the tagger's readings carry theirs."""
    if reading.votes:
        return reading.votes[0]
    return Vote(
        voice=Voice.RULES,
        content=reading.content,
        cue=reading.cue,
        source=reading.source,
        form=reading.form.value,
    )


def _outside(cue: Spans, content: Spans) -> Spans:
    return tuple(span for span in cue if not any(span.overlaps(part) for part in content))


def _compatible(kept: Sequence[tuple[float, Attribution]]) -> list[Attribution]:
    """Return the likeliest readings that do not say the same twice."""
    chosen: list[Attribution] = []
    places: Stretches[Attribution] = Stretches()
    for _, reading in sorted(kept, key=lambda pair: -pair[0]):
        ends = reading.content[0].start, reading.content[-1].end
        if not any(_touch(reading, other) and _repeats(reading, other) for other in places.near(*ends)):
            chosen.append(reading)
            places.put(*ends, reading)
    return chosen


def _touch(one: Attribution, other: Attribution) -> bool:
    return one.content[0].start < other.content[-1].end and other.content[0].start < one.content[-1].end


def _repeats(one: Attribution, other: Attribution) -> bool:
    """Tell whether one reading says what the other says: the same content of one speaker, or a part of it."""
    same_speaker = not one.source or not other.source or share(one.source, other.source) > 0
    if _is_nested(one, other) and dice(one.content, other.content) > _WHOLE:
        return True
    if dice(one.content, other.content) >= SAME_CONTENT and same_speaker:
        return not _is_nested(one, other) or dice(one.content, other.content) > _HELD
    part_of = max(covered(one.content, other.content), covered(other.content, one.content)) > _HELD
    return part_of and same_speaker and not _is_nested(one, other)


def _is_nested(one: Attribution, other: Attribution) -> bool:
    """Tell whether the cue of either stands inside the content of the other."""
    return any(
        covered(inner.cue, outer.content) > _HELD
        for inner, outer in ((one, other), (other, one))
        if inner.cue
    )


def parents_of(attributions: Sequence[Attribution]) -> list[int | None]:
    """Return for each attribution the index of the smallest one whose content holds its cue."""
    parents: list[int | None] = []
    for number, own in enumerate(attributions):
        anchor = (own.cue or own.content)[0]
        first = max(number - 12, 0)
        holders = [
            (sum(span.end - span.start for span in other.content), index)
            for index, other in enumerate(attributions[first : number + 12], start=first)
            if other is not own and _holds(other.content, anchor)
        ]
        parents.append(min(holders)[1] if holders else _wrapper(attributions, number))
    return parents


def _holds(content: Spans, anchor: Span) -> bool:
    if not content[0].start <= anchor.start < content[-1].end:
        return False
    return any(span.contains(anchor) for span in content)


def _with_rules_parents(
    rules: Sequence[Attribution], chosen: Sequence[Attribution], parents: list[int | None]
) -> list[int | None]:
    """Return the parents with those that only the rules know: whom a speaker cites for a content."""
    keys = {reading_key(a.votes[0]): index for index, a in enumerate(chosen)}
    found = list(parents)
    for reading in rules:
        own = keys.get(reading_key(vote_of(reading)))
        if own is None or reading.parent is None or found[own] is not None:
            continue
        holder = keys.get(reading_key(vote_of(rules[reading.parent])))
        found[own] = holder if holder != own else None
    return found


def _without_circles(parents: Sequence[int | None]) -> list[int | None]:
    """Return the parents without those that close a circle: two readings may hold each other's cue."""
    found: list[int | None] = []
    for own, parent in enumerate(parents):
        above = parent
        while above is not None and above < own:
            above = found[above]
        found.append(None if above == own else parent)
    return found


def _wrapper(attributions: Sequence[Attribution], number: int) -> int | None:
    """Return an according-to reading of the very same content: it relays what the other says."""
    own = attributions[number]
    if own.form is AttributionForm.ACCORDING_TO:
        return None
    first = max(number - 6, 0)
    for index, other in enumerate(attributions[first : number + 6], start=first):
        same = other is not own and dice(other.content, own.content) > _HELD
        if same and other.form is AttributionForm.ACCORDING_TO and other.source:
            return index
    return None


class Weighing:
    """Writes the `probability` of each attribution: how likely content and originator are right."""

    name = "weighing"
    reads = frozenset({"read_by_rules", "read_by_tagger", "attributions", "origins"})
    writes = frozenset({"attributions"})

    def __init__(self, model: VoteModel) -> None:
        self.model = model

    def __call__(self, document: Document) -> Document:
        """Return `document` with a calibrated probability at each attribution."""
        weighed = tuple(
            replace(attribution, probability=round(self.model.chance("right", signs), 4))
            for attribution, signs in zip(document.attributions, final_signs(document), strict=True)
        )
        return replace(document, attributions=weighed)


def final_signs(document: Document) -> list[dict[str, float]]:
    """Return the signs of each attribution once its source is resolved."""
    candidates = {
        reading_key(vote): candidate
        for candidate in pair_up(document.read_by_rules, document.read_by_tagger)
        for vote in map(vote_of, candidate.readings)
    }
    return [
        signs_of(candidates[reading_key(attribution.votes[0])]) | resolved_signs(attribution, origin)
        for attribution, origin in zip(document.attributions, document.origins, strict=True)
    ]


def reading_key(vote: Vote) -> tuple[Voice, Spans, Spans, Spans]:
    """Return what tells a component's reading from its others."""
    return vote.voice, vote.content, vote.cue, vote.source
