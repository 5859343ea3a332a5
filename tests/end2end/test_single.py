"""The program started a second time."""

from pathlib import Path

import pytest

from desktop_app.system import paths
from tests.conftest import BUNDLED
from tests.end2end.conftest import Start

pytestmark = pytest.mark.end2end
_SECONDS = 60


def test_a_second_start_hands_over_and_ends(start: Start, tmp_path: Path) -> None:
    source = paths.data() / "bulletins" / BUNDLED / "source.txt"
    file = tmp_path / "另一份 公报 2022.txt"
    file.write_bytes(source.read_bytes())
    first = start()
    first.wait_for_window("统计公报")
    windows = first.windows()

    again = start()
    assert again.process.wait(_SECONDS) == 0
    assert first.windows() == windows

    with_file = start("open", file)
    assert with_file.process.wait(_SECONDS) == 0
    first.wait_for_windows(len(windows) + 1)

    apart = start("open", "--new-window")
    first.wait_for_windows(len(windows) + 2)
    assert apart.process.poll() is None
    assert first.process.poll() is None
