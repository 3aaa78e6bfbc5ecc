"""Kinds of head nouns, and the proper name of a segment in a script without capitals."""

from dataclasses import dataclass
from functools import lru_cache

from claims.nlp.source_phrases import Phrase, bare
from claims.nlp.source_words import SourceWords
from claims.nlp.types import SourceKind

LONGEST_PERSON = 6
"""Words; personal names with more are two persons or a title read as a name."""

NAME_IN_TEXT = 2
"""Words of a name in running text, particles not counted: a given name and a family name."""

_SHORTEST_STEM = 3
"""Letters; a shorter rest is another word, not a stem."""


_SHORTEST_OWNED = 4
"""Letters of a word with a possessive."""


@dataclass(frozen=True, slots=True)
class Run:
    """The words [first, last) that are a name; what they name; the head noun that told it, -1 for none."""

    first: int
    last: int
    kind: SourceKind
    head: int = -1


@lru_cache(maxsize=8192)
def kind_of_head(key: str, words: SourceWords) -> SourceKind | None:
    """Return what a bare head noun names: a person, a group, an organisation, an outlet, a document."""
    kinds = (
        (words.outlet_heads, SourceKind.OUTLET),
        (words.group_heads, SourceKind.ANONYMOUS),
        (words.person_heads, SourceKind.PERSON),
        (words.body_heads, SourceKind.ORGANISATION),
        (words.document_heads, SourceKind.DOCUMENT),
    )
    for form in (key, *stems(key, words)):
        for heads, kind in kinds:
            if form in heads:
                return kind
    return SourceKind.ANONYMOUS if _is_plural(key, words) else None


def _is_plural(key: str, words: SourceWords) -> bool:
    """Tell the plural of a person's head, or of an organisation's where the language has one ending."""
    if key in words.particles:
        return False
    if any(key.endswith(e) and key.removesuffix(e) in words.person_heads for e in words.plural_endings):
        return True
    ending, heads = words.plural_ending, words.person_heads | words.body_heads | words.outlet_heads
    return bool(ending) and key.endswith(ending) and key.removesuffix(ending) in heads


@lru_cache(maxsize=8192)
def stems(key: str, words: SourceWords) -> tuple[str, ...]:
    """Return the word without an ending of gender, case or possession, for each that it may have."""
    endings = (*words.feminine_endings, *words.suffixes)
    bare = [key[: -len(e)] for e in endings if key.endswith(e) and len(key) - len(e) >= _SHORTEST_STEM]
    joined = words.joined_endings
    return (*bare, *(form.removesuffix(e) + joined[e] for form in bare for e in joined if form.endswith(e)))


def written_name(phrase: Phrase) -> Run | None:
    """Return the proper name in a segment of a script without capitals, None where it only describes."""
    if phrase.tokens[0].norm[:1].isdigit() or is_unknown_group(phrase):
        return None
    if len(phrase) == 1 and _is_fused(phrase.tokens[0].norm, phrase.words):
        return Run(0, 1, SourceKind.PERSON)
    return _person_after_title(phrase) or _outlet_name(phrase) or _person_before_title(phrase)


def _is_fused(norm: str, words: SourceWords) -> bool:
    """Tell a family name that begins like a preposition and article (بالحاج), which no source alone has."""
    prefixes = tuple(
        prefix
        for prefix in words.definite_prefixes
        if prefix[:1] in words.proclitics and not prefix.startswith(words.spoken_clitics or ("",))
    )
    return norm.startswith(prefixes or ("\0",))


def is_unknown_group(phrase: Phrase) -> bool:
    """Tell several persons whose head no list knows by its article and the ending of their number."""
    words, first = phrase.words, phrase.tokens[0].norm
    endings = tuple(e for e in words.plural_endings if len(e) > 1) or ("\0",)
    known = kind_of_head(phrase.key(0), words) is not None or first in words.not_objects
    return len(phrase) > 1 and not known and phrase.is_definite(0) and first.endswith(endings)


