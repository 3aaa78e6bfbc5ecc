"""From a page's markup to its article, without trusting either the page or the parser."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from urllib.parse import urljoin

from claims.reading.decoding import storable_text
from claims.reading.errors import NoArticleText, ParserFailed, ParserTooSlow
from claims.reading.limits import HTML_ANSWER_BYTES_MAX, HTML_SECONDS_MAX
from claims.reading.markup import letters_in, rtl_letters_in, survey_markup
from claims.reading.types import Particulars, ReadWarning, Warnings
from claims.reading.urls import canonical_url

PROJECT_ROOT = Path(__file__).resolve().parents[2]

ARTICLE_LETTERS_MIN = 120
"""Two short sentences; cookie and login notices that slip through are mostly shorter."""

NOTABLE_SHARE_MIN = 0.1
NOTABLE_PAGE_LETTERS = 3_000
"""On a page of this size an article fills more than a tenth; less is a teaser or a part of it."""

RTL_SHARE_PAGE = 0.5
RTL_SHARE_LOST = 0.1
"""A page of Arabic whose "article" is nearly all Latin: the parser took a notice for the article."""

PARAGRAPHS_COMPARED_MIN = 3

STOPPED_SIGNALS = frozenset([-signal.SIGXCPU, -signal.SIGALRM, -signal.SIGKILL])


@dataclass(frozen=True, slots=True)
class PageText:
    """The article of a page, what the page states about it, and what was noticed."""

    text: str
    particulars: Particulars
    warnings: Warnings = ()


def read_html(markup: str, *, url: str = "") -> PageText:
    """Return the article in `markup`, parsed in a child process that cannot outlive its limits.

    Raises
    ------
    ReadingError
        If the markup exceeds a limit, the child was stopped, or the result cannot be the page's article.
    """
    markup, _ = storable_text(markup)
    visible = survey_markup(markup).visible_text()
    answer = _ask_child(markup.encode(), canonical_url(url))
    text = str(answer["text"])
    require_article(text, visible)
    named = {name: str(answer.get(name, "")) for name in Particulars.__slots__}
    named["canonical_url"] = _absolute(url, named["canonical_url"])
    particulars = Particulars(**{**named, "url": url})
    return PageText(text, particulars, doubts(text, visible, paragraphs=int(answer["paragraphs"])))


def _absolute(url: str, reference: str) -> str:
    try:
        return urljoin(url, reference) if reference else ""
    except ValueError:
        return ""


def _ask_child(markup: bytes, url: str) -> dict[str, str | int]:
    # Files instead of pipes: a child that floods its output meets its own file size limit, not our memory.
    with tempfile.TemporaryFile() as question, tempfile.TemporaryFile() as answer:
        question.write(markup)
        question.seek(0)
        _run_child(question, answer, url)
        answer.seek(0)
        return parsed_answer(answer.read(HTML_ANSWER_BYTES_MAX))


def _run_child(question: IO[bytes], answer: IO[bytes], url: str) -> None:
    try:
        finished = subprocess.run(  # noqa: S603 - our own module; the page's address is data, no shell sees it
            [sys.executable, "-s", "-m", "claims.reading.html_child", url],
            stdin=question,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            cwd=PROJECT_ROOT,
            env={"PATH": os.defpath, "PYTHONUTF8": "1"},
            timeout=HTML_SECONDS_MAX,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ParserTooSlow(seconds=HTML_SECONDS_MAX) from error
    if finished.returncode in STOPPED_SIGNALS:
        raise ParserTooSlow(seconds=HTML_SECONDS_MAX)
    if finished.returncode != 0:
        raise ParserFailed


def parsed_answer(written: bytes) -> dict[str, str | int]:
    """Return the child's answer if it has the promised form; the child has read hostile input.

    Raises
    ------
    ParserFailed
    """
    try:
        answer = json.loads(written)
    except (ValueError, RecursionError) as error:
        raise ParserFailed from error
    well_formed = isinstance(answer, dict) and isinstance(answer.get("text"), str)
    if not well_formed or not isinstance(answer.get("paragraphs"), int):
        raise ParserFailed
    return dict(answer)


def require_article(text: str, visible: str) -> None:
    """Raise `NoArticleText` where `text` cannot be the article of a page that shows `visible`."""
    found, seen = letters_in(text), letters_in(visible)
    if found < ARTICLE_LETTERS_MIN or _has_lost_its_script(text, visible, RTL_SHARE_LOST):
        raise NoArticleText(found=found, visible=seen)


def doubts(text: str, visible: str, *, paragraphs: int) -> Warnings:
    """Return what makes one doubt that `text` is the whole article, given what the page shows."""
    warnings: Warnings = ()
    share = letters_in(text) / max(1, letters_in(visible))
    if share < NOTABLE_SHARE_MIN and letters_in(visible) > NOTABLE_PAGE_LETTERS:
        warnings += (ReadWarning("little_of_page", {"share": round(100 * share)}),)
    if _has_lost_its_script(text, visible, RTL_SHARE_PAGE / 2):
        warnings += (ReadWarning("letters_lost"),)
    lines = text.count("\n\n") + 1
    if paragraphs >= PARAGRAPHS_COMPARED_MIN and lines < paragraphs:
        warnings += (ReadWarning("paragraphs_lost", {"before": paragraphs, "after": lines}),)
    return warnings


def _has_lost_its_script(text: str, visible: str, share_left: float) -> bool:
    before = rtl_letters_in(visible) / max(1, letters_in(visible))
    after = rtl_letters_in(text) / max(1, letters_in(text))
    return before >= RTL_SHARE_PAGE and after < share_left
