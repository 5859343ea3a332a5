"""Bytes become text."""

import codecs
import hashlib

import pytest

from desktop_app.domain.errors import DataError
from desktop_app.pipeline.sources import decode

HANS = "2023年，全市生产总值1234.5亿元，比上年增长5.6%。\r\n一、综合\n初步核算，人口保持稳定。\n"
HANT = "2023年，全市生產總值1234.5億元，比上年增長5.6%。\r\n一、綜合\n初步核算，人口保持穩定。\n"


@pytest.mark.parametrize(
    ("text", "written", "mark", "encoding"),
    [
        (HANS, "utf-8", b"", "utf-8"),
        (HANS, "utf-8", codecs.BOM_UTF8, "utf-8"),
        (HANT, "utf-16-le", codecs.BOM_UTF16_LE, "utf-16-le"),
        (HANS, "utf-16-be", codecs.BOM_UTF16_BE, "utf-16-be"),
        (HANS, "gb18030", b"", "gb18030"),
        (HANT, "gb18030", b"", "gb18030"),
        (HANT, "big5", b"", "big5"),
        ("plain", "ascii", b"", "utf-8"),
    ],
)
def test_reads_the_encodings_of_chinese_files(
    text: str, written: str, mark: bytes, encoding: str
) -> None:
    data = mark + text.encode(written)
    source = decode(data, ".txt")
    assert source.text == text
    assert source.encoding == encoding
    assert source.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_marks_a_broken_byte_in_a_sound_text(encoding: str) -> None:
    lines = (HANS * 4).encode(encoding)
    source = decode(lines + "产".encode(encoding)[:1] + b"\n" + lines, ".txt")
    assert source.text == HANS * 4 + "\ufffd\n" + HANS * 4
    assert source.encoding == encoding


@pytest.mark.parametrize(
    ("suffix", "kind"), [(".txt", "txt"), (".TXT", "txt"), (".md", "md"), (".markdown", "md")]
)
def test_names_the_format(suffix: str, kind: str) -> None:
    assert decode(b"a", suffix).format == kind


@pytest.mark.parametrize(
    ("data", "suffix", "message"),
    [
        (b"", ".txt", "file_empty"),
        (b" \n\t", ".txt", "file_empty"),
        (codecs.BOM_UTF8, ".txt", "file_empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", ".txt", "file_not_text"),
        (b"\xff\xfe\x00", ".txt", "file_not_text"),
        (b"\x80\xff\x80\xff", ".txt", "file_not_text"),
        (b"PK\x03\x04", ".docx", "file_damaged"),
        (b"%PDF", ".pdf", "file_damaged"),
        (b"a", "", "format_not_readable"),
    ],
)
def test_says_what_it_cannot_read(data: bytes, suffix: str, message: str) -> None:
    with pytest.raises(DataError) as raised:
        decode(data, suffix)
    assert raised.value.message.id == message
