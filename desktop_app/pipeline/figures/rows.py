"""What names the rows of a table: their own cells, and the rows and groups they are parts of."""

import re
from dataclasses import dataclass, field

from desktop_app.pipeline.figures import lexicon, phrases, regions
from desktop_app.pipeline.figures.columns import bracketed_unit
from desktop_app.pipeline.figures.draft import Draft
from desktop_app.pipeline.figures.numbers import half_width

_LIST_NUMBER = re.compile(r"^(?:\d{1,2}[.、．](?!\d)|[(（]?[一二三四五六七八九十]+[、.)）])\s*")
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年?(?P<end>末|底)?")
# 2012年地区生产总值: the year is when, no part of what.
_YEAR_OF = re.compile(
    r"(?P<year>(?:19|20)\d\d)年(?:度|全年)?(?P<end>末|底)?(?=[\u4e00-\u9fff]{2})(?!初|[级届]|(?:可比|不变)?价)"
)
_PERIOD = re.compile(rf"(?=.*[年月度])(?:{phrases.DATE})份?")
# 按城乡分：城镇
_GROUPED = re.compile("\\s*按[^：:]{1,10}分[：:]\\s*(?=.)")
_SPACE = re.compile(r"\s")
_INDENTS = {" ", "\u3000", "\xa0"}


@dataclass(slots=True)
class Row:
    """A row while it is read: its name and unit, and the values so far, by their columns.

    `whole` is the row above that this one is a part of, `shared` its measuring word; `is_sibling`
    says that it is one only because the row above it is. A `growing` row holds the growth of what
    it names (生产总值增速, 比上年增长).
    """

    name: str = ""
    unit: str = ""
    period: str = ""
    region: str = ""
    shared: str = ""
    whole: str = ""
    heading: str = ""
    is_sibling: bool = False
    names_unit: bool = False  # in brackets behind its name
    total: bool = False
    growing: bool = False
    levels: dict[int, Draft] = field(default_factory=dict)

    @property
    def says_something(self) -> bool:
        return bool(self.name or self.period or self.total or self.growing)


class Rows:
    """Reads the names of a table's rows, from its first to its last."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Forget the rows above: a caption begins another table."""
        self._parent = self._unit = self._heading = self._period = ""
        self._period_of_whole = self._part = ""
        self._in_parts = self._in_group = False

    def group(self, text: str) -> None:
        """Read a row that holds a name alone, over the rows that it is about."""
        name, unit, _ = self._bare(text)
        self._in_parts = self._in_group = True
        if not name or name.startswith("按") or name.endswith("分"):
            return  # 按性别分: parts of what stood before
        name, self._period = _without_end_of_year(name)
        self._parent, self._unit, self._part = name, unit, ""
        self._heading = "" if measuring(name) else name

    def with_unit(self, row: Row, unit: str) -> None:
        """Give a row the unit of its own cell: what is in another than the whole is no part."""
        if unit and row.is_sibling and self._unit not in {"", unit} and not self._in_group:
            self._parent, self._in_parts = row.name, False
            row.shared, row.whole, row.is_sibling = "", "", False
        row.unit = unit or row.unit
        self._unit = row.unit if not self._in_parts or not self._unit else self._unit

    def read(self, text: str) -> Row:
        """Return a row by the cell with its name."""
        name, unit, marked = self._bare(text)
        period = _period_of(name)
        if period:
            return Row("", unit, period)
        region = regions.word_of(name)
        name = name.removeprefix(region)
        name, end = _without_year(name)
        growing, name = _grown(name, unit)
        total = not name or name in lexicon.word_set("tables.totals")
        row = Row(name, unit, end or self._period, region, total=total, growing=growing)
        row.names_unit = bool(unit)
        if total or growing:
            row.name = "" if total else name
            return row
        self._place(row, marked=marked)
        return row

    def _place(self, row: Row, *, marked: bool) -> None:
        """Say whether a row is a part of one above, and what it takes from that."""
        of_product = self._parent.endswith("生产总值") and row.name.endswith("业")
        whole = bool(measuring(row.name)) or phrases.known(row.name) is not None
        other = bool(row.unit) and self._unit not in {"", row.unit} and not self._in_group
        of_above = of_product or self._in_parts or bool(measuring(self._parent))
        row.is_sibling = of_above and not (whole or other or marked)
        row.heading = self._heading
        if is_share(row.name) and self._parent:
            row.name = self._parent + row.name
        elif marked or row.is_sibling or (self._in_group and not row.unit):
            self._in_parts = True
            # 其中：出口额 is what the rows under it are parts of; 城镇, 乡村 part the whole.
            placed = row.name in lexicon.word_set("tables.places")
            row.whole = self._parent if marked or placed else self._part or self._parent
            row.shared = _shared(row.whole, row.name)
            self._part = row.name if marked and measuring(row.name) else self._part
            row.period = row.period or self._period_of_whole
            self._unit = row.unit or self._unit
            row.unit = row.unit or ("" if whole and not marked else self._unit)
        elif self._in_group:
            self._unit = row.unit
        else:
            self._parent, self._unit, self._in_parts = row.name, row.unit, False
            self._period_of_whole, self._part = row.period, ""

    def _bare(self, text: str) -> tuple[str, str, bool]:
        """Return a name, the unit in its brackets, and whether it is marked as a part (#小麦)."""
        start = lexicon.pattern("tables.row_start", before=r"^\s*", after=r"\s*")
        text = phrases.without_marks(text)
        grouped = _GROUPED.match(text)
        text = text[grouped.end() :] if grouped else text
        marked = bool(grouped) or bool(start.match(text)) or text[:1] in _INDENTS
        text = start.sub("", text).strip()
        name, unit = bracketed_unit(_LIST_NUMBER.sub("", text))
        return _SPACE.sub("", name).strip("：:"), unit, marked


