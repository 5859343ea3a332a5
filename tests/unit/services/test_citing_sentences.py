"""Sentences that say a figure: standing by themselves, or as the bulletin prints them."""

from typing import Any

import pytest
from msgspec.structs import replace

from desktop_app.domain.bulletin import Bulletin, Kind, Passage, PassageKind, Script, SourceText
from desktop_app.domain.textmap import Edit
from desktop_app.pipeline.understanding import understand
from desktop_app.services import citing
from tests.handmade import TITLE, Line, make_bulletin, make_figure

_GDP: dict[str, Any] = {
    "indicator": "地区生产总值",
    "change": "0.6",
    "change_unit": "%",
    "compared_with": "上年",
}


def said(place: str = "辽宁省/鞍山市/铁东区", year: int | None = 2022, **fields: Any) -> str:
    """Return the standard sentence of a figure with these fields."""
    bulletin = make_bulletin(TITLE, "收入7.8亿元。")
    info = replace(bulletin.info, place=place, year=year)
    bulletin = replace(bulletin, info=info)
    usual: dict[str, Any] = {"indicator": "地方财政一般预算收入", "period": "2022年"}
    return citing.standard_sentence(
        make_figure(bulletin, "7.8亿元", **{**usual, **fields}), bulletin
    )


def test_place_and_year_are_restored_and_the_direction_said() -> None:
    changed: dict[str, Any] = {"change": "-28.1", "change_unit": "%", "compared_with": "上年同期"}
    expected = "2022年，鞍山市铁东区地方财政一般预算收入7.8亿元，比上年下降28.1%。"
    assert said(**changed, period="2022年1-12月") == expected
    assert said(**changed, period="") == expected.replace("比上年下降", "比上年同期下降")


@pytest.mark.parametrize(
    ("period", "year", "start"),
    [
        ("2022年", 2022, "2022年，鞍山"),
        ("2022年末", 2022, "2022年末，鞍山"),
        ("2021年", 2022, "2021年，鞍山"),
        ("2022年1-6月", 2022, "2022年1-6月，鞍山"),
        ("年末", 2022, "2022年末，鞍山"),
        ("一季度", 2022, "2022年一季度，鞍山"),
        ("截至目前", 2022, "2022年，截至目前，鞍山"),
        ("", 2022, "2022年，鞍山"),
        ("截至目前", None, "截至目前，鞍山"),
        ("", None, "鞍山"),
        ("2016-2020年", 2022, "2016-2020年，鞍山"),
        ("2015年以来", 2022, "2015年以来，鞍山"),
        ("“十三五”期间", 2022, "“十三五”期间，鞍山"),
        ("“九五”头两年", 2022, "“九五”头两年，鞍山"),
        ("改革开放以来", 2022, "改革开放以来，鞍山"),
        ("五年来", 2022, "五年来，鞍山"),
        ("两年间", 2022, "两年间，鞍山"),
        ("近三年", 2022, "近三年，鞍山"),
        ("五年前", 2022, "五年前，鞍山"),
    ],
)
def test_periods(period: str, year: int | None, start: str) -> None:
    assert said(period=period, year=year).startswith(start)


@pytest.mark.parametrize(
    ("change", "words"),
    [("2", "比上年前移2位"), ("-1", "比上年后移1位"), ("0", "与上年持平")],
)
def test_a_rank_moves_by_places(change: str, words: str) -> None:
    rank: dict[str, Any] = {"indicator": "地区生产总值全市排名", "kind": Kind.RANK}
    moved: dict[str, Any] = {"change": change, "change_unit": "位", "compared_with": "上年"}
    assert said(**rank, **moved).endswith(f"，{words}。")


