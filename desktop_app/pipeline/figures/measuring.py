"""What a count or an extent is called in an indicator's name: 户数, 人数, 面积."""

import re
from functools import cache

from desktop_app.pipeline.figures import lexicon, phrases
from desktop_app.pipeline.figures.numbers import Quantity
from desktop_app.system import resources

_MULTIPLES = "十百千万亿"


@cache
def _counted_ends() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """Return the ends of names that ask for a word for their count, of one unit or of any."""
    return tuple(
        (re.compile(entry["end"] + "$"), entry.get("unit", ""), entry["becomes"])
        for entry in lexicon.table()["names"]["counted_ends"]
    )


def counts(quantity: Quantity) -> bool:
    """Whether a quantity counts things with a measure word."""
    unit = resources.units().unit(quantity.unit)
    if unit is None or "/" in quantity.unit:
        return False
    return unit.dimension in {"people", "visits"} or unit.dimension == unit.base


def _balance(base: str) -> str:
    """Return 工业企业亏损额 for 工业企业亏损, as tables write it."""
    result_names: dict[str, str] = lexicon.table()["names"]["result_names"]
    result = next((result for result in result_names if base.endswith(result)), "")
    whole = len(result) > 1 and len(base) > len(result)
    return base.removesuffix(result) + result_names[result] if whole else base


def measured(base: str, quantity: Quantity) -> str:
    """Add to `base` what its number is called, where the name does not say it yet."""
    bare = phrases.bare(base)
    names = lexicon.table()["names"]
    head = phrases.head_of(bare)
    if quantity.unit == "天" and lexicon.pattern("names.days").search(bare):
        return base if bare.endswith(lexicon.words("names.durations")) else base + "天数"
    if resources.units().dimension(quantity.unit) == "money":
        return _balance(base)
    extent: str = names["extent"].get(resources.units().dimension(quantity.unit), "")
    if extent:
        said = (extent, *lexicon.words("names.extents"))
        return base if not bare or bare.endswith(said) else base + extent
    if not bare or not counts(quantity) or head.endswith(lexicon.words("names.measures")):
        return base
    measure = quantity.unit.lstrip(_MULTIPLES)
    by_end = (
        becomes
        for end, unit, becomes in _counted_ends()
        if end.search(bare) and unit in {"", measure}
    )
    suffix: str = next(by_end, "") or names["counted"].get(measure, "数")
    if suffix == "人数" and bare.endswith(tuple(names["like_people"])):
        suffix = "数"
    if len(suffix) > 1 and bare.endswith(suffix[0]):
        suffix = suffix[1:] if len(suffix) == 2 else "数"
    return base + suffix
