"""The facts of the product, which every package takes from one place."""

import re
import sys
from pathlib import Path

import pytest

from desktop_app import APP_ID, __version__

ROOT = Path(__file__).parents[3]
sys.path.append(str(ROOT / "packaging"))

import product  # noqa: E402 (packaging is a folder of scripts, not a package)

_TEMPLATES = sorted((ROOT / "packaging" / "linux" / "templates").iterdir())
# What pack.py fills in, differing from package to package.
_OF_A_PACKAGE = {
    name: name
    for name in (
        "package", "installed", "glibc", "folder", "licence_text", "date", "program", "icon",
    )
}  # fmt: skip


def test_the_facts_are_those_of_the_program() -> None:
    facts = product.facts()
    assert (facts["version"], facts["app_id"]) == (__version__, APP_ID)
    assert (facts["command"], facts["licence"]) == ("gongbao", "MIT")
    assert set(facts["name"]) == set(facts["summary"]) == {"zh_CN", "zh_TW", "en"}


@pytest.mark.parametrize("template", _TEMPLATES, ids=lambda path: path.name)
def test_a_template_is_filled(template: Path) -> None:
    filled = product.fill(template.read_text(encoding="utf-8"), **_OF_A_PACKAGE)
    assert re.search(r"@[a-z][\w.]*@", filled) is None


def test_a_fact_that_is_not_there_is_no_empty_text() -> None:
    with pytest.raises(KeyError):
        product.fill("@publisher.telephone@")
