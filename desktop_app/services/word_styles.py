"""The styles of a Word file, in the plain style of official documents (GB/T 9704).

Sizes and faces are in `resources/paper.toml`. Word takes the elements in the order of its schema
alone: it repairs a file that has them otherwise.
"""

from typing import Any
from xml.sax.saxutils import quoteattr

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TWIPS_A_POINT = 20


def styles(look: dict[str, Any]) -> str:
    """Return the styles of a Word file, named as Word names its own."""
    body, line = look["body_pt"], look["line_pt"]
    exact = f'<w:spacing w:line="{line * TWIPS_A_POINT}" w:lineRule="exact"/>'
    indent = f'<w:ind w:firstLineChars="200" w:firstLine="{2 * body * TWIPS_A_POINT}"/>'
    centre = '<w:jc w:val="center"/>'
    above = '<w:spacing w:before="120" w:line="300" w:lineRule="auto"/>'
    small = '<w:spacing w:line="300" w:lineRule="auto"/>'
    title_space = (
        f'<w:spacing w:before="0" w:after="{look["title_after_pt"] * TWIPS_A_POINT}" '
        f'w:line="{round(look["title_pt"] * 1.6 * TWIPS_A_POINT)}" w:lineRule="exact"/>'
    )
    heading = "<w:keepNext/>{}" + exact + indent + '<w:outlineLvl w:val="{}"/>'
    made = [
        _style("Body", "Body Text", exact + indent + '<w:jc w:val="both"/>', look, "body", body),
        _style("Title", "Title", title_space + centre, look, "title", look["title_pt"]),
        _style("Subtitle", "Subtitle", exact + centre, look, "section", look["subtitle_pt"]),
        _style("TableText", "Table Text", small, look, "table", look["table_pt"]),
        _style(
            "Caption",
            "caption",
            f"<w:keepNext/>{above}{centre}",
            look,
            "table",
            look["note_pt"],
            bold=True,
        ),
        _style("Note", "Note", small, look, "table", look["note_pt"]),
        _style("Footer", "footer", centre, look, "table", look["footer_pt"]),
    ]
    faces = (("chapter", False), ("section", False), ("body", True))
    made += [
        _style(
            f"Heading{number}",
            f"heading {number}",
            heading.format("", number - 1),
            look,
            face,
            body,
            bold=bold,
        )
        for number, (face, bold) in enumerate(faces, start=1)
    ]
    return f"<w:styles {NAMESPACE}>{_defaults(look)}{''.join(made)}{_TABLE_STYLE}</w:styles>"


def _style(
    key: str,
    name: str,
    paragraph: str,
    look: dict[str, Any],
    face: str,
    size: float,
    **marks: bool,
) -> str:
    bold = "<w:b/>" if marks.get("bold") else ""
    # Whoever writes on below a title or a heading writes text.
    text_follows = key == "Title" or key.startswith("Heading")
    follows = '<w:next w:val="Body"/>' if text_follows else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/>{follows}<w:qFormat/><w:pPr>{paragraph}</w:pPr>'
        f"<w:rPr>{_faces(look, face)}{bold}{_size(size)}</w:rPr></w:style>"
    )


def _defaults(look: dict[str, Any]) -> str:
    language = f'<w:lang w:val="en-US" w:eastAsia="{look["language"]}"/>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_faces(look, 'body')}{_size(look['body_pt'])}"
        f"{language}</w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/></w:style>'
    )


_TABLE_STYLE = (
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr>'
    "<w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + '</w:tblBorders><w:tblCellMar><w:left w:w="80" w:type="dxa"/>'
    '<w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def _faces(look: dict[str, Any], of: str) -> str:
    latin, chinese = quoteattr(look["latin"]), quoteattr(look[of]["face"])
    return f"<w:rFonts w:ascii={latin} w:hAnsi={latin} w:cs={latin} w:eastAsia={chinese}/>"


def _size(points: float) -> str:
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def fonts(look: dict[str, Any]) -> str:
    """Return which face to take where a machine lacks the official ones."""
    faces = {one["face"]: one["otherwise"] for one in look.values() if _is_face(one)}
    made = "".join(
        f"<w:font w:name={quoteattr(face)}><w:altName w:val={quoteattr(otherwise)}/>"
        '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for face, otherwise in faces.items()
    )
    return f"<w:fonts {NAMESPACE}>{made}</w:fonts>"


def _is_face(value: object) -> bool:
    return isinstance(value, dict) and "otherwise" in value
