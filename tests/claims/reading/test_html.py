"""A page gives up its article, or an honest refusal, in bounded time."""

import multiprocessing
import os

import pytest

from claims.reading import errors, html
from claims.reading.html import read_html

PARAGRAPHS = [
    "أعلنت بلدية مدينة المرفأ يوم الخميس أن ورش ترميم الحي القديم ستتأخر شهراً كاملاً بسبب نقص التمويل.",
    "وقال رئيس البلدية نديم الحاج إن «الكلفة ارتفعت إلى الضعف خلال عام واحد»، موضحاً أن المجلس سيجتمع الأحد.",
    "ونفى مصدر في وزارة الإسكان أن تكون الوزارة قد أوقفت الدفعات، قائلاً إن الملف لا يزال قيد الدراسة.",
]
PAGE = """<!doctype html><html lang="ar" dir="rtl"><head><title>تأجيل الترميم - صحيفة الساحل</title>
<meta property="og:title" content="بلدية المرفأ تؤجل الترميم">
<meta property="og:site_name" content="صحيفة الساحل"><meta name="author" content="سامر النجار">
<meta property="article:published_time" content="2026-03-12T08:00:00+03:00">
<link rel="canonical" href="/news/77"><script>var secret = "كلمة السر في النص البرمجي";</script>
<style>.x::after {{ content: "نص من ورقة الأنماط"; }}</style></head><body>
<nav><a href="/">الرئيسية</a><a href="/1">سياسة</a><a href="/2">رياضة</a></nav>
<article><h1>بلدية المرفأ تؤجل الترميم</h1>{paragraphs}</article>
<aside><h3>اقرأ أيضاً</h3><ul><li><a href="/3">أخبار أخرى من المدينة</a></li></ul></aside>
<footer>جميع الحقوق محفوظة</footer></body></html>""".format(
    paragraphs="".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
)
ENGLISH = (
    "<p>The council of Harbour Town said on day {0} that the old bridge would stay closed for {0} weeks.</p>"
)


def test_an_arabic_page_gives_its_article_and_its_particulars():
    page = read_html(PAGE, url="https://sahel.example/news/77?utm_source=x")

    assert [line for line in page.text.split("\n\n") if line in PARAGRAPHS] == PARAGRAPHS
    assert page.particulars.title == "بلدية المرفأ تؤجل الترميم"
    assert page.particulars.outlet == "صحيفة الساحل"
    assert page.particulars.author == "سامر النجار"
    assert page.particulars.published == "2026-03-12T08:00:00+03:00"
    assert page.particulars.canonical_url == "https://sahel.example/news/77"
    assert page.particulars.language == "ar"
    assert page.warnings == ()


def test_scripts_styles_and_navigation_are_no_text():
    text = read_html(PAGE).text

    assert "كلمة السر" not in text
    assert "ورقة الأنماط" not in text
    assert "الرئيسية" not in text
    assert "<" not in text


BOMBS = [
    pytest.param("<div>" * 100_000, errors.PageTooDeep, id="nested-div"),
    pytest.param("<b>" * 100_000, errors.PageTooDeep, id="nested-b"),
    pytest.param("<span><i>" * 50_000, errors.PageTooDeep, id="nested-pairs"),
    pytest.param("<noscript>" * 100_000, errors.PageTooDeep, id="nested-noscript"),
    pytest.param("<svg>" + "<g>" * 100_000, errors.PageTooDeep, id="nested-svg"),
    pytest.param("<table><tr><td>" * 40_000, errors.PageTooDeep, id="nested-tables"),
    pytest.param(
        "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">", errors.TooManyAttributes, id="attributes"
    ),
    pytest.param("<p>w</p>" * 100_000, errors.PageTooComplex, id="paragraphs"),
    pytest.param("<" * 100_000, errors.NoArticleText, id="less-than"),
    pytest.param("<a " * 100_000, errors.NoArticleText, id="open-tags"),
    pytest.param("</" * 500_000, errors.NoArticleText, id="open-end-tags"),
    pytest.param("<!" * 500_000, errors.NoArticleText, id="open-declarations"),
    pytest.param("<!h" * 50_000, errors.NoArticleText, id="open-doctypes"),
    pytest.param("<!--" * 100_000, errors.NoArticleText, id="open-comments"),
    pytest.param('<a b="' * 100_000, errors.NoArticleText, id="open-quotes"),
    pytest.param("<a b=" + " " * 1_000_000, errors.NoArticleText, id="spaces"),
    pytest.param("<script>" * 100_000, errors.NoArticleText, id="scripts"),
    pytest.param("&amp" * 500_000, errors.NoArticleText, id="entities"),
    pytest.param("<p>" + "word " * 1_100_000, errors.TextRunTooLong, id="one-text-node"),
]


