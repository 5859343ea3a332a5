"""The reader: a bulletin's text with its figures, matches and repaired places."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.reading_events import FigureChosen, MarginMark, PlaceReached
from desktop_app.services import scripts
from desktop_app.services.appearance import Theme, Typography
from desktop_app.widgets.reader.document import ReaderDocument
from desktop_app.widgets.reader.figure_choice import FigureChoice
from desktop_app.widgets.reader.hovering import Hovering
from desktop_app.widgets.reader.marks import Marks
from desktop_app.widgets.reader.note_links import NoteLinks
from desktop_app.widgets.reader.page_head import PageHead
from desktop_app.widgets.reader.pointing import Pointing
from desktop_app.widgets.reader.reading_place import BELOW_RIM, ReadingPlace
from desktop_app.widgets.reader.selecting import Selecting
from desktop_app.widgets.reader.style import ReaderStyle
from desktop_app.widgets.reader.view import ReaderView


class ReaderPane(QWidget):
    """The text of one bulletin in one of three scripts.

    Signals:
        figure_chosen: the user chose a figure by click or keyboard (FigureChosen).
        note_chosen: the text is about to go to a note or back, for the user wants so (NoteChosen).
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
    note_chosen = Signal(object)
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
        self.say_empty(self.tr("这里显示公报的正文。Ctrl+O 打开文件，Ctrl+L 换一份公报。"))
        self._marks = Marks(self._view)
        self._hovering = Hovering(self._view, self._theme)
        self._place = ReadingPlace(self._view)
        self._choice = FigureChoice(self._view, self._marks, self._place, self._hovering)
        self._selecting = Selecting(self._view)
        parts = self._view, self._marks, self._place, self._hovering, self._choice
        self._pointing = Pointing(*parts)
        self._join()
        self.setFocusProxy(self._view)
        self._parts = QVBoxLayout(self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(0)
        self._parts.addWidget(self._crumbs)
        self._parts.addWidget(self._view)
        # The head has its room before it has words: the text is not moved once it was seen.
        self._on_column_moved(self._view.column_left())

    def _join(self) -> None:
        self._view.column_moved.connect(self._on_column_moved)
        self._view.read_on.connect(self.read_on)
        self._view.escaped.connect(self.escaped)
        self._view.margin_marks.chosen.connect(self.bookmark_chosen)
        self._view.zoom_stepped.connect(self.zoom_stepped)
        # What is not in sight is written once the rest was seen.
        self._view.seen.connect(self._growing.start)
        self._pointing.figure_chosen.connect(self.figure_chosen)
        self._pointing.figure_left.connect(self.figure_left)
        self._pointing.note_chosen.connect(self.note_chosen)
        self._pointing.menu_wanted.connect(self.menu_wanted)
        self._place.moved.connect(self._on_moved)
        self._place.changed.connect(self._on_place_changed)

    def add_below_head(self, widget: QWidget) -> None:
        """Put `widget` between the head and the text; what is in it begins with the column."""
        self._parts.insertWidget(1, widget)
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
        self._place.go(
            read_offset, above=BELOW_RIM if read_offset else None, pin=bool(read_offset)
        )

    def show_script(self, script: Script) -> None:
        """Set the text in `script`, at once on the screen; the line at the top stays there."""
        if script is self._script:
            return
        self._script = script
        self._rebuild_in_place()
        self._crumbs.show_place(self._bulletin, self._place.now.section_id, script)
        self._view.viewport().repaint()

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
        self._view.set_colours(self._theme)
        self._marks.set_colours(self._theme)
        self._hovering.set_colours(self._theme)

    def _rebuild_in_place(self) -> None:
        if self._text is None:
            return
        here = self._place.here()
        self._rebuild()
        self._place.go_back(here)

    def _rebuild(self) -> None:
        bulletin, self._text = self._bulletin, None
        if bulletin is None:
            self._view.clear()
        else:
            style = ReaderStyle(self._theme, self._faces, self._script, self._px)
            counts = self._crumbs.counts_of(bulletin)
            page = self._view.characters_seen(style.px, style.column_px)
            self._text = ReaderDocument(bulletin, style, counts, self._links.all, page)
            # Marks of the text before lie where this one may not be written yet.
            self._marks.set_text(None)
            self._view.set_text(self._text.document, style.column_px)
        self._choice.set_text(self._text)
        self._marks.set_text(self._text, self._choice.spans())
        spell = scripts.spelling(bulletin, self._script)
        self._hovering.set_text(self._text, self._links, spell)
        self._pointing.set_text(self._text, self._links)
        self._selecting.set_text(self._text)
        self._place.set_text(self._text)
        self._view.margin_marks.set_text(self._text)

    def _grow(self) -> None:
        """Write some more of a long text, between one event and the next."""
        if self._text is None or not self._text.grow():
            self._growing.stop()

    # -- places

    def place(self) -> PlaceReached:
        """Return what stands at the top."""
        return self._place.now

    def scroll_to(self, read_offset: int) -> None:
        """Bring the line of `read_offset` to the top; the first one with all that is above it."""
        self._place.go(read_offset, above=BELOW_RIM if read_offset else None)

    def resume(self, before: "ReaderPane") -> None:
        """Show at the top what the same pane of the window before shows there."""
        here = before.here()
        if here is not None and self._text is not None:
            self._place.go_back(here)

    def here(self) -> tuple[int, int | None, bool] | None:
        """Return where the line at the top stands; None where no bulletin is shown."""
        return self._place.here() if self._text is not None else None

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
        """Choose the next (1) or previous (-1) figure, and show its card.

        Counted from the mark of a note, the selected text or figure, the current match, or the
        top in sight.
        """
        self._pointing.step_figure(step)

    def step_note(self, step: int) -> bool:
        """Come to the next (1) or previous (-1) mark of a note; Enter follows it from there.

        Counted as figures are. Return False where no mark is left in that direction.
        """
        return self._pointing.step_note(step)

    def under_mouse(self) -> FigureChosen | None:
        """Return what a click would choose now."""
        return self._pointing.under_mouse()

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
        self._marks.select_current()

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
        self._place.select(read_start, read_end)

    def sees(self, read_start: int, read_end: int) -> bool:
        """Whether any of a stretch of the reading text is in sight."""
        return self._place.sees(read_start, read_end)

    # -- what to copy

    def selected_text(self) -> str:
        """Return the selected text of the bulletin as shown; empty where none is selected."""
        return self._selecting.text()

    def selected_span(self) -> tuple[int, int] | None:
        """Return the selected stretch of the reading text."""
        return self._selecting.span()

    def select_all(self) -> None:
        """Select the whole text."""
        self._selecting.all()

    # -- the column

    def _on_column_moved(self, left: int) -> None:
        self._crumbs.set_place(left, 18, 8, 6)
        if self._below_head is not None:
            self._below_head.setContentsMargins(left, 0, 8, 0)
