"""What each kind of chart makes of the table's rows."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop_app.domain.bulletin import Figure, Kind
from desktop_app.itemmodels import figure_text
from desktop_app.itemmodels.charts import (
    Chart,
    ChartData,
    ChartKind,
    Tone,
    draw,
    kind_named,
    kinds_of,
)
from desktop_app.itemmodels.charts.axis import Texts, fit_axis
from desktop_app.services.relations import Completion, Composition, Structure
from tests.gui.made_outline import make_figure

TRADE = make_figure(1, "社会消费品零售总额", "12.80", "亿元", change="0.7")
TAX = make_figure(2, "税收收入", "16000", "万元", change="-32.7")
OUTPUT = make_figure(3, "地区生产总值", "95", "亿元", change="4.0", basis="可比价格")
FLAT = make_figure(4, "粮食产量", "3", "万吨", change="0")
SHARE = make_figure(5, "城镇化率", "61", "%", kind=Kind.SHARE, change="0.5", change_unit="百分点")
MONTH = make_figure(6, "救助金", "40", "万元", change="11.2", compared_with="6月份")
FIGURES = (TRADE, TAX, OUTPUT, FLAT, SHARE, MONTH)


def rows(chart: Chart) -> list[tuple[str, str]]:
    return [(bar.label, " ".join(text for text, _ in bar.texts)) for bar in chart.bars]


# -- growth


def test_growth_over_the_last_year_in_per_cent_becomes_bars() -> None:
    chart = draw(ChartKind.GROWTH, ChartData(FIGURES, "一、综合"))
    assert (chart.title, chart.axis) == ("一、综合：比上年增长", "比上年增长（%）")
    assert rows(chart) == [
        ("地区生产总值", "↑ 4.0 可比价"),
        ("社会消费品零售总额", "↑ 0.7"),
        ("粮食产量", "持平"),
        ("税收收入", "−32.7 ↓"),
    ]
    assert [bar.tone for bar in chart.bars] == [Tone.UP, Tone.UP, Tone.PLAIN, Tone.DOWN]
    assert chart.notes == (
        "价格口径：1 项为原文写明，2 项未说明",
        "另有 2 项变动的单位或比较基期不同，未画入",
    )


def test_what_is_of_another_time_than_most_says_so() -> None:
    # The same year, as it is printed in one place and in another.
    year = [replace(TRADE, period="2023年"), replace(TAX, period="2023年1-12月")]
    end = replace(FLAT, period="2023年末")
    december = make_figure(7, "消费品价格", "1.2", "%", change="-1.2", period="2023年12月")
    drawn = draw(ChartKind.GROWTH, ChartData((*year, end, december)))
    assert [bar.label for bar in drawn.bars] == [
        "社会消费品零售总额",
        "粮食产量",
        "消费品价格（2023年12月）",
        "税收收入",
    ]


def test_printed_usual_and_unstated_bases_are_told_apart() -> None:
    by_convention = make_figure(
        7, "工业增加值", "9", "亿元", change="2", basis="可比价格", basis_source="指标惯例"
    )
    (note,) = draw(ChartKind.GROWTH, ChartData((OUTPUT, by_convention, TRADE))).notes
    assert note == "价格口径：1 项为原文写明，1 项原文未写、按指标惯例，1 项未说明"
    assert draw(ChartKind.GROWTH, ChartData((OUTPUT, FLAT))).notes == ()


@pytest.mark.parametrize("kind", [ChartKind.GROWTH, ChartKind.LEVELS, ChartKind.PARTS])
def test_the_whole_text_is_named_as_a_chapter_is(kind: ChartKind) -> None:
    assert draw(kind, ChartData(FIGURES, "一、综合")).title.startswith("一、综合：")
    assert draw(kind, ChartData(FIGURES)).title.startswith("全文：")


@pytest.mark.parametrize(
    ("language", "mark"), [("zh_CN", "可比价"), ("zh_TW", "可比價"), ("en", "real")]
)
def test_the_mark_of_a_basis_is_in_the_language_of_the_interface(
    language: str, mark: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", f"{language}.UTF-8")
    assert rows(draw(ChartKind.GROWTH, ChartData((OUTPUT,))))[0][1] == f"↑ 4.0 {mark}"


def test_the_mean_of_several_years_is_no_growth_over_the_last_one() -> None:
    pair = (
        make_figure(1, "甲", "1", "元", change="2"),
        make_figure(2, "乙", "1", "元", change="8.5", compared_with="年均"),
    )
    chart = draw(ChartKind.GROWTH, ChartData(pair))
    assert [bar.label for bar in chart.bars] == ["甲"]
    assert figure_text.base_mark(pair[1]) == "年均"
    assert "年均　8.5% ↑" in figure_text.details(pair[1])


def test_equal_growth_keeps_the_order_of_the_text() -> None:
    pair = (
        make_figure(1, "甲", "1", "元", change="2"),
        make_figure(2, "乙", "1", "元", change="2"),
    )
    chart = draw(ChartKind.GROWTH, ChartData(pair))
    assert [bar.label for bar in chart.bars] == ["甲", "乙"]


def test_names_that_occur_twice_get_their_period() -> None:
    pair = (
        make_figure(1, "财政收入", "1", "元", change="2", period="2023年上半年"),
        make_figure(2, "财政收入", "1", "元", change="1", period="2023年"),
    )
    chart = draw(ChartKind.GROWTH, ChartData(pair))
    labels = [bar.label for bar in chart.bars]
    assert labels == ["财政收入（2023年上半年）", "财政收入（2023年）"]


def test_one_number_in_text_and_table_is_one_bar_of_the_table() -> None:
    text = make_figure(1, "居民消费价格", "0.2", "%", kind=Kind.CHANGE_RATE, change="0.2")
    table = replace(text, id=2, start=90, end=93)
    chart = draw(ChartKind.GROWTH, ChartData((text, table, TRADE), in_tables=frozenset({2})))
    assert [(bar.label, bar.figure and bar.figure.id, bar.also) for bar in chart.bars] == [
        ("社会消费品零售总额", 1, ()),
        ("居民消费价格", 2, (1,)),
    ]


def test_two_numbers_of_one_name_and_time_are_told_apart() -> None:
    pair = (
        make_figure(1, "财政总收入", "66155.5", "万元", change="3.0"),
        make_figure(2, "财政总收入", "63200", "万元", change="-2.1"),
    )
    for kind in (ChartKind.GROWTH, ChartKind.LEVELS):
        labels = [bar.label for bar in draw(kind, ChartData(pair)).bars]
        assert labels == ["财政总收入（66155.5万元）", "财政总收入（63200万元）"]


def test_an_outlier_is_named_and_can_be_left_out() -> None:
    figures = tuple(
        make_figure(n, f"指标{n}", "1", "吨", change=change)
        for n, change in enumerate(("1250", "4", "-3"), start=1)
    )
    data = ChartData(figures)
    chart = draw(ChartKind.GROWTH, data)
    assert chart.notes == ("“指标1”远大于其余各项，可在上方改选不含最大项",)
    chosen = next(choice for choice in chart.choices if choice.id != chart.choice)
    rest = draw(ChartKind.GROWTH, data, chosen.id)
    assert [bar.label for bar in rest.bars] == ["指标2", "指标3"]
    assert rest.notes == ("未画入最大的一项：指标1 ↑ 1250",)


# -- values


def test_values_of_one_unit_at_a_time() -> None:
    chart = draw(ChartKind.LEVELS, ChartData(FIGURES, "一、综合"))
    assert rows(chart) == [("地区生产总值", "95"), ("社会消费品零售总额", "12.80")]
    assert [choice.name for choice in chart.choices] == ["亿元（2）", "万元（2）", "万吨（1）"]
    assert chart.notes == ("另有 3 项的单位不同，可在上方改选",)
    other = draw(ChartKind.LEVELS, ChartData(FIGURES), "万元")
    assert (other.axis, rows(other)[0]) == ("数值（万元）", ("税收收入", "16000"))


def test_a_choice_that_is_gone_is_the_first() -> None:
    assert draw(ChartKind.LEVELS, ChartData(FIGURES), "公顷").choice == "亿元"


def test_the_chosen_unit_brings_values_onto_one_axis_and_marks_them() -> None:
    chart = draw(ChartKind.LEVELS, ChartData(FIGURES, units={"money": "亿元"}))
    assert rows(chart)[:3] == [
        ("地区生产总值", "95"),
        ("社会消费品零售总额", "12.80"),
        ("税收收入", "1.6000 换算"),
    ]
    assert chart.bars[2].value == pytest.approx(1.6)
    assert "标“换算”的数值由原文单位换算而来" in chart.notes


@pytest.mark.parametrize(
    "figure",
    [
        SHARE,
        make_figure(1, "位次", "3", "位", kind=Kind.RANK),
        make_figure(1, "指数", "102", "", kind=Kind.INDEX),
        make_figure(1, "区间", "70", "吨", kind=Kind.RANGE, value_high="80"),
        make_figure(1, "比例", "1:2", "", kind=Kind.RATIO),
    ],
)
def test_what_is_no_quantity_has_no_bar(figure: Figure) -> None:
    chart = draw(ChartKind.LEVELS, ChartData((figure,), "一、综合"))
    assert (chart.bars, chart.empty) == ((), "表中没有可以比较大小的总量")


# -- parts of a total


def test_parts_of_a_checked_total_have_their_shares() -> None:
    total, first, second = (
        make_figure(n, name, value, "户")
        for n, name, value in ((1, "户数", "100"), (2, "城市户数", "70"), (3, "农村户数", "29"))
    )
    whole = Composition(total, (first, second), (Decimal(70), Decimal(29)), Decimal(1))
    chart = draw(ChartKind.PARTS, ChartData((second,), compositions=(whole,)))
    assert chart.title == "全文：户数 100户的构成"
    assert rows(chart) == [
        ("城市户数", "70户 70.0%"),
        ("农村户数", "29户 29.0%"),
        ("四舍五入差", "1户"),
    ]
    assert chart.bars[2].figure is None
    assert chart.notes == ("各项之和与合计相差 1户，在四舍五入之内",)
    elsewhere = draw(ChartKind.PARTS, ChartData((FLAT,), compositions=(whole,)))
    assert elsewhere.empty == "没有经核对相加一致的构成"


def test_a_total_divided_up_in_two_ways_is_offered_by_its_parts() -> None:
    names = ("人口", "城镇人口", "乡村人口", "男性人口", "女性人口")
    total, *parts = (make_figure(n, name, "50", "万人") for n, name in enumerate(names))
    halves = (Decimal(50), Decimal(50))
    wholes = tuple(
        Composition(total, (parts[at], parts[at + 1]), halves, Decimal(0)) for at in (0, 2)
    )
    chart = draw(ChartKind.PARTS, ChartData((total,), compositions=wholes))
    assert [one.name for one in chart.choices] == [
        "人口（城镇人口等 2 项）",
        "人口（男性人口等 2 项）",
    ]


def test_a_printed_structure_shows_its_shares_as_printed() -> None:
    ratios = [
        make_figure(n, "三次产业结构", value, "", kind=Kind.RATIO, period=period)
        for n, value, period in ((1, "7.5:46.5:46.0", "2021年"), (2, "7.2:47.1:45.7", "2022年"))
    ]
    names = ("第一产业增加值", "第二产业增加值", "第三产业增加值")
    found = tuple(
        Structure(one, names, tuple(map(Decimal, one.value.split(":")))) for one in ratios
    )
    data = ChartData(tuple(ratios), "一、综合", structures=found)
    chart = draw(ChartKind.PARTS, data)
    assert chart.title == "一、综合：三次产业结构（2022年） 7.2:47.1:45.7"
    assert rows(chart)[2] == ("第三产业增加值", "45.7%")
    assert {bar.figure for bar in chart.bars} == {ratios[1]}
    other = draw(ChartKind.PARTS, data, chart.choices[0].id)
    assert rows(other)[2] == ("第三产业增加值", "46.0%")


# -- done against due


@pytest.mark.parametrize(
    ("printed", "verdict", "texts"),
    [
        ("80", "一致", "80% 40/50座"),
        ("78", "不一致", "原文 78% 两数之商 80.0% 40/50座"),
        (None, "一致", "计算 80.0% 40/50座"),
    ],
)
def test_printed_and_computed_rates_are_told_apart(
    printed: str | None, verdict: str, texts: str
) -> None:
    due, done = make_figure(1, "应建数", "50", "座"), make_figure(2, "建成数", "40", "座")
    rate = make_figure(3, "竣工率", printed, "%", kind=Kind.SHARE) if printed else None
    found = Completion(done, due, rate, Decimal(80), verdict)
    chart = draw(ChartKind.COMPLETION, ChartData((due,), completions=(found,)))
    assert [text for _, text in rows(chart)] == [texts]
    assert (chart.bars[0].value, chart.reference) == (80.0, 100.0)
    disputed = any("不一致" in note for note in chart.notes)
    assert disputed is (verdict == "不一致" and printed is not None)


def test_a_rate_says_its_approximation_where_it_is_printed() -> None:
    rate = replace(make_figure(1, "抽检率", "96", "%", kind=Kind.SHARE), approx="以上")
    assert figure_text.percent_text(rate) == "96%以上"


# -- the seam and the axis


def test_nothing_says_why_in_every_kind() -> None:
    for kind in kinds_of(ChartData()):
        chart = draw(kind, ChartData((), "一、综合"))
        assert chart.empty.startswith("表中没有")
        assert draw(kind, ChartData(())).empty.startswith("没有")


def test_an_unknown_kind_is_growth() -> None:
    assert kind_named("parts") is ChartKind.PARTS
    assert kind_named("历年") is ChartKind.GROWTH


@given(
    st.lists(
        st.tuples(st.integers(-30000, 200000), st.floats(10, 160), st.floats(20, 90)),
        min_size=1,
        max_size=30,
    ),
    st.floats(400, 900),
)
def test_one_axis_fits_every_bar_name_and_value(
    made: list[tuple[int, float, float]], width: float
) -> None:
    values = [value / 100 for value, _, _ in made]
    texts = [Texts(label, value) for _, label, value in made]
    axis = fit_axis(values, texts, width)
    room = width - axis.zero_px
    for value, text in zip(values, texts, strict=True):
        length = abs(value) * axis.px_per_unit + text.value_px
        across, along = (room, axis.zero_px) if value < 0 else (axis.zero_px, room)
        assert text.label_px <= across + 1.01
        assert length <= along + 1.01


def test_rows_that_are_not_drawn_are_told() -> None:
    chart = draw(ChartKind.GROWTH, ChartData(FIGURES, "一、综合", left_out=500))
    assert chart.notes[0] == "表中行数多，只画前 6 行，其余 500 行未画入；可先排序或筛选"
    assert len(chart.bars) == 4
