"""Which plugin Qt shows windows by, and where the one without a screen finds fonts."""

import os
import sys
from pathlib import Path

import pytest

from desktop_app.system import display

SET = ("QT_QPA_PLATFORM", "QT_QPA_FONTDIR")


@pytest.fixture(autouse=True)
def nothing_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SET:
        # Set first, so that what is set afterwards is undone.
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)


def test_on_windows_it_finds_the_fonts_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("SYSTEMROOT", "C:/Windows")
    display.show_on("offscreen")
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    assert Path(os.environ["QT_QPA_FONTDIR"]) == Path("C:/Windows/Fonts")


def test_fonts_that_were_chosen_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("QT_QPA_FONTDIR", "D:/fonts")
    display.show_on("offscreen")
    assert os.environ["QT_QPA_FONTDIR"] == "D:/fonts"


@pytest.mark.parametrize(("system", "platform"), [("linux", "offscreen"), ("win32", None)])
def test_work_without_a_display(
    system: str, platform: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    display.show_nowhere()
    assert [os.environ.get(name) for name in SET] == [platform, None]


def test_windows_keeps_faces_in_collections(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "Fonts").mkdir()
    for name in ("msyh.ttc", "arial.ttf", "simsun.ttc"):
        (tmp_path / "Fonts" / name).touch()
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path))
    assert display.font_collections() == []
    monkeypatch.setattr(sys, "platform", "win32")
    assert [file.name for file in display.font_collections()] == ["msyh.ttc", "simsun.ttc"]
