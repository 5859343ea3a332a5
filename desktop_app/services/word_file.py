"""A paper as a Word file (docx) in the plain style of official documents.

The parts are written as they are: a library for Word files brings its own template, an XML library
of many megabytes, and takes minutes for a table of thousands of rows (decisions/0009).
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from desktop_app.domain.bulletin import Script
from desktop_app.domain.progress import Progress, unwatched
from desktop_app.services.papers import Grid, Paper, Paragraph, Style
from desktop_app.services.word_styles import NAMESPACE as _W
from desktop_app.services.word_styles import TWIPS_A_POINT as _TWIPS_A_POINT
from desktop_app.services.word_styles import fonts, styles
from desktop_app.system import resources

_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DATE = (2000, 1, 1, 0, 0, 0)
"""The same paper makes the same file."""
_A4_MM = (210, 297)
_STEP = 200
# Without the mode Word opens a file as one of 2007; Chinese signs may stand closer in a line.
_SETTINGS = (
    f'<w:settings {_W}><w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)
_STYLE_NAMES = {
    Style.TITLE: "Title",
    Style.SUBTITLE: "Subtitle",
    Style.BODY: "Body",
    Style.CAPTION: "Caption",
    Style.NOTE: "Note",
}

_RAISED = '<w:vertAlign w:val="superscript"/>'
_PROPERTIES = {
    (False, False): "",
    (True, False): "<w:rPr><w:b/></w:rPr>",
    (False, True): f"<w:rPr>{_RAISED}</w:rPr>",
    (True, True): f"<w:rPr><w:b/>{_RAISED}</w:rPr>",
}
"""How a run is set: whether bold, whether raised."""


def write_docx(paper: Paper, path: Path, progress: Progress = unwatched) -> None:
    """Write the paper to `path`: A4, numbered pages, headings that Word lists as an outline.

    Raises:
        OSError: the file cannot be written.
    """
    table = resources.table("paper")["word"]
    look = table | table["hant" if paper.script is Script.HANT else "hans"]
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _properties(paper.title),
        "word/_rels/document.xml.rels": _relations(
            ("rId1", f"{_OFFICE}/styles", "styles.xml"),
            ("rId2", f"{_OFFICE}/fontTable", "fontTable.xml"),
            ("rId3", f"{_OFFICE}/footer", "footer1.xml"),
            ("rId4", f"{_OFFICE}/settings", "settings.xml"),
        ),
        "word/styles.xml": styles(look),
        "word/fontTable.xml": fonts(look),
        "word/footer1.xml": _footer(),
        "word/settings.xml": _SETTINGS,
        "word/document.xml": _document(paper, look, progress),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, _HEAD + content)


# The text


def _document(paper: Paper, look: dict[str, Any], progress: Progress) -> str:
    width = _text_width(look)
    pieces = [f"<w:document {_W} {_R}><w:body>"]
    for number, block in enumerate(paper.blocks):
        if isinstance(block, Paragraph):
            pieces.append(_paragraph(block))
        else:
            pieces += _grid(block, width, progress)
        if number % _STEP == 0:
            progress(number, len(paper.blocks))
    pieces += [_page(look), "</w:body></w:document>"]
    return "".join(pieces)


def _paragraph(block: Paragraph) -> str:
    style = _STYLE_NAMES.get(block.style) or f"Heading{min(max(block.level, 1), 3)}"
    runs = "".join(_run(text, _PROPERTIES[bold, raised]) for text, bold, raised in block.runs())
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def _run(text: str, properties: str = "") -> str:
    lines = text.split("\n")
    inner = "<w:br/>".join(
        "<w:tab/>".join(
            f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in line.split("\t")
        )
        for line in lines
    )
    return f"<w:r>{properties}{inner}</w:r>"


def _grid(grid: Grid, width: int, progress: Progress) -> Iterator[str]:
    widths = [width * weight // sum(grid.weights) for weight in grid.weights]
    yield '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
    yield f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    yield "<w:tblGrid>" + "".join(f'<w:gridCol w:w="{one}"/>' for one in widths) + "</w:tblGrid>"
    for number, row in enumerate(grid.rows):
        is_head = number < grid.heads
        repeated = "<w:tblHeader/>" if is_head else ""
        yield f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>"
        for text, one, right in zip(row, widths, grid.numeric, strict=True):
            yield f'<w:tc><w:tcPr><w:tcW w:w="{one}" w:type="dxa"/></w:tcPr>'
            align = "center" if is_head else "right" if right else "left"
            yield f'<w:p><w:pPr><w:pStyle w:val="TableText"/><w:jc w:val="{align}"/></w:pPr>'
            yield _run(text, "<w:rPr><w:b/></w:rPr>" if is_head else "")
            yield "</w:p></w:tc>"
        yield "</w:tr>"
        if number % _STEP == 0:
            progress(number, len(grid.rows))
    # Two tables need a paragraph between them, and a document ends with one.
    yield '</w:tbl><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p>'


def _page(look: dict[str, Any]) -> str:
    width, height = map(_twips, _A4_MM)
    rims = {side: _twips(length) for side, length in look["margins_mm"].items()}
    margins = " ".join(f'w:{side}="{length}"' for side, length in rims.items())
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar {margins} w:header="851" w:footer="{_twips(25)}" w:gutter="0"/></w:sectPr>'
    )


def _text_width(look: dict[str, Any]) -> int:
    margins = look["margins_mm"]
    return _twips(_A4_MM[0] - margins["left"] - margins["right"])


def _twips(millimetres: float) -> int:
    return round(millimetres / 25.4 * 72 * _TWIPS_A_POINT)


def _footer() -> str:
    """Return `— 1 —` in the middle, as official documents are numbered."""
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return (
        f'<w:ftr {_W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        f"{_run('— ')}{field}{_run(' —')}</w:p></w:ftr>"
    )


# The package


def _content_types() -> str:
    same = ("styles", "fontTable", "settings")
    parts = {"document": "document.main"} | dict(zip(same, same, strict=True))
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in (parts | {"footer1": "footer"}).items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'{overrides}<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def _relations(*relations: tuple[str, str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'
        for key, kind, target in relations
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _properties(title: str) -> str:
    names = (
        f'xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return f"<cp:coreProperties {names}><dc:title>{escape(title)}</dc:title></cp:coreProperties>"
