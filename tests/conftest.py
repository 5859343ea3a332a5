"""What tests share: the bundled bulletin and its library, made by the real pipeline."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from desktop_app.domain.bulletin import Bulletin
from desktop_app.services import importing
from desktop_app.services.library import build
from desktop_app.store.library import Library
from desktop_app.system import paths

BUNDLED = "tiedong-2022"

# The same examples at every run, so that what fails fails again; `make fuzz` looks further.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")

# Windows are painted in memory, also where a display is; end-to-end tests say otherwise.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test away from the folders of whoever runs it; return the one they lie in."""
    folder = tmp_path / "home"
    for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(folder / kind.lower()))
    for kind in ("APPDATA", "LOCAL_APPDATA"):
        # How platformdirs is told on Windows.
        monkeypatch.setenv(f"WIN_PD_OVERRIDE_{kind}", str(folder / kind.lower()))
    return folder


@pytest.fixture(scope="session")
def bundled() -> Bulletin:
    """The bundled bulletin, as the pipeline understands it."""
    (bulletin,) = importing.inspect(paths.data() / "bulletins" / BUNDLED / "source.txt").bulletins
    return bulletin


@pytest.fixture(scope="session")
def library_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library built from the bundled sources."""
    path = tmp_path_factory.mktemp("资料库") / "gongbao.db"
    build(paths.data(), path)
    return path


@pytest.fixture
def library(library_path: Path) -> Iterator[Library]:
    """That library, open."""
    with Library(library_path) as opened:
        yield opened
