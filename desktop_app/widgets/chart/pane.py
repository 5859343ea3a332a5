"""The chart pane: the rows of the table as bars of growth, of values, of parts, of completion."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFont, QImage, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.bulletin import Figure
from desktop_app.domain.events import ChartKindChosen, ComparedChosen, FigureChosen
from desktop_app.itemmodels.charts import (
    Chart,
    ChartData,
    ChartKind,
    choices_with,
    draw,
    kind_named,
    kinds_of,
)
from desktop_app.itemmodels.painting import SMALL, recolour, recolour_view, scaled
from desktop_app.services.appearance import LIGHT, Theme, theme
from desktop_app.system import language, resources
from desktop_app.widgets.chart import picture
from desktop_app.widgets.chart.axis_title import AxisTitle
from desktop_app.widgets.chart.bars import Bars
from desktop_app.widgets.chart.head import ChartHead
from desktop_app.widgets.chart.layout import MARGIN
from desktop_app.widgets.chart.picture import Part

_LEAST_ROWS = 2


class Picture(Struct, frozen=True, dict=True):
    """A chart as it is shown, whole: in pixels, and drawn; `title` names it."""

    title: str
    image: QImage
    png: bytes
    svg: bytes


class ComparedView(Struct, frozen=True):
    """How a comparison is looked at: its kind of chart, and the choice made in each kind."""

    kind: ChartKind
    choices: dict[ChartKind, str]


class _Marks(Struct):
    """The bar that the keyboard is at, and all that are outlined."""

    selected: int | None = None
    chosen: tuple[int, ...] = ()


class ChartPane(QWidget):
    """One chart of the table's rows, of a kind that the user chooses.

    Signals:
        figure_chosen: the user chose a bar (FigureChosen).
        kind_chosen: the user chose a kind of chart (ChartKindChosen).
        picture_wanted: the user wants the chart as a picture (ChartPicture).
        compared_chosen: the user chose a bar of a comparison (ComparedChosen).
    """

    compared_chosen = Signal(object)
    figure_chosen = Signal(object)
    kind_chosen = Signal(object)
    picture_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = ChartData()
        self._comparison: ChartData | None = None
        self._wanted = self._kind = ChartKind.GROWTH
        self._wanted_comparing = ChartKind.YEARS
        self._choices: dict[ChartKind, str] = {}
        # What shows the selected figure, as long as it is among the rows: its unit, its whole.
        self._followed: dict[ChartKind, str] = {}
        self._drawn: dict[tuple[ChartKind, str, int | None], Chart] = {}
        # What is marked among the table's rows says nothing of the rows of a comparison.
        self._marks, self._compared_marks = _Marks(), _Marks()
        self._colours = theme(LIGHT)
        self._head = ChartHead(self)
        self._title = QLabel(self)
        self._axis_title = AxisTitle(self)
        self._scroll = QScrollArea(self)
        self._sheet = QWidget(self._scroll)
        self._bars = Bars(self._sheet)
        self._note = QLabel(self._sheet)
        self._source = QLabel(self._sheet)
        self._empty = QLabel(self)
        self._set_up()
        self._head.kind_chosen.connect(self._on_kind_chosen)
        self._head.choice_chosen.connect(self._on_choice_chosen)
        self._head.picture_wanted.connect(self.picture_wanted)
        self._bars.bar_chosen.connect(self._on_bar_chosen)
        self._bars.axis_moved.connect(self._axis_title.set_axis)
        self._show()

    def _set_up(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        sheet = QVBoxLayout(self._sheet)
        sheet.setContentsMargins(0, 0, 0, 0)
        sheet.setSpacing(0)
        sheet.addWidget(self._bars)
        for label in (self._note, self._source):
            sheet.addLayout(_indented(label))
        sheet.addStretch(1)
        self._scroll.setWidget(self._sheet)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        for label in (self._title, self._note, self._source):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addLayout(_indented(self._title))
        layout.addWidget(self._axis_title)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._empty, 1)

    # What is shown

    def show_figures(self, data: ChartData) -> None:
        """Draw what there is of these rows, of the wanted kind where it has something to show."""
        if data == replace(self._data, selected=None):
            return
        selected = self._marks.selected
        shown_before = self._data.figure(selected) is not None
        self._data = replace(data, selected=selected)
        self._drawn.clear()
        if not shown_before or data.figure(selected) is None:
            self._followed = choices_with(data, selected, self._choices)
        if self._comparison is None:
            self._show()

    def show_comparison(self, data: ChartData | None) -> None:
        """Draw a comparison in place of the rows; None goes back to these."""
        if data == self._comparison:
            return
        self._comparison = data
        self._drawn.clear()
        self._show()
        self._show_marks()

    def compared_view(self) -> ComparedView:
        """Return how a comparison is looked at."""
        return ComparedView(self._wanted_comparing, dict(self._choices))

    def view_compared(self, view: ComparedView) -> None:
        """Look at comparisons in this way; silent."""
        self._wanted_comparing = view.kind
        self._choices.update(view.choices)
        if self._comparison is not None:
            self._show()
            self._show_marks()

    def set_kind(self, name: str) -> None:
        """Want this kind of chart; silent."""
        self._wanted = kind_named(name)
        self._show()

    def lock_saving(self, why: str) -> None:
        """Offer the chart as a picture to be copied, not as a file; `why` is told instead."""
        self._head.lock_saving(why)

    def chart(self) -> Chart:
        """Return what is drawn."""
        return self._bars.chart

    def _show(self) -> None:
        data = self._comparison or self._data
        kinds = kinds_of(data)
        charts = {kind: self._drawing(kind) for kind in kinds}
        reasons = {kind: chart.empty for kind, chart in charts.items() if chart.empty}
        kind = self._wanted_comparing if self._comparison else self._wanted
        if kind in reasons:
            # Another kind may have something: its title says what it is.
            kind = next((one for one in kinds if one not in reasons), kind)
        chart, self._kind = charts[kind], kind
        self._head.show_kinds(kinds, kind, reasons)
        self._head.show_chart(chart)
        self._title.setText(chart.title)
        self._axis_title.set_text(chart.axis)
        self._empty.setText(chart.empty)
        self._note.setText("\n".join(chart.notes))
        source = chart.source or data.source
        self._source.setText(source)
        self._note.setVisible(bool(chart.notes))
        self._source.setVisible(bool(source))
        for widget in (self._scroll, self._axis_title):
            widget.setVisible(bool(chart.bars))
        self._empty.setVisible(not chart.bars)
        self._bars.set_chart(chart)
        self._scroll.verticalScrollBar().setValue(0)
        self._keep_rows_in_view()
        self._describe()

    def _drawing(self, kind: ChartKind) -> Chart:
        """Return the chart of a kind; it is made once for the rows and its choice."""
        data = self._comparison or self._data
        # Of what is selected, only the parts of a total speak.
        selected = data.selected if kind is ChartKind.PARTS else None
        key = kind, self._choice(kind), selected
        if key not in self._drawn:
            self._drawn[key] = draw(kind, data, self._choice(kind))
        return self._drawn[key]

    def _choice(self, kind: ChartKind) -> str:
        return self._followed.get(kind) or self._choices.get(kind, "")

    def _keep_rows_in_view(self) -> None:
        """Keep the pane from becoming so low that no bar is left to see: the rest scrolls."""
        self._scroll.setMinimumHeight(_LEAST_ROWS * self._bars.row_px)

    def select_figure(self, figure_id: int | None) -> None:
        """Outline the bar of a figure and bring it into view, be it of another unit; silent."""
        self._marks = _Marks(figure_id, () if figure_id is None else (figure_id,))
        if self._data.selected != figure_id:
            before = self._choice(self._kind)
            self._data = replace(self._data, selected=figure_id)
            chosen = {kind: self._choice(kind) for kind in ChartKind}
            self._followed.update(choices_with(self._data, figure_id, chosen))
            self._show_following(before)
        if self._comparison is None:
            self._show_marks()

    def _show_following(self, choice: str) -> None:
        """Show the chart that a selection leads to, where it is no longer the one of `choice`."""
        if self._comparison is not None:
            return
        same = self._choice(self._kind) == choice and self._kind is not ChartKind.PARTS
        if not same and self._drawing(self._kind) != self._bars.chart:
            self._show()

    def mark_figures(self, figure_ids: tuple[int, ...]) -> None:
        """Outline the bars of all these figures; silent."""
        self._marks.chosen = figure_ids
        if self._comparison is None:
            self._bars.chosen = frozenset(figure_ids)
            self._bars.draw()

    def mark_compared(self, numbers: tuple[int, ...]) -> None:
        """Outline the bars of these rows of the comparison; silent.

        One row alone is brought into view, where need be in the chart of its place or its year.
        """
        alone = numbers[0] if len(numbers) == 1 else None
        self._compared_marks = _Marks(alone, numbers)
        if self._comparison is None:
            return
        if alone is not None and self._bars.row_of(alone) is None:
            self._follow(alone)
        self._show_marks()

    def _follow(self, number: int) -> None:
        """Show the chart of the place and the year of a row of the comparison."""
        found = self._comparison.comparison if self._comparison else None
        row = found.row(number) if found else None
        if row is None or row.year is None:
            return
        self._choices[ChartKind.YEARS] = row.place
        self._choices[ChartKind.PLACES] = str(row.year)
        self._show()

    def _show_marks(self) -> None:
        marks = self._marks if self._comparison is None else self._compared_marks
        self._bars.selected, self._bars.chosen = marks.selected, frozenset(marks.chosen)
        self._bars.draw()
        row = self._bars.row_of(marks.selected)
        if row is not None:
            middle = round((row + 0.5) * self._bars.row_px)
            self._scroll.ensureVisible(0, middle, 0, self._bars.row_px)

    def _select(self, number: int) -> None:
        """Select the bar of a figure, or of a row of the comparison."""
        if self._comparison is None:
            self.select_figure(number)
        else:
            self.mark_compared((number,))

    def apply_theme(self, colours: Theme) -> None:
        """Take on the colours of `colours`."""
        self._colours = self._bars.theme = colours
        role = QPalette.ColorRole
        for widget in (self, self._title, self._sheet):
            recolour(widget, {role.Window: colours.pane, role.WindowText: colours.text})
        for widget in (self._empty, self._note, self._source):
            recolour(widget, {role.Window: colours.pane, role.WindowText: colours.muted})
        recolour_view(self._scroll, colours.pane, colours.text)
        self._axis_title.colour = colours.muted
        self._head.apply_theme(colours)
        self._set_fonts()
        self._bars.draw()

    def _set_fonts(self) -> None:
        self._title.setFont(scaled(self.font(), 1.0, QFont.Weight.Bold))
        small = scaled(self.font(), SMALL)
        for widget in (self._note, self._source, self._axis_title, self._bars):
            widget.setFont(small)
        self._bars.draw()
        self._keep_rows_in_view()

    def _describe(self) -> None:
        """Tell assistive technology what the bars show: a picture alone says nothing there."""
        self.setAccessibleName(self._title.text())
        lines = [f"{bar.label} {bar.spoken}" for bar in self._bars.bars]
        between = resources.between_clauses(language.preferred())
        self.setAccessibleDescription(between.join(lines) or self._empty.text())

    # The picture

    def picture(self) -> Picture | None:
        """Return the chart as it is shown, with the rows that are scrolled away; None without."""
        if not self._bars.bars:
            return None
        parts, ground = self._parts(), self._colours.pane
        ratio, title = self.devicePixelRatioF(), self._title.text()
        return Picture(
            title,
            picture.image(parts, ground, ratio),
            picture.png(parts, ground, ratio),
            picture.svg(parts, ground, title),
        )

    def _parts(self) -> Sequence[Part]:
        parts = (self._title, self._axis_title, self._bars, self._note, self._source)
        shown = (part for part in parts if not part.isHidden())
        return [Part(part, part.mapTo(self, QPoint(0, 0)).x()) for part in shown]

    # Input

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bars = self._bars.bars
        current = self._bars.row_of(self._bars.selected)
        last = len(bars) - 1
        targets = {
            Qt.Key.Key_Down: 0 if current is None else min(current + 1, last),
            Qt.Key.Key_Up: last if current is None else max(current - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if bars and event.key() in targets:
            self._go_to(targets[Qt.Key(event.key())])
        elif current is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            figure = bars[current].figure
            if figure is not None:
                self._tell(figure, enter=True)
        else:
            super().keyPressEvent(event)

    def _go_to(self, row: int) -> None:
        figure = self._bars.bars[row].figure
        if figure is not None:
            self._select(figure.id)
            if self._comparison is None:
                self._tell(figure)
            # A step among bars that may lead to other bulletins opens none: Enter does.
            self._bars.announce(row)

    def _on_bar_chosen(self, figure: Figure) -> None:
        self._select(figure.id)
        self._tell(figure)

    def _tell(self, figure: Figure, *, enter: bool = False) -> None:
        if self._comparison is not None:
            self.compared_chosen.emit(ComparedChosen(figure.id, enter=enter))
            return
        # A copy means what the bar shows.
        growth = self._kind is ChartKind.GROWTH and not enter
        self.figure_chosen.emit(FigureChosen(figure.id, growth=growth, enter=enter))

    def _on_kind_chosen(self, kind: ChartKind) -> None:
        if self._comparison is not None:
            self._wanted_comparing = kind
            self._show()
            return
        self._wanted = kind
        self._show()
        self.kind_chosen.emit(ChartKindChosen(kind.value))

    def _on_choice_chosen(self, choice: str) -> None:
        self._choices[self._kind] = choice
        self._followed.pop(self._kind, None)
        self._show()


def _indented(label: QLabel) -> QVBoxLayout:
    """Return a label in from the rims: margins of its own a style sheet would undo."""
    layout = QVBoxLayout()
    layout.setContentsMargins(MARGIN, 2, MARGIN, 0)
    layout.addWidget(label)
    return layout
