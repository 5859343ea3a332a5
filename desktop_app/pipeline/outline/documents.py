"""Where one bulletin ends and the next begins, in a file that holds several."""

from collections.abc import Sequence

from msgspec import Struct

from desktop_app.pipeline.outline import imprint, passages, plain
from desktop_app.pipeline.outline.lines import Line
from desktop_app.pipeline.outline.numbering import Style, numbered

_OUTER = frozenset({Style.PART, Style.CHAPTER, Style.CHINESE})
_INNER = frozenset({Style.PAREN_CHINESE, Style.ARABIC})


class _Name(Struct, frozen=True):
    """A printed title: its first line, its year, and what else it says."""

    line: int
    year: int | None
    rest: str

    def differs(self, other: "_Name") -> bool:
        """Whether two titles name different years or different places."""
        if self.year and other.year and self.year != other.year:
            return True
        apart = self.rest not in other.rest and other.rest not in self.rest
        return self.year == other.year and bool(self.year) and apart


def starts(lines: Sequence[Line]) -> list[int]:
    """Return the first line of each bulletin of a text, the first being line 0.

    A title begins another bulletin where it names another year or place than the one before, and
    after each of the two a first chapter follows before any other.
    """
    names = _names(lines)
    if len(names) < 2:
        return [0]
    openings = _first_chapters(lines)
    found = [0]
    current: _Name | None = None
    waiting: list[_Name] = []
    for line in range(len(lines)):
        waiting += names.get(line, [])
        if line not in openings:
            continue
        # Of several titles above a first chapter the last new one begins the bulletin.
        opened = openings[line] and waiting
        if opened and current is None:
            current = waiting[-1]
        elif opened and current is not None:
            other = next((name for name in waiting if name.differs(current)), None)
            if other is not None:
                found.append(other.line)
                current = other
        waiting = []
    return found


def _names(lines: Sequence[Line]) -> dict[int, list[_Name]]:
    names: dict[int, list[_Name]] = {}
    for at in range(len(lines)):
        first = passages.title_first(lines, at)
        if first is None:
            continue
        name = "".join(line.text for line in lines[first : at + 1])
        below = lines[at + 1].text if at + 1 < len(lines) else ""
        year = imprint.year_of(name) or imprint.year_alone(below)
        names.setdefault(at, []).append(_Name(first, year, imprint.without_year(name)))
    return names


def _first_chapters(lines: Sequence[Line]) -> dict[int, bool]:
    """Return the lines that open a chapter, and whether it is a first one."""
    marks = [mark for line in lines if (mark := numbered(line))]
    styles = _OUTER if any(mark.style in _OUTER and mark.value == 1 for mark in marks) else _INNER
    found = {mark.line: mark.value == 1 for mark in marks if mark.style in styles}
    firsts = sum(found.values())
    if firsts < 2:
        # Chapters without numbers: the first of those that follow a title opens the text.
        found |= {heading.mark.line: True for heading in plain.find(lines, ()) if heading.known}
    return found
