"""Finding whom an article as a whole republishes, translates or relays."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claims.nlp.folding import folded
from claims.nlp.languages.sources import CREDITS
from claims.nlp.types import Credit, Document, RegionKind, Span
from workbench.core.text import fold_letters, fold_name

LEAD_PARAGRAPHS = 3
"""A translated article names its original in its first paragraphs or not at all."""

NAME_WORDS = 5
"""Outlets with longer names are rare; a longer run after a mark is a sentence."""

LEAD_EVIDENCE = 1
"""Signs, less counter-signs, from which a name in the lead is an outlet (see `_evidence`)."""

_LONGEST_INITIALS = 5
"""Letters of an outlet's abbreviation."""

_SHORTEST_PARTIAL = 2
"""Initials from which an abbreviation may leave a word out."""

_LATIN_NAME = re.compile(
    r"(?:[Tt]he )?[A-ZÀ-Þ0-9ʿʾ][\w’'.&-]*(?: (?:al-|of |and |for )?[A-ZÀ-Þ0-9][\w’'.&-]*){0,4}"
    r"|(?:al|el)-[A-Z][\w’'-]*(?: [A-Z0-9][\w’'-]*){0,3}"
)
_QUOTED = re.compile(r"[«“\"‘']([^»”\"’'\n]{2,40})[»”\"’']")
_PLAIN_NAME = re.compile(r"[^\n.,;:|/()،؛«»\"“”–—]{2,50}")
_BRACKETED = re.compile(r"\(([^()\n]{2,40})\)")
_SEGMENT = re.compile(r"[^,،–—ـ|/()\[\]\n:-]+(?:-[^,،–—ـ|/()\[\]\n:-]+)*")
_CLOSING = re.compile(r"\(([^()\n]{2,30})\)[\s.]*\Z")
_BY = re.compile(r"^\s*by\s+", re.IGNORECASE)
_NOTES = frozenset({RegionKind.CREDIT, RegionKind.BYLINE})
_FOOT = frozenset({RegionKind.CREDIT, RegionKind.DISCLAIMER, RegionKind.BOILERPLATE})
_NAME_GROUP = r"([^\n.,;،؛]{2,50}?)"


@dataclass(frozen=True, slots=True)
class _Marks:
    """The credit marks of every language, compiled for text folded letter by letter."""

    republished: re.Pattern[str]
    translated: re.Pattern[str]
    unverified: re.Pattern[str]
    translated_by: re.Pattern[str]
    wires: frozenset[str]
    lead: tuple[re.Pattern[str], ...]
    heads: re.Pattern[str]
    outlet_words: frozenset[str]
    agencies: frozenset[str]
    not_agencies: frozenset[str]
    not_outlets: frozenset[str]
    small_words: frozenset[str]
    tongues: frozenset[str]


def find_credit(document: Document) -> Document:
    """Return `document` with the credit that its page gives, empty for own reporting."""
    body = [r.span for r in document.regions if r.kind is RegionKind.BODY]
    notes = [r.span for r in document.regions if r.kind in _NOTES]
    foot = [r.span for r in document.regions if r.kind in _FOOT]
    credits = [r.span for r in document.regions if r.kind is RegionKind.CREDIT]
    translated = next(iter(_found(_MARKS.translated, document.text, credits)), None)
    unverified = next(iter(_found(_MARKS.unverified, document.text, foot)), None)
    named = (
        _republication(document, notes)
        or _agency(document)
        or (_lead_outlet(document, body) if translated or (unverified and credits) else None)
    )
    spans = sorted({span for span in (named and named[1], translated, unverified) if span})
    credit = Credit(
        republished_from=named[0] if named else None,
        spans=tuple(spans),
        translated=translated is not None,
        unverified=unverified is not None,
    )
    return replace(document, credit=credit)


def is_outlet_name(name: str) -> bool:
    """Tell whether the words of `name` make it an outlet's: an agency, a paper, a channel."""
    folded = fold_name(name)
    return folded in _MARKS.agencies or any(word in _MARKS.outlet_words for word in folded.split())


def is_same_outlet(name: str, outlet: str) -> bool:
    """Tell whether `name` is `outlet`, in full or in short.

    >>> is_same_outlet("the Harbour Post", "Harbour Post Online")
    True
    >>> is_same_outlet("Post", "Harbour Post")
    True
    >>> is_same_outlet("Harbour Radio", "Harbour Post")
    False
    """
    first, second = set(fold_name(name).split()), set(fold_name(outlet).split())
    if first and second and (first <= second or second <= first):
        return True
    return _is_initials(name, outlet)


