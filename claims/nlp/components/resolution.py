"""Resolving pronouns, dropped subjects and descriptions to the speakers whom the article names."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from claims.nlp.components.antecedents import Antecedents
from claims.nlp.components.full_names import full_name_of, word_places
from claims.nlp.components.memory import NAMED_IN_PLACE, Found, Memory, anchor_of
from claims.nlp.components.mentions import mentions_of
from claims.nlp.components.names import in_full, is_object, is_plausible, name_source, names_by_phrase
from claims.nlp.components.naming import Naming
from claims.nlp.components.speakers import Speaker
from claims.nlp.components.stances import stance_of
from claims.nlp.components.subjects_unsaid import UnsaidSubjects
from claims.nlp.lexicon import load_language
from claims.nlp.source_phrases import Phrase, folded_words
from claims.nlp.tokens import fold, tokenize
from claims.nlp.types import (
    Attribution,
    AttributionForm,
    Document,
    Hop,
    Origin,
    SourceKind,
    Span,
    Stance,
    joined_text,
)

_NAME_REACH = 90
"""Code points after a source span in which the name of the official whom it describes is looked for."""

_AGENT_REACH = 4
"""Code points after a passive cue in which its agent would begin."""

_LONGEST_SOURCE = 250
"""Code points from a source's first to its last piece; pieces farther apart are named by the first."""

_ISSUER_ENDS = "\n,.،;؛:"
"""Marks at which the words after a document's name end."""


class SourceResolver:
    """Writes `origins` and `mentions`: each attribution's speaker, under the name that the article gives."""

    name = "origins"
    reads = frozenset({"text", "language", "sentences", "attributions", "credit"})
    writes = frozenset({"origins", "mentions"})

    def __call__(self, document: Document) -> Document:
        """Return `document` with one origin for each attribution, in the same order."""
        discourse = Discourse(document)
        found = [discourse.read(index) for index in range(len(document.attributions))]
        origins = tuple(
            _origin(document, attribution, speaker, relays)
            for attribution, (speaker, relays) in zip(document.attributions, found, strict=True)
        )
        mentions = mentions_of(document.text, discourse.memory.speakers, origins, discourse.words)
        return replace(document, origins=origins, mentions=mentions)


def _origin(document: Document, attribution: Attribution, found: Found | None, via: list[Found]) -> Origin:
    cue, stance = joined_text(attribution.cue, document.text), stance_of(attribution)
    return Origin(
        speaker=_hop(found, cue, stance) if found else None,
        relays=tuple(
            _hop(relay, cue, stance if _says(relay, attribution) else Stance.REPORTS) for relay in via
        ),
    )


def _says(relay: Found, attribution: Attribution) -> bool:
    """Tell whether the cue is the relay's own (RADIO confirmed, citing a source), not that of who told it."""
    if relay.span is None or not attribution.source:
        return False
    return relay.span.start < attribution.source[0].start


def _hop(found: Found, cue: str, stance: Stance) -> Hop:
    return Hop(
        name=found.speaker.name,
        kind=found.speaker.kind,
        span=found.span,
        cue=cue,
        inferred=found.reason != NAMED_IN_PLACE,
        reason=found.reason,
        stance=stance,
    )


