"""Where things lie: resources, bulletins, program data, the user's own files.

Nobody else mentions `__file__` or a frozen program's folder.
"""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_APP = "gongbao"
_PORTABLE_MARKER, _PORTABLE_FOLDER = "portable", "userdata"


def _root() -> Path:
    """Return the folder that holds `resources` and `data`: checkout, wheel or frozen program."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen)
    bundled = _PACKAGE / "_bundled"
    return bundled if bundled.is_dir() else _PACKAGE.parent


def program_folder() -> Path | None:
    """Return the folder of the packaged program; None where it is not packaged."""
    return Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else None


def licences() -> Path | None:
    """Return the folder of the third parties' licence texts; None where it is not packaged."""
    program = program_folder()
    return program / "licences" if program else None


def portable_folder() -> Path | None:
    """Return the folder beside a packaged program that keeps all of the user's files.

    None where no file `portable` lies beside the program: they are kept where the system says.
    """
    program = program_folder()
    if program is None or not (program / _PORTABLE_MARKER).exists():
        return None
    return program / _PORTABLE_FOLDER


def resources() -> Path:
    """Return the folder of the knowledge files."""
    return _root() / "resources"


def translations() -> Path:
    """Return the folder of the interface's translations."""
    return resources() / "translations"


def spare_font() -> Path:
    """Return the Chinese font that a package brings for machines without one; others lack it."""
    return resources() / "fonts" / "wqy-microhei.ttc"


def data() -> Path:
    """Return the folder whose `bulletins` hold the sources of the program data."""
    return _root() / "data"


def is_checkout() -> bool:
    """Whether the program runs from its own source tree."""
    return (_PACKAGE.parent / "pyproject.toml").is_file()


def program_library() -> Path:
    """Return where the library built from `data` lies: in a checkout beside it, else per user."""
    if program_folder() is not None:
        return _root() / "library" / "gongbao.db"
    if is_checkout():
        return _PACKAGE.parent / ".build" / "gongbao.db"
    return _folder("cache") / "gongbao.db"


def user_folder() -> Path:
    """Return the folder of the user's own database; it may not exist yet."""
    return portable_folder() or _folder("data", roaming=True)


def user_library() -> Path:
    """Return the user's own database: imports, bookmarks, notes, history, places."""
    return user_folder() / "user.db"


def log_folder() -> Path:
    """Return the folder of the program's logs; it may not exist yet."""
    portable = portable_folder()
    return portable / "log" if portable else _folder("log")


def settings_file() -> Path:
    """Return the file that keeps geometry and switches."""
    return (portable_folder() or _folder("config")) / "settings.ini"


# The folders of a user by the XDG base directory specification: what names them, where they lie
# unless it does, and what is ours in them.
_XDG = {
    "cache": ("XDG_CACHE_HOME", ".cache", _APP),
    "config": ("XDG_CONFIG_HOME", ".config", _APP),
    "data": ("XDG_DATA_HOME", ".local/share", _APP),
    "log": ("XDG_STATE_HOME", ".local/state", f"{_APP}/log"),
}


def _folder(kind: str, *, roaming: bool = False) -> Path:
    """Return the user's folder of a kind in _XDG; it may not exist yet."""
    if sys.platform != "linux":
        import platformdirs

        known = platformdirs.PlatformDirs(_APP, appauthor=False, roaming=roaming)
        return Path(getattr(known, f"user_{kind}_dir"))
    # What platformdirs answers too; to import it takes as long as to read the whole bulletin.
    variable, usual, ours = _XDG[kind]
    given = Path(os.environ.get(variable, ""))
    return (given if given.is_absolute() else Path.home() / usual) / ours
