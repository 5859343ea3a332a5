"""The receipt of a file that is looked at: what was found in it, mended, doubted and left out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

_DETAIL_ROWS = 9
_INDENT = "　"


class ImportReceipt(QFrame):
    """One line that stays until it is closed, with every detail behind a button."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("importReceipt")
        self._summary = QLabel(self)
        self._summary.setWordWrap(True)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = self._button(self.tr("详情"))
        self._more.setCheckable(True)
        close = self._button("×")
        close.setAccessibleName(self.tr("关闭"))
        close.setToolTip(self.tr("关闭"))
        self._details = QPlainTextEdit(self)
        self._details.setObjectName("receiptDetails")
        self._details.setAccessibleName(self.tr("读入的详情"))
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setFrameShape(QFrame.Shape.NoFrame)
        self._details.setFixedHeight(_DETAIL_ROWS * self.fontMetrics().lineSpacing())
        self._details.hide()
        self._more.toggled.connect(self._details.setVisible)
        close.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.addWidget(self._summary, 1)
        row.addWidget(self._more)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addLayout(row)
        layout.addWidget(self._details)

    def show_receipt(self, summary: str, lines: Sequence[tuple[int, str]]) -> None:
        """Show a receipt; each line comes with how deep it stands below another one."""
        self._summary.setText(summary)
        self._details.setPlainText("\n".join(_INDENT * depth + text for depth, text in lines))

    def texts(self) -> tuple[str, str]:
        """Return what the line says, and the details."""
        return self._summary.text(), self._details.toPlainText()

    def _button(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("quietButton")
        button.setText(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
