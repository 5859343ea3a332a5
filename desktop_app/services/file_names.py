"""What a file may be called: a name that Windows, the strictest of all, takes as well."""

_LONGEST = 60
# What no file may be called with, and what stands for it.
_REFUSED = str.maketrans('\\/:*?"<>|', "＼／：＊？＂＜＞｜")
# Windows opens a device in place of a file of this name, whatever its suffix.
_DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"
}


def file_name(title: str) -> str:
    """Return a title as the name of a file that every system takes, without a suffix.

    It has at most 60 characters, 240 bytes, which leaves room for a suffix.
    """
    name = " ".join(title.translate(_REFUSED).split())
    name = "".join(char for char in name if char.isprintable())[:_LONGEST].strip(" .")
    device = name.partition(".")[0].rstrip(" ").casefold()
    return f"_{name}" if not name or device in _DEVICES else name
