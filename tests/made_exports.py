"""A bulletin with all that is hard to export: signs, formulas, tables, notes, doubt, damage."""

from typing import Any

from msgspec.structs import replace

from desktop_app.domain.bulletin import (
    Bulletin,
    Certainty,
    Figure,
    Finding,
    Kind,
    Passage,
    PassageKind,
    Reading,
    Repair,
)
from desktop_app.domain.progress import Cancelled
from desktop_app.domain.textmap import Edit
from desktop_app.services.exporting import ChosenFigures
from tests.handmade import TITLE, Line, make_bulletin, make_figure

FORMULA = "=1+1"
_LINES = (
    TITLE,
    "青河县统计局",
    Line("一、综合", "一"),
    "全年地区生产总值56.30億元，比上年下降2.0%，<b>三次产业</b>比例为21:30:49\x0b。",
    "表1 教育情况\t\t",
    "指标\t单位\t数量\t",
    "小学\t所\t12",
    "在校生\t人\t3210",
    Line("二、教育 & 科技", "二"),
    "入园率70-80%，专利约300件；资金12345678901234567元。",
    "注：本公报为初步统计数。",
)


def make() -> Bulletin:
    """Return a bulletin of two chapters with a table, six figures, a repair and two findings."""
    source = "\n".join(line if isinstance(line, str) else line.text for line in _LINES)
    at = source.index("億")
    edits = (Edit(at, at + 1, "亿"),)
    hans = source.replace("億", "亿")
    hant = hans.replace("产", "產").replace("亿", "億").replace("统计", "統計")
    made = make_bulletin(*_LINES, edits=edits, hant=hant)
    made = replace(made, passages=tuple(_kinds(made)))
    return replace(
        made,
        figures=_figures(made),
        repairs=(Repair(at, at + 1, "億", "亿", Certainty.CERTAIN, "script"),),
        findings=_findings(made),
    )


def _kinds(bulletin: Bulletin) -> list[Passage]:
    def kind(passage: Passage) -> PassageKind:
        text = bulletin.text.hans[passage.read_start : passage.read_end]
        if text == TITLE:
            return PassageKind.TITLE
        if "\t" in text:
            return PassageKind.TABLE
        is_note = text.startswith(("注", "青河县统计局"))
        return PassageKind.NOTE if is_note else passage.kind

    return [replace(passage, kind=kind(passage)) for passage in bulletin.passages]


def _figures(made: Bulletin) -> tuple[Figure, ...]:
    fall = made.text.hans.index("2.0%")
    growth: dict[str, Any] = {
        "change": "-2.0",
        "change_unit": "%",
        "compared_with": "上年",
        "period": "2023年1-12月",
        "change_read_start": fall,
        "change_read_end": fall + len("2.0%"),
    }
    return (
        make_figure(
            made, "56.30亿元", indicator="地区生产总值", base_value="5630000000", **growth
        ),
        make_figure(made, "21:30:49", number=2, value="21:30:49", unit="", kind=Kind.RATIO),
        make_figure(made, "12", number=3, unit="所", indicator=FORMULA),
        make_figure(made, "70-80%", number=4, value="70", value_high="80", unit="%"),
        make_figure(
            made, "300件", number=5, approx="约", doubtful=True, notes=("含民办", "-估计")
        ),
        make_figure(made, "12345678901234567元", number=6),
    )


def _findings(made: Bulletin) -> tuple[Finding, ...]:
    start = made.text.source.index("56.30")
    return (
        Finding(
            "sum",
            "不一致",
            "合计56.30亿元：1+2=3。",
            "56.30亿元",
            (Reading("1+2", "3亿元"),),
            ((start, start + 7),),
        ),
        Finding("title", "一致", "标题与正文相符。", "青河县"),
    )


def chosen(bulletin: Bulletin) -> list[ChosenFigures]:
    """Return all figures of a bulletin, as the exporters take them."""
    return [ChosenFigures(bulletin, bulletin.figures)]


def with_many(bulletin: Bulletin, count: int) -> list[ChosenFigures]:
    """Return so many figures, the bulletin's over and over."""
    figures = (bulletin.figures * (count // len(bulletin.figures) + 1))[:count]
    return [ChosenFigures(bulletin, figures)]


def give_up(done: int, total: int) -> None:
    """Cancel as soon as anything is told."""
    del done, total
    raise Cancelled
