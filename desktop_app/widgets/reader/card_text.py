"""What the hover card says about a figure, a repaired place or a note."""

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.bulletin import Certainty, Figure, Kind, Repair
from desktop_app.domain.messages import Message
from desktop_app.domain.outline import Note
from desktop_app.itemmodels import figure_text
from desktop_app.services import comparing, implied, scripts
from desktop_app.services.scripts import Spell
from desktop_app.system import language, resources
from desktop_app.widgets.reader.hover_card import CardText

_WAN, _YI = "万", "亿"
_LONGEST_DAMAGE = 24
_ENOUGH_FOR_A_MULTIPLE = 10_000


def _tr(text: str) -> str:
    return QCoreApplication.translate("HoverCard", text)


def of_figure(
    figure: Figure, damage: Repair | None = None, spell: Spell = scripts.as_is
) -> CardText:
    """Return all that is known of a figure; `damage` is the unproven place that it touches.

    `spell` writes the bulletin's words in the script that is read; labels are the interface's.
    """
    name = figure_text.named(figure)
    printed = figure.value if figure.kind is not Kind.CHANGE_RATE else ""
    value = f"{figure_text.value_text(figure)} {figure.unit}".strip() if printed else ""
    period, status = figure_text.period(figure), figure_text.status(figure)
    rows = [
        [(spell(_compared(figure)), spell(_change(figure)))],
        [(_tr("上年数"), spell(_last_year(figure)))],
        [(_tr("时期"), spell(period)), (_tr("换算"), spell(converted(figure)))],
        [(_tr("范围"), spell(figure.scope)), (_tr("数据状态"), spell(status))],
        *([(_tr("注"), spell(note))] for note in figure.notes),
        [(_tr("存疑"), _doubt(figure, damage))],
    ]
    filled = (tuple(pair for pair in row if pair[1]) for row in rows)
    shortcuts = _tr("单击后 Ctrl C 复制 {value} · Ctrl Shift C 连同出处")
    return CardText(
        head=spell(f"{name}   {value}".strip()),
        rows=tuple(row for row in filled if row),
        foot=shortcuts.format(value=spell(f"{figure.value}{figure.unit}")),
    )


def of_repair(repair: Repair) -> CardText:
    """Return what stood at a repaired place, what it is read as, why, and how sure that is."""
    unknown = repair.certainty is Certainty.UNKNOWN
    sure = {
        Certainty.CERTAIN: _tr("确定"),
        Certainty.LIKELY: _tr("很可能"),
        Certainty.EDITORIAL: _tr("编者判断"),
        Certainty.UNKNOWN: _tr("未能证实"),
    }[repair.certainty]
    places = [(_tr("来源文字"), repair.damaged or _tr("（无）"))]
    if not unknown:
        places.append((_tr("读作"), repair.repaired or _tr("（删去）")))
    reason = Message("repair_unproven" if unknown else f"repair_{repair.rule}", {})
    rows = [tuple(places), ((_tr("把握"), sure),)]
    if reason.id in resources.table("messages"):
        rows.append(((_tr("依据"), resources.sentence(reason, language.preferred())),))
    return CardText(
        head=_tr("此处原文已损坏，未能修复") if unknown else _tr("此处文字经过修复"),
        rows=tuple(rows),
        foot=_tr("切换到“原文”可看来源的样子"),
    )


def of_note(note: Note, *, back: bool, spell: Spell = scripts.as_is) -> CardText:
    """Return a note, or with `back` how often the text cites it."""
    if back:
        times = _tr("正文有 {n} 处引用这条注").format(n=len(note.cited))
        return CardText(head=times, foot=_tr("单击或按 Enter 回到正文"))
    return CardText(
        head=_tr("注 {mark}").format(mark=note.mark),
        rows=((("", spell(note.text)),),),
        foot=_tr("单击或按 Enter 去看注释"),
    )


def _doubt(figure: Figure, damage: Repair | None) -> str:
    if not figure.doubtful:
        return ""
    if damage is None:
        return _tr("旁边的原文有损坏，未能证实，请核对原文")
    if damage.certainty is Certainty.UNKNOWN:
        words = _tr("紧挨着未能修复的“{damaged}”，数字可能不全，请核对原文")
    else:
        words = _tr("紧挨着只是很可能的修复（来源“{damaged}”），请核对原文")
    return words.format(damaged=_shortened(damage.damaged))


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_DAMAGE else f"{line[:_LONGEST_DAMAGE]}…"


def _last_year(figure: Figure) -> str:
    interval = implied.last_year(figure)
    if interval is None:
        return ""
    words = _tr("{low}–{high} {unit}（推算，未考虑修订）")
    if interval.by_convention:
        words = _tr("{low}–{high} {unit}（推算，按惯例视为现价，未考虑修订）")
    return words.format(low=interval.low, high=interval.high, unit=interval.unit)


def converted(figure: Figure) -> str:
    """Return the value in the neighbouring multiple (亿 as 万, 万 as 亿 or plain)."""
    if figure.value_high or comparing.number(figure.value) is None:
        return ""
    target = _neighbour(figure)
    units = resources.units()
    if not target or units.unit(figure.unit) is None or units.unit(target) is None:
        return ""
    return f"{units.convert(figure.value, figure.unit, target)} {target}"


def _neighbour(figure: Figure) -> str:
    value = comparing.number(figure.value)
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
    if comparing.is_mean(figure):
        return figure_text.compared(figure)
    return _tr("比{base}").format(base=figure_text.compared(figure) or _tr("上年"))


def _change(figure: Figure) -> str:
    if not figure.change:
        return ""
    basis = figure_text.basis(figure) or _tr("口径未说明")
    if figure.basis_source == resources.table("comparison")["implied"]["by_convention"]:
        basis = _tr("{basis}，按惯例").format(basis=basis)
    if figure_text.direction(figure) == 0:
        return figure_text.with_notes(_tr("持平"), [basis])
    if comparing.moves_by_places(figure):
        return figure_text.spoken_change(figure)
    verb = _tr("增长") if figure_text.direction(figure) > 0 else _tr("下降")
    unit = figure_text.change_unit(figure)
    digits = figure.change.lstrip("+-") + ("" if unit in ("%", "‰") else " ")
    amount = figure_text.near(figure, f"{digits}{unit}")
    return figure_text.with_notes(f"{verb} {amount}", [basis])
