"""The script of the text: Simplified, Traditional, or as printed in the source."""

from collections.abc import Callable, Mapping
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject

from desktop_app.domain.bulletin import Script
from desktop_app.window.actions import ActionId
from desktop_app.window.feature import Feature, Workbench

_KEYS = {
    Script.HANS: ActionId.HANS,
    Script.HANT: ActionId.HANT,
    Script.SOURCE: ActionId.SOURCE,
}


class Scripts(Feature):
    """Switches the text, and shows which script is on."""

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(bench, parent)
        self._show(bench.settings().script)

    def jobs(self) -> Mapping[ActionId, Callable[[], object]]:
        return {key: partial(self._choose, script) for script, key in _KEYS.items()}

    def set_script(self, script: Script) -> None:
        self._show(script)
        self.bench.panes.show_script(script)

    def _show(self, script: Script) -> None:
        self.bench.actions[_KEYS[script]].setChecked(True)

    def _choose(self, script: Script) -> None:
        # The text is seen at once: what spells the words beside it may have to be loaded first.
        self.bench.panes.reader.show_script(script)
        self.bench.keep(replace(self.bench.settings(), script=script))
