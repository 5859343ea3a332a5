"""Run before the program: Qt's plugins are the package's own, whatever a desktop's Qt was told.

In the place of PyInstaller's script for PySide6, which loads Qt to look whether it knows its
folder: PySide's wheels tell Qt themselves, and a command that needs no window needs no Qt.
"""

import os
import sys

_FOLDER = "PySide6/plugins" if sys.platform == "win32" else "PySide6/Qt/plugins"
# pathlib is not loaded yet, and takes longer than this.
os.environ["QT_PLUGIN_PATH"] = os.path.join(  # noqa: PTH118
    sys._MEIPASS,  # type: ignore[attr-defined]  # noqa: SLF001 (PyInstaller's word for the folder)
    os.path.normpath(_FOLDER),
)
