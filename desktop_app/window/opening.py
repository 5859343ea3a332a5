"""Opening: files by dialog or by dropping them, and the other bulletins of the library."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMenu

from desktop_app.domain.reading_events import BulletinWanted
from desktop_app.services.reading import BulletinEntry, OpenBulletin, listed
from desktop_app.system import language, resources
from desktop_app.window.actions import ActionId
from desktop_app.window.feature import Feature, Workbench

if TYPE_CHECKING:
    from desktop_app.widgets.import_receipt import ImportReceipt

_LISTED = 30
_SUFFIXES = ("txt", "md", "html", "htm", "mht", "mhtml", "docx", "pdf")


class Opening(Feature):
    """Asks for files and bulletins, and gives the receipt of a file that is looked at.

    Signals:
        file_wanted: the user wants to look at a file (FileWanted).
        bulletin_wanted: the user wants another bulletin of the library (BulletinWanted).
    """

    file_wanted = Signal(object)
    bulletin_wanted = Signal(object)

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(bench, parent)
        self.file: Path | None = None
        self._folder = ""
        self._receipt: ImportReceipt | None = None
        self._window = bench.panes.window()
        self._window.setAcceptDrops(True)
        self._window.installEventFilter(self)

    def jobs(self) -> Mapping[ActionId, Callable[[], object]]:
        return {ActionId.OPEN_FILE: self._ask_for_file, ActionId.LIBRARY: self._ask_for_bulletin}

    def set_file(self, file: Path) -> None:
        """Take it that the window shows this file, which is kept nowhere."""
        self.file = file

    def set_bulletin(self, opened: OpenBulletin) -> None:
        super().set_bulletin(opened)
        if self.file is not None:
            self._give_receipt(opened, self.file)

    def _give_receipt(self, opened: OpenBulletin, file: Path) -> None:
        # Few windows show a file: the others do without what this needs.
        from desktop_app.services import receipts
        from desktop_app.widgets.import_receipt import ImportReceipt

        spoken = language.preferred()
        if self._receipt is None:
            self._receipt = ImportReceipt(self.bench.panes)
            self.bench.panes.add_strip(self._receipt)
            self._receipt.show()
        bulletin = opened.bulletin
        parts = [
            self.tr("只是查看 {name}，没有存入资料库。").format(name=file.name),
            resources.sentence(receipts.summary(bulletin), spoken),
            *receipts.title_findings(bulletin, spoken),
        ]
        lines = [
            (depth, resources.sentence(message, spoken))
            for depth, message in receipts.lines(bulletin, self.tr("不详"))
        ]
        self._receipt.show_receipt("　".join(parts), lines)

    # -- files

    def _ask_for_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, self.tr("打开文件"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        readable = " ".join(f"*.{suffix}" for suffix in _SUFFIXES)
        dialog.setNameFilters(
            [self.tr("公报（{suffixes}）").format(suffixes=readable), self.tr("所有文件（*）")]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def _on_file_selected(self, name: str) -> None:
        from desktop_app.domain.events import FileWanted

        path = Path(name)
        self._folder = str(path.parent)
        self.file_wanted.emit(FileWanted(path))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that are dropped on the window; every one gets a window of its own."""
        if isinstance(event, QDragEnterEvent) and _files(event):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            from desktop_app.domain.events import FileWanted

            event.acceptProposedAction()
            for path in _files(event):
                self.file_wanted.emit(FileWanted(path))
            return True
        return super().eventFilter(watched, event)

    # -- the library

    def _ask_for_bulletin(self) -> None:
        key = self.opened.bulletin.key if self.opened is not None else ""
        job = partial(listed, near=key, most=_LISTED)
        self.bench.lanes.library.run("listed", job, self._show_list, self.bench.show_error)

    def _show_list(self, answer: tuple[Sequence[BulletinEntry], int]) -> None:
        entries, others = answer
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.bench.actions[ActionId.OPEN_FILE])
        menu.addSeparator()
        for entry in entries:
            action = menu.addAction(entry.info.title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(self.opened is not None and entry.id == self.opened.id)
            wanted = BulletinWanted(entry.id)
            action.triggered.connect(lambda _on, wanted=wanted: self.bulletin_wanted.emit(wanted))
        if others:
            rest = self.tr("另有 {n} 份：在检索框里用 地区: 和 年: 查找").format(n=others)
            menu.addAction(rest).setEnabled(False)
        button = self.bench.panes.top_bar.library_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))


def _files(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
