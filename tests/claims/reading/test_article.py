"""Pasted words, files and pages become one article, its text untouched."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claims.reading import errors
from claims.reading.article import read_file, read_page, read_pasted
from claims.reading.limits import TEXT_CHARACTERS_MAX
from claims.reading.notices import SENTENCES, worded
from workbench.core.fetch_types import FetchedPage

TEXT = (
    "The harbour council said on Thursday that repairs of the old bridge would begin on 12 March."
    "\r\n\r\nIt rained."
)
HTML = "<html><head><title>Bridge closed</title>{head}</head><body><article>{body}</article></body></html>"
BODY = (
    "<p>The council of Harbour Town said on Thursday that the old bridge would stay closed for weeks.</p>"
    "<p>The council denied that the delay had anything to do with the price of steel in the region.</p>"
    "<p>The council will meet again on Monday, according to its spokeswoman, Salma Haddad.</p>"
)
ARABIC_BODY = (
    "<p>أعلنت بلدية المرفأ يوم الخميس أن ورش الترميم ستبدأ أعمالها في الحي القديم مطلع الشهر المقبل.</p>"
    "<p>وقال رئيسها نديم الحاج إن الكلفة لم تحسم بعد، موضحاً أن المجلس سيعقد جلسة طارئة.</p>"
)


def codes(article):
    return [warning.code for warning in article.warnings]


def fetched(body, content_type="text/html", charset="", final_url="https://gull.example/news/7?utm_source=x"):
    return FetchedPage(
        "https://gull.example/s/7", final_url, 200, content_type, charset, body, datetime.now(UTC)
    )


def test_a_pasted_text_is_kept_to_the_letter():
    article = read_pasted(
        text=f"  {TEXT}\n", title=" Bridge \n closed ", outlet="The Gull", published=date(2026, 3, 12)
    )

    assert article.text == f"  {TEXT}\n"
    assert (article.title, article.outlet) == ("Bridge closed", "The Gull")
    assert article.published_on == date(2026, 3, 12)
    assert article.language == "en"
    assert article.warnings == ()


@given(st.text())
def test_offsets_into_what_was_pasted_are_offsets_into_what_is_stored(text):
    assume(any(character.isprintable() and not character.isspace() for character in text))

    article = read_pasted(text=text)

    assert len(article.text) == len(text)
    assert all(
        stored == given or (given == "\0" and stored == "\ufffd")
        for stored, given in zip(article.text, text, strict=True)
    )


def test_the_same_text_pasted_twice_is_one_article():
    one = read_pasted(text=TEXT)
    other = read_pasted(text=TEXT.replace("\r\n", "\n") + " ", outlet="Another")

    assert one.sha256 == other.sha256
    assert one.signature == other.signature
    assert read_pasted(text=TEXT.replace("12", "13")).sha256 != one.sha256


@pytest.mark.parametrize("text", ["", "   ", "\u200b\u200f", "\n\t\0"[:2], "\u202e\u202c"])
def test_a_text_without_anything_visible_is_refused(text):
    with pytest.raises(errors.NothingToRead):
        read_pasted(text=text)


def test_a_text_beyond_the_limit_is_refused_by_name():
    with pytest.raises(errors.TooManyCharacters, match="10000000"):
        read_pasted(text="x" * (TEXT_CHARACTERS_MAX + 1))


def test_what_is_missing_is_said():
    article = read_pasted(text="Bridge closed.\nMore to come.")

    assert article.title == "Bridge closed."
    assert codes(article) == ["short_text", "title_missing", "outlet_missing"]


def test_the_outlet_can_be_told_from_the_address():
    article = read_pasted(text=TEXT, title="Bridge", url="https://www.gull.example/7#top")

    assert article.outlet == "gull.example"
    assert article.url_key == "gull.example/7"
    assert codes(article) == ["outlet_from_address"]


def test_an_address_that_is_none_is_kept_as_written_and_said():
    article = read_pasted(text=TEXT, title="Bridge", outlet="The Gull", url="javascript:alert(1)")

    assert (article.url, article.canonical_url, article.url_key) == ("javascript:alert(1)", "", "")
    assert codes(article) == ["url_unusable"]


def test_the_text_itself_is_believed_before_what_is_said_of_its_language():
    article = read_pasted(text=TEXT, title="Bridge", outlet="The Gull", language="ar")

    assert article.language == "en"
    assert codes(article) == ["language_differs"]


def test_what_is_said_counts_where_the_text_does_not_tell():
    assert read_pasted(text="12 : 7", language="ar-EG").language == "ar"


def test_names_and_titles_that_are_too_long_are_cut_and_said():
    article = read_pasted(text=TEXT, title="t" * 900, outlet="o" * 900)

    assert (len(article.title), len(article.outlet)) == (500, 300)
    assert codes(article) == ["title_cut", "name_cut"]


def test_markup_and_formulas_stay_letters():
    text = TEXT + " {0} %s ${x} {{7*7}} <script>alert(1)</script> =HYPERLINK() '; DROP TABLE"

    assert read_pasted(text=text, title="{title}", outlet="<b>").text == text


def test_invisible_direction_marks_are_kept_and_counted():
    article = read_pasted(text=f"\u202e{TEXT}\u202c", title="Bridge", outlet="The Gull")

    assert article.text[0] == "\u202e"
    assert [warning.facts for warning in article.warnings] == [{"count": 2}]


def test_a_page_is_read_with_its_particulars():
    head = '<meta property="og:site_name" content="The Gull"><link rel="canonical" href="/news/7">'
    article = read_page(fetched(HTML.format(head=head, body=BODY).encode(), charset="utf-8"))

    assert article.outlet == "The Gull"
    assert article.url == "https://gull.example/news/7?utm_source=x"
    assert article.canonical_url == "https://gull.example/news/7"
    assert article.text.count("The council") == 3


def test_what_the_caller_says_wins_over_what_the_page_says():
    article = read_page(
        fetched(HTML.format(head="", body=BODY).encode()), outlet="Harbour Gull", title="Mine"
    )

    assert (article.outlet, article.title) == ("Harbour Gull", "Mine")


def test_a_page_cannot_pass_for_one_of_another_site():
    head = '<link rel="canonical" href="https://famous.example/scoop">'
    article = read_page(fetched(HTML.format(head=head, body=BODY).encode()))

    assert article.canonical_url == "https://gull.example/news/7"
    assert "canonical_elsewhere" in codes(article)


def test_a_windows_1256_page_that_calls_itself_latin_is_read():
    article = read_page(
        fetched(HTML.format(head="", body=ARABIC_BODY).encode("cp1256"), charset="iso-8859-1")
    )

    assert "بلدية المرفأ" in article.text
    assert article.language == "ar"
    assert "encoding_differs" in codes(article)


def test_a_plain_text_page_is_its_own_article():
    article = read_page(fetched(TEXT.encode(), content_type="text/plain"))

    assert article.text == TEXT


def test_markup_served_as_plain_text_is_still_read_as_a_page():
    article = read_page(fetched(HTML.format(head="", body=BODY).encode(), content_type="text/plain"))

    assert "<p>" not in article.text


def test_a_byline_gives_the_author_without_the_word_before_the_name():
    head = '<meta name="author" content="By Salma Haddad">'
    [article] = read_file(
        name="a.html", data=HTML.format(head=head, body=BODY).encode(), url="https://gull.example/7"
    )

    assert article.author == "Salma Haddad"


def test_every_warning_has_a_sentence():
    article = read_pasted(text="قصير", url="x", published="30/02/2026", language="en")

    assert len(article.warnings) >= 4
    assert all(worded(warning) for warning in article.warnings)
    assert all(sentence.endswith(".") for sentence in SENTENCES.values())
