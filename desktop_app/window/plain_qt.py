"""Takes back the `import` that PySide put in the place of Python's own."""

import builtins

import PySide6.QtCore  # noqa: F401 (brings what is taken back)

_OWN = "__orig_import__"


def import_as_python_does() -> None:
    """Let modules be imported without PySide asking each of them for the names it wants.

    WORKAROUND: PySide handles every import by its own function, and reads and searches the source
    of every module, to learn whether that one asks for snake_case or properties (`from __feature__
    import …`). Here none does, and it took a twentieth of the time to the first paint. Nothing is
    changed where another version of PySide does it in another way.
    """
    own = getattr(builtins, _OWN, None)
    if own is not None:
        builtins.__import__ = own