def test_the_mean_growth_of_several_years_is_over_no_last_year() -> None:
    mean: dict[str, Any] = {
        "indicator": "固定资产投资",
        "period": "“十三五”期间",
        "change": "8.5",
        "change_unit": "%",
        "compared_with": "年均",
    }
    assert said(**mean) == "“十三五”期间，鞍山市铁东区固定资产投资7.8亿元，年均增长8.5%。"
    rate = said(**mean, kind=Kind.CHANGE_RATE)
    assert rate == "“十三五”期间，鞍山市铁东区固定资产投资年均增长8.5%。"


@pytest.mark.parametrize(
    ("place", "indicator", "named"),
    [
        ("辽宁省/鞍山市/铁东区", "税收收入", "鞍山市铁东区税收收入"),
        ("河南省/洛阳市", "税收收入", "洛阳市税收收入"),
        ("河东省/青河县", "税收收入", "河东省青河县税收收入"),
        ("北京市/海淀区", "税收收入", "北京市海淀区税收收入"),
        ("广东省", "税收收入", "广东省税收收入"),
        ("", "税收收入", "税收收入"),
        ("河南省/洛阳市", "洛阳市税收收入", "洛阳市税收收入"),
        ("河南省/洛阳市", "全市税收收入", "洛阳市税收收入"),
        ("辽宁省/鞍山市/铁东区", "全市税收收入", "鞍山市税收收入"),
        ("广东省/东莞市", "全国赛金牌数", "东莞市全国赛金牌数"),
        ("", "全市税收收入", "全市税收收入"),
        ("河南省/洛阳市", "", "洛阳市数据"),
    ],
)
def test_places(place: str, indicator: str, named: str) -> None:
    assert said(place=place, indicator=indicator) == f"2022年，{named}7.8亿元。"


def test_the_place_a_number_is_about_comes_before_the_bulletins_own() -> None:
    assert said(region="立山区") == "2022年，立山区地方财政一般预算收入7.8亿元。"
    assert said(region="立山区", indicator="立山区人口") == "2022年，立山区人口7.8亿元。"


@pytest.mark.parametrize(
    ("fields", "end"),
    [
        ({"basis": "可比价格", "basis_source": "句中"}, "，按可比价格计算，比上年增长0.6%。"),
        ({"basis": "可比价格", "basis_source": "下同"}, "，按可比价格计算，比上年增长0.6%。"),
        ({"basis": "不变价", "basis_source": "注释"}, "，按不变价格计算，比上年增长0.6%。"),
        ({"basis": "可比价格", "basis_source": "指标惯例"}, "，比上年增长0.6%。"),
        ({"compared_with": ""}, "，增长0.6%。"),
        ({"compared_with": "上年末"}, "，比上年末增长0.6%。"),
        ({"compared_with": "年初"}, "，比年初增长0.6%。"),
        ({"compared_with": "2020年"}, "，比2020年增长0.6%。"),
        ({"compared_with": "2020"}, "，比2020年增长0.6%。"),
        ({"compared_with": "同比", "period": "2022年1-6月"}, "，比上年同期增长0.6%。"),
        ({"compared_with": "去年末"}, "，比上年末增长0.6%。"),
        ({"compared_with": "环比"}, "，环比增长0.6%。"),
        ({"compared_with": "环比", "change": "0"}, "，环比持平。"),
        ({"change": "0"}, "，与上年持平。"),
        ({"change": "0", "compared_with": ""}, "，持平。"),
        ({"change": "-0.0"}, "，比上年下降0.0%。"),
        ({"change": "1", "change_unit": "倍"}, "，比上年增长1倍。"),
        ({"change": "1.25", "change_unit": "亿元"}, "，比上年增加1.25亿元。"),
        ({"doubtful": True}, "7.8亿元（存疑），比上年增长0.6%。"),
        ({"approx": "约"}, "总值约7.8亿元，比上年增长0.6%。"),
        ({"approx": "以上"}, "总值7.8亿元以上，比上年增长0.6%。"),
    ],
)
def test_growth_and_its_basis(fields: dict[str, Any], end: str) -> None:
    assert said(**{**_GDP, **fields}).endswith(end)


