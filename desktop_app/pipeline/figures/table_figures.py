"""A cell of a table becomes a figure: its name, its unit, its period, its growth."""

from msgspec.structs import replace

from desktop_app.domain.bulletin import Kind
from desktop_app.pipeline.figures import lexicon, periods, phrases, regions
from desktop_app.pipeline.figures.cells import Cell, Number
from desktop_app.pipeline.figures.columns import Column, Role
from desktop_app.pipeline.figures.context import MULTIPLES
from desktop_app.pipeline.figures.draft import Draft
from desktop_app.pipeline.figures.heads import Head
from desktop_app.pipeline.figures.kinds import kind_of
from desktop_app.pipeline.figures.measuring import measured
from desktop_app.pipeline.figures.numbers import Quantity
from desktop_app.pipeline.figures.rows import Row, is_share, measuring
from desktop_app.system import resources

_RATIOS = frozenset("比例构")
_KINDS = {Role.GROWTH: Kind.CHANGE_RATE, Role.SHARE: Kind.SHARE, Role.RANK: Kind.RANK}
_POINTS = {"倍": "倍", "个百分点": "百分点", "百分点": "百分点"}


def draft_of(row: Row, cell: Cell, column: Column, head: Head) -> Draft | None:
    """Return what a cell says; None if it holds no number, or nothing names it."""
    number = cell.number
    if number is None:
        return None
    growing = column.role is Role.GROWTH
    quantity = _quantity(cell, number, _unit(row, column, number, head), column)
    indicator = _indicator(row, column, quantity, head)
    if not indicator:
        return None
    kind = kind_of(indicator, quantity)
    kind = _KINDS.get(column.role, kind)
    period = periods.of_indicator(_period(row, column), indicator, head.year, printed=False)
    draft = Draft(quantity, indicator, kind, period, 0, row.heading, region=row.region)
    draft.scope = head.scope
    # 户数 in a table of 万人: whether thousands are meant, a whole number does not say.
    draft.doubtful = not _is_stated(row, column, number) and _counts_other(column.measure, head)
    draft.doubtful = draft.doubtful and "." not in number.value
    # 15:2 in a row that is no ratio by its name had a point.
    draft.doubtful = draft.doubtful or (number.ratio and not _RATIOS.intersection(indicator))
    if growing:
        grow(draft, cell, column)
    return draft


def increment_of(row: Row, cell: Cell, column: Column, head: Head) -> Draft | None:
    """Return what a level grew by in its own unit: 各项存款余额比年初增加额."""
    draft = draft_of(row, cell, replace(column, role=Role.VALUE), head)
    if draft is None:
        return None
    count = draft.kind is Kind.COUNT
    money = resources.units().dimension(draft.quantity.unit) == "money"
    name = draft.indicator
    if count and not name.endswith(("人数", "次数", "个数")):
        name = name.removesuffix("数")
    said = column.said.rstrip("额量数")
    draft.indicator = name + said + ("额" if money else "数" if count else "量")
    draft.compared_with = column.compared_with
    return draft


def _unit(row: Row, column: Column, number: Number, head: Head) -> str:
    if number.ratio or column.role is Role.INDEX or _is_index(row.unit):
        return ""
    if column.role in {Role.GROWTH, Role.SHARE, Role.RANK}:
        return number.unit or column.unit
    if number.unit or (row.names_unit and row.unit):
        return number.unit or row.unit
    stated = column.unit or row.unit
    if not stated and _counts_other(column.measure, head):
        multiple = head.unit.removesuffix(head.unit.lstrip(MULTIPLES))
        return (multiple if "." in number.value else "") + _counted_by(column.measure)
    rate = not stated and (column.measure or row.name).endswith("率")
    return stated or (head.rates if rate else "") or head.unit


def _is_stated(row: Row, column: Column, number: Number) -> bool:
    return bool(number.unit or column.unit or row.unit)


def _counted_by(name: str) -> str:
    """Return the measure word of what a heading counts (户数: 户), where it says so."""
    names = lexicon.named("tables.counted")
    return next((unit for expression, unit in names if expression.search(name)), "")


def _counts_other(measure: str, head: Head) -> bool:
    """Whether a heading counts other things than the unit of the whole table does."""
    unit = _counted_by(measure)
    plain = head.unit.lstrip(MULTIPLES)
    units = resources.units()
    return bool(unit and plain) and units.dimension(unit) != units.dimension(plain)


def _by_column(measure: str, row: Row, head: Head) -> str:
    """Name a cell by its column alone: 第一产业 beside 生产总值 is its 增加值."""
    if measure.endswith("业") and any(c.measure.endswith("生产总值") for c in head.columns):
        return measure + ("" if is_share(row.name) else "增加值")
    return measure or row.shared or head.subject


def _is_index(unit: str) -> bool:
    return "=100" in unit or "＝100" in unit or "为100" in unit


