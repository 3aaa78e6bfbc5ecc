"""The shape of what a language file says about words that need their article: pronouns, places, dates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import ModuleType


def phrases_of(table: str) -> tuple[str, ...]:
    """Return the phrases that stand between bars, without the mark of those taken to the letter."""
    return tuple(phrase.strip().rstrip("=") for phrase in table.split("|"))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DateWords:
    """How a language names days by the day of publication, and how it writes dates.

    In the templates ``{date}`` is a date, ``{day} {month} {year}`` by the calendar's first words.

    Attributes
    ----------
    calendar : the module of the language's calendar words.
    day, bare_day, month, bare_month, year, bare_year, week, bare_week : a date as an adverbial, and after a
        preposition or part of the day.
    part : a day with the part of the day that stood behind it.
    day_parts : phrases for a day that hold a part of it -> the part (last night).
    leads : words before a day that are replaced with it (on).
    keeps : words before a date that stay, followed by the bare form (since).
    undecided : words before a weekday that may then be on either side of publication (by).
    parts_before, parts_after : parts of the day before or behind a day.
    before, after : words that point a period or weekday back, forward or to now -> "last", "next", "this".
    sure_weekdays : the directions with which a weekday is one day only.
    joined : what phrases of the calendar begin with that are not told from a list of days (والأحد).
    habits : words for what happens on each such day (on Mondays).
    nouns : words that also mean "the day": behind `noun_after`, before `noun_prefix`.
    not_after, not_before : words before or behind which a word is no date (every Monday, Friday prayers).
    past : expressions that tell that what is said is over; without them a bare weekday may be to come.
    forward : expressions that tell that it is to come.
    numbers : small numbers in words.
    units : words for days that are counted.
    pairs : words for two days at once.
    ago_after : words that count back, behind the number (two days ago).
    ago_before : words that count back, before the number -> the template with a bare date.
    """

    calendar: ModuleType
    day: str
    bare_day: str
    month: str
    bare_month: str
    year: str
    bare_year: str
    week: str
    bare_week: str
    part: str = ""
    day_parts: Mapping[str, str] = field(default_factory=dict)
    leads: frozenset[str] = frozenset()
    keeps: frozenset[str] = frozenset()
    undecided: frozenset[str] = frozenset()
    parts_before: frozenset[str] = frozenset()
    parts_after: frozenset[str] = frozenset()
    before: Mapping[str, str] = field(default_factory=dict)
    after: Mapping[str, str] = field(default_factory=dict)
    sure_weekdays: frozenset[str] = frozenset()
    joined: tuple[str, ...] = ()
    habits: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    noun_after: frozenset[str] = frozenset()
    noun_prefix: str = ""
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    past: tuple[str, ...] = ()
    forward: tuple[str, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    units: frozenset[str] = frozenset()
    pairs: Mapping[str, int] = field(default_factory=dict)
    ago_after: frozenset[str] = frozenset()
    ago_before: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingWords:
    """What a language's words point back with. Every word is folded (`claims.nlp.tokens.fold`).

    Attributes
    ----------
    dates : the words of relative dates.
    subjects : pronouns for one person -> gender.
    possessives : determiners for one person's things -> gender; `possessive` is the template of a name there.
    not_owned : words behind a possessive that show that it is an object (told her that).
    things : pronouns for an organisation; `acts` are the words behind one that show that it does something.
    first_persons : pronouns of the speaker -> "one" or "side"; `note` and `side` are what is added to them.
    articles : words before a definite noun; `article` is put before a name that the text gives one.
    definite_prefix : what is written with a definite noun.
    clitics : letters written before a word that stay before what replaces it.
    narrowing : words behind a description that narrow it to another (the ministry of health).
    also_things : heads of speakers that also mean a thing or place (site), so that they stay.
    place_heads : nouns for a place -> the template of its name.
    place_names : expressions in which a place gets its name, with the groups `head` and `name`.
    after_places : words behind a place's noun that belong to it no more; others narrow it (the city council).
    not_places : words before a place's noun with which it is no place.
    here : words for where the text is written; `there` is the template of its dateline.
    datelines : expressions of a dateline at the start of a text, with the group `name`.
    """

    dates: DateWords
    subjects: Mapping[str, str] = field(default_factory=dict)
    possessives: Mapping[str, str] = field(default_factory=dict)
    possessive: str = "{name}"
    not_owned: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    first_persons: Mapping[str, str] = field(default_factory=dict)
    note: str = "{word} [{name}]"
    side: str = "{word} [{name}]"
    articles: frozenset[str] = frozenset()
    article: str = ""
    definite_prefix: str = ""
    clitics: frozenset[str] = frozenset()
    narrowing: frozenset[str] = frozenset()
    also_things: frozenset[str] = frozenset()
    place_heads: Mapping[str, str] = field(default_factory=dict)
    place_names: tuple[str, ...] = ()
    after_places: frozenset[str] = frozenset()
    not_places: frozenset[str] = frozenset()
    here: frozenset[str] = frozenset()
    there: str = "{name}"
    datelines: tuple[str, ...] = ()
