"""The tabs above the figure table: where there is little room their names are shorter, not cut."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

# Blank at each side of a name in pixels, where there is room and where there is little, with what
# the style draws round a tab.
_ROOMY, _NARROW, _RIMS = 12, 4, 4
_LEAST = 120


class TableTabs(QTabBar):
    """Tabs with a long and a short name each; in a narrow column they lose blanks, then words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(True)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self._names: list[tuple[str, str]] = []
        self._rules = ""

    def add(self, name: str = "", short: str = "") -> int:
        """Add a tab, and return its number."""
        self._names.append((name, short or name))
        tab = self.addTab(name)
        self._fit()
        return tab

    def name(self, tab: int, name: str, short: str) -> None:
        """Call a tab `name`, or `short` where there is little room."""
        self._names[tab] = name, short
        self._fit()

    def set_rules(self, rules: str) -> None:
        """Look as these style sheet rules say; the blanks are the tabs' own."""
        self._rules = rules
        self._fit()

    def minimumSizeHint(self) -> QSize:
        # As they fit, not as they would like to.
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        names = [long for long, _ in self._names]
        shown = names if self._fits(names, _NARROW) else [short for _, short in self._names]
        for tab, (text, name) in enumerate(zip(shown, names, strict=True)):
            if self.tabText(tab) != text:
                self.setTabText(tab, text)
            self.setTabToolTip(tab, name)
            self.setAccessibleTabName(tab, name)
        blank = _ROOMY if self._fits(shown, _ROOMY) else _NARROW
        rules = f"{self._rules} QTabBar::tab {{ padding: 9px {blank}px 7px {blank}px; }}"
        if self.styleSheet() != rules:
            self.setStyleSheet(rules)

    def _fits(self, names: list[str], blank: int) -> bool:
        measured = (self.fontMetrics().horizontalAdvance(name) for name in names)
        # Tabs are equally wide as long as all of them can be.
        return (max(measured, default=0) + 2 * blank + _RIMS) * len(names) <= self.width()