def find_head(phrase: Phrase) -> int:
    """Return the index of the head noun of a describing segment, -1 where no word is a known head."""
    if phrase.words.has_capitals and phrase.words.head_first:
        order = list(range(core_end(phrase)))
    elif phrase.words.has_capitals:
        core = core_end(phrase)
        order = [*range(core - 1, -1, -1), *range(core, len(phrase))]
    else:
        order = list(range(len(phrase)))
    return next((i for i in order if kind_of_head(phrase.key(i), phrase.words)), -1)


def core_end(phrase: Phrase) -> int:
    """Return where a description's core ends: before the first preposition that opens a complement."""
    for index in range(1, len(phrase)):
        if phrase.tokens[index].norm in phrase.words.links and not _joins_capitals(phrase, index):
            return index
    return len(phrase)


def _joins_capitals(phrase: Phrase, index: int) -> bool:
    return (
        0 < index < len(phrase) - 1
        and phrase.is_capital(index - 1)
        and kind_of_head(phrase.key(index - 1), phrase.words) not in (SourceKind.PERSON, SourceKind.ANONYMOUS)
        and phrase.is_capital(index + 1)
    )


def _person_after_title(phrase: Phrase) -> Run | None:
    """Return the personal name that follows a title, in a script without capitals.

    A name begins at a known given name or a name's particle, or at a word without
    article after one with it: titles end in definite words, names are indefinite.
    """
    given = phrase.words.given_names
    if phrase.tokens[0].norm in given or kind_of_head(phrase.key(0), phrase.words) is not SourceKind.PERSON:
        known = phrase.tokens[0].norm in given or _before_particle(phrase, 0)
        return Run(0, _person_end(phrase, 0), SourceKind.PERSON) if known else None
    starts = [i for i in range(1, len(phrase)) if _starts_person(phrase, i)]
    honorific = phrase.tokens[0].norm in phrase.words.honorifics and len(phrase) > NAME_IN_TEXT
    if not (starts or honorific) or _belongs_to_named(phrase):
        return None
    opening = given.keys() | phrase.words.particles if starts else frozenset()
    certain = [i for i in starts if phrase.tokens[i].norm in opening]
    starts = _with_first_name(phrase, starts, certain) or starts
    if phrase.tokens[0].norm in phrase.words.honorifics and not certain:
        starts = [1]
    start = next((i for i in reversed(starts) if _opens_second_name(phrase, starts[0], i)), starts[0])
    return Run(start, _person_end(phrase, start), SourceKind.PERSON, 0)


def _with_first_name(phrase: Phrase, starts: list[int], certain: list[int]) -> list[int]:
    """Return the certain beginnings of a name, a first name that no list knows put before the first."""
    before = certain[0] - 1 if certain else -1
    if before not in starts or phrase.tokens[before].norm.startswith(tuple(phrase.words.proclitics)):
        return certain
    return [before, *certain]


def _belongs_to_named(phrase: Phrase) -> bool:
    """Tell a relation without article, which the name behind it identifies but does not name (والد س)."""
    if phrase.key(0) not in phrase.words.relation_heads or phrase.is_definite(0) or len(phrase) < 2:
        return False
    # The front's lawyer has an office; a woman's lawyer is told by her name.
    bodies = (SourceKind.ORGANISATION, SourceKind.OUTLET)
    return kind_of_head(phrase.key(1), phrase.words) not in bodies


def _opens_second_name(phrase: Phrase, first: int, index: int) -> bool:
    """Tell whether the name at `index` follows one that belongs to the title (the X campaign's head Y)."""
    words = phrase.words
    if index - first < NAME_IN_TEXT or len(phrase) - index < NAME_IN_TEXT:
        return False
    before, earlier = phrase.tokens[index - 1].norm, phrase.tokens[index - 2].norm
    inside = before in words.given_names or before in words.particles
    inside = inside or earlier in words.particles - words.inner_particles
    return not inside and not any(_is_title(phrase, i) for i in range(first + 1, index))


def title_and_name(phrase: Phrase) -> int:
    """Return where the name after a title ends in running text, 0 where the first word is no title of one.

    Nothing parts a name from the verb after it, so only known given names open one,
    and a name has two words, or as many as its particles join.
    """
    words = phrase.words
    if kind_of_head(phrase.key(0), words) is not SourceKind.PERSON or _belongs_to_named(phrase):
        return 0
    for index in range(1, len(phrase)):
        norm = phrase.tokens[index].norm
        if norm in words.openers or (index > 1 and _is_title(phrase, index) and not _names(phrase, index)):
            return 0
        if (norm in words.given_names and not phrase.is_link(index)) or _before_particle(phrase, index):
            return _with_family(phrase, _two_words(phrase, index))
    return 0


