"""What two builds of one commit differ in."""

import os
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[3] / "packaging"))

import compare


@pytest.fixture
def builds(tmp_path: Path) -> tuple[Path, Path]:
    """Two builds that are alike."""
    both = tmp_path / "one", tmp_path / "other"
    for build in both:
        build.mkdir()
        (build / "程序").write_bytes(b"\x7fELF")
        (build / "link").symlink_to("程序")
        os.utime(build / "程序", (0, 0))
        os.utime(build / "link", (0, 0), follow_symlinks=False)
    return both


def test_builds_that_are_alike_differ_in_nothing(builds: tuple[Path, Path]) -> None:
    assert compare.differences(*builds) == {}


def test_what_differs_is_named(builds: tuple[Path, Path]) -> None:
    one, other = builds
    (one / "more").touch()
    (other / "程序").write_bytes(b"another")
    (other / "程序").chmod(0o755)
    (other / "link").unlink()
    (other / "link").symlink_to("elsewhere")
    found = compare.differences(one, other, timed=False)
    assert found == {
        "link": "content",
        "more": "only in the first",
        "程序": "content and rights",
    }


def test_a_time_counts_in_a_package_alone(builds: tuple[Path, Path]) -> None:
    os.utime(builds[0] / "程序", (1, 1))
    assert compare.differences(*builds) == {"程序": "time"}
    assert compare.differences(*builds, timed=False) == {}


def test_what_differs_without_a_known_reason_is_a_failure(
    builds: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    (builds[0] / "程序").write_bytes(b"another")
    monkeypatch.setattr(sys, "argv", ["compare.py", *map(str, builds)])
    assert compare.main() == 1
    monkeypatch.setattr(compare, "EXPLAINED", {"程*": "told in the README"})
    assert compare.main() == 0


def test_a_signature_may_differ_or_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    signed = tmp_path / "gongbao_0.1.0_amd64.deb.minisig"
    signed.write_bytes(b"of one key")
    monkeypatch.setattr(sys, "argv", ["compare.py", str(signed), str(tmp_path / "none.minisig")])
    assert compare.main() == 0
    assert "a key" in capsys.readouterr().out
