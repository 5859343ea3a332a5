"""What time a figure covers, as the text says it."""

import re

from desktop_app.pipeline.figures import lexicon, phrases, spans
from desktop_app.pipeline.figures.numbers import chinese_value

_SPAN = re.compile(
    r"(?<![比较与同])(?<!\d[-–—~至到])(?<!月[-–—~至到])(?:(?P<year>(?:19|20)\d\d)年(?:度)?)?(?:(?P<months>\d{1,2}\s*月?\s*[-–—~至到]\s*\d{1,2})月份?"
    r"|(?P<month>\d{1,2})月(?P<day>\d{1,2}日)?(?P<part>份|末|底|初)?"
    r"|(?<![此续目])前(?P<count>\d{1,2}|[二两三四五六七八九]|十一?)个月"
    r"|(?P<named>上半年|下半年|前三个?季度|(?<!前)[一二三四]季度))(?P<since>以来|前|底前)?"
)
# 比一季度、上半年分别回升: what a growth is measured against is no period.
_PART = r"(?:[一二三四]季度|前三季度|[上下]半年|\d{1,2}月份?|1[-—]\d{1,2}月份?|(?:19|20)\d\d年)"
_AGAINST = re.compile(rf"[比较]{_PART}(?:[、和及]{_PART})+")
_DATED = re.compile(r"(\d{4})年")
_OF_YEAR = re.compile(r"\d{4}年")
# Without one of these a text states no period.
_HINT = re.compile("[年月季期前每五来]")
# A year that a growth is measured against, or whose prices are used, is no period.
_YEAR = re.compile(
    r"(?<![比较与同按以是])(?<!相当于)(?<!恢复[到至])(?P<year>(?:19|20)\d\d)年(?P<end>末|底)?"
    r"(?!(?:不变)?价|为基期|为100|=100)"
)


def stated(text: str, year: int | None) -> str | None:
    """Return the period that a stretch of text states last, or None where it states none.

    A month without its year belongs to `year`, the bulletin's.
    """
    if _HINT.search(text) is None:
        return None
    text = _AGAINST.sub(lambda against: "、" * len(against[0]), text)
    # The last one counts, and of those that end alike the longest (2016-2020年, not 2020年).
    found = [(span.end, -span.start, span.name) for span in spans.find(text)]
    for match in _YEAR.finditer(text):
        name = match["year"] + "年" + ("末" if match["end"] else "")
        found.append((match.end(), -match.start(), name))
    for match in _SPAN.finditer(text):
        found.append((match.end(), -match.start(), _span(match, year)))
    for path, name in _named(year):
        # 平均每年增长, 每年递增: a mean, which no year comes again in.
        words = lexicon.pattern(
            path,
            before="(?<![人户均])",
            after="(?!平均|递|以来|年?初|的?(?:预期)?(?:目标|计划|任务|预算))",
        )
        for match in words.finditer(text):
            found.append((match.end(), -match.start(), name or match[0]))
    return max(found)[2] if found else None


def _span(match: re.Match[str], year: int | None) -> str:
    of = match["year"] or (str(year) if year else "")
    of = f"{of}年" if of else ""
    if match["months"]:
        months = re.sub(r"\s*月?\s*[-–—~至到]\s*", "-", match["months"])
        return f"{of}{months}月" + (match["since"] or "")
    if match["count"]:
        last = match["count"] if match["count"].isdigit() else chinese_value(match["count"])
        return f"{of}1-{last}月"
    if match["named"]:
        return of + match["named"].replace("个", "")
    end = "末" if match["part"] in {"末", "底"} else ""
    return f"{of}{match['month']}月{match['day'] or ''}{end}{match['since'] or ''}"


def _named(year: int | None) -> list[tuple[str, str]]:
    """Return the lists of words that name a period, with what each stands for."""
    of = f"{year}年" if year else ""
    return [
        ("period.end_of_year", f"{of}末" if of else "年末"),
        ("period.whole_year", of or "全年"),
        ("period.until_now", lexicon.table()["period"]["until_now_name"]),
        ("period.cyclic", ""),
    ]


def of_indicator(period: str, name: str, year: int | None, *, printed: bool) -> str:
    """Return the period of an indicator: a 年末 said of another does not cover flows.

    A stock of which the text says no time is of the end of the year, also after 五年来.
    """
    if not printed and period.endswith("年末") and is_flow(name):
        return f"{year}年" if year else ""
    if printed or not year or not _is_stock(name):
        return period
    if _OF_YEAR.fullmatch(period):
        return f"{period}末"
    if spans.is_span(period):
        return f"{year}年末"
    return period


def reached(period: str, name: str, year: int | None, *, rate: bool) -> str:
    """Return the period of a level that a stretch of years arrived at: the stretch's last year.

    What is a sum of all its years (投资, 新增就业) stays the stretch's; a `rate` is none.
    """
    if not spans.is_span(period):
        return period
    bare = phrases.bare(name)
    ends = bare.endswith(lexicon.words("period.summed"))
    moved = bare.startswith(lexicon.words("period.moved")) or phrases.action(bare) is not None
    if not rate and (ends or moved):
        return period
    last = spans.ended(period, year)
    return f"{last}末" if _is_stock(name) and _OF_YEAR.fullmatch(last) else last


def before(period: str, year: int | None) -> str:
    """Return when a change began that ended in a period.

    By convention of a yearly bulletin it is the same time of the year before, of a stretch of
    years its beginning.
    """
    if spans.is_span(period):
        return spans.began(period)
    dated = _DATED.match(period)
    if dated:
        return f"{int(dated[1]) - 1}{period[dated.end(1) :]}"
    return f"{year - 1}年" if year else period


def is_cyclic(period: str) -> bool:
    """Whether a period comes again, and so holds for its own clause only."""
    return period in lexicon.word_set("period.cyclic")


def _is_stock(name: str) -> bool:
    """Whether a name is of what there is; 减少贫困人口 and 新增用户数 happened."""
    bare = phrases.bare(name)
    moved = bare.startswith(lexicon.words("period.moved"))
    return bare.endswith(lexicon.words("period.stock")) and not moved


def is_flow(name: str) -> bool:
    """Whether a name is of what happened over a time, not of what there is at its end."""
    return any(word in name for word in lexicon.words("period.flow"))
