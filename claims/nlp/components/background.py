"""Finding the people whom an article introduces anywhere, so that descriptions can be given a name."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from claims.nlp.components.appositions import apposed_names
from claims.nlp.components.beside_names import (
    DESCRIPTION_WORDS,
    TITLE_REACH,
    with_apposition,
    with_description_before,
    words_before,
)
from claims.nlp.components.name_runs import find_head, kind_of_head, title_and_name
from claims.nlp.components.names import name_source
from claims.nlp.components.naming import Naming
from claims.nlp.components.speakers import Speakers
from claims.nlp.source_phrases import Phrase, bare, bracketed, content_keys, folded_words
from claims.nlp.source_words import SourceWords
from claims.nlp.tokens import Token, fold, tokenize
from claims.nlp.types import Document, SourceKind, Span

_TITLE_WORDS = 4
"""Words before a name that can be its title."""

_CONTEXT_WORDS = 14
"""Words before an introduction whose names say where somebody belongs."""

_SHORTEST_BODY = 4
"""Letters of a body's name that nothing marks as one."""

_NAME_WORDS = 4
"""Words of a personal name before its title."""

_BODY_WORDS = 5
"""Words of an organisation's name in running text: a head and its definite words."""

_LONGEST_RUN = 24
"""Words of a run of capitals; a longer one is a heading, and the bound keeps the work on any text linear."""

_HEADING_WORDS = 6
"""Longer words in capitals from which a sentence can be known for a heading."""

_LONGER = 4
"""Letters of a longer word."""

_MARKS = '"«»“”'
"""Quotation marks around an organisation's name."""

_BODIES = frozenset({SourceKind.ORGANISATION, SourceKind.OUTLET})

_ACRONYM = range(2, 7)
"""Letters of an acronym."""


def introduce_speakers(document: Document, speakers: Speakers) -> None:
    """Add to `speakers` everybody whom the article's sentences name together with a title or description."""
    for sentence in document.sentences:
        tokens = list(tokenize(document.text, sentence, speakers.words.joints))
        for bracket in bracketed(document.text, sentence):
            _read_bracket(document.text, tokens, bracket, speakers)
        _note_full_names(document.text, tokens, speakers)
        for naming in _bodies(document.text, tokens, speakers.words):
            if naming.proper:
                speakers.named(naming)
            elif naming.modifiers and not any(naming.name == speaker.name for speaker in speakers):
                speakers.add(naming)
        _note_named(document.text, tokens, speakers)


def _note_named(text: str, tokens: Sequence[Token], speakers: Speakers) -> None:
    """Add whomever a sentence names, by capitals or behind a title; those of a heading mark no names."""
    words = speakers.words
    if words.has_capitals and _is_heading(tokens, words):
        return
    finder = _after_capitals if words.has_capitals else _after_titles
    for naming in finder(text, tokens, words):
        if naming.proper and naming.kind is not SourceKind.DOCUMENT:
            speakers.named(naming, _context(text, tokens, naming.span.start, words))


def _is_heading(tokens: Sequence[Token], words: SourceWords) -> bool:
    """Tell a heading in which every word but the smallest is written with a capital, verbs included."""
    small = words.links | words.joiners | words.articles | words.openers | words.particles | words.never_first
    spelt = [token for token in tokens if token.norm.isalpha()]
    longer = sum(token.is_capital and len(token.norm) >= _LONGER for token in spelt)
    return longer >= _HEADING_WORDS and all(token.is_capital or token.norm in small for token in spelt)


def _read_bracket(text: str, tokens: Sequence[Token], bracket: Span, speakers: Speakers) -> None:
    """Keep an acronym or a name that a bracket adds to the words before it."""
    before = words_before(tokens, bracket.start - 1, DESCRIPTION_WORDS)
    inside = bracket.text(text).strip()
    if not before or not inside[:1].isalpha():
        return
    phrase = Phrase(text, tuple(before), speakers.words)
    if inside.isupper() and len(inside) in _ACRONYM:
        initials = [t for i, t in enumerate(before) if phrase.is_capital(i)][-len(inside) - 1 :]
        speakers.acronyms[inside.casefold()] = frozenset(t.norm for t in initials)
        _note_alias(phrase, inside, speakers)
        return
    naming = name_source(text, bracket, speakers.words)
    head = find_head(phrase)
    if naming and naming.proper and naming.kind is SourceKind.PERSON and head >= 0:
        described = replace(
            naming, head=phrase.key(head), modifiers=content_keys(phrase) - {phrase.key(head)}
        )
        if kind_of_head(described.head, speakers.words) is SourceKind.PERSON:
            speakers.named(described, _context(text, tokens, bracket.start - 1, speakers.words))


