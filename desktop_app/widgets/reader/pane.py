"""The reader: a bulletin's text with its figures, matches and repaired places."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.bulletin import Bulletin, Figure, Script
from desktop_app.domain.reading_events import FigureChosen, MarginMark, MenuWanted, PlaceReached
from desktop_app.itemmodels.painting import recolour
from desktop_app.services import scripts
from desktop_app.services.appearance import Theme, Typography
from desktop_app.widgets.reader.document import ReaderDocument
from desktop_app.widgets.reader.figure_choice import FigureChoice
from desktop_app.widgets.reader.hovering import Hovering
from desktop_app.widgets.reader.marks import Marks
from desktop_app.widgets.reader.note_links import NoteLink, NoteLinks
from desktop_app.widgets.reader.page_head import PageHead
from desktop_app.widgets.reader.reading_place import ReadingPlace
from desktop_app.widgets.reader.style import ReaderStyle
from desktop_app.widgets.reader.view import MenuAt, ReaderView


class ReaderPane(QWidget):
    """The text of one bulletin in one of three scripts.

    Signals:
        figure_chosen: the user chose a figure by click or keyboard (FigureChosen).
        figure_left: the user clicked beside the figures: none is chosen any more.
        place_changed: another offset of the reading text stands at the top (PlaceReached).
        read_on: the user scrolled.
        escaped: the user pressed Esc.
        bookmark_chosen: the user clicked a mark in the margin (BookmarkChosen).
        menu_wanted: the user asked for a context menu (MenuWanted); what is under the mouse is
            chosen by then, unless it is selected text.
        bulletins_wanted: the user wants the other bulletins listed, at the path (MenuWanted).
        chapters_wanted: the user wants the chapters listed, at the path (MenuWanted).
        zoom_stepped: the user turned the wheel with Ctrl held (ZoomStepped).
    """

    figure_chosen = Signal(object)
    figure_left = Signal()
    place_changed = Signal(object)
    read_on = Signal()
    escaped = Signal()
    bookmark_chosen = Signal(object)
    menu_wanted = Signal(object)
    bulletins_wanted = Signal(object)
    chapters_wanted = Signal(object)
    zoom_stepped = Signal(object)

    def __init__(
        self,
        theme: Theme,
        faces: Typography,
        script: Script,
        px: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._faces, self._script, self._px = theme, faces, script, px
        self._bulletin: Bulletin | None = None
        self._text: ReaderDocument | None = None
        self._links = NoteLinks(None)
        self._below_head: QWidget | None = None
        self._growing = QTimer(self, interval=0)
        self._growing.timeout.connect(self._grow)
        self._build()
        self._colour()

    def say_empty(self, text: str) -> None:
        """Say `text` where no bulletin is shown."""
        self._view.setPlaceholderText(text)

    def _build(self) -> None:
        self._crumbs = PageHead(self)
        self._crumbs.bulletins_wanted.connect(self.bulletins_wanted)
        self._crumbs.chapters_wanted.connect(self.chapters_wanted)
        self._view = ReaderView(self)
        self._view.setAccessibleName(self.tr("正文"))
        self._view.setPlaceholderText(
            self.tr("这里显示公报的正文。Ctrl+O 打开文件，Ctrl+L 换一份公报。")
        )
        self._view.plain_selection = self._plain_selection
        self._view.all_wanted.connect(self.select_all)
        self._view.position_double_clicked.connect(self._on_position_double_clicked)
        self._view.menu_wanted.connect(self._on_menu_wanted)
        self._view.position_clicked.connect(self._on_position_clicked)
        self._view.column_moved.connect(self._on_column_moved)
        self._view.read_on.connect(self.read_on)
        self._view.escaped.connect(self.escaped)
        self._view.margin_marks.chosen.connect(self.bookmark_chosen)
        self._view.zoom_stepped.connect(self.zoom_stepped)
        self._marks = Marks(self._view)
        self._hovering = Hovering(self._view, self._theme)
        self._place = ReadingPlace(self._view)
        self._choice = FigureChoice(self._view, self._marks, self._place, self._hovering)
        self._place.moved.connect(self._on_moved)
        self._place.changed.connect(self._on_place_changed)
        self.setFocusProxy(self._view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._crumbs)
        layout.addWidget(self._view)

    def add_below_head(self, widget: QWidget) -> None:
        """Put `widget` between the head and the text; what is in it begins with the column."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, widget)
        self._below_head = widget
        self._on_column_moved(self._view.column_left())

    # -- what is shown

    def set_bulletin(self, bulletin: Bulletin | None, read_offset: int = 0) -> None:
        """Show `bulletin` from `read_offset` on."""
        self._bulletin, self._links = bulletin, NoteLinks(bulletin)
        self._choice.choose(None)
        self._marks.set_matches((), None)
        self._marks.set_parts(())
        self._view.margin_marks.set_marks(())
        self._place.set_bulletin(bulletin)
        self._rebuild()
        self._place.go(read_offset, above=0 if read_offset else None, pin=bool(read_offset))

    def show_script(self, script: Script) -> None:
        """Set the text in `script`; the line at the top stays there."""
        self._script = script
        self._rebuild_in_place()
        self._crumbs.show_place(self._bulletin, self._place.now.section_id, script)

    def set_size(self, px: int) -> None:
        """Set the body in `px` device-independent pixels; the line at the top stays there."""
        self._px = px
        self._rebuild_in_place()

    def set_faces(self, faces: Typography) -> None:
        """Set the text in other faces; the line at the top stays there."""
        self._faces = faces
        self._rebuild_in_place()

    def apply_theme(self, theme: Theme) -> None:
        """Take on the colours of `theme`."""
        self._theme = theme
        self._colour()
        self._rebuild_in_place()

    def _colour(self) -> None:
        role, theme = QPalette.ColorRole, self._theme
        colours = {role.Base: theme.page, role.Window: theme.page, role.Text: theme.text}
        colours |= {role.Highlight: theme.selected, role.HighlightedText: theme.selected_text}
        for widget in (self._view, self._view.viewport()):
            recolour(widget, colours)
        self._marks.set_theme(theme)
        self._hovering.set_theme(theme)
        self._view.margin_marks.set_theme(theme)

    def _rebuild_in_place(self) -> None:
        if self._text is None:
            return
        here = self._place.here()
        self._rebuild()
        self._place.go_back(here)

    def _rebuild(self) -> None:
        bulletin = self._bulletin
        if bulletin is None:
            self._text = None
            self._choice.set_text(None)
            self._marks.set_text(None)
            self._view.clear()
        else:
            style = ReaderStyle(self._theme, self._faces, self._script, self._px)
            counts = self._crumbs.counts_of(bulletin)
            self._text = ReaderDocument(bulletin, style, counts, self._links.all)
            self._view.set_text(self._text.document, style.column_px)
            self._choice.set_text(self._text)
            self._marks.set_text(self._text, self._choice.spans())
            self._growing.start()
        spell = scripts.spelling(bulletin, self._script)
        self._hovering.set_text(self._text, self._links, spell)
        self._place.set_text(self._text)
        self._view.margin_marks.set_text(self._text)

    def _grow(self) -> None:
        """Write some more of a long text, between one event and the next."""
        if self._text is None or not self._text.grow():
            self._growing.stop()

    def _finish(self) -> None:
        if self._text is not None:
            self._text.finish()

    # -- places

    def place(self) -> PlaceReached:
        """Return what stands at the top."""
        return self._place.now

    def scroll_to(self, read_offset: int) -> None:
        """Bring the line of `read_offset` to the top."""
        self._place.go(read_offset)

    def _on_moved(self) -> None:
        self._hovering.hide()
        self._marks.follow()

    def _on_place_changed(self, place: PlaceReached) -> None:
        self._crumbs.show_place(self._bulletin, place.section_id, self._script)
        self.place_changed.emit(place)

    # -- figures

    def select_figure(self, figure_id: int | None, *, growth: bool = False) -> None:
        """Mark a figure as selected, or its `growth`, and scroll it into view; nothing is emitted.

        It takes the place of selected text, and Shift with an arrow key selects from it on.
        """
        self._choice.choose(figure_id, growth=growth)

    def step_figure(self, step: int) -> None:
        """Choose the next (1) or previous (-1) figure.

        Counted from the selected text or figure, else from the current match, else from the top in
        sight.
        """
        figure = self._choice.neighbour(step)
        if figure is not None:
            self._choose(figure)
            self._hovering.show_figure(figure)

    @property
    def _figure(self) -> int | None:
        return self._choice.figure

    def _choose(self, figure: Figure, *, growth: bool = False) -> None:
        self.select_figure(figure.id, growth=growth)
        self.figure_chosen.emit(FigureChosen(figure.id, growth))

    def _on_position_clicked(self, position: int) -> None:
        text, there = self._text, self._choice.at(position)
        link = self._links.at(text.to_reading(position)) if text is not None else None
        if there is not None:
            self.select_figure(there.figure_id, growth=there.growth)
            self.figure_chosen.emit(there)
        elif text is not None and link is not None:
            self._follow(text, link)
        elif self._figure is not None:
            self.figure_left.emit()
        if link is None:
            self._marks.set_pointed(None)

    def _follow(self, text: ReaderDocument, link: NoteLink) -> None:
        """Go to a note, or back to the place that cites it, and mark where that is."""
        span = text.span(*self._links.follow(link))
        self._marks.set_pointed(span)
        self._place.reveal(span)

    def under_mouse(self) -> FigureChosen | None:
        """Return what a click would choose now."""
        return self._choice.at(self._hovering.over)

    def _on_position_double_clicked(self, position: int) -> None:
        """Select number and unit of the figure there, or else the word."""
        if self._text is None:
            return
        there, span = self._choice.at(position), None
        if there is not None:
            of_part = self._text.growth_span if there.growth else self._text.figure_span
            span = of_part(there.figure_id)
        self._view.select(*(span or self._text.word_span(position)))

    def _on_menu_wanted(self, wanted: MenuAt) -> None:
        """Choose what is under the mouse, as a click does, unless it is in the selected text."""
        cursor, point = self._view.textCursor(), wanted.point
        over_selected = cursor.selectionStart() <= wanted.near < cursor.selectionEnd()
        if wanted.by_key:
            span = self._choice.selected_span()
            if span is not None:
                near = self._view.rect_of(*span).intersected(self._view.viewport().rect())
                point = self._view.viewport().mapToGlobal(near.bottomLeft())
        elif not over_selected:
            self._view.start_selecting_at(wanted.near)
            self._on_position_clicked(wanted.position)
        place = None
        if self._text is not None and wanted.near >= 0:
            place = self._text.to_reading(wanted.near)
        self._hovering.hide()
        self.menu_wanted.emit(MenuWanted(point.x(), point.y(), place))

    # -- matches

    def mark_matches(
        self,
        spans: Sequence[tuple[int, int]],
        current: tuple[int, int] | None = None,
    ) -> None:
        """Mark stretches of the reading text as found; `current` stronger, and into view.

        Without `current`, the one before stays where it is among those found.
        """
        kept = self._marks.current if self._marks.current in spans else None
        self._marks.set_matches(spans, current or kept)
        if self._text is not None and current is not None:
            self._place.reveal(self._text.span(*current))
            self._marks.follow()

    def matches(self) -> tuple[tuple[int, int], ...]:
        """Return what is marked as found, in the order of the text."""
        return self._marks.matches

    def current_match(self) -> tuple[int, int] | None:
        """Return the match that is marked stronger."""
        return self._marks.current

    def select_match(self) -> None:
        """Select the text of the current match, where it is in sight."""
        if self._text is not None and self._marks.current is not None:
            self._view.select_in_sight(*self._text.span(*self._marks.current))

    # -- what others mark

    def set_bookmarks(self, marks: Sequence[MarginMark]) -> None:
        """Mark these places in the margin."""
        self._view.margin_marks.set_marks(marks)

    def mark_parts(self, spans: Sequence[tuple[int, int]]) -> None:
        """Mark the stretches of the reading text that something was reckoned from.

        They stay until a figure is chosen, or none.
        """
        self._marks.set_parts(spans)

    def show_span(self, read_start: int, read_end: int) -> None:
        """Bring a stretch of the reading text into sight and select it."""
        if self._text is not None:
            span = self._text.to_document(read_start), self._text.to_document(read_end)
            self._place.reveal(span)
            self._view.select_in_sight(*span)

    def sees(self, read_start: int, read_end: int) -> bool:
        """Whether any of a stretch of the reading text is in sight."""
        if self._text is None:
            return False
        first, last = self._text.to_document(read_start), self._text.to_document(read_end)
        bar, room = self._view.verticalScrollBar(), self._view.viewport().height()
        top, bottom = self._view.line_top(first), self._view.line_top(last)
        return top < bar.value() + room and bottom + self._px > bar.value()

    # -- what to copy

    def _plain_selection(self) -> str:
        # Imported for the first copy.
        from desktop_app.services import citing

        return citing.plain(self.selected_text())

    def selected_text(self) -> str:
        """Return the selected text of the bulletin as shown; empty where none is selected.

        What the screen adds is not in it: neither joiners nor the line under the title.
        """
        cursor = self._view.textCursor()
        if self._text is None or not cursor.hasSelection():
            return ""
        return self._text.selected_text(cursor)

    def select_all(self) -> None:
        """Select the whole text."""
        self._finish()
        self._view.selectAll()

    def selected_span(self) -> tuple[int, int] | None:
        """Return the selected stretch of the reading text."""
        cursor = self._view.textCursor()
        if self._text is None or not cursor.hasSelection():
            return None
        start = self._text.to_reading(cursor.selectionStart())
        return start, self._text.to_reading(cursor.selectionEnd())

    # -- the column

    def _on_column_moved(self, left: int) -> None:
        self._crumbs.set_place(left, 18, 8, 6)
        if self._below_head is not None:
            self._below_head.setContentsMargins(left, 0, 8, 0)
