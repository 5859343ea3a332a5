"""地区对比: one year, the places side by side."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop_app.itemmodels import series_text
from desktop_app.itemmodels.charts import compared
from desktop_app.itemmodels.charts.model import Chart, ChartData, Choice
from desktop_app.services.series import Row

_NAMED = 5


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlacesChart", text)


def places(data: ChartData, choice: str = "") -> Chart:
    """Return a bar for each place in one year, the largest first; places without one are named."""
    found = data.comparison
    if found is None:
        return Chart("", "", empty=_tr("没有其他地区可比"))
    by_year: dict[str, list[Row]] = {}
    for row in sorted(found.rows, key=lambda row: -(row.year or 0)):
        if row.year is not None:
            by_year.setdefault(str(row.year), []).append(row)
    own = str(found.own.year or "")
    year = next((one for one in (choice, own) if one in by_year), next(iter(by_year), ""))
    rows = by_year.get(year, [])
    name = compared.name(found)
    title = _tr("{name}：{year}年各地区").format(name=name, year=year)
    every = list(dict.fromkeys(row.place for row in found.rows))
    if len(every) < 2 or not rows:
        return Chart(title, "", empty=_tr("资料库里没有这项指标的其他地区"))
    drawn = [row for row in rows if compared.has_length(row)]
    bars = [compared.bar(row, label) for row, label in zip(drawn, _labels(drawn), strict=True)]
    bars.sort(key=lambda bar: -bar.value)
    choices = (
        Choice(one, _tr("{year}年（{n}）").format(year=one, n=len({row.place for row in of_it})))
        for one, of_it in by_year.items()
    )
    notes = [*compared.notes(found, rows), *_missing(every, rows, year)]
    if len(bars) > compared.MOST_BARS:
        notes.append(_tr("只画前 {n} 条，其余见上表").format(n=compared.MOST_BARS))
    return Chart(
        title=title,
        axis=compared.axis(found),
        bars=tuple(bars[: compared.MOST_BARS]),
        notes=tuple(notes),
        choices=tuple(choices),
        choice=year,
        empty="" if bars else _tr("这些数不能画成条形"),
        source=series_text.source(rows),
    )


def _missing(every: Sequence[str], rows: Sequence[Row], year: str) -> list[str]:
    """Return the note that names the places without a value in the year."""
    there = {row.place for row in rows}
    names = [place.rsplit("/", 1)[-1] for place in every if place not in there]
    if not names:
        return []
    if len(names) > _NAMED:
        text = _tr("{year}年没有数的地区：{names}等 {n} 个")
        return [text.format(year=year, names="、".join(names[:_NAMED]), n=len(names))]
    return [_tr("{year}年没有数的地区：{names}").format(year=year, names="、".join(names))]


def _labels(rows: Sequence[Row]) -> list[str]:
    """Return the names of places, with their path where two are called alike.

    Where a place has two values, each says which bulletin it is of.
    """
    paths = {row.place: row.place_name for row in rows}
    alike, twice = Counter(paths.values()), Counter(row.place for row in rows)
    names = [
        row.place_name if alike[row.place_name] == 1 else series_text.place(row) for row in rows
    ]
    said = [
        series_text.vintage(row) or (_tr("当地公报") if twice[row.place] > 1 else "")
        for row in rows
    ]
    told = Counter(zip(names, said, strict=True))
    labels = [
        series_text.named(name, f"《{row.title}》" if told[name, words] > 1 else words)
        for row, name, words in zip(rows, names, said, strict=True)
    ]
    return series_text.told_apart(labels)
