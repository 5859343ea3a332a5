"""The parts of a Word file: a zip archive of XML, read within limits.

What unpacks to more than a bulletin can be, nests deeper than Word does, or declares entities is
an accident or an attack, and is refused before it is held in memory.
"""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import lru_cache
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from desktop_app.domain.errors import DataError

_MOST_BYTES = 48 * 1024 * 1024
_MOST_ELEMENTS = 3_000_000
_DEEPEST = 200
_READ_AT_ONCE = 64 * 1024
# What zipfile raises for archives that are not as they should be.
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)
# Tags and attributes are written with these prefixes, w_p for a paragraph, whatever a file calls
# them (a colon would ask ElementTree for a map of prefixes at every search); the second
# address of each is that of the strict form of the format.
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w_",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w_",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc_",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m_",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m_",
}


class Package:
    """An opened Word file. A part is asked for by its kind, such as `styles` or `footnotes`."""

    def __init__(self, data: bytes) -> None:
        """Open the archive and find its document.

        Raises:
            DataError: it is damaged, locked by a password, or no Word document.
        """
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except _DAMAGED as error:
            raise DataError("file_damaged") from error
        self._room = _MOST_BYTES  # for all linked parts together
        self._names = frozenset(self._archive.namelist())
        name = self._targets("_rels/.rels", "").get("officeDocument", "word/document.xml")
        document = self._parsed(name)
        if document is None:
            raise DataError("file_damaged")
        self.document = document
        at = PurePosixPath(name)
        beside = (f"{at.parent}/_rels/{at.name}.rels", str(at.parent))
        self._parts = self._targets(*beside)
        self._linked = self._targets(*beside, by="Id")

    def part(self, kind: str) -> Element | None:
        """Return the root of a part beside the document; None if there is none.

        Raises:
            DataError: the part is damaged or too large.
        """
        name = self._parts.get(kind)
        return self._parsed(name) if name else None

    def linked(self, key: str) -> bytes:
        """Return the bytes of the part that the document links to by a key; none if it is absent.

        Raises:
            DataError: the part is damaged or too large.
        """
        with self._opened(self._linked.get(key, "")) as part:
            data = part.read(self._room + 1) if part else b""
        self._room -= len(data)
        if self._room < 0:
            raise DataError("file_too_large")
        return data

    def _targets(self, name: str, folder: str, by: str = "Type") -> dict[str, str]:
        """Return where the parts related to one are, by their kind or their `Id`."""
        root = self._parsed(name)
        found: dict[str, str] = {}
        for relation in root if root is not None else ():
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External" and target:
                kind = relation.get(by, "").rpartition("/")[2]
                absolute = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
                found.setdefault(kind, absolute.lstrip("/"))
        return found

    def _parsed(self, name: str) -> Element | None:
        with self._opened(name) as part:
            return _parse(part) if part else None

    @contextmanager
    def _opened(self, name: str) -> Iterator[IO[bytes] | None]:
        """Open a part to read it; what goes wrong on the way is said as a DataError."""
        try:
            with self._archive.open(name) if name in self._names else nullcontext() as part:
                yield part
        except _DAMAGED as error:
            raise DataError("file_damaged") from error
        except RuntimeError as error:  # so zipfile asks for a password
            raise DataError("file_has_password") from error
        except ElementTree.ParseError as error:
            raise DataError("file_damaged") from error


def _parse(part: IO[bytes]) -> Element:
    parser = _Parser()
    read = 0
    while chunk := part.read(_READ_AT_ONCE):
        read += len(chunk)
        # A document type is how entities are declared, and no Word file has one.
        if b"<!DOCTYPE" in chunk:
            raise DataError("file_damaged")
        if read > _MOST_BYTES:
            raise DataError("file_too_large")
        parser.feed(chunk)
    return parser.finished()


class _Parser:
    """Builds the tree of a part while it stays within the limits."""

    def __init__(self) -> None:
        self._builder = ElementTree.TreeBuilder()
        self._elements = self._depth = 0
        self.data = self._builder.data
        self._parser = ElementTree.XMLParser(target=self)
        self.feed = self._parser.feed

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > _MOST_ELEMENTS or self._depth > _DEEPEST:
            raise DataError("file_too_large")
        short = {_short(name): value for name, value in attributes.items()}
        self._builder.start(_short(tag), short)

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._builder.end(_short(tag))

    def close(self) -> Element:
        """Return the root, when everything was fed."""
        return self._builder.close()

    def finished(self) -> Element:
        """End the document and return its root."""
        root: Element = self._parser.close()
        return root


@lru_cache(maxsize=4096)
def _short(name: str) -> str:
    address, _, local = name[1:].partition("}")
    return _PREFIXES.get(address, "") + local if local else name
