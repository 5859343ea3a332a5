"""The one search box, with how much was found, a star to save a query, a list to choose from."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop_app.domain.reading_events import (
    CompletionWanted,
    QuerySaved,
    QueryTyped,
    ResultStepped,
)
from desktop_app.itemmodels.painting import points, units
from desktop_app.itemmodels.queries import QueryKind, QueryRow
from desktop_app.services.appearance import LIGHT, Theme, theme
from desktop_app.services.queries import KeptQueries
from desktop_app.widgets.search_box.how_much import HowMuch
from desktop_app.widgets.search_box.line import Glass, SearchLine
from desktop_app.widgets.search_box.star import Star

if TYPE_CHECKING:
    from desktop_app.domain.finding import Counts
    from desktop_app.widgets.search_box.popup import QueryPopup

_PAUSE_MS = 60
_WIDE, _NARROW = 400, 280
_COLONS = (":", "：")
_PLACE_SIGNS = ("@", "＠")


class SearchBox(QFrame):
    """Where the user types a query.

    Signals:
        query_changed: the text is another one (QueryTyped); what an input method has not
            committed is not in it.
        completion_wanted: the user has typed, paused, and may want it completed
            (CompletionWanted).
        moved: the user steps through the results (ResultStepped).
        accepted: the user pressed Enter.
        dismissed: the user pressed Esc; the text stays.
        query_saved: the user saved the query, or took it out again (QuerySaved).
        places_wanted: the text behind `@` names a place of the bulletin (QueryTyped).
        place_chosen: the user chose one of the places offered (QueryRow).
        query_dropped: the user took a query out of those asked before (QueryRow).
    """

    query_changed = Signal(object)
    completion_wanted = Signal(object)
    moved = Signal(object)
    accepted = Signal()
    dismissed = Signal()
    query_saved = Signal(object)
    query_dropped = Signal(object)
    places_wanted = Signal(object)
    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchBox")
        self._theme = theme(LIGHT)
        self._sent = ""
        self._kept = KeptQueries()
        self._edited = False
        self._listed_for = ""
        self._popup: QueryPopup | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._want_completion)
        self._glass = Glass(self)
        self._line = SearchLine(self)
        self._line.setObjectName("searchLine")
        self._line.setPlaceholderText(self.tr("检索：词语或数字，简体繁体均可"))
        self._line.setAccessibleName(self.tr("检索"))
        self._count = HowMuch(self)
        self._star = Star(self._theme, self)
        self._hint = QLabel("Ctrl K", self)
        self._hint.setObjectName("keyHint")
        self._join()
        self.setFocusProxy(self._line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 8, 4)
        layout.setSpacing(6)
        for widget in (self._glass, self._line, self._count, self._star, self._hint):
            layout.addWidget(widget)
        self.apply_theme(self._theme)
        self._show_star()

    def _join(self) -> None:
        line = self._line
        line.textChanged.connect(self._on_text_changed)
        line.textEdited.connect(self._on_text_edited)
        line.settled.connect(self._on_settled)
        line.returnPressed.connect(self._on_return_pressed)
        line.stepped.connect(self._on_stepped)
        line.escaped.connect(self._on_escaped)
        line.focused.connect(self._on_focused)
        line.installEventFilter(self)
        self._star.clicked.connect(self._on_star_clicked)

    # -- the text

    def text(self) -> str:
        """Return what is written."""
        return self._line.text()

    def set_text(self, text: str) -> None:
        """Write `text` as if it were typed."""
        self._line.setText(text)

    def write(self, text: str, *, asked: bool) -> None:
        """Write a query that is `asked` already, or that the next key asks; silent."""
        self._sent = text
        self._line.setText(text)
        if not asked:
            self.forget_asked()

    def ask(self, text: str) -> None:
        """Write a query and ask it at once."""
        self._line.setText(text)
        self._send()

    def forget_asked(self) -> None:
        """Take the text as not asked yet: the next key asks it."""
        self._pause.stop()
        self._sent = ""

    def has_focus(self) -> bool:
        """Whether the keyboard is in the box."""
        return self._line.hasFocus()

    def ask_for_place(self) -> None:
        """Take the keyboard and offer the chapters of the bulletin."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.setText(_PLACE_SIGNS[0])

    def take_focus(self) -> None:
        """Take the keyboard and select the text, so that typing replaces it."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    # -- what is said in it

    def show_counts(self, counts: "Counts | None") -> None:
        """Say how much was found; None says nothing."""
        self._count.show_counts(counts)

    def say_working(self) -> None:
        """Say that a search takes its time."""
        self._count.say_working()

    def count_text(self) -> str:
        """Return what the box says about how much was found."""
        return self._count.text()

    def set_queries(self, kept: KeptQueries) -> None:
        """Offer these queries, and show whether the one that is written is saved."""
        self._kept = kept
        self._show_star()
        if self._popup is not None and self._popup.rows() and not self.text():
            self._offer_recent()

    def apply_theme(self, colours: Theme) -> None:
        """Take on the colours of `colours`."""
        self._theme = colours
        palette = self._glass.palette()
        palette.setColor(QPalette.ColorRole.Link, QColor(colours.accent))
        self._glass.setPalette(palette)
        self._star.apply_theme(colours, saved=self._is_saved())
        if self._popup is not None:
            self._popup.apply_theme(colours)

    def _show_star(self) -> None:
        text = self.text().strip()
        self._star.show_saved(saved=self._is_saved())
        self._star.setVisible(bool(text) and _place_named(text) is None)
        self._show_hint()

    def _show_hint(self) -> None:
        """Show the key of the box where it takes no room from what is written or could be."""
        room = _NARROW if not self.text() else _WIDE
        self._hint.setVisible(self.width() > room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_hint()

    def _is_saved(self) -> bool:
        return self.text().strip() in self._kept.saved

    # -- the list below

    def show_completions(self, text: str, rows: Sequence[QueryRow]) -> None:
        """Propose how to complete `text`, unless another one is written by now."""
        if text == self.text() and self._edited and self.has_focus() and not self._line.composing:
            self._listed_for = text
            self._list().show_rows(rows, self, first=False)

    def show_places(self, text: str, rows: Sequence[QueryRow]) -> None:
        """Offer the places that `text` names, unless another one is written by now."""
        if text == _place_named(self.text()) and self.has_focus():
            self._listed_for = self.text()
            self._list().show_rows(rows, self, first=True)

    def proposals(self) -> tuple[QueryRow, ...]:
        """Return what is offered below the box now."""
        return self._popup.rows() if self._popup is not None else ()

    def _list(self) -> "QueryPopup":
        if self._popup is None:
            # Made when there is something to list: the text is seen before that.
            from desktop_app.widgets.search_box.popup import QueryPopup

            self._popup = QueryPopup(self.window())
            self._popup.apply_theme(self._theme)
            self._popup.chosen.connect(self._take)
            self._popup.dropped.connect(self.query_dropped)
            self.window().installEventFilter(self)
        return self._popup

    def close_list(self) -> None:
        """Put away what is offered; what was asked for and comes late is not shown."""
        self._edited = False
        self._hide_list()

    def _hide_list(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def _offer_recent(self) -> None:
        self._listed_for = ""
        rows = [QueryRow(QueryKind.RECENT, text, query=text) for text in self._kept.recent]
        self._list().show_rows(rows, self, first=True)

    def _take(self, row: QueryRow) -> None:
        """Write a row that was chosen, and ask it; or go to the place that it names."""
        self._hide_list()
        if row.kind is QueryKind.PLACE:
            self._line.clear()
            self.place_chosen.emit(row)
            return
        cursor = row.cursor if row.cursor >= 0 else len(row.query)
        self._line.setText(row.query)
        self._line.setCursorPosition(units(row.query, cursor))
        # A filter wants a value; what is complete wants no other proposals.
        self._edited = row.query[:cursor].endswith(_COLONS)
        self._send()

    def _on_list_key(self, popup: "QueryPopup", event: QKeyEvent) -> bool:
        """Do what a key means while the list is open; whether it meant something."""
        if self._listed_for != self.text():
            # It lies there only until there is another one for what is typed by now.
            return False
        current = popup.current()
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                popup.step(1 if event.key() == Qt.Key.Key_Down else -1)
                here = popup.current()
                self._line.setAccessibleDescription(here.text if here is not None else "")
            case Qt.Key.Key_Tab:
                self._take(current or popup.rows()[0])
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if current is not None:
                self._take(current)
            case Qt.Key.Key_Delete if current is not None and current.can_be_dropped:
                self.query_dropped.emit(current)
            case Qt.Key.Key_Escape:
                self.close_list()
                self._drop_place()
            case _:
                return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        popup = self._popup
        if popup is not None and not popup.isHidden():
            if watched is self._line and event.type() == QEvent.Type.KeyPress:
                if isinstance(event, QKeyEvent) and self._on_list_key(popup, event):
                    return True
            elif watched is not self._line and event.type() == QEvent.Type.Resize:
                popup.hide()
        return super().eventFilter(watched, event)

    # -- keys and text

    def _on_text_changed(self, text: str) -> None:
        self._ask()
        self._pause.start()
        self._show_star()
        if not text:
            self._hide_list()

    def _on_text_edited(self, _text: str) -> None:
        self._edited = True

    def _on_focused(self, focused: bool) -> None:
        self.setProperty("focused", focused)
        self.style().unpolish(self)
        self.style().polish(self)
        if not focused:
            self._hide_list()
        elif _place_named(self.text()) is not None:
            self.places_wanted.emit(QueryTyped(_place_named(self.text()) or ""))

    def _on_return_pressed(self) -> None:
        if self._line.composing or _place_named(self.text()) is not None:
            return
        self.close_list()
        self._send()
        self.accepted.emit()

    def _on_escaped(self) -> None:
        self._drop_place()
        self.dismissed.emit()

    def _drop_place(self) -> None:
        """Take out the name of a place that was not gone to: it is no query to be kept."""
        if _place_named(self.text()) is not None:
            self._line.clear()

    def _on_stepped(self, step: int) -> None:
        if self._line.composing or _place_named(self.text()) is not None:
            return
        if not self.text():
            self._offer_recent()
            return
        self.close_list()
        self._send()
        self.moved.emit(ResultStepped(step))

    def _on_star_clicked(self, checked: bool) -> None:
        self.query_saved.emit(QuerySaved(self.text().strip(), checked))

    def _on_settled(self) -> None:
        self._ask()
        self._pause.start()

    def _send(self) -> None:
        """Ask what is written, and how it may go on, without waiting for a pause."""
        self._ask()
        self._want_completion()

    def _ask(self) -> None:
        text = self._line.text()
        place = _place_named(text)
        if place is not None:
            # Where one wants to go is nothing to search for.
            text = ""
            if not self._line.composing:
                self.places_wanted.emit(QueryTyped(place))
        # Composing takes out the selected text: no query until the word is there.
        if not self._line.composing and text.strip() != self._sent.strip():
            self._sent = text
            self.query_changed.emit(QueryTyped(text))

    def _want_completion(self) -> None:
        self._pause.stop()
        text = self._line.text()
        if self._edited and not self._line.composing and _place_named(text) is None:
            cursor = points(text, self._line.cursorPosition())
            self.completion_wanted.emit(CompletionWanted(text, cursor))


def _place_named(text: str) -> str | None:
    """Return what stands behind the `@` that `text` begins with; None where it does not."""
    return text[1:].strip() if text.startswith(_PLACE_SIGNS) else None
