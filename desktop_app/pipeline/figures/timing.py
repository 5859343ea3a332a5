"""The time that a number is of, while a sentence is being read: what was said last, or began."""

import re
from functools import cache

from desktop_app.pipeline.figures import lexicon, periods, phrases, spans

_FROM_YEAR = re.compile(r"(?:由|从)(?:19|20)\d\d年[末底初]?的?[^，。；]{0,12}$")
_FROM = re.compile("(?:由|从)(?![于此事业])(?P<what>[^，。；]{0,14})$")
_OF_LAST_YEAR = re.compile(
    r"(?:(?P<from>由|从|[，。；：]|^)\s*[而但]?(?:上年|去年|上一年)(?:全年|(?P<same>同期)|(?P<end>末|底))?的?(?!同|相|度)"
    r"|(?P<set>[比较])(?:(?:上年|去年|上一年)|(?P<year>(?:19|20)\d\d)年)(?P<end2>末|底)?的)[^，。；]{0,20}$"
)
_START_OF_YEAR = re.compile("年初")


@cache
def _reached() -> re.Pattern[str]:
    return re.compile(f"{phrases.turning()}[^，。；]{{0,6}}$|^[到至]$")


@cache
def _printed_beginning() -> re.Pattern[str]:
    """Return a pattern for a time of its own that a change begins with: 由五年前的20.1万吨."""
    period = lexicon.table()["period"]
    return re.compile(f"{period['long_ago']}|(?P<part>{period['parts_of_year']})")


@cache
def _leads_on() -> re.Pattern[str]:
    """Return a pattern for what follows where a change begins: 由38.5%提高到40.2%."""
    adverbs = lexicon.choice("growth.adverbs")
    return re.compile(rf"(?:[^，。；]{{0,30}}?|[，,]{adverbs}*){phrases.turning()}|\s*[到至]\s*\d")


@cache
def _summed() -> re.Pattern[str]:
    return lexicon.pattern("period.of_all")


@cache
def _arrived() -> re.Pattern[str]:
    ways, near = lexicon.choice("period.arrived"), lexicon.choice("approximation.before")
    return re.compile(f"(?:{phrases.turning()}|{ways})了?{near}?$")


def arrives(left: str) -> bool:
    """Whether the words before a number say that it was reached (提高到), and sum nothing up."""
    reached = _arrived().search(left)
    return reached is not None and not lexicon.pattern("period.sums").search(left)


class Timing:
    """The period of the sentence so far, and that of the number which is read.

    `span` is the sentence's last stretch of years: a mean growth is of it. `printed` says that the
    words before the number itself state the period, `passing` that it holds for its clause only,
    `earlier` that the number is what a change began with, `arrives` that it was reached at last.
    """

    def __init__(self, year: int | None) -> None:
        self.year = year
        self.period = self.span = ""
        self.printed = self.passing = self.earlier = self.arrives = False
        self._arrival: str | None = None
        self._returns = False
        # The stretch of years that opens the sentence, and whether nothing has opened it yet.
        self._opening, self._opens = "", True

    def begin_sentence(self, period: str) -> None:
        """Forget the time of the sentence before; `period` is what its passage set for all."""
        self.period, self.span, self._arrival = period, "", None
        self._returns = False
        self._opening, self._opens = "", True

    def begin_part(self) -> None:
        """Return to the stretch of years that opened the sentence, after a semicolon."""
        self.period = self._opening or self.period

    def set(self, period: str) -> None:
        """Set the time that words without a number state."""
        self.period = period
        if self._opens and spans.is_span(period):
            self._opening = period
        self._opens = False
        self.span = period if spans.is_span(period) else self.span

    def read(self, left: str, after: str, *, later: bool) -> None:
        """Read the time before a number, of which `after` is the rest of the sentence.

        A change begins with another time than it ends with. `later`: the sentence has rows before.
        """
        stated = periods.stated(left, self.year)
        last_year = _OF_LAST_YEAR.search(left)
        if last_year:
            stated = self._earlier(last_year) or stated
        self.earlier = False
        self.arrives = arrives(left)
        if self._returns:
            # 比上年的45.2%提高1.6个百分点: last year's was the first number alone.
            self.period, self._arrival, self._returns = self._arrival or "", None, False
        if _reached().search(left) and self._arrival is not None and stated is None:
            self.period, self._arrival = self._arrival, None
        elif last_year or _FROM_YEAR.search(left):
            self.earlier = True
            # Beside this year's (盈利3亿元，上年亏损1亿元) it is said of one number alone.
            self._returns = bool(
                last_year and (last_year["set"] or self._is_beside(last_year, later))
            )
            self._arrival = self._end_of(self.period)
            self.passing = spans.is_span(self.period)
            self.period = stated or self.period
        elif (began := _FROM.search(left)) and _leads_on().match(after):
            self._begin_change(stated, began["what"])
        elif stated is not None:
            self._arrival = None
            self.set(stated)
            # What opens a sentence is the time of all of it; a stretch of years that comes later
            # (2020年…100亿元，五年年均增长8%) and what comes again are of their own clause.
            again = periods.is_cyclic(stated)
            self.passing = again or (later and spans.is_span(stated))
        self.printed = stated is not None
        if stated is None and self._opening and _summed().search(left):
            self.period = self._opening

    def overcome(self) -> None:
        """Read what is over (扭转了上半年下降3%的局面): its time holds for its clause alone.

        Where none is printed it was before, by convention the same time of the last year.
        """
        self.earlier = self.passing = True
        if not self.printed:
            self.period = periods.before(self.period, self.year)

    def _earlier(self, said: re.Match[str]) -> str:
        """Return the year that a number of before is of (上年末的, 上年同期, 比2010年的)."""
        if said["year"]:
            return f"{said['year']}年" + ("末" if said["end2"] else "")
        if said["same"] and self.period:
            return periods.before(self.period, self.year)
        return (
            f"{self.year - 1}年" + ("末" if said["end"] or said["end2"] else "")
            if self.year
            else ""
        )

    @staticmethod
    def _is_beside(said: re.Match[str], later: bool) -> bool:
        return later and said["from"] not in {"由", "从"}

    def _begin_change(self, stated: str | None, what: str) -> None:
        """Set the time of 由38.5%, which nothing states: by convention the year before."""
        own = _printed_beginning().match(what)
        if own:
            part = periods.stated(what, self.year) if own["part"] else None
            self.earlier, self._arrival = True, self._end_of(self.period)
            self.period = part or own[0]
            return
        known = stated is not None and not periods.is_cyclic(stated)
        whole = stated if stated and known else self.period
        self.earlier = True
        self.set(whole)
        self._arrival, self.passing = self._end_of(whole), spans.is_span(whole)
        if lexicon.pattern("period.undated").match(what):
            self.period = str(lexicon.table()["period"]["undated_name"])
        elif _START_OF_YEAR.match(what) and self.year:
            self.period = f"{self.year}年初"
        else:
            self.period = periods.before(whole, self.year)

    def _end_of(self, period: str) -> str:
        """Return what time a change ends at: of a stretch of years the last."""
        return spans.ended(period, self.year) if spans.is_span(period) else period
