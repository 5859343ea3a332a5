"""Colours and type as plain values, for every pane alike.

They are written here and not in `resources/`: nobody who knows statistics has to change them, and
the window cannot be drawn before they are read.
"""

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from desktop_app.domain.bulletin import Script

LIGHT, DARK, CONTRAST = "light", "dark", "contrast"
SYSTEM = "system"
"""What a user chooses who wants the theme of the desktop."""

THEMES = (LIGHT, DARK, CONTRAST)


class ReadingFace(StrEnum):
    """What the text is set in: 黑体 or 宋体."""

    SANS = "sans"
    SERIF = "serif"


class Typography(Struct, frozen=True):
    """Font families to try in order for each script, and sizes in device-independent pixels."""

    families: tuple[str, ...]
    families_hant: tuple[str, ...]
    letters: tuple[str, ...]
    interface_px: int
    small_px: int
    reading_px: int

    def families_of(self, script: Script) -> tuple[str, ...]:
        """Return the families for a text in `script`; a source is mostly Traditional."""
        if script is Script.SOURCE:
            return (*self.letters, *self.families_hant)
        return self.families if script is Script.HANS else self.families_hant


# Faces in the order they are tried. Without a list of its own a system falls back to a Japanese
# face or to SimSun.
_TYPOGRAPHY = Typography(
    families=(
        "Microsoft YaHei UI",
        "Noto Sans CJK SC",
        "Source Han Sans SC",
        "Source Han Sans CN",
        "Noto Sans SC",
        "WenQuanYi Micro Hei",
        "PingFang SC",
        "Droid Sans Fallback",
    ),
    families_hant=(
        "Microsoft JhengHei UI",
        "Noto Sans CJK TC",
        "Source Han Sans TC",
        "Source Han Sans TW",
        "Noto Sans TC",
        "WenQuanYi Micro Hei",
        "PingFang TC",
        "Microsoft YaHei UI",
        "Droid Sans Fallback",
    ),
    # In front of the others where a source is shown as it came: letters with tones stand in it,
    # for which some Chinese faces (WenQuanYi Micro Hei) have glyphs that are empty.
    letters=("Segoe UI", "Liberation Sans", "DejaVu Sans", "Noto Sans"),
    interface_px=14,
    small_px=12,
    reading_px=17,
)
# In front of the others where the text is read in 宋体.
_SERIF = ("SimSun", "Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", "Songti SC")
_SERIF_HANT = (
    "PMingLiU",
    "Noto Serif CJK TC",
    "Source Han Serif TC",
    "Noto Serif TC",
    "Songti TC",
)


def typography() -> Typography:
    """Return the faces and sizes of the whole program."""
    return _TYPOGRAPHY


def reading_faces(face: ReadingFace) -> Typography:
    """Return the faces and sizes of the program with those of the text as the user wants them."""
    usual = typography()
    if face is ReadingFace.SANS:
        return usual
    return replace(
        usual,
        families=(*_SERIF, *usual.families),
        families_hant=(*_SERIF_HANT, *usual.families_hant),
    )


class Theme(Struct, frozen=True):
    """Colours as `#rrggbb`, named by what they are for.

    Red is up and green is down, as readers expect in China; sign and arrow say it too.
    """

    name: str
    window: str
    pane: str
    page: str
    border: str
    text: str
    muted: str
    heading: str
    accent: str
    accent_soft: str
    figure: str
    figure_line: str
    doubtful: str
    doubtful_line: str
    selected: str
    selected_text: str
    match: str
    match_text: str
    current_match: str
    current_match_text: str
    up: str
    down: str
    badge: str
    badge_text: str
    hit_badge: str
    hit_badge_text: str
    card: str
    card_text: str
    card_muted: str


_LIGHT = Theme(
    name=LIGHT,
    window="#f3f5f8",
    pane="#fbfcfe",
    page="#ffffff",
    border="#dfe4ea",
    text="#1f2933",
    muted="#5c6775",
    heading="#12396f",
    accent="#1f5fae",
    accent_soft="#e1ecf9",
    figure="#eef4fb",
    figure_line="#8fb3de",
    doubtful="#fdf3dd",
    doubtful_line="#d9a441",
    selected="#2160b4",
    selected_text="#ffffff",
    match="#ffe08a",
    match_text="#1f2933",
    current_match="#ff9f1a",
    current_match_text="#1f2933",
    up="#c0392b",
    down="#187540",
    badge="#edf0f4",
    badge_text="#5c6775",
    hit_badge="#fdf0cc",
    hit_badge_text="#8a5a00",
    card="#1f2933",
    card_text="#f5f7fa",
    card_muted="#aab4c0",
)

_DARK = Theme(
    name=DARK,
    window="#14181d",
    pane="#1a1f26",
    page="#171b21",
    border="#2d353f",
    text="#dde3ea",
    muted="#93a0ae",
    heading="#9cc3f5",
    accent="#6ea8ee",
    accent_soft="#22344b",
    figure="#1e2a39",
    figure_line="#4a709f",
    doubtful="#3a301a",
    doubtful_line="#b98a35",
    selected="#356fbe",
    selected_text="#ffffff",
    match="#6b5518",
    match_text="#dde3ea",
    current_match="#f2b63c",
    current_match_text="#1a1405",
    up="#f07f73",
    down="#5cc48a",
    badge="#28303a",
    badge_text="#9aa6b3",
    hit_badge="#4b3d14",
    hit_badge_text="#f3d98a",
    card="#2b3541",
    card_text="#f0f4f8",
    card_muted="#a6b2bf",
)

# For eyes that need it: black ground, nothing pale, every edge drawn.
_CONTRAST = Theme(
    name=CONTRAST,
    window="#000000",
    pane="#000000",
    page="#000000",
    border="#c8c8c8",
    text="#ffffff",
    muted="#e6e6e6",
    heading="#ffffff",
    accent="#ffe600",
    accent_soft="#3a3400",
    figure="#000000",
    figure_line="#5ec8ff",
    doubtful="#4a1f00",
    doubtful_line="#ffb000",
    selected="#ffe600",
    selected_text="#000000",
    match="#00ffff",
    match_text="#000000",
    current_match="#ffe600",
    current_match_text="#000000",
    up="#ffb3ab",
    down="#5cf08c",
    badge="#2b2b2b",
    badge_text="#ffffff",
    hit_badge="#4a4300",
    hit_badge_text="#ffffff",
    card="#000000",
    card_text="#ffffff",
    card_muted="#e6e6e6",
)

_THEMES = {colours.name: colours for colours in (_LIGHT, _DARK, _CONTRAST)}


def theme(name: str) -> Theme:
    """Return the theme called `name`, one of THEMES."""
    return _THEMES[name]
