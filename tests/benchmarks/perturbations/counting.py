"""How news writes a number with what it counts, in English and Arabic, apart from the engine's lexicons."""

from dataclasses import dataclass
from random import Random

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
]
ONES += ["seventeen", "eighteen", "nineteen"]
TENS = ["x", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
# Arabic counts a masculine noun with the feminine word, and the other way round.
AR_ONES = {
    "m": ["صفر", "واحد", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"],
    "f": ["صفر", "واحدة", "اثنتين", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"],
}
AR_TENS = ["x", "x", "عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"]
AR_TENS_SUBJECT = ["x", "x", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
AR_HUNDREDS = ["x", "مئة", "مئتين", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun: singular and plural, and in Arabic the counted singular, dual stem and gender too."""

    one: str
    many: str
    ar_one: str
    ar_counted: str
    ar_dual: str
    ar_many: str
    gender: str
    low: int = 2
    high: int = 60


def _noun(line: str) -> Noun:
    one, many, ar_one, ar_counted, ar_dual, ar_many, gender, low, high = (p.strip() for p in line.split("|"))
    return Noun(one, many, ar_one, ar_counted, ar_dual, ar_many, gender, int(low), int(high))


NOUNS = {
    key: _noun(line)
    for key, line in {
        "person": "person | people | شخص | شخصا | شخص | أشخاص | m | 2 | 60",
        "shop": "shop | shops | متجر | متجرا | متجر | متاجر | m | 3 | 40",
        "truck": "truck | trucks | شاحنة | شاحنة | شاحنت | شاحنات | f | 2 | 300",
        "family": "family | families | عائلة | عائلة | عائلت | عائلات | f | 3 | 900",
        "suspect": "suspect | suspects | مشتبه به | مشتبها به | مشتبه | مشتبهين | m | 3 | 30",
        "rifle": "rifle | rifles | بندقية | بندقية | بندقيت | بنادق | f | 3 | 40",
        "station": "filling station | filling stations | محطة | محطة | محطت | محطات | f | 3 | 90",
        "teacher": "teacher | teachers | معلم | معلما | معلم | معلمين | m | 300 | 990",
        "soldier": "soldier | soldiers | جندي | جنديا | جندي | جنود | m | 2 | 50",
        "vehicle": "vehicle | vehicles | آلية | آلية | آليت | آليات | f | 2 | 20",
        "vote": "vote | votes | صوت | صوتا | صوت | أصوات | m | 101 | 320",
        "document": "document | documents | وثيقة | وثيقة | وثيقت | وثائق | f | 2 | 90",
        "worker": "worker | workers | عامل | عاملا | عامل | عمال | m | 20 | 900",
        "school": "school | schools | مدرسة | مدرسة | مدرست | مدارس | f | 2 | 120",
        "pupil": "pupil | pupils | تلميذ | تلميذا | تلميذ | تلاميذ | m | 200 | 900",
        "migrant": "migrant | migrants | مهاجر | مهاجرا | مهاجر | مهاجرين | m | 11 | 200",
        "body": "body | bodies | جثة | جثة | جثت | جثث | f | 2 | 10",
        "house": "house | houses | منزل | منزلا | منزل | منازل | m | 2 | 700",
        "student": "student | students | طالب | طالبا | طالب | طلاب | m | 100 | 900",
        "flight": "flight | flights | رحلة | رحلة | رحلت | رحلات | f | 2 | 30",
        "passenger": "passenger | passengers | راكب | راكبا | راكب | ركاب | m | 3 | 60",
        "defendant": "defendant | defendants | متهم | متهما | متهم | متهمين | m | 3 | 25",
        "witness": "witness | witnesses | شاهد | شاهدا | شاهد | شهود | m | 3 | 40",
        "bank": "bank | banks | بنك | بنكا | بنك | بنوك | m | 3 | 20",
        "hospital": "hospital | hospitals | مستشفى | مستشفى | مستشفي | مستشفيات | m | 2 | 12",
        "prisoner": "prisoner | prisoners | سجين | سجينا | سجين | سجناء | m | 5 | 300",
        "ambulance": "ambulance | ambulances | سيارة إسعاف | سيارة إسعاف | سيارت | سيارات إسعاف | f | 3 | 20",
        "drone": "drone | drones | مسيرة | مسيرة | مسيرت | مسيرات | f | 2 | 40",
        "warehouse": "warehouse | warehouses | مستودع | مستودعا | مستودع | مستودعات | m | 2 | 9",
        "engineer": "engineer | engineers | مهندس | مهندسا | مهندس | مهندسين | m | 3 | 40",
        "candidate": "candidate | candidates | مرشح | مرشحا | مرشح | مرشحين | m | 3 | 12",
        "factory": "factory | factories | مصنع | مصنعا | مصنع | مصانع | m | 2 | 15",
        "child": "child | children | طفل | طفلا | طفل | أطفال | m | 20 | 900",
        "nurse": "nurse | nurses | ممرض | ممرضا | ممرض | ممرضين | m | 3 | 60",
        "hours": "hour | hours | ساعة | ساعة | ساعت | ساعات | f | 2 | 14",
        "hours2": "hour | hours | ساعة | ساعة | ساعت | ساعات | f | 3 | 14",
        "days": "day | days | يوم | يوما | يوم | أيام | m | 2 | 14",
    }.items()
}
"""What patterns count, with the least and greatest number that news would have."""


def english_words(number: int) -> str:
    """Spell a number under 1,000."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    rest = number % 100
    return f"{ONES[number // 100]} hundred" + (f" and {english_words(rest)}" if rest else "")


def arabic_words(number: int, gender: str, *, subject: bool) -> str:
    """Spell a number under 1,000 for a noun of `gender`, as subject or object."""
    tens = AR_TENS_SUBJECT if subject else AR_TENS
    if number <= 10:
        return AR_ONES[gender][number]
    if number < 20:
        return _arabic_teens(number, gender)
    if number < 100:
        ones = number % 10
        head = f"{AR_ONES[gender][ones]} و" if ones else ""
        return head + tens[number // 10]
    rest = number % 100
    return AR_HUNDREDS[number // 100] + (f" و{arabic_words(rest, gender, subject=subject)}" if rest else "")


def _arabic_teens(number: int, gender: str) -> str:
    ten = "عشرة" if gender == "f" else "عشر"
    ones = {
        ("m", 1): "أحد",
        ("f", 1): "إحدى",
        ("m", 2): "اثني",
        ("f", 2): "اثنتي",
    }.get((gender, number - 10)) or AR_ONES[gender][number - 10]
    return f"{ones} {ten}"


BOUNDS = {
    "en": {
        "at least": ("at least", "no fewer than", "more than"),
        "about": ("about", "nearly", "around", "some"),
    },
    "ar": {
        "at least": ("ما لا يقل عن", "أكثر من", "على الأقل"),
        "about": ("نحو", "قرابة", "حوالي", "زهاء"),
    },
}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of something; `grain` is how coarsely it is given: at least, about, range, dozens, or ""."""

    number: float
    noun: str
    grain: str = ""


def written_english(amount: Amount, chance: Random) -> str:
    """Write an amount in English."""
    if amount.noun in _OTHERS:
        return _OTHERS[amount.noun][0](amount.number, chance)
    noun, number = NOUNS[amount.noun], int(amount.number)
    if amount.noun == "hours" and number <= 4 and chance.random() < 0.25:
        return f"{number * 60} minutes"
    if amount.grain == "dozens":
        return f"dozens of {noun.many}"
    if amount.grain == "range":
        low, high = _range(number)
        return chance.choice([f"{low}-{high} {noun.many}", f"between {low} and {high} {noun.many}"])
    if amount.grain:
        figure = _coarse(number, amount.grain)
        return f"{chance.choice(BOUNDS['en'][amount.grain])} {_english_figure(figure, chance)} {noun.many}"
    return f"{_english_figure(number, chance)} {noun.one if number == 1 else noun.many}"


def _english_figure(number: int, chance: Random) -> str:
    spelt = number < 13 or chance.random() < 0.3
    return english_words(number) if spelt else f"{number:,}"


def written_arabic(amount: Amount, chance: Random, *, subject: bool) -> str:
    """Write an amount in Arabic, in either set of digits, in words, or as a dual."""
    if amount.noun in _OTHERS:
        return _OTHERS[amount.noun][1](amount.number, chance)
    noun, number = NOUNS[amount.noun], int(amount.number)
    if amount.noun == "hours" and number <= 4 and chance.random() < 0.25:
        return f"{_digits(str(number * 60), chance)} دقيقة"
    if amount.grain == "dozens":
        return f"عشرات ال{noun.ar_many}"
    if amount.grain == "range":
        low, high = _range(number)
        dashed = _digits(f"{low}-{high}", chance)
        return chance.choice([f"{dashed} {noun.ar_counted}", f"ما بين {low} و{high} {noun.ar_counted}"])
    if amount.grain:
        number = _coarse(number, amount.grain)
        bound = chance.choice(BOUNDS["ar"][amount.grain])
        plain = _arabic_plain(noun, number, chance, subject=False)
        return f"{plain} {bound}" if bound == "على الأقل" else f"{bound} {plain}"
    return _arabic_plain(noun, number, chance, subject=subject)


def _arabic_plain(noun: Noun, number: int, chance: Random, *, subject: bool) -> str:
    if number == 2 and " " not in noun.ar_one and chance.random() < 0.8:
        return noun.ar_dual + ("ان" if subject else "ين")
    spelt = chance.random() < (0.6 if number <= 10 else 0.3)
    figure = arabic_words(number, noun.gender, subject=subject) if spelt else _digits(str(number), chance)
    return f"{figure} {_arabic_noun(noun, number)}"


def _arabic_noun(noun: Noun, number: int) -> str:
    last = number % 100
    if 3 <= last <= 10 or (number <= 2):
        return noun.ar_many
    return noun.ar_one if last in {0, 1, 2} else noun.ar_counted


def _digits(written: str, chance: Random) -> str:
    return written.translate(EASTERN) if chance.random() < 0.4 else written


def _coarse(number: int, grain: str) -> int:
    """Return a rounder figure: under the number for "at least", the nearest ten or hundred for "about"."""
    step = 10 if number < 100 else 100 if number >= 600 else 10
    if grain == "about":
        return max(step, round(number / step) * step) if number >= 40 else number
    return max(2, number // step * step - (step if number % step == 0 else 0)) if number > 20 else number - 1


def _range(number: int) -> tuple[int, int]:
    low = number // 5 * 5
    return max(1, low), low + 5


def _english_percent(number: float, chance: Random) -> str:
    return f"{number:g}{chance.choice([' percent', ' per cent', '%'])}"


def _arabic_percent(number: float, chance: Random) -> str:
    figure = f"{number:g}".replace(".", chance.choice([",", ".", "٫"]))
    return _digits(figure, chance) + chance.choice([" في المئة", " بالمئة", "٪", "%"])


def _english_money(number: float, chance: Random) -> str:
    return chance.choice(
        [f"${number:g} million", f"{number:g} million dollars", f"{number:g}m US dollars"][:2]
    )


def _arabic_money(number: float, chance: Random) -> str:
    if number == 2:
        return "مليوني دولار"
    word = "ملايين" if 3 <= number <= 10 and number == int(number) else "مليون"
    return f"{_digits(f'{number:g}', chance)} {word} دولار"


_OTHERS = {"percent": (_english_percent, _arabic_percent), "money": (_english_money, _arabic_money)}


def number_of(noun: str, chance: Random) -> float:
    """Return a number that news would have of `noun`."""
    if noun == "percent":
        return chance.choice([3.5, 4, 5, 7.5, 8, 9.25, 10, 12, 15, 17.5, 20, 25])
    if noun == "money":
        return chance.choice([2, 3, 4.5, 7, 12, 18.5, 40, 65, 120])
    kind = NOUNS[noun]
    return chance.randint(kind.low, min(kind.high, kind.low + chance.choice([8, 30, 300])))


def another_number(number: float, noun: str, chance: Random) -> float:
    """Return a number that no rounding confuses with `number`."""
    while True:
        other = (
            number_of(noun, chance) if chance.random() < 0.5 else number + chance.choice([-2, -1, 1, 2, 3])
        )
        low = 2 if noun != "percent" else 1
        if other >= low and other != number and (number < 40 or abs(other - number) > 0.02 * number):
            return other


def grain_for(number: float, noun: str, chance: Random) -> str:
    """Return a coarser way to give a number truthfully, or "" where there is none."""
    if noun in _OTHERS or noun in {"hours", "days", "vote"} or number < 6:
        return ""
    grains = ["at least", "range"]
    grains += ["about"] if number >= 40 else []
    grains += ["dozens"] if 24 <= number <= 99 else []
    return chance.choice(grains)
