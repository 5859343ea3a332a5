"""A small library is searched by reading it: faster than any index, and no larger for one."""

import sqlite3
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from desktop_app.domain.search import NamedBy
from desktop_app.store.canonical import canonical
from desktop_app.store.pool import Pool
from desktop_app.store.texts import FIGURES_BY_NAME, HEADINGS, Name, answers
from desktop_app.store.wants import Asked

_PASSAGES = """
    SELECT place, bulletin_id, chapter_id, kind, folded, label_length, sounds,
           first_figure, last_figure
      FROM passage ORDER BY place
"""
_NAMES = "SELECT id, name, folded, sounds, figures FROM indicator ORDER BY id"
_NAMED = f"{FIGURES_BY_NAME} ORDER BY p.place, f.id"


class _Wordings:
    """Names or headings, which answer by themselves or by their sound."""

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        """Take the folded text and the sounds of each."""
        pairs = list(rows)
        self.texts = Pool([canonical(folded) for folded, _ in pairs])
        self._sounds = [said for _, said in pairs]

    def answering(self, asked: Asked) -> Iterator[int]:
        if not asked.sound:
            return self.texts.answering(asked)
        return (
            number
            for number, said in enumerate(self._sounds)
            if answers(asked, self.texts[number], said)
        )


class ScannedTexts:
    """The texts of a library in memory."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._places: list[int] = []
        self._starts: list[int] = []
        self._chapters: list[tuple[int, int | None]] = []
        texts: list[str] = []
        headings: list[tuple[int, int, str, str]] = []
        for place, bulletin, chapter, kind, folded, label, said, *_ in connection.execute(
            _PASSAGES
        ):
            self._places.append(place)
            texts.append(canonical(folded, label))
            if kind == "heading":
                headings.append((bulletin, place, folded, said))
            if not self._chapters or self._chapters[-1] != (bulletin, chapter):
                self._starts.append(place)
                self._chapters.append((bulletin, chapter))
        self._texts = Pool(texts)
        self._take_headings(headings)
        self._take_names(connection)

    def _take_headings(self, headings: list[tuple[int, int, str, str]]) -> None:
        headed: dict[tuple[str, str], list[int]] = {}
        # In the order that bulletins came in, as the index has them.
        for _, place, folded, said in sorted(headings):
            headed.setdefault((folded, said), []).append(place)
        self._headings, self._headed = _Wordings(headed), list(headed.values())

    def _take_names(self, connection: sqlite3.Connection) -> None:
        rows = connection.execute(_NAMES).fetchall()
        self._names = [(number, name, figures) for number, name, _, _, figures in rows]
        self._wordings = _Wordings((folded, said) for _, _, folded, said, _ in rows)
        self._exact: dict[str, list[Name]] = defaultdict(list)
        for number, name, folded, _, figures in rows:
            self._exact[folded].append(Name(number, name, figures, NamedBy.EXACT))
        self._named: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for name_id, place, figure_id in connection.execute(_NAMED):
            self._named[name_id].append((place, figure_id))

    def exact_names(self, asked: Asked) -> Sequence[Name]:
        return [name for folded in asked.names for name in self._exact.get(folded, ())]

    def names(self, asked: Asked) -> Iterator[Name]:
        for number in self._wordings.answering(asked):
            is_part = not asked.sound or asked.holds(self._wordings.texts[number])
            yield Name(*self._names[number], NamedBy.PART if is_part else NamedBy.SOUND)

    def named(self, names: Sequence[int], low: int, high: int) -> Iterator[tuple[int, int]]:
        figures = sorted(chain.from_iterable(map(self._named.__getitem__, names)))
        return iter(figures[bisect_left(figures, (low,)) : bisect_left(figures, (high,))])

    def headings(self, asked: Asked, low: int, high: int) -> Iterator[int]:
        answering = islice(self._headings.answering(asked), HEADINGS)
        places = sorted(chain.from_iterable(self._headed[number] for number in answering))
        return iter(places[bisect_left(places, low) : bisect_left(places, high)])

    def passages(self, asked: Asked, low: int, high: int) -> Iterator[int]:
        first, end = bisect_left(self._places, low), bisect_left(self._places, high)
        return map(self._places.__getitem__, self._texts.answering(asked, first, end))

    def count(self, asked: Asked) -> int:
        return sum(1 for _ in self._texts.answering(asked))

    def chapter_starts(
        self, stretches: Sequence[tuple[int, int]]
    ) -> tuple[Sequence[int], Sequence[tuple[int, int | None]]]:
        inside = [
            number
            for low, high in stretches
            for number in range(bisect_left(self._starts, low), bisect_left(self._starts, high))
        ]
        return [self._starts[one] for one in inside], [self._chapters[one] for one in inside]
