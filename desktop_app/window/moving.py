"""Moving: to a chapter of the tree, and by keys from figure to figure, from pane to pane."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject

from desktop_app.domain.reading_events import SectionChosen
from desktop_app.window.actions import ActionId
from desktop_app.window.feature import Feature, Workbench


class Moving(Feature):
    """Goes where the tree says, and steps to what comes next or before."""

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(bench, parent)
        bench.panes.tree.section_chosen.connect(self._on_section_chosen)

    def jobs(self) -> Mapping[ActionId, Callable[[], object]]:
        panes = self.bench.panes
        return {
            ActionId.NEXT_FIGURE: partial(panes.reader.step_figure, 1),
            ActionId.PREVIOUS_FIGURE: partial(panes.reader.step_figure, -1),
            ActionId.NEXT_PANE: partial(panes.step_focus, 1),
            ActionId.PREVIOUS_PANE: partial(panes.step_focus, -1),
        }

    def _on_section_chosen(self, chosen: SectionChosen) -> None:
        if self.opened is not None:
            section = self.opened.bulletin.section_by_id[chosen.section_id]
            self.bench.panes.reader.scroll_to(section.title_read_start)
