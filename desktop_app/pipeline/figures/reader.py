"""Reads a passage clause by clause and drafts its figures."""

import re
from functools import cache

from desktop_app.domain.bulletin import Kind
from desktop_app.pipeline.figures import growth, lexicon, lists, periods, phrases
from desktop_app.pipeline.figures.clauses import Clause, clauses
from desktop_app.pipeline.figures.draft import Draft
from desktop_app.pipeline.figures.masks import list_number_end
from desktop_app.pipeline.figures.numbers import LOST, Quantity
from desktop_app.pipeline.figures.quantities import quantities
from desktop_app.pipeline.figures.statements import Statements
from desktop_app.pipeline.figures.unread import BLANK, SPOKEN

_SCOPE = re.compile(r"^\s*(?:在)?(?P<scope>[^，]{3,30}?)(?:当)?中$")
_GROUPED = re.compile(
    r"^\s*(?:其中)?(?:分[^，]{1,12}看|按[^，]{1,14}分|从[^，]{1,14}看|从[^，]{1,8}上看)"
)
_BY_TIME = re.compile("季度|月份|时间")
_GOES_ON = re.compile(r"^\s*其中")
_ANNOUNCED = re.compile(
    "(?:产品|农产品|作物|商品)(?P<head>产量|产值|销售量|销量|出口量|零售额|存栏|出栏)(?:如下|为|有)?$"
)
_TOGETHER = {"", "、", "和"}
_BLANK = "\u200b"
# No clause says so much of a number: what goes on longer without a mark is rubbish, and slow.
_LONGEST = 300
# A number of which digits or the unit are gone: 增加值1?.2亿元, 总产值12.6, 产量12.6.3万吨.
_LOST_NUMBER = re.compile(
    f"[\\d.]*[{LOST}](?=[^，]{{0,8}}$)[{LOST}\\d.]*"
    f"|(?:{BLANK}|{SPOKEN})(?=[^，]{{0,8}}$)"
    "|(?<![A-Za-z\\d.])\\d+\\.(?:[\\d.]*[十百千万亿元吨]{1,6}|\\d*\\.[\\d.]*|)$"
    "|(?<![A-Za-z\\d.])\\d+\\.\\d+$"
)
# Rates and indices are printed without a unit: 生育率1.26, 均值为6.45.
_WITHOUT_UNIT = re.compile(r"(?:[率比数度幅]|均值)(?:为|达到?|[至到]|是)?\d+\.\d+$")
# What says nothing, as between the points of a long row of numbers, is not read for its words.
_SAID = re.compile(rf"[^\W\d_]|[{LOST}×]|__")
_DOUBLED = re.compile(r"翻了?(?P<near>近|约)?(?P<times>[一两二三])?番(?P<over>多|以上)?")
_TIMES = {"一": "1", "两": "3", "二": "3", "三": "7"}


