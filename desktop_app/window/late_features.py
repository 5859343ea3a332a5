"""The features that nobody needs to see the text, made after it has been painted."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.domain.bulletin import Script
from desktop_app.services.appearance import Theme
from desktop_app.services.reading import OpenBulletin
from desktop_app.window.actions import ActionId
from desktop_app.window.after_paint import AfterPaint
from desktop_app.window.feature import Feature, Workbench

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from desktop_app.services.settings import Settings

ACTIONS = (
    ActionId.COPY_VALUE,
    ActionId.COPY_WITH_SOURCE,
    ActionId.COPY_NUMBER,
    ActionId.COPY_GROWTH,
    ActionId.COPY_PRINTED,
    ActionId.COPY_SENTENCE,
    ActionId.COPY_TEMPLATE,
    ActionId.COPY_ROWS,
    ActionId.COPY_SOURCE,
    ActionId.COPY_GBT_2015,
    ActionId.COPY_GBT_2025,
    ActionId.CONTEXT_MENU,
    ActionId.SEARCH_SELECTED,
    ActionId.EXPORT,
    ActionId.EXPORT_TEXT,
    ActionId.EXPORT_CHAPTER,
    ActionId.EXPORT_FIGURES,
    ActionId.EXPORT_SELECTED,
    ActionId.EXPORT_HITS,
    ActionId.EXPORT_FINDINGS,
    ActionId.PRINT,
    ActionId.PRINT_CHAPTER,
    ActionId.BOOKMARK,
    ActionId.ADD_NOTE,
    ActionId.SHOW_BOOKMARKS,
    ActionId.COPY_CHART,
    ActionId.SAVE_CHART_PNG,
    ActionId.SAVE_CHART_SVG,
    ActionId.SETTINGS,
    ActionId.HELP,
    ActionId.ABOUT,
)
"""What these features do: known without them."""


class LateFeatures(Feature):
    """Stands for the features of `features.LATE`, and hands on to them what it is told.

    They are made once the reader has been painted; before that where one of their actions is
    asked for, or where a pane is made that has something to tell them.
    """

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(bench, parent)
        self._made: tuple[Feature, ...] = ()
        panes = bench.panes
        for pane in (panes.table, panes.chart, panes.bookmarks):
            pane.loading.connect(self.load)
        # What is done with the mouse before they are there, they hear of once they are.
        for signal in (panes.reader.menu_wanted, panes.reader.bookmark_chosen):
            signal.connect(partial(self._on_early, signal))
        AfterPaint(panes.reader, self.load)

    def load(self) -> None:
        """Make them now, unless they are there."""
        if self._made:
            return
        from desktop_app.window.features import LATE

        # Their parent is the window, as if it had made them itself.
        window = self.bench.panes.window()
        self._made = tuple(make(self.bench, window) for make in LATE)
        if self.opened is not None:
            for feature in self._made:
                feature.set_bulletin(self.opened)

    def _on_early(self, signal: "SignalInstance", said: object) -> None:
        if not self._made:
            self.load()
            # Who begins to listen while a signal is told does not hear it this time.
            signal.emit(said)

    def made(self) -> tuple[Feature, ...]:
        """Return the features; none before they are made."""
        return self._made

    def jobs(self) -> Mapping[ActionId, Callable[[], object]]:
        return {action_id: partial(self._do, action_id) for action_id in ACTIONS}

    def _do(self, action_id: ActionId) -> None:
        self.load()
        jobs = (feature.jobs() for feature in self._made)
        next(some[action_id] for some in jobs if action_id in some)()

    # Before they are made there is nobody to tell: script, colours and settings they find as set.

    def set_bulletin(self, opened: OpenBulletin) -> None:
        super().set_bulletin(opened)
        for feature in self._made:
            feature.set_bulletin(opened)

    def set_script(self, script: Script) -> None:
        for feature in self._made:
            feature.set_script(script)

    def apply_theme(self, theme: Theme) -> None:
        for feature in self._made:
            feature.apply_theme(theme)

    def set_settings(self, before: "Settings") -> None:
        for feature in self._made:
            feature.set_settings(before)

    def resume(self, before: Feature) -> None:
        if isinstance(before, LateFeatures) and before.made():
            self.load()
            for feature, other in zip(self._made, before.made(), strict=True):
                feature.resume(other)
