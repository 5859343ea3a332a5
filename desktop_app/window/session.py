"""What the window showed when it was closed is shown again: the tab on the left, the table's."""

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject

from desktop_app.window.after_paint import AfterPaint
from desktop_app.window.feature import Feature, Workbench
from desktop_app.window.panes import CONTENTS_TAB


class Session(Feature):
    """Keeps which tabs are open, from one start to the next and from one bulletin to another."""

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(bench, parent)
        self._resumed = False
        self._left_tab_shown = bench.settings().left_tab == CONTENTS_TAB
        bench.panes.window().installEventFilter(self)
        bench.panes.table.show_whole(on=bench.settings().table_whole)
        if not self._left_tab_shown:
            # What is in the other tabs is made first when it is shown: not before the text.
            AfterPaint(bench.panes.reader, self._restore)

    def _restore(self) -> None:
        tabs = self.bench.panes.tabs
        self._left_tab_shown = True
        # Who is quick has chosen a tab by now, or searches.
        if not self._resumed and tabs.currentIndex() == CONTENTS_TAB:
            tabs.setCurrentIndex(self.bench.settings().left_tab)

    def resume(self, before: Feature) -> None:
        self._resumed = True
        table, old = self.bench.panes.table, before.bench.panes.table
        table.show_whole(on=old.shows_whole())
        sifting = old.sifting()
        if sifting is not None:
            table.sift(sifting)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and watched is self.bench.panes.window():
            self._keep()
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        settings, panes = self.bench.settings(), self.bench.panes
        shown = panes.tabs.currentIndex()
        # A window may be closed before its text, and so its tab, was there.
        is_chosen = self._left_tab_shown or shown != CONTENTS_TAB
        now = replace(
            settings,
            left_tab=shown if is_chosen else settings.left_tab,
            table_whole=panes.table.shows_whole(),
        )
        if now != settings:
            self.bench.keep(now)
