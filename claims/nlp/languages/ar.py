"""Arabic: marks, abbreviations, cues and the words that bound sources and contents."""

from claims.nlp.lexicon import CueEntry, Language, cue, phrases, words
from claims.nlp.tokens import fold
from claims.nlp.types import Modality

_NEUTRAL = ("neutral", Modality.ASSERTED)
_ASSERTIVE = ("assertive", Modality.ASSERTED)
_FACTIVE = ("factive", Modality.ASSERTED)
_OPINION = ("opinion", Modality.ASSERTED)
_STANCE = ("stance", Modality.ASSERTED)
_DISTANCING = ("distancing", Modality.ALLEGED)
_ACCUSING = ("accusing", Modality.ALLEGED)
_DENYING = ("denying", Modality.DENIED)
_DEMANDING = ("demanding", Modality.DEMANDED)
_FORECASTING = ("forecasting", Modality.PREDICTED)


def _finite(perfect: str, imperfect: str) -> str:
    """Return the third-person forms of a verb from its perfect and the stem of its imperfect."""
    past, stem = fold(perfect), fold(imperfect)
    weak = past[:-1] if past.endswith(("ي", "ا")) else past
    forms = [past, f"{weak}ت", f"{weak}وا", f"{past}ا", f"{weak}تا", f"ي{stem}", f"ت{stem}"]
    if past.endswith("ي"):
        forms.remove(f"{past}ا")
    plural = stem[:-1] if stem.endswith(("ي", "و")) else stem
    return ", ".join([*forms, f"ي{plural}ون", f"ي{stem}ان"])


def _verb(forms: str, kind: tuple[str, Modality], **more: str) -> CueEntry:
    """Return the entry of "perfect imperfect-stem participle verbal-noun", "-" where a form is no cue."""
    perfect, imperfect, participle, noun = (forms.split() + ["-"] * 3)[:4]
    participles = "" if participle == "-" else f"{participle}ا, {participle}ة, {participle}ين, {participle}ات"
    nouns = "" if noun == "-" else ", ".join(f"{fold(noun)}{suffix}" for suffix in ("ه", "ها", "هم", "هما"))
    return cue(fold(perfect), kind, _finite(perfect, imperfect), participles, nouns=nouns, **more)


