"""What stands around a run of misread bytes as it is printed."""

import re

from desktop_app.pipeline.repair.evidence import LINE_END, Evidence, fold, usual
from desktop_app.pipeline.repair.glosses import READING
from desktop_app.pipeline.repair.scripts import spelling

GLOSS = re.compile(rf"[(（](?P<reading>{READING})[)）]")
# A lone byte may have taken the parenthesis with it.
CUT_GLOSS = re.compile(rf"\?[(（]?(?P<reading>{READING})[)）]")
# The < may have gone with a lone byte.
TAG_REST = re.compile(r"/?[a-z]{1,10}(?:\s[^<>\n]*)?>", re.IGNORECASE)
_CONTEXT = 6
_OTHER_DAMAGE = re.compile(r"[?\n]")
# What follows up to the next mark, digit or damage; so much of it is looked at, and so little
# tells nothing of words.
_REST = re.compile(r"[A-Za-z\[\]@^_`{|}~]?[^\x00-\x7f]{0,12}")
_LOOK = 4
_FEW = 2
_LONE_LETTER = re.compile(r"[A-Za-z\[\]@^_`{|}~](?![A-Za-z])")


class Surroundings:
    """A text with the evidence of its sound parts."""

    def __init__(self, text: str, evidence: Evidence) -> None:
        self.text = text
        self.folded = fold(text)
        self.evidence = evidence
        self._in_step: dict[tuple[int, str], bool] = {}

    def before(self, start: int) -> str:
        """Return what stands before `start` in its line, up to other damage, folded."""
        return _OTHER_DAMAGE.split(self.folded[max(start - _CONTEXT, 0) : start])[-1]

    def after(self, end: int) -> str:
        """Return what stands behind `end` in its line, up to other damage, folded."""
        if end >= len(self.text) or TAG_REST.match(self.text, end):
            return LINE_END
        line, line_end, _ = self.folded[end : end + _CONTEXT].partition(LINE_END)
        sound, damage, _ = line.partition("?")
        return sound + ("" if damage else line_end)

    def in_step(self, end: int, before: str = "") -> bool:
        """Whether the text from `end` on makes sense as it stands, behind folded `before`."""
        key = (end, before)
        known = self._in_step.get(key)
        if known is None:
            known = self._in_step[key] = self._makes_sense(end, before, _LOOK)
        return known

    def makes_sense(self, start: int, length: int) -> bool:
        """Whether so much of the text from `start` on makes sense as it stands.

        It makes none where less stands there before the next one-byte character.
        """
        rest = _REST.match(self.text, start)
        long_enough = rest is not None and len(rest[0]) >= length
        return long_enough and self._makes_sense(start, "", length)

    def spelt(self, folded: str, place: int, char: str) -> bool:
        """Whether a page would spell `folded[place]` as `char`: 家 is 傢 in few words."""
        if char == folded[place] or self.evidence.printed(char) or not usual(char):
            return usual(char)
        return char in (spelling(folded[place]), spelling(folded)[place])

    def _makes_sense(self, end: int, before: str, at_most: int) -> bool:
        if TAG_REST.match(self.text, end):
            return True
        rest = _REST.match(self.text, end)
        printed = rest[0][:at_most] if rest else ""
        few = len(printed) <= _FEW
        runs_into_damage = self.text.startswith("?", end + len(printed))
        if _LONE_LETTER.match(printed) or (few and printed and runs_into_damage):
            return False
        odd = {at for at, char in enumerate(printed) if not self._fits(char)}
        # One or two characters behind a letter say too little to tell more of them.
        if not few or self.text[end - 1] == "?":
            whole = before + fold(printed)
            weak = self.evidence.unsupported(whole, len(before), len(whole))
            odd.update(at - len(before) for at in weak)
        return 2 * len(odd) <= len(printed)

    def _fits(self, char: str) -> bool:
        return usual(char) and self.evidence.fits(char)
