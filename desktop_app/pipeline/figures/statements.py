"""Statements: what each number of a clause adds to the rows, in the light of what came before."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from desktop_app.domain.bulletin import Kind
from desktop_app.pipeline.figures import growth, lexicon, naming, periods, phrases, rates, regions
from desktop_app.pipeline.figures.context import Context, Name
from desktop_app.pipeline.figures.draft import Draft
from desktop_app.pipeline.figures.growth import RATE_UNITS, Relation, Says, relation, signed
from desktop_app.pipeline.figures.kinds import kind_of
from desktop_app.pipeline.figures.numbers import chinese_value
from desktop_app.pipeline.figures.quantities import Quantity

_SET = re.compile(r"[“]?(?P<count>[两二三四五六七八九])个$")
_RATIO_NAME = re.compile("比|结构|构成|男女")
_RANKED = re.compile(r"(?:稳居|位居|名列|位列|跃居|排名|排|居|列)(?P<of>[^，。；]{0,10})第$")
# （按可比价格计算，下同）, or 下同 without parentheses.
_LASTING = re.compile("[（(](?P<said>[^（()）]*?)[，,]?(?:以)?下同[)）]|(?:以)?下同")
_LASTING_ALONE = re.compile("[（(](?:以)?下同[)）]|[，,]?(?:以)?下同(?![)）])")
# What a parenthesis right after a number says of it.
_AFTER = re.compile(r"\s*[（(][^（()）]{1,40}[)）]")
_FROM_YEAR = re.compile(r"(?:由|从)(?:19|20)\d\d年末?的?[^，。；]{0,12}$")
_REACHED = re.compile(
    "(?:增加|增长|提高|提升|减少|下降|降低|上升|扩大|缩小|发展|调整|变)(?:到|至|为|成)[^，。；]{0,6}$"
)
_ANEW = re.compile("(?:共有|拥有|共计有)[^，。；]*$")
_OF_LAST_YEAR = re.compile(
    "(?:由|从|[，。；：]|^)\\s*(?:上年|去年|上一年)(?:全年|末)?的?(?!同|相|度)[^，。；]{0,20}$"
)
# 约合5565美元, 按年均汇率折算为4658美元: the same thing in other money.
_CONVERTED = re.compile("(?:折合|折算|约合|合|折)(?:成|为|达|约)?(?:人民币|美元)?$")
_DONE = re.compile(
    "(?:^|[，、])[^，]{0,3}完成了?(?P<goal>[^，。；]{0,8}?(?:目标|计划|任务|预算)(?:任务|数)?)的?$"
)
_SHARE_ALONE = re.compile("(?P<subject>.*?)(?:所占)?的?(?:比重|占比)(?:分别)?(?:为|是|达到?|约)*")
_PLACE_AT_END = re.compile("(?:全[国省市州盟县区旗]|同类城市|[^，。；]{1,6}[省市州盟县区旗])$")
_TIMES = re.compile(r"(?:是|为|相当于)(?P<of>[^，。；]{2,12})的$")


class Statements:
    """The rows of a passage so far, and the time, basis and subject that hold for the next."""

    def __init__(self, year: int | None) -> None:
        self.year = year
        self.rows: list[Draft] = []
        self.context = Context()
        self.sentence = -1
        self.period = ""
        self.period_before: str | None = None
        self.period_printed = self.restated = False
        self.aside = self._asides = 0
        self.basis = self.compared = self.carried = self.status = self.region = ""
        self.basis_lasts = self.scope_lasts = False

    def number(self, left: str, right: str, rest: str, quantity: Quantity) -> None:
        """Read a number by the words before it, up to the next number, and in all its clause."""
        self._number(left, right, rest, quantity)
        self.context.chained = True

    def _read_period(self, left: str) -> None:
        """Read a stated period; one that a change begins with ends where it arrives."""
        period = periods.stated(left, self.year)
        last_year = _OF_LAST_YEAR.search(left)
        if last_year and self.year:
            period = f"{self.year - 1}年"
        if _REACHED.search(left) and self.period_before is not None and period is None:
            self.period, self.period_before = self.period_before, None
        elif period is not None:
            began = last_year or _FROM_YEAR.search(left)
            self.period_before = self.period if began else None
            self.period = period
        self.period_printed = period is not None

    def _number(self, left: str, right: str, rest: str, quantity: Quantity) -> None:
        self._read_period(left)
        self.restated = lexicon.pattern("status.restated").search(left) is not None
        if "其中" in left:
            self.context.among = True
        self.context.anew = not self.context.in_sentence and _ANEW.search(left) is not None
        left = self.read_prices(left)
        after = _AFTER.match(right)
        if after:
            self.read_prices(after[0])
        self._read_region(left)
        said = relation(left, quantity)
        if said.says is Says.GROWTH:
            self._growth(said, left, right, rest, quantity)
        elif said.says is Says.SHARE:
            name = rates.share_name(said.subject, said.whole, self.context)
            self.add(quantity, name, Kind.SHARE, part=True)
            self.context.topic, self.context.shared = name.topic, said.whole
        elif said.says is Says.EFFECT:
            self._effect(said, quantity)
        elif said.says is Says.GAP:
            self._gap(said, quantity)
        elif quantity.rank:
            self._rank(left, quantity)
        else:
            self._level(left, right, rest, quantity)

    def read_prices(self, text: str) -> str:
        """Read a stated basis, and whether it lasts; return the text without 下同."""
        self.basis = growth.basis_in(text) or self.basis
        for match in _LASTING.finditer(text):
            said = match["said"] or ""
            if self.basis and (growth.basis_in(said) or not said.strip("，,以")):
                self.basis_lasts = True
            else:
                self.scope_lasts = True
        return _LASTING_ALONE.sub("", text)

    def _read_region(self, left: str) -> None:
        word = "" if self.context.chained else regions.word_of(left)
        if word or phrases.trimmed(left):
            self.region = word

    @contextmanager
    def in_parentheses(self, start: int) -> Iterator[None]:
        """Read what stands in parentheses at `start`: it leaves nothing for what follows it.

        It speaks of the number before it, though numbers after it were read already.
        """
        kept, period = self.context, self.period
        self.context = replace(kept, pending="", verb_units=set(), bases=[])
        before = next((row for row in reversed(self.rows) if row.quantity.start < start), None)
        if before is not None and before is not self.rows[-1]:
            name = before.indicator.removesuffix("数")
            self.context.topic = self.context.base = self.context.name = name
        self._asides += 1
        self.aside = self._asides
        yield
        self.context, self.period, self.aside = kept, period, 0

    def _gap(self, said: Relation, quantity: Quantity) -> None:
        """增速高于全国0.5个百分点 is a row of its own: it is no growth."""
        name = self._measured_subject(said.subject) + said.whole
        row = self.add(quantity, Name(name), Kind.LEVEL, part=True)
        row.compared_with = said.compared_with

    def _measured_subject(self, text: str) -> str:
        """Return what a rank or a gap is of: 增速 and 总量 are those of what was named before."""
        subject = phrases.trimmed(text)
        before = self.context.name or self.context.heading
        if subject in {"", "总量", "总数"}:
            return before
        if subject in lexicon.word_set("names.aspects"):
            return before + subject
        return subject

    def _rank(self, left: str, quantity: Quantity) -> None:
        """居全省第3位 is the rank of what was named before."""
        match = _RANKED.search(left)
        before, of = (left[: match.start()], match["of"]) if match else ("", "")
        place = _PLACE_AT_END.search(before)
        if place and not of:
            before, of = before[: place.start()], place[0]
        subject = self._measured_subject(before)
        self.add(quantity, Name(f"{subject}{of}排名", base=subject), Kind.RANK, part=True)

    def compared_with(self, said: Relation) -> str:
        """Return what a growth is measured against: 上年 is said once for a whole passage."""
        compared = said.compared_with or self.compared
        if compared in {"上年", "上年同期"}:
            self.carried = compared
        return compared or self.carried

    def _effect(self, said: Relation, quantity: Quantity) -> None:
        """Add 拉动经济增长0.8个百分点 and 贡献率, of what was named last where none is named."""
        subject = phrases.trimmed(said.subject) or self.context.name or self.context.heading
        if not said.whole.startswith("对") and "贡献率" in said.whole and self.context.effect:
            whole = self.context.effect
        else:
            whole = self.context.effect = said.whole
        if phrases.trimmed(said.subject):
            self.context.name = self.context.base = subject
        self.add(quantity, Name(subject + whole), Kind.SHARE, part=True)

    def _level(self, left: str, right: str, rest: str, quantity: Quantity) -> None:
        each = self._set_of_rates(left, quantity)
        if each:
            for rate in each:
                self.add(quantity, Name(rate, base=rate), Kind.SHARE)
            return
        if self._completes_growth(left, right, quantity):
            return
        if quantity.unit in {"%", "‰"} and self._share_goes_on(left, quantity):
            return
        if quantity.unit == "%" and "连续" in left:
            return
        done = _DONE.search(left) if quantity.unit == "%" and self.context.name else None
        if done:
            name = Name(f"{self.context.name}{done['goal']}完成率", base=self.context.name)
            self.add(quantity, name, Kind.SHARE, part=True)
            return
        if _CONVERTED.search(left) and self.context.name:
            self.add(quantity, Name(self.context.name), kind_of(self.context.name, quantity))
            return
        times = _TIMES.search(left) if quantity.unit == "倍" else None
        if times:
            subject = phrases.trimmed(left[: times.start()]) or self.context.name
            name = Name(f"{subject}相当于{times['of']}倍数", base=subject)
        else:
            name = naming.level_name(left, right, rest, quantity, self.context)
        if not name.text or not _is_figure(name.text, quantity):
            return
        row = self.add(quantity, name, kind_of(name.text, quantity))
        row.basis = growth.basis_in(left)
        self.context.take(name, quantity)

    def _share_goes_on(self, left: str, quantity: Quantity) -> bool:
        """Read 第二产业比重为38.9% after 第一产业占生产总值比重 as a share of the same whole."""
        match = _SHARE_ALONE.fullmatch(left) if self.context.shared else None
        subject = phrases.trimmed(match["subject"]) if match else ""
        if not subject or phrases.is_whole(phrases.trimmed(left)):
            return False
        name = rates.share_name(subject, self.context.shared, self.context)
        self.add(quantity, name, Kind.SHARE, part=True)
        return True

    def _set_of_rates(self, left: str, quantity: Quantity) -> list[str]:
        """甲率、乙率、丙率“三个百分百” gives each its hundred."""
        match = _SET.search(left) if quantity.unit == "%" and quantity.chinese else None
        if match is None:
            return []
        parts = phrases.trimmed(left[: match.start()]).split("、")
        return parts[-(chinese_value(match["count"]) or 1) :]

    def _completes_growth(self, left: str, right: str, quantity: Quantity) -> bool:
        """增长5%，达到100亿元: the level of a growth that was stated first."""
        row = self.rows[-1] if self.rows else None
        if row is None or not row.is_growth or row.sentence != self.sentence or row.part:
            return False
        if phrases.trimmed(left) or re.match("[\u4e00-\u9fff]", right) or quantity.unit == "%":
            return False
        row.change_at = row.quantity.start, row.quantity.end
        row.quantity, row.merged = quantity, True
        row.kind = kind_of(row.indicator, quantity)
        return True

    def _growth(
        self, said: Relation, left: str, right: str, rest: str, quantity: Quantity
    ) -> None:
        unit = RATE_UNITS.get(quantity.unit)
        if unit is None:
            counts_on = re.match("[\u4e00-\u9fff]", right) and not said.comparison
            if counts_on or not quantity.unit:
                self._level(left, right, rest, quantity)
            else:
                self.increment(said, quantity)
            return
        subject = phrases.trimmed(said.subject)
        target = None if subject else self._grown(quantity)
        if target is None:
            target = self._growth_row(said, quantity)
        self.context.grew = unit == "%"
        target.change, target.change_unit = signed(quantity.value, said.sign), unit
        if not target.is_growth:
            target.change_at = quantity.start, quantity.end
        target.compared_with = "" if said.verb.startswith("年均") else self.compared_with(said)
        target.basis = said.basis or self.basis
        target.basis_lasts = self.basis_lasts
        self.basis, self.basis_lasts = "", False

    def _growth_row(self, said: Relation, quantity: Quantity) -> Draft:
        name = rates.change_name(said.subject, self.context, quantity.unit)
        row = self.add(quantity, name, Kind.CHANGE_RATE)
        self.context.name, self.context.topic = name.base or name.text, name.topic
        self.context.base = name.base
        self.context.keep_head(name.text, "%")
        self.context.in_sentence = True
        return row

    def _grown(self, quantity: Quantity) -> Draft | None:
        """Return the level that a growth without a subject belongs to."""
        points = quantity.unit in {"个百分点", "个千分点", "‰"}
        for row in reversed(self.rows):
            if row.sentence != self.sentence:
                break
            elsewhere = row.aside and row.aside != self.aside
            if elsewhere or row.quantity.start > quantity.start:
                continue
            if points and (row.is_rate or row.kind is Kind.INDEX):
                return None if row.change else row
            if not points and not row.is_growth and not row.part:
                return None if row.change else row
            if row.is_growth:
                break
        return None

    def increment(self, said: Relation, quantity: Quantity) -> None:
        """Add 比年初增加468.6亿元, which is a row of its own."""
        subject = phrases.trimmed(said.subject) or self.context.name or self.context.heading
        unit = lexicon.units().dimension(quantity.unit)
        kind = kind_of(subject, quantity)
        suffix = "额" if unit == "money" else "数" if kind is Kind.COUNT else "量"
        comparison = said.comparison or said.compared_with
        if suffix == "数" and not subject.endswith(("人数", "次数", "个数")):
            subject = subject.removesuffix("数")
        name = subject + comparison + said.verb + suffix
        row = self.add(quantity, Name(name, base=subject), kind, part=True)
        row.compared_with = said.compared_with

    def add(self, quantity: Quantity, name: Name, kind: Kind, *, part: bool = False) -> Draft:
        period = self.period or (f"{self.year}年" if self.year else "")
        printed = self.period_printed
        if kind is Kind.CHANGE_RATE:
            # The sign is the change's: 增长-2.3% is a rate of 2.3 and a change of -2.3.
            quantity = replace(quantity, value=quantity.value.removeprefix("-"))
        row = Draft(
            quantity,
            name.text,
            kind,
            periods.of_indicator(period, name.text, self.year, printed=printed),
            self.sentence,
            heading=self.context.heading,
            owner=self.context.owner,
            scope=name.scope,
            status=self.status,
            region=self.region,
            restated=self.restated,
            scope_lasts=self.scope_lasts,
            part=part,
            aside=self.aside,
        )
        self.scope_lasts = False
        self.rows.append(row)
        return row


def _is_figure(name: str, quantity: Quantity) -> bool:
    """Whether a number so named is a figure: bare numbers and durations need a fit name."""
    if quantity.ratio:
        return quantity.value.count(":") > 1 or bool(_RATIO_NAME.search(name))
    if not quantity.unit:
        return name.endswith(lexicon.words("names.unitless"))
    if lexicon.units().dimension(quantity.unit) in {"time", "years", "age"}:
        return name.endswith(lexicon.words("names.durations"))
    return True
