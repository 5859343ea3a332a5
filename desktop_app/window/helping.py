"""帮助 and 关于, each in a window of its own beside the main window."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize

from desktop_app.services import appearance
from desktop_app.services.appearance import Theme
from desktop_app.window.actions import ActionId
from desktop_app.window.feature import Feature, Workbench
from desktop_app.window.theme import shown_theme

if TYPE_CHECKING:
    from desktop_app.window.dialogs.pages import PageDialog

_SIZES = {ActionId.HELP: QSize(760, 680), ActionId.ABOUT: QSize(520, 520)}


class Helping(Feature):
    """Opens the pages; one window for each."""

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(bench, parent)
        self.dialogs: dict[ActionId, PageDialog] = {}

    def jobs(self) -> Mapping[ActionId, Callable[[], object]]:
        return {page: partial(self.open, page) for page in _SIZES}

    def open(self, page: ActionId) -> "PageDialog":
        """Show a page, in front."""
        if page not in self.dialogs:
            self.dialogs[page] = self._make(page)
        dialog = self.dialogs[page]
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    def apply_theme(self, theme: Theme) -> None:
        for dialog in self.dialogs.values():
            dialog.apply_theme(theme)

    def resume(self, before: Feature) -> None:
        dialogs = before.dialogs if isinstance(before, Helping) else {}
        for page, dialog in dialogs.items():
            if dialog.isVisible():
                self.open(page).move(dialog.pos())

    def _make(self, page: ActionId) -> "PageDialog":
        from desktop_app.window.dialogs import help_html
        from desktop_app.window.dialogs.pages import PageDialog

        made = help_html.help_page if page is ActionId.HELP else help_html.about_page
        colours = appearance.theme(shown_theme(self.bench.settings().theme))
        title = self.bench.actions[page].text()
        return PageDialog(title, made, _SIZES[page], colours, self.bench.panes.window())
