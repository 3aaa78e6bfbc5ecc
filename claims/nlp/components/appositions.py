"""Finding names between commas behind the title that introduces them, in a script without capitals."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from claims.nlp.components.name_runs import kind_of_head
from claims.nlp.components.names import name_source
from claims.nlp.components.naming import Naming
from claims.nlp.source_phrases import Phrase
from claims.nlp.source_words import SourceWords
from claims.nlp.tokens import Token, tokenize
from claims.nlp.types import SourceKind, Span

_TITLE_WORDS = 8
"""Words of a title that a comma ends."""

_NAME_WORDS = range(2, 5)
"""Words of a name between commas: one alone is as often a day or an adverb."""


def apposed_names(text: str, tokens: Sequence[Token], words: SourceWords) -> Iterator[Naming]:
    """Yield the namings of names that no list knows, each between commas behind a title.

    The text must use the last word again, as it does of a family name: nothing else
    tells an unknown name from an adverbial between commas.
    """
    commas = [i for i, token in enumerate(tokens) if token.norm in ",،"]
    for comma in commas:
        end = next((i for i in range(comma + 1, len(tokens)) if not tokens[i].is_word), len(tokens))
        inside = Phrase(text, tuple(tokens[comma + 1 : end]), words)
        first = _title_start(text, tokens, comma, words)
        if first == comma or not _is_unknown_name(inside, closed=end in commas):
            continue
        title = name_source(text, Span(tokens[first].start, tokens[comma - 1].end), words)
        if title and not title.proper and title.kind is SourceKind.PERSON and not title.points_back:
            nationality = _is_nationality(inside) and len(inside) > _NAME_WORDS.start
            span = inside.cut(int(nationality)).span
            yield replace(
                title,
                name=span.text(text),
                span=span,
                proper=True,
                given=True,
                definite=False,
                anonymous=False,
            )


def _title_start(text: str, tokens: Sequence[Token], comma: int, words: SourceWords) -> int:
    """Return where the title that ends at a comma begins, the comma itself where no title ends there."""
    first = comma
    while first > 0 and comma - first < _TITLE_WORDS and tokens[first - 1].is_word:
        first -= 1
        if kind_of_head(Phrase(text, tuple(tokens[first:comma]), words).key(0), words) is SourceKind.PERSON:
            governed = first > 0 and tokens[first - 1].is_word
            title = governed and kind_of_head(tokens[first - 1].norm, words) is SourceKind.PERSON
            return first - title
    return comma


def _is_unknown_name(phrase: Phrase, *, closed: bool) -> bool:
    words = phrase.words
    if not closed or len(phrase) not in _NAME_WORDS:
        return False
    empty = words.openers | words.never_first | words.quantifiers | words.links | words.same | words.relatives
    plain = all(t.norm not in empty and not t.norm[:1].isdigit() for t in phrase.tokens)
    if phrase.tokens[0].norm.startswith(words.pronoun_prefixes or ("\0",)):
        return False  # And somebody else: a list.
    nationality = _is_nationality(phrase)
    given = any(token.norm in words.given_names for token in phrase.tokens[:2])
    opens = nationality or (not given and not phrase.is_definite(0))
    titled = kind_of_head(phrase.key(0), words) is not None
    return plain and opens and not titled and (given or _word_counts(phrase.text)[phrase.tokens[-1].norm] > 1)


def _is_nationality(phrase: Phrase) -> bool:
    return phrase.is_definite(0) and phrase.tokens[0].norm.endswith(phrase.words.adjective_endings)


@lru_cache(maxsize=4)
def _word_counts(text: str) -> Counter[str]:
    return Counter(token.norm for token in tokenize(text) if token.is_word)
