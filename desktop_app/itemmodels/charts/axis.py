"""How one zero-based axis for bars to both sides, with their names and values, fits a width."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

_ROUNDS = 40


class Axis(Struct, frozen=True):
    """Where zero lies, in pixels from the left, and how many pixels one unit is."""

    zero_px: float
    px_per_unit: float


class Texts(Struct, frozen=True):
    """What stands beside a bar, in pixels: its name across the zero line, its value at the end."""

    label_px: float
    value_px: float


def fit_axis(values: Sequence[float], texts: Sequence[Texts], width_px: float) -> Axis:
    """Return the largest axis on which bars, names and values fit into `width_px`.

    Names stand across the zero line from their bar, so they never meet it.
    """
    pairs = list(zip(values, texts, strict=True))
    falls = [(value, text) for value, text in pairs if value < 0]
    rises = [(value, text) for value, text in pairs if value >= 0]
    far_falls, far_rises = _farthest(falls), _farthest(rises)
    names_left = max((text.label_px for _, text in rises), default=0.0)
    names_right = max((text.label_px for _, text in falls), default=0.0)

    def sides(scale: float) -> tuple[float, float]:
        left = max((length * scale + value for length, value in far_falls), default=0.0)
        right = max((length * scale + value for length, value in far_rises), default=0.0)
        return max(left, names_left), max(right, names_right)

    longest = max(map(abs, values), default=0.0) or 1.0
    low, high = 0.0, width_px / longest
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(sides(middle)) <= width_px else (low, middle)
    # Where even the names are too wide, bars of a pixel still tell their direction.
    scale = max(low, 1.0 / longest)
    return Axis(sides(scale)[0], scale)


def _farthest(side: Iterable[tuple[float, Texts]]) -> list[tuple[float, float]]:
    """Return length in units and value in pixels of the bars that can reach farthest.

    A bar that is shorter than another and has no wider value never does, at any scale.
    """
    farthest: list[tuple[float, float]] = []
    for length, value_px in sorted(((abs(v), t.value_px) for v, t in side), reverse=True):
        if not farthest or value_px > farthest[-1][1]:
            farthest.append((length, value_px))
    return farthest
