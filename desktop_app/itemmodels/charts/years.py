"""历年: one place over the years, as its bulletins print the indicator."""

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop_app.itemmodels import series_text
from desktop_app.itemmodels.charts import compared
from desktop_app.itemmodels.charts.model import Bar, Chart, ChartData, Choice
from desktop_app.services.series import Row

_MOST_MISSING = 30


def _tr(text: str) -> str:
    return QCoreApplication.translate("YearsChart", text)


def years(data: ChartData, choice: str = "") -> Chart:
    """Return a bar for each value of one place, in the order of the table: the newest year first.

    A year between that no bulletin prints is shown as missing; two values of one year both stand.
    """
    found = data.comparison
    if found is None:
        return Chart("", "", empty=_tr("没有其他年份可比"))
    by_place: dict[str, list[Row]] = {}
    for row in found.rows:
        if row.year is not None:
            by_place.setdefault(row.place, []).append(row)
    place = choice if choice in by_place else found.own.place
    rows = by_place.get(place, [])
    name = compared.name(found)
    title = _tr("{name}：历年（{place}）").format(name=name, place=place.replace("/", ""))
    if len({row.year for row in rows}) < 2 and len(by_place) < 2:
        none = _tr("资料库里没有这项指标的其他年份")
        of_none = found.own.year is None
        return Chart(title, "", empty=_tr("这些数不属于某一年，见上表") if of_none else none)
    drawn = [row for row in rows if compared.has_length(row)]
    notes = compared.notes(found, rows)
    bars, left_out = _bars(drawn)
    if left_out:
        notes.append(_tr("其间没有公报的年份很多，未逐年标出"))
    choices = (
        Choice(one, _tr("{place}（{n}）").format(place=one.replace("/", ""), n=len(of_it)))
        for one, of_it in by_place.items()
    )
    return Chart(
        title=title,
        axis=compared.axis(found),
        bars=bars,
        notes=tuple(notes),
        choices=tuple(choices),
        choice=place,
        empty="" if bars else _tr("这些数不能画成条形"),
        source=series_text.source(rows),
    )


def _bars(rows: Sequence[Row]) -> tuple[tuple[Bar, ...], bool]:
    """Return bars by year with those that are missing; whether too many are, to show each."""
    by_year: dict[int, list[Row]] = {}
    for row in rows:
        by_year.setdefault(row.year or 0, []).append(row)
    if not by_year:
        return (), False
    span = range(max(by_year), min(by_year) - 1, -1)
    sparse = len(span) - len(by_year) > _MOST_MISSING
    bars: list[Bar] = []
    for year in by_year if sparse else span:
        label = _tr("{year}年").format(year=year)
        bars += _bars_of(by_year[year], label) if year in by_year else [compared.missing(label)]
    return tuple(bars), sparse


def _bars_of(rows: Sequence[Row], label: str) -> list[Bar]:
    """Return the bars of one year, each saying which bulletin it is of where that is in doubt."""
    titles: dict[tuple[str, int | None], set[str]] = defaultdict(set)
    for row in rows:
        titles[row.bulletin_place, row.bulletin_year].add(row.title)
    labels = []
    for row in rows:
        said = series_text.vintage(row)
        if not said and len({row.bulletin_id for row in rows}) > 1:
            said = _tr("当年公报")
        if said and len(titles[row.bulletin_place, row.bulletin_year]) > 1:
            said = _tr("{bulletin}：{title}").format(bulletin=said, title=f"《{row.title}》")
        labels.append(series_text.named(label, said))
    told = series_text.told_apart(labels)
    return [compared.bar(row, label) for row, label in zip(rows, told, strict=True)]
