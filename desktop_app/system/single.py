"""One program for each user and desktop: a second start hands its file to the first, and ends.

Who is the first is told by a lock on a file, which the system takes back however the program
ends: a crashed one is in nobody's way, and to find out costs a start next to nothing. The file to
open goes through a local socket (on Windows a named pipe) that the first one listens at once its
window is painted. Only the user's own processes reach it: it lies in a folder of theirs alone. On
Windows all users share the names of pipes: the first program draws one that nobody can guess and
writes it into the locked file, which lies in such a folder, and others may not write to the pipe.
"""

import os
import stat
import sys
import tempfile
import threading
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from desktop_app.system import paths

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

PATIENCE_SECONDS = 4.0
"""A first program that does not answer for so long hangs: the second opens its own window."""

# Where a window would be seen: a program on another screen is not the one to raise.
_DESKTOP = ("DISPLAY", "WAYLAND_DISPLAY", "SESSIONNAME", "QT_QPA_PLATFORM")
_AGAIN_SECONDS = 0.05
_WAITING_VISITORS = 8
_GREETING = b"gongbao 1\0"
_DONE = b"done"
_DRAWN_CHARACTERS = 32
_MOST_BYTES = 64 * 1024


class Visit(Struct, frozen=True):
    """A second start that wants `file` opened, or the window (None), until it is `answered`."""

    file: Path | None
    answered: threading.Event = field(default_factory=threading.Event)


class Place:
    """Where the programs of one user, desktop and library meet; `claim` tells who is first."""

    def __init__(self, library: Path | None, folder: Path | None = None) -> None:
        """`folder` is one of the user alone; by default the system's.

        Programs on other screens, or with user data or a library of their own, do not meet.
        """
        self._folder = folder or _runtime_folder()
        apart = [os.environ.get(name, "") for name in _DESKTOP]
        apart += [str(paths.user_folder()), str(library.absolute()) if library else ""]
        self._name = f"gongbao-{zlib.crc32(chr(0).join(apart).encode('utf-8', 'replace')):08x}"
        self._lock: int | None = None

    @property
    def address(self) -> str:
        """Return what the first program listens at; empty where there is none."""
        if self._folder is None:
            return ""
        if sys.platform == "win32":
            drawn = _drawn(self._folder / f"{self._name}.lock")
            return rf"\\.\pipe\{self._name}-{drawn}" if drawn else ""
        return str(self._folder / f"{self._name}.sock")

    def claim(self) -> bool:
        """Whether this program is the first one; it stays so until it ends, or `release`."""
        if self._lock is not None:
            return True
        if self._folder is None:
            return False
        if self._folder == _own_folder() and _runtime_folder() != self._folder:
            # The last program took it away, and somebody else made one by this name.
            return False
        file = self._folder / f"{self._name}.lock"
        try:
            lock = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return False
        if not _lock(lock) or not _is_still(file, lock):
            os.close(lock)
            return False
        if sys.platform == "win32":
            with suppress(OSError):  # a full disk: every start opens a window of its own
                _draw(lock)
        self._lock = lock
        return True

    def release(self) -> None:
        """Let another program be the first, and leave nothing behind."""
        if self._lock is None or self._folder is None:
            return
        file = self._folder / f"{self._name}.lock"
        if sys.platform != "win32":
            # While the lock is held: who opened the file before sees that it is another one's.
            _remove(file)
        os.close(self._lock)
        self._lock = None
        if sys.platform == "win32":
            # Refused where another one has it open.
            _remove(file)
        if self._folder == _own_folder():
            with suppress(OSError):  # programs on other screens meet there
                self._folder.rmdir()

    def hand_over(self, file: Path | None, patience_seconds: float = PATIENCE_SECONDS) -> bool:
        """Let the first program open `file`, or raise its window; False where there is none.

        False means that this program goes on as if alone: it is the first one itself, or the first
        one hangs.
        """
        if self.claim() or self._folder is None:
            return False
        deadline = time.monotonic() + patience_seconds
        message = _GREETING + (os.fsencode(file.absolute()) if file else b"")
        pause = threading.Event()
        while time.monotonic() < deadline:
            if _said(self.address, message, deadline):
                return True
            # The first one is starting, or about to end.
            pause.wait(_AGAIN_SECONDS)
            if self.claim():
                return False
        return False


