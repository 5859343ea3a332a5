"""Width and spacing as a Chinese text has them: normalisation, no repair.

Marks are full width beside Chinese, never inside a number (1,234), a time or a ratio (3.9:39.0).
Digits, letters, % and / are half width. Spaces go, those between the thousands of a number and
those of a sentence set apart character by character too, except between words in Latin letters,
behind the number of an item, between the parallel phrases of a heading, and in lines with tabs,
which are table rows. Lines end in a line feed.
"""

import re
import unicodedata
from collections.abc import Iterator

from desktop_app.pipeline.repair.draft import Change

_CHINESE = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_MARKS = "，、。；：！？（）《》〈〉“”‘’【】—…"
_FULL = dict(zip(",;:!", "，；：！", strict=True))
_HALF = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
# Small forms, of which a font without them is the only sign: ﹪, ﹣, ﹒.
_HALF |= dict(zip("﹐﹒﹔﹕﹖﹗﹙﹚﹟﹠﹡﹢﹣﹤﹥﹦﹩﹪﹫", ",.;:?!()#&*+-<>=$%@", strict=True))
# Full-width forms that a Chinese text uses as they are.
_KEPT_FULL = frozenset("，；：！？（）～｜＜＞＂＇")
_OTHER_WIDTH = re.compile(f"[{''.join(_FULL)}{''.join(_HALF.keys() - _KEPT_FULL)}]")
# Digits of other scripts, and of mathematics, count as Python counts them.
_OTHER_DIGIT = re.compile(r"(?![0-9０-９])\d")
_BESIDE = re.compile(rf"[{_CHINESE}{_MARKS}％%‰°℃]")
_HAN = re.compile(rf"[{_CHINESE}]")
_PARENTHESES = re.compile(r"[(（](?P<inside>[^()（）\n]*)[)）]")
_SPACE = "[ \\u3000\\xa0\\u2002\\u2003\\u2009\\u202f]"
_LINE_END = re.compile(r"\r\n?|[\f\v\x85\u2028\u2029]")
_NO_WIDTH = re.compile(
    r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff\xad]+"
)
_EDGE = re.compile(rf"^{_SPACE}+|(?<!{_SPACE}){_SPACE}++$", re.MULTILINE)
_GAP = re.compile(rf"(?<=\S){_SPACE}+(?=\S)")
_PHRASE_GAP = re.compile(rf"(?<=[{_CHINESE}]){_SPACE}+(?=[{_CHINESE}“《])")
_STOPPED = re.compile(r"[。；;]")
# The marks that open a heading or an item in Markdown keep the space that makes them marks.
_MARKDOWN = re.compile(r"\s*(?:#{1,6}|[-*+])(?= )")
_NUMERAL = (
    r"(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、])"
)
_SPACED_OUT = re.compile(rf"[#\s]*{_NUMERAL}?{_SPACE}*[{_CHINESE}](?:{_SPACE}+[{_CHINESE}])+")
# A line scanned with one space behind every character.
_APART = re.compile(r"\S(?:[ \u3000\xa0]\S){7,}")
_SENTENCE_MARK = re.compile(r"[，。；、：]|\d [.．] \d")
# The number of an item before a number: without the space between them they were one.
_ITEM_NUMBER = re.compile(rf"(?:^|(?<=[。；;：:）)\s]))\d{{1,2}}[.．](?={_SPACE}+\d)")
_MEASURED = re.compile(rf"{_SPACE}+\d{{1,4}}{_SPACE}*(?:[%％‰万亿元吨萬億噸]|个?百分点|個?百分點)")
# What has several marks and ends as a sentence does.
_RUNNING = re.compile("[，,；;。].*[。；]$")
# A number whose thousands stand apart; what it counts follows, so that it is no two cells.
_MEASURE = r"(?:[km]?m[²³23]|km|kW|MW|t\b)"
_GROUPED = re.compile(
    rf"(?<![\d.．])(?P<number>\d{{1,3}}(?:{_SPACE}\d{{3}}){{1,4}})"
    rf"(?=(?:\.\d+)?{_SPACE}?(?:[{_CHINESE}％%㎡㎞]|{_MEASURE}))"
)


def line_ends(text: str) -> Iterator[Change]:
    """Yield changes that end every line in a line feed and drop characters without any width."""
    for match in _LINE_END.finditer(text):
        yield Change(*match.span(), "\n")
    for match in _NO_WIDTH.finditer(text):
        yield Change(*match.span(), "")


