"""Finding the proper name among the words of one segment of a source."""

from dataclasses import dataclass

from claims.nlp.source_phrases import Phrase, bare
from claims.nlp.source_words import SourceWords
from claims.nlp.types import SourceKind

_LONGEST_PERSON = 6
"""Words; personal names with more are two persons or a title read as a name."""

_NAME_IN_TEXT = 2
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
    ending = words.plural_ending
    return SourceKind.ANONYMOUS if ending and key.removesuffix(ending) in words.person_heads else None


def stems(key: str, words: SourceWords) -> list[str]:
    """Return the word without an ending of gender, case or possession, for each that it may have."""
    endings = (*words.feminine_endings, *words.suffixes)
    return [key[: -len(e)] for e in endings if key.endswith(e) and len(key) - len(e) >= _SHORTEST_STEM]


def find_name(phrase: Phrase) -> Run | None:
    """Return the proper name in a segment, None where it only describes."""
    if phrase.words.has_capitals:
        return _capital_name(phrase)
    return _person_after_title(phrase) or _outlet_name(phrase) or _person_before_title(phrase)


def find_head(phrase: Phrase) -> int:
    """Return the index of the head noun of a describing segment, -1 where no word is a known head."""
    if phrase.words.has_capitals:
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
        and kind_of_head(phrase.key(index - 1), phrase.words) is not SourceKind.PERSON
        and phrase.is_capital(index + 1)
    )


def _capital_name(phrase: Phrase) -> Run | None:
    core = core_end(phrase)
    if phrase.key(core - 1) in phrase.words.anonymous_heads and core > 1:
        return None
    last_kind = kind_of_head(phrase.key(core - 1), phrase.words)
    if last_kind and (not phrase.is_capital(core - 1) or _is_sentence_case(phrase, core - 1)):
        return _name_before_head(phrase, core - 1, last_kind)
    for index in range(core - 2, -1, -1):
        titled = kind_of_head(phrase.key(index), phrase.words)
        named = phrase.is_capital(index + 1) and not kind_of_head(phrase.key(index + 1), phrase.words)
        if titled and named and (titled is SourceKind.PERSON or not phrase.is_capital(index)):
            return _titled_name(phrase, index, titled)
    return _plain_name(phrase, core)


def _titled_name(phrase: Phrase, head: int, kind: SourceKind) -> Run:
    last = _run_end(phrase, head + 1)
    if kind is SourceKind.PERSON and last - head - 1 > _LONGEST_PERSON:
        kind = SourceKind.ORGANISATION
    return Run(head + 1, last, SourceKind.ORGANISATION if kind is SourceKind.ANONYMOUS else kind, head)


def _run_end(phrase: Phrase, first: int) -> int:
    """Return where the run of capitals from `first` ends, particles between capitals included."""
    last = first + 1
    for index in range(first + 1, len(phrase)):
        token = phrase.tokens[index]
        if phrase.is_capital(index) and not token.norm.endswith("'s"):
            last = index + 1
        elif token.norm not in phrase.words.particles | phrase.words.joiners:
            break
    return last


def _name_before_head(phrase: Phrase, head: int, kind: SourceKind) -> Run | None:
    """Return the name to which a lower-case head is only added (Valley news agency)."""
    added = phrase.key(head) in phrase.words.tail_adjectives
    last = (
        head - 1 if added and head > 1 and phrase.tokens[head - 1].norm in phrase.words.name_fillers else head
    )
    first = next((i for i in range(last) if phrase.is_capital(i)), last)
    if not added or first == last or not phrase.is_capital(last - 1):
        return None
    if phrase.tokens[first].norm in phrase.words.common_modifiers:
        return None
    if (
        phrase.tokens[last - 1].norm.endswith((*phrase.words.adjective_endings, "'s", "s'"))
        and last - first == 1
    ):
        return None
    return Run(first, last, kind, head)


def _plain_name(phrase: Phrase, core: int) -> Run | None:
    runs = [(i, _run_end(phrase, i)) for i in range(core) if _opens_run(phrase, i)]
    runs = [
        (i, j) for i, j in runs if j - i > 1 or phrase.tokens[i].norm not in phrase.words.common_modifiers
    ]
    if not runs:
        return None
    first, last = max(
        runs, key=lambda run: (_kind_of_run(phrase, *run) is not SourceKind.PERSON, run[1] - run[0])
    )
    lower_left = [phrase.tokens[i] for i in range(last, core)]
    if phrase.tokens[first].norm.endswith(phrase.words.adjective_endings) and lower_left:
        return None
    return Run(first, last, _kind_of_run(phrase, first, last))


def _opens_run(phrase: Phrase, index: int) -> bool:
    return (
        phrase.is_capital(index)
        and (index == 0 or not phrase.is_capital(index - 1))
        and not _is_sentence_case(phrase, index)
    )


def _is_sentence_case(phrase: Phrase, index: int) -> bool:
    """Tell whether a capital may only be the first letter of a sentence (Officials, Two residents)."""
    if index or (len(phrase) > 1 and phrase.is_capital(1)):
        return False
    key = phrase.key(0)
    return key in phrase.words.quantifiers or kind_of_head(key, phrase.words) in (
        SourceKind.ANONYMOUS,
        SourceKind.PERSON,
    )


