"""How a number goes wrong when it is copied: a digit, two digits turned, a sign, a unit."""

from decimal import ROUND_HALF_UP, Decimal

from desktop_app.pipeline.audit import lexicon
from desktop_app.pipeline.audit.numbers import step_of


def is_slip(one: Decimal, other: Decimal) -> bool:
    """Whether two unequal numbers differ by one slip of the hand."""
    if one == other or not one or not other:
        return False
    if one == -other:
        return True
    for power in lexicon.table()["unit_slips"]:
        if one == other * power or other == one * power:
            return True
    wrong = _unlike(one, other)
    if len(wrong) == 1:
        return True
    left, right = _digits(one), _digits(other)
    turned = len(wrong) == 2 and left[wrong[0]] == right[wrong[1]]
    return turned and left[wrong[1]] == right[wrong[0]]


def as_fine(number: Decimal, other: Decimal) -> Decimal:
    """Return a number rounded to the digits of another, where it has more of them."""
    step = step_of(other)
    return number.quantize(step, ROUND_HALF_UP) if step_of(number) < step else number


def one_digit(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers differ by one digit alone."""
    return len(_unlike(one, other)) == 1


def _unlike(one: Decimal, other: Decimal) -> list[int]:
    """Return where the digits of two numbers differ; nowhere, where they are not as many."""
    left, right = _digits(one), _digits(other)
    if len(left) != len(right) or one.is_signed() != other.is_signed():
        return []
    return [at for at, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]


def _digits(number: Decimal) -> str:
    return f"{abs(number):f}"
