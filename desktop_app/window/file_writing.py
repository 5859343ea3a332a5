"""Writing a file off the GUI thread: how far it is, how to stop it, and what came of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.domain.errors import DataError
from desktop_app.domain.exported import Format
from desktop_app.window.feature import Workbench

if TYPE_CHECKING:
    import threading

    from desktop_app.services.exports import Content
    from desktop_app.services.tables import Manner
    from desktop_app.tasks.watch import Told, Watch


class FileWriting(QObject):
    """Writes one file at a time; it goes along to the window that takes the place of its own."""

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._name = ""
        self._watch: Watch | None = None

    def move_to(self, bench: Workbench, parent: QObject) -> None:
        """Go on for another window, and tell there how far it is."""
        self.setParent(parent)
        self._bench = bench
        if self._watch is not None:
            self._begin_note()

    def is_busy(self) -> bool:
        """Whether a file is being written still, which is said."""
        if self._watch is not None:
            self._bench.panes.status.show_done(self.tr("正在导出上一个文件，请稍候或先取消"))
        return self._watch is not None

    def write(self, content: "Content", path: Path, form: Format, manner: "Manner") -> None:
        """Write `content` to `path`, unless another file is being written."""
        from desktop_app.tasks.watch import Watch

        if self.is_busy():
            return
        watch = Watch(self)
        self._watch, self._name = watch, path.name
        watch.told.connect(self._on_told)
        self._begin_note()
        job = partial(_written, content, form, path, manner, watch)
        done = partial(self._on_saved, path)
        self._bench.lanes.export.run("export", job, done, self.fail)

    def _begin_note(self) -> None:
        text = self.tr("正在导出 {name}").format(name=self._name)
        self._bench.panes.status.work.begin(text, self._cancel)

    def _cancel(self) -> None:
        if self._watch is not None:
            self._watch.cancel()

    def _on_told(self, told: "Told") -> None:
        self._bench.panes.status.work.show_progress(told.done, told.total)

    def _on_saved(self, path: Path, is_whole: bool) -> None:  # a job's answer
        self._end()
        if not is_whole:
            self._finish(self.tr("已取消导出，没有写成文件"))
            return
        url = QUrl.fromLocalFile(str(path.parent))
        self._finish(
            self.tr("已导出：{name}").format(name=path.name),
            self.tr("打开所在文件夹"),
            partial(QDesktopServices.openUrl, url),
        )

    def fail(self, error: DataError) -> None:
        """Say why there is no file."""
        self._end()
        self._finish("")
        self._bench.show_error(error)

    def _finish(self, text: str, label: str = "", job: Callable[[], object] | None = None) -> None:
        self._bench.panes.status.work.finish(text, label, job)

    def _end(self) -> None:
        if self._watch is not None:
            self._watch.deleteLater()
        self._watch = None


def _written(
    content: "Content",
    form: Format,
    path: Path,
    manner: "Manner",
    watch: "Watch",
    halt: "threading.Event",
) -> bool:
    """Write the file, on the lane; return whether it was not cancelled, nor the lane stopped."""
    from desktop_app.domain.progress import Cancelled
    from desktop_app.printing import saving

    def tell(done: int, total: int) -> None:
        if halt.is_set():
            raise Cancelled
        watch(done, total)

    try:
        saving.save(content, form, path, manner, tell)
    except Cancelled:
        return False
    return True
