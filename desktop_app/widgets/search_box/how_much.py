"""How much a query has found, in the box it is written in."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from desktop_app.domain.finding import Counts


class HowMuch(QLabel):
    """Places and chapters, or what of them is known."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("searchCount")

    def show_counts(self, counts: "Counts | None") -> None:
        """Say how much was found; None says nothing."""
        self.setText("" if counts is None else self._words(counts))

    def say_working(self) -> None:
        """Say that a search takes its time."""
        self.setText("…")

    def _words(self, counts: "Counts") -> str:
        if not counts.passages and not counts.by_name:
            return self.tr("没有找到")
        if not counts.places:
            return self.tr("{n} 段").format(n=counts.passages or counts.by_name)
        if not counts.chapters:
            return self.tr("{n} 处").format(n=counts.places)
        return self.tr("{n} 处 · {m} 章").format(n=counts.places, m=counts.chapters)