def _is_initials(name: str, outlet: str) -> bool:
    """Tell whether `name` is an abbreviation of `outlet`: the first letters of its words, in order."""
    letters = "".join(character for character in name if character.isalpha())
    written = letters.isupper() or (not letters.islower() and any(not c.isalnum() for c in name.strip()))
    if not 2 <= len(letters) <= _LONGEST_INITIALS or not written:
        return False
    named = [word for word in re.split(r"[\s\-‑]+", fold_letters(outlet)) if word]
    plain = [word for word in named if word not in _MARKS.small_words]
    every = "".join(word[0] for word in named)
    short = "".join(word.removeprefix("ال")[0] for word in plain)
    return fold_letters(letters) in (every, short, *_starts(short))


def _starts(initials: str) -> tuple[str, ...]:
    """Return the initials without the last word or the first, as outlets leave out a "Daily" or "Online"."""
    return (initials[:-1], initials[1:]) if len(initials) > _SHORTEST_PARTIAL else ()


def _compile(expressions: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{fold_letters(e)})" for e in expressions), re.MULTILINE)


def _compiled_marks() -> _Marks:
    return _Marks(
        republished=_compile([e for c in CREDITS for e in c.republished]),
        translated=_compile([e for c in CREDITS for e in c.translated]),
        unverified=_compile([e for c in CREDITS for e in c.unverified]),
        translated_by=_compile([e for c in CREDITS for e in c.translated_by]),
        wires=frozenset(fold_name(w) for c in CREDITS for w in c.wires),
        lead=tuple(
            re.compile(fold_letters(e).replace("@", _NAME_GROUP), re.MULTILINE)
            for c in CREDITS
            for e in c.lead
        ),
        heads=re.compile(
            r"^(?:"
            + "|".join(sorted((h for c in CREDITS for h in c.outlet_heads), key=len, reverse=True))
            + r")\s+"
        ),
        outlet_words=frozenset(fold_name(w) for c in CREDITS for w in (*c.outlet_words, *c.outlet_heads)),
        agencies=frozenset(fold_name(a) for c in CREDITS for a in c.agencies),
        not_outlets=frozenset(fold_name(w) for c in CREDITS for w in c.not_outlets),
        not_agencies=frozenset(fold_name(w) for c in CREDITS for w in c.not_agencies),
        small_words=frozenset(fold_letters(w) for c in CREDITS for w in c.small_words),
        tongues=frozenset(fold_name(w) for c in CREDITS for w in c.tongues),
    )


_MARKS = _compiled_marks()


def _found(pattern: re.Pattern[str], text: str, spans: Sequence[Span]) -> Iterator[Span]:
    for span in spans:
        yield from folded(text).find(pattern, span)


def _republication(document: Document, notes: Sequence[Span]) -> tuple[str, Span] | None:
    """Return the outlet that a note names as the first publisher."""
    for mark in _found(_MARKS.republished, document.text, notes):
        name = name_at(document.text, mark.end)
        if name and _is_tongue(name.text(document.text)):
            continue
        if name and not is_same_outlet(name.text(document.text), document.outlet):
            return clean_outlet(name.text(document.text)), Span(mark.start, name.end)
    return None


def _is_tongue(name: str) -> bool:
    """Tell the name of a language, also before a sentence that goes on (from Kurdish. Original by ...)."""
    return fold_name(name) in _MARKS.tongues or fold_name(name.partition(".")[0]) in _MARKS.tongues


def name_at(text: str, start: int) -> Span | None:
    """Return the name that begins at `start`, quotation marks left outside."""
    while start < len(text) and text[start] in " :\t":
        start += 1
    head = _MARKS.heads.match(text[start : start + 60])
    after = start + (head.end() if head else 0)
    quoted = _QUOTED.match(text, after)
    if quoted:
        return Span(quoted.start(1), quoted.end(1))
    match = _LATIN_NAME.match(text, start) or _PLAIN_NAME.match(text, start)
    if match is None or len(match.group().split()) > NAME_WORDS:
        return None
    return Span(start, start + len(match.group().rstrip(" .’'")))


def clean_outlet(name: str) -> str:
    """Return an outlet's name without quotation marks and surrounding space.

    >>> clean_outlet(" «The Post» ")
    'The Post'
    """
    return name.strip(" \t\n«»\"“”‘’'.,،:")


def _agency(document: Document) -> tuple[str, Span] | None:
    """Return the agency that a dateline or byline names, other than the outlet itself."""
    closing = _closing_agency(document)
    if closing:
        return closing
    for region in document.regions:
        if region.kind is not RegionKind.BYLINE:
            continue
        names = list(_byline_names(document.text, region.span))
        names += list(_translated_byline(document, region.span))
        for name in names:
            written = name.text(document.text)
            mixed = fold_name(written) in _MARKS.wires and _shares_byline(document, region.span, name)
            if not mixed and not is_same_outlet(written, document.outlet):
                return clean_outlet(written), name
    return None


