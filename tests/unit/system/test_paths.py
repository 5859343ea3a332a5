"""Where a user's own files lie."""

from pathlib import Path

import platformdirs
import pytest

from desktop_app.system import paths

_NAMES = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


@pytest.mark.parametrize("given", [None, "", "elsewhere", "/srv/资料 夹"])
def test_folders_lie_where_platformdirs_says(
    given: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for number, name in enumerate(_NAMES):
        monkeypatch.delenv(name, raising=False)
        if given is not None:
            monkeypatch.setenv(name, given and f"{given}{number}")
    known = platformdirs.PlatformDirs("gongbao", appauthor=False)
    roaming = platformdirs.PlatformDirs("gongbao", appauthor=False, roaming=True)
    assert paths.settings_file() == known.user_config_path / "settings.ini"
    assert paths.log_folder() == known.user_log_path
    assert paths.user_folder() == roaming.user_data_path
