"""Lists that state their names and their numbers apart: 甲、乙分别为1、2."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from msgspec.structs import replace

from desktop_app.domain.bulletin import Kind
from desktop_app.pipeline.figures import lexicon, naming, periods, phrases, rates
from desktop_app.pipeline.figures.clauses import Clause
from desktop_app.pipeline.figures.context import Name
from desktop_app.pipeline.figures.draft import Draft
from desktop_app.pipeline.figures.growth import (
    RATE_UNITS,
    Relation,
    Says,
    effect_of,
    growth_words,
    relation,
    signed,
)
from desktop_app.pipeline.figures.kinds import kind_of
from desktop_app.pipeline.figures.quantities import Quantity
from desktop_app.pipeline.figures.statements import Statements

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
_COUNTED = re.compile("[两二三四五六七八九十](?:大)?(?:省|市|县|区|州|项|类|者|个)(?P<end>.*)$")
# A list has so many members; longer rows of numbers are none.
_FEWEST, _MOST = 2, 20
# What joins two numbers (和每人每年) is no longer.
_LONGEST_JOINT = 8
_TIME = (
    r"(?:[一二三四]季度|前三季度|[上下]半年|全年|\d{1,2}月份?|1[-—]\d{1,2}月份?|(?:19|20)\d\d年)"
)
_QUARTERS = re.compile("(?P<each>(?:[一二三四]、)+[一二三四])季度")
_TIMES = re.compile(rf"(?P<times>{_TIME}(?:(?:、|和|及){_TIME})+)(?:累计)?[^，。；、]{{0,8}}分别")
_JOINED = re.compile(r"\s*(?:、|和|及|以及|与|，)?\s*(?:分别)?\s*(?:每人)?(?:每[年月日天户亩])?")


def members_of(text: str, clause: Clause, pending: str) -> str:
    """Return the verb and thing of 下沉服务事项，街道10项、社区20项, whose parts follow."""
    act = phrases.action(phrases.trimmed(pending))
    units = {quantity.unit for quantity in clause.quantities}
    if act is None or not act.thing or len(clause.quantities) < 2 or len(units) > 1:
        return ""
    at = clause.start
    for quantity in clause.quantities:
        part = phrases.trimmed(text[at : quantity.start])
        if not 0 < len(part) <= 4 or phrases.final_action(part):
            return ""
        at = quantity.end
    return f"{act.adverb}{act.verb}|{act.thing}"


def respectively(text: str, left: str, clause: Clause, first: int, statements: Statements) -> int:
    """Read 甲、乙分别为1、2 and 分别增长1%、2%; return how many numbers it took."""
    following = clause.quantities[first + 1 : first + 2]
    if not following or following[0].start - clause.quantities[first].end > _LONGEST_JOINT:
        return 0
    said = relation(left, clause.quantities[first])
    group = _group(text, clause.quantities[first : first + _MOST], said)
    if len(group) < _FEWEST:
        return 0
    if "分别" not in left:
        return _two_together(said, group, statements) or _rates_together(said, group, statements)
    if times := _times(left, len(group)):
        _each_at_its_time(times, said, group, statements)
        return len(group)
    stated = re.sub("分别.*$", "", said.subject)
    names = _beside(left) or _members(phrases.trimmed(stated), len(group))
    names = _with_measure(names, said.subject.partition("分别")[2])
    if said.says is Says.LEVEL and (taken := _parts_of_those_before(stated, group, statements)):
        return taken
    if not names and (taken := _of_those_before(said, group, statements)):
        return taken
    if len(names) != len(group):
        if said.says is not Says.GROWTH:
            return 0
        names = [said.subject] * len(group)
    for name, quantity in zip(names, group, strict=True):
        _member(name, said, quantity, statements)
    return len(group)


def _parts_of_those_before(stated: str, group: list[Quantity], statements: Statements) -> int:
    """Read 专利申请9件，授权6件，其中发明专利分别为3件和2件 as parts of the rows before."""
    part = phrases.trimmed(stated)
    rows = takewhile(lambda row: row.sentence == statements.sentence, reversed(statements.rows))
    wholes = [row for row in rows if not row.part][: len(group)][::-1]
    noun = part[-2:]
    among = statements.context.among or "其中" in stated
    if not among or len(wholes) < len(group) or not part or "、" in part:
        return 0
    if not all(noun in row.indicator for row in wholes):
        return 0
    for row, quantity in zip(wholes, group, strict=True):
        name = Name(row.indicator.replace(noun, part, 1))
        statements.add(quantity, name, kind_of(name.text, quantity))
    return len(group)


def _of_those_before(said: Relation, group: list[Quantity], statements: Statements) -> int:
    """Deal 分别增长1%和2%, 分别占3%和4%, 分别拉动增长5和6个百分点 out to the rows before."""
    rows = takewhile(lambda row: row.sentence == statements.sentence, reversed(statements.rows))
    open_rows = [row for row in rows if not row.part or said.says is Says.EFFECT][::-1]
    owners = open_rows[-len(group) :]
    if len(owners) < len(group):
        return 0
    for row, quantity in zip(owners, group, strict=True):
        if said.says is Says.GROWTH:
            _attach(row, said, quantity, statements)
        elif said.says is Says.SHARE:
            _member(row.indicator, said, quantity, statements)
        elif said.says is Says.EFFECT:
            _member(effect_of(row.indicator) or row.indicator, said, quantity, statements)
        else:
            return 0
    return len(group)


def _group(text: str, quantities: Sequence[Quantity], said: Relation) -> list[Quantity]:
    """Return the numbers that follow each other with nothing but 、 and 和 between them.

    A rate that goes the other way (分别增长3%、下降2%) is negative.
    """
    group = list(quantities[:1])
    for quantity in quantities[1:]:
        between = text[group[-1].end : quantity.start]
        way = _ways().fullmatch(between) if said.says is Says.GROWTH else None
        if way:
            falling = way["way"] in growth_words("down")
            value = signed(quantity.value, -1 if falling == (said.sign > 0) else 1)
            group.append(replace(quantity, value=value))
        elif _JOINED.fullmatch(between):
            group.append(quantity)
        else:
            break
    return group


@cache
def _ways() -> re.Pattern[str]:
    table = lexicon.table()["growth"]
    words = lexicon.alternatives((*table["up"], *table["down"]))
    return re.compile(rf"\s*(?:、|和|及|与)\s*(?P<way>{words})\s*")


def _two_together(said: Relation, group: list[Quantity], statements: Statements) -> int:
    """Read 来访86批238人次，同比下降12%和9.6%, which deals its rates out without saying so."""
    if said.says is Says.GAP and not phrases.trimmed(said.subject):
        return _gaps_of_those_before(said, group, statements)
    rates_only = all(quantity.unit in RATE_UNITS for quantity in group)
    if said.says is not Says.GROWTH or phrases.trimmed(said.subject) or not rates_only:
        return 0
    open_levels = []
    for row in reversed(statements.rows):
        if row.sentence != statements.sentence or row.is_growth or row.part or row.change:
            break
        open_levels.append(row)
    if len(open_levels) != len(group):
        return 0
    for row, quantity in zip(reversed(open_levels), group, strict=True):
        _attach(row, said, quantity, statements)
    return len(group)


def _rates_together(said: Relation, group: list[Quantity], statements: Statements) -> int:
    """Read 广播、电视覆盖率达96%和97%: two rates of two names need no 分别."""
    names = _members(phrases.trimmed(said.subject), len(group))
    rates_only = all(name.endswith("率") for name in names)
    if said.says is not Says.LEVEL or not names or not rates_only or group[0].unit != "%":
        return 0
    for name, quantity in zip(names, group, strict=True):
        _member(name, said, quantity, statements)
    return len(group)


def _gaps_of_those_before(said: Relation, group: list[Quantity], statements: Statements) -> int:
    """Read 甲、乙分别增长9%和6%，高于全省5个和2个百分点, which deals its gaps out unsaid."""
    rows = takewhile(lambda row: row.sentence == statements.sentence, reversed(statements.rows))
    grown = [row for row in rows if row.change][: len(group)][::-1]
    if len(grown) < len(group):
        return 0
    for row, quantity in zip(grown, group, strict=True):
        name = Name(f"{row.indicator}增速{said.whole}")
        gap = statements.add(quantity, name, Kind.LEVEL, part=True)
        gap.compared_with = said.compared_with
    return len(group)


def _times(left: str, count: int) -> list[str]:
    """Return the `count` times that 一季度、上半年累计增速分别为 lists, or none."""
    left = _QUARTERS.sub(lambda found: found["each"].replace("、", "季度、") + "季度", left)
    match = _TIMES.search(left)
    times = [time for time in re.split("[、和及]", match["times"]) if time] if match else []
    return times if len(times) == count else []


def _each_at_its_time(
    times: list[str], said: Relation, group: list[Quantity], statements: Statements
) -> None:
    kept = statements.period
    for time, quantity in zip(times, group, strict=True):
        statements.period = periods.stated(time, statements.year) or kept
        if said.says is Says.GROWTH and quantity.unit in RATE_UNITS:
            name = Name(statements.context.name or statements.context.heading)
            row = statements.add(quantity, name, Kind.CHANGE_RATE)
            _attach(row, said, quantity, statements)
        else:
            name = naming.level_name("", "", "", quantity, statements.context)
            statements.add(quantity, name, kind_of(name.text, quantity))
    statements.period = kept


def _attach(row: Draft, said: Relation, quantity: Quantity, statements: Statements) -> None:
    row.change = signed(quantity.value, said.sign)
    if not row.is_growth:
        row.change_at = quantity.start, quantity.end
    row.change_unit = RATE_UNITS.get(quantity.unit, quantity.unit)
    row.compared_with = statements.compared_with(said)
    row.basis = said.basis or statements.basis
    row.basis_lasts = statements.basis_lasts


def _member(subject: str, said: Relation, quantity: Quantity, statements: Statements) -> None:
    if said.says is Says.GROWTH and quantity.unit in RATE_UNITS:
        row = statements.add(
            quantity, rates.change_name(subject, statements.context), Kind.CHANGE_RATE
        )
        _attach(row, said, quantity, statements)
    elif said.says is Says.SHARE:
        name = rates.share_name(subject, said.whole, statements.context)
        statements.add(quantity, name, Kind.SHARE, part=True)
    elif said.says is Says.EFFECT:
        name = Name(phrases.trimmed(subject) + said.whole)
        statements.add(quantity, name, Kind.SHARE, part=True)
    elif said.says is Says.GROWTH:
        statements.increment(replace(said, subject=subject), quantity)
    else:
        # The members of one list share what they print, not what stood before it.
        statements.context.head = ""
        name = naming.level_name(subject, "", "", quantity, statements.context)
        statements.add(quantity, name, kind_of(name.text, quantity))
        statements.context.take(name, quantity)


def _with_measure(names: list[str], after: str) -> list[str]:
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
    if last.endswith("业") and not any(other.endswith("业") for other in parts):
        return "业"
    for start in range(1, len(last)):
        if all(part + last[start:] in lexicon.indicators() for part in parts):
            return last[start:]
    rate = lexicon.pattern("names.rate_words", after="$").search(last)
    return rate[0] if rate else phrases.head_of(last)


def _beside(left: str) -> list[str]:
    """Split 增速分别高于全国、全省 into what each number is."""
    words = lexicon.choice("names.beside")
    match = re.search(f"^(?P<subject>.*)分别(?P<word>{words})(?P<others>.+)$", left)
    if match is None:
        return []
    start = phrases.trimmed(match["subject"]) + match["word"]
    return [start + other for other in re.split("[、和与及]", match["others"])]


def _members(text: str, count: int) -> list[str]:
    """Split 出口和进口 or 第一、二产业增加值 into `count` full names; none where it cannot be."""
    text = _IN_A_WHOLE.sub("", text)
    industry = re.fullmatch("(?:(?:第?[一二三][、和]?)+|三次)产业(?P<head>.*)", text)
    if industry:
        stated = "一二三" if text.startswith("三次") else text.partition("产业")[0]
        numbers = re.findall("[一二三]", stated)
        named = [f"第{number}产业{industry['head']}" for number in numbers]
        if len(named) == count:
            return named
    if counted := _COUNTED.search(text):
        members = re.split("[、和及与]", text[: counted.start()])
        if len(members) == count:
            return [member + counted["end"] for member in members]
    for joint in _JOINTS:
        parts = [part for part in joint.split(text) if part]
        if len(parts) == count:
            break
    else:
        return []
    scope = _SCOPED.match(parts[0])
    parts[1:] = [
        scope[0] + part if scope and part[:2] != scope[0][:2] else part for part in parts[1:]
    ]
    last = phrases.bare(parts[-1])
    end = _shared_end(parts[:-1], last) + parts[-1][len(last) :]
    return [part if _is_full(part, end) else part + end for part in parts]


def _is_full(part: str, end: str) -> bool:
    """Whether a member needs no end of the last: 化学需氧量 of 化学需氧量、二氧化硫排放量 does."""
    head = phrases.head_of(part)
    rate = part.endswith("率") and end.endswith("率")
    return part.endswith(end) or len(head) > 1 or rate or (bool(head) and len(end) == 1)
