"""fcitx 4 as programs see it: keeps letters, and turns 你好's into it at a space.

`python -m tests.end2end.fcitx4_frontend DISPLAY` serves on the session bus until it is ended. The
real one is tried with the packages (tests/system).
"""

# ruff: noqa: N802 (methods are found on the bus by their own names)

import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

WORDS = {"nihao": "你好", "dibao": "低保"}
_KEPT, _LEFT = 1, 0
_SPACE, _ESCAPE = 0x20, 0xFF1B
_RELEASED = 1
_EXPORTED = (
    QDBusConnection.RegisterOption.ExportAllSlots | QDBusConnection.RegisterOption.ExportAllSignals
)


@ClassInfo({"D-Bus Interface": "org.fcitx.Fcitx.InputContext"})  # type: ignore[call-arg]
class InputContext(QObject):  # type: ignore[operator]
    """What one program types through."""

    CommitString = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._letters = ""
        self._has_focus = False

    @Slot()
    def FocusIn(self) -> None:
        self._has_focus = True

    @Slot()
    def FocusOut(self) -> None:
        self._has_focus = False
        self._letters = ""

    @Slot(int, int, int, int)
    def SetCursorRect(self, _x: int, _y: int, _width: int, _height: int) -> None: ...

    @Slot("uint", "uint", "uint", int, "uint", result=int)
    def ProcessKeyEvent(self, key: int, _code: int, state: int, kind: int, _time: int) -> int:
        if kind == _RELEASED or not self._has_focus or state:
            return _LEFT
        if chr(key).isalpha() and key < _ESCAPE:
            self._letters += chr(key)
            return _KEPT
        if not self._letters or key not in (_SPACE, _ESCAPE):
            return _LEFT
        if key == _SPACE:
            self.CommitString.emit(WORDS.get(self._letters, self._letters))
        self._letters = ""
        return _KEPT


@ClassInfo({"D-Bus Interface": "org.fcitx.Fcitx.InputMethod"})  # type: ignore[call-arg]
class InputMethod(QObject):  # type: ignore[operator]
    """Where programs come to be served."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self._bus = bus
        self._count = 0

    @Slot(str, int, result=int)
    def CreateICv3(self, _program: str, _process: int) -> int:
        self._count += 1
        context = InputContext(self)
        self._bus.registerObject(f"/inputcontext_{self._count}", context, _EXPORTED)
        return self._count


def main(display: str) -> int:
    application = QCoreApplication([])
    bus = QDBusConnection.sessionBus()
    method = InputMethod(bus)
    bus.registerObject("/inputmethod", method, _EXPORTED)
    if not bus.registerService(f"org.fcitx.Fcitx-{display}"):
        return 1
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
