"""Reads a passage clause by clause and drafts its figures."""

import re
from dataclasses import replace

from desktop_app.domain.bulletin import Kind
from desktop_app.pipeline.figures import growth, lexicon, naming, periods, phrases
from desktop_app.pipeline.figures.clauses import Clause, clauses
from desktop_app.pipeline.figures.context import Context, Name
from desktop_app.pipeline.figures.draft import Draft
from desktop_app.pipeline.figures.growth import RATE_UNITS, Relation, Says, relation, signed
from desktop_app.pipeline.figures.kinds import kind_of
from desktop_app.pipeline.figures.masks import list_number_end
from desktop_app.pipeline.figures.numbers import chinese_value
from desktop_app.pipeline.figures.quantities import Quantity, quantities

_SCOPE = re.compile(r"^\s*(?:在)?(?P<scope>[^，]{3,30}?)(?:当)?中$")
_GROUPED = re.compile(
    r"^\s*(?:其中)?(?:分[^，]{1,12}看|按[^，]{1,14}分|从[^，]{1,14}看|从[^，]{1,8}上看)"
)
_SET = re.compile(r"[“]?(?P<count>[两二三四五六七八九])个$")
_RANKED = re.compile(r"(?:稳居|位居|名列|位列|跃居|排名|排|居|列)(?P<of>[^，。；]{0,10})第$")
_DOUBLED = re.compile(r"翻了?一番")
_TIMES = re.compile(r"(?:是|为|相当于)(?P<of>[^，。；]{2,12})的$")
_JOINED = re.compile(r"\s*(?:、|和|及|以及|与|，)?\s*(?:分别)?\s*")
_RATIO_NAME = re.compile("比|结构|构成|男女")


