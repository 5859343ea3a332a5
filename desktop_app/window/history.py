"""Back and forward: where the reader was before each jump, through all bulletins."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent

from desktop_app.domain.reading_events import PlaceReached, PlaceWanted
from desktop_app.services.reading import OpenBulletin
from desktop_app.window.actions import ActionId
from desktop_app.window.feature import Feature, Workbench

if TYPE_CHECKING:
    from desktop_app.domain.events import FindingChosen, HitChosen

_MOST = 100
_STEPS = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


class _Step(Struct, frozen=True):
    """A step back (-1) or forward (1) from `start`, to the place that is `reach` places off."""

    step: int
    reach: int
    start: PlaceWanted


class History(Feature):
    """Keeps the places that jumps left. To be made before what makes the text jump.

    Whatever is chosen outside the text and moves it is a jump, however short: in the contents, the
    table, the chart, the results, the list of places, bookmarks and findings, and a note in the
    text. It is noted when it is asked for, and kept once the text has really moved: a click on a
    figure in sight leads nowhere that one would want to come back from. Stepping through results
    is one jump, however many steps it takes.

    A step back or forward counts once its place is shown: where a bulletin cannot be opened, the
    place stays in the list, and the same step again goes past it.

    Signals:
        place_wanted: a place that was left is to be shown again (PlaceWanted).
    """

    place_wanted = Signal(object)

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(bench, parent)
        # Places before the one that is shown, and those after it, the nearest last.
        self._back: list[PlaceWanted] = []
        self._forward: list[PlaceWanted] = []
        self._left: PlaceWanted | None = None
        self._stepping = False
        self._step: _Step | None = None
        panes = bench.panes
        panes.tree.section_chosen.connect(self.note_jump)
        panes.box.place_chosen.connect(self.note_jump)
        for pane in (panes.table, panes.chart):
            pane.figure_chosen.connect(self.note_jump)
            pane.compared_chosen.connect(self.note_jump)
        # A click selects its row, and moves the text, already when the button goes down.
        panes.table.figures_selected.connect(self.note_jump)
        panes.bookmarks.bookmark_chosen.connect(self.note_jump)
        panes.reader.note_chosen.connect(self.note_jump)
        panes.findings.finding_chosen.connect(self.note_hit)
        panes.reader.place_changed.connect(self._on_place_changed)
        panes.reader.read_on.connect(self._on_read_on)
        panes.window().installEventFilter(self)
        self._show()

    def jobs(self) -> Mapping[ActionId, Callable[[], object]]:
        return {
            ActionId.BACK: partial(self._go, -1),
            ActionId.FORWARD: partial(self._go, 1),
        }

    def set_bulletin(self, opened: OpenBulletin) -> None:
        super().set_bulletin(opened)
        self._arrive()
        self._keep_left()

    def resume(self, before: Feature) -> None:
        if isinstance(before, History):
            self._back, self._forward = before.places()
            self._show()

    def places(self) -> tuple[list[PlaceWanted], list[PlaceWanted]]:
        """Return the places before and after the one that is shown, the nearest last."""
        return list(self._back), list(self._forward)

    def note_jump(self, _why: object = None) -> None:
        """Remember where the text is now: something is about to move it."""
        self._stepping, self._step = False, None
        self._left = self._here()

    def note_hit(self, chosen: "HitChosen | FindingChosen") -> None:
        """Remember where the text is now: a hit, or what the audit found, is about to be shown."""
        if not (chosen.stay and self._stepping):
            self.note_jump()
        self._stepping = chosen.stay

    def _on_read_on(self) -> None:
        """Where the user scrolls, nothing has jumped."""
        self._left, self._stepping = None, False

    def _on_place_changed(self, _place: PlaceReached) -> None:
        self._keep_left()

    def _keep_left(self) -> None:
        left = self._left
        if left is None or left.is_at(self._here()):
            return
        self._left = None
        if self._back and left.is_at(self._back[-1]):
            self._back.pop()
        self._back = [*self._back, left][-_MOST:]
        self._forward.clear()
        self._show()

    def _here(self) -> PlaceWanted | None:
        if self.opened is None:
            return None
        chosen, _growth, _all = self.bench.choosing.chosen()
        return PlaceWanted(self.opened.id, self.bench.panes.reader.place().read_offset, chosen)

    def _lists(self, step: int) -> tuple[list[PlaceWanted], list[PlaceWanted]]:
        """Return the places ahead and those behind of a step."""
        return (self._back, self._forward) if step < 0 else (self._forward, self._back)

    def _go(self, step: int) -> None:
        ahead, _behind = self._lists(step)
        here = self._here()
        while ahead and ahead[-1].is_at(here):
            ahead.pop()
        if ahead and here is not None:
            tried = self._step.reach if self._step and self._step.step == step else 0
            reach = tried + 1 if tried < len(ahead) else 1
            self._step = _Step(step, reach, here)
            self._left, self._stepping = None, False
            wanted = ahead[-reach]
            self.place_wanted.emit(wanted)
            if wanted.bulletin_id == here.bulletin_id:
                self._arrive()
        self._show()

    def _arrive(self) -> None:
        """Take the step as done, if its bulletin is the one that is shown now."""
        taken, self._step = self._step, None
        if taken is None:
            return
        ahead, behind = self._lists(taken.step)
        if self.opened is None or ahead[-taken.reach].bulletin_id != self.opened.id:
            return
        behind.append(taken.start)
        for _ in range(taken.reach - 1):
            behind.append(ahead.pop())
        ahead.pop()
        self._show()

    def _show(self) -> None:
        for action_id, places in (
            (ActionId.BACK, self._back),
            (ActionId.FORWARD, self._forward),
        ):
            self.bench.actions[action_id].setEnabled(bool(places))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the two buttons at the side of a mouse as back and forward."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            step = _STEPS.get(event.button())
            if step is not None:
                self._go(step)
                return True
        return super().eventFilter(watched, event)