class PassageReader:
    """Drafts the figures of one passage, clause by clause."""

    def __init__(self, text: str, year: int | None, usual: str = "") -> None:
        """`usual` is the part of the year that the bulletin is of, if it is of a part."""
        self.text = text
        self._plain = text
        self.year = year
        self._statements = Statements(year)
        self._usual = self._lasting_period = usual

    @property
    def rows(self) -> list[Draft]:
        """The figures so far."""
        return self._statements.rows

    def clauses(self) -> list[Clause]:
        """Return the clauses to read, in their order."""
        found = clauses(self.text, quantities(self.text))
        for aside in (clause for clause in found if clause.inner):
            start, end = aside.start - 1, aside.end + 1
            self._plain = self._plain[:start] + _BLANK * (end - start) + self._plain[end:]
        self._plain = _explained().sub(lambda said: _BLANK * len(said[0]), self._plain)
        return found

    def read(self, clause: Clause, heading: str) -> None:
        """Read one clause under the heading whose subject is `heading`."""
        said = self._statements
        if clause.sentence != said.sentence:
            self._begin_sentence(clause)
        if heading != said.context.heading:
            said.context.begin_item(heading)
            self._lasting_period = self._usual
        if clause.inner:
            self._read_aside(clause)
            return
        text = self.text[clause.start : clause.end][-_LONGEST:]
        said.status = _first_name("status.names", text) or said.status
        if clause.quantities:
            before, said.time.passing = said.time.period, False
            self._read_numbers(clause)
            said.time.period = before if said.time.passing else said.time.period
        elif _SAID.search(text):
            self._read_words(text, clause)
        if clause.mark in "；;":
            said.begin_part()

    def _read_aside(self, clause: Clause) -> None:
        if not clause.quantities:
            # （剔除退税因素，增长2.6%）
            self._statements.read_prices(self.text[clause.start : clause.end])
            return
        with self._statements.in_parentheses(clause.start):
            self._read_numbers(clause)

    def _begin_sentence(self, clause: Clause) -> None:
        said = self._statements
        said.sentence = clause.sentence
        said.basis = said.compared = said.since = said.region = said.spoken = ""
        said.basis_lasts = said.scope_lasts = said.lost = False
        opening = self.text[clause.start : clause.start + 40]
        if not _GOES_ON.match(opening):
            said.time.begin_sentence(self._lasting_period)
            said.status = ""
        else:
            said.keep_comparison()
        said.context.begin_sentence()
        if _GROUPED.match(opening):
            said.context.begin_groups()
        else:
            said.context.scope = said.context.scope_head = ""

    def _read_words(self, text: str, clause: Clause) -> None:
        """Read a clause without numbers: it says when, of what, on which basis, or what next."""
        said = self._statements
        period = periods.stated(text, self.year)
        if period is not None:
            said.time.set(period)
            if clause.mark in "：:":
                self._lasting_period = period
        said.read_prices(text)
        announced = _ANNOUNCED.search(text) or _announced_by_groups().search(text)
        if clause.mark in "：:" and announced:
            said.context.announced = announced["head"]
        if "其中" in text:
            said.context.begin_among(lasts=True)
        scope = _SCOPE.match(text)
        if scope and "其中" not in text:
            self._set_scope(phrases.trimmed(scope["scope"]))
        elif _flat().match(text + "、"):
            self._level_off(text)
        elif doubled := _DOUBLED.search(text):
            self._double(clause, doubled)
        else:
            self._keep_pending(text)

    def _keep_pending(self, text: str) -> None:
        """Keep what a clause names for a number that comes without a name."""
        context = self._statements.context
        lost = _LOST_NUMBER.search(text)
        if lost and not _WITHOUT_UNIT.search(text):
            # 第一产业增加值1?.2亿元，增长3.1%: the number is lost, its growth is not.
            name = phrases.split_scope(phrases.canonical(phrases.trimmed(text[: lost.start()])))[0]
            context.name_alone(name)
            context.in_sentence = context.in_sentence or bool(phrases.head_of(name))
            self._statements.lost = True
            return
        if growth.basis_in(text) or text.strip() == "下同":
            return
        if _GROUPED.match(text):
            if _BY_TIME.search(text) and context.whole:
                context.name = context.topic = context.ungrouped or context.whole
            return
        rest, printed, compared, _ = growth.comparison_of(text)
        if printed and not phrases.trimmed(rest):
            self._statements.compared = compared
            return
        text = re.sub("(?:首次)?突破.*$", "", _turned().sub("", text))
        if phrases.trimmed(text):
            context.pending = text
            self._speak_of(text)

    def _speak_of(self, text: str) -> None:
        """Keep the subject of a clause that says how it went: the growth behind is its own."""
        said = self._statements
        subject = phrases.spoken_of(text)
        sure = phrases.names_indicator(subject)
        if subject and (sure or not said.context.in_sentence):
            said.spoken, said.spoken_surely = subject, sure
            said.context.pending = subject

    def _set_scope(self, scope: str) -> None:
        context = self._statements.context
        head = phrases.head_of(scope)
        keeps = len(head) > 1
        context.scope = phrases.without_head(scope) if keeps else scope
        context.scope_head = head if keeps else ""

    def _level_off(self, text: str) -> None:
        """与上年持平: the level before has not changed."""
        rest, _, compared, _ = growth.comparison_of(_flat_words().sub("", text))
        name = phrases.trimmed(rest)
        ranked = bool(self.rows) and self.rows[-1].kind is Kind.RANK
        if self.rows and (not name or (ranked and name in lexicon.word_set("ranks.names"))):
            unit = "百分点" if self.rows[-1].is_rate else "%"
            unit = lexicon.table()["ranks"]["unit"] if ranked else unit
            self._set_change("0", unit, compared or "上年")
        else:
            name = lexicon.pattern("growth.up_nouns", after="$").sub("", name)
            self._statements.context.name_alone(phrases.split_scope(name)[0])

    def _double(self, clause: Clause, doubled: re.Match[str]) -> None:
        """比上年翻一番: the level before has grown by once its size, 翻两番 by three times.

        What is named there without a level is a growth of its own (专利申请量翻了一番).
        """
        times = _TIMES[doubled["times"] or "一"]
        left = doubled.string[: doubled.start()]
        rest, _, compared, basis = growth.comparison_of(left)
        name = phrases.trimmed(rest)
        approx = doubled["near"] or doubled["over"] or ""
        if not name and self.rows:
            self._set_change(times, "倍", compared, approx)
        # 力争五年翻一番, 经济总量翻番的目标: a plan, or no indicator.
        hoped = lexicon.pattern("growth.hoped").search(doubled.string)
        if hoped or not (phrases.known(name) or phrases.head_of(name)):
            return
        offset = clause.end - len(doubled.string)
        start, end = offset + doubled.start(), offset + doubled.end()
        quantity = Quantity(start, end, end, times, "倍", approx, chinese=True)
        self._statements.doubled(rest, compared, basis, quantity)

    def _set_change(self, change: str, unit: str, compared: str, approx: str = "") -> None:
        row = self.rows[-1]
        if row.sentence == self._statements.sentence and not row.is_growth and not row.change:
            row.change, row.change_unit, row.compared_with = change, unit, compared
            row.change_approx = approx

    def _read_numbers(self, clause: Clause) -> None:
        said = self._statements
        at = clause.start or list_number_end(self.text)
        said.context.chained = False
        said.context.members = lists.members_of(self.text, clause, said.context.pending)
        number = 0
        while number < len(clause.quantities):
            left = self._words_of(clause)[at : clause.quantities[number].start][-_LONGEST:]
            left = self._without_flat(left)
            rest = self._words_of(clause)[clause.quantities[number].end :]
            left = said.read_time(left, rest[:_LONGEST])
            taken = lists.respectively(self.text, left, clause, number, said)
            if not taken:
                self._read_number(left, clause, number)
            number += taken or 1
            at = clause.quantities[number - 1].end
            used = said.context.noun if said.context.chained else ""
            after = at + len(used)
            if used and self.text.startswith(used, at) and self.text[after : after + 1] != "的":
                at += len(used)
                at += self.text.startswith("中", at)

        self._without_flat(self._words_of(clause)[at : clause.end] + "、")

    def _without_flat(self, left: str) -> str:
        """Read 衣着价格与去年持平、居住价格上涨: what did not change ends its item of the list."""
        flat = _flat().match(left[-_LONGEST:])
        if flat is None:
            return left
        self._level_off(flat["item"])
        return left[-_LONGEST:][flat.end() :]

    def _read_number(self, left: str, clause: Clause, number: int) -> None:
        quantity = clause.quantities[number]
        others = clause.quantities[number + 1 : number + 3]
        until = others[0].start if others else clause.end
        words = self._words_of(clause)
        right, rest = words[quantity.end : until], words[quantity.end : clause.end]
        if right.strip() in _TOGETHER and others and not phrases.trimmed(left):
            # 共有1.8万户、3.6万人享受低保: what follows the last is said of all.
            right = rest = words[others[0].end : others[1].start if others[1:] else clause.end]
        self._statements.number(left, right[:_LONGEST], rest[:_LONGEST], quantity)

    def _words_of(self, clause: Clause) -> str:
        """Return the passage, for a clause outside parentheses without those that hold numbers."""
        return self.text if clause.inner else self._plain


