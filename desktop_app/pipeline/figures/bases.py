"""The price basis of a figure: what sentence, 下同 or note says, or the indicator's convention."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from msgspec import Struct

from desktop_app.domain.outline import Note
from desktop_app.pipeline.figures import growth, lexicon, phrases
from desktop_app.pipeline.figures.draft import Draft

UNSTATED = "未说明"
_ENDS = re.compile("[。；;\n]")
_PARTS = re.compile("[，,：:]")
_JOINTS = re.compile("[、和与及]|以及")
_LEAST = 2
# Indicators come again, in text and table.
_REMEMBERED = 512
# What a note names for all industries at once: 各产业增加值.
GENERAL = "增加值"


class _Family(Struct, frozen=True):
    """Indicators whose growth is calculated alike, and the bases that it can have."""

    pattern: re.Pattern[str]
    name: str
    bases: frozenset[str]
    everywhere: bool
    also: tuple[str, ...] = ()


_NO_FAMILY = _Family(re.compile(""), "", frozenset(), everywhere=False)
# What has prices of its own, of which a note without names speaks.
_AT_PRICES = frozenset({"production", "output"})


class _Prices:
    """What one sentence of a note says: the bases of level and growth of the indicators named."""

    def __init__(self, sentence: str) -> None:
        self.level = self.growth = ""
        levels, growths = lexicon.pattern("basis.levels"), lexicon.pattern("basis.growths")
        for part in _PARTS.split(sentence):
            basis = growth.basis_in(part)
            if levels.search(part) and not growths.search(part):
                self.level = basis or self.level
            else:
                self.growth = basis or self.growth
        self.names = _names_before_prices(sentence)

    def __bool__(self) -> bool:
        return bool(self.level or self.growth)

    def is_of(self, indicator: str) -> bool:
        """Whether the sentence names an indicator (各产业增加值 names every 增加值)."""
        bare = phrases.bare(indicator)
        return any(bare.endswith(name) or bare == name for name in self.names)

    def of(self, draft: Draft) -> str:
        """Return the basis of a figure's growth, or of its level where it has none."""
        return self.growth if draft.change else self.level


class Bases:
    """Finds the basis of one figure after the other, in the text's order.

    A basis that a text declares to hold on (下同) is carried to figures of the same family, which
    says which bases it can have, and whether they hold beyond their chapter.
    """

    def __init__(self, notes: Sequence[Note]) -> None:
        self._prices = {text: _prices_of(text) for text in dict.fromkeys(n.text for n in notes)}
        self._named = [p for prices in self._prices.values() for p in prices if p.names]
        uncited = dict.fromkeys(note.text for note in notes if not note.cited)
        self._all = [p for text in uncited for p in self._prices[text] if not p.names]
        # By family and, where it holds for one chapter only, that.
        self._lasting: dict[tuple[str, int | None], str] = {}

    def basis_of(
        self, draft: Draft, cited: Sequence[Note], chapter: int | None
    ) -> tuple[str, str]:
        """Return the basis of a figure and where it was found; `cited` are its own notes.

        `chapter` is the one that the figure stands in.

        A convention is named as such, so that a reader can tell it from what is printed.
        """
        table = lexicon.table()["basis"]
        family = _family(draft.indicator)
        draft.basis = _meant(draft.basis, family)
        held = family.name, None if family.everywhere else chapter
        if draft.basis:
            if draft.basis_lasts and draft.basis in family.bases:
                self._lasting[held] = draft.basis
                self._lasting.update({(name, None): draft.basis for name in family.also})
            return draft.basis, table["sentence"]
        for prices in (prices for note in cited for prices in self._prices[note.text]):
            if prices.of(draft):
                return _meant(prices.of(draft), family), table["note"]
        growing = draft.change_unit in {"%", "倍"}
        lasting = self._lasting.get(held) or self._lasting.get((family.name, None), "")
        if growing and lasting:
            return lasting, table["lasting"]
        named = [prices for prices in self._named if prices.is_of(draft.indicator)]
        for prices in named or (self._all if family.name in _AT_PRICES else []):
            if prices.of(draft):
                return _meant(prices.of(draft), family), table["note"]
        return _by_convention(draft) if growing else (UNSTATED, "")


def _meant(basis: str, family: _Family) -> str:
    """Return what 可比增长 alone means of a family: by comparable scope where it has no prices."""
    names: dict[str, str] = lexicon.table()["basis"]["comparable"]
    if basis != names["said"]:
        return basis
    prices, scope = names["prices"], names["scope"]
    return scope if scope in family.bases and prices not in family.bases else prices


def _by_convention(draft: Draft) -> tuple[str, str]:
    for expression, name in lexicon.named("basis.defaults"):
        if expression.search(phrases.bare(draft.indicator)):
            return name, lexicon.table()["basis"]["default"]
    return UNSTATED, ""


@lru_cache(_REMEMBERED)
def _family(indicator: str) -> _Family:
    return next((f for f in _families() if f.pattern.search(indicator)), _NO_FAMILY)


@cache
def _families() -> tuple[_Family, ...]:
    return tuple(
        _Family(
            re.compile(entry["pattern"]),
            entry["name"],
            frozenset(entry["bases"]),
            entry.get("everywhere", False),
            tuple(entry.get("also", ())),
        )
        for entry in lexicon.table()["basis"]["families"]
    )


def _prices_of(text: str) -> list[_Prices]:
    sentences = (_Prices(sentence) for sentence in _ENDS.split(text))
    return [prices for prices in sentences if prices]


@cache
def _start_of_prices() -> re.Pattern[str]:
    levels, growths = lexicon.choice("basis.levels"), lexicon.choice("basis.growths")
    return re.compile(f"{levels}|{growths}|按|均?为(?=现价|不变|可比)|（")


def names_in(subject: str) -> tuple[str, ...]:
    """Return the indicators that a sentence speaks of (生产总值、各产业增加值): 增加值 is any."""
    about = re.compile("|".join(lexicon.table()["basis"]["about"]))
    names = []
    for part in _JOINTS.split(about.sub("", subject)):
        head = phrases.head_of(part)
        general = head == GENERAL and re.match("各|三次|相关|行业|分", part)
        name = head if general else part.strip()
        if len(name) > _LEAST and phrases.head_of(name):
            names.append(name)
    return tuple(names)


def _names_before_prices(sentence: str) -> tuple[str, ...]:
    start = _start_of_prices().search(sentence)
    return names_in(sentence[: start.start()] if start else "")
