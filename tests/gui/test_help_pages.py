"""What 关于 says of the parts of a packaged program."""

import sys
from pathlib import Path

import pytest

from desktop_app.window.dialogs import help_html

pytestmark = pytest.mark.gui


def test_a_packaged_program_says_where_the_licence_texts_are(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp is not None
    assert "licences" not in help_html.about_page()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "公报 程序" / "gongbao"))
    page = help_html.about_page()
    assert str(tmp_path / "公报 程序" / "licences") in page
    assert "LGPL-3.0" in page
