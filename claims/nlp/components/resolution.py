"""Resolving pronouns, dropped subjects and descriptions to the speakers whom the article names."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from claims.nlp.components.background import introduce_speakers
from claims.nlp.components.names import Naming, is_object, is_plausible, name_source
from claims.nlp.components.speakers import Speaker, Speakers
from claims.nlp.components.stances import stance_of
from claims.nlp.languages.sources import source_words
from claims.nlp.source_phrases import folded_words
from claims.nlp.tokens import tokenize
from claims.nlp.types import (
    Attribution,
    AttributionForm,
    Credit,
    Document,
    Hop,
    Origin,
    SourceKind,
    Span,
    Stance,
    joined_text,
)

_SUBJECT_WORDS = 8
"""Words at the head of a content that can be the subject to which a later pronoun points."""

_TOPIC_REACH = 30
"""Code points from a sentence's start in which its topic is named (As for the front, it renewed its call)."""

_SUBJECT_REACH = 20
"""Code points between a subject and the cue without source that follows it."""

_NAME_REACH = 90
"""Code points after a source span in which the name of the official whom it describes is looked for."""

_LONGEST_SOURCE = 250
"""Code points from a source's first to its last piece; pieces farther apart are named by the first."""

_ISSUER_ENDS = ",.،;؛:\n"
"""Marks at which the words after a document's name end."""

_BODIES = frozenset({SourceKind.ORGANISATION, SourceKind.OUTLET})

_NAMED_IN_PLACE = "named here"


@dataclass(frozen=True, slots=True)
class _Found:
    """The speaker of one mention, the words that name it here, and why it is taken to be the speaker."""

    speaker: Speaker
    span: Span | None
    reason: str


class SourceResolver:
    """Writes `origins`: for each attribution its speaker, under the name that the article itself gives."""

    name = "origins"
    reads = frozenset({"text", "language", "sentences", "attributions", "credit"})
    writes = frozenset({"origins"})

    def __call__(self, document: Document) -> Document:
        """Return `document` with one origin for each attribution, in the same order."""
        discourse = Discourse(document)
        found = [discourse.read(index) for index in range(len(document.attributions))]
        origins = tuple(
            _origin(document, attribution, speaker, relays)
            for attribution, (speaker, relays) in zip(document.attributions, found, strict=True)
        )
        return replace(document, origins=origins)


def _origin(document: Document, attribution: Attribution, found: _Found | None, via: list[_Found]) -> Origin:
    cue, stance = joined_text(attribution.cue, document.text), stance_of(attribution)
    return Origin(
        speaker=_hop(found, cue, stance) if found else None,
        relays=tuple(
            _hop(relay, cue, stance if _says(relay, attribution) else Stance.REPORTS) for relay in via
        ),
    )


def _says(relay: _Found, attribution: Attribution) -> bool:
    """Tell whether the cue is the relay's own (RADIO confirmed, citing a source), not that of who told it."""
    if relay.span is None or not attribution.source:
        return False
    return relay.span.start < attribution.source[0].start


def _hop(found: _Found, cue: str, stance: Stance) -> Hop:
    return Hop(
        name=found.speaker.name,
        kind=found.speaker.kind,
        span=found.span,
        cue=cue,
        inferred=found.reason != _NAMED_IN_PLACE,
        reason=found.reason,
        stance=stance,
    )


