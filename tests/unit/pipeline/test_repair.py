"""The repair of a source text, each kind of damage by itself and the bundled bulletin whole."""

import re
from itertools import pairwise

import pytest

from desktop_app.domain.bulletin import Certainty, ReadingText, Repair
from desktop_app.domain.editorial import Decision
from desktop_app.domain.errors import DataError
from desktop_app.pipeline.repair import damaged_spans, repair
from desktop_app.pipeline.repair.glosses import is_reading
from desktop_app.system import paths

_PARENTHESIS = re.compile(r"(?P<char>.)[(（](?P<inside>[^()（）\n]{1,7})[)）]")


def read(source: str) -> str:
    return repair(source)[0].hans


def mended(source: str) -> list[tuple[str, str, str]]:
    return [(r.damaged, r.repaired, r.rule) for r in repair(source)[1]]


@pytest.mark.parametrize(
    ("source", "damaged", "repaired"),
    [
        ("全區(qū)增長", "區(qū)", "区"),
        ("全区(qu)增长", "区(qu)", None),
        ("新建垚(yáo)山小学", "垚(yáo)", None),
        ("全區(qū)(qū)增長", "區(qū)(qū)", "区"),
        ("全區(qū)(增)長", "區(qū)", "区"),
        ("統（tǒng）計", "統（tǒng）", "统"),
        ("數(shǔ)一數", "數(shǔ)", "数"),
        ("数 (shù)据", "数 (shù)", "数"),
        ("绿(lǜ)化", "绿(lǜ)", "绿"),
        ("现(xia\u0300n)有", "现(xia\u0300n)", "现"),
        ("区(qŭ)", "区(qŭ)", None),
    ],
)
def test_glosses(source: str, damaged: str, repaired: str | None) -> None:
    expected = [(damaged, repaired, "gloss")] if repaired else []
    assert mended(source) == expected


def test_where_glosses_are_many_they_need_no_tone() -> None:
    source = "全國(guo)人口(kou)(kou)增長(zhang),城(cheng)(cheng)鎮(zhen)增加,垚(yáo)山"
    text, repairs = repair(source)
    assert text.hans == "全国人口增长，城镇增加，垚山"
    assert [made.damaged for made in repairs if made.rule == "gloss"] == [
        "國(guo)", "口(kou)(kou)", "長(zhang)", "城(cheng)(cheng)", "鎮(zhen)", "垚(yáo)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("公司W(wǎng)EB站點", "公司WEB站点"),
        ("公司G(lǜ)型汽車", "公司G型汽车"),
        ("公司G(lìn)型汽車", "公司G（lìn）型汽车"),
    ],
)
def test_glosses_of_what_only_a_filter_of_bytes_saw(source: str, meant: str) -> None:
    assert read(source) == meant


@pytest.mark.parametrize(
    "text",
    [
        "生产总值(GDP)增长",
        "人数(含离退休职工)增加",
        "养老保险人数(在职)增加",
        "疫情(COVID)防控",
        "增长(an)",
        "全区（下同）",
        "(1)工业",
        "温度(c)",
    ],
)
def test_parentheses_that_are_no_glosses(text: str) -> None:
    assert mended(text) == []
    assert re.sub(r"[()（）]", "", read(text)) == re.sub(r"[()（）]", "", text)


@pytest.mark.parametrize(
    ("source", "meant", "rule"),
    [
        ('全年完成。<span style="display:none">某工程師\n二、', "全年完成。\n二、", "hidden_html"),
        ("完成<i style='display: none'>某人</i>任務", "完成任务", "hidden_html"),
        ('完成span style="display:none">某人\n任務', "完成\n任务", "hidden_html"),
        ('增收span style="display:none">某工/span>3%。', "增收3%。", "hidden_html"),
        ("增長<strong>3%</strong>。", "增长3%。", "html_residue"),
        ("增长3%。<br/>二、农业", "增长3%。\n二、农业", "html_residue"),
        ("增长<!-- 注 -->3%", "增长3%", "html_residue"),
        ("[size=3][b]20[/b][b]2[/b]2年[/size]", "2022年", "html_residue"),
        ("[align=left]增长[/align][align=left]3%", "增长\n3%", "html_residue"),
        ("工业&nbsp;3&#37;&amp;", "工业3%&", "html_residue"),
    ],
)
def test_markup(source: str, meant: str, rule: str) -> None:
    text, repairs = repair(source)
    assert text.hans == meant
    assert {r.rule for r in repairs} == {rule}
    assert {r.certainty for r in repairs} == {Certainty.CERTAIN}


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("《落实<甲省行动方案>工作方案》", "《落实〈甲省行动方案〉工作方案》"),
        ("比重<5%，其他>3%", "比重<5%，其他>3%"),
        ("A<B>C", "A<B>C"),
        ("总产值[b]增长[1]，见[/x]", "总产值[b]增长[1]，见[/x]"),
    ],
)
def test_angle_brackets_that_are_no_tags(source: str, meant: str) -> None:
    text, repairs = repair(source.replace("A<B>", "A<x>"))
    assert text.hans == meant.replace("A<B>", "A<x>")
    assert repairs == ()


