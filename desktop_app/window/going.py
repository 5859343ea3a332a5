"""Going to a chapter or a figure by a few letters: `@` in the search box."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.reading_events import PlaceWanted, QueryTyped
from desktop_app.itemmodels.queries import QueryKind, QueryRow
from desktop_app.window.actions import ActionId
from desktop_app.window.feature import Feature, Workbench

if TYPE_CHECKING:
    from desktop_app.services.going import Target


class Going(Feature):
    """Offers places of the bulletin that is read below the search box.

    Signals:
        place_wanted: the user chose a place (PlaceWanted).
    """

    place_wanted = Signal(object)

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(bench, parent)
        box = bench.panes.box
        box.places_wanted.connect(self._on_places_wanted)
        box.place_chosen.connect(self._on_place_chosen)

    def jobs(self) -> Mapping[ActionId, Callable[[], object]]:
        return {ActionId.GO_TO: self.bench.panes.box.ask_for_place}

    def _on_places_wanted(self, wanted: QueryTyped) -> None:
        if self.opened is None:
            return
        from desktop_app.services import going

        bulletin, text = self.opened.bulletin, wanted.text
        script = self.bench.settings().script
        # The readings of names take a moment the first time: the keyboard does not wait for them.
        self.bench.lanes.library.run(
            "places",
            lambda _library: going.targets(bulletin, text, script),
            partial(self._show, text),
            self.bench.show_error,
        )

    def _show(self, text: str, targets: "Sequence[Target]") -> None:
        self.bench.panes.box.show_places(text, [self._row(one) for one in targets])

    def _row(self, target: "Target") -> QueryRow:
        indent = "　" * max(target.level - 1, 0)
        return QueryRow(
            QueryKind.PLACE,
            indent + target.text,
            self._note(target),
            read_offset=target.read_offset,
            figure_id=target.figure_id,
        )

    def _note(self, target: "Target") -> str:
        bulletin = self.opened.bulletin if self.opened is not None else None
        if target.figure_id is not None or bulletin is None or target.section_id is None:
            return target.value
        section = bulletin.section_by_id[target.section_id]
        return self.tr("{n} 个数据").format(n=len(bulletin.figures_of(section)))

    def _on_place_chosen(self, row: QueryRow) -> None:
        if self.opened is None:
            return
        if row.figure_id is not None:
            self.bench.choosing.choose(row.figure_id)
        else:
            self.place_wanted.emit(PlaceWanted(self.opened.id, row.read_offset))
        self.bench.panes.reader.setFocus()
