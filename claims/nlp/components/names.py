"""Reading who a source is from the words that name it: clean name, kind, gender, number."""

import re
from dataclasses import replace
from functools import lru_cache

from claims.nlp.components.capital_names import capital_name
from claims.nlp.components.credits import is_outlet_name
from claims.nlp.components.descriptions import LONGEST_QUOTED_NAME, describe
from claims.nlp.components.name_runs import Run, core_end, kind_of_head, stems, written_name
from claims.nlp.components.naming import Naming, tidy_name
from claims.nlp.folding import folded
from claims.nlp.source_phrases import Phrase, bare, content_keys, quoted_run, read_segments
from claims.nlp.source_words import SourceWords
from claims.nlp.tokens import Token, fold
from claims.nlp.types import SourceKind, Span
from workbench.core.text import fold_letters

_LONGEST_BARE_NAME = 4
"""Words of a name that neither a title nor a known given name supports."""


def name_source(text: str, span: Span, words: SourceWords) -> Naming | None:
    """Return how the words of `span` name a source, or None where they hold no word."""
    called = _read_called(text, span, words)
    if called:
        return called
    segments = read_segments(text, span, words)
    if not segments or (segments[0].tokens[0].norm in words.never_first and not segments[0].is_named(0)):
        return None
    namings = [_name_segment(_without_proclitic(segment)) for segment in segments]
    return _with_apposition(namings, words) if len(namings) > 1 else namings[0]


@lru_cache(maxsize=8)
def _naming_pattern(expressions: tuple[str, ...]) -> re.Pattern[str]:
    joined = "|".join(f"(?:{fold_letters(e)})" for e in expressions)
    return re.compile(rf"(?<!\w)(?:{joined})\s*(?=[\w\"“«'‘])" if joined else r"(?!)")


def _read_called(text: str, span: Span, words: SourceWords) -> Naming | None:
    """Return the name that a description is given by words like "known as", with the description's head."""
    phrase = next(folded(text).find(_naming_pattern(words.naming_phrases), span), None)
    if phrase is None or phrase.start <= span.start or phrase.end >= span.end:
        return None
    described = name_source(text, Span(span.start, phrase.start), words)
    quoted = quoted_run(text, Span(phrase.end, span.end))
    close = quoted is not None and quoted.start - phrase.end <= 1
    after = quoted if close and quoted else Span(phrase.end, span.end)
    named = name_source(text, after, words)
    if named and words.has_capitals and fold(named.name.split()[0]) in words.articles:
        named = replace(named, name=named.name.partition(" ")[2])
        close = named.name[:1].isupper()
    if described is None or named is None or described.proper or not (named.proper or close):
        return None
    person = described.kind in (SourceKind.PERSON, SourceKind.ANONYMOUS) and described.number != "p"
    kind = SourceKind.PERSON if person else SourceKind.ORGANISATION
    named = replace(named, kind=kind, proper=True, anonymous=False, issuer=None)
    return _joined(named, described)


def names_by_phrase(between: str, words: SourceWords) -> bool:
    """Tell whether the words between a description and a name are those by which one gives the other."""
    follows = f"{between} x"
    found = folded(follows).find(_naming_pattern(words.naming_phrases), Span(0, len(follows)))
    return any(match.start <= 1 and match.end == len(follows) - 1 for match in found)


def in_full(name: str, words: SourceWords) -> str:
    """Return a name behind its preposition as it is written alone: للوادي is الوادي."""
    doubled = max(words.proclitics, key=len, default="")
    if len(doubled) > 1 and name.startswith(doubled):
        return words.proclitics[doubled] + name[len(doubled) :]
    return name


def is_object(naming: Naming, words: SourceWords) -> bool:
    """Tell a single definite word in the case of an object, which no speaker after a verb has."""
    word = fold(naming.name)
    single = " " not in naming.name and word != bare(word, words)
    ends = word.endswith(words.object_endings or ("\0",)) and word not in words.not_objects
    return single and ends and not naming.given


