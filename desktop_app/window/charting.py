"""Table and chart as one state: which rows, how they are shown, what a selection adds up to.

The chart as a picture goes to the clipboard or into a file.
"""

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.events import (
    ChartKindChosen,
    ChartPicture,
    FiguresSelected,
    FiguresShown,
    TableChoices,
)
from desktop_app.domain.messages import Message
from desktop_app.services import adding, citing, converting, relations, saving, scripts, sifting
from desktop_app.services.adding import Summary
from desktop_app.services.file_names import file_name
from desktop_app.services.reading import OpenBulletin
from desktop_app.services.relations import Completion, Composition, Structure
from desktop_app.services.scripts import Spell
from desktop_app.system import language, resources
from desktop_app.window.actions import ActionId
from desktop_app.window.feature import Feature, Workbench

if TYPE_CHECKING:
    from desktop_app.widgets.chart.pane import Picture

# More bars than this nobody looks through; the window would stand still while they are made.
_MOST_DRAWN = 500


class _Relations:
    """What the audit found to belong together in one bulletin, looked for once, when wanted."""

    def __init__(self, bulletin: Bulletin) -> None:
        self._bulletin = bulletin

    @cached_property
    def in_tables(self) -> frozenset[int]:
        return relations.in_tables(self._bulletin)

    @cached_property
    def compositions(self) -> tuple[Composition, ...]:
        return relations.compositions(self._bulletin)

    @cached_property
    def structures(self) -> tuple[Structure, ...]:
        return relations.structures(self._bulletin)

    @cached_property
    def completions(self) -> tuple[Completion, ...]:
        return relations.completions(self._bulletin)


