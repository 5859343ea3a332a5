"""How a figure is put on a line: name, value, growth with its sign, what it is compared with."""

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.services import implied, scripts
from desktop_app.services.comparing import compared_with_last_year as compared_with_last_year
from desktop_app.services.comparing import number as number
from desktop_app.services.comparing import yearly_growth as yearly_growth
from desktop_app.services.scripts import Spell
from desktop_app.system import language, resources

UP, DOWN = "↑", "↓"
MINUS = "−"
UNSTATED = "未说明"


def _tr(text: str) -> str:
    return QCoreApplication.translate("FigureText", text)


def named(figure: Figure) -> str:
    """Return the indicator, with the place it is about where that is another one."""
    if figure.region and figure.region not in figure.indicator:
        return f"{figure.indicator}（{figure.region}）"
    return figure.indicator


def value_text(figure: Figure) -> str:
    """Return the value as printed with its words of approximation; a dash for a bare growth."""
    if figure.kind is Kind.CHANGE_RATE or not figure.value:
        return "—"
    value = figure.value.replace("-", MINUS)
    if figure.value_high:
        value = f"{value}–{figure.value_high.replace('-', MINUS)}"
    words = resources.table("comparison")["before"]
    before = figure.approx in words
    return f"{figure.approx}{value}" if before else f"{value}{figure.approx}"


def direction(figure: Figure) -> int:
    """Return 1 for a growth, -1 for a decline, 0 for neither."""
    change = number(figure.change)
    return 0 if change is None else (change > 0) - (change < 0)


def change_digits(figure: Figure) -> str:
    """Return the printed growth with a true minus sign; 持平 where nothing changed."""
    if figure.change == "0":
        return _tr("持平")
    return figure.change.lstrip("+").replace("-", MINUS)


def change_text(figure: Figure) -> str:
    """Return growth with its arrow, and with its unit where that is not per cent."""
    if not figure.change:
        return ""
    unit = "" if figure.change_unit in ("", "%") else f" {figure.change_unit}"
    arrow = {1: f" {UP}", -1: f" {DOWN}", 0: ""}[direction(figure)]
    return f"{change_digits(figure)}{unit}{arrow}"


def spoken_change(figure: Figure) -> str:
    """Return growth in words, without signs that a screen reader passes over: 下降 28.1%."""
    digits = change_digits(figure)
    if not direction(figure):
        return digits if figure.change == "0" else f"{digits} {figure.change_unit}".strip()
    unit = figure.change_unit
    amount = f"{digits.lstrip(MINUS)}{'' if unit == '%' else ' '}{unit}".strip()
    return (_tr("增长 {n}") if direction(figure) > 0 else _tr("下降 {n}")).format(n=amount)


def base_mark(figure: Figure) -> str:
    """Return the short mark that a growth needs beside it: 可比价, or what it is compared with.

    It is in the language of the interface.
    """
    if not figure.change:
        return ""
    if figure.compared_with and not compared_with_last_year(figure):
        return _tr("比{base}").format(base=figure.compared_with)
    marks = resources.table("comparison")["basis_marks"].get(figure.basis, {})
    mark: str = marks.get(language.preferred(), "")
    return mark


def details(figure: Figure, spell: Spell = scripts.as_is) -> str:
    """Return all that is known of a figure, one property a line, for a tooltip.

    `spell` writes the bulletin's words in the script that is read; labels are the interface's.
    """
    unit = figure.unit if figure.kind is not Kind.CHANGE_RATE else ""
    head = named(figure) if not unit else f"{named(figure)}　{value_text(figure)} {unit}"
    lines = [spell(head), *map(spell, _growth_lines(figure))]
    before = implied.last_year(figure)
    if before is not None:
        lines.append(resources.sentence(before.message(), language.preferred()))
    for label, text in (
        (_tr("时期"), figure.period),
        (_tr("范围"), figure.scope),
        (_tr("数据状态"), "" if figure.status == UNSTATED else figure.status),
    ):
        if text:
            lines.append(f"{label}　{spell(text)}")
    lines += [f"{_tr('注')}　{spell(note)}" for note in figure.notes]
    if figure.doubtful:
        lines.append(_tr("存疑：这个数字紧挨着原文中未能证实的损坏处，请核对原文。"))
    return "\n".join(lines)


def _growth_lines(figure: Figure) -> list[str]:
    if not figure.change:
        return []
    unit = figure.change_unit
    compared = _tr("比{base}").format(base=figure.compared_with or _tr("上年"))
    notes = [] if figure.basis == UNSTATED else [figure.basis]
    if not figure.compared_with:
        notes.append(_tr("原文未写明与何时相比，按公报惯例"))
    basis = f"（{'；'.join(notes)}）" if notes else ""
    digits = change_digits(figure)
    arrow = {1: f" {UP}", -1: f" {DOWN}", 0: ""}[direction(figure)]
    text = digits if figure.change == "0" else f"{digits}{'' if unit == '%' else ' '}{unit}"
    return [f"{compared}　{text}{arrow}{basis}"]
