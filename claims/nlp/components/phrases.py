"""Reads the noun phrases that name a source, to the right and to the left of a cue."""

from claims.nlp.components.units import STOPS, Unit

Range = tuple[int, int]

_SHORTEST_PARTICIPLE = 5
_BRACKETS = {"(": ")", "[": "]"}
DASHES = frozenset("-–—")
_HARD_STOPS = STOPS | DASHES | frozenset(":.!?؟")
MAX_SOURCE = 24
_MAX_APPOSITION = 12
_SENTENCE_ENDS = frozenset(".!?؟")


def has_finite(unit: Unit, first: int, last: int) -> bool:
    """Tell whether a stretch holds a finite verb, as far as the language's lists can tell."""
    language = unit.language
    for k in range(max(first, 0), min(last, len(unit))):
        word = unit.norm(k)
        if (
            (word in language.finite_verbs and not _is_noun(unit, k))
            or word in language.plain_cue_verbs
            or ends_with(word, language.contracted_not)
        ):
            return True
        if looks_past(unit, k) or looks_finite(unit, k):
            return True
    return False


def _is_noun(unit: Unit, k: int) -> bool:
    """Tell whether a form that is both verb and noun stands behind a determiner (l'est)."""
    return unit.norm(k) in unit.language.noun_forms and unit.norm(k - 1) in unit.language.determiners


def looks_finite(unit: Unit, k: int) -> bool:
    """Tell whether the word at `k` is a finite verb by an ending or beginning that the language lists."""
    language, word = unit.language, unit.norm(k)
    if len(word) < _SHORTEST_PARTICIPLE or word in language.finite_not or unit.tokens[k].is_capital:
        return False
    barred = language.determiners | language.prepositions
    begins = word.startswith(language.finite_prefixes)
    return begins or (word.endswith(language.finite_endings) and unit.norm(k - 1) not in barred)


def ends_with(word: str, ending: str) -> bool:
    """Tell whether a word has an ending that the language knows."""
    return bool(ending) and word.endswith(ending)


