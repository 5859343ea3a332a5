"""A small bulletin with chapters, items, sub-items and figures in them, for the panes."""

from msgspec import Struct

from desktop_app.domain.bulletin import Bulletin, BulletinInfo, Figure, Kind, ReadingText, Section

KEY = "qinghe-2023"
LENGTH = 400


class Heading(Struct, frozen=True):
    """A section to be made; it ends at `end`."""

    id: int
    parent: int | None
    level: int
    number: str
    title: str
    start: int
    end: int


HEADINGS = (
    Heading(1, None, 1, "一", "综合", 10, 100),
    Heading(2, None, 1, "二", "民生", 100, 300),
    Heading(3, 2, 2, "1", "就业", 110, 150),
    Heading(4, 2, 2, "2", "救助", 150, 300),
    Heading(5, 4, 3, "一是", "提高标准", 160, 200),
    Heading(6, 4, 3, "(2)", "扩大范围", 200, 300),
    Heading(7, None, 1, "三", "环境", 300, 390),
    Heading(8, None, 1, "", "附注", 390, 400),
)


def make_section(heading: Heading) -> Section:
    h = heading
    return Section(
        id=h.id,
        parent=h.parent,
        level=h.level,
        number=h.number,
        title=h.title,
        start=h.start,
        end=h.end,
        read_start=h.start,
        read_end=h.end,
        title_read_start=h.start,
        title_read_end=h.start + 2,
    )


def make_figure(number: int, indicator: str, value: str, unit: str, **fields: object) -> Figure:
    """Return a figure at offset 10 times `number`; growth is over 上年 in % unless told."""
    values: dict[str, object] = {
        "id": number,
        "section": 1,
        "indicator": indicator,
        "value": value,
        "unit": unit,
        "kind": Kind.LEVEL,
        "printed": value + unit,
        "start": 10 * number,
        "end": 10 * number + 1,
        "read_start": 10 * number,
        "read_end": 10 * number + 1,
        "period": "2023年",
    }
    if fields.get("change"):
        values |= {"change_unit": "%", "compared_with": "上年"}
    return Figure(**{**values, **fields})  # type: ignore[arg-type]  # fields by name


def make_bulletin(*figures: Figure, key: str = KEY) -> Bulletin:
    text = "文" * LENGTH
    return Bulletin(
        key=key,
        info=BulletinInfo(title="青河县2023年统计公报", place="河东省/青河县", year=2023),
        text=ReadingText(text, text, text, ()),
        sections=tuple(make_section(heading) for heading in HEADINGS),
        figures=figures,
    )