def _note_alias(phrase: Phrase, short: str, speakers: Speakers) -> None:
    """Keep the run of capitals before a bracket as the name for which its acronym stands."""
    first = len(phrase)
    for index in range(len(phrase) - 1, -1, -1):
        if phrase.is_capital(index):
            first = index
        elif phrase.tokens[index].norm not in phrase.words.joiners | phrase.words.particles:
            break
    if len(phrase) - first > 1 and phrase.is_capital(len(phrase) - 1):
        named = phrase.cut(first).span.text(phrase.text)
        speakers.aliases.setdefault(" ".join(folded_words(short, phrase.words)), named)


def _context(text: str, tokens: Sequence[Token], position: int, words: SourceWords) -> set[str]:
    """Return the capitalised words shortly before an introduction."""
    near = [t for t in tokens if t.is_word and t.end <= position][-_CONTEXT_WORDS:]
    return {t.norm for t in near if t.is_capital and t.norm not in words.definite}


def _after_capitals(text: str, tokens: Sequence[Token], words: SourceWords) -> Iterator[Naming]:
    """Yield the namings of each run of capitals with its title before or its description after."""
    number = 0
    while number < len(tokens):
        end = _run_end(text, tokens, number, words)
        if end == number:
            number += 1
            continue
        first = _title_start(tokens, number, words)
        naming = name_source(text, Span(tokens[first].start, tokens[end - 1].end), words)
        if tokens[number].norm in words.pronouns:
            naming = None
        named = naming is not None and naming.proper and (end - number > 1 or first < number)
        if naming and named and not _is_adjective_alone(naming, words):
            naming = with_description_before(
                naming, text, tokens[max(0, number - TITLE_REACH) : number], words
            )
            yield with_apposition(naming, text, tokens[end:], words)
        number = end


def _run_end(text: str, tokens: Sequence[Token], start: int, words: SourceWords) -> int:
    phrase = Phrase(text, tuple(tokens[start : start + _LONGEST_RUN]), words)
    end = 0
    for index, token in enumerate(phrase.tokens):
        if token.is_word and phrase.is_capital(index) and not (index and token.norm[:1].isdigit()):
            end = index + 1
        elif token.norm not in words.particles or not end:
            break
    return start + end


def _title_start(tokens: Sequence[Token], run: int, words: SourceWords) -> int:
    """Return where the title before a run of capitals begins, the run itself where there is none."""
    before = tokens[run - 1] if run else None
    if before is None or not (before.norm in words.naming_words or kind_of_head(before.norm, words)):
        return run
    first = run - 1
    while first > 0 and run - first < _TITLE_WORDS + 1 and tokens[first - 1].is_word:
        if tokens[first - 1].norm in words.links | words.definite | words.articles | words.possessives:
            break
        if tokens[first - 1].norm in words.never_first:
            break
        first -= 1
    return first


def _is_adjective_alone(naming: Naming, words: SourceWords) -> bool:
    """Tell a nationality or the like, which a common noun follows (Ruritanian troops)."""
    endings = words.adjective_endings or ("\0",)
    return not naming.given and " " not in naming.name and fold(naming.name).endswith(endings)


def _after_titles(text: str, tokens: Sequence[Token], words: SourceWords) -> Iterator[Naming]:
    """Yield the namings of each title followed by a known given name."""
    for number, token in enumerate(tokens):
        if not token.is_word or token.norm in words.given_names:
            continue
        if number and tokens[number - 1].norm in words.given_names:
            continue
        if kind_of_head(bare(token.norm, words), words) is not SourceKind.PERSON:
            continue
        phrase = Phrase(text, tuple(_clause_from(tokens, number)), words)
        end = title_and_name(phrase)
        if end:
            naming = name_source(text, Span(token.start, phrase.tokens[end - 1].end), words)
            if naming:
                yield naming
    yield from _before_titles(text, tokens, words)


