"""A window of text to read and to find in, beside the main window: 帮助 and 关于."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QShortcut,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.services.appearance import Theme
from desktop_app.window.dialogs.help_html import style

_ROOM = 12


class PageDialog(QDialog):
    """Shows one page, made by `page` as the body of an HTML document."""

    def __init__(
        self, title: str, page: Callable[[], str], size: QSize, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(title)
        self._view = QTextBrowser(self)
        self._view.setAccessibleName(title)
        self._view.setOpenLinks(False)
        self._body = page()
        self._line = QLineEdit(self)
        self._line.setPlaceholderText(self.tr("在本页查找"))
        self._line.setAccessibleName(self.tr("在本页查找"))
        self._line.setClearButtonEnabled(True)
        self._count = QLabel(self)
        self._found: list[QTextCursor] = []
        self._current = 0
        self._close = QPushButton(self.tr("关闭(&C)"), self)
        self._close.setAutoDefault(False)
        self._line.textChanged.connect(lambda _text: self._find())
        self._line.installEventFilter(self)
        self._close.clicked.connect(self.reject)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(self.take_focus)
        for keys, step in (("F3", 1), ("Shift+F3", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda by=step: self._step(by))
        self._lay_out()
        self.apply_theme(theme)
        self.resize(size.boundedTo(self.screen().availableSize() * 0.9))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(_ROOM)
        for widget in (self._line, self._count):
            row.addWidget(widget, 1 if widget is self._line else 0)
        row.addStretch(1)
        row.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_ROOM, _ROOM, _ROOM, _ROOM)
        layout.setSpacing(_ROOM)
        layout.addWidget(self._view, 1)
        layout.addLayout(row)
        self._view.setFocus()

    def text(self) -> str:
        """Return the page as plain text."""
        return self._view.toPlainText()

    def take_focus(self) -> None:
        """Give the keyboard to the line that finds."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def apply_theme(self, theme: Theme) -> None:
        """Take on the colours of `theme`."""
        self._theme = theme
        palette = self._view.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(theme.page))
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.text))
        self._view.setPalette(palette)
        document = self._view.document()
        document.setDefaultStyleSheet(style(theme))
        document.setDocumentMargin(_ROOM)
        top = self._view.verticalScrollBar().value()
        self._view.setHtml(self._body)
        self._view.verticalScrollBar().setValue(top)
        self._find()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._step(-1 if back else 1)
            return True
        return super().eventFilter(watched, event)

    def _find(self) -> None:
        """Mark every place with the words of the line, and show the first."""
        words, document = self._line.text(), self._view.document()
        self._found = []
        cursor = document.find(words) if words else QTextCursor()
        while not cursor.isNull():
            self._found.append(cursor)
            cursor = document.find(words, cursor, QTextDocument.FindFlag(0))
        self._current = 0
        self._show_found()

    def _step(self, step: int) -> None:
        if self._found:
            self._current = (self._current + step) % len(self._found)
            self._show_found()

    def _show_found(self) -> None:
        selections = []
        for number, cursor in enumerate(self._found):
            current = number == self._current
            marked = QTextEdit.ExtraSelection()
            marked.cursor = cursor
            marked.format = self._mark(current=current)
            selections.append(marked)
        self._view.setExtraSelections(selections)
        if self._found:
            bare = QTextCursor(self._found[self._current])
            bare.clearSelection()
            self._view.setTextCursor(bare)
        count = f"{self._current + 1}/{len(self._found)}" if self._found else self.tr("没有找到")
        self._count.setText(count if self._line.text() else "")

    def _mark(self, *, current: bool) -> QTextCharFormat:
        theme, mark = self._theme, QTextCharFormat()
        mark.setBackground(QColor(theme.current_match if current else theme.match))
        mark.setForeground(QColor(theme.current_match_text if current else theme.match_text))
        return mark
