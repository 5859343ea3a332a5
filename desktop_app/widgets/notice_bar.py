"""A calm message across the window, with what can be copied and a way to close it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget


class NoticeBar(QFrame):
    """One message at a time; the newest replaces the one before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self._details = ""
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = QPushButton(self.tr("复制详情"), self)
        self._copy.clicked.connect(self._copy_details)
        close = QToolButton(self)
        close.setText("×")
        close.setAccessibleName(self.tr("关闭"))
        close.setToolTip(self.tr("关闭"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._copy)
        layout.addWidget(close)
        self.hide()

    def show_message(self, text: str, details: str = "") -> None:
        """Show `text`; `details` is what the copy button copies, and without it there is none."""
        self._label.setText(text)
        self._details = details
        self._copy.setVisible(bool(details))
        self.show()

    def text(self) -> str:
        """Return the message shown."""
        return self._label.text()

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
