"""The command line: one function a command, exit codes, and nothing but results on stdout."""

import gc
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from desktop_app.commands import output
from desktop_app.domain.errors import DataError
from desktop_app.domain.messages import Message
from desktop_app.system import language, paths
from desktop_app.system.display import has_display
from desktop_app.system.single import Place

if TYPE_CHECKING:
    import argparse

_DONE, _BAD_INPUT = 0, 1
_INTERRUPTED, _READER_GONE = 130, 141
_QT = ("PySide6", "shiboken6")

# Imported when asked for: a search starts without what builds, and nothing but `open` needs Qt.
_MODULES = {
    "inspect": "desktop_app.commands.inspecting",
    "search": "desktop_app.commands.searching",
    "read-file": "desktop_app.commands.reading",
    "figures": "desktop_app.commands.figures",
    "export": "desktop_app.commands.exporting",
    "selfcheck": "desktop_app.commands.selfchecking",
    "bookmarks": "desktop_app.commands.bookmarks",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (None: the process's own) and return the exit code."""
    output.prepare()
    given = sys.argv[1:] if argv is None else argv
    _speak_as_decided()
    try:
        code = _run_arguments(given) if given else _open(None, None)
        output.flush()
    except DataError as error:
        output.say(error.message)
        return _BAD_INPUT
    except OSError as error:
        if not output.is_reader_gone(error):
            raise
        output.abandon()
        return _READER_GONE
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code


def _speak_as_decided() -> None:
    """Speak the language that the administrators chose, also in the help and about mistakes."""
    from desktop_app.services import policy

    chosen = policy.current().settings.get("language")
    if chosen:
        language.speak(chosen)


def _run_arguments(given: Sequence[str]) -> int:
    # Whoever gives no arguments wants the window, and soon: their help is much to read and make.
    from desktop_app.commands import arguments

    return _run(arguments.parse(given))


def _run(options: "argparse.Namespace") -> int:
    if options.command == "open":
        return _open(options.library, options.file, apart=options.new_window)
    if options.command == "build":
        return _build(options)
    code: int = importlib.import_module(_MODULES[options.command]).run(options)
    return code


def _open(library: Path | None, file: Path | None, *, apart: bool = False) -> int:
    """Open a window: of the program that runs already, or `apart` from that of this one."""
    if not has_display():
        raise DataError("no_display")
    place = Place(library)
    if not apart and place.hand_over(file):
        return _DONE
    code: int = load_window_program().run(library, file, place)
    return code


def load_window_program() -> ModuleType:
    """Import what shows the window, and return its module `app`.

    Raises:
        DataError: a library of the system that Qt needs is not there.
    """
    # What a start makes stays: looking for garbage in it costs a tenth of the time to the first
    # paint. The window looks for garbage again once it is shown.
    gc.disable()
    try:
        from desktop_app.window import plain_qt

        plain_qt.import_plainly()
        from desktop_app import app
    except ImportError as error:
        if error.path is None or Path(error.path).parent.name not in _QT:
            raise
        # Qt is there, but a library of the system that it needs is not.
        raise DataError("check_qt_failed", what=str(error)) from error
    return app


def _build(options: "argparse.Namespace") -> int:
    from desktop_app.services import library

    out = options.out or options.library or paths.program_library()
    count = library.build(options.data or paths.data(), out)
    output.say(Message("built", {"count": count, "path": str(out)}))
    return _DONE