class Listener:
    """Listens, on a thread of its own, for starts after the first one's."""

    def __init__(self, place: Place, came: Callable[[Visit], None]) -> None:
        """`came` is called on that thread; the visitor waits until its visit is answered."""
        self._address, self._came = place.address, came
        self._stopped = threading.Event()
        self._visit: Visit | None = None
        self._thread = threading.Thread(target=self._listen, name="single", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Listen no longer; who is not answered yet will be the first once this program ends."""
        self._stopped.set()
        if self._visit is not None:
            self._visit.answered.set()
        deadline = time.monotonic() + PATIENCE_SECONDS
        while self._thread.is_alive() and time.monotonic() < deadline:
            _said(self._address, b"", 0)
            self._thread.join(_AGAIN_SECONDS)

    def _listen(self) -> None:
        from multiprocessing import connection

        if not self._address:
            return
        if sys.platform != "win32":
            # Left by a program that crashed: whoever holds the lock is the only one here.
            Path(self._address).unlink(missing_ok=True)
        try:
            listener = connection.Listener(self._address, backlog=_WAITING_VISITORS)
        except OSError:
            # Without it every start opens a window of its own.
            return
        with listener:
            while not self._stopped.is_set():
                try:
                    with listener.accept() as visitor:
                        self._answer(visitor)
                except (OSError, EOFError):
                    # Who came went away again.
                    continue

    def _answer(self, visitor: "Connection") -> None:
        if not visitor.poll(PATIENCE_SECONDS):
            return
        message = visitor.recv_bytes(_MOST_BYTES)
        if not message.startswith(_GREETING) or self._stopped.is_set():
            return
        name = os.fsdecode(message.removeprefix(_GREETING))
        self._visit = visit = Visit(Path(name) if name else None)
        self._came(visit)
        if visit.answered.wait(PATIENCE_SECONDS) and not self._stopped.is_set():
            visitor.send_bytes(_DONE)


def _said(address: str, message: bytes, deadline: float) -> bool:
    """Say `message` to whoever listens at `address`; True where it is done before `deadline`."""
    try:
        with _connected(address, deadline) as there:
            if sys.platform == "win32":
                _let_it_come_to_the_front()
            there.send_bytes(message)
            left = deadline - time.monotonic()
            return left > 0 and there.poll(left) and there.recv_bytes(_MOST_BYTES) == _DONE
    except (OSError, EOFError):
        return False


def _connected(address: str, deadline: float) -> "Connection":
    # Needed by second starts alone, and it takes long.
    from multiprocessing import connection

    # `connection.Client` would wait for ever, on Windows for 20 seconds, where the program hangs
    # and others wait as well.
    if sys.platform == "win32":
        return connection.PipeConnection(_opened(address, deadline))
    import socket

    with socket.socket(socket.AF_UNIX) as way:
        way.settimeout(max(deadline - time.monotonic(), _AGAIN_SECONDS))
        way.connect(address)
        way.setblocking(True)
        return connection.Connection(way.detach())


if sys.platform == "win32":

    def _opened(pipe: str, deadline: float) -> int:
        """Return a handle of a named pipe, once its owner has time before `deadline`."""
        # What `multiprocessing` itself opens pipes with.
        import _winapi

        left_ms = round((deadline - time.monotonic()) * 1000)
        # Of 0 Windows makes a time of its own.
        _winapi.WaitNamedPipe(pipe, max(left_ms, 1))
        rights = _winapi.GENERIC_READ | _winapi.GENERIC_WRITE
        null, mode = _winapi.NULL, _winapi.FILE_FLAG_OVERLAPPED
        handle = _winapi.CreateFile(pipe, rights, 0, null, _winapi.OPEN_EXISTING, mode, null)
        _winapi.SetNamedPipeHandleState(handle, _winapi.PIPE_READMODE_MESSAGE, None, None)
        return handle


def _let_it_come_to_the_front() -> None:
    """On Windows, the program that the user just started must allow another one to come up."""
    if sys.platform == "win32":
        import ctypes

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)


def _draw(lock: int) -> None:
    """Write the part of the pipe's name that nobody can guess behind the byte that is locked."""
    os.lseek(lock, 1, os.SEEK_SET)
    os.write(lock, os.urandom(_DRAWN_CHARACTERS // 2).hex().encode("ascii"))


def _drawn(lock: Path) -> str:
    """Return what `_draw` wrote; empty where it has not."""
    try:
        file = os.open(lock, os.O_RDONLY)
    except OSError:
        return ""
    try:
        os.lseek(file, 1, os.SEEK_SET)
        drawn = os.read(file, _DRAWN_CHARACTERS).decode("ascii", "replace")
    except OSError:
        return ""
    finally:
        os.close(file)
    return drawn if len(drawn) == _DRAWN_CHARACTERS else ""


def _lock(file: int) -> bool:
    """Lock an open file for this process; False where another one has."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_still(file: Path, opened: int) -> bool:
    """Whether `opened` is what lies at `file`: the program that had it may have taken it away."""
    try:
        return os.path.samestat(file.stat(), os.fstat(opened))
    except OSError:
        return False


def _remove(file: Path) -> None:
    with suppress(OSError):
        file.unlink(missing_ok=True)


def _own_folder() -> Path | None:
    """Return the folder that the program makes for its user where the system makes none."""
    if sys.platform == "win32":
        return None
    try:
        return Path(tempfile.gettempdir()) / f"gongbao-{os.getuid()}"
    except OSError:
        # No folder for temporary files can be written to.
        return None


def _runtime_folder() -> Path | None:
    """Return a folder that is this user's alone; None where there is none and none can be made."""
    try:
        if sys.platform == "win32":
            return Path(tempfile.gettempdir())
        given = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
        if given.is_absolute() and _is_ours_alone(given):
            return given
        # Not made by the system (a remote shell, `su`): one of our own.
        own = _own_folder()
        if own is None:
            return None
        own.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        return None
    return own if _is_ours_alone(own) else None


def _is_ours_alone(folder: Path) -> bool:
    """Whether nobody else may look into the folder: another user may have made it, or a link."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    is_private = stat.S_ISDIR(found.st_mode) and not stat.S_IMODE(found.st_mode) & 0o077
    return is_private and found.st_uid == os.getuid() and os.access(folder, os.W_OK)
