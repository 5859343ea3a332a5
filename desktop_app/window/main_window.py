"""The main window: joins the panes by their signals, and the switches to what they switch."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop_app.domain.errors import DataError
from desktop_app.domain.reading_events import (
    BulletinWanted,
    PlaceReached,
    PlaceWanted,
    SearchChoices,
)
from desktop_app.services import appearance, places, reading
from desktop_app.services.appearance import Theme
from desktop_app.services.reading import OpenBulletin
from desktop_app.services.settings import Settings
from desktop_app.system import language, resources
from desktop_app.window import actions
from desktop_app.window.actions import ActionId
from desktop_app.window.choosing import Choosing
from desktop_app.window.early_features import EARLY
from desktop_app.window.feature import Feature, LeftOff, Workbench
from desktop_app.window.going import Going
from desktop_app.window.history import History
from desktop_app.window.lanes import Lanes
from desktop_app.window.looks import Looks, clothe, fitting_size, reading_px
from desktop_app.window.opening import Opening
from desktop_app.window.panes import Panes
from desktop_app.window.place_keeper import PlaceKeeper
from desktop_app.window.qt_settings import QtSettings
from desktop_app.window.searching import Searching

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.events import HitChosen


class MainWindow(QMainWindow):
    """The window of one library.

    Signals:
        settled: there is something to see from now on: a bulletin, or why there is none.
        reopening_wanted: the window is to be made anew in another language.
        settings_kept: the user set something (Settings).
        file_wanted: the user wants to look at a file (FileWanted).
        file_refused: the file that was to be looked at here cannot be (DataError).
        closed: the window was closed.
    """

    settled = Signal()
    reopening_wanted = Signal()
    settings_kept = Signal(object)
    file_wanted = Signal(object)
    file_refused = Signal(object)
    closed = Signal()

    def __init__(self, lanes: Lanes, memory: QtSettings, settings: Settings) -> None:
        super().__init__()
        self._lanes, self._memory, self._settings = lanes, memory, settings
        colours = clothe(self, settings.theme)
        self._open: OpenBulletin | None = None
        self._remembers = False
        self._waiting_hit: HitChosen | None = None
        self._actions = actions.build(self)
        self.panes = Panes(
            self._actions,
            colours,
            appearance.reading_faces(settings.reading_face),
            settings.script,
            reading_px(appearance.typography().reading_px, settings.zoom_percent),
            self,
        )
        self._choosing = Choosing(self.panes, self)
        bench = Workbench(
            self._actions,
            self.panes,
            lanes,
            self._choosing,
            lambda: self._settings,
            self._keep,
            self.show_error,
            self.reopening_wanted.emit,
            self._on_place_wanted,
            memory.policy,
        )
        self._looks = Looks(bench, self, self._apply_theme)
        self._history, self._opening = History(bench, self), Opening(bench, self)
        self._places, self._going = PlaceKeeper(bench, self), Going(bench, self)
        known = (self._looks, self._history, self._opening, self._places, self._going)
        self._features: tuple[Feature, ...] = (*known, *(make(bench, self) for make in EARLY))
        self.search = Searching(lanes.searching, lanes.user, self.panes, self.show_error, self)
        self.search.set_choices(SearchChoices(settings.order, settings.synonyms))
        self.setCentralWidget(self.panes)
        self.setWindowTitle(self.tr("统计公报浏览器"))
        self._join_panes()
        self._join_actions()
        self._apply_theme(colours)
        self.resize(fitting_size(self.screen()))
        self.panes.share_width(self.width())
        memory.restore_window(self, self.panes.splitters)

    def _join_panes(self) -> None:
        self._choosing.join()
        self._opening.file_wanted.connect(self.file_wanted)
        self._opening.bulletin_wanted.connect(self._history.note_jump)
        self._opening.bulletin_wanted.connect(self._on_bulletin_wanted)
        self.panes.reader.place_changed.connect(self._on_place_changed)
        self.search.hit_wanted.connect(self._history.note_hit)
        self.search.place_wanted.connect(self._history.note_jump)
        self.search.hit_wanted.connect(self._on_hit_chosen)
        for wanting in (self._history, self._going, self.search):
            wanting.place_wanted.connect(self._on_place_wanted)
        self.search.choices_changed.connect(self._on_choices_changed)

    def _join_actions(self) -> None:
        search = self.search
        jobs: dict[ActionId, Callable[[], object]] = {
            ActionId.SEARCH: self.panes.box.take_focus,
            ActionId.FIND: search.find,
            ActionId.NEXT_HIT: partial(search.step, 1),
            ActionId.PREVIOUS_HIT: partial(search.step, -1),
            ActionId.QUIT: QApplication.closeAllWindows,
        }
        for feature in self._features:
            jobs.update(feature.jobs())
        for action_id, job in jobs.items():
            # `triggered` carries a flag that none of the jobs wants.
            self._actions[action_id].triggered.connect(lambda _checked, job=job: job())
        search.set_script(self._settings.script)

    # -- bulletins

    def open_last(self) -> None:
        """Show the bulletin that was open last, or the library's first."""
        self._begin(None)
        job = partial(reading.open_bulletin, key=self._memory.last_bulletin())
        self._lanes.library.run("bulletin", job, self._find_place, self.show_error)

    def open_file(self, file: Path) -> None:
        """Show the first bulletin of a library that is one file, looked at and not kept."""
        self._begin(file)
        self._opening.begin()
        self._lanes.library.run(
            "bulletin", reading.open_bulletin, self._find_place, self._refuse_file
        )

    def _refuse_file(self, error: DataError) -> None:
        self.show_error(error)
        self.file_refused.emit(error)

    def _begin(self, file: Path | None) -> None:
        self._remembers = file is None
        if file is None:
            self.search.load_queries()
        else:
            self._opening.set_file(file)

    def resume(self, left: LeftOff) -> None:
        """Go on with what the user was at in the window before."""
        if left.opened is None:
            self.open_last() if left.file is None else self.open_file(left.file)
        else:
            self._begin(left.file)
            self._show(left.opened, left.panes.reader.place().read_offset)
        self.search.resume(left.search, left.panes.box.text())
        self.panes.resume(left.panes)
        for feature, before in zip(self._features, left.features, strict=True):
            feature.resume(before)
        self._choosing.resume(left.choosing)
        # Last: a match and a figure are brought into sight, which the user may have read on from.
        self.panes.reader.resume(left.panes.reader)

    def shows_file(self) -> bool:
        """Whether a file is looked at, not the library."""
        return self._opening.file is not None

    def left_off(self) -> LeftOff:
        """Return what the user is at."""
        return LeftOff(
            self._open,
            self._opening.file,
            self.panes,
            self._choosing,
            self.search,
            self._features,
        )

    def show_error(self, error: DataError) -> None:
        """Say calmly what is the matter and what to do."""
        self.panes.status.show_done("")
        self._opening.end()
        sentence = resources.sentence(error.message, language.preferred())
        self.panes.notice.show_message(sentence)
        if self._open is None:
            self.panes.reader.say_empty(sentence)
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
        self._places.save_if_due()
        self._open = opened
        if self._remembers:
            self._memory.save_bulletin(bulletin.key)
        self.setWindowTitle(self.tr("{title} — 统计公报浏览器").format(title=bulletin.info.title))
        panes.tree.set_bulletin(bulletin)
        panes.table.set_bulletin(bulletin, self._settings.script)
        panes.reader.set_bulletin(bulletin, read_offset)
        self._choosing.set_bulletin(bulletin)
        self.search.set_bulletin(opened)
        for feature in self._features:
            feature.set_bulletin(opened)
        self._on_place_changed(panes.reader.place())
        for pane in (panes.table, panes.chart):
            pane.load_after_paint_of(panes.reader)
        # Told last, made first: who has seen the text may type.
        self.search.load_after_paint_of(panes.reader)
        if not panes.box.text():
            panes.reader.setFocus()
        hit, self._waiting_hit = self._waiting_hit, None
        if hit is not None and hit.hit.bulletin_id == opened.id:
            self._on_hit_chosen(hit)

    # -- from pane to pane

    def _on_place_changed(self, place: PlaceReached) -> None:
        self.panes.tree.mark_current(place.section_id)
        if self._choosing.table_follows:
            self.panes.table.show_chapter(place.section_id)
        self.panes.status.show_place(self._open.bulletin if self._open else None, place.section_id)

    def _on_hit_chosen(self, chosen: "HitChosen") -> None:
        hit = chosen.hit
        if self._open is None or hit.bulletin_id != self._open.id:
            self._waiting_hit = chosen
            self._on_bulletin_wanted(BulletinWanted(hit.bulletin_id))
            return
        if hit.figure_id is not None:
            found = hit.matches[-1 if chosen.at_end else 0] if hit.matches else (0, 0)
            self._choosing.choose(hit.figure_id, found)
        else:
            # What was chosen elsewhere is not what a copy means now.
            self._choosing.clear()
        self.search.show_hit(chosen)

    def _on_bulletin_wanted(self, wanted: BulletinWanted) -> None:
        self._lanes.user.forget("place")
        job = partial(reading.open_by_id, bulletin_id=wanted.bulletin_id)
        self._lanes.library.run("bulletin", job, self._find_place, self.show_error)

    def _on_place_wanted(self, wanted: PlaceWanted) -> None:
        self._lanes.user.forget("place")
        self._lanes.library.forget("bulletin")
        if self._open is not None and wanted.bulletin_id == self._open.id:
            self.panes.reader.scroll_to(wanted.read_offset)
            self._choosing.choose_in_sight(wanted.figure_id)
            return

        def show(opened: OpenBulletin) -> None:
            self._show(opened, wanted.read_offset)
            self._choosing.choose_in_sight(wanted.figure_id)

        job = partial(reading.open_by_id, bulletin_id=wanted.bulletin_id)
        self._lanes.library.run("bulletin", job, show, self.show_error)

    def _on_choices_changed(self, choices: SearchChoices) -> None:
        self._keep(replace(self._settings, order=choices.order, synonyms=choices.synonyms))

    # -- switches

    def _apply_theme(self, colours: Theme) -> None:
        self.panes.apply_theme(colours)
        for feature in self._features:
            feature.apply_theme(colours)

    def _keep(self, settings: Settings) -> None:
        self._memory.save(settings, self._settings)
        self._apply(settings)
        self.settings_kept.emit(settings)

    def adopt(self, settings: Settings) -> None:
        """Take on what was set in another window, but for the script that is read here."""
        self._apply(replace(settings, script=self._settings.script))

    def _apply(self, settings: Settings) -> None:
        before, self._settings = self._settings, settings
        for feature in self._features:
            feature.set_settings(before)
            if settings.script is not before.script:
                feature.set_script(settings.script)
        self.search.set_script(settings.script)
        self.search.set_choices(SearchChoices(settings.order, settings.synonyms))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._places.save()
        self._memory.save_window(self, self.panes.splitters)
        super().closeEvent(event)
        self.closed.emit()
