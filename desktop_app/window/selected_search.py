"""From selected text to the search box: what is selected is what is searched."""

from collections.abc import Callable, Mapping

from desktop_app.window.actions import ActionId
from desktop_app.window.feature import Feature

_LONGEST = 60


class SelectedSearch(Feature):
    """Searches the library for the text that is selected in the reader."""

    def jobs(self) -> Mapping[ActionId, Callable[[], object]]:
        return {ActionId.SEARCH_SELECTED: self._search}

    def _search(self) -> None:
        from desktop_app.services import citing, completing

        panes = self.bench.panes
        text = citing.plain(panes.reader.selected_text()).strip()
        if not text:
            panes.status.show_done(self.tr("先在正文中选中要检索的文字"))
        elif len(text) > _LONGEST or len(text.splitlines()) > 1 or "\t" in text:
            # A paragraph is found nowhere but where it stands, and cells have no tabs in a query.
            panes.status.show_done(
                self.tr("选中的文字太长：选一行以内、{n} 个字以内").format(n=_LONGEST)
            )
        else:
            panes.box.take_focus()
            panes.box.ask(completing.as_term(text))
