"""The main window: joins the panes by their signals, and the switches to what they switch."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop_app.domain.bulletin import Script
from desktop_app.domain.errors import DataError
from desktop_app.domain.events import (
    FiguresShown,
    HitChosen,
    PlaceReached,
    PlaceWanted,
    SearchChoices,
    SectionChosen,
)
from desktop_app.services import appearance, citing, places, reading
from desktop_app.services.appearance import DARK, LIGHT
from desktop_app.services.reading import OpenBulletin
from desktop_app.services.settings import Settings
from desktop_app.system import language, resources
from desktop_app.window import actions, copying, theme
from desktop_app.window.actions import ActionId
from desktop_app.window.choosing import Choosing
from desktop_app.window.lanes import Lanes
from desktop_app.window.panes import Panes
from desktop_app.window.qt_settings import QtSettings
from desktop_app.window.searching import Searching

_SIZE = QSize(1440, 900)
_FRAME = QSize(16, 48)
_SAVE_PLACE_MS = 1500
_SCRIPTS = {
    ActionId.HANS: Script.HANS,
    ActionId.HANT: Script.HANT,
    ActionId.SOURCE: Script.SOURCE,
}


class MainWindow(QMainWindow):
    """The window of one library.

    Signals:
        settled: there is something to see from now on: a bulletin, or why there is none.
    """

    settled = Signal()

    def __init__(self, lanes: Lanes, memory: QtSettings, settings: Settings) -> None:
        super().__init__()
        self._lanes, self._memory, self._settings = lanes, memory, settings
        self._faces = appearance.typography()
        self._open: OpenBulletin | None = None
        self._remembers = False
        self._waiting_hit: HitChosen | None = None
        self._saving = QTimer(self, singleShot=True, interval=_SAVE_PLACE_MS)
        self._saving.timeout.connect(self._save_place)
        self._actions = actions.build(self)
        colours = appearance.theme(settings.theme)
        self.panes = Panes(
            self._actions, colours, self._faces, settings.script, self._reading_px(), self
        )
        self._choosing = Choosing(self.panes, self)
        self.search = Searching(lanes.searching, lanes.user, self.panes, self.show_error, self)
        self.search.set_choices(SearchChoices(settings.order, settings.synonyms))
        self.setCentralWidget(self.panes)
        self.setWindowTitle(self.tr("统计公报浏览器"))
        self._join_panes()
        self._join_actions()
        self._apply_theme()
        self.resize(self._fitting_size())
        self.panes.share_width(self.width())
        memory.restore_window(self, self.panes.splitters)

    def _join_panes(self) -> None:
        panes = self.panes
        panes.tree.section_chosen.connect(self._on_section_chosen)
        panes.reader.place_changed.connect(self._on_place_changed)
        panes.table.rows_shown.connect(self._on_rows_shown)
        self.search.hit_wanted.connect(self._on_hit_chosen)
        self.search.place_wanted.connect(self._on_place_wanted)
        self.search.choices_changed.connect(self._on_choices_changed)

    def _join_actions(self) -> None:
        reader, search = self.panes.reader, self.search
        jobs = {
            ActionId.SEARCH: self.panes.box.take_focus,
            ActionId.FIND: search.find,
            ActionId.NEXT_HIT: partial(search.step, 1),
            ActionId.PREVIOUS_HIT: partial(search.step, -1),
            ActionId.NEXT_FIGURE: partial(reader.step_figure, 1),
            ActionId.PREVIOUS_FIGURE: partial(reader.step_figure, -1),
            ActionId.LARGER: lambda: self._set_zoom(self._settings.larger()),
            ActionId.SMALLER: lambda: self._set_zoom(self._settings.smaller()),
            ActionId.USUAL_SIZE: lambda: self._set_zoom(Settings().zoom_percent),
            ActionId.THEME: self._switch_theme,
            ActionId.COPY_VALUE: partial(self._copy, source=False),
            ActionId.COPY_WITH_SOURCE: partial(self._copy, source=True),
            ActionId.NEXT_PANE: partial(self.panes.step_focus, 1),
            ActionId.PREVIOUS_PANE: partial(self.panes.step_focus, -1),
            ActionId.QUIT: self.close,
        }
        for key, script in _SCRIPTS.items():
            jobs[key] = partial(self._set_script, script)
            self._actions[key].setChecked(script is self._settings.script)
        for action_id, job in jobs.items():
            # `triggered` carries a flag that none of the jobs wants.
            self._actions[action_id].triggered.connect(lambda _checked, job=job: job())
        search.set_script(self._settings.script)

    # -- bulletins

    def open_last(self) -> None:
        """Show the bulletin that was open last, or the library's first."""
        self._remembers = True
        self.search.load_queries()
        job = partial(reading.open_bulletin, key=self._memory.last_bulletin())
        self._lanes.library.run("bulletin", job, self._find_place, self.show_error)

    def open_file(self) -> None:
        """Show the first bulletin of a library that is one file, looked at and not kept."""
        self.panes.status.show_done(self.tr("正在打开文件…"))
        self._lanes.library.run(
            "bulletin", reading.open_bulletin, self._find_place, self.show_error
        )

    def show_error(self, error: DataError) -> None:
        """Say calmly what is the matter and what to do."""
        self.panes.status.show_done("")
        self.panes.notice.show_message(resources.sentence(error.message, language.preferred()))
        self.settled.emit()

    def show_crash(self, report: str) -> None:
        """Say that the program has a bug, and offer its report to be copied."""
        text = self.tr("程序出了一个错误，已记入日志。可以继续使用；复制详情可交给维护人员。")
        self.panes.notice.show_message(text, report)

    def _find_place(self, opened: OpenBulletin) -> None:
        def show_at_top(error: DataError) -> None:
            self.show_error(error)
            self._show(opened, 0)

        job = partial(places.left_at, bulletin=opened.bulletin)
        self._lanes.user.run("place", job, partial(self._show, opened), show_at_top)

    def _show(self, opened: OpenBulletin, read_offset: int) -> None:
        panes, bulletin = self.panes, opened.bulletin
        # The panes get their sizes before they get their text: it is set once, not twice.
        self.settled.emit()
        if self._saving.isActive():
            # It would save the place in the bulletin that is opened, not in the one that is left.
            self._saving.stop()
            self._save_place()
        self._open = opened
        if self._remembers:
            self._memory.save_bulletin(bulletin.key)
        else:
            panes.status.show_done(self.tr("只是查看，没有存入资料库"))
        title = self.tr("{title} — 统计公报浏览器")
        self.setWindowTitle(title.format(title=bulletin.info.title))
        panes.tree.set_bulletin(bulletin)
        panes.table.set_bulletin(bulletin, self._settings.script)
        panes.reader.set_bulletin(bulletin, read_offset)
        self._choosing.set_bulletin(bulletin)
        self.search.set_bulletin(opened)
        self._on_place_changed(panes.reader.place())
        for pane in (panes.table, panes.chart):
            pane.load_after_paint_of(panes.reader)
        # Told last, made first: who has seen the text may type.
        self.search.load_after_paint_of(panes.reader)
        if not panes.box.text():
            panes.reader.setFocus()
        if self._waiting_hit is not None:
            hit, self._waiting_hit = self._waiting_hit, None
            self._on_hit_chosen(hit)

    def _save_place(self) -> None:
        if self._open is not None:
            job = partial(
                places.remember,
                bulletin=self._open.bulletin,
                read_offset=self.panes.reader.place().read_offset,
                script=self._settings.script,
            )
            self._lanes.user.run("save_place", job, _ignore, self.show_error)

    # -- from pane to pane

    def _on_section_chosen(self, chosen: SectionChosen) -> None:
        if self._open is not None:
            section = self._open.bulletin.section_by_id[chosen.section_id]
            self.panes.reader.scroll_to(section.title_read_start)

    def _on_place_changed(self, place: PlaceReached) -> None:
        self.panes.tree.mark_current(place.section_id)
        if self._choosing.table_follows:
            self.panes.table.show_chapter(place.section_id)
        self.panes.status.show_place(self._open.bulletin if self._open else None, place.section_id)
        self._saving.start()

    def _on_hit_chosen(self, chosen: HitChosen) -> None:
        hit = chosen.hit
        if self._open is None or hit.bulletin_id != self._open.id:
            self._waiting_hit = chosen
            job = partial(reading.open_by_id, bulletin_id=hit.bulletin_id)
            self._lanes.library.run("bulletin", job, self._find_place, self.show_error)
            return
        if hit.figure_id is not None:
            self._choosing.choose(hit.figure_id)
        else:
            # What was chosen elsewhere is not what a copy means now.
            self._choosing.clear()
        self.search.show_hit(chosen)

    def _on_place_wanted(self, wanted: PlaceWanted) -> None:
        job = partial(reading.open_by_id, bulletin_id=wanted.bulletin_id)
        show = partial(self._show, read_offset=wanted.read_offset)
        self._lanes.library.run("bulletin", job, show, self.show_error)

    def _on_choices_changed(self, choices: SearchChoices) -> None:
        self._keep(replace(self._settings, order=choices.order, synonyms=choices.synonyms))

    def _on_rows_shown(self, shown: FiguresShown) -> None:
        if self._open is None:
            return
        bulletin = self._open.bulletin
        section = bulletin.chapter_of(shown.section_id)
        span = (section.title_read_start, section.title_read_end) if section else (0, 0)
        heading = bulletin.text.of(Script.HANS, *span)
        self.panes.chart.show_figures(shown.figures, heading, citing.source_line(bulletin))

    # -- switches

    def _copy(self, *, source: bool) -> None:
        if self._open is None:
            return
        panes = self.panes
        selected = "" if panes.table_is_active() else panes.reader.selected_text().strip()
        figures = self._choosing.figures()
        text = copying.text_to_copy(
            self._open.bulletin, self._settings.script, selected, figures, source=source
        )
        if text:
            copying.put_on_clipboard(text)
            done = self.tr("已复制：{text}").format(text=copying.shortened(text))
            if not selected and len(figures) > 1:
                done = self.tr("已复制 {n} 个数据").format(n=len(figures))
        else:
            done = self.tr("先点选一个数据，或选中一段文字，再复制")
        panes.status.show_done(done)

    def _set_script(self, script: Script) -> None:
        self._keep(replace(self._settings, script=script))
        self.panes.show_script(script)
        self.search.set_script(script)

    def _set_zoom(self, percent: int) -> None:
        self._keep(replace(self._settings, zoom_percent=percent))
        self.panes.reader.set_size(self._reading_px())

    def _reading_px(self) -> int:
        return round(self._faces.reading_px * self._settings.zoom_percent / 100)

    def _switch_theme(self) -> None:
        name = LIGHT if self._settings.theme == DARK else DARK
        self._keep(replace(self._settings, theme=name))
        self._apply_theme()

    def _apply_theme(self) -> None:
        colours = appearance.theme(self._settings.theme)
        QApplication.setPalette(theme.palette(colours))
        self.setStyleSheet(theme.style_sheet(colours, self._faces.small_px))
        self.panes.apply_theme(colours)

    def _fitting_size(self) -> QSize:
        """Return the usual size, or what the screen has room for beside a window's frame."""
        return _SIZE.boundedTo(self.screen().availableSize() - _FRAME)

    def _keep(self, settings: Settings) -> None:
        self._settings = settings
        self._memory.save(settings)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._save_place()
        self._saving.stop()
        self._memory.save_window(self, self.panes.splitters)
        super().closeEvent(event)


def _ignore(_answer: object) -> None:
    """Take the answer of a job that is done for its effect."""
