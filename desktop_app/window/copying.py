"""Copying: the selected text, the selected rows, or the chosen figure."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtGui import QGuiApplication

from desktop_app.domain.bulletin import Bulletin, Figure, Script
from desktop_app.services import citing
from desktop_app.window.actions import ActionId
from desktop_app.window.feature import Feature

_SHOWN = 40


class Copying(Feature):
    """Copies what is chosen, and says what the next paste gives."""

    def jobs(self) -> Mapping[ActionId, Callable[[], object]]:
        return {
            ActionId.COPY_VALUE: partial(self._copy, source=False),
            ActionId.COPY_WITH_SOURCE: partial(self._copy, source=True),
        }

    def _copy(self, *, source: bool) -> None:
        if self.opened is None:
            return
        panes, script = self.bench.panes, self.bench.settings().script
        selected = "" if panes.table_is_active() else panes.reader.selected_text().strip()
        figures = self.bench.choosing.figures()
        text = text_to_copy(self.opened.bulletin, script, selected, figures, source=source)
        if text:
            put_on_clipboard(text)
            done = self.tr("已复制：{text}").format(text=shortened(text))
            if not selected and len(figures) > 1:
                done = self.tr("已复制 {n} 个数据").format(n=len(figures))
        else:
            done = self.tr("先点选一个数据，或选中一段文字，再复制")
        panes.status.show_done(done)


def text_to_copy(
    bulletin: Bulletin,
    script: Script,
    selected_text: str,
    figures: Sequence[Figure],
    *,
    source: bool,
) -> str:
    """Return the selected text, or else one line for each figure; empty where there is neither.

    Blanks alone are nothing that is selected: a source has nothing to stand behind there.
    """
    text = citing.plain(selected_text)
    if text:
        return citing.text_with_source(text, bulletin, script) if source else text
    line = citing.with_source if source else citing.value_with_unit
    return "\n".join(line(figure, bulletin, script) for figure in figures)


def put_on_clipboard(text: str) -> None:
    """Make `text` what the next paste gives."""
    QGuiApplication.clipboard().setText(text)


def shortened(text: str) -> str:
    """Return the first line of `text`, cut where it is long."""
    first = text.splitlines()[0]
    return first if len(first) <= _SHOWN else f"{first[:_SHOWN]}…"
