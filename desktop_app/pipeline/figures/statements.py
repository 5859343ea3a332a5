"""Statements: what each number of a clause adds to the rows, in the light of what came before."""

import dataclasses
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from msgspec.structs import replace

from desktop_app.domain.bulletin import Kind
from desktop_app.pipeline.figures import (
    comparing,
    growth,
    lexicon,
    periods,
    phrases,
    rates,
    regions,
    spans,
)
from desktop_app.pipeline.figures.context import Context, Name
from desktop_app.pipeline.figures.draft import Draft
from desktop_app.pipeline.figures.growth import RATE_UNITS, Relation, Says, relation, signed
from desktop_app.pipeline.figures.kinds import kind_of
from desktop_app.pipeline.figures.levels import goal_met, level
from desktop_app.pipeline.figures.numbers import Quantity
from desktop_app.pipeline.figures.timing import Timing
from desktop_app.system import resources

_TURN = re.compile("(?:由|从)(?:上年|去年|上一年)(?:同期)?的?$|(?:^|[，,])转变?为?$")
# （按可比价格计算，下同）, or 下同 without parentheses.
_LASTING = re.compile("[（(](?P<said>[^（()）]*?)[，,]?(?:以)?下同[)）]|(?:以)?下同")
_LASTING_ALONE = re.compile("[（(](?:以)?下同[)）]|[，,]?(?:以)?下同(?![)）])")
# What a parenthesis right after a number says of it.
_AFTER = re.compile(r"\s*[（(][^（()）]{1,40}[)）]")
# 下降3.2%的局面: how it went before.
_STATE = re.compile("的[^，。；]{0,6}?(?:局面|态势|势头|状况|趋势|走势|被动)")
_ANEW = re.compile("(?:共有|拥有|共计有)[^，。；]*$")


@cache
def _overcome() -> re.Pattern[str]:
    """Return a pattern for what is over: 扭转了上半年 | 下降3.2%的局面."""
    return lexicon.pattern(
        "growth.overcome", before="(?:一举|成功|彻底|迅速|有效|逐步)?", after="了?[^，、]{0,12}$"
    )


def _alike(unit: str, other: str) -> bool:
    """Whether a difference in one unit can be of a level in another; 度 after ℃ is of warmth."""
    units = resources.units()
    return units.dimension(unit) == units.dimension(other) or (unit == "℃" and other == "度")


