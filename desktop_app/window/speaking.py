"""The language of the interface: the translators of Qt's words and of our own, and its faces."""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.services import appearance
from desktop_app.system import language, paths
from desktop_app.window import theme

_TRANSLATIONS = QLibraryInfo.LibraryPath.TranslationsPath
_TRADITIONAL = "zh_TW"
_QT = {"zh_CN": "qtbase_zh_CN", "zh_TW": "qtbase_zh_TW"}
_OURS = {"zh_TW": "gongbao_zh_TW", "en": "gongbao_en"}


class Speaking:
    """What `application` says: at first Chinese in our words, English in Qt's."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._translators: list[QTranslator] = []
        self._environment = language.preferred()

    def is_spoken(self, chosen: str) -> bool:
        """Whether a choice is the language that is spoken already."""
        return (chosen or self._environment) == language.preferred()

    def speak(self, chosen: str) -> None:
        """Speak `chosen`, or the environment's language where it is empty.

        What is on the screen keeps its words: windows are made anew for them.
        """
        spoken = chosen or self._environment
        language.speak(spoken)
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators.clear()
        self._install(_QT.get(spoken), Path(QLibraryInfo.path(_TRANSLATIONS)))
        self._install(_OURS.get(spoken), paths.translations())
        faces = appearance.typography()
        families = faces.families_hant if spoken == _TRADITIONAL else faces.families
        self._application.setFont(theme.interface_font(families, faces.interface_px))

    def _install(self, name: str | None, folder: Path) -> None:
        translator = QTranslator(self._application)
        if name is not None and translator.load(name, str(folder)):
            self._application.installTranslator(translator)
            self._translators.append(translator)
