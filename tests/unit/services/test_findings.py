"""Findings as a list shows them: every one with its places, its numbers and its words."""

import re

import pytest
from msgspec.structs import replace

from desktop_app.domain.bulletin import Bulletin, Finding, Reading, Script
from desktop_app.domain.messages import Message
from desktop_app.pipeline.traditional import to_traditional
from desktop_app.services import findings
from desktop_app.services.findings import SIGNS, Verdict
from desktop_app.system import language
from tests.handmade import Line, make_bulletin, make_figure
from tests.unit.pipeline.made_audits import audited

_NOT_ENGLISH = re.compile("[\u3000-\u9fff\uff00-\uffef]")
_EQUATION = Message("audit_equation", {"formula": "20÷40", "computed": "50%", "stated": ""})
_RATE = Message(
    "audit_message",
    {
        "stated": Message("audit_stated_level", {"name": "竣工率", "printed": "78%"}),
        "clauses": (
            Message(
                "audit_clause",
                {"equations": (_EQUATION,), "remark": Message("audit_differs")},
            ),
        ),
    },
)


@pytest.fixture
def bulletin() -> Bulletin:
    made = make_bulletin(
        "青河县的公报",
        Line("一、综合", "一"),
        "应建公园40个，竣工20个，竣工率78%，比上年增长3.4%。",
        hant="青河縣的公報\n一、綜合\n應建公園40個，竣工20個，竣工率78%，比上年增長3.4%。",
    )
    text = made.text.hans
    change = text.index("3.4%")
    rate = make_figure(
        made, "78%", indicator="竣工率", change="3.4", change_start=change, change_end=change + 4
    )
    spans = tuple((text.index(w), text.index(w) + len(w)) for w in ("78%", "20个", "40个"))
    found = (
        Finding(
            "title",
            "不一致",
            "标题所写的“青河县”在正文中没有出现，正文所称的是“白河县”。",
            "青河县",
            (Reading("正文提到“青河”的次数", "0", Message("reading_mentions", {"name": "青河"})),),
            ((0, 3),),
            (Message("finding_title_body", {"stated": "青河县", "other": "白河县"}),),
        ),
        Finding(
            "rate",
            "不一致",
            "竣工率78%：20÷40=50%，与所述不符。",
            "78%",
            (Reading("20÷40", "50%"), Reading("20÷41", "48.8%")),
            spans,
            (_RATE,),
        ),
        Finding("change", "一致", "没有冒号的话", "3.4%", (), ((change, change + 4),)),
        Finding("odd", "别的结论", "没有地方的话", "1", ()),
    )
    return replace(made, figures=(rate,), findings=found)


def test_a_finding_has_its_figure_its_places_and_its_chapter(bulletin: Bulletin) -> None:
    title, rate, change, odd = findings.rows(bulletin, Script.HANS)
    words = [bulletin.text.hans[slice(*span)] for span in (rate.span or (0, 0), *rate.parts)]
    assert words == ["78%", "20个", "40个"]
    assert (rate.figure_id, rate.chapter, rate.chapter_id) == (1, "一、综合", 1)
    assert (rate.subject, rate.message) == ("竣工率78%", "20÷40=50%，与所述不符。")
    # What the message tells is not told twice.
    assert rate.readings == ("20÷41 = 48.8%",)
    assert (title.subject, title.chapter, title.figure_id) == ("青河县", "", None)
    assert title.readings == ("正文提到“青河”的次数：0",)
    assert (change.figure_id, change.subject, change.message) == (1, "3.4%", "没有冒号的话")
    assert (odd.span, odd.parts, odd.chapter_id, odd.verdict) == (None, (), None, Verdict.OPEN)
    assert [row.number for row in (title, rate, change, odd)] == [0, 1, 2, 3]


def test_words_are_in_the_script_of_the_text(bulletin: Bulletin) -> None:
    rate = findings.rows(bulletin, Script.HANT)[1]
    assert (rate.message, rate.chapter) == ("20÷40=50%，與所述不符。", "一、綜合")
    assert findings.word(Verdict.ROUNDS, Script.HANT) == "四捨五入差"
    assert findings.rows(bulletin, Script.SOURCE) == findings.rows(bulletin, Script.HANS)


def test_verdicts_are_counted_what_wants_looking_at_first(bulletin: Bulletin) -> None:
    counts = findings.counts(findings.rows(bulletin, Script.HANS))
    assert list(counts.items()) == [(Verdict.DIFFERS, 2), (Verdict.OPEN, 1), (Verdict.AGREES, 1)]
    assert len(set(SIGNS.values())) == len(Verdict)


