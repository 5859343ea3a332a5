"""Width and spacing as a Chinese text has them: normalisation, no repair."""

import re
from collections.abc import Iterator

from desktop_app.pipeline.repair.draft import Change

CHINESE = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_MARKS = "，、。；：！？（）《》〈〉“”‘’【】—…％%‰"
_FULL = dict(zip(",;:!?()", "，；：！？（）", strict=True))
_HALF = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_KEPT_FULL = set("，；：！？（）～｜")
_BESIDE = re.compile(rf"[{CHINESE}{_MARKS}]")


def widths(text: str) -> Iterator[Change]:
    """Yield changes that make marks full width beside Chinese, digits and letters half width."""
    for at, char in enumerate(text):
        if char in _FULL and _is_chinese_mark(text, at):
            yield Change(at, at + 1, _FULL[char])
        elif char in _HALF and char not in _KEPT_FULL:
            yield Change(at, at + 1, _HALF[char])


def _is_chinese_mark(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before.isdigit() and after.isdigit():
        return False
    return bool(_BESIDE.match(before) or _BESIDE.match(after))


_SPACE = re.compile(rf"(?<=\S)[ \u3000\xa0]+(?=\S)")
_EDGE = re.compile(r"^[ \u3000\xa0]+|[ \u3000\xa0]+$", re.MULTILINE)


def spaces(text: str) -> Iterator[Change]:
    """Yield changes that drop indentation and stray spaces."""
    for match in _EDGE.finditer(text):
        yield Change(match.start(), match.end(), "")
    for match in _SPACE.finditer(text):
        before, after = text[match.start() - 1], text[match.end()]
        if {before, after} & set("\t\n"):
            continue
        sides = (before.isascii(), after.isascii())
        if sides == (True, True) or (
            sides == (False, False) and before not in _MARKS and after not in _MARKS
        ):
            continue
        yield Change(match.start(), match.end(), "")
