"""Numbers that levels are held against: marks gone past, and ranks."""

import pytest

from tests.unit.pipeline.made_texts import read


@pytest.mark.parametrize(
    "text",
    [
        "外贸出口2136万美元，首次突破2000万美元，增长42.4%。",
        "外贸出口2136万美元，突破2000万美元，增长42.4%。",
    ],
)
def test_a_mark_that_the_level_has_passed_is_no_level(text: str) -> None:
    bulletin = read(text)
    (exports,) = bulletin.figures
    assert (exports.value, exports.change) == ("2136", "42.4")
    assert bulletin.receipt.unread == ()


def test_a_level_that_passes_a_mark_is_one() -> None:
    (exports,) = read("外贸出口突破2000万美元，增长42.4%。").figures
    assert (exports.value, exports.change) == ("2000", "42.4")


def test_a_rank_of_nothing_is_doubtful() -> None:
    assert all(figure.doubtful for figure in read("两项指标均居全省第3位。").figures)
