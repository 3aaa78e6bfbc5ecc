"""Finding whom a description means: somebody named before or later, the outlet, the issuer."""

from dataclasses import replace

from claims.nlp.components.memory import NAMED_IN_PLACE, Found, Memory
from claims.nlp.components.names import Naming
from claims.nlp.components.speakers import Speaker
from claims.nlp.source_phrases import folded_words
from claims.nlp.types import SourceKind

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
        known = next((s for s in self.speakers if s.name == naming.name), None)
        return Found(known or self.speakers.add(self._unnamed(naming)), naming.span, NAMED_IN_PLACE)

    def outlet(self, naming: Naming) -> Speaker | None:
        """Return the outlet that a description names (the paper, the agency's reporter)."""
        return self.speakers.described(naming, self._is_known_outlet) or self._last_outlet()

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
            last = self.memory.last(lambda s: s.kind in (SourceKind.PERSON, SourceKind.ANONYMOUS))
            if last or naming.head in self.words.anonymous_heads:
                return last or self._issuer()
        return self.speakers.described(naming) or self._of_its_kind(naming)

    def _writer(self, naming: Naming) -> Speaker | None:
        """Return the person named last before a letter or post that nobody else has issued."""
        personal = naming.head in self.words.personal_documents
        return self._mentioned(SourceKind.PERSON) if personal else None

    def _issuer(self) -> Speaker | None:
        """Return who issued the statement that the text goes on citing."""
        last = self.memory.last
        return (
            last(lambda s: s.kind in _BODIES)
            or last(lambda s: s.kind is SourceKind.DOCUMENT)
            or last(lambda s: s.kind is not SourceKind.ANONYMOUS)
            or self._mentioned(SourceKind.ORGANISATION)
        )

    def _of_its_kind(self, naming: Naming) -> Speaker | None:
        """Return the last who spoke of the kind that a description without further sign names."""
        if naming.kind is SourceKind.OUTLET:
            return self._last_outlet()
        if naming.modifiers and not naming.points_back:
            return None
        if naming.kind is SourceKind.ANONYMOUS and naming.head in self.words.anonymous_heads:
            return self.memory.last(lambda s: s.kind is SourceKind.ANONYMOUS or s.number == "p")
        if naming.head in self.words.anonymous_heads:
            return self.memory.last(lambda s: s.anonymous)
        return None

    def _last_outlet(self) -> Speaker | None:
        last = self.memory.last(lambda s: s.kind is SourceKind.OUTLET)
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
