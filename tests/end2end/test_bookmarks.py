"""A bookmark with a note, as a user makes it by keys, and as it is there the next day."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.services import bookmark_files
from tests.end2end.conftest import Start
from tests.end2end.desktop import Program, until

pytestmark = pytest.mark.end2end

_TITLE = "鞍山市铁东区2022年国民经济和社会发展统计公报"


def exported(program: Program, path: Path) -> list[tuple[str, str, str]]:
    """Return name, number and note of all bookmarks, as the command line gives them out."""
    command = [sys.executable, "-m", "desktop_app", "bookmarks", "export", str(path)]
    subprocess.run(command, env=program.environment, check=True, capture_output=True)
    return [(one.indicator, one.quote, one.note) for one in bookmark_files.read(path)]


def test_a_bookmark_and_its_note_are_there_the_next_day(
    start: Start, library_path: Path, tmp_path: Path
) -> None:
    program = start("--library", library_path)
    program.wait_for_window(_TITLE)
    program.press("alt+Down")
    program.copies("ctrl+c", "285.9亿元")
    program.press("ctrl+d")
    file = tmp_path / "书签.json"
    bare = [("地区生产总值", "285.9亿元", "")]
    until(lambda: exported(program, file) == bare, "the bookmark to be kept")
    program.press("ctrl+shift+n")
    program.type_text("check with the yearbook")
    program.press("Return")
    noted = [("地区生产总值", "285.9亿元", "check with the yearbook")]
    until(lambda: exported(program, file) == noted, "the note to be kept")
    program.quit()

    program = start("--library", library_path)
    program.wait_for_window(_TITLE)
    program.press("ctrl+k")
    program.type_text("53911")
    program.press("Return")
    program.copies("ctrl+c", "53911元")
    program.press("ctrl+shift+b", "Down", "Return")
    program.copies("ctrl+c", "285.9亿元")
    program.press("ctrl+d")
    until(lambda: exported(program, file) == [], "the bookmark to be gone")
    program.quit()


def test_what_does_not_agree_is_walked_through_by_keys(start: Start, library_path: Path) -> None:
    program = start("--library", library_path)
    program.wait_for_window(_TITLE)
    program.press("ctrl+shift+a")
    # The figures that the first two findings about figures state.
    program.press("Down")
    program.copies("ctrl+c", "96%以上")
    program.press("Down")
    program.copies("ctrl+c", "78%")
    program.quit()
