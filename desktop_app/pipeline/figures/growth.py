"""What a number says about the one before it: growth, a share, or a level of its own."""

import re
from enum import Enum, auto
from functools import cache

from msgspec import Struct

from desktop_app.pipeline.figures import lexicon
from desktop_app.pipeline.figures.numbers import Quantity

RATE_UNITS = {
    "%": "%",
    "个百分点": "百分点",
    "个千分点": "千分点",
    "倍": "倍",
    "‰": "千分点",
    "点": "点",
    "个基点": "点",
}


class Says(Enum):
    """What the words before a number make of it."""

    LEVEL = auto()
    GROWTH = auto()
    SHARE = auto()
    EFFECT = auto()
    GAP = auto()


class Relation(Struct, frozen=True):
    """How a number is meant.

    `subject`: what stands before the words that say so. `sign` of a growth is 1 or -1. `verb` is
    the printed growth word. `whole` is what a share is a share of, what a rate contributes to, or
    what a level is compared with (高于全国平均水平). A growth may be the `mean` of several years,
    or of things or years (`averaged`: 平均), or `real`, prices apart (实际增长).
    """

    says: Says
    subject: str
    sign: int = 1
    verb: str = ""
    compared_with: str = ""
    comparison: str = ""
    basis: str = ""
    whole: str = ""
    mean: bool = False
    averaged: bool = False
    real: bool = False


_SHARE = re.compile(
    r"(?P<subject>.*?)(?:分别)?(?<![侵抢独强霸])占(?!比[^重例]|比$|地(?!区)|用|有量)(?P<whole>[^占]{0,30}?)(?:的)?(?:比重|比例|份额|比)?(?:的)?"
    r"(?:分别)?(?:为|达到|达|约|近|超过|的|是|升至|提高到|上升到)*$"
)
# 占生产总值比重由2018年的1.5%提高到2.0%
_SHARE_BEGAN = re.compile(
    r"(?P<share>.*占[^占，]*(?:比重|比例|份额|比))(?:已经?)?(?:由|从)[^，占]{0,14}$"
)
_EFFECT = re.compile(
    r"(?P<subject>.*?)(?P<effect>(?:拉动|带动|影响)[^，]{1,24}?(?:增长|上涨|下降|增加|提高)|(?<=.)(?:拉动|带动)$|^(?:拉动|带动)$|(?:对[^，]{1,24}?|的)?贡献率)(?:为|达到|达|约)*$"
)
# 比 and 较 open a comparison; 与 and 同 only where a time follows or 相比 (文化与传媒支出).
_GENERIC = re.compile(
    r"(?:(?:比(?![重例率值较])|较(?![为大快高多]))(?P<other>[^比较（()）]{1,14}?)(?:相比)?"
    r"|(?<![下合共相等异协会])(?:与|同)(?P<time>[^与同（()）]{0,10}?(?:年|月|季度?|期|年初|末|底|水平))(?:相比)?"
    r"|(?<![下合共相等异协会])(?:与|同)(?P<thing>[^与同（()）]{1,14}?)相比)$"
)


# 上年平均 and 常年平均 are what is compared with, no growth a year.
_BASE_YEARS = "(?<![上去常历往多])"


@cache
def _growth() -> re.Pattern[str]:
    growth = lexicon.table()["growth"]
    strong = [word for word in (*growth["up"], *growth["down"]) if word not in growth["weak"]]
    nouns = lexicon.alternatives((*growth["up_nouns"], *growth["down_nouns"]))
    before = lexicon.alternatives(lexicon.words("approximation.before"))
    return re.compile(
        rf"(?P<adverbs>{_adverb()}*)"
        rf"(?:(?<!自然)(?P<noun>{nouns})(?:为|达到|达|是|分别为|分别达到|分别达|：|:)?"
        rf"|(?P<strong>{lexicon.alternatives(strong)})|(?P<weak>{lexicon.alternatives(growth['weak'])}))"
        rf"(?:了|的)?(?:(?:均|都)?(?:保持|稳定)?在|均|都)?{before}?$"
    )


@cache
def growth_words(name: str) -> frozenset[str]:
    """Return one of the lists of words about growth."""
    return frozenset(lexicon.table()["growth"][name])


@cache
def _adverb() -> str:
    return f"(?:{lexicon.choice('growth.adverbs')}|{_BASE_YEARS}年平均)"


@cache
def _adverb_at_end() -> re.Pattern[str]:
    return re.compile(f"{_adverb()}$")


@cache
def _mean() -> re.Pattern[str]:
    return lexicon.pattern("growth.mean", before=_BASE_YEARS)


@cache
def _gap() -> re.Pattern[str]:
    """高于全国平均水平, 比全省高: how far a rate is from another place's."""
    words = lexicon.choice("names.beside")
    places = lexicon.choice("names.compared_places")
    return re.compile(
        rf"(?P<subject>.*?)(?:(?P<above>{words}(?P<o1>[^，。；]{{1,16}}?))"
        rf"|(?P<than>[比较])(?P<o2>[^，。；]{{0,4}}{places}[^，。；]{{0,8}}?)(?P<way>高出?|低|快|慢))"
    )


def effect_of(name: str) -> str:
    """Return whose contribution a name is of (工业对经济增长的贡献率: 工业), or nothing."""
    match = _EFFECT.fullmatch(name)
    return match["subject"] if match else ""


