"""A file is known by its bytes, and a refusal says what to do."""

import json

import pytest

from claims.reading import errors
from claims.reading.article import read_file
from claims.reading.files import FileKind, file_kind, shown_name
from claims.reading.limits import FILE_BYTES_MAX

TEXT = "The harbour council said on Thursday that repairs of the old bridge would begin on 12 March."

KINDS = [
    pytest.param("a.txt", TEXT.encode(), FileKind.TEXT, id="text"),
    pytest.param("a", TEXT.encode(), FileKind.TEXT, id="no-ending"),
    pytest.param("a.html", b"<p>fragment", FileKind.HTML, id="html-by-name"),
    pytest.param("a.txt", b"\xef\xbb\xbf <!DOCTYPE html><html>", FileKind.HTML, id="html-called-txt"),
    pytest.param("a.txt", "<html><body>".encode("utf-16"), FileKind.HTML, id="html-in-utf-16"),
    pytest.param("a.json", b"{}", FileKind.JSON, id="json"),
]


@pytest.mark.parametrize(("name", "data", "kind"), KINDS)
def test_the_kind_of_a_file_is_told(name, data, kind):
    assert file_kind(name, data) is kind


REFUSED = [
    pytest.param("a.txt", b"", errors.NothingToRead, id="no-bytes"),
    pytest.param("a.txt", b" \r\n\t", errors.NothingToRead, id="white-space"),
    pytest.param("a.txt", "\u200b\u200f\ufeff".encode(), errors.NothingToRead, id="invisible"),
    pytest.param("a.txt", b"x" * (FILE_BYTES_MAX + 1), errors.TooManyBytes, id="too-big"),
    pytest.param("a.txt", b"%PDF-1.7 ...", errors.UnreadableKind, id="pdf-called-txt"),
    pytest.param("a.pdf", b"\n\n%PDF-1.7 ...", errors.UnreadableKind, id="pdf-after-blank-lines"),
    pytest.param("a.docx", b"PK\x03\x04\x14\x00", errors.UnreadableKind, id="docx"),
    pytest.param("a.json", b"\x89PNG\r\n\x1a\n", errors.UnreadableKind, id="png-called-json"),
    pytest.param("a.html", b"\x1f\x8b\x08\x00", errors.UnreadableKind, id="gzip"),
    pytest.param("a.txt", bytes(range(32)) * 40, errors.NotText, id="control-bytes"),
    pytest.param("a.json", b'{"text": ', errors.BadJson, id="cut-json"),
    pytest.param("a.json", b"[" * 100_000, errors.BadJson, id="deep-json"),
    pytest.param("a.json", b'{"text": 1' + b"0" * 5_000 + b"}", errors.BadJson, id="huge-number"),
    pytest.param("a.json", b'"just words"', errors.FieldOfWrongKind, id="no-object"),
    pytest.param("a.json", b'{"title": "x"}', errors.FieldMissing, id="no-text"),
    pytest.param("a.json", b'{"text": null}', errors.FieldMissing, id="null-text"),
    pytest.param("a.json", b'{"text": ["x"]}', errors.FieldOfWrongKind, id="list-as-text"),
    pytest.param("a.json", b'{"text": NaN}', errors.FieldOfWrongKind, id="nan"),
    pytest.param("a.json", b'{"text": "a", "text": "b"}', errors.FieldTwice, id="field-twice"),
    pytest.param("a.json", b'{"text": " "}', errors.NothingToRead, id="blank-text"),
    pytest.param("a.json", b"[]", errors.NothingToRead, id="empty-list"),
    pytest.param("a.json", b"[" + b"{}," * 1_000 + b"{}]", errors.TooManyArticles, id="too-many"),
]


@pytest.mark.parametrize(("name", "data", "kind"), REFUSED)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence_and_a_way_out(name, data, kind):
    with pytest.raises(kind) as caught:
        read_file(name=name, data=data)

    assert caught.value.sentence()
    assert caught.value.advice()


def test_a_bad_record_is_named_by_its_path():
    records = json.dumps([{"text": TEXT}, {"text": TEXT, "title": 7}]).encode()

    with pytest.raises(errors.FieldOfWrongKind) as caught:
        read_file(name="batch.json", data=records)

    assert caught.value.facts == {"path": "[1].title", "found": "number", "expected": "string"}


def test_a_json_article_keeps_its_text_and_particulars():
    record = {
        "id": "gull-7",
        "outlet": "The Gull",
        "url": "https://www.gull.example/7?utm_source=feed",
        "published_at": "2026-03-12",
        "language": "en",
        "title": "Bridge closed",
        "text": f"Bridge closed\r\n\r\n{TEXT}\n\n  Read also: Ferry fares",
    }

    [article] = read_file(name="gull-7.json", data=json.dumps(record).encode())

    assert article.text == record["text"]
    assert (article.external_id, article.outlet, article.title) == ("gull-7", "The Gull", "Bridge closed")
    assert article.published_on.isoformat() == "2026-03-12"
    assert article.canonical_url == "https://www.gull.example/7"
    assert article.language == "en"
    assert article.warnings == ()


def test_a_json_file_may_hold_several_articles():
    listed = json.dumps({"articles": [{"text": TEXT, "id": 1}, {"text": TEXT + " More.", "id": 2}]}).encode()

    articles = read_file(name="batch.json", data=listed, outlet="The Gull")

    assert [article.external_id for article in articles] == ["1", "2"]
    assert {article.outlet for article in articles} == {"The Gull"}


def test_an_unpaired_surrogate_in_json_is_replaced_and_said():
    [article] = read_file(
        name="a.json", data=b'{"text": "' + TEXT.encode() + b' \\ud800", "outlet": "The Gull"}'
    )

    assert article.text == f"{TEXT} \ufffd"
    assert "characters_unstorable" in [warning.code for warning in article.warnings]


def test_a_text_file_in_windows_1256_is_read():
    arabic = "أعلنت بلدية المرفأ يوم الخميس أن ورش الترميم ستبدأ أعمالها في الحي القديم مطلع الشهر المقبل."

    [article] = read_file(name="khabar.txt", data=arabic.encode("cp1256"))

    assert article.text == arabic
    assert article.language == "ar"


def test_a_file_name_in_a_message_is_harmless():
    assert shown_name("C:\\secret\\re\u202egpj.exe\r\n") == "regpj.exe"
    assert shown_name("../..") == ".."
    assert shown_name("\0") == "file"
    assert len(shown_name("a" * 10_000)) == 80
