"""Web pages: the bulletin that a page carries, without the page around it.

What surrounds the text is known by what it is: elements made for navigation, classes and ids that
say so, blocks of links, lines of controls. The article is the innermost element with most of the
text; what stands before and after it counts where it is a title, prose, a table or a note.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from msgspec import Struct

from desktop_app.pipeline.sources import html_boxes, html_tables, html_tree, page_words
from desktop_app.pipeline.sources.html_boxes import Boxes
from desktop_app.pipeline.sources.html_lists import Lists
from desktop_app.pipeline.sources.html_tree import Element, Entered, Left

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NO_ARTICLE = _HEADINGS | frozenset({"p", "ul", "ol", "dl", "a"})
_MOST = 0.6  # of the text: what holds as much holds the article
_SIDE = 0.2  # of the text: what a class calls navigation is none if it holds more
_HALF = 0.5
_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60、。“”‘’《》—…"
# A line break in the file between two Chinese characters is no space (CSS Text 3, 4.1.3).
_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t]*[\n\r][ \t\n\r\f]*(?=[{_WIDE}])")
# The spaces of typesetting, an em wide and narrower, are spaces; U+3000 is a character.
_WHITE = re.compile(r"[ \t\n\r\f\xa0\u2000-\u200a\u202f\u205f]+")
_NO_WIDTH = re.compile(r"[\u200b-\u200d\u2060\ufeff\xad\x00-\x08\x0e-\x1f\x7f]")
_CLASS_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_TITLE_WITHIN = 12  # lines
_TITLE_LINES_ABOVE = 2


class _Region(Enum):
    BEFORE = auto()
    ARTICLE = auto()
    AFTER = auto()


class _Line(Struct, frozen=True):
    text: str
    region: _Region = _Region.ARTICLE
    heading: bool = False


def read_html(html: str) -> str:
    """Return the reading text of a page: a paragraph a line, a table row a line with tabs."""
    body, name = html_tree.parse(html)
    _drop_page_parts(body)
    lines = [line for line in _lines(body, _article_of(body), html_boxes.find(body)) if line.text]
    texts = [page_words.without_controls(line.text) for line in _kept(lines, name)]
    texts = [text for text in texts if text]
    title = page_words.page_title(name)
    if title and texts and not any(map(page_words.is_titled, texts[: len(texts) // 2 + 1])):
        texts.insert(0, title)
    return "\n".join(texts)


def _drop_page_parts(body: Element) -> None:
    """Empty the elements that are the page's own."""
    total = body.chars
    for step in html_tree.walk(body):
        if (
            isinstance(step, Entered)
            and step.element is not body
            and _is_page_part(step.element, total)
        ):
            step.element.children.clear()
    html_tree.measure(body)


def _is_page_part(element: Element, total: int) -> bool:
    if not element.chars:
        return False
    if element.chars < _SIDE * total and _is_called_page_part(element):
        return True
    in_links = element.links > 1 and element.linked >= _HALF * element.chars
    return in_links and element.tag in page_words.block_tags() and element.chars < _HALF * total


def _is_called_page_part(element: Element) -> bool:
    named = (element.attributes.get("class") or "", element.attributes.get("id") or "")
    words = {word.lower() for value in named for word in _CLASS_WORD.findall(value)}
    return not words.isdisjoint(page_words.page_classes())


def _article_of(body: Element) -> Element:
    """Return the innermost element with most of the text that is in no link."""
    element = body
    while True:
        inner = [child for child in element.children if isinstance(child, Element)]
        largest = max(inner, key=_own_chars, default=None)
        if largest is None or largest.tag in _NO_ARTICLE or html_tables.is_data(largest):
            return element
        if _own_chars(largest) < _MOST * _own_chars(body) or not largest.chars:
            return element
        element = largest


def _own_chars(element: Element) -> int:
    return element.chars - element.linked


