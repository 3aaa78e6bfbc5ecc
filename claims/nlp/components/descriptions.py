"""Reading a description of a source: its head, what makes it definite or anonymous, who issued a document."""

from dataclasses import replace

from claims.nlp.components.name_runs import core_end, find_head, is_unknown_group, kind_of_head, stems
from claims.nlp.components.naming import Naming, tidy_name
from claims.nlp.source_phrases import Phrase, content_keys, quoted_run
from claims.nlp.source_words import SourceWords
from claims.nlp.types import SourceKind, Span

LONGEST_QUOTED_NAME = 5
"""Words; a longer quoted run inside a source is a title or speech."""

_SHORTEST_ISSUER = 3
"""Letters of a word with its preposition."""

_IDENTIFIED = frozenset({SourceKind.ORGANISATION, SourceKind.OUTLET})


def describe(phrase: Phrase, core: Phrase, start: int) -> Naming:
    """Return the naming of a segment without a proper name; `core` is its words from `start` on."""
    words = phrase.words
    found = find_head(core)
    head = core.key(found) if found >= 0 else ""
    kind = kind_of_head(head, words) if found >= 0 else None
    quoted = quoted_run(core.text, Span(max(0, core.span.start - 1), core.span.end + 1))
    if (
        quoted
        and found == 0
        and head not in words.relation_heads
        and kind is not SourceKind.ANONYMOUS
        and _follows_head(core, quoted)
        and len(quoted.text(core.text).split()) <= LONGEST_QUOTED_NAME
        and kind
    ):
        return _quoted_name(core, quoted, head, kind)
    norms = [token.norm for token in phrase.tokens]
    if words.has_capitals and _unknown_person(core, found, norms[start], norms[0]):
        kind, head = SourceKind.PERSON, ""
    if found < 0 and _is_unknown_group(phrase, core):
        kind = SourceKind.ANONYMOUS
    determined = any(n in words.definite | words.possessives for n in norms[:start])
    some = norms[0] in words.quantifiers or (not words.has_capitals and norms[0].isdigit())
    naming = Naming(
        name=tidy_name(phrase.span.text(phrase.text)),
        span=phrase.span,
        kind=kind or SourceKind.PERSON,
        head=head,
        modifiers=content_keys(core) - {head},
        definite=determined or (not words.has_capitals and not some and _is_definite(core, found)),
        determined=determined or core.is_definite(0),
        identified=determined or _is_identified(core, found, start),
        points_back=_points_back(norms, words) or _is_possessed(core, found),
        gender=_gender_of_description(core, found),
        number="p" if kind is SourceKind.ANONYMOUS else "s",
    )
    issuer = _issuer(core, found, kind)
    anonymous = (
        issuer is None
        and not _speaks_for_named(core, found)
        and (
            _is_anonymous(naming, norms[start], words, some=_is_any(phrase))
            or (some and not words.has_capitals)
        )
    )
    if naming.kind is SourceKind.ANONYMOUS and not anonymous:
        naming = replace(naming, kind=SourceKind.ORGANISATION)
    return replace(naming, anonymous=anonymous, issuer=issuer)


def _points_back(norms: list[str], words: SourceWords) -> bool:
    """Tell words that only make sense after an earlier mention; a man in his fifties needs none."""
    if any(n in words.same for n in norms):
        return True
    new = norms[0] in words.articles - words.definite or norms[0] in words.quantifiers
    return not new and any(n in words.possessives for n in norms)


def _unknown_person(core: Phrase, found: int, first: str, opening: str) -> bool:
    """Tell whether an indefinite phrase has a head that no list knows, its other words only modifying it."""
    indefinite = first in core.words.quantifiers or opening in core.words.articles - core.words.definite
    if core.words.head_first:
        return indefinite and found < 0
    end = core_end(core)
    known = kind_of_head(core.key(end - 1), core.words) is not None
    return indefinite and not known and found != end - 1 and core.tokens[end - 1].norm.isalpha()


def _is_any(phrase: Phrase) -> bool:
    """Tell an indefinite article before words without a name (a rights group)."""
    indefinite = phrase.tokens[0].norm in phrase.words.articles - phrase.words.definite
    return indefinite and not any(token.is_capital for token in phrase.tokens[1:])


def _is_unknown_group(phrase: Phrase, core: Phrase) -> bool:
    """Tell several persons without article whose head no list knows (aid loaders, الصيادلة المحليون)."""
    words = phrase.words
    last = core.tokens[core_end(core) - 1]
    if words.has_capitals:
        bare_start = phrase.tokens[0].norm not in words.articles | words.definite | words.possessives
        ending = words.plural_ending
        return bare_start and last.norm.endswith(ending) and not last.norm.endswith(ending * 2)
    return is_unknown_group(core)


def _is_definite(core: Phrase, found: int) -> bool:
    """Tell whether a description is definite without determiner: by its prefix or in construct state."""
    if core.words.bare_is_definite:
        return core.tokens[0].norm not in core.words.quantifiers
    if core.is_definite(0):
        return True
    following = core.tokens[found + 1].norm if 0 <= found < len(core) - 1 else ""
    governed = following.startswith(core.words.definite_prefixes[:1] or ("\0",))
    return governed or (bool(following) and _holds_office(core, found) and following not in core.words.links)


def _is_identified(core: Phrase, found: int, determined: int) -> bool:
    """Tell whether a name in a description says whose it is (Lakeside governor, محافظ القاهرة)."""
    if not core.words.has_capitals:
        return _is_definite(core, found)
    if core.words.head_first:
        return not determined and found == 0 and any(core.is_capital(i) for i in range(1, len(core)))
    named = any(
        core.tokens[i].is_capital and core.key(i) not in core.words.common_modifiers
        for i in range(len(core) - 1)
        if i or not core.tokens[i].norm.endswith("s") or core.tokens[i].norm.endswith("'s")
    )
    return not determined and found > 0 and named


