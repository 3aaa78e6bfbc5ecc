"""Reading who a source is from the words that name it: clean name, kind, gender, number."""

from dataclasses import dataclass, replace

from claims.nlp.components.credits import is_outlet_name
from claims.nlp.components.name_runs import Run, core_end, find_head, find_name, kind_of_head
from claims.nlp.source_phrases import Phrase, bare, content_keys, quoted_run, read_segments
from claims.nlp.source_words import SourceWords
from claims.nlp.tokens import fold
from claims.nlp.types import SourceKind, Span

_LONGEST_QUOTED_NAME = 5
"""Words; a longer quoted run inside a source is a title or speech."""

_LONGEST_BARE_NAME = 4
"""Words of a name that neither a title nor a known given name supports."""

_SHORTEST_ISSUER = 3
"""Letters of a word with its preposition."""

_IDENTIFIED = frozenset({SourceKind.ORGANISATION, SourceKind.OUTLET})


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """How one mention names a source.

    `name` is clean: no title tail, apposition or relative clause. `proper` tells a
    name from a description ("the mayor"); `head` is the description's head noun and
    `modifiers` its other words, bare and folded. `definite` phrases may point back,
    `determined` ones by an article or prefix, and `points_back` is true where the words
    only make sense after an earlier mention (he, the same source, its chief);
    `identified` tells that a name says whose it is, and `given` that a personal name
    begins with a known given name.
    """

    name: str
    span: Span
    kind: SourceKind
    proper: bool = False
    head: str = ""
    modifiers: frozenset[str] = frozenset()
    definite: bool = False
    determined: bool = False
    identified: bool = False
    given: bool = False
    points_back: bool = False
    anonymous: bool = False
    gender: str = ""
    number: str = ""
    pronoun: bool = False
    issuer: Span | None = None


def name_source(text: str, span: Span, words: SourceWords) -> Naming | None:
    """Return how the words of `span` name a source, or None where they hold no word."""
    segments = read_segments(text, span, words)
    if not segments or (segments[0].tokens[0].norm in words.never_first and not segments[0].is_named(0)):
        return None
    namings = [_name_segment(_without_proclitic(segment)) for segment in segments]
    return _with_apposition(namings) if len(namings) > 1 else namings[0]


def is_object(naming: Naming, words: SourceWords) -> bool:
    """Tell a single definite word in the case of an object, which no speaker after a verb has."""
    word = fold(naming.name)
    single = " " not in naming.name and word != bare(word, words)
    return single and word.endswith(words.object_endings or ("\0",)) and not naming.given


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


def _with_apposition(namings: list[Naming]) -> Naming:
    """Return the naming of a source whose segments name and describe one another."""
    first, rest = namings[0], namings[1:]
    if first.pronoun or first.issuer or (first.kind not in (SourceKind.PERSON, SourceKind.ANONYMOUS)):
        return first
    personal = next((n for n in rest if n.given and not n.head), None)
    if personal and first.proper and (first.head or not first.given):
        return _joined(personal, replace(first, modifiers=first.modifiers | frozenset(first.name.split())))
    if first.proper:
        other = next((n for n in rest if n.head and not n.proper), None)
        return _joined(first, other) if other else first
    named = next((n for n in rest if n.proper and n.kind is SourceKind.PERSON and not n.points_back), None)
    return _joined(named, first) if named else first


def _joined(named: Naming, described: Naming) -> Naming:
    return replace(
        named,
        head=named.head or described.head,
        modifiers=named.modifiers | described.modifiers,
        gender=named.gender or described.gender,
        anonymous=False,
    )


def _without_proclitic(phrase: Phrase) -> Phrase:
    """Drop a preposition written together with the first word, where what is left is a known word."""
    token, words = phrase.tokens[0], phrase.words
    for proclitic, instead in words.proclitics.items():
        rest = instead + token.norm[len(proclitic) :]
        if token.norm.startswith(proclitic) and _is_known(rest, words) and not _is_known(token.norm, words):
            moved = replace(token, start=token.start + len(proclitic) - len(instead), norm=rest)
            return Phrase(phrase.text, (moved, *phrase.tokens[1:]), words)
    return phrase


