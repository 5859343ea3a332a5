"""What a text says of itself: title, place, year, publisher, date; and titles that contradict."""

from pathlib import Path

import pytest

from desktop_app.domain.bulletin import BulletinInfo, Finding, ReadingText, SourceText
from desktop_app.pipeline.metadata import describe, title_findings
from desktop_app.pipeline.outline import read_outline
from desktop_app.services.importing import inspect


def reading(*lines: str) -> ReadingText:
    text = "\n".join(lines)
    return ReadingText(text, text, text, ())


def described(*lines: str, name: str = "") -> BulletinInfo:
    text = reading(*lines)
    source = SourceText(text.source, "txt", "utf-8", "ab" * 32, name)
    return describe(source, text, read_outline(text))


def findings(*lines: str) -> tuple[Finding, ...]:
    text = reading(*lines)
    return title_findings(text, read_outline(text))


CHAPTER = ("一、综合", "全年实现增加值12.3亿元。")


@pytest.mark.parametrize(
    ("title", "place", "code", "year"),
    [
        ("2021年宝鸡市国民经济和社会发展统计公报", "陕西省/宝鸡市", "610300", 2021),
        ("宝鸡市2021年国民经济和社会发展统计公报", "陕西省/宝鸡市", "610300", 2021),
        ("陕西省宝鸡市陈仓区2021年统计公报", "陕西省/宝鸡市/陈仓区", "610304", 2021),
        ("2020年吉林省国民经济和社会发展统计公报", "吉林省", "220000", 2020),
        ("2020年吉林市国民经济和社会发展统计公报", "吉林省/吉林市", "220200", 2020),
        ("2020年海南州国民经济和社会发展统计公报", "青海省/海南藏族自治州", "632500", 2020),
        ("2020年沙市区国民经济和社会发展统计公报", "湖北省/荆州市/沙市区", "421002", 2020),
        ("2020年津市市国民经济和社会发展统计公报", "湖南省/常德市/津市市", "430781", 2020),
        ("2020年全州县统计公报", "广西壮族自治区/桂林市/全州县", "450324", 2020),
        ("2020年我县国民经济和社会发展统计公报", "", "", 2020),
        ("2020年辽宁国民经济和社会发展统计公报", "辽宁省", "210000", 2020),
        ("二〇一九年延边朝鲜族自治州统计公报", "吉林省/延边朝鲜族自治州", "222400", 2019),
        ("2019年海南藏族自治州统计公报", "青海省/海南藏族自治州", "632500", 2019),
        ("2018年北京市西城区统计公报", "北京市/西城区", "110102", 2018),
        ("济宁市任城区人民政府2018年统计公报", "山东省/济宁市/任城区", "370811", 2018),
        ("枣庄市市中区2018年统计公报", "山东省/枣庄市/市中区", "370402", 2018),
        ("东莞市2023年国民经济和社会发展统计公报（修订稿）", "广东省/东莞市", "441900", 2023),
        ("中华人民共和国2017年国民经济和社会发展统计公报", "中国", "", 2017),
        ("2016年青禾县国民经济和社会发展统计公报", "青禾县", "", 2016),
        ("2016年前三季度青禾县经济运行情况", "青禾县", "", 2016),
        ("2016年1-11月份青禾县主要经济指标", "青禾县", "", 2016),
        ("2016年5月青禾县主要经济指标", "青禾县", "", 2016),
        ("统计公报", "", "", None),
    ],
)
def test_place_and_year_of_a_title(title: str, place: str, code: str, year: int | None) -> None:
    info = described(title, *CHAPTER)
    assert (info.title, info.place, info.place_code, info.year) == (title, place, code, year)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["2021年宝鸡市国民经济和社会发展统计公报①"], "2021年宝鸡市国民经济和社会发展统计公报"),
        (["2021年宝鸡市统计公报[1]"], "2021年宝鸡市统计公报"),
        (["宝鸡市2021年国民经济", "和社会发展统计公报"], "宝鸡市2021年国民经济和社会发展统计公报"),
        (["宝鸡市", "2021年国民经济和社会发展统计公报"], "宝鸡市2021年国民经济和社会发展统计公报"),
        (["# 宝鸡市2021年统计公报"], "宝鸡市2021年统计公报"),
        (["宝鸡市2021年统计公报 - 宝鸡市统计局网站"], "宝鸡市2021年统计公报"),
        (["宝鸡市统计局", "2021年统计公报"], "2021年统计公报"),
        (
            ["宝鸡市", "二〇二一年国民经济和社会发展", "统计公报"],
            "宝鸡市二〇二一年国民经济和社会发展统计公报",
        ),
        (["首页", "2021年国民经济和社会发展统计公报"], "2021年国民经济和社会发展统计公报"),
        (["关于全年情况的说明"], "关于全年情况的说明"),
    ],
)
def test_title_as_printed(lines: list[str], title: str) -> None:
    assert described(*lines, *CHAPTER).title == title


