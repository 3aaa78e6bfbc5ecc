"""Finding the words of a content that point outside it, and what a reader without the article needs."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from claims.nlp.components.described import Described
from claims.nlp.components.places_named import Places
from claims.nlp.languages.sources import source_words
from claims.nlp.tokens import Token, fold, tokenize
from claims.nlp.types import Document, Fill, Hop, Mention, SourceKind, Span, Spans
from claims.nlp.wording_words import WordingWords

_REACH = 400
"""Code points before a pronoun in which whom it means must be the only one who is mentioned."""

_NESTED = 4
"""Quotations that can be open at one place."""

_ARTICLE_REACH = 12
"""Code points before a name in which its article stands."""

_BODIES = frozenset({SourceKind.ORGANISATION, SourceKind.OUTLET})


def _resolved(document: Document) -> Iterator[tuple[Span, Hop]]:
    """Yield the words of each source that is a pronoun or description, with the speaker whom they mean."""
    for origin in document.origins:
        hop = origin.speaker
        if hop is None or hop.span is None or hop.kind is SourceKind.ANONYMOUS:
            continue
        if hop.reason.startswith("“"):
            yield hop.span, hop


class Fills:
    """Reads the contents of one article. Whatever could be somebody else stays as it is."""

    def __init__(self, document: Document, words: WordingWords) -> None:
        self.document, self.text, self.words = document, document.text, words
        self.heads = source_words(document.language)
        self.places = Places(document, words)
        self.described = Described(document, words)
        self.quoted = sorted(quote.inner for quote in document.quotes)
        self.quote_starts = [quote.start for quote in self.quoted]
        self.mention_starts = [mention.span.start for mention in document.mentions]
        self.sources = {span.start: (span, hop) for span, hop in _resolved(document)}

    def of(self, content: Spans, speaker: Mention | None) -> Iterator[Fill]:
        """Yield the fills of a content that `speaker` says, or nobody but the outlet; one note at most."""
        noted = False
        for piece in content:
            tokens = [token for token in tokenize(self.text, piece) if token.is_word]
            for index, token in enumerate(tokens):
                if self._around(token):
                    fill = None if noted else self._note(token, speaker)
                    noted = noted or fill is not None
                else:
                    fill = self._fill(tokens, index, piece, speaker)
                if fill is not None:
                    yield fill

    def _fill(self, tokens: Sequence[Token], index: int, piece: Span, speaker: Mention | None) -> Fill | None:
        return (
            self._source(tokens[index], piece)
            or self._person(tokens, index, piece, speaker)
            or self._thing(tokens, index, speaker)
            or self._description(tokens, index, piece)
            or self.places.fill(tokens, index, piece)
        )

    def _source(self, token: Token, piece: Span) -> Fill | None:
        """Return the name that resolution gives to a source inside the content."""
        span, hop = self.sources.get(token.start, (None, None))
        if span is None or hop is None or not piece.contains(span):
            return None
        if self.described.forms(token.norm) & self.heads.document_heads or self.described.is_joined(hop.name):
            return None  # who issued a report is not the report
        return Fill(span=span, shown=hop.name, reason=hop.reason)

    def _note(self, token: Token, speaker: Mention | None) -> Fill | None:
        """Return a note of who "we" or "I" is inside a quotation; the word itself stays."""
        kind = self.words.first_persons.get(token.norm)
        if token.is_capital and token.span.text(self.text)[1:].isupper():
            return None  # the US is not us
        if kind is None or speaker is None or (kind == "one" and speaker.kind in _BODIES):
            return None
        if any(":" in Span(quote.start, token.start).text(self.text) for quote in self._around(token)):
            return None  # somebody else's words inside the quotation
        alone = kind == "one" or speaker.kind is not SourceKind.PERSON
        template = self.words.note if alone else self.words.side
        word = token.span.text(self.text)
        return Fill(
            span=token.span,
            shown=template.format(word=word, name=self._named(speaker)),
            reason=f"“{word}” is {speaker.name}",
        )

    def _around(self, token: Token) -> list[Span]:
        """Return the quotations that hold a word; they nest a few deep at most."""
        last = bisect_right(self.quote_starts, token.start)
        return [quote for quote in self.quoted[max(0, last - _NESTED) : last] if quote.contains(token.span)]

    def _person(
        self, tokens: Sequence[Token], index: int, piece: Span, speaker: Mention | None
    ) -> Fill | None:
        """Return the name of the one person whom a pronoun can mean."""
        token = tokens[index]
        owns = token.norm in self.words.possessives
        gender = self.words.possessives.get(token.norm) or self.words.subjects.get(token.norm)
        following = tokens[index + 1].norm if index + 1 < len(tokens) else ""
        if gender is None or (owns and (not following or following in self.words.not_owned)):
            return None
        meant = self._only_person(token.start, piece, gender, speaker)
        if meant is None:
            return None
        name = self.words.possessive.format(name=meant.name) if owns else meant.name
        word = token.span.text(self.text)
        return Fill(span=token.span, shown=name, reason=f"“{word}” is {meant.name}")

    def _only_person(
        self, position: int, piece: Span, gender: str, speaker: Mention | None
    ) -> Mention | None:
        """Return the one person whom a pronoun outside quotations can mean.

        Behind a cue: the speaker, where nobody else was mentioned shortly before. In the outlet's own
        voice: whoever is the only one of that gender in the whole article.
        """
        near = self._mentioned(position) if speaker else self.document.mentions
        people = {m.name: m for m in near if m.kind is SourceKind.PERSON and m.gender in ("", gender)}
        if speaker is not None:
            if speaker.kind is not SourceKind.PERSON or speaker.gender not in ("", gender):
                return None
            people[speaker.name] = speaker
        if len(people) != 1 or self._unnamed_people(Span(piece.start, position)):
            return None
        (meant,) = people.values()
        sure = meant.gender == gender or (speaker is not None and position == piece.start)
        introduced = speaker is not None or any(m.span.start < position for m in near)
        told = meant.name.split()[-1] in Span(piece.start, position).text(self.text)
        return meant if sure and introduced and not told and self._is_person(meant) else None

    def _mentioned(self, position: int) -> Sequence[Mention]:
        """Return who is mentioned shortly before a position."""
        first = bisect_left(self.mention_starts, position - _REACH)
        return self.document.mentions[first : bisect_left(self.mention_starts, position)]

    def _is_person(self, mention: Mention) -> bool:
        return bool(mention.gender or mention.heads & self.heads.person_heads or mention.spoken)

    def _unnamed_people(self, before: Span) -> bool:
        """Tell whether the content speaks of somebody without a name, whom a pronoun may mean."""
        heads = self.heads.person_heads | self.heads.group_heads
        return any(token.norm in heads for token in tokenize(self.text, before))

    def _thing(self, tokens: Sequence[Token], index: int, speaker: Mention | None) -> Fill | None:
        """Return the name of the organisation that says something of itself (said that it had ...)."""
        following = tokens[index + 1].norm if index + 1 < len(tokens) else ""
        if index or tokens[index].norm not in self.words.things or following not in self.words.acts:
            return None
        if speaker is None or speaker.kind not in _BODIES or (len(tokens) > 2 and tokens[2].norm == "be"):
            return None
        word = tokens[index].span.text(self.text)
        return Fill(span=tokens[index].span, shown=self._named(speaker), reason=f"“{word}” is {speaker.name}")

    def _description(self, tokens: Sequence[Token], index: int, piece: Span) -> Fill | None:
        """Return the name of the one whom a bare description (the ministry, الموقع) can mean."""
        found = self.described.meant(tokens, index, piece)
        if found is None:
            return None
        meant, span = found
        words = span.text(self.text)
        return Fill(span=span, shown=self._named(meant), reason=f"“{words}” describes {meant.name}")

    def _named(self, mention: Mention) -> str:
        """Return the name as it stands in running text: with its article where the article gives it one."""
        if not self.words.article or mention.kind is SourceKind.PERSON:
            return mention.name
        if fold(mention.name.split()[0]) in self.words.articles:
            return mention.name[:1].lower() + mention.name[1:]
        for found in (m.span for m in self.document.mentions if m.name == mention.name):
            before = self.text[max(0, found.start - _ARTICLE_REACH) : found.start].split()[-1:]
            if before and fold(before[0]) in self.words.articles and found.text(self.text) == mention.name:
                return self.words.article.format(name=mention.name)
        return mention.name
