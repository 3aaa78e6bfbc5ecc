"""Bytes become the right characters, and nothing is lost in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading.decoding import decode_bytes, mojibake_warnings, repaired_mojibake, storable_text

ARABIC = "أعلنت بلدية المرفأ يوم الخميس أن ورش الترميم ستبدأ في 12 آذار، وقال رئيسها إن الكلفة لم تحسم بعد."
ENGLISH = "The harbour council said on Thursday that repairs would begin on 12 March."
FRENCH = "Le maire a déclaré jeudi que l'école resterait fermée jusqu'à Noël, été comme hiver."


def codes(decoded):
    return [warning.code for warning in decoded.warnings]


MARKED = [
    pytest.param(ARABIC, "utf-8-sig", id="utf-8-with-mark"),
    pytest.param(ARABIC, "utf-16", id="utf-16-with-mark"),
    pytest.param(ARABIC, "utf-32", id="utf-32-with-mark"),
    pytest.param(ENGLISH, "utf-16", id="english-utf-16-with-mark"),
]


@pytest.mark.parametrize(("text", "encoding"), MARKED)
def test_a_byte_order_mark_settles_the_encoding(text, encoding):
    decoded = decode_bytes(text.encode(encoding), http_charset="windows-1252")

    assert decoded.text == text
    assert decoded.warnings == ()


@pytest.mark.parametrize("text", [ARABIC, ENGLISH], ids=["arabic", "english"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_text_without_a_mark_is_recognised(text, encoding):
    decoded = decode_bytes(text.encode(encoding), http_charset="utf-8")

    assert decoded.text == text
    assert codes(decoded) == ["encoding_guessed"]


UNDECLARED = [
    pytest.param(ARABIC, "cp1256", id="windows-1256"),
    pytest.param(ARABIC[:60], "cp1256", id="short-windows-1256"),
    pytest.param(ARABIC.replace("،", ","), "iso8859_6", id="iso-8859-6"),
    pytest.param(FRENCH, "cp1252", id="windows-1252"),
]


@pytest.mark.parametrize(("text", "encoding"), UNDECLARED)
def test_an_undeclared_encoding_is_detected_and_said(text, encoding):
    decoded = decode_bytes(text.encode(encoding))

    assert decoded.text == text
    assert codes(decoded) == ["encoding_guessed"]


DECLARED = [
    pytest.param(ARABIC, "cp1256", "windows-1256", [], id="true"),
    pytest.param(ARABIC, "cp1256", "utf-8", ["encoding_differs"], id="called-utf-8"),
    pytest.param(ARABIC, "cp1256", "iso-8859-1", ["encoding_differs"], id="server-default-latin-1"),
    pytest.param(ARABIC, "utf-8", "windows-1256", ["encoding_differs"], id="utf-8-called-1256"),
    pytest.param(FRENCH, "cp1252", "iso-8859-1", [], id="latin-1-is-windows-1252"),
    pytest.param(ENGLISH, "ascii", "windows-1256", [], id="ascii-fits-anything"),
    pytest.param(ARABIC, "cp1256", "x-klingon", ["unknown_encoding", "encoding_guessed"], id="unknown-label"),
    pytest.param(ENGLISH, "ascii", "zip", ["unknown_encoding"], id="not-a-text-encoding"),
    pytest.param(ENGLISH, "ascii", "utf-7", ["unknown_encoding"], id="not-a-trusted-encoding"),
]


@pytest.mark.parametrize(("text", "encoding", "label", "expected"), DECLARED)
def test_a_declaration_is_believed_as_far_as_the_bytes_agree(text, encoding, label, expected):
    decoded = decode_bytes(text.encode(encoding), http_charset=label)

    assert decoded.text == text
    assert codes(decoded) == expected


def test_http_goes_before_meta():
    page = f'<meta charset="iso-8859-6"><p>{ARABIC}'.encode("cp1256")

    assert decode_bytes(page, http_charset="windows-1256", is_html=True).encoding == "cp1256"
    assert decode_bytes(page.replace(b"iso-8859-6", b"windows-1256"), is_html=True).encoding == "cp1256"


def test_one_broken_byte_does_not_turn_a_page_into_another_encoding():
    broken = ARABIC.encode().replace(b" ", b" \xff", 1)

    decoded = decode_bytes(broken)

    assert decoded.text.replace("\ufffd", "") == ARABIC
    assert decoded.warnings[-1].facts["count"] == 1


def test_a_page_glued_from_two_encodings_keeps_its_larger_part_and_says_so():
    decoded = decode_bytes((ARABIC * 3).encode() + ARABIC.encode("cp1256"), http_charset="utf-8")

    assert decoded.text.startswith(ARABIC * 3)
    assert codes(decoded) == ["many_characters_replaced"]


def test_line_ends_are_kept():
    assert decode_bytes(b"one\r\ntwo\rthree\n").text == "one\r\ntwo\rthree\n"


def test_what_the_database_cannot_hold_is_replaced_without_moving_an_offset():
    text, [warning] = storable_text("a\0b\ud800c\U0001f4f0")

    assert text == "a\ufffdb\ufffdc\U0001f4f0"
    assert warning.facts == {"count": 2}


@given(st.text(alphabet=st.characters(codec=None)))
def test_storable_text_keeps_its_length_and_can_be_encoded(text):
    stored, _ = storable_text(text)

    assert len(stored) == len(text)
    assert "\0" not in stored
    assert stored.encode().decode() == stored


@given(st.binary(max_size=300))
def test_any_bytes_become_text_that_can_be_stored(data):
    assert storable_text(decode_bytes(data).text)[0].encode() is not None


def test_letters_decoded_wrongly_elsewhere_are_noticed_and_can_be_repaired():
    garbled = ARABIC.encode().decode("cp1252", errors="ignore") + " " + ENGLISH.encode().decode("cp1252")
    exact = "".join(
        chr(byte) if byte in b"\x81\x8d\x8f\x90\x9d" else bytes([byte]).decode("cp1252")
        for byte in ARABIC.encode()
    )

    assert [warning.code for warning in mojibake_warnings(garbled)] == ["mojibake"]
    assert repaired_mojibake(exact) == ARABIC
    assert repaired_mojibake(ARABIC) == ARABIC
    assert mojibake_warnings(FRENCH) == ()
