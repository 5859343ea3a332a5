"""Tables drawn with signs, or taken in from the web, become rows; scanned lines close up."""

import pytest

from desktop_app.pipeline.repair import repair


def read(source: str) -> str:
    return repair(source)[0].hans


@pytest.mark.parametrize(
    "source",
    [
        "┌──┬──┐\n│油料│8642│\n├──┼──┤\n│茶叶│1930│\n└──┴──┘",
        "　油料　│8642\n　茶叶　│1930",
        "┃油料 ┃ 8642┃\n━━━━━━\n┃茶叶 ┃ 1930┃",
    ],
)
def test_a_drawn_table(source: str) -> None:
    assert [line for line in read(source).split("\n") if line] == ["油料\t8642", "茶叶\t1930"]


def test_empty_cells_of_a_drawn_table_stay() -> None:
    framed = "│粮食│万吨│　　│56│\n│棉花│万吨│　　│13│"
    assert read(framed) == "粮食\t万吨\t\t56\n棉花\t万吨\t\t13"
    assert read("项目│2021│2022\n　　│5│6") == "项目\t2021\t2022\n\t5\t6"


def test_one_bar_makes_no_table() -> None:
    source = "首页│统计公报\n全年粮食丰收。\n1─5月工业增长3%。"
    assert read(source) == source


def test_a_table_of_the_web_inside_a_text() -> None:
    row = "<tr><td>{}</td> <td class='n'>{}</td></tr>"
    table = f"<table>\n{row.format('油料', 8642)}\n{row.format('茶叶', 1930)}</table>"
    lines = [line for line in read(f"农业。\n{table}\n").split("\n") if line]
    assert lines == ["农业。", "油料\t8642", "茶叶\t1930"]


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        (
            "全 年 实 现 国 内 生 产 总 值 9 . 8 7 亿 元 ， 增 长 7 . 9 % 。",
            "全年实现国内生产总值9.87亿元，增长7.9%。",
        ),
        ("其 中 ： 出 口 G D P 3 2 0 . 5 亿 元", "其中：出口GDP320.5亿元"),
    ],
)
def test_a_line_scanned_character_by_character(source: str, meant: str) -> None:
    assert read(source) == meant


@pytest.mark.parametrize(
    "source",
    [
        "粮 食 产 量 万 吨   1 2 3   4 5 6",
        "甲 乙 丙 丁 1 2 3 4 5",
        "粮 食 总 产 量 为 ，   1 2 3   4 5 6 吨 。",
    ],
)
def test_numbers_that_stand_apart_are_not_put_together(source: str) -> None:
    assert "123456" not in read(source)
    assert "12345" not in read(source)


def test_single_spaces_between_numbers_keep_them_apart() -> None:
    assert read("甲 1 2 3 4 5 6 7 8 9") == "甲1 2 3 4 5 6 7 8 9"
