"""What a column of a table holds, by the words of its heading."""

import re
from collections.abc import Sequence
from enum import Enum, auto

from msgspec import Struct
from msgspec.structs import replace

from desktop_app.pipeline.figures import lexicon, periods
from desktop_app.pipeline.figures.numbers import half_width
from desktop_app.system import resources

_IN_BRACKETS = re.compile(r"[（(](?P<inside>[^（()）]*)[)）]")
_YEAR = re.compile(r"(?:19|20)\d\d年?(?!\d)")
_BARE_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?![\d年])")
# What is measured against something says so with one of these: 比上年末, 较2019年.
_AGAINST = re.compile(r"[比较](?=上|去年|前|同期|年初|今年初|\d{4}年?)|[同环]比")
_COMPARED_YEAR = re.compile(r"[比较](?P<year>(?:19|20)\d\d年)")
# What a level is stated against as 100: 为上年%, 以上年价格为100.
_OF_100 = re.compile(
    r"[以为是]?(?:上年|去年|(?:19|20)\d\d年)(?:同期|同月)?(?:价格)?的?(?:为100|[=＝]100|[%％])"
)
_SPAN = re.compile(
    r"上半年|下半年|前三季度|[一二三四]季度|\d{1,2}[-–—~至]\d{1,2}月(?:份|累计)?|\d{1,2}月(?:份|末|底)?"
)
_WHOLE_YEAR = re.compile(r"年1-12月$")
_SPACE = re.compile(r"\s")
# No table on paper is so wide; among more columns each growth would be sought long.
_MOST_PAIRED = 200


class Role(Enum):
    """What a column holds."""

    NAME = auto()
    UNIT = auto()
    VALUE = auto()
    GROWTH = auto()
    SHARE = auto()
    INDEX = auto()
    RANK = auto()


class Column(Struct, frozen=True):
    """A column: `measure` is what its head adds to a row's name (产量, 城市).

    A column of growth states the change of the level column `of`, where it is not `apart`: then
    its cells are figures of their own, as a second growth and an increment are, of which `said` is
    the name (比年初增加). An increment without a unit is in the level's. `dated` says that the
    head names the period.
    """

    role: Role
    measure: str = ""
    unit: str = ""
    period: str = ""
    compared_with: str = ""
    dated: bool = False
    blank: bool = False
    said: str = ""
    of: int | None = None
    apart: bool = False

    @property
    def is_rate(self) -> bool:
        return self.unit in {"%", "‰", "倍", "百分点"}


class Table(Struct, frozen=True):
    """What the caption says of every column: the usual period, and that all hold one thing."""

    period: str = ""
    growing: bool = False
    index: bool = False
    rates: bool = False  # its line of units has % among others

    @property
    def year(self) -> int | None:
        return int(self.period[:4]) if self.period[:4].isdigit() else None


def plain(heading: str) -> str:
    """Return a heading in half width, without spaces."""
    return _SPACE.sub("", half_width(heading))


def is_name(heading: str) -> bool:
    """Whether a heading stands over the names of rows."""
    return _IN_BRACKETS.sub("", heading) in lexicon.word_set("tables.names")


def column_of(parts: Sequence[str], table: Table) -> Column:
    """Return the column whose heading has these parts, one under another."""
    heading = "".join(parts)
    bare = _IN_BRACKETS.sub("", heading)
    if not heading:
        return Column(Role.VALUE, period=table.period, blank=True)
    if all(map(is_name, parts)):
        return Column(Role.NAME)
    if bare in lexicon.word_set("tables.units"):
        return Column(Role.UNIT)
    named = period_in(bare, table.year)
    column = Column(Role.VALUE, period=named or table.period, dated=bool(named))
    unit = _unit_in(parts)
    if lexicon.pattern("tables.indices").search(_YEAR.sub("", heading)):
        return replace(column, role=Role.INDEX, measure=_measure(parts))
    if bare.endswith(lexicon.words("tables.ranks")):
        return replace(column, role=Role.RANK, unit="位")
    if _grows(heading):
        unit = _growth_unit(heading, unit, table)
        column = replace(column, role=Role.GROWTH, measure=_measure(parts), unit=unit)
        return replace(column, compared_with=compared_with(bare), said=_said(parts))
    if lexicon.pattern("tables.shares").search(bare):
        return replace(column, role=Role.SHARE, measure=_measure(parts), unit="%")
    column = replace(column, measure=_measure(parts).rstrip("%"), unit=unit or _bare_rate(bare))
    if table.growing and not unit:
        return replace(column, role=Role.GROWTH, unit="%", compared_with="上年")
    return replace(column, role=Role.INDEX) if table.index and not unit else column


