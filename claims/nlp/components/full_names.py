"""Finding the full name to which a family name belongs, in a script without capitals."""

from claims.nlp.components.name_runs import kind_of_head
from claims.nlp.lexicon import Language
from claims.nlp.source_phrases import Phrase, bare
from claims.nlp.tokens import fold

_SHORTEST_NAME = 2
"""Letters of a first name."""


def word_places(phrase: Phrase) -> dict[str, list[int]]:
    """Return where each bare word of a text stands among its words and marks."""
    places: dict[str, list[int]] = {}
    for number, token in enumerate(phrase.tokens):
        if token.is_word and number:
            places.setdefault(phrase.key(number), []).append(number)
    return places


def full_name_of(name: str, phrase: Phrase, places: dict[str, list[int]], language: Language) -> str:
    """Return the name that a family name had where the text introduced it, empty where nothing shows one.

    `phrase` holds all words and marks of the text, `places` where each stands. A first
    name that no list knows stands between a title or definite word and the family name, or
    in an apposition; a verb of speech there is none.
    """
    text, tokens, words = phrase.text, phrase.tokens, phrase.words
    wanted = bare(fold(name), words)
    if wanted != fold(name) and not wanted.endswith(words.adjective_endings):
        return ""
    for number in places.get(wanted, ()):
        closed = number + 1 < len(tokens) and not tokens[number + 1].is_word
        first = _first_name(phrase, number, language, closed=closed)
        if first < number:
            joined = _is_joined_name(phrase, first)
            return text[tokens[first].start + joined : tokens[number].end]
    return ""


def _first_name(phrase: Phrase, family: int, language: Language, *, closed: bool) -> int:
    """Return where the name that ends with the word `family` begins, `family` where it stands alone."""
    words, start = phrase.words, family
    while start > 0 and phrase.tokens[start - 1].norm in words.particles:
        start -= 1
    if start == 0 or not _can_be_first(phrase, start - 1, language):
        return start if start < family else family
    first = start - 1
    if phrase.tokens[first].norm in words.given_names:
        while first > 0 and phrase.tokens[first - 1].norm in words.given_names.keys() | words.particles:
            first -= 1
        before = first - 1
        unknown = before > 0 and _can_be_first(phrase, before, language) and _ends_title(phrase, before - 1)
        return before if unknown else first
    if _is_joined_name(phrase, first):
        return first
    apposed = not phrase.tokens[first - 1].is_word and closed
    spoken = _is_cue(phrase.tokens[first - 1].norm, language)
    return first if first > 0 and (apposed or spoken or _ends_title(phrase, first - 1)) else family


def _can_be_first(phrase: Phrase, index: int, language: Language) -> bool:
    token, words = phrase.tokens[index], phrase.words
    if not token.is_word or len(token.norm) < _SHORTEST_NAME or token.norm.isdigit():
        return False
    if _is_joined_name(phrase, index):
        return True
    if token.norm.startswith(words.pronoun_prefixes or ("\0",)) and token.norm not in words.given_names:
        return False
    empty = words.openers | words.quantifiers | words.same | words.never_first | words.pronouns.keys()
    spoken = _is_cue(token.norm, language)
    if token.norm in words.given_names:
        return True
    plain = not phrase.is_definite(index) and kind_of_head(phrase.key(index), words) is None
    return plain and not phrase.is_link(index) and token.norm not in empty and not spoken


def _is_joined_name(phrase: Phrase, index: int) -> bool:
    """Tell a given name onto which a conjunction is written (ولورانس)."""
    norm, words = phrase.tokens[index].norm, phrase.words
    joined = norm.startswith(words.pronoun_prefixes or ("\0",)) and norm[1:] in words.given_names
    return joined and norm not in words.given_names


def _is_cue(norm: str, language: Language) -> bool:
    return any(form in language.cue_forms for form in (norm, norm[1:]))


def _ends_title(phrase: Phrase, index: int) -> bool:
    """Tell whether a title can end with a word: a head or a definite word."""
    token = phrase.tokens[index]
    if not token.is_word:
        return False
    return phrase.is_definite(index) or kind_of_head(phrase.key(index), phrase.words) is not None