def _before_titles(text: str, tokens: Sequence[Token], words: SourceWords) -> Iterator[Naming]:
    """Yield the namings of each known given name with the title that follows it, after a comma or none."""
    for number, token in enumerate(tokens):
        if not _opens_name(tokens, number, words):
            continue
        comma = next((i for i in range(number, len(tokens)) if not tokens[i].is_word), len(tokens))
        title = _title_after(text, tokens[number : comma + 2], words)
        if title:
            last = number + title - (1 if tokens[number + title - 1].is_word else 2)
            start = token.start + _is_joined(token.norm, words)
            naming = name_source(text, Span(start, tokens[last].end), words)
            described = name_source(text, _office_span(tokens[number + title :]), words)
            if naming and naming.proper and described and described.head and not described.proper:
                yield replace(naming, head=described.head, modifiers=naming.modifiers | described.modifiers)
    yield from apposed_names(text, tokens, words)


def _opens_name(tokens: Sequence[Token], number: int, words: SourceWords) -> bool:
    """Tell whether a known given name, or a particle and its definite half, begins a name here."""
    token, after = tokens[number], tokens[number + 1 : number + 2]
    article = words.definite_prefixes[:1] or ("\0",)
    particle = token.norm in words.particles and token.norm not in words.inner_particles
    starts = (
        token.norm in words.given_names
        or _is_joined(token.norm, words)
        or (particle and bool(after) and after[0].norm.startswith(article))
    )
    before = tokens[number - 1].norm if starts and number else ""
    inside = before in words.given_names or before in words.particles
    return starts and not inside and token.norm not in words.person_heads


def _is_joined(norm: str, words: SourceWords) -> bool:
    """Tell a given name onto which a conjunction is written."""
    joined = norm.startswith(words.pronoun_prefixes or ("\0",)) and norm[1:] in words.given_names
    return joined and norm not in words.given_names


def _office_span(tokens: Sequence[Token]) -> Span:
    """Return the title at the head of some words: up to the first mark, a few words long."""
    end = next((i for i in range(1, len(tokens)) if not tokens[i].is_word), len(tokens))
    return Span(tokens[0].start, tokens[min(end, _TITLE_WORDS) - 1].end)


def _title_after(text: str, tokens: Sequence[Token], words: SourceWords) -> int:
    """Return the index of a title without article behind a name of two to four words, 0 where none is."""
    phrase = Phrase(text, tuple(tokens), words)
    for index in range(2, min(len(phrase), _NAME_WORDS + 2)):
        mark = not phrase.tokens[index - 1].is_word
        if mark and phrase.tokens[index - 1].norm not in ",،":
            return 0
        title = kind_of_head(phrase.key(index), words) is SourceKind.PERSON and phrase.tokens[index].is_word
        plain = mark or not phrase.is_definite(index)
        if title and plain and phrase.tokens[index].norm not in words.given_names:
            return index
        if mark or phrase.is_link(index):
            return 0
    return 0


def _note_full_names(text: str, tokens: Sequence[Token], speakers: Speakers) -> None:
    """Keep the name that each word after a known given name makes with it, where no capital shows it."""
    words = speakers.words
    if words.has_capitals:
        return
    for number, token in enumerate(tokens):
        if token.norm not in words.given_names or token.norm in words.person_heads:
            continue
        if number and tokens[number - 1].norm in words.particles:
            continue
        phrase = Phrase(text, tuple(_clause_from(tokens, number)), words)
        inside = words.given_names.keys() | words.particles
        end = next((i for i in range(1, len(phrase)) if phrase.tokens[i].norm not in inside), len(phrase))
        if end >= len(phrase) or phrase.is_link(0) or not _can_be_family(phrase, end):
            continue
        article = words.definite_prefixes[:1] or ("\0",)
        title = phrase.key(end) if phrase.tokens[end].norm.startswith(article) else phrase.tokens[end].norm
        if kind_of_head(title, words) and end + 1 < len(phrase):
            continue
        name = phrase.cut(0, end + 1).span.text(text)
        speakers.full_names.setdefault(phrase.key(end), name)
        if phrase.is_definite(end) and _is_adjective(phrase, end):
            speakers.given_names.setdefault(token.norm, set()).add(name)


def _can_be_family(phrase: Phrase, index: int) -> bool:
    words, norm = phrase.words, phrase.tokens[index].norm
    empty = words.openers | words.relatives | words.never_first | words.quantifiers | words.same
    return not phrase.is_link(index) and norm not in empty


