"""Claims made up from word lists: some forty of one event share words, place, actor and number."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from claims.linking.keys import KeyedClaim, stored_keys
from claims.linking.types import Slot, SlotKind
from claims.nlp.types import Modality, QuoteKind, Span

CLAIMS_AN_ARTICLE = 15
CLAIMS_AN_EVENT = 45
EVENT_SPREAD = 3
"""Days over which an event is reported."""
FIRST_DAY = date(2025, 7, 1)
DAYS = 365
SHARE_ARABIC = 0.4
VOCABULARY = 30_000
DIMENSIONS = 384
WORDS_OF_A_TEXT = 8
"""Of the twelve that are searched for: 35 word pieces, as the sentences of the sample stories have."""
_ENGLISH = (
    "ba",
    "cor",
    "del",
    "fen",
    "gri",
    "hul",
    "jas",
    "kem",
    "lor",
    "mit",
    "nav",
    "pel",
    "ros",
    "sut",
    "tir",
    "vad",
)
_ARABIC = ("با", "كور", "دل", "فن", "جر", "هل", "سج", "كم", "لور", "مت", "نف", "بل", "رس", "سط", "تر", "فد")
_QUOTED = 0.15
_DENIED = 0.03


@dataclass(frozen=True, slots=True)
class InventedClaim:
    """One made-up claim: the number of its article, its event, and what is stored of it."""

    article: int
    ordinal: int
    event: int
    language: str
    published_on: date
    words: tuple[str, ...]
    modality: Modality
    quote: QuoteKind
    slots: tuple[Slot, ...]

    @property
    def text(self) -> str:
        """Its first words: made-up ones have more pieces, so the networks take as long as for real ones."""
        return " ".join(self.words[:WORDS_OF_A_TEXT])

    @property
    def keys(self) -> list[str]:
        """The keys of its search entry."""
        return stored_keys(
            KeyedClaim(
                text=" ".join(self.words),
                language=self.language,
                modality=self.modality,
                quote=self.quote,
                published_on=self.published_on,
                slots=self.slots,
                speakers=[f"s{self.event % 900}"],
            )
        )


def word(number: int, language: str) -> str:
    """Return the word of that rank in a language's made-up vocabulary."""
    syllables = _ARABIC if language == "ar" else _ENGLISH
    made = ""
    while number or not made:
        number, syllable = divmod(number, len(syllables))
        made += syllables[syllable]
    return made + syllables[len(made) % len(syllables)]


def invented_claims(count: int, seed: int = 5) -> Iterator[InventedClaim]:
    """Yield `count` claims, article by article; words are as frequent as Zipf's law has them."""
    chance = random.Random(seed)
    events = max(1, count // CLAIMS_AN_EVENT)
    for article in range(count // CLAIMS_AN_ARTICLE):
        event = chance.randrange(events)
        day = FIRST_DAY + timedelta((event * 37) % DAYS + chance.randrange(EVENT_SPREAD))
        language = "ar" if chance.random() < SHARE_ARABIC else "en"
        for ordinal in range(1, CLAIMS_AN_ARTICLE + 1):
            # Most claims of a report are of its event, the others of what lies behind it.
            about = event if chance.random() < 0.8 else chance.randrange(events)
            yield _claim(chance, (article, ordinal, about), language, day)


def _claim(chance: random.Random, place: tuple[int, int, int], language: str, day: date) -> InventedClaim:
    article, ordinal, event = place
    topic = [VOCABULARY // 20 + (event * 53 + n * 7) % VOCABULARY for n in range(10)]
    common = [int(VOCABULARY ** chance.random()) for _ in range(8)]
    numbers = [*chance.sample(topic, 4), *common]
    chance.shuffle(numbers)
    slots = [
        Slot(kind=SlotKind.PLACE, span=Span(0, 3), text="x", value=f"geo:{event % 3000}"),
        Slot(kind=SlotKind.ACTOR, span=Span(4, 7), text="x", value=f"org:o{event % 300}"),
        Slot(kind=SlotKind.ACTION, span=Span(8, 9), text="x", value=f"act{chance.randrange(120)}"),
        Slot(kind=SlotKind.NUMBER, span=Span(9, 11), text="x", value=f"count:dead={event % 40 + 2}"),
    ]
    drawn = chance.random()
    return InventedClaim(
        article=article,
        ordinal=ordinal,
        event=event,
        language=language,
        published_on=day,
        words=tuple(word(number, language) for number in numbers),
        modality=Modality.DENIED if drawn < _DENIED else Modality.ASSERTED,
        quote=QuoteKind.DIRECT if drawn > 1 - _QUOTED else QuoteKind.NONE,
        slots=tuple(slot for slot in slots if chance.random() < 0.6),
    )


def directions(events: int, seed: int = 6) -> tuple[np.ndarray, np.ndarray]:
    """Return one unit vector an event, and 5,000 of noise: a claim's vector is the sum of both, weighted."""
    source = np.random.default_rng(seed)
    made = [source.standard_normal((rows, DIMENSIONS)).astype(np.float32) for rows in (events, 5_000)]
    return tuple(part / np.linalg.norm(part, axis=1, keepdims=True) for part in made)
