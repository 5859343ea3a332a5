"""Exporting with the keyboard alone, from the search box to the file."""

import zipfile
from pathlib import Path

import pytest

from tests.end2end.conftest import Start
from tests.end2end.desktop import until

pytestmark = pytest.mark.end2end

_TITLE = "鞍山市铁东区2022年国民经济和社会发展统计公报"


def test_the_text_as_a_word_file(start: Start, library_path: Path, tmp_path: Path) -> None:
    program = start("--library", library_path)
    program.wait_for_window(_TITLE)
    program.press("ctrl+k")
    program.type_text("53911")
    # On X a line of text takes Ctrl+E for the End key.
    program.press("ctrl+e", "Return")
    program.wait_for_window("^导出$")
    program.press("Return")
    home = Path(program.environment["HOME"])

    def exported() -> list[Path]:
        return list(home.rglob(f"{_TITLE}.docx"))

    (path,) = until(exported, "the exported file")
    assert "53911元" in zipfile.ZipFile(path).read("word/document.xml").decode()
    program.wait_for_window(_TITLE)
    program.quit()
    assert list(tmp_path.rglob(".gongbao-*")) == []