@pytest.mark.parametrize(
    ("printed", "fields", "statement"),
    [
        (
            "14.2%",
            {
                "kind": Kind.CHANGE_RATE,
                "change": "-14.2",
                "change_unit": "%",
                "indicator": "工业增加值",
            },
            "工业增加值比上年下降14.2%",
        ),
        ("45.3%", {"kind": Kind.SHARE, "indicator": "城镇人口比重"}, "城镇人口比重为45.3%"),
        (
            "4.5:42.1:53.4",
            {
                "kind": Kind.RATIO,
                "value": "4.5:42.1:53.4",
                "unit": "",
                "indicator": "三次产业结构",
            },
            "三次产业结构为4.5:42.1:53.4",
        ),
        (
            "70-80%",
            {"kind": Kind.RANGE, "value": "70", "value_high": "80", "indicator": "覆盖率"},
            "覆盖率为70-80%",
        ),
        ("100.2", {"kind": Kind.INDEX, "unit": "", "indicator": "价格指数"}, "价格指数为100.2"),
        ("2位", {"kind": Kind.RANK, "indicator": "专利申请量全省排名"}, "专利申请量全省排名第2位"),
        ("第2位", {"kind": Kind.RANK, "value": "2", "indicator": "综合实力"}, "综合实力居第2位"),
        (
            "三家",
            {"kind": Kind.COUNT, "value": "3", "unit": "家", "indicator": "企业数"},
            "企业数三家",
        ),
    ],
)
def test_every_kind_of_number(printed: str, fields: dict[str, Any], statement: str) -> None:
    bulletin = make_bulletin(TITLE, f"其中有{printed}。")
    usual: dict[str, Any] = {"period": "2023年", "compared_with": "上年"}
    figure = make_figure(bulletin, printed, **{**usual, **fields})
    sentence = citing.standard_sentence(figure, bulletin)
    assert sentence == f"2023年，河东省青河县{statement}。"
    doubtful = citing.standard_sentence(replace(figure, doubtful=True), bulletin)
    assert doubtful == f"2023年，河东省青河县{statement}（存疑）。"


def test_the_standard_sentence_in_traditional_characters() -> None:
    bulletin = make_bulletin("收入7.8亿元。", hant="收入7.8億元。")
    figure = make_figure(
        bulletin,
        "7.8亿元",
        **{**_GDP, "basis": "可比价格", "basis_source": "句中", "change": "-0.7"},
    )
    expected = "2023年，河東省青河縣地區生產總值7.8億元，按可比價格計算，比上年下降0.7%。"
    assert citing.standard_sentence(figure, bulletin, Script.HANT) == expected


def test_a_bulletin_read_by_the_pipeline(bundled: Bulletin) -> None:
    sentences = {f.value: citing.standard_sentence(f, bundled) for f in bundled.figures[:9]}
    gdp = "2022年，鞍山市铁东区地区生产总值285.9亿元，按可比价格计算，比上年增长0.6%。"
    assert sentences["285.9"] == gdp
    assert sentences["7.8"] == (
        "2022年，鞍山市铁东区地方财政一般预算收入7.8亿元，比上年下降28.1%。"
    )
    assert sentences["14.2"] == "2022年，鞍山市铁东区规模以上工业增加值比上年下降14.2%。"


# As printed

LINES = (
    TITLE,
    Line("一、综合", "一"),
    "全年增长快。“收入7.8亿元！”他说。支出5.2万元；其中教育3万元（含高校。）结余2万元",
)


@pytest.mark.parametrize(
    ("printed", "sentence"),
    [
        ("7.8亿元", "“收入7.8亿元！”"),
        ("5.2万元", "支出5.2万元；其中教育3万元（含高校。）"),
        ("3万元", "支出5.2万元；其中教育3万元（含高校。）"),
        ("2万元", "结余2万元"),
    ],
)
def test_the_printed_sentence(printed: str, sentence: str) -> None:
    bulletin = make_bulletin(*LINES)
    read_start = bulletin.text.hans.rindex(printed)
    assert citing.printed_sentence(bulletin, read_start) == sentence


