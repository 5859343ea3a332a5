"""A frame round a pane that shows where the keyboard is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from desktop_app.services.appearance import Theme

# Wide enough that no rounding of a scaled screen lets the pane cover the outline.
_RIM = 2


class PaneFrame(QFrame):
    """Holds one pane and outlines it while a widget inside has the keyboard."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._active = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(_RIM, _RIM, _RIM, _RIM)
        self._layout.setSpacing(0)
        self.setAutoFillBackground(True)
        self.apply_theme(theme)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put `widget` below what is there."""
        self._layout.addWidget(widget, stretch)

    def is_active(self) -> bool:
        """Whether the keyboard is inside."""
        return self._active

    def apply_theme(self, theme: Theme) -> None:
        """Take on the colours of `theme`."""
        self._theme = theme
        palette = self.palette()
        palette.setColor(self.backgroundRole(), QColor(theme.pane))
        self.setPalette(palette)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._active:
            painter = QPainter(self)
            painter.setPen(QColor(self._theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        active = new is not None and (new is self or self.isAncestorOf(new))
        if active != self._active:
            self._active = active
            self.update()
