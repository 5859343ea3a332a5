"""The reader: a bulletin's text with its figures, matches and repaired places."""

from bisect import bisect_right
from collections.abc import Sequence
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.domain.bulletin import Bulletin, Figure, Script
from desktop_app.domain.events import FigureChosen, MenuWanted, PlaceReached
from desktop_app.itemmodels.painting import recolour
from desktop_app.services import citing
from desktop_app.services.appearance import Theme, Typography
from desktop_app.widgets.reader.document import ReaderDocument
from desktop_app.widgets.reader.marks import Marks
from desktop_app.widgets.reader.style import ReaderStyle
from desktop_app.widgets.reader.view import MenuAt, ReaderView

if TYPE_CHECKING:
    from desktop_app.widgets.reader.hover_card import CardText, HoverCard

_HOVER_MS = 180
_TOP_GAP = 6


class ReaderPane(QWidget):
    """The text of one bulletin in one of three scripts.

    Signals:
        figure_chosen: the user chose a figure by click or keyboard (FigureChosen).
        figure_left: the user clicked beside the figures: none is chosen any more.
        place_changed: another offset of the reading text stands at the top (PlaceReached).
        read_on: the user scrolled.
        escaped: the user pressed Esc.
        menu_wanted: the user asked for a context menu (MenuWanted); what is under the mouse is
            chosen by then, unless it is selected text.
    """

    figure_chosen = Signal(object)
    figure_left = Signal()
    place_changed = Signal(object)
    read_on = Signal()
    escaped = Signal()
    menu_wanted = Signal(object)

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
        self._figure: int | None = None
        self._growth = False
        self._place = PlaceReached(0, None)
        self._pinned: tuple[int, int] | None = None
        self._hovered = -1
        self._card: HoverCard | None = None
        self._below_head: QWidget | None = None
        self._timer = QTimer(self, singleShot=True, interval=_HOVER_MS)
        self._timer.timeout.connect(self._show_hovered)
        self._build()
        self._colour()

    def _build(self) -> None:
        self._crumbs = QLabel(self)
        self._crumbs.setObjectName("breadcrumb")
        self._crumbs.setTextFormat(Qt.TextFormat.PlainText)
        self._view = ReaderView(self)
        self._view.setAccessibleName(self.tr("正文"))
        self._view.setPlaceholderText(
            self.tr("这里显示公报的正文。Ctrl+O 打开文件，Ctrl+L 换一份公报。")
        )
        self._view.plain_selection = lambda: citing.plain(self.selected_text())
        self._view.position_clicked.connect(self._on_position_clicked)
        self._view.position_double_clicked.connect(self._on_position_double_clicked)
        self._view.menu_wanted.connect(self._on_menu_wanted)
        self._view.position_hovered.connect(self._on_position_hovered)
        self._view.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._view.column_moved.connect(self._on_column_moved)
        self._view.resized.connect(self._on_resized)
        self._view.read_on.connect(self.read_on)
        self._view.escaped.connect(self.escaped)
        self._marks = Marks(self._view)
        self._view.installEventFilter(self)
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
        self._bulletin = bulletin
        self._figure = None
        self._marks.set_matches((), None)
        self._place = PlaceReached(-1, None)
        self._rebuild()
        self._go(read_offset, above=0 if read_offset else None, pin=bool(read_offset))

    def show_script(self, script: Script) -> None:
        """Set the text in `script`; the line at the top stays there."""
        self._script = script
        self._rebuild_in_place()

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

    def _rebuild_in_place(self) -> None:
        if self._text is None:
            return
        position = self._view.position_at(0)
        place = self._text.to_reading(position)
        scrolled = self._view.verticalScrollBar().value()
        at_top = scrolled == 0
        above = scrolled - self._view.line_top(position)
        pinned = self._pinned is not None
        self._rebuild()
        self._go(place, above=None if at_top else above, pin=pinned)

    def _rebuild(self) -> None:
        self._hide_card()
        if self._bulletin is None:
            self._text = None
            self._marks.set_text(None)
            self._view.clear()
            return
        style = ReaderStyle(self._theme, self._faces, self._script, self._px)
        self._text = ReaderDocument(self._bulletin, style, self._sub_line(self._bulletin))
        self._view.set_text(self._text.document, style.column_px)
        self._marks.set_text(self._text, self._figure_span())

    def _sub_line(self, bulletin: Bulletin) -> str:
        doubtful = sum(figure.doubtful for figure in bulletin.figures)
        sections = sum(section.level == 2 for section in bulletin.sections)
        parts = [
            self.tr("{n} 章").format(n=len(bulletin.chapters)) if bulletin.chapters else "",
            self.tr("{n} 节").format(n=sections) if sections else "",
            self.tr("{n} 个数据").format(n=len(bulletin.figures)),
            self.tr("文字修复 {n} 处").format(n=len(bulletin.repairs)) if bulletin.repairs else "",
            self.tr("存疑 {n} 处").format(n=doubtful) if doubtful else "",
        ]
        return " · ".join(part for part in parts if part)

    # -- places

    def place(self) -> PlaceReached:
        """Return what stands at the top."""
        return self._place

    def scroll_to(self, read_offset: int) -> None:
        """Bring the line of `read_offset` to the top."""
        self._go(read_offset, above=0, pin=True)

    def _go(self, read_offset: int, *, above: int | None, pin: bool = False) -> None:
        """Scroll so that the line starts `above` pixels over the rim; None is the very top."""
        if self._text is None:
            return
        bar = self._view.verticalScrollBar()
        top = 0
        if above is not None:
            # The layout is done in steps: its end must be known before the bar can go there.
            self._view.document().documentLayout().documentSize()
            position = self._text.to_document(read_offset)
            top = self._view.line_top(position) + above - (_TOP_GAP if above == 0 else 0)
        bar.setValue(max(top, 0))
        self._pinned = (bar.value(), read_offset) if pin else None
        self._on_scrolled()

    def _on_scrolled(self, _value: int = 0) -> None:
        self._hide_card()
        if self._text is None or self._bulletin is None or self._view.resizing:
            return
        self._marks.follow()
        value = self._view.verticalScrollBar().value()
        if self._pinned is not None and self._pinned[0] != value:
            self._pinned = None
        if self._pinned is not None:
            offset = seen = self._pinned[1]
        else:
            offset = self._text.to_reading(self._view.position_at(0)) if value else 0
            seen = self._text.to_reading(self._view.position_at(3 * self._px))
        place = PlaceReached(offset, self._section_at(seen))
        if place != self._place:
            self._place = place
            self._show_crumbs()
            self.place_changed.emit(place)

    def _section_at(self, read_offset: int) -> int | None:
        """Return the section read there; what precedes the first one counts as that one."""
        sections = self._bulletin.sections if self._bulletin else ()
        if not sections:
            return None
        starts = [section.title_read_start for section in sections]
        return sections[max(bisect_right(starts, read_offset) - 1, 0)].id

    def _show_crumbs(self) -> None:
        bulletin = self._bulletin
        if bulletin is None:
            self._crumbs.clear()
            return
        info = bulletin.info
        chapter = bulletin.chapter_of(self._place.section_id)
        year = self.tr("{year} 年").format(year=info.year) if info.year else ""
        heading = ""
        if chapter is not None:
            shown = Script.HANS if self._script is Script.SOURCE else self._script
            heading = bulletin.text.of(shown, chapter.title_read_start, chapter.title_read_end)
        parts = [*info.place.split("/"), year, heading]
        self._crumbs.setText(" › ".join(part for part in parts if part))

    # -- figures

    def select_figure(self, figure_id: int | None, *, growth: bool = False) -> None:
        """Mark a figure as selected, or its `growth`, and scroll it into view; nothing is emitted.

        It takes the place of selected text, and Shift with an arrow key selects from it on.
        """
        self._figure, self._growth = figure_id, growth
        span = self._figure_span()
        self._marks.set_figure(span)
        if span is not None:
            self._reveal(span)
            self._view.start_selecting_at(span[0])

    def step_figure(self, step: int) -> None:
        """Choose the next (1) or previous (-1) figure.

        Counted from the selected text or figure, else from the current match, else from the top in
        sight.
        """
        if self._text is None:
            return
        cursor = self._view.textCursor()
        span = self._figure_span()
        if cursor.hasSelection():
            span = cursor.selectionStart(), cursor.selectionEnd()
        if span is None and self._marks.current is not None:
            span = self._text.span(*self._marks.current)
        position = span[0] if span is not None else self._view.position_at(0)
        figure = self._text.neighbour(position, step)
        if figure is not None:
            self._choose(figure)
            self._show_card(figure)

    def _figure_span(self) -> tuple[int, int] | None:
        if self._text is None or self._figure is None:
            return None
        growth = self._text.growth_span(self._figure) if self._growth else None
        return growth or self._text.figure_span(self._figure)

    def _choose(self, figure: Figure) -> None:
        self.select_figure(figure.id)
        self.figure_chosen.emit(FigureChosen(figure.id))

    def _reveal(self, span: tuple[int, int]) -> None:
        """Scroll only where the stretch is out of sight, and then to a third from the top."""
        bar = self._view.verticalScrollBar()
        self._view.document().documentLayout().documentSize()
        top = self._view.line_top(span[0])
        room = self._view.viewport().height()
        if not bar.value() <= top <= bar.value() + room - 3 * self._px:
            self._pinned = None
            bar.setValue(max(top - room // 3, 0))

    def _on_position_clicked(self, position: int) -> None:
        if not self._choose_at(position) and self._figure is not None:
            self.figure_left.emit()

    def _choose_at(self, position: int) -> bool:
        """Choose the figure at a position, or its growth; return whether there is one."""
        there = self._at(position)
        if there is not None:
            self.select_figure(there.figure_id, growth=there.growth)
            self.figure_chosen.emit(there)
        return there is not None

    def under_mouse(self) -> FigureChosen | None:
        """Return what a click would choose now."""
        return self._at(self._hovered)

    def _at(self, position: int) -> FigureChosen | None:
        figure = None
        if self._text is not None and position >= 0:
            figure = self._text.figure_at(position)
        if self._text is None or figure is None:
            return None
        return FigureChosen(figure.id, self._text.is_growth_at(figure, position))

    def _on_position_double_clicked(self, position: int) -> None:
        """Select number and unit of the figure there, or else the word."""
        if self._text is None:
            return
        there, span = self._at(position), None
        if there is not None:
            of_part = self._text.growth_span if there.growth else self._text.figure_span
            span = of_part(there.figure_id)
        self._view.select(*(span or self._text.word_span(position)))

    def _on_menu_wanted(self, wanted: MenuAt) -> None:
        """Choose what is under the mouse, as a click does, unless it is in the selected text."""
        cursor, point = self._view.textCursor(), wanted.point
        over_selected = cursor.selectionStart() <= wanted.near < cursor.selectionEnd()
        if wanted.by_key:
            span = self._figure_span()
            if cursor.hasSelection():
                span = cursor.selectionStart(), cursor.selectionEnd()
            if span is not None:
                near = self._view.rect_of(*span).intersected(self._view.viewport().rect())
                point = self._view.viewport().mapToGlobal(near.bottomLeft())
        elif not over_selected:
            self._view.start_selecting_at(wanted.near)
            self._on_position_clicked(wanted.position)
        place = None
        if self._text is not None and wanted.near >= 0:
            place = self._text.to_reading(wanted.near)
        self._hide_card()
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
            self._reveal(self._text.span(*current))
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

    # -- what to copy

    def selected_text(self) -> str:
        """Return the selected text of the bulletin as shown; empty where none is selected.

        What the screen adds is not in it: neither joiners nor the line under the title.
        """
        cursor = self._view.textCursor()
        if self._text is None or not cursor.hasSelection():
            return ""
        return self._text.text_between(cursor.selectionStart(), cursor.selectionEnd())

    def select_all(self) -> None:
        """Select the whole text."""
        self._view.selectAll()

    def selected_span(self) -> tuple[int, int] | None:
        """Return the selected stretch of the reading text."""
        cursor = self._view.textCursor()
        if self._text is None or not cursor.hasSelection():
            return None
        start = self._text.to_reading(cursor.selectionStart())
        return start, self._text.to_reading(cursor.selectionEnd())

    # -- the card

    def _on_position_hovered(self, position: int) -> None:
        figure = self._text.figure_at(position) if self._text and position >= 0 else None
        shape = Qt.CursorShape.PointingHandCursor if figure else Qt.CursorShape.IBeamCursor
        self._view.viewport().setCursor(shape)
        self._hovered = position
        if position < 0:
            self._timer.stop()
            self._hide_card()
        elif self._card is None or self._card.isHidden():
            self._timer.start()
        else:
            self._show_hovered()

    def _show_hovered(self) -> None:
        if self._text is None or self._hovered < 0:
            return
        figure = self._text.figure_at(self._hovered)
        if figure is not None:
            self._show_card(figure)
            return
        repair = self._text.repair_at(self._hovered)
        if repair is None:
            self._hide_card()
            return
        near = self._view.rect_of(self._hovered, self._hovered + 1)
        self._show_text(self._cards().of_repair(repair), near)

    def _show_card(self, figure: Figure) -> None:
        span = self._text.figure_span(figure.id) if self._text is not None else None
        if span is not None:
            self._show_text(self._cards().of_figure(figure), self._view.rect_of(*span))

    @staticmethod
    def _cards() -> ModuleType:
        """Return what writes the cards, loaded when the first one is shown."""
        from desktop_app.widgets.reader import card_text

        return card_text

    def _show_text(self, text: "CardText", near: QRect) -> None:
        if self._card is None:
            from desktop_app.widgets.reader.hover_card import HoverCard

            self._card = HoverCard(self.window())
        corner = self._view.viewport().mapTo(self.window(), QPoint(0, 0))
        self._card.show_text(text, self._theme, near.translated(corner))

    def _hide_card(self) -> None:
        if self._card is not None:
            self._card.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        card = self._card
        if (
            watched is self._view
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and card is not None
            and card.isVisible()
        ):
            # Esc puts away one thing at a time.
            card.hide()
            return True
        if watched is self._view and event.type() in (
            QEvent.Type.FocusOut,
            QEvent.Type.Hide,
            QEvent.Type.KeyPress,
        ):
            self._hide_card()
        return super().eventFilter(watched, event)

    def _on_column_moved(self, left: int) -> None:
        self._crumbs.setContentsMargins(left, 18, 8, 6)
        if self._below_head is not None:
            self._below_head.setContentsMargins(left, 0, 8, 0)

    def _on_resized(self) -> None:
        place, pinned = self._place.read_offset, self._pinned is not None
        if self._text is None or place < 0:
            return
        self._go(place, above=0 if place else None, pin=pinned)
