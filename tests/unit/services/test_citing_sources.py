"""Where a copy comes from: a plain line, or GB/T 7714 of 2015 or 2025, and nothing made up."""

from typing import Any

import pytest
from msgspec.structs import replace

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.choices import SourceStyle
from desktop_app.services import citing
from tests.handmade import TITLE, make_bulletin

HANT_TITLE = "青河縣2023年國民經濟和社會發展統計公報"
WHOLE: dict[str, Any] = {
    "publisher": "青河县统计局、国家统计局青河调查队",
    "published": "2024-03-28",
    "url": "https://tj.example.cn/2024/gb.html",
    "accessed": "2026-11-24",
}
OFFICES = "青河县统计局, 国家统计局青河调查队. "
OFFICES_2025 = "青河县统计局，国家统计局青河调查队. "
ONLINE = ". https://tj.example.cn/2024/gb.html."


def known(*names: str) -> Bulletin:
    """Return a bulletin of which only these facts are known."""
    made = make_bulletin(TITLE, "收入7.8亿元。", hant=f"{HANT_TITLE}\n收入7.8億元。")
    return replace(made, info=replace(made.info, **{name: WHOLE[name] for name in names}))


@pytest.mark.parametrize(
    ("names", "of_2015", "of_2025"),
    [
        (
            tuple(WHOLE),
            f"{OFFICES}{TITLE}[EB/OL]. (2024-03-28)[2026-11-24]{ONLINE}",
            f"{OFFICES_2025}{TITLE}[EB/OL]. （2024-03-28）[2026-11-24]{ONLINE}",
        ),
        (
            ("url", "published"),
            f"{TITLE}[EB/OL]. (2024-03-28){ONLINE}",
            f"{TITLE}[EB/OL]. （2024-03-28）{ONLINE}",
        ),
        (
            ("url", "accessed"),
            f"{TITLE}[EB/OL]. [2026-11-24]{ONLINE}",
            f"{TITLE}[EB/OL]. [2026-11-24]{ONLINE}",
        ),
        (("url",), f"{TITLE}[EB/OL]{ONLINE}", f"{TITLE}[EB/OL]{ONLINE}"),
        (
            ("publisher", "published", "accessed"),
            f"{OFFICES}{TITLE}[R]. 2024.",
            f"{OFFICES_2025}{TITLE}[R]. 2024-03-28.",
        ),
        ((), f"{TITLE}[R].", f"{TITLE}[R]."),
    ],
)
def test_references(names: tuple[str, ...], of_2015: str, of_2025: str) -> None:
    bulletin = known(*names)
    assert citing.source_line(bulletin, style=SourceStyle.GBT_2015) == of_2015
    assert citing.source_line(bulletin, style=SourceStyle.GBT_2025) == of_2025


def test_more_than_three_offices_are_cut_short() -> None:
    bulletin = known()
    info = replace(bulletin.info, publisher="甲局、乙局、丙局、丁局")
    bulletin = replace(bulletin, info=info)
    lines = [citing.source_line(bulletin, style=style) for style in list(SourceStyle)[1:]]
    assert lines == [f"甲局, 乙局, 丙局, 等. {TITLE}[R].", f"甲局，乙局，丙局，等. {TITLE}[R]."]


def test_a_reference_in_traditional_characters() -> None:
    line = citing.source_line(known(*WHOLE), Script.HANT, SourceStyle.GBT_2025)
    assert line.startswith(f"青河縣統計局，國家統計局青河調查隊. {HANT_TITLE}[EB/OL]. ")


@pytest.mark.parametrize(
    ("script", "line"),
    [
        (Script.HANS, f"数据来源：《{TITLE}》"),
        (Script.SOURCE, f"数据来源：《{TITLE}》"),
        (Script.HANT, f"數據來源：《{HANT_TITLE}》"),
    ],
)
def test_the_plain_line(script: Script, line: str) -> None:
    assert citing.source_line(known(*WHOLE), script) == line


def test_a_title_that_the_text_does_not_print_is_cited_in_the_script_too() -> None:
    bulletin = known()
    titled = replace(bulletin, info=replace(bulletin.info, title="另一份公报"))
    assert citing.source_line(titled, Script.HANT) == "數據來源：《另一份公報》"
    assert citing.source_line(titled) == "数据来源：《另一份公报》"


def test_a_text_with_its_source() -> None:
    copied = citing.text_with_source("收入7.8\u2060亿元，增长−2%。\n", known())
    assert copied == f"收入7.8亿元，增长-2%。（数据来源：《{TITLE}》）"
    styled = citing.text_with_source("收入。", known(), style=SourceStyle.GBT_2015)
    assert styled == f"收入。（{TITLE}[R].）"
