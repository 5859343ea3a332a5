"""Small Word files, made part by part as Word writes them."""

import io
import zipfile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def paragraph(*runs: str, properties: str = "") -> str:
    """Return a paragraph; a run that is no XML is text."""
    inner = "".join(run if run.startswith("<") else text(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def text(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(words: str, properties: str = "") -> str:
    lines = "".join(map(paragraph, words.split("|")))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{lines}</w:tc>"


def docx(body: str, **parts: str) -> bytes:
    """Return a Word file; `parts` has the inside of styles, numbering, footnotes and so on."""
    files = {
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relations({part: f"{part}.xml" for part in parts}),
        "word/document.xml": f"<w:document {_W} {_MORE}><w:body>{body}</w:body></w:document>",
    }
    files |= {
        f"word/{part}.xml": f"<w:{part} {_W}>{inside}</w:{part}>" for part, inside in parts.items()
    }
    return zipped(files)


def replaced(data: bytes, name: str, content: str) -> bytes:
    """Return a Word file with another content of one of its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {part: archive.read(part).decode() for part in archive.namelist()}
    return zipped(files | {name: content})


def zipped(files: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def _relations(targets: dict[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="r{at}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_RELATIONS}">{inside}</Relationships>'
