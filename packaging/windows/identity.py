"""Tell NSIS the names and the version of the program, from where they are written once.

Usage: identity.py OUT [--trial]    A trial build, made under wine, says so wherever it has a name.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import product

_TRIAL = {"zh": "（试装）", "en": " (trial)", "version": " 试装"}
_NO_TRIAL = {"zh": "", "en": "", "version": ""}


def main(out: Path, *, trial: bool) -> None:
    facts = product.facts()
    mark = _TRIAL if trial else _NO_TRIAL
    version = facts["version"]
    defines = {
        "COMMAND": facts["command"],
        "WINDOWED": facts["windows"]["windowed"],
        "APP_ID": facts["app_id"],
        "FOLDER": facts["name"]["en"],
        "SHORTCUT": facts["name"]["zh_CN"],
        "TITLE_ZH": facts["name"]["zh_CN"],
        "TITLE_EN": facts["name"]["en"],
        "TRIAL_ZH": mark["zh"],
        "TRIAL_EN": mark["en"],
        "PUBLISHER": facts["publisher"]["name"],
        "COPYRIGHT": f"{facts['publisher']['name']}, {facts['licence']}",
        "VERSION": version,
        "VERSION_SHOWN": version + mark["version"],
        "VERSION_FOUR": ".".join([*version.split("."), "0", "0", "0"][:4]),
    }
    lines = [f'!define {name} "{value}"\n' for name, value in defines.items()]
    out.write_text("".join(lines), encoding="utf-8-sig")


if __name__ == "__main__":
    main(Path(sys.argv[1]), trial="--trial" in sys.argv[2:])