def test_the_file_is_described() -> None:
    info = described("2021年宝鸡市统计公报", *CHAPTER)
    assert (info.format, info.encoding, info.sha256) == ("txt", "utf-8", "ab" * 32)


@pytest.mark.parametrize(
    ("lines", "publisher", "published"),
    [
        (["宝鸡市统计局", "国家统计局宝鸡调查队", "（2022年4月9日）"],
         "宝鸡市统计局、国家统计局宝鸡调查队", "2022-04-09"),
        (["宝鸡市统计局 2022年4月9日"], "宝鸡市统计局", "2022-04-09"),
        (["宝 鸡 市 统 计 局", "2022 年 4 月 9 日"], "宝鸡市统计局", "2022-04-09"),
        (["二〇二二年四月十一日"], "", "2022-04-11"),
        (["宝鸡市统计局 二〇二二年四月"], "宝鸡市统计局", "2022-04"),
        (["2022年4月"], "", "2022-04"),
        (["来源：市统计局　发布时间：2022-04-09 10:30　浏览次数：21"], "市统计局", "2022-04-09"),
        (["2022年4月9日召开会议，宝鸡市统计局参加。"], "", ""),
        ([], "", ""),
    ],
)  # fmt: skip
def test_publisher_and_date(lines: list[str], publisher: str, published: str) -> None:
    info = described("2021年宝鸡市统计公报", *lines, *CHAPTER)
    assert (info.publisher, info.published) == (publisher, published)


@pytest.mark.parametrize(
    ("lines", "publisher", "published"),
    [
        (["时间:2018-05-06 18:01:51 来源:梧州市统计局 作者: 点击:4747次"],
         "梧州市统计局", "2018-05-06"),
        (["来源：江汉区统计局|发布日期：2022-04-18 09:12"], "江汉区统计局", "2022-04-18"),
        (["一九九九年三月一日发布"], "", "1999-03-01"),
        (["国务院第七次全国人口普查领导小组办公室"], "国务院第七次全国人口普查领导小组办公室", ""),
        (["（2022年4月9日宝鸡市统计局发布）"], "宝鸡市统计局", "2022-04-09"),
        (["——宝鸡市统计局（2022年4月9日）"], "宝鸡市统计局", "2022-04-09"),
        (["2022-04-09 10:20:33 来源： 宝鸡市统计局 点击数： 221"], "宝鸡市统计局", "2022-04-09"),
        (["公开日期 2022-04-09"], "", "2022-04-09"),
        (["作者：统计局 更新时间：2022年4月9日"], "", "2022-04-09"),
        (["[发布机构]酉阳县统计局", "[发布日期]2020-03-31"], "酉阳县统计局", "2020-03-31"),
        (["发布单位：|上虞区统计局|"], "上虞区统计局", ""),
        (["发布单位：\t上虞区统计局\t成文日期：\t2022-08-17"], "上虞区统计局", "2022-08-17"),
        # What is printed under the title is the bulletin's own, not that of the file.
        (["来源：政府网　发布时间：2020-09-07", "凤冈县统计局", "2017年5月26日"],
         "凤冈县统计局", "2017-05-26"),
        (["成文日期：2020-03-24", "发布日期：2020-03-31"], "", "2020-03-31"),
    ],
)  # fmt: skip
def test_what_a_page_says_of_its_file(lines: list[str], publisher: str, published: str) -> None:
    info = described("2021年宝鸡市统计公报", *lines, *CHAPTER)
    assert (info.publisher, info.published) == (publisher, published)