def _speaks_for_named(core: Phrase, found: int) -> bool:
    """Tell whoever speaks for a body that is named or definite: its voice, though a name is not given."""
    words = core.words
    if found < 0 or not words.has_capitals or core.key(found) not in words.voice_heads:
        return False
    before = any(core.is_capital(i) and core.key(i) not in words.common_modifiers for i in range(found))
    behind = range(found + 2, len(core))
    linked = found + 1 < len(core) and core.tokens[found + 1].norm in words.links
    named = any(core.is_capital(i) or core.tokens[i].norm in words.definite for i in behind[:1])
    return before or (linked and named)


def _holds_office(core: Phrase, found: int) -> bool:
    return core.key(found) in core.words.office_heads


def _follows_head(core: Phrase, quoted: Span) -> bool:
    return len(core) > 1 and core.tokens[1].start == quoted.start


def _quoted_name(core: Phrase, quoted: Span, head: str, kind: SourceKind) -> Naming:
    """Return the naming of something whose name stands in quotation marks after its head."""
    return Naming(
        name=tidy_name(quoted.text(core.text)),
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


def _is_anonymous(naming: Naming, first: str, words: SourceWords, *, some: bool) -> bool:
    """Tell whether a description identifies nobody.

    Sources, residents and reports never are identified; persons and groups are not
    where the description is indefinite ("a doctor", "two officials").
    """
    if naming.head in words.media_heads:
        return not naming.identified
    if naming.head in words.anonymous_heads or naming.kind is SourceKind.ANONYMOUS:
        return True
    if naming.kind in _IDENTIFIED:
        return words.has_capitals and some and not naming.identified
    if naming.kind is SourceKind.DOCUMENT and words.has_capitals and _is_dated(naming):
        return False
    if naming.definite and naming.kind is SourceKind.PERSON and words.has_capitals:
        return False
    return first in words.quantifiers or not (naming.definite or naming.identified)


def _is_dated(naming: Naming) -> bool:
    """Tell a document that a number or year tells from others of its kind (a report from 1990)."""
    return any(word[:1].isdigit() for word in naming.modifiers)


def _issuer(core: Phrase, found: int, kind: SourceKind | None) -> Span | None:
    """Return the words that say who issued a document: by the court, the court's, بيان الوزارة."""
    if kind is not SourceKind.DOCUMENT:
        return None
    words = core.words
    if _governs(core, found):
        return core.cut(found + 1, _before_link(core, found + 1)).span
    link = next((i for i in range(found + 1, len(core)) if core.tokens[i].norm in words.issuer_links), None)
    attached = next((i for i in range(found + 1, len(core)) if _is_attached_issuer(core, i)), None)
    if attached is not None and (link is None or attached < link) and not words.has_capitals:
        doubled = core.tokens[attached].norm.startswith(max(words.proclitics, key=len))
        return Span(core.tokens[attached].start + (not doubled), core.tokens[-1].end)
    if link is not None:
        while link < len(core) and core.tokens[link].norm in words.issuer_links | words.links:
            link += 1
        named = link < len(core) and not core.tokens[link].norm[:1].isdigit()
        return core.cut(link).span if named else None
    return _issuer_before(core, found) if words.has_capitals else None


def _issuer_before(core: Phrase, found: int) -> Span | None:
    """Return the capitals, possessives or body before a document (the court's ruling, army figures)."""
    words = core.words
    capitals = [
        i
        for i in range(found)
        if (core.is_capital(i) and core.key(i) not in words.common_modifiers)
        or core.tokens[i].norm.endswith(("'s", "s'"))
        or (i == found - 1 and core.key(i) in words.body_heads)
    ]
    return core.cut(capitals[0], capitals[-1] + 1).span if capitals else None


def _governs(core: Phrase, found: int) -> bool:
    """Tell whether a document's name is followed by its issuer without preposition (بيان الوزارة)."""
    words, following = core.words, found + 1
    if words.has_capitals or following >= len(core) or core.is_definite(found):
        return False
    doubled = max(words.proclitics, key=len, default="")
    if core.key(following) in words.document_kinds or core.tokens[following].norm.startswith(doubled or "\0"):
        return False
    adjective = core.tokens[following].norm.endswith(words.adjective_endings or ("\0",))
    if not core.is_definite(following) and (adjective or core.key(following) in words.document_heads):
        return False
    if core.key(found) in words.topic_documents:
        return kind_of_head(core.key(following), words) is not None
    return core.is_definite(following) or kind_of_head(core.key(following), words) is not None


def _before_link(core: Phrase, start: int) -> int:
    """Return where what the document is about begins: at the first preposition behind the issuer."""
    topics = core.words.openers
    return next((i for i in range(start + 1, len(core)) if core.tokens[i].norm in topics), len(core))


def _is_attached_issuer(core: Phrase, index: int) -> bool:
    """Tell whether a word carries the preposition of possession (بيان للوزارة)."""
    norm = core.tokens[index].norm
    possessive = next(iter(core.words.proclitics), "\0")[0]
    return norm.startswith(possessive) and len(norm) > _SHORTEST_ISSUER and norm not in core.words.given_names


def _is_possessed(core: Phrase, found: int) -> bool:
    """Tell whether a single word carries a possessive ending (مصادرها)."""
    words = core.words
    if found < 0 or len(core) != 1:
        return False
    own = any(form in words.guest_heads for form in (core.key(0), *stems(core.key(0), words)))
    suffixes = (*words.possessive_suffixes, *(words.own_suffixes if own else ())) or ("\0",)
    return core.tokens[found].norm.endswith(suffixes)
