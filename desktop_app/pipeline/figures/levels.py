"""Numbers that are no growth: a level of its own, one said in other money, a goal that was met."""

import re
from functools import cache
from typing import TYPE_CHECKING

from desktop_app.domain.bulletin import Kind
from desktop_app.pipeline.figures import growth, lexicon, naming, periods, phrases, rates, spans
from desktop_app.pipeline.figures.context import Name
from desktop_app.pipeline.figures.kinds import kind_of
from desktop_app.pipeline.figures.numbers import Quantity, chinese_value
from desktop_app.system import resources

if TYPE_CHECKING:
    from desktop_app.pipeline.figures.statements import Statements

_HAN = re.compile("[\u4e00-\u9fff]")
_SET = re.compile(r"[“]?(?P<count>[两二三四五六七八九])个$")
_RATIO_NAME = re.compile("比|结构|构成|男女")
# 约合5565美元, 按年均汇率折算为4658美元: the same thing in other money.
_CONVERTED = re.compile(
    "(?:折合|折算|约合|合|折|按[^，。；]{2,14}(?:汇率|折算率?)(?:计算|折算|折合)?)(?:成|为|达|约|超过|突破|近)*(?:人民币|美元)?$"
)
_JOINTS = frozenset({"、", "，", "和", "及", "与"})
_TO = frozenset({"到", "至"})
_SHARE_ALONE = re.compile("(?P<subject>.*?)(?:所占)?的?(?:比重|占比)(?:分别)?(?:为|是|达到?|约)*")
_TIMES = re.compile(r"(?P<subject>.*?)(?:是|为|相当于|恢复[到至])(?P<of>[^，。；]{2,12})的$")
_RATIO_TO = re.compile("\\s*(?P<to>[与同][^，。；]{2,16}(?:之比|的比[例值率]))(?:为|达到?)?")
# 城镇化率比上年的45.2%提高: last year's value of the same, or that of 2010年.
_FROM_BEFORE = re.compile(
    "[比较](?P<when>(?:(?P<last>上年|去年|上一年)|(?:19|20)\\d\\d年)(?P<end>末|底)?)的$"
)
# 有85%的村通了公路: the rate is of those of which something is said.
_OF_THOSE = re.compile(
    "的(?P<those>[^，。；的]{1,12}?)(?P<what>(?:为|达到?|通|实现|具备|拥有|属)[^，。；]{2,20})"
)


@cache
def _done() -> re.Pattern[str]:
    goals = lexicon.choice("names.goals")
    return re.compile(
        "(?P<subject>[^，]*?)(?:超额)?(?:完成了?|占|为|是|达到?)"
        f"(?P<goal>[^，。；、的]{{0,8}}?{goals}(?:任务|数|目标)?)的?(?:比重|比例)?(?:为|达到?)?"
    )


def goal_in(left: str) -> re.Match[str] | None:
    """Return what words before a percentage say of a goal: 完成 | 全年计划 | 的."""
    return _done().fullmatch(left)


def goal_met(left: str, quantity: Quantity, statements: "Statements") -> bool:
    """Read 完成全年计划的102.3% and 占任务的110%: how much of a goal was done."""
    done = goal_in(left) if quantity.unit == "%" else None
    subject = (phrases.trimmed(done["subject"]) or statements.context.name) if done else ""
    if done is None or not subject:
        return False
    name = Name(f"{subject}{done['goal']}完成率", base=subject)
    statements.add(quantity, name, Kind.SHARE, part=True)
    return True


def level(left: str, right: str, rest: str, quantity: Quantity, statements: "Statements") -> None:
    """Read a number by the words before it, up to the next number, and in all its clause."""
    context = statements.context
    each = _set_of_rates(left, quantity)
    if each:
        for rate in each:
            statements.add(quantity, Name(rate, base=rate), Kind.SHARE)
        return
    if _completes_growth(left, right, quantity, statements):
        return
    if quantity.unit == "%" and "连续" in left:
        return
    if quantity.unit in {"%", "‰"} and _is_a_share(left, right, quantity, statements):
        return
    converted = _CONVERTED.search(left) if context.name else None
    if converted and not phrases.trimmed(left[: converted.start()]):
        statements.add(quantity, Name(context.name), kind_of(context.name, quantity))
        return
    if compared := _compared(left, quantity, statements):
        statements.add(quantity, compared, kind_of(compared.text, quantity), part=True)
        return
    left = "" if left.strip() in _TO else left
    before = _FROM_BEFORE.search(left)
    if before:
        left = left[: before.start()]
        end = "末" if before["end"] else ""
        statements.since = f"上年{end}" if before["last"] else before["when"]
    context.began = statements.time.earlier
    context.unsure = False
    name = naming.level_name(left, right, rest, quantity, context)
    if not name.text or not is_figure(name.text, quantity):
        return
    row = statements.add(quantity, name, kind_of(name.text, quantity))
    row.basis = growth.basis_in(left)
    row.doubtful = row.doubtful or context.unsure or _says_too_little(name.text, left, statements)
    context.take(name, quantity)