def widths(text: str) -> Iterator[Change]:
    """Yield changes that make marks full width beside Chinese, digits and letters half width."""
    for match in _OTHER_DIGIT.finditer(text):
        yield Change(*match.span(), str(unicodedata.digit(match[0])))
    yield from _parentheses(text)
    for match in _OTHER_WIDTH.finditer(text):
        at, char = match.start(), match[0]
        if char in _HALF:
            yield Change(at, at + 1, _HALF[char])
        elif _is_chinese_mark(text, at):
            yield Change(at, at + 1, _FULL[char])


def _is_chinese_mark(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before.isdigit() and after.isdigit():
        return False
    if text[at] == ":" and text.startswith("//", at + 1):
        return False
    return bool(_BESIDE.match(before) or _HAN.match(after) or _BESIDE.match(after.strip()))


def _parentheses(text: str) -> Iterator[Change]:
    """Yield changes of pairs beside or around Chinese to full width."""
    for match in _PARENTHESES.finditer(text):
        beside = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        if _HAN.search(match["inside"]) or _BESIDE.search(beside):
            yield Change(match.start(), match.start() + 1, "（")
            yield Change(match.end() - 1, match.end(), "）")


def spaces(text: str) -> Iterator[Change]:
    """Yield changes that drop indentation and stray spaces."""
    for match in _EDGE.finditer(text):
        yield Change(match.start(), match.end(), "")
    at = 0
    for line in text.split("\n"):
        for start, end in _stray_spaces(line):
            yield Change(at + start, at + end, "")
        at += len(line) + 1


def tabs(text: str) -> Iterator[Change]:
    """Yield changes of tabs inside a sentence to spaces: one line alone is no table."""
    if "\t" not in text:
        return
    at, before, lines = 0, "", text.split("\n")
    later = [*lines[1:], ""]
    for line, below in zip(lines, later, strict=True):
        alone = "\t" in line and "\t" not in before + below
        if alone and _RUNNING.search(line.rstrip()):
            inside = line.strip()
            first = at + line.index(inside)
            for tab in re.finditer("\t", inside):
                yield Change(first + tab.start(), first + tab.end(), " ")
        at += len(line) + 1
        before = line


def _stray_spaces(line: str) -> Iterator[tuple[int, int]]:
    """Yield the gaps of `line` that no writer meant."""
    if "\t" in line:
        yield from _spaced_out_cells(line)
        return
    if _is_set_apart(line):
        yield from (match.span() for match in _GAP.finditer(line))
        return
    spaced_out = _SPACED_OUT.fullmatch(line.strip())
    phrases = list(_PHRASE_GAP.finditer(line))
    kept = len(phrases) > 1 or not _STOPPED.search(line)
    meant = {match.start() for match in phrases} if kept and not spaced_out else set()
    opening = _MARKDOWN.match(line)
    if opening:
        meant.add(opening.end())
    meant.update(number.end() for number in _ITEM_NUMBER.finditer(line) if _is_item(line, number))
    grouped = {
        place for number in _GROUPED.finditer(line) for place in range(*number.span("number"))
    }
    for match in _GAP.finditer(line):
        beside = line[match.start() - 1] + line[match.end()]
        latin = beside.isascii() and beside.isalnum()
        if match.start() not in meant and (not latin or match.start() in grouped):
            yield match.span()


def _is_item(line: str, number: re.Match[str]) -> bool:
    """Whether a number with a point is an item's: 存栏 12. 6万头 is cut apart behind its point."""
    before = line[: number.start()].rstrip()
    return not (_HAN.match(before[-1:]) and _MEASURED.match(line, number.end()))


def _is_set_apart(line: str) -> bool:
    """Whether every character of a sentence has one space behind it, as in a scan.

    A row of single digits looks like it, but has no marks of a sentence; a line that opens with a
    digit may be an item, whose number the next one must not touch.
    """
    bare = line.strip()
    return bool(
        _APART.fullmatch(bare)
        and not bare[0].isdigit()
        and _SENTENCE_MARK.search(bare)
        and 3 * len(_HAN.findall(bare)) >= len(bare.split())
    )


def _spaced_out_cells(line: str) -> Iterator[tuple[int, int]]:
    """Yield the gaps of table cells whose characters are spread to one width: 粮　食."""
    at = 0
    for cell in line.split("\t"):
        if _SPACED_OUT.fullmatch(cell.strip()):
            yield from ((at + gap.start(), at + gap.end()) for gap in _GAP.finditer(cell))
        at += len(cell) + 1