class PassageReader:
    """Drafts the figures of one passage, clause by clause."""

    def __init__(self, text: str, year: int | None, status: str = "") -> None:
        self.text = text
        self.year = year
        self.rows: list[Draft] = []
        self.context = Context()
        self._sentence = -1
        self._period = self._lasting_period = ""
        self._period_printed = False
        self._basis = self._compared = ""
        self._status = self._passage_status = status

    def clauses(self) -> list[Clause]:
        """Return the clauses to read, in their order."""
        return clauses(self.text, quantities(self.text))

    def read(self, clause: Clause, heading: str) -> None:
        """Read one clause under the heading whose subject is `heading`."""
        if clause.sentence != self._sentence:
            self._begin_sentence(clause)
        if heading != self.context.heading:
            self.context.heading = heading
            self._lasting_period = ""
        if clause.inner:
            self._read_aside(clause)
            return
        text = self.text[clause.start : clause.end]
        self._status = _first_name("status.names", text) or self._status
        if clause.quantities:
            self._numbers(clause)
        else:
            self._words(text, clause)
        if clause.mark in "；;":
            self.context.verb = ""

    def _read_aside(self, clause: Clause) -> None:
        """Read what stands in parentheses; it leaves nothing for what follows it."""
        kept, period = self.context, self._period
        self.context = replace(kept, pending="", verb_units=set(kept.verb_units))
        self._numbers(clause)
        self.context, self._period = kept, period

    def _begin_sentence(self, clause: Clause) -> None:
        context = self.context
        self._sentence = clause.sentence
        self._period, self._basis, self._compared = self._lasting_period, "", ""
        self._status = self._passage_status
        context.begin_sentence()
        if not _GROUPED.match(self.text[clause.start :]):
            context.scope = context.scope_head = ""

    # -- clauses without numbers ------------------------------------------------------------

    def _words(self, text: str, clause: Clause) -> None:
        context = self.context
        period = periods.stated(text, self.year)
        if period is not None:
            self._period = period
            if clause.mark in "：:":
                self._lasting_period = period
        basis = growth.basis_in(text)
        if basis:
            self._basis = basis
        if "其中" in text:
            context.among = True
        scope = _SCOPE.match(text)
        if scope and "其中" not in text:
            self._set_scope(phrases.trimmed(scope["scope"]))
        elif "持平" in text:
            self._level_off(text)
        elif _DOUBLED.search(text) and self.rows:
            self._double(text)
        elif not basis and not _GROUPED.match(text):
            rest, printed, compared, _ = growth.comparison_of(text)
            if printed and not phrases.trimmed(rest):
                self._compared = compared
            elif phrases.trimmed(text):
                context.pending = text

    def _set_scope(self, scope: str) -> None:
        head = phrases.head_of(scope)
        keeps = len(head) > 1
        self.context.scope = phrases.without_head(scope) if keeps else scope
        self.context.scope_head = head if keeps else ""

    def _level_off(self, text: str) -> None:
        """与上年持平: the level before has not changed."""
        rest, _, compared, _ = growth.comparison_of(re.sub("(?:基本|大体|总体)?持平.*$", "", text))
        if phrases.trimmed(rest) or not self.rows:
            return
        row = self.rows[-1]
        self._set_change(row, "0", "百分点" if row.is_rate else "%", compared or "上年")

    def _double(self, text: str) -> None:
        """比上年翻一番: the level before has grown by once its size."""
        rest, _, compared, _ = growth.comparison_of(_DOUBLED.sub("", text))
        if not phrases.trimmed(rest):
            self._set_change(self.rows[-1], "1", "倍", compared)

    def _set_change(self, row: Draft, change: str, unit: str, compared: str) -> None:
        if row.sentence == self._sentence and not row.is_growth and not row.change:
            row.change, row.change_unit, row.compared_with = change, unit, compared

    # -- clauses with numbers ---------------------------------------------------------------

    def _numbers(self, clause: Clause) -> None:
        at = clause.start or list_number_end(self.text)
        self.context.chained = False
        self.context.members = self._members_of(clause)
        number = 0
        while number < len(clause.quantities):
            quantity = clause.quantities[number]
            left = self.text[at : quantity.start]
            group = self._respectively(left, clause, number)
            if group:
                number += group
            else:
                after = clause.quantities[number + 1 :]
                until = after[0].start if after else clause.end
                right = self.text[quantity.end : until]
                self._number(left, right, self.text[quantity.end : clause.end], quantity)
                number += 1
            last = clause.quantities[number - 1]
            at = last.end
            used = self.context.noun if self.context.chained else ""
            if used and self.text.startswith(used, at):
                at += len(used)

    def _number(self, left: str, right: str, rest: str, quantity: Quantity) -> None:
        period = periods.stated(left, self.year)
        if period is not None:
            self._period = period
        self._period_printed = period is not None
        if "其中" in left:
            self.context.among = True
        self._basis = growth.basis_in(left) or self._basis
        said = relation(left, quantity)
        if said.says is Says.GROWTH:
            self._growth(said, left, right, rest, quantity)
        elif said.says is Says.SHARE:
            name = naming.share_name(said.subject, said.whole, self.context)
            self._add(quantity, name, Kind.SHARE, part=True)
            self.context.topic = name.topic
        elif said.says is Says.EFFECT:
            self._effect(said, quantity)
        elif quantity.rank:
            self._rank(left, quantity)
        else:
            self._level(left, right, rest, quantity)
        self.context.chained = True

    def _rank(self, left: str, quantity: Quantity) -> None:
        """居全省第3位 is the rank of what was named before."""
        match = _RANKED.search(left)
        subject = phrases.trimmed(left[: match.start()]) if match else ""
        subject = subject or self.context.name or self.context.heading
        of = match["of"] if match else ""
        self._add(quantity, Name(f"{subject}{of}排名", base=subject), Kind.RANK, part=True)

    def _effect(self, said: Relation, quantity: Quantity) -> None:
        subject = phrases.trimmed(said.subject) or self.context.name or self.context.heading
        self._add(quantity, Name(subject + said.whole), Kind.SHARE, part=True)

    def _level(self, left: str, right: str, rest: str, quantity: Quantity) -> None:
        each = self._set_of_rates(left, quantity)
        if each:
            for rate in each:
                self._add(quantity, Name(rate, base=rate), Kind.SHARE)
            return
        if self._completes_growth(left, right, quantity):
            return
        times = _TIMES.search(left) if quantity.unit == "倍" else None
        if times:
            subject = phrases.trimmed(left[: times.start()]) or self.context.name
            name = Name(f"{subject}相当于{times['of']}倍数", base=subject)
        else:
            name = naming.level_name(left, right, rest, quantity, self.context)
        if not name.text or not _is_figure(name.text, quantity):
            return
        self._add(quantity, name, kind_of(name.text, quantity))
        self.context.take(name, quantity)

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
        if row is None or not row.is_growth or row.sentence != self._sentence or row.part:
            return False
        if phrases.trimmed(left) or re.match("[\u4e00-\u9fff]", right) or quantity.unit == "%":
            return False
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
                self._increment(said, quantity)
            return
        subject = phrases.trimmed(said.subject)
        target = None if subject else self._grown(quantity)
        if target is None:
            target = self._growth_row(said, quantity)
        target.change, target.change_unit = signed(quantity.value, said.sign), unit
        target.compared_with = said.compared_with or self._compared
        target.basis = said.basis or self._basis
        self._basis = ""

    def _growth_row(self, said: Relation, quantity: Quantity) -> Draft:
        name = naming.change_name(said.subject, self.context)
        row = self._add(quantity, name, Kind.CHANGE_RATE)
        self.context.name, self.context.topic = name.text, name.topic
        self.context.keep_head(name.text, "%")
        self.context.in_sentence = True
        return row

    def _grown(self, quantity: Quantity) -> Draft | None:
        """Return the level that a growth without a subject belongs to."""
        points = quantity.unit in {"个百分点", "个千分点", "‰"}
        for row in reversed(self.rows):
            if row.sentence != self._sentence:
                break
            if points and row.is_rate:
                return None if row.change else row
            if not points and not row.is_growth and not row.part:
                return None if row.change else row
            if row.is_growth:
                break
        return None

    def _increment(self, said: Relation, quantity: Quantity) -> None:
        """比年初增加468.6亿元 is a row of its own."""
        subject = phrases.trimmed(said.subject) or self.context.name or self.context.heading
        unit = lexicon.units().dimension(quantity.unit)
        kind = kind_of(subject, quantity)
        suffix = "额" if unit == "money" else "数" if kind is Kind.COUNT else "量"
        comparison = said.comparison or said.compared_with
        name = subject + comparison + said.verb + suffix
        row = self._add(quantity, Name(name, base=subject), kind, part=True)
        row.compared_with = said.compared_with

    def _members_of(self, clause: Clause) -> str:
        """Return the verb and thing of 下沉服务事项，街道10项、社区20项, whose parts follow."""
        act = phrases.action(phrases.trimmed(self.context.pending))
        units = {quantity.unit for quantity in clause.quantities}
        if act is None or not act.thing or len(clause.quantities) < 2 or len(units) > 1:
            return ""
        at = clause.start
        for quantity in clause.quantities:
            part = phrases.trimmed(self.text[at : quantity.start])
            if not 0 < len(part) <= 4 or phrases.final_action(part):
                return ""
            at = quantity.end
        return f"{act.adverb}{act.verb}|{act.thing}"

    # -- 分别 -------------------------------------------------------------------------------

    def _respectively(self, left: str, clause: Clause, first: int) -> int:
        """Read 甲、乙分别为1、2 and 分别增长1%、2%; return how many numbers it took."""
        if "分别" not in left:
            return 0
        group = [clause.quantities[first]]
        for quantity in clause.quantities[first + 1 :]:
            between = self.text[group[-1].end : quantity.start]
            if not _JOINED.fullmatch(between):
                break
            group.append(quantity)
        said = relation(left, group[0])
        stated = re.sub("分别.*$", "", said.subject)
        names = _members(phrases.trimmed(stated))
        levels = [row for row in self.rows if row.sentence == self._sentence and not row.part]
        if len(group) < 2:
            return 0
        if said.says is Says.GROWTH and not names and len(levels) >= len(group):
            for row, quantity in zip(levels[-len(group) :], group, strict=True):
                self._attach(row, said, quantity)
            return len(group)
        if len(names) != len(group):
            return 0
        for name, quantity in zip(names, group, strict=True):
            self._member(name, said, quantity)
        return len(group)

    def _attach(self, row: Draft, said: Relation, quantity: Quantity) -> None:
        row.change = signed(quantity.value, said.sign)
        row.change_unit = RATE_UNITS.get(quantity.unit, quantity.unit)
        row.compared_with = said.compared_with or self._compared
        row.basis = said.basis or self._basis

    def _member(self, subject: str, said: Relation, quantity: Quantity) -> None:
        if said.says is Says.GROWTH and quantity.unit in RATE_UNITS:
            row = self._add(quantity, naming.change_name(subject, self.context), Kind.CHANGE_RATE)
            self._attach(row, said, quantity)
        elif said.says is Says.SHARE:
            name = naming.share_name(subject, said.whole, self.context)
            self._add(quantity, name, Kind.SHARE, part=True)
        else:
            name = naming.level_name(subject, "", "", quantity, self.context)
            self._add(quantity, name, kind_of(name.text, quantity))
            self.context.take(name, quantity)

    def _add(self, quantity: Quantity, name: Name, kind: Kind, *, part: bool = False) -> Draft:
        period = self._period or (f"{self.year}年" if self.year else "")
        printed = self._period_printed
        row = Draft(
            quantity,
            name.text,
            kind,
            periods.of_indicator(period, name.text, self.year, printed=printed),
            self._sentence,
            heading=self.context.heading,
            scope=name.scope,
            status=self._status,
            part=part,
        )
        self.rows.append(row)
        return row


def _members(text: str) -> list[str]:
    """Split 出口和进口 or 第一、二、三产业增加值 into full names."""
    industry = re.fullmatch("(?:第?[一二三][、和]?)+产业(?P<head>.*)", text)
    if industry:
        numbers = re.findall("[一二三]", text.partition("产业")[0])
        return [f"第{number}产业{industry['head']}" for number in numbers]
    parts = [part for part in re.split("[、和与及]|以及", text) if part]
    head = phrases.head_of(parts[-1]) if parts else ""
    return [part if phrases.head_of(part) or not head else part + head for part in parts]


def _first_name(path: str, text: str) -> str:
    for expression, name in lexicon.named(path):
        if expression.search(text):
            return name
    return ""


def _is_figure(name: str, quantity: Quantity) -> bool:
    """Whether a number so named is a figure: bare numbers and durations need a fit name."""
    if quantity.ratio:
        return quantity.value.count(":") > 1 or bool(_RATIO_NAME.search(name))
    if not quantity.unit:
        return name.endswith(lexicon.words("names.unitless"))
    if lexicon.units().dimension(quantity.unit) in {"time", "years", "age"}:
        return name.endswith(lexicon.words("names.durations"))
    return True
