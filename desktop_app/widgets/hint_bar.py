"""One quiet line that tells a newcomer where things are, until it is put away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class HintBar(QFrame):
    """Says what is left, in the middle and right, and how to go on.

    Signals:
        dismissed: the user has read it.
    """

    dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("hintBar")
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setText(
            self.tr(
                "左边是目录和检索结果；中间的正文里，带底色的数据可以单击；"
                "右边是本章的指标和图。Ctrl+K 检索，Ctrl+C 复制选中的数据，F1 帮助。"
            )
        )
        close = QPushButton(self.tr("知道了"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.dismissed)
        self.setFocusProxy(close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 12, 6)
        layout.setSpacing(12)
        layout.addWidget(self._label, 1)
        layout.addWidget(close)

    def text(self) -> str:
        """Return what it says."""
        return self._label.text()
