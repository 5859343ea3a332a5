"""What a search takes for the same: script, width and case, folded character by character.

Folding never changes a text's length, so an offset into folded text is an offset into the text.
The same function folds what is searched and what is asked.
"""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
# Signs that are printed for the ones of the keyboard: the mark of a ratio, the minus sign.
_SIGNS = {ord("∶"): ord(":"), ord("−"): ord("-")}


class Folding:
    """Folds Traditional to Simplified, full width to half width, upper case to lower case."""

    def __init__(self, traditional: str, simplified: str) -> None:
        if len(traditional) != len(simplified):
            raise ValueError("the folding table's halves differ in length")
        scripts = {ord(old): ord(new) for old, new in zip(traditional, simplified, strict=True)}
        self._table: dict[int, int] = _FULL_WIDTH | _SIGNS | scripts

    def fold(self, text: str) -> str:
        """Return `text` folded, of the same length in code points."""
        folded = text.translate(self._table)
        lowered = folded.lower()
        if len(lowered) == len(folded):
            return lowered
        return "".join(low if len(low := char.lower()) == 1 else char for char in folded)
