"""Bytes become text."""

import codecs
import hashlib

import pytest

from desktop_app.domain.errors import DataError
from desktop_app.pipeline.sources import decode

HANS = "2023年，全市生产总值1234.5亿元，比上年增长5.6%。\r\n一、综合\n初步核算，人口保持稳定。\n"
HANT = "2023年，全市生產總值1234.5億元，比上年增長5.6%。\r\n一、綜合\n初步核算，人口保持穩定。\n"

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


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
        (HANS, "utf-16-le", b"", "utf-16-le"),
        (HANT, "utf-16-be", b"", "utf-16-be"),
        (HANS.replace("\r\n", "\r").replace("\n", "\r"), "gb18030", b"", "gb18030"),
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


@pytest.mark.parametrize("after", ["\x1a", "\x1a" * 128, "\0" * 16])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_what_a_system_puts_after_a_text_is_no_text(after: str, encoding: str) -> None:
    assert decode((HANS + after).encode(encoding), ".txt").text == HANS


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_marks_a_broken_byte_in_a_sound_text(encoding: str) -> None:
    lines = (HANS * 4).encode(encoding)
    source = decode(lines + "产".encode(encoding)[:1] + b"\n" + lines, ".txt")
    assert source.text == HANS * 4 + "\ufffd\n" + HANS * 4
    assert source.encoding == encoding


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
@pytest.mark.parametrize("broken", [b"\xff", b"\x80"])
def test_a_broken_pair_does_not_shift_what_follows(encoding: str, broken: bytes) -> None:
    # Damage to the first byte of a pair leaves the second, which would pair with the next one.
    words = "全年生產總值一百億元，比上年增加五億元，其中工業增加三億元。"
    words = words if encoding == "big5" else words.translate(str.maketrans("產總億業", "产总亿业"))
    data = (words * 9).encode(encoding)
    data = data[:16] + broken + data[17:]
    text = decode(data, ".txt").text
    assert text == (words * 9)[:8] + "\ufffd" + (words * 9)[9:]


@pytest.mark.parametrize(
    ("suffix", "kind"),
    [(".txt", "txt"), (".TXT", "txt"), (".md", "md"), (".markdown", "md"), ("", "txt")],
)
def test_names_the_format(suffix: str, kind: str) -> None:
    assert decode(b"a", suffix).format == kind


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("suffix", [".docx", ".doc", ".pdf", ".bin"])
def test_a_text_under_any_name_is_a_text(suffix: str, encoding: str) -> None:
    words = "安平县1996年国民经济和社会发展统计公报\n全年生产总值12亿元。\n" * 3000
    source = decode(words.encode(encoding), suffix)
    assert (source.format, source.text) == ("txt", words)


@pytest.mark.parametrize(
    ("data", "suffix", "message"),
    [
        (b"", ".txt", "file_empty"),
        (b"\n", ".mht", "file_empty"),
        (b" \n\t", ".txt", "file_empty"),
        (codecs.BOM_UTF8, ".txt", "file_empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", ".txt", "file_is_picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", ".pdf", "file_is_picture"),
        (b"no picture", ".PNG", "file_is_picture"),
        (b"a,b", ".csv", "file_is_spreadsheet"),
        (b"PK\x03\x04 xl/workbook.xml", ".docx", "file_is_spreadsheet"),
        (COMPOUND + "Workbook".encode("utf-16-le"), ".et", "file_is_spreadsheet"),
        (COMPOUND + "WordDocument Workbook".encode("utf-16-le"), ".doc", "file_is_old_word"),
        (COMPOUND, ".wps", "file_is_old_word"),
        (b"{\\rtf1", ".rtf", "file_is_old_word"),
        (b"PK\x03\x04", ".zip", "format_not_readable"),
        (b"0" * (16 * 1024 * 1024 + 1), ".txt", "file_too_large"),
        (b"\0" * 64, ".txt", "file_empty"),
        (bytes(range(256)) * 4, "", "file_not_text"),
        (b"\xff\xfe\x00", ".txt", "file_not_text"),
        (b"\x80\xff\x80\xff", ".txt", "file_not_text"),
        (b"PK\x03\x04", ".docx", "file_damaged"),
        (b"%PDF", ".pdf", "file_damaged"),
        (b"a", ".xyz", "format_not_readable"),
        ("公报".encode() + bytes(range(16)), ".bin", "format_not_readable"),
    ],
)
def test_says_what_it_cannot_read(data: bytes, suffix: str, message: str) -> None:
    with pytest.raises(DataError) as raised:
        decode(data, suffix)
    assert raised.value.message.id == message
