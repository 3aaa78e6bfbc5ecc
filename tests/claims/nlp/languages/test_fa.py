"""Persian: contents, sources, originators and what is done with the content, in invented sentences."""

import pytest

from claims.nlp.pipeline import analyse_article
from claims.nlp.types import Document, Modality, QuoteKind
from tests.claims.nlp.languages.conftest import Told

ALLEGED, DENIED, DEMANDED = Modality.ALLEGED, Modality.DENIED, Modality.DEMANDED
PREDICTED = Modality.PREDICTED

LEADING = [
    pytest.param(
        "شهردار تارفا روز دوشنبه گفت که پل بسته است.",
        [Told("پل بسته است", "شهردار تارفا", "شهردار تارفا")],
        id="leading-behind-a-day",
    ),
    pytest.param(
        "سخنگوی وزارت نیرو کاوه نادری اعلام کرد که سه سد آسیب دیده است.",
        [Told("سه سد آسیب دیده است", "سخنگوی وزارت نیرو کاوه نادری", "کاوه نادری")],
        id="leading-compound-verb-and-name",
    ),
    pytest.param(
        "وزیر کشور می‌گوید راه باز است.",
        [Told("راه باز است", "وزیر کشور", "وزیر کشور")],
        id="leading-present-without-opener",
    ),
    pytest.param(
        "وزیر کشور می گوید که راه باز است.",
        [Told("راه باز است", "وزیر کشور", "وزیر کشور")],
        id="leading-prefix-written-apart",
    ),
    pytest.param(
        "مديرکل بندر گفت كه قايق آماده است.",
        [Told("قايق آماده است", "مديرکل بندر", "مديرکل بندر")],
        id="leading-arabic-letters",
    ),
    pytest.param(
        "رئیس پلیس گفت که سه نفر بازداشت شده‌اند و تأکید کرد که جست‌وجو ادامه دارد.",
        [
            Told("سه نفر بازداشت شده‌اند", "رئیس پلیس", "رئیس پلیس"),
            Told("جست‌وجو ادامه دارد", "رئیس پلیس", "رئیس پلیس"),
        ],
        id="leading-two-verbs-of-one-subject",
    ),
    pytest.param(
        "وزیر نیرو با بیان اینکه سد سالم است، افزود: پمپ‌ها هم کار می‌کنند.",
        [
            Told("سد سالم است", "وزیر نیرو", "وزیر نیرو"),
            Told("پمپ‌ها هم کار می‌کنند", "وزیر نیرو", "وزیر نیرو"),
        ],
        id="participle-before-its-verb",
    ),
    pytest.param(
        "شهردار تارفا، بهرام رستمی، روز دوشنبه در جمع خبرنگاران گفت: پل بسته است.",
        [Told("پل بسته است", "شهردار تارفا، بهرام رستمی", "بهرام رستمی")],
        id="leading-apposition-and-adjuncts",
    ),
]

DIRECT = [
    pytest.param(
        "وزیر بهداشت در نشست خبری گفت: «واکسن‌ها رسیده‌اند و پخش می‌شوند.»",
        [Told("واکسن‌ها رسیده‌اند و پخش می‌شوند", "وزیر بهداشت", "وزیر بهداشت")],
        id="direct-behind-a-colon",
    ),
    pytest.param(
        "«ما یک ماه است منتظریم»، لیلا رستمی، ماهیگیر، گفت.",
        [Told("ما یک ماه است منتظریم", "لیلا رستمی، ماهیگیر", "لیلا رستمی")],
        id="trailing-direct",
    ),
    pytest.param(
        "مریم نادری، مدیر بندر، گفت: «قایق آماده است.»",
        [Told("قایق آماده است", "مریم نادری، مدیر بندر", "مریم نادری")],
        id="direct-apposition",
    ),
    pytest.param(
        "دادستان با اشاره به اینکه پرونده باز است، تصریح کرد: «کسی فرار نکرده است.»",
        [
            Told("پرونده باز است", "دادستان", "دادستان"),
            Told("کسی فرار نکرده است", "دادستان", "دادستان"),
        ],
        id="participle-and-direct",
    ),
]

