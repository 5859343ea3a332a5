"""What the user points at in a text, by mouse or by keys: figures, marks of notes, places."""

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.bulletin import Figure
from desktop_app.domain.reading_events import FigureChosen, MenuWanted, NoteChosen
from desktop_app.widgets.reader.document import ReaderDocument
from desktop_app.widgets.reader.figure_choice import FigureChoice
from desktop_app.widgets.reader.hovering import Hovering
from desktop_app.widgets.reader.marks import Marks
from desktop_app.widgets.reader.note_links import NoteLink, NoteLinks
from desktop_app.widgets.reader.reading_place import ReadingPlace
from desktop_app.widgets.reader.view import MenuAt, ReaderView


class Pointing(QObject):
    """What a click, a double click, a step by keys and a wish for a menu mean in a view.

    Signals:
        figure_chosen: a figure was chosen (FigureChosen).
        figure_left: a click went beside the figures: none is chosen any more.
        note_chosen: the text is about to go to a note, or back from it (NoteChosen).
        menu_wanted: a context menu is wanted (MenuWanted).
    """

    figure_chosen = Signal(object)
    figure_left = Signal()
    note_chosen = Signal(object)
    menu_wanted = Signal(object)

    def __init__(
        self,
        view: ReaderView,
        marks: Marks,
        place: ReadingPlace,
        hovering: Hovering,
        choice: FigureChoice,
    ) -> None:
        super().__init__(view)
        self._view, self._marks, self._place = view, marks, place
        self._hovering, self._choice = hovering, choice
        self._text: ReaderDocument | None = None
        self._links = NoteLinks(None)
        # The mark of a note that was come to, by a link or by keys.
        self._link: NoteLink | None = None
        view.position_clicked.connect(self._on_clicked)
        view.position_double_clicked.connect(self._on_double_clicked)
        view.menu_wanted.connect(self._on_menu_wanted)
        view.entered.connect(self._on_entered)

    def set_text(self, text: ReaderDocument | None, links: NoteLinks) -> None:
        """Point in `text` from now on; the mark of a note that was come to stays the one."""
        if links is not self._links:
            self._link = None
        self._text, self._links = text, links
        self._mark(self._link)

    # -- figures

    def choose(self, figure: Figure, *, growth: bool = False) -> None:
        """Choose a figure, or its growth, and say so."""
        self._mark(None)
        self._choice.choose(figure.id, growth=growth)
        self.figure_chosen.emit(FigureChosen(figure.id, growth))

    def step_figure(self, step: int) -> None:
        """Choose the next (1) or previous (-1) figure, counted from `_here`."""
        if self._text is None:
            return
        figure = self._text.neighbour(self._here(), step)
        if figure is not None:
            self.choose(figure)
            self._hovering.show_figure(figure)

    def under_mouse(self) -> FigureChosen | None:
        """Return what a click would choose now."""
        return self._choice.at(self._hovering.over)

    def _here(self) -> int:
        """Return the position that steps by keys are counted from.

        The mark of a note that was come to; the selected text or figure; the current match; the
        top in sight.
        """
        if self._text is not None and self._link is not None:
            return self._text.span(*self._link.span)[0]
        return self._choice.position()

    # -- notes

    def step_note(self, step: int) -> bool:
        """Come to the next (1) or previous (-1) mark of a note; False where there is none."""
        if self._text is None:
            return False
        here = self._link.span[0] if self._link else self._text.to_reading(self._here())
        link = self._links.neighbour(here, step)
        if link is None:
            return False
        self._come_to(link)
        return True

    def _come_to(self, link: NoteLink) -> None:
        """Mark the mark of a note, in sight, and show what it says."""
        assert self._text is not None
        self._mark(link)
        span = self._text.span(*link.span)
        self._place.reveal(span)
        self._view.start_selecting_at(span[0])
        self._hovering.show_link(link)

    def _on_entered(self) -> None:
        if self._link is not None:
            self._follow(self._link)

    def _follow(self, link: NoteLink) -> None:
        """Go to a note, or back to the place that cites it, and mark where that is."""
        assert self._text is not None
        target = self._links.follow(link)
        self.note_chosen.emit(NoteChosen(target[0]))
        there = self._links.at(target[0])
        span = self._text.span(*target)
        self._mark(there)
        self._marks.set_pointed(span)
        self._place.reveal(span)

    def _mark(self, link: NoteLink | None) -> None:
        self._link = link
        shown = self._text.span(*link.span) if self._text is not None and link else None
        self._marks.set_pointed(shown)

    # -- the mouse

    def _on_clicked(self, position: int) -> None:
        text, there = self._text, self._choice.at(position)
        if text is None:
            return
        link = self._links.at(text.to_reading(position))
        if there is not None:
            self.choose(text.bulletin.figure_by_id[there.figure_id], growth=there.growth)
        elif link is not None:
            self._follow(link)
        else:
            self._mark(None)
            if self._choice.figure is not None:
                self.figure_left.emit()

    def _on_double_clicked(self, position: int) -> None:
        """Select number and unit of the figure there, or else the word."""
        if self._text is None:
            return
        there, span = self._choice.at(position), None
        if there is not None:
            of_part = self._text.growth_span if there.growth else self._text.figure_span
            span = of_part(there.figure_id)
        self._view.select(*(span or self._text.word_span(position)))

    def _on_menu_wanted(self, wanted: MenuAt) -> None:
        """Choose the figure under the mouse; selected text in sight stays, unless that is one."""
        point, place = wanted.point, None
        if self._text is not None and wanted.near >= 0:
            place = self._text.to_reading(wanted.near)
        if wanted.by_key:
            span = self._choice.selected_span()
            if span is not None:
                near = self._view.rect_of(*span).intersected(self._view.viewport().rect())
                point = self._view.viewport().mapToGlobal(near.bottomLeft())
        elif not self._keeps_selection(wanted):
            self._view.start_selecting_at(max(wanted.near, 0))
            self._on_pointed(wanted.position)
        self._hovering.hide()
        self.menu_wanted.emit(MenuWanted(point.x(), point.y(), place))

    def _on_pointed(self, position: int) -> None:
        """Choose what a menu is wanted over; the mark of a note leads nowhere by that."""
        there = self._choice.at(position)
        if there is not None and self._text is not None:
            self.choose(self._text.bulletin.figure_by_id[there.figure_id], growth=there.growth)
        elif self._choice.figure is not None:
            self.figure_left.emit()

    def _keeps_selection(self, wanted: MenuAt) -> bool:
        """Whether a menu is about the selected text: over it, or beside it and over no figure."""
        cursor = self._view.textCursor()
        if not cursor.hasSelection():
            return False
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        if start <= wanted.near < end:
            return True
        in_sight = self._view.rect_of(start, end).intersects(self._view.viewport().rect())
        return in_sight and self._choice.at(wanted.position) is None
