"""Numbers with their units: levels, percentages, ranges, ratios."""

import re
from functools import cache
from itertools import pairwise

from msgspec.structs import replace

from desktop_app.pipeline.figures import lexicon
from desktop_app.pipeline.figures.beside import doubting
from desktop_app.pipeline.figures.masks import masked
from desktop_app.pipeline.figures.numbers import (
    LOST,
    NOTE_MARK,
    Numeral,
    Quantity,
    chinese_value,
    half_width,
    numerals,
)
from desktop_app.pipeline.figures.worded import counts_things, is_a_threshold, is_an_index
from desktop_app.system import resources

_RATIO = re.compile(r"(?<![\d.:：])\d+(?:\.\d+)?(?:[:：]\d+(?:\.\d+)?){1,4}(?![\d:：]|\s?[%‰])")
_RANK = re.compile(
    r"(?:居|列|排|位|名)(?P<of>[^，。；第\d]{0,10})第(?P<place>[\d一二三四五六七八九十]+)"
    r"(?:(?P<unit>[位名])|(?=[，。；、）)]|$))"
)
_RANK_GOES_ON = re.compile(
    "(?:、|和|及|与)第(?P<place>[\\d一二三四五六七八九十]+)(?P<unit>[位名])"
)
# 由第9位提升到第6位
_RANKS_PASSED = re.compile(
    r"[由从][^，。；第\d]{0,10}第(?P<from>[\d一二三四五六七八九十]+)[位名]"
    r"[^，。；第\d]{0,10}[到至为][^，。；第\d]{0,4}第(?P<to>[\d一二三四五六七八九十]+)[位名]"
)
_RANGE = re.compile(r"\s*(?:[-–—~～－]{1,2}|[至到])\s*")
_TO = frozenset({"到", "至"})
_FAR_APART = 3
_LOST_BELOW = re.compile(rf"/[^\s，。；、：（）]{{0,4}}?[{LOST}百]")
# 由每人10元到20元 is a change; 从10元到20元不等 and 从18岁到60岁的 are ranges.
_FROM = re.compile("由(?:原来的?|过去的?|上年的?|每[人户亩月年天]{1,2}[均每]?[月年]?)*$")
_BETWEEN = re.compile("不等|之间|的?(?:区间|浮动|幅度)")
_REACHED = re.compile("(?:大关)?[，,](?:最终|共)?(?:达到?|实现|完成|为)了?[约近]?\\d")
# 跨越400亿元、500亿元台阶
_MARKS_IN_A_ROW = re.compile(r"(?:[、和][\d.]+[十百千万亿]*[元吨人美]+)+(?:大关|台阶)")
_INDEX_OF_A_PART = re.compile(
    "(?:[，、；]|[（(][^（()）]{1,20}[)）])*(?:其中[，：:]?)?[\u4e00-\u9fff]{2,12}"
)
_SPACE = re.compile(r"\s")
# A word that holds a word of approximation (预约, 附近) is no longer.
_LONGEST_WORD = 5
# 3个多百分点: the word of approximation stands inside the unit.
_SPLIT_UNIT = re.compile("个(?=.*点)")
_JOINTS = frozenset({"、", "和", "及", "以及", "与"})
_HAN = re.compile("[\u4e00-\u9fff]")
# Letters and signs that touch the digits of a name: PM2.5, 5G, C++11.
_TOUCHING = re.compile("[A-Za-z.#@_]")
_GOING_ON = re.compile("[A-Za-z+#@_]")
# What may follow a percentage of something; any other noun makes it a part of a name (75%酒精).
_AFTER_PERCENT = re.compile(
    "[的以左右和及与或提增下上到降减多至、，。；：;,.）)”]|$|完成|达标|覆盖|安装|调整|优化|转为|变为|逐步|进一步|扩大|收窄|缩小|回落|回升|加快|放缓|攀升|跌|升|转"
)


