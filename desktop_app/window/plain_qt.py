"""Imports Qt without what PySide does besides: read modules for features, and compile its own."""

import builtins

from desktop_app.window.late_signatures import signatures_late

_BEFORE = "__orig_import__"


def import_plainly() -> None:
    """Import Qt, and take back the `import` that looks for the names of Qt a module wants.

    WORKAROUND: PySide handles every import by a function that reads and searches the source of
    the module, to learn whether that one asks for snake_case or properties (`from __feature__
    import …`). Here none does, and it took a twentieth of the time to the first paint. What was
    in its place before is put back: that still makes a class of Qt when it is first imported.
    Nothing is changed where another version of PySide does it in another way.
    """
    with signatures_late():
        import PySide6.QtCore  # noqa: F401 (brings what is taken back)
    before = getattr(builtins, _BEFORE, None)
    if before is not None:
        builtins.__import__ = before
