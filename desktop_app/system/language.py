"""Which of the program's three languages to speak."""

import os

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
    name = next((name for name in names if name), "")
    if not name and os.name == "nt":
        # Elsewhere Python makes en_US of a C locale, which names no language at all.
        import locale

        name = locale.getlocale()[0] or ""
    name = name.replace("-", "_")
    if name.startswith(("zh_TW", "zh_HK", "zh_MO", "zh_Hant")):
        return "zh_TW"
    return "en" if name.startswith("en") else "zh_CN"