class Discourse:
    """Reads the sources of one document in order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.memory = Memory(document)
        self.words = self.memory.words
        self.language = load_language(document.language)
        tokens = (token for s in document.sentences for token in tokenize(document.text, s))
        self.whole = Phrase(document.text, tuple(tokens), self.words)
        self.places = {} if self.words.has_capitals else word_places(self.whole)
        self.antecedents = Antecedents(self.memory)
        self.unsaid = UnsaidSubjects(self.memory)
        self.relays: list[list[Found]] = []
        self.full_names: dict[str, str] = {}
        self.body_start = document.sentences[0].start if document.sentences else 0

    def read(self, index: int) -> tuple[Found | None, list[Found]]:
        """Return who makes the attribution with this index, and which outlets its words put between."""
        attribution = self.document.attributions[index]
        self.memory.position = anchor_of(attribution).start
        found = self._speaker(attribution)
        relays = [r for r in map(self._outlet, attribution.relays) if r is not None]
        relays = relays or self._still_told(attribution, found)
        self.relays.append(relays)
        self.memory.spoken.append(found.speaker if found else None)
        if found:
            found.speaker.spoke_at = index
        return found, relays

    def _still_told(self, attribution: Attribution, found: Found | None) -> list[Found]:
        """Return the outlets to which the same speaker, not named again, goes on speaking in a paragraph."""
        if found is None or not self.relays or found.speaker.spoke_at < 0:
            return []
        last = found.speaker.spoke_at
        if any(speaker not in (found.speaker, None) for speaker in self._spoken_since(last)):
            return []
        named = found.span is not None and found.reason == NAMED_IN_PLACE
        if named or (found.speaker.proper and self._is_worded(found)):
            return []
        before = anchor_of(self.document.attributions[last])
        if self.document.text.find("\n", before.end, anchor_of(attribution).start) >= 0:
            return []
        return [Found(speaker, None, "still speaking to it") for speaker in self._heard(last)]

    def _spoken_since(self, last: int) -> Iterator[Speaker | None]:
        """Yield who has spoken after an attribution, whoever relays it left aside."""
        parent = self._relaying(last)
        later = range(last + 1, len(self.memory.spoken))
        return (self.memory.spoken[i] for i in later if i != parent)

    def _relaying(self, index: int) -> int | None:
        """Return the attribution that passes on this very content, None where nobody does."""
        attribution = self.document.attributions[index]
        if attribution.parent is None:
            return None
        same = self.document.attributions[attribution.parent].content == attribution.content
        return attribution.parent if same else None

    def _heard(self, index: int) -> list[Speaker]:
        """Return the outlets to which the speaker of an attribution spoke."""
        parent = self._relaying(index)
        relaying = self.memory.spoken[parent] if parent is not None and parent < len(self.relays) else None
        return [r.speaker for r in self.relays[index]] or ([relaying] if relaying else [])

    def _is_worded(self, found: Found) -> bool:
        """Tell whether the words at this place name or describe their speaker, more than a pronoun does."""
        naming = name_source(self.document.text, found.span, self.words) if found.span else None
        return naming is not None and not naming.pronoun

    def _speaker(self, attribution: Attribution) -> Found | None:
        if attribution.form is AttributionForm.IMPERSONAL and not attribution.source:
            return self.unsaid.still_speaking(attribution)
        if self._is_passive(attribution):
            return None
        if attribution.source:
            first, last = attribution.source[0], attribution.source[-1]
            span = Span(first.start, last.end) if last.end - first.start < _LONGEST_SOURCE else first
            naming = name_source(self.document.text, span, self.words)
            spoken = attribution.form is not AttributionForm.ACCORDING_TO
            if naming and is_plausible(naming, self.words) and not (spoken and is_object(naming, self.words)):
                return self._mention(self._read_on(naming, span, attribution), attribution)
            # Words that hardly name anybody are better than nobody.
            return self.unsaid.dropped(attribution) or (
                self._mention(naming, attribution) if naming else None
            )
        return self.unsaid.dropped(attribution)

    def _is_passive(self, attribution: Attribution) -> bool:
        """Tell a cue whose subject is only spoken of, so that nobody is named who says it (he is said to)."""
        auxiliaries, participles = self.words.passives
        if not auxiliaries or attribution.form is AttributionForm.ACCORDING_TO:
            return False
        norms = [t.norm for s in attribution.cue for t in tokenize(self.document.text, s) if t.is_word]
        passive = any(a in auxiliaries and b in participles for a, b in pairwise(norms))
        behind = Span(attribution.cue[-1].end, attribution.cue[-1].end + _AGENT_REACH) if passive else None
        return behind is not None and not behind.text(self.document.text).strip().startswith("by ")

    def _read_on(self, naming: Naming, span: Span, attribution: Attribution) -> Naming:
        """Return the naming with what follows the source span: a document's issuer, an official's name."""
        if naming.kind is not SourceKind.PERSON or naming.proper or naming.pronoun or not naming.head:
            return self._with_issuer(naming, span, attribution)
        following = [s.start for s in (*attribution.content, *attribution.cue) if s.start >= span.end]
        end = min([span.end + _NAME_REACH, *following])
        longer = name_source(self.document.text, Span(span.start, end), self.words)
        if longer is None or not longer.proper or not longer.given:
            return naming
        between = self.document.text[span.end : longer.span.start].strip()
        called = names_by_phrase(between, self.words)
        return longer if not between or between[-1] in ",،" or called else naming

    def _with_issuer(self, naming: Naming, span: Span, attribution: Attribution) -> Naming:
        """Read on after a document's name, where its issuer may stand outside the source span."""
        if naming.kind is not SourceKind.DOCUMENT or naming.issuer or naming.definite:
            return naming
        end = len(self.document.text) - 1
        for mark in _ISSUER_ENDS:
            end = self.document.text.find(mark, span.end, end) % (end + 1)
        contents = [s.start for s in attribution.content if s.start >= span.end]
        end = self._before_opener(span.end, min([end, *contents]))
        longer = name_source(self.document.text, Span(span.start, max(end, span.end)), self.words)
        return longer if longer and longer.issuer and longer.kind is SourceKind.DOCUMENT else naming

    def _before_opener(self, start: int, end: int) -> int:
        """Return where the words from `start` end before a word that opens a content."""
        tokens = tokenize(self.document.text, Span(start, max(start, end)))
        return next((t.start for t in tokens if t.norm in self.words.openers), end)

    def _mention(self, naming: Naming, attribution: Attribution) -> Found:
        if naming.pronoun:
            return self.unsaid.pronoun(naming, attribution)
        if naming.issuer:
            issuer = name_source(self.document.text, naming.issuer, self.words)
            if issuer and not issuer.pronoun:
                issuer = replace(issuer, name=in_full(issuer.name, self.words))
                found = self._mention(replace(issuer, issuer=None), attribution)
                self.antecedents.issued[naming.head] = found.speaker
                return replace(found, span=naming.issuer, reason="issued what is cited")
        naming = self._in_body(self._as_family(naming))
        if naming.proper:
            return Found(self.memory.speakers.named(self._in_full(naming)), naming.span, NAMED_IN_PLACE)
        return self.antecedents.described(replace(naming, name=in_full(naming.name, self.words)))

    def _as_family(self, naming: Naming) -> Naming:
        """Return a common noun as the family name that it is behind a given name elsewhere (خلف)."""
        noun = naming.kind is SourceKind.PERSON and not (naming.proper or naming.definite or naming.modifiers)
        if self.words.has_capitals or not noun or " " in naming.name:
            return naming
        full = full_name_of(naming.name, self.whole, self.places, self.language)
        given = bool(full) and fold(full.split()[0]) in self.words.given_names
        return (
            replace(naming, name=full, head="", proper=True, given=True, anonymous=False) if given else naming
        )

    def _in_body(self, naming: Naming) -> Naming:
        """Return a headline's short description as the text words it further on, where it speaks again."""
        if naming.span.start >= self.body_start or naming.determined or not naming.head:
            return naming
        if naming.kind is SourceKind.ANONYMOUS:
            return naming
        for attribution in self.document.attributions:
            if not attribution.source or attribution.source[0].start < self.body_start:
                continue
            fuller = name_source(self.document.text, attribution.source[0], self.words)
            if fuller and not fuller.issuer and not fuller.points_back and self._words_more(fuller, naming):
                return replace(fuller, span=naming.span)
        return naming

    def _words_more(self, fuller: Naming, naming: Naming) -> bool:
        """Tell whether one description says all that another says, and more."""
        known = fuller.modifiers | {fuller.head} | set(folded_words(fuller.name, self.words))
        return {naming.head} | naming.modifiers <= known and len(fuller.name) > len(naming.name)

    def _in_full(self, naming: Naming) -> Naming:
        """Return the naming of a bare family name under the name with which the text introduced it."""
        alone = " " not in naming.name and not naming.given and not naming.head
        if self.words.has_capitals or not alone or naming.kind is not SourceKind.PERSON:
            return naming
        words = folded_words(naming.name, self.words)
        if any(s.words[-1:] == words and len(s.words) > 1 for s in self.memory.speakers):
            return naming
        if naming.name not in self.full_names:
            full = full_name_of(naming.name, self.whole, self.places, self.language)
            self.full_names[naming.name] = full
        full = self.full_names[naming.name]
        return replace(naming, name=full, given=True) if full else naming

    def _outlet(self, span: Span) -> Found | None:
        """Return the outlet that a relay's words name."""
        naming = name_source(self.document.text, span, self.words)
        if naming is None:
            return None
        if naming.proper:
            name = in_full(naming.name, self.words)
            outlet = self.memory.speakers.named(replace(naming, name=name, kind=SourceKind.OUTLET))
            outlet.kind = SourceKind.OUTLET if outlet.kind is SourceKind.PERSON else outlet.kind
            return Found(outlet, span, NAMED_IN_PLACE)
        speaker = self.antecedents.outlet(naming)
        return Found(speaker, span, f"“{naming.name}” is {speaker.name}") if speaker else None
