"""历年与地区对比: the chosen figure beside what other bulletins of the library print of it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from desktop_app.domain.bulletin import Kind, Script
from desktop_app.domain.events import ComparedChosen, ComparedCopy, PageShown
from desktop_app.domain.exported import Format
from desktop_app.domain.reading_events import PlaceWanted
from desktop_app.itemmodels import figure_text, series_text
from desktop_app.itemmodels.charts import ChartData
from desktop_app.services import appearance, scripts, series
from desktop_app.services.appearance import Theme
from desktop_app.services.file_names import file_name
from desktop_app.services.reading import OpenBulletin
from desktop_app.services.scripts import Spell
from desktop_app.services.series import Comparison, Row
from desktop_app.system import language
from desktop_app.widgets.comparison import ComparisonPane
from desktop_app.window.copying import put_on_clipboard
from desktop_app.window.dialogs import file_dialog
from desktop_app.window.feature import Feature, Workbench
from desktop_app.window.theme import shown_theme

if TYPE_CHECKING:
    from desktop_app.services.tables import Table

_RATE = Kind.CHANGE_RATE


class Comparing(Feature):
    """Fills the page 历年与地区对比 and its charts, and opens the bulletin that a row leads to."""

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(bench, parent)
        self._comparison: Comparison | None = None
        # The bulletin and the figure that are shown, or asked for.
        self._wanted: tuple[int, int] | None = None
        # The numbers of the rows that are selected; they outlast another script or language.
        self._selected: tuple[int, ...] = ()
        self._shows = False
        # A row of another bulletin that is being opened, and whether its text gets the keyboard.
        self._awaited: tuple[Row, bool] | None = None
        self._pane = pane = ComparisonPane(bench.panes)
        pane.row_chosen.connect(bench.panes.table.compared_chosen)
        pane.rows_selected.connect(self._on_rows_selected)
        pane.copy_wanted.connect(self._on_copy_wanted)
        bench.panes.table.page_shown.connect(self._on_page_shown)
        for place in (bench.panes.table, bench.panes.chart):
            place.compared_chosen.connect(self._on_chosen)
        bench.choosing.changed.connect(self._refresh)
        bench.panes.table.add_page(self.tr("历年与地区对比"), pane)

    def set_bulletin(self, opened: OpenBulletin) -> None:
        super().set_bulletin(opened)
        awaited = self._awaited
        if awaited is not None and awaited[0].bulletin_id == opened.id:
            # Only once all are told of the bulletin can a figure of it be chosen.
            QTimer.singleShot(0, self, self._arrive)
        else:
            self._awaited = None
            self._refresh()
            self._select_in(opened.id)

    def looked_at(self) -> tuple[Comparison | None, tuple[int, int] | None, tuple[int, ...]]:
        """Return what is shown, the bulletin and figure it is of, and the rows selected."""
        return self._comparison, self._wanted, self._selected

    def resume(self, before: Feature) -> None:
        if not isinstance(before, Comparing):
            return
        panes, old = self.bench.panes, before.bench.panes
        self._comparison, self._wanted, self._selected = before.looked_at()
        view = old.chart.compared_view()
        if view is not None:
            panes.chart.view_compared(view)
        if old.table.is_page_shown():
            panes.table.show_page()

    def set_script(self, script: Script) -> None:
        del script
        self._show()

    def apply_theme(self, theme: Theme) -> None:
        self._pane.apply_theme(theme)

    # -- what is compared

    def _on_page_shown(self, page: PageShown) -> None:
        if page.shown:
            # Colours that were set before the pane had its place would be lost.
            self._pane.apply_theme(appearance.theme(shown_theme(self.bench.settings().theme)))
            self._refresh()
            self._show()
        else:
            self.bench.panes.chart.show_comparison(None)

    def _refresh(self) -> None:
        """Compare the figure that is chosen, unless it is shown already."""
        if not self.bench.panes.table.is_page_shown():
            return
        figures = self.bench.choosing.figures()
        if figures:
            # Where a bulletin could not be opened, the user goes on in this one.
            self._awaited = None
        if self.opened is None or not figures:
            # What was looked at stays: in another year of it nothing is chosen yet.
            return
        wanted = self.opened.id, figures[-1].id
        row = self._row_of(*wanted)
        if row is not None:
            # Set beside the same others: only another row is meant.
            self._wanted = wanted
            self._pane.select(row.number)
            return
        if wanted == self._wanted:
            return
        self._wanted = wanted
        job = partial(series.compare, bulletin_id=wanted[0], figure_id=wanted[1])
        done = partial(self._take, wanted)
        self.bench.lanes.library.run("compare", job, done, self.bench.show_error)

    def _take(self, wanted: tuple[int, int], comparison: Comparison) -> None:
        if wanted == self._wanted:
            self._comparison, self._selected = comparison, (comparison.own.number,)
            self._show()

    def _row_of(self, bulletin_id: int, figure_id: int | None = None) -> Row | None:
        """Return the row of a figure in a bulletin, or the first one of the bulletin."""
        rows = self._comparison.rows if self._comparison is not None else ()
        of_it = (row for row in rows if row.bulletin_id == bulletin_id)
        return next((row for row in of_it if figure_id in (None, row.figure_id)), None)

    def _select_in(self, bulletin_id: int) -> None:
        """Select what the bulletin that is opened prints of what is compared."""
        row = self._row_of(bulletin_id)
        found = self._comparison
        if row is None or found is None:
            return
        chosen = [one for one in found.rows if one.number in self._selected]
        if all(one.bulletin_id != bulletin_id for one in chosen):
            self._selected = (row.number,)
            self._pane.select(row.number)

    def _spell(self) -> Spell:
        bulletin = self.opened.bulletin if self.opened is not None else None
        return scripts.spelling(bulletin, self.bench.settings().script)

    def _show(self) -> None:
        panes, comparison = self.bench.panes, self._comparison
        if not panes.table.is_page_shown():
            return
        if comparison is None:
            self._pane.say(self.tr("在正文或指标表里选一个数，这里列出其他公报中的同一指标。"))
            panes.chart.show_comparison(None)
            return
        if comparison.bulletins < 2:
            self._pane.say(self._alone())
            panes.chart.show_comparison(None)
            return
        selected, self._shows = self._selected, True
        self._pane.show_comparison(comparison, self._title(), self._note(), self._spell())
        panes.chart.show_comparison(ChartData(comparison=comparison, spell=self._spell()))
        self._shows = False
        self._pane.select(*selected)

    def _alone(self) -> str:
        """Return what to do where the library holds one bulletin."""
        folder = self.bench.policy.library_folder
        if folder is not None:
            text = self.tr(
                "资料库里只有这一份公报。要对比其他年份和地区，请管理员把收有更多公报的资料库（.db）"
                "以新名称放进 {folder}。"
            )
            return text.format(folder=folder)
        return self.tr(
            "资料库里只有这一份公报。要对比其他年份和地区，把每份公报放成"
            " 文件夹/bulletins/名称/source.txt（或 .docx、.pdf、.html），运行"
            " gongbao build --data 文件夹 --out 资料库.db，再用 gongbao --library 资料库.db 打开。"
        )

    def _title(self) -> str:
        comparison = self._comparison
        assert comparison is not None
        name = self._spell()(figure_text.named(comparison.figure))
        units = {row.figure.unit for row in comparison.rows if row.figure.kind is not _RATE}
        unit = self._spell()(units.pop()) if len(units) == 1 else ""
        span = self._spell()(series_text.span(comparison.span))
        name = series_text.named(name, series_text.listed((span, unit)))
        count = len({row.bulletin_id for row in comparison.rows})
        return self.tr("{name}：{n} 份公报").format(name=name, n=count)

    def _note(self) -> str:
        comparison = self._comparison
        assert comparison is not None
        notes = []
        if len({row.bulletin_id for row in comparison.rows}) < 2:
            notes.append(self.tr("资料库里的其他公报没有可比的同名指标。"))
        notes.append(self._spell()(series_text.left_out(comparison)))
        notes += series_text.disagreements(comparison.rows)
        return "".join(notes)

    def _on_rows_selected(self) -> None:
        if self._shows or self._comparison is None or not self.bench.panes.table.is_page_shown():
            return
        self._selected = self._pane.selected_numbers()
        self.bench.panes.chart.mark_compared(self._selected)

    # -- to the sentence

    def _on_chosen(self, chosen: ComparedChosen) -> None:
        row = self._comparison.row(chosen.number) if self._comparison is not None else None
        if row is None or self.opened is None:
            return
        self._pane.select(row.number)
        self._awaited = row, chosen.enter
        if row.bulletin_id == self.opened.id:
            self._arrive()
        else:
            place = PlaceWanted(row.bulletin_id, row.figure.read_start)
            self.bench.show_place(place)

    def _arrive(self) -> None:
        """Choose the figure of the row, in its bulletin."""
        if self._awaited is None:
            return
        (row, enter), self._awaited = self._awaited, None
        if self.opened is None or self.opened.id != row.bulletin_id:
            return
        self.bench.choosing.choose(row.figure_id)
        target = self.bench.panes.reader if enter else self._pane
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- copies and files

    def _on_copy_wanted(self, wanted: ComparedCopy) -> None:
        if self._comparison is None:
            return
        if wanted.form == "copy":
            self._copy(self._pane.selected_rows())
        else:
            self._save_as(wanted.form)

    def _table(self, rows: tuple[Row, ...]) -> "Table":
        notes = (self._note(), self._spell()(series_text.source(rows, None)))
        return self._pane.model().table(rows, self._title(), tuple(filter(None, notes)))

    def _copy(self, rows: tuple[Row, ...]) -> None:
        # Only who copies or saves needs what makes copies and files.
        from desktop_app.services.citing.forms import Copy
        from desktop_app.services.citing.rows import Rows

        table = self._table(rows)
        cells = (tuple(column.heading for column in table.columns), *table.rows)
        numbers = frozenset(at for at, column in enumerate(table.columns) if column.number)
        copied = Rows(cells, numbers)
        put_on_clipboard(Copy(copied.tsv(), copied.html()))
        done = self.tr("已复制 {n} 行，可以粘贴到 Excel").format(n=len(rows))
        self.bench.panes.status.show_done(done)

    def _save_as(self, form: str) -> None:
        if not self.bench.may_export():
            return
        assert self._comparison is not None
        table = self._table(self._comparison.rows)
        folder = file_dialog.folder_to_begin_in(self.bench.settings().export_folder)
        file_dialog.ask_where_to_save(
            self.bench.panes,
            self.tr("对比表另存为"),
            folder / f"{file_name(table.title)}.{form}",
            lambda path: self.save(path, form, table),
        )

    def save(self, path: Path, form: str, table: "Table") -> None:
        """Write the table to a file, out of the window's way, and say so."""
        from desktop_app.printing import saving
        from desktop_app.services import exports
        from desktop_app.services.tables import Manner

        done = self.tr("已存为 {path}").format(path=path)
        manner = Manner.of(language.preferred(), self.bench.settings().script)
        content = exports.ReadyTable(table)
        self.bench.lanes.export.run(
            "save_comparison",
            lambda _halt: saving.save(content, Format(form), path, manner),
            lambda _answer: self.bench.panes.status.show_done(done),
            self.bench.show_error,
        )
