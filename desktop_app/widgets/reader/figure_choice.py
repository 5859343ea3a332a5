"""Which figure of a text is chosen: marked, brought into sight, told to a screen reader."""

from desktop_app.domain.reading_events import FigureChosen
from desktop_app.widgets.reader.document import ReaderDocument
from desktop_app.widgets.reader.hovering import Hovering
from desktop_app.widgets.reader.marks import Marks
from desktop_app.widgets.reader.reading_place import ReadingPlace
from desktop_app.widgets.reader.view import ReaderView

Span = tuple[int, int]


class FigureChoice:
    """The chosen figure of a view, or its `growth`, a number of its own."""

    def __init__(
        self, view: ReaderView, marks: Marks, place: ReadingPlace, hovering: Hovering
    ) -> None:
        self._view, self._marks, self._place, self._hovering = view, marks, place, hovering
        self._text: ReaderDocument | None = None
        self.figure: int | None = None
        self.growth = False

    def set_text(self, text: ReaderDocument | None) -> None:
        """Choose among the figures of `text`; the same one stays chosen."""
        self._text = text

    def choose(self, figure_id: int | None, *, growth: bool = False) -> None:
        """Mark a figure, or none, and bring it into sight.

        It takes the place of selected text, and Shift with an arrow key selects from it on.
        """
        self.figure, self.growth = figure_id, growth
        spans = self.spans()
        self._marks.set_chosen(spans)
        if spans:
            self._place.reveal(spans[0])
            self._view.start_selecting_at(spans[0][0])
        self._describe()

    def spans(self) -> tuple[Span, ...]:
        """Return what the user pointed at, number or growth, and then the other of the two."""
        if self._text is None or self.figure is None:
            return ()
        both = self._text.figure_span(self.figure), self._text.growth_span(self.figure)
        spans = tuple(span for span in both if span is not None)
        return spans[::-1] if self.growth else spans

    def selected_span(self) -> Span | None:
        """Return the selected text of the document, or else what of the figure is chosen."""
        cursor = self._view.textCursor()
        if cursor.hasSelection():
            return cursor.selectionStart(), cursor.selectionEnd()
        return next(iter(self.spans()), None)

    def at(self, position: int) -> FigureChosen | None:
        """Return what a click at a position of the document would choose."""
        text = self._text
        figure = text.figure_at(position) if text is not None and position >= 0 else None
        if text is None or figure is None:
            return None
        return FigureChosen(figure.id, text.is_growth_at(figure, position))

    def position(self) -> int:
        """Return where the selected text or figure begins, else the match, else the top line."""
        span = self.selected_span()
        if span is None and self._text is not None and self._marks.current is not None:
            span = self._text.span(*self._marks.current)
        return span[0] if span is not None else self._view.position_at(0)

    def _describe(self) -> None:
        """Tell a screen reader what is known of the chosen figure, aloud where it is read."""
        if self._text is None or self.figure is None:
            self._view.tell("")
            return
        figure = self._text.bulletin.figure_by_id.get(self.figure)
        told = self._hovering.figure_text(figure).spoken() if figure is not None else ""
        self._view.tell(told)
