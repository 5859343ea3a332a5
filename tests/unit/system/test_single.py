"""One program for each user and desktop; nobody is in the way of a second start."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop_app.system.single import Listener, Place, Visit

_WINDOWS = sys.platform == "win32"
_ONLY_POSIX = pytest.mark.skipif(_WINDOWS, reason="Windows has no such folders or variables")
_SHORT_SECONDS = 0.5
_LONG_SECONDS = 20.0
_FIRST = """
import sys, threading
from pathlib import Path
from desktop_app.system.single import Listener, Place
place = Place(None, Path(sys.argv[1]))
assert place.claim()
listener = Listener(place, lambda visit: visit.answered.set())
print("first", flush=True)
threading.Event().wait()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    own = tmp_path / "运行 时"
    own.mkdir(mode=0o700)
    return own


@contextmanager
def first(folder: Path, came: list[Path | None]) -> Iterator[Place]:
    """A first program that opens at once what it is asked for."""

    def open_it(visit: Visit) -> None:
        came.append(visit.file)
        visit.answered.set()

    place = Place(None, folder)
    assert place.claim()
    listener = Listener(place, open_it)
    yield place
    listener.stop()
    place.release()


@contextmanager
def another_program(folder: Path) -> "Iterator[subprocess.Popen[str]]":
    command = [sys.executable, "-c", _FIRST, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "first\n"
            yield process
        finally:
            process.kill()


def stop(process: "subprocess.Popen[str]") -> None:
    """Let a program hang."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.ntdll.NtSuspendProcess(int(process._handle))
    else:
        process.send_signal(signal.SIGSTOP)


def becomes_first(place: Place) -> bool:
    """Whether a start finds nobody, and has the place for itself."""
    found_nobody = not place.hand_over(None, _LONG_SECONDS)
    is_first = place.claim()
    place.release()
    return found_nobody and is_first


@pytest.mark.parametrize("name", ["公报 2022 年.txt", "-x.txt", "\udcff\udcfe.txt", "a\nb"])
def test_a_second_start_hands_over_its_file(
    folder: Path, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    came: list[Path | None] = []
    with first(folder, came):
        assert Place(None, folder).hand_over(Path(name), _LONG_SECONDS)
    assert came == [tmp_path / name]


def test_a_second_start_without_a_file_asks_for_the_window(folder: Path) -> None:
    came: list[Path | None] = []
    with first(folder, came):
        assert Place(None, folder).hand_over(None, _LONG_SECONDS)
        assert Place(None, folder).hand_over(None, _LONG_SECONDS)
    assert came == [None, None]


def test_nobody_there_is_found_out_at_once_and_makes_a_start_the_first(folder: Path) -> None:
    place = Place(None, folder)
    began = time.monotonic()
    assert not place.hand_over(None, _LONG_SECONDS)
    assert time.monotonic() - began < _LONG_SECONDS / 4
    assert place.claim()
    assert not Place(None, folder).claim()
    place.release()


def test_a_start_right_after_the_first_waits_until_that_listens(folder: Path) -> None:
    starting = Place(None, folder)
    assert starting.claim()
    handed: list[bool] = []
    second = threading.Thread(
        target=lambda: handed.append(Place(None, folder).hand_over(None, _LONG_SECONDS))
    )
    second.start()
    listener = Listener(starting, lambda visit: visit.answered.set())
    second.join()
    listener.stop()
    starting.release()
    assert handed == [True]


def test_a_program_that_crashed_is_in_nobodys_way(folder: Path) -> None:
    with another_program(folder) as crashed:
        assert Place(None, folder).hand_over(None, _LONG_SECONDS)
        crashed.kill()
        crashed.wait()
        assert _WINDOWS or list(folder.glob("*.sock")), "it left its socket"
        assert becomes_first(Place(None, folder))
    came: list[Path | None] = []
    with first(folder, came):
        assert Place(None, folder).hand_over(None, _LONG_SECONDS)


def test_a_program_that_ends_leaves_nothing(folder: Path) -> None:
    with first(folder, []):
        assert Place(None, folder).hand_over(None, _LONG_SECONDS)
    assert list(folder.iterdir()) == []


@_ONLY_POSIX
def test_a_folder_made_for_the_place_goes_with_the_last_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    own = tmp_path / f"gongbao-{os.getuid()}"
    place, other = Place(None), Place(tmp_path / "gongbao.db")
    assert place.claim()
    assert other.claim()
    place.release()
    assert own.is_dir()
    other.release()
    assert not own.exists()
    assert place.claim()
    place.release()


def test_where_nothing_temporary_can_be_written_the_program_starts_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> str:
        raise FileNotFoundError("no usable temporary directory")

    monkeypatch.setattr(tempfile, "gettempdir", refuse)
    place = Place(None, folder)
    assert place.claim()
    place.release()


@pytest.mark.skipif(_WINDOWS, reason="there a file that is open stays")
def test_who_opened_the_lock_of_a_program_that_ended_is_not_the_first(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, late = Place(None, folder), Place(None, folder)
    assert place.claim()
    opened = os.open

    def open_then_wait(*arguments: object) -> int:
        # Between the opening and the locking the first program ends.
        lock: int = opened(*arguments)  # type: ignore[arg-type]
        place.release()
        return lock

    monkeypatch.setattr(os, "open", open_then_wait)
    assert not late.claim()
    monkeypatch.undo()
    assert late.claim()
    late.release()


def test_a_program_that_hangs_is_not_waited_for(folder: Path) -> None:
    with another_program(folder) as hanging:
        stop(hanging)
        began = time.monotonic()
        for _often in range(12):
            assert not Place(None, folder).hand_over(None, _SHORT_SECONDS / 5)
        assert time.monotonic() - began < _LONG_SECONDS
        assert hanging.poll() is None


@pytest.mark.skipif(not _WINDOWS, reason="elsewhere the folder keeps others out")
def test_nobody_can_guess_where_the_first_one_listens(folder: Path) -> None:
    assert not Place(None, folder).address
    names = set()
    for _often in range(3):
        with first(folder, []) as place:
            assert Place(None, folder).address == place.address
            names.add(place.address)
    assert len(names) == 3


def test_a_program_busy_with_another_visitor_is_waited_for_no_longer(folder: Path) -> None:
    from multiprocessing import connection

    place = Place(None, folder)
    assert place.claim()
    with connection.Listener(place.address), connection.Client(place.address):
        began = time.monotonic()
        assert not Place(None, folder).hand_over(None, _SHORT_SECONDS)
        assert time.monotonic() - began < _LONG_SECONDS / 4
    place.release()


def test_a_window_that_does_not_answer_is_not_waited_for(folder: Path) -> None:
    place = Place(None, folder)
    assert place.claim()
    listener = Listener(place, lambda _visit: None)
    assert not Place(None, folder).hand_over(None, _SHORT_SECONDS)
    listener.stop()
    place.release()


def test_a_program_that_ends_leaves_its_place_to_the_second_start(folder: Path) -> None:
    place, came = Place(None, folder), threading.Event()
    assert place.claim()
    listener = Listener(place, lambda _visit: came.set())
    second = Place(None, folder)
    handed: list[bool] = []
    visiting = threading.Thread(
        target=lambda: handed.append(second.hand_over(None, _LONG_SECONDS))
    )
    visiting.start()
    assert came.wait(_LONG_SECONDS)
    listener.stop()
    place.release()
    visiting.join()
    assert handed == [False]
    assert second.claim()
    second.release()


@_ONLY_POSIX
@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY", "XDG_DATA_HOME"])
def test_another_screen_or_home_has_a_program_of_its_own(
    folder: Path, variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with first(folder, []):
        monkeypatch.setenv(variable, "/another")
        assert becomes_first(Place(None, folder))


def test_another_library_has_a_program_of_its_own(folder: Path, tmp_path: Path) -> None:
    with first(folder, []):
        assert becomes_first(Place(tmp_path / "gongbao.db", folder))


def test_what_is_said_in_another_way_is_not_listened_to(folder: Path) -> None:
    from multiprocessing import connection

    came: list[Path | None] = []
    with first(folder, came) as place:
        assert Place(None, folder).hand_over(None, _LONG_SECONDS)
        with connection.Client(place.address) as stranger:
            stranger.send_bytes(b"GET / HTTP/1.0")
        assert Place(None, folder).hand_over(None, _LONG_SECONDS)
    assert came == [None, None]


@_ONLY_POSIX
@pytest.mark.parametrize("mode", [0o755, 0o770, 0o500])
def test_a_folder_that_others_may_look_into_is_not_used(
    tmp_path: Path, mode: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = tmp_path / "given"
    given.mkdir()
    given.chmod(mode)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(given))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(os, "access", lambda path, _mode: path != given or mode != 0o500)
    own = tmp_path / f"gongbao-{os.getuid()}"
    assert Path(Place(None).address).parent == own
    assert own.stat().st_mode & 0o777 == 0o700


@_ONLY_POSIX
def test_a_folder_made_by_somebody_else_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    (tmp_path / f"gongbao-{os.getuid()}").symlink_to(elsewhere)
    place = Place(None)
    assert not place.claim()
    assert not place.hand_over(None, _LONG_SECONDS)
    assert not any(elsewhere.iterdir())


def test_without_a_folder_for_temporary_files_each_start_is_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse() -> str:
        raise FileNotFoundError(2, "No usable temporary directory found")

    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr(tempfile, "gettempdir", refuse)
    place = Place(None)
    assert not place.address
    assert not place.claim()
    assert not place.hand_over(None, _LONG_SECONDS)