def _says_too_little(name: str, left: str, statements: "Statements") -> bool:
    """Whether a level may be none: points, a rate that goes on after growth, 收入 of nobody."""
    row, *before = statements.rows[::-1][:2]
    if row.quantity.unit in rates.POINTS:
        return True
    grown = bool(before) and (before[0].is_growth or bool(before[0].change))
    if name.endswith("业") and row.quantity.unit.endswith("元"):
        # 到位外资1.8亿美元，其中制造业1.2亿美元: the part of an industry has no measure.
        return True
    if before and before[0].indicator == name and row.is_rate and not before[0].is_rate:
        # 增长4,2%: no per cent is of a level that nothing else names.
        return True
    goes_on = statements.context.chained and left.strip() in _JOINTS
    return (goes_on and grown and row.quantity.unit == "%") or name in lexicon.word_set(
        "names.of_anything"
    )


def _is_a_share(left: str, right: str, quantity: Quantity, statements: "Statements") -> bool:
    """Read a percentage that is a share or a rate of what was said, though its words do not."""
    name = _share_goes_on(left, statements) or _of_those(left, right)
    name = name or _to_another(left, statements) or _of_a_goal(left, right, statements)
    if name is None:
        return False
    statements.add(quantity, name, Kind.SHARE, part=True)
    return True


def _share_goes_on(left: str, statements: "Statements") -> Name | None:
    """Name 第二产业比重为38.9% after 第一产业占生产总值比重 as a share of the same whole."""
    context = statements.context
    match = _SHARE_ALONE.fullmatch(left) if context.shared else None
    subject = phrases.trimmed(match["subject"]) if match else ""
    if not subject or phrases.is_whole(phrases.trimmed(left)):
        return None
    return rates.share_name(subject, context.shared, context)


def _of_a_goal(left: str, right: str, statements: "Statements") -> Name | None:
    """Name 超额完成20%的目标 as the goal of what was said before."""
    goals = lexicon.pattern("names.goals", before="的(?:年度|预期|规划)?").match(right)
    context = statements.context
    bare = phrases.trimmed(left).removeprefix("超额").removesuffix("完成")
    return (
        Name(context.name + "目标", base=context.base)
        if goals and context.name and not bare
        else None
    )


def _to_another(left: str, statements: "Statements") -> Name | None:
    """Name 与生产总值之比为2.4% as the ratio of what was said before to another thing."""
    match = _RATIO_TO.fullmatch(phrases.without_marks(left))
    context = statements.context
    return Name(context.name + match["to"], base=context.base) if match and context.name else None


def _of_those(left: str, right: str) -> Name | None:
    """Name 有85%的村通了公路 as the share of such villages."""
    match = _OF_THOSE.match(right) if left.rstrip("约近").endswith("有") else None
    if match is None:
        return None
    name = f"{match['what'].lstrip('为')}的{match['those']}占比"
    return Name(name, base=match["those"])


def _compared(left: str, quantity: Quantity, statements: "Statements") -> Name | None:
    """Name 是上年的2.3倍 and 相当于全国平均水平的95%."""
    match = _TIMES.fullmatch(left) if quantity.unit in {"倍", "%"} else None
    if match is None:
        return None
    subject = phrases.trimmed(match["subject"]) or statements.context.name
    of = phrases.without_marks(match["of"])
    return Name(f"{subject}相当于{of}{'倍数' if quantity.unit == '倍' else '比例'}", base=subject)


def _set_of_rates(left: str, quantity: Quantity) -> list[str]:
    """甲率、乙率、丙率“三个百分百” gives each its hundred."""
    match = _SET.search(left) if quantity.unit == "%" and quantity.chinese else None
    if match is None:
        return []
    parts = phrases.trimmed(left[: match.start()]).split("、")
    return parts[-(chinese_value(match["count"]) or 1) :]


def _completes_growth(left: str, right: str, quantity: Quantity, statements: "Statements") -> bool:
    """增长5%，达到100亿元: the level of a growth that was stated first."""
    row = statements.rows[-1] if statements.rows else None
    if row is None or not row.is_growth or row.sentence != statements.sentence or row.part:
        return False
    if phrases.trimmed(left) or _HAN.match(right) or quantity.unit == "%":
        return False
    if (
        statements.time.printed
        and row.period != statements.time.period
        and spans.is_span(row.period)
    ):
        # “十三五”期间投资年均增长8%，2020年达到80亿元: the level is of another time.
        return False
    row.change_at = row.quantity.start, row.quantity.end
    if spans.is_span(row.period):
        rate = quantity.unit == "‰"
        row.period = periods.reached(row.period, row.indicator, statements.year, rate=rate)
    row.quantity, row.merged = quantity, True
    row.kind = kind_of(row.indicator, quantity)
    return True


def is_figure(name: str, quantity: Quantity) -> bool:
    """Whether a number so named is a figure: bare numbers and durations need a fit name."""
    if quantity.ratio:
        return quantity.value.count(":") > 1 or bool(_RATIO_NAME.search(name))
    if not quantity.unit:
        return name.endswith(lexicon.words("names.unitless"))
    if resources.units().dimension(quantity.unit) in {"time", "years", "age"}:
        return name.endswith(lexicon.words("names.durations"))
    return True
