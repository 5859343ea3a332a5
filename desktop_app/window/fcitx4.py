"""Chinese input on desktops of fcitx 4, which Qt's own plugins do not serve.

fcitx 5 answers to ibus, for which Qt has a plugin; fcitx 4, still the one of many desktops, speaks
its own language alone. Keys that go to a field are offered to it first; what it keeps becomes a
word that comes back by a signal. What is being composed it shows itself, in its own window.
"""

import logging
import os

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSocketNotifier, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop_app.system.session_bus import Argument, SessionBus

_log = logging.getLogger("ui")
_SERVED_BY_QT = "org.freedesktop.portal.IBus"
_SERVICE = "org.fcitx.Fcitx-{display}"
_METHOD = ("/inputmethod", "org.fcitx.Fcitx.InputMethod")
_PATH, _INTERFACE = "/inputcontext_{number}", "org.fcitx.Fcitx.InputContext"
_PATIENCE_SECONDS = 0.5
_PRESSED, _RELEASED = 0, 1
_KEYS = {QEvent.Type.KeyPress: _PRESSED, QEvent.Type.KeyRelease: _RELEASED}


def connect(application: QApplication) -> "Fcitx4 | None":
    """Type through fcitx 4 where it runs and nothing that Qt types through does."""
    if QGuiApplication.platformName() != "xcb":
        return None
    try:
        bus = SessionBus(_PATIENCE_SECONDS)
    except OSError:
        return None
    display = os.environ.get("DISPLAY", "").rpartition(":")[2].partition(".")[0]
    service = _SERVICE.format(display=display)
    if bus.has(_SERVED_BY_QT) or not bus.has(service):
        bus.close()
        return None
    _log.debug("typing through fcitx 4")
    return Fcitx4(application, bus, service)


class Fcitx4(QObject):
    """Offers the keys of whichever field has the keyboard to fcitx 4."""

    def __init__(self, application: QApplication, bus: SessionBus, service: str) -> None:
        super().__init__(application)
        self._bus, self._service = bus, service
        self._path = ""
        self._field: QWidget | None = None
        self._kept: bool | None = None
        bus.hear(f"type='signal',interface='{_INTERFACE}'")
        self._join()
        self._notifier = QSocketNotifier(bus.file_number(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take_signals)
        application.focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed(None, application.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Comes before the key itself: what fcitx keeps must start no shortcut either.
            self._kept = self._offer(event, _PRESSED)
            if self._kept:
                event.accept()
            return self._kept
        if kind not in _KEYS or not isinstance(event, QKeyEvent) or watched is not self._field:
            return False
        if kind is QEvent.Type.KeyPress and self._kept is not None:
            kept, self._kept = self._kept, None
            return kept
        return self._offer(event, _KEYS[kind])

    def _offer(self, event: QKeyEvent, state: int) -> bool:
        """Whether fcitx keeps a key."""
        self._tell_place()
        answer = self._bus.ask(
            self._service,
            self._path,
            _INTERFACE,
            "ProcessKeyEvent",
            ("u", event.nativeVirtualKey()),
            ("u", event.nativeScanCode()),
            ("u", event.nativeModifiers()),
            ("i", state),
            ("u", event.timestamp() & 0xFFFFFFFF),
        )
        self._take_signals()
        if answer is None:
            # It ended, and may have been started again: the next key is for the new one.
            self._join()
        return bool(answer and answer[0])

    def _join(self) -> None:
        """Become one of those that fcitx serves."""
        own = (("s", "gongbao"), ("i", os.getpid()))
        made = self._bus.ask(self._service, *_METHOD, "CreateICv3", *own)
        self._path = _PATH.format(number=made[0] if made else 0)
        if self._field is not None:
            self._tell("FocusIn")

    def _take_signals(self) -> None:
        for name, arguments in self._bus.signals():
            if name == "CommitString" and self._field is not None and arguments:
                event = QInputMethodEvent()
                event.setCommitString(str(arguments[0]))
                QCoreApplication.sendEvent(self._field, event)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._field is not None:
            # One that is deleted loses the keyboard before it says so.
            if isValid(self._field):
                self._field.removeEventFilter(self)
                self._field.destroyed.disconnect(self._forget)
            self._tell("FocusOut")
        typed = new is not None and new.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self._field, self._kept = new if typed else None, None
        if self._field is not None:
            self._field.installEventFilter(self)
            self._field.destroyed.connect(self._forget)
            self._tell("FocusIn")
            self._tell_place()

    def _forget(self) -> None:
        self._field = None

    def _tell_place(self) -> None:
        """Say where the cursor is, beside which the words to choose from are shown."""
        if self._field is None:
            return
        window = self._field.window().windowHandle()
        place = QGuiApplication.inputMethod().cursorRectangle().toRect()
        corner, ratio = window.mapToGlobal(place.topLeft()), window.devicePixelRatio()
        sides = (corner.x(), corner.y(), place.width(), place.height())
        self._tell("SetCursorRect", *(("i", round(side * ratio)) for side in sides))

    def _tell(self, method: str, *arguments: Argument) -> None:
        self._bus.tell(self._service, self._path, _INTERFACE, method, *arguments)
