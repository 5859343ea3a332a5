"""Sentences that say a figure: the bulletin's own, as printed, and a standard one made from it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from desktop_app.domain.bulletin import Bulletin, BulletinInfo, Figure, Kind, PassageKind, Script
from desktop_app.services import comparing, footnotes
from desktop_app.services.citing.figures import (
    approximate,
    growth_in_words,
    is_rate_only,
    value,
)
from desktop_app.services.citing.words import in_script, marked, plain, reading, words

_END = re.compile(r"[。！？!?]+[”’」』）》)]*|$")
_YEAR = re.compile(r"\d{4}年")
_LINKED = frozenset({Kind.SHARE, Kind.RATIO, Kind.INDEX, Kind.RANGE})


def printed_sentence(bulletin: Bulletin, read_offset: int, script: Script = Script.HANS) -> str:
    """Return the sentence that holds an offset of the reading text, as printed in `script`.

    Of a table, its row with tabs between the cells. A doubtful number has its warning behind it.
    Marks of notes are left out: 国内生产总值[2]1260亿元 would be no number where it is pasted.
    """
    return "".join(printed_sentences(bulletin, (read_offset,), script))


def printed_sentences(
    bulletin: Bulletin, read_offsets: Iterable[int], script: Script
) -> tuple[str, ...]:
    """Return the sentences that hold these offsets, each once, as `printed_sentence` has them."""
    spans = dict.fromkeys(sentence_span(bulletin, offset) for offset in read_offsets)
    in_source, texts = script is Script.SOURCE, bulletin.text
    text = {Script.HANS: texts.hans, Script.HANT: texts.hant}.get(script, texts.source)
    doubtful = sorted((f for f in bulletin.figures if f.doubtful), key=lambda f: f.read_start)
    marks = _marks(bulletin, in_source=in_source)
    sentences: list[str] = []
    for span in spans:
        start, end = texts.map.to_source(*span) if in_source else span
        pieces: list[str] = []
        for figure in doubtful[bisect_left(doubtful, span[0], key=lambda f: f.read_start) :]:
            if figure.read_end > span[1]:
                break
            upto = figure.end if in_source else figure.read_end
            pieces.append(marked(figure, _without(text, start, upto, marks), script))
            start = upto
        sentences.append(
            plain("".join([*pieces, _without(text, start, end, marks)]).replace("\n", ""))
        )
    return tuple(sentence for sentence in sentences if sentence)


def _marks(bulletin: Bulletin, *, in_source: bool) -> list[tuple[int, int]]:
    """Return the stretches of the marks that cite notes, in the text's order."""
    cited = sorted(place for note in footnotes.cited(bulletin) for place in note.cited)
    return [bulletin.text.map.to_source(*place) for place in cited] if in_source else cited


def _without(text: str, start: int, end: int, marks: Sequence[tuple[int, int]]) -> str:
    """Return a stretch of a text without the marks in it."""
    kept = []
    for first, last in marks[bisect_left(marks, (start, start)) :]:
        if last > end:
            break
        kept.append(text[start:first])
        start = last
    return "".join((*kept, text[start:end]))


def sentence_span(bulletin: Bulletin, read_offset: int) -> tuple[int, int]:
    """Return the stretch of the reading text that a sentence, or a row of a table, takes."""
    passages = bulletin.passages
    index = bisect_right(passages, read_offset, key=lambda passage: passage.read_start) - 1
    if index < 0:
        return read_offset, read_offset
    passage = passages[index]
    first, last = passage.read_start, passage.read_end
    if passage.kind is PassageKind.TABLE:
        return first, last
    text = bulletin.text.hans
    for end in _END.finditer(text, first, last):
        if end.end() > read_offset or end.end() == last:
            return first, end.end()
        first = end.end()
    return first, last


def standard_sentence(figure: Figure, bulletin: Bulletin, script: Script = Script.HANS) -> str:
    """Return a sentence that stands by itself, with place and year restored.

    `2022年，鞍山市铁东区地方财政一般预算收入7.8亿元，比上年下降28.1%。`
    The growth is said as printed, with words for its direction; the price basis only where the
    bulletin states it.
    """
    said = words(script)["sentence"]
    period = period_of(figure, bulletin.info)
    statement = _statement(figure, bulletin, script)
    return str(
        said["whole"].format(
            period=said["period"].format(period=in_script(period, script)) if period else "",
            place=in_script(place_of(figure, bulletin.info), script),
            statement=statement,
        )
    )