@cache
def _unit_pattern() -> re.Pattern[str]:
    table = resources.units()
    inside = lexicon.choice("approximation.inside")
    after = lexicon.choice("approximation.after")
    multiples = lexicon.alternatives(table.multiples)
    measures = "|".join(
        _SPLIT_UNIT.sub(f"个(?:{inside})?", re.escape(name)).replace("/", r"\s*/\s*")
        + (f"(?![{table.not_followed[name]}])" if name in table.not_followed else "")
        for name in table.printed_names
    )
    below = "|".join((*map(re.escape, table.printed_names), *sorted(table.below)))
    return re.compile(
        rf"(?:{NOTE_MARK})?\s*(?P<in1>{inside})?(?P<multiple>{multiples})?"
        rf"(?P<in2>{inside})?\s*(?:大(?=类))?(?P<measure>{measures})(?![²³])"
        rf"(?P<below>\s*/\s*{multiples}?(?:{below})(?!(?<=平)方))?"
        rf"(?P<in3>[多余](?![\u4e00-\u9fff]|$))?(?P<after>{after})?"
    )


def quantities(text: str) -> list[Quantity]:
    """Return the quantities of `text` in their order, without what is no figure by its form."""
    flat = half_width(text)
    hidden = masked(flat)
    found = [_ratio(match) for match in _RATIO.finditer(flat) if match.start() not in hidden]
    found += [rank for match in _RANK.finditer(flat) if (rank := _rank(match)) is not None]
    found += _ranks_passed(flat, {rank.start for rank in found})
    found += _ranks_listed(flat, {rank.end for rank in found})
    hidden.update(at for whole in found for at in range(whole.start, whole.end))
    plain = [numeral for numeral in numerals(flat) if numeral.start not in hidden]
    joined = _joined(flat, [q for n in plain if (q := _quantity(flat, n)) is not None])
    joined = _sharing_unit(flat, joined)
    found += _with_unit_or_name(flat, _without_marks_passed(flat, joined))
    return doubting(flat, sorted(found, key=lambda quantity: quantity.start), hidden)


