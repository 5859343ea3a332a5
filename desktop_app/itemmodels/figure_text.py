"""How a figure is put on a line: name, value, growth with its sign, what it is compared with."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.services import citing, exporting, implied, scripts
from desktop_app.services.comparing import compared_with_last_year as compared_with_last_year
from desktop_app.services.comparing import is_mean as is_mean
from desktop_app.services.comparing import moves_by_places as moves_by_places
from desktop_app.services.comparing import number as number
from desktop_app.services.comparing import yearly_growth as yearly_growth
from desktop_app.services.scripts import Spell
from desktop_app.system import language, resources, vocabulary

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
    return exporting.approximate(_digits(figure), figure.approx, language.preferred())


def percent_text(figure: Figure) -> str:
    """Return a rate with its sign and its words of approximation, as printed: 96%以上."""
    return exporting.approximate(f"{_digits(figure)}%", figure.approx, language.preferred())


def _digits(figure: Figure) -> str:
    value = figure.value.replace("-", MINUS)
    return f"{value}–{figure.value_high.replace('-', MINUS)}" if figure.value_high else value


# What is known of a figure, in the interface's words where they are ours. What is printed stays
# as printed; in Chinese both are the bulletin's words, which `spell` writes in its script.


def basis(figure: Figure) -> str:
    """Return the basis of prices, empty where none is stated."""
    return "" if figure.basis == UNSTATED else _said("basis", figure.basis)


def basis_source(figure: Figure) -> str:
    """Return what says so: the sentence, a note, or a mere convention."""
    return _said("basis_source", figure.basis_source)


def status(figure: Figure) -> str:
    """Return whether the number is preliminary or revised, empty where that is not stated."""
    return "" if figure.status == UNSTATED else _said("status", figure.status)


def compared(figure: Figure) -> str:
    """Return what growth is measured against, empty where that is not stated."""
    return _said("compared_with", figure.compared_with)


def change_unit(figure: Figure) -> str:
    """Return the unit of growth."""
    return _said("change_unit", figure.change_unit)


def period(figure: Figure) -> str:
    """Return what time a figure covers."""
    return vocabulary.period(figure.period, language.preferred())


def _said(kind: str, word: str) -> str:
    return vocabulary.said(kind, word, language.preferred()) if word else ""


def with_notes(text: str, notes: Iterable[str]) -> str:
    """Return `text（note；note）` with the brackets of the interface."""
    kept = [note for note in notes if note]
    if not kept:
        return text
    joined = resources.between_clauses(language.preferred()).join(kept)
    return _tr("{text}（{notes}）").format(text=text, notes=joined)


def direction(figure: Figure) -> int:
    """Return 1 for a growth, -1 for a decline, 0 for neither."""
    change = number(figure.change)
    return 0 if change is None else (change > 0) - (change < 0)


def change_digits(figure: Figure) -> str:
    """Return the printed growth with a true minus sign; 持平 where nothing changed."""
    if figure.change == "0":
        return _tr("持平")
    return figure.change.lstrip("+").replace("-", MINUS)


def near(figure: Figure, amount: str) -> str:
    """Return an amount of growth with its word of approximation: 近20%, 20%以上, about 20%."""
    return exporting.approximate(amount, figure.change_approx, language.preferred())


def change_text(figure: Figure) -> str:
    """Return growth with its arrow, and with its unit where that is not per cent."""
    if not figure.change:
        return ""
    unit = "" if figure.change_unit in ("", "%") else f" {change_unit(figure)}"
    arrow = {1: f" {UP}", -1: f" {DOWN}", 0: ""}[direction(figure)]
    return f"{near(figure, f'{change_digits(figure)}{unit}')}{arrow}"


def spoken_change(figure: Figure) -> str:
    """Return growth in words, without signs that a screen reader passes over: 下降 28.1%."""
    digits = change_digits(figure)
    if not direction(figure):
        return digits if figure.change == "0" else f"{digits} {change_unit(figure)}".strip()
    if moves_by_places(figure):
        return citing.growth_in_words(figure)
    unit = change_unit(figure)
    amount = near(figure, f"{digits.lstrip(MINUS)}{'' if unit == '%' else ' '}{unit}".strip())
    return (_tr("增长 {n}") if direction(figure) > 0 else _tr("下降 {n}")).format(n=amount)


def base_mark(figure: Figure) -> str:
    """Return the short mark that a growth needs beside it: 可比价, or what it is compared with.

    It is in the language of the interface.
    """
    if not figure.change:
        return ""
    if is_mean(figure):
        return compared(figure)
    if figure.compared_with and not compared_with_last_year(figure):
        return _tr("比{base}").format(base=compared(figure))
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
        (_tr("时期"), period(figure)),
        (_tr("范围"), figure.scope),
        (_tr("数据状态"), status(figure)),
    ):
        if text:
            lines.append(f"{label}　{spell(text)}")
    lines += [f"{_tr('注')}　{spell(note)}" for note in figure.notes]
    if figure.doubtful:
        lines.append(_tr("存疑：这个数字或它的名称紧挨着原文中未能证实的损坏处，请核对原文。"))
    return "\n".join(lines)


def _growth_lines(figure: Figure) -> list[str]:
    if not figure.change:
        return []
    unit = change_unit(figure)
    base = _tr("比{base}").format(base=compared(figure) or _tr("上年"))
    against = compared(figure) if is_mean(figure) else base
    notes = [basis(figure)]
    if not figure.compared_with:
        notes.append(_tr("原文未写明与何时相比，按公报惯例"))
    digits = change_digits(figure)
    arrow = {1: f" {UP}", -1: f" {DOWN}", 0: ""}[direction(figure)]
    grown = near(figure, f"{digits}{'' if unit == '%' else ' '}{unit}")
    text = digits if figure.change == "0" else grown
    return [f"{against}　{with_notes(f'{text}{arrow}', notes)}"]
