"""What a chart is made from and made of, as plain values."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from desktop_app.domain.bulletin import Figure
from desktop_app.itemmodels import figure_text
from desktop_app.pipeline import year_parts
from desktop_app.services import scripts
from desktop_app.services.relations import Completion, Composition, Structure
from desktop_app.services.scripts import Spell
from desktop_app.services.series import Comparison

# A bar so many times as long as the next leaves nothing to see of the others.
_OUTLYING = 12
_LEAST_BARS = 3
WITHOUT_LARGEST = "-largest"
"""The end of a choice that leaves the largest bar out."""


class ChartKind(StrEnum):
    """What is drawn: growth, values of one unit, parts of a total, done against due.

    Of a comparison: one place over the years, and the places in one year.
    """

    GROWTH = "growth"
    LEVELS = "levels"
    PARTS = "parts"
    COMPLETION = "completion"
    YEARS = "years"
    PLACES = "places"


COMPARING = frozenset({ChartKind.YEARS, ChartKind.PLACES})
"""The kinds that set figures of several bulletins side by side."""


class Tone(StrEnum):
    """What a colour means: up and down, a plain value, a quiet remark, a warning."""

    UP = "up"
    DOWN = "down"
    PLAIN = "plain"
    QUIET = "quiet"
    WARNING = "warning"


class ChartData(Struct, frozen=True, dict=True):
    """The rows of the table with all that a chart of them needs.

    `heading` names what they are of (一、综合), empty for the whole text; with a `comparison` its
    rows are drawn instead; `units` are the units chosen by dimension. `left_out` counts the rows
    below these that the chart leaves to the table. `spell` writes words in the script that is
    read; `heading` and `source` are written in it already. `selected` is the figure that is
    selected, by its id; `in_tables` are those that the bulletin prints in a table.
    """

    figures: tuple[Figure, ...] = ()
    heading: str = ""
    source: str = ""
    units: Mapping[str, str] = field(default_factory=dict)
    compositions: tuple[Composition, ...] = ()
    completions: tuple[Completion, ...] = ()
    spell: Spell = scripts.as_is
    comparison: Comparison | None = None
    structures: tuple[Structure, ...] = ()
    left_out: int = 0
    selected: int | None = None
    in_tables: frozenset[int] = frozenset()

    def figure(self, figure_id: int | None) -> Figure | None:
        """Return a figure among the rows."""
        return next((one for one in self.figures if one.id == figure_id), None)


class Bar(Struct, frozen=True):
    """One bar: how far it reaches on the axis, its name, and what stands at its end.

    `texts` go from the bar outwards. `spoken` is the value in words. A bar without a figure leads
    nowhere. `also` are the ids of figures that print the same number once more.
    """

    figure: Figure | None
    value: float
    label: str
    texts: tuple[tuple[str, Tone], ...]
    tone: Tone
    spoken: str
    also: tuple[int, ...] = ()

    def shows(self, ids: Iterable[int]) -> bool:
        """Whether it stands for any of these figures."""
        own = (*((self.figure.id,) if self.figure else ()), *self.also)
        return not set(own).isdisjoint(ids)


class Choice(Struct, frozen=True):
    """One of several charts of a kind (a unit, a total) by `id`, and its name in a menu."""

    id: str
    name: str


class Chart(Struct, frozen=True, dict=True):
    """Bars on one axis that begins at zero, with the words around them.

    `empty` says why there are no bars. `reference` is a value that a line marks. `source` is where
    its figures come from, empty where that is the bulletin that is shown.
    """

    title: str
    axis: str
    bars: tuple[Bar, ...] = ()
    notes: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    choice: str = ""
    empty: str = ""
    reference: float | None = None
    source: str = ""
    spell: Spell = scripts.as_is


def spelled(chart: Chart, data: ChartData) -> Chart:
    """Return a chart in the script that is read, all of it: it is copied as one picture."""
    spell = data.spell
    if spell is scripts.as_is:
        return chart
    kept = len(data.heading) if chart.title.startswith(data.heading) else 0
    bars = (
        replace(
            bar,
            label=spell(bar.label),
            texts=tuple((spell(text), tone) for text, tone in bar.texts),
            spoken=spell(bar.spoken),
        )
        for bar in chart.bars
    )
    return replace(
        chart,
        title=chart.title[:kept] + spell(chart.title[kept:]),
        axis=spell(chart.axis),
        bars=tuple(bars),
        notes=tuple(map(spell, chart.notes)),
        choices=tuple(replace(one, name=spell(one.name)) for one in chart.choices),
        empty=spell(chart.empty),
        source=spell(chart.source),
        spell=spell,
    )


def titled(heading: str, what: str) -> str:
    """Return `一、综合：比上年增长`; of the whole text `全文：比上年增长`."""
    return QCoreApplication.translate("Chart", "{heading}：{what}").format(
        heading=heading or QCoreApplication.translate("Chart", "全文"), what=what
    )


def names_of(figures: Sequence[Figure]) -> list[str]:
    """Return a name for each figure.

    Names that occur twice get their period, and so does what is of another time than most are: a
    month's prices beside those of a year. The end of a year counts as the year. Where that tells
    them not apart, they get the number that is printed.
    """
    names = [figure_text.named(figure) for figure in figures]
    times = [year_parts.split(figure.period) for figure in figures]
    counted, same = Counter(names), Counter(zip(names, times, strict=True))
    usual = Counter(times).most_common(1)
    shown = []
    for figure, name, time in zip(figures, names, times, strict=True):
        double, unusual = same[name, time] > 1, time != usual[0][0] and bool(figure.period)
        timed = unusual or counted[name] > same[name, time]
        told = [figure_text.period(figure)] * timed + [figure.printed] * double
        shown.append(figure_text.with_notes(name, told))
    return shown


def printed_once(
    figures: Iterable[Figure], number: Callable[[Figure], object], in_tables: Container[int]
) -> dict[Figure, tuple[int, ...]]:
    """Return one of the figures that print the same `number`, with the ids of the others.

    A table often repeats what a sentence says, and is the one that is kept.
    """
    same: dict[object, list[Figure]] = {}
    for figure in figures:
        key = figure_text.named(figure), figure.scope, year_parts.split(figure.period)
        same.setdefault((key, number(figure)), []).append(figure)
    for group in same.values():
        group.sort(key=lambda figure: figure.id not in in_tables)
    return {group[0]: tuple(one.id for one in group[1:]) for group in same.values()}


def doubt(figure: Figure) -> tuple[tuple[str, Tone], ...]:
    """Return the remark that a figure's number is doubtful, if it is."""
    if not figure.doubtful:
        return ()
    return ((QCoreApplication.translate("Chart", "存疑"), Tone.WARNING),)


def outlier(bars: Iterable[Bar]) -> Bar | None:
    """Return the bar beside which the others are too short to be told apart, if there is one."""
    by_length = sorted(bars, key=lambda bar: -abs(bar.value))
    if len(by_length) < _LEAST_BARS:
        return None
    first, second = by_length[:2]
    return first if abs(first.value) > _OUTLYING * abs(second.value) > 0 else None


def without(bars: Sequence[Bar], left_out: Bar) -> tuple[tuple[Bar, ...], str]:
    """Return the other bars, and the words that say what was left out."""
    value = "".join(text for text, _ in left_out.texts[:1])
    words = QCoreApplication.translate("Chart", "未画入最大的一项：{name} {value}")
    rest = tuple(bar for bar in bars if bar is not left_out)
    return rest, words.format(name=left_out.label, value=value)


def far_larger(bar: Bar) -> str:
    """Return the words that say why the other bars are short."""
    words = QCoreApplication.translate("Chart", "“{name}”远大于其余各项，可在上方改选不含最大项")
    return words.format(name=bar.label)
