"""Word files (.docx): paragraphs, tables, text boxes and notes, as Word would print them.

Read are the numbers that Word counts itself, the results of fields, accepted insertions and the
base of ruby text; not read are deletions, hidden text, comments, headers and footers, and the
table of contents.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from desktop_app.pipeline.sources.archive import pages_of
from desktop_app.pipeline.sources.docx_notes import Notes
from desktop_app.pipeline.sources.docx_numbering import Numbering, whole
from desktop_app.pipeline.sources.docx_package import Package
from desktop_app.pipeline.sources.docx_styles import Styles
from desktop_app.pipeline.sources.encoding import decode_page
from desktop_app.pipeline.sources.grid import Cell, is_page_layout, table_lines
from desktop_app.pipeline.sources.html import read_html
from desktop_app.pipeline.sources.superscripts import raised

_INTO = frozenset(
    {"w_ins", "w_moveTo", "w_smartTag", "w_customXml", "w_hyperlink", "w_fldSimple", "w_dir"}
    | {"w_bdo", "w_sdt", "w_sdtContent"}
)
_DRAWINGS = frozenset({"w_drawing", "w_pict", "w_object", "mc_AlternateContent"})
_CHUNK = "w_altChunk"  # a page that Word would read in when it opens the file
_CHARACTERS = {"w_tab": "\t", "w_ptab": "\t", "w_br": "\n", "w_cr": "\n", "w_noBreakHyphen": "-"}
_WHITE = re.compile(r"[ \xa0\u3000]+")
_NUMBER_CELL = re.compile(r"[-+－]?[\d.,]+[%％‰]?")
_CONTENTS = re.compile(r"目\s*[录錄次]|contents", re.IGNORECASE)


def read_docx(data: bytes) -> str:
    """Return the reading text: a paragraph a line, a table row a line with tabs, notes last.

    Raises:
        DataError: the file is damaged, locked by a password, or too large.
    """
    return "\n".join(_Reader(Package(data)).lines())


class _Reader:
    """Reads a document once, from its beginning: lists and notes are counted on the way."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._body = package.document.find("w_body")
        self._styles = Styles(package.part("styles"))
        self._numbering = Numbering(package.part("numbering"), self._styles.lists())
        self._notes = Notes(package)
        self._boxes: list[Element] = []
        self._fields: list[bool] = []  # of each open field, whether its result is reached

    def lines(self) -> list[str]:
        lines = [] if self._body is None else list(self._block_lines(self._body))
        for mark, note in self._notes.cited():
            text = " ".join(self._block_lines(note))
            lines.append(text if text.startswith(mark) else mark + text)
        return [line for line in lines if line]

    def _block_lines(self, parent: Element) -> Iterator[str]:
        for block in self._blocks(parent):
            if block.tag == "w_tbl":
                yield from self._table_lines(block)
            elif block.tag == _CHUNK:
                yield from _lines_of_page(self._package.linked(block.get("id", "")))
            else:
                yield from self._paragraph_lines(block)

    def _blocks(self, parent: Element) -> Iterator[Element]:
        """Yield the paragraphs and tables of an element, also those in wrappers."""
        for child in parent:
            if child.tag in ("w_p", "w_tbl", _CHUNK):
                yield child
            elif child.tag == "mc_AlternateContent":
                yield from self._blocks(_choice(child))
            elif child.tag in _INTO and not _is_contents(child):
                yield from self._blocks(child)

    def _paragraph_lines(self, paragraph: Element) -> Iterator[str]:
        style = self._styles.of(paragraph)
        if style.is_contents:
            return
        number, boxes = self._number(paragraph), len(self._boxes)
        text = self._text(paragraph)
        # A field's instruction ends with its paragraph; one left open would swallow the rest.
        self._fields = [reached for reached in self._fields if reached]
        lines = [_spaced(line) for line in text.split("\n")]
        if any(lines) and not _CONTENTS.fullmatch(text.strip()):
            first = next(at for at, line in enumerate(lines) if line)
            lines[first] = number + lines[first]
            yield from lines
        waiting = self._boxes[boxes:]
        del self._boxes[boxes:]
        for box in waiting:
            yield from self._block_lines(box)

    def _number(self, paragraph: Element) -> str:
        number, level = self._styles.list_of(paragraph)
        if not number:
            return ""
        if level is None:
            level = self._numbering.level_of_style(number, self._styles.of(paragraph).key)
        return self._numbering.next(number, level)

    def _text(self, paragraph: Element) -> str:
        text = high = ""
        for piece, is_high in self._pieces(paragraph):
            if is_high:
                high += piece
                continue
            text += raised(high, text) + piece
            high = ""
        return text + raised(high, text)

    def _pieces(self, parent: Element) -> Iterator[tuple[str, bool]]:
        """Yield the text of an inline element, and whether it is raised."""
        for child in parent:
            if child.tag == "w_r":
                yield from self._run(child)
            elif child.tag == "m_r":
                yield "".join(text.text or "" for text in child.iter("m_t")), False
            elif child.tag == "mc_AlternateContent":
                yield from self._pieces(_choice(child))
            elif child.tag in _INTO or child.tag.startswith("m_"):
                yield from self._pieces(child)

    def _run(self, run: Element) -> Iterator[tuple[str, bool]]:
        properties = run.find("w_rPr")
        if self._styles.hides(properties):
            return
        high = False
        if properties is not None:
            align = properties.find("w_vertAlign")
            high = align is not None and align.get("w_val") == "superscript"
        for child in run:
            text = self._run_text(child)
            if text and all(self._fields):
                # A note's mark is raised already by what it is.
                yield text, high and child.tag == "w_t"

    def _run_text(self, child: Element) -> str:
        match child.tag:
            case "w_t":
                return (child.text or "").replace("\n", " ")
            case "w_sym":
                return _symbol(child)
            case "w_footnoteReference" | "w_endnoteReference":
                return self._notes.mark(child)
            case "w_footnoteRef" | "w_endnoteRef":
                return self._notes.own_mark
            case "w_ruby":
                base = child.find("w_rubyBase")
                return "" if base is None else self._text(base)
            case "w_fldChar":
                self._follow_field(child.get("w_fldCharType"))
            case tag if tag in _DRAWINGS:
                self._boxes.extend(_boxes(child))
        return _CHARACTERS.get(child.tag, "")

    def _follow_field(self, step: str | None) -> None:
        if step == "begin":
            self._fields.append(False)
        elif step == "separate" and self._fields:
            self._fields[-1] = True
        elif step == "end" and self._fields:
            self._fields.pop()

    def _table_lines(self, table: Element) -> Iterator[str]:
        rows = [row for row in _rows(table) if row.find("w_trPr/w_del") is None]
        cells = self._cells(rows)
        texts = (cell.text for row in cells for cell in row)
        if is_page_layout(texts) or any(row.find("w_tc/w_tbl") is not None for row in rows):
            yield from (line for row in cells for cell in row for line in cell.lines)
        else:
            yield from table_lines(cells)

    def _cells(self, rows: list[Element]) -> list[list[Cell]]:
        """Return the cells that begin in each row, with the columns and rows they cover."""
        read: list[list[Cell]] = []
        open_cells: dict[int, tuple[int, int]] = {}  # column: where a merged cell began
        for at, row in enumerate(rows):
            column = _of(row, "w_trPr/w_gridBefore", 0)
            cells = [Cell((), columns=column)] if column else []
            for element in _row_cells(row):
                columns = max(_of(element, "w_tcPr/w_gridSpan", 1), 1)
                merge = element.find("w_tcPr/w_vMerge")
                began = open_cells.get(column)
                if merge is not None and merge.get("w_val") != "restart" and began is not None:
                    above = read[began[0]][began[1]]
                    longer = Cell(above.lines, above.columns, at - began[0] + 1)
                    read[began[0]][began[1]] = longer
                else:
                    open_cells.pop(column, None)
                    if merge is not None:
                        open_cells[column] = (at, len(cells))
                    cells.append(Cell(tuple(filter(None, self._block_lines(element))), columns))
                column += columns
            read.append(cells)
        return read


