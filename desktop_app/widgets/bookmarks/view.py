"""The list of bookmarks: mouse and keys."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from desktop_app.domain.events import BookmarkChosen, BookmarksDropped
from desktop_app.itemmodels.bookmark_delegate import BookmarkDelegate
from desktop_app.itemmodels.bookmarks import BookmarkRole, BookmarksModel

if TYPE_CHECKING:
    from desktop_app.domain.bookmark import PlacedBookmark

_BY_KEYBOARD = (
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
)
_MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class BookmarkView(QListView):
    """Bookmarks below their headings.

    Signals:
        chosen: the user clicked a bookmark, or pressed Enter on it (BookmarkChosen).
        dropped: the user pressed Delete (BookmarksDropped).
        undone: the user pressed Ctrl+Z.
        escaped: Esc was pressed.
    """

    chosen = Signal(object)
    dropped = Signal(object)
    undone = Signal()
    escaped = Signal()

    def __init__(self, model: BookmarksModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.delegate = BookmarkDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Rows are as high as their text at this width: a bar that comes would break it anew.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # A list that gets the keyboard stays where it is.
        self.setAutoScroll(False)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.DoubleClicked)
        self.selectionModel().currentChanged.connect(self._on_current_moved)
        # A note that changed may be longer.
        model.dataChanged.connect(lambda *_: self.scheduleDelayedItemsLayout())
        model.leaving.connect(self._on_rows_leave)
        self.clicked.connect(lambda index: self._choose(index, stay=True))

    def commit(self) -> None:
        """Take what is being written as written."""
        editor = self.delegate.editor()
        if editor is not None:
            self.delegate.commitData.emit(editor)
            self.delegate.closeEditor.emit(editor, BookmarkDelegate.EndEditHint.NoHint)

    def write_note(self, index: QModelIndex) -> None:
        """Let the user write the note of a row."""
        self.setCurrentIndex(index)
        self.show_current()
        self.edit(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_KEYBOARD:
            self._choose_some()

    def _choose_some(self) -> None:
        """Choose the current bookmark, or the first one, where none is: Qt stops at headings."""
        if self.selectedIndexes():
            return
        current = self.currentIndex()
        if current.data(BookmarkRole.PLACED) is None:
            current = self.first()
        if current.isValid():
            self.setCurrentIndex(current)

    def first(self) -> QModelIndex:
        """Return the first bookmark; an invalid index where there is none."""
        rows = (self.model().index(row, 0) for row in range(self.model().rowCount()))
        marks = (index for index in rows if index.data(BookmarkRole.PLACED) is not None)
        return next(marks, QModelIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex(), stay=False)
        elif event.key() == Qt.Key.Key_Delete:
            self.drop_selected()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undone.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            if event.key() in _MOVING:
                self._choose_some()
            if self.currentIndex() != before:
                self.show_current()

    def show_current(self) -> None:
        """Bring the current row into sight, and the heading above it where there is room."""
        current = self.currentIndex()
        # Rows get their new heights before the one that grew is brought into sight.
        self.executeDelayedItemsLayout()
        self.scrollTo(current.sibling(max(current.row() - 1, 0), 0))
        self.scrollTo(current)

    def drop_selected(self) -> None:
        """Ask to delete what is selected."""
        marks = [index.data(BookmarkRole.PLACED) for index in self.selectedIndexes()]
        ids = tuple(mark.bookmark.id for mark in marks if mark is not None)
        if ids:
            self.dropped.emit(BookmarksDropped(ids))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _choose(self, index: QModelIndex, *, stay: bool) -> None:
        mark: PlacedBookmark | None = index.data(BookmarkRole.PLACED)
        if mark is not None:
            self.chosen.emit(BookmarkChosen(mark.bookmark.id, stay))

    def _on_current_moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        for index in (previous, current):
            if index.isValid():
                self.delegate.sizeHintChanged.emit(index)

    def _on_rows_leave(self, rows: range) -> None:
        edited = self.delegate.edited()
        if edited.isValid() and edited.row() in rows:
            self.commit()
