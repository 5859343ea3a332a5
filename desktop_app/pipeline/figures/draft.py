"""A figure while its sentence is still being read."""

from dataclasses import dataclass

from desktop_app.domain.bulletin import Kind
from desktop_app.pipeline.figures.numbers import Quantity


@dataclass(slots=True)
class Draft:
    """A row in the making: later words may still add its growth.

    `change_at` is where a number of its own states the change, in the passage. `part` rows (a
    share, an increment) take no growth. `aside` numbers the parentheses that a row stands in.
    `earlier` ones are what a change began with (由上年的45.2%): no growth is theirs.
    `restated`: the sentence gives a new value (调整为107327元). `doubtful`: its unit is inferred.
    """

    quantity: Quantity
    indicator: str
    kind: Kind
    period: str
    sentence: int
    heading: str = ""
    owner: str = ""
    scope: str = ""
    change: str = ""
    change_unit: str = ""
    change_approx: str = ""
    change_at: tuple[int, int] | None = None
    compared_with: str = ""
    basis: str = ""
    basis_lasts: bool = False
    scope_lasts: bool = False
    basis_source: str = ""
    region: str = ""
    notes: tuple[str, ...] = ()
    status: str = ""
    part: bool = False
    aside: int = 0
    restated: bool = False
    earlier: bool = False
    merged: bool = False
    doubtful: bool = False

    @property
    def is_growth(self) -> bool:
        return self.kind is Kind.CHANGE_RATE

    @property
    def is_rate(self) -> bool:
        """Whether the row is a percentage, which points rather than per cent change."""
        return not self.is_growth and self.quantity.unit in {"%", "‰"}
