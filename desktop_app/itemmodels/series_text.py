"""How a row of a comparison is put into words: whose it is, of when, and what is to be known."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.bulletin import Kind
from desktop_app.itemmodels import figure_text
from desktop_app.services.series import Remark, Row

MOST_TITLES = 3


def _tr(text: str) -> str:
    return QCoreApplication.translate("Series", text)


def year(row: Row) -> str:
    """Return the year a row is of; a dash where none is known."""
    return "—" if row.year is None else str(row.year)


def place(row: Row) -> str:
    """Return the whole path of a place on one line."""
    return row.place.replace("/", "")


def value(row: Row) -> str:
    """Return the value as printed, with its unit."""
    figure = row.figure
    unit = "" if figure.kind is Kind.CHANGE_RATE else figure.unit
    return f"{figure_text.value_text(figure)}{unit}"


def computed(row: Row) -> str:
    """Return the growth over the value of the year before, told apart from a printed one."""
    if row.computed is None:
        return ""
    rounded = row.computed.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return _tr("计算 {n}%").format(n=f"{rounded:+}".replace("-", figure_text.MINUS))


def named(name: str, said: str) -> str:
    """Return a name with what is said of it in brackets, if anything is."""
    return _tr("{name}（{said}）").format(name=name, said=said) if said else name


def vintage(row: Row) -> str:
    """Return whose bulletin of which year prints a row, where that is not the obvious one."""
    if Remark.OTHER_YEAR in row.remarks and row.bulletin_year is not None:
        return _tr("见 {year} 年公报").format(year=row.bulletin_year)
    return ""


def remarks(row: Row) -> str:
    """Return what is to be known of a row beside its numbers, on one line."""
    said = [vintage(row)]
    if Remark.OTHER_PLACE in row.remarks:
        said.append(_tr("见其他地区的公报"))
    if Remark.DISAGREES in row.remarks:
        said.append(disagreement())
    if row.figure.doubtful:
        said.append(_tr("存疑"))
    said.append(computed(row))
    return _tr("；").join(filter(None, said))


def disagreement() -> str:
    """Return the words for two bulletins that print two values of one thing."""
    return _tr("口径或修订，待核实")


def source(rows: Sequence[Row], most: int | None = MOST_TITLES) -> str:
    """Return the source line of several bulletins; of more than `most` the first are named."""
    titles = list(dict.fromkeys(row.title for row in rows))
    named = "、".join(f"《{title}》" for title in titles[:most])
    if most is not None and len(titles) > most:
        text = _tr("数据来源：{titles}等 {n} 份公报，见上表")
        return text.format(titles=named, n=len(titles))
    return _tr("数据来源：{titles}").format(titles=named)
