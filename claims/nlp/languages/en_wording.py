"""English words that need their article: pronouns, descriptions, places, relative dates."""

from claims.nlp.languages import en_calendar
from claims.nlp.lexicon import words
from claims.nlp.wording_words import DateWords, WordingWords

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

_DATES = DateWords(
    calendar=en_calendar,
    day="on {date}",
    bare_day="{date}",
    month="in {date}",
    bare_month="{date}",
    year="in {date}",
    bare_year="{date}",
    week="in the week of {date}",
    bare_week="the week of {date}",
    part="on the {part} of {date}",
    day_parts={
        "this morning": "morning",
        "this afternoon": "afternoon",
        "this evening": "evening",
        "tonight": "night",
        "last night": "night",
    },
    leads=words("on"),
    keeps=words("since from of after before until till by through during for to and between in"),
    undecided=words("by until till through for to from between before and"),
    parts_after=words("morning afternoon evening night"),
    before={"last": "last", "this": "this", "next": "next", "coming": "next"},
    sure_weekdays=frozenset({"next"}),
    habits=words("mondays"),
    not_after=words("every each most some many any a one two the good black bloody easter palm ash the's"),
    not_before=words("prayers prayer night's school schools market to sermon newspaper times and or"),
    past=(
        r"\b(?:was|were|had|did|has been|have been|went|came|left|met|held|fell|rose|struck|hit|shot|won|"
        r"lost|took|"
        r"broke|began|sank|told|gave|put|shut|cut|found|fled|saw|sent|made|got|spoke|stood|withdrew|overran|"
        r"stole|"
        r"\w{2,}ed)\b",
    ),
    forward=(
        r"\b(?:will|would|won['’]t|shall|due|scheduled|expected|plans?|planned|planning|set to|about to|next|"
        r"tomorrow|upcoming|coming|(?:is|are|was|were) to|going to|to be|intends?|starting|must|should|may|"
        r"might|"
        r"could|can)\b|['’]ll\b",
    ),
    numbers={word: number for number, word in enumerate(_NUMBERS, 2)},
    units=words("days"),
    ago_after=words("ago"),
)

WORDING = WordingWords(
    dates=_DATES,
    subjects={"he": "m", "she": "f"},
    possessives={"his": "m", "her": "f"},
    possessive="{name}’s",
    not_owned=words(
        "to for in on at by with from and or but that as if when while who of into about after before "
        "because "
        "up down out off away back again not so too how what where why whether the a an this his her their "
        "its "
        "he she they it was were is are had has own"
    ),
    things=words("it"),
    acts=words("had has will would did does plans planned intends wants opposes supports denies rejects"),
    first_persons={
        "we": "side",
        "us": "side",
        "our": "side",
        "ours": "side",
        "i": "one",
        "my": "one",
        "me": "one",
    },
    side="{word} [{name}’s side]",
    articles=words("the"),
    article="the {name}",
    narrowing=words("of for in at on and general who which that"),
    also_things=words(
        "site station channel paper wire network service house post court school hospital head chair"
    ),
    place_heads={
        head: f"the {head} of {{name}}"
        for head in (
            "city",
            "town",
            "village",
            "port",
            "province",
            "governorate",
            "district",
            "state",
            "island",
        )
    },
    place_names=(
        r"\b(?P<head>city|town|village|port|province|governorate|district|state|island) of "
        r"(?P<name>[A-Z][\w’'-]+(?:[ -](?:[A-Z][\w’'-]+|al-[A-Z][\w’'-]+)){0,2})",
        r"\b(?P<name>(?:[A-Z][\w’'-]+ ){1,2})(?P<head>city|town|village|province|governorate|district|"
        r"island)\b",
    ),
    after_places=words(
        "on in at since was were is are has have had will would and or but after before by to for from with "
        "while when "
        "as during until that could may might did does last this next yesterday today overnight itself alone"
    ),
    here=words("here"),
    there="in {name}",
    datelines=(
        r"^\s*(?P<name>[A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+){0,3})"
        r"(?:, [A-Z][\w. ]{2,20})?(?: ?\([^)\n]{2,40}\))? ?[–—-]{1,2} ",
        r"^\s*(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?:, [A-Z][\w. ]{2,20})?"
        r" ?\([^)\n]{2,40}\) ?[–—-]{1,2} ",
    ),
)
