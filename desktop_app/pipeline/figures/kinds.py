"""What kind of number a figure is, by its unit and its name."""

import re

from desktop_app.domain.bulletin import Kind
from desktop_app.pipeline.figures import lexicon
from desktop_app.pipeline.figures.quantities import Quantity

_MONEY_ACTION = re.compile(
    "发放额|投入|计划投资|概算|罚款|罚没|补贴|救助金|费用|清偿|拨付|退费|增加额|减少额"
)


def kind_of(name: str, quantity: Quantity) -> Kind:
    """Return the kind of a level."""
    if quantity.ratio:
        return Kind.RATIO
    if quantity.rank:
        return Kind.RANK
    if quantity.value_high:
        return Kind.RANGE
    if quantity.unit in {"%", "‰"}:
        return Kind.SHARE
    if not quantity.unit:
        return Kind.INDEX
    if quantity.unit == "倍":
        return Kind.RATIO
    units = lexicon.units()
    unit = units.unit(quantity.unit)
    dimension = units.dimension(quantity.unit)
    if dimension in {"people", "visits"} or (unit is not None and dimension == unit.base):
        return Kind.COUNT
    if dimension == "money" and _MONEY_ACTION.search(name):
        return Kind.AMOUNT
    return Kind.LEVEL