def _without_end_of_year(name: str) -> tuple[str, str]:
    end = lexicon.pattern("period.end_of_year", before="^").match(name)
    return (name[end.end() :], "年末") if end and end.end() < len(name) else (name, "")


def _without_year(name: str) -> tuple[str, str]:
    """Return a name without the time that it opens with (年末, 2012年, 2012年末), and that."""
    year = _YEAR_OF.match(name)
    if year is None:
        return _without_end_of_year(name)
    return name[year.end() :], f"{year['year']}年" + ("末" if year["end"] else "")


def _period_of(name: str) -> str:
    year = _YEAR.fullmatch(name)
    if year:
        return f"{year['year']}年" + ("末" if year["end"] else "")
    return name if name and _PERIOD.fullmatch(name) else ""


def _grown(name: str, unit: str) -> tuple[bool, str]:
    """Return whether a row holds growth, and what of: 生产总值增速 is that of 生产总值."""
    masked = lexicon.pattern("tables.levels").sub(lambda match: "□" * len(match[0]), name)
    found = lexicon.pattern(
        "tables.row_growth",
        before="(?:[比较]上年(?:同期|末)?|[同环]比)?",
        after="(?:[±%％]|速度|幅度)*$",
    )
    match = found.search(half_width(masked))
    if match is None or unit not in {"", "%", "百分点"}:
        return False, name
    return True, name[: match.start()]


def is_share(name: str) -> bool:
    """Whether a name says only that it is a share (占比, 占生产总值比重): of what is above."""
    share = lexicon.pattern("tables.shares", after="$").search(name)
    return share is not None and (share.start() == 0 or name.startswith("占"))


def measuring(name: str) -> str:
    """Return the word at the end of a row's name that measures, '' where only parts are named."""
    return _head(name) or (name if phrases.is_whole(name) else "")


def _head(name: str) -> str:
    own = lexicon.pattern("tables.row_heads", after="$").search(phrases.bare(name))
    return own[0] if own else phrases.head_of(name)


def _shared(parent: str, part: str) -> str:
    """Return the measuring word that a part shares with its whole (居民消费价格: 价格)."""
    head = _head(parent)
    if "价格" in head:
        return "价格"
    shared: dict[str, str] = lexicon.table()["tables"]["shared"]
    for end, word in shared.items():
        if parent.endswith(end):
            return word
    if len(head) == 1:
        head = parent[-3:]  # 投资额
    general = head.endswith(lexicon.words("tables.general_heads"))
    placed = bool(head) and part in lexicon.word_set("tables.places")
    return parent if general or placed else head
