import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.readers.decoding import decode, is_text
from schemas.errors import ReadError

READABLE = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda text: bool(text.strip()))
CURLY = "It’s “likely” that the café will close – by June – said José."


@given(READABLE)
def test_utf_8_is_kept_character_by_character(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode(), "a.txt") == text


@pytest.mark.parametrize("text", ["one\r\ntwo\r\n", "one\rtwo", "tab\there\fpage", "e\u0301 stays two characters"])
def test_nothing_is_normalised(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF32_BE, "utf-32-be")],
)
def test_byte_order_mark_decides_and_is_no_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + CURLY.encode(encoding), "a.txt", declared="koi8-r") == CURLY


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le"])
def test_encoding_is_detected(encoding: str) -> None:
    assert decode(CURLY.encode(encoding), "a.txt") == CURLY


def test_other_scripts_are_detected() -> None:
    text = "Переговоры в Астане завершились без результата, сообщил министр иностранных дел."
    assert decode(text.encode("cp1251"), "a.txt") == text


def test_declared_latin_1_means_windows_set() -> None:
    assert decode("“May”".encode("cp1252"), "a.html", declared="iso-8859-1") == "“May”"


def test_declaration_that_is_nonsense_is_passed_over() -> None:
    assert decode("été".encode(), "a.html", declared="x-nonsense") == "été"


def test_few_bad_bytes_do_not_turn_utf_8_into_something_else() -> None:
    assert decode(("é–" * 20).encode() + b"\xff end", "a.txt") == "é–" * 20 + "\ufffd end"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "not_text"),
        (b"\x7fELF" + bytes(5000), "not_text"),
        (b"text with a null \0 in it", "not_text"),
        (codecs.BOM_UTF16_LE + b"a", "encoding"),
    ],
)
def test_what_is_not_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as refused:
        decode(data, "a.txt")
    assert refused.value.reason == reason
    assert "a.txt" in str(refused.value)


def test_stray_control_character_is_forgiven() -> None:
    assert is_text("word " * 300 + "\x07")
    assert not is_text("\x01\x02\x03\x04 word")
