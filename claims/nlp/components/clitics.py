"""Tells prepositions that are written onto the word that they govern."""

from claims.nlp.components.units import Unit

_MIN_CLITIC_WORD = 4


def has_clitic(unit: Unit, k: int, clitic: str) -> bool:
    """Tell whether the preposition is written onto a word that can name an event or a thing said."""
    word = unit.norm(k)
    language = unit.language
    if not word.startswith(clitic) or len(word) < _MIN_CLITIC_WORD or not unit.outside(k):
        return False
    rest = word[len(clitic) :]
    return bool(language.nominal_pattern.match(rest)) and rest not in language.nominal_not


def may_have_clitic(unit: Unit, k: int, clitics: list[str]) -> bool:
    """Tell whether the word may begin with one of the prepositions, as far as its letters tell."""
    word = unit.norm(k)
    if word in unit.language.clitic_not or len(word) <= _MIN_CLITIC_WORD or not unit.outside(k):
        return False
    return any(word.startswith(clitic) for clitic in clitics)


def carries(unit: Unit, k: int, clitic: str) -> bool:
    """Tell whether the word right behind its verb begins with the preposition that the verb governs."""
    word = unit.norm(k)
    return word.startswith(clitic) and len(word) >= _MIN_CLITIC_WORD and word not in unit.language.clitic_not
