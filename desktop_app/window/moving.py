"""Moving by keys: from figure to figure, from pane to pane."""

from collections.abc import Callable, Mapping
from functools import partial

from desktop_app.window.actions import ActionId
from desktop_app.window.feature import Feature


class Moving(Feature):
    """Steps to what comes next or before."""

    def jobs(self) -> Mapping[ActionId, Callable[[], object]]:
        panes = self.bench.panes
        return {
            ActionId.NEXT_FIGURE: partial(panes.reader.step_figure, 1),
            ActionId.PREVIOUS_FIGURE: partial(panes.reader.step_figure, -1),
            ActionId.NEXT_PANE: partial(panes.step_focus, 1),
            ActionId.PREVIOUS_PANE: partial(panes.step_focus, -1),
        }
