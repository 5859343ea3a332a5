"""检索: what a search found, by chapter, with its marks; and what to do when it found nothing."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.events import HitChosen
from desktop_app.domain.search import SearchHit, SearchResult
from desktop_app.itemmodels.hit_delegate import HitDelegate
from desktop_app.itemmodels.painting import recolour, recolour_view
from desktop_app.itemmodels.results import ResultRole, ResultsModel
from desktop_app.services.appearance import Theme

_PAD = 12


class _HitView(QListView):
    """The list of results; its keys move from hit to hit, past the headings.

    Signals:
        moved: an arrow key asks for the hit this many places on (int).
        entered_row: the user clicked a hit or pressed Enter (SearchHit).
    """

    moved = Signal(object)
    entered_row = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        hit = index.data(ResultRole.HIT) if index.isValid() else None
        if hit is not None:
            self.entered_row.emit(hit)


class ResultsPane(QWidget):
    """The results of a search.

    Signals:
        hit_chosen: the user chose a hit (HitChosen); `stay` when only moving through them.
    """

    hit_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._typed = ""
        self._model = ResultsModel(self)
        self._count = _label(self, Qt.AlignmentFlag.AlignLeft)
        self._rest = _label(self, Qt.AlignmentFlag.AlignLeft)
        self._message = _label(self, Qt.AlignmentFlag.AlignCenter)
        self._view = _HitView(self)
        self._view.setModel(self._model)
        self._view.setAccessibleName(self.tr("检索结果"))
        self._delegate = HitDelegate(self._view)
        self._view.setItemDelegate(self._delegate)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._message)
        self._stack.addWidget(self._view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self._count, self._stack, self._rest):
            layout.addWidget(widget)
        self.setFocusProxy(self._view)
        self._view.moved.connect(self.move)
        self._view.entered_row.connect(self._on_entered)
        self.set_result(None, None)

    def set_result(self, result: SearchResult | None, bulletin: Bulletin | None) -> None:
        """Show what a search found; None is the state before a search.

        The current hit stays where the same query is shown again, in another script.
        """
        current = self.current_hit()
        again = result is not None and result.query.typed == self._typed
        self._typed = result.query.typed if result else ""
        self._model.set_result(result, bulletin)
        row = self._model.row_of(current) if again and current is not None else None
        self._view.setCurrentIndex(self._model.index(row) if row is not None else QModelIndex())
        if row is None:
            self._view.scrollToTop()
        else:
            self._view.scrollTo(self._view.currentIndex())
        found = result is not None and result.total > 0
        self._stack.setCurrentWidget(self._view if found else self._message)
        self._count.setVisible(found)
        hidden = result.total - len(result.hits) if result else 0
        self._rest.setVisible(hidden > 0)
        if result is None:
            self._message.setText(
                self.tr(
                    "在检索框输入词语或数字，例如：\n低保　28.1%\n\n"
                    "也可以要两个词都有，或不要一个词：\n社会保障 低保　低保 -城市"
                )
            )
        elif not found:
            self._message.setText(
                self.tr(
                    "没有找到“{query}”\n\n可以换一个更短的词，或去掉一个条件；简体、繁体都可以。"
                ).format(query=result.query.typed.strip())
            )
        else:
            text = self.tr("{n} 处 · {passages} 段 · {chapters} 章").format(
                n=result.places, passages=result.total, chapters=result.chapter_count
            )
            self._count.setText(text)
            text = self.tr("列出前 {n} 段，另有 {hidden} 段")
            self._rest.setText(text.format(n=len(result.hits), hidden=hidden))

    def current_hit(self) -> SearchHit | None:
        """Return the hit that was chosen or moved to last."""
        hit: SearchHit | None = self._view.currentIndex().data(ResultRole.HIT)
        return hit

    def move(self, step: int) -> None:  # type: ignore[override]  # no pixels: it lies in a layout
        """Make the hit `step` places on the current one, stop at either end, and say so."""
        rows = self._model.hit_rows()
        if not rows:
            return
        current = self._view.currentIndex().row()
        if current in rows:
            place = min(max(rows.index(current) + step, 0), len(rows) - 1)
        else:
            place = 0 if step > 0 else len(rows) - 1
        index = self._model.index(rows[place])
        self._view.setCurrentIndex(index)
        self._view.scrollTo(index)
        self.hit_chosen.emit(HitChosen(index.data(ResultRole.HIT), stay=True))

    def choose_current(self) -> None:
        """Choose the current hit, or the first one where none is current."""
        rows = self._model.hit_rows()
        if self._view.currentIndex().row() not in rows and rows:
            self._view.setCurrentIndex(self._model.index(rows[0]))
        hit = self.current_hit()
        if hit is not None:
            self.hit_chosen.emit(HitChosen(hit))

    def apply_theme(self, colours: Theme) -> None:
        """Take on the colours of `colours`."""
        role = QPalette.ColorRole
        for widget in (self, self._stack, self._count, self._rest, self._message):
            recolour(widget, {role.Window: colours.pane, role.WindowText: colours.muted})
        recolour_view(self._view, colours.pane, colours.text)
        self._delegate.theme = colours
        self._view.viewport().update()

    def _on_entered(self, hit: SearchHit) -> None:
        self.hit_chosen.emit(HitChosen(hit))


def _label(parent: QWidget, alignment: Qt.AlignmentFlag) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(alignment | Qt.AlignmentFlag.AlignVCenter)
    label.setWordWrap(True)
    label.setContentsMargins(_PAD, _PAD // 2, _PAD, _PAD // 2)
    return label
