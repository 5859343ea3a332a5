"""Tables that a page sets with other elements than those of tables.

Boxes of short texts side by side, as many in most of several rows and many of them numbers, are a
table that the page's styles draw. The styles themselves are not read.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.pipeline.sources import html_tree, page_words
from desktop_app.pipeline.sources.grid import Cell, is_number, table_lines
from desktop_app.pipeline.sources.html_tree import Element, Entered

_LONGEST = 60
_FEWEST_ROWS = 2
_FEWEST_NUMBERS = 0.3  # of the boxes beside the first of each row
_HALF = 0.5
_NO_BOXES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "table", "pre", "br"})


@dataclass(slots=True)
class Rows:
    """Rows of boxes, or rows of rows; the counts are of those with several boxes."""

    inner: Sequence["Rows | Element"]
    full: int = 0
    beside: int = 0
    numbers: int = 0
    named: int = 0
    widths: Counter[int] = field(default_factory=Counter)

    @property
    def is_table(self) -> bool:
        if self.full < _FEWEST_ROWS or self.numbers < _FEWEST_NUMBERS * self.beside:
            return False
        alike = max(self.widths.values())
        return self.named >= _HALF * self.full and alike >= _HALF * self.full

    def __iter__(self) -> Iterator[list[Element]]:
        """Yield the boxes of each row."""
        waiting: list[Rows] = [self]
        while waiting:
            rows = waiting.pop()
            boxes = [box for box in rows.inner if isinstance(box, Element)]
            if boxes:
                yield boxes
            waiting.extend(other for other in reversed(rows.inner) if isinstance(other, Rows))


def _row_of(boxes: Sequence[Element]) -> Rows:
    texts = [html_tree.text_of(box) for box in boxes]
    numbers, named = sum(map(is_number, texts[1:])), not is_number(texts[0])
    return Rows(boxes, 1, len(boxes) - 1, numbers, int(named), Counter({len(boxes): 1}))


def _together(parts: Sequence[Rows]) -> Rows:
    if len(parts) == 1:
        return parts[0]
    together = Rows(parts)
    for rows in parts:
        together.full += rows.full
        together.beside += rows.beside
        together.numbers += rows.numbers
        together.named += rows.named
        together.widths.update(rows.widths)
    return together


@dataclass(slots=True)
class _Part:
    """What is known of an element when the walk leaves it."""

    text: str = ""
    long: bool = False  # more text than a cell has
    blocks: bool = False  # there are elements in it that begin lines
    bare: bool = False  # text stands in it beside elements
    inner: list[tuple[Element, "_Part"]] = field(default_factory=list)
    rows: Rows | None = None

    def add(self, text: str) -> None:
        if not self.long:
            self.text += "".join(text.split())
            self.long = len(self.text) > _LONGEST

    @property
    def is_box(self) -> bool:
        return not (self.long or self.blocks)


def find(body: Element) -> dict[int, Rows]:
    """Return the rows of boxes of each element that is such a table, by the element's id()."""
    found: dict[int, Rows] = {}
    path: list[_Part] = []
    blocks = page_words.block_tags()
    for step in html_tree.walk(body):
        if isinstance(step, str):
            path[-1].add(step)
            path[-1].bare = path[-1].bare or bool(step.strip())
        elif isinstance(step, Entered):
            path.append(_Part())
        else:
            part, element = path.pop(), step.element
            part.rows = _rows_in(part, element)
            part.inner = []
            if part.rows is not None and part.rows.is_table:
                found[id(element)] = part.rows
            if path:
                outer = path[-1]
                outer.add(part.text)
                outer.long = outer.long or part.long
                outer.blocks = outer.blocks or part.blocks or element.tag in blocks
                outer.inner.append((element, part))
    return found


def _rows_in(part: _Part, element: Element) -> Rows | None:
    """Return the rows of boxes that an element is made of and nothing else, if any."""
    inner = part.inner
    if part.bare or not inner or element.tag in _NO_BOXES:
        return None
    rows = [other.rows for _, other in inner if other.rows is not None]
    # Words in boxes of their own may be cells in a row, or make up the text of one cell.
    set_in_rows = len(rows) == len(inner) and _together(rows).is_table
    if len(inner) > 1 and not set_in_rows and all(_may_be_cell(*pair) for pair in inner):
        return _row_of([box for box, _ in inner])
    # A caption may stand over the rows.
    first = inner[0][1]
    if first.rows is None and first.is_box and first.text and len(rows) > 1:
        return _together([Rows([inner[0][0]]), *rows]) if len(rows) == len(inner) - 1 else None
    return _together(rows) if rows and len(rows) == len(inner) else None


def _may_be_cell(element: Element, part: _Part) -> bool:
    if not part.is_box or element.tag in _NO_BOXES:
        return False
    # Words of a line are no cells: those have a place of their own by a class or a style.
    placed = "class" in element.attributes or "style" in element.attributes
    return placed or element.tag in page_words.block_tags()


def lines_of(rows: Rows, inner_lines: Callable[[Element], Iterator[str]]) -> Iterator[str]:
    """Yield the lines of a table that is set with boxes; a box alone goes across it."""
    width = max(rows.widths)
    yield from table_lines(
        [
            [Cell(tuple(inner_lines(box)), width if len(row) == 1 else 1) for box in row]
            for row in rows
        ]
    )


Boxes = Mapping[int, Rows]
