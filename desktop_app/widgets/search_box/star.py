"""The star that saves the query which is written, or takes it out again."""

from PySide6.QtCore import Qt
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
        self.apply_theme(theme, saved=False)

    def apply_theme(self, theme: Theme, *, saved: bool) -> None:
        """Take on the colours of `theme`."""
        self._icons = {
            state: star_icon(theme.accent if state else theme.muted, filled=state)
            for state in (False, True)
        }
        self.show_saved(saved=saved)

    def show_saved(self, *, saved: bool) -> None:
        """Show whether the query is saved."""
        icon = self._icons[saved]
        self.setChecked(saved)
        if self.icon().cacheKey() == icon.cacheKey():
            # An icon that is set lays the whole window out, which is too much for every letter.
            return
        self.setIcon(icon)
        words = self.tr("不再保存这个检索") if saved else self.tr("保存这个检索")
        self.setToolTip(words)
        self.setAccessibleName(words)
