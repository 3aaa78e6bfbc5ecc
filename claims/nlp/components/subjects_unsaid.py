"""Finding whom a pronoun or a dropped subject means."""

from bisect import bisect_left
from collections.abc import Callable

from claims.nlp.components.memory import NAMED_IN_PLACE, Found, Memory, anchor_of
from claims.nlp.components.names import name_source
from claims.nlp.components.naming import Naming
from claims.nlp.components.speakers import Speaker
from claims.nlp.tokens import tokenize
from claims.nlp.types import Attribution, AttributionForm, SourceKind, Span, span_around

_SUBJECT_WORDS = 8
"""Words at the head of a content that can be the subject to which a later pronoun points."""

_TOPIC_REACH = 30
"""Code points from a sentence's start in which its topic is named (As for the front, it renewed its call)."""

_MENTION_REACH = 300
"""Code points before a pronoun in which the narration names whom it means."""

_SUBJECT_REACH = 20
"""Code points between a subject and the cue without source that follows it."""

_THINGS = frozenset({SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.DOCUMENT})
"""What he and she mean only where no person has spoken."""


class UnsaidSubjects:
    """Resolves pronouns and subjects that nothing names, by agreement and by who spoke last."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.words = memory.words
        self.document = memory.document
        self.covered = bytearray(len(self.document.text))
        for content in (span for a in self.document.attributions for span in a.content):
            self.covered[content.start : content.end] = b"\1" * (content.end - content.start)
        self.first_spoken: dict[Span | None, int] = {}
        for number, attribution in enumerate(self.document.attributions):
            self.first_spoken.setdefault(span_around(self.document.sentences, anchor_of(attribution)), number)

    def pronoun(self, naming: Naming, attribution: Attribution) -> Found:
        """Return the speaker whom a pronoun means, a new one where nobody fits."""
        plural = naming.number == "p"

        def fits(speaker: Speaker) -> bool:
            if plural:
                return speaker.number == "p" or speaker.kind is not SourceKind.PERSON
            return speaker.fits_gender(naming.gender) and speaker.number != "p"

        subject = self._subject_of_content(attribution, naming)
        speaker = self._last_person(fits) if self._is_of_person(naming) else None
        speaker = speaker or self.memory.last(fits)
        mentioned = None if plural else self._person_mentioned(naming.gender, speaker, attribution)
        mentioned = mentioned or self._thing_mentioned(naming.gender, speaker, attribution)
        if mentioned:
            return Found(mentioned, naming.span, f"“{naming.name}” is {mentioned.name}, named just before")
        if speaker is None or (subject and not self._spoke_nearby(speaker, attribution)):
            speaker = subject or speaker
        if speaker is None:
            return Found(self.memory.speakers.add(naming), naming.span, NAMED_IN_PLACE)
        return Found(speaker, naming.span, f"“{naming.name}” is {speaker.name}")

    def _last_person(self, fits: Callable[[Speaker], bool]) -> Speaker | None:
        return self.memory.last(lambda s: fits(s) and s.kind not in _THINGS)

    def _is_of_person(self, naming: Naming) -> bool:
        """Tell a pronoun that is a person's alone, in a language that has another for things."""
        things = any(gender == "n" for gender, _ in self.words.pronouns.values())
        return things and naming.gender in ("m", "f")

    def dropped(self, attribution: Attribution) -> Found | None:
        """Return who speaks where nothing is written: who is named just before, else who spoke last."""
        agrees = self._agreement(attribution)
        before = self._named_before(attribution, agrees)
        if before:
            return Found(before, None, "named earlier in the sentence")
        spoken = self.memory.spoken
        siblings = (
            speaker
            for number in range(len(spoken) - 1, -1, -1)
            if (speaker := spoken[number]) and agrees(speaker)
            if self.document.attributions[number].parent == attribution.parent
        )
        speaker = next(siblings, None) or self.memory.last(agrees)
        speaker = speaker or self.memory.last_mentioned(lambda s: s.kind is SourceKind.PERSON)
        return Found(speaker, None, "subject dropped: who spoke last") if speaker else None

    def still_speaking(self, attribution: Attribution) -> Found | None:
        """Return the person who spoke just before a cue that reads as a passive, where it may be active.

        Without its vowel, "it was announced" is written like "he announced": in a paragraph
        in which somebody speaks it is the latter.
        """
        written = " ".join(span.text(self.document.text) for span in attribution.cue)
        words = [t.norm for s in attribution.cue for t in tokenize(self.document.text, s)]
        active = (
            len(words) == 1 and words[0].lstrip("".join(self.words.pronoun_prefixes)) in self.words.unvowelled
        )
        speaker = self.memory.spoken[-1] if self.memory.spoken else None
        if not active or speaker is None or any(mark in written for mark in self.words.passive_marks):
            return None
        before = anchor_of(self.document.attributions[len(self.memory.spoken) - 1])
        same = "\n" not in self.document.text[before.end : anchor_of(attribution).start]
        person = speaker.kind is SourceKind.PERSON and speaker.gender != "f" and speaker.number != "p"
        return Found(speaker, None, "subject dropped: who spoke last") if same and person else None

    def _person_mentioned(
        self, gender: str, speaker: Speaker | None, attribution: Attribution
    ) -> Speaker | None:
        """Return the person whom the narration named shortly before, after whoever spoke last."""
        anchor = anchor_of(attribution)
        if gender not in ("m", "f"):
            return None
        mentions = [
            (span.start, person)
            for person in self.memory.speakers
            if person.proper and (person.given or person.heads) and person.kind is SourceKind.PERSON
            if person.fits_gender(gender)
            for span in person.mentions_from(anchor.start - _MENTION_REACH + 1, anchor.start)
            if self._is_narrated(span)
        ]
        if not mentions:
            return None
        start, person = max(mentions, key=lambda mention: mention[0])
        if speaker is None or speaker.kind in _THINGS:
            return person
        last = self.document.attributions[speaker.spoke_at]
        spoke = max([speaker.last_mention_before(anchor.start), anchor_of(last).start])
        return person if person is not speaker and start > spoke else None

    def _thing_mentioned(
        self, gender: str, speaker: Speaker | None, attribution: Attribution
    ) -> Speaker | None:
        """Return the body with which the sentence before began, after whoever spoke last."""
        anchor = anchor_of(attribution)
        if gender != "n":
            return None
        end = bisect_left(self.document.sentences, Span(anchor.start, 0))
        before = self.document.sentences[max(0, end - 2) : end]
        mentions = [
            (span.start, body)
            for body in self.memory.speakers
            if body.proper and body.kind in _THINGS
            for span in body.mentions_from(before[0].start if before else 0, anchor.start)
            if self._is_narrated(span)
            if any(0 <= span.start - s.start <= _TOPIC_REACH for s in before)
        ]
        start, body = max(mentions, key=lambda mention: mention[0], default=(-1, None))
        if body is None or speaker is None:
            return body
        last = self.document.attributions[speaker.spoke_at]
        spoke = max([speaker.last_mention_before(anchor.start), anchor_of(last).start])
        return body if body is not speaker and start > spoke else None

    def _is_narrated(self, span: Span) -> bool:
        """Tell whether words stand outside every content: a speaker speaks of others there."""
        return not any(self.covered[span.start : span.end])

    def _spoke_nearby(self, speaker: Speaker, attribution: Attribution) -> bool:
        """Tell whether the speaker spoke in the same paragraph or the one before."""
        previous = self.document.attributions[speaker.spoke_at]
        here, there = anchor_of(attribution).start, anchor_of(previous).start
        first = self.document.text.find("\n\n", min(here, there), max(here, there))
        return first < 0 or self.document.text.find("\n\n", first + 2, max(here, there)) < 0

    def _subject_of_content(self, attribution: Attribution, naming: Naming) -> Speaker | None:
        """Return what a content placed before its pronoun begins with (The Council has ..., it said)."""
        content, anchor = attribution.content[0], anchor_of(attribution)
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
        return self.memory.speakers.named(subject)

    def _agreement(self, attribution: Attribution) -> Callable[[Speaker], bool]:
        """Return the test that the form of the cue puts to its dropped subject: gender and number."""
        cue = next((t.norm for s in attribution.cue for t in tokenize(self.document.text, s)), "")
        words = self.words
        if not words.feminine_cue_endings or not cue:
            return lambda speaker: True
        base = attribution.cue_key
        if any(cue.endswith(e) and not base.endswith(e) for e in words.plural_cue_endings):
            return lambda s: s.number == "p" or s.kind is not SourceKind.PERSON
        gender = "f" if self._is_feminine(cue, attribution.cue_key) else ""
        if not gender and attribution.cue_key:
            gender = "m"

        def agrees(speaker: Speaker) -> bool:
            several = speaker.number == "p" and speaker.gender != "f"
            return speaker.fits_gender(gender) and not (several and gender)

        return agrees

    def _is_feminine(self, cue: str, key: str) -> bool:
        """Tell a feminine form: by its ending, or by a beginning that the cue's base form lacks."""
        if cue.endswith(self.words.feminine_cue_endings) and not key.endswith(cue):
            return True
        beginnings = self.words.feminine_cue_beginnings or ("\0",)
        bare = cue[1:] if cue.startswith(self.words.pronoun_prefixes or ("\0",)) else cue
        return bool(key) and bare.startswith(beginnings) and not key.startswith(beginnings)

    def _named_before(self, attribution: Attribution, agrees: Callable[[Speaker], bool]) -> Speaker | None:
        """Return the speaker mentioned last before the cue in its sentence, outside the content."""
        anchor = anchor_of(attribution)
        sentence = span_around(self.document.sentences, anchor)
        if sentence is None or attribution.form is AttributionForm.FLOATING_QUOTE:
            return None
        if self.first_spoken.get(sentence, len(self.memory.spoken)) < len(self.memory.spoken):
            return None
        mentions = [
            (span.start, speaker)
            for speaker in self.memory.speakers
            if agrees(speaker)
            for span in speaker.mentions_from(sentence.start, anchor.start)
            if (span.start - sentence.start <= _TOPIC_REACH or anchor.start - span.end <= _SUBJECT_REACH)
            and not any(span.overlaps(content) for content in attribution.content)
        ]
        return max(mentions, key=lambda m: m[0])[1] if mentions else None
