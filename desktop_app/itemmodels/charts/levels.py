"""总量: values as printed, one unit at a time, so that every bar is on one scale."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace
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
from desktop_app.itemmodels.figure_cells import as_shown
from desktop_app.services import comparing

_LEVELS = frozenset({Kind.LEVEL, Kind.COUNT, Kind.AMOUNT})


def _tr(text: str) -> str:
    return QCoreApplication.translate("LevelsChart", text)


def levels(data: ChartData, choice: str = "") -> Chart:
    """Return a bar for each value in one unit, the largest first.

    The unit that most values have comes first; shares, indices, ranks and ranges have no place.
    """
    once = _printed_once(data)
    groups = _by_unit(once, data.units)
    unit = choice.removesuffix(WITHOUT_LARGEST)
    unit = unit if unit in groups else next(iter(groups), "")
    if not groups:
        empty = (
            _tr("表中没有可以比较大小的总量") if data.heading else _tr("没有可以比较大小的总量")
        )
        return Chart(titled(data.heading, _tr("总量")), "", empty=empty)
    bars = _bars(groups[unit], once, data.units)
    largest, notes, wanted = outlier(bars), [], unit
    choices = [Choice(name, f"{name}（{len(group)}）") for name, group in groups.items()]
    if largest is not None:
        at = list(groups).index(unit) + 1
        name = _tr("{unit}，不含最大项（{n}）").format(unit=unit, n=len(bars) - 1)
        choices.insert(at, Choice(unit + WITHOUT_LARGEST, name))
        if choice == unit + WITHOUT_LARGEST:
            (bars, words), wanted = without(bars, largest), choice
        else:
            words = far_larger(largest)
        notes.append(words)
    others = sum(map(len, groups.values())) - len(groups[unit])
    if others:
        notes.append(_tr("另有 {n} 项的单位不同，可在上方改选").format(n=others))
    if any(as_shown(figure, data.units) is not figure for figure in groups[unit]):
        notes.append(_tr("标“换算”的数值由原文单位换算而来"))
    return Chart(
        title=titled(data.heading, _tr("总量")),
        axis=_tr("数值（{unit}）").format(unit=unit),
        bars=bars,
        notes=tuple(notes),
        choices=tuple(choices),
        choice=wanted,
    )


def _printed_once(data: ChartData) -> dict[Figure, tuple[int, ...]]:
    return printed_once(
        data.figures, lambda one: (one.value, one.value_high, one.unit, one.kind), data.in_tables
    )


def _by_unit(figures: Iterable[Figure], units: Mapping[str, str]) -> dict[str, list[Figure]]:
    """Return the figures of each unit, the unit with the most first."""
    groups: dict[str, list[Figure]] = {}
    for figure in figures:
        unit = _unit(figure, units)
        if unit:
            groups.setdefault(unit, []).append(figure)
    return dict(sorted(groups.items(), key=lambda group: -len(group[1])))


def _unit(figure: Figure, units: Mapping[str, str]) -> str:
    """Return the unit a figure is drawn in; empty where it has no length."""
    single = figure.kind in _LEVELS and not figure.value_high
    if not single or not figure.unit or comparing.number(figure.value) is None:
        return ""
    return as_shown(figure, units).unit


def choice_of_unit(data: ChartData, figure: Figure, choice: str) -> str:
    """Return the choice that draws a figure; the one of now where that does, or none does."""
    unit = _unit(figure, data.units)
    if choice == unit + WITHOUT_LARGEST:
        drawn = any(bar.shows((figure.id,)) for bar in levels(data, choice).bars)
        return choice if drawn else unit
    return unit or choice


def _bars(
    figures: Sequence[Figure], also: Mapping[Figure, tuple[int, ...]], units: Mapping[str, str]
) -> tuple[Bar, ...]:
    named = zip(figures, names_of(figures), strict=True)
    bars = (replace(_bar(figure, name, units), also=also[figure]) for figure, name in named)
    return tuple(sorted(bars, key=lambda bar: -bar.value))


def _bar(figure: Figure, name: str, units: Mapping[str, str]) -> Bar:
    shown = as_shown(figure, units)
    text = figure_text.value_text(shown)
    spoken = f"{text} {shown.unit}"
    texts = [(text, Tone.PLAIN)]
    if shown is not figure:
        texts.append((_tr("换算"), Tone.QUIET))
        spoken = _tr("{value}，换算").format(value=spoken)
    return Bar(figure, float(shown.value), name, (*texts, *doubt(figure)), Tone.PLAIN, spoken)
