"""Switches and geometry, kept in one ini file. What cannot be read falls back to its default."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

from desktop_app.domain.bulletin import Script
from desktop_app.domain.choices import Order, SourceStyle
from desktop_app.services.appearance import SYSTEM, THEMES, ReadingFace
from desktop_app.services.policy import Policy
from desktop_app.services.settings import ZOOM_PERCENT, Settings
from desktop_app.system.language import LANGUAGES

_SCRIPT, _THEME, _ZOOM = "reader/script", "window/theme", "reader/zoom_percent"
_ORDER, _SYNONYMS = "search/order", "search/synonyms"
_LANGUAGE, _FACE, _HINT = "window/language", "reader/face", "window/hint_seen"
_EXPORT_FOLDER, _OPEN_FOLDER = "export/folder", "window/open_folder"
_SOURCE_STYLE, _TEMPLATE = "copying/source_style", "copying/template"
_COLUMNS, _UNITS, _CHART = "table/columns", "table/units", "chart/kind"
_LEFT_TAB, _WHOLE, _TABS = "window/left_tab", "table/whole", 4
# An ini file cannot tell an empty list from one that was never kept.
_NO_COLUMNS = "-"
_OFF, _ON = "off", "on"
_GEOMETRY, _SPLITTER, _BULLETIN = "window/geometry", "window/splitter/", "reader/bulletin"


class QtSettings:
    """The file behind `Settings` and the window's geometry; what `policy` locks is as it says."""

    def __init__(self, path: Path, policy: Policy | None = None) -> None:
        self.policy = policy or Policy()
        self._file = QSettings(str(path), QSettings.Format.IniFormat)

    def load(self, usual_theme: str = SYSTEM) -> Settings:
        """Return what holds; before the first choice the theme is `usual_theme`."""
        return self.policy.applied(self._kept(usual_theme))

    def _kept(self, usual_theme: str) -> Settings:
        """Return what was kept."""
        script, theme = self._text(_SCRIPT), self._text(_THEME)
        zoom, order = self._text(_ZOOM), self._text(_ORDER)
        language, face = self._text(_LANGUAGE), self._text(_FACE)
        style, tab = self._text(_SOURCE_STYLE), self._text(_LEFT_TAB)
        return Settings(
            script=Script(script) if script in set(Script) else Script.HANS,
            theme=theme if theme in (SYSTEM, *THEMES) else usual_theme,
            zoom_percent=int(zoom) if zoom in {str(step) for step in ZOOM_PERCENT} else 100,
            order=Order(order) if order in set(Order) else Order.RELEVANCE,
            synonyms=self._text(_SYNONYMS) != _OFF,
            language=language if language in LANGUAGES else "",
            reading_face=ReadingFace(face) if face in set(ReadingFace) else ReadingFace.SANS,
            hint_seen=self._text(_HINT) == _ON,
            export_folder=self._text(_EXPORT_FOLDER),
            open_folder=self._text(_OPEN_FOLDER),
            source_style=SourceStyle(style) if style in set(SourceStyle) else SourceStyle.PLAIN,
            template=self._text(_TEMPLATE),
            table_columns=self._columns(),
            table_units=self._text(_UNITS),
            chart=self._text(_CHART) or Settings().chart,
            left_tab=int(tab) if tab in {str(number) for number in range(_TABS)} else 0,
            table_whole=self._text(_WHOLE) == _ON,
        )

    def save(self, settings: Settings, before: Settings | None = None) -> None:
        """Keep every switch; with `before`, those alone that differ from it.

        Two windows may differ in some: one keeps what was switched in it, and no more. What is
        locked stays as the user had it, for when it no longer is.
        """
        if locked := self.policy.settings:
            kept = self._kept(settings.theme)
            mine = {name: getattr(kept, name) for name in locked}
            settings = replace(settings, **mine)
            before = replace(before, **mine) if before is not None else None
        known = {} if before is None else _texts(before)
        for key, text in _texts(settings).items():
            if known.get(key) != text:
                self._file.setValue(key, text)

    def _columns(self) -> tuple[str, ...]:
        text = self._text(_COLUMNS)
        if not text:
            return Settings().table_columns
        return () if text == _NO_COLUMNS else tuple(text.split())

    def last_bulletin(self) -> str:
        """Return the key of the bulletin shown last; empty at the first start."""
        return self._text(_BULLETIN)

    def save_bulletin(self, key: str) -> None:
        """Keep which bulletin is shown."""
        self._file.setValue(_BULLETIN, key)

    def restore_window(self, window: QMainWindow, splitters: dict[str, QSplitter]) -> None:
        """Give the window and its panes the sizes they had."""
        geometry = self._file.value(_GEOMETRY)
        if isinstance(geometry, QByteArray):
            window.restoreGeometry(geometry)
        for name, splitter in splitters.items():
            state = self._file.value(_SPLITTER + name)
            if isinstance(state, QByteArray):
                splitter.restoreState(state)

    def save_window(self, window: QMainWindow, splitters: dict[str, QSplitter]) -> None:
        """Keep the sizes of the window and its panes, and write the file."""
        self._file.setValue(_GEOMETRY, window.saveGeometry())
        for name, splitter in splitters.items():
            self._file.setValue(_SPLITTER + name, splitter.saveState())
        self._file.sync()

    def _text(self, key: str) -> str:
        value = self._file.value(key, "")
        return value if isinstance(value, str) else str(value)


def _texts(settings: Settings) -> dict[str, str]:
    """Return what the file holds of the switches: key to text."""
    return {
        _SCRIPT: settings.script.value,
        _THEME: settings.theme,
        _ZOOM: str(settings.zoom_percent),
        _ORDER: settings.order.value,
        _SYNONYMS: _ON if settings.synonyms else _OFF,
        _LANGUAGE: settings.language,
        _FACE: settings.reading_face.value,
        _HINT: _ON if settings.hint_seen else _OFF,
        _EXPORT_FOLDER: settings.export_folder,
        _OPEN_FOLDER: settings.open_folder,
        _SOURCE_STYLE: settings.source_style.value,
        _TEMPLATE: settings.template,
        _COLUMNS: " ".join(settings.table_columns) or _NO_COLUMNS,
        _UNITS: settings.table_units,
        _CHART: settings.chart,
        _LEFT_TAB: str(settings.left_tab),
        _WHOLE: _ON if settings.table_whole else _OFF,
    }