def _names(phrase: Phrase, index: int) -> bool:
    """Tell a second title with article right before the name (أمير س الشيخ ص)."""
    following = phrase.tokens[index + 1].norm if index + 1 < len(phrase) else ""
    named = following in phrase.words.given_names and not phrase.is_link(index + 1)
    return named and phrase.is_definite(index)


def _with_family(phrase: Phrase, end: int) -> int:
    """Return where a name ends with the definite adjective of relation that is its family's."""
    follows = end < len(phrase) and phrase.is_definite(end) and not phrase.is_definite(end - 1)
    return end + 1 if follows and phrase.tokens[end].norm.endswith(phrase.words.adjective_endings) else end


def _two_words(phrase: Phrase, start: int) -> int:
    index, proper = start, 0
    while index < len(phrase) and proper < NAME_IN_TEXT:
        proper += phrase.tokens[index].norm not in phrase.words.particles
        index += 1
        if index < len(phrase) and _ends_compound(phrase, index):
            proper += phrase.tokens[index - 1].norm in phrase.words.particles
            index += 1
        if index < len(phrase) and phrase.tokens[index].norm in phrase.words.particles:
            proper = min(proper, NAME_IN_TEXT - 1)
    return index


def _ends_compound(phrase: Phrase, index: int) -> bool:
    """Tell the second half of a given name of two words (زين العابدين, عبد الرحمن)."""
    return phrase.tokens[index].norm in phrase.words.inner_particles and phrase.is_definite(index)


def _starts_person(phrase: Phrase, index: int) -> bool:
    words, norm = phrase.words, phrase.tokens[index].norm
    if phrase.is_link(index) or phrase.is_link(index - 1) or norm in words.openers:
        return False
    if _before_particle(phrase, index):
        return True
    if norm in words.given_names:
        return (
            kind_of_head(phrase.key(index - 1), words) is not SourceKind.ORGANISATION
            or phrase.is_definite(index - 1)
            or words.bare_is_definite
        )
    plain = not phrase.is_definite(index) and kind_of_head(phrase.key(index), words) is None
    attached = norm.startswith(tuple(words.proclitics)) and (index > 1 or _hides_head(norm, words))
    ends_title = phrase.is_definite(index - 1) and not attached
    return plain and ends_title and norm not in words.quantifiers and norm not in words.same


def _hides_head(norm: str, words: SourceWords) -> bool:
    """Tell whether a word is a preposition with a known head (بوزارة)."""
    return kind_of_head(bare(norm[1:], words), words) is not None


def _before_particle(phrase: Phrase, index: int) -> bool:
    following = phrase.tokens[index + 1].norm if index + 1 < len(phrase) else ""
    inner = following in phrase.words.inner_particles
    opens = phrase.words.particles - (phrase.words.inner_particles if index else frozenset())
    opening = phrase.tokens[index].norm in opens and bool(following)
    return (inner or opening) and kind_of_head(phrase.key(index), phrase.words) is None


def _person_end(phrase: Phrase, start: int) -> int:
    """Return where a personal name ends: before the next title or preposition."""
    for index in range(start + 1, len(phrase)):
        norm = phrase.tokens[index].norm
        in_name = norm in phrase.words.particles or phrase.tokens[index - 1].norm in phrase.words.particles
        if in_name:
            continue
        title = norm not in phrase.words.given_names and _is_tail_title(phrase, index)
        ends = phrase.words.same | phrase.words.openers | phrase.words.quantifiers
        if phrase.is_link(index) or norm in ends or _is_relation(phrase, index):
            return index
        if title and index - start >= NAME_IN_TEXT:
            return index
        if index - start >= NAME_IN_TEXT and phrase.is_definite(index) and _is_object(phrase, index):
            return index
        if index - start >= NAME_IN_TEXT and _is_owned(phrase, index):
            return index - 1 if index - 1 - start >= NAME_IN_TEXT else index
    return len(phrase)


