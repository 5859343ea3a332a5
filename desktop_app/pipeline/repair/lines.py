"""Line breaks that a web page or a page margin put inside a sentence."""

import re
from collections.abc import Iterator

from desktop_app.pipeline.repair.draft import Change

_NUMBERED = re.compile(
    r"[一二三四五六七八九十]+[、是]|[(（][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十]+[章节部]"
)
_ENDS = "。；：！？;:!?”’》）)】"


def breaks(text: str) -> Iterator[Change]:
    """Yield a change for every line break inside a sentence or a title."""
    at = 0
    lines = text.split("\n")
    for line, following in zip(lines, lines[1:], strict=False):
        at += len(line)
        if _broken(line, following):
            yield Change(at, at + 1, "", rule="line_break")
        at += 1


def _broken(line: str, following: str) -> bool:
    if not line or not following or line[-1] in _ENDS or _NUMBERED.match(following):
        return False
    joined = line + following
    for phrase in ("国民经济和社会发展统计公报", "國民經濟和社會發展統計公報"):
        if phrase in joined and phrase not in line and phrase not in following:
            return True
    return bool(re.search(r"[，。；,;]", line)) and following[-1] in _ENDS
