"""Rows as a spreadsheet takes them: LibreOffice reads the HTML that a copy puts on the clipboard.

The filter that reads an HTML page into a sheet is the one that a paste goes through.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from desktop_app.domain.bulletin import Bulletin, Kind, Script
from desktop_app.services.citing.rows import rows
from tests.handmade import TITLE, make_bulletin, make_figure

pytestmark = pytest.mark.system

_PATIENCE_SECONDS = 180


def sheet(page: str, folder: Path) -> list[list[LexborNode]]:
    """Return the cells of the sheet that LibreOffice makes of a page, row by row."""
    if shutil.which("soffice") is None:
        pytest.fail("a real spreadsheet is wanted: apt install libreoffice-calc-nogui")
    file = folder / "行.html"
    file.write_text(page, encoding="utf-8")
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--infilter=HTML (StarCalc)",
        "--convert-to",
        "fods",
        "--outdir",
        str(folder),
        str(file),
    ]
    environment = os.environ | {"HOME": str(folder), "LANG": "zh_CN.UTF-8"}
    done = subprocess.run(
        command,
        env=environment,
        capture_output=True,
        text=True,
        timeout=_PATIENCE_SECONDS,
        check=False,
    )
    made = file.with_suffix(".fods")
    assert made.exists(), done.stderr
    # selectolax reads the flat file as HTML: a colon in a tag's name is a part of it there.
    tree = LexborHTMLParser(made.read_text(encoding="utf-8"))
    return [row.css(r"table\:table-cell") for row in tree.css(r"table\:table-row")]


def value(cell: LexborNode) -> tuple[str | None, str]:
    """Return the kind of a cell's value, and the text that is shown."""
    return cell.attributes.get("office:value-type"), cell.text().strip()


@pytest.fixture
def bulletin() -> Bulletin:
    return make_bulletin(
        TITLE, "收入2.0亿元，产量1-12万吨，结构4:42:53，人口53911人，罚款392678.44元。"
    )


def test_numbers_are_numbers_and_ranges_are_text(bulletin: Bulletin, tmp_path: Path) -> None:
    figures = [
        make_figure(bulletin, "2.0亿元", indicator="收入", change="-28.10", change_unit="%"),
        make_figure(bulletin, "1-12万吨", value="1", value_high="12", kind=Kind.RANGE),
        make_figure(bulletin, "4:42:53", value="4:42:53", unit="", kind=Kind.RATIO),
        make_figure(bulletin, "53911人"),
        make_figure(bulletin, "392678.44元"),
    ]
    head, *body = sheet(rows(figures, bulletin, Script.HANS, "来源").html(), tmp_path)
    assert [cell.text().strip() for cell in head][:4] == ["指标", "数值", "单位", "增速（%）"]
    assert [value(row[1]) for row in body] == [
        ("float", "2.0"),
        ("string", "1-12"),
        ("string", "4:42:53"),
        ("float", "53911"),
        ("float", "392678.44"),
    ]
    assert value(body[0][3]) == ("float", "-28.10")
    assert value(body[0][0]) == ("string", "收入")
