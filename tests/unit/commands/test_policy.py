"""What administrators decided holds on the command line, too."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.services import policy
from desktop_app.services.policy import of_places
from desktop_app.system.policies import Place
from tests.unit.commands.running import Run


@pytest.fixture
def decide(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    # Set by the test, so that it is taken back with it.
    monkeypatch.setenv("GONGBAO_LANGUAGE", "")

    def decide(**values: str) -> None:
        made = of_places((Place("/etc/gongbao/policy.ini", values),))
        monkeypatch.setattr(policy, "current", lambda: made)

    return decide


def test_no_file_is_exported_where_it_is_not_allowed(
    run: Run, decide: Callable[..., None], library_path: Path, tmp_path: Path
) -> None:
    decide(AllowExport="0")
    out = tmp_path / "数据.xlsx"
    for command in (("export",), ("figures", "--format", "xlsx")):
        done = run(*command, "--out", out, "--library", library_path)
        assert done.code == 1
        assert done.says("export_not_allowed")
    assert not out.exists()
    assert run("figures", "--library", library_path).code == 0


def test_the_command_line_speaks_the_language_decided(
    run: Run, decide: Callable[..., None], tmp_path: Path
) -> None:
    decide(Language="en")
    missing = tmp_path / "missing.db"
    assert run("--library", missing, "figures").says("library_missing", "en")
    assert os.environ["GONGBAO_LANGUAGE"] == "en"


def test_the_selfcheck_tells_decisions_and_mistakes(
    run: Run, decide: Callable[..., None], library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    decide(AllowExport="0")
    done = run("selfcheck", "--library", library_path)
    assert done.code == 0
    assert "AllowExport" in done.out
    decide(AllowExport="perhaps")
    done = run("selfcheck", "--library", library_path)
    assert done.code == 1
    assert "perhaps" in done.out
