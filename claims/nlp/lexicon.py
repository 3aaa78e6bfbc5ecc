"""What the engine has to know of a language, as typed data, and how it is looked up."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import import_module
from itertools import islice

from claims.nlp.tokens import NO_JOINTS, Joints, fold
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
    without opener), "quote", "object" (a noun phrase), "predicate" (with what is said
    of the object), "infinitive", "trail" (the content
    may stand before it). `links` are prepositions that introduce the content (called
    *for* calm); `pairs` are those that must stand inside an object for it to be
    a content (accused the mayor *of* lying). `perfects` are forms that are a cue only
    behind an auxiliary (a déclaré); `closes` are the words of the cue that stand behind
    an object inside it (خواستار ... شد).
    """

    key: str
    cue_class: str
    modality: Modality
    finite: frozenset[Phrase] = frozenset()
    perfects: frozenset[Phrase] = frozenset()
    participles: frozenset[Phrase] = frozenset()
    nouns: frozenset[Phrase] = frozenset()
    takes: frozenset[str] = frozenset({"clause", "quote", "trail"})
    links: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()
    closes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CueForm:
    """One form of a cue: the entry that it belongs to and the part it plays there."""

    entry: CueEntry
    role: str


CueForms = dict[str, list[tuple[Phrase, CueForm]]]
"""Forms with their entries, by the first word."""