def _is_known(word: str, words: SourceWords) -> bool:
    known = word in words.same or word in words.given_names or word in words.quantifiers
    return known or kind_of_head(bare(word, words), words) is not None


def _name_segment(phrase: Phrase) -> Naming:
    first = phrase.tokens[0].norm
    if len(phrase) == 1 and first in phrase.words.pronouns:
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
    run = None if _is_one_of_many(phrase, core) else find_name(core)
    return _proper(core, run) if run else _description(phrase, core, start)


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
    named = core.cut(run.first, run.last)
    span = _within_quotes(core, named.span)
    head = core.key(run.head) if run.head >= 0 else ""
    name = _tidy(span.text(core.text))
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
    if quoted and named.overlaps(quoted) and len(quoted.text(core.text).split()) <= _LONGEST_QUOTED_NAME:
        return quoted
    return named


def _tidy(name: str) -> str:
    name = " ".join(name.split()).strip("\"“”«»„ '‘.,،:ـ")
    return name[:-2] if name.endswith(("’s", "'s")) else name


def _gender(core: Phrase, run: Run) -> str:
    words = core.words
    if run.head >= 0 and run.kind is SourceKind.PERSON:
        key, norm = core.key(run.head), core.tokens[run.head].norm
        if (
            key in words.feminine_heads
            or norm in words.feminine_heads
            or norm.endswith(words.feminine_endings)
        ):
            return "f"
        if words.feminine_endings:
            return "m"
    return words.given_names.get(core.tokens[run.first].norm, "")


def _description(phrase: Phrase, core: Phrase, start: int) -> Naming:
    words = phrase.words
    found = find_head(core)
    head = core.key(found) if found >= 0 else ""
    kind = kind_of_head(head, words) if found >= 0 else None
    quoted = quoted_run(core.text, Span(max(0, core.span.start - 1), core.span.end + 1))
    if (
        quoted
        and found == 0
        and _follows_head(core, quoted)
        and len(quoted.text(core.text).split()) <= _LONGEST_QUOTED_NAME
        and kind
    ):
        return _quoted_name(core, quoted, head, kind)
    norms = [token.norm for token in phrase.tokens]
    if words.has_capitals and _unknown_person(core, found, norms[start], norms[0]):
        kind, head = SourceKind.PERSON, ""
    determined = any(n in words.definite | words.possessives for n in norms[:start])
    naming = Naming(
        name=_tidy(phrase.span.text(phrase.text)),
        span=phrase.span,
        kind=kind or SourceKind.PERSON,
        head=head,
        modifiers=content_keys(core) - {head},
        definite=determined or (not words.has_capitals and _is_definite(core, found)),
        determined=determined or core.is_definite(0),
        identified=determined or _is_identified(core, found, start),
        points_back=any(n in words.same or n in words.possessives for n in norms)
        or _is_possessed(core, found),
        gender=_gender_of_description(core, found),
        number="p" if kind is SourceKind.ANONYMOUS else "s",
    )
    issuer = _issuer(core, found, kind)
    anonymous = issuer is None and _is_anonymous(naming, norms[start], words)
    if naming.kind is SourceKind.ANONYMOUS and not anonymous:
        naming = replace(naming, kind=SourceKind.ORGANISATION)
    return replace(naming, anonymous=anonymous, issuer=issuer)


def _unknown_person(core: Phrase, found: int, first: str, opening: str) -> bool:
    """Tell whether an indefinite phrase has a head that no list knows, its other words only modifying it."""
    indefinite = first in core.words.quantifiers or opening in core.words.articles - core.words.definite
    end = core_end(core)
    known = kind_of_head(core.key(end - 1), core.words) is not None
    return indefinite and not known and found != end - 1 and core.tokens[end - 1].norm.isalpha()


def _is_definite(core: Phrase, found: int) -> bool:
    """Tell whether a description is definite without determiner: by its prefix or in construct state."""
    if core.is_definite(0):
        return True
    following = core.tokens[found + 1].norm if 0 <= found < len(core) - 1 else ""
    governed = following.startswith(core.words.definite_prefixes[:1] or ("\0",))
    return governed or (bool(following) and _holds_office(core, found) and following not in core.words.links)