def _without_marks_passed(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Leave out a mark that the level before has passed: 2136万美元，首次突破2000万美元."""
    passing = lexicon.pattern("approximation.passing", before="，")
    kept: list[Quantity] = []
    for quantity in quantities:
        last = kept[-1] if kept else None
        is_mark = (
            last is not None
            and last.unit == quantity.unit
            and "." not in quantity.value
            and passing.fullmatch(text, last.end, quantity.start) is not None
            and float(last.value) >= float(quantity.value)
        )
        if not is_mark:
            kept.append(quantity)
    return kept


def _with_unit_or_name(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Return the quantities with a unit, and the numbers that name or list make an index.

    居民消费价格总指数105.6，其中食品类114.2: what goes on after an index is one too.
    """
    kept: list[Quantity] = []
    for quantity in quantities:
        last = kept[-1] if kept else None
        goes_on = last is not None and not last.unit and "." in quantity.value
        if goes_on and last is not None:
            goes_on = _INDEX_OF_A_PART.fullmatch(text, last.end, quantity.start) is not None
        if quantity.unit or goes_on or is_an_index(text, quantity.start):
            kept.append(quantity)
    return kept


def _ratio(match: re.Match[str]) -> Quantity:
    value = match[0].replace("：", ":")
    return Quantity(match.start(), match.end(), match.end(), value, "", ratio=True)


def _rank(match: re.Match[str]) -> Quantity | None:
    value = _place(match["place"])
    if not value:
        return None
    start, end = match.start("place"), match.end()
    return Quantity(start, end, match.end("place"), value, match["unit"] or "", rank=True)


def _ranks_passed(text: str, known: set[int]) -> list[Quantity]:
    """Return the two ranks of 由第9位提升到第6位, where nothing else says that they are ranks."""
    return [
        Quantity(start, end + 1, end, str(value), text[end], rank=True)
        for match in _RANKS_PASSED.finditer(text)
        for start, end in (match.span("from"), match.span("to"))
        if (value := _place(text[start:end])) and start not in known
    ]


def _ranks_listed(text: str, known: set[int]) -> list[Quantity]:
    """Return the ranks that go on in a list: 分别居全市第2位和第5位."""
    found: list[Quantity] = []
    for match in _RANK_GOES_ON.finditer(text):
        ends = known | {rank.end for rank in found}
        if match.start() in ends and (value := _place(match["place"])):
            start, end = match.start("place"), match.end()
            found.append(Quantity(start, end, match.end("place"), value, match["unit"], rank=True))
    return found


def _place(printed: str) -> str:
    return printed if printed.isdigit() else str(chinese_value(printed) or "")


def _quantity(text: str, numeral: Numeral) -> Quantity | None:
    approx = _approximation_before(text, numeral.start)
    if numeral.percent:
        after = lexicon.pattern("approximation.after").match(text, numeral.end)
        end = after.end() if after else numeral.end
        approx = after[0] if after else approx
        return Quantity(numeral.start, end, numeral.end, numeral.value, "%", approx, chinese=True)
    unit = _unit_pattern().match(text, numeral.end)
    if unit is None and (people := _people().match(text, numeral.end)):
        value, many = numeral.value, people["multiple"] + "人"
        approx = people["in"] or approx
        return Quantity(numeral.start, people.end(), numeral.end, value, many, approx)
    if unit is None or _latin_goes_on(text, unit):
        if numeral.multiple:
            return None
        if numeral.chinese or _in_a_name(text, numeral):
            return None
        return Quantity(numeral.start, numeral.end, numeral.end, numeral.value, "", approx)
    if _in_a_name(text, numeral):
        return None
    if numeral.chinese and not counts_things(text, numeral, unit):
        return None
    table = resources.units()
    split = _split_measure().fullmatch(_SPACE.sub("", unit["measure"]))
    measure = f"个{split['points']}" if split else _SPACE.sub("", unit["measure"])
    name = (numeral.multiple or unit["multiple"] or "") + table.full_name(measure)
    name += _SPACE.sub("", unit["below"] or "")
    within = unit["in1"] or unit["in2"] or (split["in"] if split else "") or unit["in3"]
    approx = within or unit["after"] or approx
    quantity = Quantity(
        numeral.start,
        unit.end(),
        numeral.end,
        numeral.value,
        name,
        approx,
        chinese=numeral.chinese,
        signed=numeral.signed,
        # What stands below a stroke could not be read: 143.47公里/百?方公里.
        doubtful=numeral.doubtful or _LOST_BELOW.match(text, unit.end()) is not None,
    )
    if _is_a_mark_passed(text, quantity):
        return None
    return (
        None
        if is_a_threshold(text, numeral.start, unit) or _is_a_concentration(text, quantity)
        else quantity
    )


@cache
def _split_measure() -> re.Pattern[str]:
    inside = lexicon.choice("approximation.inside")
    return re.compile(f"个(?P<in>{inside})(?P<points>.*点)")


@cache
def _people() -> re.Pattern[str]:
    """Return a pattern for a multiple that people follow without a measure word: 12万职工."""
    people = lexicon.choice("names.people_counted")
    return re.compile(
        rf"\s*(?P<multiple>[十百千]?[万亿])(?P<in>[余多])?(?=[\u4e00-\u9fff]{{0,6}}?{people})"
    )


def _approximation_before(text: str, start: int) -> str:
    """Return the word of approximation before a number; 预约 and 附近 hold none."""
    match = lexicon.pattern("approximation.qualifying", after="$").search(
        text[max(start - 3, 0) : start]
    )
    if match is None:
        return ""
    before = text[max(start - _LONGEST_WORD, 0) : start]
    end = len(before)
    return "" if lexicon.inside_kept_word(before, end - len(match[0]), end) else match[0]


def _latin_goes_on(text: str, unit: re.Match[str]) -> bool:
    following = text[unit.end() : unit.end() + 1]
    return unit["measure"][-1].isascii() and unit["measure"][-1].isalpha() and following.isalpha()


def _in_a_name(text: str, numeral: Numeral) -> bool:
    """Whether letters touch the digits (PM2.5, 5G) without being a unit."""
    before = text[numeral.start - 1 : numeral.start] if numeral.start else ""
    after = text[numeral.end : numeral.end + 1]
    if _TOUCHING.match(before):
        abbreviated = lexicon.pattern("names.abbreviations", after="$")
        return abbreviated.search(text[max(0, numeral.start - 6) : numeral.start]) is None
    goes_on = _GOING_ON.match(after) is not None
    return goes_on and _unit_pattern().match(text, numeral.end) is None


def _is_a_mark_passed(text: str, quantity: Quantity) -> bool:
    """Whether the number is a round mark that a level went past (突破5000亿元大关)."""
    if text.startswith(("大关", "台阶", "级城市"), quantity.end):
        return True
    if _MARKS_IN_A_ROW.match(text, quantity.end):
        return True
    passed = lexicon.pattern("approximation.passing", after="$")
    before = text[max(0, quantity.start - 6) : quantity.start]
    return bool(passed.search(before) and _REACHED.match(text, quantity.end))


def _is_a_concentration(text: str, quantity: Quantity) -> bool:
    if quantity.unit != "%" or quantity.chinese:
        return False
    before = text[max(0, quantity.start - 20) : quantity.start].rstrip("为达到约近超过 ")
    if before.endswith(("率", "重", "比", "例", "额", "度")):
        return False
    return _AFTER_PERCENT.match(text, quantity.end) is None and bool(
        _HAN.match(text[quantity.end : quantity.end + 1])
    )


def _sharing_unit(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give 分别高于全国、全省0.5和0.3个百分点 its unit twice, and 分别提高5个和4个百分点."""
    shared = list(found)
    first = 0
    for at, (number, following) in enumerate(pairwise(found)):
        if text[number.end : following.start] in _JOINTS:
            continue
        _share(text, shared, first, at)
        first = at + 1
    _share(text, shared, first, len(shared) - 1)
    return shared


def _share(text: str, numbers: list[Quantity], first: int, last: int) -> None:
    """Give the numbers of one list the unit of its last, where they are dealt out."""
    if first >= last:
        return
    start = numbers[first].start
    unit = numbers[last].unit
    # 高于全国、全省0.5、0.3个百分点: points are of a list that needs no 分别.
    if unit != "个百分点" and "分别" not in text[max(0, start - 60) : start]:
        return
    for at in range(first, last):
        if not numbers[at].unit or (numbers[at].unit == "个" and unit == "个百分点"):
            numbers[at] = replace(numbers[at], unit=unit)


def _is_from_one_to_another(text: str, first: Quantity, last: Quantity) -> bool:
    changed = _FROM.search(text[max(0, first.start - 12) : first.start])
    return changed is not None and not _BETWEEN.match(text, last.end)


def _decimals(quantity: Quantity) -> int:
    """Count the printed decimals: of a range both ends have as many, 1—6.7 lost a digit."""
    return len(quantity.value.partition(".")[2])


def _lost_a_point(low: Quantity, high: Quantity) -> bool:
    """Whether one end of a range may lack its point (1—67亿元, not 6.5%—7%)."""
    far = float(high.value) > _FAR_APART * float(low.value)
    return far and _decimals(low) != _decimals(high)


def _joined(text: str, found: list[Quantity]) -> list[Quantity]:
    """Join the two ends of ranges (70-80%, 5万元至8万元)."""
    joined: list[Quantity] = []
    for quantity in found:
        last = joined[-1] if joined else None
        between = text[last.end : quantity.start] if last else ""
        if last and not last.value_high and _RANGE.fullmatch(between):
            if between.strip() in _TO and _is_from_one_to_another(text, last, quantity):
                joined.append(quantity)
                continue
            same = last.unit == quantity.unit or (not last.unit and last.number_end == last.end)
            rising = not quantity.value.startswith("-") and float(last.value) < float(
                quantity.value
            )
            if same and rising and quantity.unit:
                joined[-1] = replace(
                    quantity,
                    start=last.start,
                    value=last.value,
                    value_high=quantity.value,
                    doubtful=last.doubtful or quantity.doubtful or _lost_a_point(last, quantity),
                )
                continue
        joined.append(quantity)
    return joined
