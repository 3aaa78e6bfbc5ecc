"""Finding the words of a content that point outside it, and what a reader without the article needs."""

from collections.abc import Iterator, Sequence

from claims.nlp.components.places_named import Places
from claims.nlp.languages.sources import source_words
from claims.nlp.tokens import Token, fold, tokenize
from claims.nlp.types import Document, Fill, Hop, Mention, SourceKind, Span, Spans
from claims.nlp.wording_words import WordingWords

_REACH = 400
"""Code points before a pronoun in which whom it means must be the only one who is mentioned."""

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
        self.quoted = [quote.inner for quote in document.quotes]
        self.sources = dict(_resolved(document))

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
        span = next((s for s in self.sources if s.start == token.start and piece.contains(s)), None)
        if span is None:
            return None
        hop = self.sources[span]
        if self._forms(token.norm) & self.heads.document_heads or self._is_joined(hop.name):
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
        return [quote for quote in self.quoted if quote.contains(token.span)]

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
        start = max(0, position - _REACH) if speaker else 0
        end = position if speaker else len(self.text)
        near = [m for m in self.document.mentions if start <= m.span.start < end]
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
        head = self._bare_head(tokens, index)
        if head is None:
            return None
        noun, span = head
        before = [m for m in self.document.mentions if m.span.end <= span.start]
        fitting = {m.name: m for m in before if self._is_described(m, noun)}
        if len(fitting) != 1 or self._others(noun, span.start, fitting):
            return None
        (meant,) = fitting.values()
        if self._is_joined(meant.name) or any(piece.contains(m.span) for m in before if m.name == meant.name):
            return None
        described = span.text(self.text)
        return Fill(span=span, shown=self._named(meant), reason=f"“{described}” describes {meant.name}")

    def _is_described(self, mention: Mention, noun: str) -> bool:
        if mention.kind is SourceKind.ANONYMOUS:
            return False
        return noun in mention.heads or noun in {self._bare(fold(word)) for word in mention.name.split()}

    def _bare(self, word: str) -> str:
        return word.removeprefix(self.words.definite_prefix)

    def _forms(self, norm: str) -> set[str]:
        """Return a word as it is, and without what is written with it."""
        free = {norm, norm[1:]} if norm[:1] in self.words.clitics else {norm}
        return free | {self._bare(form) for form in free}

    def _bare_head(self, tokens: Sequence[Token], index: int) -> tuple[str, Span] | None:
        """Return the noun of a definite description that nothing narrows, and the words to replace."""
        token = tokens[index]
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if following and (following.norm in self.words.narrowing or self._continues(token, following)):
            return None
        prefix = self.words.definite_prefix
        start = token.start
        if prefix:
            clitic = token.norm[:1] in self.words.clitics and token.norm[1:].startswith(prefix)
            noun = token.norm[clitic:]
            if not noun.startswith(prefix):
                return None
            noun, start = noun.removeprefix(prefix), token.start + clitic
        else:
            if not index or tokens[index - 1].norm not in self.words.articles:
                return None
            noun, start = token.norm, tokens[index - 1].start
        known = self.heads.body_heads | self.heads.outlet_heads | self.heads.office_heads
        return (noun, Span(start, token.end)) if noun in known - self.words.also_things else None

    def _continues(self, token: Token, following: Token) -> bool:
        """Tell whether the next word belongs to the description: a name, an adjective, its owner."""
        between = self.text[token.end : following.start]
        if between.strip():
            return False
        definite = bool(self.words.definite_prefix) and following.norm.startswith(self.words.definite_prefix)
        return definite or following.is_capital or following.norm in self.heads.person_heads

    def _others(self, noun: str, position: int, fitting: dict[str, Mention]) -> bool:
        """Tell whether the text before names another one of the kind (the other ministry)."""
        spans = [m.span for m in self.document.mentions if m.name in fitting]
        tokens = [token for token in tokenize(self.text, Span(0, position)) if token.is_word]
        for index, token in enumerate(tokens):
            if noun not in self._forms(token.norm) or any(span.overlaps(token.span) for span in spans):
                continue
            near = any(0 <= span.start - token.end <= 2 for span in spans)
            if not near and self._bare_head(tokens, index) is None:
                return True
        return False

    def _is_joined(self, name: str) -> bool:
        """Tell a name that was read with the conjunction before it (فالشركة)."""
        return name[:1] in self.words.clitics and name[1:].startswith(self.words.definite_prefix or "\n")

    def _named(self, mention: Mention) -> str:
        """Return the name as it stands in running text: with its article where the article gives it one."""
        if not self.words.article or mention.kind is SourceKind.PERSON:
            return mention.name
        if fold(mention.name.split()[0]) in self.words.articles:
            return mention.name[:1].lower() + mention.name[1:]
        for found in (m.span for m in self.document.mentions if m.name == mention.name):
            before = self.text[: found.start].split()[-1:]
            if before and fold(before[0]) in self.words.articles and found.text(self.text) == mention.name:
                return self.words.article.format(name=mention.name)
        return mention.name
