"""Searching for numbers, held against what a reader found in two bulletins."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.bulletin import Bulletin
from desktop_app.services import importing
from desktop_app.services.searching import find
from desktop_app.store.library import Library
from desktop_app.store.writer import write_library
from desktop_app.system import resources

DATA = Path(__file__).resolve().parents[2] / "data" / "searching"
LABELS: dict[str, dict[str, list[str]]] = tomllib.loads(
    (DATA / "numbers.toml").read_text(encoding="utf-8")
)
QUERIES = [(name, typed) for name, labels in LABELS.items() for typed in labels]

Span = tuple[int, int]


@pytest.fixture(scope="module")
def yunling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library of the invented bulletin."""
    path = tmp_path_factory.mktemp("numbers") / "library.db"
    write_library(path, importing.inspect(DATA / "yunling-2023.txt").bulletins)
    with Library(path) as opened:
        yield opened


def place_of(label: str, bulletin: Bulletin) -> Span:
    """Return where what is marked in a label stands; the label occurs once."""
    fold = resources.folding().fold
    before, _, rest = fold(label).partition("【")
    marked, _, after = rest.partition("】")
    text = fold(bulletin.text.hans)
    whole = before + marked + after
    (start,) = (at for at in range(len(text)) if text.startswith(whole, at))
    return start + len(before), start + len(before) + len(marked)


@pytest.mark.parametrize(("name", "typed"), QUERIES)
def test_a_number_is_found_where_a_reader_finds_it(
    library: Library, yunling: Library, name: str, typed: str
) -> None:
    searched = library if name == "tiedong" else yunling
    bulletin = searched.bulletin(1)
    hits = find(searched, typed, limit=1000).hits
    found = {match for hit in hits for match in hit.matches}
    assert found == {place_of(label, bulletin) for label in LABELS[name][typed]}


def test_there_are_many_numbers_of_every_kind() -> None:
    typed = [query for _, query in QUERIES]
    assert len(typed) >= 60
    assert sum("," in one or "，" in one for one in typed) >= 5
    assert sum("约" in one or "左右" in one for one in typed) >= 5
    assert sum(not one.isascii() and ":" in one for one in typed) >= 8
