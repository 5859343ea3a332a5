"""What a feature of the window is: something to do beyond showing the panes, in a class apart.

The window makes each feature once, connects its actions, and tells it which bulletin is shown, in
which script and colours. Features never talk to each other.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from desktop_app.domain.bulletin import Script
from desktop_app.domain.errors import DataError
from desktop_app.domain.reading_events import PlaceWanted
from desktop_app.services.appearance import Theme
from desktop_app.services.policy import Policy
from desktop_app.services.reading import OpenBulletin
from desktop_app.services.settings import Settings
from desktop_app.tasks.runner import Failed
from desktop_app.window.actions import ActionId
from desktop_app.window.choosing import Choosing
from desktop_app.window.lanes import Lanes
from desktop_app.window.panes import Panes
from desktop_app.window.searching import Searching


class Workbench(Struct, frozen=True):
    """What features work with. `settings` returns what holds now, `keep` changes it for good.

    `reopen` makes the window anew in the language that is set. `show_place` shows a place, also of
    another bulletin. `policy` is what the administrators decided.
    """

    actions: Mapping[ActionId, QAction]
    panes: Panes
    lanes: Lanes
    choosing: Choosing
    settings: Callable[[], Settings]
    keep: Callable[[Settings], None]
    show_error: Failed
    reopen: Callable[[], None]
    show_place: Callable[[PlaceWanted], None]
    policy: Policy

    def may_export(self) -> bool:
        """Whether files may be exported; where they may not, it is said why."""
        try:
            self.policy.require_export()
        except DataError as error:
            self.show_error(error)
            return False
        return True


class Feature(QObject):
    """One feature; `opened` is the bulletin that is shown, None before the first."""

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self.bench = bench
        self.opened: OpenBulletin | None = None

    def jobs(self) -> Mapping[ActionId, Callable[[], object]]:
        """Return what its actions do."""
        return {}

    def set_bulletin(self, opened: OpenBulletin) -> None:
        """Work with this bulletin from now on."""
        self.opened = opened

    def set_script(self, script: Script) -> None:
        """Go along with the script of the text."""

    def apply_theme(self, theme: Theme) -> None:
        """Take on the colours of `theme`."""

    def set_settings(self, before: Settings) -> None:
        """Take on what the user set; `before` is what was set till now."""

    def resume(self, before: "Feature") -> None:
        """Go on where the same feature of the window before is; the bulletin is shown already."""


class LeftOff(Struct, frozen=True):
    """What the user was at in a window that is made anew; `file` is one that is only looked at."""

    opened: OpenBulletin | None
    file: Path | None
    panes: Panes
    choosing: Choosing
    search: Searching
    features: tuple[Feature, ...]