_CUES = (
    _verb("قال قول قائل قول", _NEUTRAL),
    _verb("ذكر ذكر", _NEUTRAL),
    _verb("أفاد فيد مفيد", _NEUTRAL, takes="clause quote trail object", links="ب"),
    _verb("أضاف ضيف مضيف", _NEUTRAL, links="إلى"),
    _verb("تابع تابع متابع", _NEUTRAL, takes="clause quote trail close"),
    _verb("أردف ردف مردف", _NEUTRAL),
    _verb("استطرد ستطرد مستطرد", _NEUTRAL),
    _verb("استرسل سترسل مسترسل", _NEUTRAL),
    cue("زاد", _NEUTRAL, "زاد, زادت", takes="clause quote trail close"),
    _verb("صرح صرح مصرح تصريح", _NEUTRAL, takes="clause quote trail object", links="ب"),
    _verb("أعلن علن معلن إعلان", _NEUTRAL, takes="clause quote trail object free", links="عن"),
    _verb("أوضح وضح موضح توضيح", _NEUTRAL, takes="clause quote trail"),
    cue("بين", _NEUTRAL, "بين, بينت, بينوا, يبين", "مبينا, مبينة, مبينين", takes="clause quote close"),
    _verb("أشار شير مشير إشارة", _NEUTRAL, takes="clause quote object", links="إلى"),
    _verb("لفت لفت لافت", _NEUTRAL, takes="clause quote object", links="إلى"),
    _verb("نوه نوه منوه", _NEUTRAL, takes="clause quote object", links="إلى ب"),
    _verb("ألمح لمح ملمح", _NEUTRAL, takes="clause quote object", links="إلى"),
    _verb("لمح لمح ملمح", _NEUTRAL, takes="clause quote object", links="إلى"),
    _verb("تحدث تحدث متحدث", _NEUTRAL, takes="clause quote object finite_link", links="عن"),
    _verb("طمأن طمئن مطمئن", _ASSERTIVE, takes="clause quote object", links="إلى"),
    _verb("لخص لخص ملخص", _NEUTRAL, takes="quote trail"),
    cue(
        "تبنى",
        _ASSERTIVE,
        "تبنى, تبنت, تبنوا, يتبنى, تتبنى",
        "متبنيا, متبنية",
        takes="object at_pair",
        pairs="الهجوم هجوم هجوما العملية عملية التفجير تفجير القصف قصف الاعتداء اعتداء الاستهداف استهداف "
        "الضربة ضربة الانفجار الاغتيال اغتيال الهجومين الهجمات هجمات العمليات",
    ),
    _verb("حكى حكي", _NEUTRAL),
    _verb("روى روي راوي", _NEUTRAL),
    _verb("سرد سرد", _NEUTRAL),
    _verb("كتب كتب كاتب", _NEUTRAL),
    _verb("غرد غرد مغرد", _NEUTRAL),
    _verb("أورد ورد مورد", _NEUTRAL),
    cue("ابلغ", _NEUTRAL, "أبلغ, أبلغت, أبلغوا", "مبلغا, مبلغة", takes="clause quote object", links="عن ب"),
    _verb("أخبر خبر مخبر", _NEUTRAL, takes="clause quote object", links="عن ب"),
    _verb("أعلم علم - إعلام", _NEUTRAL, takes="clause quote"),
    _verb("أسر سر", _NEUTRAL, takes="clause close"),
    _verb("رد رد رادا", _NEUTRAL, takes="clause quote close"),
    _verb("أجاب جيب مجيب", _NEUTRAL),
    _verb("علق علق معلق", _NEUTRAL, takes="quote trail clause"),
    _verb("عقب عقب معقب", _NEUTRAL, takes="quote trail clause"),
    _verb("اختتم ختتم مختتم", _NEUTRAL, takes="quote trail clause"),
    _verb("ختم ختم", _NEUTRAL, takes="quote trail clause"),
    _verb("استهل ستهل", _NEUTRAL, takes="quote clause"),
    _verb("خلص خلص", _NEUTRAL, takes="clause object", links="إلى"),
    _verb("استنتج ستنتج", _NEUTRAL),
    _verb("سجل سجل مسجل", _NEUTRAL, takes="clause close quote"),
    _verb("لاحظ لاحظ ملاحظ", _NEUTRAL),
    _verb("أبرز برز مبرز", _NEUTRAL),
    _verb("ذكر ذكر مذكر تذكير", _NEUTRAL, takes="clause quote"),
    _verb("تساءل تساءل متسائل", _NEUTRAL, takes="quote trail object clause", links="عن"),
    _verb("اشتكى شتكي", _STANCE, takes="clause quote object", links="من"),
    _verb("شكا شكو", _STANCE, takes="clause quote object", links="من"),
    _verb("أكد ؤكد مؤكد تأكيد", _ASSERTIVE, takes="clause quote trail object free", links="على"),
    _verb("شدد شدد مشدد تشديد", _ASSERTIVE, takes="clause quote trail object", links="على"),
    _verb("جزم جزم جازم", _ASSERTIVE, takes="clause quote"),
    _verb("كرر كرر مكرر", _ASSERTIVE, takes="clause quote"),
    _verb("جدد جدد مجدد", _ASSERTIVE, takes="clause quote"),
    _verb("أصر صر", _ASSERTIVE, takes="clause quote object", links="على"),
    _verb("أقسم قسم", _ASSERTIVE, takes="clause quote"),
    _verb("نبه نبه منبه", _ASSERTIVE, takes="clause quote object", links="إلى من"),
    _verb("حذر حذر محذر تحذير", _ASSERTIVE, takes="clause quote object", links="من"),
    _verb("تعهد تعهد متعهد تعهد", _FORECASTING, takes="clause quote trail object", links="ب"),
    cue("وعد", _FORECASTING, "وعد, وعدت, وعدوا", "واعدا, واعدة", takes="clause quote object", links="ب"),
    _verb("توعد توعد متوعد", _FORECASTING, takes="clause quote object", links="ب"),
    _verb("هدد هدد مهدد تهديد", _FORECASTING, takes="clause quote object", links="ب"),
    _verb("لوح لوح ملوح", _FORECASTING, takes="clause object", links="ب"),
    _verb("توقع توقع متوقع", _FORECASTING, takes="clause quote trail object"),
    _verb("تكهن تكهن متكهن", _FORECASTING, takes="clause object", links="ب"),
    _verb("رجح رجح مرجح", _OPINION, takes="clause object trail"),
    _verb("طالب طالب مطالب مطالبة", _DEMANDING, takes="clause quote object", links="ب"),
    cue("مطالبة", _DEMANDING, nouns="مطالبته, مطالبتها, مطالبتهم", takes="clause object", links="ب"),
    cue("دعوة", _DEMANDING, nouns="دعوته, دعوتها, دعوتهم, الدعوة", takes="clause object", links="إلى ل"),
    cue(
        "دعا",
        _DEMANDING,
        _finite("دعا", "دعو"),
        "داعيا, داعية, داعين",
        takes="clause object quote",
        links="إلى",
        pairs="إلى",
    ),
    _verb("حث حث حاث", _DEMANDING, takes="clause object quote", pairs="على", links="على"),
    _verb("ناشد ناشد مناشد", _DEMANDING, takes="object quote clause"),
    _verb("اقترح قترح مقترح", _DEMANDING, takes="clause object"),
    _verb("أوصى وصي موصي", _DEMANDING, takes="clause object", links="ب"),
    _verb("نصح نصح ناصح", _DEMANDING, takes="clause object", links="ب"),
    _verb("طلب طلب طالب", _DEMANDING, takes="clause object", links="من"),
    _verb("أمر أمر", _DEMANDING, takes="clause object", links="ب"),
    _verb("زعم زعم زاعم زعم", _DISTANCING, takes="clause quote trail"),
    _verb("ادعى دعي مدعي", _DISTANCING, takes="clause quote"),
    _verb("روج روج مروج", _DISTANCING, takes="clause object", links="ل"),
    _verb("اتهم تهم متهم", _ACCUSING, takes="object", pairs="ب"),
    cue(
        "اتهام",
        _ACCUSING,
        nouns="اتهامه, اتهامها, اتهامهم, اتهاماته, اتهاماتها",
        takes="object",
        links="ل ب",
        pairs="ب",
    ),
    _verb("حمل حمل محمل", _ACCUSING, takes="object", pairs="مسؤولية المسؤولية"),
    _verb("ظن ظن", _OPINION, takes="clause"),
    _verb("اعتقد عتقد معتقد", _OPINION, takes="clause"),
    _verb("اعتبر عتبر معتبر", _OPINION, takes="clause quote trail object"),
    _verb("رأى رى", _OPINION, takes="clause close quote"),
    _verb("قدر قدر مقدر", _OPINION, takes="clause close object", pairs="بنحو بحوالي بأكثر بأقل بما ب"),
    _verb("وصف صف واصف", _STANCE, takes="object", pairs="ب"),
    _verb("كشف كشف كاشف", _FACTIVE, takes="clause quote object", links="عن"),
    _verb("اعترف عترف معترف", _FACTIVE, takes="clause quote object", links="ب"),
    _verb("أقر قر مقر", _FACTIVE, takes="clause quote object", links="ب"),
    _verb("أثبت ثبت مثبت", _FACTIVE, takes="clause"),
    _verb("أظهر ظهر مظهر", _FACTIVE, takes="clause"),
    _verb("سرب سرب", _FACTIVE, takes="clause"),
    _verb("نفى نفي نافي نفي", _DENYING, takes="clause object quote"),
    cue("نفي", _DENYING, "", "نافيا, نافية, نافين", takes="clause object quote"),
    _verb("أنكر نكر منكر", _DENYING, takes="clause object"),
    _verb("فند فند مفند", _DENYING, takes="object"),
    _verb("كذب كذب مكذب", _DENYING, takes="object clause"),
    _verb("استبعد ستبعد مستبعد", _DENYING, takes="clause object"),
    _verb("عزا عزو", _FACTIVE, takes="object", pairs="إلى"),
    _verb("أرجع رجع مرجع", _FACTIVE, takes="object", pairs="إلى"),
    _verb("ندد ندد مندد", _STANCE, takes="object quote clause", links="ب"),
    _verb("انتقد نتقد منتقد", _STANCE, takes="object quote"),
    _verb("أعرب عرب معرب", _STANCE, takes="object clause", links="عن"),
    _verb("عبر عبر معبر", _STANCE, takes="object close clause", links="عن"),
    cue("دعوى", _DISTANCING, nouns="بدعوى, بحجة, بذريعة, بتعلة, بزعم", takes="clause"),
    cue("مفاد", _NEUTRAL, nouns="مفاده, مفادها", takes="clause"),
    cue("علم", _NEUTRAL, "علم, علمت, علمنا", takes="clause via", links="من"),
    cue(
        "نقل",
        _NEUTRAL,
        "نقل, نقلت, نقلوا, ينقل, تنقل",
        "ناقلا, ناقلة",
        takes="clause quote via relay",
        links="عن",
    ),
    cue("تردد", _NEUTRAL, "يتردد, تتردد", takes="clause via relay", links="في بين"),
    cue("جاء في", _NEUTRAL, "جاء في, ورد في, جاء ضمن, ورد ضمن", takes="clause quote"),
    cue("نص", _NEUTRAL, "ينص, تنص, نص, نصت", takes="clause object", links="على"),
)