@pytest.mark.parametrize(
    ("source", "meant", "certainty"),
    [
        ("全部达标。?目前继续推进。", "全部达标。目前继续推进。", Certainty.LIKELY),
        ("增产。\n?全年增收。", "增产。\n全年增收。", Certainty.LIKELY),
        ("增产。\n?5.3%", "增产。\n?5.3%", Certainty.UNKNOWN),
        ("全部达标。\n?\n", "全部达标。\n\n", Certainty.LIKELY),
        ("全部?达标。", "全部?达标。", Certainty.UNKNOWN),
        ("总产值?5亿元。", "总产值?5亿元。", Certainty.UNKNOWN),
        ("全部达标。?5亿元。", "全部达标。?5亿元。", Certainty.UNKNOWN),
        ("粮食\t508.58\t?\t17.3", "粮食\t508.58\t?\t17.3", Certainty.UNKNOWN),
        ("粮食\t508.58\tA\t?", "粮食\t508.58\tA\t?", Certainty.UNKNOWN),
        ("价格指数cp?i", "价格指数cp?i", Certainty.UNKNOWN),
        ("增长如何?5.3%", "增长如何?5.3%", Certainty.UNKNOWN),
        ("总产值\ufffd5亿元。", "总产值\ufffd5亿元。", Certainty.UNKNOWN),
    ],
)
def test_stray_marks(source: str, meant: str, certainty: Certainty) -> None:
    text, repairs = repair(source)
    assert text.hans == meant
    assert [(r.rule, r.certainty) for r in repairs] == [("stray_mark", certainty)]


def test_a_question_is_no_damage() -> None:
    assert mended("怎么办?要靠改革。") == []
    assert mended("see page 3?") == []
    assert mended("「增產?」係問題。見 https://example.org/a?id=3 。") == []


@pytest.mark.parametrize(
    ("source", "marked"),
    [
        ("实现产值?.5亿元", "?.5"),
        ("比例为54.2:87.4:?74.4左右", "54.2:87.4:?74.4"),
        ("增长?,234户", "?,234"),
        ("死亡率为550?9.57‰", "550?9.57"),
        ("增长3.5%，全部?达标", "?"),
    ],
)
def test_a_mark_covers_what_is_left_of_a_number(source: str, marked: str) -> None:
    text, (made,) = repair(source)
    assert (made.damaged, made.repaired) == (marked, marked)
    assert text.hans == source


@pytest.mark.parametrize(
    ("source", "behind"),
    [
        ("总产值3798.7? 3亿元，增产", "3"),
        ('总产值3798.7?<span style="display:none">某某</span>3亿元，增产', "3"),
        ("总产值3 <b>98</b>?亿元，增产", "98"),
    ],
)
def test_a_mark_covers_the_number_also_behind_what_is_dropped(source: str, behind: str) -> None:
    _, repairs = repair(source)
    unknown = [made for made in repairs if made.certainty is Certainty.UNKNOWN]
    at = source.index("?") if behind == "98" else source.rindex(behind)
    assert any(made.start <= at < made.end for made in unknown)
    spans = damaged_spans(repairs)
    start = source.rindex(behind)
    assert any(first < start + len(behind) and start < last for first, last in spans)
    assert all(one.end <= other.start for one, other in pairwise(repairs))