def _lines_of_page(data: bytes) -> Iterator[str]:
    for page in pages_of(data) if data else []:
        yield from read_html(decode_page(page)[0]).split("\n")


def _rows(parent: Element) -> Iterator[Element]:
    for child in parent:
        if child.tag == "w_tr":
            yield child
        elif child.tag in _INTO:
            yield from _rows(child)


def _row_cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == "w_tc":
            yield child
        elif child.tag in _INTO:
            yield from _row_cells(child)


def _of(element: Element, path: str, otherwise: int) -> int:
    found = element.find(path)
    return otherwise if found is None else whole(found.get("w_val"), otherwise)


def _choice(alternatives: Element) -> Element:
    """Return the one of two forms of the same content that newer programs show."""
    choice = alternatives.find("mc_Choice")
    if choice is None:
        choice = alternatives.find("mc_Fallback")
    return alternatives if choice is None else choice


def _boxes(drawing: Element) -> Iterator[Element]:
    """Yield the text boxes of a drawing; each once, though files keep them in two forms."""
    if drawing.tag == "mc_AlternateContent":
        drawing = _choice(drawing)
    for child in drawing:
        if child.tag == "w_txbxContent":
            yield child
        elif child.tag == "mc_AlternateContent":
            yield from _boxes(_choice(child))
        else:
            yield from _boxes(child)


def _is_contents(block: Element) -> bool:
    gallery = block.find("w_sdtPr/w_docPartObj/w_docPartGallery")
    return gallery is not None and "table of contents" in gallery.get("w_val", "").lower()


def _symbol(child: Element) -> str:
    """Return a character of a symbol font; what has no meaning without its font is marked."""
    code = child.get("w_char", "")
    try:
        return "" if not code else "\ufffd" if code[:1] in "Ff" else chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def _spaced(line: str) -> str:
    """Return a line without blank ends; tabs stay where they part the cells of a row."""
    parts = [_WHITE.sub(" ", part).strip() for part in line.strip("\t \xa0\u3000").split("\t")]
    in_row = any(_NUMBER_CELL.fullmatch(part) for part in parts[1:])
    return ("\t" if in_row else " ").join(parts).strip() if len(parts) > 1 else parts[0]
