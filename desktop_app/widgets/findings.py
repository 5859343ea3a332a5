"""数据审核: what the audit found, with every number it used; it states, and corrects nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.bulletin import Script
from desktop_app.domain.events import FindingChosen
from desktop_app.itemmodels.finding_delegate import FindingDelegate
from desktop_app.itemmodels.findings import FindingRole, FindingsModel, Grouping
from desktop_app.itemmodels.painting import recolour, recolour_view
from desktop_app.services import findings
from desktop_app.services.appearance import Theme
from desktop_app.services.findings import SIGNS, AuditRow, Verdict

_PAD = 12


class _FindingView(QListView):
    """A list whose current row is shown whole.

    Signals:
        row_chosen: the user clicked a finding, or moved to it (AuditRow).
        row_entered: the user pressed Enter on it (AuditRow).
        escaped: Esc was pressed.
    """

    row_chosen = Signal(object)
    row_entered = Signal(object)
    escaped = Signal()

    def __init__(self, model: FindingsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.delegate = FindingDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        self.selectionModel().currentChanged.connect(self._on_current_moved)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Rows are as high as their text at this width: a bar that comes would break it anew.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # A list that gets the keyboard stays where it is.
        self.setAutoScroll(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._on_clicked)

    def _on_current_moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        for index in (previous, current):
            if index.isValid():
                self.delegate.sizeHintChanged.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell(self.row_entered, before)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
            if self.currentIndex() != before:
                self.show_current()
                self._tell(self.row_chosen, self.currentIndex())

    def show_current(self) -> None:
        """Bring the current row into sight, and the heading above it where there is room."""
        current = self.currentIndex()
        # Rows get their new heights before the one that grew is brought into sight.
        self.executeDelayedItemsLayout()
        self.scrollTo(current.sibling(max(current.row() - 1, 0), 0))
        self.scrollTo(current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _on_clicked(self, index: QModelIndex) -> None:
        self._tell(self.row_chosen, index)

    @staticmethod
    def _tell(signal: object, index: QModelIndex) -> None:
        row: AuditRow | None = index.data(FindingRole.ROW)
        if row is not None:
            signal.emit(row)  # type: ignore[attr-defined]  # a bound signal


class FindingsPane(QWidget):
    """The findings of one bulletin.

    Signals:
        finding_chosen: the user chose a finding (FindingChosen); `stay` when moving through them.
        escaped: the user pressed Esc.
    """

    finding_chosen = Signal(object)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._rows: tuple[AuditRow, ...] = ()
        self._script = Script.HANS
        self._only: Verdict | None = None
        self._model = FindingsModel(self)
        self._view = _FindingView(self._model, self)
        self._view.setAccessibleName(self.tr("数据审核"))
        self._summary = self._label()
        self._empty = self._label()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setMargin(2 * _PAD)
        self._filter = self._menu_button(self.tr("筛选结论"))
        self._order = self._menu_button(self.tr("排列"))
        self._fill_order()
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.setFocusProxy(self._view)
        self._view.row_chosen.connect(lambda row: self._choose(row, stay=True))
        self._view.row_entered.connect(lambda row: self._choose(row, stay=False))
        self._view.escaped.connect(self.escaped)

    def _lay_out(self) -> None:
        switches = QHBoxLayout()
        switches.setSpacing(4)
        switches.addWidget(self._filter)
        switches.addStretch(1)
        switches.addWidget(self._order)
        self._head = QWidget(self)
        self._head.setObjectName("resultsHead")
        head = QVBoxLayout(self._head)
        head.setContentsMargins(_PAD, 8, _PAD, 4)
        head.setSpacing(4)
        head.addWidget(self._summary)
        head.addLayout(switches)
        for page in (self._empty, self._view):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._stack, 1)

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setObjectName("resultsLine")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _menu_button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        return button

    # -- what is shown

    def set_findings(self, rows: Sequence[AuditRow], script: Script) -> None:
        """Show these findings, whose words are in `script`; the current one stays."""
        current = self._current()
        again = len(rows) == len(self._rows) and current is not None
        self._rows, self._script = tuple(rows), script
        if self._only not in findings.counts(rows):
            self._only = None
        self._model.set_only(self._only)
        self._model.set_findings(rows)
        self._say()
        if again and current is not None:
            self.mark_current(current.number)

    def mark_current(self, number: int) -> None:
        """Make a finding the current one where it is listed; nothing is emitted."""
        row = self._model.row_of(number)
        if row is not None:
            self._view.setCurrentIndex(self._model.index(row))
            self._view.show_current()

    def show_only(self, verdict: Verdict | None) -> None:
        """List the findings with this verdict; None lists all."""
        current = self._current()
        self._only = verdict
        self._model.set_only(verdict)
        self._say()
        if current is not None:
            self.mark_current(current.number)

    def group(self, grouping: Grouping) -> None:
        """List the findings below these headings."""
        current = self._current()
        self._model.set_grouping(grouping)
        self._order.setText(f"{self._order_words()[grouping]} ▾")
        if current is not None:
            self.mark_current(current.number)

    def apply_theme(self, colours: Theme) -> None:
        """Take on the colours of `colours`."""
        role = QPalette.ColorRole
        for widget in (self, self._head, self._stack, self._summary, self._empty):
            recolour(widget, {role.Window: colours.pane, role.WindowText: colours.muted})
        recolour_view(self._view, colours.pane, colours.text)
        self._view.delegate.theme = colours
        self._view.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._view.scheduleDelayedItemsLayout()

    def _current(self) -> AuditRow | None:
        row: AuditRow | None = self._view.currentIndex().data(FindingRole.ROW)
        return row

    def _choose(self, row: AuditRow, *, stay: bool) -> None:
        self.finding_chosen.emit(FindingChosen(row.number, stay))

    # -- head

    def _say(self) -> None:
        counts = findings.counts(self._rows)
        told = " · ".join(f"{self._word(verdict)} {n}" for verdict, n in counts.items())
        total = self.tr("验算了 {n} 个数：{told}。只作陈述，不改动印出来的数。")
        self._summary.setText(total.format(n=len(self._rows), told=told))
        self._empty.setText(self.tr("这份公报里没有可以相互验算的数。"))
        self._head.setVisible(bool(self._rows))
        self._stack.setCurrentWidget(self._view if self._rows else self._empty)
        self._fill_filter(counts)

    def _word(self, verdict: Verdict) -> str:
        return findings.word(verdict, self._script)

    def _fill_filter(self, counts: dict[Verdict, int]) -> None:
        menu = self._filter.menu()
        menu.clear()
        group = QActionGroup(menu)
        choices: list[tuple[Verdict | None, str]] = [
            (None, self.tr("全部结论 {n}").format(n=len(self._rows)))
        ]
        choices += [(v, f"{SIGNS[v]} {self._word(v)} {n}") for v, n in counts.items()]
        for verdict, text in choices:
            action = QAction(text, menu, checkable=True, checked=verdict is self._only)
            action.triggered.connect(lambda _on, verdict=verdict: self.show_only(verdict))
            group.addAction(action)
            menu.addAction(action)
            if verdict is self._only:
                self._filter.setText(f"{text} ▾")

    def _order_words(self) -> dict[Grouping, str]:
        return {Grouping.VERDICT: self.tr("按结论"), Grouping.CHAPTER: self.tr("按章")}

    def _fill_order(self) -> None:
        menu = self._order.menu()
        group = QActionGroup(menu)
        for grouping, text in self._order_words().items():
            action = QAction(text, menu, checkable=True)
            action.setChecked(grouping is Grouping.VERDICT)
            action.triggered.connect(lambda _on, grouping=grouping: self.group(grouping))
            group.addAction(action)
            menu.addAction(action)
        self._order.setText(f"{self._order_words()[Grouping.VERDICT]} ▾")
