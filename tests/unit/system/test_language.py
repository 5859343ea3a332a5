"""The program speaks the language that the environment names, else Simplified Chinese."""

import pytest

from desktop_app.system import language


@pytest.mark.parametrize(
    ("environment", "spoken"),
    [
        ({}, "zh_CN"),
        ({"LANG": "C.UTF-8"}, "zh_CN"),
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "zh_HK.UTF-8"}, "zh_TW"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "zh_CN"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW.UTF-8"}, "zh_TW"),
        ({"LC_ALL": "en_US.UTF-8", "LC_MESSAGES": "zh_TW.UTF-8"}, "en"),
    ],
)
def test_language_of_the_environment(
    environment: dict[str, str], spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for key in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(key, raising=False)
    # Windows has a language of its own, which counts where the environment names none.
    monkeypatch.setattr(language, "_of_system", lambda: "")
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    assert language.preferred() == spoken


@pytest.mark.parametrize(
    ("identifier", "spoken"),
    [
        (0x0804, "zh_CN"),
        (0x1004, "zh_CN"),
        (0x0404, "zh_TW"),
        (0x0C04, "zh_TW"),
        (0x0409, "en"),
        (0x0809, "en"),
        (0x0411, "zh_CN"),
        (0, "zh_CN"),
    ],
)
def test_language_of_windows(identifier: int, spoken: str) -> None:
    assert language.of_windows(identifier) == spoken
