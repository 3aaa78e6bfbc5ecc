"""Finding the proper name among the words of one segment of a source, in a script with capitals."""

from claims.nlp.components.name_runs import LONGEST_PERSON, NAME_IN_TEXT, Run, core_end, kind_of_head
from claims.nlp.source_phrases import Phrase
from claims.nlp.types import SourceKind


def capital_name(phrase: Phrase) -> Run | None:
    """Return the proper name in a segment, None where it only describes."""
    words = phrase.words
    if words.head_first and (kind := kind_of_head(phrase.key(0), words)) is not None:
        return _name_after_head(phrase, kind)
    if phrase.key(0) in words.portfolios and len(phrase) > 1 and phrase.is_capital(1):
        return Run(1, _run_end(phrase, 1), SourceKind.PERSON)
    core = core_end(phrase)
    if phrase.key(core - 1) in words.anonymous_heads and len(phrase) > 1:
        return None
    return _named_before_title(phrase) or _named_after_office(phrase) or _name_of_core(phrase, core)


def _name_of_core(phrase: Phrase, core: int) -> Run | None:
    """Return the name among the words before any preposition."""
    last_kind = kind_of_head(phrase.key(core - 1), phrase.words)
    if last_kind in (SourceKind.ORGANISATION, SourceKind.OUTLET) and core == 1:
        return None
    if last_kind and (not phrase.is_capital(core - 1) or _is_sentence_case(phrase, core - 1)):
        return _name_before_head(phrase, core - 1, last_kind)
    for index in range(core - 2, -1, -1):
        titled = kind_of_head(phrase.key(index), phrase.words)
        follows = phrase.is_capital(index + 1) and not kind_of_head(phrase.key(index + 1), phrase.words)
        if titled and follows and (titled is SourceKind.PERSON or not phrase.is_capital(index)):
            return _titled_name(phrase, index, titled)
    return _plain_name(phrase, core)


def _name_after_head(phrase: Phrase, kind: SourceKind) -> Run | None:
    """Return the name in a phrase that its head opens (Union européenne, maire de Tarfa Paul Noir)."""
    if kind in (SourceKind.ORGANISATION, SourceKind.OUTLET) and phrase.is_capital(0):
        return Run(0, len(phrase), kind, 0)
    if kind in (SourceKind.ANONYMOUS, SourceKind.DOCUMENT):
        return None
    start = next((i for i in range(1, len(phrase)) if _opens_name(phrase, i, kind)), 0)
    return _titled_name(phrase, 0, kind, start) if start else None


def _opens_name(phrase: Phrase, index: int, kind: SourceKind) -> bool:
    """Tell whether a name of its own begins here, not the complement of the head before it."""
    words = phrase.words
    if not phrase.is_capital(index) or kind_of_head(phrase.key(index), words) is not None:
        return False
    before = phrase.tokens[index - 1].norm
    complement = before in words.links | words.joiners | words.articles | words.particles
    titled = index == 1 or not phrase.is_capital(index - 1)
    if titled or kind is not SourceKind.PERSON:
        return titled and not complement
    return phrase.key(index - 1) in words.portfolios or phrase.tokens[index].norm in words.given_names


def _titled_name(phrase: Phrase, head: int, kind: SourceKind, start: int = 0) -> Run:
    first = start or head + 1
    last = _run_end(phrase, first)
    if last == head + 2 and phrase.key(head) in phrase.words.kept_titles and phrase.is_capital(head):
        return Run(head, last, SourceKind.PERSON, head)
    if kind is SourceKind.PERSON and last - first > LONGEST_PERSON:
        kind = SourceKind.ORGANISATION
    return Run(first, last, SourceKind.ORGANISATION if kind is SourceKind.ANONYMOUS else kind, head)


def _run_end(phrase: Phrase, first: int) -> int:
    """Return where the run of capitals from `first` ends, particles between capitals included."""
    last = first + 1
    for index in range(first + 1, len(phrase)):
        token = phrase.tokens[index]
        if phrase.is_capital(index) and not token.norm.endswith("'s"):
            if last < index and _describes_person(phrase, first, last, index):
                break
            last = index + 1
        elif token.norm not in phrase.words.particles | phrase.words.joiners:
            break
        elif last == index and token.norm in phrase.words.articles:
            # An article right behind a name opens an apposition (Ana Reed the mayor of Lakeside).
            break
    return last


def _describes_person(phrase: Phrase, first: int, last: int, index: int) -> bool:
    """Tell whether the capital behind small words says what the person before them is or belongs to."""
    words = phrase.words
    small = [phrase.tokens[i].norm for i in range(last, index)]
    if all(word in words.particles - words.joiners for word in small):
        return False
    if kind_of_head(phrase.key(index), words) is SourceKind.PERSON:
        return True
    known = phrase.tokens[first].norm in words.given_names
    bodies = words.body_heads | words.company_words | words.outlet_heads | words.group_heads
    personal = not any(phrase.key(i) in bodies for i in range(first, last))
    return personal and known and last - first >= NAME_IN_TEXT