ACCORDING = [
    pytest.param(
        "به گفته رئیس پلیس تارفا، دو نفر بازداشت شده‌اند.",
        [Told("دو نفر بازداشت شده‌اند", "رئیس پلیس تارفا", "رئیس پلیس تارفا")],
        id="according-to-before",
    ),
    pytest.param(
        "دو قایق آسیب دیده است، به گفتهٔ یک منبع پلیس.",
        [Told("دو قایق آسیب دیده است", "یک منبع پلیس", "یک منبع پلیس", anonymous=True)],
        id="according-to-behind-anonymous",
    ),
    pytest.param(
        "بر اساس گزارش وزارت نیرو، پل دو برابر هزینه داشته است.",
        [Told("پل دو برابر هزینه داشته است", "وزارت نیرو", "وزارت نیرو")],
        id="according-to-a-report",
    ),
    pytest.param(
        "خبرگزاری ساحل به نقل از یک منبع نظامی گزارش داد که دو کشتی غرق شده است.",
        [Told("دو کشتی غرق شده است", "یک منبع نظامی", "یک منبع نظامی", anonymous=True)],
        id="relay-cites-its-source",
    ),
]

STANCES = [
    pytest.param(
        "وزارت بهداشت هرگونه کمبود دارو را تکذیب کرد.",
        [Told("هرگونه کمبود دارو", "وزارت بهداشت", "وزارت بهداشت", DENIED)],
        id="denial-object-before-its-verb",
    ),
    pytest.param(
        "وزیر کشور روز سه‌شنبه این گزارش‌ها را رد کرد.",
        [Told("این گزارش‌ها", "وزیر کشور", "وزیر کشور", DENIED)],
        id="denial-behind-a-day",
    ),
    pytest.param(
        "مخالفان روز جمعه دولت را به پنهان کردن آمار متهم کردند.",
        [Told("دولت را به پنهان کردن آمار", "مخالفان", "مخالفان", ALLEGED, anonymous=True)],
        id="accusation",
    ),
    pytest.param(
        "وزیر ادعا کرد که قرارداد جعلی است.",
        [Told("قرارداد جعلی است", "وزیر", "وزیر", ALLEGED)],
        id="claim-kept-at-a-distance",
    ),
    pytest.param(
        "رئیس پلیس تارفا از دستگیری سه قاچاقچی خبر داد.",
        [Told("دستگیری سه قاچاقچی", "رئیس پلیس تارفا", "رئیس پلیس تارفا")],
        id="governed-by-a-preposition",
    ),
    pytest.param(
        "سازمان ملل در بیانیه‌ای نسبت به بالا آمدن آب هشدار داد.",
        [Told("بالا آمدن آب", "سازمان ملل", "سازمان ملل")],
        id="governed-by-two-words",
    ),
    pytest.param(
        "اتحادیه رانندگان خواستار آزادی زندانیان شد.",
        [Told("آزادی زندانیان", "اتحادیه رانندگان", "اتحادیه رانندگان", DEMANDED)],
        id="demand-inside-its-verb",
    ),
    pytest.param(
        "شهردار از مردم خواست در خانه بمانند.",
        [Told("در خانه بمانند", "شهردار", "شهردار", DEMANDED)],
        id="demand-with-addressee",
    ),
    pytest.param(
        "استاندار تأکید کرد که مردم باید در خانه بمانند.",
        [Told("مردم باید در خانه بمانند", "استاندار", "استاندار", DEMANDED)],
        id="obligation",
    ),
    pytest.param(
        "دولت وعده داد جاده را پیش از زمستان باز کند.",
        [Told("جاده را پیش از زمستان باز کند", "دولت", "دولت", PREDICTED)],
        id="forecast-promise",
    ),
    pytest.param(
        "شهردار گفت که پل تا پایان بهار سال آینده بسته خواهد ماند.",
        [Told("پل تا پایان بهار سال آینده بسته خواهد ماند", "شهردار", "شهردار", PREDICTED)],
        id="forecast-by-the-last-verb",
    ),
    pytest.param(
        "او شرایط اردوگاه را غیرانسانی توصیف کرد.",
        [Told("شرایط اردوگاه را غیرانسانی", "او", "او")],
        id="description",
    ),
]

