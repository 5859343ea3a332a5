"""Searches for what people need, held against what they want to see first."""

import tomllib
from pathlib import Path

import pytest

from desktop_app.domain.bulletin import Bulletin
from desktop_app.services.searching import find
from desktop_app.store.library import Library

_DATA = Path(__file__).resolve().parents[2] / "data" / "searching" / "tasks.toml"
TASKS: list[dict[str, str]] = tomllib.loads(_DATA.read_text(encoding="utf-8"))["task"]
FIRST = 3


def rank(library: Library, bulletin: Bulletin, task: dict[str, str]) -> int:
    """Return which hit is what is wanted, from 1; a large number where none is."""
    for number, hit in enumerate(find(library, task["words"]).hits, start=1):
        passage = bulletin.text.hans[hit.read_start : hit.read_end]
        figure = bulletin.figure_by_id[hit.figure_id].indicator if hit.figure_id else ""
        if task.get("text", "") in passage and task.get("figure", figure) == figure:
            return number
    return 1_000_000


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task["words"])
def test_a_task_says_what_is_wanted(bundled: Bulletin, task: dict[str, str]) -> None:
    assert set(task) in ({"task", "words", "text"}, {"task", "words", "figure"})
    assert task.get("text", "") in bundled.text.hans
    assert task.get("figure") in {None, *(one.indicator for one in bundled.figures)}


def test_what_is_wanted_is_among_the_first(library: Library, bundled: Bulletin) -> None:
    ranks = {task["words"]: rank(library, bundled, task) for task in TASKS}
    assert len(ranks) >= 30
    late = {words: number for words, number in ranks.items() if number > FIRST}
    assert len(ranks) - len(late) >= 28, late
