"""The list below the search box: queries asked before, or words to complete what is typed."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from desktop_app.itemmodels.painting import recolour_view
from desktop_app.itemmodels.queries import QueriesModel, QueryRole, QueryRow
from desktop_app.itemmodels.query_delegate import QueryDelegate
from desktop_app.services.appearance import Theme

_MOST_ROWS = 8
_PAD = 4
_GAP = 2


class QueryPopup(QFrame):
    """Lies over the window and never takes the keyboard: the box hands on its keys.

    Signals:
        chosen: the user clicked a row (QueryRow).
        dropped: the user clicked the cross of a row (QueryRow).
    """

    chosen = Signal(object)
    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("queryPopup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._queries = QueriesModel(self)
        self._view = QListView(self)
        self._view.setObjectName("queryList")
        self._view.setAccessibleName(self.tr("检索建议"))
        self._view.setModel(self._queries)
        self._delegate = QueryDelegate(self._view)
        self._view.setItemDelegate(self._delegate)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setMouseTracking(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._view.viewport().installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        layout.addWidget(self._view)
        self.hide()

    def show_rows(self, rows: Sequence[QueryRow], below: QWidget, *, first: bool) -> None:
        """Show rows right below a widget, with the first one current or none."""
        if not rows:
            self.hide()
            return
        self._queries.set_rows(rows)
        self._view.setCurrentIndex(self._queries.index(0) if first else QModelIndex())
        height = sum(self._view.sizeHintForRow(row) for row in range(min(len(rows), _MOST_ROWS)))
        corner = below.mapTo(self._window, QPoint(0, below.height() + _GAP))
        room = self._window.height() - corner.y() - 2 * _PAD
        self.setGeometry(corner.x(), corner.y(), below.width(), min(height + 2 * _PAD + 2, room))
        self.show()
        self.raise_()

    def rows(self) -> tuple[QueryRow, ...]:
        """Return the rows that are shown."""
        return () if self.isHidden() else self._queries.rows()

    def current(self) -> QueryRow | None:
        """Return the row one has moved to; None where one has not moved yet."""
        row: QueryRow | None = self._view.currentIndex().data(QueryRole.ROW)
        return row

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) row, round the end."""
        count = self._queries.rowCount()
        here = self._view.currentIndex().row()
        row = (here + step) % count if here >= 0 else (0 if step > 0 else count - 1)
        self._view.setCurrentIndex(self._queries.index(row))

    def apply_theme(self, colours: Theme) -> None:
        """Take on the colours of `colours`."""
        recolour_view(self._view, colours.page, colours.text)
        self._delegate.theme = colours

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A click on the rim is no click on what lies below.
        event.accept()

    def eventFilter(self, watched: object, event: object) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QMouseEvent.Type.MouseButtonRelease:
            index = self._view.indexAt(event.position().toPoint())
            row: QueryRow | None = index.data(QueryRole.ROW)
            if row is not None:
                on_cross = self._delegate.is_on_cross(event, QRectF(self._view.visualRect(index)))
                (self.dropped if on_cross and row.can_be_dropped else self.chosen).emit(row)
            return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]  # Qt's own pair
