"""What a bulletin's text is made of: titles, headings in their order, paragraphs, notes."""

from bisect import bisect_right
from functools import cached_property

from msgspec import Struct

from desktop_app.domain.bulletin import Passage, Section


class Note(Struct, frozen=True):
    """A note of the text and where it is cited.

    `mark` is the note's own mark as meant (①, [1], 注1, 1), empty where it has none; `text` its
    words without the mark. `read_start` and `read_end` frame both in the reading text. `cited`
    are (read_start, read_end) of the marks in the text that point to the note, in their order.
    `general` says that the note qualifies the whole bulletin: its title cites it, or it is cited
    nowhere and speaks of how all the figures were made (初步统计数, 四舍五入, 按现价计算).
    """

    mark: str
    text: str
    read_start: int
    read_end: int
    cited: tuple[tuple[int, int], ...] = ()
    general: bool = False


class Outline(Struct, frozen=True, dict=True):
    """The outline of one bulletin, offsets of the whole file's reading text.

    `titles` are (read_start, read_end) of the printed titles, in the text's order; a title that is
    broken over two lines is one. `sections` are in the text's order, parents before children.
    `passages` hold one entry for each line that is not blank. `notes` are in the text's order.
    `skipped` are those passages that are a web page's or say a title again, with the id of the
    message that tells why they may be left out.
    """

    titles: tuple[tuple[int, int], ...] = ()
    sections: tuple[Section, ...] = ()
    passages: tuple[Passage, ...] = ()
    notes: tuple[Note, ...] = ()
    skipped: tuple[tuple[Passage, str], ...] = ()

    @cached_property
    def section_by_id(self) -> dict[int, Section]:
        return {section.id: section for section in self.sections}

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.read_start for section in self.sections]

    def section_at(self, read_position: int) -> Section | None:
        """Return the deepest section that holds an offset of the reading text."""
        at = bisect_right(self._section_starts, read_position) - 1
        found = self.sections[at] if at >= 0 else None
        # What holds the place is the section that began last, or one around it.
        while found is not None and read_position >= found.read_end:
            found = None if found.parent is None else self.section_by_id[found.parent]
        return found

    def chapter_at(self, read_position: int) -> int | None:
        """Return the id of the chapter that holds an offset of the reading text."""
        found = self.section_at(read_position)
        while found is not None and found.parent is not None:
            found = self.section_by_id[found.parent]
        return None if found is None else found.id