def test_what_stands_beside_damage_touches_it_from_either_side() -> None:
    (made,) = repair("提高5938个?百分点")[1]
    (span,) = damaged_spans([made])
    assert span == (made.start - 1, made.end)
    at_the_start = repair("?5个百分点，增产")[1]
    assert damaged_spans(at_the_start)[0][0] == 0


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("竣工率98%。;二是绿化", "竣工率98%；二是绿化"),
        ("粮食增产，，农民增收", "粮食增产，农民增收"),
        ("形势良好。。", "形势良好。"),
        ("失业率为3。1%。10%的人口在外。", "失业率为3.1%。10%的人口在外。"),
    ],
)
def test_doubled_stops(source: str, meant: str) -> None:
    text, repairs = repair(source)
    assert text.hans == meant
    assert [(r.rule, r.certainty) for r in repairs] == [("punctuation", Certainty.LIKELY)]


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("增长3%,其中:工业(含采矿业)增长5%;完成!", "增长3%，其中：工业（含采矿业）增长5%；完成！"),
        ("产值1,234.5元", "产值1,234.5元"),
        ("比例为3.9:39.0:57.1", "比例为3.9:39.0:57.1"),
        ("10:30开工", "10:30开工"),
        ("(1)某项目", "（1）某项目"),
        ("PM(2.5)", "PM(2.5)"),
        ("http://a.example/，增长", "http://a.example/，增长"),
        ("增长３.５％，１．甲", "增长3.5%，1.甲"),
        ("劳动生产率36.5万元／人", "劳动生产率36.5万元/人"),
        ("ＧＤＰ增长", "GDP增长"),
        ("　　全年增长 3.5 %。 ", "全年增长3.5%。"),
        ("在校生4 521人，比上年增加1 203 456人", "在校生4521人，比上年增加1203456人"),
        ("1. 1998年新建\n2. 5项工程。3. 5月", "1. 1998年新建\n2. 5项工程。3. 5月"),
        ("增长2. 5%", "增长2.5%"),
        ("一、综　合\n（二）农 业", "一、综合\n（二）农业"),
        ("人数 (在职)9万管 /日,出动 3119人次", "人数（在职）9万管/日，出动3119人次"),
        ("达到100%。 持续推进", "达到100%。持续推进"),
        ("全市 经济平稳增长。", "全市经济平稳增长。"),
        ("7.同心协力 履职尽责 织密“安全网”", "7.同心协力 履职尽责 织密“安全网”"),
        ("粮 食\t650.0\t1 2", "粮食\t650.0\t1 2"),
        ("公　报", "公报"),
        ("一、综合\r\n增长3%。\r二、农业", "一、综合\n增长3%。\n二、农业"),
        ("\ufeff一、综\u200b合", "一、综合"),
        ("引进 App Store 应用", "引进App Store应用"),
        ("# 公 报\n## 一、综合\n- 增长 3%", "# 公报\n## 一、综合\n- 增长3%"),
        ("| 指标 | 数值 |\n|---|--:|\n| 粮 食 | 1.0 |\n完", "指标\t数值\n\n粮食\t1.0\n完"),
        ("首页 | 公报 | 正文\n一、综合", "首页|公报|正文\n一、综合"),
    ],
)
def test_width_and_spaces_are_normalised_and_no_repairs(source: str, meant: str) -> None:
    text, repairs = repair(source)
    assert text.hans == meant
    assert repairs == ()


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        (
            "指标名称    1998年    增长\n粮    食    32.5      4.1\n  油　　料   1.2     -10.5\n",
            "指标名称\t1998年\t增长\n粮食\t32.5\t4.1\n油料\t1.2\t-10.5\n",
        ),
        (
            "生  猪(万头)   45.0    —\n\n羊（只）  8    0",
            "生猪（万头）\t45.0\t—\n\n羊（只）\t8\t0",
        ),
        (
            "指标　　全市　　城市\n消费价格指数　101.5　　101.6\n食　品　　　102.6　　102.9\n",
            "指标\t全市\t城市\n消费价格指数\t101.5\t101.6\n食品\t102.6\t102.9\n",
        ),
        ("甲市统计局    2024年4月\n粮食    32.5吨。", "甲市统计局2024年4月\n粮食32.5吨。"),
        ("粮食    32.5\n全年增产。", "粮食32.5\n全年增产。"),
    ],
)
def test_tables_set_with_spaces_keep_their_cells(source: str, meant: str) -> None:
    text, repairs = repair(source)
    assert text.hans == meant
    assert repairs == ()


def test_decisions_win_and_say_so() -> None:
    decision = Decision("完成?任务", "完成了任务", "见原件")
    text, repairs = repair("全年完成?任务,增长3%。", [decision])
    assert text.hans == "全年完成了任务，增长3%。"
    (made,) = repairs
    assert (made.damaged, made.repaired) == ("完成?任务", "完成了任务")
    assert (made.rule, made.certainty) == ("editorial", Certainty.EDITORIAL)
    assert damaged_spans(repairs) == ()


