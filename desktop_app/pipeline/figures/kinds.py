"""What kind of number a figure is, by its unit and its name."""

from desktop_app.domain.bulletin import Kind
from desktop_app.pipeline.figures import lexicon
from desktop_app.pipeline.figures.measuring import counts
from desktop_app.pipeline.figures.numbers import Quantity
from desktop_app.system import resources


def kind_of(name: str, quantity: Quantity) -> Kind:
    """Return the kind of a level."""
    if quantity.ratio:
        return Kind.RATIO
    if quantity.rank:
        return Kind.RANK
    if quantity.value_high:
        return Kind.RANGE
    if quantity.unit == "%" and name.endswith("指数"):
        return Kind.INDEX
    if quantity.unit in {"%", "‰"}:
        return Kind.SHARE
    if not quantity.unit:
        return Kind.RATIO if name.endswith("比") else Kind.INDEX
    if quantity.unit == "倍":
        return Kind.RATIO
    if counts(quantity):
        return Kind.COUNT
    money = resources.units().dimension(quantity.unit) == "money"
    if money and lexicon.pattern("names.amounts").search(name):
        return Kind.AMOUNT
    return Kind.LEVEL