def paired(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns with each growth joined to the level that it is the change of."""
    if len(columns) > _MOST_PAIRED:
        return tuple(columns)
    levels: dict[int, list[int]] = {}
    for at, column in enumerate(columns):
        if column.role is Role.GROWTH and (level := _level_of(at, columns)) is not None:
            levels.setdefault(level, []).append(at)
    joined = list(columns)
    for level, growths in levels.items():
        change = next((at for at in growths if columns[at].is_rate), None)
        for at in growths:
            joined[at] = replace(columns[at], of=level, apart=at != change)
    for at, column in enumerate(columns):
        if at and column.role is Role.RANK:
            joined[at] = replace(column, measure=_ranked(joined[at - 1], columns))
    return tuple(joined)


def _ranked(before: Column, columns: Sequence[Column]) -> str:
    """Return what a rank is called, by the column that it stands behind: 生产总值增速排名."""
    words = lexicon.table()["tables"]
    level = columns[before.of] if before.of is not None else before
    growth = words["growth_name"] if before.role is Role.GROWTH else ""
    return f"{level.measure}{growth}{words['rank_name']}"


def _level_of(at: int, columns: Sequence[Column]) -> int | None:
    """Return the level column that a growth is about: of its measure, or the last before it."""
    own = columns[at]
    begin = max((n for n in range(at) if columns[n].role is Role.NAME), default=-1)
    end = next((n for n in range(at, len(columns)) if columns[n].role is Role.NAME), len(columns))
    levels = [n for n in range(begin + 1, end) if columns[n].role is Role.VALUE]
    levels = [n for n in levels if not columns[n].blank] or levels
    if own.measure:
        levels = [n for n in levels if columns[n].measure == own.measure]
    if own.dated:
        levels = [n for n in levels if columns[n].period[:4] == own.period[:4]] or levels
    before = [n for n in levels if n < at]
    if own.measure or not before:
        before = before or levels
    if not before:
        return None
    # Of several years' levels of one measure the growth is the latest one's.
    alike = [n for n in before if columns[n].measure == columns[before[-1]].measure]
    latest = max(columns[n].period[:4] for n in alike)
    return [n for n in alike if columns[n].period[:4] == latest][-1]


def _grows(heading: str) -> bool:
    masked = lexicon.pattern("tables.levels").sub("", heading)
    return bool(lexicon.pattern("tables.growth").search(masked) or _AGAINST.search(masked))


def _cut(part: str) -> str:
    """Return what a part of a heading says before it speaks of growth."""
    levels = lexicon.pattern("tables.levels")
    masked = levels.sub(lambda match: "□" * len(match[0]), part)
    starts = [
        match.start()
        for expression in (lexicon.pattern("tables.growth"), _AGAINST)
        if (match := expression.search(masked))
    ]
    return part[: min(starts, default=len(part))]


def _measure(parts: Sequence[str]) -> str:
    """Return what a heading adds to the names of rows: no period, no unit, no 绝对数."""
    pieces: list[str] = []
    for part in parts:
        bare = _IN_BRACKETS.sub(lambda match: "" if _is_aside(match) else match[0], part)
        share = lexicon.pattern("tables.shares").search(bare)
        piece = bare if share else _cut(bare)
        piece = _undated(piece.removeprefix("其中").lstrip("：:"))
        index = lexicon.pattern("tables.indices").search(piece)
        piece = piece[: index.start()] if index else piece
        if piece and piece not in lexicon.word_set("tables.plain"):
            pieces.append(piece)
    joined = "".join(dict.fromkeys(pieces))
    return "" if joined in lexicon.word_set("tables.plain") else joined


def _is_aside(match: re.Match[str]) -> bool:
    """Whether brackets in a heading say in what and how it is measured, not what."""
    inside = match["inside"]
    return not inside or bool(re.search(r"[%％=＝‰]|为100|[±\d]", inside)) or is_unit(inside)


def _said(parts: Sequence[str]) -> str:
    """Return the words of a heading about growth (比年初增加), without brackets and years."""
    bare = [_IN_BRACKETS.sub("", part) for part in parts]
    return _YEAR.sub("", "".join(part[len(_cut(part)) :] for part in bare)).strip("±%‰")


def _undated(piece: str) -> str:
    piece = _SPAN.sub("", _YEAR.sub("", piece))
    end = lexicon.pattern("period.end_of_year", before="^").match(piece)
    whole = lexicon.pattern("period.whole_year", before="^").match(piece)
    last = lexicon.pattern("tables.previous", before="^").match(piece)
    found = end or whole or last
    rest = piece[found.end() :] if found else piece
    return rest.removeprefix("累计").removeprefix("末") if rest != piece else piece


def _unit_in(parts: Sequence[str]) -> str:
    """Return the unit that a heading states: in brackets, or as a part of its own."""
    for part in reversed(parts):
        for match in _IN_BRACKETS.finditer(part):
            for inside in re.split(r"[,，、;；:：]", match["inside"]):
                if is_unit(inside):
                    return inside
        if is_unit(part):
            return part
    return ""


def _bare_rate(heading: str) -> str:
    return heading[-1:] if heading.endswith(("%", "‰")) else ""


def is_unit(text: str) -> bool:
    return resources.units().unit(text) is not None


def _growth_unit(heading: str, unit: str, table: Table) -> str:
    """Return the unit of a column of growth; '' for that of the level it belongs to."""
    if "百分点" in heading:
        return "百分点"
    if "%" in heading or unit in {"%", "‰"}:
        return "%"
    if unit:
        return unit
    masked = lexicon.pattern("tables.levels").sub("", heading)
    amounts = lexicon.pattern("tables.increments").search(masked) is not None
    return "" if amounts and not (table.rates and heading.endswith("增减")) else "%"


def period_in(text: str, year: int | None) -> str:
    """Return the period that a heading names (2014年, 年末); one it is compared with is none."""
    before = _AGAINST.split(_OF_100.sub("", text))[0]
    before = _BARE_YEAR.sub(r"\1年", before)
    last = lexicon.pattern("tables.previous").search(before)
    if last and year:
        end = "末" if before[last.end() :][:1] in {"末", "底"} else ""
        return f"{year - 1}年{end}"
    found = periods.stated(before, year) or ""
    own = _YEAR.search(before)
    end_of_year = lexicon.pattern("period.end_of_year").search(before)
    if own and end_of_year:
        found = f"{own[0].rstrip('年')}年末"
    return _WHOLE_YEAR.sub("年", found) if found[:4].isdigit() else ""


def compared_with(heading: str) -> str:
    """Return what a growth is measured against; 增长 alone is over last year."""
    for expression, name in lexicon.named("comparison.names"):
        if expression.search(heading):
            return name
    year = _COMPARED_YEAR.search(heading)
    return year["year"] if year else "上年"


def bracketed_unit(text: str) -> tuple[str, str]:
    """Return a name without the unit that it states in brackets (人均收入（元）), and the unit."""
    for inside in _IN_BRACKETS.finditer(text):
        unit = half_width(inside["inside"]).strip()
        if is_unit(unit):
            return text.replace(inside[0], ""), unit
    return text, ""