def test_every_number_of_the_bundled_bulletin_is_told(bundled: Bulletin) -> None:
    rows = findings.rows(bundled, Script.HANS)
    assert len(rows) == len(bundled.findings) > 10
    for row, finding in zip(rows, bundled.findings, strict=True):
        told = "\n".join((row.subject, row.message, *row.readings))
        assert finding.stated in told
        for reading in finding.readings:
            assert reading.formula in told
            assert reading.computed in told
        assert row.word == finding.verdict == findings.word(row.verdict)
        assert (row.figure_id is None) == (finding.kind == "title")


def test_an_english_interface_has_english_verdicts(
    bulletin: Bulletin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "preferred", lambda: "en")
    assert [findings.word(verdict) for verdict in Verdict] == [
        "Differs",
        "To be checked",
        "Rounding",
        "Agrees",
    ]
    title, rate, *_ = findings.rows(bulletin, Script.HANT)
    # Printed names are in the script of the text, whatever the interface speaks.
    assert (rate.word, rate.subject, rate.message) == (
        "Differs",
        "竣工率 78%",
        "20÷40=50%, not as stated.",
    )
    assert rate.readings == ("20÷41 = 48.8%",)
    assert (
        title.message == "The title names 青河縣, which the body never does: it speaks of 白河縣."
    )
    assert title.readings == ("how often the body names 青河: 0",)


def test_a_traditional_interface_speaks_so_of_a_simplified_text(
    bulletin: Bulletin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "preferred", lambda: "zh_TW")
    _, rate, *_ = findings.rows(bulletin, Script.HANS)
    assert (rate.word, rate.message) == ("不一致", "20÷40=50%，與所述不符。")


def test_nothing_but_what_is_printed_is_chinese_in_english(
    bundled: Bulletin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "preferred", lambda: "en")
    printed = {
        bundled.info.title,
        *bundled.info.place.split("/"),
        "四平市",
        "铁东区",
        "四平",
        "鞍山",
    }
    printed |= {word for figure in bundled.figures for word in (figure.indicator, figure.unit)}
    names = re.compile("|".join(map(re.escape, sorted(printed - {""}, key=len, reverse=True))))
    for row in findings.rows(bundled, Script.HANS):
        said = names.sub("", "\n".join((row.word, row.subject, row.message, *row.readings)))
        assert not _NOT_ENGLISH.search(said), said


@pytest.mark.parametrize(
    "text",
    [
        "全年社会消费品零售总额100.0亿元。按经营单位所在地分，城镇零售额80.0亿元；乡村零售额20.0亿元。"
        "按消费类型分，餐饮收入30.0亿元；商品零售78.0亿元。",
        "全年进出口总值2400.0亿元，其中出口总值194.1亿元，进口总值45.9亿元。",
        "2021年，全市一般公共预算收入200.0亿元。\n2022年，全市一般公共预算收入220.0亿元，比上年增长12.0%。",
        "三次产业结构为4.7:40.3:57.1。",
        "发现问题400个，办结问题350个，办结率约70%。",
        "发现问题3458个，办结问题3110个，办结率96%以上。",
    ],
)
def test_every_kind_of_finding_is_told_in_every_language(text: str) -> None:
    found = audited(*text.split("\n"))
    assert found
    for finding in found:
        # Without the printed words nothing Chinese is left.
        said = findings.message(finding, "en", lambda _printed: "#")
        assert not _NOT_ENGLISH.search(said), said
        assert findings.message(finding, "zh_CN") == finding.message
        traditional = findings.message(finding, "zh_TW", to_traditional)
        assert traditional == to_traditional(finding.message)
        assert finding.stated.rstrip("以上") in findings.message(finding, "en")


def test_a_word_of_approximation_is_told_in_english() -> None:
    (rate,) = (
        one
        for one in audited("发现问题3458个，办结问题3110个，办结率96%以上。")
        if one.kind == "rate"
    )
    assert findings.message(rate, "en").startswith("问题办结率 96% or more: 3110÷3458=89.94%")


@pytest.mark.parametrize("spoken", ["zh_CN", "zh_TW", "en"])
def test_a_formula_that_is_told_is_not_told_again(
    bulletin: Bulletin, monkeypatch: pytest.MonkeyPatch, spoken: str
) -> None:
    monkeypatch.setattr(language, "preferred", lambda: spoken)
    formula = "（20+1）÷（40+2）"
    equation = Message("audit_equation", {"formula": formula, "computed": "50%", "stated": ""})
    clause = Message(
        "audit_clause", {"equations": (equation,), "remark": Message("audit_differs")}
    )
    stated = Message("audit_stated_level", {"name": "竣工率", "printed": "78%"})
    said = Message("audit_message", {"stated": stated, "clauses": (clause,)})
    finding = Finding("rate", "不一致", "", "竣工率78%", (Reading(formula, "50%"),), said=(said,))
    (row,) = findings.rows(replace(bulletin, findings=(finding,)), Script.HANS)
    assert row.message.count("20+1") == 1
    assert row.readings == ()
