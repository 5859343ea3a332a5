"""What the chart shows of the table's rows: a kind of chart turns figures into bars."""

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from desktop_app.itemmodels.charts.completion import completion
from desktop_app.itemmodels.charts.growth import growth
from desktop_app.itemmodels.charts.levels import choice_of_unit, levels
from desktop_app.itemmodels.charts.model import (
    COMPARING,
    Bar,
    Chart,
    ChartData,
    ChartKind,
    Choice,
    Tone,
    spelled,
)
from desktop_app.itemmodels.charts.parts import choice_of_whole, parts
from desktop_app.itemmodels.charts.places import places
from desktop_app.itemmodels.charts.years import years

__all__ = [
    "Bar",
    "Chart",
    "ChartData",
    "ChartKind",
    "Choice",
    "Tone",
    "choices_with",
    "draw",
    "kind_named",
    "kinds_of",
]

_MAKERS = {
    ChartKind.GROWTH: growth,
    ChartKind.LEVELS: levels,
    ChartKind.PARTS: parts,
    ChartKind.COMPLETION: completion,
    ChartKind.YEARS: years,
    ChartKind.PLACES: places,
}


def draw(kind: ChartKind, data: ChartData, choice: str = "") -> Chart:
    """Return the chart of one kind; `choice` is the one of its choices that is wanted."""
    chart = _MAKERS[kind](data, choice)
    if data.left_out and kind not in COMPARING:
        said = _tr("表中行数多，只画前 {n} 行，其余 {m} 行未画入；可先排序或筛选")
        note = said.format(n=len(data.figures), m=data.left_out)
        chart = replace(chart, notes=(note, *chart.notes))
    return spelled(chart, data)


def choices_with(
    data: ChartData, figure_id: int | None, choices: Mapping[ChartKind, str]
) -> dict[ChartKind, str]:
    """Return the choices that differ from these where the charts are to show a figure."""
    figure = data.figure(figure_id)
    if figure is None:
        return {}
    kinds = {ChartKind.LEVELS: choice_of_unit, ChartKind.PARTS: choice_of_whole}
    now = {kind: choices.get(kind, "") for kind in kinds}
    wanted = {kind: of(data, figure, now[kind]) for kind, of in kinds.items()}
    return {kind: choice for kind, choice in wanted.items() if choice != now[kind]}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Charts", text)


def kinds_of(data: ChartData) -> tuple[ChartKind, ...]:
    """Return the kinds there are of these rows: of a chapter's, or of a comparison's."""
    compares = data.comparison is not None
    return tuple(kind for kind in ChartKind if (kind in COMPARING) is compares)


def kind_named(name: str) -> ChartKind:
    """Return a kind by its name; 增速 for one that is unknown or compares bulletins."""
    kinds = kinds_of(ChartData())
    return ChartKind(name) if name in kinds else ChartKind.GROWTH
