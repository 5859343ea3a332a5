"""本章指标 and 全文指标: the figures of a chapter or of the whole bulletin as a table."""

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.bulletin import Bulletin, Figure, Script, Section
from desktop_app.domain.events import (
    FigureChosen,
    FiguresSelected,
    FiguresShown,
    PageShown,
    TableChoices,
    TableSifting,
)
from desktop_app.itemmodels import figure_cells
from desktop_app.itemmodels.figure_cells import USUAL, Column
from desktop_app.itemmodels.figure_delegate import FigureDelegate, row_height
from desktop_app.itemmodels.figure_table import FigureTableModel
from desktop_app.itemmodels.painting import DENSE, recolour, recolour_view, scaled
from desktop_app.services import converting, scripts
from desktop_app.services.appearance import Theme
from desktop_app.services.sifting import needs_sounds, sifted
from desktop_app.widgets.figure_table.fitting import Fitting
from desktop_app.widgets.figure_table.head import TableHead
from desktop_app.widgets.figure_table.selection import FigureSelection
from desktop_app.widgets.figure_table.style import header_style, tab_style
from desktop_app.widgets.figure_table.tabs import TableTabs
from desktop_app.widgets.figure_table.view import FigureView, WholeRows

_CHAPTER, _WHOLE, _PAGE = 0, 1, 2


