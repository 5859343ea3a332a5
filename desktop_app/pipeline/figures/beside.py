"""What stands beside a number and shows that a part of the number is somewhere else."""

import re
from collections.abc import Collection
from itertools import pairwise

from msgspec.structs import replace

from desktop_app.pipeline.figures.numbers import CHINESE_DIGITS, Quantity
from desktop_app.system import resources

# Digits of other kinds: ③5.4%, ¹.3万吨.
_RAISED = "①-⑳⓪❶-❿⑴-⒇⒈-⒛¹²³⁰⁴-⁹₀-₉"
# 统一3.2万套, 第一12.3%: words that end in a numeral.
_WORD = re.compile("[统唯之合第其专单万周期同划归逐初百][一二三四五六七八九]$")
# What a number follows on: words, marks of a sentence, what opens, a sign.
_USUAL = re.compile(
    rf"(?![{_RAISED}])"
    r"[\w\s，。；：、（）《》〈〉【】“”‘’「」\[\](),;:?<>=≥≤\"+\-–—/±%％‰℃′″㎡³|\u200b]"
)
# Digits that nothing but signs part from a number.
_DIGITS_BEFORE = re.compile(r"(?<![A-Za-z\d.])(?P<digits>\d+(?:\.\d+)?)[^\w\u4e00-\u9fff]{1,3}$")
# Where an item begins with a bullet or a ringed number: ① 12家企业, ■2016年.
_BULLET = re.compile(
    r"(?:^|[\n。；;：:！？])\s*[^\w\s，。；、（）()%]{0,2}[①-⑳❶-❿⑴-⒇⒈-⒛]?\s*[、.．]?\s*$"
)
# 国内生产总值[2]1260582亿元, 增加值①206亿元: the mark of a note is no digit of the number.
_NOTE_BEFORE = re.compile(
    r"[\u4e00-\u9fff）)][\[［〔【]注?\d{1,2}[\]］〕】]$|[\u4e00-\u9fff][①-⑳¹²³]$"
)
# The number of an item: what it numbers follows, and may begin with a number.
_ITEM = re.compile(r"(?:^|[。；;：:！？\n])\s*\d{1,2}\s*[、.．)）]\s*$")
_POWER = re.compile(r"[\[⁰¹²³⁴-⁹]")
_FARTHEST = 24
_WHOLE_ONLY = "个"


def doubting(text: str, found: list[Quantity], hidden: Collection[int]) -> list[Quantity]:
    """Return quantities, those doubtful of which digits or marks seem to stand beside them.

    `hidden` are the places of `text` that hold dates and ratios.
    """
    doubted = _touching(found)
    taken = {place for one in found for place in range(one.start, one.end)}
    taken.update(hidden)
    for at, quantity in enumerate(found):
        if _is_cut(text, quantity, taken) or _is_no_count(quantity) or _is_power(text, quantity):
            doubted.add(at)
    return [
        replace(quantity, doubtful=True) if at in doubted else quantity
        for at, quantity in enumerate(found)
    ]


def _touching(found: list[Quantity]) -> set[int]:
    """Return which quantities of one kind touch: something between them is lost."""
    dimension = resources.units().dimension
    touching: set[int] = set()
    for at, (one, other) in enumerate(pairwise(found)):
        apart = one.end != other.start or one.rank or other.rank or not (one.unit and other.unit)
        if not apart and dimension(one.unit) == dimension(other.unit):
            touching.update((at, at + 1))
    return touching


def _is_cut(text: str, quantity: Quantity, taken: Collection[int]) -> bool:
    """Whether digits that belong to no other number stand before one, or a sign of no text."""
    if quantity.rank or quantity.chinese:
        return False
    before = text[max(0, quantity.start - _FARTHEST) : quantity.start]
    last = before[-1:]
    if not last or _NOTE_BEFORE.search(before) or _BULLET.search(before):
        return False
    if not _USUAL.match(last):
        return True
    if last in CHINESE_DIGITS:  # 三5.4%
        return not _WORD.search(before)
    digits = _DIGITS_BEFORE.search(before)
    if digits is None or _ITEM.search(before):
        return False
    return quantity.start - len(before) + digits.start() not in taken


def _is_power(text: str, quantity: Quantity) -> bool:
    """Whether what looks like a note's mark behind a 10 may be its power: 10[4]吨."""
    return quantity.value == "10" and _POWER.match(text, quantity.number_end) is not None


def _is_no_count(quantity: Quantity) -> bool:
    """Whether things that are counted one by one have a fraction: 16.4个 lost its 百分点."""
    return quantity.unit == _WHOLE_ONLY and "." in quantity.value
