"""Bookmarks to a file and from one: the dialogs, and the work away from the window."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.domain.messages import Message
from desktop_app.system import language, resources
from desktop_app.window.bookmark_keeper import BookmarkKeeper
from desktop_app.window.feature import Workbench

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QFileDialog

    from desktop_app.domain.bookmark import Bookmark


class BookmarkExchange(QObject):
    """Exports what `listed` returns, and takes in what a file holds beside it."""

    def __init__(
        self,
        bench: Workbench,
        keeper: BookmarkKeeper,
        listed: "Callable[[], tuple[Bookmark, ...]]",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bench, self._keeper, self._listed = bench, keeper, listed

    def ask_export(self) -> None:
        """Let the user say to which file all bookmarks go."""
        from PySide6.QtWidgets import QFileDialog

        dialog = self._dialog(self.tr("导出书签"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            self.tr("可以再导入 (*.json);;表格 (*.csv);;Markdown (*.md)").split(";;")
        )
        dialog.setDefaultSuffix("json")
        # The format chosen last is the one of a name without an ending.
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(chosen.rpartition(".")[2].rstrip(")"))
        )
        dialog.selectFile(self.tr("书签.json"))
        dialog.fileSelected.connect(lambda path: self.export_to(Path(path)))
        dialog.open()

    def _dialog(self, title: str) -> "QFileDialog":
        from desktop_app.window.dialogs import file_dialog

        folder = file_dialog.folder_to_begin_in(self._bench.settings().export_folder)
        dialog = file_dialog.make(self._bench.panes.window(), title, folder)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def export_to(self, path: Path) -> None:
        """Write all bookmarks to a file, in the order of the list."""
        from desktop_app.services import bookmark_files

        marks, words = self._listed(), language.preferred()

        def job(_library: object) -> None:
            bookmark_files.write(path, marks, words)

        def done(_answer: None) -> None:
            params: dict[str, str | int] = {"count": len(marks), "path": str(path)}
            self._say(Message("bookmarks_exported", params))

        self._bench.lanes.library.run("bookmark file", job, done, self._bench.show_error)

    def ask_import(self) -> None:
        """Let the user say from which file bookmarks come."""
        from PySide6.QtWidgets import QFileDialog

        dialog = self._dialog(self.tr("导入书签"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("书签文件 (*.json)"))
        dialog.fileSelected.connect(lambda path: self.import_from(Path(path)))
        dialog.open()

    def import_from(self, path: Path) -> None:
        """Take in the bookmarks of a file; those that are there already stay as they are."""
        from desktop_app.services import bookmark_files, bookmarks

        def job(_library: object) -> "tuple[Bookmark, ...]":
            return bookmark_files.read(path)

        def done(found: "tuple[Bookmark, ...]") -> None:
            changed = bookmarks.merged(self._keeper.marks(), found)
            if changed:
                self._keeper.change(changed)
            params: dict[str, str | int] = {"count": len(found), "changed": len(changed)}
            self._say(Message("bookmarks_imported", params))

        self._bench.lanes.library.run("bookmark file", job, done, self._bench.show_error)

    def _say(self, message: Message) -> None:
        text = resources.sentence(message, language.preferred())
        self._bench.panes.status.show_done(text)