@pytest.mark.parametrize(
    ("name", "title", "place", "year"),
    [
        ("2014年闽侯县国民经济和社会发展统计公报", "2014年闽侯县国民经济和社会发展统计公报",
         "福建省/福州市/闽侯县", 2014),
        ("闽侯县_2014年经济运行情况", "闽侯县 2014年经济运行情况", "福建省/福州市/闽侯县", 2014),
        ("闽侯县", "[福州市闽侯县2013年统计公报]", "福建省/福州市/闽侯县", 2013),
        ("新建文本文档 (2)", "工作平稳。2013年增长。2013年末持平。", "", 2013),
    ],
)  # fmt: skip
def test_the_name_of_the_file_stands_for_a_title(
    name: str, title: str, place: str, year: int
) -> None:
    info = described("工作平稳。2013年增长。2013年末持平。", *CHAPTER, name=name)
    assert (info.title, info.place, info.year) == (title, place, year)


def test_a_file_is_read_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "2014年闽侯县统计公报.txt"
    path.write_text("\n".join(CHAPTER), encoding="utf-8")
    assert inspect(path).bulletins[0].info.title == "2014年闽侯县统计公报"


def test_a_printed_title_counts_before_the_name_of_the_file() -> None:
    info = described("2021年宝鸡市统计公报", *CHAPTER, name="2014年闽侯县统计公报")
    assert (info.title, info.place, info.year) == ("2021年宝鸡市统计公报", "陕西省/宝鸡市", 2021)


def test_a_title_may_go_on_from_the_office_above_it() -> None:
    info = described(
        "中华人民共和国国家统计局", "关于1990年国民经济和社会发展的统计公报", *CHAPTER
    )
    assert info.title == "中华人民共和国国家统计局关于1990年国民经济和社会发展的统计公报"
    assert (info.place, info.publisher) == ("中国", "中华人民共和国国家统计局")


def test_a_title_may_open_with_its_publisher() -> None:
    info = described("遵义市统计局关于1998年国民经济和社会发展的统计公报1998", *CHAPTER)
    assert info.title == "遵义市统计局关于1998年国民经济和社会发展的统计公报"
    assert (info.publisher, info.place) == ("遵义市统计局", "贵州省/遵义市")


def test_the_number_of_a_page_is_no_part_of_a_title() -> None:
    assert (
        described("重庆市丰都县2008年统计公报(3)", *CHAPTER).title == "重庆市丰都县2008年统计公报"
    )


@pytest.mark.parametrize(
    ("lines", "place", "code"),
    [
        (["2017年国民经济和社会发展统计公报", "通辽市统计局"], "内蒙古自治区/通辽市", "150500"),
        (["第七次全国人口普查公报", "国家统计局"], "中国", ""),
        (["全市2017年统计公报", "国家统计局洛阳调查队"], "河南省/洛阳市", "410300"),
        (["通辽市统计局", "（2018年4月16日）", "2017年，全市经济平稳。"],
         "内蒙古自治区/通辽市", "150500"),
        (["工作情况", "洛阳市增长。洛阳市持平。洛阳市下降。"], "河南省/洛阳市", "410300"),
        (["工作情况", "洛阳市增长。洛阳市持平。"], "", ""),
    ],
)  # fmt: skip
def test_where_no_title_names_the_place(lines: list[str], place: str, code: str) -> None:
    info = described(*lines, *CHAPTER)
    assert (info.place, info.place_code) == (place, code)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["通辽市统计局", "2017年，全市经济平稳。2017年，社会安定。"], "[通辽市2017年统计公报]"),
        (["通辽市统计局", "全市经济平稳，社会安定。"], "通辽市统计局"),
        (["首页", "（广安市）广安区2021年经济运行情况", "发布时间：2022-01-03"],
         "（广安市）广安区2021年经济运行情况"),
        ([], CHAPTER[1]),
    ],
)  # fmt: skip
def test_a_heading_or_an_imprint_is_no_title(lines: list[str], title: str) -> None:
    assert described(*lines, *CHAPTER).title == title


def test_publisher_and_date_at_the_end() -> None:
    info = described("2021年宝鸡市统计公报", *CHAPTER, "宝鸡市统计局", "2022年4月9日")
    assert (info.publisher, info.published) == ("宝鸡市统计局", "2022-04-09")


