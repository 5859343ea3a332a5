"""Numerals as printed: Arabic with separators and decimals, and Chinese numerals."""

import re
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

_WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF5B))} | {
    ord("．"): ord("."),
    ord("＋"): ord("+"),
    ord("％"): ord("%"),
    ord("－"): ord("-"),
    **dict.fromkeys(map(ord, "−–―﹣"), ord("-")),
    ord("﹢"): ord("+"),
    ord("﹪"): ord("%"),
    ord("／"): ord("/"),
    # The mark of a ratio: 3.9∶39.0∶57.1.
    ord("∶"): ord(":"),
}
# Thousands are set apart by commas, or by spaces where a unit shows that the number goes on.
_SPACED = r"(?<![\d.])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:\.\d+)?(?=\s?[\u4e00-\u9fff%‰])"
# Every digit set apart, as a page that was cut up: 人均收入5 3 1 8 2元.
_CUT_UP = (
    r"(?<![\d.] )(?<![\d.])\d(?:(?: \d){2,}(?: ?\.(?: ?\d)+)?|(?: \d)* \. \d(?: \d)*)"
    r"(?=\s?[%‰\u4e00-\u9fff])"
)
_ARABIC = rf"{_CUT_UP}|\d{{1,3}}(?:[,，]\d{{3}})+(?![\d])(?:\.\d+)?|{_SPACED}|\d+(?:\.\d+)?"
_CHINESE = "[零〇一二两三四五六七八九十百千万亿]+"
# 三成 is 30 per cent where no other word goes on with 成 (三成员, 一成立).
_AFTER_TENTHS = "(?=以上|以下|左右|多|[，。；、的）)]|$)"
# 12亿3千万, 102万3456: Arabic digits between the multiples of a Chinese numeral.
# A single digit behind a multiple (12万3口之家, 2万5G基站) is no rest of the number.
_COMPOUND = (
    r"(?<![\d.])\d{1,8}(?:[十百千万亿]{1,2}\d{1,4})*[十百千万亿]{1,2}"
    r"(?:\d{1,4}[十百千万亿]{1,2}|\d{2,4}(?!\d))"
)
# A sign stands after a word that leads to its number (同比-5.3%, 比上年+5.3%); else it is a dash.
# Balances and profits are such words too (结余-0.5亿元).
_SIGN = (
    "(?:(?<=[为是达率长降幅速比额润值数余差利益温：:（(，,、和及与])|(?<=[上去]年)|^)[-+—]"
    "|(?<=[为是长])负"
)
_NUMERAL = re.compile(
    rf"(?=[-+—\d负百零〇一二两三四五六七八九十千万亿])(?:(?P<sign>{_SIGN})?(?:(?P<compound>{_COMPOUND})|(?P<arabic>{_ARABIC}))"
    rf"|百分之(?P<percent>{_CHINESE}(?:点{_CHINESE})?)"
    rf"|(?P<whole>百分百)|(?P<tenths>[一二两三四五六七八九])成(?P<half>半)?{_AFTER_TENTHS}"
    rf"|(?P<chinese>{_CHINESE}))"
)
CHINESE_DIGITS = "零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖"
LOST = "?\ufffd□■◇※¤*"
"""What stands, in a pattern's brackets too, where a digit could not be read."""
_COUNTED = re.compile("(\\d+)([十百千万亿]*)")
# The mark of a note between a number and its unit: 1260582[2]万元.
NOTE_MARK = "[\\[［〔【（(]注?[\\d①-⑳]{1,2}[\\]］〕】）)]|[①-⑳❶-❿⑴-⒇¹²³⁰⁴-⁹†‡]|\\*{1,3}|#"
# No statistic has more digits: what goes on longer is a code or rubbish.
_LONGEST = 30
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"万": 10_000, "亿": 100_000_000}


class Numeral(Struct, frozen=True):
    """`text[start:end]` prints the number `value` (ASCII, printed decimals kept).

    `percent` says that the word itself means a percentage (百分之九十). `chinese` numerals count
    only with a measure word. `signed` ones print + or -. `multiple` is what a compound one is
    counted in (亿 of 12亿3千万). A `doubtful` one may be read otherwise.
    """

    start: int
    end: int
    value: str
    chinese: bool = False
    percent: bool = False
    signed: bool = False
    multiple: str = ""
    doubtful: bool = False


class Quantity(Struct, frozen=True):
    """`text[start:end]` prints `value` of `unit`.

    `number_start` and `number_end` frame the digits. `unit` is in full, empty where none is
    printed. `approx` is 约, 近, 余, 多, 以上 and the like. A `rank` is what 居全省第3位 prints.
    `signed` numbers print + or -. A `doubtful` one may be read otherwise.
    """

    start: int
    end: int
    number_end: int
    value: str
    unit: str
    approx: str = ""
    value_high: str = ""
    chinese: bool = False
    ratio: bool = False
    rank: bool = False
    signed: bool = False
    doubtful: bool = False