def _statement(figure: Figure, bulletin: Bulletin, script: Script) -> str:
    said = words(script)["sentence"]
    indicator = in_script(_indicator(figure, bulletin.info), script) or said["nameless"]
    change = compared_growth(figure, script)
    if is_rate_only(figure):
        grown = change or approximate(figure, value(figure, bulletin, script), script)
        return marked(figure, f"{indicator}{grown}", script)
    number = approximate(figure, value(figure, bulletin, script), script)
    form = "linked" if figure.kind in _LINKED or not figure.unit else "valued"
    if figure.kind is Kind.RANK:
        number = number if number.startswith("第") else said["ordinal"].format(value=number)
        follows = figure.indicator.endswith(tuple(reading()["ranks"]))
        form = "valued" if follows else "rank"
    valued = said[form].format(indicator=indicator, value=marked(figure, number, script))
    return str(valued + (said["change"].format(change=change) if change else ""))


def compared_growth(figure: Figure, script: Script) -> str:
    """Return the growth with what it is compared with, and its basis where that is stated."""
    change = growth_in_words(figure, script)
    if not change:
        return ""
    table, said = reading(), words(script)["sentence"]
    basis = ""
    if figure.basis_source in table["stated"]:
        basis = words(script)["bases"].get(figure.basis, "")
    if figure.compared_with in table["next_to_last"]:
        return str(basis + said["next_to_last"].format(change=change))
    base = in_script(_base(figure), script)
    if not base:
        return basis + change
    if figure.change == "0":
        return str(basis + said["same_as"].format(base=base))
    return str(basis + said["compared"].format(base=base, change=change))


def _base(figure: Figure) -> str:
    """Return what the growth is compared with; over a whole year, 上年同期 is 上年."""
    if comparing.is_mean(figure):
        return ""
    table = reading()
    base: str = table["base_names"].get(figure.compared_with, figure.compared_with)
    if re.fullmatch(r"\d{4}", base):
        return f"{base}年"
    whole = re.fullmatch(rf"{table['whole_year']}|\d{{4}}年", figure.period)
    of_year: str = table["base_of_year"].get(base, base)
    return of_year if whole else base


def covered(figure: Figure, info: BulletinInfo) -> str:
    """Return the period with its year as table and card say it: `2022年1-12月` stays so."""
    is_whole = re.fullmatch(reading()["whole_year"], figure.period)
    return figure.period if is_whole else period_of(figure, info)


def period_of(figure: Figure, info: BulletinInfo) -> str:
    """Return the period with its year: `2022年`, `2022年末`, `2022年，截至目前`; may be empty.

    A stretch of years (“十三五”期间, 五年来) is of no year.
    """
    table, period = reading(), figure.period
    whole = re.fullmatch(table["whole_year"], period)
    if whole:
        return str(whole[1])
    if _YEAR.match(period) or info.year is None or re.search(table["own_time"], period):
        return period
    if period.startswith("年"):
        return f"{info.year}{period}"
    between = "，" if period.startswith(tuple(table["apart"])) else ""
    return f"{info.year}年{between}{period}"


def place_of(figure: Figure, info: BulletinInfo) -> str:
    """Return the place to name before the indicator; empty where the indicator names one."""
    indicator = figure.indicator
    if figure.region:
        return "" if figure.region in indicator else figure.region
    whole = _whole_place(indicator, info)
    path = [part for part in info.place.split("/") if part]
    if whole in path:
        path = path[: path.index(whole) + 1]
    elif indicator.startswith(tuple(reading()["other_places"])):
        return ""
    name = place_name(path, info.place_code if len(path) == len(info.place.split("/")) else "")
    return "" if path and path[-1] in indicator else name


def place_name(path: Sequence[str], code: str = "") -> str:
    """Return a place as a sentence names it: `鞍山市铁东区`, `洛阳市`, `河南省`, `北京市海淀区`.

    A province before a prefecture is left out, and before a county of a prefecture too.
    """
    if len(path) != 2:
        return "".join(path[1:]) if len(path) > 1 else "".join(path)
    by_name = path[1].endswith(tuple(reading()["city_ends"]))
    is_city = code.endswith("00") if code else by_name
    return path[1] if is_city else "".join(path)


def _whole_place(indicator: str, info: BulletinInfo) -> str:
    """Return the place that 全市 or 全县 at the head of an indicator means; empty without one."""
    for word in reading()["whole_places"]:
        if indicator.startswith(word) and len(indicator) > len(word):
            parts = [part for part in info.place.split("/") if part.endswith(word[-1])]
            return parts[-1] if parts else ""
    return ""


def _indicator(figure: Figure, info: BulletinInfo) -> str:
    """Return the indicator without 全市 before it where the sentence names the place."""
    whole = _whole_place(figure.indicator, info)
    if not whole or figure.region:
        return figure.indicator
    return next(
        figure.indicator.removeprefix(word)
        for word in reading()["whole_places"]
        if figure.indicator.startswith(word)
    )
