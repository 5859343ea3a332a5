"""What a search takes for the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.folding import Folding
from desktop_app.system import resources


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("國民經濟和社會發展統計公報", "国民经济和社会发展统计公报"),
        ("國民经济", "国民经济"),
        ("ＧＤＰ増长３．５％", "gdp増长3.5%"),
        ("PM2.5，（下同）", "pm2.5,(下同)"),
        ("公　报\u00a01", "公 报 1"),
        ("结构9∶40∶51，增长−2.3", "结构9:40:51,增长-2.3"),
        ("低保", "低保"),
        ("", ""),
    ],
)
def test_script_width_and_case_are_one(text: str, folded: str) -> None:
    assert resources.folding().fold(text) == folded


@given(st.text())
def test_folding_never_moves_an_offset(text: str) -> None:
    folded = resources.folding().fold(text)
    assert len(folded) == len(text)


def test_a_letter_whose_lower_case_is_longer_is_left_alone() -> None:
    assert resources.folding().fold("İA") == "İa"


def test_halves_must_match() -> None:
    with pytest.raises(ValueError, match="differ in length"):
        Folding("國", "")
