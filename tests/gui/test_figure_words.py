"""In English every word of ours about a figure is English; what is printed stays as printed."""

import re
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from desktop_app.domain.bulletin import Bulletin, Figure, Script
from desktop_app.itemmodels import figure_cells, figure_text
from desktop_app.itemmodels.charts.growth import growth
from desktop_app.itemmodels.charts.model import ChartData
from desktop_app.itemmodels.figure_cells import Column, Setting
from desktop_app.services import exporting
from desktop_app.widgets.reader import card_text
from desktop_app.window.speaking import Speaking
from tests.handmade import Line, make_bulletin, make_figure

pytestmark = pytest.mark.gui

_CHINESE = re.compile("[\u3000-\u9fff\uff00-\uffef]")
_PRINTED = ("GDP", "亿元", "万元", "规模以上", "青河县")


@pytest.fixture
def english(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("GONGBAO_LANGUAGE", "zh_CN")
    font, made = qapp.font(), Speaking(qapp)
    made.speak("en")
    yield
    for translator in made._translators:
        qapp.removeTranslator(translator)
    qapp.setFont(font)


@pytest.fixture
def bulletin() -> Bulletin:
    return make_bulletin(Line("GDP 约286亿元"))


@pytest.fixture
def figure(bulletin: Bulletin) -> Figure:
    return make_figure(
        bulletin,
        "286亿元",
        indicator="GDP",
        scope="规模以上",
        approx="约",
        change="0.6",
        change_unit="%",
        compared_with="上年同期",
        basis="可比价格",
        basis_source="指标惯例",
        status="初步核算",
        period="2022年1-12月",
    )


def _without_printed(text: str) -> str:
    for word in _PRINTED:
        text = text.replace(word, "")
    return text


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    "other",
    [
        {},
        {"change": "0", "basis": "未说明", "compared_with": ""},
        {"change": "-0.5", "change_unit": "百分点", "compared_with": "上年末", "approx": "以上"},
        {"change": "2", "change_unit": "倍", "compared_with": "6月份", "basis": "扣除价格因素"},
        {"change": "20", "change_approx": "近"},
        {"change": "-3", "change_unit": "百分点", "change_approx": "多"},
        {"doubtful": True, "basis": "可比口径", "period": "截至目前", "status": "修订"},
    ],
)
def test_no_word_of_ours_stays_chinese(
    bulletin: Bulletin, figure: Figure, other: dict[str, object]
) -> None:
    figure = replace(figure, **other)
    said = [figure_cells.text(figure, column, Setting()) for column in Column]
    said += [figure_cells.spoken(figure, column, Setting()) for column in Column]
    said += [figure_cells.title(column) for column in Column]
    said += figure_text.details(figure).replace("\u3000", " ").split("\n")
    said.append(figure_text.base_mark(figure))
    said += [pair[1] for row in card_text.of_figure(figure).rows for pair in row]
    for bar in growth(ChartData((figure, replace(figure, id=2)))).bars:
        said += [bar.label, bar.spoken, *(text for text, _ in bar.texts)]
    row = exporting.row(bulletin, figure, "en", Script.HANS)
    ours = ("amount", "growth", "remarks", "period", "kind", *exporting.OF_OURS)
    said += [row[name] for name in ours]
    assert [text for text in said if _CHINESE.search(_without_printed(text))] == []


@pytest.mark.usefixtures("english")
def test_what_a_statistician_reads_in_english(figure: Figure) -> None:
    assert figure_text.value_text(figure) == "about 286"
    assert figure_text.base_mark(figure) == "real"
    cells = {one: figure_cells.text(figure, one, Setting()) for one in Column}
    assert cells[Column.BASIS] == "comparable prices (by convention)"
    assert cells[Column.COMPARED] == "same period last year"
    assert cells[Column.PERIOD] == "Jan–Dec 2022"
    assert cells[Column.STATUS] == "preliminary accounting"
    assert cells[Column.UNIT] == "亿元", "a unit is printed"
    assert cells[Column.SCOPE] == "规模以上"
    assert figure_cells.spoken(figure, Column.CHANGE, Setting()) == "up 0.6% (real)"


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("fields", "cell", "spoken"),
    [
        ({"change": "20", "change_approx": "左右"}, "about 20 ↑", "up about 20%"),
        ({"change": "-15", "change_approx": "以上"}, "−15 or more ↓", "down 15% or more"),
    ],
)
def test_an_inexact_growth_in_english(
    figure: Figure, fields: dict[str, str], cell: str, spoken: str
) -> None:
    figure = replace(figure, basis="未说明", **fields)
    assert figure_text.change_text(figure) == cell
    assert figure_text.spoken_change(figure) == spoken


@pytest.mark.parametrize(
    ("fields", "cell", "said"),
    [
        ({"change": "20", "change_approx": "近"}, "近20 ↑", "增长 近20%"),
        ({"change": "-15", "change_approx": "以上"}, "−15以上 ↓", "下降 15%以上"),
        (
            {"change": "2", "change_unit": "百分点", "change_approx": "约"},
            "约2 百分点 ↑",
            "增长 约2 百分点",
        ),
    ],
)
def test_an_inexact_growth_says_so_wherever_it_is_shown(
    bulletin: Bulletin, figure: Figure, fields: dict[str, str], cell: str, said: str
) -> None:
    figure = replace(figure, **fields)
    assert figure_cells.text(figure, Column.CHANGE, Setting()) == cell
    assert figure_cells.spoken(figure, Column.CHANGE, Setting()).startswith(said)
    inexact = said.split(" ", 1)[1]
    assert inexact in figure_text.details(figure)
    card = [pair[1] for row in card_text.of_figure(figure).rows for pair in row]
    assert any(said in text for text in card)
    for bar in growth(ChartData((figure, replace(figure, id=2)))).bars:
        assert fields["change_approx"] in bar.texts[0][0]
        assert said in bar.spoken
    row = exporting.row(bulletin, figure, "zh_CN", Script.HANS)
    assert (row["change"], row["change_approx"]) == (fields["change"], fields["change_approx"])
    assert fields["change_approx"] in row["growth"]


def test_in_chinese_nothing_changes(figure: Figure) -> None:
    assert figure_text.value_text(figure) == "约286"
    assert figure_text.base_mark(figure) == "可比价"
    assert figure_cells.text(figure, Column.BASIS, Setting()) == "可比价格（指标惯例）"
    assert figure_cells.spoken(figure, Column.CHANGE, Setting()) == "增长 0.6%（可比价）"
