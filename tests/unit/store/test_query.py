"""What a typed query means."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.search import Filter, FilterKind, Interval
from desktop_app.store.query import parse
from desktop_app.system import resources


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", []),
        ("  　 ", []),
        ("低保", ["低保"]),
        ("城乡 低保", ["城乡", "低保"]),
        ("城乡　低保", ["城乡", "低保"]),
        ('"国内 生产" 总值', ["国内 生产", "总值"]),
        ("“国内 生产”总值", ["国内 生产", "总值"]),
        ("「国内 生产」", ["国内 生产"]),
        ("『国内 生产』", ["国内 生产"]),
        ("＂国内 生产＂", ["国内 生产"]),
        ('"国内 生', ["国内 生"]),
        ("“国内 生", ["国内 生"]),
        ("低保 「国内 生", ["低保", "国内 生"]),
        ("『国内 生", ["国内 生"]),
        ("＂国内 生", ["国内 生"]),
        ('"', ['"']),
        ('""', ['""']),
        ("“", ["“"]),
        ("“”", ["“”"]),
        ("“跨省", ["跨省"]),
        ("”工作", ["”工作"]),
        ("推进“跨省通办”工作", ["推进“跨省通办”工作"]),
        ('" "', []),
        ("-", ["-"]),
        ("－", ["－"]),
        ("-5", ["-5"]),
        ("－５.2", ["－５.2"]),
        ("- 低保", ["-", "低保"]),
        ("70-80%", ["70-80%"]),
        ("100%_", ["100%_"]),
        ("其中:教育", ["其中:教育"]),
        ("教育章:", ["教育章:"]),
        ("3.9:39.0:57.1", ["3.9:39.0:57.1"]),
        ("12:30", ["12:30"]),
        ("a>b", ["a>b"]),
        (">", [">"]),
        ("..", [".."]),
        ("1...", ["1..."]),
        ("第1..2", ["第1..2"]),
        ('"章:教育"', ["章:教育"]),
        ('">100亿元"', [">100亿元"]),
    ],
)
def test_terms_that_must_occur(typed: str, terms: list[str]) -> None:
    query = parse(typed)
    assert query.typed == typed
    assert [term.text for term in query.wanted] == terms
    assert query.terms == query.wanted
    assert (query.filters, query.unread) == ((), ())


@pytest.mark.parametrize(
    ("typed", "wanted", "unwanted"),
    [
        ("-低保", [], ["低保"]),
        ("－低保", [], ["低保"]),
        ("城乡 -低保", ["城乡"], ["低保"]),
        ('城乡 -"低保 金"', ["城乡"], ["低保 金"]),
        ("城乡 -「低保 金」", ["城乡"], ["低保 金"]),
        ("城乡 -“低保 金", ["城乡"], ["低保 金"]),
        ("--低保", [], ["-低保"]),
    ],
)
def test_terms_that_must_not_occur(typed: str, wanted: list[str], unwanted: list[str]) -> None:
    query = parse(typed)
    assert [term.text for term in query.wanted] == wanted
    assert [term.text for term in query.terms if term.without] == unwanted


def test_half_a_character_is_text() -> None:
    assert [term.text for term in parse("低\ud842\udfb7 \udce6").terms] == ["低𠮷", "�"]


# Filters of text


@pytest.mark.parametrize(
    ("typed", "kind", "text"),
    [
        ("章:教育", FilterKind.CHAPTER, "教育"),
        ("章：教育", FilterKind.CHAPTER, "教育"),
        ("章∶教育", FilterKind.CHAPTER, "教育"),
        ("章: 教育", FilterKind.CHAPTER, "教育"),
        ("章节:教育", FilterKind.CHAPTER, "教育"),
        ("章節:教育", FilterKind.CHAPTER, "教育"),
        ("Chapter:教育", FilterKind.CHAPTER, "教育"),
        ("ｚｈａｎｇ：教育", FilterKind.CHAPTER, "教育"),
        ('章:"城市 建设"', FilterKind.CHAPTER, "城市 建设"),
        ("章:“城市 建设”", FilterKind.CHAPTER, "城市 建设"),
        ("章:“城市 建", FilterKind.CHAPTER, "城市 建"),
        ("章:交通、邮电和旅游", FilterKind.CHAPTER, "交通、邮电和旅游"),
        ("节:绿化", FilterKind.SECTION, "绿化"),
        ("單位:億元", FilterKind.UNIT, "亿元"),
        ("单位:亿元", FilterKind.UNIT, "亿元"),
        ("单位:万平", FilterKind.UNIT, "万平方米"),
        ("单位:㎡", FilterKind.UNIT, "平方米"),
        ("单位:百分点", FilterKind.UNIT, "个百分点"),
        ("unit:TEU", FilterKind.UNIT, "TEU"),
        ("单位:千米", FilterKind.UNIT, "公里"),
        ("单位:甲乙", FilterKind.UNIT, "甲乙"),
        ("地區:鐵東", FilterKind.PLACE, "鐵東"),
        ("place:铁东", FilterKind.PLACE, "铁东"),
        ("类:表格", FilterKind.KIND, "table"),
        ("類:表", FilterKind.KIND, "table"),
        ("kind:note", FilterKind.KIND, "note"),
        ("类:正文", FilterKind.KIND, "body"),
        ("类:章节标题", FilterKind.KIND, "heading"),
    ],
)
def test_a_filter_names_what_it_looks_at(typed: str, kind: FilterKind, text: str) -> None:
    query = parse(typed)
    assert (query.filters, query.terms, query.unread) == ((Filter(kind, text),), (), ())


def test_several_filters_beside_words() -> None:
    query = parse("低保 章:教育 -单位:亿元 城乡 －章：科技")
    assert [term.text for term in query.terms] == ["低保", "城乡"]
    assert query.filters == (
        Filter(FilterKind.CHAPTER, "教育"),
        Filter(FilterKind.UNIT, "亿元", without=True),
        Filter(FilterKind.CHAPTER, "科技", without=True),
    )


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("单位:亿元,万元", ["亿元", "万元"]),
        ("单位:亿元、万元，户", ["亿元", "万元", "户"]),
        ("地区:铁东，铁西", ["铁东", "铁西"]),
        ("类:标题", ["title", "heading"]),
        ("类:表格,注释", ["table", "note"]),
        ("单位:亿元,", ["亿元"]),
    ],
)
def test_a_list_of_things(typed: str, texts: list[str]) -> None:
    assert [one.text for one in parse(typed).filters] == texts


@pytest.mark.parametrize(
    "typed",
    [
        *("章:", "章: -低保", "章: 年:2022", "年:", "年:abc", "年:202", "年:2022.5", "年:2022,"),
        *(
            "值:",
            "值:>",
            "值:很多",
            "值:>100苹果",
            "值:100亿元..200亩",
            "值:1:2",
            "值:12345678901234567",
        ),
        *(
            "增速:教育",
            "增速:>1亿",
            "类:图片",
            "类:表格,图片",
            "类:图片,标题",
            "单位:,",
            ">100苹果",
            "1..2苹果",
        ),
    ],
)
def test_a_filter_without_sense_is_text_and_that_is_said(typed: str) -> None:
    query = parse(typed)
    unread = typed.split(" ")[0]
    assert query.unread == (unread,)
    assert query.terms[0].text == unread
    assert not query.terms[0].without


def test_an_excluded_filter_without_sense_is_excluded_text() -> None:
    query = parse("低保 -年:abc")
    assert query.unread == ("年:abc",)
    assert [(term.text, term.without) for term in query.terms] == [
        ("低保", False),
        ("年:abc", True),
    ]


# Filters of numbers


def value(
    low: str | None = None,
    high: str | None = None,
    unit: str = "",
    *,
    opened: str = "",
    printed: bool = False,
) -> Interval:
    """Return an interval; `opened` names the open ends: `<` the upper, `>` the lower one."""
    return Interval(
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
        low_open=">" in opened,
        high_open="<" in opened,
        unit=unit,
        as_printed=printed,
    )


YI = "00000000"


@pytest.mark.parametrize(
    ("typed", "interval"),
    [
        ("100亿元", value(f"100{YI}", f"100{YI}", "元")),
        ("100..200亿元", value(f"100{YI}", f"200{YI}", "元")),
        ("100…200亿元", value(f"100{YI}", f"200{YI}", "元")),
        ("100亿元..200亿元", value(f"100{YI}", f"200{YI}", "元")),
        ("100亿元..200", value(f"100{YI}", f"200{YI}", "元")),
        ("100-200亿元", value(f"100{YI}", f"200{YI}", "元")),
        ("100～200亿元", value(f"100{YI}", f"200{YI}", "元")),
        ("100—200亿元", value(f"100{YI}", f"200{YI}", "元")),
        ("100至200億元", value(f"100{YI}", f"200{YI}", "元")),
        ("200..100亿元", value(f"100{YI}", f"200{YI}", "元")),
        ("100 .. 200 亿元", value(f"100{YI}", f"200{YI}", "元")),
        ("100 亿元 到 200 亿元", value(f"100{YI}", f"200{YI}", "元")),
        ("5000万..2亿元", value("50000000", f"2{YI}", "元")),
        ("5000万元..2亿元", value("50000000", f"2{YI}", "元")),
        ("1..2亿", value(f"1{YI}", f"2{YI}")),
        ("100..", value("100", printed=True)),
        ("100亿元..", value(f"100{YI}", None, "元")),
        ("..100亿元", value(None, f"100{YI}", "元")),
        (">100亿元", value(f"100{YI}", None, "元", opened=">")),
        ("＞１００億元", value(f"100{YI}", None, "元", opened=">")),
        (">=100亿元", value(f"100{YI}", None, "元")),
        ("≥100亿元", value(f"100{YI}", None, "元")),
        ("> 100 亿元", value(f"100{YI}", None, "元", opened=">")),
        ("<100亿元", value(None, f"100{YI}", "元", opened="<")),
        ("<=100亿元", value(None, f"100{YI}", "元")),
        ("≤100亿元", value(None, f"100{YI}", "元")),
        ("=100亿元", value(f"100{YI}", f"100{YI}", "元")),
        ("大于100亿元", value(f"100{YI}", None, "元", opened=">")),
        ("超过100亿元", value(f"100{YI}", None, "元", opened=">")),
        ("不低于100亿元", value(f"100{YI}", None, "元")),
        ("不足100亿元", value(None, f"100{YI}", "元", opened="<")),
        ("不超过100亿元", value(None, f"100{YI}", "元")),
        ("100亿元以上", value(f"100{YI}", None, "元")),
        ("100 亿元 以上", value(f"100{YI}", None, "元")),
        ("100亿元以下", value(None, f"100{YI}", "元")),
        ("约286亿元", value("28550000000", "28650000000", "元", opened="<")),
        ("286亿元左右", value("28550000000", "28650000000", "元", opened="<")),
        (">1,234,567元", value("1234567", None, "元", opened=">")),
        (">1.5万亿元", value("1500000000000", None, "元", opened=">")),
        ("3万亩", value("20000000", "20000000", "平方米")),
        ("<50%", value(None, "50", "%", opened="<")),
        (">3百分点", value("3", None, "个百分点", opened=">")),
        (">5mbps", value("5", None, "Mbps", opened=">")),
        (">2元/人", value("2", None, "元/人", opened=">")),
        ("-5..0℃", value("-5", "0", "℃")),
    ],
)
def test_values_are_compared_in_base_units(typed: str, interval: Interval) -> None:
    query = parse(f"值:{typed} 低保")
    assert query.filters == (Filter(FilterKind.VALUE, interval=interval),)
    assert [term.text for term in query.terms] == ["低保"]


@pytest.mark.parametrize("typed", [">100", "7.8", "28..30", "<=0"])
def test_values_without_a_unit_are_as_printed(typed: str) -> None:
    (one,) = parse(f"值:{typed}").filters
    assert one.interval is not None
    assert (one.interval.unit, one.interval.as_printed) == ("", True)


@pytest.mark.parametrize(
    ("typed", "text"),
    [(">100 亿元", "元"), ("100..200亿元", "元"), ("->100亿元", "元"), ("5..6", "")],
)
def test_a_comparison_needs_no_name(typed: str, text: str) -> None:
    query = parse(f"{typed} 低保")
    (one,) = query.filters
    assert one.interval is not None
    assert (one.kind, one.interval.unit, one.without) == (
        FilterKind.VALUE,
        text,
        typed.startswith("-"),
    )
    assert [term.text for term in query.terms] == ["低保"]


@pytest.mark.parametrize(
    ("typed", "interval"),
    [
        ("<0", value(None, "0", "%", opened="<")),
        (">10%", value("10", None, "%", opened=">")),
        ("-5..0", value("-5", "0", "%")),
        ("-5--1", value("-5", "-1", "%")),
        ("-5至-1%", value("-5", "-1", "%")),
        ("5-8", value("5", "8", "%")),
        ("2.1", value("2.1", "2.1", "%")),
        (">2百分点", value("2", None, "个百分点", opened=">")),
        (">2个百分点", value("2", None, "个百分点", opened=">")),
        ("> 2 个百分点", value("2", None, "个百分点", opened=">")),
        (">1倍", value("1", None, "倍", opened=">")),
        (">1亿元", value(f"1{YI}", None, "元", opened=">")),
        ("下降", value(None, "0", "%", opened="<")),
        ("增長", value("0", None, "%", opened=">")),
        ("持平", value("0", "0", "%")),
        ("20%以上", value("20", None, "%")),
    ],
)
def test_growth_is_in_per_cent_or_in_what_is_said(typed: str, interval: Interval) -> None:
    query = parse(f"增速：{typed} 低保")
    assert query.filters == (Filter(FilterKind.GROWTH, interval=interval),)
    assert [term.text for term in query.terms] == ["低保"]


@pytest.mark.parametrize(
    ("typed", "spans"),
    [
        ("年:2022", [(2022, 2022)]),
        ("年份:2022年", [(2022, 2022)]),
        ("年度:2022年度", [(2022, 2022)]),
        ("year:2022", [(2022, 2022)]),
        ("年:２０２２", [(2022, 2022)]),
        ("年:22", [(2022, 2022)]),
        ("年:98", [(1998, 1998)]),
        ("年:2020..2024", [(2020, 2024)]),
        ("年:2020-2024", [(2020, 2024)]),
        ("年:2020年至2024年", [(2020, 2024)]),
        ("年:2020 到 2024", [(2020, 2024)]),
        ("年:2022,2023", [(2022, 2022), (2023, 2023)]),
        ("年:2022, 2024", [(2022, 2022), (2024, 2024)]),
        ("年:1998、2020..2021", [(1998, 1998), (2020, 2021)]),
        ("年:2022 年:2024", [(2022, 2022), (2024, 2024)]),
        ("年:>2020", [(2021, None)]),
        ("年:2020年以来", [(2020, None)]),
        ("年:<=2020", [(None, 2020)]),
        ("年:>2019 年:<2023", [(2020, 2022)]),
        ("年:>2019 年:2018,2022", [(2022, 2022)]),
        ("年:>2019 年:2018", [(2020, 2018)]),
        ("年:>2023 年:<2019", [(2024, 2018)]),
    ],
)
def test_years(typed: str, spans: list[tuple[int | None, int | None]]) -> None:
    query = parse(typed)
    assert [one.kind for one in query.filters] == [FilterKind.YEAR] * len(spans)
    found = [(one.interval.low, one.interval.high) for one in query.filters if one.interval]
    assert found == spans
    assert not query.terms


def test_excluded_years_stay_apart() -> None:
    filters = parse("-年:2022 年:>2019 -年:<2021").filters
    assert [one.without for one in filters] == [True, False, True]


# Numbers as words


@pytest.mark.parametrize(
    ("typed", "number", "unit"),
    [
        ("285900万元", "2859000000", "元"),
        ("285,900万元", "2859000000", "元"),
        ("２８５，９００萬元", "2859000000", "元"),
        ("28.59亿元", "2859000000", "元"),
        ("53911元", "53911", "元"),
        ("12000人", "12000", "人"),
        ("120公里", "120000", "米"),
        ("3公顷", "30000", "平方米"),
        ("1.2万", "12000", ""),
        ("2.86亿", "286000000", ""),
    ],
)
def test_a_number_with_a_unit_has_a_value(typed: str, number: str, unit: str) -> None:
    (term,) = parse(typed).terms
    assert (term.text, term.also) == (typed, ())
    assert term.value == value(number, number, unit)


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "28.1",
            "53911",
            "28.1%",
            "2022年",
            "18岁",
            "24小时",
            "5人",
            "10个",
            "2.1百分点",
            "-28.1",
        ),
        *("第285900万元", "285900万苹果", '"285900万元"', "-“285900万元”", "28.59 亿元"),
        "1234567890123456元",
    ],
)
def test_other_numbers_are_text_alone(typed: str) -> None:
    assert [term.value for term in parse(typed).terms if term.value] == []


@pytest.mark.parametrize(
    ("typed", "low", "high", "unit"),
    [
        ("约286亿", "28550000000", "28650000000", ""),
        ("约286亿元", "28550000000", "28650000000", "元"),
        ("约２８６億", "28550000000", "28650000000", ""),
        ("大约286亿", "28550000000", "28650000000", ""),
        ("近286亿", "28550000000", "28650000000", ""),
        ("286亿左右", "28550000000", "28650000000", ""),
        ("约285.9亿", "28585000000", "28595000000", ""),
        ("约286.0亿", "28595000000", "28605000000", ""),
        ("约300亿", "29500000000", "30500000000", ""),
        ("约1000人", "950", "1050", "人"),
        ("约10人", "9.5", "10.5", "人"),
        ("约5%", "4.5", "5.5", "%"),
        ("约1,200人", "1150", "1250", "人"),
    ],
)
def test_about_so_much_is_what_rounds_to_it(typed: str, low: str, high: str, unit: str) -> None:
    (term,) = parse(typed).terms
    assert term.text == typed
    assert term.also == (typed.strip("约近大左右"),)
    assert term.value == value(low, high, unit, opened="<")


@pytest.mark.parametrize("typed", ["近5年", "约好", "左右", "近", "约"])
def test_not_every_about_is_of_a_number(typed: str) -> None:
    (term,) = parse(typed).terms
    assert (term.text, term.also, term.value) == (typed, (), None)


def test_about_a_number_alone_is_that_number_too() -> None:
    (term,) = parse("约286").terms
    assert (term.also, term.value) == (("286",), None)


# Every query


def test_no_name_of_a_filter_means_two() -> None:
    names = [name for names in resources.table("search")["filters"].values() for name in names]
    assert len(names) == len(set(names))
    assert list(resources.table("search")["filters"]) == [kind.value for kind in FilterKind]


PIECES = [
    *(
        "低保",
        "GDP",
        "章",
        "节",
        "单位",
        "值",
        "增速",
        "年",
        "地区",
        "类",
        "：",
        ":",
        "-",
        "－",
        '"',
        "“",
        "”",
    ),
    *(
        "「",
        "」",
        "『",
        "』",
        " ",
        "　",
        "\n",
        "\x00",
        "5",
        "100",
        "2022",
        ".",
        "..",
        ",",
        "，",
        "、",
        "%",
        "亿",
    ),
    *(
        "亿元",
        "万",
        "约",
        "左右",
        "以上",
        ">",
        "<",
        "≥",
        "=",
        "~",
        "—",
        "至",
        "百分点",
        "表格",
        "\udce6",
        "𠮷",
        "_",
    ),
]


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=20))
def test_it_never_fails_and_loses_no_word(typed: str) -> None:
    query = parse(typed)
    assert all(term.text.strip() for term in query.terms)
    read = [term.text for term in query.terms] + [one.text for one in query.filters]
    assert "".join(read).count("低保") == typed.count("低保")
    assert all(text in {term.text for term in query.terms} for text in query.unread)
    for one in query.filters:
        assert bool(one.text) is (one.interval is None)
