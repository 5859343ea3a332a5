"""How a row of a comparison is put into words: whose it is, of when, and what is to be known."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.bulletin import Kind
from desktop_app.itemmodels import figure_text
from desktop_app.services.comparable import LeftOut, Reason
from desktop_app.services.series import Comparison, Remark, Row
from desktop_app.system import language, vocabulary

MOST_TITLES = 3
MOST_WORDS = 4


def _tr(text: str) -> str:
    return QCoreApplication.translate("Series", text)


def year(row: Row) -> str:
    """Return the year a row is of, with its part (2023年上半年), or its stretch of years.

    A dash where no time is known.
    """
    if row.year is not None and not row.span:
        return str(row.year)
    return span(row.time) or "—"


def span(words: str) -> str:
    """Return a part of a year or a stretch of years as the interface says it."""
    return vocabulary.period(words, language.preferred())


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


def listed(words: Iterable[str]) -> str:
    """Return words behind each other; empty ones are left out."""
    return _tr("，").join(filter(None, words))


def vintage(row: Row) -> str:
    """Return whose bulletin of which year prints a row, where that is not the obvious one."""
    other_place = Remark.OTHER_PLACE in row.remarks and row.bulletin_place
    place = row.bulletin_place.rsplit("/", 1)[-1]
    if other_place and row.bulletin_year is None:
        return _tr("见{place}公报").format(place=place)
    if other_place:
        return _tr("见{place} {year} 年公报").format(place=place, year=row.bulletin_year)
    if Remark.OTHER_YEAR in row.remarks and row.bulletin_year is not None:
        return _tr("见 {year} 年公报").format(year=row.bulletin_year)
    return ""


def remarks(row: Row) -> str:
    """Return what is to be known of a row beside its numbers, on one line."""
    said = [vintage(row)]
    if Remark.DISAGREES in row.remarks:
        said.append(disagreement())
    if Remark.DISAGREES_WITHIN in row.remarks:
        said.append(_tr("本公报所印不一，待核实"))
    if row.figure.doubtful:
        said.append(_tr("存疑"))
    said.append(computed(row))
    return _tr("；").join(filter(None, said))


def disagreement() -> str:
    """Return the words for two bulletins that print two values of one thing."""
    return _tr("口径或修订，待核实")


def is_disputed(row: Row) -> bool:
    """Whether another value is printed of the same place and year."""
    return Remark.DISAGREES in row.remarks or Remark.DISAGREES_WITHIN in row.remarks


def told_apart(labels: Sequence[str]) -> list[str]:
    """Return labels of which none is like another: those that are alike are counted."""
    alike, seen = Counter(labels), Counter[str]()
    told = []
    for label in labels:
        seen[label] += 1
        nth = _tr("第 {n} 处").format(n=seen[label])
        told.append(named(label, nth) if alike[label] > 1 else label)
    return told


def disagreements(rows: Sequence[Row]) -> list[str]:
    """Return a sentence on values that several bulletins print otherwise, and on those of one."""
    remarks = {remark for row in rows for remark in row.remarks}
    said = []
    if Remark.DISAGREES in remarks:
        said.append(_tr("几份公报对同一年所印不同的，均照列：口径或修订，待核实。"))
    if Remark.DISAGREES_WITHIN in remarks:
        said.append(_tr("一份公报里所印不一的，均照列，待核实。"))
    return said


def left_out(found: Comparison) -> str:
    """Return how many figures of the name are left out, and why; empty for none."""
    if not found.left_out:
        return ""
    reasons = listed(_reason(each) for each in found.left_out)
    total = sum(each.count for each in found.left_out)
    return _tr("另有 {n} 个同名数未列入：{reasons}。").format(n=total, reasons=reasons)


def _reason(left: LeftOut) -> str:
    said = {
        Reason.SPAN: _tr("{n} 个时期不同"),
        Reason.SCOPE: _tr("{n} 个范围不同"),
        Reason.BASE: _tr("{n} 个比较基期不同"),
        Reason.UNIT: _tr("{n} 个单位或性质不同"),
    }[left.reason].format(n=left.count)
    words = [_word(left.reason, word) for word in left.words]
    some = _tr("、").join(words[:MOST_WORDS])
    more = len(words) > MOST_WORDS
    return named(said, _tr("{names}等").format(names=some) if more else some)


def _word(reason: Reason, word: str) -> str:
    match reason:
        case Reason.SPAN:
            return span(word) if word else _tr("全年")
        case Reason.BASE:
            compared = word and vocabulary.said("compared_with", word, language.preferred())
            return compared or _tr("上年")
    return word or _tr("未说明范围")


def source(rows: Sequence[Row], most: int | None = MOST_TITLES) -> str:
    """Return the source line of several bulletins; of more than `most` the first are named."""
    titles = list(dict.fromkeys(row.title for row in rows))
    named = "、".join(f"《{title}》" for title in titles[:most])
    if most is not None and len(titles) > most:
        text = _tr("数据来源：{titles}等 {n} 份公报，见上表")
        return text.format(titles=named, n=len(titles))
    return _tr("数据来源：{titles}").format(titles=named)