class FigureTablePane(QWidget):
    """The figure table with its two tabs, a line to sift by, and its choice of units and columns.

    Signals:
        figure_chosen: the user chose a row (FigureChosen).
        figures_selected: the user selected other rows (FiguresSelected).
        rows_shown: other figures are shown, or in other units or order (FiguresShown).
        choices_changed: the user chose other columns or units (TableChoices).
        page_shown: the tab of the page was chosen or left (PageShown).
        sounds_wanted: names are about to be sifted by pinyin; who answers calls `take_sounds`.
    """

    sounds_wanted = Signal()
    figure_chosen = Signal(object)
    figures_selected = Signal(object)
    rows_shown = Signal(object)
    choices_changed = Signal(object)
    page_shown = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bulletin: Bulletin | None = None
        self._chapter: Section | None = None
        # The table that is shown, or was before the page.
        self._table = _CHAPTER
        self._page: QWidget | None = None
        self._has_sounds = False
        self._model = FigureTableModel(self)
        self._tabs = TableTabs(self)
        for _ in (_CHAPTER, _WHOLE):
            self._tabs.add()
        self._head = TableHead(self)
        self._columns: tuple[Column, ...] = USUAL
        self._view = FigureView(self)
        self._delegate = FigureDelegate(self._view)
        self._fitting = Fitting(self._view, self._model, self._delegate)
        self._set_up_view()
        self._selection = FigureSelection(self._view, self._model)
        self._label_tabs()
        self._set_fonts()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._rows_frame = WholeRows(self._view, self)
        for widget in (self._tabs, self._head, self._rows_frame):
            layout.addWidget(widget)
        self.setFocusProxy(self._view)
        self._join()

    def _join(self) -> None:
        head, view = self._head, self._view
        self._tabs.currentChanged.connect(self._on_tab_changed)
        view.row_chosen.connect(self._on_row_chosen)
        view.row_entered.connect(self._on_row_entered)
        self._selection.changed.connect(self.figures_selected)
        view.resized.connect(self._fitting.share_width)
        view.escaped.connect(head.line.clear)
        view.horizontalHeader().customContextMenuRequested.connect(self._on_header_menu)
        self._model.layoutChanged.connect(self._tell_rows)
        head.sift_changed.connect(self._on_sift_changed)
        head.line.focused.connect(self._want_sounds)
        head.entered.connect(self._on_head_entered)
        head.units_changed.connect(self._on_units_changed)
        head.columns_changed.connect(self._on_columns_changed)

    def _set_up_view(self) -> None:
        view, header = self._view, self._view.horizontalHeader()
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.setAccessibleName(self.tr("指标表"))
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(24)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.setAccessibleName(self.tr("列标题：按键盘可用“列”按钮选择显示哪些列"))
        view.setSortingEnabled(True)
        for column in Column:
            view.setColumnHidden(column, column > max(USUAL))

    def add_page(self, title: str, page: QWidget) -> None:
        """Show `page` under a third tab in place of the table."""
        self._page = page
        self._tabs.add(title, self.tr("对比"))
        layout = self.layout()
        assert layout is not None
        layout.addWidget(page)
        page.hide()

    def show_page(self) -> None:
        """Show the page."""
        self._tabs.setCurrentIndex(_PAGE)

    def is_page_shown(self) -> bool:
        """Whether the page is shown and not a table."""
        return self._tabs.currentIndex() == _PAGE

    # What is shown

    def set_bulletin(self, bulletin: Bulletin | None, script: Script) -> None:
        """Show the figures of `bulletin`, their words in `script`."""
        self._bulletin, self._selection.ids, self._has_sounds = bulletin, (), False
        self._chapter = bulletin.chapters[0] if bulletin and bulletin.chapters else None
        chapters = figure_cells.chapter_titles(bulletin) if bulletin else {}
        self._model.setting = replace(self._model.setting, chapters=chapters)
        self._spell_in(script)
        self._show_rows()

    def set_script(self, script: Script) -> None:
        """Write the words of the bulletin in `script`; rows, order and selection stay."""
        self._spell_in(script)
        self._model.set_setting(self._model.setting)
        self._fitting.fit(self._columns)

    def _spell_in(self, script: Script) -> None:
        spell = scripts.spelling(self._bulletin, script)
        self._model.setting = replace(self._model.setting, spell=spell)
        self._delegate.spell = self._head.spell = spell

    def show_chapter(self, section_id: int | None) -> None:
        """Show under 本章指标 the chapter that holds a section; None is what precedes them."""
        chapter = self._bulletin.chapter_of(section_id) if self._bulletin else None
        if chapter == self._chapter:
            return
        self._chapter = chapter
        if self._table == _CHAPTER:
            self._show_rows()
        else:
            self._label_tabs()

    def show_whole(self, *, on: bool) -> None:
        """Show 全文指标, or else 本章指标."""
        self._tabs.setCurrentIndex(_WHOLE if on else _CHAPTER)

    def shows_whole(self) -> bool:
        """Whether 全文指标 is shown, or was before the page."""
        return self._table == _WHOLE

    def shown_figures(self) -> tuple[Figure, ...]:
        """Return the figures of the shown tab in the shown order."""
        return self._model.figures

    def apply_theme(self, colours: Theme) -> None:
        """Take on the colours of `colours`."""
        self._delegate.theme = self._view.theme = colours
        self._head.apply_theme(colours)
        recolour_view(self._view, colours.page, colours.text)
        recolour(self._rows_frame, {QPalette.ColorRole.Window: colours.page})
        self._view.horizontalHeader().setStyleSheet(header_style(colours))
        self._tabs.set_rules(tab_style(colours))
        self._view.viewport().update()

    # How it is shown

    def choose(self, choices: TableChoices) -> None:
        """Show these columns and units; silent."""
        self._columns = figure_cells.from_names(choices.columns)
        self._model.setting = replace(self._model.setting, targets=dict(choices.units))
        self._head.set_columns(self._columns)
        for column in Column:
            self._view.setColumnHidden(
                column, column is not Column.INDICATOR and column not in self._columns
            )
        self._show_rows()

    def sifting(self) -> TableSifting:
        """Return what the rows are sifted and sorted by."""
        header = self._view.horizontalHeader()
        descending = header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        return TableSifting(self._head.line.text(), header.sortIndicatorSection(), descending)

    def sift(self, by: TableSifting) -> None:
        """Sift and sort the rows as if the user did."""
        self._head.line.setText(by.text)
        order = Qt.SortOrder.DescendingOrder if by.descending else Qt.SortOrder.AscendingOrder
        self._view.sortByColumn(by.column, order)

    # What is selected

    def selected_figures(self) -> tuple[Figure, ...]:
        """Return the selected figures in the order of their rows, also of chapters not shown."""
        if self._bulletin is None:
            return ()
        return tuple(self._bulletin.figure_by_id[figure_id] for figure_id in self._selection.ids)

    def select_figure(self, figure_id: int | None) -> None:
        """Select the row of a figure and scroll to it, in 全文指标 where need be; silent."""
        if figure_id is None:
            self._selection.select(())
            return
        if self._model.row_of(figure_id) is None:
            if self._bulletin is None or figure_id not in self._bulletin.figure_by_id:
                return
            self._show_row_of(figure_id)
        self._selection.select((figure_id,))

    def select_figures(self, figure_ids: tuple[int, ...]) -> None:
        """Select the rows of several figures, as if the user did."""
        self._selection.select(figure_ids)
        self.figures_selected.emit(FiguresSelected(figure_ids))

    def _show_row_of(self, figure_id: int) -> None:
        """Let go of what hides a figure's row: first what is sifted by, then the chapter."""
        if self._head.line.text():
            self._head.line.clear()
        if self._model.row_of(figure_id) is None:
            if self.is_page_shown():
                self._table = _WHOLE
                self._show_rows()
            else:
                self._tabs.setCurrentIndex(_WHOLE)

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
        tab, typed = self._table, self._head.line.text()
        rows = self._rows(tab)
        left = sifted(rows, typed, by_sound=self._has_sounds)
        with self._selection.quiet():
            self._model.set_figures(left)
        self._view.scrollToTop()
        self._view.empty_text = self._empty_text(tab, typed if rows else "")
        self._head.show_count(len(left), len(rows))
        self._head.set_units(self._model.setting.targets, converting.choices(rows))
        self._label_tabs()
        self._fitting.fit(self._columns)
        self._selection.select(self._selection.ids)
        self._tell_rows()

    def _empty_text(self, tab: int, typed: str) -> str:
        if typed.strip():
            return self.tr("没有符合“{typed}”的指标，按 Esc 清除筛选").format(typed=typed.strip())
        return self.tr("本章没有数据") if tab == _CHAPTER else self.tr("全文没有数据")

    def _tell_rows(self) -> None:
        chapter = self._chapter if self._table == _CHAPTER else None
        shown = FiguresShown(
            self._model.figures,
            chapter.id if chapter else None,
            self._head.line.text().strip(),
            self._model.setting.targets,
        )
        self.rows_shown.emit(shown)

    def _label_tabs(self) -> None:
        for tab, text, short in (
            (_CHAPTER, self.tr("本章指标 {n}"), self.tr("本章 {n}")),
            (_WHOLE, self.tr("全文指标 {n}"), self.tr("全文 {n}")),
        ):
            count = len(self._rows(tab))
            self._tabs.name(tab, text.format(n=count), short.format(n=count))

    def _set_fonts(self) -> None:
        font = scaled(self.font(), DENSE)
        self._view.setFont(font)
        self._view.horizontalHeader().setFont(font)
        self._view.verticalHeader().setDefaultSectionSize(row_height(font))
        self._fitting.fit(self._columns)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_fonts()

    def _on_tab_changed(self, tab: int) -> None:
        on_page, page = tab == _PAGE, self._page
        if page is not None:
            for widget in (self._head, self._rows_frame):
                widget.setVisible(not on_page)
            page.setVisible(on_page)
            self.setFocusProxy(page if on_page else self._view)
        if not on_page:
            self._table = tab
            self._show_rows()
        self.page_shown.emit(PageShown(on_page))

    def _on_row_chosen(self, figure: Figure) -> None:
        self.figure_chosen.emit(FigureChosen(figure.id))

    def _on_row_entered(self, figure: Figure) -> None:
        self.figure_chosen.emit(FigureChosen(figure.id, enter=True))

    def _on_sift_changed(self, text: str) -> None:
        if needs_sounds(text):
            self._want_sounds()
        self._show_rows()

    def _want_sounds(self) -> None:
        if not self._has_sounds and self._bulletin is not None:
            self.sounds_wanted.emit()

    def take_sounds(self) -> None:
        """Take it that the names are known by their sound from now on; rows found so are added."""
        self._has_sounds = True
        if needs_sounds(self._head.line.text()):
            self._show_rows()

    def _on_head_entered(self) -> None:
        self._view.setFocus(Qt.FocusReason.TabFocusReason)
        if not self._view.currentIndex().isValid() and self._model.figures:
            flags = QItemSelectionModel.SelectionFlag
            first = self._model.index(0, 0)
            self._view.selectionModel().setCurrentIndex(first, flags.NoUpdate)

    def _on_units_changed(self, units: Mapping[str, str]) -> None:
        self._change(TableChoices(figure_cells.to_names(self._columns), units))

    def _on_columns_changed(self, columns: tuple[Column, ...]) -> None:
        units = self._model.setting.targets
        self._change(TableChoices(figure_cells.to_names(columns), units))

    def _change(self, choices: TableChoices) -> None:
        self.choose(choices)
        self.choices_changed.emit(choices)

    def _on_header_menu(self, place: QPoint) -> None:
        self._head.columns_menu().popup(self._view.horizontalHeader().mapToGlobal(place))