def cpu_seconds() -> float:
    """Return the processor time of this process and its ended children; load does not stretch it."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


@pytest.mark.parametrize(("markup", "kind"), BOMBS)
def test_a_bomb_is_refused_in_time(markup, kind):
    begun = cpu_seconds()

    with pytest.raises(kind):
        read_html(f"<html><body>{markup}")

    assert cpu_seconds() - begun < 5


EMPTY = [
    pytest.param(
        "<html><body><div id='app'></div><script>render()</script></body></html>", id="script-shell"
    ),
    pytest.param(
        "<html><body><h1>Log in</h1><form><input name='user'></form></body></html>", id="login-wall"
    ),
    pytest.param(
        "<html><body><p>We value your privacy. Accept all cookies?</p></body></html>", id="cookie-wall"
    ),
    pytest.param("not markup at all", id="no-markup"),
    pytest.param("<html></html>", id="nothing"),
]


@pytest.mark.parametrize("markup", EMPTY)
def test_a_page_without_an_article_is_refused_with_advice_to_paste(markup):
    with pytest.raises(errors.NoArticleText) as caught:
        read_html(markup)

    assert "paste" in caught.value.advice()


def test_sloppy_markup_that_browsers_forgive_is_read():
    sloppy = "<html><body><ul>" + "<li>Point without an end" * 300 + "</ul>"
    sloppy += "".join(ENGLISH.format(day).removesuffix("</p>") for day in range(300))

    text = read_html(sloppy).text

    assert text.count("The council of Harbour Town said on day") == 300
    assert text.count("\n\n") >= 299


def test_a_page_of_many_drawings_is_not_taken_for_a_bomb():
    drawings = ("<svg>" + "<path d='M0 0'/>" * 50 + "</svg>") * 40
    page = f"<html><body>{drawings}<article>{''.join(ENGLISH.format(day) for day in range(9))}</article>"

    assert read_html(page).text.count("The council") == 9


def test_a_parser_that_does_not_end_is_stopped(monkeypatch):
    monkeypatch.setattr(html, "HTML_SECONDS_MAX", 0.05)

    with pytest.raises(errors.ParserTooSlow):
        read_html(PAGE)


@pytest.mark.parametrize(
    "answer", [b"", b"null", b"[]", b'{"text": 1, "paragraphs": 1}', b'{"text": "x"}', b"{" * 9_999]
)
def test_an_answer_that_is_not_in_the_promised_form_is_not_believed(answer):
    with pytest.raises(errors.ParserFailed):
        html.parsed_answer(answer)


def test_a_text_that_lost_the_script_of_its_page_is_refused():
    with pytest.raises(errors.NoArticleText):
        html.require_article("We value your privacy and store cookies. " * 9, " ".join(PARAGRAPHS) * 9)


def test_what_was_lost_on_the_way_is_said():
    visible = " ".join(PARAGRAPHS) * 30

    codes = [warning.code for warning in html.doubts(PARAGRAPHS[0], visible, paragraphs=12)]

    assert codes == ["little_of_page", "paragraphs_lost"]


def test_the_child_gets_no_secrets(monkeypatch, tmp_path):
    spy = tmp_path / "python"
    spy.write_text(f"#!/bin/sh\n/usr/bin/env > {tmp_path}/seen\nexit 1\n")
    spy.chmod(0o700)
    monkeypatch.setenv("DATABASE_URL", "postgres://secret")
    monkeypatch.setattr(html.sys, "executable", str(spy))

    with pytest.raises(errors.ParserFailed):
        read_html(PAGE)

    assert "secret" not in (tmp_path / "seen").read_text()


def _read_in_daemon(connection):
    connection.send(read_html(PAGE).text)
    connection.close()


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="pool workers are forked")
def test_a_pool_worker_that_may_have_no_children_of_its_own_can_read():
    here, there = multiprocessing.Pipe()
    worker = multiprocessing.get_context("fork").Process(target=_read_in_daemon, args=(there,), daemon=True)
    worker.start()

    assert here.poll(20)
    assert PARAGRAPHS[0] in here.recv()
    worker.join()
