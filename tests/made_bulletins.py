"""Bulletins made by the thousand, from a seed: for benchmarks and tests of a large library.

Their words are as skewed as those of real ones (Zipf's law): every bulletin has the same few
indicators and verbs, many share a place or a trade, and most invented names occur once or twice.
One in thirty has its digits in full width. What a sentence says is nonsense; that it looks like a
bulletin's to a search is all that counts.
"""

import random
from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate

from desktop_app.domain.bulletin import (
    Bulletin,
    BulletinInfo,
    Figure,
    Kind,
    Passage,
    PassageKind,
    ReadingText,
    Section,
)
from desktop_app.system import resources

_CHAPTERS = (
    *("综合", "农业", "工业和建筑业", "固定资产投资", "国内贸易", "对外经济"),
    *("交通、邮电和旅游", "财政、金融和保险", "教育和科学技术", "文化、卫生和体育"),
    *("人口、人民生活和社会保障", "资源、环境和安全生产"),
)
_NUMBERS = "一二三四五六七八九十"
_UNITS = (
    "亿元",
    "万元",
    "万人",
    "人",
    "万吨",
    "吨",
    "公里",
    "户",
    "个",
    "家",
    "%",
    "公顷",
    "亩",
    "万千瓦时",
)
_VERBS = ("", "达", "达到", "为", "实现", "完成", "共", "累计完成", "增加到")
_GROWTH = ("增长", "下降", "提高", "减少", "上升")
_LEADS = (
    "全年",
    "年末",
    "初步核算，",
    "截至年末，",
    "其中，",
    "全区",
    "全县",
    "全市",
    "按常住人口计算，",
)
_SYLLABLES = (
    "的一了在有和人中大为上个国以要到时地们出就会可也对生能而子那得着下自之年过发后作里用道行所然家种事成方多经去法学如都同现"
    "当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外"
    "将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿"
    "原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期"
    "市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程"
    "北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔干林龙桥湖溪岭坪坝湾沟店镇乡村街巷苑园庄寨屯堡营台塘港州城"
)
_NAME_COUNT = 30_000
_WORD_COUNT = 60_000
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x30, 0x3A)}


