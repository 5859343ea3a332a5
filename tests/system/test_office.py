"""Exported files, opened by the programs that people open them with."""

import subprocess
from pathlib import Path

import pypdfium2
import pytest

from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.exported import Format
from desktop_app.printing import saving
from desktop_app.services.exports import FiguresOf, TextOf
from desktop_app.services.tables import Manner
from tests import made_exports

pytestmark = pytest.mark.system
CHINESE = Manner("zh_CN")


@pytest.fixture(scope="module")
def hard() -> Bulletin:
    return made_exports.make()


def in_office(path: Path, form: str) -> Path:
    """Open a file in LibreOffice and save it in another format."""
    home, out = path.parent / "office", path.parent / "out"
    command = ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless"]
    command += ["--convert-to", form, "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return out / f"{path.stem}.{form}"


def test_a_word_file_in_writer(bundled: Bulletin, tmp_path: Path) -> None:
    path = tmp_path / "正文.docx"
    saving.save(TextOf(bundled), Format.DOCX, path, CHINESE)
    document = pypdfium2.PdfDocument(in_office(path, "pdf"))
    pages = [page.get_textpage().get_text_range() for page in document]
    assert "地区生产总值" in pages[0]
    for number, page in enumerate(pages, start=1):
        assert f"— {number} —" in page


def test_a_workbook_in_calc(hard: Bulletin, tmp_path: Path) -> None:
    path = tmp_path / "数据.xlsx"
    saving.save(FiguresOf(tuple(made_exports.chosen(hard))), Format.XLSX, path, CHINESE)
    (page, *_) = pypdfium2.PdfDocument(in_office(path, "pdf"))
    shown = page.get_textpage().get_text_range().split()
    assert {"56.30", "-2.0", "21:30:49", made_exports.FORMULA, "2023年1-12月"} <= set(shown)


_SEARCH = """
var query = document.getElementById("query");
query.value = "億元 生产总值";
query.dispatchEvent(new Event("compositionend"));
document.querySelectorAll("#rows th button")[1].click();
var filter = document.getElementById("filter");
filter.value = "亿元";
filter.dispatchEvent(new Event("input"));
"""


def in_browser(path: Path) -> str:
    """Return the page as it stands once its script has run."""
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    command += [f"--user-data-dir={path.parent / 'browser'}", path.as_uri()]
    done = subprocess.run(command, check=True, capture_output=True, timeout=120)
    return done.stdout.decode()


def test_a_web_page_in_a_browser(hard: Bulletin, tmp_path: Path) -> None:
    path = tmp_path / "公报.html"
    saving.save(TextOf(hard), Format.HTML, path, CHINESE)
    # The page's own policy lets its own script run, and no other.
    assert '<span class="rest" id="shown" role="status">6 行</span>' in in_browser(path)
    page = path.read_text(encoding="utf-8").replace(
        "</body>", f"<script>{_SEARCH}</script></body>"
    )
    path.write_text(page, encoding="utf-8")
    assert "<mark" not in in_browser(path)
    path.write_text(page.replace("http-equiv", "data-was"), encoding="utf-8")
    searched = in_browser(path)
    assert ">1 / 2 处<" in searched
    # 亿 was mended: what is found there stands in two pieces.
    assert searched.count("<mark") == 3
    assert '<mark class="now">生产总值</mark>' in searched
    assert ">1 行<" in searched
    assert 'aria-sort="ascending"' in searched
