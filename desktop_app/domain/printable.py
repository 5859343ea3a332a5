"""Text that every file format takes: without what XML, workbooks and printers refuse."""

import re

# Control characters, halves of surrogate pairs, no characters at all, what only a screen needs.
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u200b\u2060\ufeff]"
)
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x85]")


def printable(text: str) -> str:
    r"""Return `text` with line ends as `\\n` and nothing that a file format refuses."""
    return _REFUSED.sub("", _LINE_ENDS.sub("\n", text))


def on_one_line(text: str) -> str:
    """Return `text` as a cell of a table holds it: on one line, blanks single, rims bare."""
    return " ".join(printable(text).split())
