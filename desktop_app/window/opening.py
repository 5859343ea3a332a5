"""Opening: files by dialog or by dropping them, and the other bulletins of the library."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from desktop_app.domain.reading_events import BulletinWanted, MenuWanted
from desktop_app.services.reading import BulletinEntry, OpenBulletin, listed
from desktop_app.system import language, resources
from desktop_app.window.actions import ActionId
from desktop_app.window.feature import Feature, Workbench
from desktop_app.window.listing import Entry, Listing

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
        self._is_reading = False
        self._receipt: ImportReceipt | None = None
        self._window = bench.panes.window()
        self._window.setAcceptDrops(True)
        self._window.installEventFilter(self)
        bench.panes.reader.bulletins_wanted.connect(self._on_bulletins_wanted)

    def jobs(self) -> Mapping[ActionId, Callable[[], object]]:
        return {ActionId.OPEN_FILE: self._ask_for_file, ActionId.LIBRARY: self._list_at_button}

    def set_file(self, file: Path) -> None:
        """Take it that the window shows this file, which is kept nowhere."""
        self.file = file

    def begin(self) -> None:
        """Say that the file is being read, with a way out: the window closes, the reading ends."""
        if self.file is None:
            return
        self._is_reading = True
        text = self.tr("正在读 {name}").format(name=self.file.name)
        self.bench.panes.status.work.begin(text, self._window.close)
        self.bench.panes.reader.say_empty(f"{text}…")
        self._window.setWindowTitle(self.tr("{what} — 统计公报浏览器").format(what=text))

    def end(self) -> None:
        """Take it that the file has been read, or cannot be."""
        if not self._is_reading:
            return
        self._is_reading = False
        self.bench.panes.status.work.finish("")
        if self.opened is None:
            self._window.setWindowTitle(self.tr("统计公报浏览器"))

    def set_bulletin(self, opened: OpenBulletin) -> None:
        super().set_bulletin(opened)
        self.end()
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

        from desktop_app.window.dialogs import file_dialog

        folder = file_dialog.folder_to_begin_in(self.bench.settings().open_folder)
        dialog = file_dialog.make(self._window, self.tr("打开文件"), folder)
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
        self.bench.keep(replace(self.bench.settings(), open_folder=str(path.parent)))
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

    def _list_at_button(self) -> None:
        button = self.bench.panes.top_bar.library_button
        self._list_bulletins(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def _on_bulletins_wanted(self, wanted: MenuWanted) -> None:
        self._list_bulletins(QPoint(wanted.x_px, wanted.y_px))

    def _list_bulletins(self, place: QPoint) -> None:
        key = self.opened.bulletin.key if self.opened is not None else ""
        job = partial(listed, near=key, most=_LISTED)
        show = partial(self._show_list, place)
        self.bench.lanes.library.run("listed", job, show, self.bench.show_error)

    def _show_list(self, place: QPoint, answer: tuple[Sequence[BulletinEntry], int]) -> None:
        found, others = answer
        shown = self.opened.id if self.opened is not None else None
        entries = [
            Entry(
                entry.info.title,
                partial(self.bulletin_wanted.emit, BulletinWanted(entry.id)),
                is_current=entry.id == shown,
            )
            for entry in found
        ]
        above = (self.bench.actions[ActionId.OPEN_FILE],)
        listing = Listing(self.tr("资料库的公报"), entries, self.bench.panes, above)
        if others:
            rest = self.tr("另有 {n} 份：在检索框里用 地区: 和 年: 查找").format(n=others)
            listing.addAction(rest).setEnabled(False)
        listing.show_at(place)


def _files(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
