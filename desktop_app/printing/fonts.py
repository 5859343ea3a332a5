"""A Chinese face where the machine has none: without one every character would be an empty box."""

from PySide6.QtGui import QFontDatabase

from desktop_app.system import paths


def ensure_chinese_font() -> None:
    """Let Qt use the face that came with the program, where the machine has no Chinese one.

    A package for Linux brings one; Windows always has its own. To be called once an application
    is made, before it sets text.
    """
    spare = paths.spare_font()
    if not spare.is_file():
        return
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        QFontDatabase.addApplicationFont(str(spare))
