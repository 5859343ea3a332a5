"""Queries asked and saved: every change says what is kept afterwards."""

from collections.abc import Iterator

import pytest

from desktop_app.services import places, queries
from desktop_app.services.queries import KeptQueries
from desktop_app.store.userdata import UserData


@pytest.fixture
def user() -> Iterator[UserData]:
    data = places.open_user_data()
    yield data
    data.close()


def test_every_change_says_what_is_kept(user: UserData) -> None:
    assert queries.kept(user) == KeptQueries()
    queries.remember(user, "低保")
    assert queries.remember(user, "桥") == KeptQueries(("桥", "低保"))
    assert queries.save(user, "低保") == KeptQueries(("桥", "低保"), ("低保",))
    assert queries.forget(user, "低保") == KeptQueries(("桥",), ("低保",))
    assert queries.forget_all(user) == KeptQueries((), ("低保",))
    assert queries.delete(user, "低保") == KeptQueries()


def test_the_last_twenty_are_offered(user: UserData) -> None:
    for number in range(30):
        queries.remember(user, f"词{number}")
    assert queries.kept(user).recent == tuple(f"词{number}" for number in range(29, 9, -1))
