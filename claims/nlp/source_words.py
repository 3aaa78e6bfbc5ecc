"""The shape of what a language file says about pages and sources."""

from dataclasses import dataclass, field

from claims.nlp.tokens import NO_JOINTS, Joints


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMarks:
    r"""Patterns that tell an article's body from what surrounds it.

    Each entry is a regular expression, matched against a line or sentence that
    `fold_text` has folded (the expression is folded too, so it may be written in
    ordinary spelling, but must not use upper-case classes such as ``\S``).

    Attributes
    ----------
    list_headers : whole lines that open a list of other articles or a form.
    boilerplate : beginnings of single lines that are no part of the article.
    byline : beginnings of lines that name writers, desks or dates.
    byline_anywhere : expressions that make a line a byline wherever they stand in it.
    credit : expressions that say whose text this is.
    disclaimer : expressions by which the outlet declines responsibility.
    """

    list_headers: tuple[str, ...] = ()
    boilerplate: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    byline_anywhere: tuple[str, ...] = ()
    credit: tuple[str, ...] = ()
    disclaimer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditMarks:
    """Patterns that say that an article as a whole comes from elsewhere.

    Attributes
    ----------
    republished : expressions after which the name of the first publisher follows.
    translated : expressions that say that the text is a translation.
    translated_by : expressions in a byline before the translator, where whoever is named first is the author.
    wires : words of a byline for agencies that it does not name.
    unverified : expressions by which the outlet says that it has not verified the text.
    lead : expressions that attribute a lead to an outlet, whose name stands for ``@``.
    outlet_heads : common nouns for outlets, which may stand before a name.
    small_words : words that an abbreviation of an outlet's name leaves out.
    tongues : names of languages, from which a text is translated without coming from an outlet of that name.
    outlet_words : words inside a name that make it an outlet's.
    agencies : known agencies and their short forms, as they stand in bylines.
    not_outlets : words inside a name that make it an office's or a statement's.
    not_agencies : folded words of a bracketed byline that name no publisher.
    section : beginnings of a line after which the text of an outlet, whose name stands for ``@``, follows.
    """

    republished: tuple[str, ...] = ()
    translated: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    outlet_heads: tuple[str, ...] = ()
    outlet_words: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    not_agencies: tuple[str, ...] = ()
    not_outlets: tuple[str, ...] = ()
    small_words: tuple[str, ...] = ()
    tongues: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    translated_by: tuple[str, ...] = ()
    wires: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SourceWords:
    """What a language's words say about those who speak. Every word is folded (`claims.nlp.tokens.fold`).

    Attributes
    ----------
    joints : where two words are written as one, as the language's `Language.joints`.
    has_capitals : whether capitals mark names; elsewhere definiteness and known given names do.
    head_first : whether a head noun stands before what modifies it, where capitals mark names.
    bare_is_definite : whether a phrase without a quantifier is definite, where no article marks it.
    articles, definite, definite_prefixes : words and prefixes that make a phrase definite or not.
    possessives : determiners that point back to somebody (its, their).
    person_heads, group_heads, body_heads, outlet_heads, document_heads : head nouns by what they are: one
        person, several persons, an organisation, an outlet, a thing issued by somebody.
    anonymous_heads : heads that identify nobody even with an article (source, resident).
    generic_heads : heads that point back to whoever spoke last (official, man).
    office_heads : heads of which there is one at a time, so that the office identifies the holder.
    spoken_clitics : proclitics with which a source of one word is written; another's is part of a name.
    named_by_place : heads that the word behind them tells apart like offices (coach of the one club).
    guest_heads : heads of whoever is interviewed (our guest), who is a person named before.
    standing_documents : documents cited for themselves where the text gives no issuer (a survey, a law).
    belonging : participles behind an outlet's name that say whose it is.
    feminine_heads : heads of women; `feminine_endings` mark the rest where a language has them.
    adjective_endings : endings of adjectives of relation (national, Lebanese).
    feminine_cue_endings : endings of verbs and participles whose subject is feminine.
    suffixes : endings of case and possession; `possessive_suffixes` those that point back to somebody.
    venue_documents : statements in which somebody speaks, after `venue_links` or the prepositions of
        `venue_clitics` written onto them (in a statement).
    unvowelled : verbs whose passive and active are written alike without vowels.
    passive_marks : vowels that tell the passive where they are written.
    joined_endings : what an ending becomes before a suffix -> the ending (جارتها is جارة and ها).
    never_first : words with which no source begins.
    never_later : words that end a source once it has begun.
    object_endings : endings of objects, which a speaker after a verb never has.
    relatives : words after which a description, not a name, goes on.
    issuer_links : words between a document and who issued it.
    links : prepositions inside descriptions and names.
    joiners : conjunctions and prepositions that never stand before a name's last word.
    quantifiers : first words of groups that nobody identifies (several, one of).
    proclitics : prepositions written with a word -> what then replaces them (للوزارة is ل and الوزارة).
    same : words that mean "the one just named".
    pronouns : pronoun -> (gender, number), gender "n" for things.
    portfolios : words for what an office is charged with, which end the title before a name (Health).
    naming_words : words between a description and the name that it gets (named, called).
    particles : words inside personal names (bin, ould, al).
    topic_words : words before a sentence's topic (as for).
    name_fillers : words between a name and the head added to it (Valley *news* agency).
    inner_particles : particles that never open a name (bin, ould).
    link_endings : prepositions that fold to a given name -> the last letter that tells them from it.
    given_names : common given names -> gender; "" where it may be either.
    tail_adjectives : adjectives after an outlet's name that are no part of it.
    told : expressions before whomever a speaker addresses; an outlet there relays.
    citing : expressions before whomever a speaker cites.
    openers : words that open a content, before which a name ends.
    passives : (auxiliaries, participles) of cues whose subject only is spoken of (he is said to).
    owners : possessive -> gender of whoever has what follows, where "'s" can be written instead.
    voice_heads : those who speak for a body; one that is named or definite makes them no anonymous source.
    reporter_heads : people through whom an outlet is addressed (its reporter).
    own_suffixes : endings by which an outlet speaks of itself (لموقعنا).
    media_heads : groups of outlets, which a name or country before them identifies (Iranian media).
    compound_endings : second halves of adjectives that a name begins (Lakeside-*based*).
    name_tails : letters behind a personal name that are no part of it (KC).
    kept_titles : titles that stay with a name of one word (Lord Field).
    naming_phrases : expressions between a description and the name that it gets (known as).
    plural_cue_endings : endings of verbs and participles whose subject is several persons.
    feminine_cue_beginnings : beginnings of finite verbs whose subject is feminine.
    named_heads : heads of organisations whose names often do not say what they are (company, movement).
    exclusive_heads : heads of those who are nothing else (a judge is no minister).
    pronoun_prefixes : conjunctions written together with a pronoun.
    latter : words that mean whoever was mentioned last (the latter).
    plural_endings : endings that make a group of one person's head, and of an unknown definite word.
    not_objects : names that end as objects do.
    relation_heads : heads of those whom another's name identifies (his father); without article it is no
        title of the name behind it.
    topic_documents : documents of which a noun behind them tells the subject, unless it is a body.
    honorifics : titles right behind which a name begins, whatever its first word.
    document_kinds : words behind a document that tell its kind, not its issuer (poll of opinion).
    outlet_groups : groups of outlets, whether or not a name identifies them.
    document_groups : groups of texts (reports, rumours), whoever wrote them.
    official_words : heads and adjectives of those who speak for a state or its forces.
    common_modifiers : adjectives that are no name even where a sentence begins with them (State television).
    plural_ending : the ending that makes a group of one person's head.
    company_words : words of a capitalised name that make it a company's.
    personal_documents : documents that a person rather than a body writes.
    head_classes : head -> a word for all heads of its kind (leader and commander are one).
    """

    has_capitals: bool = True
    joints: Joints = NO_JOINTS
    head_first: bool = False
    bare_is_definite: bool = False
    articles: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    definite_prefixes: tuple[str, ...] = ()
    possessives: frozenset[str] = frozenset()
    person_heads: frozenset[str] = frozenset()
    group_heads: frozenset[str] = frozenset()
    body_heads: frozenset[str] = frozenset()
    outlet_heads: frozenset[str] = frozenset()
    document_heads: frozenset[str] = frozenset()
    anonymous_heads: frozenset[str] = frozenset()
    generic_heads: frozenset[str] = frozenset()
    spoken_clitics: tuple[str, ...] = ()
    named_by_place: frozenset[str] = frozenset()
    guest_heads: frozenset[str] = frozenset()
    standing_documents: frozenset[str] = frozenset()
    belonging: frozenset[str] = frozenset()
    office_heads: frozenset[str] = frozenset()
    feminine_heads: frozenset[str] = frozenset()
    feminine_endings: tuple[str, ...] = ()
    adjective_endings: tuple[str, ...] = ()
    feminine_cue_endings: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    joined_endings: dict[str, str] = field(default_factory=dict)
    possessive_suffixes: tuple[str, ...] = ()
    never_first: frozenset[str] = frozenset()
    never_later: frozenset[str] = frozenset()
    object_endings: tuple[str, ...] = ()
    relatives: frozenset[str] = frozenset()
    issuer_links: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    quantifiers: frozenset[str] = frozenset()
    proclitics: dict[str, str] = field(default_factory=dict)
    same: frozenset[str] = frozenset()
    pronouns: dict[str, tuple[str, str]] = field(default_factory=dict)
    portfolios: frozenset[str] = frozenset()
    naming_words: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    topic_words: frozenset[str] = frozenset()
    name_fillers: frozenset[str] = frozenset()
    inner_particles: frozenset[str] = frozenset()
    link_endings: dict[str, str] = field(default_factory=dict)
    given_names: dict[str, str] = field(default_factory=dict)
    tail_adjectives: frozenset[str] = frozenset()
    head_classes: dict[str, str] = field(default_factory=dict)
    told: tuple[str, ...] = ()
    citing: tuple[str, ...] = ()
    openers: frozenset[str] = frozenset()
    passives: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    owners: dict[str, str] = field(default_factory=dict)
    voice_heads: frozenset[str] = frozenset()
    reporter_heads: frozenset[str] = frozenset()
    own_suffixes: tuple[str, ...] = ()
    media_heads: frozenset[str] = frozenset()
    common_modifiers: frozenset[str] = frozenset()
    plural_ending: str = ""
    company_words: frozenset[str] = frozenset()
    personal_documents: frozenset[str] = frozenset()
    compound_endings: frozenset[str] = frozenset()
    name_tails: frozenset[str] = frozenset()
    kept_titles: frozenset[str] = frozenset()
    naming_phrases: tuple[str, ...] = ()
    venue_documents: frozenset[str] = frozenset()
    venue_links: frozenset[str] = frozenset()
    venue_clitics: tuple[str, ...] = ()
    unvowelled: frozenset[str] = frozenset()
    passive_marks: tuple[str, ...] = ()
    plural_cue_endings: tuple[str, ...] = ()
    feminine_cue_beginnings: tuple[str, ...] = ()
    named_heads: frozenset[str] = frozenset()
    exclusive_heads: frozenset[str] = frozenset()
    pronoun_prefixes: tuple[str, ...] = ()
    latter: frozenset[str] = frozenset()
    plural_endings: tuple[str, ...] = ()
    not_objects: frozenset[str] = frozenset()
    relation_heads: frozenset[str] = frozenset()
    topic_documents: frozenset[str] = frozenset()
    honorifics: frozenset[str] = frozenset()
    document_kinds: frozenset[str] = frozenset()
    outlet_groups: frozenset[str] = frozenset()
    document_groups: frozenset[str] = frozenset()
    official_words: frozenset[str] = frozenset()
