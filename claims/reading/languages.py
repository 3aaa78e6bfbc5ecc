"""Which language a text is in: by script first, then by a small model, with care for short texts."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

UNDETERMINED = "und"
"""The code of ISO 639-2 for a text without letters."""

SCRIPT_RANGES = (
    ("Latin", "A-Za-z\u00aa-\u024f\u1e00-\u1eff"),
    (
        "Arabic",
        "\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    ),
    ("Cyrillic", "\u0400-\u052f"),
    ("Greek", "\u0370-\u03ff"),
    ("Hebrew", "\u05d0-\u05ea"),
    ("Other", "\u0530-\u058f\u0900-\u1cff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af"),
)
SCRIPTS = tuple((name, re.compile(f"[{ranges}]")) for name, ranges in SCRIPT_RANGES)

# A candidate list per script: the model knows 139 labels, and on a headline the rare ones win by chance
# (measured: 6 of 10 English beginnings of 20 characters went to other languages).
CANDIDATES: Mapping[str, str] = {
    "Latin": "en fr de es it pt nl tr pl sv da no fi cs sk hu ro id ms vi sw so az uz hr bs sl ca sq et lv",
    "Arabic": "ar fa ur ps ku ug",
    "Cyrillic": "ru uk be bg mk sr kk ky mn tg",
    "Greek": "el",
    "Hebrew": "he",
}

# Varieties that the model keeps apart and the product does not.
VARIETY_OF: Mapping[str, str] = {"ary": "ar", "arz": "ar", "pcm": "en", "sdh": "ku", "nn": "no", "uzs": "uz"}

SERVED_LANGUAGE: Mapping[str, str] = {"Latin": "en", "Arabic": "ar"}
"""The languages with rules of their own, which a short text in their script most likely is in."""

# Letters that Arabic does not have, most particular first.
ARABIC_SCRIPT_LETTERS = (
    ("ug", re.compile("[ۇۈۋڭ]")),
    ("ku", re.compile("[ڕڵۆێە]")),
    ("ps", re.compile("[ښځڅډړږۍ]")),
    ("ur", re.compile("[ٹڈڑںےہ]")),
    ("fa", re.compile("[پچژگکی]")),
)

TINY_LETTERS = 20
"""Below this the model is no better than the script (see CANDIDATES)."""
TINY_CONFIDENCE = 0.5

SHORT_LETTERS = 80
SHORT_OVERRULE = 0.5
"""Below SHORT_LETTERS another language must be this sure to overrule the served one: the least value that
costs English nothing at 30 characters, and Indonesian little (docs/decisions/0004)."""

MIXED_SHARE_MIN = 0.3
"""From this share of letters a second script is a second text and not a few names."""

SAMPLE_CHARACTERS = 9_000
NOT_WORDS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|[@#]\w+|[\u0640\u064b-\u065f\u0670]")


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """An ISO 639-1 code, how sure it is (0 to 1, normalised over the script's candidates), and mixture."""

    code: str
    confidence: float
    is_mixed: bool = False


def guess_language(text: str) -> LanguageGuess:
    """Return the language of most of `text`.

    >>> guess_language("Police in the harbour town said on Monday that the bridge would stay closed.").code
    'en'
    >>> guess_language("بلدية الميناء").code
    'ar'
    """
    words = NOT_WORDS.sub("", _sample(text))
    letters = _letters_by_script(words)
    total = sum(letters.values())
    if not total:
        return LanguageGuess(UNDETERMINED, 0.0)
    [(script, count), *others] = letters.most_common()
    is_mixed = bool(others) and others[0][1] >= MIXED_SHARE_MIN * total
    if count < TINY_LETTERS:
        return LanguageGuess(_by_letters(words, script), TINY_CONFIDENCE, is_mixed)
    return _by_model(words, script, is_mixed=is_mixed)


def _sample(text: str) -> str:
    """Return the beginning, the middle and the end of a long text: headers may be in another language."""
    if len(text) <= SAMPLE_CHARACTERS:
        return text
    part = SAMPLE_CHARACTERS // 3
    middle = (len(text) - part) // 2
    return "\n".join((text[:part], text[middle : middle + part], text[-part:]))


def _letters_by_script(text: str) -> Counter[str]:
    counts = Counter({name: len(pattern.findall(text)) for name, pattern in SCRIPTS})
    return +counts


def _by_letters(text: str, script: str) -> str:
    if script == "Arabic":
        return next((code for code, pattern in ARABIC_SCRIPT_LETTERS if pattern.search(text)), "ar")
    if script in SERVED_LANGUAGE:
        return SERVED_LANGUAGE[script]
    return _ranked(text, script)[0][0]


def _by_model(text: str, script: str, *, is_mixed: bool) -> LanguageGuess:
    ranked = _ranked(text, script)
    code, confidence = ranked[0]
    served = SERVED_LANGUAGE.get(script, code)
    is_backed = code in {served, _by_letters(text, script)} or confidence >= SHORT_OVERRULE
    if not is_backed and _is_short(text):
        return LanguageGuess(served, dict(ranked).get(served, 0.0), is_mixed)
    return LanguageGuess(code, round(confidence, 4), is_mixed)


def _is_short(text: str) -> bool:
    return sum(character.isalpha() for character in text) < SHORT_LETTERS


def _ranked(text: str, script: str) -> list[tuple[str, float]]:
    """Return the script's candidate languages with probabilities that sum to 1, best first."""
    allowed = CANDIDATES[script].split() if script in CANDIDATES else None
    shares: Counter[str] = Counter()
    for label, probability in _identifier().rank(text.casefold()):
        code = VARIETY_OF.get(label, label)
        if allowed is None or code in allowed:
            shares[code] += probability
    total = sum(shares.values()) or 1.0
    return [(code, share / total) for code, share in shares.most_common()] or [(UNDETERMINED, 0.0)]


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