def _is_tail_title(phrase: Phrase, index: int) -> bool:
    """Tell a title behind a name.

    One without article before an unknown word is part of the name; so is one with it at
    the end, which many a family is called by (القاضي).
    """
    if kind_of_head(phrase.key(index), phrase.words) is None:
        return False
    if index + 1 >= len(phrase):
        return not phrase.is_definite(index)
    if phrase.is_definite(index):
        return True
    after = index + 1
    known = kind_of_head(phrase.key(after), phrase.words) is not None
    return phrase.is_definite(after) or known or phrase.is_link(after) or after + 1 < len(phrase)


def _is_relation(phrase: Phrase, index: int) -> bool:
    """Tell what somebody is to another who is named behind it (س زوجة ص)."""
    relation = phrase.tokens[index].norm in phrase.words.relation_heads
    return relation and index + 1 < len(phrase) and not _is_tail_adjective(phrase, index + 1)


def _is_tail_adjective(phrase: Phrase, index: int) -> bool:
    norm = phrase.tokens[index].norm
    return phrase.is_definite(index) and norm.endswith(phrase.words.adjective_endings or ("\0",))


def _is_object(phrase: Phrase, index: int) -> bool:
    norm = phrase.tokens[index].norm
    return norm.endswith(phrase.words.object_endings or ("\0",)) and norm not in phrase.words.not_objects


def _is_owned(phrase: Phrase, index: int) -> bool:
    """Tell whether a word carries a possessive, as an object behind the name does (summed up his lot)."""
    norm = phrase.tokens[index].norm
    if norm in phrase.words.given_names or phrase.is_definite(index) or len(norm) < _SHORTEST_OWNED:
        return False
    if _is_title(phrase, index - 1):
        return False  # A title inside a name has its other half behind it (شيخ روحه).
    return norm.endswith(phrase.words.possessive_suffixes or ("\0",))


def _outlet_name(phrase: Phrase) -> Run | None:
    """Return an outlet's own name, adjectives of country or kind left out.

    The head stays where what follows it is definite or goes on to it: الشروق alone is no name.
    """
    words = phrase.words
    kind = kind_of_head(phrase.key(0), words)
    if kind is not SourceKind.OUTLET or phrase.is_definite(0) or len(phrase) < 2:
        return None
    if phrase.tokens[1].norm in words.tail_adjectives or phrase.tokens[1].norm in words.links:
        return None
    last = next((i for i in range(2, len(phrase)) if phrase.tokens[i].norm in words.belonging), len(phrase))
    while last > 2 and phrase.tokens[last - 1].norm in words.tail_adjectives:
        last -= 1
    if kind_of_head(phrase.key(1), words) is not None:
        return Run(0, len(phrase), kind, 0)
    return Run(0 if phrase.is_definite(1) or _completes_head(phrase, last) else 1, last, kind, 0)


def _completes_head(phrase: Phrase, last: int) -> bool:
    """Tell whether a name goes on with what its head is for (وكالة س للأنباء): alone it would be cut."""
    doubled = max(phrase.words.proclitics, key=len, default="\0")
    return any(phrase.tokens[i].norm.startswith(doubled) for i in range(2, last))


def _person_before_title(phrase: Phrase) -> Run | None:
    """Return a name without a title before it; a title added without a comma ends it."""
    if kind_of_head(phrase.key(0), phrase.words) or phrase.tokens[0].norm in phrase.words.quantifiers:
        return None
    last_title = len(phrase) - phrase.is_definite(len(phrase) - 1)  # Many a family is called by one.
    title = next((i for i in range(2, last_title) if _is_title(phrase, i)), len(phrase))
    link = next(
        (i for i in range(1, len(phrase)) if phrase.tokens[i].norm in phrase.words.links), len(phrase)
    )
    last = min(title, link)
    head = title if title == last and title < len(phrase) else -1
    return Run(0, last, SourceKind.PERSON, head) if last <= LONGEST_PERSON else None


def _is_title(phrase: Phrase, index: int) -> bool:
    given = phrase.tokens[index].norm in phrase.words.given_names
    return not given and kind_of_head(phrase.key(index), phrase.words) is SourceKind.PERSON