class Statements:
    """The rows of a passage so far, and the time, basis and subject that hold for the next."""

    def __init__(self, year: int | None) -> None:
        self.year = year
        self.rows: list[Draft] = []
        self.context = Context()
        self.sentence = -1
        self.time = Timing(year)
        self.restated = False
        self.aside = self._asides = 0
        self.basis = self.compared = self.carried = self.status = self.region = ""
        # What the growth that comes next is measured against: 比2010年的45.1%提高.
        self.since = ""
        # What a clause without a number spoke of last (税收收入稳步回升), and whether it is sure
        # that this is an indicator.
        self.spoken, self.spoken_surely = "", False
        # The sentence has lost a number: what goes on after it is doubtful.
        self.lost = False
        self.basis_lasts = self.scope_lasts = False
        self._levels_since = 0
        self._compared_here = "", -1

    def read_time(self, left: str, after: str = "") -> str:
        """Read when a number is of, `after` being what follows it; return its words without it."""
        later = bool(self.rows) and self.rows[-1].sentence == self.sentence
        self.time.read(left, after, later=later)
        return spans.without(left)

    def number(self, left: str, right: str, rest: str, quantity: Quantity) -> None:
        """Read a number by the words before it, up to the next number, and in all its clause."""
        self._number(left, right, rest, quantity)
        self.context.chained = True

    def _number(self, left: str, right: str, rest: str, quantity: Quantity) -> None:
        self.restated = lexicon.pattern("status.restated").search(left) is not None
        if "其中" in left:
            self.context.begin_among(lasts=False)
        if _ANEW.search(left):
            self.context.anew = not self.context.in_sentence
            self.context.verb = ""
        else:
            self.context.anew = False
        left = self.read_prices(left)
        after = _AFTER.match(right)
        if after:
            self.read_prices(after[0])
        left = self._read_region(left)
        if (
            goal_met(left, quantity, self)
            or comparing.moved(left, right, quantity, self)
            or comparing.gap_goes_on(left, quantity, self)
        ):
            return
        said = relation(left, quantity)
        if said.says is Says.GROWTH:
            self._growth(said, left, right, rest, quantity)
        elif said.says is Says.SHARE:
            self._share(said, quantity)
        elif said.says is Says.EFFECT:
            comparing.effect(said, quantity, self)
        elif said.says is Says.GAP:
            comparing.gap(said, quantity, self)
        elif quantity.rank:
            comparing.rank(left, quantity, self)
        else:
            level(left, right, rest, quantity, self)

    def _share(self, said: Relation, quantity: Quantity) -> None:
        whole = said.whole or self.context.shared
        name = rates.share_name(said.subject, whole, self.context)
        self.add(quantity, name, Kind.SHARE, part=True)
        self.context.topic, self.context.shared = name.topic, whole
        if self.time.earlier:
            # 占…比重由1.5%提高到2.0%: both ends are of the share.
            self.context.base = self.context.name = self.context.stem = name.text

    def read_prices(self, text: str) -> str:
        """Read a stated basis, and whether it lasts; return the text without 下同."""
        basis = growth.basis_in(text)
        if basis:
            self.basis, self._levels_since = basis, 0
        for match in _LASTING.finditer(text):
            said = match["said"] or ""
            if self.basis and (growth.basis_in(said) or not said.strip("，,以")):
                self.basis_lasts = True
            else:
                self.scope_lasts = True
        return _LASTING_ALONE.sub("", text)

    def _read_region(self, left: str) -> str:
        """Read whose a number is; return the text without a place that stands there alone."""
        word = "" if self.context.chained else regions.word_of(left)
        word = word or regions.named(left)
        # What is named goes on behind a comma: 清河县常住人口12万人，粮食产量5万吨.
        if word or (phrases.trimmed(left) and not regions.is_named(self.region)):
            self.region = word
        return "" if self.context.base and regions.is_bare(left) else left

    def begin_part(self) -> None:
        """Begin another part of a sentence, behind a semicolon."""
        self.context.begin_part()
        self.time.begin_part()
        if regions.is_named(self.region):
            self.region = ""

    @contextmanager
    def in_parentheses(self, start: int) -> Iterator[None]:
        """Read what stands in parentheses at `start`: it leaves nothing for what follows it.

        It speaks of the number before it, though numbers after it were read already.
        """
        kept, period = self.context, self.time.period
        self.context = dataclasses.replace(kept, pending="", verb_units=set(), bases=[])
        before = next((row for row in reversed(self.rows) if row.quantity.start < start), None)
        if before is not None and before is not self.rows[-1]:
            name = before.indicator.removesuffix("数")
            self.context.topic = self.context.base = self.context.name = name
            self.context.main = self.context.whole = name
            self.context.ranked = ""
        self._asides += 1
        self.aside = self._asides
        yield
        self.context, self.time.period, self.aside = kept, period, 0

    def keep_comparison(self) -> None:
        """Let a comparison go on into a sentence that begins with 其中."""
        self._compared_here = self._compared_here[0], self.sentence

    def is_mean(self, said: Relation) -> bool:
        """Whether a growth is the yearly mean of several years, which 平均 needs to be told."""
        return said.mean or (said.averaged and self.time.span != "")

    def compared_with(self, said: Relation, *, lasts: bool = True) -> str:
        """Return what a growth is measured against; where it `lasts` others may be so, too.

        上年 is said once for a whole passage, anything else (上年末) for a sentence; a second base
        of one thing (同比增长15%，比2019年同期增长10%) for that growth alone.
        """
        if self.is_mean(said):
            return str(lexicon.table()["growth"]["mean_name"])
        since, self.since = self.since, ""
        if since and not said.compared_with:
            return since
        compared = said.compared_with or self.compared
        once = compared in lexicon.word_set("growth.said_once")
        if once:
            self.carried = compared
        if compared and (once or lasts):
            self._compared_here = compared, self.sentence
        here, sentence = self._compared_here
        return compared or (here if sentence == self.sentence else self.carried)

    def _is_second(self, subject: str) -> bool:
        """Whether what the sentence said last has a growth already, and nothing else is named."""
        last = self.rows[-1] if self.rows and not subject else None
        same = last is not None and last.sentence == self.sentence
        return last is not None and same and bool(last.change or last.is_growth)

    def _inherited(self, compared: str, row: Draft) -> str:
        """Return a base that was said of another: 年末存栏…比上年末减少, 出栏增长 is over 上年."""
        ended = compared in lexicon.word_set("comparison.at_a_date")
        return self.carried if ended and periods.is_flow(row.indicator) else compared

    def _growth(
        self, said: Relation, left: str, right: str, rest: str, quantity: Quantity
    ) -> None:
        unit = RATE_UNITS.get(quantity.unit)
        if unit is None:
            counts_on = re.match("[\u4e00-\u9fff]", right) and not said.comparison
            if counts_on or not quantity.unit:
                level(left, right, rest, quantity, self)
            else:
                self.increment(said, quantity)
            return
        said, doubtful = self._with_subject(said, right)
        subject = phrases.trimmed(said.subject)
        if said.verb in lexicon.word_set("growth.improving"):
            of = subject or self.context.name
            falls = of.endswith(lexicon.words("growth.worse_higher"))
            said = replace(said, sign=-1 if falls else 1)
        second = self._is_second(subject)
        target = self._level_of(said, subject, quantity)
        if target is None:
            target = self._growth_row(said, quantity)
            mean = self.is_mean(said) and self.time.span
            target.period = self.time.span if mean else target.period
            target.doubtful = doubtful
        target.change, target.change_unit = signed(quantity.value, said.sign), unit
        target.change_approx = quantity.approx
        # 下降-2.1%: a fall by less than nothing may be meant for a fall or for a rise.
        twice = said.sign < 0 and quantity.value.startswith("-")
        target.doubtful = target.doubtful or twice
        if not target.is_growth:
            target.change_at = quantity.start, quantity.end
        self._compare(target, said, second=second)
        if spans.is_span(target.compared_with) and self.time.span and not target.is_growth:
            # “九五”期间产量达到15万吨，比“八五”期间增长10%: of all its years.
            target.period = self.time.span
        target.basis = said.basis or self.basis
        # （扣除价格因素，下同）实际增长4% says 实际 each time; growth without it is nominal.
        target.basis_lasts = self.basis_lasts and not said.real
        self.basis, self.basis_lasts = "", False

    def _with_subject(self, said: Relation, right: str) -> tuple[Relation, bool]:
        """Return a growth with whose it is, and whether that is unsure."""
        # 由上年增长9.0%转为下降3.5%: the growth of last year, and that of this one.
        said = replace(said, subject=_TURN.sub("", said.subject))
        doubtful = self.lost
        if overcome := _overcome().search(said.subject) if _STATE.match(right) else None:
            said = replace(said, subject=said.subject[: overcome.start()])
            doubtful = doubtful or not self.time.printed
            self.time.overcome()
        if phrases.trimmed(said.subject):
            return said, doubtful
        said, unsure = self._of_what_was_spoken_of(said)
        return said, doubtful or unsure

    def _level_of(self, said: Relation, subject: str, quantity: Quantity) -> Draft | None:
        """Return the level that a growth is the change of, if it is no figure of its own."""
        target = None if subject or self.time.earlier else self._grown(quantity)
        several = self.is_mean(said) or spans.is_span(self.time.period)
        if target and several and self.time.printed and target.period != self.time.period:
            # 2020年产值50亿元，五年年均增长8% (五年来增长80%): of other years than the level is.
            return None
        return target

    def _compare(self, target: Draft, said: Relation, *, second: bool) -> None:
        # 增速比上半年加快0.4个百分点: a growth is over last year all the same.
        points = target.change_unit == "百分点"
        of_growth = target.is_growth and points and self.context.grew
        inherits = not (said.compared_with or self.compared or self.since)
        target.compared_with = self.compared_with(said, lasts=not (of_growth or second))
        if inherits:
            target.compared_with = self._inherited(target.compared_with, target)
        # 比上年增长4,2%: what it is measured against has swallowed a piece of the number.
        target.doubtful = target.doubtful or target.compared_with[-1:].isdigit()
        self.context.grew = target.change_unit == "%" or of_growth

    def _of_what_was_spoken_of(self, said: Relation) -> tuple[Relation, bool]:
        """Return a growth of what the clause before spoke of, and whether that is unsure.

        What opens a sentence with other words (受灾情影响，下降8%) may be of anything.
        """
        if not self.spoken:
            return said, bool(self.context.pending) and not self.context.in_sentence
        if not self.spoken_surely:
            # What is no indicator shares no measure of what was said before.
            self.context.head = ""
        return replace(said, subject=self.spoken), not self.spoken_surely

    def doubled(self, subject: str, compared: str, basis: str, quantity: Quantity) -> None:
        """Add the growth of what has doubled, of which no level is told (出口翻了一番)."""
        said = Relation(Says.GROWTH, subject, compared_with=compared, basis=basis)
        self.read_time(subject)
        self._read_region(subject)
        self._growth(said, subject, "", "", quantity)

    def _growth_row(self, said: Relation, quantity: Quantity) -> Draft:
        name = rates.change_name(said.subject, self.context, quantity.unit)
        row = self.add(quantity, name, Kind.CHANGE_RATE)
        self.context.name, self.context.topic = name.base or name.text, name.topic
        self.context.base = name.base
        if not self.context.among:
            self.context.whole = name.base
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
            if elsewhere or row.earlier or row.quantity.start > quantity.start:
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
        if said.verb in lexicon.word_set("growth.differing") and said.comparison:
            self._differs(said, quantity)
            return
        own = phrases.canonical(phrases.trimmed(said.subject))
        subject = own or self.context.name or self.context.heading
        if not self.context.name:
            self.context.name_alone(own)
        kind = kind_of(subject, quantity)
        # 元, 美元, 港元
        suffix = "额" if quantity.unit.endswith("元") else "数" if kind is Kind.COUNT else "量"
        comparison = said.comparison or said.compared_with
        if suffix == "数" and not subject.endswith(lexicon.words("names.counts")):
            subject = subject.removesuffix("数")
        verb: str = lexicon.table()["growth"]["named"].get(said.verb, said.verb)
        mean = lexicon.table()["growth"]["mean_name"] if said.mean else ""
        name = subject + comparison + mean + verb + suffix
        second = self._is_second(own)
        row = self.add(quantity, Name(name, base=subject), kind, part=True)
        row.compared_with = self.compared_with(said, lasts=not second)

    def _differs(self, said: Relation, quantity: Quantity) -> None:
        """Add 平均气温比上年高0.5度: the level's change, where it is told, else a change alone."""
        row = self.rows[-1] if self.rows and not phrases.trimmed(said.subject) else None
        same = row is not None and row.sentence == self.sentence and not row.part
        if row is None or not same or row.change or not _alike(row.quantity.unit, quantity.unit):
            row = self._growth_row(said, quantity)
        row.change, row.change_unit = signed(quantity.value, said.sign), quantity.unit
        row.change_approx = quantity.approx
        if not row.is_growth:
            row.change_at = quantity.start, quantity.end
        row.compared_with = self.compared_with(said)

    def add(self, quantity: Quantity, name: Name, kind: Kind, *, part: bool = False) -> Draft:
        """Add a row for a number, with the time, the status and the region that hold now.

        A basis that was stated holds for the growth of one level: another one ends it.
        """
        if kind is not Kind.CHANGE_RATE and not part:
            self._levels_since += 1
            if self._levels_since > 1 and not self.basis_lasts:
                self.basis = ""
        period = self.time.period or (f"{self.year}年" if self.year else "")
        printed = self.time.printed
        if kind is Kind.CHANGE_RATE:
            # The sign is the change's: 增长-2.3% is a rate of 2.3 and a change of -2.3.
            quantity = replace(quantity, value=quantity.value.removeprefix("-"))
        if self.time.arrives and kind is not Kind.CHANGE_RATE:
            rate = quantity.unit in {"%", "‰"}
            period = periods.reached(period, name.text, self.year, rate=rate)
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
            earlier=self.time.earlier,
            scope_lasts=self.scope_lasts,
            part=part,
            aside=self.aside,
            doubtful=self.lost,
        )
        self.scope_lasts = False
        self.spoken = ""
        self.rows.append(row)
        return row
