"""What the self-check tries with Qt: plugins, translations, a font, the window's chart.

It runs in a process of its own, because Qt ends the process where its platform plugin is missing.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop_app.domain.errors import DataError
from desktop_app.system import display, paths

Seen = tuple[bool, str, dict[str, str | int]]
"""Whether it went well, and the message that says so: its id and parameters."""

_QT_TRANSLATIONS = ("qtbase_zh_CN", "qtbase_zh_TW")
_OWN_TRANSLATIONS = ("gongbao_zh_TW", "gongbao_en")
# Without these the program works all the same: Wayland falls back on X11, and who has no printing
# system cannot print.
_OPTIONAL = ("wayland", "libqwayland", "printsupport", "platformthemes", "xcbglintegrations")


def look(platform: str | None) -> list[Seen]:
    """Start Qt on `platform` (None: what the environment says) and try what the window needs."""
    if platform:
        display.show_on(platform)
    if fault := _platform_fault(platform or "windows"):
        return [(False, "check_qt_failed", {"what": fault})]
    from PySide6.QtCore import qVersion
    from PySide6.QtWidgets import QApplication

    from desktop_app.printing.fonts import ensure_chinese_font

    app = QApplication(sys.argv[:1])
    ensure_chinese_font()
    started = {"platform": app.platformName(), "qt": qVersion()}
    parts: tuple[Callable[[], Iterator[Seen]], ...] = (
        _font,
        _plugins,
        _translations,
        _chart,
    )
    return [(True, "check_qt", {**started}), *(seen for part in parts for seen in part())]


def _platform_fault(platform: str) -> str:
    """Return what keeps Windows from loading the plugin of a platform; empty for nothing.

    Without it Qt ends the process; without a console, as where a tool deploys programs, it says so
    in a box first that nobody is there to close.
    """
    if sys.platform == "win32":
        from PySide6.QtCore import QLibraryInfo, QPluginLoader

        folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
        name = f"q{platform.partition(':')[0]}.dll"
        loader = QPluginLoader(str(folder / "platforms" / name))
        if not loader.load():
            return f"{name}: {loader.errorString()}"
    return ""


def _font() -> Iterator[Seen]:
    from PySide6.QtGui import QFontDatabase

    chinese = QFontDatabase.WritingSystem.SimplifiedChinese
    families = QFontDatabase.families(chinese)
    if not families:
        # Qt's plugin without a screen leaves collections out, in which Windows keeps its own.
        for file in display.font_collections():
            QFontDatabase.addApplicationFont(str(file))
        families = QFontDatabase.families(chinese)
    if families:
        yield True, "check_font", {"font": families[0]}
    else:
        yield False, "check_no_font", {}


def _plugins() -> Iterator[Seen]:
    """Load every plugin of the packaged program; elsewhere they are whatever Qt came with."""
    from PySide6.QtCore import QLibraryInfo, QPluginLoader

    if paths.program_folder() is None:
        return
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    loaded = 0
    for file in sorted(path for path in folder.rglob("*") if path.suffix in (".so", ".dll")):
        loader = QPluginLoader(str(file))
        name = file.relative_to(folder).as_posix()
        if loader.load():
            loaded += 1
        elif not any(part.startswith(_OPTIONAL) for part in name.split("/")):
            yield False, "check_plugin_broken", {"file": name, "why": loader.errorString()}
    yield bool(loaded), "check_plugins", {"plugins": loaded}


def _translations() -> Iterator[Seen]:
    from PySide6.QtCore import QLibraryInfo, QTranslator

    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    own = paths.translations()
    wanted = [(qt, name) for name in _QT_TRANSLATIONS] + [
        (own, name) for name in _OWN_TRANSLATIONS
    ]
    missing = [name for folder, name in wanted if not QTranslator().load(name, str(folder))]
    for name in missing:
        yield False, "check_translation_missing", {"file": f"{name}.qm"}
    if not missing:
        yield True, "check_translations", {"files": len(wanted)}


def _chart() -> Iterator[Seen]:
    """Draw the figures of the program's own library: an exception in a slot would end nothing."""
    try:
        from desktop_app.widgets.chart import ChartPane
    except (ImportError, OSError) as error:
        yield False, "check_chart_broken", {"what": str(error)}
        return
    from desktop_app.itemmodels.charts import ChartData
    from desktop_app.services.library import open_library

    try:
        with open_library() as opened:
            bulletins = [opened.bulletin(entry.id) for entry in opened.bulletins()[:1]]
    except DataError:
        # The other process has said what is wrong with the library.
        bulletins = []
    pane = ChartPane()
    for bulletin in bulletins:
        pane.show_figures(ChartData(bulletin.figures, bulletin.info.title))
    picture = pane.picture()
    if picture is not None and not picture.image.isNull() and picture.png:
        yield True, "check_chart", {}
    elif bulletins:
        yield False, "check_chart_broken", {"what": bulletins[0].info.title}
