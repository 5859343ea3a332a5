"""Small PDF files, made glyph by glyph as programs print bulletins."""

from collections.abc import Iterable, Mapping, Sequence

WIDTH, HEIGHT = 595, 842
LEFT, SIZE = 90, 10.5
_MATRICES = {0: "1 0 0 1", 90: "0 1 -1 0", 270: "0 -1 1 0"}
_PICTURE = f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q"


class Sheet:
    """A page on which text and rules are put at places, in points from its lower left corner."""

    def __init__(self, turn: int = 0) -> None:
        """`turn` is how far the page is turned to be read, in degrees as clocks go: 0, 90, 270."""
        self.marks: list[tuple[float, float, float, str]] = []
        self.rules: list[tuple[float, float, float, float]] = []
        self.turn = turn
        self.pictured = False

    def picture(self) -> "Sheet":
        """Put a picture over the whole page, as a scanner does."""
        self.pictured = True
        return self

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return where on the unturned page a place is."""
        if self.turn == 90:
            return WIDTH - y, x
        return (y, HEIGHT - x) if self.turn == 270 else (x, y)

    def text(self, x: float, y: float, words: str, size: float = SIZE) -> "Sheet":
        self.marks.append((x, y, size, words))
        return self

    def bold(self, x: float, y: float, words: str, size: float = SIZE) -> "Sheet":
        """Put text twice, a little apart, as programs do where a font has no bold."""
        return self.text(x, y, words, size).text(x + size * 0.04, y, words, size)

    def bold_digits(self, x: float, y: float, digits: str, size: float = SIZE) -> "Sheet":
        """Put each digit twice before the next, so that a careless reader finds 22002233."""
        for at, digit in enumerate(digits):
            for shift in (0, 0.04):
                self.text(x + (at / 2 + shift) * size, y, digit, size)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> "Sheet":
        self.rules.append((x0, y0, x1, y1))
        return self

    def lines(
        self, top: float, lines: Iterable[str], x: float = LEFT, size: float = SIZE
    ) -> "Sheet":
        """Put lines under one another; a full-width space at the beginning is an indent."""
        for at, line in enumerate(lines):
            bare = line.lstrip("\u3000")
            indent = (len(line) - len(bare)) * size
            self.text(x + indent, top - at * size * 2, bare, size)
        return self


def pdf(sheets: Sequence[Sheet], means: Mapping[str, str] | None = None) -> bytes:
    """Return a PDF file; `means` has what the font's map says of a character, if not itself."""
    chars = sorted({char for sheet in sheets for *_, words in sheet.marks for char in words})
    code = {char: at + 1 for at, char in enumerate(chars)}
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(sheets)} /Kids ["
        + " ".join(f"{7 + at * 2} 0 R" for at in range(len(sheets)))
        + "] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H"
        " /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /FontDescriptor 5 0 R /DW 1000"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W ["
        + " ".join(f"{code[char]} [500]" for char in chars if char.isascii())
        + "] >>",
        "<< /Type /FontDescriptor /FontName /Made /Flags 4 /Ascent 880 /Descent -120"
        " /CapHeight 700 /ItalicAngle 0 /StemV 80 /FontBBox [0 -120 1000 880] >>",
        _stream(_map(code, means or {})),
    ]
    for at, sheet in enumerate(sheets):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {sheet.turn}"
            f" /Resources << /Font << /F 3 0 R >> >> /Contents {8 + at * 2} 0 R >>"
        )
        objects.append(_stream(_content(sheet, code)))
    return _file(objects)


def _content(sheet: Sheet, code: Mapping[str, int]) -> str:
    drawn = [_PICTURE] if sheet.pictured else []
    for x0, y0, x1, y1 in sheet.rules:
        (left, low), (right, high) = sheet.place(x0, y0), sheet.place(x1, y1)
        drawn.append(f"{left} {low} m {right} {high} l S")
    for x, y, size, words in sheet.marks:
        glyphs = "".join(f"{code[char]:04X}" for char in words)
        along, up = sheet.place(x, y)
        matrix = f"{_MATRICES[sheet.turn]} {along:.2f} {up:.2f}"
        drawn.append(f"BT /F {size} Tf {matrix} Tm <{glyphs}> Tj ET")
    return "\n".join(["0.5 w", *drawn])


def _map(code: Mapping[str, int], means: Mapping[str, str]) -> str:
    pairs = []
    for char, number in code.items():
        meant = means.get(char, char).encode("utf-16-be").hex()
        if meant:
            pairs.append(f"<{number:04X}> <{meant}>")
    parts = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        + "\n".join(f"{len(part)} beginbfchar {' '.join(part)} endbfchar" for part in parts)
        + "\nendcmap end end"
    )


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _file(objects: Sequence[str]) -> bytes:
    made = "%PDF-1.4\n"
    places = []
    for at, content in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{at} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    made += (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n"
        f"{made.rindex('endobj') + 7}\n%%EOF\n"
    )
    return made.encode("ascii")
