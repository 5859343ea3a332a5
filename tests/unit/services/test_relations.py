"""Parts of checked totals, and done against due, as the audit of the bundled text found them."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from desktop_app.domain.bulletin import Bulletin, Finding, PassageKind, Reading, SourceText
from desktop_app.pipeline.understanding import understand
from desktop_app.services.relations import completions, compositions, in_tables, structures
from tests.handmade import make_bulletin, make_figure

TEXT = "全县户数100户，城市70户，农村29户，应建50座，建成40座，竣工率80%，农村3万户。"


@pytest.fixture
def bulletin() -> Bulletin:
    bare = make_bulletin("一、综合", TEXT)
    printed = ("100户", "70户", "29户", "50座", "40座", "80%")
    figures = [make_figure(bare, text, number=n) for n, text in enumerate(printed, start=1)]
    figures[5] = replace(figures[5], indicator="竣工率", value="80", unit="%")
    return replace(bare, figures=tuple(figures))


def found(bulletin: Bulletin, kind: str, verdict: str, formula: str, *ids: int) -> Bulletin:
    figures = [bulletin.figure_by_id[number] for number in ids]
    spans = tuple((figure.start, figure.end) for figure in figures)
    finding = Finding(kind, verdict, "", figures[0].printed, (Reading(formula, ""),), spans)
    return replace(bulletin, findings=(finding,))


def test_the_parts_of_a_sound_total_have_shares_and_leave_what_rounding_leaves(
    bulletin: Bulletin,
) -> None:
    (made,) = compositions(found(bulletin, "sum", "四舍五入差", "70+29", 1, 2, 3))
    assert made.total.value == "100"
    assert [part.value for part in made.parts] == ["70", "29"]
    assert made.shares == (Decimal(70), Decimal(29))
    assert made.gap == 1


@pytest.mark.parametrize(
    ("kind", "verdict", "formula"),
    [
        ("sum", "不一致", "70+29"),
        ("sum", "待核实", "70+29"),
        ("pair", "一致", "70+29"),
        ("sum", "一致", "70"),
        ("sum", "一致", "70+(-29)"),
        ("sum", "一致", "70+28"),
        ("sum", "一致", "70+70"),
        ("sum", "一致", "70+29万户"),
    ],
)
def test_what_is_no_sound_total_has_no_parts(
    bulletin: Bulletin, kind: str, verdict: str, formula: str
) -> None:
    assert compositions(found(bulletin, kind, verdict, formula, 1, 2, 3)) == ()


@pytest.mark.parametrize("verdict", ["一致", "不一致"])
def test_a_rate_of_completion_has_what_was_done_and_what_was_due(
    bulletin: Bulletin, verdict: str
) -> None:
    (made,) = completions(found(bulletin, "rate", verdict, "40÷50", 6, 5, 4))
    assert (made.done.value, made.due.value, made.share, made.verdict) == (
        "40",
        "50",
        Decimal(80),
        verdict,
    )
    assert made.rate is not None
    assert made.rate.indicator == "竣工率"


def test_done_against_due_without_a_rate(bulletin: Bulletin) -> None:
    (made,) = completions(found(bulletin, "completion", "待核实", "50", 5, 4))
    assert (made.done.value, made.due.value, made.rate) == ("40", "50", None)


@pytest.mark.parametrize("formula", ["40÷（50-29）", "（40+29）÷50", "41÷50", "40×50"])
def test_a_reading_that_is_no_plain_quotient_is_none(bulletin: Bulletin, formula: str) -> None:
    assert completions(found(bulletin, "rate", "一致", formula, 6, 5, 4)) == ()


def test_a_share_of_a_population_is_no_completion(bulletin: Bulletin) -> None:
    figures = tuple(
        replace(one, indicator="城镇化率") if one.id == 6 else one for one in bulletin.figures
    )
    urban = replace(bulletin, figures=figures)
    assert completions(found(urban, "rate", "一致", "40÷50", 6, 5, 4)) == ()


def test_findings_of_names_have_neither(bulletin: Bulletin) -> None:
    titled = replace(bulletin, findings=(Finding("title", "不一致", "", "", (), ((0, 2),)),))
    assert compositions(titled) == ()
    assert completions(titled) == ()


def test_the_bundled_bulletin_has_both(bundled: Bulletin) -> None:
    wholes = {made.total.value: len(made.parts) for made in compositions(bundled)}
    assert wholes["24"] == 6
    rates = {made.rate.value: made.due.value for made in completions(bundled) if made.rate}
    assert rates["92.3"] == "117"


def test_a_structure_that_makes_up_a_hundred_is_one() -> None:
    text = (
        "清河县2022年国民经济和社会发展统计公报\n一、综合\n2022年，全县地区生产总值130.0亿元。"
        "三次产业结构由上年的7.5:46.5:46.0调整为7.2:47.1:45.7，粮油比例为30:70。"
    )
    (bulletin,) = understand(SourceText(text, "txt", "utf-8", "0" * 64), None)
    stated = structures(bulletin)
    assert [one.figure.value for one in stated] == ["7.5:46.5:46.0", "7.2:47.1:45.7"]
    assert stated[1].shares == (Decimal("7.2"), Decimal("47.1"), Decimal("45.7"))
    assert stated[1].names[2] == "第三产业增加值"


def test_figures_in_tables_are_told_from_those_in_sentences() -> None:
    bare = make_bulletin("一、农业", "全年粮食产量650.0万吨。", "粮食\t650.0")
    *others, last = bare.passages
    bare = replace(bare, passages=(*others, replace(last, kind=PassageKind.TABLE)))
    in_text = make_figure(bare, "650.0", number=1)
    start = bare.text.source.rindex("650.0")
    in_table = replace(in_text, id=2, start=start, end=start + 5)
    assert in_tables(replace(bare, figures=(in_text, in_table))) == {2}
