"""Every form of a copy, by real keys, as another program gets it from the clipboard."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.end2end.conftest import Start
from tests.end2end.desktop import until

pytestmark = pytest.mark.end2end

_TITLE = "鞍山市铁东区2022年国民经济和社会发展统计公报"
_HANT_TITLE = "鞍山市鐵東區2022年國民經濟和社會發展統計公報"
_SOURCE, _HANT_SOURCE = f"数据来源：《{_TITLE}》", f"數據來源：《{_HANT_TITLE}》"
_HANT_SENTENCE = "2022年，鞍山市鐵東區地方財政一般預算收入7.8億元，比上年下降28.1%。"

_COPIES = {
    "ctrl+1": {
        "ctrl+c": "7.8亿元",
        "ctrl+shift+c": f"7.8亿元（{_SOURCE}）",
        "ctrl+alt+n": "7.8",
        "ctrl+alt+g": "下降28.1%",
        "ctrl+alt+j": "2022年，鞍山市铁东区地方财政一般预算收入7.8亿元，比上年下降28.1%。",
        "ctrl+alt+r": _SOURCE,
    },
    "ctrl+2": {
        "ctrl+c": "7.8億元",
        "ctrl+shift+c": f"7.8億元（{_HANT_SOURCE}）",
        "ctrl+alt+j": _HANT_SENTENCE,
        "ctrl+alt+m": f"{_HANT_SENTENCE.removesuffix('。')}（{_HANT_SOURCE}）。",
    },
    "ctrl+3": {
        "ctrl+c": "7.8億元",
        "ctrl+shift+c": f"7.8億元（{_HANT_SOURCE}）",
        "ctrl+alt+n": "7.8",
    },
}


def test_find_a_figure_and_copy_it_in_every_form(start: Start, library_path: Path) -> None:
    program = start("--library", library_path)
    program.wait_for_window(_TITLE)
    program.press("ctrl+k")
    program.type_text("7.8")
    program.press("Return")
    for script, copies in _COPIES.items():
        program.press(script)
        for keys, copied in copies.items():
            program.copies(keys, copied)
    program.quit()


def test_rows_for_excel_are_a_table_and_text(start: Start, library_path: Path) -> None:
    program = start("--library", library_path)
    program.wait_for_window(_TITLE)
    program.press("ctrl+k")
    program.type_text("7.8")
    program.press("Return")
    head = "指标\t数值\t单位\t增速（%）\t比较对象\t价格口径\t时期\t地区\t备注\t来源"
    place = "鞍山市铁东区"
    row = f"地方财政一般预算收入\t7.8\t亿元\t-28.1\t上年同期\t\t2022年1-12月\t{place}\t\t{_SOURCE}"
    program.copies("ctrl+alt+c", f"{head}\n{row}")
    assert {"UTF8_STRING", "text/html"} <= set(program.clipboard("TARGETS").split())
    page = LexborHTMLParser(program.clipboard("text/html"))
    cells = [[cell.text() for cell in line.css("th, td")] for line in page.css("tr")]
    assert cells == [head.split("\t"), row.split("\t")]
    assert [cell.attributes["sdval"] for cell in page.css("[sdval]")] == ["7.8", "-28.1"]
    program.quit()


def test_the_whole_text_is_the_bulletins_own(start: Start, library_path: Path) -> None:
    program = start("--library", library_path)
    program.wait_for_window(_TITLE)
    program.press("alt+Down")
    program.copies("ctrl+c", "285.9亿元")
    program.press("ctrl+a", "ctrl+alt+n")
    until(lambda: program.clipboard().count("\n") > 300, "every value of the text")
    program.press("ctrl+c")
    until(lambda: program.clipboard().startswith("2022年四平市铁东区"), "the whole text")
    text = program.clipboard()
    assert "个数据 · 文字修复" not in text
    assert not set("\u2060\u200b\ufeff\ufffc") & set(text)
    program.quit()
