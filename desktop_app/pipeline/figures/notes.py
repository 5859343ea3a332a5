"""Which notes qualify a figure: those cited at its name or number, and those that name it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from desktop_app.domain.bulletin import Passage, PassageKind
from desktop_app.domain.outline import Note
from desktop_app.pipeline.figures import lexicon, phrases
from desktop_app.pipeline.figures.bases import GENERAL, names_in
from desktop_app.pipeline.figures.draft import Draft

_CAPTION = re.compile(r"\s*[续附]?表")
_STOPS = "。！？；;\n"


class Notes:
    """The notes of a bulletin, found by the places that cite them."""

    def __init__(self, notes: Sequence[Note], hans: str) -> None:
        self.all = tuple(notes)
        self._hans = hans
        cites = [(start, end, note) for note in notes for start, end in note.cited]
        self._cites = sorted(cites, key=lambda cite: cite[:2])
        self._starts = [start for start, _, _ in self._cites]
        self._naming: dict[str, list[Note]] = {}
        for text, note in {note.text: note for note in notes}.items():
            for name in _subjects(text):
                self._naming.setdefault(name, []).append(note)

    def cited_by(self, passage: Passage, drafts: Sequence[Draft]) -> list[list[Note]]:
        """Return for each figure of a passage, in their order, the notes that are cited at it."""
        found: list[list[Note]] = [[] for _ in drafts]
        ends = {
            passage.read_start + end: number
            for number, draft in enumerate(drafts)
            for end in _ends_of(draft)
        }
        starts = [passage.read_start + draft.quantity.start for draft in drafts]
        low = bisect_left(self._starts, passage.read_start)
        high = bisect_left(self._starts, passage.read_end)
        for start, end, note in self._cites[low:high]:
            for number in self._owners(start, end, starts, ends, drafts):
                found[number].append(note)
        return found

    def _owners(
        self,
        start: int,
        end: int,
        starts: Sequence[int],
        ends: dict[int, int],
        drafts: Sequence[Draft],
    ) -> Sequence[int]:
        """Return the figures that a mark at `start` to `end` belongs to.

        A mark right after a number is the number's; else it is of the next number in the
        sentence, and of all its numbers where a clause of its own holds the mark (分产业①看).
        """
        if start in ends:
            return [ends[start]]
        after = bisect_right(starts, start)
        if after == len(starts):
            return []
        between = self._hans[end : starts[after]]
        if any(stop in between for stop in _STOPS):
            return []
        if not any(mark in between for mark in "，,：:"):
            return [after]
        sentence = drafts[after].sentence
        return [
            number for number in range(after, len(drafts)) if drafts[number].sentence == sentence
        ]

    def naming(self, draft: Draft) -> list[Note]:
        """Return the notes that name the figure's indicator, or all of its kind (各产业增加值)."""
        bare = phrases.bare(draft.indicator)
        head = phrases.head_of(bare)
        general = self._naming.get(head, []) if head == GENERAL and bare != head else []
        return [*self._naming.get(bare, []), *general]

    def of_tables(self, passages: Sequence[Passage]) -> dict[int, tuple[Note, ...]]:
        """Return the notes that captions cite, by the ids of the rows of their tables."""
        found: dict[int, tuple[Note, ...]] = {}
        caption: tuple[Note, ...] = ()
        in_head = False
        for passage in passages:
            words = self._hans[passage.read_start : passage.read_end]
            is_row = "\t" in words
            if passage.kind is not PassageKind.TABLE:
                caption, in_head = (), False
            elif not is_row and (in_head or not caption or _CAPTION.match(words)):
                own = self._cited_in(passage)
                caption, in_head = (caption + own if in_head else own), True
            elif is_row:
                in_head = False
                if caption:
                    found[passage.id] = caption
        return found

    def _cited_in(self, passage: Passage) -> tuple[Note, ...]:
        low = bisect_left(self._starts, passage.read_start)
        high = bisect_left(self._starts, passage.read_end)
        return tuple(note for _, _, note in self._cites[low:high])

    def status(self) -> str:
        """Return the status that the notes give to all numbers of the bulletin, if any."""
        whole = lexicon.pattern("status.all_figures")
        for note in self.all:
            for expression, name in lexicon.named("status.names"):
                match = expression.search(note.text)
                if match and whole.search(note.text[: match.end()]):
                    return name
        return ""


def _ends_of(draft: Draft) -> tuple[int, int]:
    change = draft.change_at[1] if draft.change_at else draft.quantity.end
    return draft.quantity.end, change


def _subjects(text: str) -> frozenset[str]:
    """Return the indicators that a note is about: what stands before 绝对数, 是指, 为, 按."""
    start = lexicon.pattern("notes.predicates").search(text)
    return frozenset(names_in(text[: start.start()])) if start else frozenset()
