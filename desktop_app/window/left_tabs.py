"""The tabs of the column on the left: they keep their words as long as there is room for them."""

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

# Blank on both sides of a tab in pixels, as the style sheet has it.
_ROOM = 24
_RIMS = 8
_LEAST = 120


class LeftTabs(QTabBar):
    """Tabs with counts; in a narrow column they lose blanks first, then counts, then letters."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__()
        # Named before it has a style sheet: a bar of tabs asks its style while it is made.
        self.setObjectName("leftTabs")
        self.setParent(parent)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self._names: list[str] = []
        self._counts: dict[int, int] = {}

    def add(self, name: str) -> None:
        """Add a tab called `name`."""
        self._names.append(name)
        self.addTab(name)

    def set_count(self, tab: int, count: int) -> None:
        """Say how many things a tab holds; 0 says nothing."""
        self._counts[tab] = count
        self._fit()

    def width_of_names(self) -> int:
        """Return the width in pixels at which no letter of the names is lost."""
        # Each name has its blanks, and the rims that the style draws round a tab.
        return self._width(self._names) + (_ROOM // 4 + _RIMS) * len(self._names)

    def minimumSizeHint(self) -> QSize:
        # As they fit, not as they would like to: the column may be as narrow as it could before.
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        full = [self._counted(tab) for tab in range(len(self._names))]
        room = self.width()
        self._set_narrow(narrow=self._width(full) + _ROOM * len(full) > room)
        bare = self._width(full) + _ROOM / 4 * len(full) > room
        for tab, (text, name) in enumerate(zip(full, self._names, strict=True)):
            shown = name if bare else text
            if self.tabText(tab) != shown:
                self.setTabText(tab, shown)
            self.setTabToolTip(tab, text if bare else "")
            self.setAccessibleTabName(tab, text)

    def _counted(self, tab: int) -> str:
        count = self._counts.get(tab, 0)
        return f"{self._names[tab]} {count}" if count else self._names[tab]

    def _width(self, texts: list[str]) -> int:
        return sum(self.fontMetrics().horizontalAdvance(text) for text in texts)

    def _set_narrow(self, *, narrow: bool) -> None:
        if bool(self.property("narrow")) is narrow:
            return
        self.setProperty("narrow", narrow)
        self.style().unpolish(self)
        self.style().polish(self)
        # Polished anew the bar keeps the places of its tabs, until it hears of it.
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))
