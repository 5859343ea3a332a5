"""What the hover card says about a figure or a repaired place."""

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.bulletin import Certainty, Figure, Kind, Repair
from desktop_app.itemmodels import figure_text
from desktop_app.system import resources
from desktop_app.widgets.reader.hover_card import CardText

_WAN, _YI = "万", "亿"
_ENOUGH_FOR_A_MULTIPLE = 10_000


def _tr(text: str) -> str:
    return QCoreApplication.translate("HoverCard", text)


def of_figure(figure: Figure) -> CardText:
    """Return indicator, value, growth with its basis, period, other unit, how to copy."""
    name = figure_text.named(figure)
    printed = figure.value if figure.kind is not Kind.CHANGE_RATE else ""
    value = f"{figure_text.value_text(figure)} {figure.unit}".strip() if printed else ""
    rows = [
        [(_compared(figure), _change(figure))],
        [(_tr("时期"), figure.period), (_tr("换算"), converted(figure))],
        [(_tr("范围"), figure.scope)],
        [(_tr("数据状态"), "" if figure.status == figure_text.UNSTATED else figure.status)],
        *([(_tr("注"), note)] for note in figure.notes),
    ]
    if figure.doubtful:
        rows.append([(_tr("存疑"), _tr("旁边的原文有损坏，未能证实，请核对原文"))])
    filled = (tuple(pair for pair in row if pair[1]) for row in rows)
    shortcuts = _tr("Ctrl C 复制 {value} · Ctrl Shift C 连同出处")
    return CardText(
        head=f"{name}   {value}".strip(),
        rows=tuple(row for row in filled if row),
        foot=shortcuts.format(value=f"{figure.value}{figure.unit}"),
    )


def of_repair(repair: Repair) -> CardText:
    """Return what stood at a repaired place and how sure the repair is."""
    if repair.certainty is Certainty.UNKNOWN:
        return CardText(
            head=_tr("此处原文已损坏，未能修复"), rows=(((_tr("来源文字"), repair.damaged),),)
        )
    certainty = {
        Certainty.CERTAIN: _tr("确定"),
        Certainty.LIKELY: _tr("很可能"),
        Certainty.EDITORIAL: _tr("编者判断"),
    }[repair.certainty]
    return CardText(
        head=_tr("此处文字经过修复"),
        rows=(((_tr("来源文字"), repair.damaged or _tr("（无）")), (_tr("把握"), certainty)),),
    )


def converted(figure: Figure) -> str:
    """Return the value in the neighbouring multiple (亿 as 万, 万 as 亿 or plain)."""
    if figure.value_high or figure_text.number(figure.value) is None:
        return ""
    target = _neighbour(figure)
    units = resources.units()
    if not target or units.unit(figure.unit) is None or units.unit(target) is None:
        return ""
    return f"{units.convert(figure.value, figure.unit, target)} {target}"


def _neighbour(figure: Figure) -> str:
    value = figure_text.number(figure.value)
    if value is None or figure.kind not in (Kind.LEVEL, Kind.COUNT, Kind.AMOUNT):
        return ""
    large = abs(value) >= _ENOUGH_FOR_A_MULTIPLE
    if figure.unit.startswith(_YI):
        return _WAN + figure.unit.removeprefix(_YI)
    if figure.unit.startswith(_WAN):
        plain = figure.unit.removeprefix(_WAN)
        return _YI + plain if large else plain
    return _WAN + figure.unit if large else ""


def _compared(figure: Figure) -> str:
    return _tr("比{base}").format(base=figure.compared_with or _tr("上年"))


def _change(figure: Figure) -> str:
    if not figure.change:
        return ""
    unstated = figure.basis == figure_text.UNSTATED
    basis = _tr("口径未说明") if unstated else figure.basis
    if figure.basis_source == "default":
        basis = _tr("{basis}，按惯例").format(basis=figure.basis)
    if figure_text.direction(figure) == 0:
        return f"{_tr('持平')}（{basis}）"
    verb = _tr("增长") if figure_text.direction(figure) > 0 else _tr("下降")
    digits = figure.change.lstrip("+-")
    return f"{verb} {digits}{figure.change_unit}（{basis}）"