@cache
def _flat_words() -> re.Pattern[str]:
    return lexicon.pattern("growth.flat", before="(?:基本|大体|总体|均|都)*", after=".*$")


@cache
def _flat() -> re.Pattern[str]:
    """Return a pattern for what says that something did not change, before what follows it."""
    return lexicon.pattern(
        "growth.flat", before="(?P<item>.*", after=")(?:[、，]|和|及|以及|而|但)"
    )


@cache
def _announced_by_groups() -> re.Pattern[str]:
    """Return a pattern for what a list by branches measures (分产业投资为：)."""
    heads = lexicon.choice("names.heads")
    return re.compile(f"[分各][^，：]{{1,6}}?(?P<head>{heads})(?:分别)?(?:为|是|如下)?$")


@cache
def _turned() -> re.Pattern[str]:
    """Return a pattern for what says which way a growth turned (增速由负转正): it is no name."""
    return lexicon.pattern("growth.turned", before="(?:增速|增幅|增长)?(?:实现)?", after=".*$")


@cache
def _explained() -> re.Pattern[str]:
    """Return a pattern for parentheses that say what a name means: they name nothing."""
    return lexicon.pattern("scope.explaining", before="[（(]", after="[^（()）]{0,200}[)）]")


def _first_name(path: str, text: str) -> str:
    for expression, name in lexicon.named(path):
        if expression.search(text):
            return name
    return ""