def _indicator(row: Row, column: Column, quantity: Quantity, head: Head) -> str:
    """Name a cell by its row, and by its column or caption where the row does not measure."""
    name, _ = phrases.split_scope(row.name)
    measure = column.measure
    if not name or (is_share(name) and measure):
        return measured(_by_column(measure, row, head), quantity) + name
    if column.role is Role.RANK:
        return name + measure
    if name != head.subject and head.subject.endswith(name):
        name = head.subject  # 产量 under 2019-2023年粮食产量
    if column.role is Role.INDEX:
        place = measure if phrases.is_part(measure) else ""
        return _joined(place, _index_name(name, row, head))
    known = phrases.known(name)
    name = known[0] if known else name
    own = bool(known or (measuring(name) and not _is_open(name)))
    if column.role is Role.SHARE:
        return _share_of(name, "" if own else row.shared, measure, "" if own else head.measure)
    if measure in lexicon.word_set("tables.weak") or measure == _vague():
        measure = "" if own else _instead_of(measure, row, head)
    if own and measure and not measuring(measure):
        return _beside(name, measure, column, quantity)
    if phrases.is_part(measure):
        return measured(measure + _joined(name, row.shared or head.measure), quantity)
    if not own:
        of_whole = row.shared if measuring(row.whole) else ""
        name = _joined(name, of_whole or measure or row.shared or head.measure)
        name = _joined(name, head.measure) if _is_open(name) else name
    return measured(name, quantity) if not known else name


def _instead_of(measure: str, row: Row, head: Head) -> str:
    """Return what 人数 or 数量 over a column measures, where row or caption say it better.

    They do not where they count something else (户数 under 人口).
    """
    better = row.shared or _of_goods(measure, head) or head.measure
    own, other = _counted_by(measure), _counted_by(better)
    if own and other and own != other:
        return measure
    return better or measure.removeprefix(_vague())


def _share_of(name: str, shared: str, measure: str, of_caption: str) -> str:
    """Name a share by its row and what its column says: 城镇人口比重, 东盟占出口比重."""
    whole = shared or ("" if measure.startswith("占") else of_caption)
    return name + whole.removesuffix(measure) + measure


def _beside(name: str, measure: str, column: Column, quantity: Quantity) -> str:
    """Name a cell of a row that measures, by a column that says whose or how: 城市, 完成计划%."""
    if column.role is Role.VALUE and column.unit in {"%", "‰"}:
        return name + measure
    return measured(measure.removeprefix(regions.word_of(measure)) + name, quantity)


def _vague() -> str:
    return str(lexicon.table()["tables"]["vague"])


def _of_goods(measure: str, head: Head) -> str:
    """Return 出口数量 for 数量 under a caption about what is sold abroad."""
    flow = lexicon.pattern("tables.flows").search(head.subject)
    return flow[0] + measure if flow and measure in head.subject else ""


def _is_open(name: str) -> bool:
    return name.endswith(lexicon.words("tables.open_heads"))


def _quantity(cell: Cell, number: Number, unit: str, column: Column) -> Quantity:
    signed = number.sign == "-" and column.role is not Role.GROWTH
    known = resources.units().unit(unit)
    return Quantity(
        cell.start + number.start,
        cell.start + number.end,
        cell.start + number.digits_end,
        f"-{number.value}" if signed else number.value,
        known.name if known else unit,
        ratio=number.ratio,
    )


def _period(row: Row, column: Column) -> str:
    if row.period == "年末":
        return f"{column.period.rstrip('末')}末" if column.period else ""
    if row.period and not row.period[:4].isdigit() and column.period:
        return column.period[:5] + row.period
    return row.period or column.period


def _index_name(name: str, row: Row, head: Head) -> str:
    if name in lexicon.word_set("names.index_totals") and head.subject.endswith("指数"):
        return head.subject.removesuffix("指数") + name
    if name.endswith("指数"):
        return name
    if phrases.is_part(name) and "价格" in row.whole:
        return name + row.whole.removesuffix("指数") + "指数"
    known = phrases.known(name)
    name = known[0] if known else name
    prices = "价格" in f"{row.shared}{head.subject}{row.heading}" and not measuring(name)
    return f"{name}价格指数" if prices else f"{name}指数"


def _joined(name: str, measure: str) -> str:
    if not measure or measure in name:
        return name
    overlap = phrases.overlapping(name, measure)
    # 小学 and 学校数 share a character and no word.
    return overlap if len(overlap) < len(name + measure) - 1 else name + measure


def grow(draft: Draft, cell: Cell, column: Column) -> None:
    """Add the growth that a column states to the level before it."""
    number = cell.number
    if number is None or number.ratio:
        if cell.unchanged:
            draft.change, draft.change_unit = "0", column.unit or draft.quantity.unit
            draft.compared_with = column.compared_with
        return
    draft.change = ("-" if number.sign == "-" else "") + number.value
    if not draft.is_growth:
        draft.change_at = cell.start + number.start, cell.start + number.digits_end
    draft.change_unit = _POINTS.get(number.unit) or column.unit or draft.quantity.unit
    draft.compared_with = column.compared_with
