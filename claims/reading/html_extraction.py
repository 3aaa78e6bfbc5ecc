"""The article in a page's markup; runs only inside the child process of `claims.reading.html`."""

import json
import re
from collections.abc import Iterator

from lxml import html as lxml_html
from trafilatura.core import bare_extraction
from trafilatura.settings import Document

PARAGRAPH_LETTERS_MIN = 40
"""Shorter paragraphs are captions, bylines and buttons."""

PARAGRAPHS_COMPARED_MAX = 300

DATE_PATHS = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='pubdate' or @name='publishdate' or @name='date' or @name='DC.date.issued']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//article//time/@datetime",
)
LINKED_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{4,60})"')
CANONICAL_PATHS = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
OUTLET_PATHS = ("//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content")
TITLE_PATHS = ("//meta[@property='og:title']/@content", "//h1", "//title")

Answer = dict[str, str | int]


def extract_page(markup: bytes, url: str) -> Answer:
    """Return text and particulars of the page whose UTF-8 bytes are `markup`, every gap as ''."""
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    tree = lxml_html.document_fromstring(markup, parser=parser)
    particulars = _particulars(tree)
    paragraphs = list(_long_paragraphs(tree))
    document = bare_extraction(
        tree,
        url=url or None,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if not isinstance(document, Document):
        return {"text": "", **particulars, "paragraphs": 0}
    text = _spaced(document.text or "")
    return _filled({"text": text, **particulars, "paragraphs": _contained(paragraphs, text)}, document)


def _particulars(tree: lxml_html.HtmlElement) -> dict[str, str]:
    return {
        "title": _first(tree, TITLE_PATHS),
        "outlet": _first(tree, OUTLET_PATHS),
        "canonical_url": _first(tree, CANONICAL_PATHS),
        "published": _first(tree, DATE_PATHS[:1]) or _linked_date(tree) or _first(tree, DATE_PATHS[1:]),
        "language": _first(tree, ("/html/@lang", "//meta[@http-equiv='content-language']/@content")),
    }


def _first(tree: lxml_html.HtmlElement, paths: tuple[str, ...]) -> str:
    for path in paths:
        for found in tree.xpath(path):
            words = " ".join((found if isinstance(found, str) else found.text_content()).split())
            if words:
                return words
    return ""


def _linked_date(tree: lxml_html.HtmlElement) -> str:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        found = LINKED_DATE.search(script.text or "")
        if found:
            return found.group(1)
    return ""


def _long_paragraphs(tree: lxml_html.HtmlElement) -> Iterator[str]:
    for paragraph in tree.xpath(f"(//p)[position() <= {PARAGRAPHS_COMPARED_MAX}]"):
        words = " ".join(paragraph.text_content().split())
        if sum(map(str.isalpha, words)) >= PARAGRAPH_LETTERS_MIN:
            yield words


def _contained(paragraphs: list[str], text: str) -> int:
    """Return how many of the page's paragraphs the text holds."""
    words = " ".join(text.split())
    return sum(paragraph in words for paragraph in paragraphs)


def _spaced(text: str) -> str:
    """Return `text` with an empty line between its lines, as people paste paragraphs."""
    return "\n\n".join(line.strip() for line in text.splitlines() if line.strip())


def _filled(answer: Answer, document: Document) -> Answer:
    """Fill the gaps of `answer` with what trafilatura found."""
    found = {"title": "title", "outlet": "sitename", "author": "author", "published": "date"}
    guesses = {field: str(getattr(document, name, None) or "") for field, name in found.items()}
    return guesses | {field: value for field, value in answer.items() if value != ""}


def answer_bytes(answer: Answer) -> bytes:
    """Return `answer` as ASCII JSON."""
    return json.dumps(answer).encode("ascii")
