"""What stands above a table's rows: the caption, the line of units, the heads of the columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from desktop_app.pipeline.figures import lexicon, phrases
from desktop_app.pipeline.figures.numbers import half_width

_IN_BRACKETS = re.compile(r"[（(](?P<inside>[^（()）]*)[)）]")
_UNIT_LINE = re.compile(r"(?:计量)?单位\s*[:：]\s*(?P<units>[^）)]+)")
_UNIT_JOINT = re.compile(r"[、，,；;\s]+")
_NUMBER_OF_TABLE = re.compile(r"^表?\s*[\d一二三四五六七八九十-]*[\s:：.、]*|（[^）]*）")
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年?(?!\d)")
_COMPARED_YEAR = re.compile(r"[比较](?P<year>(?:19|20)\d\d年)")
_SPACE = re.compile(r"\s")


class Role(Enum):
    """What a column holds."""

    NAME = auto()
    UNIT = auto()
    VALUE = auto()
    GROWTH = auto()
    SHARE = auto()
    INDEX = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `measure` is what its head adds to a row's name (产量, 城市)."""

    role: Role
    measure: str = ""
    unit: str = ""
    period: str = ""
    compared_with: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What holds for the rows of a table.

    `subject` is what the caption is about, `measure` the word at its end that measures; `growing`
    says that the table holds growth alone (比上年涨跌幅度).
    """

    year: int | None
    subject: str = ""
    measure: str = ""
    unit: str = ""
    period: str = ""
    growing: bool = False
    columns: tuple[Column, ...] = ()

    @property
    def usual_period(self) -> str:
        """The period of what names none of its own."""
        return self.period or (f"{self.year}年" if self.year else "")

    def with_caption(self, text: str) -> "Head":
        """Return the head with a caption or a line of units read."""
        units = _UNIT_LINE.search(text)
        if units:
            named = [unit for unit in _UNIT_JOINT.split(units["units"].strip()) if unit]
            levels = [unit for unit in named if unit not in {"%", "％", "‰"}] or named[:1]
            # Of several units a row does not say which one is its own.
            return replace(self, unit=levels[0] if len(levels) == 1 else "")
        text = _NUMBER_OF_TABLE.sub("", text.strip())
        words = lexicon.pattern("tables.caption", after="$")
        growing = lexicon.pattern("tables.growth").search(text) is not None
        period = _period_in(text, str(self.year or ""))
        subject = phrases.trimmed(phrases.undated(text))
        while match := words.search(subject):
            subject = subject[: match.start()]
        measure = phrases.head_of(subject)
        both = lexicon.pattern("tables.beside").search(text) is not None
        return Head(self.year, subject, measure, "", period, growing=growing and not both)

    def with_columns(self, cells: Sequence[str]) -> "Head":
        """Return the head with the heads of its columns read; the first column names the rows.

        Over the names nothing need stand: then the first head is that of the second column.
        """
        first, *others = (self._column(_SPACE.sub("", half_width(cell))) for cell in cells)
        over_names = not cells[0].strip() or first.role is Role.NAME or bool(first.measure)
        columns = others if over_names else [first, *others]
        return replace(self, columns=(Column(Role.NAME), *columns))

    def _column(self, heading: str) -> Column:
        inside = _IN_BRACKETS.search(heading)
        bare = _IN_BRACKETS.sub("", heading)
        period = _period_in(bare, self.usual_period[:4]) or self.usual_period
        if bare in lexicon.word_set("tables.names"):
            return Column(Role.NAME)
        if bare in lexicon.word_set("tables.units"):
            return Column(Role.UNIT)
        if lexicon.pattern("tables.indices").search(heading):
            return Column(Role.INDEX, period=period)
        if lexicon.pattern("tables.growth").search(bare):
            unit = "百分点" if "百分点" in heading else "%"
            return Column(Role.GROWTH, unit=unit, period=period, compared_with=_compared(bare))
        if lexicon.pattern("tables.shares").search(bare):
            return Column(Role.SHARE, bare, "%", period)
        measure = _YEAR.sub("", bare)
        measure = "" if measure in lexicon.word_set("tables.plain") else measure
        unit = inside["inside"] if inside and lexicon.units().unit(inside["inside"]) else ""
        if self.growing and not unit:
            return Column(Role.GROWTH, measure, "%", period, "上年")
        return Column(Role.VALUE, measure, unit, period)


def bracketed_unit(text: str) -> tuple[str, str]:
    """Return a name without the unit that it states in brackets (人均收入（元）), and the unit."""
    inside = _IN_BRACKETS.search(text)
    if inside and lexicon.units().unit(half_width(inside["inside"]).strip()):
        return text.replace(inside[0], ""), half_width(inside["inside"]).strip()
    return text, ""


def only_years(cells: Sequence[str]) -> bool:
    """Whether cells hold years and nothing else."""
    return all(re.fullmatch(r"\s*(?:19|20)\d\d年?\s*", cell) for cell in cells)


def _period_in(text: str, year: str) -> str:
    """Return the period that a head names (2014年, 年末); a year it is compared with is none."""
    before = lexicon.pattern("tables.compared", after=".*").sub("", text)
    match = _YEAR.search(before)
    of = match["year"] if match else year
    end = lexicon.pattern("period.end_of_year").search(before)
    if not of or not (match or end):
        return ""
    return f"{of}年末" if end else f"{of}年"


def _compared(heading: str) -> str:
    """Return what a column of growth is measured against; 增长 alone is over last year."""
    for expression, name in lexicon.named("comparison.names"):
        if expression.search(heading):
            return name
    year = _COMPARED_YEAR.search(heading)
    return year["year"] if year else "上年"
