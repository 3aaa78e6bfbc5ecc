"""What reading an article costs grows with its length and no faster, whoever speaks in it and how often."""

import re
import sys
from itertools import count, product

import numpy as np
import pytest

from claims.nlp.pipeline import analyse_article
from claims.nlp.tagger.decoding import Tagged
from claims.nlp.tagger.pieces import Pieces
from claims.nlp.types import Document, Modality

ENGLISH = (
    "{name}, the {office} of {town}, said that the ferry to pier {number} would sail again. "
    "She added that the harbour had lost {number} boats. The pier at {town} was closed on Monday. "
    "“Nobody in {town} was told about the storm,” he said. "
    "According to the {town} Ferry Board, {number} people waited.\n\n"
)
ARABIC = (
    "قال مدير ميناء {town} {name} إن العبارة رقم {number} ستبحر من جديد. "
    "وأضاف أن الميناء خسر {number} قاربا. وأغلق رصيف {town} يوم الاثنين. "
    "وقالت هيئة العبارات في {town} «لم يعلم أحد بالعاصفة رقم {number}». "
    "وبحسب الهيئة، انتظر {number} راكبا، ونفت الوزارة ذلك.\n\n"
)
PEOPLE = {
    "en": list(
        product(("Nora", "Ann", "Peter", "Ruth", "Omar", "Leo", "Ida"), ("Field", "Reed", "Marsh", "Hale"))
    ),
    "ar": list(
        product(("سامر", "ليلى", "نادر", "هدى", "كمال", "ريم", "طارق"), ("الحلو", "النجار", "سعيد", "خوري"))
    ),
}
TOWNS = {"en": ("Lakeside", "Hillford", "Marlow", "Eastby"), "ar": ("البحيرة", "الساحل", "الوادي", "التلة")}
TEXTS = {"en": ENGLISH, "ar": ARABIC}
CUES = {"en": re.compile(r"\b(said that|added that|he said)\b"), "ar": re.compile(r"(قال|وأضاف أن|وقالت)")}


def story(language: str, length: int) -> str:
    """Return so many characters in which ever other people speak of ever other things."""
    people, towns, text = PEOPLE[language], TOWNS[language], ""
    for number in count():
        first, last = people[number % len(people)]
        text += TEXTS[language].format(
            name=f"{first} {last}{'' if number < len(people) else number}",
            office=("mayor", "engineer", "pilot")[number % 3],
            town=towns[number % len(towns)],
            number=number + 2,
        )
        if len(text) >= length:
            break
    return text[:length]


class CueTagger:
    """A tagger that takes ten words behind each cue for a content, and two before it for its source."""

    version = "cues-1"

    def __init__(self, language: str) -> None:
        self.cues = CUES[language]

    def __call__(self, text: str, *, broad: bool = False) -> tuple[Pieces, list[Tagged]]:
        words = np.array([match.span() for match in re.finditer(r"\w+", text)]).reshape(-1, 2)
        nothing = np.zeros(len(words), np.int64)
        pieces = Pieces(nothing, words[:, 0], words[:, 1], nothing, nothing > 0, nothing > 0)
        runs = [pieces.covering(*match.span()) for match in self.cues.finditer(text)]
        return pieces, [self._tagged(first, last, len(words)) for first, last in runs if last < len(words)]

    def _tagged(self, first: int, last: int, length: int) -> Tagged:
        return Tagged(
            contents=(("content", last, min(last + 10, length)),),
            cue=("cue", first, last),
            source=("source", max(first - 2, 0), first) if first else None,
            level=0,
            content_chance=0.9,
            cue_chance=0.9,
            link_chance=0.9,
            source_chance=0.9,
            modality={Modality.ASSERTED: 1.0},
        )


def calls(language: str, length: int, *, tagged: bool) -> int:
    """Return how many functions reading a text of this length calls, those written in C among them."""
    document = Document(text=story(language, length), language=language, outlet="Lakeside Echo")
    made = 0

    def counted(frame, event, argument):
        nonlocal made
        made += event in ("call", "c_call")

    tagger = CueTagger(language) if tagged else None
    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        analyse_article(document, tagger)
    finally:
        sys.setprofile(before)
    return made


@pytest.mark.parametrize("tagged", [False, True], ids=["rules", "rules-and-tagger"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_work_grows_with_the_length_and_no_faster(language, tagged):
    analyse_article(Document(text=story(language, 500), language=language))

    short, long = (calls(language, length, tagged=tagged) for length in (8_000, 32_000))

    # Four times the text; who speaks is still looked for among all speakers.
    assert long < 5.2 * short
