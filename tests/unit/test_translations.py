"""Every text of the interface is said in three languages, and the files that say it are whole."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desktop_app.services import helping
from desktop_app.system import paths, resources
from desktop_app.system.language import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
TRANSLATED = ("zh_TW", "en")
_UPDATE = ROOT / "packaging" / "translations" / "update.py"
_SPOKEN_ROOMS = ("app.py", "window", "widgets", "itemmodels", "printing", "tasks")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_PLACEHOLDER = re.compile(r"\{\w*\}")
_MNEMONIC = re.compile(r"&\w")
# Not said but looked for in bulletins, or said alike in every language.
_DATA = {"未说明", "万", "亿", "简体中文", "繁體中文"}
_PATTERN = "\\"


def messages(language: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each text with its translations; one for each form of the plural."""
    root = ElementTree.parse(paths.translations() / f"gongbao_{language}.ts").getroot()
    for message in root.iter("message"):
        node = message.find("translation")
        assert node is not None
        forms = [form.text or "" for form in node] or [node.text or ""]
        yield message.findtext("source", ""), forms


def test_nothing_is_left_untranslated_or_out_of_date() -> None:
    done = subprocess.run(
        [sys.executable, str(_UPDATE), "--check"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout + done.stderr == ""
    assert done.returncode == 0


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_fills_in_what_its_text_does(language: str) -> None:
    for source, forms in messages(language):
        for form in forms:
            assert form.strip(), source
            assert sorted(_PLACEHOLDER.findall(form)) == sorted(_PLACEHOLDER.findall(source))
            assert bool(_MNEMONIC.search(form)) == bool(_MNEMONIC.search(source)), source


def test_english_is_no_chinese() -> None:
    # Examples of what one types, and the words of typography that have no other name.
    for source, forms in messages("en"):
        if "低保" in source or source in ("简", "繁", "黑体", "宋体"):
            continue
        assert not _CHINESE.search("".join(forms)), source


def test_no_text_of_the_interface_goes_round_its_translation() -> None:
    """Chinese in the code of the window is for `tr`, a docstring, or data."""
    astray = []
    for room in _SPOKEN_ROOMS:
        path = ROOT / "desktop_app" / room
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            tree = ast.parse(file.read_text(encoding="utf-8"))
            said = set(_accounted_for(tree))
            astray += [
                f"{file.relative_to(ROOT)}:{node.lineno}: {node.value}"
                for node in ast.walk(tree)
                if isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and _CHINESE.search(node.value)
                and node.value not in _DATA
                and _PATTERN not in node.value
                and id(node) not in said
            ]
    assert astray == []


def _accounted_for(tree: ast.Module) -> Iterator[int]:
    """Yield the ids of the literals that are translated, or are docstrings."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield id(node.value)
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in ("tr", "_tr", "translate", "QT_TRANSLATE_NOOP"):
                yield from (id(part) for part in ast.walk(node))


def test_the_help_is_as_long_in_every_language() -> None:
    shapes = {
        language: [
            (len(section.lines), len(section.rows), section.shows_shortcuts)
            for section in helping.sections(language)
        ]
        for language in LANGUAGES
    }
    assert shapes["zh_CN"]
    assert all(shape == shapes["zh_CN"] for shape in shapes.values())


def test_about_names_all_that_the_program_depends_on() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[<>=]", dependency)[0] for dependency in project["dependencies"]}
    named = {entry.get("distribution") for entry in resources.table("components")["component"]}
    assert needed <= named
    assert all(part.version for part in helping.components() if part.name in ("NumPy", "OpenCC"))
