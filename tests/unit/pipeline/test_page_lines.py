"""Lines of a web page around a text are left out and told; the bulletin's own lines never are."""

import pytest

from desktop_app.domain.bulletin import Bulletin
from desktop_app.pipeline import sources
from desktop_app.pipeline.outline.page_lines import is_page_line
from desktop_app.pipeline.understanding import understand

TITLE = "2021年青川县国民经济和社会发展统计公报"
BODY = (
    "2021年，全县经济稳步增长，各项事业取得新的成绩。",
    "一、综合",
    "全年地区生产总值150亿元，比上年增长6%。",
    "二、农业",
    "粮食产量12万吨，比上年增长2%，播种面积3万公顷。",
)
PAGE = "是网页的标签和按钮，不是正文。"


def read(*lines: str) -> Bulletin:
    (bulletin,) = understand(sources.decode("\n".join(lines).encode(), ".txt"))
    return bulletin


def texts(bulletin: Bulletin) -> list[str]:
    return [bulletin.text.hans[p.read_start : p.read_end] for p in bulletin.passages]


def test_a_web_page_s_lines_and_the_title_again_are_left_out_and_told() -> None:
    bulletin = read(
        TITLE,
        "发布日期：2022-04-12 浏览次数：1234",
        "来源：青川县统计局",
        "字号：大 中 小",
        "打印",
        TITLE,
        "青川县统计局",
        *BODY,
        "打印本页 关闭窗口",
    )
    assert texts(bulletin) == [TITLE, "青川县统计局", *BODY]
    assert [passage.id for passage in bulletin.passages] == [1, 2, 3, 4, 5, 6, 7]
    told = dict(bulletin.receipt.skipped)
    assert told == {2: PAGE, 3: PAGE, 4: PAGE, 5: PAGE, 6: "重复了上面的标题。", 13: PAGE}
    # What they say is read before they are left out.
    assert (bulletin.info.published, bulletin.info.publisher) == ("2022-04-12", "青川县统计局")
    assert [figure.value for figure in bulletin.figures] == ["150", "12", "3"]
    assert [section.title for section in bulletin.sections] == ["综合", "农业"]


@pytest.mark.parametrize(
    "line",
    [
        "发布时间：2022-04-12 10:20:33　来源：县统计局　浏览量：88",
        "发布日期：2022年4月12日 浏览次数：1234次",
        "【字体：大 中 小】【打印】【关闭】",
        "字号：大 中 小",
        "打印本页 | 关闭窗口",
        "分享到：微信 微博",
        "来源：青川县统计局",
        "作者：办公室 责任编辑：王",
        "索引号：000014349/2022-00012",
        "上一篇：2020年统计公报",
    ],
)
def test_lines_of_a_page(line: str) -> None:
    assert is_page_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "青川县统计局",
        "2022年4月12日",
        "微信用户5万户",
        "中小学校12所",
        "大中型企业",
        "小麦产量2万吨",
        "资料来源：县统计局年报。",
        "注：来源于年报",
        "打印设备制造业增加值2亿元",
        "来源：县统计局，数据为初步统计数",
        "下载量增长5%",
        "一、综合",
    ],
)
def test_lines_that_are_no_page_s(line: str) -> None:
    assert not is_page_line(line)


def test_such_a_line_inside_the_text_stays() -> None:
    lines = [*BODY[:3], "来源：青川县统计局", *BODY[3:]]
    assert texts(read(TITLE, *lines)) == [TITLE, *lines]


def test_a_title_of_another_kind_stays() -> None:
    other = "2021年青川县国民经济和社会发展统计公报（2022年更新）"
    assert texts(read(TITLE, other, *BODY)) == [TITLE, other, *BODY]


def test_a_title_that_a_note_s_mark_stands_in_stays() -> None:
    marked = f"{TITLE}①"
    lines = [marked, marked, *BODY, "注释：", "①本公报数据为初步统计数。"]
    assert texts(read(*lines)).count(marked) == 2


def test_a_page_without_a_text_is_kept_whole() -> None:
    assert texts(read("打印", "关闭")) == ["打印", "关闭"]