OTHERS = [
    pytest.param(
        "شرکت ارسان، بهره‌بردار سد، هرگونه سهل‌انگاری را رد کرد.",
        [Told("هرگونه سهل‌انگاری", "شرکت ارسان، بهره‌بردار سد", "شرکت ارسان", DENIED)],
        id="object-behind-an-apposition",
    ),
    pytest.param(
        "شماری از ساکنان اما می‌گویند از دی‌ماه نشت آب را گزارش داده بودند.",
        [Told("از دی‌ماه نشت آب را گزارش داده بودند", "شماری از ساکنان", "شماری از ساکنان", anonymous=True)],
        id="but-behind-the-subject",
    ),
    pytest.param(
        "یک مقام بندر که خواست نامش فاش نشود، به رادیو ساحل گفت بازرسی به تعویق افتاده بود.",
        [Told("بازرسی به تعویق افتاده بود", "یک مقام بندر", "یک مقام بندر", anonymous=True)],
        id="the-wish-for-anonymity-is-no-claim",
    ),
    pytest.param(
        "کاوه نادری گفت پل باز است. وی افزود که پمپ کار می‌کند.",
        [Told("پل باز است", "کاوه نادری", "کاوه نادری"), Told("پمپ کار می‌کند", "وی", "کاوه نادری")],
        id="pronoun",
    ),
    pytest.param(
        "کاوه نادری گفت پل باز است. به خبرنگاران گفت: پمپ کار می‌کند.",
        [Told("پل باز است", "کاوه نادری", "کاوه نادری"), Told("پمپ کار می‌کند", "", "کاوه نادری")],
        id="dropped-subject",
    ),
    pytest.param(
        "یک مقام آگاه که نخواست نامش فاش شود گفت که شیر آب شکسته است.",
        [Told("شیر آب شکسته است", "یک مقام آگاه", "یک مقام آگاه", anonymous=True)],
        id="anonymous-official",
    ),
    pytest.param(
        "شماری از ساکنان گفتند آب گل‌آلود است.",
        [Told("آب گل‌آلود است", "شماری از ساکنان", "شماری از ساکنان", anonymous=True)],
        id="anonymous-group",
    ),
    pytest.param(
        "انتظار می‌رود که پل در خرداد باز شود.",
        [Told("پل در خرداد باز شود", "", "", PREDICTED, anonymous=True)],
        id="impersonal-forecast",
    ),
    pytest.param(
        "گفته می‌شود که مدیر استعفا داده است.",
        [Told("مدیر استعفا داده است", "", "", anonymous=True)],
        id="impersonal",
    ),
    pytest.param("پس از گفت‌وگوی دو طرف، پل باز شد.", [], id="a-talk-is-no-cue"),
    pytest.param("پس از گفت و گوی دو طرف، پل باز شد.", [], id="a-talk-in-three-words-is-no-cue"),
    pytest.param("شهردار نگفت که پل امن است.", [], id="negated-verb"),
    pytest.param("گفتنی است که پل ده سال پیش ساخته شد.", [], id="narration-opening"),
]


@pytest.mark.parametrize(("text", "expected"), [*LEADING, *DIRECT, *ACCORDING, *STANCES, *OTHERS])
def test_persian_claims(told, text, expected):
    assert told(text, "fa") == expected


def test_a_headline_before_a_colon_names_its_source(told):
    assert told("پل بسته است.", "fa", title="وزیر راه: پل دوشنبه باز خواهد شد") == [
        Told("پل دوشنبه باز خواهد شد", "وزیر راه", "وزیر راه", PREDICTED)
    ]


def test_an_outlet_between_source_and_article_is_a_hop():
    text = "خبرگزاری ساحل به نقل از یک منبع نظامی گزارش داد که دو کشتی غرق شده است."
    (claim,) = analyse_article(Document(text=text, language="fa", outlet="Lakeside Echo")).claims

    assert [hop.name for hop in claim.chain] == ["Lakeside Echo", "ساحل", "یک منبع نظامی"]


def test_guillemets_make_a_content_direct():
    text = "وزیر بهداشت گفت: «واکسن‌ها دیروز به بندر رسیده‌اند.»"
    (claim,) = analyse_article(Document(text=text, language="fa", outlet="Lakeside Echo")).claims

    assert claim.quote is QuoteKind.DIRECT


def test_page_furniture_is_no_text():
    lines = [
        "پل تارفا بسته است، به گفته شهردار.",
        "بیشتر بخوانید: قایق راه افتاد",
        "تمام حقوق این سایت محفوظ است",
    ]
    document = analyse_article(Document(text="\n".join(lines), language="fa", outlet="Lakeside Echo"))

    assert [region.kind.value for region in document.regions] == ["body", "boilerplate"]
