"""How a recomputed number fits the stated one."""

from enum import IntEnum


class Outcome(IntEnum):
    """How a reading fits what is stated, the best first."""

    AGREES = 0
    ROUNDS = 1
    DIFFERS = 2


class Weight(IntEnum):
    """What a reading that differs says: that a number is wrong, that it may be, or nothing."""

    FIRM = 0
    OPEN = 1
    HINT = 2
