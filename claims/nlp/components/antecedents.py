"""Finding whom a description means: somebody named before or later, the outlet, the issuer."""

from dataclasses import replace

from claims.nlp.components.memory import NAMED_IN_PLACE, Found, Memory
from claims.nlp.components.name_runs import stems
from claims.nlp.components.naming import Naming
from claims.nlp.components.speakers import Speaker
from claims.nlp.source_phrases import folded_words
from claims.nlp.tokens import fold
from claims.nlp.types import SourceKind

_NAMED_NEXT = 900
"""Code points after an organisation's description in which its name follows."""

_BODIES = frozenset({SourceKind.ORGANISATION, SourceKind.OUTLET})


class Antecedents:
    """Resolves descriptions (the ministry, its spokesman, the same source) with what is held in mind."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.words = memory.words
        self.speakers = memory.speakers
        self.issued: dict[str, Speaker] = {}

    def described(self, naming: Naming) -> Found:
        """Return the speaker of a description, a new one where it points to nobody known."""
        same = self.speakers.by_words(tuple(self._content_words(naming)), naming)
        if same and same.proper:
            return Found(same, naming.span, f"short for {same.name}")
        antecedent = self._antecedent(naming)
        if antecedent:
            self._lengthen(antecedent, naming)
            return Found(antecedent, naming.span, f"“{naming.name}” describes {antecedent.name}")
        naming = self._with_owner(naming)
        known = next((s for s in self.speakers if s.name == naming.name), None)
        return Found(known or self.speakers.add(self._unnamed(naming)), naming.span, NAMED_IN_PLACE)

    def _with_owner(self, naming: Naming) -> Naming:
        """Return the naming of what somebody has under the owner's name (its lawyer: the trust's)."""
        pronoun, _, owned = naming.name.partition(" ")
        gender = self.words.owners.get(fold(pronoun))
        if gender is None or not owned or naming.kind is SourceKind.ANONYMOUS:
            return naming
        owner = self.memory.last_mentioned(lambda s: self._may_own(s, gender))
        return replace(naming, name=f"{owner.name}'s {owned}") if owner else naming

    def _may_own(self, speaker: Speaker, gender: str) -> bool:
        if gender == "n":
            return speaker.kind in _BODIES
        person = speaker.kind is SourceKind.PERSON and (speaker.given or bool(speaker.heads))
        return person and speaker.fits_gender(gender)

    def outlet(self, naming: Naming) -> Speaker | None:
        """Return the outlet that a description names (the paper, the agency's reporter)."""
        return self.speakers.described(naming, self._is_known_outlet) or self._last_outlet(naming)

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
        if not naming.definite:
            return []
        if not naming.head:
            return list(folded_words(naming.name, self.words))
        return [] if naming.modifiers else [naming.head]

    def _antecedent(self, naming: Naming) -> Speaker | None:
        """Return the earlier speaker to whom a definite description points."""
        if naming.head in self.words.latter or naming.modifiers & self.words.latter:
            return self._mentioned(SourceKind.PERSON)
        if self._is_guest(naming):
            return self._guest(naming)
        if not (naming.definite or naming.points_back):
            return self._named_later(naming)
        if naming.kind is SourceKind.DOCUMENT:
            return (
                self.issued.get(naming.head)
                or self._cited(naming)
                or self._writer(naming)
                or self._issuer_of(naming)
            )
        if naming.points_back and naming.head in self.words.anonymous_heads | self.words.generic_heads:
            last = self.memory.last(lambda s: s.kind in (SourceKind.PERSON, SourceKind.ANONYMOUS))
            if last or naming.head in self.words.anonymous_heads:
                return last or self._issuer()
        return self.speakers.described(naming) or self._of_its_kind(naming)

    def _cited(self, naming: Naming) -> Speaker | None:
        """Return the document of this kind that was itself cited before, its issuer unknown."""
        return self.memory.last(lambda s: naming.head in s.heads and not s.proper)

    def _writer(self, naming: Naming) -> Speaker | None:
        """Return the person named last before a letter or post that nobody else has issued."""
        personal = naming.head in self.words.personal_documents
        return self._mentioned(SourceKind.PERSON) if personal else None

    def _is_guest(self, naming: Naming) -> bool:
        known = any(h in self.words.guest_heads for h in (naming.head, *stems(naming.head, self.words)))
        return known and bool(naming.definite or naming.modifiers or naming.points_back)

    def _guest(self, naming: Naming) -> Speaker | None:
        """Return the person named last, of those who have spoken if there are any: whoever is interviewed."""

        def fits(speaker: Speaker) -> bool:
            return speaker.kind is SourceKind.PERSON and speaker.proper and speaker.fits_gender(naming.gender)

        return self.memory.last(fits) or self.memory.last_mentioned(fits)

    def _issuer_of(self, naming: Naming) -> Speaker | None:
        """Return who issued a document that the words do not give to anybody.

        A survey or a law is cited for itself, unless one was named before.
        """
        if naming.head in self.words.standing_documents and not naming.points_back:
            return self.memory.last(lambda s: naming.head in s.heads)
        return self._issuer()

    def _issuer(self) -> Speaker | None:
        """Return who issued the statement that the text goes on citing."""
        last = self.memory.last
        return (
            last(lambda s: s.kind in _BODIES)
            or last(lambda s: s.kind is SourceKind.DOCUMENT)
            or last(lambda s: s.kind is not SourceKind.ANONYMOUS)
            or self._mentioned(SourceKind.ORGANISATION)
        )

    def _named_later(self, naming: Naming) -> Speaker | None:
        """Return the one whom an article that opens with a description names further on.

        An organisation is the next of its kind that is named; a person must be the only one
        and either share a word or be described in the headline or lead.
        """
        if naming.number == "p" or naming.head in self.words.anonymous_heads or not naming.head:
            return None
        found = [s for s in self.speakers if s.proper and s.kind is not SourceKind.DOCUMENT]
        found = [s for s in found if self.speakers.is_of_kind(s, naming)]
        found = [s for s in found if s.mentions and s.mentions[0].start > naming.span.start]
        if self._is_body(naming) and found:
            nearest = min(found, key=lambda s: s.mentions[0])
            return nearest if nearest.mentions[0].start - naming.span.end < _NAMED_NEXT else None
        if len(found) != 1 or naming.kind is SourceKind.ANONYMOUS:
            return None
        shared = naming.modifiers & (found[0].modifiers | found[0].context | set(found[0].words))
        opening = naming.kind is not SourceKind.PERSON or naming.span.start < self.memory.lead_end
        # "Lakeside's water minister" may be "The minister, Ana Reed", of whom nothing else is said.
        bare = not naming.modifiers or (naming.identified and not found[0].modifiers)
        return found[0] if shared or (opening and bare) else None

    def _is_body(self, naming: Naming) -> bool:
        return naming.kind in _BODIES and naming.head in self.words.named_heads

    def _may_be_body(self, speaker: Speaker) -> bool:
        """Tell whether a speaker can be an organisation whose name does not say what it is."""
        unknown = speaker.kind is SourceKind.PERSON and not (speaker.given or speaker.heads or speaker.gender)
        return speaker.proper and (speaker.kind in _BODIES or unknown)

    def _of_its_kind(self, naming: Naming) -> Speaker | None:
        """Return the last who spoke of the kind that a description without further sign names."""
        if naming.kind is SourceKind.OUTLET:
            return self._last_outlet(naming)
        if self._is_body(naming) and naming.determined and len(naming.modifiers) < 2:
            return self.memory.last(lambda s: self._may_be_body(s) and not self._says_otherwise(s, naming))
        if naming.modifiers and not naming.points_back:
            return None
        generic = naming.head in self.words.generic_heads or self.words.has_capitals
        if naming.kind is SourceKind.ANONYMOUS and naming.head in self.words.anonymous_heads and generic:
            return self.memory.last(lambda s: s.kind is SourceKind.ANONYMOUS or s.number == "p")
        if naming.head in self.words.anonymous_heads and generic:
            return self.memory.last(lambda s: s.anonymous)
        return None

    def _says_otherwise(self, speaker: Speaker, naming: Naming) -> bool:
        """Tell whether what is known of a speaker makes it another kind of body than the description."""
        known = speaker.heads | set(speaker.words)
        bodies = self.words.body_heads | self.words.outlet_heads
        return bool(known & bodies) and not self.speakers.is_of_kind(speaker, naming)

    def _last_outlet(self, naming: Naming) -> Speaker | None:
        def fits(speaker: Speaker) -> bool:
            outlet = speaker.kind is SourceKind.OUTLET or self._may_be_body(speaker)
            return outlet and not self._says_otherwise(speaker, naming)

        last = self.memory.last(fits)
        return (
            last
            or self.memory.credited
            or self._mentioned(SourceKind.OUTLET)
            or self._mentioned(SourceKind.ORGANISATION)
        )

    def _mentioned(self, kind: SourceKind) -> Speaker | None:
        return self.memory.last_mentioned(lambda s: s.kind is kind)

    def _is_known_outlet(self, speaker: Speaker) -> bool:
        return speaker.kind is SourceKind.OUTLET and speaker.last_mention_before(self.memory.position) >= 0
