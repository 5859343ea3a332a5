"""Moving: to a chapter of the tree, and by keys from figure to figure, from pane to pane."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt

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
            ActionId.NEXT_NOTE: partial(self._step_note, 1),
            ActionId.PREVIOUS_NOTE: partial(self._step_note, -1),
            ActionId.NEXT_PANE: partial(panes.step_focus, 1),
            ActionId.PREVIOUS_PANE: partial(panes.step_focus, -1),
        }

    def _on_section_chosen(self, chosen: SectionChosen) -> None:
        if self.opened is not None:
            section = self.opened.bulletin.section_by_id[chosen.section_id]
            self.bench.panes.reader.scroll_to(section.title_read_start)

    def _step_note(self, step: int) -> None:
        reader = self.bench.panes.reader
        if reader.step_note(step):
            # Enter follows the mark only where the keyboard is in the text.
            reader.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            end = self.tr("后面没有注释标记") if step > 0 else self.tr("前面没有注释标记")
            self.bench.panes.status.show_done(end)