LANGUAGE = Language(
    code="ar",
    quote_pairs={"“": "”", "„": "“", "«": "»", "‘": "’"},
    straight_quotes="\"'",
    nested_straight_quotes=True,
    noun_proclitics=("و", "ب", "ل", "ك", "ف", "لل", "بال", "وال", "ال"),
    abbreviations=words("د أ م"),
    sentence_marks=".!?…؟۔",
    cues=_CUES,
    subject_follows=True,
    proclitics=("و", "ف"),
    clitic_links=("ب", "ل"),
    object_suffixes=("ه", "ها", "هم", "نا", "ني"),
    openers=words(
        """فإن فإنه فإنها أن إن بأن أنه أنها أنهم أنهما أننا أني إنه إنها إنهم إنهما إننا إني إنني أنني
        بأنه بأنها بأنهم بأنهما بأننا بأني بكون"""
    ),
    opener_blocks=words(
        """بعد قبل دون منذ إلا غير كما رغم حيث علما يجب يمكن ينبغي يفترض بد شرط بما لولا بيد مع كاد
        خشية أجل قبيل عسى لعل حال يكفي قصد"""
    ),
    breaks=phrases(
        """فيما, بينما, في حين, لكن, لكنه, لكنها, إلا أن, إلا أنه, إلا أنها, غير أن, غير أنه, كما,
        بيد أن, ولكن, حيث قال, في وقت"""
    ),
    bare_breaks=phrases(
        "وهو ما, وهي ما, وهو الأمر, الأمر الذي, إلا أن, إلا أنه, إلا أنها, في حين, غير أن, غير أنه"
    ),
    subject_stops=words(
        """أن إن بأن لكن بينما فيما حين لكنه حيث أما كما عندما بعد قبل إلا غير وكان وكانت كان كانت لكنه
        لكنها ولكنه ولكنها ولكن إذ بيد"""
    ),
    stops=words(
        """فإن فإنه فإنها هذه خلال عبر أمام لدى بعد قبل أثناء ضمن عقب إثر حول بشأن بخصوص بحضور عن على
        إلى مع منذ حين عندما حيث الذي التي الذين اللذين وذلك أيضا كذلك بدوره بدورها لاحقا مؤخرا ردا
        تعليقا تعقيبا رفض رفضت فضل فضلت طلب طلبت اشترط لم قد كان كانت تحدث تحدثت صدر صدرت نشر نشرت
        مسؤوليته مسؤوليتها مسؤوليتهم نشره نشرته حضر حضرت حضروا اطلع اطلعت اطلعوا حصل حصلت
        شارك شاركت شاركوا شهد شهدت
        بالقول قائلا قائلة وهو وهي قوله قولها قولهم صباح مساء ظهر فجر يوم اليوم أمس الأحد
        الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت ليلة عشية سابقا قبيل هكذا هنا ثم حتى
        بكل بشكل مجددا صراحة مرارا تكرارا نفيا رسميا بأنه مضيفا إن أن بأن عليه عليها فيه فيها له لها
        لنا استنادا ل لموفد كما ولكن لكن إذ فور نقلا وفقا وفق حسب بحسب الآن ويوم"""
    ),
    inner_links=words("في من"),
    prepositions=words("في من على إلى عن مع منذ خلال بعد قبل عبر لدى أمام حول بين تحت فوق ضمن حتى بسبب رغم"),
    adverbs=words("له لها لهم لنا عليه عليها")
    | words(
        """له لها لهم لنا عليه عليها فيها فيه سابق لاحق المقابل أيضا كذلك بدوره بدورها بدورهم لاحقا
        مؤخرا قد لم لا فقد سابقا مجددا هكذا ثم هنا بالتالي حينها"""
    ),
    relatives=words("الذي التي الذين اللذين اللتين اللواتي"),
    finite_verbs=words("كان كانت يكون تكون هو هي تم يتم ليس ليست"),
    auxiliaries=words("كان كانت يكون تكون قد"),
    pronouns={"هو": ("m", "s"), "هي": ("f", "s"), "هم": ("m", "p")},
    venues=words(
        """بيان بيانا تصريح تصريحات مؤتمر حديث حديثه حديثها مقابلة حوار كلمة كلمته تغريدة منشور تدوينة
        تقرير تقريره تقريرها رسالة لقاء اتصال مداخلة مداخلته خطاب خطابه بلاغ تصريحه تصريحها بيانه
        بيانها مقال افتتاحية ندوة جلسة وقت هذا ذات نفس السياق الصدد الإطار تعليق تعليقه ختام نهاية
        بداية أول اجتماع حسابه حسابها صفحته صفحتها"""
    ),
    addressees=words(
        """للوكالة لوكالة لموقع لموقعنا للصحفيين للصحافيين للصحافة لوسائل لرويترز لقناة لصحيفة للجزيرة
        لهسبريس لإذاعة لراديو للموقع للقناة للصحيفة لبرنامج لجريدة لمراسل لمراسلنا لفرانس لموزاييك
        لجوهرة للإذاعة لأف"""
    ),
    time_words=words(
        """صباح مساء ظهر فجر يوم اليوم أمس الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت
        ليلة عشية الأسبوع الشهر الماضي"""
    ),
    nominal=(
        r"^(ب|ل|)((الغاء|القاء|الزام|التزام|الحاق|التحاق)|(?!ال)(است..?ا.ة?|ان..ا.|ا.ت.ا.|ا.د.ا.|ت..ي.|ت...ة|ا..ا.|ا.ا.ة|ت.ا..?|وقوع|هطول|تساقط|هبوط|صعود|خروج|لجوء|نشوب|حصول|شروع|صحة|كشف|دفع|سداد|صرف|حماية|اعتماد|رحيل|كشف|احترام|وجود|صدور|فوز|مقتل|وفاة|حدوث|"
        r"ضبط|رفض|وصول|بدء|دخول|نشر|غلق|فتح|وضع|حل|قتل|منع|طرد|سقوط|ظهور|عدم|سحب|دعم|وقف|رفع|خفض|فرض|منح|عقد|بناء|نقل|شن|قصف|"
        r"حجز|ضرورة|عودة|زيادة|محاولة|مشاركة|متابعة|مواصلة|مطالبة|عزم|نية|قدرة|جميع|كل|كافة|سلسلة|ان|كون|ما|تورط|تعرض|تجاهل|تحسن|تدهور|تقدم|تلقي|انتماء|استياء|جاهزية|استعداد|اهمية|ضلوع|تاخر|توقف|خلو|تمكن|لقاء|فقدان|نفاد|نقص|تفشي|علاقة|صلة|مسؤولية|سرقة|بيع|شراء|حرق|هدم|مقاطعة|مصادرة|محاسبة|مراجعة|معاقبة|محاكمة|ملاحقة|مساءلة|قطع|ترك))(ه|ها|هم|هما|نا|)$"
    ),
    nominal_not=words(
        "اتحاد إدارة إتحاد إذاعة أنصار أعضاء أطراف أفراد أهالي أصحاب أمانة تنسيقية أركان ابناء أبناء"
    ),
    heads=words(
        """سبب أسباب مدير رئيس وزير وزارة حكومة شركة سلطات قوات جماعة حزب مسؤول جميع كل كافة أي بعض عدد كلا
        قيادة إدارة هيئة لجنة مجلس جيش نظام جهاز مصرف بنك نقابة نادي فصائل فصيل ميليشيا مليشيا"""
    ),
    according_to=phrases(
        """وفقا, وفق, وفقا لما, طبقا, طبقا لما, حسب, بحسب, حسبما, بحسب ما, حسب ما, وفق ما, نقلا عن,
        استنادا إلى, على لسان, على حد قول, على حد تعبير, على حد وصف, على ما"""
    ),
    report_verbs=words(
        """علم علمت علمه علمته لفت لفتت لفته أوضح أوضحت أوضحه أوضحته صرحت صرح به
        ذكر ذكره ذكرت ذكرته نقلت نقلته نقل نقله أورده أوردته أورد أوردت أفاد أفادت أكد أكده أكدت
        أكدته قال قاله قالت قالته أعلن أعلنت أعلنه أعلنته صرح صرحت جاء ورد كشف كشفت كشفه كتب كتبت به
        في عن قول تعبير رواية تصريحات بيان وصفه وصف نشر نشرت نشرته"""
    ),
    not_sources=words(
        """تقتضيه الحاجة القانون الاتفاق الخطة الجدول جدول خطة اتفاق قانون القوانين الأصول المعايير
        معايير شروط الشروط رغبة نوع الإمكان الظروف ظروف كنية الوضع الاقتضاء التراتيب للتراتيب لاتفاق
        للاتفاق للقانون للخطة للشروط للقوانين لقانون"""
    ),
    possessives=("ه", "ها", "هم"),
    quoting=phrases("نقلا عن"),
    own_words=phrases(
        """على حد قوله, على حد قولها, على حد قولهم, على حد تعبيره, على حد تعبيرها, على حد تعبيرهم,
        حسب قوله, حسب قولها, بحسب قوله, بحسب قولها, حسب تعبيره, حسب تعبيرها, بحسب تعبيره,
        بحسب تعبيرها, وفق قوله, وفق قولها, وفق تعبيره, وفق تعبيرها, حسب وصفه, بحسب وصفه, حسب رأيه,
        بحسب رأيه, وفق تقديره, وفق تقديرها, على حد وصفه, على حد وصفها, وفق وصفه, حسب زعمه,
        حسب زعمها, بحسب تصريحاته, وفق تصريحاته, بحسب ترجيحه, بحسب خبرته, بحسب شهادته, وفق ما قال,
        بحسب ما قاله, حسب قولهم"""
    ),
    impersonal=phrases(
        "قيل, ذكر, أفيد, أعلن, يعتقد, يرجح, يزعم, ترددت أنباء, تداول, يقال, يروى, من المتوقع, من المرجح"
    ),
    impersonal_forecasts=phrases("من المتوقع, من المرجح, يتوقع, يرجح"),
    impersonal_doubts=phrases("يزعم"),
    narration=phrases(
        """يذكر, يشار إلى, تجدر الإشارة, وتجدر الإشارة, الجدير بالذكر, جدير بالذكر, من الجدير بالذكر,
        والجدير بالذكر, ويذكر, ويشار إلى, يجدر الذكر, تجدر الاشارة, يجدر التذكير, للإشارة فإن,
        وللإشارة"""
    ),
    traps=phrases(
        """عبر حسابه, عبر حسابها, عبر حساب, عبر صفحته, عبر صفحتها, عبر صفحة, عبر منصة, عبر منصات, عبر موقع,
        عبر مواقع, عبر تطبيق, عبر تويتر, عبر فيسبوك, عبر إكس, عبر الهاتف, عبر وسائل, عبر قناته, عبر قناتها,
        عبر قناة, عبر منشور, عبر بيان, عبر شاشة, عبر الحدود, عبر البريد,
        طلب عدم, طلبت عدم, طلبوا عدم, عدم ذكر, رفض ذكر, دون ذكر, ذكر اسمه, ذكر اسمها, ذكر أسمائهم,
        الرد على, ردا على, رد على, بين قال, في حين, بين عامي, على ذكر, يجدر ذكر, كشف حساب, نقل جوي"""
    ),
    subordinators=words("بينما فيما عندما حين بعدما"),
    contrasts=words("لكن ولكن أن أما وأما فيما وفيما بينما وبينما"),
    topics=words("أما وأما"),
    topic_link="ف",
    what="ما",
    complement=fold("أن"),
    subject_adjectives=words(
        """السابق السابقة الحالي الحالية العام العامة الأول الأولى الأعلى المنتخب المؤقت المؤقتة الجديد
        الجديدة الراحل المكلف المكلفة المستقيل الشعبي الشعبية المحلي المحلية المسلح المسلحة المتحدة
        المشترك المشتركة الموحد العليا الكبرى العراق الحاكم الحاكمة المعارض المعارضة"""
    ),
    link_endings={fold("على"): "ى"},
    representing=words(
        "نائب النائب نائبة النائبة مرشح المرشح مرشحة المرشحة نواب النواب عضو العضو ممثل الممثل"
    ),
    same=words("ذاته ذاتها نفسه نفسها عينه عينها"),
    agreeing=("ة",),
    warning_keys=words("حذر نبه"),
    weighing_keys=words("رجح استبعد"),
    announcing_keys=words("أعلن قرر كشف أكد"),
    imperfect=("ي", "ت"),
    being=words("يكون تكون يكونوا"),
    lasting=words("ما زال زالت لا لم لن"),
    cognates="ا",
    relation=("ي", "ية"),
    speech_adjectives=words(
        "خاص خاصة مشترك مشتركة مطول مطولة مقتضب مقتضبة مسجل مسجلة مصور مصورة متلفز متلفزة لاحق منفصل"
    ),
    coming=words("المقبل المقبلة القادم القادمة غدا"),
    rumours=words("أنباء أخبار معلومات شائعات إشاعات روايات أحاديث"),
    spreading=words("تداول تداولت تداولوا يتداول تتداول تناقل تناقلت يتناقل تتناقل تردد ترددت"),
    spread_links=words("عن حول بشأن"),
    planned=phrases("من المقرر, من المنتظر, من المرتقب, من المزمع"),
    article="ال",
    clitic_not=words(
        """بيان بلدية بعض بنك بين برنامج بداية بغداد بيروت بنغازي باريس برلين بوتين بايدن بشار بعد بدون
        بسبب بدل بالتالي بينما بشكل بصفة برفقة بحضور بحسب بشأن بخصوص بلاده بلادها بلاد بلاغ بطولة
        بطل بيئة بحر برلمان باسم بدوره بدورها بذلك بهذا بهذه بعثة بلدة بلد بترول بورصة بناء بنات
        بيوت بيت بدر بكر بلال بسام بسمة بهاء باسل بطاقات بطاقة بضائع بريد بريطانيا بلجيكا لجنة ليبيا
        لبنان لدى لكن لم لن ليس لقاء لواء لاعب لاعبي بلاغات برئاسة بعدما بحيث بالنسبة بالإضافة
        بالمقابل باتجاه بموجب بواسطة"""
    ),
    verb_prefixes=("ي", "سي", "ست"),
    barred_sources=words(
        """نقلا ونقلا فيما وفيما بينما وبينما خلافا وخلافا بخلاف وبخلاف
        نفيا ذلك هذا رسميا صراحة وجود عن على إلى ب أن إن قاطعا بشدة إثر التي
        الذي الذين كما لكن إذ
        خلال بعد قبل عبر حول منذ مع أمام بأن ما"""
    ),
    titles=words(
        """وزير رئيس محافظ والي مدير متحدث المتحدث ناطق الناطق نائب النائب سفير قائد قيادي مسؤول مصدر
        مصادر خبير محلل نقيب عمدة أمين"""
    ),
    negators=words("لم لن لا لما عدم"),
    future=words("سوف لن") | frozenset({"سي-", "ست-", "سن-", "سا-"}),
    future_not=words(
        """ستة ستين ستون سيارة سيارات سيدة سيدات سيد سياسي سياسية سياسة سياسات سياحة سياحي سياحية سينما
        سيناء سيناريو سيطرة سيطر سيطرت سيادة سيول سير سيرة ستار سنة سنوات سنويا سنوي سن سنتين سنين
        سابقا سابق سابقة ساعة ساعات ساعتين ساعتان
        ساحة ساحل ساهم ساهمت ساعد ساعدت ساد ساكن سائق ساعي سارع سيئة سيء
        ستائر سيف سياق سيدي سياج سنا"""
    ),
    obligation=words("يجب ينبغي ضرورة أهمية وجوب بضرورة"),
)
