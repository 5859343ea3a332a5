"""书签: bookmarks and notes by bulletin and chapter; notes are written in place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.bookmark import PlacedBookmark, Shelf
from desktop_app.itemmodels.bookmarks import BookmarkRole, BookmarksModel
from desktop_app.itemmodels.painting import recolour, recolour_view
from desktop_app.services.appearance import Theme
from desktop_app.widgets.bookmarks.view import BookmarkView

_PAD = 12


class BookmarksPane(QWidget):
    """The bookmarks of all bulletins.

    Signals:
        bookmark_chosen: the user chose a bookmark (BookmarkChosen).
        noted: the user wrote a note (BookmarkNoted).
        dropped: the user deleted bookmarks (BookmarksDropped).
        undone: the user wants what was deleted last back.
        saving_wanted: the user wants what is unsaved saved now.
        export_wanted, import_wanted: bookmarks are to go to a file, or to come from one.
        escaped: the user pressed Esc.
    """

    bookmark_chosen = Signal(object)
    noted = Signal(object)
    dropped = Signal(object)
    undone = Signal()
    saving_wanted = Signal()
    export_wanted = Signal()
    import_wanted = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._shelf = Shelf()
        self._model = BookmarksModel(self)
        self._view = BookmarkView(self._model, self)
        self._view.setAccessibleName(self.tr("书签"))
        self._filter = QLineEdit(self)
        self._filter.setObjectName("findLine")
        self._filter.setPlaceholderText(self.tr("筛选书签与笔记"))
        self._filter.setAccessibleName(self.tr("筛选书签与笔记"))
        self._filter.setClearButtonEnabled(True)
        self._only_open = QAction(self.tr("只列本公报的书签"), self, checkable=True)
        self._more = self._menu_button()
        self._export.setEnabled(False)
        self._empty = self._label()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setMargin(2 * _PAD)
        self._kept = self._label()
        self._undo, self._undo_text = self._bar(self.tr("撤销"), self.undone)
        self._unsaved, self._unsaved_text = self._bar(self.tr("再存一次"), self.saving_wanted)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._join()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._show_page()
        self._undo.hide()
        self._unsaved.hide()
        self._kept.hide()

    def _lay_out(self) -> None:
        self._head = QWidget(self)
        self._head.setObjectName("resultsHead")
        head = QHBoxLayout(self._head)
        head.setContentsMargins(_PAD, 8, _PAD, 6)
        head.setSpacing(4)
        head.addWidget(self._filter, 1)
        head.addStretch()
        head.addWidget(self._more)
        for page in (self._empty, self._view):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._stack, 1)
        for bar in (self._kept, self._unsaved, self._undo):
            layout.addWidget(bar)

    def _join(self) -> None:
        self._filter.textChanged.connect(lambda _text: self._narrow())
        self._filter.returnPressed.connect(self._enter_list)
        self._only_open.toggled.connect(lambda _on: self._narrow())
        self._model.noted.connect(self.noted)
        self._view.chosen.connect(self.bookmark_chosen)
        self._view.dropped.connect(self.dropped)
        self._view.undone.connect(self.undone)
        self._view.escaped.connect(self.escaped)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for text, job in (
            (self.tr("写笔记"), self._write_note),
            (self.tr("删除"), self._view.drop_selected),
        ):
            action = QAction(text, self._view)
            action.triggered.connect(lambda _on, job=job: job())
            self._view.addAction(action)

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setObjectName("resultsLine")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMargin(6)
        return label

    def _menu_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText("⋯")
        button.setAccessibleName(self.tr("更多"))
        button.setToolTip(self.tr("导出、导入"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.addAction(self._only_open)
        menu.addSeparator()
        self._export = menu.addAction(self.tr("导出书签…"))
        self._export.triggered.connect(lambda _on: self.export_wanted.emit())
        menu.addAction(self.tr("导入书签…")).triggered.connect(
            lambda _on: self.import_wanted.emit()
        )
        button.setMenu(menu)
        return button

    def _bar(self, text: str, signal: object) -> tuple[QWidget, QLabel]:
        """Return a line with something to say and a button at its end."""
        bar = QWidget(self)
        bar.setObjectName("resultsHead")
        label = self._label()
        button = QToolButton(bar)
        button.setText(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _on: signal.emit())  # type: ignore[attr-defined]  # bound
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(_PAD - 6, 2, _PAD, 4)
        layout.addWidget(label, 1)
        layout.addWidget(button)
        return bar, label

    # -- what is shown

    def set_shelf(self, shelf: Shelf) -> None:
        """Show these bookmarks; the current one and a note that is being written stay."""
        self._shelf = shelf
        self._model.set_shelf(shelf)
        self._export.setEnabled(bool(shelf.bookmarks))
        self._kept.setText(self.tr("书签和笔记只保留到程序关闭，没有存入文件。"))
        self._kept.setVisible(not shelf.kept)
        text = self.tr("有 {n} 处改动还没有存入用户数据")
        self._unsaved_text.setText(text.format(n=shelf.unsaved))
        self._unsaved.setVisible(bool(shelf.unsaved) and shelf.kept)
        self._show_page()

    def offer_undo(self, count: int) -> None:
        """Offer to take back that `count` bookmarks were deleted; 0 offers nothing."""
        self._undo_text.setText(self.tr("已删除 {n} 个书签").format(n=count))
        self._undo.setVisible(bool(count))

    def mark_current(self, bookmark_id: str) -> None:
        """Make a bookmark the current one; the filter goes where it hides it."""
        row = self._row_of(bookmark_id)
        if row is not None:
            self._view.setCurrentIndex(self._model.index(row))
            self._view.show_current()

    def write_note(self, bookmark_id: str) -> None:
        """Let the user write the note of a bookmark."""
        row = self._row_of(bookmark_id)
        if row is not None:
            self._view.setFocus()
            self._view.write_note(self._model.index(row))

    def commit(self) -> None:
        """Take what is being written as written."""
        self._view.commit()

    def current(self) -> PlacedBookmark | None:
        """Return the bookmark that was chosen or moved to last."""
        mark: PlacedBookmark | None = self._view.currentIndex().data(BookmarkRole.PLACED)
        return mark

    def apply_theme(self, colours: Theme) -> None:
        """Take on the colours of `colours`."""
        role = QPalette.ColorRole
        quiet = {role.Window: colours.pane, role.WindowText: colours.muted}
        labels = (self._empty, self._kept, self._undo_text, self._unsaved_text)
        for widget in (self, self._head, self._stack, self._undo, self._unsaved, *labels):
            recolour(widget, quiet)
        recolour_view(self._view, colours.pane, colours.text)
        self._view.delegate.theme = colours
        self._view.viewport().update()

    # -- filter

    def _row_of(self, bookmark_id: str) -> int | None:
        row = self._model.row_of(bookmark_id)
        if row is None and any(one.bookmark.id == bookmark_id for one in self._shelf.bookmarks):
            self._filter.clear()
            self._only_open.setChecked(False)
            row = self._model.row_of(bookmark_id)
        return row

    def _narrow(self) -> None:
        self._model.set_filter(self._filter.text(), only_open=self._only_open.isChecked())
        self._show_page()

    def _enter_list(self) -> None:
        """Go from the filter to the first bookmark that it leaves."""
        first = self._view.first()
        if first.isValid():
            self._view.setCurrentIndex(first)
            self._view.setFocus()

    def _write_note(self) -> None:
        index = self._view.currentIndex()
        if index.data(BookmarkRole.PLACED) is not None:
            self._view.write_note(index)

    def _show_page(self) -> None:
        has_any = bool(self._shelf.bookmarks)
        if has_any:
            self._empty.setText(self.tr("没有符合条件的书签"))
        else:
            self._empty.setText(
                self.tr(
                    "还没有书签\n\nCtrl+D 给选中的数据、选中的文字或正在读的一段加书签；"
                    "Ctrl+Shift+N 加书签并写笔记。"
                )
            )
        self._filter.setVisible(has_any)
        for action in (self._export, self._only_open):
            action.setEnabled(has_any)
        shown = self._model.rowCount() > 0
        waiting = self._more.hasFocus() and self._stack.currentWidget() is self._empty
        leaving = self._view.hasFocus() and not shown
        self._stack.setCurrentWidget(self._view if shown else self._empty)
        proxy = self._view if shown else self._filter if has_any else self._more
        self.setFocusProxy(proxy)
        if shown and waiting:
            # Nothing else could take the keyboard before.
            self._view.setFocus()
        elif leaving:
            # Here, and not in the filter, Ctrl+Z means what was deleted.
            self._more.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back what was deleted, also while no list is there to be typed in."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undone.emit()
        else:
            super().keyPressEvent(event)
