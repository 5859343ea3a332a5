"""An outline of bookmarks for a PDF that Qt wrote, which has none.

It is added behind the file as an update: the catalogue once more with the outline in it. Only the
plain form that Qt writes is understood; any other file is returned as it came.
"""

import re
from collections.abc import Sequence

from desktop_app.printing.paper_pages import Heading

_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s*(\d+)\s*%%EOF\s*$", re.DOTALL)
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_SIZE = re.compile(rb"/Size (\d+)")
_PAGES = re.compile(rb"/Pages (\d+) 0 R")
_KIDS = re.compile(rb"/Kids\s*\[(.*?)\]", re.DOTALL)
_REFERENCE = re.compile(rb"(\d+) 0 R")
_BOX = re.compile(rb"/MediaBox\s*\[\s*\S+\s+\S+\s+\S+\s+([\d.]+)\s*\]")
_LOWEST = 2


def with_outline(pdf: bytes, headings: Sequence[Heading]) -> bytes:
    """Return the PDF with a bookmark for each heading of level 1 and 2."""
    wanted = [heading for heading in headings if heading.level <= _LOWEST]
    trailer = _TRAILER.search(pdf)
    if not wanted or trailer is None:
        return pdf
    root, size = _number(_ROOT, trailer[1]), _number(_SIZE, trailer[1])
    catalogue = _object(pdf, root)
    pages = _object(pdf, _number(_PAGES, catalogue))
    kids = _KIDS.search(pages)
    if not (root and size and kids) or b"/Outlines" in catalogue:
        return pdf
    leaves = [int(one) for one in _REFERENCE.findall(kids[1])]
    if any(heading.page >= len(leaves) for heading in wanted):
        return pdf
    box = _BOX.search(_object(pdf, leaves[0])) or _BOX.search(pages)
    if box is None:
        return pdf
    objects = _bookmarks(wanted, leaves, float(box[1]), size)
    end = catalogue.rindex(b">>")
    objects[root] = catalogue[:end] + b"/Outlines %d 0 R /PageMode /UseOutlines\n>>" % size
    return pdf + _update(objects, len(pdf), trailer[1], int(trailer[2]), size + len(objects) - 1)


def _number(pattern: re.Pattern[bytes], text: bytes) -> int:
    found = pattern.search(text)
    return int(found[1]) if found else 0


def _object(pdf: bytes, number: int) -> bytes:
    """Return what stands between `N 0 obj` and `endobj`; nothing where there is no such object."""
    found = re.search(rb"(?:^|\n)%d 0 obj\s(.*?)\bendobj" % number, pdf, re.DOTALL)
    return found[1].strip() if found else b""


def _bookmarks(
    headings: Sequence[Heading], leaves: Sequence[int], height: float, root: int
) -> dict[int, bytes]:
    """Return the objects of the outline from the number `root` on: a tree of two levels."""
    numbers = range(root + 1, root + 1 + len(headings))
    parents = [root] * len(headings)
    last = root
    for at, heading in enumerate(headings):
        if heading.level == 1:
            last = numbers[at]
        else:
            parents[at] = last
    children: dict[int, list[int]] = {}
    for number, parent in zip(numbers, parents, strict=True):
        children.setdefault(parent, []).append(number)
    objects = {root: b"<< /Type /Outlines %s >>" % _family(children[root], len(headings))}
    for number, parent, heading in zip(numbers, parents, headings, strict=True):
        siblings, own = children[parent], children.get(number, [])
        at = siblings.index(number)
        links = b"/Prev %d 0 R " % siblings[at - 1] if at else b""
        if at + 1 < len(siblings):
            links += b"/Next %d 0 R " % siblings[at + 1]
        title = heading.text.encode("utf-16-be").hex().upper().encode()
        objects[number] = (
            b"<< /Title <FEFF%s> /Parent %d 0 R %s%s /Dest [%d 0 R /XYZ 0 %d null] >>"
            % (
                title,
                parent,
                links,
                _family(own, -len(own)),
                leaves[heading.page],
                round(height - heading.top),
            )
        )
    return objects


def _family(children: Sequence[int], count: int) -> bytes:
    """Return the links to the first and last child; a negative count keeps them folded."""
    if not children:
        return b""
    return b"/First %d 0 R /Last %d 0 R /Count %d" % (children[0], children[-1], count)


def _update(
    objects: dict[int, bytes], start: int, trailer: bytes, previous: int, size: int
) -> bytes:
    """Return objects, their table of places, and a trailer that leads to the one before."""
    body, places = b"\n", {}
    for number, content in sorted(objects.items()):
        places[number] = start + len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n"
    for number, place in places.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, place)
    kept = _SIZE.sub(b"/Size %d" % size, trailer)
    end = b"trailer\n<<%s/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n"
    return body + table + end % (kept, previous, start + len(body))
