"""What tests of the exporters share."""

import pytest

from desktop_app.domain.bulletin import Bulletin
from tests import made_exports


@pytest.fixture(scope="session")
def hard() -> Bulletin:
    """A bulletin with all that is hard to export."""
    return made_exports.make()