def half_width(text: str) -> str:
    """Return `text` with full-width digits, letters and signs in half width, of equal length."""
    return text.translate(_WIDE)


def numerals(text: str) -> list[Numeral]:
    """Return the numerals of `text` (half width) in their order."""
    found = []
    for match in _NUMERAL.finditer(text):
        numeral = _numeral(match)
        if numeral is not None:
            found.append(numeral)
    return found


def _numeral(match: re.Match[str]) -> Numeral | None:
    start, end = match.span()
    if end - start > _LONGEST:
        return None
    if match["arabic"]:
        value = re.sub("[,，\\s]", "", match["arabic"])
        sign = match["sign"] or ""
        value = f"-{value}" if sign in {"-", "—", "负"} else value
        # A dash that is no minus sign may part the number from its words.
        return Numeral(start, end, value, signed=bool(sign), doubtful=sign == "—")
    if match["compound"]:
        return _compound(match)
    if match["whole"]:
        return Numeral(start, end, "100", chinese=True, percent=True)
    if match["tenths"]:
        value = str(_DIGITS[match["tenths"]] * 10 + (5 if match["half"] else 0))
        return Numeral(start, end, value, chinese=True, percent=True)
    if match["percent"]:
        value = _spoken(match["percent"])
        return Numeral(start, end, value, chinese=True, percent=True) if value else None
    return _counting(match)


def _compound(match: re.Match[str]) -> Numeral | None:
    """Return 12亿3千万 as 12.3亿; None where its multiples do not fall, as in no number."""
    parts = [(int(digits), scale) for digits, scale in _COUNTED.findall(match["compound"])]
    scales = [_scale_of(scale) for _, scale in parts]
    falls = all(
        above > below and value * below < above
        for (above, below), (value, _) in zip(pairwise(scales), parts[1:], strict=True)
    )
    if not falls:
        return None
    total = sum(value * scale for (value, _), scale in zip(parts, scales, strict=True))
    multiple = parts[0][1] if scales[0] >= _GROUPS["万"] else ""
    exact = Decimal(total) / (scales[0] if multiple else 1)
    sign = "-" if match["sign"] in {"-", "—", "负"} else ""
    # 12亿3千万 and 102万3456 fill their places; what 12亿3千 and 3万5 leave out is not told.
    full = all(
        10 * value * below >= above
        for (above, below), (value, _) in zip(pairwise(scales), parts[1:], strict=True)
    )
    value = f"{sign}{exact:f}"
    return Numeral(*match.span(), value, signed=bool(sign), multiple=multiple, doubtful=not full)


def _scale_of(multiples: str) -> int:
    scale = 1
    for char in multiples:
        scale *= _SCALES.get(char) or _GROUPS[char]
    return scale


def _counting(match: re.Match[str]) -> Numeral | None:
    """Return a Chinese numeral; a multiple at its end (五千万) is left to the unit.

    One inside it as well (三亿五千万) is of a part of the number, which is read as a whole.
    """
    printed = match["chinese"]
    core = re.sub("[万亿]+$", "", printed)
    if re.search("[万亿]", core):
        core = printed
    value = chinese_value(core)
    if not value:
        return None
    return Numeral(match.start(), match.start() + len(core), str(value), chinese=True)


def _spoken(text: str) -> str:
    """Return 三十五点六 as 35.6; 百 alone is 100."""
    whole, _, decimals = text.partition("点")
    value = 100 if whole == "百" else chinese_value(whole)
    if value is None or any(char not in _DIGITS for char in decimals):
        return ""
    return (
        f"{value}." + "".join(str(_DIGITS[char]) for char in decimals) if decimals else str(value)
    )


def chinese_value(text: str) -> int | None:
    """Return the value of a Chinese numeral; None where it counts nothing (百, 万, 二〇二二)."""
    if not text.startswith("十") and not any(char in _DIGITS for char in text):
        return None
    if len(text) > 1 and all(char in _DIGITS for char in text):
        return None  # 二〇二二 and 二一九 are a year and a name, they count nothing
    high = low = group = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _SCALES:
            group += (digit or 1) * _SCALES[char]
            digit = 0
        elif char == "万":
            low = (low + group + digit) * _GROUPS[char]
            group = digit = 0
        else:
            high = (high + low + group + digit) * _GROUPS[char]
            low = group = digit = 0
    return high + low + group + digit
