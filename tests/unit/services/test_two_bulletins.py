"""One file with two bulletins: built, opened alone, searched, chosen by key."""

from pathlib import Path

import pytest

from desktop_app.services import importing, reading, searching
from desktop_app.services.library import build
from desktop_app.services.opening import FileReader
from desktop_app.store.library import Library

TEXT = "\n".join(
    line
    for year, grain in ((2023, "12.5"), (2024, "12.9"))
    for line in (
        f"临江市{year}年国民经济和社会发展统计公报",
        "一、综合",
        "全年经济平稳增长，实现预期目标。",
        "二、农业",
        f"全年粮食产量{grain}万吨。",
    )
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "data" / "bulletins" / "linjiang" / "source.txt"
    path.parent.mkdir(parents=True)
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_file_of_two_years_is_opened_alone(file: Path) -> None:
    with FileReader(file).open() as library:
        first, second = library.bulletins()
        assert second.key == f"{first.key}-2"
        assert (first.info.year, second.info.year) == (2023, 2024)
        opened = reading.open_bulletin(library, second.key)
        assert reading.short_name(opened.bulletin) == "临江市 2024"
        assert [figure.value for figure in opened.bulletin.figures] == ["12.9"]


def test_hits_lead_to_the_bulletin_they_stand_in(file: Path) -> None:
    with FileReader(file).open() as library:
        hits = searching.find(library, "粮食产量").hits
        assert sorted(hit.year or 0 for hit in hits) == [2023, 2024]
        for hit in hits:
            bulletin = reading.open_by_id(library, hit.bulletin_id).bulletin
            assert bulletin.text.source[hit.start : hit.end].startswith("全年粮食产量")
            assert bulletin.info.year == hit.year


def test_the_library_holds_both(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "library.db"
    assert build(tmp_path / "data", out) == 2
    with Library(out) as library:
        both = importing.inspect(file).bulletins
        assert [entry.key for entry in library.bulletins()] == [b.key for b in both]
        kept = [library.bulletin(entry.id) for entry in library.bulletins()]
        assert [b.passages for b in kept] == [b.passages for b in both]


def test_every_place_is_one_of_the_whole_file(file: Path) -> None:
    told = importing.as_json(importing.inspect(file))
    values = [
        told["text"][figure["start"] : figure["end"]]
        for bulletin in told["bulletins"]
        for figure in bulletin["figures"]
    ]
    assert values == ["12.5万吨", "12.9万吨"]
