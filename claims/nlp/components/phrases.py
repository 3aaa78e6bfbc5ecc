"""Reads the noun phrases that name a source, to the right and to the left of a cue."""

from claims.nlp.components.units import COMMAS, STOPS, Unit

Range = tuple[int, int]

_BRACKETS = {"(": ")", "[": "]"}
_DASHES = frozenset("-–—")
_HARD_STOPS = STOPS | _DASHES | frozenset(":.!?؟")
_MAX_SOURCE = 24
_MAX_APPOSITION = 12
# A source without any mark between it and the clause before: a few nouns back from the verb.
_MAX_BARE_SOURCE = 7


def has_finite(unit: Unit, first: int, last: int) -> bool:
    """Tell whether a stretch holds a finite verb, as far as the language's lists can tell."""
    language = unit.language
    for k in range(max(first, 0), min(last, len(unit))):
        word = unit.norm(k)
        if (
            word in language.finite_verbs
            or word in language.plain_cue_verbs
            or _ends(word, language.contracted_not)
        ):
            return True
        if _looks_past(unit, k):
            return True
    return False


def _ends(word: str, ending: str) -> bool:
    return bool(ending) and word.endswith(ending)


def _looks_past(unit: Unit, k: int) -> bool:
    word = unit.norm(k)
    before = unit.norm(k - 1)
    return (
        _ends(word, unit.language.past)
        and len(word) > 3
        and not unit.tokens[k].is_capital
        and before not in unit.language.determiners
        and before not in unit.language.prepositions
        and before not in unit.language.negators - unit.language.auxiliaries - unit.language.finite_verbs
        and before != "-"
        and unit.norm(k + 1) != unit.language.agent
    )


def skip_adjuncts(unit: Unit, start: int, limit: int) -> int:
    """Return the first token from `start` that is no adverb, time, place of speech or addressee."""
    k = start
    while k < limit:
        step = _adjunct(unit, k, limit)
        if not step:
            break
        k += step
    return min(k, limit)


def _adjunct(unit: Unit, k: int, limit: int) -> int:
    """Return how many tokens the adjunct at `k` has, 0 where there is none."""
    language = unit.language
    word = unit.norm(k)
    if word in language.adverbs or word in language.time_words or (unit.is_comma(k) and k + 1 < limit):
        return 1
    if word in language.prepositions:
        for ahead in range(k + 1, min(k + 5, limit)):
            if unit.norm(ahead) in language.venues:
                return _venue_end(unit, ahead + 1, limit) - k
            if unit.norm(ahead) in language.time_words:
                return ahead + 1 - k
            if unit.is_comma(ahead) or unit.norm(ahead) in language.openers:
                break
    return 0


def _venue_end(unit: Unit, start: int, limit: int) -> int:
    """Return where the phrase around a venue ends: at a comma close by, or at once."""
    issued = start < limit and _looks_past(unit, start)
    for k in range(start, min(start + 8, limit)):
        if unit.is_comma(k):
            return k + 1
        if not unit.outside(k) or unit.norm(k) in unit.language.openers:
            return k if issued else start
    return min(start + 8, limit) if issued and limit - start <= 8 else start


def source_right(unit: Unit, start: int, limit: int) -> Range | None:
    """Return the noun phrase that begins at `start`, adjuncts before it skipped, and ends before `limit`."""
    limit = min(limit, len(unit))
    first = skip_adjuncts(unit, start, limit)
    k = first
    while k < limit and k - first < _MAX_SOURCE:
        if unit.is_comma(k):
            after = _apposition_end(unit, k, limit) if k > first else 0
            if not after:
                break
            k = after
        elif unit.norm(k) in _BRACKETS and _bracket_end(unit, k, limit):
            k = _bracket_end(unit, k, limit)
        elif _ends_source(unit, first, k, limit):
            break
        else:
            k += 1
    return (first, k) if k > first and unit.tokens[first].is_word | (unit.norm(first) in '"«“‘') else None


def _bracket_end(unit: Unit, k: int, limit: int) -> int:
    closing = _BRACKETS[unit.norm(k)]
    return next((j + 1 for j in range(k, min(k + 8, limit)) if unit.norm(j) == closing), 0)


def _apposition_end(unit: Unit, comma: int, limit: int) -> int:
    """Return where the apposition after a comma ends, 0 where there is none."""
    language = unit.language
    word = unit.norm(comma + 1)
    barred = (
        language.stops | language.prepositions | language.time_words | language.relatives | language.adverbs
    )
    if word in (barred - language.determiners) | language.conjunctions or comma + 1 >= limit:
        return 0
    if _ends(word, language.gerund) or not unit.outside(comma + 1):
        return 0
    if language.nominal_pattern.match(word):
        return 0
    end = next((k for k in range(comma + 1, min(comma + _MAX_APPOSITION, limit)) if unit.is_comma(k)), limit)
    closed = end < limit
    if end - comma > _MAX_APPOSITION or has_finite(unit, comma + 1, end):
        return 0
    if (
        not closed
        and language.article
        and not word.startswith(language.article)
        and word not in language.titles
    ):
        return 0
    return end


def _ends_source(unit: Unit, first: int, k: int, limit: int) -> bool:
    """Tell whether a source phrase that began at `first` ends before token `k`."""
    language = unit.language
    word = unit.norm(k)
    if (
        word in _HARD_STOPS
        or not unit.outside(k)
        or (word in language.addressees and language.subject_follows)
    ):
        return True
    if word in language.inner_links:
        return k == first or _leads_out(unit, k, limit)
    if k == first:
        return word in language.barred_sources
    ends = word in language.stops or word in language.time_words or word in language.finite_verbs
    return ends or _opens_next(unit, k)


