"""Footnotes and endnotes of a Word file: their marks in the text, and the notes themselves."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from desktop_app.pipeline.sources.docx_numbering import written
from desktop_app.pipeline.sources.docx_package import Package

_BESIDE_THE_TEXT = ("separator", "continuationSeparator", "continuationNotice")
_BARE_FORMS = ("decimalEnclosedCircle", "decimalEnclosedCircleChinese", "decimalEnclosedParen")


class Notes:
    """Counts the notes as the text cites them."""

    def __init__(self, package: Package) -> None:
        settings = package.part("settings")
        self._notes: dict[str, dict[str, Element]] = {}
        self._forms: dict[str, str] = {}
        for kind, otherwise in (("footnote", "decimal"), ("endnote", "lowerRoman")):
            self._notes[kind] = _notes_of(package.part(f"{kind}s"), kind)
            forms = [
                found.get("w_val", otherwise)
                for root in (package.document, settings)
                if root is not None
                for found in root.iterfind(f".//w_{kind}Pr/w_numFmt")
            ]
            self._forms[kind] = forms[0] if forms else otherwise
        self._marks: dict[tuple[str, str], str] = {}
        # While a note is read: what stands where the note repeats its own mark.
        self.own_mark = ""

    def mark(self, reference: Element) -> str:
        """Return the mark of a reference: ①, a raised 1 as [1]; '' if it stands in the text."""
        kind = "footnote" if reference.tag == "w_footnoteReference" else "endnote"
        key = (kind, reference.get("w_id", ""))
        own = reference.get("w_customMarkFollows", "0") not in ("0", "false", "off")
        if key not in self._marks:
            counted = sum(known == kind and bool(mark) for (known, _), mark in self._marks.items())
            self._marks[key] = "" if own else self._written(kind, counted + 1)
        return self._marks[key]

    def _written(self, kind: str, number: int) -> str:
        form = self._forms[kind]
        text = written(number, form)
        return text if form in _BARE_FORMS and not text.isdecimal() else f"[{text}]"

    def cited(self) -> Iterator[tuple[str, Element]]:
        """Yield the mark and the note of each reference, footnotes first."""
        for wanted in ("footnote", "endnote"):
            for (kind, key), mark in list(self._marks.items()):
                note = self._notes[kind].get(key)
                if kind == wanted and note is not None:
                    self.own_mark = mark
                    yield mark, note


def _notes_of(root: Element | None, kind: str) -> dict[str, Element]:
    if root is None:
        return {}
    return {
        note.get("w_id", ""): note
        for note in root.iter(f"w_{kind}")
        if note.get("w_type") not in _BESIDE_THE_TEXT
    }