class Charting(Feature):
    """Keeps table, chart and status line to one state, and the chart's picture at hand."""

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(bench, parent)
        self._shown: FiguresShown | None = None
        self._relations: _Relations | None = None
        panes, settings = bench.panes, bench.settings()
        panes.table.rows_shown.connect(self._on_rows_shown)
        panes.table.figures_selected.connect(self._on_figures_selected)
        panes.table.choices_changed.connect(self._on_choices_changed)
        panes.table.sounds_wanted.connect(self._on_sounds_wanted)
        panes.chart.kind_chosen.connect(self._on_kind_chosen)
        panes.chart.picture_wanted.connect(self._on_picture_wanted)
        panes.table.choose(
            TableChoices(settings.table_columns, converting.chosen(settings.table_units))
        )
        panes.chart.set_kind(settings.chart)
        if not bench.policy.allows_export:
            why = resources.sentence(Message("export_not_allowed"), language.preferred())
            panes.chart.lock_saving(why)

    def jobs(self) -> Mapping[ActionId, Callable[[], object]]:
        return {
            ActionId.COPY_CHART: self._copy_picture,
            ActionId.SAVE_CHART_PNG: partial(self._save_picture, "png"),
            ActionId.SAVE_CHART_SVG: partial(self._save_picture, "svg"),
        }

    def set_bulletin(self, opened: OpenBulletin) -> None:
        super().set_bulletin(opened)
        self._relations = _Relations(opened.bulletin)
        self._draw()

    def set_script(self, script: Script) -> None:
        """Set the chart and the sums in the script of the text."""
        del script
        self._draw()
        self._add_up()

    # -- table and chart

    def _on_rows_shown(self, shown: FiguresShown) -> None:
        self._shown = shown
        self._draw()

    def _draw(self) -> None:
        if self.opened is None or self._shown is None or self._relations is None:
            return
        from desktop_app.itemmodels.charts import ChartData

        bulletin, shown = self.opened.bulletin, self._shown
        script = scripts.of_words(bulletin, self.bench.settings().script)
        section = bulletin.chapter_of(shown.section_id)
        span = (section.title_read_start, section.title_read_end) if section else (0, 0)
        heading = bulletin.text.of(script, *span)
        if shown.sifted:
            sifted = self.tr("筛选“{text}”").format(text=shown.sifted)
            heading = self.tr("{heading}，{sifted}").format(
                heading=heading or self.tr("全文"), sifted=sifted
            )
        self.bench.panes.chart.show_figures(
            ChartData(
                shown.figures[:_MOST_DRAWN],
                heading,
                citing.source_line(bulletin, script),
                shown.units,
                self._relations.compositions,
                self._relations.completions,
                self._spell(),
                structures=self._relations.structures,
                left_out=max(0, len(shown.figures) - _MOST_DRAWN),
                in_tables=self._relations.in_tables,
            )
        )

    def _spell(self) -> Spell:
        bulletin = self.opened.bulletin if self.opened is not None else None
        return scripts.spelling(bulletin, self.bench.settings().script)

    def _on_sounds_wanted(self) -> None:
        """Learn how the names are pronounced, which takes long the first time, off this thread."""
        if self.opened is None:
            return
        opened = self.opened

        def learn(_searcher: object) -> None:
            sifting.prepare(opened.bulletin.figures)

        def tell(_answer: None) -> None:
            if self.opened is opened:
                self.bench.panes.table.take_sounds()

        lane = self.bench.lanes.searching.counting
        lane.run("sounds", learn, tell, self.bench.show_error)

    def _on_kind_chosen(self, chosen: ChartKindChosen) -> None:
        self.bench.keep(replace(self.bench.settings(), chart=chosen.kind))

    def _on_choices_changed(self, choices: TableChoices) -> None:
        kept = replace(
            self.bench.settings(),
            table_columns=choices.columns,
            table_units=converting.kept(choices.units),
        )
        self.bench.keep(kept)
        self._add_up()

    # -- what a selection adds up to

    def _on_figures_selected(self, _selected: FiguresSelected) -> None:
        self._add_up()

    def _add_up(self) -> None:
        status = self.bench.panes.status
        figures = self.bench.choosing.figures()
        if self._relations is None or len(figures) < 2:
            status.show_sum("")
            return
        units = converting.chosen(self.bench.settings().table_units)
        summary = adding.summary(figures, units, self._relations.compositions)
        status.show_sum(self._sum_text(summary), self._sum_tip(summary))

    def _spelled(self, message: Message) -> Message:
        spell = self._spell()
        return replace(message, params={key: spell(str(v)) for key, v in message.params.items()})

    def _sum_text(self, summary: Summary) -> str:
        spoken = language.preferred()
        warnings = resources.between_clauses(spoken).join(
            resources.sentence(self._spelled(one), spoken) for one in summary.warnings
        )
        if not summary.total:
            return self.tr("不合计：{why}").format(why=warnings)
        unit = self._spell()(summary.unit)
        texts = [
            self.tr("合计 {n} {unit}").format(n=summary.total, unit=unit),
            self.tr("平均 {n} {unit}").format(n=summary.mean, unit=unit),
        ]
        if summary.share:
            texts.append(self.tr("小者为大者的 {n}%").format(n=summary.share))
        if warnings:
            texts.append(self.tr("注意：{what}").format(what=warnings))
        return " · ".join(texts)

    def _sum_tip(self, summary: Summary) -> str:
        if not summary.total:
            return ""
        text = self.tr("由所选各项计算，按其中最粗的一项取位；各项数字直接相加为 {exact} {unit}")
        return text.format(exact=summary.exact, unit=self._spell()(summary.unit))

    # -- the picture

    def _on_picture_wanted(self, wanted: ChartPicture) -> None:
        if wanted.form == "copy":
            self._copy_picture()
        else:
            self._save_picture(wanted.form)

    def _picture(self) -> "Picture | None":
        picture: Picture | None = self.bench.panes.chart.picture()
        if picture is None:
            self.bench.panes.status.show_done(self.tr("现在没有可复制的图表"))
        return picture

    def _copy_picture(self) -> None:
        picture = self._picture()
        if picture is None:
            return
        data = QMimeData()
        data.setImageData(picture.image)
        data.setData("image/svg+xml", QByteArray(picture.svg))
        QGuiApplication.clipboard().setMimeData(data)
        done = self.tr("已复制图表：{title}").format(title=picture.title)
        self.bench.panes.status.show_done(done)

    def _save_picture(self, form: str) -> None:
        if not self.bench.may_export():
            return
        picture = self._picture()
        if picture is None:
            return
        from desktop_app.window.dialogs import file_dialog

        folder = file_dialog.folder_to_begin_in(self.bench.settings().export_folder)
        data = picture.png if form == "png" else picture.svg
        file_dialog.ask_where_to_save(
            self.bench.panes,
            self.tr("图表另存为"),
            folder / f"{file_name(picture.title)}.{form}",
            lambda path: self._save_at(path, data),
        )

    def _save_at(self, path: Path, data: bytes) -> None:
        self.bench.keep(replace(self.bench.settings(), export_folder=str(path.parent)))
        self.save(path, data)

    def save(self, path: Path, data: bytes) -> None:
        """Write a picture, out of the window's way, and say so."""
        done = self.tr("已存为 {path}").format(path=path)
        self.bench.lanes.user.run(
            "save_picture",
            lambda _user: saving.write(path, data),
            lambda _answer: self.bench.panes.status.show_done(done),
            self.bench.show_error,
        )
