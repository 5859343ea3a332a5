"""What stands above a table's rows: the caption, the line of units, the heads of the columns."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from desktop_app.pipeline.figures import columns as headings
from desktop_app.pipeline.figures import lexicon, phrases
from desktop_app.pipeline.figures.columns import Column, Role, Table
from desktop_app.pipeline.figures.numbers import half_width

_UNIT_LINE = re.compile(r"(?:计量)?单\s*位\s*[:：]\s*(?P<units>[^）)]+)")
_UNIT_JOINT = re.compile(r"[、，,；;\s]+|(?<=[^\d])/(?=[%％‰])|和|及")
_JOINT = re.compile("[、及]|和(?!谐|田)")
_BEHIND = re.compile(r"[（(](?P<inside>[^（()）]{1,20})[)）]\s*$")
_NUMBER_OF_TABLE = re.compile(
    r"^(?:附?[表图]\s*[\d一二三四五六七八九十-]*|[\d-]{1,5}(?=[\s:：.、]+(?!年|\d)))[\s:：.、]*"
    r"|（[^）]*）"
)
_NUMBERED = re.compile(r"^附?[表图]\s*[\d一二三四五六七八九十]")
# What is printed over the part of a table on its next page.
_CONTINUED = re.compile(
    r"[（(]?\s*(?:续|接上)\s*(?:上?表|附表)?|.{0,60}?[（(]\s*续表?[\d一二三四五六七八九十]*\s*[)）]"
)
_INDEX = re.compile(r"价格指数|物价指数|以?上年(?:同期)?(?:价格)?(?:为|=|＝)100")


class Head(Struct, frozen=True):
    """What holds for the rows of a table.

    `own` is the part of the year that the whole bulletin is of, if it is of a part; `scope` is
    what the caption states. `subject` is what the caption is about, `measure` the word at its end
    that measures; `growing` says that the table holds growth alone (比上年涨跌幅度), `index` that
    it holds indices. `rates` is the unit of rates, % or ‰, that the line of units names beside
    others. `rows` are the lines of heads as printed, which `columns` are read from.
    """

    year: int | None
    subject: str = ""
    measure: str = ""
    unit: str = ""
    period: str = ""
    own: str = ""
    scope: str = ""
    growing: bool = False
    index: bool = False
    rates: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    columns: tuple[Column, ...] = ()

    @property
    def usual_period(self) -> str:
        """The period of what names none of its own."""
        return self.period or self.own or (f"{self.year}年" if self.year else "")

    def with_caption(self, text: str) -> "Head":
        """Return the head with a caption or a line of units read."""
        units = _UNIT_LINE.search(text)
        captioned = self
        if units is None or text[: units.start()].strip(" （(\u3000"):
            captioned = self._captioned(text[: units.start()] if units else text)
        return captioned.with_units(units["units"] if units else _units_behind(text))

    def with_units(self, units: str) -> "Head":
        """Return the head with a line of units read: of several levels' none is every row's."""
        named = [half_width(unit) for unit in _UNIT_JOINT.split(units.strip()) if unit]
        levels = [unit for unit in named if unit not in {"%", "‰"}]
        of_all = levels if levels else named[:1]
        rates = [unit for unit in named if unit in {"%", "‰"}] if levels else []
        unit = of_all[0] if len(of_all) == 1 else ""
        return replace(self, unit=unit, rates=rates[0] if len(rates) == 1 else "")

    def _captioned(self, text: str) -> "Head":
        text = _NUMBER_OF_TABLE.sub("", text.strip()).rstrip("（( ")
        growing = lexicon.pattern("tables.growth").search(text) is not None
        both = lexicon.pattern("tables.beside").search(text) is not None
        period = headings.period_in(half_width(text), self.year)
        subject = _subject(text)
        scope = lexicon.pattern("scope.start").match(subject)
        return Head(
            self.year, subject, phrases.head_of(subject), "", period, self.own,
            scope=scope[0] if scope else "",
            growing=growing and not both, index=_INDEX.search(text) is not None and not growing,
        )  # fmt: skip

    def with_row(self, cells: Sequence[str]) -> "Head":
        """Return the head with a line of heads read, under those that are there already."""
        rows = (*self.rows, tuple(map(headings.plain, cells)))
        return self._read(rows, _combined(rows))

    def beneath(self, cells: Sequence[str]) -> "Head":
        """Return the head with new heads of columns, as where they begin anew in a table."""
        return replace(self, rows=(), columns=()).with_row(cells)

    def beside_names(self) -> "Head":
        """Return the head with a column of names before its columns: nothing is said over them."""
        return self._read(self.rows, [(), *_combined(self.rows)])

    def _read(self, rows: tuple[tuple[str, ...], ...], parts: list[tuple[str, ...]]) -> "Head":
        first, head = parts[0], self
        if first and (units := _UNIT_LINE.search("".join(first))):
            first, head = (), self.with_units(units["units"])
        table = Table(head.usual_period, head.growing, head.index, bool(head.rates))
        columns = [headings.column_of(said, table) for said in parts]
        if first and not _is_over_names(columns[0]):
            columns.insert(0, Column(Role.NAME))
        if "".join(first) in lexicon.word_set("tables.over_places") and head.measure:
            # 人口及户数 is what the columns hold, each one of them.
            head = replace(head, measure="" if _JOINT.search(head.subject) else head.subject)
        columns[0] = Column(Role.NAME)
        return replace(head, rows=rows, columns=headings.paired(columns))


def _units_behind(caption: str) -> str:
    """Return the units that a caption ends in: 常住人口（万人）, 产量（吨、%）."""
    match = _BEHIND.search(half_width(caption))
    units = _UNIT_JOINT.split(match["inside"].strip()) if match else []
    counted = lexicon.word_set("tables.bare_units")
    stated = all(headings.is_unit(one) and (len(one) > 1 or one in counted) for one in units)
    return "、".join(units) if stated else ""


def _is_over_names(first: Column) -> bool:
    """Whether the first head is that of the names; it may be left out where none is printed."""
    return first.role is Role.NAME or bool(first.measure)


def _subject(text: str) -> str:
    words = lexicon.pattern("tables.caption", after="$")
    # A span of years, 2019-2023年, is when and not what.
    text = re.sub(r"^(?:19|20)\d\d年?\s*[-–—~～至到]\s*(?=(?:19|20)\d\d)", "", text)
    subject = phrases.trimmed(phrases.undated(text))
    start = lexicon.pattern("tables.caption_start").match(subject)
    subject = subject[start.end() :] if start else subject
    while match := words.search(subject):
        subject = subject[: match.start()]
    return subject


def is_continued(text: str) -> bool:
    """Whether a line says that a table goes on from the page before (续表)."""
    return _CONTINUED.match(text.strip()) is not None


def is_caption(text: str) -> bool:
    """Whether a line inside a table can only be a caption: 表3 …, 单位：万吨."""
    text = text.strip()
    return bool(_NUMBERED.match(text) or _UNIT_LINE.search(text))


def _combined(rows: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Return for each column what the lines of heads say of it, one under another."""
    combined: list[tuple[str, ...]] = [(cell,) if cell else () for cell in rows[0]]
    for row in rows[1:]:
        combined = _under(combined, row)
    return combined


