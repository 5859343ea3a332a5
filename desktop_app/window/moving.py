"""Moving: to a chapter of the tree or of the path, and by keys from figure to figure and pane."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt

from desktop_app.domain.bulletin import Script
from desktop_app.domain.reading_events import MenuWanted, SectionChosen
from desktop_app.window.actions import ActionId
from desktop_app.window.feature import Feature, Workbench
from desktop_app.window.listing import Entry, Listing


class Moving(Feature):
    """Goes where the tree says, and steps to what comes next or before."""

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(bench, parent)
        bench.panes.tree.section_chosen.connect(self._on_section_chosen)
        bench.panes.reader.chapters_wanted.connect(self._ask_for_chapter)

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

    def _ask_for_chapter(self, wanted: MenuWanted) -> None:
        """List the chapters of the bulletin, the one that is read marked."""
        if self.opened is None:
            return
        bulletin, script = self.opened.bulletin, self.bench.settings().script
        shown = Script.HANS if script is Script.SOURCE else script
        here = bulletin.chapter_of(self.bench.panes.reader.place().section_id)
        entries = [
            Entry(
                bulletin.text.of(shown, chapter.title_read_start, chapter.title_read_end),
                partial(self._go_to_chapter, chapter.id),
                is_current=chapter is here,
            )
            for chapter in bulletin.chapters
        ]
        listing = Listing(self.tr("本公报的各章"), entries, self.bench.panes)
        listing.show_at(QPoint(wanted.x_px, wanted.y_px))

    def _go_to_chapter(self, section_id: int) -> None:
        # What hears of a chapter chosen in the tree is to hear of this one.
        self.bench.panes.tree.section_chosen.emit(SectionChosen(section_id))
        self.bench.panes.reader.setFocus()

    def _step_note(self, step: int) -> None:
        reader = self.bench.panes.reader
        if reader.step_note(step):
            # Enter follows the mark only where the keyboard is in the text.
            reader.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            end = self.tr("后面没有注释标记") if step > 0 else self.tr("前面没有注释标记")
            self.bench.panes.status.show_done(end)
