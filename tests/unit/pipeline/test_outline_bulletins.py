"""Two bulletins in one file, and texts that hold none."""

import time

import pytest

from desktop_app.domain.bulletin import ReadingText
from desktop_app.domain.outline import Outline
from desktop_app.pipeline.outline import read_outlines

BODY = "全年全市实现增加值12.3亿元，比上年增长4.5%。"


def reading(hans: str) -> ReadingText:
    return ReadingText(hans, hans, hans, ())


def outlines(*lines: str) -> tuple[Outline, ...]:
    return read_outlines(reading("\n".join(lines)))


def one(title: str) -> list[str]:
    return [title, "临江市统计局", "一、综合", BODY, "二、农业", BODY]


def test_two_years_are_two_bulletins() -> None:
    lines = [
        *one("临江市2023年国民经济和社会发展统计公报"),
        "注：①按现价计算。",
        *one("临江市2024年国民经济和社会发展统计公报"),
    ]
    first, second = outlines(*lines)
    hans = "\n".join(lines)
    assert [s.id for s in first.sections] == [s.id for s in second.sections] == [1, 2]
    assert [p.id for p in second.passages] == list(range(1, 7))
    start = second.passages[0].read_start
    assert hans[start:].startswith("临江市2024年")
    assert first.passages[-1].read_end < start
    assert first.sections[-1].read_end <= start
    assert hans[slice(*second.titles[0])] == "临江市2024年国民经济和社会发展统计公报"
    assert second.sections[0].start == hans.index("一、", start)


@pytest.mark.parametrize(
    ("titles", "count"),
    [
        (["甲县2020年统计公报", "甲县2021年统计公报", "甲县2022年统计公报"], 3),
        (["甲县2020年统计公报", "乙县2020年统计公报"], 2),
        (["甲县二〇二〇年统计公报", "甲县二〇二一年统计公报"], 2),
        (["甲县国民经济和社会发展统计公报\n（2020年）",
          "甲县国民经济和社会发展统计公报\n（2021年）"], 2),
        (["甲县2020年国民经济\n和社会发展统计公报", "甲县2021年国民经济\n和社会发展统计公报"], 2),
        (["甲县2020年统计公报", "甲县2020年统计公报"], 1),
        (["甲县2020年统计公报", "2020年甲县统计公报"], 1),
        (["甲县2020年统计公报", "关于甲县2020年统计公报"], 1),
    ],
)  # fmt: skip
def test_how_many_bulletins(titles: list[str], count: int) -> None:
    found = outlines(*(line for title in titles for line in one(title)))
    assert len(found) == count
    if count > 1:
        assert [len(each.titles) for each in found] == [1] * count


def test_bare_chapters_make_a_bulletin_as_well() -> None:
    chapters = ["综合", BODY, "农业", BODY, "工业", BODY]
    found = outlines("甲县2020年统计公报", *chapters, "甲县2021年统计公报", *chapters)
    assert [[s.title for s in each.sections] for each in found] == [["综合", "农业", "工业"]] * 2


@pytest.mark.parametrize(
    "lines",
    [
        # Two titles over one text, a chart's caption, links to other years.
        ["乙县2021年统计公报", "甲县2021年统计公报", *one("甲县2022年统计公报")],
        [
            *one("甲县2022年统计公报"),
            "甲县2018-2022年国民经济和社会发展统计公报",
            "三、工业",
            BODY,
        ],
        [*one("甲县2022年统计公报"), "甲县2021年统计公报", "甲县2020年统计公报"],
        [*one("甲县2022年统计公报"), "甲县2021年统计公报", BODY],
    ],
)
def test_other_titles_begin_no_bulletin(lines: list[str]) -> None:
    assert len(outlines(*lines)) == 1


@pytest.mark.parametrize(
    "hans",
    [
        "",
        "\n",
        "只有一句话。",
        "指标\t数值\n粮食\t3.2\n油料\t1.1\n",
        "1234567890" * 20_000,
        "12.5\n" * 5_000,
        "（" * 50_000,
        "." * 50_000 + "\n" + "…" * 50_000 + "\n" + "#" * 50_000,
        "一、综合\n" + "一是甲。二是乙。" * 3_000,
        "增长①。\n①甲。\n" * 2_000,
        "甲县2020年统计公报\n甲县2021年统计公报\n" * 1_000,
        "注：\n" * 3_000,
        "首页\n" * 20_000 + "一、综合\n" + BODY,
        "一、综合\n" + "上一篇：\n" * 20_000,
        "。一、综合" * 50_000,
        "一二三四五六七八九十百千" * 20_000,
        "【综合】" * 20_000 + "I" * 50_000,
    ],
)
def test_any_text_is_read_in_time(hans: str) -> None:
    before = time.process_time()
    found = read_outlines(reading(hans))
    assert len(found) >= 1
    assert time.process_time() - before < 5


def test_three_thousand_chapters() -> None:
    lines = (line for at in range(3_000) for line in (f"## 第{at}号乡镇", BODY))
    (found,) = outlines("# 甲县2020年统计公报", *lines)
    assert len(found.sections) == 3_000
    assert [p.section for p in found.passages[1:5]] == [1, 1, 2, 2]