def test_publisher_and_date_above_the_foot_of_a_page() -> None:
    foot = [
        "责任编辑：张三",
        "扫一扫",
        "上一篇：宝鸡市2020年统计公报",
        "2021-05-03",
        "岐山县统计局",
    ]
    info = described("2021年宝鸡市统计公报", *CHAPTER, "宝鸡市统计局", "2022年4月9日", *foot)
    assert (info.publisher, info.published) == ("宝鸡市统计局", "2022-04-09")


def test_sources_of_data_are_no_publisher() -> None:
    assert described("2021年统计公报", *CHAPTER, "资料来源：市统计局").publisher == ""


def test_a_sentence_names_no_place() -> None:
    assert described("全年地区生产总值12.3亿元。").place == ""
    assert described("宝鸡市2021年经济运行情况", "全年增长5%。").place == "陕西省/宝鸡市"


def test_a_county_named_alone_takes_the_prefecture_its_text_names() -> None:
    text = ("2021年铁西区统计公报", *CHAPTER, "沈阳市铁西区人均收入增长。", "对沈阳市贡献大。")
    assert described(*text).place == "辽宁省/沈阳市/铁西区"
    unclear = ("2021年铁西区统计公报", *CHAPTER, "来自沈阳市和长春市的游客增多。")
    assert described(*unclear).place == "铁西区"


def test_without_a_title_the_text_tells_the_year() -> None:
    assert described("工作情况", "一、综合", "2021年增长。2021年末持平。2020年下降。").year == 2021
    assert described("工作情况", "一、综合", "2021年增长。").year is None


WEB = "2020年通化市朝阳区人民政府国民经济和社会发展统计公报（2021年更新）"
OWN = "长春市朝阳区2020年国民经济和社会发展统计公报"


@pytest.mark.parametrize("titles", [(WEB, OWN), (OWN, WEB)])
def test_of_two_titles_the_one_the_body_speaks_of_is_taken(titles: tuple[str, str]) -> None:
    body = "在长春市委领导下，朝阳区经济稳步增长。"
    assert described(*titles, body, *CHAPTER).place == "吉林省/长春市/朝阳区"
    (finding,) = findings(*titles, body, *CHAPTER)
    assert (finding.kind, finding.verdict) == ("title", "不一致")
    assert finding.stated == "通化市朝阳区"
    assert "通化市朝阳区" in finding.message
    assert "长春市朝阳区" in finding.message
    assert [reading.computed for reading in finding.readings] == ["长春市朝阳区", "1", "0"]
    text = "\n".join(titles)
    assert [text[start:end] for start, end in finding.spans] == ["通化市朝阳区", "长春市朝阳区"]


def test_without_evidence_the_title_nearest_to_the_body_is_taken() -> None:
    assert described(WEB, OWN, *CHAPTER).title == OWN


def test_a_title_whose_place_the_body_never_names() -> None:
    body = "长春市经济稳步增长，长春市财政收入增加，长春市人口减少。"
    (finding,) = findings("2020年通化市统计公报", body, *CHAPTER)
    assert finding.stated == "通化市"
    assert [reading.computed for reading in finding.readings] == ["3", "0"]


@pytest.mark.parametrize(
    "lines",
    [
        ("2020年通化市统计公报", "通化市增长。长春市、长春市、长春市。"),
        ("2020年通化市统计公报", "全市增长。与长春市合作。"),
        ("2020年青禾县统计公报", "长春市、长春市、长春市。"),
        ("2020年通化市统计公报", "通化市2020年统计公报", "全市增长。"),
        ("全年情况", "长春市增长。"),
    ],
)
def test_no_contradiction(lines: tuple[str, ...]) -> None:
    assert findings(*lines, *CHAPTER) == ()


def test_a_place_set_in_pieces_is_shown_by_its_whole_title() -> None:
    title = "通化市2020年朝阳区统计公报"
    (finding, *_) = findings(title, OWN, "长春市增长。", *CHAPTER)
    assert finding.spans[0] == (0, len(title))


def test_a_blank_text_says_nothing() -> None:
    assert described(" ").title == ""
