"""Holds what a search finds against a reading of the text written apart from it, letter by letter.

`any_words(library, bulletin, examples)` tries so many queries; 500 are part of every test, 5,000
take some minutes.
"""

import re
from bisect import bisect_right
from functools import cached_property

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.search import SearchHit, SearchResult
from desktop_app.services.searching import find
from desktop_app.store.library import Library
from desktop_app.system import resources

EVERY_HIT = 1_000_000
_NUMBER = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:[.][0-9]+)*|[0-9]+(?:[.][0-9]+)*")
_LONGEST = 12

Span = tuple[int, int]


class Reader(Struct, frozen=True, dict=True):
    """Reads a bulletin for words."""

    bulletin: Bulletin

    @cached_property
    def text(self) -> str:
        return resources.folding().fold(self.bulletin.text.hans)

    @cached_property
    def numbers(self) -> list[Span]:
        """Where numbers stand; 4.2022年 at the start of item 4 is no number of four units."""
        items = {
            section.title_read_start + len(section.number)
            for section in self.bulletin.sections
            if self.text.startswith(f"{section.number}.", section.title_read_start)
        }
        split = "".join("\n" if at in items else char for at, char in enumerate(self.text))
        return [number.span() for number in _NUMBER.finditer(split)]

    def places(self, wanted: str) -> list[Span]:
        """Return the places in the reading text where `wanted` is read.

        What are numbers in `wanted` must be the same whole numbers in the text.
        """
        wanted = resources.folding().fold(wanted)
        asked = [number.span() for number in _NUMBER.finditer(wanted)]
        return [
            (start, start + len(wanted))
            for passage in self.bulletin.passages
            for start in range(passage.read_start, passage.read_end - len(wanted) + 1)
            if self.text.startswith(wanted, start)
            and self._numbers_in(start, start + len(wanted)) == asked
        ]

    def _numbers_in(self, start: int, end: int) -> list[Span]:
        """Return the numbers that a stretch touches, from its start."""
        first = bisect_right(self.numbers, (start, start)) - 1
        near = self.numbers[max(0, first) : first + 2 + end - start]
        return [(a - start, b - start) for a, b in near if a < end and start < b]

    def passages(self, places: list[Span]) -> set[int]:
        """Return the ids of the passages that hold `places`."""
        return {
            passage.id
            for passage in self.bulletin.passages
            if any(
                passage.read_start <= start and end <= passage.read_end for start, end in places
            )
        }


def text_hits(result: SearchResult) -> list[SearchHit]:
    """Return the hits whose text answers, not the name of a figure alone."""
    return [hit for hit in result.hits if not hit.by_name]


def agrees(library: Library, reader: Reader, wanted: str, typed: str | None = None) -> None:
    """Assert that a search for `typed` finds exactly where `wanted` is read."""
    finds(library, reader, typed or wanted, [wanted], [])


def finds(
    library: Library, reader: Reader, typed: str, wanted: list[str], unwanted: list[str]
) -> None:
    """Assert that a search finds the passages with all of `wanted` and none of `unwanted`.

    And that it marks every place of what is wanted, nothing else.
    """
    result = find(library, typed, limit=EVERY_HIT)
    places = [reader.places(word) for word in wanted]
    expected = set.intersection(*map(reader.passages, places))
    expected -= {one for word in unwanted for one in reader.passages(reader.places(word))}
    hits = text_hits(result)
    assert {hit.passage_id for hit in hits} == expected
    assert result.total == len(hits) == sum(chapter.count for chapter in result.chapters)
    marked = {at for hit in hits for match in hit.matches for at in range(*match)}
    assert marked == {
        at
        for of_word in places
        for start, end in of_word
        if reader.passages([(start, end)]) <= expected
        for at in range(start, end)
    }


def any_words(library: Library, bulletin: Bulletin, examples: int) -> None:
    """Search for stretches of the text, as phrases: they may hold what would be an operator."""
    reader = Reader(bulletin)

    @settings(max_examples=examples, deadline=None)
    @given(words=st.lists(stretches(bulletin), min_size=1, max_size=3), minus=st.integers(0, 7))
    def check(words: list[str], minus: int) -> None:
        without = [bool(minus >> number & 1) and number > 0 for number in range(len(words))]
        marks = ["-" if out else "" for out in without]
        typed = " ".join(f'{mark}"{word}"' for mark, word in zip(marks, words, strict=True))
        wanted = [word for word, out in zip(words, without, strict=True) if not out]
        unwanted = [word for word, out in zip(words, without, strict=True) if out]
        finds(library, reader, typed, wanted, unwanted)

    check()


def stretches(bulletin: Bulletin) -> st.SearchStrategy[str]:
    """Return stretches of passages, Simplified or Traditional, of one to twelve characters."""
    passages = [passage for passage in bulletin.passages if passage.read_end > passage.read_start]

    @st.composite
    def draw(pick: st.DrawFn) -> str:
        passage = pick(st.sampled_from(passages))
        start = pick(st.integers(passage.read_start, passage.read_end - 1))
        end = min(start + pick(st.integers(1, _LONGEST)), passage.read_end)
        text = pick(st.sampled_from([bulletin.text.hans, bulletin.text.hant]))
        return text[start:end].strip()

    return draw().filter(lambda word: bool(word) and '"' not in word)