def _shares_byline(document: Document, byline: Span, name: Span) -> bool:
    """Tell whether a byline names its own writer or outlet, too: what they take from agencies is theirs."""
    if document.text[byline.start : name.start].rstrip().endswith(("/", "+")):
        return True
    parts = _SEGMENT.findall(document.text, byline.start, byline.end)
    return any(part.strip() and is_same_outlet(part, document.outlet) for part in parts)


def _translated_byline(document: Document, byline: Span) -> Iterator[Span]:
    """Yield whom a byline names first, where the publishing outlet is its translator."""
    text = document.text
    translated = next(iter(_found(_MARKS.translated_by, text, [byline])), None)
    end = min((p for p in (text.find("\n", byline.start), byline.end) if p >= 0), default=byline.end)
    if translated is None or not is_same_outlet(text[translated.end : byline.end], document.outlet):
        return
    first = _SEGMENT.match(text, byline.start, min(end, translated.start))
    if first and 0 < len(first.group().split()) <= NAME_WORDS:
        lead = len(first.group()) - len(first.group().lstrip())
        yield Span(first.start() + lead, first.start() + len(first.group().rstrip()))


def _closing_agency(document: Document) -> tuple[str, Span] | None:
    """Return the known agency that brackets after the last sentence name."""
    body = [r.span for r in document.regions if r.kind is RegionKind.BODY]
    match = _CLOSING.search(document.text, body[-1].start, body[-1].end) if body else None
    if (
        match is None
        or fold_name(match[1]) not in _MARKS.agencies
        or is_same_outlet(match[1], document.outlet)
    ):
        return None
    return match[1].strip(), Span(match.start(1), match.end(1))


def _byline_names(text: str, byline: Span) -> Iterator[Span]:
    for match in _BRACKETED.finditer(text, byline.start, byline.end):
        words = fold_name(match[1]).split()
        if (
            0 < len(words) <= NAME_WORDS
            and not set(words) & _MARKS.not_agencies
            and not any(map(str.isdigit, words))
        ):
            yield Span(match.start(1), match.end(1))
    for match in _SEGMENT.finditer(text, byline.start, byline.end):
        skipped = _BY.match(match.group())
        start = match.start() + (skipped.end() if skipped else 0)
        written = text[start : match.end()]
        if fold_name(written) in _MARKS.agencies:
            lead = len(written) - len(written.lstrip())
            yield Span(start + lead, start + len(written.rstrip()))


def _lead_outlet(document: Document, body: Sequence[Span]) -> tuple[str, Span] | None:
    """Return the outlet to which the first paragraphs of a translation are attributed."""
    best: tuple[int, int, str, Span] | None = None
    for span in _names_in_lead(document, body):
        name = clean_outlet(span.text(document.text))
        if not name or is_same_outlet(name, document.outlet):
            continue
        candidate = (_evidence(name, document), -span.start, name, span)
        best = max(best, candidate) if best else candidate
    if best is None or best[0] < LEAD_EVIDENCE:
        return None
    return best[2], best[3]


def _names_in_lead(document: Document, body: Sequence[Span]) -> Iterator[Span]:
    paragraphs = [
        Span(m.start(), m.end())
        for span in body
        for m in re.finditer(r"[^\n]+", document.text[: span.end])
        if m.start() >= span.start
    ][:LEAD_PARAGRAPHS]
    for paragraph in paragraphs:
        for pattern in _MARKS.lead:
            for named in folded(document.text).find(pattern, paragraph, 1):
                name = name_at(document.text, named.start)
                if name:
                    yield name


def _evidence(name: str, document: Document) -> int:
    """Count the signs that `name`, to which a lead is attributed, is an outlet.

    A name of the form of an outlet's, its place in the headline, a source or
    correspondent of its own and people who tell it things speak for it; the words of
    an office or statement speak against it.
    """
    written = re.escape(name)
    own_people = rf"{written}(?:’s|'s)? (?:own )?(?:sources?|correspondent|reporter|journalist)"
    told = rf"(?:told|tells|telling|to|by) (?:the )?{written}\b"
    short = len(name.split()) <= 2
    return (
        2 * is_outlet_name(name)
        + (fold_name(name) in fold_name(document.title))
        + 2 * bool(re.search(own_people, document.text, re.IGNORECASE))
        + bool(re.search(told, document.text))
        + (short and bool(re.search(r"\d|^[A-Z]{2,}|^(?:al|el|Al|El)-", name)))
        + bool(
            re.search(
                rf"(?:writes|wrote|reports|reported) {written}|{written} (?:writes|wrote|reports|reported)",
                document.text,
            )
        )
        - 2 * bool(set(fold_name(name).split()) & _MARKS.not_outlets)
    )
