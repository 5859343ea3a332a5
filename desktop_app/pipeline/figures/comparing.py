"""Numbers that set an indicator against another: gaps to other places, ranks, contributions."""

import re
from functools import cache
from typing import TYPE_CHECKING

from desktop_app.domain.bulletin import Kind
from desktop_app.pipeline.figures import growth, lexicon, phrases
from desktop_app.pipeline.figures.context import Context, Name
from desktop_app.pipeline.figures.growth import Relation, Says
from desktop_app.pipeline.figures.numbers import Quantity

if TYPE_CHECKING:
    from desktop_app.pipeline.figures.draft import Draft
    from desktop_app.pipeline.figures.statements import Statements

_RANKED = re.compile(
    r"(?:的?(?:排名|位次|名次|排位|排)+(?:并列|稳居|位居|位列|跃居|居(?!民)|列|在|为|是)?"
    r"|并列|稳居|位居|名列|位列|跃居|居(?!民)|列)(?P<of>[^，。；]{0,10})第$"
)
# 在全省的位次由上年的第9位 begins with the rank of last year.
_FROM_RANK = re.compile(
    r"(?:的)?(?:综合)?(?:排名|位次|名次|排位)*(?:由|从)(?:(?:上年|去年|\d{4}年)[末底]?)?的?第$"
)
# 拉动8.2个百分点: of what the sentence said to be pulled before.
_PULLS = frozenset({"拉动", "带动"})
_PLACE_AT_END = re.compile("(?:全[国省市州盟县区旗]|同类城市|[^，。；全]{1,6}[省市州盟县区旗])$")


def gap(said: Relation, quantity: Quantity, statements: "Statements") -> None:
    """Add 增速高于全国0.5个百分点, a row of its own: it is no growth."""
    context = statements.context
    subject = measured_subject(said.subject, context)
    if not phrases.trimmed(said.subject) and context.grew:
        subject += "增速"
    row = statements.add(quantity, Name(subject + said.whole), Kind.LEVEL, part=True)
    row.compared_with = said.compared_with
    if not context.name:
        context.name = subject


def measured_subject(text: str, context: Context) -> str:
    """Return what a rank or a gap is of: 增速 and 总量 are those of what was named before."""
    subject = phrases.trimmed(text)
    before = context.name or context.heading
    if not subject or subject in lexicon.word_set("names.totals"):
        return before
    if subject in lexicon.word_set("names.aspects"):
        return before + subject
    return phrases.canonical(subject)


def rank(left: str, quantity: Quantity, statements: "Statements") -> None:
    """Add 居全省第3位, the rank of what was named before."""
    row = _ranked_before(statements)
    if row is not None and _arrived().search(left):
        statements.add(quantity, Name(row.indicator), Kind.RANK, part=True)
        return
    left = _FROM_RANK.sub("排名第", left)
    match = _RANKED.search(left)
    before, of = (left[: match.start()], match["of"]) if match else ("", "")
    before = re.sub("在(?=全[国省市州盟县区旗]$)", "", before)
    place = _PLACE_AT_END.search(before)
    if place and not of:
        before, of = before[: place.start()], place[0]
    subject = measured_subject(before, statements.context)
    name = Name(f"{subject}{of}排名", base=subject)
    statements.add(quantity, name, Kind.RANK, part=True)


@cache
def _arrived() -> re.Pattern[str]:
    return re.compile(f"{phrases.turning()}(?:全[国省市州盟县区旗])?第$")


@cache
def _moved() -> re.Pattern[str]:
    table = lexicon.table()["ranks"]
    sure, other = (
        lexicon.alternatives((*table[first], *table[second]))
        for first, second in (("forward", "back"), ("up", "down"))
    )
    return re.compile(f"(?:(?P<sure>{sure})|(?P<other>{other}))(?:了)?$")


def moved(left: str, right: str, quantity: Quantity, statements: "Statements") -> bool:
    """Read 比上年前移2位, 位次下降3个位次: how far a rank moved, which the rank's row is told.

    前移 is said of ranks alone, 上升 where a rank was stated or is named.
    """
    table = lexicon.table()["ranks"]
    places = lexicon.pattern("ranks.names").match(right)
    match = _moved().search(left.rstrip())
    if match is None or quantity.unit not in (*table["units"], *(["个"] if places else [])):
        return False
    before, comparison, compared, _ = growth.comparison_of(left[: match.start()])
    subject = phrases.trimmed(before)
    row = _ranked_before(statements)
    named = subject.endswith(tuple(table["names"]))
    if not (match["sure"] or row or named or places):
        return False
    way = match["sure"] or match["other"]
    said = Relation(Says.GROWTH, subject, compared_with=compared, comparison=comparison)
    if row is not None and not row.change and subject in ("", *table["names"]):
        falling = way in (*table["back"], *table["down"])
        row.change = growth.signed(quantity.value, -1 if falling else 1)
        row.change_unit = table["unit"]
        row.change_at = quantity.start, quantity.end
    else:
        subject = measured_subject(before, statements.context)
        subject += "" if subject.endswith(tuple(table["names"])) else "排名"
        name = Name(f"{subject}{comparison}{way}位数", base=subject)
        row = statements.add(quantity, name, Kind.COUNT, part=True)
    row.compared_with = statements.compared_with(said)
    return True


def _ranked_before(statements: "Statements") -> "Draft | None":
    """Return the rank that the sentence stated last."""
    row = statements.rows[-1] if statements.rows else None
    ranked = row is not None and row.kind is Kind.RANK and row.sentence == statements.sentence
    return row if ranked else None


def effect(said: Relation, quantity: Quantity, statements: "Statements") -> None:
    """Add 拉动经济增长0.8个百分点 and 贡献率, of what was named last where none is named."""
    context = statements.context
    own = phrases.trimmed(said.subject)
    before = context.name or context.heading
    product = phrases.head_of(before) == "增加值"
    subject = own or (phrases.without_head(before) if product else before)
    again = not said.whole.startswith("对") and "贡献率" in said.whole
    if (again or said.whole in _PULLS) and context.effect:
        whole = context.effect
    else:
        whole = context.effect = said.whole
    if own:
        context.name = context.base = own
    statements.add(quantity, Name(subject + whole), Kind.SHARE, part=True)
