"""Arabic words that need their article: descriptions, places, relative dates, the speaker's own side."""

from claims.nlp.languages import ar_calendar
from claims.nlp.lexicon import words
from claims.nlp.tokens import fold
from claims.nlp.wording_words import DateWords, WordingWords

_NUMBERS = (("ثلاثة", "ثلاث"), ("أربعة", "أربع"), ("خمسة", "خمس"), ("ستة", "ست"), ("سبعة", "سبع"))
_NAME = r"(?P<name>\w{3,})(?= (?P<more>\w{3,})|)"

_DATES = DateWords(
    calendar=ar_calendar,
    day="يوم {date}",
    bare_day="{date}",
    month="في {date}",
    bare_month="{date}",
    year="في عام {date}",
    bare_year="عام {date}",
    week="في أسبوع {date}",
    bare_week="أسبوع {date}",
    day_parts={"الليلة الماضية": "ليلة", "هذا المساء": "مساء", "هذا الصباح": "صباح", "الليلة": "ليلة"},
    part="{part} {date}",
    leads=words("يوم"),
    keeps=words(
        "في خلال منذ حتى من إلى بعد قبل مطلع نهاية بداية أواخر أوائل منتصف وسط طوال نصف ربع لـ حلول شهر "
        "أيام عن"
    ),
    undecided=words("حتى إلى بحلول قبل من بين"),
    parts_before=words("صباح مساء فجر ظهر عصر ضحى عشية"),
    before={fold("هذا"): "this", fold("هذه"): "this"},
    after={
        **{fold(word): "last" for word in ("الماضي", "الماضية", "الفائت", "المنصرم")},
        **{fold(word): "next" for word in ("المقبل", "القادم", "المقبلة", "القادمة")},
        **{fold(word): "this" for word in ("الجاري", "الحالي", "الجارية", "الحالية")},
    },
    sure_weekdays=frozenset({"last", "next"}),
    joined=("وال",),
    nouns=words("اليوم الليلة"),
    noun_after=words("في من هذا ذلك طوال خلال"),
    noun_prefix="ال",
    not_after=words("كل يومي صلاة خطبة سوق جمعة أيام ليلة ليالي جامع ذلك ذاك بعد غير عدا"),
    not_before=words(
        "التالي السابق الأول الأولى الثاني الثالث الأخير العالمي الوطني الذي ذاته نفسه من الموافق إلى"
    ),
    past=(r"\b\w{0,2}(?:مقتل|وفاه|اصابه|اعتقال|سقوط|وقوع|انهيار|اندلاع|تعرض|اغتيال|غرق|انفجار)\b",),
    forward=(
        r"\b(?:[وف]?س[يتن]\w{2,}|سوف|المقرر|المزمع|المنتظر|المتوقع|المقبل\w*|القادم\w*|[يت]عتزم|[يت]نوي|لن|"
        r"غدا|بعد غد|اعتبارا|"
        r"ابتداء|موعد\w*|يبدا|تبدا|ينطلق|تنطلق|يعقد|تعقد|يلتقي|تلتقي|يصل|تصل|يزور|تزور|يفتتح|تفتتح|ينعقد|"
        r"تنعقد|يستانف|تستانف)\b",
    ),
    numbers={fold(form): number for number, forms in enumerate(_NUMBERS, 3) for form in forms},
    units=words("أيام"),
    pairs={fold("يومين"): 2},
    ago_before={fold("قبل"): "يوم {date}", fold("منذ"): "منذ {date}"},
)

WORDING = WordingWords(
    dates=_DATES,
    first_persons={
        fold(word): kind
        for kind, forms in (("side", "نحن إننا أننا بأننا لدينا"), ("one", "أنا إنني أنني بأنني"))
        for word in forms.split()
    },
    side="{word} [جانب {name}]",
    definite_prefix="ال",
    clitics=frozenset("وفب"),
    narrowing=words(
        "في من على عن إلى التي الذي العام العامة المحلي المحلية الرسمي الرسمية التابع التابعة المركزي "
        "المركزية "
        "المذكور المذكورة الوطني الوطنية الجديد الجديدة السابق السابقة باسم"
    ),
    also_things=words(
        "موقع محطة شبكة قناة مركز مدرسة مستشفى مكتب فرع قسم جبهة نظام دفاع مقاومة أمن وحدة فريق نادي"
    ),
    place_heads={
        fold(f"ال{head}"): f"{head} {{name}}"
        for head in ("مدينة", "بلدة", "قرية", "محافظة", "ولاية", "ناحية", "جزيرة", "بلدية", "حي")
    },
    place_names=(rf"\b[وفبل]?(?P<head>مدينة|بلدة|قرية|محافظة|ولاية|ناحية|جزيرة|حي) {_NAME}",),
    not_places=words("هذه تلك"),
    here=words("هنا"),
    there="في {name}",
    datelines=(
        r"^\s*(?P<name>\w{3,}(?: \w{3,}){0,2}?) ?(?:\([^)\n]{2,40}\)|"
        r"[–—-] ?[«\"(]?[\w .]{2,40}[»\")]?) ?[–—:-] ",
        r"^\s*(?P<name>\w{3,}(?: \w{3,})?) ?[–—-] ?[«\"(]?[\w .]{2,40}[»\")]?\s*\n",
    ),
)
