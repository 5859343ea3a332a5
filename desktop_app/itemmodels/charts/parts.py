"""构成: the parts of a total that the audit found to add up."""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.bulletin import Figure
from desktop_app.itemmodels import figure_text
from desktop_app.itemmodels.charts.model import (
    Bar,
    Chart,
    ChartData,
    Choice,
    Tone,
    doubt,
    names_of,
    titled,
)
from desktop_app.services.relations import Composition, Structure


def _tr(text: str) -> str:
    return QCoreApplication.translate("PartsChart", text)


def parts(data: ChartData, choice: str = "") -> Chart:
    """Return the shares of the parts of one total, in the text's order.

    A total is on offer where it or one of its parts is among the rows.
    """
    offered, printed = _offered(data)
    choices = (
        *(Choice(key, name) for key, name in _choice_names(offered).items()),
        *(Choice(key, _structure_name(one)) for key, one in printed.items()),
    )
    if printed and (choice in printed or not offered):
        newest = max(printed, key=lambda key: printed[key].figure.period)
        choice = choice if choice in printed else newest
        return _structure(data, printed[choice], choices, choice)
    if not offered:
        empty = (
            _tr("表中没有经核对相加一致的构成")
            if data.heading
            else _tr("没有经核对相加一致的构成")
        )
        return Chart(titled(data.heading, _tr("构成")), "", empty=empty)
    choice = choice if choice in offered else next(iter(offered))
    whole = offered[choice]
    total = whole.total
    value = f"{figure_text.value_text(total)}{total.unit}"
    name = figure_text.named(total)
    return Chart(
        title=titled(data.heading, _tr("{name} {value}的构成").format(name=name, value=value)),
        axis=_tr("占合计的比重（%，计算值）"),
        bars=(*_bars(whole), *_rest(whole)),
        notes=(*_without_parts(data, total), _remark(whole)),
        choices=choices,
        choice=choice,
    )


def choice_of_whole(data: ChartData, figure: Figure, choice: str) -> str:
    """Return the choice that divides a figure up, or else has it among its parts.

    The one of now where that has it, or none has.
    """
    offered, printed = _offered(data)
    wholes = [key for key, one in offered.items() if _same(one.total, figure)]
    of_part = [key for key, one in offered.items() if figure in one.parts]
    found = wholes + [key for key, one in printed.items() if one.figure == figure] + of_part
    return choice if not found or choice in (wholes or found) else found[0]


def _same(total: Figure, figure: Figure) -> bool:
    """Whether both print one number: a text often repeats what a table states."""
    return (total.indicator, total.value, total.unit, total.period) == (
        figure.indicator,
        figure.value,
        figure.unit,
        figure.period,
    )


def _offered(data: ChartData) -> tuple[dict[str, Composition], dict[str, Structure]]:
    shown = {figure.id for figure in data.figures}
    offered = {
        f"{one.total.id}/{one.parts[0].id}": one
        for one in data.compositions
        if one.total.id in shown or shown & {part.id for part in one.parts}
    }
    return offered, {f"={one.figure.id}": one for one in data.structures if one.figure.id in shown}


def _without_parts(data: ChartData, drawn: Figure) -> list[str]:
    """Return the words that say that what is selected has no parts, and whose parts are drawn."""
    figure = data.figure(data.selected)
    if figure is None or choice_of_whole(data, figure, "") or _same(drawn, figure):
        return []
    words = _tr("所选“{name}”没有经核对相加一致的构成，此处为“{drawn}”的构成")
    names = {"name": figure_text.named(figure), "drawn": figure_text.named(drawn)}
    return [words.format_map(names)]


def _structure(data: ChartData, one: Structure, choices: tuple[Choice, ...], choice: str) -> Chart:
    """Return the shares of a printed ratio; every bar leads to the one place it is printed at."""
    figure, bars = one.figure, []
    for name, share, text in zip(one.names, one.shares, figure.value.split(":"), strict=True):
        percent = f"{text}%"
        texts = ((percent, Tone.PLAIN), *doubt(figure))
        bars.append(Bar(figure, float(share), name, texts, Tone.PLAIN, percent))
    name = _tr("{name} {value}").format(name=_structure_name(one), value=figure.value)
    return Chart(
        title=titled(data.heading, name),
        axis=_tr("比重（%，原文所印）"),
        bars=tuple(bars),
        notes=(
            *_without_parts(data, figure),
            _tr("原文所印各项之和与 100 一致，或在四舍五入之内"),
        ),
        choices=choices,
        choice=choice,
    )


def _structure_name(one: Structure) -> str:
    """Return a structure's name with its time: the last year's is often printed beside it."""
    name, period = figure_text.named(one.figure), one.figure.period
    return _tr("{name}（{period}）").format(name=name, period=period) if period else name


def _choice_names(wholes: Mapping[str, Composition]) -> dict[str, str]:
    """Return what the totals are called; one that is divided up in several ways, by its parts."""
    names = {key: figure_text.named(one.total) for key, one in wholes.items()}
    counted = Counter((names[key], len(one.parts)) for key, one in wholes.items())
    called = {}
    for key, one in wholes.items():
        name, n = names[key], len(one.parts)
        if counted[name, n] > 1:
            first = figure_text.named(one.parts[0])
            called[key] = _tr("{name}（{first}等 {n} 项）").format(name=name, first=first, n=n)
        else:
            called[key] = _tr("{name}（{n} 项）").format(name=name, n=n)
    return called


def _bars(whole: Composition) -> list[Bar]:
    bars = []
    named = zip(whole.parts, names_of(whole.parts), whole.shares, strict=True)
    for part, name, share in named:
        percent, printed = f"{share:.1f}%", f"{figure_text.value_text(part)}{part.unit}"
        texts = ((printed, Tone.PLAIN), (percent, Tone.QUIET), *doubt(part))
        spoken = _tr("{value}，占 {share}").format(value=printed, share=percent)
        bars.append(Bar(part, float(share), name, texts, Tone.PLAIN, spoken))
    return bars


def _rest(whole: Composition) -> list[Bar]:
    """Return the bar for what rounding leaves between the parts and their total, if anything."""
    if not whole.gap:
        return []
    share = float(whole.gap * 100 / Decimal(whole.total.value))
    text = f"{whole.gap.normalize():f}{whole.total.unit}".replace("-", figure_text.MINUS)
    return [Bar(None, share, _tr("四舍五入差"), ((text, Tone.QUIET),), Tone.QUIET, text)]


def _remark(whole: Composition) -> str:
    if whole.gap:
        return _tr("各项之和与合计相差 {gap}{unit}，在四舍五入之内").format(
            gap=f"{abs(whole.gap).normalize():f}", unit=whole.total.unit
        )
    return _tr("各项之和与合计一致")
