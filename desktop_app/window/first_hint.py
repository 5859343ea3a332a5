"""At the first start a line above the status line says where things are; it is shown once."""

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QTimer

from desktop_app.services.reading import OpenBulletin
from desktop_app.window.feature import Feature

if TYPE_CHECKING:
    from desktop_app.widgets.hint_bar import HintBar


class FirstHint(Feature):
    """Shows the line after the first paint of a bulletin."""

    bar: "HintBar | None" = None

    def set_bulletin(self, opened: OpenBulletin) -> None:
        super().set_bulletin(opened)
        if self.bar is None and not self.bench.settings().hint_seen:
            self.bench.panes.reader.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.show)
        return super().eventFilter(watched, event)

    def show(self) -> None:
        """Show the line; it counts as seen, also where the program ends before it is put away."""
        from desktop_app.widgets.hint_bar import HintBar

        if self.bar is not None:
            return
        self.bar = HintBar(self.bench.panes)
        self.bar.dismissed.connect(self._put_away)
        self.bench.panes.add_above_status(self.bar)
        self.bench.keep(replace(self.bench.settings(), hint_seen=True))

    def resume(self, before: Feature) -> None:
        if isinstance(before, FirstHint) and before.bar is not None:
            self.show()

    def _put_away(self) -> None:
        if self.bar is not None:
            self.bar.hide()
            self.bar.deleteLater()
            self.bar = None
            self.bench.panes.reader.setFocus()
