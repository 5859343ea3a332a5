"""Lists that state their names and their numbers apart: 甲、乙分别为1、2."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice, takewhile

from msgspec.structs import replace

from desktop_app.domain.bulletin import Kind
from desktop_app.pipeline.figures import (
    comparing,
    lexicon,
    members,
    naming,
    periods,
    phrases,
    rates,
)
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
from desktop_app.pipeline.figures.levels import goal_in
from desktop_app.pipeline.figures.measuring import measured
from desktop_app.pipeline.figures.numbers import Quantity
from desktop_app.pipeline.figures.statements import Statements

# A list has so many members; longer rows of numbers are none.
_FEWEST, _MOST = 2, 20
# What joins two numbers (和每人每年) is no longer.
_LONGEST_JOINT = 8
_TIME = (
    r"(?:[一二三四]季度|前三季度|[上下]半年|全年|\d{1,2}月份?|1[-—]\d{1,2}月份?|(?:19|20)\d\d年)"
)
_QUARTERS = re.compile("(?P<each>(?:[一二三四]、)+[一二三四])季度")
_TIMES = re.compile(rf"(?P<times>{_TIME}(?:(?:、|和|及){_TIME})+)(?:累计)?[^，。；、]{{0,8}}分别")
_AGAINST = re.compile(rf"[比较](?P<times>{_TIME}(?:(?:、|和|及){_TIME})+)")
# 第一、二、三产业比重由15%、45%、40%调整为…
_FROM_THEM = re.compile(r"(?:分别)?(?:由|从)(?:(?:上年|去年|\d{4}年)[末底]?)?的?$")
_JOINED = re.compile(
    r"\s*(?:、|和|及|以及|与|，)?\s*(?:分别)?\s*(?:每人)?(?:每[年月日天户亩])?|[、和及与]第"
)
_DEALT = re.compile("分别")


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
        return _one_beside_none(text, left, clause.quantities[first], statements)
    said = relation(left, clause.quantities[first])
    group = _group(text, clause.quantities[first : first + _MOST], said)
    if len(group) < _FEWEST:
        return 0
    return (
        comparing.gaps(left, group, statements)
        or _goals_met(left, group, statements)
        or _of_the_year_before(left, group, statements)
        or _dealt_out(left, said, group, statements)
    )


def _dealt_out(left: str, said: Relation, group: list[Quantity], statements: Statements) -> int:
    """Read a list whose names stand in `left` or in the rows before."""
    if group[0].rank or not ("分别" in left or left.strip().startswith("各")):
        return _together(left, said, group, statements)
    if taken := _against_several_times(left, said, group, statements):
        return taken
    if said.says is Says.GAP and not phrases.trimmed(said.subject.replace("分别", "")):
        return _gaps_of_those_before(said, group, statements)
    if times := _times(left, len(group)):
        _each_at_its_time(left, times, said, group, statements)
        return len(group)
    stated = re.sub("分别.*$", "", said.subject)
    names = members.split(phrases.trimmed(stated), len(group))
    names = members.with_measure(names, said.subject.partition("分别")[2])
    if said.says is Says.LEVEL and (
        taken := _parts_of_those_before(stated, group, statements)
        or _arrived_together(left, group, statements)
    ):
        return taken
    if not names and (
        taken := _of_those_before(said, group, statements)
        or _had_by_those_before(stated, group, statements)
    ):
        return taken
    if len(names) != len(group):
        if said.says is not Says.GROWTH:
            return 0
        names = [said.subject] * len(group)
    unsure = len(set(names)) < len(names)
    for name, quantity in zip(names, group, strict=True):
        _member(name, said, quantity, statements)
        # Numbers that are dealt out are of several things: one name for them is no sure one.
        statements.rows[-1].doubtful = statements.rows[-1].doubtful or unsure
    return len(group)


def _one_beside_none(text: str, left: str, only: Quantity, statements: Statements) -> int:
    """Read 分别下降25%和持平: the growth of the row before the last, which did not change."""
    said = relation(left, only)
    if "分别" not in left or said.says is not Says.GROWTH or not _none().match(text, only.end):
        return 0
    rows = [row for row in statements.rows[-2:] if row.sentence == statements.sentence]
    if len(rows) < _FEWEST or any(row.part or row.change for row in rows):
        return 0
    _attach(rows[0], said, only, statements)
    return 1


# 分别为上年的28%和25%, 分别相当于上年同期的91%和88%.
_OF_BEFORE = re.compile("分别(?:是|为|相当于|恢复[到至])(?P<of>(?:上|去|前)年(?:同期)?)的")


@cache
def _none() -> re.Pattern[str]:
    flat = lexicon.alternatives(lexicon.table()["growth"]["flat"])
    return re.compile(rf"\s*(?:、|和|及|与)\s*{flat}")


def _ranks(left: str, group: list[Quantity], statements: Statements) -> int:
    """Read 总量和增速分别居全市第2位和第5位: each is ranked by itself."""
    dealt = _DEALT.search(left)
    names = members.split(phrases.trimmed(left[: dealt.start()]), len(group)) if dealt else []
    if dealt is None or len(names) != len(group):
        return 0
    of = statements.context.name
    for name, quantity in zip(names, group, strict=True):
        statements.context.name = of
        comparing.rank(name + left[dealt.end() :], quantity, statements)
    return len(group)


def _together(left: str, said: Relation, group: list[Quantity], statements: Statements) -> int:
    """Read a list of ranks, or one that deals its numbers out without 分别."""
    if group[0].rank:
        return _ranks(left, group, statements)
    return (
        _arrived_together(left, group, statements)
        or _two_together(said, group, statements)
        or _rates_together(said, group, statements)
        or _began_together(said, group, statements)
        or (_of_those_before(said, group, statements) if _is_share(said) else 0)
    )


def _began_together(said: Relation, group: list[Quantity], statements: Statements) -> int:
    """Read 第一、二、三产业比重由15%、45%、40%, with which the changes of a list begin."""
    began = _FROM_THEM.search(said.subject) if said.says is Says.LEVEL else None
    names = (
        members.split(phrases.trimmed(said.subject[: began.start()]), len(group)) if began else []
    )
    if len(names) != len(group):
        return 0
    for name, quantity in zip(names, group, strict=True):
        _member(name, said, quantity, statements)
    return len(group)


def _arrived_together(left: str, group: list[Quantity], statements: Statements) -> int:
    """Read 由15%、45%、40%调整为14%、46%、40%: each arrives at what began in the same place."""
    if _reached().search(left) is None:
        return 0
    began = list(takewhile(lambda row: row.earlier, _latest(statements)))[::-1]
    if len(began) != len(group):
        return 0
    for row, quantity in zip(began, group, strict=True):
        name = Name(row.indicator, base=row.indicator)
        statements.add(quantity, name, kind_of(name.text, quantity))
    return len(group)


def _parts_of_those_before(stated: str, group: list[Quantity], statements: Statements) -> int:
    """Read 专利申请9件，授权6件，其中发明专利分别为3件和2件 as parts of the rows before."""
    part = phrases.trimmed(stated)
    wholes = _before(len(group), statements, lambda row: not row.part)
    noun = part[-2:]
    among = statements.context.among or "其中" in stated
    if not among or not wholes or not part or "、" in part:
        return 0
    if not all(noun in row.indicator for row in wholes):
        return 0
    for row, quantity in zip(wholes, group, strict=True):
        name = Name(row.indicator.replace(noun, part, 1))
        statements.add(quantity, name, kind_of(name.text, quantity))
    return len(group)


def _of_those_before(said: Relation, group: list[Quantity], statements: Statements) -> int:
    """Deal 分别增长1%和2%, 分别占3%和4%, 分别拉动增长5和6个百分点 out to the rows before."""
    points = said.says is Says.GROWTH and group[0].unit in rates.POINTS

    def is_open(row: Draft) -> bool:
        if points:
            return row.is_rate and not row.change
        return not row.part or said.says is Says.EFFECT

    owners = _before(len(group), statements, is_open)
    if not owners:
        return 0
    for row, quantity in zip(owners, group, strict=True):
        if said.says is Says.GROWTH and quantity.unit not in RATE_UNITS:
            statements.increment(replace(said, subject=row.indicator), quantity)
        elif said.says is Says.GROWTH:
            _attach(row, said, quantity, statements)
        elif said.says is Says.SHARE or (_is_share(said) and quantity.unit == "%"):
            _member(row.indicator, replace(said, says=Says.SHARE), quantity, statements)
        elif said.says is Says.EFFECT:
            _member(effect_of(row.indicator) or row.indicator, said, quantity, statements)
        else:
            return 0
    return len(group)


def _had_by_those_before(stated: str, group: list[Quantity], statements: Statements) -> int:
    """Read 个体工商户12万户，私营企业2万户，注册资本分别为120亿元和560亿元."""
    noun, bases = phrases.trimmed(stated), statements.context.bases[-len(group) :]
    if len(bases) < len(group) or not phrases.is_dependent(noun):
        return 0
    for base, quantity in zip(bases, group, strict=True):
        of = phrases.without_head(base)
        name = Name(measured(phrases.overlapping(of, noun), quantity))
        statements.add(quantity, name, kind_of(name.text, quantity))
    return len(group)


def _goals_met(left: str, group: list[Quantity], statements: Statements) -> int:
    """Read 分别完成年计划的104%和105%: how much of its goal each of those before has done."""
    done = goal_in(left) if all(quantity.unit == "%" for quantity in group) else None
    if done is None:
        return 0
    of = f"{done['goal']}完成率"
    if stated := phrases.trimmed(done["subject"].partition("分别")[0]):
        # 粮食、油料产量分别完成年计划的104%和105%
        return _share_of_each(members.split(stated, len(group)), of, group, statements)
    return _share_of_each(_names_before(group, statements), of, group, statements)


def _of_the_year_before(left: str, group: list[Quantity], statements: Statements) -> int:
    """Read 分别为上年的28%和25%: how much each of those before is of what it was."""
    match = _OF_BEFORE.fullmatch(left.strip(" ，,")) if {q.unit for q in group} == {"%"} else None
    if match is None:
        return 0
    names = _names_before(group, statements)
    return _share_of_each(names, f"相当于{match['of']}比例", group, statements)


def _share_of_each(
    owners: Sequence[str], of: str, group: list[Quantity], statements: Statements
) -> int:
    """Add what share each of `owners` has `of` something; return how many."""
    if len(owners) != len(group):
        return 0
    for owner, quantity in zip(owners, group, strict=True):
        statements.add(quantity, Name(owner + of, base=owner), Kind.SHARE, part=True)
    return len(group)


def _names_before(group: Sequence[Quantity], statements: Statements) -> list[str]:
    """Return the indicators before a list of numbers, one for each; none where they are fewer."""
    return [row.indicator for row in _before(len(group), statements, lambda row: not row.part)]


def _before(count: int, statements: Statements, fits: Callable[[Draft], bool]) -> list[Draft]:
    """Return the last `count` rows of this sentence that fit, in order; none if they are fewer."""
    found = list(islice(filter(fits, _latest(statements)), count))[::-1]
    return found if len(found) == count else []


def _latest(statements: Statements) -> Iterator[Draft]:
    """Return the rows of this sentence, the last one first."""
    return takewhile(lambda row: row.sentence == statements.sentence, reversed(statements.rows))


def _is_share(said: Relation) -> bool:
    """Whether 占比分别为12%、47%和41% says no more than that its numbers are shares."""
    stated = phrases.trimmed(re.sub("分别.*$", "", said.subject))
    return said.says is Says.LEVEL and stated in lexicon.word_set("names.bare_shares")


def _group(text: str, quantities: Sequence[Quantity], said: Relation) -> list[Quantity]:
    """Return the numbers that follow each other with nothing but 、 and 和 between them.

    A rate that goes the other way (分别增长3%、下降2%) is negative.
    """
    group = list(quantities[:1])
    for quantity in quantities[1:]:
        # 分别增长约5%和近8%: a word of approximation joins no less.
        between = text[group[-1].end : quantity.start].removesuffix(quantity.approx)
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
def _reached() -> re.Pattern[str]:
    return re.compile(f"{phrases.turning()}(?:分别)?$")


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
    """Read 广播、电视覆盖率达96%和97%: two rates of two names need no 分别, nor two growths."""
    names = members.split(phrases.trimmed(said.subject), len(group))
    rates_only = said.says is Says.LEVEL and all(name.endswith("率") for name in names)
    grown = said.says is Says.GROWTH and len({quantity.unit for quantity in group}) == 1
    if not names or not (rates_only or grown) or group[0].unit != "%":
        return 0
    for name, quantity in zip(names, group, strict=True):
        _member(name, said, quantity, statements)
    return len(group)


def _gaps_of_those_before(said: Relation, group: list[Quantity], statements: Statements) -> int:
    """Read 甲、乙分别增长9%和6%，高于全省5个和2个百分点, which deals its gaps out unsaid."""
    grown = _before(len(group), statements, lambda row: bool(row.change))
    if not grown:
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


def _against_several_times(
    left: str, said: Relation, group: list[Quantity], statements: Statements
) -> int:
    """Read 增速比一季度、上半年分别回升2.1和1.2个百分点: each against a time of its own."""
    match = _AGAINST.search(left) if said.says is Says.GROWTH else None
    times = re.split("[、和及]", match["times"]) if match else []
    if match is None or len(times) != len(group):
        return 0
    subject = left[: match.start()]
    name = rates.change_name(subject, statements.context, group[0].unit)
    for time, quantity in zip(times, group, strict=True):
        if quantity.unit not in RATE_UNITS:
            against = f"{match[0][0]}{time}"
            one = replace(said, subject=subject, comparison=against, compared_with=time)
            statements.increment(one, quantity)
            continue
        row = statements.add(quantity, name, Kind.CHANGE_RATE)
        row.change, row.change_unit = signed(quantity.value, said.sign), RATE_UNITS[quantity.unit]
        row.change_approx = quantity.approx
        row.compared_with = time
    return len(group)


def _each_at_its_time(
    left: str, times: list[str], said: Relation, group: list[Quantity], statements: Statements
) -> None:
    stated = phrases.trimmed(left.partition(times[0][0])[0])
    kept = statements.time.period
    for time, quantity in zip(times, group, strict=True):
        statements.time.period = periods.stated(time, statements.year) or kept
        if said.says is Says.GROWTH and quantity.unit in RATE_UNITS:
            name = rates.change_name(stated, statements.context, quantity.unit)
            row = statements.add(quantity, name, Kind.CHANGE_RATE)
            _attach(row, said, quantity, statements)
        else:
            name = naming.level_name(stated, "", "", quantity, statements.context)
            statements.add(quantity, name, kind_of(name.text, quantity))
    statements.time.period = kept


def _attach(row: Draft, said: Relation, quantity: Quantity, statements: Statements) -> None:
    row.change = signed(quantity.value, said.sign)
    if not row.is_growth:
        row.change_at = quantity.start, quantity.end
    row.change_unit = RATE_UNITS.get(quantity.unit, quantity.unit)
    row.change_approx = quantity.approx
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
