"""How the window looks: light or dark, and the size of the text that is read."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QApplication, QMainWindow

from desktop_app.domain.events import ZoomStepped
from desktop_app.services import appearance
from desktop_app.services.appearance import DARK, LIGHT, Theme
from desktop_app.services.settings import Settings
from desktop_app.window import theme
from desktop_app.window.actions import ActionId
from desktop_app.window.feature import Feature, Workbench


class Looks(Feature):
    """Switches colours and sizes; `dress` tells every other part of the window its colours."""

    def __init__(
        self, bench: Workbench, window: QMainWindow, dress: Callable[[Theme], None]
    ) -> None:
        super().__init__(bench, window)
        self._window, self._dress = window, dress
        self._faces = appearance.typography()
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
        colours = appearance.theme(self.bench.settings().theme)
        QApplication.setPalette(theme.palette(colours))
        self._window.setStyleSheet(theme.style_sheet(colours, self._faces.small_px))
        self._dress(colours)

    def _set_zoom(self, percent: int) -> None:
        self.bench.keep(replace(self.bench.settings(), zoom_percent=percent))
        self.bench.panes.reader.set_size(reading_px(self._faces.reading_px, percent))

    def _on_zoom_stepped(self, stepped: ZoomStepped) -> None:
        settings = self.bench.settings()
        self._set_zoom(settings.larger() if stepped.step > 0 else settings.smaller())

    def _switch_theme(self) -> None:
        settings = self.bench.settings()
        self.bench.keep(replace(settings, theme=LIGHT if settings.theme == DARK else DARK))
        self.put_on()


def reading_px(usual_px: int, percent: int) -> int:
    """Return the size of the text in device-independent pixels at a zoom of `percent`."""
    return round(usual_px * percent / 100)
