"""The figures of a bulletin where they stand: passage, sentence, and the words between them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop_app.domain.bulletin import Figure, PassageKind, ReadingText
from desktop_app.domain.outline import Outline
from desktop_app.pipeline.audit.numbers import Amount, amount_of


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure with its number; `before` are the words since the figure before it.

    `sentence` counts the sentences of the whole text up to the figure.
    """

    at: int
    figure: Figure
    amount: Amount
    passage: int
    sentence: int
    before: str

    @property
    def name(self) -> str:
        return self.figure.indicator


class Scene:
    """What the relations are looked for in; tables are read cell by cell elsewhere."""

    def __init__(
        self, text: ReadingText, outline: Outline, figures: Sequence[Figure], year: int | None
    ) -> None:
        self.year = year
        self.figures = tuple(figures)
        starts = [passage.read_start for passage in outline.passages]
        stops = [at for at, char in enumerate(text.hans) if char in "。！？\n"]
        self.placed: list[Placed] = []
        end = 0
        for figure in sorted(figures, key=lambda one: one.read_start):
            passage = bisect_right(starts, figure.read_start) - 1
            before = text.hans[
                max(end, starts[passage] if passage >= 0 else 0) : figure.read_start
            ]
            end = max(end, figure.read_end)
            amount = amount_of(figure)
            if amount is None or _in_table(outline, passage):
                continue
            sentence = bisect_right(stops, figure.read_start)
            placed = Placed(len(self.placed), figure, amount, passage, sentence, before)
            self.placed.append(placed)

    def passages(self) -> list[list[Placed]]:
        """Return the figures passage by passage."""
        return list(self._by_passage.values())

    def of_section(self, section: int | None) -> list[Placed]:
        """Return the figures of one section, without those of the sections below it."""
        return self._by_section.get(section, [])

    def near(self, passage: int, reach: int) -> list[Placed]:
        """Return the figures of a passage and of those up to `reach` before and after it."""
        around = range(passage - reach, passage + reach + 1)
        return [placed for one in around for placed in self._by_passage.get(one, [])]

    def called(self, indicator: str, region: str, period: str) -> list[Placed]:
        """Return the figures of an indicator of one place and period."""
        return self._by_name.get((indicator, region, period), [])

    @cached_property
    def _by_passage(self) -> dict[int, list[Placed]]:
        found: dict[int, list[Placed]] = {}
        for placed in self.placed:
            found.setdefault(placed.passage, []).append(placed)
        return found

    @cached_property
    def _by_section(self) -> dict[int | None, list[Placed]]:
        found: dict[int | None, list[Placed]] = {}
        for placed in self.placed:
            found.setdefault(placed.figure.section, []).append(placed)
        return found

    @cached_property
    def _by_name(self) -> dict[tuple[str, str, str], list[Placed]]:
        found: dict[tuple[str, str, str], list[Placed]] = {}
        for placed in self.placed:
            figure = placed.figure
            key = (figure.indicator, figure.region, figure.period)
            found.setdefault(key, []).append(placed)
        return found


def _in_table(outline: Outline, passage: int) -> bool:
    return passage >= 0 and outline.passages[passage].kind is PassageKind.TABLE


def alike(left: Placed, right: Placed) -> bool:
    """Whether two numbers measure the same dimension."""
    return left.amount.dimension == right.amount.dimension


def run_from(passage: list[Placed], first: Placed) -> list[Placed]:
    """Return the figures like `first` from it to the end of its sentence."""
    return [
        one
        for one in passage
        if one.at >= first.at and one.sentence == first.sentence and alike(one, first)
    ]
