"""A web page as a light tree: what a reader would see of it, found without recursion."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode

from desktop_app.domain.errors import DataError
from desktop_app.pipeline.sources import page_words
from desktop_app.pipeline.sources.superscripts import raised

_HIDING_STYLES = (
    "display:none",
    "visibility:hidden",
    "font-size:0px",
    "font-size:0;",
    "opacity:0;",
)
_HIDING = frozenset({"hidden", "aria-hidden", "style"})
_MOST_VEILS = 5  # one in another, each hiding the text
_SUPER = re.compile(r"vertical-align\s*:\s*(?:super|text-top)")
_TEXT = "-text"
# The tags that can be nested without end; those of fonts are opened again in every paragraph.
_NESTING = re.compile(
    r"<(?P<end>/?)(?:(?P<font>(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?![\w:-]))"
    r"|(?:div|span|table|blockquote|ul|ol|dl|section|article|center|form|label|sub|sup|ins|del"
    r"|main|header|footer|nav|aside|address|figure|figcaption|fieldset|legend|details|summary"
    r"|dialog|hgroup|search|menu|dir|pre|listing|button|object|marquee|abbr|cite|q|kbd|bdo|ruby"
    r"|[a-z]+(?:-[a-z]+)+)(?![\w:-]))"
    r"[^<>]*>",
    re.IGNORECASE,
)
_DEEPEST, _MOST_FONTS = 15_000, 200
_NO_ELEMENTS = frozenset({"-comment", "-doctype", "!doctype"})


@dataclass(eq=False, slots=True)
class Element:
    """An element of the page with what is in it, in order."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)
    chars: int = 0  # what is not white space, in it and below it
    linked: int = 0  # the part of it that lies in links
    links: int = 0
    has_table: bool = False  # below it, itself not counted


class Entered(Struct, frozen=True):
    """The walk comes into an element."""

    element: Element


class Left(Struct, frozen=True):
    """The walk goes out of an element."""

    element: Element


def parse(html: str) -> tuple[Element, str]:
    """Return the body of a page without what is never read, and the name of the page.

    Raises:
        DataError: its elements are nested deeper than any page's.
    """
    document = LexborHTMLParser(_flattened(html))
    name = document.css_first("title")
    body = Element("body")
    if document.body is not None:
        _copy(document.body, body, page_words.unread_tags() | _NO_ELEMENTS)
    measure(body)
    _drop_hidden(body)
    return body, " ".join(name.text().split()) if name is not None else ""


def _flattened(html: str) -> str:
    """Return a page without the elements of fonts where they pile up: each costs every paragraph.

    Raises:
        DataError: its elements are nested deeper than any page's.
    """
    depth, deepest = 0, 0
    fonts, most_fonts = 0, 0
    for tag in _NESTING.finditer(html):
        step = -1 if tag["end"] else 1
        if tag["font"]:
            fonts = max(fonts + step, 0)
            most_fonts = max(most_fonts, fonts)
        else:
            depth = max(depth + step, 0)
            deepest = max(deepest, depth)
    if deepest > _DEEPEST:
        raise DataError("file_too_large")
    if most_fonts <= _MOST_FONTS:
        return html
    return _NESTING.sub(lambda tag: "" if tag["font"] else tag[0], html)


def _copy(root: LexborNode, into: Element, unread: frozenset[str]) -> None:
    """Copy what is below `root`; depth costs nothing but memory."""
    waiting: list[tuple[LexborNode | None, Element]] = [(root.child, into)]
    while waiting:
        node, parent = waiting.pop()
        while node is not None:
            if node.tag == _TEXT:
                parent.children.append(node.text(deep=False) or "")
            elif (element := _read(node, unread)) is not None:
                parent.children.append(element)
                if node.child is not None:
                    waiting.append((node.next, parent))
                    parent, node = element, node.child
                    continue
            node = node.next


def _read(node: LexborNode, unread: frozenset[str]) -> Element | None:
    tag = node.tag
    return None if not tag or tag in unread else Element(tag, node.attributes)


def _drop_hidden(body: Element) -> None:
    """Drop what the page hides, unless it hides its text until a script of its own has run.

    Such a page shows less than it hides in one place.
    """
    for _ in range(_MOST_VEILS):
        hidden = _hidden_parts(body)
        shown = body.chars - sum(part.chars for part in hidden)
        veiled = max(hidden, key=lambda part: part.chars, default=body)
        if veiled is body or veiled.chars <= shown:
            break
        veiled.attributes = _seen(veiled.attributes)
    for step in walk(body):
        if isinstance(step, Entered):
            step.element.children = [
                child
                for child in step.element.children
                if isinstance(child, str) or not _is_hidden(child.attributes)
            ]
    measure(body)


def _hidden_parts(body: Element) -> list[Element]:
    """Return the outermost elements that the page hides."""
    hidden: list[Element] = []
    inside: Element | None = None
    for step in walk(body):
        if isinstance(step, str):
            continue
        if isinstance(step, Left):
            inside = None if step.element is inside else inside
        elif inside is None and _is_hidden(step.element.attributes):
            inside = step.element
            hidden.append(inside)
    return hidden


def _seen(attributes: dict[str, str | None]) -> dict[str, str | None]:
    return {name: said for name, said in attributes.items() if name not in _HIDING}


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    if not style:
        return False
    plain = "".join(style.lower().split()) + ";"
    return any(hiding in plain for hiding in _HIDING_STYLES)


def walk(root: Element) -> Iterator[Entered | Left | str]:
    """Yield what a page is made of, in reading order. `root` itself is entered and left too.

    An element emptied while it is entered is not gone into.
    """
    yield Entered(root)
    path = [(root, iter(root.children))]
    while path:
        element, rest = path[-1]
        child = next(rest, None)
        if child is None:
            path.pop()
            yield Left(element)
        elif isinstance(child, str):
            yield child
        else:
            yield Entered(child)
            path.append((child, iter(child.children)))


def measure(root: Element) -> None:
    """Count characters and links of every element below `root`, and itself."""
    path: list[Element] = []
    linked = 0
    for step in walk(root):
        if isinstance(step, str):
            count = len("".join(step.split()))
            path[-1].chars += count
            path[-1].linked += count if linked else 0
        elif isinstance(step, Entered):
            element = step.element
            element.chars = element.linked = element.links = 0
            element.has_table = False
            path.append(element)
            linked += element.tag == "a"
        else:
            element = path.pop()
            linked -= element.tag == "a"
            if path:
                _add(element, path[-1])


def _add(element: Element, parent: Element) -> None:
    parent.chars += element.chars
    parent.linked += element.linked
    parent.links += element.links + (element.tag == "a")
    parent.has_table |= element.has_table or element.tag == "table"


def is_raised(element: Element, before: str) -> bool:
    """Whether an element is set higher than the text `before` it.

    Behind a digit so are a link to a note below, and what is small. A font of a size is not: pages
    of old have most of their text, also the second half of a number, in one of size 2.
    """
    if element.tag == "sup" or _higher(element):
        return True
    if not before[-1:].isdigit():
        return False
    if element.tag == "small":
        return True
    href = (element.attributes.get("href") or "") if element.tag == "a" else ""
    return href.startswith("#") and href != "#"


def _higher(element: Element) -> bool:
    style = element.attributes.get("style") or ""
    return "vertical-align" in style and _SUPER.search(style.lower()) is not None


def text_of(root: Element, before: str = "") -> str:
    """Return the text of an inline element; `before` stands in front of it and may explain it."""
    text = "".join(step for step in walk(root) if isinstance(step, str))
    return raised(text, before) if is_raised(root, before) else text
