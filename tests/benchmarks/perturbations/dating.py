"""How news writes a day or an hour, in English and Arabic, seen from the day of publication."""

from datetime import date, timedelta
from random import Random

EN_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
AR_DAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
EN_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
AR_MONTHS = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
]
LEVANT = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
]
MAGHREB = [
    "جانفي",
    "فيفري",
    "مارس",
    "أفريل",
    "ماي",
    "جوان",
    "جويلية",
    "أوت",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
]
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

HIJRI = [
    (date(2024, 1, 13), "Rajab", "رجب", 1445),
    (date(2024, 2, 11), "Sha'ban", "شعبان", 1445),
    (date(2024, 3, 11), "Ramadan", "رمضان", 1445),
    (date(2024, 4, 10), "Shawwal", "شوال", 1445),
    (date(2024, 5, 9), "Dhu al-Qa'da", "ذي القعدة", 1445),
    (date(2024, 6, 7), "Dhu al-Hijja", "ذي الحجة", 1445),
    (date(2024, 7, 7), "Muharram", "محرم", 1446),
    (date(2024, 8, 5), "Safar", "صفر", 1446),
    (date(2024, 9, 4), "Rabi al-Awwal", "ربيع الأول", 1446),
    (date(2024, 10, 4), "Rabi al-Thani", "ربيع الآخر", 1446),
    (date(2024, 11, 3), "Jumada al-Awwal", "جمادى الأولى", 1446),
    (date(2024, 12, 2), "Jumada al-Thani", "جمادى الآخرة", 1446),
    (date(2025, 1, 1), "Rajab", "رجب", 1446),
]
"""First days of the months of two years as the calendar of Umm al-Qura has them."""


def _hijri(day: date) -> tuple[int, str, str, int]:
    first, english, arabic, year = max((row for row in HIJRI if row[0] <= day), key=lambda row: row[0])
    return (day - first).days + 1, english, arabic, year


def dated_english(day: date, published: date, chance: Random, *, coarse: bool = False) -> str:
    """Write a day in English, with its preposition; `coarse`: only its week or month."""
    ago = (published - day).days
    if coarse:
        return _coarse_english(day, published, chance)
    month = EN_MONTHS[day.month - 1]
    forms = [
        f"on {day.day} {month}",
        f"on {month} {day.day}",
        f"on {EN_DAYS[day.weekday()]}, {month} {day.day},",
    ]
    if ago <= 6:
        forms += [f"on {EN_DAYS[day.weekday()]}"] * 3
        forms += ["yesterday"] * 3 if ago == 1 else ["today"] * 3 if ago == 0 else []
        forms += [f"{english_ago(ago)} days ago"] if ago >= 3 else []
    if ago > 0 and chance.random() < 0.08:
        number, name, _, year = _hijri(day)
        return chance.choice([f"on {number} {name} {year}", f"on {number} {name}"])
    return chance.choice(forms)


def english_ago(days: int) -> str:
    """Spell a small number of days."""
    return ["zero", "one", "two", "three", "four", "five", "six"][days]


def _coarse_english(day: date, published: date, chance: Random) -> str:
    forms = [f"in {EN_MONTHS[day.month - 1]}"]
    if _weeks_between(day, published) == 1:
        forms.append("last week")
    if day.month == published.month:
        forms += ["this month"]
        forms += ["earlier this month"] if day.day < published.day else []
    if _weeks_between(day, published) == 0 and day < published:
        forms.append(chance.choice(["this week", "earlier this week"]))
    return chance.choice(forms)


def _weeks_between(day: date, published: date) -> int:
    """Return the weeks from one to the other; 9 near a weekend, where habits of counting differ."""
    if 6 in {day.weekday(), published.weekday()} or 5 in {day.weekday(), published.weekday()}:
        return 9
    monday = published - timedelta(days=published.weekday())
    return (monday - (day - timedelta(days=day.weekday()))).days // 7


def dated_arabic(day: date, published: date, chance: Random, *, coarse: bool = False) -> str:
    """Write a day in Arabic, in one of the three traditions of month names or in the Hijri calendar."""
    ago = (published - day).days
    months = chance.choice([AR_MONTHS, AR_MONTHS, LEVANT, MAGHREB])
    if coarse:
        return _coarse_arabic(day, published, months, chance)
    name = AR_DAYS[day.weekday()]
    number = str(day.day).translate(EASTERN) if chance.random() < 0.4 else str(day.day)
    month = months[day.month - 1]
    forms = [f"في {number} {month}", f"يوم {number} {month}", f"يوم {name} {number} {month}"]
    if ago <= 6:
        forms += [f"يوم {name}", f"{name}", f"يوم {name} الماضي" if ago else f"اليوم {name}"]
        forms += ["أمس", f"أمس {name}"] * 2 if ago == 1 else ["اليوم"] * 2 if ago == 0 else []
        forms += ["أول من أمس"] * 2 if ago == 2 else []
        forms += [f"قبل {['x', 'x', 'x', 'ثلاثة', 'أربعة', 'خمسة', 'ستة'][ago]} أيام"] if ago >= 3 else []
    if ago > 0 and chance.random() < 0.12:
        number_h, _, name_h, year = _hijri(day)
        return chance.choice([f"في {number_h} {name_h} {year}", f"يوم {number_h} من {name_h}"])
    return chance.choice(forms)


def _coarse_arabic(day: date, published: date, months: list[str], chance: Random) -> str:
    forms = [f"في {months[day.month - 1]}", f"خلال شهر {months[day.month - 1]}"]
    if _weeks_between(day, published) == 1:
        forms.append("الأسبوع الماضي")
    if day.month == published.month:
        forms += ["هذا الشهر", "الشهر الجاري"]
        forms += ["في وقت سابق من هذا الشهر"] if day.day < published.day else []
    return chance.choice(forms)


_AR_HOURS = [
    "x",
    "الواحدة",
    "الثانية",
    "الثالثة",
    "الرابعة",
    "الخامسة",
    "السادسة",
    "السابعة",
    "الثامنة",
    "التاسعة",
    "العاشرة",
    "الحادية*عشرة",
]


def clock_english(minutes: int, chance: Random) -> str:
    """Write a time of the day in English."""
    hour, minute = divmod(minutes, 60)
    half = "a.m." if hour < 12 else "p.m."
    shown = (hour - 1) % 12 + 1
    written = f"{shown}:{minute:02d}" if minute else f"{shown}"
    forms = [f"{written} {half}", f"{written}{half.replace('.', '')}", f"{hour:02d}:{minute:02d}"]
    return chance.choice(forms)


def clock_arabic(minutes: int, chance: Random) -> str:
    """Write a time of the day in Arabic."""
    hour, minute = divmod(minutes, 60)
    half = "فجرا" if hour < 6 else "صباحا" if hour < 12 else "عصرا" if hour < 18 else "مساء"
    shown = (hour - 1) % 12 + 1
    if minute in {0, 15, 30} and shown <= 11 and chance.random() < 0.5:
        tail = {0: "", 15: " والربع", 30: " والنصف"}[minute]
        return f"{_AR_HOURS[shown].replace('*', ' ')}{tail} {half}"
    written = f"{shown}:{minute:02d}"
    written = written.translate(EASTERN) if chance.random() < 0.4 else written
    return f"الساعة {written} {half}"
