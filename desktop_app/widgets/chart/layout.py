"""Where names, bars and values stand, for any width: beside each other, or names above bars."""

from collections.abc import Sequence
from math import ceil

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtGui import QFont, QFontMetricsF

from desktop_app.itemmodels.charts import Bar, Chart, Tone
from desktop_app.itemmodels.charts.axis import Axis, Texts, fit_axis
from desktop_app.itemmodels.painting import scaled
from desktop_app.services.appearance import Theme

MARGIN = 14
# The longest bar gets at least this part of the width, else names go above their bars.
_LEAST_BAR_SHARE = 0.25
# Values that take more of the width lose their remarks, the outermost first.
_MOST_VALUE_SHARE = 0.7
_MOST_NAME_LINES = 3
_ROW, _BAND, _ABOVE = 1.75, 1.45, 1.2
_TEXT_GAP = 5
GAP = "  "


class Face:
    """A font with its metrics, which take long to make for every line anew."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)
        self.width_px = self.metrics.horizontalAdvance


class Line(Struct, frozen=True):
    """A line of text: `x_px` from the zero line, to the left (-1) or the right (1) of there.

    `top_px` and `height_px` are where it stands in its row.
    """

    row: int
    x_px: float
    side: int
    face: Face
    parts: tuple[tuple[str, str], ...]
    width_px: float
    top_px: float
    height_px: float

    def text(self) -> str:
        """Return what the line says."""
        return GAP.join(text for text, _ in self.parts)


class Layout(Struct, frozen=True):
    """All lines of text, the axis, and the height of a row, of its bar and above its bar."""

    names: tuple[Line, ...]
    values: tuple[Line, ...]
    axis: Axis
    row_px: int
    above_px: int

    @property
    def stacked(self) -> bool:
        """Whether names stand above their bars."""
        return self.above_px > 0


class Look(Struct, frozen=True):
    """How a chart is set: its font and colours, and the figures that are chosen."""

    font: QFont
    colours: Theme
    chosen: frozenset[int] = frozenset()


class Typesetter:
    """Lays one chart out in one look."""

    def __init__(self, chart: Chart, look: Look) -> None:
        self._bars, self._reference = chart.bars, chart.reference
        self._look = look
        plain, bold = QFont.Weight.Normal, QFont.Weight.Bold
        self._faces = tuple(Face(scaled(look.font, 1.0, weight)) for weight in (plain, bold))
        self._line_px = self._faces[0].metrics.height()

    def lay_out(self, width_px: int) -> Layout:
        """Return where everything stands in `width_px` pixels."""
        width = max(width_px - 2 * MARGIN, 1)
        row_px = round(self._line_px * _ROW)
        values = [self._value(row, width) for row in range(len(self._bars))]
        names = [self._name(row) for row in range(len(self._bars))]
        axis = self._axis(names, values, width)
        above = 0
        if not self._fits(names, axis, width):
            axis = self._axis([], values, width)
            lines = self._wrapped(width)
            most = max((len(each) for each in lines), default=1)
            # Rounded down, the first line would reach into the row above.
            above = ceil(self._line_px * _ABOVE * most)
            row_px = above + round(self._line_px * _BAND)
            names = self._stack(lines, axis.zero_px, above)
        band = row_px - above
        ends = tuple(
            replace(
                value,
                x_px=value.x_px + bar.value * axis.px_per_unit,
                top_px=above,
                height_px=band,
            )
            for value, bar in zip(values, self._bars, strict=True)
        )
        return Layout(
            tuple(name if above else replace(name, height_px=band) for name in names),
            ends,
            Axis(axis.zero_px + MARGIN, axis.px_per_unit),
            row_px,
            above,
        )

    def _axis(self, names: Sequence[Line], values: Sequence[Line], width: float) -> Axis:
        rim = 2 * _TEXT_GAP
        labels = [name.width_px + rim for name in names] or [0.0] * len(values)
        texts = [
            Texts(label, value.width_px + rim) for label, value in zip(labels, values, strict=True)
        ]
        reaches = [bar.value for bar in self._bars]
        if self._reference is not None:
            reaches.append(self._reference)
            texts.append(Texts(0.0, 1.0))
        return fit_axis(reaches, texts, width)

    def _fits(self, names: Sequence[Line], axis: Axis, width: float) -> bool:
        """Whether whole names beside the bars leave the longest bar its part of the width."""
        longest = max((abs(bar.value) for bar in self._bars), default=0.0)
        if not longest:
            return all(name.width_px < width / 2 for name in names)
        return longest * axis.px_per_unit >= _LEAST_BAR_SHARE * width

    def _stack(self, lines: Sequence[Sequence[str]], zero_px: float, above: int) -> list[Line]:
        """Return names above their bars, from the left rim."""
        step, stacked = self._line_px * _ABOVE, []
        for row, texts in enumerate(lines):
            face = self._face(row)
            first = above - step * len(texts)
            for number, text in enumerate(texts):
                parts = ((text, self._look.colours.text),)
                width = face.width_px(text)
                top = first + step * number
                stacked.append(Line(row, -zero_px, 1, face, parts, width, top, step))
        return stacked

    def _wrapped(self, width: float) -> list[list[str]]:
        """Return each name in lines that fit the width; a very long one ends with an ellipsis."""
        rows = []
        for row, bar in enumerate(self._bars):
            face, lines = self._face(row), [""]
            for char in bar.label:
                if lines[-1] and face.width_px(lines[-1] + char) > width:
                    lines.append("")
                lines[-1] += char
            if len(lines) > _MOST_NAME_LINES:
                lines = [*lines[: _MOST_NAME_LINES - 1], lines[_MOST_NAME_LINES - 1][:-1] + "…"]
            rows.append(lines)
        return rows

    def _face(self, row: int) -> Face:
        return self._faces[self._bars[row].shows(self._look.chosen)]

    def _name(self, row: int) -> Line:
        """Return the name across the zero line from its bar."""
        bar = self._bars[row]
        return self._line(row, 1 if bar.value < 0 else -1, ((bar.label, self._look.colours.text),))

    def _value(self, row: int, width: float) -> Line:
        """Return what stands at a bar's end, the remarks outermost."""
        bar = self._bars[row]
        texts, face = list(bar.texts), self._face(row)
        while (
            len(texts) > 1
            and texts[-1][1] is Tone.QUIET
            and face.width_px(GAP.join(text for text, _ in texts)) > _MOST_VALUE_SHARE * width
        ):
            texts.pop()
        parts = tuple((text, colour_of(tone, self._look.colours)) for text, tone in texts)
        side = -1 if bar.value < 0 else 1
        return self._line(row, side, parts[::side])

    def _line(self, row: int, side: int, parts: tuple[tuple[str, str], ...]) -> Line:
        """Return a line that begins at the zero line."""
        face = self._face(row)
        width_px = face.width_px(GAP.join(text for text, _ in parts))
        return Line(row, side * _TEXT_GAP, side, face, parts, width_px, 0, self._line_px)


def colour_of(tone: Tone, colours: Theme) -> str:
    """Return the colour of a text."""
    return {
        Tone.UP: colours.up,
        Tone.DOWN: colours.down,
        Tone.PLAIN: colours.text,
        Tone.QUIET: colours.muted,
        Tone.WARNING: colours.hit_badge_text,
    }[tone]


def fill_of(bar: Bar, colours: Theme) -> str:
    """Return the colour of a bar."""
    return {Tone.UP: colours.up, Tone.DOWN: colours.down, Tone.QUIET: colours.muted}.get(
        bar.tone, colours.accent
    )
