"""A Windows for the packages to be tried on."""

import zipfile
from collections.abc import Iterator

import pytest

from tests.end2end.desktop import screen
from tests.system.windows.wine import Installed, Windows, built


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Windows]:
    """A fresh Windows 10 with a screen."""
    work = tmp_path_factory.mktemp("windows")
    with screen() as environment:
        made = Windows(work, environment)
        yield made
        made.end()


@pytest.fixture(scope="module")
def program(windows: Windows) -> Installed:
    """The program, unpacked into a folder with a Chinese name and a space."""
    folder = windows.path(r"C:\公报 程序")
    with zipfile.ZipFile(built("-portable.zip")) as archive:
        archive.extractall(folder)
    return Installed(windows, folder / "gongbao")
