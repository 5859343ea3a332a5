"""Every form of every choice: one figure, its growth, several, selected text, a place, nothing."""

import time
from typing import Any

import pytest
from msgspec.structs import replace

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.choices import SourceStyle
from desktop_app.domain.errors import DataError
from desktop_app.domain.textmap import Edit
from desktop_app.pipeline.traditional import to_traditional
from desktop_app.services.citing.forms import Choice, Form, Manner, chosen_text, copy, sentence_at
from desktop_app.system import resources
from tests.handmade import TITLE, Line, make_bulletin, make_figure

SOURCE = f"数据来源：《{TITLE}》"
LINES = (
    TITLE,
    Line("一、综合", "一"),
    "收入7.8亿元，下降28.1%。支出5.2万元。",
    Line("二、教育", "二"),
    "小学12所。",
)


@pytest.fixture
def bulletin() -> Bulletin:
    made = make_bulletin(*LINES)
    rate = made.text.hans.index("28.1%")
    fields: dict[str, Any] = {
        "change": "-28.1",
        "change_unit": "%",
        "compared_with": "上年",
        "change_read_start": rate,
        "change_read_end": rate + 5,
    }
    figures = (
        make_figure(made, "7.8亿元", number=1, indicator="税收收入", period="2023年", **fields),
        make_figure(made, "5.2万元", number=2, indicator="支出", period="2023年", doubtful=True),
        make_figure(made, "12所", number=3, indicator="小学数", period="2023年末"),
    )
    return replace(made, figures=figures)


_SIMPLIFIED = (Edit(0, 1, "税"), Edit(6, 7, "亿"))
FIRST = "2023年，河东省青河县税收收入7.8亿元，比上年下降28.1%。"


@pytest.mark.parametrize(
    ("form", "copied"),
    [
        (Form.VALUE, "7.8亿元"),
        (Form.WITH_SOURCE, f"7.8亿元（{SOURCE}）"),
        (Form.NUMBER, "7.8"),
        (Form.GROWTH, "下降28.1%"),
        (Form.PRINTED, "收入7.8亿元，下降28.1%。"),
        (Form.SENTENCE, FIRST),
        (Form.TEMPLATE, f"{FIRST.removesuffix('。')}（{SOURCE}）。"),
        (Form.SOURCE, SOURCE),
        (Form.GBT_2015, f"{TITLE}[R]."),
        (Form.GBT_2025, f"{TITLE}[R]."),
    ],
)
def test_one_figure(bulletin: Bulletin, form: Form, copied: str) -> None:
    made = copy(form, Choice(bulletin, bulletin.figures[:1]), Manner())
    assert (made.text, made.html) == (copied, "")


def test_a_row_has_a_table_beside_its_text(bulletin: Bulletin) -> None:
    made = copy(Form.ROWS, Choice(bulletin, bulletin.figures), Manner())
    assert [line.split("\t")[0] for line in made.text.split("\n")] == [
        "指标",
        "税收收入",
        "支出",
        "小学数",
    ]
    assert made.html.count("<tr>") == 4


@pytest.mark.parametrize(
    ("form", "copied"),
    [
        (Form.VALUE, "28.1%"),
        (Form.WITH_SOURCE, f"28.1%（{SOURCE}）"),
        (Form.NUMBER, "28.1"),
        (Form.GROWTH, "下降28.1%"),
        (Form.SENTENCE, FIRST),
    ],
)
def test_the_growth_of_a_figure(bulletin: Bulletin, form: Form, copied: str) -> None:
    choice = Choice(bulletin, bulletin.figures[:1], growth=True)
    assert copy(form, choice, Manner()).text == copied


@pytest.mark.parametrize(
    ("form", "copied"),
    [
        (Form.VALUE, "7.8亿元\n5.2万元（存疑）\n12所"),
        (Form.NUMBER, "7.8\n5.2（存疑）\n12"),
        (Form.GROWTH, "下降28.1%"),
        (Form.PRINTED, "收入7.8亿元，下降28.1%。\n支出5.2万元（存疑）。\n小学12所。"),
        (
            Form.SENTENCE,
            f"{FIRST}\n2023年，河东省青河县支出5.2万元（存疑）。\n2023年末，河东省青河县小学数12所。",
        ),
        (Form.SOURCE, SOURCE),
    ],
)
def test_several_figures(bulletin: Bulletin, form: Form, copied: str) -> None:
    assert copy(form, Choice(bulletin, bulletin.figures), Manner()).text == copied


