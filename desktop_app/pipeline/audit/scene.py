"""The figures of a bulletin where they stand: passage, sentence, and the words between them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from desktop_app.domain.bulletin import Figure, PassageKind, ReadingText
from desktop_app.domain.outline import Outline
from desktop_app.pipeline.audit import lexicon
from desktop_app.pipeline.audit.numbers import Amount, amount_of, time_of

_Key = TypeVar("_Key", bound=Hashable)
# Of many numbers with one name, so many are looked at on each side.
_NEAREST = 2
# What belongs together is told in so many paragraphs before and after at the most.
_PASSAGES = 3
_STOP = re.compile("[。！？\n]")


class Where(NamedTuple):
    """Where a figure stands; what each means, `Placed` tells."""

    passage: int
    sentence: int
    before: str
    in_table: bool


NOWHERE = Where(-1, -1, "", in_table=False)


class Placed(Struct, frozen=True):
    """A figure with its number; `before` are the words since the figure before it.

    `name` is the indicator's standard name, `time` what the period covers. `is_change` tells the
    distance between two levels (比年初增加额). `sentence` counts the sentences of the whole text
    up to the figure; `in_table` tells a cell.
    """

    at: int
    figure: Figure
    amount: Amount
    name: str
    time: str
    is_change: bool
    passage: int = -1
    sentence: int = -1
    before: str = ""
    in_table: bool = False

    @property
    def is_share(self) -> bool:
        return self.figure.unit in {"%", "‰", "个百分点", "百分点"}


def placed_at(at: int, figure: Figure, amount: Amount, where: Where = NOWHERE) -> Placed:
    """Return a figure with what its name and period say."""
    name = lexicon.standard(figure.indicator)
    return Placed(at, figure, amount, name, time_of(figure), lexicon.is_change(name), *where)


class Scene:
    """What the relations are looked for in: `placed` in the text, `cells` in the tables."""

    def __init__(
        self,
        text: ReadingText,
        outline: Outline,
        figures: Sequence[Figure],
        year: int | None,
        others: Sequence[Figure] = (),
    ) -> None:
        """`others` are figures of other bulletins, which only tell levels of other years."""
        self.text = text
        self.outline = outline
        self.figures = tuple(_dated(figure, year) for figure in figures)
        self.year = year
        self._told: dict[str, bool] = {}
        self._others = tuple(others)
        self._starts = [passage.read_start for passage in outline.passages]
        self.placed: list[Placed] = []
        self.cells: list[Placed] = []
        self._place()

    def _place(self) -> None:
        hans = self.text.hans
        starts = self._starts
        first, last = self.span
        stops = [match.start() for match in _STOP.finditer(hans, first, last)]
        end = 0
        for figure in sorted(self.figures, key=lambda one: one.read_start):
            start = figure.read_start
            passage = self.passage_of(figure)
            before = hans[max(end, starts[passage] if passage >= 0 else 0) : start]
            end = max(end, figure.read_end)
            amount = amount_of(figure)
            if amount is None:
                continue
            in_table = self._in_table(passage)
            kept = self.cells if in_table else self.placed
            sentence = bisect_right(stops, start)
            where = Where(passage, sentence, before, in_table)
            kept.append(placed_at(len(kept), figure, amount, where))

    @cached_property
    def span(self) -> tuple[int, int]:
        """Where the bulletin begins and ends in the reading text: a file may hold a hundred."""
        ends = (passage.read_end for passage in self.outline.passages)
        return min(self._starts, default=0), max(ends, default=0)

    def _in_table(self, passage: int) -> bool:
        return passage >= 0 and self.outline.passages[passage].kind is PassageKind.TABLE

    @cached_property
    def everything(self) -> list[Placed]:
        """The figures of text and tables, as they stand."""
        return sorted([*self.placed, *self.cells], key=_start)

    def passages(self) -> list[list[Placed]]:
        """Return the text's figures passage by passage."""
        return list(self._by_passage.values())

    def around(self, placed: Placed) -> list[Placed]:
        """Return the text's figures of a number's section in its passage and those about it."""
        about = range(placed.passage - _PASSAGES, placed.passage + _PASSAGES + 1)
        near = [one for passage in about for one in self._by_passage.get(passage, ())]
        return [one for one in near if one.figure.section == placed.figure.section]

    def called(
        self, names: Iterable[str], beside: Figure, time: str | None = None
    ) -> list[Placed]:
        """Return the numbers by any of `names`, of a figure's place and time or of `time`.

        Only a few of each name about the figure, the nearest first; tables' cells are among them.
        """
        when = time_of(beside) if time is None else time
        found: list[Placed] = []
        for name in names:
            found += _around(
                self._by_name.get((lexicon.standard(name), beside.region, when), []), beside
            )
        return sorted(found, key=lambda one: abs(one.figure.read_start - beside.read_start))

    def passage_of(self, figure: Figure) -> int:
        """Return the passage that holds a figure."""
        return bisect_right(self._starts, figure.read_start) - 1

    def in_table(self, figure: Figure) -> bool:
        """Whether a figure is a cell of a table."""
        return self._in_table(self.passage_of(figure))

    def tells_of(self, word: str) -> bool:
        """Whether a word stands anywhere in the bulletin."""
        if word not in self._told:
            self._told[word] = self.text.hans.find(word, *self.span) >= 0
        return self._told[word]

    def words_before(self, figure: Figure, count: int = 14) -> str:
        """Return the words right before a figure, from the last mark on."""
        start = figure.read_start
        return re.split("[，,。；;\n]", self.text.hans[max(0, start - count) : start])[-1]

    def in_passage(self, passage: int) -> list[Placed]:
        """Return the text's figures of one passage."""
        return self._by_passage.get(passage, [])

    @cached_property
    def _by_passage(self) -> dict[int, list[Placed]]:
        return _indexed(self.placed, lambda one: one.passage)

    @cached_property
    def _by_name(self) -> dict[tuple[str, str, str], list[Placed]]:
        known = {(name, region, time) for name, region, time in map(_key, self.figures)}
        others = [
            placed_at(-1, figure, amount)
            for figure in self._others
            if _key(figure) not in known and (amount := amount_of(figure)) is not None
        ]
        return _indexed(
            sorted([*self.everything, *others], key=_start), lambda one: _key(one.figure)
        )


