"""Where the source is damaged beyond proof: a number that touches such a place is doubtful."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class Damage:
    """The stretches of the source that unproven damage covers."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._reach = list(accumulate((end for _, end in self._spans), max))

    def touches(self, start: int, end: int) -> bool:
        """Whether a printed number touches damage; one that is not printed does not."""
        before = bisect_right(self._spans, (end, end))
        return start < end and before > 0 and self._reach[before - 1] >= start
