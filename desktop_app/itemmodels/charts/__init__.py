"""What the chart shows of the table's rows: a kind of chart turns figures into bars."""

from desktop_app.itemmodels.charts.completion import completion
from desktop_app.itemmodels.charts.growth import growth
from desktop_app.itemmodels.charts.levels import levels
from desktop_app.itemmodels.charts.model import (
    Bar,
    Chart,
    ChartData,
    ChartKind,
    Choice,
    Tone,
    spelled,
)
from desktop_app.itemmodels.charts.parts import parts

__all__ = ["Bar", "Chart", "ChartData", "ChartKind", "Choice", "Tone", "draw", "kind_named"]

# A kind that needs several bulletins (历年, 地区对比) is one more entry here.
_MAKERS = {
    ChartKind.GROWTH: growth,
    ChartKind.LEVELS: levels,
    ChartKind.PARTS: parts,
    ChartKind.COMPLETION: completion,
}


def draw(kind: ChartKind, data: ChartData, choice: str = "") -> Chart:
    """Return the chart of one kind; `choice` is the one of its choices that is wanted."""
    return spelled(_MAKERS[kind](data, choice), data)


def kind_named(name: str) -> ChartKind:
    """Return a kind by its name; 增速 for an unknown one."""
    return ChartKind(name) if name in set(ChartKind) else ChartKind.GROWTH