def _dated(figure: Figure, year: int | None) -> Figure:
    return figure if figure.period or year is None else replace(figure, period=f"{year}年")


def _key(figure: Figure) -> tuple[str, str, str]:
    return lexicon.standard(figure.indicator), figure.region, time_of(figure)


def _indexed(placed: Iterable[Placed], key: Callable[[Placed], _Key]) -> dict[_Key, list[Placed]]:
    found: dict[_Key, list[Placed]] = {}
    for one in placed:
        found.setdefault(key(one), []).append(one)
    return found


def _start(placed: Placed) -> int:
    return placed.figure.read_start


def _around(placed: list[Placed], beside: Figure) -> list[Placed]:
    at = bisect_left(placed, beside.read_start, key=_start)
    return placed[max(0, at - _NEAREST) : at + _NEAREST]


def alike(left: Placed, right: Placed) -> bool:
    """Whether two numbers measure the same dimension."""
    return left.amount.dimension == right.amount.dimension


def same_matter(left: Placed, right: Placed) -> bool:
    """Whether two numbers are of one dimension, place and time."""
    same_place = left.figure.region == right.figure.region
    return alike(left, right) and same_place and left.time == right.time


def levels_before(passage: Sequence[Placed], placed: Placed) -> Iterator[Placed]:
    """Yield the levels like `placed` before it in its passage, the nearest first."""
    for other in reversed(passage):
        if other.at < placed.at and alike(other, placed) and not other.is_change:
            yield other


def additive(placed: Placed, per_head: bool = False) -> bool:
    """Whether a number may be added to others like it; averages only where they are asked for."""
    if placed.is_change or placed.is_share or "/" in placed.figure.unit:
        return False
    return lexicon.is_additive(placed.name, per_head)
