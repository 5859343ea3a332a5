"""What happens with a bug: into the log, calmly onto the screen, and on with the work."""

import logging
import sys
import threading
import traceback
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, qVersion

import desktop_app

if TYPE_CHECKING:
    from desktop_app.widgets.notice_bar import NoticeBar

_log = logging.getLogger("ui")


class CrashReporter(QObject):
    """Takes every uncaught exception, from whichever thread.

    Signals:
        crashed: the report of an uncaught exception (str); arrives on the GUI thread.
    """

    crashed = Signal(object)

    def install(self) -> None:
        """Take over from Python's own hooks."""
        sys.excepthook = self.report
        threading.excepthook = self._report_from_thread

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def report(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log the exception and tell the window; Ctrl+C in a terminal still ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = _circumstances() + "".join(traceback.format_exception(kind, error, trace))
        _log.critical("uncaught exception\n%s", report)
        if sys.stderr is not None:  # a windowed program on Windows has none
            sys.stderr.write(report)
        self.crashed.emit(report)

    def _report_from_thread(self, hooked: threading.ExceptHookArgs) -> None:
        error = hooked.exc_value or hooked.exc_type()
        self.report(hooked.exc_type, error, hooked.exc_traceback)


def tell_of_breakdown(notice: "NoticeBar", report: str) -> None:
    """Say that the program broke down the last time, and offer its report to be copied."""
    text = QCoreApplication.translate(
        "CrashReporter",
        "程序上次意外中断，已回到上次读到的地方。复制详情可交给维护人员。",
    )
    notice.show_message(text, _circumstances() + report)


def _circumstances() -> str:
    import platform  # takes long for what is needed only here

    versions = f"gongbao {desktop_app.__version__}, Python {platform.python_version()}"
    return f"{versions}, Qt {qVersion()}, {platform.platform()}\n"
