"""数据审核: what the audit found, from the bulletin to its list, and from there to the text."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.domain.bulletin import Script
from desktop_app.services.reading import OpenBulletin
from desktop_app.window.actions import ActionId
from desktop_app.window.feature import Feature, Workbench
from desktop_app.window.panes import FINDINGS_TAB

if TYPE_CHECKING:
    from desktop_app.domain.events import FindingChosen


class Auditing(Feature):
    """Counts what was found on its tab, lists it there, and shows it in the text."""

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(bench, parent)
        pane = bench.panes.findings
        pane.made.connect(self._list)
        pane.finding_chosen.connect(self._on_chosen)
        pane.escaped.connect(bench.panes.reader.setFocus)

    def jobs(self) -> Mapping[ActionId, Callable[[], object]]:
        return {ActionId.SHOW_FINDINGS: partial(self.bench.panes.show_left, FINDINGS_TAB)}

    def set_bulletin(self, opened: OpenBulletin) -> None:
        super().set_bulletin(opened)
        self.bench.panes.tabs.set_count(FINDINGS_TAB, len(opened.bulletin.findings))
        self._list()

    def set_script(self, script: Script) -> None:
        del script
        self._list()

    def _list(self) -> None:
        """List what was found, where there is a list."""
        panes = self.bench.panes
        if self.opened is None or not panes.findings.is_made():
            return
        # Loaded with the pane: whoever only reads needs no words for verdicts.
        from desktop_app.services import findings, scripts

        bulletin = self.opened.bulletin
        script = scripts.written(bulletin, self.bench.settings().script)
        panes.findings.set_findings(findings.rows(bulletin, script), script)

    def _on_chosen(self, chosen: "FindingChosen") -> None:
        if self.opened is None:
            return
        from desktop_app.services import findings

        reader = self.bench.panes.reader
        row = findings.rows(self.opened.bulletin, Script.HANS)[chosen.number]
        if row.figure_id is not None:
            self.bench.choosing.choose(row.figure_id)
        else:
            self.bench.choosing.clear()
            if row.span is not None:
                reader.show_span(*row.span)
        # The growth of a figure is a number of its own beside it.
        reader.mark_parts((*([row.span] if row.span else ()), *row.parts))
        if not chosen.stay:
            reader.setFocus()
