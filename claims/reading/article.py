"""The one door into the reader: pasted words, files and fetched pages become articles."""

from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from claims.reading.assembly import assemble_article
from claims.reading.files import FileKind, article_records, decode_file, file_kind
from claims.reading.html import read_html
from claims.reading.types import Particulars, ReadArticle, Warnings
from workbench.core.fetch_types import FetchedPage


def read_pasted(
    *,
    text: str,
    title: str = "",
    outlet: str = "",
    url: str = "",
    published: str | date = "",
    language: str = "",
) -> ReadArticle:
    """Return the article that somebody pasted, its text unchanged but for what PostgreSQL cannot hold.

    Raises
    ------
    NothingToRead
        If no visible character is left.
    TooManyCharacters
        If the text has more than `TEXT_CHARACTERS_MAX` characters.
    """
    stated = Particulars(title=title, outlet=outlet, url=url, published=_iso(published), language=language)
    return assemble_article(text, stated)


def read_file(
    *,
    name: str,
    data: bytes,
    title: str = "",
    outlet: str = "",
    url: str = "",
    published: str | date = "",
) -> list[ReadArticle]:
    """Return the articles of one .txt, .html or .json file; only JSON can hold several.

    What the caller states wins over what an HTML page says of itself, and fills gaps in a JSON record.

    Raises
    ------
    ReadingError
        One of its subclasses, saying why the file cannot be read; nothing is read by half.
    """
    stated = Particulars(title=title, outlet=outlet, url=url, published=_iso(published))
    kind = file_kind(name, data)
    decoded = decode_file(name, data, is_html=kind is FileKind.HTML)
    if kind is FileKind.JSON:
        records = article_records(name, decoded.text)
        return [assemble_article(text, _merged(record, stated), decoded.warnings) for text, record in records]
    if kind is FileKind.HTML:
        return [_from_html(decoded.text, stated, decoded.warnings)]
    return [assemble_article(decoded.text, stated, decoded.warnings)]


def read_page(
    page: FetchedPage,
    *,
    title: str = "",
    outlet: str = "",
    published: str | date = "",
) -> ReadArticle:
    """Return the article of a fetched page; what the caller states wins over what the page says of itself.

    Raises
    ------
    ReadingError
        One of its subclasses, saying why the page cannot be read as an article.
    """
    stated = Particulars(title=title, outlet=outlet, url=page.final_url, published=_iso(published))
    name = urlsplit(page.final_url).path
    kind = file_kind(name, page.body, content_type=page.content_type)
    is_html = kind is FileKind.HTML
    decoded = decode_file(name, page.body, is_html=is_html, http_charset=page.charset)
    if is_html:
        return _from_html(decoded.text, stated, decoded.warnings)
    return assemble_article(decoded.text, stated, decoded.warnings)


def _from_html(html: str, stated: Particulars, warnings: Warnings) -> ReadArticle:
    page = read_html(html, url=stated.url)
    return assemble_article(page.text, _merged(stated, page.particulars), (*warnings, *page.warnings))


def _merged(first: Particulars, second: Particulars) -> Particulars:
    """Return `first` with its gaps filled from `second`."""
    gaps = {name: getattr(second, name) for name in Particulars.__slots__ if not getattr(first, name).strip()}
    return replace(first, **gaps)


def _iso(day: str | date) -> str:
    return day.isoformat() if isinstance(day, date) else day
