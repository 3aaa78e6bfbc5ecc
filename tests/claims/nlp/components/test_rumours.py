"""Rumours are given to those who pass them on."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "وتداول نشطاء على مواقع التواصل أنباء عن استقالة عضوين من مجلس الميناء.",
            [("استقالة عضوين من مجلس الميناء", "نشطاء")],
            id="news-of",
        ),
        pytest.param(
            "يتناقل الصيادون معلومات بأن العبارة ستتوقف.",
            [("العبارة ستتوقف", "الصيادون")],
            id="information-that",
        ),
        pytest.param("تداول المجلس في ميزانية الميناء.", [], id="deliberating-is-not-spreading"),
    ],
)
def test_a_rumour_belongs_to_whoever_spreads_it(told, text, expected):
    assert told(text) == expected
