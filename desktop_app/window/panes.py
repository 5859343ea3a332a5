"""The parts of the window and where they lie; who talks to whom is the main window's."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.domain.bulletin import Script
from desktop_app.services.appearance import Theme, Typography
from desktop_app.widgets.chapter_tree import ChapterTreePane
from desktop_app.widgets.notice_bar import NoticeBar
from desktop_app.widgets.reader import ReaderPane
from desktop_app.window.actions import ActionId
from desktop_app.window.late_left import LateBookmarks, LateFindings
from desktop_app.window.late_panes import LateChart, LateTable, order_tabs
from desktop_app.window.left_tabs import LeftTabs
from desktop_app.window.pane_frame import PaneFrame
from desktop_app.window.status_line import StatusLine
from desktop_app.window.top_bar import TopBar

if TYPE_CHECKING:
    from desktop_app.widgets.find_bar import FindBar
    from desktop_app.widgets.results import ResultsPane

CONTENTS_TAB, RESULTS_TAB, BOOKMARKS_TAB, FINDINGS_TAB = range(4)
# Parts of the window's width, with the least and the most pixels a side column gets of itself.
_LEFT, _RIGHT = (0.2, 176, 284), (0.32, 288, 452)
_LEAST_READER = 300
# The right column has whole names in its table from this width on, if so much is left to the text.
_WHOLE_NAMES, _GOOD_READER = 388, 425
_ROWS = [400, 420]


class _Themed(Protocol):
    def apply_theme(self, colours: Theme, /) -> None: ...


class Panes(QWidget):
    """The row above, three resizable columns, the line below."""

    def __init__(
        self,
        actions: Mapping[ActionId, QAction],
        theme: Theme,
        faces: Typography,
        script: Script,
        reading_px: int,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.top_bar = TopBar(actions, self)
        self.box = self.top_bar.search_box
        self.notice = NoticeBar(self)
        # The Tab key goes from part to part in the order they are made in.
        self.tabs = LeftTabs(self)
        self.tree = ChapterTreePane(self)
        self.tree.set_script(script)
        self._results: ResultsPane | None = None
        self.bookmarks = LateBookmarks(self)
        self.findings = LateFindings(self)
        self.reader = ReaderPane(theme, faces, script, reading_px, self)
        self._find_bar: FindBar | None = None
        self.table = LateTable(self)
        self.chart = LateChart(self)
        self.status = StatusLine(self)
        self.status.set_script(script)
        # In the order of the numbers above.
        for name in (self.tr("目录"), self.tr("检索"), self.tr("书签"), self.tr("数据审核")):
            self.tabs.add(name)
        self._pages = QStackedWidget(self)
        self._left, self._centre, self._table, self._chart = self._frames = tuple(
            PaneFrame(theme, self) for _ in range(4)
        )
        self.splitters = self._split()
        self._fill()

    def _split(self) -> dict[str, QSplitter]:
        right = QSplitter(Qt.Orientation.Vertical, self)
        columns = QSplitter(Qt.Orientation.Horizontal, self)
        for splitter, parts in (
            (right, (self._table, self._chart)),
            (columns, (self._left, self._centre, right)),
        ):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            for part in parts:
                splitter.addWidget(part)
        right.setSizes(_ROWS)
        self._centre.setMinimumWidth(_LEAST_READER)
        for column, stretch in enumerate((0, 1, 0)):
            columns.setStretchFactor(column, stretch)
        return {"columns": columns, "right": right}

    def _fill(self) -> None:
        for page in (self.tree, self.bookmarks, self.findings):
            self._pages.addWidget(page)
        self.tabs.currentChanged.connect(self._turn_to)
        self._left.add(self.tabs)
        self._left.add(self._pages, 1)
        self._centre.add(self.reader)
        self._table.add(self.table)
        self._chart.add(self.chart)
        columns = self.splitters["columns"]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.top_bar, self.notice, columns, self.status):
            layout.addWidget(widget, 1 if widget is columns else 0)

    def add_strip(self, strip: QWidget) -> None:
        """Lay a line across the window, above the panes and below what the program has to say."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(self.notice) + 1, strip)

    def add_above_status(self, widget: QWidget) -> None:
        """Put a line between the columns and the status line."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.indexOf(self.status), widget)

    @property
    def results(self) -> "ResultsPane":
        """The results of searches, made when they are first wanted: after the text is seen."""
        if self._results is None:
            from desktop_app.widgets.results import ResultsPane

            self._results = ResultsPane(self)
            self._results.apply_theme(self._theme)
            self._pages.addWidget(self._results)
            order_tabs(self.tree.focusProxy() or self.tree, self._results)
        return self._results

    @property
    def find_bar(self) -> "FindBar":
        """What finds in the text, made when it is first wanted: after the text is seen."""
        if self._find_bar is None:
            from desktop_app.widgets.find_bar import FindBar

            self._find_bar = FindBar(self.reader)
            self.reader.add_below_head(self._find_bar)
            order_tabs(self.reader.focusProxy() or self.reader, self._find_bar)
        return self._find_bar

    def _turn_to(self, tab: int) -> None:
        self._pages.setCurrentWidget(self._page_of(tab))

    def _page_of(self, tab: int) -> QWidget:
        if tab == RESULTS_TAB:
            return self.results
        pages: dict[int, QWidget] = {
            CONTENTS_TAB: self.tree,
            BOOKMARKS_TAB: self.bookmarks,
            FINDINGS_TAB: self.findings,
        }
        return pages[tab]

    def share_width(self, width: int) -> None:
        """Divide `width` pixels among the columns; the reader gets what the sides leave."""
        left, right = (
            round(min(max(width * part, least), most)) for part, least, most in (_LEFT, _RIGHT)
        )
        left = max(left, min(self.tabs.width_of_names(), _LEFT[2]))
        right = max(right, min(_WHOLE_NAMES, width - left - _GOOD_READER))
        self.splitters["columns"].setSizes([left, max(width - left - right, 1), right])

    def show_script(self, script: Script) -> None:
        """Show the text, and what is said about it, in `script`."""
        self.reader.show_script(script)
        self.tree.set_script(script)
        self.table.set_script(script)
        self.status.set_script(script)

    def apply_theme(self, theme: Theme) -> None:
        """Give every part the colours of `theme`."""
        self._theme = theme
        parts: tuple[_Themed, ...] = (
            self.top_bar,
            self.tree,
            *([self._results] if self._results is not None else []),
            self.bookmarks,
            self.findings,
            self.reader,
            self.table,
            self.chart,
        )
        for part in (*parts, *self._frames):
            part.apply_theme(theme)

    def resume(self, old: "Panes") -> None:
        """Show the tab that `old` shows."""
        self.tabs.setCurrentIndex(old.tabs.currentIndex())

    def table_is_active(self) -> bool:
        """Whether the keyboard is in the figure table or the chart."""
        return self._table.is_active() or self._chart.is_active()

    def show_left(self, tab: int) -> None:
        """Show a tab of the column on the left, and give it the keyboard."""
        self.tabs.setCurrentIndex(tab)
        self._left_page().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _left_page(self) -> QWidget:
        page = self._pages.currentWidget()
        assert page is not None
        return page

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Give the keyboard to the next control in the order of the Tab key, or the one before.

        Qt's own way also stops at a pane that hands the keyboard to a control in it, wherever that
        pane is in the order: it passes over what comes first in one, and turns in a circle where
        another one comes behind its control.
        """
        here = self.window().focusWidget() or self
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        widget: QWidget | None = here
        while widget is not None:
            widget = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
            if widget is here:
                break
            if widget is not None and self._is_stop(widget):
                widget.setFocus(reason)
                return True
        return False

    def _is_stop(self, widget: QWidget) -> bool:
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        is_own = takes_tab and widget.focusProxy() is None and self.isAncestorOf(widget)
        return is_own and widget.isEnabled() and widget.isVisibleTo(self)

    def step_focus(self, step: int) -> None:
        """Give the keyboard to the next (1) or previous (-1) pane, the search box among them."""
        left = self._left_page()
        stops: tuple[QWidget, ...] = (self.box, left, self.reader, self.table, self.chart)
        active = [self.box.has_focus(), *(frame.is_active() for frame in self._frames)]
        here = active.index(True) if True in active else 0
        stops[(here + step) % len(stops)].setFocus(Qt.FocusReason.ShortcutFocusReason)
