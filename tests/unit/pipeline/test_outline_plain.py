"""Headings without numbers: bare chapters, Markdown, lost numbers, heads run into a paragraph."""

import pytest

from desktop_app.domain.bulletin import PassageKind, ReadingText
from desktop_app.domain.outline import Outline
from desktop_app.pipeline.outline import read_outline
from desktop_app.pipeline.outline.topics import is_topic

BODY = "全年全县实现增加值12.3亿元，比上年增长4.5%。"
TITLE = "青禾县一九九六年国民经济和社会发展统计公报"


def outline(*lines: str) -> Outline:
    hans = "\n".join(lines)
    return read_outline(ReadingText(hans, hans, hans, ()))


def listed(found: Outline) -> list[tuple[int, str, str]]:
    return [(section.level, section.number, section.title) for section in found.sections]


def test_a_county_bulletin_whose_chapters_have_no_numbers() -> None:
    found = outline(
        TITLE,
        "青禾县统计局",
        "（一九九七年二月十八日）",
        "一九九六年，全县国民经济保持了较快增长。",
        "农　业",
        "农业生产获得丰收，粮食总产量18.6万吨。",
        "林业生产稳步发展，造林1.2万亩。",
        "工业和建筑业",
        BODY,
        "国内商业和市场物价",
        BODY,
        "财政、金融和保险业",
        "财政收入7800万元。",
        "乡村振兴与老区扶持",
        BODY,
        "注：本公报为快报数。",
    )
    assert listed(found) == [
        (1, "", "农业"),
        (1, "", "工业和建筑业"),
        (1, "", "国内商业和市场物价"),
        (1, "", "财政、金融和保险业"),
        (1, "", "乡村振兴与老区扶持"),
    ]
    assert found.passages[-1].section is None
    assert [p.kind for p in found.passages].count(PassageKind.HEADING) == 5


def test_bare_chapters_may_hold_numbered_items() -> None:
    found = outline(
        TITLE,
        "综合",
        "1.总量。" + BODY,
        "2.价格。" + BODY,
        "农业",
        "1.粮食。" + BODY,
        "工业",
        BODY,
    )
    assert listed(found) == [
        (1, "", "综合"),
        (2, "1", "总量"),
        (2, "2", "价格"),
        (1, "", "农业"),
        (2, "1", "粮食"),
        (1, "", "工业"),
    ]


def test_bare_chapters_may_hold_items_numbered_as_chapters_are() -> None:
    found = outline(
        TITLE, "农业", "一、种植业", BODY, "二、林业", BODY, "工业", "一、轻工业", BODY
    )
    assert listed(found) == [
        (1, "", "农业"),
        (2, "一", "种植业"),
        (2, "二", "林业"),
        (1, "", "工业"),
        (2, "一", "轻工业"),
    ]


def test_bare_topics_under_numbered_chapters_are_sections() -> None:
    found = outline(
        TITLE, "1.综合", BODY, "人口", BODY, "就业", BODY, "2.农业", BODY, "3.工业", BODY
    )
    assert listed(found)[:3] == [(1, "1", "综合"), (2, "", "人口"), (2, "", "就业")]


def test_markdown_headings() -> None:
    found = outline(
        "# 2015年云岭省国民经济和社会发展统计公报",
        "## 综合",
        BODY,
        "### 价格",
        BODY,
        "### 就业",
        "#### 城镇就业",
        BODY,
        "## **农村改革试点进展 2015**",
        BODY,
    )
    assert listed(found) == [
        (1, "", "综合"),
        (2, "", "价格"),
        (2, "", "就业"),
        (3, "", "城镇就业"),
        (1, "", "农村改革试点进展 2015"),
    ]
    assert found.sections[0].read_start == len("# 2015年云岭省国民经济和社会发展统计公报\n## ")


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (["一、综合", BODY, "二、农业", BODY, "工业", BODY, "四、投资", BODY], "一 二 三 四"),
        (["综合", BODY, "二、农业", BODY, "三、工业", BODY], "一 二 三"),
        (
            ["一、综合", "农业", BODY, "工业", BODY, "四、投资", BODY, "五、商贸", BODY],
            "一 二 三 四 五",
        ),
        (["第一章 综合", BODY, "农业", BODY, "第三章 工业", BODY], "第一章 第二章 第三章"),
        (["1.综合", BODY, "农业", BODY, "3.工业", BODY], "1 2 3"),
        (
            ["九、综合", BODY, "十、农业", BODY, "工业", BODY, "十二、投资", BODY],
            "九 十 十一 十二",
        ),
        (["一、综合", BODY, BODY, "三、工业", BODY], "一 三"),
        (
            ["一、综合", BODY, "二、农业", BODY, "三、工业", BODY, "资源和环境", BODY],
            "一 二 三 四",
        ),
        (
            ["一、综合", BODY, "二、农业", BODY, "三、工业", BODY, "■ 投资", BODY, "贸易", BODY],
            "一 二 三 四 五",
        ),
        # Where other chapters have parts without numbers, so has the last one.
        (
            ["一、农业", BODY, "林业", BODY, "二、工业", BODY, "三、人口", BODY, "就业", BODY],
            "一 二 三",
        ),
    ],
)
def test_a_lost_number_is_counted_in(lines: list[str], numbers: str) -> None:
    found = outline(*lines)
    assert [s.number for s in found.sections if s.level == 1] == numbers.split()