def cue(
    key: str,
    kind: tuple[str, Modality],
    finite: str = "",
    participles: str = "",
    **more: str,
) -> CueEntry:
    """Return an entry from lists as a linguist writes them: forms between commas, words between spaces.

    `more` may hold `nouns` and `perfects` (forms), `takes`, `links`, `pairs` and `closes` (words).
    """
    takes = more.get("takes", "clause quote trail")
    return CueEntry(
        key=key,
        cue_class=kind[0],
        modality=kind[1],
        finite=phrases(finite),
        perfects=phrases(more.get("perfects", "")),
        participles=phrases(participles),
        nouns=phrases(more.get("nouns", "")),
        takes=frozenset(takes.split()),
        links=words(more.get("links", "")),
        pairs=words(more.get("pairs", "")),
        closes=words(more.get("closes", "")),
    )


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language's facts. Every word in it is folded, every mark is a single character.

    Attributes
    ----------
    joints : where two words are written as one.
    subject_follows : the source stands after its verb unless something precedes it (VSO).
    verb_last : objects and adjuncts stand before their verb (SOV); `object_marker` ends an object there.
    subject_ends : words at which a subject before its verb ends, where adjuncts stand between the two.
    perfect_auxiliaries : verbs that make a cue of its `perfects`.
    verb_clitics : object pronouns between a subject and its verb.
    adverb_phrases : adverbs of several words between an auxiliary and its participle.
    noun_forms : finite forms that are nouns as well, and so no sign of a clause.
    finite_endings, finite_prefixes : marks of finite verbs that no list holds, unless among `finite_not`.
    opener_reach : how many words behind its cue an opener stands at most.
    relative_opener : an opener is also a relative pronoun, and opens no content behind an object.
    close_venues : a place of speech ends with its own word, as the subject may follow it.
    incises : a verb of saying with its subject is inserted into a content, inside its quotation marks too.
    future_in_past : words and "-endings" that are a forecast behind a verb of saying only.
    infinitive_endings : endings of infinitives, by which a link with a content is told from another.
    proclitics : conjunctions written onto the next word.
    clitic_links : prepositions written onto the next word.
    object_suffixes : pronouns written onto a verb that takes an object.
    openers : words that open the clause of a content.
    opener_blocks : words before an opener that make it something else (after that).
    breaks : connectors before which an indirect content ends behind a comma; `bare_breaks` need none.
    stops : words at which a source phrase ends to the right.
    subject_stops : words at which a source phrase ends to the left.
    inner_links : prepositions that may stand inside a source phrase.
    venues : where things are said (statement, interview): no part of a source.
    addressees : whom one speaks to (reporters): no part of a source.
    nominal : a pattern of words that open a nominal content.
    heads : words that open a noun phrase of their own after a complete one.
    according_to : prepositional cues; `report_verbs` may follow them.
    own_words : cues that refer back to the source named before (as he put it).
    impersonal_forecasts, impersonal_doubts : those among them that forecast, and that keep at a distance.
    possessives : endings by which a noun after a prepositional cue refers back in the same way.
    impersonal : cues without a source.
    narration : openings that look like cues and attribute nothing.
    traps : phrases in which a cue's form is none.
    negators : words before a verb that keep it from being a cue.
    subordinators : words that open a clause before the main one (while).
    titles : heads of phrases that name an office (minister).
    article : the definite article where it is written onto its word.
    barred_sources : words that begin no source.
    plural_forms : forms that are verbs only behind a plural; `plural_subjects` are plurals without "s".
    gerund, past, contracted_not : endings of verb forms; `agent` is the word after a passive participle (by).
    infinitive, saying_link : the words "to" and "as" (quoted as saying).
    alleging_adverbs : the impersonal adverbs that keep a clause at a distance.
    clitic_not : words whose first letter is no preposition written onto them.
    verb_prefixes : letters that begin a verb rather than a noun after a definite noun.
    impersonal_adverbs : adverbs that keep a clause at a distance (reportedly).
    quoting : participles by which an outlet names its origin (citing).
    quoted, saying : the two parts of "quoted her as saying".
    adverb_negators : negators that are adverbs of a finite verb (never).
    post_modifiers : adjectives that follow their noun with a preposition of their own (close to).
    speech_adjectives : adjectives that go on with a place of speech (a televised interview).
    rumours, spreading, spread_links : rumour nouns, the verbs that pass them on, words before what they say.
    planned : phrases before a clause that make it a forecast and are no part of it.
    relation : endings of adjectives of relation (televised).
    same : words behind a noun that mean the one named before.
    agreeing : endings that a noun shares with its adjective.
    warning_keys, weighing_keys, announcing_keys : cues that look ahead with a noun, with an imperfect verb,
        with a noun and a time to come; `imperfect` begins such a verb, unless it is one of `being`.
    infinite_links : prepositions behind a participle that goes on with a noun (mending nets at).
    believed, condition : the words that close and open a condition of belief (if they are to be believed).
    lasting : particles of verbs of going on (ما زال).
    indefinites : pronouns that may begin a clause and no addressee (nobody).
    participles : irregular passive participles; `causing` are verbs before an object and one (see it done).
    figures : words that begin a quantity, besides digits; `figure_link` is the partner word before one (at).
    what : the word that ends a prepositional cue before a verb of reporting (according to *what*).
    complement : the opener before which a verb-first language puts a subject first.
    expected : words that with "is to" forecast; `coming` are those that put a noun in the future.
    zero_subjects : words that begin a subject that nobody is (no group).
    aside_breaks : phrases that behind a comma open an aside of the writer's, no part of a content.
    contrasts : words after which a subject stands before its verb in a verb-first language.
    topics : words before a topic to which the verb is joined with `topic_link`.
    subject_adjectives : definite adjectives that end a subject and begin no object.
    link_endings : prepositions that fold to a name -> the last letter that tells them from it.
    representing : heads after which a preposition stays inside a source (member for).
    cognates : ending of an adverbial noun or adjective between a verb and its object.
    future : words, prefixes ending in "-" or endings beginning with "-", that make an assertion a forecast.
    """

    code: str
    quote_pairs: dict[str, str]
    straight_quotes: str = '"'
    nested_straight_quotes: bool = False
    abbreviations: frozenset[str] = frozenset()
    sentence_marks: str = ".!?…"
    joints: Joints = NO_JOINTS
    verb_last: bool = False
    object_marker: str = ""
    subject_ends: frozenset[str] = frozenset()
    perfect_auxiliaries: frozenset[str] = frozenset()
    verb_clitics: frozenset[str] = frozenset()
    adverb_phrases: frozenset[Phrase] = frozenset()
    noun_forms: frozenset[str] = frozenset()
    finite_endings: tuple[str, ...] = ()
    finite_prefixes: tuple[str, ...] = ()
    finite_not: frozenset[str] = frozenset()
    opener_reach: int = 40
    relative_opener: bool = False
    close_venues: bool = False
    incises: bool = False
    future_in_past: frozenset[str] = frozenset()
    infinitive_endings: tuple[str, ...] = ()
    cues: tuple[CueEntry, ...] = ()
    subject_follows: bool = False
    proclitics: tuple[str, ...] = ()
    clitic_links: tuple[str, ...] = ()
    noun_proclitics: tuple[str, ...] = ()
    object_suffixes: tuple[str, ...] = ()
    openers: frozenset[str] = frozenset()
    opener_blocks: frozenset[str] = frozenset()
    breaks: frozenset[Phrase] = frozenset()
    bare_breaks: frozenset[Phrase] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    subject_stops: frozenset[str] = frozenset()
    inner_links: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    pronouns: dict[str, tuple[str, str]] = field(default_factory=dict)
    auxiliaries: frozenset[str] = frozenset()
    finite_verbs: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    venues: frozenset[str] = frozenset()
    addressees: frozenset[str] = frozenset()
    time_words: frozenset[str] = frozenset()
    nominal: str = ""
    nominal_not: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    according_to: frozenset[Phrase] = frozenset()
    report_verbs: frozenset[str] = frozenset()
    not_sources: frozenset[str] = frozenset()
    own_words: frozenset[Phrase] = frozenset()
    possessives: tuple[str, ...] = ()
    impersonal: frozenset[Phrase] = frozenset()
    impersonal_forecasts: frozenset[Phrase] = frozenset()
    impersonal_doubts: frozenset[Phrase] = frozenset()
    narration: frozenset[Phrase] = frozenset()
    traps: frozenset[Phrase] = frozenset()
    negators: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    article: str = ""
    gerund: str = ""
    past: str = ""
    agent: str = ""
    contracted_not: str = ""
    infinitive: str = ""
    alleging_adverbs: frozenset[str] = frozenset()
    saying_link: str = ""
    clitic_not: frozenset[str] = frozenset()
    verb_prefixes: tuple[str, ...] = ()
    impersonal_adverbs: frozenset[str] = frozenset()
    barred_sources: frozenset[str] = frozenset()
    plural_forms: frozenset[str] = frozenset()
    plural_subjects: frozenset[str] = frozenset()
    quoting: frozenset[Phrase] = frozenset()
    quoted: frozenset[str] = frozenset()
    saying: frozenset[str] = frozenset()
    adverb_negators: frozenset[str] = frozenset()
    post_modifiers: frozenset[str] = frozenset()
    speech_adjectives: frozenset[str] = frozenset()
    rumours: frozenset[str] = frozenset()
    spreading: frozenset[str] = frozenset()
    spread_links: frozenset[str] = frozenset()
    planned: frozenset[Phrase] = frozenset()
    relation: tuple[str, ...] = ()
    same: frozenset[str] = frozenset()
    agreeing: tuple[str, ...] = ()
    warning_keys: frozenset[str] = frozenset()
    weighing_keys: frozenset[str] = frozenset()
    announcing_keys: frozenset[str] = frozenset()
    imperfect: tuple[str, ...] = ()
    being: frozenset[str] = frozenset()
    infinite_links: frozenset[str] = frozenset()
    believed: Phrase = ()
    condition: str = ""
    lasting: frozenset[str] = frozenset()
    indefinites: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    causing: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    figure_link: str = ""
    what: str = ""
    complement: str = ""
    expected: frozenset[str] = frozenset()
    coming: frozenset[str] = frozenset()
    zero_subjects: frozenset[str] = frozenset()
    aside_breaks: frozenset[Phrase] = frozenset()
    contrasts: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    topic_link: str = ""
    subject_adjectives: frozenset[str] = frozenset()
    link_endings: dict[str, str] = field(default_factory=dict)
    representing: frozenset[str] = frozenset()
    cognates: str = ""
    future: frozenset[str] = frozenset()
    future_not: frozenset[str] = frozenset()
    obligation: frozenset[str] = frozenset()

    @cached_property
    def nominal_pattern(self) -> re.Pattern[str]:
        """`nominal`, compiled; it matches nothing where the language has none."""
        return re.compile(self.nominal or r"(?!)")

    @cached_property
    def passing(self) -> frozenset[str]:
        """Words before a verb that leave it one."""
        return self.auxiliaries | self.finite_verbs | self.adverb_negators

    @cached_property
    def no_cues(self) -> frozenset[Phrase]:
        """Phrases inside which no cue is looked for."""
        return self.traps | self.narration

    @cached_property
    def plain_cue_verbs(self) -> frozenset[str]:
        """Finite cue forms of one word that are nothing but verbs."""
        nouns = self.noun_forms | self.plural_forms | {f"{form}s" for form in self.plural_forms}
        single = {form[0] for entry in self.cues for form in entry.finite if len(form) == 1}
        return frozenset() if self.subject_follows else frozenset(single - nouns)

    @cached_property
    def cue_forms(self) -> CueForms:
        """Cue forms by their first word, the longest first."""
        return _indexed(
            (form, CueForm(entry, role))
            for entry in self.cues
            for role, forms in (
                ("finite", entry.finite),
                ("participle", entry.participles),
                ("noun", entry.nouns),
            )
            for form in forms
        )

    @cached_property
    def perfect_forms(self) -> CueForms:
        """The forms that are finite behind an auxiliary, by their first word, the longest first."""
        return _indexed((form, CueForm(entry, "finite")) for entry in self.cues for form in entry.perfects)


def _indexed(forms: Iterable[tuple[Phrase, CueForm]]) -> CueForms:
    index: CueForms = {}
    for form, entry in forms:
        index.setdefault(form[0], []).append((form, entry))
    return {first: sorted(found, key=lambda f: -len(f[0])) for first, found in index.items()}


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
    rest = iter(words_)
    first = next(rest, None)
    if first is None or not opens_phrase(first, phrases_):
        return 0
    head: Phrase = (first,)
    best = int(head in phrases_)
    for word in islice(rest, limit - 1):
        head = (*head, word)
        if head in phrases_:
            best = len(head)
    return best


def opens_phrase(word: str, phrases_: frozenset[Phrase]) -> bool:
    """Tell whether one of the phrases begins with a word."""
    return word in _first_words(phrases_)


@cache
def _first_words(phrases_: frozenset[Phrase]) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in phrases_)
