"""Notes and where they are cited; contents, page heads and appended tables."""

import pytest

from desktop_app.domain.bulletin import PassageKind, ReadingText
from desktop_app.domain.outline import Note, Outline
from desktop_app.pipeline.outline import read_outline

BODY = "全年全市实现增加值12.3亿元，比上年增长4.5%。"
TITLE = "海州市2008年国民经济和社会发展统计公报"


def outline(*lines: str) -> Outline:
    hans = "\n".join(lines)
    return read_outline(ReadingText(hans, hans, hans, ()))


def cited(note: Note, *lines: str) -> list[str]:
    """Return what stands before and at each place that cites a note."""
    hans = "\n".join(lines)
    return [hans[start - 2 : end] for start, end in note.cited]


@pytest.mark.parametrize(
    ("mark", "note", "as_meant"),
    [
        ("①", "① 按现价计算。", "①"),
        ("①", "注①：按现价计算。", "①"),
        ("[1]", "[1] 按现价计算。", "[1]"),
        ("〔1〕", "〔1〕按现价计算。", "[1]"),
        ("[1]", "1.按现价计算。", "1"),
        ("¹", "1、按现价计算。", "1"),
        ("（注1）", "注1：按现价计算。", "注1"),
        ("（见注1）", "1.按现价计算。", "1"),
    ],
)
def test_a_note_is_linked_to_its_mark(mark: str, note: str, as_meant: str) -> None:
    lines = ("一、综合", f"生产总值{mark}增长3.5%，面积120km²。", "二、农业", BODY, "注释：", note)
    (found,) = outline(*lines).notes
    assert (found.mark, found.text) == (as_meant, "按现价计算。")
    (place,) = found.cited
    hans = "\n".join(lines)
    assert hans[place[0] : place[1]] in mark
    assert not found.general


def test_notes_of_a_national_bulletin() -> None:
    lines = (
        "云国2019年国民经济和社会发展统计公报[1]",
        "一、综合",
        "生产总值[2]增长6.1%，第一产业增加值[2]增长3.1%。",
        "二、农业",
        "种植面积11606万公顷[3]。",
        "注释：",
        "[1]本公报各项统计数据均未包括海外地区。",
        "[2]绝对数按现价计算，增长速度按不变价格计算。",
        "[3]面积根据",
        "普查结果修订。",
        "资料来源：",
        "本公报中财政数据来自财政部。",
    )
    first, second, third, source = outline(*lines).notes
    assert (first.general, second.general, third.general, source.general) == (True, *[False] * 3)
    assert cited(second, *lines) == ["总值[2]", "加值[2]"]
    assert third.text == "面积根据普查结果修订。"
    assert "\n".join(lines)[third.read_start : third.read_end] == "[3]面积根据\n普查结果修订。"
    assert source.mark == ""


@pytest.mark.parametrize(
    ("words", "general"),
    [
        ("本公报为初步统计数。", True),
        ("绝对数按现价计算，增长速度按可比价格计算。", True),
        ("部分数据因四舍五入，分项之和与总计不等。", True),
        ("高新技术产业包括电子信息、新材料。", False),
    ],
)
def test_an_uncited_note_on_how_figures_are_made_is_general(words: str, general: bool) -> None:
    found = outline(TITLE, "一、综合", BODY, "二、农业", BODY, f"注：{words}")
    assert [(note.text, note.general) for note in found.notes] == [(words, general)]


def test_several_notes_on_one_line() -> None:
    found = outline(
        "一、综合", BODY, "二、农业", BODY, "注：1.初步统计数。2.面积为1.5万亩；3、现价。"
    )
    assert [(note.mark, note.text) for note in found.notes] == [
        ("1", "初步统计数。"),
        ("2", "面积为1.5万亩；"),
        ("3", "现价。"),
    ]


def test_a_mark_used_again_belongs_to_the_note_below_it() -> None:
    lines = ("一、综合", "甲值①增长。", "①甲注。", "乙值①增长。", "①乙注。", "二、农业", BODY)
    first, second = outline(*lines).notes
    assert (cited(first, *lines), cited(second, *lines)) == (["甲值①"], ["乙值①"])


