"""Settings: the form opens beside the window, and what is chosen in it holds at once."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from desktop_app.domain.events import SynonymsSwitched
from desktop_app.services.settings import Settings
from desktop_app.window.actions import ActionId
from desktop_app.window.feature import Feature

if TYPE_CHECKING:
    from desktop_app.window.dialogs.settings import SettingsDialog


class Preferences(Feature):
    """Opens the form, and carries out what every other part would not hear of."""

    dialog: "SettingsDialog | None" = None

    def jobs(self) -> Mapping[ActionId, Callable[[], object]]:
        return {ActionId.SETTINGS: self.open}

    def open(self) -> "SettingsDialog":
        """Show the form, in front."""
        from desktop_app.window.dialogs.settings import SettingsDialog

        if self.dialog is None:
            self.dialog = SettingsDialog(
                self.bench.settings(), self.bench.panes.window(), self.bench.policy
            )
            self.dialog.changed.connect(self._on_changed)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        return self.dialog

    def set_settings(self, before: Settings) -> None:
        del before
        if self.dialog is not None:
            self.dialog.show_settings(self.bench.settings())

    def resume(self, before: Feature) -> None:
        dialog = before.dialog if isinstance(before, Preferences) else None
        if dialog is not None and dialog.isVisible():
            again = self.open()
            again.move(dialog.pos())
            again.focus_language()

    def _on_changed(self, settings: Settings) -> None:
        before = self.bench.settings()
        self.bench.keep(settings)
        if settings.synonyms != before.synonyms:
            # As the user does it in the results, so that a search that is on is asked again.
            self.bench.panes.results.synonyms_switched.emit(SynonymsSwitched(settings.synonyms))
        if settings.language != before.language:
            self.bench.reopen()