class _Skewed:
    """Draws words: the n-th is drawn 1/n as often as the first."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words = words
        self._sums = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))

    def draw(self, dice: random.Random) -> str:
        return self._words[bisect(self._sums, dice.random() * self._sums[-1])]


class BulletinMaker:
    """Makes bulletins; the same seed makes the same ones."""

    def __init__(self, seed: int = 1) -> None:
        dice = random.Random(seed)
        indicators = list(dict.fromkeys(resources.table("indicators")["plain"]))
        dice.shuffle(indicators)
        self._indicators = _Skewed(tuple(indicators))
        self._names = _Skewed(tuple(_invented(dice, _NAME_COUNT, (2, 2, 3))))
        self._words = _Skewed(tuple(_invented(dice, _WORD_COUNT, (1, 2, 2, 2, 3, 4))))
        self._seed = seed

    def bulletins(self, count: int, first: int = 1) -> Iterator[Bulletin]:
        """Yield the bulletins number `first` to `first + count - 1`, each one the same again."""
        for number in range(first, first + count):
            yield self._bulletin(number)

    def _bulletin(self, number: int) -> Bulletin:
        dice = random.Random(f"{self._seed}/{number}")
        place, year = f"{self._names.draw(dice)}县", 1995 + dice.randrange(30)
        page = _Page(dice)
        page.add(f"{place}{year}年国民经济和社会发展统计公报", PassageKind.TITLE)
        for chapter, title in enumerate(_CHAPTERS[: dice.randint(7, 12)], start=1):
            page.open_chapter(_numeral(chapter), title)
            for _ in range(dice.randint(3, 9)):
                self._paragraph(page, dice)
        return page.finish(f"made-{number}", place, year)

    def _paragraph(self, page: "_Page", dice: random.Random) -> None:
        for _ in range(dice.randint(1, 4)):
            if dice.random() < 0.7:
                page.write(self._clause(dice) + "，")
            self._statement(page, dice)
        page.end_paragraph()

    def _clause(self, dice: random.Random) -> str:
        """Return words without a figure."""
        return "".join(self._words.draw(dice) for _ in range(dice.randint(4, 16)))

    def _statement(self, page: "_Page", dice: random.Random) -> None:
        name = self._indicators.draw(dice)
        if dice.random() < 0.15:
            name = f"{self._names.draw(dice)}{name}"
        page.write(f"{dice.choice(_LEADS)}{name}{dice.choice(_VERBS)}")
        page.figure(name, _value(dice), dice.choice(_UNITS))
        if dice.random() < 0.7:
            rate = f"{dice.randrange(300) / 10}"
            page.write(f"，比上年{dice.choice(_GROWTH)}{rate}%")
        page.write(dice.choice(("。", "；", "，")))


class _Page:
    """A bulletin as it is written, passage by passage."""

    def __init__(self, dice: random.Random) -> None:
        self._wide = dice.random() < 1 / 30
        self._text: list[str] = []
        self._length = 0
        self._begun = 0
        self._passages: list[Passage] = []
        self._sections: list[Section] = []
        self._figures: list[Figure] = []

    def write(self, text: str) -> None:
        text = text.translate(_FULL_WIDTH) if self._wide else text
        self._text.append(text)
        self._length += len(text)

    def figure(self, name: str, value: str, unit: str) -> None:
        start = self._length
        self.write(value + unit)
        plain = value.replace(",", "")
        self._figures.append(
            Figure(
                id=len(self._figures) + 1,
                section=self._section(),
                indicator=name,
                value=plain,
                unit=unit,
                kind=Kind.LEVEL,
                printed=value + unit,
                start=start,
                end=self._length,
                read_start=start,
                read_end=self._length,
                base_value=plain,
                base_unit=unit,
            )
        )

    def add(self, text: str, kind: PassageKind) -> None:
        """Write a passage, whole."""
        self.write(text)
        self.end_paragraph(kind)

    def end_paragraph(self, kind: PassageKind = PassageKind.BODY) -> None:
        start, end = self._begun, self._length
        number = len(self._passages) + 1
        self._passages.append(Passage(number, self._section(), kind, start, end, start, end))
        self.write("\n")
        self._begun = self._length

    def open_chapter(self, number: str, title: str) -> None:
        start, heading = self._length, f"{number}、{title}"
        end = start + len(heading)
        section = Section(
            len(self._sections) + 1, None, 1, number, title, start, end, start, end, start, end
        )
        self._sections.append(section)
        self.add(heading, PassageKind.HEADING)

    def finish(self, key: str, place: str, year: int) -> Bulletin:
        hans = "".join(self._text)[:-1]
        return Bulletin(
            key=key,
            info=BulletinInfo(title=hans[: hans.index("\n")], place=f"河东省/{place}", year=year),
            text=ReadingText(hans, hans, hans, ()),
            sections=tuple(self._sections),
            passages=tuple(self._passages),
            figures=tuple(self._figures),
        )

    def _section(self) -> int | None:
        return len(self._sections) or None


def _invented(dice: random.Random, count: int, lengths: tuple[int, ...]) -> Iterator[str]:
    """Yield words that no dictionary has; short ones run out, so that longer ones follow."""
    characters = _Skewed(tuple(dict.fromkeys(_SYLLABLES)))
    seen: set[str] = set()
    while len(seen) < count:
        word = "".join(characters.draw(dice) for _ in range(dice.choice(lengths)))
        if word not in seen:
            seen.add(word)
            yield word


def _numeral(number: int) -> str:
    return _NUMBERS[number - 1] if number <= len(_NUMBERS) else f"十{_NUMBERS[number - 11]}"


def _value(dice: random.Random) -> str:
    number = 10 ** dice.uniform(0, 5)
    if dice.random() < 0.4:
        return f"{int(number)}" if dice.random() < 0.8 else f"{int(number):,}"
    return f"{number:.{dice.choice((1, 1, 2))}f}"
