"""What stands in 检索 before a search: saved queries, queries asked before, how to write one."""

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.events import QueryChosen
from desktop_app.itemmodels.painting import recolour, recolour_view
from desktop_app.itemmodels.queries import QueriesModel, QueryKind, QueryRole, QueryRow
from desktop_app.itemmodels.query_delegate import QueryDelegate
from desktop_app.services.appearance import Theme
from desktop_app.services.queries import KeptQueries
from desktop_app.widgets.results.head import PAD, plain_label


class _QueryList(QListView):
    """A list of queries.

    Signals:
        chosen: the user clicked a query or pressed Enter (QueryRow).
        dropped: the user clicked the cross of a query or pressed Delete (QueryRow).
        escaped: Esc was pressed.
    """

    chosen = Signal(object)
    dropped = Signal(object)
    escaped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.queries = QueriesModel(self)
        self.delegate = QueryDelegate(self)
        self.setModel(self.queries)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        on_cross = self.delegate.is_on_cross(event, QRectF(self.visualRect(index)))
        self._tell(index, drop=on_cross)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell(self.currentIndex(), drop=False)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._tell(self.currentIndex(), drop=True)
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self, index: QModelIndex, *, drop: bool) -> None:
        row: QueryRow | None = index.data(QueryRole.ROW)
        if row is None or row.kind is QueryKind.HEADING:
            return
        if drop and row.can_be_dropped:
            self.dropped.emit(row)
        elif not drop:
            self.chosen.emit(row)


class KeptPane(QWidget):
    """Saved queries above those asked before; below them, how a query is written.

    Signals:
        query_chosen: the user chose a query (QueryChosen).
        query_dropped: the user took one out (QueryRow).
        history_cleared: the user took all out that were asked before.
        escaped: Esc was pressed.
    """

    query_chosen = Signal(object)
    query_dropped = Signal(object)
    history_cleared = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._list = _QueryList(self)
        for widget in (self, self._list):
            widget.setAccessibleName(self.tr("已保存的检索和最近检索"))
        self._clear = QToolButton(self)
        self._clear.setObjectName("quietButton")
        self._clear.setText(self.tr("清除最近检索"))
        self._clear.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._hint = plain_label(self)
        self._hint.setContentsMargins(PAD, 8, PAD, 12)
        self._hint.setText(
            self.tr(
                "在检索框输入词语或数字，例如：\n低保　28.1%\n\n"
                "也可以要两个词都有，或不要一个词：\n社会保障 低保　低保 -城市"
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self._hint)
        layout.addStretch(0)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._list.chosen.connect(self._on_chosen)
        self._list.dropped.connect(self.query_dropped)
        self._list.escaped.connect(self.escaped)
        self._clear.clicked.connect(self.history_cleared)
        self.set_queries(KeptQueries())

    def set_queries(self, kept: KeptQueries) -> None:
        """Show what is kept; the current row stays where it is."""
        rows: list[QueryRow] = []
        for kind, heading, queries in (
            (QueryKind.SAVED, self.tr("已保存的检索"), kept.saved),
            (QueryKind.RECENT, self.tr("最近检索"), kept.recent),
        ):
            if queries:
                rows.append(QueryRow(QueryKind.HEADING, heading))
                rows += [QueryRow(kind, query, query=query) for query in queries]
        current = self._list.currentIndex().row()
        self._list.queries.set_rows(rows)
        if rows and current >= 0:
            self._list.setCurrentIndex(self._list.queries.index(min(current, len(rows) - 1)))
        self._list.setVisible(bool(rows))
        self.setFocusProxy(self._list if rows else None)  # type: ignore[arg-type]  # Qt takes none
        self._clear.setVisible(bool(kept.recent))

    def apply_theme(self, colours: Theme) -> None:
        """Take on the colours of `colours`."""
        recolour_view(self._list, colours.pane, colours.text)
        role = QPalette.ColorRole
        recolour(self._hint, {role.Window: colours.pane, role.WindowText: colours.muted})
        self._list.delegate.theme = colours
        self._list.viewport().update()

    def _on_chosen(self, row: QueryRow) -> None:
        self.query_chosen.emit(QueryChosen(row.query))
