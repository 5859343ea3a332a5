r"""What administrators wrote down for the program, as it is written; `services.policy` reads it.

Places, the weaker first: `policy.ini` beside the packaged program, which counts only where the
user can change neither it nor its folder; then the machine's: `HKLM\Software\Policies\Gongbao`
on Windows, `/etc/gongbao/policy.ini` elsewhere.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from desktop_app.domain.messages import Message

FILE = "policy.ini"
REGISTRY_KEY = "Software\\Policies\\Gongbao"

_IN_ETC = Path("gongbao") / FILE
_LONGEST = 1024 * 1024
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
# What one may do to a Windows file who may change what is in it, or who may change it:
# FILE_WRITE_DATA (FILE_ADD_FILE), FILE_DELETE_CHILD, DELETE, WRITE_DAC, WRITE_OWNER.
_CHANGING = (0x2, 0x40, 0x10000, 0x40000, 0x80000)
_SHARE_ALL, _OPEN_EXISTING, _ALSO_FOLDERS = 0x7, 3, 0x02000000
_ACCESS_DENIED, _WRITE_PROTECTED = 5, 19


class Place(Struct, frozen=True):
    """One place: the values that stand there, by name, or why it does not count."""

    where: str
    values: Mapping[str, str] = field(default_factory=dict)
    problem: Message | None = None


def read(
    etc: Path = Path("/etc"), program: Path | None = None, registry: Any = None
) -> tuple[Place, ...]:
    """Return the places where something is written, the strongest last.

    `program` is the folder of the packaged program; `registry` does what the module `winreg` does,
    and is looked at in the place of `etc` where it is given.
    """
    places = []
    if program is not None and (beside := _file(program / FILE)) is not None:
        places.append(beside if beside.problem else _protected(beside, program))
    machine = _file(etc / _IN_ETC) if registry is None else _registry(registry)
    if machine is not None:
        places.append(machine)
    return tuple(places)


def windows_registry() -> Any:
    """Return the module `winreg`; None where there is no registry."""
    if sys.platform == "win32":
        import winreg

        return winreg
    return None


# -- files


def _file(path: Path) -> Place | None:
    where = str(path)
    try:
        with path.open("rb") as file:
            data = file.read(_LONGEST)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        why = error.strerror or str(error)
        return Place(where, problem=Message("policy_unreadable", {"where": where, "why": why}))
    try:
        return Place(where, _parsed(_text(data)))
    except ValueError as error:
        why = " ".join(str(error).split())
        return Place(where, problem=Message("policy_unreadable", {"where": where, "why": why}))


def _text(data: bytes) -> str:
    """Return the text of a file written with whatever editor: UTF-8, UTF-16 or a Chinese page."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return data.decode(encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _parsed(text: str) -> dict[str, str]:
    """Return the values of an ini file, whatever its sections are called.

    Raises:
        ValueError: it is no ini file.
    """
    # Few machines have such a file, and no others wait for its parser.
    import configparser

    parser = configparser.ConfigParser(
        interpolation=None, strict=False, delimiters=("=",), default_section=""
    )
    # Names stay as they are written, to be said again where one is unknown.
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    try:
        parser.read_string(text, source=FILE)
    except configparser.Error as error:
        raise ValueError(error.message) from error
    return {
        name: value for section in parser.sections() for name, value in parser[section].items()
    }


# -- who may change a file


def _protected(place: Place, folder: Path) -> Place:
    """Return `place`, or that it does not count: what users can write, administrators did not."""
    if _can_change(Path(place.where)) or _can_change(folder):
        problem = Message("policy_unprotected", {"where": place.where})
        return Place(place.where, problem=problem)
    return place


def _can_change(path: Path) -> bool:
    """Whether the user can change a file or a folder, or allow it to himself."""
    if os.name == "nt":
        return any(_is_granted(path, right) for right in _CHANGING)
    try:
        is_own = path.stat().st_uid == os.geteuid()
    except OSError:
        return True
    # Also the folder itself where `path` is a link: who owns that may point it elsewhere.
    return is_own or path.lstat().st_uid == os.geteuid() or os.access(path, os.W_OK)


def _is_granted(path: Path, right: int) -> bool:
    """Whether Windows lets the user open `path` with a right; nothing is written for it."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateFileW.restype = wintypes.HANDLE
        kernel.CreateFileW.argtypes = (
            *(wintypes.LPCWSTR, wintypes.DWORD, wintypes.DWORD, wintypes.LPVOID),
            *(wintypes.DWORD, wintypes.DWORD, wintypes.HANDLE),
        )
        kernel.CloseHandle.argtypes = (wintypes.HANDLE,)
        handle = kernel.CreateFileW(
            str(path), right, _SHARE_ALL, None, _OPEN_EXISTING, _ALSO_FOLDERS, None
        )
        if handle == wintypes.HANDLE(-1).value:
            # Whatever else hinders it now, such as another program, is no protection.
            return ctypes.get_last_error() not in (_ACCESS_DENIED, _WRITE_PROTECTED)
        kernel.CloseHandle(handle)
    return True


# -- the registry


def _registry(registry: Any) -> Place | None:
    where = f"HKLM\\{REGISTRY_KEY}"
    # The 64-bit view, which group policy writes, also for a program that saw the other one.
    access = registry.KEY_READ | registry.KEY_WOW64_64KEY
    try:
        with registry.OpenKey(registry.HKEY_LOCAL_MACHINE, REGISTRY_KEY, 0, access) as key:
            return Place(where, dict(_entries(registry, key)))
    except FileNotFoundError:
        return None
    except OSError as error:
        why = error.strerror or str(error)
        return Place(where, problem=Message("policy_unreadable", {"where": where, "why": why}))


def _entries(registry: Any, key: Any) -> Iterator[tuple[str, str]]:
    """Yield the values of a key, numbers as texts, with the folders that are named filled in."""
    count = registry.QueryInfoKey(key)[1]
    for at in range(count):
        name, value, kind = registry.EnumValue(key, at)
        if kind == registry.REG_EXPAND_SZ:
            value = registry.ExpandEnvironmentStrings(value)
        # The unnamed value of a key is nobody's; what is no text is told as what it is.
        if name:
            yield name, "" if value is None else str(value)