def _bodies(text: str, tokens: Sequence[Token], words: SourceWords) -> Iterator[Naming]:
    """Yield the organisations that a head and its definite words name, in a script without capitals."""
    if words.has_capitals:
        return
    for number, token in enumerate(tokens):
        if not token.is_word or token.norm in words.given_names:
            continue
        if kind_of_head(_without_preposition(token.norm, words), words) not in _BODIES:
            continue
        phrase = Phrase(text, tuple(_clause_from(tokens, number)), words)
        quoted = _quoted_after(tokens, number) or _plain_body(phrase, tokens)
        if quoted:
            naming = name_source(text, Span(token.start, quoted), words)
        else:
            # Before its verb a name ends where definite words end; after it the object would follow.
            leads = number == 0 or tokens[number - 1].norm in words.topic_words
            end = _body_end(phrase, leads=leads)
            naming = name_source(text, phrase.cut(0, end).span, words) if end else None
        if naming:
            yield naming


def _without_preposition(norm: str, words: SourceWords) -> str:
    """Return a word's bare form without a preposition written onto it (لشركة)."""
    key = bare(norm, words)
    rests = [norm[len(p) :] for p, instead in words.proclitics.items() if not instead and norm.startswith(p)]
    return next((rest for rest in rests if kind_of_head(rest, words) in _BODIES), key)


def _quoted_after(tokens: Sequence[Token], number: int) -> int:
    """Return where the quotation marks that open right after a head close, 0 where none do."""
    near = tokens[number + 1 : number + _BODY_WORDS + 3]
    if not near or near[0].is_word or near[0].norm not in _MARKS:
        return 0
    return next((t.end for t in near[1:] if not t.is_word and t.norm in _MARKS), 0)


def _plain_body(phrase: Phrase, tokens: Sequence[Token]) -> int:
    """Return where a body's unmarked name of one word ends, 0 where the text does not repeat it alone."""
    if len(phrase) < 2 or phrase.key(0) not in phrase.words.named_heads or phrase.is_definite(0):
        return 0
    name, words = phrase.tokens[1], phrase.words
    common = phrase.is_definite(1) or name.norm.endswith((*words.feminine_endings, *words.adjective_endings))
    known = kind_of_head(phrase.key(1), words) is not None or name.norm in words.quantifiers
    if common or known or phrase.is_link(1) or len(name.norm) < _SHORTEST_BODY:
        return 0
    return name.end if _word_counts(phrase.text)[name.norm] > 1 else 0


@lru_cache(maxsize=4)
def _word_counts(text: str) -> Counter[str]:
    """Return how often each word stands in a text."""
    return Counter(token.norm for token in tokenize(text) if token.is_word)


def _body_end(phrase: Phrase, *, leads: bool) -> int:
    """Return how many words name an organisation, 0 where its head is not named so."""
    words, end = phrase.words, 2
    if phrase.is_definite(0) and not _is_described_body(phrase):
        return 0
    while end < min(len(phrase), _BODY_WORDS) and phrase.is_definite(end):
        bound = phrase.tokens[end].norm.startswith(max(words.proclitics, key=len, default="\0"))
        if not (leads or bound or _is_adjective(phrase, end)):
            break
        end += 1
    outlet = kind_of_head(phrase.key(0), words) is SourceKind.OUTLET
    if outlet and end < len(phrase) and phrase.is_definite(end):
        return 0
    definite = len(phrase) > 1 and (phrase.is_definite(1) or _named_outlet(phrase, end))
    return end if definite else 0


def _is_described_body(phrase: Phrase) -> bool:
    """Tell a head with article that an adjective of relation follows (الهيئة الوطنية)."""
    article = phrase.words.definite_prefixes[:1] or ("\0",)
    written = phrase.tokens[0].norm.startswith(article)
    return written and len(phrase) > 1 and phrase.is_definite(1) and _is_adjective(phrase, 1)


def _named_outlet(phrase: Phrase, end: int) -> bool:
    """Tell an outlet's head and name by the adjective of country or kind after them (صحيفة س اللبنانية)."""
    outlet = kind_of_head(phrase.key(0), phrase.words) is SourceKind.OUTLET
    return (
        outlet and end > 1 and phrase.tokens[min(end, len(phrase)) - 1].norm in phrase.words.tail_adjectives
    )


def _is_adjective(phrase: Phrase, index: int) -> bool:
    """Tell an adjective of relation from a noun, which may be the object of the verb before."""
    return phrase.tokens[index].norm.endswith(phrase.words.adjective_endings)


def _clause_from(tokens: Sequence[Token], start: int) -> Iterator[Token]:
    for token in tokens[start : start + TITLE_REACH]:
        if not token.is_word:
            return
        yield token