def _is_identified(core: Phrase, found: int, determined: int) -> bool:
    """Tell whether a name in a description says whose it is (Lakeside governor, محافظ القاهرة)."""
    if not core.words.has_capitals:
        return _is_definite(core, found)
    named = any(
        core.is_capital(i) and core.key(i) not in core.words.common_modifiers
        for i in range(len(core) - 1)
        if i or not core.tokens[i].norm.endswith("s")
    )
    return not determined and found > 0 and named


def _holds_office(core: Phrase, found: int) -> bool:
    return core.key(found) in core.words.office_heads


def _follows_head(core: Phrase, quoted: Span) -> bool:
    return len(core) > 1 and core.tokens[1].start == quoted.start


def _quoted_name(core: Phrase, quoted: Span, head: str, kind: SourceKind) -> Naming:
    """Return the naming of something whose name stands in quotation marks after its head."""
    return Naming(
        name=_tidy(quoted.text(core.text)),
        span=quoted,
        kind=SourceKind.ORGANISATION if kind in (SourceKind.ANONYMOUS, SourceKind.DOCUMENT) else kind,
        proper=True,
        head=head,
        modifiers=content_keys(core) - {head},
        gender="f" if core.tokens[0].norm.endswith(core.words.feminine_endings or ("\0",)) else "",
        number="s",
    )


def _gender_of_description(core: Phrase, found: int) -> str:
    if found < 0:
        return ""
    words, norm = core.words, core.tokens[found].norm
    if core.key(found) in words.feminine_heads or norm in words.feminine_heads:
        return "f"
    if words.feminine_endings:
        return "f" if norm.endswith(words.feminine_endings) else "m"
    return "" if kind_of_head(core.key(found), words) is SourceKind.PERSON else "n"


def _is_anonymous(naming: Naming, first: str, words: SourceWords) -> bool:
    """Tell whether a description identifies nobody.

    Sources, residents and reports never are identified; persons and groups are not
    where the description is indefinite ("a doctor", "two officials").
    """
    if naming.head in words.media_heads:
        return not naming.identified
    if naming.head in words.anonymous_heads or naming.kind is SourceKind.ANONYMOUS:
        return True
    if naming.kind in _IDENTIFIED:
        return False
    if naming.definite and naming.kind is SourceKind.PERSON and words.has_capitals:
        return False
    return first in words.quantifiers or not (naming.definite or naming.identified)


def _issuer(core: Phrase, found: int, kind: SourceKind | None) -> Span | None:
    """Return the words that say who issued a document: by the court, the court's, بيان الوزارة."""
    if kind is not SourceKind.DOCUMENT:
        return None
    words = core.words
    link = next((i for i in range(found + 1, len(core)) if core.tokens[i].norm in words.issuer_links), None)
    if link is not None:
        while link < len(core) and core.tokens[link].norm in words.issuer_links | words.links:
            link += 1
        return core.cut(link).span if link < len(core) else None
    if words.has_capitals:
        capitals = [
            i for i in range(found) if core.is_capital(i) or core.tokens[i].norm.endswith(("'s", "s'"))
        ]
        return core.cut(capitals[0], capitals[-1] + 1).span if capitals else None
    attached = next((i for i in range(found + 1, len(core)) if _is_attached_issuer(core, i)), None)
    if attached is not None:
        return Span(core.tokens[attached].start + 1, core.tokens[-1].end)
    governed = found + 1 < len(core) and not core.is_definite(found)
    opens = governed and (core.is_definite(found + 1) or kind_of_head(core.key(found + 1), words) is not None)
    return core.cut(found + 1).span if opens else None


def _is_attached_issuer(core: Phrase, index: int) -> bool:
    """Tell whether a word carries the preposition of possession (بيان للوزارة)."""
    norm = core.tokens[index].norm
    possessive = next(iter(core.words.proclitics), "\0")[0]
    return norm.startswith(possessive) and len(norm) > _SHORTEST_ISSUER and norm not in core.words.given_names


def _is_possessed(core: Phrase, found: int) -> bool:
    """Tell whether a single word carries a possessive ending (مصادرها)."""
    suffixes = core.words.possessive_suffixes or ("\0",)
    return found >= 0 and len(core) == 1 and core.tokens[found].norm.endswith(suffixes)
