"""Texts laid end to end are looked through as if each were asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.store import pool
from desktop_app.store.pool import Pool
from desktop_app.store.wants import Asked, Group

TEXTS = st.text("甲乙丙", max_size=6)
WANTED = st.text("甲乙丙", min_size=1, max_size=3)
GROUPS = st.lists(st.lists(WANTED, min_size=1, max_size=3).map(tuple).map(Group), max_size=3)


@given(texts=st.lists(TEXTS, max_size=14), data=st.data())
def test_a_pool_finds_what_asking_each_text_finds(texts: list[str], data: st.DataObject) -> None:
    groups = data.draw(GROUPS)
    asked = Asked(tuple(groups), tuple(data.draw(st.lists(WANTED, max_size=2))))
    end = data.draw(st.integers(0, len(texts)))
    first = data.draw(st.integers(0, end))
    expected = [number for number in range(first, end) if asked.holds(texts[number])]
    assert list(Pool(texts).answering(asked, first, end)) == expected


@pytest.mark.parametrize("count", [pool._FEW - 1, pool._FEW, pool._FEW + 1, 30])
def test_the_common_is_found_as_the_rare_is(count: int) -> None:
    texts = ["甲", "乙甲"] * count + ["丙"]
    asked = Asked((Group(("乙",)),))
    assert list(Pool(texts).answering(asked)) == list(range(1, 2 * count, 2))
