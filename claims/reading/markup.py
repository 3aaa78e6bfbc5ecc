"""A look at HTML before any parser sees it: whether it is within the limits, and how much of it is text."""

import html
import re
import string
from dataclasses import dataclass, field

from claims.reading.errors import PageTooComplex, PageTooDeep, TextRunTooLong, TooManyAttributes
from claims.reading.limits import (
    HTML_ATTRIBUTES_MAX,
    HTML_DEPTH_MAX,
    HTML_ELEMENTS_MAX,
    HTML_TEXT_NODE_MAX,
)

# The possessive quantifiers keep every match linear: what was consumed is never given back.
TAG = re.compile(
    r"<(/?)([A-Za-z][A-Za-z0-9:_-]*+)((?:[^>=]++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|=)*+)>",
)
TAG_BEGINNING = re.compile(r"</?[A-Za-z]")
MARKUP_BEGINNINGS = frozenset("!?/" + string.ascii_letters)
ATTRIBUTE = re.compile(r"[^\s=/]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|\S++))?")
RTL_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

RAW = frozenset(["script", "style", "iframe"])
"""Elements whose content is not markup, up to their end tag."""

RAW_END = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in RAW}

HIDDEN = frozenset(["noscript", "template", "svg", "math", "object"])
"""Elements whose text a reader does not see, though their tags nest as all others."""

FOREIGN = frozenset(["svg", "math"])
"""Inside these a tag that ends in /> is closed; in HTML itself the stroke means nothing."""

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "frame",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "basefont",
        "bgsound",
        "keygen",
    ]
)
CLOSES_PARAGRAPH = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "div",
        "dl",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "ul",
    ]
)
CLOSES_BEFORE = {
    "li": frozenset(["li", "p"]),
    "dt": frozenset(["dt", "dd", "p"]),
    "dd": frozenset(["dt", "dd", "p"]),
    "td": frozenset(["td", "th", "p"]),
    "th": frozenset(["td", "th", "p"]),
    "tr": frozenset(["td", "th", "tr", "p"]),
    "tbody": frozenset(["td", "th", "tr", "thead", "tbody", "p"]),
    "option": frozenset(["option"]),
} | {name: frozenset(["p"]) for name in CLOSES_PARAGRAPH}
"""Which open elements an opening tag ends by itself (HTML Standard, 13.1.2.4 Optional tags)."""

ATTRIBUTES_COUNTED_FROM = 2 * HTML_ATTRIBUTES_MAX
"""A tag with more attributes than allowed has at least two characters for each."""


@dataclass(slots=True)
class MarkupSurvey:
    """What a reader would see of a page, as far as that can be told without a parser."""

    elements: int = 0
    open_elements: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    def visible_text(self) -> str:
        """Return the text outside tags, scripts and styles, with entities resolved."""
        return html.unescape(" ".join(self.pieces))


def survey_markup(page: str) -> MarkupSurvey:
    """Walk through `page` once, in time proportional to its length.

    Raises
    ------
    PageTooComplex, PageTooDeep, TooManyAttributes, TextRunTooLong
        If a parser would lose text of the page or take too long over it.
    """
    survey = MarkupSurvey()
    position = 0
    while True:
        opening = page.find("<", position)
        _note_text(survey, page[position : opening if opening >= 0 else len(page)])
        if opening < 0:
            return survey
        position = _after_markup(survey, page, opening)


def letters_in(text: str) -> int:
    """Return the number of letters in `text`."""
    return sum(map(str.isalpha, text))


def rtl_letters_in(text: str) -> int:
    """Return the number of letters of right-to-left scripts in `text`."""
    return len(RTL_LETTER.findall(text))


def _note_text(survey: MarkupSurvey, piece: str) -> None:
    if len(piece) > HTML_TEXT_NODE_MAX:
        raise TextRunTooLong(limit=HTML_TEXT_NODE_MAX)
    if piece and not piece.isspace() and HIDDEN.isdisjoint(survey.open_elements):
        survey.pieces.append(piece)


def _after_markup(survey: MarkupSurvey, page: str, opening: int) -> int:
    """Return where the markup that begins at `opening` ends; an unclosed one lasts to the end."""
    if page.startswith("<!--", opening):
        end = page.find("-->", opening + 4)
        return end + 3 if end >= 0 else len(page)
    tag = TAG.match(page, opening)
    if tag is not None:
        return _after_tag(survey, page, tag)
    if page[opening + 1 : opening + 2] not in MARKUP_BEGINNINGS:
        return opening + 1
    end = -1 if TAG_BEGINNING.match(page, opening) else page.find(">", opening)
    return end + 1 if end >= 0 else len(page)


def _after_tag(survey: MarkupSurvey, page: str, tag: re.Match[str]) -> int:
    name = tag.group(2).lower()
    if tag.group(1):
        _close(survey.open_elements, name)
        return tag.end()
    survey.elements += 1
    if survey.elements > HTML_ELEMENTS_MAX:
        raise PageTooComplex(limit=HTML_ELEMENTS_MAX)
    _check_attributes(tag.group(3))
    if name in RAW:
        end = RAW_END[name].search(page, tag.end())
        return end.start() if end else len(page)
    is_closed = tag.group(3).endswith("/") and not FOREIGN.isdisjoint(survey.open_elements)
    if name not in VOID and not is_closed:
        _open(survey.open_elements, name)
    return tag.end()


def _check_attributes(attributes: str) -> None:
    if len(attributes) < ATTRIBUTES_COUNTED_FROM:
        return
    if sum(1 for _ in ATTRIBUTE.finditer(attributes)) > HTML_ATTRIBUTES_MAX:
        raise TooManyAttributes(limit=HTML_ATTRIBUTES_MAX)


def _open(open_elements: list[str], name: str) -> None:
    closes = CLOSES_BEFORE.get(name, frozenset())
    while open_elements and open_elements[-1] in closes:
        open_elements.pop()
    open_elements.append(name)
    if len(open_elements) > HTML_DEPTH_MAX:
        raise PageTooDeep(limit=HTML_DEPTH_MAX)


def _close(open_elements: list[str], name: str) -> None:
    if name in open_elements:
        while open_elements.pop() != name:
            pass