def is_plausible(naming: Naming, words: SourceWords) -> bool:
    """Tell whether words that stand where a source stands can name one.

    A name, a head noun or a determiner does; a run of other words was cut wrongly.
    """
    if naming.head or naming.pronoun or naming.definite or naming.given or naming.issuer:
        return True
    named = naming.name.split()
    first = fold(named[0]) if named else ""
    if first in words.quantifiers | words.articles or bare(first, words) != first:
        return True
    return naming.proper and (words.has_capitals or len(named) <= _LONGEST_BARE_NAME)


def _with_apposition(namings: list[Naming], words: SourceWords) -> Naming:
    """Return the naming of a source whose segments name and describe one another."""
    first, rest = namings[0], namings[1:]
    if first.issuer and rest[0].proper and rest[0].kind is SourceKind.PERSON:
        return replace(first, issuer=Span(first.issuer.start, rest[0].span.end))
    sure = first.determined or not words.bare_is_definite
    if sure and _renames(first, rest[0]):
        return replace(_joined(rest[0], first), kind=first.kind)
    if first.pronoun or first.issuer or (first.kind not in (SourceKind.PERSON, SourceKind.ANONYMOUS)):
        return first
    personal = next((n for n in rest if n.given and not n.head), None) or _whole_name(first, rest[0], words)
    if personal and first.proper and (first.head or not first.given):
        return _joined(personal, replace(first, modifiers=first.modifiers | frozenset(first.name.split())))
    if first.proper:
        other = next((n for n in rest if n.head and not n.proper), None)
        return _joined(first, other) if other else first
    named = next((n for n in rest if n.proper and n.kind is SourceKind.PERSON and not n.points_back), None)
    return _joined(named, first) if named else first


def _whole_name(titled: Naming, apposed: Naming, words: SourceWords) -> Naming | None:
    """Return an apposed name of several words where the title before it only holds a word like a name."""
    inside = titled.proper and titled.head and " " not in titled.name and not words.has_capitals
    whole = apposed.proper and apposed.kind is SourceKind.PERSON and not apposed.head
    return apposed if inside and whole and 1 < len(apposed.name.split()) <= _LONGEST_BARE_NAME else None


def _renames(body: Naming, apposed: Naming) -> bool:
    """Tell whether an apposition is the name of the organisation that the words before it describe."""
    described = body.kind in (SourceKind.ORGANISATION, SourceKind.OUTLET) and not body.proper
    short = len(apposed.name.split()) <= _LONGEST_BARE_NAME
    return described and body.definite and apposed.proper and not (apposed.given or apposed.head) and short


def _joined(named: Naming, described: Naming) -> Naming:
    return replace(
        named,
        head=named.head or described.head,
        further_heads=named.further_heads | described.further_heads | ({described.head} - {""}),
        modifiers=named.modifiers | described.modifiers,
        gender=named.gender or described.gender,
        anonymous=False,
    )


def _without_proclitic(phrase: Phrase) -> Phrase:
    """Drop a preposition written together with the first word, where what is left is a known word."""
    token, words = phrase.tokens[0], phrase.words
    joined = token.norm.startswith(words.pronoun_prefixes or ("\0",)) and _is_joined(token.norm, words)
    if joined:
        return Phrase(phrase.text, (_moved(token, 1), *phrase.tokens[1:]), words)
    for proclitic, instead in words.proclitics.items():
        rest = instead + token.norm[len(proclitic) :]
        family = len(phrase) == 1 and not token.norm.startswith(words.spoken_clitics or ("",))
        if family or not token.norm.startswith(proclitic):
            continue
        if _is_known(rest, words) and not _is_known(token.norm, words):
            moved = replace(token, start=token.start + len(proclitic) - len(instead), norm=rest)
            return Phrase(phrase.text, (moved, *phrase.tokens[1:]), words)
    return phrase


def _is_joined(norm: str, words: SourceWords) -> bool:
    """Tell a conjunction before a known word with its article (والنواب)."""
    rest = norm[1:]
    known = kind_of_head(bare(rest, words), words) is not None
    article = rest.startswith(words.definite_prefixes[:1] or ("\0",))
    return article and known and norm not in words.person_heads and norm not in words.given_names


def _moved(token: Token, letters: int) -> Token:
    return replace(token, start=token.start + letters, norm=token.norm[letters:])


