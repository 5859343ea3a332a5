"""Numbers of the running text that no figure came of: what a receipt must not keep silent about.

Damage took digits from them, or the words that name them. A bound (500万元以上) and a strength
(75%酒精) are no such numbers.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from desktop_app.domain.bulletin import Figure, PassageKind, ReadingText
from desktop_app.domain.outline import Outline
from desktop_app.pipeline.figures import lexicon
from desktop_app.pipeline.figures.cells import cells_of
from desktop_app.pipeline.figures.masks import SAYING, masked
from desktop_app.pipeline.figures.numbers import CHINESE_DIGITS, NOTE_MARK, half_width
from desktop_app.system import resources

# What a draft has where its numbers are still to come: XX万吨, __亿元.
BLANK = r"(?<![A-Za-z])(?:[Xx]{2,}|×{2,}|_{2,}|\*{2,})"
# A decimal in digits of another kind, which nobody prints a statistic in: 一二.六, ①.⑤.
_DIGITS = CHINESE_DIGITS + "¹²³⁰⁴-⁹₀-₉⓪①-⑨⑴-⑼⒈-⒐"
SPOKEN = rf"(?<![第{_DIGITS}])[{_DIGITS}]{{1,12}}[.·][{_DIGITS}]{{1,12}}"
# 亿元以上项目, 2万千瓦以上电站, 70%以上的县: a bound is part of a name.
_BOUND = (
    r"[万亿]?(?:[元吨人户亩米%％]|千瓦|公里|平方米|公顷|千伏|立方米)?"
    r"(?:及|或)?(?:以[上下]|级|大关|台阶)"
)
_FARTHEST = 6
# A per cent of which a noun follows is of a substance, or a part of a name.
_STRENGTH = "%(?=[\u4e00-\u9fff]{2}(?<!以上)(?<!以下))"


def unread_numbers(
    text: ReadingText, outline: Outline, figures: Sequence[Figure]
) -> Iterator[tuple[int, int]]:
    """Yield where in the source a number stands with its unit that is no figure and no change."""
    taken = _taken(figures)
    passing = lexicon.pattern("approximation.passing", after="$")
    for passage in outline.passages:
        if passage.kind is PassageKind.TABLE:
            for start, end in _unreadable_cells(text.hans[passage.read_start : passage.read_end]):
                yield text.map.to_source(passage.read_start + start, passage.read_start + end)
        if passage.kind is not PassageKind.BODY:
            continue
        content = half_width(text.hans[passage.read_start : passage.read_end])
        if not SAYING.search(content):
            continue
        found = [
            match
            for match in _number().finditer(content)
            if taken.isdisjoint(range(*_moved(match, passage.read_start)))
        ]
        hidden = masked(content) if found else set()
        for match in found:
            before = content[max(0, match.start() - _FARTHEST) : match.start()]
            # A mark that a level went past (突破2000万美元) is no figure.
            if match.start() not in hidden and not passing.search(before):
                yield text.map.to_source(*_moved(match, passage.read_start))


def _unreadable_cells(line: str) -> Iterator[tuple[int, int]]:
    cells = cells_of(line)
    in_row = any(cell.number for cell in cells[1:])
    for cell in cells[1:]:
        if cell.unreadable or (in_row and cell.unread):
            yield cell.start, cell.start + len(cell.text)


def lines_of(source: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """Yield each stretch of a file's text with the number of its line, counted from 1."""
    if spans:
        ends = list(accumulate(len(line) for line in source.splitlines(keepends=True)))
        for start, end in spans:
            yield bisect_right(ends, start) + 1, " ".join(source[start:end].split())


def _moved(match: re.Match[str], by: int) -> tuple[int, int]:
    return match.start() + by, match.end() + by


def _taken(figures: Sequence[Figure]) -> set[int]:
    """Return the places of the reading text that figures and their changes are read from."""
    taken: set[int] = set()
    for figure in figures:
        taken.update(range(figure.read_start, figure.read_end))
        taken.update(range(figure.change_read_start, figure.change_read_end))
    return taken


@cache
def _number() -> re.Pattern[str]:
    """Return a pattern for what is left of a number, up to its unit; or a growth of nothing."""
    known = resources.table("repair")["numbers"]
    lost = re.escape(known["lost"] + "?\ufffd")
    after = lexicon.alternatives(known["after"])
    growth = lexicon.table()["growth"]
    ways = lexicon.alternatives((*growth["up"], *growth["down"]))
    digits = rf"[\d.,{lost}*_×xX{known['unsure_letters']}]"
    # Names have letters before digits; only a decimal point as well makes them a number (Z5.2%).
    left = (
        rf"(?<![A-Za-z\d.,])(?=[^A-Za-z]){digits}*[\d{lost}]\.?"
        rf"|(?<![A-Za-z\d.,])(?=[A-Za-z.]*\d)[A-Za-z\d]*\.[A-Za-z\d]+"
        rf"|(?<![A-Za-z\d.,])\d+\.[^\d\s，。；、：（）%‰]{{1,3}}|{SPOKEN}|{BLANK}"
    )
    measured = rf"(?:{NOTE_MARK})?\s?(?!{_BOUND})(?!{_STRENGTH})(?:{after})+元?"
    bare = rf"(?<=[\u4e00-\u9fff])\d+\.\d+[{lost}]*(?=[，。；、）A-Za-z]|$)"
    return re.compile(rf"(?:{left}){measured}|(?:{ways})(?:[%‰]|个?[百千]分点)|{bare}")
