"""Rows as a spreadsheet takes them: LibreOffice reads the HTML that a copy puts on the clipboard.

The filter that reads an HTML page into a sheet is the one that a paste goes through. It shows
decimals only in the formats that LibreOffice has built in, 0 and 0.00, also of its own pages.
"""

import os
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from desktop_app.domain.bulletin import Bulletin, Kind, Script
from desktop_app.services.citing.rows import rows
from tests.handmade import TITLE, make_bulletin, make_figure

pytestmark = pytest.mark.system

_CALC = Path("/usr/lib/libreoffice/share/registry/calc.xcd")
_PATIENCE_SECONDS = 180
_OPEN = "urn:oasis:names:tc:opendocument:xmlns"
_TABLE, _OFFICE = f"{_OPEN}:table:1.0", f"{_OPEN}:office:1.0"


def sheet(page: str, folder: Path) -> list[list[Element]]:
    """Return the cells of the sheet that LibreOffice makes of a page, row by row."""
    if shutil.which("soffice") is None or not _CALC.exists():
        pytest.fail("a real spreadsheet is wanted: apt install libreoffice-calc")
    file = folder / "行.html"
    file.write_text(page, encoding="utf-8")
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--infilter=HTML (StarCalc)",
        "--convert-to",
        "ods",
        "--outdir",
        str(folder),
        str(file),
    ]
    # A locale that every system has: without one a path in Chinese is not found.
    environment = os.environ | {"HOME": str(folder), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        command,
        env=environment,
        capture_output=True,
        text=True,
        timeout=_PATIENCE_SECONDS,
        check=False,
    )
    made = file.with_suffix(".ods")
    assert made.exists(), done.stderr
    with zipfile.ZipFile(made) as book:
        content = ElementTree.fromstring(book.read("content.xml"))
    return [list(row) for row in content.iter(f"{{{_TABLE}}}table-row")]


def value(cell: Element) -> tuple[str | None, str]:
    """Return the kind of a cell's value, and the text that is shown."""
    return cell.get(f"{{{_OFFICE}}}value-type"), "".join(cell.itertext())


@pytest.fixture
def bulletin() -> Bulletin:
    return make_bulletin(
        TITLE, "收入2.50亿元，产量1-12万吨，结构4:42:53，人口53911人，罚款392678.44元。"
    )


def test_numbers_are_numbers_and_ranges_are_text(bulletin: Bulletin, tmp_path: Path) -> None:
    figures = [
        make_figure(bulletin, "2.50亿元", indicator="收入", change="-28.10", change_unit="%"),
        make_figure(bulletin, "1-12万吨", value="1", value_high="12", kind=Kind.RANGE),
        make_figure(bulletin, "4:42:53", value="4:42:53", unit="", kind=Kind.RATIO),
        make_figure(bulletin, "53911人"),
        make_figure(bulletin, "392678.44元"),
    ]
    head, *body = sheet(rows(figures, bulletin, Script.HANS, "来源").html(), tmp_path)
    assert [value(cell)[1] for cell in head][:4] == ["指标", "数值", "单位", "增速（%）"]
    assert [value(row[1]) for row in body] == [
        ("float", "2.50"),
        ("string", "1-12"),
        ("string", "4:42:53"),
        ("float", "53911"),
        ("float", "392678.44"),
    ]
    assert value(body[0][3]) == ("float", "-28.10")
    assert value(body[0][0]) == ("string", "收入")