class Discourse:
    """What a reader holds in mind: who has been introduced, who spoke last."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = source_words(document.language)
        self.speakers = Speakers(self.words)
        self.position = 0
        self.spoken: list[Speaker | None] = []
        self.issued: dict[str, Speaker] = {}
        introduce_speakers(document, self.speakers)
        self.credited = self._credited(document.credit)

    def _credited(self, credit: Credit) -> Speaker | None:
        if not credit.republished_from:
            return None
        span = credit.spans[0]
        return self.speakers.named(
            Naming(name=credit.republished_from, span=span, kind=SourceKind.OUTLET, proper=True, number="s")
        )

    def read(self, index: int) -> tuple[_Found | None, list[_Found]]:
        """Return who makes the attribution with this index, and which outlets its words put between."""
        attribution = self.document.attributions[index]
        self.position = _anchor(attribution).start
        found = self._speaker(attribution)
        relays = [r for r in map(self._outlet, attribution.relays) if r is not None]
        self.spoken.append(found.speaker if found else None)
        if found:
            found.speaker.spoke_at = index
        return found, relays

    def _speaker(self, attribution: Attribution) -> _Found | None:
        if attribution.form is AttributionForm.IMPERSONAL and not attribution.source:
            return None
        if attribution.source:
            first, last = attribution.source[0], attribution.source[-1]
            span = Span(first.start, last.end) if last.end - first.start < _LONGEST_SOURCE else first
            naming = name_source(self.document.text, span, self.words)
            spoken = attribution.form is not AttributionForm.ACCORDING_TO
            if naming and is_plausible(naming, self.words) and not (spoken and is_object(naming, self.words)):
                return self._mention(self._read_on(naming, span, attribution), attribution)
        return self._dropped(attribution)

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
        return longer if not between or between[-1] in ",،" else naming

    def _with_issuer(self, naming: Naming, span: Span, attribution: Attribution) -> Naming:
        """Read on after a document's name, where its issuer may stand outside the source span."""
        if naming.kind is not SourceKind.DOCUMENT or naming.issuer or naming.definite:
            return naming
        end = min(self.document.text.find(mark, span.end) % len(self.document.text) for mark in _ISSUER_ENDS)
        contents = [s.start for s in attribution.content if s.start >= span.end]
        end = self._before_opener(span.end, min([end, *contents]))
        longer = name_source(self.document.text, Span(span.start, max(end, span.end)), self.words)
        return longer if longer and longer.issuer and longer.kind is SourceKind.DOCUMENT else naming

    def _before_opener(self, start: int, end: int) -> int:
        """Return where the words from `start` end before a word that opens a content."""
        tokens = tokenize(self.document.text, Span(start, max(start, end)))
        return next((t.start for t in tokens if t.norm in self.words.openers), end)

    def _mention(self, naming: Naming, attribution: Attribution) -> _Found:
        if naming.pronoun:
            return self._pronoun(naming, attribution)
        if naming.issuer:
            issuer = name_source(self.document.text, naming.issuer, self.words)
            if issuer and not issuer.pronoun:
                found = self._mention(replace(issuer, issuer=None), attribution)
                self.issued[naming.head] = found.speaker
                return replace(found, span=naming.issuer, reason="issued what is cited")
        if naming.proper:
            return _Found(self.speakers.named(naming), naming.span, _NAMED_IN_PLACE)
        return self._described(naming)

    def _described(self, naming: Naming) -> _Found:
        same = self.speakers.by_words(tuple(self._content_words(naming)), naming)
        if same and same.proper:
            return _Found(same, naming.span, f"short for {same.name}")
        antecedent = self._antecedent(naming)
        if antecedent:
            self._lengthen(antecedent, naming)
            return _Found(antecedent, naming.span, f"“{naming.name}” describes {antecedent.name}")
        known = next((s for s in self.speakers if s.name == naming.name), None)
        return _Found(known or self.speakers.add(self._unnamed(naming)), naming.span, _NAMED_IN_PLACE)

    def _lengthen(self, speaker: Speaker, naming: Naming) -> None:
        """Give an organisation the fuller of two descriptions, or that of the place where it speaks."""
        words = folded_words(naming.name, self.words)
        plain = (
            naming.kind in _BODIES and speaker.kind in _BODIES and not naming.points_back and len(words) > 1
        )
        only_mentioned = speaker.spoke_at < 0 and not speaker.proper and set(words) < set(speaker.words)
        if plain and (only_mentioned or set(speaker.words) < set(words)):
            speaker.name, speaker.words = naming.name, words

    def _unnamed(self, naming: Naming) -> Naming:
        """Return the naming of a person whom the text never identifies, neither by name nor by office."""
        plain = naming.kind is SourceKind.PERSON and naming.head and not naming.modifiers
        unknown = plain and naming.head not in self.words.office_heads
        return replace(naming, anonymous=True) if unknown else naming

    def _content_words(self, naming: Naming) -> list[str]:
        """Return the words of a definite description, which may be a short name (the Front, الجبهة)."""
        if not naming.definite or naming.modifiers:
            return []
        return [naming.head] if naming.head else []

    def _antecedent(self, naming: Naming) -> Speaker | None:
        """Return the earlier speaker to whom a definite description points."""
        if not (naming.definite or naming.points_back):
            return None
        if naming.kind is SourceKind.DOCUMENT:
            return self.issued.get(naming.head) or self._writer(naming) or self._issuer()
        if naming.points_back and naming.head in self.words.anonymous_heads | self.words.generic_heads:
            last = self._last(lambda s: s.kind in (SourceKind.PERSON, SourceKind.ANONYMOUS))
            if last or naming.head in self.words.anonymous_heads:
                return last or self._issuer()
        return self.speakers.described(naming) or self._of_its_kind(naming)

    def _writer(self, naming: Naming) -> Speaker | None:
        """Return the person named last before a letter or post that nobody else has issued."""
        personal = naming.head in self.words.personal_documents
        return self._last_mentioned(SourceKind.PERSON) if personal else None

    def _issuer(self) -> Speaker | None:
        """Return who issued the statement that the text goes on citing."""
        return (
            self._last(lambda s: s.kind in _BODIES)
            or self._last(lambda s: s.kind is SourceKind.DOCUMENT)
            or self._last(lambda s: s.kind is not SourceKind.ANONYMOUS)
            or self._last_mentioned(SourceKind.ORGANISATION)
        )

    def _of_its_kind(self, naming: Naming) -> Speaker | None:
        """Return the last who spoke of the kind that a description without further sign names."""
        if naming.kind is SourceKind.OUTLET:
            return self._last_outlet()
        if naming.modifiers and not naming.points_back:
            return None
        if naming.kind is SourceKind.ANONYMOUS and naming.head in self.words.anonymous_heads:
            return self._last(lambda s: s.kind is SourceKind.ANONYMOUS or s.number == "p")
        if naming.head in self.words.anonymous_heads:
            return self._last(lambda s: s.anonymous)
        return None

    def _last_outlet(self) -> Speaker | None:
        last = self._last(lambda s: s.kind is SourceKind.OUTLET)
        return (
            last
            or self.credited
            or self._last_mentioned(SourceKind.OUTLET)
            or self._last_mentioned(SourceKind.ORGANISATION)
        )

    def _is_known_outlet(self, speaker: Speaker) -> bool:
        return speaker.kind is SourceKind.OUTLET and speaker.last_mention_before(self.position) >= 0

    def _last_mentioned(self, kind: SourceKind) -> Speaker | None:
        """Return the speaker of a kind whom the text named last before this point."""
        mentions = [
            (span.start, speaker)
            for speaker in self.speakers
            if speaker.kind is kind and speaker.proper
            for span in speaker.mentions
            if span.start < self.position
        ]
        return max(mentions, key=lambda mention: mention[0])[1] if mentions else None

    def _last(self, fits: Callable[[Speaker], bool]) -> Speaker | None:
        return next((s for s in reversed(self.spoken) if s is not None and fits(s)), None)

    def _pronoun(self, naming: Naming, attribution: Attribution) -> _Found:
        plural = naming.number == "p"

        def fits(speaker: Speaker) -> bool:
            if plural:
                return speaker.number == "p" or speaker.kind is not SourceKind.PERSON
            return speaker.fits_gender(naming.gender) and speaker.number != "p"

        subject = self._subject_of_content(attribution, naming)
        speaker = self._last(fits)
        if speaker is None or (subject and not self._spoke_nearby(speaker, attribution)):
            speaker = subject or speaker
        if speaker is None:
            return _Found(self.speakers.add(naming), naming.span, _NAMED_IN_PLACE)
        return _Found(speaker, naming.span, f"“{naming.name}” is {speaker.name}")

    def _spoke_nearby(self, speaker: Speaker, attribution: Attribution) -> bool:
        """Tell whether the speaker spoke in the same paragraph or the one before."""
        previous = self.document.attributions[speaker.spoke_at]
        here, there = _anchor(attribution).start, _anchor(previous).start
        return self.document.text.count("\n\n", min(here, there), max(here, there)) <= 1

    def _subject_of_content(self, attribution: Attribution, naming: Naming) -> Speaker | None:
        """Return what a content placed before its pronoun begins with (The Council has ..., it said)."""
        content, anchor = attribution.content[0], _anchor(attribution)
        if content.start > anchor.start or naming.gender != "n" or not self.words.has_capitals:
            return None
        tokens = list(tokenize(self.document.text, content))[:_SUBJECT_WORDS]
        end = 0
        for number, token in enumerate(tokens):
            if number and not token.is_capital:
                break
            end = token.end
        subject = name_source(self.document.text, Span(content.start, end), self.words) if end else None
        if subject is None or not subject.proper or subject.kind is SourceKind.PERSON:
            return None
        return self.speakers.named(subject)

    def _dropped(self, attribution: Attribution) -> _Found | None:
        """Return who speaks where no subject is written: whoever stands before, else who spoke last."""
        gender = self._agreement(attribution)
        before = self._named_before(attribution, gender)
        if before:
            return _Found(before, None, "named earlier in the sentence")
        siblings = [
            speaker
            for speaker, earlier in zip(self.spoken, self.document.attributions, strict=False)
            if speaker and earlier.parent == attribution.parent and speaker.fits_gender(gender)
        ]
        speaker = siblings[-1] if siblings else self._last(lambda s: s.fits_gender(gender))
        speaker = speaker or self._last_mentioned(SourceKind.PERSON)
        return _Found(speaker, None, "subject dropped: who spoke last") if speaker else None

    def _agreement(self, attribution: Attribution) -> str:
        """Return the gender that the form of the cue demands of its dropped subject."""
        cue = next((t.norm for s in attribution.cue for t in tokenize(self.document.text, s)), "")
        if not self.words.feminine_cue_endings:
            return ""
        return "f" if cue.endswith(self.words.feminine_cue_endings) else ""

    def _named_before(self, attribution: Attribution, gender: str) -> Speaker | None:
        """Return the speaker mentioned last before the cue in its sentence, outside the content."""
        anchor = _anchor(attribution)
        sentence = next((s for s in self.document.sentences if s.contains(anchor)), None)
        if sentence is None or attribution.form is AttributionForm.FLOATING_QUOTE:
            return None
        if any(sentence.contains(_anchor(a)) for a in self.document.attributions[: len(self.spoken)]):
            return None
        mentions = [
            (span.start, speaker)
            for speaker in self.speakers
            if speaker.fits_gender(gender)
            for span in speaker.mentions
            if sentence.start <= span.start < anchor.start
            and (span.start - sentence.start <= _TOPIC_REACH or anchor.start - span.end <= _SUBJECT_REACH)
            and not any(span.overlaps(content) for content in attribution.content)
        ]
        return max(mentions, key=lambda m: m[0])[1] if mentions else None

    def _outlet(self, span: Span) -> _Found | None:
        """Return the outlet that a relay's words name."""
        naming = name_source(self.document.text, span, self.words)
        if naming is None:
            return None
        if naming.proper:
            outlet = self.speakers.named(replace(naming, kind=SourceKind.OUTLET))
            outlet.kind = SourceKind.OUTLET if outlet.kind is SourceKind.PERSON else outlet.kind
            return _Found(outlet, span, _NAMED_IN_PLACE)
        speaker = self.speakers.described(naming, self._is_known_outlet) or self._last_outlet()
        return _Found(speaker, span, f"“{naming.name}” is {speaker.name}") if speaker else None


def _anchor(attribution: Attribution) -> Span:
    return (attribution.cue or attribution.source or attribution.content)[0]
