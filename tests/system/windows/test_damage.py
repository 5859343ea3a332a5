"""The self-check names what is missing or damaged in the program's folder."""

from collections.abc import Iterator

import pytest

from tests.end2end.desktop import until
from tests.system.windows.wine import Installed

pytestmark = pytest.mark.system

_QT = "_internal/PySide6"


@pytest.fixture(scope="module", autouse=True)
def whole(program: Installed) -> Iterator[None]:
    """It finds nothing wrong before anything is damaged."""
    # What of wine is started first, its server and its desktop, keeps the pipes of its starter
    # open: another program than the one whose output is waited for.
    windows = program.windows
    with windows.running("notepad"):
        until(lambda: windows.uppermost() == "Untitled - Notepad", "a program that stays")
        done = program.check("windows")
        assert done.returncode == 0, done.stdout
        yield


@pytest.fixture
def away(program: Installed, request: pytest.FixtureRequest) -> Iterator[None]:
    """Take a file or a folder of the program away, and put it back."""
    path = program.folder / request.param
    kept = path.with_name(f"{path.name}.gone")
    path.rename(kept)
    yield
    kept.rename(path)


@pytest.mark.parametrize(
    ("away", "named"),
    [
        pytest.param("_internal/library/gongbao.db", "gongbao.db", id="library"),
        pytest.param(f"{_QT}/plugins/platforms/qwindows.dll", "qwindows.dll", id="plugin"),
        pytest.param(f"{_QT}/plugins/imageformats/qsvg.dll", "qsvg.dll", id="image"),
        pytest.param("_internal/numpy/core", "_multiarray_umath", id="chart"),
        pytest.param(f"{_QT}/translations/qtbase_zh_TW.qm", "qtbase_zh_TW", id="translation"),
        pytest.param("_internal/resources/translations/gongbao_en.qm", "gongbao_en", id="own"),
        pytest.param(f"{_QT}/Qt6Svg.dll", "Qt6Svg.dll", id="Qt"),
        pytest.param("_internal/sqlite3.dll", "sqlite3", id="SQLite"),
        pytest.param("_internal/pypdfium2_raw/pdfium.dll", "pdfium.dll", id="PDF"),
        pytest.param("_internal/_multiprocessing.pyd", "_multiprocessing", id="pipe"),
        pytest.param("_internal/msgspec", "msgspec", id="start"),
        pytest.param("_internal/python311.dll", "python311.dll", id="Python"),
        pytest.param("gongbao-window.exe", "gongbao-window.exe", id="window"),
        pytest.param("files.sha256", "files.sha256", id="list"),
    ],
    indirect=["away"],
)
@pytest.mark.usefixtures("away")
def test_what_is_missing_is_named(program: Installed, named: str) -> None:
    done = program.check("windows")
    assert done.returncode != 0
    assert named in done.stdout
    assert "Traceback" not in done.stdout


def test_what_was_changed_is_named(program: Installed) -> None:
    file = program.folder / "_internal" / "resources" / "messages.toml"
    content = file.read_bytes()
    file.write_bytes(content + b"\n")
    done = program.check("offscreen")
    file.write_bytes(content)
    assert done.returncode == 1
    assert "messages.toml" in done.stdout