def _under(upper: list[tuple[str, ...]], lower: Sequence[str]) -> list[tuple[str, ...]]:
    """Put a line of heads under others; a head over several columns may be printed once."""
    named = not lower[0] or headings.is_name(lower[0]) or lower[0] in upper[0]
    if len(upper) == len(lower) and named:
        spread = upper[:1]
        for said, below in zip(upper[1:], lower[1:], strict=True):
            spread.append(said or (spread[-1] if below and len(spread) > 1 else ()))
        return [_with(said, below) for said, below in zip(spread, lower, strict=True)]
    lead = next((n for n, said in enumerate(upper) if n and not _leads(said)), len(upper))
    groups = [said for said in upper[lead:] if said]
    rest = lower[lead:] if named else lower
    if groups and rest and len(rest) % len(groups) == 0:
        each = len(rest) // len(groups)
        return [*upper[:lead], *(_with(groups[n // each], below) for n, below in enumerate(rest))]
    return [(cell,) if cell else () for cell in lower]


def _leads(said: Sequence[str]) -> bool:
    """Whether a head stands before those that are parted further: names and units of rows."""
    return bool(said) and all(
        headings.is_name(part) or part in lexicon.word_set("tables.units") for part in said
    )


def _with(said: tuple[str, ...], below: str) -> tuple[str, ...]:
    return said if not below or below in said else (*said, below)


def only_years(texts: Sequence[str]) -> bool:
    """Whether cells hold years and nothing else."""
    return all(re.fullmatch(r"\s*(?:19|20)\d\d年?\s*", text) for text in texts)
