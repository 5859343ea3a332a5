"""Which of the program's three languages to speak."""

import os
import sys

LANGUAGES = ("zh_CN", "zh_TW", "en")

_CHOSEN = "GONGBAO_LANGUAGE"
"""Set where a user or IT chose a language; what the program starts speaks it as well."""


def preferred() -> str:
    """Return the language that was chosen, else the environment's."""
    chosen = os.environ.get(_CHOSEN, "")
    return chosen if chosen in LANGUAGES else of_environment()


def speak(language: str) -> None:
    """Speak `language` from now on."""
    os.environ[_CHOSEN] = language


def of_environment() -> str:
    """Return the language of the environment; Simplified Chinese where it names none of ours."""
    names = [os.environ.get(key, "") for key in ("LC_ALL", "LC_MESSAGES", "LANG")]
    return _ours(next((name for name in names if name), "") or _of_system())


def of_windows(identifier: int) -> str:
    """Return the language for the number by which Windows knows one, such as 0x0804."""
    import locale

    return _ours(locale.windows_locale.get(identifier, ""))


def _of_system() -> str:
    """Return the language that Windows itself is shown in; elsewhere the environment says it."""
    if sys.platform == "win32":
        import ctypes

        return of_windows(ctypes.windll.kernel32.GetUserDefaultUILanguage())
    return ""


def _ours(name: str) -> str:
    name = name.replace("-", "_")
    if name.startswith(("zh_TW", "zh_HK", "zh_MO", "zh_Hant", "zh_CHT")):
        return "zh_TW"
    return "en" if name.startswith("en") else "zh_CN"