def relation(left: str, quantity: Quantity) -> Relation:
    """Return what the text before `quantity`, up to the last mark or number, makes of it."""
    left = left.strip()
    effect = _EFFECT.fullmatch(left) if quantity.unit in {"%", "个百分点"} else None
    if effect:
        return Relation(Says.EFFECT, effect["subject"], whole=effect["effect"])
    gap = _gap().fullmatch(left) if quantity.unit == "个百分点" else None
    if gap:
        other = gap["o1"] or gap["o2"]
        said = gap["above"] or f"{gap['than']}{other}{gap['way']}"
        return Relation(Says.GAP, gap["subject"], compared_with=other, whole=said)
    found = _find_growth(left) or _signed_growth(left, quantity)
    if found is not None:
        return found
    began = _SHARE_BEGAN.fullmatch(left)
    stated = began["share"] if began else left
    share = _SHARE.fullmatch(stated) if quantity.unit in {"%", "‰"} else None
    if share:
        return Relation(Says.SHARE, share["subject"], whole=share["whole"])
    return Relation(Says.LEVEL, left)


def _find_growth(left: str) -> Relation | None:
    match = _growth().search(left)
    if match is None:
        return None
    at = match.start()
    if lexicon.inside_kept_word(left, at, match.end("adverbs")):
        at = match.end("adverbs")
    subject, comparison, compared, basis = comparison_of(left[:at])
    verb = match["noun"] or match["strong"] or match["weak"]
    alone = not left[:at].strip(" ，,、") and match["weak"] in growth_words("alone")
    if match["weak"] and not (comparison or alone or "净" in match["adverbs"]):
        return None
    basis = basis or ("扣除价格因素" if "实际" in match["adverbs"] else "")
    growth = lexicon.table()["growth"]
    falling = verb in growth["down"] or verb in growth["down_nouns"]
    verb = f"净{verb}" if match["weak"] and "净" in match["adverbs"] else verb
    # What stood after the name: 年均增长, 同比增长, 年递增.
    between = left[len(subject) : match.end()]
    if match["noun"] and subject.endswith(("增长", "同比增长")):
        subject = subject.removesuffix("增长")
    return Relation(
        Says.GROWTH,
        subject,
        -1 if falling else 1,
        verb,
        compared,
        comparison,
        basis,
        mean=_mean().search(between) is not None,
        averaged="平均" in between,
        real=growth["real"] in between,
    )


def _signed_growth(left: str, quantity: Quantity) -> Relation | None:
    """Read 同比-5.3%, 比上年+5.3% and （+5.3%）, which a sign marks as growth and no verb."""
    if quantity.unit not in RATE_UNITS:
        return None
    subject, comparison, compared, basis = comparison_of(left)
    if not comparison and (left or not quantity.signed):
        return None
    if not quantity.signed and _comparison_at_end().search(left) is None:
        return None
    return Relation(Says.GROWTH, subject, 1, "增长", compared, comparison, basis)


def comparison_of(text: str) -> tuple[str, str, str, str]:
    """Split off what a growth is measured against.

    Returns what stands before it, the printed comparison, its name, and a basis named with it.
    """
    printed = compared = basis = ""
    adverbs = _adverb_at_end()
    while True:
        text = text.rstrip(" 、，,")
        match = _comparison_at_end().search(text)
        if match is not None:
            printed, compared = printed or match[0], compared or _comparison_name(match[0])
        elif (match := _basis_at_end().search(text)) is not None:
            basis = basis or basis_in(match[0])
        elif not compared and (match := _generic(text)) is not None:
            printed = match[0]
            compared = match["other"] or match["time"] or match["thing"]
        else:
            match = adverbs.search(text)
            if match and lexicon.inside_kept_word(text, match.start(), match.end()):
                match = None
        if match is None or match.start() == match.end():
            return text, printed, compared, basis
        text = text[: match.start()]


def _generic(text: str) -> re.Match[str] | None:
    match = _GENERIC.search(text)
    return match if match and match["other"] not in {"重", "例", "率"} else None


@cache
def _comparison_at_end() -> re.Pattern[str]:
    patterns = [f"(?:{expression.pattern})" for expression, _ in lexicon.named("comparison.names")]
    return re.compile(f"(?:{'|'.join(patterns)})$")


def _comparison_name(printed: str) -> str:
    """Return the name of a printed comparison (比去年: 上年)."""
    names = lexicon.named("comparison.names")
    return next(name for expression, name in names if expression.fullmatch(printed))


@cache
def _basis_at_end() -> re.Pattern[str]:
    patterns = [f"(?:{expression.pattern})" for expression, _ in lexicon.named("basis.names")]
    return re.compile(f"按?(?:照)?(?:{'|'.join(patterns)})(?:计算)?(?:后)?$")


def basis_in(text: str) -> str:
    """Return the basis that a text names, or nothing."""
    if _any_basis().search(text) is None:
        return ""
    names = lexicon.named("basis.names")
    return next((name for expression, name in names if expression.search(text)), "")


@cache
def _any_basis() -> re.Pattern[str]:
    return re.compile("|".join(expr.pattern for expr, _ in lexicon.named("basis.names")))


def signed(value: str, sign: int) -> str:
    """Return a printed rate with the direction of its verb; 增长-2.3 stays -2.3."""
    negative = value.startswith("-")
    plain = value.removeprefix("-")
    return ("-" if negative != (sign < 0) else "") + plain
