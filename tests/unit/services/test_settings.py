"""The steps of the text size."""

import pytest

from desktop_app.services.settings import Settings


@pytest.mark.parametrize(
    ("now", "larger", "smaller"), [(100, 110, 90), (105, 110, 100), (300, 300, 250), (60, 70, 60)]
)
def test_steps(now: int, larger: int, smaller: int) -> None:
    settings = Settings(zoom_percent=now)
    assert (settings.larger(), settings.smaller()) == (larger, smaller)
