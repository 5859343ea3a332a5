"""What a bulletin's text is made of: printed titles, headings in their order, paragraphs."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from desktop_app.domain.bulletin import Passage, Section


@dataclass(frozen=True)
class Outline:
    """The outline of one reading text.

    `titles` are (read_start, read_end) of the printed titles, in the text's order; a title that is
    broken over two lines is one. `sections` are in the text's order, parents before children.
    `passages` hold one entry for each line that is not blank.
    """

    titles: tuple[tuple[int, int], ...] = ()
    sections: tuple[Section, ...] = ()
    passages: tuple[Passage, ...] = ()

    @cached_property
    def section_by_id(self) -> dict[int, Section]:
        return {section.id: section for section in self.sections}

    def section_at(self, read_position: int) -> Section | None:
        """Return the deepest section that holds an offset of the reading text."""
        at = bisect_right(self._section_starts, read_position)
        section = self.sections[at - 1] if at else None
        while section is not None and section.read_end <= read_position:
            section = self.section_by_id[section.parent] if section.parent else None
        return section

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.read_start for section in self.sections]