def looks_past(unit: Unit, k: int) -> bool:
    """Tell whether the word at `k` looks like a finite verb by its past ending."""
    word = unit.norm(k)
    before = unit.norm(k - 1)
    return (
        ends_with(word, unit.language.past)
        and len(word) > 3
        and not unit.tokens[k].is_capital
        and before not in unit.language.determiners
        and before not in unit.language.prepositions
        and (before not in unit.language.negators or before in unit.language.passing)
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
    if language.article and word in language.clitic_links:
        return max(_quoted_name_end(unit, k + 1, limit) - k, 0)
    if word in language.prepositions and not _is_infinitive(unit, k):
        for ahead in range(k + 1, min(k + 5, limit)):
            if unit.norm(ahead) in language.venues:
                return _venue_end(unit, ahead + 1, limit) - k
            if unit.norm(ahead) in language.time_words:
                return ahead + 1 - k
            if unit.is_comma(ahead) or unit.norm(ahead) in language.openers:
                break
    return 0


def _is_infinitive(unit: Unit, k: int) -> bool:
    """Tell whether the word at `k` opens an infinitive, not a place or time."""
    language = unit.language
    following = unit.norm(k + 1)
    return unit.norm(k) == language.infinitive and following not in (
        language.determiners | language.venues | language.addressees | language.time_words
    )


def _venue_end(unit: Unit, start: int, limit: int) -> int:
    """Return where the phrase around a venue ends: at a comma close by, or at once."""
    issued = start < limit and looks_past(unit, start)
    if unit.language.close_venues:
        return start
    for k in range(start, min(start + 8, limit)):
        if unit.is_comma(k):
            return k + 1
        if not unit.outside(k) or unit.norm(k) in unit.language.openers:
            return k if issued else _behind_adjective(unit, start, limit)
    start = _behind_adjective(unit, start, limit)
    return min(start + 8, limit) if issued and limit - start <= 8 else start


def _behind_adjective(unit: Unit, start: int, limit: int) -> int:
    """Return where the indefinite adjective after a place of speech ends (in a televised interview)."""
    language = unit.language
    word = unit.norm(start)
    relation = word.endswith(language.relation) and word not in language.heads | language.titles
    plain = start < limit and language.subject_follows and not word.startswith(language.article)
    construct = unit.norm(start + 1).startswith(language.article or " ")
    if plain and (word in language.speech_adjectives or (relation and not construct)):
        return start + 1
    return start


def source_right(unit: Unit, start: int, limit: int) -> Range | None:
    """Return the noun phrase that begins at `start`, adjuncts before it skipped, and ends before `limit`."""
    limit = min(limit, len(unit))
    first = skip_adjuncts(unit, start, limit)
    k = first
    while k < limit and k - first < MAX_SOURCE:
        if unit.is_comma(k):
            after = _apposition_end(unit, k, limit) if k > first else 0
            if not after:
                break
            k = after
        elif unit.norm(k) in _BRACKETS and _bracket_end(unit, k, limit):
            k = _bracket_end(unit, k, limit)
        elif _quoted_name_end(unit, k, limit):
            k = _quoted_name_end(unit, k, limit)
        elif ends_source(unit, first, k, limit):
            break
        else:
            k += 1
    while k > first + 1 and unit.norm(k - 1) in unit.language.inner_links:
        k -= 1
    return (first, k) if k > first and unit.tokens[first].is_word | (unit.norm(first) in '"«“‘') else None


def _bracket_end(unit: Unit, k: int, limit: int) -> int:
    closing = _BRACKETS[unit.norm(k)]
    return next((j + 1 for j in range(k, min(k + 8, limit)) if unit.norm(j) == closing), 0)


def _quoted_name_end(unit: Unit, k: int, limit: int) -> int:
    """Return where the short name in quotation marks at `k` ends, 0 where none begins."""
    closing = unit.language.quote_pairs.get(unit.norm(k), unit.norm(k))
    opens = unit.norm(k) in unit.language.quote_pairs or unit.norm(k) in unit.language.straight_quotes
    if not opens or not unit.outside(k) or unit.norm(k) == "'":
        return 0
    return next((j + 1 for j in range(k + 1, min(k + 8, limit)) if unit.norm(j) == closing), 0)


def _apposition_end(unit: Unit, comma: int, limit: int) -> int:
    """Return where the apposition after a comma ends, 0 where there is none."""
    language = unit.language
    word = unit.norm(comma + 1)
    barred = (
        language.stops | language.prepositions | language.time_words | language.relatives | language.adverbs
    )
    if word in (barred - language.determiners) | language.conjunctions or comma + 1 >= limit:
        return 0
    if ends_with(word, language.gerund) or not unit.outside(comma + 1):
        return 0
    if language.nominal_pattern.match(word):
        return 0
    limit = next((k for k in range(comma + 1, limit) if _closes_sentence(unit, k)), limit)
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


def _closes_sentence(unit: Unit, k: int) -> bool:
    """Tell whether no noun phrase goes on at `k`: a full stop stands there, or a quotation begins."""
    return unit.norm(k) in _SENTENCE_ENDS or not unit.outside(k)


def ends_source(unit: Unit, first: int, k: int, limit: int) -> bool:
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
    represents = word in language.prepositions and unit.norm(k - 1) in language.representing
    bounds = language.stops | language.time_words | language.finite_verbs
    if word in bounds:
        return not (represents and word in language.stops)
    return _is_said_thing(unit, k) or (k > first + 1 and is_reduced_clause(unit, k)) or _opens_next(unit, k)


def _is_said_thing(unit: Unit, k: int) -> bool:
    """Tell whether a verbal noun of saying stands here, the object of a verb before (repeated his denial)."""
    forms = unit.language.cue_forms.get(unit.norm(k), ())
    return unit.language.subject_follows and any(form.role == "noun" for _, form in forms)


def is_reduced_clause(unit: Unit, k: int) -> bool:
    """Tell whether a participle with a phrase of its own stands behind a noun (reached by telephone)."""
    language = unit.language
    word, before = unit.norm(k), unit.norm(k - 1)
    if not language.gerund or unit.tokens[k].is_capital or len(word) <= _SHORTEST_PARTICIPLE:
        return False
    barred = language.prepositions | language.determiners | language.conjunctions
    if (
        not word.endswith((language.gerund, language.past))
        or before in barred
        or word in language.prepositions
    ):
        return False
    own = language.prepositions - language.inner_links | language.infinite_links
    behind = list(unit.norms(k + 1, k + 2 + word.endswith(language.gerund)))
    return any(w in own for w in behind)


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
