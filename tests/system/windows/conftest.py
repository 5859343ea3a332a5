"""A Windows for the packages to be tried on."""

from collections.abc import Iterator

import pytest

from tests.end2end.desktop import screen
from tests.system.windows.wine import Windows


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Windows]:
    """A fresh Windows 10 with a screen."""
    work = tmp_path_factory.mktemp("windows")
    with screen() as environment:
        made = Windows(work, environment)
        yield made
        made.end()
