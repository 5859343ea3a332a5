"""Where the packaged program starts."""

import gc
import sys

_BROKEN = "程序文件缺失或损坏，请重新安装。 A file of the program is missing, install it again: "


def start() -> int:
    """Run the program; where a file of it is missing, say which in one sentence."""
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
