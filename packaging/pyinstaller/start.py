"""Where the packaged program starts."""

import gc
import os
import sys

# How PyInstaller keeps what it changed for the program alone.
_LIBRARIES, _BEFORE = "LD_LIBRARY_PATH", "LD_LIBRARY_PATH_ORIG"
_PLUGINS = "QT_PLUGIN_PATH"
_ANEW = "PYINSTALLER_RESET_ENVIRONMENT"
_BROKEN = "程序文件缺失或损坏，请重新安装。 A file of the program is missing, install it again: "


def _settle_environment() -> None:
    """Let other programs be found as on the desktop, and Qt find its plugins where it lies.

    A folder of libraries is named for this process, which has read it; a program that opens an
    exported file (WPS, a PDF reader) would load ours instead of its own. Plugins that the desktop
    names are of another Qt. A second process of this program makes its own arrangements.
    """
    os.environ[_ANEW] = "1"
    if _BEFORE in os.environ:
        os.environ[_LIBRARIES] = os.environ.pop(_BEFORE)
    else:
        os.environ.pop(_LIBRARIES, None)
    os.environ.pop(_PLUGINS, None)


def start() -> int:
    """Run the program; where a file of it is missing, say which in one sentence."""
    _settle_environment()
    # What modules make as they load stays: to look for garbage in it, then and afterwards, takes a
    # twentieth of the time to the first paint.
    gc.disable()
    try:
        from desktop_app.cli import main
    except (ImportError, OSError) as error:
        if sys.stderr is not None:
            sys.stderr.write(f"{_BROKEN}{error}\n")
        return 1
    gc.freeze()
    gc.enable()
    return main()


if __name__ == "__main__":
    sys.exit(start())
