"""Tables with the figures that they hold: a case is its lines, a line with =, then the figures.

A figure is `indicator|value|unit|change|change_unit|period`, in the order of the table.
"""

from desktop_app.domain.bulletin import Figure, ReadingText
from desktop_app.pipeline.figures import extract
from desktop_app.pipeline.outline import read_outline

YEAR = 2023
_CHAPTER = "一、综合\n全年经济平稳。\n"


def read(lines: str, year: int = YEAR) -> tuple[Figure, ...]:
    text = _CHAPTER + lines.strip("\n")
    reading = ReadingText(text, text, text, ())
    return extract(reading, read_outline(reading), (), year)


def figures_of(case: str) -> list[str]:
    return sorted(
        "|".join((f.indicator, f.value, f.unit, f.change, f.change_unit, f.period))
        for f in read(case.partition("\n=\n")[0])
    )


def truth_of(case: str) -> list[str]:
    return sorted(case.partition("\n=\n")[2].strip().split("\n"))