def _without_conjunction(norm: str, words: SourceWords) -> str:
    """Return a pronoun without the conjunction written together with it."""
    return (
        norm[1:]
        if norm.startswith(words.pronoun_prefixes or ("\0",)) and norm[1:] in words.pronouns
        else norm
    )


def _is_known(word: str, words: SourceWords) -> bool:
    known = word in words.same | words.quantifiers | words.latter or word in words.given_names
    return known or kind_of_head(bare(word, words), words) is not None


def _name_segment(phrase: Phrase) -> Naming:
    first = _without_conjunction(phrase.tokens[0].norm, phrase.words)
    if len(phrase) > 1 and first in phrase.words.pronouns:
        return _name_segment(phrase.cut(1))
    if first in phrase.words.pronouns:
        gender, number = phrase.words.pronouns[first]
        span = phrase.span
        return Naming(
            name=span.text(phrase.text),
            span=span,
            kind=SourceKind.PERSON,
            gender=gender,
            number=number,
            pronoun=True,
            points_back=True,
        )
    start = _determiners(phrase)
    core = phrase.cut(start)
    unnamed = _is_one_of_many(phrase, core) or (len(core) == 1 and core.key(0) in core.words.latter)
    run = None if unnamed else _find_name(core)
    return _proper(core, run) if run else describe(phrase, core, start)


def _find_name(phrase: Phrase) -> Run | None:
    return capital_name(phrase) if phrase.words.has_capitals else written_name(phrase)


def _is_one_of_many(phrase: Phrase, core: Phrase) -> bool:
    """Tell an indefinite phrase that ends in a common noun: names inside describe (six Lakeside rowers)."""
    indefinite = phrase.tokens[0].norm in phrase.words.quantifiers and not phrase.tokens[0].norm[:1].isdigit()
    end = core_end(core)
    return phrase.words.has_capitals and indefinite and end > 1 and not core.is_capital(end - 1)


def _determiners(phrase: Phrase) -> int:
    """Return how many first words only determine (the, its, the same), leaving at least one."""
    words = phrase.words
    skipped = words.articles | words.definite | words.possessives | words.same
    start = 0
    while start < len(phrase) - 1 and phrase.tokens[start].norm in skipped:
        start += 1
    return start


def _proper(core: Phrase, run: Run) -> Naming:
    last = run.last
    while last - run.first > 1 and core.tokens[last - 1].norm in core.words.name_tails:
        last -= 1
    named = core.cut(run.first, last)
    span = _within_quotes(core, named.span)
    head = core.key(run.head) if run.head >= 0 else ""
    name = tidy_name(span.text(core.text))
    given = named.tokens[0].norm in core.words.given_names.keys() - core.words.person_heads
    nameless = run.kind is SourceKind.PERSON and run.head < 0 and not given and core.words.has_capitals
    may_be_outlet = nameless or run.kind is SourceKind.ORGANISATION
    kind = SourceKind.OUTLET if may_be_outlet and is_outlet_name(name) else run.kind
    return Naming(
        name=name,
        span=span,
        kind=kind,
        proper=True,
        head=head,
        modifiers=content_keys(core) - content_keys(named) - {head},
        gender=_gender(core, run),
        given=given,
        number="s" if kind is SourceKind.PERSON else "",
    )


def _within_quotes(core: Phrase, named: Span) -> Span:
    """Prefer the quoted run where a name stands in quotation marks after its head."""
    quoted = quoted_run(core.text, Span(max(0, core.span.start - 1), core.span.end + 1))
    if quoted and named.overlaps(quoted) and len(quoted.text(core.text).split()) <= LONGEST_QUOTED_NAME:
        return quoted
    return named


def _gender(core: Phrase, run: Run) -> str:
    words = core.words
    if run.head >= 0 and run.kind is SourceKind.PERSON:
        key, norm = core.key(run.head), core.tokens[run.head].norm
        if (
            key in words.feminine_heads
            or norm in words.feminine_heads
            or norm.endswith(words.feminine_endings)
            or any(stem.endswith(words.feminine_endings or ("\0",)) for stem in stems(key, words))
        ):
            return "f"
        if words.feminine_endings:
            return "m"
    return words.given_names.get(core.tokens[run.first].norm, "")
