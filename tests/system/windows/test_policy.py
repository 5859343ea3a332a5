"""What administrators decide by the registry and beside the program, read as on Windows.

Wine lets everybody change permissions, so that a file beside the program is protected from nobody
there: that it counts in C:\\Program Files is left to a real PC.
"""

from collections.abc import Iterator

import pytest

from tests.system.windows.wine import Installed

pytestmark = pytest.mark.system

_KEY = r"HKLM\Software\Policies\Gongbao"


@pytest.fixture(autouse=True)
def undecided(program: Installed) -> Iterator[None]:
    """Take back what a test decided."""
    yield
    program.windows.remove_key(_KEY)
    (program.folder / "policy.ini").unlink(missing_ok=True)


def test_the_registry_decides(program: Installed) -> None:
    windows = program.windows
    windows.write_value(_KEY, "Language", "en")
    windows.write_value(_KEY, "AllowExport", "0", "REG_DWORD")
    done = program.check("offscreen")
    assert done.returncode == 0, done.stdout
    assert "Language, AllowExport" in done.stdout or "AllowExport, Language" in done.stdout
    out = windows.path(r"C:\导出.xlsx")
    done = windows.run(program.folder / "gongbao.exe", "export", "--out", r"C:\导出.xlsx")
    assert done.returncode == 1
    assert "The administrator does not allow files to be exported" in done.stdout
    assert not out.exists()


def test_a_library_folder_with_variables_in_its_name(program: Installed) -> None:
    windows = program.windows
    folder = windows.path(r"C:\ProgramData\公报 资料")
    folder.mkdir(parents=True)
    library = program.folder / "_internal" / "library" / "gongbao.db"
    for name in ("公报-9.db", "公报-10.db"):
        (folder / name).write_bytes(library.read_bytes())
    windows.write_value(_KEY, "LibraryFolder", r"%PROGRAMDATA%\公报 资料", "REG_EXPAND_SZ")
    done = program.check("offscreen")
    assert done.returncode == 0, done.stdout
    assert "公报-10.db" in done.stdout


def test_what_is_mistyped_is_told(program: Installed) -> None:
    program.windows.write_value(_KEY, "Langauge", "en")
    program.windows.write_value(_KEY, "AllowExport", "vielleicht")
    done = program.check("offscreen")
    assert done.returncode == 1
    assert "Langauge" in done.stdout
    assert "vielleicht" in done.stdout


def test_beside_a_program_that_its_user_can_change_nothing_is_decided(
    program: Installed,
) -> None:
    (program.folder / "policy.ini").write_text("[Gongbao]\nAllowExport=0\n", encoding="utf-8")
    done = program.check("offscreen")
    assert done.returncode == 1
    assert "policy.ini" in done.stdout
    assert "AllowExport" not in done.stdout