@pytest.mark.parametrize("source", ["全年完成任务。", "完成任务，完成任务。"])
def test_a_decision_must_have_one_place(source: str) -> None:
    wanted = "没有" if "，" not in source else "完成任务"
    with pytest.raises(DataError) as raised:
        repair(source, [Decision(wanted, "", "")])
    assert raised.value.message.id == "decision_misplaced"


def test_what_gbk_leaves_to_its_users_may_have_been_kept() -> None:
    # 二十大 between the marks: a decoder dropped two pairs, or kept them as private characters.
    kept = bytes.fromhex("fecaaeb4").decode("gb18030")
    text, repairs = repair(f"經濟發展。\n全縣確?!岸{kept}蟆逼陂g安全")
    assert text.hans == "经济发展。\n全县确保“二十大”期间安全"
    assert [(made.rule, made.certainty) for made in repairs] == [("misdecode", Certainty.CERTAIN)]


def test_an_empty_source() -> None:
    text, repairs = repair("")
    assert (text.hans, text.hant, repairs) == ("", "", ())


SOUND = """2023年甲市国民经济和社会发展统计公报①
甲市统计局
2024年4月30日

一、综合
初步核算，全年全市生产总值②达到5481.6亿元，按可比价计算，比上年增长3.5%。三次产业结构为3.9:39.0:57.1。
年末常住人口707.9万人，自然增长率为-0.57‰，其中城镇化率为67.42%（下同）。
2023年主要指标
指标\t指标值\t同比增长（±%）
粮食\t650.0\t17.3
① 本公报数据为初步统计数。
"""


def test_sound_text_is_left_alone() -> None:
    text, repairs = repair(SOUND)
    assert repairs == ()
    assert text.hans == SOUND.replace("① 本", "①本")


@pytest.fixture(scope="module")
def bundled() -> tuple[ReadingText, tuple[Repair, ...]]:
    path = paths.data() / "bulletins" / "tiedong-2022" / "source.txt"
    return repair(path.read_text(encoding="utf-8"))


def test_no_gloss_is_left_in_the_bundled_bulletin(
    bundled: tuple[ReadingText, tuple[Repair, ...]],
) -> None:
    text, repairs = bundled
    assert sum(r.rule == "gloss" for r in repairs) > 1000
    left = [m[0] for m in _PARENTHESIS.finditer(text.hans) if is_reading(m["inside"], m["char"])]
    assert left == []
    assert not re.search("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]", text.hans)


@pytest.mark.parametrize(
    "phrase",
    [
        "鞍山市铁东区2022年国民经济和社会发展统计公报\n",
        "各项工作部署",
        "设计研究院签署",
        "绿地面积6670平方米。现已完成栽植",
        "确保“二十大”期间安全稳定",
        "以当地农民为主",
        "为当地农民进行",
        "\n九、市场管理\n",
        "〈辽宁省纪委监委营商环境监督行动方案〉",
        "竣工率98%；二是",
        "养老保险人数（在职）90026人",
        "100%。持",
        "7万管/日",
        "出动执法人员3119人次",
        "“三个百分百”。目前正在",
        "7.戮力同心 履职尽责 织密疫情防控",
        "服务体系持续完善\n一是",
        "养老保险人数（含离退休职工）129513人",
    ],
)
def test_the_bundled_bulletin_reads_as_published(
    bundled: tuple[ReadingText, tuple[Repair, ...]], phrase: str
) -> None:
    assert bundled[0].hans.count(phrase) == 1


def test_what_was_hidden_is_gone_and_what_is_open_is_marked(
    bundled: tuple[ReadingText, tuple[Repair, ...]],
) -> None:
    text, repairs = bundled
    assert "span" not in text.hans
    spans = damaged_spans(repairs)
    for match in re.finditer(r"\?", text.hans):
        start, end = text.map.to_source(*match.span())
        assert any(first <= start and end <= last for first, last in spans)


def test_every_repair_of_the_bundled_bulletin_is_at_its_ink(
    bundled: tuple[ReadingText, tuple[Repair, ...]],
) -> None:
    text, repairs = bundled
    assert len(text.hans) == len(text.hant) == text.map.read_length
    for made in repairs:
        assert text.source[made.start : made.end] == made.damaged
    places = [(made.start, made.end) for made in repairs]
    assert places == sorted(places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
