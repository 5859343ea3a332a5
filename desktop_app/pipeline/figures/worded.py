"""What the words around a number make of it: an index, a count, a bound in a name."""

import re
from functools import cache

from desktop_app.pipeline.figures import lexicon
from desktop_app.pipeline.figures.numbers import CHINESE_DIGITS, Numeral

# 年主营业务收入2000万元及以上, 超10亿元企业: a bound by which things are grouped.
_INCOME_FROM = re.compile("年(?:主营业务|产品销售|营业)?收入(?:在|达到?)?$")
_GROUPED = re.compile("的?(?:企业|项目|园区|产业|集群|品牌|镇|乡|村|户)")
_COUNT = re.compile(r"\d+[个户家项所]")
_HAN = re.compile("[\u4e00-\u9fff]")


def is_an_index(text: str, start: int) -> bool:
    """Whether the words before a number without unit name an index or a coefficient."""
    said = "[^，。；：:\\d]{0,8}|由[^，。；]{1,14}(?:到|至|为)"
    named = lexicon.pattern("names.unitless", after=f"(?:{said})$")
    return named.search(text[max(0, start - 20) : start].rstrip("约 ")) is not None


@cache
def _in_a_name_of_another() -> re.Pattern[str]:
    """Return a pattern for what follows a spoken numeral that is a part of a name.

    两项补贴发放率100%, 五个优势产业增加值增长3%.
    """
    growth = lexicon.table()["growth"]
    heads = lexicon.alternatives(
        ("率", *(head for head in lexicon.words("names.heads") if len(head) > 1))
    )
    ways = lexicon.alternatives((*growth["up"], *growth["down"]))
    return re.compile(
        rf"[\u4e00-\u9fff]{{2,14}}{heads}(?:均|都|分别)?(?:[比较][上去]年|同比)?"
        rf"(?:{ways}|为|达到?|保持|实现|完成)?"
        rf"(?:[口曰囗{CHINESE_DIGITS}]|锟斤拷)?[^\u4e00-\u9fff，。；、：（）\s“]"
    )


def counts_things(text: str, numeral: Numeral, unit: re.Match[str]) -> bool:
    """Whether a Chinese numeral counts things rather than being part of a phrase."""
    printed = text[numeral.start : numeral.end]
    before = text[numeral.start - 1 : numeral.start] if numeral.start else ""
    if unit["measure"] in lexicon.word_set("names.unspoken"):
        return False
    if unit["measure"] == "倍":
        # 增长近一倍
        return before not in {"第", "每"}
    if printed in {"一", "二"} or before in {"第", "“", "‘", "《", "「", "十", "约定", "再", "每"}:
        return False
    if text[numeral.end : numeral.end + 1] == "大" or _in_a_name_of_another().match(
        text, unit.end()
    ):
        return False
    rest = text[unit.end() : unit.end() + 6]
    return not any(rest.startswith(word) for word in lexicon.words("names.abstract"))


def is_a_threshold(text: str, start: int, unit: re.Match[str]) -> bool:
    """Whether the number is a bound in a name (500万元以上项目, 60岁及以上人口)."""
    after = unit["after"]
    before = text[max(0, start - 8) : start]
    if after and _INCOME_FROM.search(before):
        return True
    following = text[unit.end() : unit.end() + 1]
    counted = following.isdigit() or _GROUPED.match(text, unit.end())
    if before.endswith(("超", "超过", "过")) and counted:
        return True
    if unit["measure"] == "岁" and (following.isdigit() or following in "老儿人-"):
        return following != ""
    if not after or after in {"左右", "上下"}:
        return False
    if following.isdigit() and _COUNT.match(text, unit.end()):
        # 其中10亿元以上12个
        return True
    return bool(_HAN.match(following)) and unit["measure"] != "%"
