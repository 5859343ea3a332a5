"""What holds of every page: damage is mended or marked, sound text stays, no number is lost."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.bulletin import Certainty
from desktop_app.pipeline.repair import repair
from desktop_app.pipeline.repair.evidence import Evidence
from tests.fuzz import damage, invented, nonsense, numbers, verdicts

SEEDS = st.integers(min_value=0, max_value=2**32)
TRUSTED = (Certainty.CERTAIN, Certainty.LIKELY)


def damaged(seed: int, most: int, *, simplified: bool = False) -> tuple[str, str]:
    """Return an invented bulletin and a damaged page of it."""
    random = Random(seed)
    text = invented.bulletin(random, most)
    how = damage.plan(random, text, simplified=simplified)
    return text, damage.damage(random, text, how)


@settings(max_examples=300, deadline=None)
@given(SEEDS, st.booleans())
def test_what_was_damaged_reads_as_it_did_or_is_marked(seed: int, simplified: bool) -> None:
    text, source = damaged(seed, 2, simplified=simplified)
    mended, repairs = repair(source)
    assert verdicts.differences(mended, repairs, verdicts.sound(text), TRUSTED) == []


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_a_figure_that_is_not_doubtful_is_one_of_the_sound_page(seed: int) -> None:
    text, source = damaged(seed, 2)
    assert numbers.silently_other(source, damage.traditional(text)) == []


@settings(max_examples=100, deadline=None)
@given(SEEDS, st.booleans())
def test_a_sound_page_is_left_alone(seed: int, in_traditional: bool) -> None:
    text = invented.bulletin(Random(seed), 2)
    page = damage.traditional(text) if in_traditional else text
    mended, repairs = repair(page)
    assert repairs == ()
    assert mended.hans == text


@settings(max_examples=100, deadline=None)
@given(SEEDS, st.sampled_from(sorted(nonsense.SMALL)))
def test_every_repair_is_at_its_ink_whatever_the_text(seed: int, kind: str) -> None:
    source = nonsense.SMALL[kind](Random(seed))[:1500].decode("gb18030", errors="replace")
    mended, repairs = repair(source)
    assert len(mended.hans) == len(mended.hant) == mended.map.read_length
    for made in repairs:
        assert source[made.start : made.end] == made.damaged
        begin, end = mended.map.to_reading(made.start), mended.map.to_reading(made.end)
        assert mended.hans[begin:end] == made.repaired


@pytest.mark.parametrize(
    ("page", "meant"),
    [
        ("全年生產總值10億元。", "全年生产总值11亿元。"),
        ("全年生產總值10億元。", "全年生产净值10亿元。"),
        ("全年生產總值10億元。", "全年生产总值10亿元。增长。"),
    ],
)
def test_the_comparison_of_these_tests_sees_what_differs(page: str, meant: str) -> None:
    mended, repairs = repair(page)
    assert verdicts.differences(mended, repairs, meant, TRUSTED)


def test_the_comparison_of_numbers_sees_another_number() -> None:
    (other,) = numbers.silently_other("全年糧食產量34.9萬噸。", "全年糧食產量134.9萬噸。")
    assert other.value == "34.9"


def test_what_ends_a_document_is_followed_by_nothing() -> None:
    assert Evidence(["甲乙"]).log_likelihood("甲乙", "丙") < 0
