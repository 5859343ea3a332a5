"""The noun that stands after a number: 打造4条绿化精品示范路, 为125户符合标准的居民."""

import re
from functools import cache

from msgspec import Struct

from desktop_app.pipeline.figures import lexicon, phrases

# A word of fewer characters may end a noun that measures nothing.
_MEASURING = 2
_JOINT = re.compile("及|和|并|以及")
_JOINT_AT_END = re.compile("(?:以及|和|及|与|或)$")
# 监测工作, 23个城市中: neither is a part of what is counted.
_WORK_AT_END = re.compile("(?<=..)(?:工作|当中|(?<![集其高初])中)$")
_WORK = 3
_MARKS = re.compile("[，。；：,;:！？!?\n]")
_HAN = re.compile("[\u4e00-\u9fff“]")
_OPEN = re.compile("[由以按可被]")
# 安装围栏共计, 对存在的问题立即整顿: neither sum nor occasion is what happens.
_THINGS_FIRST = re.compile("(?:大中|主要|重点|样本|监测)?(?:城市|县|企业|行业)(?=[^的，]{4,}的)")
_HAVING = re.compile("^[共中]?有$")
_SUMMED = re.compile("(?:共计|合计|总计|累计|共)$")
_TOWARDS = re.compile("^对[^，、]{0,8}的(?:问题|情况|现象)")


class Counted(Struct, frozen=True):
    """What a number counts, as the words after it say.

    `affine`: the measure word asks for this very noun (所: 学校). `own`: no rate goes on with the
    same words. `modifier`: a clause before the noun (符合标准). `belongs`: what is the noun's
    (居民 | 电梯费). `predicate`: what happens to it (办理选房手续).
    """

    noun: str
    affine: bool = False
    own: bool = True
    modifier: str = ""
    belongs: str = ""
    predicate: str = ""


def _affine(unit: str) -> list[str]:
    names: list[str] = lexicon.table()["names"]["affine"].get(unit, [])
    return names


def counted(right: str, rest: str = "", unit: str = "") -> Counted:
    """Read the words after a number's unit, up to the next number or mark.

    `rest` is the text on to the end of the clause, for a clause that runs over a second number.
    """
    right = phrases.without_marks(right)
    text = _MARKS.split(right, maxsplit=1)[0].rstrip(" 、")
    if not text or text.startswith(("、", "（", "(")):
        return Counted("")
    if rest != right and (before := _before_measure(text) or _of_another(text)):
        return Counted(before, own=False)
    affine = next((n for n in _affine(unit) if text.startswith(n) and len(text) > len(n)), "")
    if affine:
        tail = text[len(affine) :]
        of, predicate = _noun(tail.lstrip("的"))
        if not of or _HAN.match(of):
            of = "" if of in lexicon.word_set("names.residents") or "的" in of else of
            of = "" if of.startswith("各") else of.split("、")[0]
            own = not tail.startswith("的")
            return Counted(affine, affine=own, belongs=of, predicate=_predicate(predicate))
    if _OPEN.match(text) and "的" in rest:
        modifier, _, noun = rest.rpartition("的")
        return Counted(_noun(noun)[0], modifier="" if len(modifier) > 12 else modifier)
    if text.startswith("的"):
        noun, predicate = _noun(text.lstrip("的"))
        return Counted("", belongs=noun, predicate=predicate)
    head, of, tail = text.partition("的")
    noun, predicate = _noun(head)
    if of and not noun:
        noun, predicate = _noun(tail.lstrip("的"))
        return Counted(noun, modifier=head, predicate=_predicate(predicate))
    if of and not predicate:
        belongs, predicate = _noun(tail)
        return Counted(_of_places(noun), belongs=belongs, predicate=_predicate(predicate))
    return Counted(noun, predicate=_predicate(predicate + (of + tail if of else "")))


def _noun(text: str) -> tuple[str, str]:
    """Return the noun at the beginning of `text`, and what follows it."""
    for match in lexicon.pattern("names.noun_ends").finditer(text):
        if not lexicon.inside_kept_word(text, match.start(), match.end()):
            return _without_measure(_clean(text[: match.start()]), text[match.start() :])
    return _clean(text), ""


def _without_measure(noun: str, predicate: str) -> tuple[str, str]:
    """Return 行业 and 增加值保持增长 for 26个行业增加值保持增长: the things are counted."""
    head = phrases.head_of(noun)
    thing = noun.removesuffix(head)
    if len(head) > _MEASURING and predicate and thing.endswith(lexicon.words("names.things")):
        return thing, head + predicate
    return noun, predicate


def _clean(noun: str) -> str:
    return _WORK_AT_END.sub("", _JOINT_AT_END.sub("", noun.strip(" 、")))


def _before_measure(text: str) -> str:
    """Return what is counted in 895项审批事项网上可办率100%, 7座水库蓄水量5亿立方米."""
    link = _link_or_growth().search(text)
    name = text[: link.start()] if link else text
    head = phrases.head_of(name)
    if not name.endswith(lexicon.words("names.rates")) and len(head) < _MEASURING:
        return ""
    things = lexicon.pattern("names.things").search(name)
    return name[: things.end()] if things else name.removesuffix(head)


def _of_another(text: str) -> str:
    """Return what is counted before a longer name: 70个大中城市住宅价格上涨的城市个数为68个."""
    link = lexicon.pattern("names.links", after="$").search(text)
    things = _THINGS_FIRST.match(text) if link and "的" in text else None
    return things[0] if things else ""


@cache
def _link_or_growth() -> re.Pattern[str]:
    growth = lexicon.table()["growth"]
    words = (*growth["up"], *growth["down"], *lexicon.words("names.links"))
    return re.compile(f"(?:[比较][上去]年|同比)?{lexicon.alternatives(words)}$")


def _of_places(noun: str) -> str:
    """Return 回迁小区 for 回迁小区居民 where the measure word counts the place."""
    residents, places = lexicon.choice("names.residents"), lexicon.choice("names.places")
    match = re.fullmatch(f"(.*{places}){residents}", noun)
    return match[1] if match else noun


def _predicate(text: str) -> str:
    text = lexicon.pattern("verbs.leads", before="^(?:", after="了?)+").sub(
        "", _SUMMED.sub("", text)
    )
    text = _HAVING.sub("", _TOWARDS.sub("", text))
    first = _JOINT.split(text, maxsplit=1)[0].strip()
    first = first.removesuffix("工作") if len(first) > _WORK else first
    return "" if "、" in first or "，" in first else first.rpartition("的")[2]