@pytest.mark.parametrize(
    "lines",
    [
        ["增加值情况图", BODY],
        ["联系电话：12345", BODY, "微信扫一扫"],
        ["2019年主要指标", BODY],
        ["全年粮食产量增长3%", BODY],
        ["主要农产品产量", "产品\t产量", "粮食\t3.2"],
        ["图1 粮食产量", BODY, "图2 油料产量", BODY],
        [TITLE, BODY, TITLE, BODY, TITLE, BODY],
        ["上一篇 下一篇", "打印本页", "关闭窗口"],
    ],
)
def test_what_is_no_heading(lines: list[str]) -> None:
    chapters = ["一、综合", BODY, *lines, "二、农业", BODY]
    assert [s.title for s in outline(*chapters).sections] == ["综合", "农业"]


def test_navigation_above_the_title_is_no_chapter() -> None:
    found = outline(
        "首页", "旅游", "教育", "统计公报解读栏目内容更新。", TITLE, "综合", BODY, "农业", BODY
    )
    assert [s.title for s in found.sections] == ["综合", "农业"]


def test_boxed_headings() -> None:
    found = outline(TITLE, "【综合】" + BODY, "【农业】", BODY, "【乡村振兴试点】" + BODY)
    assert listed(found) == [(1, "", "综合"), (1, "", "农业"), (1, "", "乡村振兴试点")]
    assert outline(TITLE, "【打印】【关闭】", BODY, "【字体：大】", BODY).sections == ()


def test_headings_behind_the_repeated_title() -> None:
    title = "云国2019年国民经济和社会发展统计公报"
    found = outline(title, f"{title}综合", "增加值图 增加值图", BODY, f"{title}农业", BODY)
    assert listed(found) == [(1, "", "综合"), (1, "", "农业")]
    assert found.sections[0].read_start == len(f"{title}\n{title}")


def test_a_part_of_a_table_with_a_hash_is_no_heading() -> None:
    rows = ["户籍人口", "85.6", "#城镇人口", "27.7", "#男性", "45.5"]
    assert listed(outline("一、综合", BODY, *rows, "二、农业", BODY)) == [
        (1, "一", "综合"),
        (1, "二", "农业"),
    ]


def test_a_sentence_that_only_names_what_follows_heads_it() -> None:
    found = outline(
        "一、综合",
        "全年实现生产总值85.9亿元。城乡社会保障完成情况。全年新增就业3000人，增长2%。",
        "二、农业",
        "1.种植业。粮食情况。产量12万吨。",
    )
    assert listed(found)[:3] == [
        (1, "一", "综合"),
        (2, "", "城乡社会保障完成情况"),
        (1, "二", "农业"),
    ]
    assert len(found.sections) == 4
    head = found.sections[1]
    assert head.read_end == found.sections[2].read_start


@pytest.mark.parametrize(
    ("title", "known"),
    [
        ("综合", True),
        ("工业和建筑业", True),
        ("交通、邮电和旅游", True),
        ("人口、人民生活和社会保障", True),
        ("资源、环境和安全生产", True),
        ("教育事业与科技工作", True),
        ("财 政", True),
        ("增长情况", False),
        ("首页", False),
        ("", False),
    ],
)
def test_topics_of_chapters(title: str, known: bool) -> None:
    assert is_topic(title) is known
