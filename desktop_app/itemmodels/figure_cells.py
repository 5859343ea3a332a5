"""The columns of the figure table: their titles, what a cell says, and how cells are ordered."""

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from functools import cmp_to_key
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace
from PySide6.QtCore import QCollator, QCoreApplication, QLocale, Qt

from desktop_app.domain.bulletin import Bulletin, Figure, Kind, Script
from desktop_app.itemmodels import figure_text
from desktop_app.services import comparing, converting, scripts
from desktop_app.services.scripts import Spell
from desktop_app.system import language, resources


class Column(IntEnum):
    """The columns from left to right; a reader chooses which are shown beside the names."""

    INDICATOR = 0
    VALUE = 1
    UNIT = 2
    CHANGE = 3
    PERIOD = 4
    BASIS = 5
    COMPARED = 6
    CHAPTER = 7
    REGION = 8
    SCOPE = 9
    STATUS = 10
    NOTES = 11
    DOUBTFUL = 12


USUAL = (Column.VALUE, Column.UNIT, Column.CHANGE)
"""The columns beside the names that are shown before anything is chosen."""
NUMBERS = frozenset({Column.VALUE, Column.CHANGE})


class Setting(Struct, frozen=True, dict=True):
    """What cells depend on beside their figure.

    `targets` are the units chosen by dimension, `chapters` the titles of chapters by section id,
    in the text's order. `spell` writes the bulletin's words in the script that is read.
    """

    targets: Mapping[str, str] = field(default_factory=dict)
    chapters: Mapping[int | None, str] = field(default_factory=dict)
    spell: Spell = scripts.as_is


def chapter_titles(bulletin: Bulletin) -> dict[int | None, str]:
    """Return the title of its chapter for each section that holds figures."""
    titles: dict[int | None, str] = {}
    for section_id in {figure.section for figure in bulletin.figures}:
        chapter = bulletin.chapter_of(section_id)
        if chapter is not None:
            span = chapter.title_read_start, chapter.title_read_end
            titles[section_id] = bulletin.text.of(Script.HANS, *span)
    return titles


def _tr(text: str) -> str:
    return QCoreApplication.translate("FigureCells", text)


def title(column: Column) -> str:
    """Return the heading of a column."""
    return {
        Column.INDICATOR: _tr("指标"),
        Column.VALUE: _tr("数值"),
        Column.UNIT: _tr("单位"),
        Column.CHANGE: _tr("比上年增长（%）"),
        Column.PERIOD: _tr("时期"),
        Column.BASIS: _tr("价格口径"),
        Column.COMPARED: _tr("比较基期"),
        Column.CHAPTER: _tr("章"),
        Column.REGION: _tr("地区"),
        Column.SCOPE: _tr("范围"),
        Column.STATUS: _tr("数据状态"),
        Column.NOTES: _tr("注"),
        Column.DOUBTFUL: _tr("存疑"),
    }[column]


def from_names(names: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns that settings name, in their order on the screen; unknown names fall out.

    The names stand without the indicator, which is always shown.
    """
    known = {column.name.lower(): column for column in Column if column is not Column.INDICATOR}
    return tuple(sorted({known[name] for name in names if name in known}))


def to_names(columns: Sequence[Column]) -> tuple[str, ...]:
    """Return columns as settings name them."""
    return tuple(column.name.lower() for column in columns)


def as_shown(figure: Figure, targets: Mapping[str, str]) -> Figure:
    """Return a figure with value and unit as shown; the same one where nothing changes."""
    shown = converting.shown(figure, targets)
    if not shown.converted:
        return figure
    return replace(figure, value=shown.value, value_high=shown.high, unit=shown.unit)


def text(figure: Figure, column: Column, setting: Setting) -> str:
    """Return what a cell says; empty where a figure has nothing there."""
    return setting.spell(_simplified(figure, column, setting))


def _simplified(figure: Figure, column: Column, setting: Setting) -> str:
    match column:
        case Column.VALUE:
            return figure_text.value_text(as_shown(figure, setting.targets))
        case Column.UNIT:
            is_rate = figure.kind is Kind.CHANGE_RATE
            return "" if is_rate else converting.shown(figure, setting.targets).unit
        case Column.CHANGE:
            return figure_text.change_text(figure)
        case Column.BASIS:
            return _basis(figure)
        case Column.COMPARED:
            return figure_text.compared(figure) if figure.change else ""
        case Column.CHAPTER:
            return setting.chapters.get(figure.section, "")
    return _plain(figure, column)


def _plain(figure: Figure, column: Column) -> str:
    if column is Column.STATUS:
        return figure_text.status(figure)
    texts = {
        Column.PERIOD: figure_text.period(figure),
        Column.REGION: figure.region,
        Column.SCOPE: figure.scope,
        Column.NOTES: resources.between_clauses(language.preferred()).join(figure.notes),
        Column.DOUBTFUL: _tr("存疑") if figure.doubtful else "",
    }
    return texts.get(column) or (figure_text.named(figure) if column is Column.INDICATOR else "")


def _basis(figure: Figure) -> str:
    """Return the basis of the growth, and whether it is a mere convention."""
    if not figure.change or figure.basis == figure_text.UNSTATED:
        return ""
    return figure_text.with_notes(figure_text.basis(figure), [figure_text.basis_source(figure)])


def spoken(figure: Figure, column: Column, setting: Setting) -> str:
    """Return what a screen reader says of a cell: words for the arrows and the marks."""
    said = text(figure, column, setting)
    marks: list[str] = []
    if column is Column.INDICATOR and figure.doubtful:
        return _tr("{name}，存疑").format(name=said)
    if column is Column.VALUE and converting.shown(figure, setting.targets).converted:
        marks.append(_tr("换算"))
    if column is Column.CHANGE and figure.change:
        said = setting.spell(figure_text.spoken_change(figure))
        marks.append(setting.spell(figure_text.base_mark(figure)))
    return figure_text.with_notes(said, marks)


def ordered(
    figures: Sequence[Figure], column: Column, order: Qt.SortOrder, setting: Setting
) -> list[Figure]:
    """Return `figures` by what stands in a column; equals keep their order, empty cells come last.

    Per cent come before changes in other units, which are no numbers of the same kind.
    """
    keys: dict[int, Any] = {
        figure.id: key
        for figure in figures
        if (key := _sort_key(figure, column, setting)) is not None
    }
    filled = [figure for figure in figures if figure.id in keys]
    filled.sort(key=lambda figure: keys[figure.id], reverse=order is Qt.SortOrder.DescendingOrder)
    if column is Column.CHANGE:
        filled.sort(key=lambda figure: figure.change_unit != "%")
    return filled + [figure for figure in figures if figure.id not in keys]


def _sort_key(figure: Figure, column: Column, setting: Setting) -> Any | None:
    match column:
        case Column.VALUE:
            is_rate = figure.kind is Kind.CHANGE_RATE
            return None if is_rate else comparing.number(figure.base_value or figure.value)
        case Column.CHANGE:
            return comparing.number(figure.change)
        case Column.CHAPTER:
            return figure.start if setting.chapters.get(figure.section) else None
        case Column.PERIOD:
            return figure.period or None
    # The order is that of pinyin, the same in both scripts.
    said = _simplified(figure, column, setting)
    return _by_pinyin(said) if said else None


def _chinese_order() -> Callable[[str], Any]:
    """Return a sort key for the order of pinyin, whatever the machine's language."""
    return cmp_to_key(QCollator(QLocale("zh_CN")).compare)


_by_pinyin = _chinese_order()