def selected(bulletin: Bulletin, first: str, last: str) -> Choice:
    text = bulletin.text.hans
    span = text.index(first), text.rindex(last) + len(last)
    return chosen_text(bulletin, text[slice(*span)], span)


def test_selected_text_over_two_chapters(bulletin: Bulletin) -> None:
    choice = selected(bulletin, "下降", "小学12所")
    text = "下降28.1%。支出5.2万元。\n二、教育\n小学12所"
    assert copy(Form.VALUE, choice, Manner()).text == text
    assert copy(Form.WITH_SOURCE, choice, Manner()).text == f"{text}（{SOURCE}）"
    assert copy(Form.NUMBER, choice, Manner()).text == "5.2（存疑）\n12"
    assert copy(Form.PRINTED, choice, Manner()).text == (
        "收入7.8亿元，下降28.1%。\n支出5.2万元（存疑）。\n二、教育\n小学12所。"
    )
    assert copy(Form.ROWS, choice, Manner()).html.count("<tr>") == 3


@pytest.mark.parametrize(
    ("stretch", "copied"),
    [("7.8亿元", "7.8亿元"), ("28.1%", "28.1%"), ("5.2万元", "5.2万元（存疑）")],
)
def test_selected_text_that_is_a_number_is_that_figure(
    bulletin: Bulletin, stretch: str, copied: str
) -> None:
    choice = selected(bulletin, stretch, stretch)
    assert choice.text == ""
    assert copy(Form.VALUE, choice, Manner()).text == copied


def test_a_title_that_is_no_text_is_no_figure(bulletin: Bulletin) -> None:
    choice = chosen_text(bulletin, "青河县公报", (0, 0))
    assert (choice.text, choice.figures) == ("青河县公报", ())


def test_a_place_means_its_sentence_alone(bulletin: Bulletin) -> None:
    choice = sentence_at(bulletin, bulletin.text.hans.index("支出"), Script.HANS)
    assert choice.text == "支出5.2万元（存疑）。"
    assert choice.figures == bulletin.figures[1:2]
    assert copy(Form.PRINTED, choice, Manner()).text == "支出5.2万元（存疑）。"
    assert copy(Form.VALUE, choice, Manner()).text == "支出5.2万元（存疑）。"
    assert sentence_at(replace(bulletin, passages=()), 0, Script.HANS).text == ""


@pytest.mark.parametrize("form", set(Form) - {Form.SOURCE, Form.GBT_2015, Form.GBT_2025})
def test_nothing_chosen_says_what_to_do(bulletin: Bulletin, form: Form) -> None:
    with pytest.raises(DataError) as caught:
        copy(form, Choice(bulletin), Manner())
    said = resources.sentence(caught.value.message, "zh_CN")
    assert said == "先点选一个数据，或选中一段文字，再复制。"


def test_text_without_figures_has_none_to_copy(bulletin: Bulletin) -> None:
    choice = selected(bulletin, "一、综合", "一、综合")
    assert copy(Form.VALUE, choice, Manner()).text == "一、综合"
    with pytest.raises(DataError) as caught:
        copy(Form.ROWS, choice, Manner())
    assert caught.value.message.id == "copy_text_without_figures"


def test_a_figure_without_growth_has_none_to_copy(bulletin: Bulletin) -> None:
    with pytest.raises(DataError) as caught:
        copy(Form.GROWTH, Choice(bulletin, bulletin.figures[2:]), Manner())
    assert caught.value.message.id == "copy_without_growth"


def test_the_source_is_written_as_the_user_has_chosen(bulletin: Bulletin) -> None:
    manner = Manner(style=SourceStyle.GBT_2025, template="{value}｜{source}")
    choice = Choice(bulletin, bulletin.figures[:1])
    assert copy(Form.WITH_SOURCE, choice, manner).text == f"7.8亿元（{TITLE}[R].）"
    assert copy(Form.TEMPLATE, choice, manner).text == f"7.8｜{TITLE}[R]."
    assert copy(Form.SOURCE, choice, manner).text == f"{TITLE}[R]."
    assert copy(Form.GBT_2015, choice, manner).text == f"{TITLE}[R]."


