"""本章指标 and 全文指标: the figures of a chapter or of the whole bulletin as a table."""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.bulletin import Bulletin, Figure, Script, Section
from desktop_app.domain.events import FigureChosen, FiguresSelected, FiguresShown
from desktop_app.itemmodels.figure_columns import Needs, least, measure, share
from desktop_app.itemmodels.figure_delegate import PAD, FigureDelegate, row_height
from desktop_app.itemmodels.figure_table import Column, FigureRole, FigureTableModel
from desktop_app.itemmodels.painting import DENSE, recolour_view, scaled
from desktop_app.services.appearance import LIGHT, Theme, theme

_CHAPTER, _WHOLE = 0, 1


class _FigureView(QTableView):
    """A table of rows, chosen with the mouse or the keyboard; says so when it is empty.

    Signals:
        row_chosen: the user made this `Figure` the current one.
        resized: the room for the columns changed, also by a scroll bar; carries nothing.
    """

    row_chosen = Signal(object)
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.empty_text = ""
        self.theme = theme(LIGHT)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        super().keyPressEvent(event)
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered or self.currentIndex().row() != before.row():
            self._choose(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() or not self.empty_text:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(
            self.viewport().rect().adjusted(PAD, PAD, -PAD, -PAD),
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
            self.empty_text,
        )
        painter.end()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self.selectionModel().isSelected(index):
            self.row_chosen.emit(index.data(FigureRole.FIGURE))


class FigureTablePane(QWidget):
    """The figure table with its two tabs.

    Signals:
        figure_chosen: the user chose a row (FigureChosen).
        figures_selected: the user selected other rows (FiguresSelected).
        rows_shown: other figures are shown (FiguresShown), by chapter, tab or bulletin.
    """

    figure_chosen = Signal(object)
    figures_selected = Signal(object)
    rows_shown = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bulletin: Bulletin | None = None
        self._chapter: Section | None = None
        # What is selected stays so while another chapter is shown.
        self._selected: tuple[int, ...] = ()
        self._selecting = False
        self._model = FigureTableModel(self)
        self._tabs = QTabBar(self)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(True)
        self._tabs.addTab("")
        self._tabs.addTab("")
        self._view = _FigureView(self)
        self._delegate = FigureDelegate(self._view)
        self._needs: dict[bool, Needs] = {}
        self._set_up_view()
        self._label_tabs()
        self._set_fonts()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tabs)
        layout.addWidget(self._view)
        self.setFocusProxy(self._view)
        self._tabs.currentChanged.connect(self._on_tab_changed)
        self._view.row_chosen.connect(self._on_row_chosen)
        self._view.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._view.resized.connect(self._share_width)

    def _set_up_view(self) -> None:
        view, header = self._view, self._view.horizontalHeader()
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.setAccessibleName(self.tr("指标表"))
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(24)
        view.setSortingEnabled(True)

    # What is shown

    def set_bulletin(self, bulletin: Bulletin | None, script: Script) -> None:  # noqa: ARG002
        """Show the figures of `bulletin`; names and units are Simplified in every script."""
        self._bulletin, self._selected = bulletin, ()
        self._chapter = bulletin.chapters[0] if bulletin and bulletin.chapters else None
        self._show_rows()

    def show_chapter(self, section_id: int | None) -> None:
        """Show under 本章指标 the chapter that holds a section; None is what precedes them."""
        chapter = self._bulletin.chapter_of(section_id) if self._bulletin else None
        if chapter == self._chapter:
            return
        self._chapter = chapter
        if self._tabs.currentIndex() == _CHAPTER:
            self._show_rows()
        else:
            self._label_tabs()

    def shown_figures(self) -> tuple[Figure, ...]:
        """Return the figures of the shown tab in the shown order."""
        return self._model.figures

    def apply_theme(self, colours: Theme) -> None:
        """Take on the colours of `colours`."""
        self._delegate.theme = self._view.theme = colours
        recolour_view(self._view, colours.page, colours.text)
        self._view.horizontalHeader().setStyleSheet(_header_style(colours))
        self._tabs.setStyleSheet(_tab_style(colours))
        self._view.viewport().update()

    # What is selected

    def selected_figures(self) -> tuple[Figure, ...]:
        """Return the selected figures in the order of their rows, also of chapters not shown."""
        if self._bulletin is None:
            return ()
        return tuple(self._bulletin.figure_by_id[figure_id] for figure_id in self._selected)

    def select_figure(self, figure_id: int | None) -> None:
        """Select the row of a figure and scroll to it, in 全文指标 where need be; silent."""
        if figure_id is None:
            self._select(())
            return
        if self._model.row_of(figure_id) is None:
            if self._bulletin is None or figure_id not in self._bulletin.figure_by_id:
                return
            self._tabs.setCurrentIndex(_WHOLE)
        self._select((figure_id,))

    def _select(self, figure_ids: tuple[int, ...]) -> None:
        """Select figures; those of other chapters have no row now and keep none."""
        self._selected = figure_ids
        selection, current = QItemSelection(), QModelIndex()
        for figure_id in figure_ids:
            row = self._model.row_of(figure_id)
            if row is not None:
                current = self._model.index(row, 0)
                selection.select(current, current.siblingAtColumn(Column.CHANGE))
        flags = QItemSelectionModel.SelectionFlag
        chosen = self._view.selectionModel()
        self._selecting = True
        chosen.setCurrentIndex(current, flags.NoUpdate)
        chosen.select(selection, flags.ClearAndSelect)
        self._selecting = False
        if current.isValid():
            self._view.scrollTo(current)

    # Inside

    def _rows(self, tab: int) -> tuple[Figure, ...]:
        bulletin = self._bulletin
        if bulletin is None:
            return ()
        if tab == _WHOLE:
            return bulletin.figures
        if self._chapter is not None:
            return bulletin.figures_of(self._chapter)
        return tuple(f for f in bulletin.figures if bulletin.chapter_of(f.section) is None)

    def _show_rows(self) -> None:
        tab = self._tabs.currentIndex()
        self._selecting = True
        self._model.set_figures(self._rows(tab))
        self._selecting = False
        self._view.scrollToTop()
        self._view.empty_text = (
            self.tr("本章没有数据") if tab == _CHAPTER else self.tr("全文没有数据")
        )
        self._label_tabs()
        self._fit_columns()
        self._select(self._selected)
        chapter = self._chapter if tab == _CHAPTER else None
        self.rows_shown.emit(FiguresShown(self._rows(tab), chapter.id if chapter else None))

    def _label_tabs(self) -> None:
        for tab, text in ((_CHAPTER, self.tr("本章指标 {n}")), (_WHOLE, self.tr("全文指标 {n}"))):
            self._tabs.setTabText(tab, text.format(n=len(self._rows(tab))))

    def _set_fonts(self) -> None:
        font = scaled(self.font(), DENSE)
        self._view.setFont(font)
        self._view.horizontalHeader().setFont(font)
        self._view.verticalHeader().setDefaultSectionSize(row_height(font))
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Measure what the columns need, with units apart and with units beside the values."""
        for compact in (True, False):
            self._model.compact = compact
            self._needs[compact] = measure(self._model, self._delegate, self._view.font())
        self._model.compact = self._view.isColumnHidden(Column.UNIT)
        self._share_width()

    def _share_width(self) -> None:
        if not self._needs:
            return
        room = self._view.viewport().width()
        widths = share(self._needs[False], room)
        compact = widths is None
        if widths is None:
            widths = share(self._needs[True], room) or least(self._needs[True])
        self._model.set_compact(compact)
        self._view.setColumnHidden(Column.UNIT, compact)
        for column, width in widths.items():
            if width:
                self._view.setColumnWidth(column, width)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_fonts()

    def _on_tab_changed(self, _tab: int) -> None:
        self._show_rows()

    def _on_selection_changed(self) -> None:
        if self._selecting:
            return
        rows = sorted(index.row() for index in self._view.selectionModel().selectedRows())
        self._selected = tuple(self._model.figures[row].id for row in rows)
        self.figures_selected.emit(FiguresSelected(self._selected))

    def _on_row_chosen(self, figure: Figure) -> None:
        self.figure_chosen.emit(FigureChosen(figure.id))


def _header_style(colours: Theme) -> str:
    return (
        f"QHeaderView {{ background: {colours.window}; border: none; }}"
        f"QHeaderView::section {{ background: {colours.window}; color: {colours.muted};"
        f" border: none; border-bottom: 1px solid {colours.border};"
        f" padding: 6px {PAD}px 5px {PAD}px; }}"
        "QHeaderView::up-arrow, QHeaderView::down-arrow { subcontrol-origin: border;"
        " subcontrol-position: top center; height: 7px; width: 9px; }"
    )


def _tab_style(colours: Theme) -> str:
    return (
        f"QTabBar {{ background: {colours.pane}; outline: none;"
        f" border-bottom: 1px solid {colours.border}; }}"
        f"QTabBar::tab {{ color: {colours.muted}; background: transparent; border: none;"
        " border-bottom: 2px solid transparent; padding: 9px 12px 7px 12px; }"
        f"QTabBar::tab:hover {{ color: {colours.text}; }}"
        f"QTabBar::tab:selected {{ color: {colours.accent};"
        f" border-bottom-color: {colours.accent}; }}"
        f"QTabBar::tab:selected:focus {{ background: {colours.accent_soft}; }}"
    )
