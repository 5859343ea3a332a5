"""Printing a paper: the system's dialog, then a page at a time, so that the window stays awake."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.printing.paper_pages import PaperPages
from desktop_app.services.papers import Paper
from desktop_app.window.work_note import WorkNote

if TYPE_CHECKING:
    from collections.abc import Iterator


class Printing(QObject):
    """Prints one paper.

    Signals:
        ended: nothing more is done, whatever came of it.
    """

    ended = Signal()

    def __init__(self, paper: Paper, note: WorkNote, parent: QObject) -> None:
        super().__init__(parent)
        self._paper, self._note = paper, note
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(paper.title)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._print_next)
        self._pages: PaperPages | None = None
        self._painter: QPainter | None = None
        self._left: Iterator[int] = iter(())

    def ask(self, window: QWidget) -> None:
        """Let the user choose printer and pages, without waiting, and print."""
        dialog = QPrintDialog(self._printer, window)
        dialog.setWindowTitle(self.tr("打印"))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintSelection, on=False)
        dialog.accepted.connect(self.begin)
        dialog.rejected.connect(self.ended)
        dialog.finished.connect(dialog.deleteLater)
        # Its own `open` wants a slot by name.
        QDialog.open(dialog)

    def move_to(self, note: WorkNote, parent: QObject) -> None:
        """Go on for another window, which tells of it in its `note`."""
        self.setParent(parent)
        self._note = note
        if self._painter is not None:
            self._say_printing()

    def begin(self) -> None:
        """Print the pages chosen, one after the other."""
        self._say_printing()
        pages = PaperPages(self._paper, self._printer, keep_size=True)
        self._painter = QPainter()
        if not self._painter.begin(self._printer):
            self._end(self.tr("无法打印，请检查打印机是否可用"))
            return
        self._pages, self._left = pages, iter(self._wanted(pages.page_count))
        self._print_next(first=True)

    def _say_printing(self) -> None:
        title = self.tr("正在打印 {title}").format(title=self._paper.title)
        self._note.begin(title, self._cancel)

    def _wanted(self, count: int) -> list[int]:
        """Return the pages to print, in the order to print them; 0 is the first."""
        printer, pages = self._printer, list(range(count))
        if printer.printRange() is QPrinter.PrintRange.PageRange:
            pages = pages[max(printer.fromPage() - 1, 0) : printer.toPage() or count]
        if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
            pages.reverse()
        return pages

    def _print_next(self, *, first: bool = False) -> None:
        assert self._pages is not None
        assert self._painter is not None
        page = next(self._left, None)
        if page is None:
            self._end(self.tr("已送去打印：{title}").format(title=self._paper.title))
            return
        if not first:
            self._printer.newPage()
        self._pages.paint(self._painter, page)
        self._note.show_progress(page + 1, self._pages.page_count)
        self._next.start()

    def _cancel(self) -> None:
        self._next.stop()
        self._printer.abort()
        self._end(self.tr("已取消打印"))

    def _end(self, text: str) -> None:
        if self._painter is not None and self._painter.isActive():
            self._painter.end()
        self._note.finish(text)
        self.ended.emit()