def test_a_note_under_a_table_is_not_general() -> None:
    found = outline("一、综合", "产量\t3.2", "注：按现价计算。", BODY, "二、农业", BODY)
    assert [note.general for note in found.notes] == [False]


def test_a_printed_book_with_contents_and_page_heads() -> None:
    found = outline(
        TITLE,
        "目录",
        "一、综合……1",
        "二、农业……3",
        "一、综合",
        BODY,
        TITLE,
        "— 2 —",
        "二、农业",
        BODY,
        TITLE,
        "第3页 共8页",
        "三、工业",
        BODY,
    )
    assert [s.title for s in found.sections] == ["综合", "农业", "工业"]
    kinds = [passage.kind for passage in found.passages]
    assert kinds[1:4] == [PassageKind.NOTE] * 3
    assert [kinds[at] for at in (6, 7, 10, 11)] == [PassageKind.NOTE] * 4


def test_a_running_head_is_no_heading_and_no_text() -> None:
    found = outline("综合统计", "一、综合", BODY, "综合统计", "二、农业", BODY, "综合统计")
    assert [s.title for s in found.sections] == ["综合", "农业"]
    assert found.passages[3].kind is PassageKind.NOTE


@pytest.mark.parametrize("head", ["附表：", "附表1 主要指标", "附：主要经济指标"])
def test_appended_tables_belong_to_no_chapter(head: str) -> None:
    found = outline("一、综合", BODY, "二、农业", BODY, head, "主要指标", "指标\t数值", "粮食\t3")
    assert found.sections[-1].read_end == found.passages[4].read_start
    assert {passage.section for passage in found.passages[4:]} == {None}
    assert found.passages[-1].kind is PassageKind.TABLE


def test_chapters_listed_once_more_without_a_name_are_contents() -> None:
    chapters = ["一、综合", "二、农业", "三、工业"]
    found = outline(TITLE, *chapters, "全市经济平稳。", *(x for c in chapters for x in (c, BODY)))
    assert [p.kind for p in found.passages[1:4]] == [PassageKind.NOTE] * 3
    assert [p.section for p in found.passages[5:]] == [1, 1, 2, 2, 3, 3]


def test_a_list_of_notes_alone_is_no_outline() -> None:
    found = outline(TITLE, "注：", "1.本公报为初步数。", "2.增加值按现价计算。")
    assert found.sections == ()
    assert [note.mark for note in found.notes] == ["1", "2"]


def test_a_list_of_notes_counts_on_from_no_chapter() -> None:
    notes = [f"{n}、本公报第{n}条说明。" for n in "一二三"]
    numbered = outline(TITLE, "一、综合", BODY, "二、农业", BODY, "公报说明", *notes)
    assert [s.title for s in numbered.sections] == ["综合", "农业"]
    bare = outline(TITLE, "农业", BODY, "工业", BODY, "注：", *notes)
    assert [s.title for s in bare.sections] == ["农业", "工业"]
    # A word of notes above the chapters opens no list where text follows each.
    headed = outline(TITLE, "说明：", "一、综合", BODY, "二、农业", BODY)
    assert [s.title for s in headed.sections] == ["综合", "农业"]


def test_a_web_page_around_the_text_is_none_of_it() -> None:
    head = ["首页", "走进海州", "您当前的位置：首页>统计公报"]
    foot = ["扫一扫在手机打开当前页", "上一篇：海州市2007年统计公报", "海州市2006年统计公报"]
    found = outline(
        *head, TITLE, "字号：[大]", "分享到：", "一、综合", BODY, "二、农业", BODY, *foot
    )
    kinds = [passage.kind for passage in found.passages]
    assert kinds[:3] == [PassageKind.NOTE] * 3
    assert kinds[4:6] == [PassageKind.NOTE] * 2
    assert kinds[-3:] == [PassageKind.NOTE] * 3
    assert [p.section for p in found.passages[-4:]] == [2, None, None, None]


def test_a_line_like_those_of_a_page_inside_the_text_is_text() -> None:
    found = outline(TITLE, "一、综合", BODY, "分享经济", BODY, "二、农业", BODY)
    assert found.passages[3].kind is PassageKind.BODY
