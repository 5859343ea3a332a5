"""What 历年 and 地区对比 have in common: a bar for a row of a comparison, and its notes."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.bulletin import Kind
from desktop_app.itemmodels import figure_text, series_text
from desktop_app.itemmodels.charts.model import Bar, Tone, doubt
from desktop_app.services.series import Comparison, Remark, Row

MOST_BARS = 200
_TONES = {1: Tone.UP, -1: Tone.DOWN, 0: Tone.PLAIN}


def _tr(text: str) -> str:
    return QCoreApplication.translate("ComparedChart", text)


def has_length(row: Row) -> bool:
    """Whether a row can be a bar: a ratio, a range and a rank cannot."""
    return row.value is not None and row.figure.kind not in (Kind.RANK, Kind.RATIO)


def name(compared: Comparison) -> str:
    """Return the name of what is compared, with the part of the year that it is of."""
    named = figure_text.named(compared.figure)
    return series_text.named(named, series_text.span(compared.span)) if compared.span else named


def axis(compared: Comparison) -> str:
    """Return the title of the axis, with the unit of the figure compared."""
    figure = compared.figure
    if figure.kind is Kind.CHANGE_RATE:
        unit = figure_text.change_unit(figure) or "%"
        if figure_text.is_mean(figure):
            return f"{figure_text.compared(figure)}（{unit}）"
        if figure_text.compared_with_last_year(figure) and unit == "%":
            return _tr("比上年增长（%）")
        base = figure_text.compared(figure) or _tr("上年")
        return _tr("比{base}增减（{unit}）").format(base=base, unit=unit)
    return _tr("数值（{unit}）").format(unit=figure.unit) if figure.unit else _tr("数值")


def bar(row: Row, label: str) -> Bar:
    """Return a bar with value and growth as printed, then what is to be known of it."""
    figure, is_rate = row.figure, row.figure.kind is Kind.CHANGE_RATE
    tone = _TONES[figure_text.direction(figure)]
    grown = figure_text.change_text(figure)
    texts = [] if is_rate else [(series_text.value(row), Tone.PLAIN)]
    texts += [(grown, tone)] if grown else []
    texts += doubt(figure)
    if series_text.is_disputed(row):
        texts.append((_tr("待核实"), Tone.WARNING))
    quiet = (figure_text.base_mark(figure), figure_text.status(figure), series_text.computed(row))
    texts += [(text, Tone.QUIET) for text in quiet if text]
    value = float(figure.change or 0) if is_rate else float(row.value or 0)
    spoken = [] if is_rate else [series_text.value(row)]
    spoken += [figure_text.spoken_change(figure)] if figure.change else []
    spoken += [text for text, which in texts if which in (Tone.QUIET, Tone.WARNING)]
    return Bar(
        figure, value, label, tuple(texts), tone if is_rate else Tone.PLAIN, "，".join(spoken)
    )


def missing(label: str) -> Bar:
    """Return the bar of what no bulletin prints: a dash, and no length."""
    return Bar(None, 0.0, label, (("—", Tone.QUIET),), Tone.QUIET, _tr("资料库中没有"))


def notes(compared: Comparison, rows: Sequence[Row]) -> list[str]:
    """Return what is to be known of several rows together."""
    said = []
    if any(Remark.DISAGREES in row.remarks for row in rows):
        said.append(_tr("标“待核实”的几份公报所印不同，各画一条：口径或修订，待核实"))
    if any(Remark.DISAGREES_WITHIN in row.remarks for row in rows):
        said.append(_tr("一份公报里所印不一的各画一条，标“待核实”"))
    if any(row.computed is not None for row in rows):
        said.append(_tr("“计算”由相邻两年所印数值相除，未考虑修订与价格；其余增速为公报所印"))
    others = {row.figure.unit for row in rows} - {compared.figure.unit}
    if others:
        text = _tr("条长已换算为{unit}，旁注数值与单位照原文")
        said.append(text.format(unit=compared.figure.unit))
    flat = sum(not has_length(row) for row in rows)
    if flat:
        said.append(_tr("另有 {n} 行不是单个数值，未画入").format(n=flat))
    return said