def _lines(body: Element, article: Element, boxes: Boxes) -> Iterator[_Line]:
    region = _Region.ARTICLE if article is body else _Region.BEFORE
    writer = _Writer()
    blocks = page_words.block_tags()
    lists = Lists()
    for step in html_tree.walk(body):
        if isinstance(step, str):
            writer.write(step)
            continue
        element, entered = step.element, isinstance(step, Entered)
        if element.tag in blocks or element.tag == "br" or element is article:
            heading = isinstance(step, Left) and element.tag in _HEADINGS
            yield from (_Line(text, region, heading) for text in writer.lines())
        if element is article:
            region = _Region.ARTICLE if entered else _Region.AFTER
        if element.tag in ("ol", "ul", "li"):
            writer.number = lists.number_at(step)
        elif element.tag == "pre":
            writer.keeps_breaks = entered
        elif entered and html_tree.is_raised(element, writer.end):
            writer.write(html_tree.text_of(element, writer.end))
            element.children.clear()
        elif entered and (rows := _rows_of(element, boxes)) is not None:
            yield from (_Line(text, region) for text in rows)
            element.children.clear()
    yield from (_Line(text, region) for text in writer.lines())


def _rows_of(element: Element, boxes: Boxes) -> Iterator[str] | None:
    """Return the lines of a table that holds data, however it is set; None for other elements."""
    if html_tables.is_data(element):
        return html_tables.lines_of(element, _inner_lines)
    rows = boxes.get(id(element))
    return None if rows is None else html_boxes.lines_of(rows, _inner_lines)


class _Writer:
    """Gathers the text of a line."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.keeps_breaks = False
        self.number = ""  # of the list's item that begins here

    @property
    def end(self) -> str:
        return self._pieces[-1] if self._pieces else ""

    def write(self, text: str) -> None:
        if self.number and text.strip():
            self._pieces.append(self.number)
            self.number = ""
        # Outside <pre> the file's line breaks are white space like any other.
        self._pieces.append(text if not self.keeps_breaks else text.replace("\n", "\v"))

    def lines(self) -> list[str]:
        """Return what was gathered, white space as a reader sees it; and begin anew."""
        text = _NO_WIDTH.sub("", "".join(self._pieces))
        self._pieces.clear()
        return [
            _WHITE.sub(" ", _BREAK.sub("", line)).strip(" \u3000") for line in text.split("\v")
        ]


def _inner_lines(element: Element) -> Iterator[str]:
    if all(isinstance(child, str) for child in element.children):
        # Most cells of a large table.
        writer = _Writer()
        for child in element.children:
            writer.write(str(child))
        return filter(None, writer.lines())
    inner = Element("div", children=list(element.children))
    return (line.text for line in _lines(inner, inner, {}) if line.text)


def _kept(lines: Sequence[_Line], name: str) -> list[_Line]:
    """Return the lines of the article with its title, and what goes with it around it."""
    lines = [line for line in lines if not page_words.is_page_line(line.text)]
    title = _title_at(lines, name)
    article = next((at for at, line in enumerate(lines) if line.region is _Region.ARTICLE), 0)
    first = article if title is None else _first_of_title(lines, title)
    return [
        line
        for at, line in enumerate(lines)
        if (at >= first and line.region is not _Region.AFTER)
        or page_words.belongs_to_article(line.text)
    ]


def _title_at(lines: Sequence[_Line], name: str) -> int | None:
    """Return which line is the title: the nearest one before the article, or the first in it."""
    before = [at for at, line in enumerate(lines) if line.region is _Region.BEFORE]
    titled = [at for at in before if page_words.is_titled(lines[at].text)]
    called = [at for at in before if lines[at].heading or _is_called(lines[at].text, name)]
    if titled or called:
        return (titled or called)[-1]
    return next(
        (
            at
            for at, line in enumerate(lines[:_TITLE_WITHIN])
            if page_words.is_titled(line.text) and line.region is _Region.ARTICLE
        ),
        None,
    )


def _first_of_title(lines: Sequence[_Line], title: int) -> int:
    """Return which line the title begins on: a long one is set on several."""
    first = title
    while first and title - first < _TITLE_LINES_ABOVE:
        if not page_words.goes_on(lines[first - 1].text, lines[first].text):
            break
        first -= 1
    return first


def _is_called(text: str, name: str) -> bool:
    """Whether a line is what the page is called."""
    return name.startswith(text) and len(text) > len(name) / 2
