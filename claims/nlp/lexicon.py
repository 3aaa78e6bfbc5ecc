"""What the engine has to know of a language, as typed data, and how it is looked up."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import import_module

from claims.nlp.tokens import fold
from claims.nlp.types import Modality

Phrase = tuple[str, ...]


def phrases(text: str) -> frozenset[Phrase]:
    """Return the folded phrases of a list in which a comma or a new line ends each.

    >>> sorted(phrases("according to, per"))
    [('according', 'to'), ('per',)]
    """
    parts = (part.split() for line in text.splitlines() for part in line.split(","))
    return frozenset(tuple(fold(word) for word in part) for part in parts if part)


def words(text: str) -> frozenset[str]:
    """Return the folded words of a list separated by white space.

    >>> sorted(words("He she"))
    ['he', 'she']
    """
    return frozenset(fold(word) for word in text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class CueEntry:
    """A cue of the lexicon: its forms and the complements that it takes.

    `takes` holds some of "clause" (an opener and a clause), "bare" (a clause
    without opener), "quote", "object" (a noun phrase), "trail" (the content may
    stand before it). `links` are prepositions that introduce the content (called
    *for* calm); `pairs` are those that must stand inside an object for it to be
    a content (accused the mayor *of* lying).
    """

    key: str
    cue_class: str
    modality: Modality
    finite: frozenset[Phrase] = frozenset()
    participles: frozenset[Phrase] = frozenset()
    nouns: frozenset[Phrase] = frozenset()
    takes: frozenset[str] = frozenset({"clause", "quote", "trail"})
    links: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CueForm:
    """One form of a cue: the entry that it belongs to and the part it plays there."""

    entry: CueEntry
    role: str


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language's facts. Every word in it is folded, every mark is a single character."""

    code: str
    quote_pairs: dict[str, str]
    straight_quotes: str = '"'
    nested_straight_quotes: bool = False
    abbreviations: frozenset[str] = frozenset()
    sentence_marks: str = ".!?…"
    cues: tuple[CueEntry, ...] = ()
    subject_follows: bool = False
    inverts: bool = False
    verb_proclitics: tuple[str, ...] = ()
    noun_proclitics: tuple[str, ...] = ()
    openers: frozenset[str] = frozenset()
    subjunctive_openers: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    breaks: frozenset[Phrase] = frozenset()
    prepositions: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    pronouns: dict[str, tuple[str, str]] = field(default_factory=dict)
    auxiliaries: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    adjuncts: frozenset[Phrase] = frozenset()
    venues: frozenset[str] = frozenset()
    addressees: frozenset[str] = frozenset()
    time_words: frozenset[str] = frozenset()
    according_to: frozenset[Phrase] = frozenset()
    report_verbs: frozenset[str] = frozenset()
    impersonal: frozenset[Phrase] = frozenset()
    narration: frozenset[Phrase] = frozenset()
    traps: frozenset[Phrase] = frozenset()
    future: frozenset[str] = frozenset()
    obligation: frozenset[Phrase] = frozenset()
    noun_contents: frozenset[str] = frozenset()
    number_words: frozenset[str] = frozenset()

    @cached_property
    def cue_forms(self) -> dict[str, list[tuple[Phrase, CueForm]]]:
        """Cue forms by their first word, the longest first."""
        index: dict[str, list[tuple[Phrase, CueForm]]] = {}
        for entry in self.cues:
            for role, forms in (
                ("finite", entry.finite),
                ("participle", entry.participles),
                ("noun", entry.nouns),
            ):
                for form in forms:
                    index.setdefault(form[0], []).append((form, CueForm(entry, role)))
        return {first: sorted(forms, key=lambda f: -len(f[0])) for first, forms in index.items()}


class UnknownLanguage(LookupError):
    """No module of `claims.nlp.languages` describes the language."""


@cache
def load_language(code: str) -> Language:
    """Return the facts of the language with this ISO 639-1 code.

    Raises `UnknownLanguage` where there is no file for it.
    """
    if not code.isalpha():
        raise UnknownLanguage(code)
    try:
        module = import_module(f"claims.nlp.languages.{code}")
    except ModuleNotFoundError as error:
        raise UnknownLanguage(code) from error
    language: Language = module.LANGUAGE
    return language


def longest_phrase(words_: Iterable[str], phrases_: frozenset[Phrase], limit: int = 6) -> int:
    """Return how many of the first words make up the longest of the phrases, 0 for none."""
    head: Phrase = ()
    best = 0
    for word in words_:
        head = (*head, word)
        if head in phrases_:
            best = len(head)
        if len(head) == limit:
            break
    return best
