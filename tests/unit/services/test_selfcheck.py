"""What the self-check says of good and of bad libraries."""

import sqlite3
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop_app.services.selfcheck import check
from desktop_app.store.writer import write_library
from desktop_app.system import resources
from tests.handmade import Line, make_bulletin, make_figure


def outcome(path: Path) -> dict[str, bool]:
    """Return what was checked and whether it passed; every message makes a sentence."""
    checks = list(check(path))
    for one in checks:
        for language in ("zh_CN", "zh_TW", "en"):
            assert "{" not in resources.sentence(one.message, language)
    return {one.message.id: one.passed for one in checks}


def test_the_bundled_library_is_good(library_path: Path) -> None:
    assert outcome(library_path) == {
        "check_opened": True,
        "check_whole": True,
        "check_counts": True,
        "check_placed": True,
        "check_found": True,
    }


def test_a_missing_library(tmp_path: Path) -> None:
    assert outcome(tmp_path / "nowhere.db") == {"library_missing": False}


def test_a_library_of_nothing(tmp_path: Path) -> None:
    write_library(tmp_path / "library.db", [])
    assert outcome(tmp_path / "library.db")["check_counts"] is False


def test_a_bulletin_without_a_paragraph(tmp_path: Path) -> None:
    write_library(tmp_path / "library.db", [make_bulletin(Line("一、综合", "一"))])
    assert "check_found" not in outcome(tmp_path / "library.db")


@pytest.mark.parametrize(
    ("change", "failed"),
    [
        ("UPDATE passage SET folded = 'x'", "check_not_found"),
        ("UPDATE figure SET printed = 'x'", "check_astray"),
        (
            "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = "
            "replace(sql, 'chapter_id INTEGER,', 'chapter_id INTEGER NOT NULL,')"
            " WHERE name = 'passage'",
            "check_damaged",
        ),
    ],
)
def test_a_bad_library(tmp_path: Path, change: str, failed: str) -> None:
    path = tmp_path / "library.db"
    bulletin = make_bulletin("低保户3458户。")
    write_library(path, [replace(bulletin, figures=(make_figure(bulletin, "3458户"),))])
    connection = sqlite3.connect(path)
    connection.executescript(change)
    connection.close()
    assert outcome(path)[failed] is False