def _kind_of_run(phrase: Phrase, first: int, last: int) -> SourceKind:
    keys = [phrase.key(i) for i in range(first, last)]
    if keys[0] in phrase.words.given_names:
        return SourceKind.PERSON
    if any(key in phrase.words.outlet_heads for key in keys):
        return SourceKind.OUTLET
    bodies = phrase.words.body_heads | phrase.words.group_heads | phrase.words.company_words
    if any(key in bodies for key in keys):
        return SourceKind.ORGANISATION
    in_capitals = all(phrase.tokens[i].span.text(phrase.text).isupper() for i in range(first, last))
    return SourceKind.ORGANISATION if in_capitals or last - first > _LONGEST_PERSON else SourceKind.PERSON


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
    if not starts:
        return None
    start = next((i for i in reversed(starts) if _opens_second_name(phrase, starts[0], i)), starts[0])
    return Run(start, _person_end(phrase, start), SourceKind.PERSON, 0)


def _opens_second_name(phrase: Phrase, first: int, index: int) -> bool:
    """Tell whether the name at `index` follows one that belongs to the title (the X campaign's head Y)."""
    words = phrase.words
    if index - first < _NAME_IN_TEXT or len(phrase) - index < _NAME_IN_TEXT:
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
    if kind_of_head(phrase.key(0), words) is not SourceKind.PERSON:
        return 0
    for index in range(1, len(phrase)):
        norm = phrase.tokens[index].norm
        if norm in words.openers or (index > 1 and _is_title(phrase, index)):
            return 0
        if norm in words.given_names or _before_particle(phrase, index):
            return _two_words(phrase, index)
    return 0


def _two_words(phrase: Phrase, start: int) -> int:
    index, proper = start, 0
    while index < len(phrase) and proper < _NAME_IN_TEXT:
        proper += phrase.tokens[index].norm not in phrase.words.particles
        index += 1
        if index < len(phrase) and phrase.tokens[index].norm in phrase.words.particles:
            proper = min(proper, _NAME_IN_TEXT - 1)
    return index


def _starts_person(phrase: Phrase, index: int) -> bool:
    words, norm = phrase.words, phrase.tokens[index].norm
    if phrase.is_link(index) or phrase.is_link(index - 1) or norm in words.openers:
        return False
    if _before_particle(phrase, index):
        return True
    if norm in words.given_names:
        return kind_of_head(
            phrase.key(index - 1), words
        ) is not SourceKind.ORGANISATION or phrase.is_definite(index - 1)
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
    opening = phrase.tokens[index].norm in phrase.words.particles and bool(following)
    return (inner or opening) and kind_of_head(phrase.key(index), phrase.words) is None


def _person_end(phrase: Phrase, start: int) -> int:
    """Return where a personal name ends: before the next title or preposition."""
    for index in range(start + 1, len(phrase)):
        norm = phrase.tokens[index].norm
        in_name = norm in phrase.words.particles or phrase.tokens[index - 1].norm in phrase.words.particles
        if in_name:
            continue
        title = (
            kind_of_head(phrase.key(index), phrase.words) is not None and norm not in phrase.words.given_names
        )
        if phrase.is_link(index) or norm in phrase.words.same or norm in phrase.words.openers:
            return index
        if title and index - start >= _NAME_IN_TEXT:
            return index
        if index - start >= _NAME_IN_TEXT and phrase.is_definite(index) and _is_object(phrase, index):
            return index
        if index - start >= _NAME_IN_TEXT and _is_owned(phrase, index):
            return index - 1 if index - 1 - start >= _NAME_IN_TEXT else index
    return len(phrase)


def _is_object(phrase: Phrase, index: int) -> bool:
    return phrase.tokens[index].norm.endswith(phrase.words.object_endings or ("\0",))


def _is_owned(phrase: Phrase, index: int) -> bool:
    """Tell whether a word carries a possessive, as an object behind the name does (summed up his lot)."""
    norm = phrase.tokens[index].norm
    if norm in phrase.words.given_names or phrase.is_definite(index) or len(norm) < _SHORTEST_OWNED:
        return False
    return norm.endswith(phrase.words.possessive_suffixes or ("\0",))


def _outlet_name(phrase: Phrase) -> Run | None:
    """Return an outlet's own name, adjectives of country or kind left out.

    The head stays where what follows it is one definite word: الشروق alone is no name.
    """
    words = phrase.words
    kind = kind_of_head(phrase.key(0), words)
    if kind is not SourceKind.OUTLET or phrase.is_definite(0) or len(phrase) < 2:
        return None
    if phrase.tokens[1].norm in words.tail_adjectives or phrase.tokens[1].norm in words.links:
        return None
    last = len(phrase)
    while last > 2 and phrase.tokens[last - 1].norm in words.tail_adjectives:
        last -= 1
    if kind_of_head(phrase.key(1), words) is not None:
        return Run(0, len(phrase), kind, 0)
    return Run(0 if last == 2 and phrase.is_definite(1) else 1, last, kind, 0)


def _person_before_title(phrase: Phrase) -> Run | None:
    """Return a name without a title before it; a title added without a comma ends it."""
    if kind_of_head(phrase.key(0), phrase.words) or phrase.tokens[0].norm in phrase.words.quantifiers:
        return None
    title = next((i for i in range(2, len(phrase)) if _is_title(phrase, i)), len(phrase))
    link = next(
        (i for i in range(1, len(phrase)) if phrase.tokens[i].norm in phrase.words.links), len(phrase)
    )
    last = min(title, link)
    head = title if title == last and title < len(phrase) else -1
    return Run(0, last, SourceKind.PERSON, head) if last <= _LONGEST_PERSON else None


def _is_title(phrase: Phrase, index: int) -> bool:
    given = phrase.tokens[index].norm in phrase.words.given_names
    return not given and kind_of_head(phrase.key(index), phrase.words) is SourceKind.PERSON
