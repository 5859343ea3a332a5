"""Where the library comes from."""

import shutil
from pathlib import Path

import pytest

from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.errors import DataError
from desktop_app.services import library as service
from desktop_app.services.library import build, open_library
from desktop_app.store import schema
from desktop_app.store.library import Library
from desktop_app.system import paths

SMALL = (
    "青河县{year}年国民经济和社会发展统计公报\n一、综合\n{year}年，全县地区生产总值56.3亿元。\n"
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Two bulletins of a small place."""
    folder = tmp_path / "数据 #1"
    for year in (2023, 2021):
        source = folder / "bulletins" / f"qinghe-{year}" / "source.txt"
        source.parent.mkdir(parents=True)
        source.write_text(SMALL.format(year=year), encoding="utf-8")
    return folder


@pytest.fixture
def own(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of the program's own library, not built yet."""
    path = tmp_path / "cache" / "gongbao.db"
    monkeypatch.setattr(paths, "program_library", lambda: path)
    monkeypatch.setattr(paths, "data", lambda: data)
    return path


def test_the_library_holds_the_bundled_bulletin(library: Library, bundled: Bulletin) -> None:
    (entry,) = library.bulletins()
    assert library.bulletin(entry.id) == bundled


def test_two_builds_of_the_bundled_sources_are_the_same_bytes(
    library_path: Path, tmp_path: Path
) -> None:
    assert build(paths.data(), tmp_path / "again.db") == 1
    assert (tmp_path / "again.db").read_bytes() == library_path.read_bytes()


def test_all_bulletins_by_folder(data: Path, tmp_path: Path) -> None:
    (data / "bulletins" / "qinghe-2021" / "bulletin.toml").write_text("", encoding="utf-8")
    (data / "bulletins" / "qinghe-2021" / "source.d").mkdir()
    assert build(data, tmp_path / "library.db") == 2
    with Library(tmp_path / "library.db") as library:
        assert [entry.info.year for entry in library.bulletins()] == [2021, 2023]


def test_without_sources_nothing_is_built(tmp_path: Path) -> None:
    with pytest.raises(DataError) as error:
        build(tmp_path, tmp_path / "library.db")
    assert error.value.message.id == "no_sources"
    assert list(tmp_path.iterdir()) == []


def test_a_named_library_is_opened_as_it_is(library_path: Path, tmp_path: Path) -> None:
    with open_library(library_path) as library:
        assert library.path == library_path
    with pytest.raises(DataError) as error:
        open_library(tmp_path / "nowhere.db")
    assert error.value.message.id == "library_missing"


def test_the_own_library_is_built_where_it_is_missing(own: Path) -> None:
    with open_library() as library:
        assert (library.path, len(library.bulletins())) == (own, 2)
    before = own.stat().st_mtime_ns
    with open_library() as library:
        assert len(library.bulletins()) == 2
    assert own.stat().st_mtime_ns == before


@pytest.mark.usefixtures("own")
def test_the_own_library_is_built_again_after_an_older_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as older:
        older.setattr(schema, "VERSION", schema.VERSION - 1)
        open_library().close()
    with open_library() as library:
        assert len(library.bulletins()) == 2


def test_without_sources_the_own_library_is_missed(own: Path, data: Path) -> None:
    shutil.rmtree(data / "bulletins")
    with pytest.raises(DataError) as error:
        open_library()
    assert error.value.message.id == "library_missing"
    assert not own.exists()


def test_an_own_library_of_a_newer_program_is_left_alone(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as newer:
        newer.setattr(schema, "VERSION", schema.VERSION + 1)
        service.build(paths.data(), own)
    before = own.read_bytes()
    with pytest.raises(DataError) as error:
        open_library()
    assert error.value.message.id == "library_too_new"
    assert own.read_bytes() == before
