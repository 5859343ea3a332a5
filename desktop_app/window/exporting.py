"""Exporting: what of figures, text, hits and findings goes into which file; and printing."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject

from desktop_app.domain.exported import Format, What, formats_of
from desktop_app.services.reading import OpenBulletin
from desktop_app.system import language
from desktop_app.window.actions import ActionId
from desktop_app.window.feature import Feature, Workbench
from desktop_app.window.file_writing import FileWriting

if TYPE_CHECKING:
    from desktop_app.domain.bulletin import Bulletin, Figure, Section
    from desktop_app.services.exports import Content
    from desktop_app.services.tables import Manner
    from desktop_app.window.printing import Printing

_NEED_BULLETIN = (
    ActionId.EXPORT_TEXT,
    ActionId.EXPORT_CHAPTER,
    ActionId.EXPORT_FIGURES,
    ActionId.PRINT,
    ActionId.PRINT_CHAPTER,
)


class Exporting(Feature):
    """Asks where, and has it written there.

    What is needed for it is imported when it is asked for: a start
    pays for none of it.
    """

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(bench, parent)
        self._note = bench.panes.status.work
        self._writing = FileWriting(bench, self)
        self._printing: Printing | None = None
        menu = bench.panes.top_bar.export_menu
        menu.aboutToShow.connect(self._offer)
        menu.aboutToHide.connect(self._answer_keys)

    def jobs(self) -> Mapping[ActionId, Callable[[], object]]:
        return {
            ActionId.EXPORT: self.bench.panes.top_bar.show_export_menu,
            ActionId.EXPORT_TEXT: self._export_text,
            ActionId.EXPORT_CHAPTER: self._export_chapter,
            ActionId.EXPORT_FIGURES: self._export_figures,
            ActionId.EXPORT_SELECTED: self._export_selected,
            ActionId.EXPORT_HITS: self._export_hits,
            ActionId.EXPORT_FINDINGS: self._export_findings,
            ActionId.PRINT: self._print,
            ActionId.PRINT_CHAPTER: partial(self._print, only_chapter=True),
        }

    def set_bulletin(self, opened: OpenBulletin) -> None:
        super().set_bulletin(opened)
        self._offer()
        self._answer_keys()

    def resume(self, before: Feature) -> None:
        if isinstance(before, Exporting):
            self._writing, self._printing = before.under_way()
            self._writing.move_to(self.bench, self)
            if self._printing is not None:
                self._printing.move_to(self._note, self)
                self._printing.ended.connect(self._on_printed)

    def under_way(self) -> "tuple[FileWriting, Printing | None]":
        """Return what is written and printed now: it goes on for the window that comes."""
        return self._writing, self._printing

    # -- what there is

    def _offer(self) -> None:
        """Let the menu offer what there is to export now."""
        actions, bulletin = self.bench.actions, self._bulletin()
        for action_id in _NEED_BULLETIN:
            actions[action_id].setEnabled(bulletin is not None)
        count = len(self.bench.choosing.figures())
        selected = actions[ActionId.EXPORT_SELECTED]
        words = self.tr("导出选中的 {n} 个数据…").format(n=count)
        selected.setText(words if count else self.tr("导出选中的数据…"))
        selected.setEnabled(bool(count))
        actions[ActionId.EXPORT_HITS].setEnabled(bool(self._query()))
        actions[ActionId.EXPORT_FINDINGS].setEnabled(bool(bulletin and bulletin.findings))

    def _answer_keys(self) -> None:
        """Let a key say what is missing: what was missing in the menu may be there by then."""
        for action_id in (ActionId.EXPORT_SELECTED, ActionId.EXPORT_HITS):
            self.bench.actions[action_id].setEnabled(True)

    def _bulletin(self) -> "Bulletin | None":
        return self.opened.bulletin if self.opened is not None else None

    def _chapter(self) -> "Section | None":
        """Return the chapter that is read."""
        bulletin = self._bulletin()
        if bulletin is None:
            return None
        return bulletin.chapter_of(self.bench.panes.reader.place().section_id)

    def _query(self) -> str:
        return self.bench.panes.box.text().strip()

    def _manner(self) -> "Manner":
        from desktop_app.services.tables import Manner

        return Manner.of(language.preferred(), self.bench.settings().script)

    # -- what is exported

    def _export_text(self) -> None:
        from desktop_app.services.exports import TextOf

        bulletin = self._bulletin()
        if bulletin is not None:
            self._ask(What.TEXT, TextOf(bulletin))

    def _export_chapter(self) -> None:
        bulletin, chapter = self._bulletin(), self._chapter()
        if chapter is None:
            self._say_no_chapter()
        elif bulletin is not None:
            from desktop_app.services import exporting

            figures = bulletin.figures_of(chapter)
            self._export_chosen(bulletin, figures, exporting.heading(chapter))

    def _say_no_chapter(self) -> None:
        self.bench.panes.status.show_done(self.tr("这里在第一章之前，没有本章"))

    def _export_figures(self) -> None:
        bulletin = self._bulletin()
        if bulletin is not None:
            self._export_chosen(bulletin, bulletin.figures, "")

    def _export_selected(self) -> None:
        bulletin, figures = self._bulletin(), self.bench.choosing.figures()
        if bulletin is not None and figures:
            self._export_chosen(bulletin, figures, self.tr("选中的数据"))
        else:
            self.bench.panes.status.show_done(self.tr("先选中数据，再导出"))

    def _export_chosen(
        self, bulletin: "Bulletin", figures: "tuple[Figure, ...]", part: str
    ) -> None:
        from desktop_app.services.exporting import ChosenFigures
        from desktop_app.services.exports import FiguresOf

        chosen = ChosenFigures(bulletin, figures)
        self._ask(What.FIGURES, FiguresOf((chosen,), part))

    def _export_findings(self) -> None:
        from desktop_app.services.exports import FindingsOf

        bulletin = self._bulletin()
        if bulletin is not None:
            self._ask(What.FINDINGS, FindingsOf((bulletin,)))

    def _export_hits(self) -> None:
        """Export all that a search finds, also what the list does not show."""
        from desktop_app.services.exports import HitsOf, hits_of

        query, synonyms = self._query(), self.bench.settings().synonyms
        if not query:
            self.bench.panes.status.show_done(self.tr("先检索，再导出结果"))
            return
        job = partial(hits_of, query=query, synonyms=synonyms)

        def collect(path: Path, form: Format) -> None:
            writing = self._writing
            save = partial(writing.write, path=path, form=form, manner=self._manner())
            self.bench.lanes.library.run("export_hits", job, save, writing.fail)

        self._ask(What.SEARCH, HitsOf((), query), collect)

    # -- where it goes

    def _ask(
        self,
        what: What,
        content: "Content",
        then: Callable[[Path, Format], None] | None = None,
    ) -> None:
        from desktop_app.window.dialogs import file_dialog, save_as

        if not self.bench.may_export() or self._writing.is_busy():
            return
        name, window = content.name(self._manner()), self.bench.panes.window()
        save = then or (
            lambda path, form: self._writing.write(content, path, form, self._manner())
        )

        def keep(path: Path, form: Format) -> None:
            self.bench.keep(replace(self.bench.settings(), export_folder=str(path.parent)))
            save(path, form)

        folder = file_dialog.folder_to_begin_in(self.bench.settings().export_folder)
        save_as.ask(window, self.tr("导出"), folder / name, formats_of(what), keep)

    # -- printing

    def _print(self, *, only_chapter: bool = False) -> None:
        from desktop_app.services.exports import TextOf
        from desktop_app.window.printing import Printing

        bulletin, chapter = self._bulletin(), self._chapter()
        if bulletin is None:
            return
        if only_chapter and chapter is None:
            self._say_no_chapter()
            return
        if self._printing is not None:
            self.bench.panes.status.show_done(self.tr("正在打印上一份，请稍候或先取消"))
            return
        content = TextOf(bulletin, chapter if only_chapter else None)
        printing = Printing(content.paper(self._manner()), self._note, self)
        printing.ended.connect(self._on_printed)
        self._printing = printing
        printing.ask(self.bench.panes.window())

    def _on_printed(self) -> None:
        if self._printing is not None:
            self._printing.deleteLater()
        self._printing = None
