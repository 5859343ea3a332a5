"""Tells PySide that no module of the program changes the names of Qt, so that it need not look."""

import sys

import PySide6.QtCore  # noqa: F401 (brings what is switched off)

_FEATURES, _LOOK = "shibokensupport.feature", "_mod_uses_pyside"


def skip_looking_for_features() -> None:
    """Let modules be imported without their source being read once more.

    WORKAROUND: PySide reads and searches the source of every module that is imported after it, to
    learn whether that one may ask for snake_case or properties (`from __feature__ import …`). Here
    none does, and it took a twentieth of the time to the first paint. Nothing is changed where
    another version of PySide does it in another way.
    """
    features = sys.modules.get(_FEATURES)
    if features is not None and hasattr(features, _LOOK):
        setattr(features, _LOOK, lambda _module: False)
