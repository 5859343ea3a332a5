"""增速: growth over the last year as printed, as diverging bars."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.itemmodels import figure_text
from desktop_app.itemmodels.charts.model import (
    WITHOUT_LARGEST,
    Bar,
    Chart,
    ChartData,
    Choice,
    Tone,
    doubt,
    far_larger,
    names_of,
    outlier,
    printed_once,
    titled,
    without,
)
from desktop_app.services.comparing import yearly_growth
from desktop_app.system import resources


def _tr(text: str) -> str:
    return QCoreApplication.translate("GrowthChart", text)


def growth(data: ChartData, choice: str = "") -> Chart:
    """Return a bar for each figure with growth over the last year, the highest first.

    Changes in percentage points or amounts and growth over another base are left out: they do
    not belong on this axis.
    """
    known = {f.id: g for f in data.figures if (g := yearly_growth(f)) is not None}
    grown = [figure for figure in data.figures if figure.id in known]
    once = printed_once(grown, lambda figure: figure.change, data.in_tables)
    named = zip(once.items(), names_of(tuple(once)), strict=True)
    bars = tuple(_bar(figure, name, also) for (figure, also), name in named)
    bars = tuple(sorted(bars, key=lambda bar: -bar.value))
    missing = sum(bool(f.change) for f in data.figures) - len(grown)
    notes = _bases([bar.figure for bar in bars if bar.figure is not None])
    notes += [_tr("另有 {n} 项变动的单位或比较基期不同，未画入").format(n=missing)] * bool(missing)
    largest = outlier(bars)
    choices: tuple[Choice, ...] = ()
    if largest is not None:
        choices = (Choice("all", _tr("全部")), Choice(WITHOUT_LARGEST, _tr("不含最大项")))
        if choice == WITHOUT_LARGEST:
            bars, words = without(bars, largest)
        else:
            choice, words = "all", far_larger(largest)
        notes.insert(0, words)
    empty = _tr("表中没有同比增速数据") if data.heading else _tr("没有同比增速数据")
    return Chart(
        title=titled(data.heading, _tr("比上年增长")),
        axis=_tr("比上年增长（%）"),
        bars=bars,
        notes=tuple(notes),
        choices=choices,
        choice=choice if choices else "",
        empty="" if bars else empty,
    )


def _bases(figures: Sequence[Figure]) -> list[str]:
    """Return the note that tells printed bases of growth from conventional and unstated ones.

    Only what has a price has a basis: sums of money, and rates whose level is not printed.
    """
    implied = resources.table("comparison")["implied"]
    priced = [
        figure
        for figure in figures
        if figure.kind is Kind.CHANGE_RATE
        or resources.units().dimension(figure.unit) in implied["money"]
    ]
    unstated = sum(figure.basis == figure_text.UNSTATED for figure in priced)
    usual = sum(figure.basis_source == implied["by_convention"] for figure in priced)
    printed = len(priced) - unstated - usual
    if not unstated and not usual:
        return []
    parts = (
        (printed, _tr("{n} 项为原文写明")),
        (usual, _tr("{n} 项原文未写、按指标惯例")),
        (unstated, _tr("{n} 项未说明")),
    )
    said = _tr("，").join(text.format(n=n) for n, text in parts if n)
    return [_tr("价格口径：{said}").format(said=said)]


def _bar(figure: Figure, name: str, also: tuple[int, ...]) -> Bar:
    value = float(figure.change)
    text = figure_text.near(figure, figure_text.change_digits(figure))
    tone = Tone.PLAIN
    if value > 0:
        text, tone = f"{figure_text.UP} {text}", Tone.UP
    elif value < 0:
        text, tone = f"{text} {figure_text.DOWN}", Tone.DOWN
    mark = figure_text.base_mark(figure)
    texts = ((text, tone), *(((mark, Tone.QUIET),) if mark else ()), *doubt(figure))
    spoken = figure_text.spoken_change(figure)
    return Bar(figure, value, name, texts, tone, figure_text.with_notes(spoken, [mark]), also)
