"""Takes verbs of saying out of the quotations that go on around them: « Non, a-t-il dit. Jamais. »."""

from claims.nlp.components.cues import Cue, cue_at
from claims.nlp.components.phrases import has_finite
from claims.nlp.components.units import COMMAS, Speech, Unit
from claims.nlp.types import Quote, Span

_LONGEST = 12
"""Tokens of a verb of saying, its subject and an adjunct inside a quotation."""

_ENDS = frozenset(',،.!?»”"')


def open_incises(unit: Unit) -> None:
    """Part each quotation of the unit at the verbs of saying inside it, where the language writes them so.

    What stands before such a verb and what follows are two quotations then, and the
    verb with its subject stands outside both.
    """
    if not unit.language.incises:
        return
    parts = [part for speech in unit.speeches for part in _parts(unit, speech)]
    unit.speeches[:] = parts
    unit.speech_at[:] = [-1] * len(unit)
    for number, part in enumerate(parts):
        unit.speech_at[part.first : part.last] = [number] * (part.last - part.first)
    unit.stops[:] = [k for k in range(len(unit)) if unit.norm(k) in ".!?؟" and unit.outside(k)]


def _parts(unit: Unit, speech: Speech) -> list[Speech]:
    """Return the quotation in the pieces that its incises leave."""
    found: list[Speech] = []
    first = k = speech.first
    while k < speech.last - 2:
        end = _incise_end(unit, k, speech.last) if k > first and unit.norm(k) in COMMAS else 0
        if end:
            found.append(_piece(unit, speech, first, k))
            # A comma behind an incise belongs to neither piece.
            first = k = end + 1 if unit.norm(end) in COMMAS else end
        else:
            k += 1
    if not found:
        return [speech]
    goes_on = any(token.is_word for token in unit.tokens[first : speech.last])
    return [*found, _piece(unit, speech, first, speech.last)] if goes_on else found


def _piece(unit: Unit, speech: Speech, first: int, last: int) -> Speech:
    quote = speech.quote
    opens = unit.tokens[first].end if unit.norm(first) in ".!?" else unit.tokens[first].start
    start = quote.inner.start if first == speech.first else opens
    end = quote.inner.end if last == speech.last else unit.tokens[last - 1].end
    return Speech(first, last, Quote(inner=Span(start, end), outer=Span(start, end)))


def _incise_end(unit: Unit, comma: int, limit: int) -> int:
    """Return where the verb of saying and its subject behind a comma end, 0 where there are none."""
    cue = cue_at(unit, comma + 1)
    if cue is None or cue.role != "finite" or not cue.takes("quote") or not _has_subject(unit, cue):
        return 0
    ends = [k for k in range(cue.last, min(comma + _LONGEST, limit)) if unit.norm(k) in _ENDS]
    if len(ends) > 1 and unit.norm(ends[0]) in COMMAS and _is_apposition(unit, *ends[:2]):
        return ends[1]
    return ends[0] if ends else 0


def _is_apposition(unit: Unit, comma: int, end: int) -> bool:
    """Tell whether the speaker's name or office, and no more of the content, stands between the marks."""
    word = unit.norm(comma + 1)
    opens = unit.tokens[comma + 1].is_capital or word in unit.language.titles
    return opens and not has_finite(unit, comma + 1, end)


def _has_subject(unit: Unit, cue: Cue) -> bool:
    """Tell whether the verb's subject stands in it or right behind it."""
    language = unit.language
    behind = unit.norm(cue.last) in language.determiners | language.pronouns.keys()
    named = cue.last < len(unit) and unit.tokens[cue.last].is_capital
    return cue.subject >= 0 or behind or named
