"""Headings without numbers: short lines between paragraphs, and what Markdown marks as headings.

Evidence is how a line is set (alone, without any mark of a sentence, text below it) and what it
says: the topics that bulletins have chapters on are listed in `resources/outline.toml`.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from desktop_app.pipeline.outline import headings, imprint
from desktop_app.pipeline.outline.lines import Line
from desktop_app.pipeline.outline.numbering import BULLET, Numbered, Style, counted_on, numbered
from desktop_app.pipeline.outline.topics import is_topic
from desktop_app.pipeline.paging import REPEATED
from desktop_app.system import resources

_LONGEST, _SHORTEST_PROSE, _SHORTEST_SENTENCE = 20, 12, 6
_OPENING = re.compile(rf"(?:(?P<depth>#{{1,6}})\s+|{BULLET})?\s*(?P<bold>\*\*)?")
# An encyclopedia repeats the whole title before each heading: ……统计公报综合.
_TITLED = re.compile(r"\d{4}年.{2,30}统计公报(?=[\u4e00-\u9fff])")
# A heading in a box of brackets: 【农业】, with its text behind it or below.
_BOXED = re.compile(r"[【〖](?P<title>[^【】〖〗]{2,20})[】〗](?![【〖])")
_PROSE = re.compile(r"[。；;]|，.{4,}，")
_NO_HEADING = re.compile(r"[。；;，,：:！!？?\d%|…]")
_TWO_HAN = re.compile(r"[\u4e00-\u9fff]\s*[\u4e00-\u9fff]")
_FEWEST_UNKNOWN, _FEWEST_KNOWN = 3, 2
_MOST_LOST = 2
# Headings in boxes, or behind the title, rank below all of Markdown's.
_BOX_DEPTH = 7


class Plain(Struct, frozen=True):
    """A line that may be a heading without a number.

    `depth` counts Markdown's marks, 0 where there are none, 7 for a heading in a box or behind
    the title; `known` says that its
    words are those of a chapter of bulletins.
    """

    mark: Numbered
    depth: int
    known: bool


def find(lines: Sequence[Line], others: Collection[int]) -> list[Plain]:
    """Return the lines that may be headings without numbers; `others` are known to be none."""
    repeated = {text for text, n in Counter(line.text for line in lines).items() if n >= REPEATED}
    shaped = [
        _shaped(line) if line.index not in others and line.text not in repeated else None
        for line in lines
    ]
    return [
        plain
        for at, plain in enumerate(shaped)
        if plain is not None and (plain.depth or _is_set_as_heading(lines, shaped, at))
    ]


def _shaped(line: Line) -> Plain | None:
    """Return a line as a heading, if its form lets it be one."""
    if line.row or numbered(line) is not None:
        return None
    boxed = _BOXED.match(line.text)
    if boxed:
        return _boxed(line, boxed)
    titled = _TITLED.search(line.text)
    if titled and is_topic(line.text[titled.end() :]):
        return _apart(line, titled.end(), line.end - line.start, known=True)
    opening = _OPENING.match(line.text)
    if opening is None:
        return None
    depth = len(opening["depth"] or "")
    title = line.text[opening.end() :].rstrip("#* ")
    if not title or not _TWO_HAN.search(title) or not headings.is_own_line(title):
        return None
    if not depth and (len(title) > _LONGEST or _NO_HEADING.search(title)):
        return None
    if imprint.title_name(title) or imprint.publisher(title):
        return None
    start = line.start + opening.end()
    mark = Numbered(line.index, Style.PLAIN, 0, "", start, start, line.end)
    return Plain(mark, depth, is_topic(title))


def _boxed(line: Line, found: re.Match[str]) -> Plain | None:
    """Return a heading in a box, if it is a topic or a paragraph stands behind it."""
    known = is_topic(found["title"])
    if not known and not (_TWO_HAN.search(found["title"]) and line.text[-1] in "。；"):
        return None
    return _apart(line, *found.span("title"), known=known)


def _apart(line: Line, first: int, last: int, *, known: bool) -> Plain:
    """Return the stretch of a line that is a heading by the marks or words around it."""
    start, end = line.start + first, line.start + last
    return Plain(Numbered(line.index, Style.PLAIN, 0, "", start, start, end), _BOX_DEPTH, known)


def _is_set_as_heading(lines: Sequence[Line], shaped: Sequence[Plain | None], at: int) -> bool:
    """Whether text goes on under a line, and ended above it; a known topic may head another."""
    plain = shaped[at]
    if plain is None or at + 1 >= len(lines):
        return False
    below = is_prose(lines[at + 1]) or numbered(lines[at + 1]) is not None
    if plain.known:
        nested = at + 2 < len(lines) and shaped[at + 1] is not None and is_prose(lines[at + 2])
        return below or nested
    above = lines[at - 1] if at else None
    return below and above is not None and (above.row or is_prose(above) or _known(shaped[at - 1]))


def _known(plain: Plain | None) -> bool:
    return plain is not None and plain.known


def is_prose(line: Line) -> bool:
    """Whether a line is a paragraph, not a heading or a row."""
    if line.row or len(line.text) < _SHORTEST_SENTENCE:
        return False
    long = len(line.text) >= _SHORTEST_PROSE and _PROSE.search(line.text) is not None
    return long or line.text[-1] in "。；;"


def as_chapters(found: Sequence[Plain], numbers: Sequence[Numbered]) -> list[Plain]:
    """Return the headings that are the chapters of a text whose chapters have no numbers.

    `numbers` are the numbers at line starts: where one comes before the first heading, the
    numbers are the outer ones, and nothing is returned.
    """
    marked = _outermost(found)
    if marked:
        chapters = marked
    else:
        known = sum(plain.known for plain in found)
        enough = known >= _FEWEST_KNOWN or (known and len(found) >= _FEWEST_KNOWN)
        chapters = list(found) if enough or len(found) >= _FEWEST_UNKNOWN else []
    if not chapters or (numbers and numbers[0].start < chapters[0].mark.start):
        return []
    return chapters


def _outermost(found: Sequence[Plain]) -> list[Plain]:
    """Return the Markdown headings of the highest rank that there are several of."""
    ranks = Counter(plain.depth for plain in found if plain.depth)
    several = [depth for depth, count in ranks.items() if count > 1]
    return [plain for plain in found if several and plain.depth == min(several)]


def fill_gaps(chapters: Sequence[Numbered], found: Sequence[Plain]) -> list[Numbered]:
    """Return the chapters with those whose numbers were lost between two of them."""
    filled = list(chapters[:1])
    starts = [plain.mark.start for plain in found]
    if chapters and chapters[0].value == _MOST_LOST:
        before = [p for p in found if p.known and p.mark.start < chapters[0].start]
        filled[:0] = _counting_from(chapters[0], 0, before[-1:])
    for one, other in pairwise(chapters):
        lost = other.value - one.value - 1
        if 0 < lost <= _MOST_LOST:
            between = found[bisect_left(starts, one.end) : bisect_left(starts, other.start)]
            known = [plain for plain in between if plain.known]
            for fitting in (between, known):
                if len(fitting) == lost:
                    filled += _counting_from(one, one.value, fitting)
                    break
        filled.append(other)
    return filled


def lost_last(chapters: Sequence[Numbered], found: Sequence[Plain], end: int) -> list[Numbered]:
    """Return the chapters behind the last numbered one, before `end`, whose numbers were lost.

    They are topics of chapters, one or two, where no other chapter holds such headings: there
    they would head its parts.
    """
    if len(chapters) <= _MOST_LOST or not chapters[-1].value:
        return []
    known = [plain for plain in found if plain.known and not plain.depth]
    chosen = {chapter.start for chapter in chapters}
    after = [p for p in known if chapters[-1].start < p.mark.start < end]
    inside = [p for p in known if chapters[0].start < p.mark.start < chapters[-1].start]
    if len(after) > _MOST_LOST or not all(p.mark.start in chosen for p in inside):
        return []
    return list(_counting_from(chapters[-1], chapters[-1].value, after))


def _counting_from(like: Numbered, value: int, found: Sequence[Plain]) -> Iterator[Numbered]:
    for step, plain in enumerate(found, start=1):
        number = counted_on(like.number, value + step)
        yield replace(plain.mark, style=like.style, value=value + step, number=number)


@cache
def _run_in() -> re.Pattern[str]:
    ends = "|".join(map(re.escape, resources.table("outline")["run_in_ends"]))
    return re.compile(
        rf"(?:^|(?<=[。；]))(?P<title>[^\d，。；：、]{{2,8}}[^\d，。；：]{{0,10}}(?:{ends}))。(?=.)"
    )


def run_ins(lines: Sequence[Line]) -> list[Numbered]:
    """Return the heads run into a paragraph: a sentence that only names what follows (…情况。)."""
    return [
        Numbered(
            line=line.index,
            style=Style.PLAIN,
            value=0,
            number="",
            start=line.start + match.start(),
            text_start=line.start + match.start(),
            end=line.end,
        )
        for line in lines
        if not line.row
        for match in _run_in().finditer(line.text)
    ]
