"""Tables of a page that are made with table elements."""

import re
from collections.abc import Callable, Iterator

from desktop_app.pipeline.sources import html_tree
from desktop_app.pipeline.sources.grid import (
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    is_page_layout,
    table_lines,
)
from desktop_app.pipeline.sources.html_tree import Element, Entered

_SPAN = re.compile(r"\s*(\d{1,6})")


def is_data(element: Element) -> bool:
    """Whether an element is a table that holds data and not the parts of a page."""
    if element.tag != "table" or element.has_table:
        return False
    cells = (step.element for step in html_tree.walk(element) if isinstance(step, Entered))
    texts = ("".join(html_tree.text_of(cell).split()) for cell in cells if _is_cell(cell))
    return not is_page_layout(texts)


def lines_of(table: Element, inner_lines: Callable[[Element], Iterator[str]]) -> Iterator[str]:
    """Yield the caption and the rows of a table that holds data."""
    rows: list[list[Cell]] = []
    for step in html_tree.walk(table):
        if not isinstance(step, Entered):
            continue
        element = step.element
        if element.tag == "caption":
            yield from inner_lines(element)
        elif element.tag == "tr":
            rows.append([])
        elif _is_cell(element):
            if not rows:
                rows.append([])
            columns = _span(element, "colspan", MOST_COLUMNS)
            # A rowspan of 0 reaches to the end of the table.
            down = _span(element, "rowspan", MOST_ROWS) or MOST_ROWS
            rows[-1].append(Cell(tuple(inner_lines(element)), max(columns, 1), down))
    yield from table_lines(rows)


def _is_cell(element: Element) -> bool:
    return element.tag in ("td", "th")


def _span(element: Element, name: str, most: int) -> int:
    number = _SPAN.match(element.attributes.get(name) or "1")
    return min(int(number[1]), most) if number else 1
