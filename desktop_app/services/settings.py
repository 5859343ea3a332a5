"""The switches a user can set, as plain values with their defaults. The window keeps them."""

from msgspec import Struct

from desktop_app.domain.bulletin import Script
from desktop_app.domain.choices import Order, SourceStyle
from desktop_app.services.appearance import SYSTEM, ReadingFace

ZOOM_PERCENT = (60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""The steps of the reader's text size."""
TABLE_COLUMNS = ("value", "unit", "change")
"""The columns of the figure table beside the names, before anything is chosen."""


class Settings(Struct, frozen=True):
    """What the user chose: characters, theme, text size (a percentage), how results are listed.

    `language` is that of the interface; empty for the desktop's. `hint_seen`: the user knows where
    things are. `source_style` is how copies name their source, `template` the user's own form of a
    copy, in the words of `services.citing.template`; blank is the usual one.
    `table_columns` are the columns of the figure table beside the names, `table_units` the units
    that figures are shown in as `services.converting` keeps them, `chart` the kind of chart.
    `left_tab` is the tab on the left that was open last, counted from 0; `table_whole`: the table
    was of the whole bulletin, not of a chapter.
    `export_folder` is where a file was exported to last, empty before; `open_folder` is where one
    was opened last.
    """

    script: Script = Script.HANS
    theme: str = SYSTEM
    zoom_percent: int = 100
    order: Order = Order.RELEVANCE
    synonyms: bool = True
    language: str = ""
    reading_face: ReadingFace = ReadingFace.SANS
    hint_seen: bool = False
    source_style: SourceStyle = SourceStyle.PLAIN
    template: str = ""
    table_columns: tuple[str, ...] = TABLE_COLUMNS
    table_units: str = ""
    chart: str = "growth"
    export_folder: str = ""
    open_folder: str = ""
    left_tab: int = 0
    table_whole: bool = False

    def larger(self) -> int:
        """Return the next larger step of the text size, or the largest."""
        return next((step for step in ZOOM_PERCENT if step > self.zoom_percent), ZOOM_PERCENT[-1])

    def smaller(self) -> int:
        """Return the next smaller step of the text size, or the smallest."""
        steps = (step for step in reversed(ZOOM_PERCENT) if step < self.zoom_percent)
        return next(steps, ZOOM_PERCENT[0])
