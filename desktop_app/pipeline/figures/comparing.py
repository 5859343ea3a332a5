"""Numbers that set an indicator against another: gaps to other places, ranks, contributions."""

import re
from collections.abc import Sequence
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
    before, _, behind = said.whole.partition(said.compared_with)
    context.gap = subject + before, behind
    if not context.name:
        context.name = subject


def gap_goes_on(left: str, quantity: Quantity, statements: "Statements") -> bool:
    """Read 高于全市2个百分点、全省1个百分点: the gap to another place lies the same way."""
    start, end = statements.context.gap
    place = (
        _place_alone().fullmatch(left.strip()) if start and quantity.unit == "个百分点" else None
    )
    if place is None or not statements.context.chained:
        return False
    row = statements.add(quantity, Name(start + place["of"] + end), Kind.LEVEL, part=True)
    row.compared_with = place["of"]
    return True


@cache
def _place_alone() -> re.Pattern[str]:
    places, levels = lexicon.choice("regions.words"), lexicon.choice("names.mean_levels")
    return re.compile(rf"[、和与及]\s*(?P<of>{places}{levels}?)")


def gaps(left: str, group: Sequence[Quantity], statements: "Statements") -> int:
    """Read 增速分别高于全国、全省0.5和0.3个百分点: a gap to each of them; return how many."""
    match = _beside_several().fullmatch(left.strip())
    if match is None or any(quantity.unit != "个百分点" for quantity in group):
        return 0
    others = re.split("[、和与及]", match["others"] or match["than_others"])
    if len(others) != len(group):
        return 0
    shared = lexicon.pattern("names.mean_levels", after="$").search(others[-1])
    for other, quantity in zip(others, group, strict=True):
        of = other if shared is None or other.endswith(shared[0]) else other + shared[0]
        said = match["above"] + of if match["above"] else f"{match['than']}{of}{match['way']}"
        gap(
            Relation(Says.GAP, match["subject"], compared_with=of, whole=said),
            quantity,
            statements,
        )
    return len(group)


@cache
def _beside_several() -> re.Pattern[str]:
    words, places = lexicon.choice("names.beside"), lexicon.choice("names.compared_places")
    several = f"{places}[^，。；]*?[、和与及][^，。；]+?"
    return re.compile(
        rf"(?P<subject>.*?)(?:分别)?(?:(?P<above>{words})(?P<others>{several})"
        rf"|(?P<than>[比较])(?P<than_others>{several})(?:分别)?(?P<way>高出?|低|快|慢))"
    )


def measured_subject(text: str, context: Context) -> str:
    """Return what a rank or a gap is of: 增速 and 总量 are those of what was named before."""
    subject = phrases.trimmed(text)
    before = context.name or context.heading
    if not subject or subject in lexicon.word_set("names.totals"):
        return before
    if subject in lexicon.word_set("names.aspects"):
        if before.endswith(subject):
            return before
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
    ranked = statements.add(quantity, name, Kind.RANK, part=True)
    ranked.doubtful = ranked.doubtful or not subject  # 两项指标均居全省第3位: whose?


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
