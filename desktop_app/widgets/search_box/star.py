"""The star that saves the query which is written, or takes it out again."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QToolButton, QWidget

from desktop_app.services.appearance import Theme
from desktop_app.widgets.search_box.line import star_icon


class Star(QToolButton):
    """Filled while the query is saved."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("searchStar")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._theme, self._saved = theme, False
        self._icons: dict[bool, QIcon] = {}

    def apply_theme(self, theme: Theme, *, saved: bool) -> None:
        """Take on the colours of `theme`."""
        self._theme, self._icons = theme, {}
        self.show_saved(saved=saved)

    def show_saved(self, *, saved: bool) -> None:
        """Show whether the query is saved."""
        self._saved = saved
        self.setChecked(saved)
        if self.isVisible():
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def _draw(self) -> None:
        """Draw what is seen; the box is empty, and has no star, when the text is first seen."""
        saved = self._saved
        if not self._icons:
            self._icons = {
                state: star_icon(colour, filled=state)
                for state, colour in ((False, self._theme.muted), (True, self._theme.accent))
            }
        icon = self._icons[saved]
        if self.icon().cacheKey() == icon.cacheKey():
            # An icon that is set lays the whole window out, which is too much for every letter.
            return
        self.setIcon(icon)
        words = self.tr("不再保存这个检索") if saved else self.tr("保存这个检索")
        self.setToolTip(words)
        self.setAccessibleName(words)
