"""The members of a list that states its names before its numbers: 出口和进口分别为."""

import re
from collections.abc import Sequence

from desktop_app.pipeline.figures import lexicon, phrases

# What joins the members of a list, tried in this order: 教育、社会保障和就业、医疗卫生支出.
_JOINTS = tuple(
    map(
        re.compile,
        (
            "、",
            "、|以及|及(?!其)|及(?=其他)",
            "、|和(?!.*、)",
            "、|和(?=[^、]*$)",
            "、|以及|[和与及]",
        ),
    )
)
# 在第三产业中 sets the whole of a list; 甲、乙两县 counts its members.
_IN_A_WHOLE = re.compile("^在?[^、，]{2,20}?(?<![集其高初])中(?=[^、，]+[、和])")
# 限额以上单位烟酒类、饮料类零售额: the scope is that of all.
_SCOPED = re.compile("(?:规模|限额)以上(?:单位|企业|工业|服务业)?(?=..)")
# 城乡居民恩格尔系数分别为41%和46%
_BOTH = re.compile("城乡(?=居民|家庭|低保|最低|人均|常住)")
# 第一、二产业增加值, 一产、二产、三产增加值, 三次产业增加值
_INDUSTRIES = re.compile(
    "(?:(?P<which>(?:第?[一二三][、和]?)+)产业|(?P<short>(?:[一二三]产业?[、和及])+[一二三]产业?)|三次产业)(?P<head>.*)"
)
# 金融机构存贷款余额分别为
_BANKED = re.compile("(?P<of>.*)存贷款(?P<rest>.*)")
# 煤炭、电力、化工行业增加值
_BRANCH = re.compile("(?<=..)[行产]业$")
_TWO = 2
_COUNTED = re.compile(
    "[两二三四五六七八九十](?:大)?(?:省|市|县|区|州|项|类|者|个|(?:支柱|主导|优势|重点|特色|传统)?(?P<kept>[行产]业))(?P<end>.*)$"
)


def split(text: str, count: int) -> list[str]:
    """Split 出口和进口 or 第一、二产业增加值 into `count` full names; none where it cannot be."""
    text = _IN_A_WHOLE.sub("", text)
    industry = _INDUSTRIES.fullmatch(text)
    if industry:
        numbers = re.findall("[一二三]", industry["which"] or industry["short"] or "一二三")
        named = [f"第{number}产业{industry['head']}" for number in numbers]
        if len(named) == count:
            return named
    if count == _TWO and (both := _BOTH.match(text)):
        rest = text[both.end() :]
        poor = lexicon.pattern("names.of_cities").match(rest)
        return [f"{'城市' if poor else '城镇'}{rest}", f"农村{rest}"]
    if count == _TWO and (banked := _BANKED.fullmatch(text)):
        return [banked["of"] + kind + banked["rest"] for kind in ("存款", "贷款")]
    if counted := _COUNTED.search(text):
        members = re.split("[、和及与]", text[: counted.start()])
        if len(members) == count:
            end = (counted["kept"] or "") + counted["end"]
            return [member if member.endswith(end) else member + end for member in members]
    for joint in _JOINTS:
        parts = [part for part in joint.split(text) if part]
        if len(parts) == count:
            break
    else:
        return []
    if all(phrases.head_of(part) == part for part in parts[1:]):
        # 地方预算收入和支出, 商品房销售面积和销售额: all are of the first one's subject.
        return [parts[0], *(_instead(parts[0], part) for part in parts[1:])]
    scope = _SCOPED.match(parts[0])
    parts[1:] = [
        scope[0] + part if scope and part[:2] != scope[0][:2] else part for part in parts[1:]
    ]
    last = phrases.bare(parts[-1])
    end = _shared_end(parts[:-1], last) + parts[-1][len(last) :]
    return [part if _is_full(part, end) else part + end for part in parts]


def with_measure(names: list[str], after: str) -> list[str]:
    """Return the members with the measure after 分别 (第一、二产业分别实现增加值)."""
    measure = phrases.trimmed(after)
    if not measure or phrases.head_of(measure) != measure:
        return names
    return [name if phrases.head_of(name) else name + measure for name in names]


def _shared_end(parts: Sequence[str], last: str) -> str:
    """Return the words that the last member prints for all (广播、电视综合人口覆盖率)."""
    if all(phrases.is_part(other) for other in parts):
        same = (word for word in lexicon.words("names.parts") if len(word) == len(parts[-1]))
        part = next((word for word in same if last.startswith(word)), "")
        if part:
            return last.removeprefix(part)
    if all(len(part) == 1 for part in parts) and len(last) > _TWO and last[0] not in parts:
        return last[1:]
    if last.endswith("业") and not any(other.endswith("业") for other in parts):
        return "业"
    for start in range(1, len(last)):
        named = [part + last[start:] for part in (*parts, last[:start])]
        if all(name in lexicon.indicators() for name in named[:-1]):
            return last[start:]
        if all(name in lexicon.word_set("names.products") for name in named):
            # 牛、羊肉
            return last[start:]
    rate = lexicon.pattern("names.rate_words", after="$").search(last)
    head = phrases.head_of(last)
    branch = _BRANCH.search(last.removesuffix(head)) if head else None
    return rate[0] if rate else branch[0] + head if branch else head


def _instead(name: str, measure: str) -> str:
    """Return 地方预算支出 for 支出 after 地方预算收入: one measure in place of another."""
    own = name[-len(measure) :]
    head = own if own in lexicon.word_set("names.heads") else phrases.head_of(name)
    return name.removesuffix(head) + measure


def _is_full(part: str, end: str) -> bool:
    """Whether a member needs no end of the last: 化学需氧量 of 化学需氧量、二氧化硫排放量 does."""
    head = phrases.head_of(part)
    rate = part.endswith("率") and end.endswith("率")
    return part.endswith(end) or len(head) > 1 or rate or (bool(head) and len(end) == 1)
