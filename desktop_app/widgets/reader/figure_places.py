"""Where the figures of a bulletin stand in a document that is still being written."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable

from desktop_app.domain.bulletin import Figure
from desktop_app.widgets.reader.stretches import states_change

Span = tuple[int, int]


class FigurePlaces:
    """The stretches of figures and of their growths, in document positions."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._figures = sorted(figures, key=lambda figure: figure.start)
        self._next = 0
        self.own: dict[int, Span] = {}
        self.growth: dict[int, Span] = {}
        self._own_starts: list[int] = []
        self._own: list[Figure] = []
        self._spans: list[tuple[Span, Figure]] = []
        self._starts: list[int] = []

    def extend(
        self,
        written: int | None,
        place_own: Callable[[Figure], Span | None],
        place: Callable[[int, int], Span],
    ) -> None:
        """Place the figures before `written`, an offset of the reading text; None is its end."""
        while self._next < len(self._figures):
            figure = self._figures[self._next]
            last = max(figure.read_end, figure.change_read_end)
            if written is not None and last > written:
                break
            self._next += 1
            self._add(figure, place_own(figure), place)
        # Growths stand before or behind their figures, so that only the last ones are in disorder.
        self._spans.sort(key=lambda placed: placed[0])
        self._starts = [span[0] for span, _ in self._spans]

    def _add(self, figure: Figure, own: Span | None, place: Callable[[int, int], Span]) -> None:
        if own is not None:
            self.own[figure.id] = own
            self._own_starts.append(own[0])
            self._own.append(figure)
            self._spans.append((own, figure))
        if states_change(figure):
            growth = place(figure.change_read_start, figure.change_read_end)
            self.growth[figure.id] = growth
            self._spans.append((growth, figure))

    def at(self, position: int) -> tuple[Span, Figure] | None:
        """Return the figure whose own characters, or those of its growth, hold `position`."""
        index = bisect_right(self._starts, position) - 1
        if index < 0 or position >= self._spans[index][0][1]:
            return None
        return self._spans[index]

    def touch(self, span: Span) -> bool:
        """Whether any figure or growth stands in a stretch."""
        index = bisect_left(self._starts, span[1]) - 1
        return index >= 0 and self._spans[index][0][1] > span[0]

    def neighbour(self, position: int, step: int) -> Figure | None:
        """Return the next (`step` 1) or previous (-1) figure from `position`."""
        index = bisect_right(self._own_starts, position)
        if step < 0:
            index = bisect_left(self._own_starts, position) - 1
        return self._own[index] if 0 <= index < len(self._own) else None