def test_traditional_characters_throughout(bulletin: Bulletin) -> None:
    manner = Manner(Script.HANT)
    choice = Choice(bulletin, bulletin.figures[:1])
    for form in (Form.SENTENCE, Form.ROWS, Form.SOURCE, Form.TEMPLATE):
        assert not set("税县国们报济会展计数单标") & set(
            copy(form, choice, manner).text.replace(TITLE, "")
        )


_OF_A_SOURCE = [
    (Form.VALUE, "7.8億(yì)元", "7.8亿元"),
    (Form.WITH_SOURCE, "7.8億(yì)元（數據來源：《{title}》）", "7.8亿元（数据来源：《{title}》）"),
    (Form.NUMBER, "7.8", "7.8"),
    (Form.GROWTH, "增加2萬元", "增加2万元"),
    (Form.PRINTED, "稅收入7.8億(yì)元，增2萬。", "税收入7.8亿元，增2万。"),
    (
        Form.SENTENCE,
        "2023年，河東省青河縣稅收收入7.8億元，比上年增加2萬元。",
        "2023年，河东省青河县税收收入7.8亿元，比上年增加2万元。",
    ),
    (Form.TEMPLATE, "稅收入7.8億(yì)元，增2萬。上年", "税收入7.8亿元，增2万。上年"),
    (Form.SOURCE, "數據來源：《{title}》", "数据来源：《{title}》"),
]


@pytest.mark.parametrize(("form", "traditional", "simplified"), _OF_A_SOURCE)
@pytest.mark.parametrize("is_traditional", [True, False])
def test_of_a_source_words_are_in_the_characters_of_the_source(
    form: Form, traditional: str, simplified: str, *, is_traditional: bool
) -> None:
    line, hant = "税收入7.8亿元，增2万。", "稅收入7.8億元，增2萬。"
    if is_traditional:
        source = "稅收入7.8億(yì)元，增2萬。"
        edits = (Edit(0, 1, "税"), Edit(6, 11, "亿"), Edit(15, 16, "万"))
        made = make_bulletin(source, hant=hant, edits=edits)
        assert made.text.hans == line
    else:
        made = make_bulletin(line, hant=hant)
    change: dict[str, Any] = {"change": "2", "change_unit": "万元", "compared_with": "上年"}
    figure = make_figure(made, "7.8亿元", indicator="税收收入", period="2023年", **change)
    manner = Manner(Script.SOURCE, template="{原句}{比较对象}")
    copied = copy(form, Choice(made, (figure,)), manner).text
    title = to_traditional(TITLE) if is_traditional else TITLE
    assert copied == (traditional if is_traditional else simplified).format(title=title)


def test_rows_of_a_source_are_in_its_characters() -> None:
    made = make_bulletin("稅收入7.8億元。", hant="稅收入7.8億元。", edits=_SIMPLIFIED)
    figure = make_figure(made, "7.8亿元", indicator="税收收入")
    table = copy(Form.ROWS, Choice(made, (figure,)), Manner(Script.SOURCE)).text
    assert table.splitlines()[0].startswith("指標\t數值\t單位")
    assert table.splitlines()[1].startswith("稅收收入\t7.8\t億元")


@pytest.mark.parametrize("form", [Form.VALUE, Form.WITH_SOURCE, Form.SENTENCE, Form.PRINTED])
def test_ten_thousand_figures(form: Form) -> None:
    lines = [f"第{n}区收入{n}.5亿元，增长2%。" for n in range(10_000)]
    made = make_bulletin(*lines)
    starts = [passage.read_start for passage in made.passages]
    first = make_figure(made, "第0区收入0.5亿元")
    figures = tuple(
        replace(
            first,
            id=n + 1,
            read_start=start + line.index("入") + 1,
            read_end=start + line.index("，"),
            unit="亿元",
            indicator=f"第{n}区收入",
        )
        for n, (start, line) in enumerate(zip(starts, lines, strict=True))
    )
    made = replace(made, figures=figures)
    begun = time.perf_counter()
    copied = copy(form, Choice(made, figures), Manner()).text
    assert copied.count("\n") == 9_999
    assert copied.startswith({Form.SENTENCE: "2023年", Form.PRINTED: "第0区"}.get(form, "0.5亿元"))
    # A tenth of this on an idle machine.
    assert time.perf_counter() - begun < 10
