"""Colours and type as plain values, from `resources/theme.toml`, for every pane alike."""

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import fields, replace

from desktop_app.domain.bulletin import Script
from desktop_app.system import resources

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


def typography() -> Typography:
    """Return the faces and sizes of the whole program."""
    values = resources.table("theme")["type"]
    return Typography(
        families=tuple(values["families"]),
        families_hant=tuple(values["families_hant"]),
        letters=tuple(values["letters"]),
        interface_px=values["interface_px"],
        small_px=values["small_px"],
        reading_px=values["reading_px"],
    )


def reading_faces(face: ReadingFace) -> Typography:
    """Return the faces and sizes of the program with those of the text as the user wants them."""
    usual, values = typography(), resources.table("theme")["type"]
    if face is ReadingFace.SANS:
        return usual
    return replace(
        usual,
        families=(*values["serif"], *usual.families),
        families_hant=(*values["serif_hant"], *usual.families_hant),
    )


class Theme(Struct, frozen=True):
    """Colours as `#rrggbb`, named by what they are for."""

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


def theme(name: str) -> Theme:
    """Return the theme called `name`, one of THEMES."""
    values = resources.table("theme")[name]
    return Theme(name=name, **{f.name: values[f.name] for f in fields(Theme) if f.name != "name"})
