"""Telling an article's body from the page around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.nlp.components.regions import find_regions
from claims.nlp.types import Document, RegionKind

BODY_EN = "The ferry to Lakeside stopped running on Monday after its engine failed near the pier."
BODY_AR = "توقفت العبارة المتجهة إلى ضفة البحيرة يوم الاثنين بعد تعطل محركها قرب الرصيف."


def parts(text: str, *, title: str = "", outlet: str = "Lakeside Echo") -> list[tuple[RegionKind, str]]:
    document = find_regions(Document(text=text, language="en", title=title, outlet=outlet))
    return [(region.kind, region.span.text(text).strip()) for region in document.regions]


def kind_of(line: str, text: str, title: str = "") -> RegionKind:
    return next(kind for kind, words in parts(text, title=title) if line in words)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("Ferry stops after engine failure", RegionKind.TITLE, id="title-again"),
        pytest.param("By Nora Field, transport reporter", RegionKind.BYLINE, id="byline"),
        pytest.param("Lakeside Echo, harbour desk", RegionKind.BYLINE, id="desk"),
        pytest.param("كتب - سامر الحلو", RegionKind.BYLINE, id="arabic-byline"),
        pytest.param("البحيرة (صدى الضفة)", RegionKind.BYLINE, id="arabic-dateline-alone"),
    ],
)
def test_what_stands_above_the_body_is_not_body(line: str, kind: RegionKind):
    text = f"{line}\n\n{BODY_EN}"

    assert kind_of(line, text, title="Ferry stops after engine failure off Lakeside") is kind
    assert kind_of(BODY_EN, text) is RegionKind.BODY


@pytest.mark.parametrize(
    "tail",
    [
        pytest.param("Read also:\n- Lake level falls again\n- Who owns the ferry?", id="related-list"),
        pytest.param("Share this story:\nYour name:\nYour e-mail:", id="form"),
        pytest.param(
            "مقالات ذات صلة\n\nمن يملك العبارة؟\n\nمنسوب البحيرة يتراجع مجددا", id="arabic-related-list"
        ),
        pytest.param("تابعونا على:\nتلغرام - إكس", id="arabic-follow"),
        pytest.param("© Lakeside Echo. All rights reserved.", id="copyright"),
        pytest.param("news@lakeside.example", id="address"),
    ],
)
def test_page_furniture_after_the_body_is_boilerplate(tail: str):
    text = f"{BODY_EN}\n\n{tail}"

    assert parts(text) == [(RegionKind.BODY, BODY_EN), (RegionKind.BOILERPLATE, tail)]


def test_a_read_also_line_does_not_end_the_body():
    text = f"{BODY_EN}\n\nRead also: Lake level falls again\n\n{BODY_AR}"

    assert [kind for kind, _ in parts(text)] == [RegionKind.BODY, RegionKind.BOILERPLATE, RegionKind.BODY]


def test_a_credit_and_a_disclaimer_in_one_line_are_told_apart():
    credit = "This article was translated and edited by Lakeside Echo."
    disclaimer = "Lakeside Echo has not verified the content of this story."

    found = parts(f"{BODY_EN}\n\n{credit} {disclaimer}")

    assert found[1:] == [(RegionKind.CREDIT, credit), (RegionKind.DISCLAIMER, disclaimer)]


@pytest.mark.parametrize(
    ("dateline", "body"),
    [
        pytest.param("LAKESIDE, May 4 (Valley News) – ", BODY_EN, id="latin"),
        pytest.param("LAKESIDE — ", BODY_EN, id="capitals"),
        pytest.param("البحيرة (أنباء الوادي) – ", BODY_AR, id="arabic-agency"),
    ],
)
def test_a_dateline_is_cut_from_the_first_paragraph(dateline: str, body: str):
    assert parts(dateline + body) == [(RegionKind.BYLINE, dateline.strip()), (RegionKind.BODY, body)]


def test_a_long_paragraph_is_body_whatever_it_begins_with():
    text = f"Posted on Monday, the {'very ' * 30}long notice says that the ferry is out of service."

    assert parts(text) == [(RegionKind.BODY, text)]


def test_a_dash_inside_a_sentence_is_no_dateline():
    text = "Two ferries - one old, one new - were out of service on Monday morning."

    assert parts(text) == [(RegionKind.BODY, text)]


@given(st.text(alphabet="ab A.\n:؟—()اقرأ", max_size=80))
def test_regions_cover_any_text_in_order(text: str):
    regions = find_regions(Document(text=text, language="ar")).regions

    assert "".join(region.span.text(text) for region in regions) == text
