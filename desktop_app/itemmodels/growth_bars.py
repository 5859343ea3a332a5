"""Diverging bars of growth: which figures get one, and how one zero-based axis fits a width."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.domain.bulletin import Figure
from desktop_app.itemmodels import figure_text
from desktop_app.services.comparing import yearly_growth

_ROUNDS = 40


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure's growth over the last year in per cent, and the name it goes by."""

    figure: Figure
    growth: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Where zero lies, in pixels from the left, and how many pixels one per cent is."""

    zero_px: float
    px_per_percent: float


@dataclass(frozen=True, slots=True)
class Texts:
    """What stands beside a bar, in pixels: its name across the zero line, its value at the end."""

    label_px: float
    value_px: float


def growth_bars(figures: Iterable[Figure]) -> tuple[Bar, ...]:
    """Return a bar for each figure with growth over the last year, the highest first.

    Changes in percentage points or amounts and growth over another base are left out: they do
    not belong on this axis. Names that occur twice get their period.
    """
    grown = [(f, g) for f in figures if (g := yearly_growth(f)) is not None]
    names = Counter(figure_text.named(figure) for figure, _ in grown)
    bars = []
    for figure, growth in sorted(grown, key=lambda pair: -pair[1]):
        name = figure_text.named(figure)
        twice = names[name] > 1 and figure.period
        bars.append(Bar(figure, float(growth), f"{name}（{figure.period}）" if twice else name))
    return tuple(bars)


def left_out(figures: Iterable[Figure]) -> int:
    """Return how many figures changed, but not in a way that belongs on the axis."""
    return sum(bool(f.change) and yearly_growth(f) is None for f in figures)


def fit_axis(bars: Sequence[Bar], texts: Sequence[Texts], width_px: float) -> Axis:
    """Return the largest axis on which bars, names and values fit into `width_px`.

    Names stand across the zero line from their bar, so they never meet it.
    """
    pairs = list(zip(bars, texts, strict=True))
    falls = [(bar.growth, text) for bar, text in pairs if bar.growth < 0]
    rises = [(bar.growth, text) for bar, text in pairs if bar.growth >= 0]
    far_falls, far_rises = _farthest(falls), _farthest(rises)
    names_left = max((text.label_px for _, text in rises), default=0.0)
    names_right = max((text.label_px for _, text in falls), default=0.0)

    def sides(scale: float) -> tuple[float, float]:
        left = max((growth * scale + value for growth, value in far_falls), default=0.0)
        right = max((growth * scale + value for growth, value in far_rises), default=0.0)
        return max(left, names_left), max(right, names_right)

    longest = max((abs(bar.growth) for bar in bars), default=0.0) or 1.0
    low, high = 0.0, width_px / longest
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(sides(middle)) <= width_px else (low, middle)
    # Where even the names are too wide, bars of a pixel still tell their direction.
    scale = max(low, 1.0 / longest)
    return Axis(sides(scale)[0], scale)


def _farthest(side: Iterable[tuple[float, Texts]]) -> list[tuple[float, float]]:
    """Return length in per cent and value in pixels of the bars that can reach farthest.

    A bar that is shorter than another and has no wider value never does, at any scale.
    """
    farthest: list[tuple[float, float]] = []
    for length, value_px in sorted(((abs(g), t.value_px) for g, t in side), reverse=True):
        if not farthest or value_px > farthest[-1][1]:
            farthest.append((length, value_px))
    return farthest
