"""历年与地区对比: one indicator in the bulletins of other years and places.

What is comparable has the same name (or another full name of the same thing), base unit, kind,
scope and length of period, and growth has the same base. Nothing is mixed in silently: what is of
the name and not comparable is counted by why, each row says whose bulletin of which year prints
it, and where two bulletins, or two places of one, disagree on one year, both rows stay and say so.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal, localcontext
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.services import comparing
from desktop_app.services.comparable import LeftOut, left_out, place_of, sorted_out, time_of
from desktop_app.store.library import BulletinEntry, Library
from desktop_app.store.named_figures import Wanted
from desktop_app.system import resources

_QUANTITIES = frozenset({Kind.LEVEL, Kind.COUNT, Kind.AMOUNT})


class Remark(StrEnum):
    """What is to be known of a row beside its numbers."""

    OTHER_YEAR = "other_year"
    OTHER_PLACE = "other_place"
    DISAGREES = "disagrees"
    DISAGREES_WITHIN = "disagrees_within"


class Row(Struct, frozen=True):
    """One printed figure of the indicator.

    `number` is below zero and unique in a comparison; `figure` carries it as its id, `figure_id`
    is the figure's own in its bulletin. `place` is a path, as of a bulletin, or the title of one
    that names no place. `year` is the year the figure is of; `bulletin_year` and
    `bulletin_place` are the bulletin's;
    `span` is the part of the year, empty for all of it, or a stretch of several years, which is
    of no one year. `value` is in the unit of the figure compared, None where it is no single
    number. `computed` is the growth in per cent over the value of the year before where both are
    printed and none disagrees.
    """

    number: int
    bulletin_id: int
    figure_id: int
    figure: Figure
    place: str
    year: int | None
    bulletin_year: int | None
    title: str
    value: Decimal | None
    span: str = ""
    bulletin_place: str = ""
    remarks: tuple[Remark, ...] = ()
    computed: Decimal | None = None

    @property
    def place_name(self) -> str:
        """The last part of the place's path."""
        return self.place.rsplit("/", 1)[-1]

    @property
    def time(self) -> str:
        """The year with its part (2023年上半年), or the stretch of years; empty for none."""
        return self.span if self.year is None else f"{self.year}年{self.span}"


class Comparison(Struct, frozen=True):
    """The rows for one figure: its own place first, the newest year of each place first.

    `left_out` counts figures of the same name that are not comparable; `bulletins` is how many
    the library holds.
    """

    figure: Figure
    own: Row
    rows: tuple[Row, ...]
    left_out: tuple[LeftOut, ...]
    bulletins: int

    @property
    def span(self) -> str:
        """The part of the year, or the stretch of years, that all rows are of."""
        return self.own.span

    def row(self, number: int) -> Row | None:
        """Return a row by its number."""
        return next((row for row in self.rows if row.number == number), None)


def compare(library: Library, bulletin_id: int, figure_id: int) -> Comparison:
    """Return what the bulletins of a library print of the indicator of one figure.

    Raises:
        KeyError: there is no such figure.
        DataError: the file is damaged.
    """
    entries = {entry.id: entry for entry in library.bulletins()}
    figure = library.bulletin(bulletin_id).figure_by_id[figure_id]
    kinds = _QUANTITIES if figure.kind in _QUANTITIES else frozenset({figure.kind})
    unit = figure.base_unit or figure.unit
    found = library.figures_named(Wanted(names_of(figure.indicator), unit, kinds))
    place = place_of(figure, entries[bulletin_id])
    named = [(entries[home], one) for home, one in found.figures]
    sorts = sorted_out(figure, entries[bulletin_id], named)
    alike = sorts[None]
    rows = _once((_row(entry, one, figure) for entry, one in alike), (bulletin_id, figure_id))
    rows.sort(
        key=lambda row: (
            row.place != place,
            row.place,
            -(row.year or 0),
            Remark.OTHER_PLACE in row.remarks,
            -(row.bulletin_year or 0),
            row.bulletin_id,
            row.figure.start,
        )
    )
    numbered = [_numbered(row, at) for at, row in enumerate(_checked(rows), start=1)]
    own = next(r for r in numbered if (r.bulletin_id, r.figure_id) == (bulletin_id, figure_id))
    others = tuple(left_out(sorts, found.others))
    return Comparison(figure, own, tuple(numbered), others, len(entries))