def _name_before_head(phrase: Phrase, head: int, kind: SourceKind) -> Run | None:
    """Return the name to which a lower-case head is only added (Valley news agency)."""
    added = phrase.key(head) in phrase.words.tail_adjectives
    last = (
        head - 1 if added and head > 1 and phrase.tokens[head - 1].norm in phrase.words.name_fillers else head
    )
    first = next((i for i in range(last) if phrase.is_capital(i)), last)
    if last - first > 1 and phrase.tokens[first].norm.endswith(phrase.words.adjective_endings):
        first += 1
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
    # What a possessive follows only owns what is described (Port Reed's harbour master).
    runs = [(i, j) for i, j in runs if not _is_owner(phrase, j)]
    if not runs:
        return None
    offices = [r for r in runs if kind_of_head(phrase.key(r[0]), phrase.words) is not SourceKind.PERSON]
    runs = offices or runs
    opening = phrase.tokens[0].norm in phrase.words.given_names
    if opening and runs[0][0] == 0 and runs[0][1] >= NAME_IN_TEXT:
        return Run(0, _before_capital_title(phrase, runs[0][1]), SourceKind.PERSON)
    first, last = max(
        runs, key=lambda run: (_kind_of_run(phrase, *run) is not SourceKind.PERSON, run[1] - run[0])
    )
    lower_left = [phrase.tokens[i] for i in range(last, core)]
    apposed = bool(lower_left) and lower_left[0].norm in phrase.words.articles
    if not apposed and phrase.tokens[first].norm.endswith(phrase.words.adjective_endings) and lower_left:
        return None
    return Run(first, last, _kind_of_run(phrase, first, last))


def _is_owner(phrase: Phrase, end: int) -> bool:
    """Tell whether a run of capitals goes on in a possessive that small words follow."""
    if end + 1 >= len(phrase) or not phrase.is_capital(end) or phrase.is_capital(end + 1):
        return False
    return phrase.tokens[end].norm.endswith("'s")


def _before_capital_title(phrase: Phrase, end: int) -> int:
    """Return where a personal name ends before a title that is written with capitals as well."""
    words = phrase.words
    titled = any(phrase.key(i) in words.person_heads for i in range(NAME_IN_TEXT + 1, end))
    small = any(phrase.tokens[i].norm in words.particles | words.joiners for i in range(end))
    return NAME_IN_TEXT if titled and not small else end


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
    return SourceKind.ORGANISATION if in_capitals or last - first > LONGEST_PERSON else SourceKind.PERSON


def _named_before_title(phrase: Phrase) -> Run | None:
    """Return a personal name that opens a phrase, its title following in small letters (Ana Reed head of)."""
    last = next((i for i in range(len(phrase)) if not phrase.is_capital(i)), len(phrase))
    if not NAME_IN_TEXT <= last < len(phrase):
        return None
    title = next((i for i in range(last, len(phrase)) if kind_of_head(phrase.key(i), phrase.words)), -1)
    if phrase.tokens[0].norm not in phrase.words.given_names and not _is_apposed(phrase, last, title):
        return None
    small = all(not phrase.is_capital(i) for i in range(last, title + 1))
    person = title >= 0 and kind_of_head(phrase.key(title), phrase.words) is SourceKind.PERSON
    return Run(0, last, SourceKind.PERSON, title) if person and small else None


def _is_apposed(phrase: Phrase, last: int, title: int) -> bool:
    """Tell a title that only belongs to the capitals before it: behind an article, or before its office."""
    words = phrase.words
    known = words.body_heads | words.company_words | words.outlet_heads | words.group_heads
    if title < 0 or any(phrase.key(i) in known | words.person_heads for i in range(last)):
        return False
    after_article = phrase.tokens[last].norm in words.articles
    before_office = title + 1 < len(phrase) and phrase.tokens[title + 1].norm in words.links
    return after_article or (title == last and before_office)


def _named_after_office(phrase: Phrase) -> Run | None:
    """Return a personal name that ends a phrase after an office with its body (Head of News Ana Reed)."""
    if kind_of_head(phrase.key(0), phrase.words) is not SourceKind.PERSON:
        return None
    for index in range(2, len(phrase) - 1):
        capitals = all(
            phrase.is_capital(i) or phrase.tokens[i].norm in phrase.words.particles
            for i in range(index, len(phrase))
        )
        if capitals and phrase.tokens[index].norm in phrase.words.given_names and phrase.is_capital(index):
            return Run(index, len(phrase), SourceKind.PERSON, 0)
    return None
