"""Bulletins that nobody published: sentences of `sentences.txt` with places and numbers put in."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random

_SENTENCES = Path(__file__).with_name("sentences.txt")
_SLOT = re.compile(r"\{([a-z])\}")
_NUMERALS = "一二三四五六七八九十"
_PLACES = {
    "青河县": "全县", "云江市": "全市", "东岭区": "全区", "河东省": "全省", "北川自治州": "全州",
    "中国": "全国", "新安镇": "全镇", "长宁盟": "全盟",
}  # fmt: skip


@cache
def chapters() -> Mapping[str, Sequence[str]]:
    """Return the sentences of each chapter, with slots."""
    found: dict[str, list[str]] = {}
    for line in _SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            found[line.strip("[]")] = []
        elif line and not line.startswith("#"):
            list(found.values())[-1].append(line)
    return found


def sentences() -> tuple[str, ...]:
    """Return every sentence, with slots."""
    return tuple(sentence for group in chapters().values() for sentence in group)


def bulletin(random: Random, most: int = 12) -> str:
    """Return a bulletin of up to `most` chapters: title, publisher, chapters of paragraphs."""
    place = random.choice(list(_PLACES))
    year = random.randint(1990, 2024)
    lines = [f"{place}{year}年国民经济和社会发展统计公报", f"{place}统计局"]
    names = [name for name in chapters() if name != "注释"][: random.randint(2, most)]
    for number, name in enumerate(names):
        lines.append(f"{_numeral(number + 1)}、{name}")
        lines += paragraphs(random, chapters()[name], _PLACES[place])
    notes = random.sample(chapters()["注释"], random.randint(0, 3))
    lines += [f"注：{at}.{fill(random, note)}" for at, note in enumerate(notes, start=1)]
    return "\n".join(lines)


def paragraphs(random: Random, group: Sequence[str], whole: str = "全市") -> list[str]:
    """Return some sentences of `group` in paragraphs, their slots filled."""
    chosen = random.sample(group, random.randint(1, len(group)))
    told = [fill(random, sentence, whole) for sentence in chosen]
    lines: list[str] = []
    while told:
        count = random.randint(1, 4)
        lines.append("".join(told[:count]))
        told = told[count:]
    return lines


def fill(random: Random, sentence: str, whole: str = "全市") -> str:
    """Return `sentence` with its slots filled."""
    return _SLOT.sub(lambda slot: _value(random, slot[1], whole), sentence)


def _value(random: Random, slot: str, whole: str) -> str:
    match slot:
        case "o":
            return whole
        case "n":
            return str(random.randint(1000, 999_999))
        case "k":
            return str(random.randint(1, 99))
        case "y":
            return str(random.randint(1990, 2024))
        case "d":
            return f"{random.uniform(0.1, 9999):.{random.randint(1, 2)}f}"
        case _:
            return f"{random.uniform(0.1, 99):.{random.randint(0, 2)}f}%"


def _numeral(value: int) -> str:
    return _NUMERALS[value - 1] if value <= 10 else f"十{_NUMERALS[value - 11]}"