def names_of(indicator: str) -> frozenset[str]:
    """Return the names under which bulletins print the very same indicator.

    What stood in its place before (`formerly`) is a concept of its own and no other name.
    """
    names = {indicator}
    for name, said in resources.table("indicators")["indicators"].items():
        same = {name, *said.get("also", ()), *said.get("short", ())}
        if indicator in same:
            names |= same
    return frozenset(names)


def _row(entry: BulletinEntry, figure: Figure, compared: Figure) -> Row:
    (year, span), place = time_of(figure, entry), place_of(figure, entry)
    remarks = []
    if year != entry.info.year:
        remarks.append(Remark.OTHER_YEAR)
    if figure.region and place != entry.info.place:
        remarks.append(Remark.OTHER_PLACE)
    return Row(
        number=0,
        bulletin_id=entry.id,
        figure_id=figure.id,
        figure=figure,
        place=place,
        year=year,
        bulletin_year=entry.info.year,
        title=entry.info.title,
        value=_value(figure, compared),
        span=span,
        bulletin_place=entry.info.place,
        remarks=tuple(remarks),
    )


def _value(figure: Figure, compared: Figure) -> Decimal | None:
    """Return the number of a figure in the unit of the one compared, a growth with its sign."""
    if figure.value_high:
        return None
    if figure.kind is Kind.CHANGE_RATE:
        return comparing.number(figure.change)
    return comparing.in_unit_of(figure, compared)


def _once(rows: Iterable[Row], own: tuple[int, int]) -> list[Row]:
    """Return rows without what one bulletin says twice alike; what says more stays, and `own`."""

    def weight(row: Row) -> tuple[bool, bool]:
        return (row.bulletin_id, row.figure_id) == own, bool(row.figure.change)

    kept: dict[tuple[object, ...], Row] = {}
    for row in rows:
        figure = row.figure
        said = (row.bulletin_id, row.year, row.place, figure.value, figure.value_high, figure.unit)
        before = kept.get(said)
        if before is None or weight(row) > weight(before):
            kept[said] = row
    return list(kept.values())


def _checked(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield rows with the remark that bulletins disagree, and with the growth computed."""
    at: dict[tuple[str, int | None], list[Row]] = defaultdict(list)
    for row in rows:
        at[row.place, row.year].append(row)
    for row in rows:
        same = at[row.place, row.year]
        remarks = row.remarks
        if row.year is not None:
            others = [other for other in same if _disagree(row, other)]
            within = {other.bulletin_id == row.bulletin_id for other in others}
            remarks += (Remark.DISAGREES,) * (False in within)
            remarks += (Remark.DISAGREES_WITHIN,) * (True in within)
        before = at.get((row.place, row.year - 1), []) if row.year is not None else []
        yield replace(row, remarks=remarks, computed=_computed(row, before))


def _computed(row: Row, before: Sequence[Row]) -> Decimal | None:
    if not before or row.value is None or row.figure.kind not in _QUANTITIES:
        return None
    base = before[0].value
    if base is None or base <= 0 or any(_disagree(before[0], other) for other in before):
        return None
    with localcontext(prec=comparing.PRECISION):
        return (row.value - base) * 100 / base


def _disagree(one: Row, other: Row) -> bool:
    """Whether two printed values cannot be roundings of one number."""
    if one is other or one.value is None or other.value is None:
        return False
    if one.figure.approx or other.figure.approx:
        return False
    return abs(one.value - other.value) > _half_digit(one) + _half_digit(other)


def _half_digit(row: Row) -> Decimal:
    """Return half a unit of the last printed digit, in the unit of the figure compared."""
    figure = row.figure
    value, printed = row.value, comparing.number(figure.value)
    # Schools and ranks are counted one by one; 万人 are rounded.
    counted = figure.kind is Kind.COUNT and figure.unit == figure.base_unit
    if not value or not printed or counted or figure.kind is Kind.RANK:
        return Decimal(0)
    exponent = printed.as_tuple().exponent
    assert isinstance(exponent, int)
    with localcontext(prec=comparing.PRECISION):
        return Decimal(5).scaleb(exponent - 1) * abs(value / printed)


def _numbered(row: Row, at: int) -> Row:
    return replace(row, number=-at, figure=replace(row.figure, id=-at))
