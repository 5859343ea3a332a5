"""How the window looks: light, dark or of high contrast, and the size of the text that is read."""

from collections.abc import Callable, Mapping
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop_app.domain.reading_events import ZoomStepped
from desktop_app.services import appearance
from desktop_app.services.appearance import CONTRAST, DARK, LIGHT, SYSTEM, Theme
from desktop_app.services.settings import Settings
from desktop_app.window import theme
from desktop_app.window.actions import ActionId
from desktop_app.window.feature import Feature, Workbench

_SIZE = QSize(1440, 900)
_FRAME = QSize(16, 48)


class Looks(Feature):
    """Switches colours, faces and sizes; `dress` tells every other part its colours."""

    def __init__(
        self, bench: Workbench, window: QMainWindow, dress: Callable[[Theme], None]
    ) -> None:
        super().__init__(bench, window)
        self._window, self._dress = window, dress
        self._faces = appearance.typography()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_desktop_changed)
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(self._on_desktop_changed)
        bench.panes.reader.zoom_stepped.connect(self._on_zoom_stepped)

    def jobs(self) -> Mapping[ActionId, Callable[[], object]]:
        settings = self.bench.settings
        return {
            ActionId.LARGER: lambda: self._set_zoom(settings().larger()),
            ActionId.SMALLER: lambda: self._set_zoom(settings().smaller()),
            ActionId.USUAL_SIZE: partial(self._set_zoom, Settings().zoom_percent),
            ActionId.THEME: self._switch_theme,
        }

    def put_on(self) -> None:
        """Give the window the colours that are set."""
        self._dress(clothe(self._window, self.bench.settings().theme))

    def _on_desktop_changed(self, _wanted: object) -> None:
        if self.bench.settings().theme == SYSTEM:
            self.put_on()

    def set_settings(self, before: Settings) -> None:
        settings, reader = self.bench.settings(), self.bench.panes.reader
        if settings.zoom_percent != before.zoom_percent:
            reader.set_size(reading_px(self._faces.reading_px, settings.zoom_percent))
        if settings.reading_face is not before.reading_face:
            reader.set_faces(appearance.reading_faces(settings.reading_face))
        if settings.theme != before.theme:
            self.put_on()

    def _set_zoom(self, percent: int) -> None:
        self.bench.keep(replace(self.bench.settings(), zoom_percent=percent))

    def _on_zoom_stepped(self, stepped: ZoomStepped) -> None:
        settings = self.bench.settings()
        self._set_zoom(settings.larger() if stepped.step > 0 else settings.smaller())

    def _switch_theme(self) -> None:
        settings = self.bench.settings()
        dark = theme.shown_theme(settings.theme) != LIGHT
        self.bench.keep(replace(settings, theme=LIGHT if dark else DARK))
        # What one leaves by it is said, and where it is chosen again.
        text = self.tr("外观：{name}")
        if settings.theme == SYSTEM:
            text = self.tr("外观：{name}，不再跟随系统；在设置（Ctrl+,）里可以改回")
        elif settings.theme == CONTRAST:
            text = self.tr("外观：{name}，不再是高对比度；在设置（Ctrl+,）里可以改回")
        name = self.tr("浅色") if dark else self.tr("深色")
        self.bench.panes.status.show_done(text.format(name=name))


def clothe(window: QMainWindow, chosen: str) -> Theme:
    """Give the window the palette and style sheet of the theme chosen, and return its colours.

    Parts that are made later take both on at once.
    """
    colours = appearance.theme(theme.shown_theme(chosen))
    QApplication.setPalette(theme.palette(colours))
    window.setStyleSheet(theme.style_sheet(colours, appearance.typography().small_px))
    return colours


def fitting_size(screen: QScreen) -> QSize:
    """Return the window's usual size, or what the screen has room for beside a window's frame."""
    return _SIZE.boundedTo(screen.availableSize() - _FRAME)


def reading_px(usual_px: int, percent: int) -> int:
    """Return the size of the text in device-independent pixels at a zoom of `percent`."""
    return round(usual_px * percent / 100)