def _leads_out(unit: Unit, k: int, limit: int) -> bool:
    """Tell whether the preposition at `k` begins an adjunct: a time, or where something was said."""
    language = unit.language
    following = list(unit.norms(k + 1, min(k + 4, limit)))
    if not following:
        return False
    own = following[0].endswith(language.possessives) and len(following[0]) > 4
    return own or following[0] in language.time_words or any(word in language.venues for word in following)


def _opens_next(unit: Unit, k: int) -> bool:
    """Tell whether a complete, definite phrase ends before `k` and a verb or another phrase begins there."""
    language = unit.language
    word = unit.norm(k)
    if (
        not language.article
        or not unit.norm(k - 1).startswith(language.article)
        or word.startswith(language.article)
    ):
        return False
    if word in language.nominal_not:
        return False
    verb = word.startswith(language.verb_prefixes) and len(word) > 3
    return verb or word in language.heads or bool(language.nominal_pattern.match(word))


def source_left(unit: Unit, end: int) -> Range | None:
    """Return the noun phrase that ends just before token `end`: the subject of the verb there."""
    language = unit.language
    while end > 0 and unit.norm(end - 1) in language.adverbs and unit.outside(end - 1):
        end -= 1
    if end == 0 or not unit.outside(end - 1) or unit.norm(end - 1) in language.conjunctions:
        return None
    if not unit.is_comma(end - 1):
        start = _phrase_start(unit, end)
        if start >= end or not (unit.tokens[start].is_word or end - start > 2):
            return None
        return (start, _clipped(unit, start, end))
    return _subject_before_parenthesis(unit, end - 1)


def _clipped(unit: Unit, start: int, end: int) -> int:
    """Return where a subject ends that stands before its verb: at a relative clause or adjunct."""
    if not unit.language.subject_follows:
        return next((k for k in range(start + 1, end) if unit.norm(k) in unit.language.relatives), end)
    return next((k for k in range(start + 1, end) if _ends_source(unit, start, k, end)), end)


def _subject_before_parenthesis(unit: Unit, comma: int) -> Range | None:
    """Return the subject that a parenthesis between commas separates from its verb."""
    end = comma
    while True:
        opening = next((k for k in range(end - 1, -1, -1) if unit.is_comma(k) or _sentence_end(unit, k)), -1)
        if opening < 0 or _sentence_end(unit, opening):
            return None
        inner = list(unit.norms(opening + 1, end))
        aside = _is_aside(unit, opening + 1) or all(word in unit.language.adverbs for word in inner)
        raw = _segment_start(unit, opening)
        if not _is_aside(unit, raw) and not unit.language.subject_follows and has_finite(unit, raw, opening):
            return None
        start = _phrase_start(unit, opening)
        if start >= opening:
            return None
        if _is_aside(unit, start):
            end = opening
            if start == 0 or not unit.is_comma(start - 1):
                return None
            continue
        if has_finite(unit, start, opening):
            return None
        return (start, opening if aside or end != comma else comma)


def _is_aside(unit: Unit, k: int) -> bool:
    word = unit.norm(k)
    language = unit.language
    return word in language.relatives or word in language.prepositions or _ends(word, language.gerund)


def _sentence_end(unit: Unit, k: int) -> bool:
    return unit.norm(k) in ".!?؟:;" or not unit.outside(k)


def _phrase_start(unit: Unit, end: int) -> int:
    """Return where the noun phrase that ends at `end` begins."""
    language = unit.language
    start = _after_adverbials(unit, _segment_start(unit, end), end)
    if not language.subject_follows and has_finite(unit, start, end):
        return _bare_phrase_start(unit, end)
    return start


def _segment_start(unit: Unit, end: int) -> int:
    """Return where the stretch before `end` without comma, stop or subordinator begins."""
    k = end
    while k > 0 and end - k < _MAX_SOURCE:
        before = unit.norm(k - 1)
        if unit.is_comma(k - 1) or before in unit.language.subject_stops or _sentence_end(unit, k - 1):
            break
        if before in _DASHES and before != "-":
            break
        k -= 1
    return k


def _after_adverbials(unit: Unit, start: int, end: int) -> int:
    """Return `start` moved behind the conjunctions, adverbs and adverbial phrases that open the clause."""
    language = unit.language
    k = start
    while k < end - 1:
        word = unit.norm(k)
        if word in language.conjunctions or word in language.adverbs or word in language.time_words:
            k += 1
        elif word in language.prepositions and not language.subject_follows:
            k = _after_prepositional(unit, k, end)
        else:
            break
    return k


def _after_prepositional(unit: Unit, k: int, end: int) -> int:
    """Return the start of the phrase that follows the prepositional phrase at `k`."""
    language = unit.language
    if unit.norm(end - 1) in language.pronouns:
        return end - 1
    for j in range(k + 2, end):
        opens = unit.norm(j) in language.determiners and unit.norm(j - 1) not in language.prepositions
        follows = unit.norm(j - 1) in language.time_words and unit.norm(j) not in language.time_words
        if opens or follows:
            return j
    return k + 1


def _bare_phrase_start(unit: Unit, end: int) -> int:
    """Return the start of the last few nouns before `end`, where nothing marks off the clause before them."""
    language = unit.language
    k = end
    while k > 0 and end - k < _MAX_BARE_SOURCE:
        word = unit.norm(k - 1)
        if not unit.tokens[k - 1].is_word or word in language.prepositions - language.inner_links:
            break
        if word in language.finite_verbs or _looks_past(unit, k - 1) or word in COMMAS:
            break
        if word in language.pronouns and end - k > 0:
            break
        k -= 1
        if word in language.determiners or word in language.pronouns:
            break
    while k < end - 1 and unit.norm(k) in language.inner_links | language.conjunctions | language.time_words:
        k += 1
    return k