def test_the_printed_sentence_in_each_script() -> None:
    source = "快。收入7.8億(yì)\n元−2%。支出。"
    edits = (Edit(7, 12, "亿"), Edit(12, 13, ""))
    textmap_lines = source.replace("\n", "\r")
    bulletin = make_bulletin(textmap_lines, hant="快。收入7.8億元−2%。支出。", edits=edits)
    figure = make_figure(bulletin, "7.8亿元")
    for script, sentence in (
        (Script.HANS, "收入7.8亿元-2%。"),
        (Script.HANT, "收入7.8億元-2%。"),
        (Script.SOURCE, "收入7.8億(yì)元-2%。"),
    ):
        assert citing.printed_sentence(bulletin, figure.read_start, script) == sentence
        marked = replace(bulletin, figures=(replace(figure, doubtful=True),))
        doubted = sentence.replace("-2%", "（存疑）-2%")
        assert citing.printed_sentence(marked, figure.read_start, script) == doubted


def test_of_a_table_the_row_is_what_is_printed() -> None:
    bulletin = make_bulletin("指标\t年末数", "人口。\t866.60\t-5.0")
    rows = tuple(replace(p, kind=PassageKind.TABLE) for p in bulletin.passages)
    bulletin = replace(bulletin, passages=rows)
    assert citing.printed_sentence(bulletin, 12) == "人口。\t866.60\t-5.0"


def test_a_text_without_passages_has_no_sentence() -> None:
    bulletin = replace(make_bulletin("收入。"), passages=())
    assert citing.printed_sentence(bulletin, 0) == ""
    later = replace(bulletin, passages=(Passage(1, None, PassageKind.BODY, 1, 2, 1, 2),))
    assert citing.printed_sentence(later, 0) == ""


@pytest.mark.parametrize(
    ("indicator", "said"),
    [
        ("居民消费价格", "上涨5%"),
        ("房地产价格指数", "上涨5%"),
        ("价格临时补贴", "增长5%"),
    ],
)
def test_prices_alone_rise_in_a_word_of_their_own(indicator: str, said: str) -> None:
    bulletin = make_bulletin(TITLE, "其中有120万元。")
    figure = make_figure(
        bulletin, "120万元", indicator=indicator, change="5", change_unit="%", compared_with="上年"
    )
    assert said in citing.standard_sentence(figure, bulletin)


def test_what_is_named_after_the_nation_is_the_bulletins_own() -> None:
    bulletin = make_bulletin(TITLE, "全国重点文物保护单位51处，全国人口14.1亿人。")
    own = make_figure(bulletin, "51处", indicator="全国重点文物保护单位数", period="2023年")
    assert citing.standard_sentence(own, bulletin).startswith("2023年，河东省青河县全国重点文物")
    whole = make_figure(bulletin, "14.1亿人", indicator="全国人口", region="全国", period="2023年")
    assert citing.standard_sentence(whole, bulletin).startswith("2023年，全国人口")


def test_a_printed_sentence_has_no_marks_of_notes() -> None:
    lines = (
        TITLE,
        "一、综合",
        "全年生产总值[1]12.5亿元，增长3%[2]。",
        "二、农业",
        "粮食产量5万吨。",
        "注释：",
        "[1]按现价计算。",
        "[2]为初步数。",
    )
    text = "\n".join(lines)
    (bulletin,) = understand(SourceText(text, "txt", "utf-8", "ab" * 32, "公报"))
    for script, sentence in (
        (Script.HANS, "全年生产总值12.5亿元，增长3%。"),
        (Script.SOURCE, "全年生产总值12.5亿元，增长3%。"),
        (Script.HANT, "全年生產總值12.5億元，增長3%。"),
    ):
        place = bulletin.text.hans.index("12.5")
        assert citing.printed_sentence(bulletin, place, script) == sentence
