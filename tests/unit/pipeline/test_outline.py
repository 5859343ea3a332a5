"""The outline of a reading text: titles, sections, passages."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.bulletin import PassageKind, ReadingText, Section
from desktop_app.domain.outline import Outline
from desktop_app.domain.textmap import Edit, TextMap
from desktop_app.pipeline.outline import read_outline
from desktop_app.pipeline.outline.numbering import numeral, value_of


def reading(hans: str) -> ReadingText:
    return ReadingText(hans, hans, hans, ())


def outline(*lines: str) -> Outline:
    return read_outline(reading("\n".join(lines)))


def listed(found: Outline) -> list[tuple[int, str, str]]:
    return [(section.level, section.number, section.title) for section in found.sections]


def kinds(found: Outline) -> list[PassageKind]:
    return [passage.kind for passage in found.passages]


BODY = "全年全市实现增加值12.3亿元，比上年增长4.5%。"


def test_chapters_stand_on_their_lines() -> None:
    found = outline("一、综合", BODY, "二、农　业", BODY, "三. 财政、金融和保险", BODY)
    assert listed(found) == [(1, "一", "综合"), (1, "二", "农业"), (1, "三", "财政、金融和保险")]
    assert kinds(found) == [PassageKind.HEADING, PassageKind.BODY] * 3


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["第一章 综合", BODY, "第二章 工业", BODY],
         [(1, "第一章", "综合"), (1, "第二章", "工业")]),
        (["第一部分　概况", BODY, "一、人口", BODY, "二、就业", BODY, "第二部分　产业", BODY],
         [(1, "第一部分", "概况"), (2, "一", "人口"), (2, "二", "就业"), (1, "第二部分", "产业")]),
        (["## 一、综合", BODY, "## **二、工业**", BODY], [(1, "一", "综合"), (1, "二", "工业")]),
        (["1.综合", BODY, "2.农业", BODY], [(1, "1", "综合"), (1, "2", "农业")]),
        (["（一）综合", BODY, "（二）农业", BODY], [(1, "(一)", "综合"), (1, "(二)", "农业")]),
        (["一）综合", BODY, "二）农业", BODY], [(1, "一)", "综合"), (1, "二)", "农业")]),
        (["Ⅰ.综合", BODY, "Ⅱ.农业", BODY], [(1, "I", "综合"), (1, "II", "农业")]),
        (["I、综合", BODY, "II、农业", BODY, "III、工业", BODY, "IV、商业", BODY],
         [(1, "I", "综合"), (1, "II", "农业"), (1, "III", "工业"), (1, "IV", "商业")]),
        (["◆一、综合", BODY, "◆二、农业", BODY], [(1, "一", "综合"), (1, "二", "农业")]),
        (["一、综合[1]", BODY, "二、农业②", BODY, "三、工业（注3）", BODY],
         [(1, "一", "综合"), (1, "二", "农业"), (1, "三", "工业")]),
    ],
)  # fmt: skip
def test_the_outermost_numbering_makes_the_chapters(
    lines: list[str], expected: list[tuple[int, str, str]]
) -> None:
    assert listed(outline(*lines)) == expected


def test_a_chapter_that_runs_into_its_text_ends_at_the_stop() -> None:
    found = outline("一、综合。" + BODY, "二、农业。" + BODY)
    assert listed(found) == [(1, "一", "综合"), (1, "二", "农业")]
    assert kinds(found) == [PassageKind.BODY, PassageKind.BODY]


def test_ten_and_a_hundred_and_more() -> None:
    names = [numeral(value) for value in range(1, 1_205)]
    assert names[11] == "十二"
    assert names[100] == "一百零一"
    assert names[-1] == "一千二百零四"
    found = outline(*(line for n in names for line in (f"{n}、第{n}项", BODY)))
    assert [section.number for section in found.sections] == names


@given(st.integers(min_value=1, max_value=9_999))
def test_numerals_are_read_as_they_are_written(value: int) -> None:
    assert value_of(numeral(value)) == value
    assert value_of(str(value)) == value


@pytest.mark.parametrize(
    ("written", "value"), [("XIV", 14), ("Ⅳ", 4), ("ⅻ", 12), ("㈢", 3), ("⑫", 12), ("甲", 0)]
)
def test_what_numbers_count(written: str, value: int) -> None:
    assert value_of(written) == value


def spaced(*lines: str) -> Outline:
    """Return the outline of lines whose blanks reading drops."""
    source = "\n".join(lines)
    edits = tuple(Edit(m.start(), m.end(), "") for m in re.finditer(r"[ \u3000]+", source))
    text = TextMap(len(source), edits).apply(source)
    return read_outline(ReadingText(source, text, text, edits))


def test_a_blank_may_set_the_number_apart() -> None:
    found = spaced("一　综　合", BODY, "二　农　业", BODY, "三　工业和建筑业", BODY)
    assert listed(found) == [(1, "一", "综合"), (1, "二", "农业"), (1, "三", "工业和建筑业")]
    found = spaced(
        "1 综合", "1.1 经济总量", BODY, "1.2 人口", BODY, "2 人口", BODY, "5 月份增长", BODY
    )
    assert listed(found) == [
        (1, "1", "综合"),
        (2, "1.1", "经济总量"),
        (2, "1.2", "人口"),
        (1, "2", "人口"),
    ]
    assert listed(spaced("一产增长", BODY, "二产增长", BODY)) == []
    assert listed(spaced("一、林业", "1. 7 万株", BODY, "2.5 万人", BODY)) == [(1, "一", "林业")]


def test_a_blank_may_end_a_topic_that_runs_into_its_text() -> None:
    found = spaced("一、综 合 综合实力增强。" + BODY, "二、工业 工业经济回升。" + BODY)
    assert listed(found) == [(1, "一", "综合"), (1, "二", "工业")]
    found = spaced("一、工业经济回升。" + BODY, "二、农业丰收。" + BODY)
    assert listed(found) == [(1, "一", "工业经济回升"), (1, "二", "农业丰收")]


def test_chapters_of_a_text_in_one_line() -> None:
    text = "经济平稳。一、综合 " + BODY + "二、农业。" + BODY + "二、三产业增长3%。"
    text += "三、工业和建筑业 " + BODY + "四、贸易：" + BODY
    found = outline("甲县2020年统计公报", text)
    assert [s.title for s in found.sections] == ["综合", "农业", "工业和建筑业", "贸易"]
    assert [p.section for p in found.passages] == [None, None, 1, 2, 3, 4]
    assert outline("重点：一、综合 治理。二、农业 增产。" + BODY).sections == ()


def test_numbers_that_are_missing_before_a_topic() -> None:
    lines = [line for n in "一二三四五" for line in (f"{n}、第{n}项", BODY)]
    assert outline(*lines, "八、居民收入", BODY).sections[-1].number == "八"
    assert outline(*lines, "八、其他杂项", BODY).sections[-1].number == "五"


def test_a_table_of_contents_is_not_the_chapters() -> None:
    found = outline(
        "目录", "一、综合", "二、农业", "前言一句。", "一、综合", BODY, "二、农业", BODY
    )
    assert [passage.section for passage in found.passages] == [None] * 4 + [1, 1, 2, 2]


@pytest.mark.parametrize(
    "line",
    [
        "二、三产业增加值分别为3.2亿元和4.1亿元。",
        "二、工业总产值 120.5 8.1",
        "二、工业总产值\t120.5\t8.1",
        "二、 120.5",
    ],
)
def test_no_chapter(line: str) -> None:
    found = outline("一、综合", BODY, line, BODY, "二、农业", BODY, "三、工业", BODY)
    assert [section.title for section in found.sections] == ["综合", "农业", "工业"]


def test_a_chapter_whose_number_was_lost_is_counted_in() -> None:
    found = outline("一、综合", BODY, "二、农业", BODY, "工业", BODY, "四、建筑业", BODY)
    assert [section.number for section in found.sections] == ["一", "二", "三", "四"]
    gone = outline("一、综合", BODY, "二、农业", BODY, BODY, "四、建筑业", BODY)
    assert [section.number for section in gone.sections] == ["一", "二", "四"]


def test_a_chapter_number_printed_twice_is_two_chapters() -> None:
    found = outline("一、综合", BODY, "二、农业", BODY, "二、工业", BODY, "四、商贸", BODY)
    assert [section.title for section in found.sections] == ["综合", "农业", "工业", "商贸"]


def test_items_and_sub_items() -> None:
    found = outline(
        "一、城市",
        "（一）道路",
        "1.主干道。" + BODY,
        "2.支路。" + BODY,
        "（二）供水",
        "二、教育",
        "1、小学情况",
        "(1)城区。" + BODY,
        "（2）乡村。" + BODY,
        "2、中学情况",
        BODY,
    )
    assert listed(found) == [
        (1, "一", "城市"),
        (2, "(一)", "道路"),
        (3, "1", "主干道"),
        (3, "2", "支路"),
        (2, "(二)", "供水"),
        (1, "二", "教育"),
        (2, "1", "小学情况"),
        (3, "(1)", "城区"),
        (3, "(2)", "乡村"),
        (2, "2", "中学情况"),
    ]
    parents = [section.parent for section in found.sections]
    assert parents == [None, 1, 2, 2, 1, None, 6, 7, 7, 6]


def test_numbers_inside_sentences_and_decimals_are_no_items() -> None:
    found = outline(
        "一、林业",
        "1.植树。全年栽植",
        "2.25万余株，比上年多",
        "1.7万株。",
        "2.管护。" + BODY,
        "3.3-5月份走访林场等9家。",
        "4.2022年全年出动600人次，" + BODY,
    )
    assert listed(found)[1:] == [
        (2, "1", "植树"),
        (2, "2", "管护"),
        (2, "3", "3-5月份走访林场等9家"),
        (2, "4", "2022年全年出动600人次"),
    ]


def test_a_number_out_of_sequence_is_no_item() -> None:
    found = outline(
        "一、商贸", "1.监管。" + BODY, "3.15国际消费者权益日开展宣传。", "2.服务。" + BODY
    )
    assert [section.title for section in found.sections[1:]] == ["监管", "服务"]


def test_items_start_again_in_each_chapter() -> None:
    found = outline("一、甲", "1.子。" + BODY, "2.丑。" + BODY, "二、乙", "1.寅。" + BODY)
    assert [(s.number, s.title) for s in found.sections if s.level == 2] == [
        ("1", "子"),
        ("2", "丑"),
        ("1", "寅"),
    ]


def test_an_enumeration_run_into_one_paragraph() -> None:
    text = "1.社工工作。一是按时审核材料。二是完成人员招聘，共42人；"
    text += "三是培训（含线上，线下）骨干，进一步是提高。"
    found = outline("一、民政", text)
    assert listed(found)[1:] == [
        (2, "1", "社工工作"),
        (3, "一是", "按时审核材料"),
        (3, "二是", "完成人员招聘"),
        (3, "三是", "培训（含线上，线下）骨干"),
    ]
    item, first, second, third = found.sections[1:]
    assert (first.read_end, second.read_end) == (second.read_start, third.read_start)
    assert third.read_end == item.read_end


def test_an_enumeration_on_lines_of_its_own() -> None:
    found = outline(
        "一、卫生", "1.监督工作", "一是检查场所95次。", "二是检查机构225家。", "2.应急"
    )
    assert [(s.level, s.number) for s in found.sections] == [
        (1, "一"),
        (2, "1"),
        (3, "一是"),
        (3, "二是"),
        (2, "2"),
    ]
    assert [passage.section for passage in found.passages] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "text",
    [
        "1.工作。一是抓落实，效果明显。",
        "1.工作。进一步是重点，唯一是目标，第二是质量。",
        "1.工作。二是抓落实。三是抓检查。",
    ],
)
def test_no_enumeration(text: str) -> None:
    assert [section.level for section in outline("一、综合", text).sections] == [1, 2]


def test_two_enumerations_in_one_item() -> None:
    found = outline(
        "一、综合", "1.工作。一是甲组；二是乙组。下一步，一是丙组；二是丁组；三是戊组。"
    )
    assert [section.number for section in found.sections[2:]] == [
        "一是",
        "二是",
        "一是",
        "二是",
        "三是",
    ]


@pytest.mark.parametrize(
    ("line", "title", "kind"),
    [
        ("1.解决“入学难”问题", "解决“入学难”问题", PassageKind.HEADING),
        ("1.廉租房分配。", "廉租房分配", PassageKind.HEADING),
        ("1.扩大供给，体系完善，", "扩大供给，体系完善", PassageKind.HEADING),
        ("1.同心 尽责 织密“安全网”", "同心 尽责 织密“安全网”", PassageKind.HEADING),
        ("1.保障：年末参保20.1万人。", "保障", PassageKind.BODY),
        ("1.登记主要指标：办理登记12对；补办3对。", "登记主要指标", PassageKind.BODY),
        (
            "1.完成低保、特困人员提标，在6月前全部发放。",
            "完成低保、特困人员提标",
            PassageKind.BODY,
        ),
        ("1.期间，为更好服务企业，组织编制程序。", "期间，为更好服务企业", PassageKind.BODY),
        ("1.全年出动1,200人次，检查企业30家。", "全年出动1,200人次", PassageKind.BODY),
        ("1.完成投资12.5亿元。", "完成投资12.5亿元", PassageKind.BODY),
    ],
)
def test_where_a_title_ends(line: str, title: str, kind: PassageKind) -> None:
    found = outline("一、综合", line)
    assert found.sections[1].title == title
    assert found.passages[1].kind is kind
    section = found.sections[1]
    assert line.startswith(f"1.{title}")
    assert section.title_read_end - section.title_read_start == len(f"1.{title}")


def test_titles_and_what_stands_around_them() -> None:
    found = outline(
        "海东县2021年国民经济",
        "和社会发展统计公报①",
        "海东县统计局",
        "（2022年3月1日）",
        "2021年，全县上下齐心协力。",
        "一、综合",
        BODY,
        "海东县2021年国民经济和社会发展统计公报",
        "二、农业",
        BODY,
    )
    assert found.titles == ((0, 23),)
    assert kinds(found) == [
        PassageKind.TITLE,
        PassageKind.TITLE,
        PassageKind.NOTE,
        PassageKind.NOTE,
        PassageKind.BODY,
        PassageKind.HEADING,
        PassageKind.BODY,
        PassageKind.NOTE,
        PassageKind.HEADING,
        PassageKind.BODY,
    ]
    assert found.passages[4].section is None


def test_notes_that_close_the_text_belong_to_no_section() -> None:
    found = outline(
        "一、综合",
        "生产总值①增长3.5%。",
        "二、农业",
        BODY,
        "注释：",
        "①生产总值按现价计算。",
        "1、数据为初步数。",
        "资料来源：",
        "粮食数据来自调查队。",
    )
    assert listed(found) == [(1, "一", "综合"), (1, "二", "农业")]
    assert kinds(found)[4:] == [PassageKind.NOTE] * 5
    assert {passage.section for passage in found.passages[4:]} == {None}
    assert found.sections[1].read_end == found.passages[4].read_start


def test_footnotes_without_a_heading() -> None:
    found = outline(
        "一、综合", "生产总值①增长。", "二、农业", "产量[2]增长。", "①现价。", "[2]含薯类。"
    )
    assert kinds(found)[4:] == [PassageKind.NOTE, PassageKind.NOTE]
    assert found.passages[4].section is None


def test_circled_numbers_that_nothing_refers_to_are_sub_items() -> None:
    found = outline("一、综合", "1.工作情况", "①巡查。" + BODY, "②整改。" + BODY)
    assert listed(found)[2:] == [(3, "①", "巡查"), (3, "②", "整改")]


def test_a_note_inside_the_text_ends_with_its_list() -> None:
    found = outline("一、综合", "注：1、初步数。", "2、按现价计算。", BODY, "二、农业", BODY)
    assert kinds(found)[1:4] == [PassageKind.NOTE, PassageKind.NOTE, PassageKind.BODY]
    assert listed(found) == [(1, "一", "综合"), (1, "二", "农业")]


def test_an_item_after_a_note_is_an_item() -> None:
    found = outline(
        "一、综合", "1.粮食", "产量\t3", "注：含薯类。", "2.油料", BODY, "二、工业", BODY
    )
    assert [section.title for section in found.sections] == ["综合", "粮食", "油料", "工业"]


def test_a_note_with_its_list_on_the_next_lines() -> None:
    found = outline("一、综合", BODY, "注：", "1.初步数。", "2.现价。", BODY, "二、工业", BODY)
    assert kinds(found)[2:6] == [PassageKind.NOTE] * 3 + [PassageKind.BODY]


def test_an_item_whose_number_was_lost_does_not_end_the_items() -> None:
    found = outline("一、综合", "1.粮食。", "油料。", "3.蔬菜。", "4.水果。")
    assert [section.number for section in found.sections] == ["一", "1", "3", "4"]


def test_items_start_again_inside_a_chapter_where_a_second_follows() -> None:
    found = outline(
        "一、综合", "1.粮食。", "2.油料。", "其中", "1.甲。", "2.乙。", "二、工业", BODY
    )
    assert [section.number for section in found.sections] == ["一", "1", "2", "1", "2", "二"]
    once = outline("一、综合", "1.粮食。", "2.油料。", "1.甲。", "3.蔬菜。")
    assert [section.number for section in once.sections] == ["一", "1", "2", "3"]


def test_a_decimal_gives_way_to_a_plain_number() -> None:
    found = outline("一、综合", "1.粮食。", "2.5年来产量增长。", "2.油料。", "3.蔬菜。")
    assert [section.title for section in found.sections[1:]] == ["粮食", "油料", "蔬菜"]
    assert listed(outline("一、综合", "1.5级以上天气3天。"))[1:] == []


def test_a_style_out_of_sequence_does_not_hide_another() -> None:
    found = outline("一、综合", "（二）甲。", "1.粮食。", "2.油料。")
    assert [section.number for section in found.sections[1:]] == ["1", "2"]


def test_a_long_clause_is_cut() -> None:
    found = outline("一、综合", "1." + "很长的一段没有停顿的话" * 12 + "。")
    assert len(found.sections[1].title) == 90


def test_a_title_of_two_sentences_is_none() -> None:
    found = outline("一、综合", "1.先做；后看")
    assert found.sections[1].title == "先做"


def test_a_note_under_a_table_of_the_last_chapter_is_not_the_end() -> None:
    found = outline("一、综合", BODY, "二、农业", "粮食\t12.5", "注：含薯类。", BODY)
    assert kinds(found)[3:] == [PassageKind.TABLE, PassageKind.NOTE, PassageKind.BODY]
    assert found.passages[-1].section == 2


def test_captions_of_charts_are_notes() -> None:
    found = outline("一、综合", BODY, "图1 2019-2021年增加值", "图3成效显著。", "二、农业", BODY)
    assert kinds(found)[2:4] == [PassageKind.NOTE, PassageKind.BODY]


def test_the_trail_of_a_web_page_is_no_title() -> None:
    found = outline("首页 > 公开 > 统计公报", "甲县2020年统计公报", "一、综合", BODY)
    assert [kind for kind in kinds(found) if kind is PassageKind.TITLE] == [PassageKind.TITLE]


def test_a_table_with_its_caption() -> None:
    found = outline(
        "一、综合", BODY, "表1 主要指标", "单位：亿元", "指标\t数值", "一、收入\t3.2", BODY
    )
    assert kinds(found)[1:] == [
        PassageKind.BODY,
        PassageKind.TABLE,
        PassageKind.TABLE,
        PassageKind.TABLE,
        PassageKind.TABLE,
        PassageKind.BODY,
    ]
    assert [section.title for section in found.sections] == ["综合"]


def test_places_lead_back_to_the_source() -> None:
    source = "- 市場(chǎng)\n1.監管\n食品安全。\n2.服務\n"
    edits = (Edit(0, 2, "一、"), Edit(4, 11, ""))
    text = TextMap(len(source), edits).apply(source)
    found = read_outline(ReadingText(source, text, text, edits))
    chapter, first, second = found.sections
    assert source[chapter.start : chapter.end] == source
    assert source[first.start : first.end] == "1.監管\n食品安全。\n"
    assert source[second.start : second.end] == "2.服務\n"
    assert [source[p.start : p.end] for p in found.passages[:2]] == ["- 市場", "1.監管"]


def test_every_line_is_one_passage_and_sections_nest() -> None:
    hans = "甲县2020年统计公报\n\n　　一、综合　\n" + BODY + "\n \n二、农业\n1.粮食。" + BODY
    found = read_outline(reading(hans))
    lines = [line.strip() for line in hans.splitlines() if line.strip()]
    assert [hans[p.read_start : p.read_end] for p in found.passages] == lines
    assert [p.id for p in found.passages] == list(range(1, len(lines) + 1))
    for section in found.sections:
        parent = parent_of(found, section)
        assert parent is None or parent.read_start < section.read_start < parent.read_end


def parent_of(found: Outline, section: Section) -> Section | None:
    return None if section.parent is None else found.section_by_id[section.parent]


@pytest.mark.parametrize("hans", ["", "\n\n", "没有标题的一段话。", "1.7万株", "一", "①"])
def test_a_text_without_an_outline(hans: str) -> None:
    found = read_outline(reading(hans))
    assert found.sections == ()
    assert len(found.passages) == (1 if hans.strip() else 0)
