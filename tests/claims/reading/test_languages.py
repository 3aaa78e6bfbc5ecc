"""The language of a text is told by its script first and its words second."""

import pytest

from claims.reading.languages import guess_language

CASES = [
    pytest.param(
        "The council said on Monday that the bridge would stay closed until the spring.", "en", id="english"
    ),
    pytest.param("Mayor resigns", "en", id="english-headline"),
    pytest.param("BRIDGE CLOSED AFTER STORM, COUNCIL SAYS", "en", id="english-capitals"),
    pytest.param("قال رئيس البلدية يوم الاثنين إن الجسر سيبقى مغلقاً حتى الربيع المقبل.", "ar", id="arabic"),
    pytest.param("بلدية المرفأ", "ar", id="arabic-headline"),
    pytest.param("قالَ الرئيسُ إنَّ الجسرَ مُغلَقٌ حَتَّى إشعارٍ آخرَ", "ar", id="arabic-vowelled"),
    pytest.param("شهردار روز دوشنبه گفت که پل تا بهار آینده بسته خواهد ماند.", "fa", id="persian"),
    pytest.param("پل بسته شد", "fa", id="persian-headline"),
    pytest.param("میئر نے پیر کو کہا کہ پل اگلی بہار تک بند رہے گا۔", "ur", id="urdu"),
    pytest.param("پل بند رہے گا", "ur", id="urdu-headline"),
    pytest.param("شارەوان ڕۆژی دووشەممە گوتی پردەکە تا بەهار داخراو دەمێنێتەوە.", "ku", id="kurdish"),
    pytest.param(
        "Le maire a déclaré lundi que le pont resterait fermé jusqu'au printemps prochain.", "fr", id="french"
    ),
    pytest.param(
        "Der Bürgermeister sagte am Montag, die Brücke bleibe bis zum Frühjahr gesperrt.", "de", id="german"
    ),
    pytest.param(
        "Belediye başkanı pazartesi günü köprünün bahara kadar kapalı kalacağını söyledi.", "tr", id="turkish"
    ),
    pytest.param("Мэр заявил в понедельник, что мост останется закрытым до весны.", "ru", id="russian"),
    pytest.param("ראש העיר אמר ביום שני כי הגשר יישאר סגור עד האביב.", "he", id="hebrew"),
]


@pytest.mark.parametrize(("text", "code"), CASES)
def test_the_language_is_told(text, code):
    assert guess_language(text).code == code


def test_a_long_text_is_told_with_confidence():
    assert guess_language(CASES[0].values[0] * 5).confidence > 0.95


def test_a_text_without_letters_has_no_language():
    assert guess_language("12 / 2026 — 100 %").code == "und"
    assert guess_language("").confidence == 0.0


def test_addresses_and_handles_are_not_words():
    assert (
        guess_language(
            "أعلنت البلدية اليوم https://example.org/very/long/english/address @harbourcouncil"
        ).code
        == "ar"
    )


def test_two_scripts_side_by_side_are_noticed():
    mixed = guess_language(f"{CASES[0].values[0]}\n{CASES[3].values[0]}")

    assert mixed.is_mixed
    assert not guess_language(f"{CASES[3].values[0]} (Harbour FM)").is_mixed


def test_a_header_in_another_language_does_not_decide():
    assert guess_language("Harbour Post Online\n" + CASES[3].values[0] * 20).code == "ar"
