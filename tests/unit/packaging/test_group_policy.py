"""The templates for group policy offer each key of the program, with values that it takes."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from desktop_app.services.policy import KEYS, Key
from desktop_app.system.policies import REGISTRY_KEY

_FOLDER = Path(__file__).parents[3] / "packaging" / "windows" / "policy"
_DEFINITIONS = _FOLDER / "gongbao.admx"
_LANGUAGES = sorted(_FOLDER.glob("*/gongbao.adml"))
_SPACE = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"


def _policies() -> dict[str, ET.Element]:
    found = ET.parse(_DEFINITIONS).iter(f"{_SPACE}policy")
    return {policy.get("name", ""): policy for policy in found}


def _ids(file: Path, tag: str) -> list[str]:
    return [element.get("id", "") for element in ET.parse(file).iter(f"{_SPACE}{tag}")]


def _values(policy: ET.Element) -> list[str]:
    """Return what group policy can write, other than a text that is typed in."""
    switches = [element.get("value", "") for element in policy.iter(f"{_SPACE}decimal")]
    return switches + [element.text or "" for element in policy.iter(f"{_SPACE}string")]


def test_every_key_is_offered_and_no_other() -> None:
    assert list(_policies()) == [key.name for key in KEYS]


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_it_is_written_where_the_program_reads(key: Key) -> None:
    policy = _policies()[key.name]
    assert (policy.get("key"), policy.get("class")) == (REGISTRY_KEY, "Machine")
    names = [e.get("valueName") for e in policy.iter() if e.get("valueName") is not None]
    assert names == [key.name]


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_every_value_is_one_that_the_key_takes(key: Key) -> None:
    values = _values(_policies()[key.name])
    read = [key.kind.read(value) for value in values]
    assert len(set(read)) == len(read)
    choices = key.kind.wanted.params.get("choices")
    if choices is not None:
        assert values == str(choices).split(", ")


@pytest.mark.parametrize("language", _LANGUAGES, ids=lambda path: path.parent.name)
def test_every_word_is_there_in_both_languages(language: Path) -> None:
    text = _DEFINITIONS.read_text(encoding="utf-8")
    for kind in ("string", "presentation"):
        wanted = re.findall(rf"\$\({kind}\.(\w+)\)", text)
        assert sorted(_ids(language, kind)) == sorted(set(wanted))
    tree = ET.parse(language)
    assert all((element.text or "").strip() for element in tree.iter(f"{_SPACE}string"))
    for presentation in tree.iter(f"{_SPACE}presentation"):
        (shown,) = presentation
        assert shown.get("refId") == presentation.get("id")


def test_the_languages_are_chinese_and_english() -> None:
    assert [path.parent.name for path in _LANGUAGES] == ["en-US", "zh-CN"]
    english, chinese = (path.read_text(encoding="utf-8") for path in _LANGUAGES)
    assert re.search(r"[\u4e00-\u9fff]", english) is None
    assert len(re.findall(r"[\u4e00-\u9fff]", chinese)) > 100
