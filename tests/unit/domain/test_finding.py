"""What a search found in one bulletin, and stepping through it."""

import pytest

from desktop_app.domain.finding import BulletinHits, PassageHit, next_span

SPANS = ((2, 4), (7, 9), (7, 12), (20, 22))


@pytest.mark.parametrize(
    ("here", "step", "number"),
    [
        ((0, 0), 1, 0),
        ((2, 4), 1, 1),
        ((7, 9), 1, 2),
        ((8, 8), 1, 3),
        ((20, 22), 1, None),
        ((30, 30), 1, None),
        ((20, 22), -1, 2),
        ((8, 8), -1, 2),
        ((2, 4), -1, None),
        ((30, 30), -1, 3),
    ],
)
def test_the_next_one_from_anywhere(here: tuple[int, int], step: int, number: int | None) -> None:
    assert next_span(SPANS, here, step) == number


def test_among_none_there_is_no_next_one() -> None:
    assert next_span((), (3, 3), 1) is next_span((), (3, 3), -1) is None


def test_hits_know_their_places_and_sections() -> None:
    hits = BulletinHits(1, (PassageHit(5, 2, ((7, 9), (2, 4))), PassageHit(6, 2, ((20, 22),))))
    assert hits.spans == ((2, 4), (7, 9), (20, 22))
    assert hits.by_section == {2: 3}
    assert [hits.passage_at(span) for span in (*hits.spans, (0, 1))] == [5, 5, 6, None]
