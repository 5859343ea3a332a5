"""Words about a bulletin follow the script that is read."""

import pytest

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.services import going, reading, scripts
from tests.handmade import make_bulletin


def test_names_and_units_follow_the_script(bundled: Bulletin) -> None:
    spell = scripts.spelling(bundled, Script.HANT)
    assert spell("地方财政一般预算收入") == "地方財政一般預算收入"
    assert spell("7.8 亿元") == "7.8 億元"
    assert spell("") == ""


def test_nothing_is_converted_in_simplified(bundled: Bulletin) -> None:
    assert scripts.spelling(bundled, Script.HANS)("地方财政收入") == "地方财政收入"
    assert scripts.spelling(None, Script.HANT)("亿元") == "亿元"


def test_beside_a_source_words_are_in_its_own_characters(bundled: Bulletin) -> None:
    assert scripts.spelling(bundled, Script.SOURCE)("地方财政收入") == "地方財政收入"
    simplified = make_bulletin("青河县地方财政收入7.8亿元", hant="青河縣地方財政收入7.8億元")
    assert scripts.spelling(simplified, Script.SOURCE)("财政收入") == "财政收入"
    assert scripts.written(simplified, Script.SOURCE) is Script.HANS
    assert scripts.written(make_bulletin("GDP 7.8"), Script.SOURCE) is Script.HANS


def test_a_chapter_title_is_spelled_as_the_text_has_it(bundled: Bulletin) -> None:
    spell = scripts.spelling(bundled, Script.HANT)
    for chapter in bundled.chapters:
        span = chapter.title_read_start, chapter.title_read_end
        assert spell(bundled.text.of(Script.HANS, *span)) == bundled.text.of(Script.HANT, *span)


def test_the_short_name_follows(bundled: Bulletin) -> None:
    assert reading.short_name(bundled, Script.HANT) == "鐵東區 2022"
    assert reading.short_name(bundled) == "铁东区 2022"


@pytest.mark.parametrize("typed", ["财政", "財政", "caizheng"])
def test_places_to_go_to_follow_whatever_was_typed(bundled: Bulletin, typed: str) -> None:
    found = going.targets(bundled, typed, Script.HANT)
    assert found
    assert any("財政" in one.text for one in found)
    assert not any("财" in one.text or "亿" in one.value for one in found)
