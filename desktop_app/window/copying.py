"""Copying: the selected text, the selected rows, or the chosen figure, in the form asked for.

The menus over text, table and chart belong to it: they show what a copy would be of.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.errors import DataError
from desktop_app.domain.reading_events import MenuWanted
from desktop_app.services import citing, scripts
from desktop_app.system import language, resources
from desktop_app.window.actions import ActionId
from desktop_app.window.feature import Feature, Workbench

if TYPE_CHECKING:
    from desktop_app.services.citing.forms import Choice, Copy, Form
    from desktop_app.window.context_menu import ContextMenu

_SHOWN = 40
# The values of `services.citing.forms.Form`, which is imported when something is copied.
_FORMS = {
    ActionId.COPY_VALUE: "value",
    ActionId.COPY_WITH_SOURCE: "with_source",
    ActionId.COPY_NUMBER: "number",
    ActionId.COPY_GROWTH: "growth",
    ActionId.COPY_PRINTED: "printed",
    ActionId.COPY_SENTENCE: "sentence",
    ActionId.COPY_TEMPLATE: "template",
    ActionId.COPY_ROWS: "rows",
    ActionId.COPY_SOURCE: "source",
    ActionId.COPY_GBT_2015: "gbt_2015",
    ActionId.COPY_GBT_2025: "gbt_2025",
}


class Copying(Feature):
    """Copies what is chosen, and says what the next paste gives."""

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(bench, parent)
        # The place of the text under the mouse, while the menu over it is open.
        self._place: int | None = None
        bench.panes.reader.menu_wanted.connect(self._show_menu)
        for pane in (bench.panes.table, bench.panes.chart):
            pane.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            pane.customContextMenuRequested.connect(partial(self._show_menu_of, pane))

    def jobs(self) -> Mapping[ActionId, Callable[[], object]]:
        copies = {action_id: partial(self._copy, form) for action_id, form in _FORMS.items()}
        return {**copies, ActionId.CONTEXT_MENU: self._ask_for_menu}

    def _copy(self, name: str) -> None:
        from desktop_app.services.citing import forms, template

        choice, form = self.choice(), forms.Form(name)
        if choice is None:
            return
        settings = self.bench.settings()
        try:
            template.check(settings.template if form is forms.Form.TEMPLATE else "")
        except DataError as error:
            # A sentence that names every word a template may have is too long for the last line.
            self.bench.show_error(error)
            return
        manner = forms.Manner(settings.script, settings.source_style, settings.template)
        try:
            copied = forms.copy(form, choice, manner)
        except DataError as error:
            said = resources.sentence(error.message, language.preferred())
        else:
            put_on_clipboard(copied)
            said = self._done(form, choice, copied)
        self.bench.panes.status.show_done(said)

    def choice(self) -> "Choice | None":
        """Return what a copy would be of: selected text of the reader, else what is chosen.

        Where nothing is, it is the figure under the mouse, or the sentence that a menu is over.
        What is selected in the reader gives way to the table and the chart while one of them has
        the keyboard. None is before the first bulletin.
        """
        from desktop_app.services.citing import forms

        if self.opened is None:
            return None
        bulletin, panes, choosing = self.opened.bulletin, self.bench.panes, self.bench.choosing
        span = None if panes.table_is_active() else panes.reader.selected_span()
        if span is not None:
            chosen = forms.chosen_text(bulletin, panes.reader.selected_text(), span)
            # Blanks alone are nothing that is selected.
            if chosen.text or chosen.figures:
                return chosen
        figures, growth = choosing.figures(), choosing.means_growth()
        pointed = None if figures or self._place is not None else panes.reader.under_mouse()
        if pointed is not None:
            figures, growth = (bulletin.figure_by_id[pointed.figure_id],), pointed.growth
        if not figures and self._place is not None:
            return forms.sentence_at(bulletin, self._place, self.bench.settings().script)
        return forms.Choice(bulletin, figures, growth=growth)

    def _done(self, form: "Form", choice: "Choice", copied: "Copy") -> str:
        """Return what to say of a copy: its beginning, or how many figures it is of."""
        count = len(choice.figures)
        if copied.html:
            return self.tr("已复制 {n} 行，可以粘贴到 Excel").format(n=count)
        if form.is_line_of_figure(choice) and count > 1:
            return self.tr("已复制 {n} 个数据").format(n=count)
        said = self.tr("已复制：{text}").format(text=shortened(copied.text))
        if form.is_bare() and choice.is_of_growth():
            # 28.1% alone does not say that it was a decline.
            script = scripts.of_words(choice.bulletin, self.bench.settings().script)
            words = citing.growth_in_words(choice.figures[0], script)
            said += self.tr("（即{words}）").format(words=words)
        doubtful = sum(figure.doubtful for figure in choice.figures)
        if doubtful and choice.text and not form.is_line_of_figure(choice):
            said += self.tr("（其中 {n} 个数据存疑）").format(n=doubtful)
        return said

    # -- the menus over the panes

    def _ask_for_menu(self) -> None:
        """Ask the widget with the keyboard for its menu, as Qt itself does for the Menu key."""
        widget = QApplication.focusWidget() or self.bench.panes.reader
        place = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        point = place.center() if isinstance(place, QRect) else widget.rect().center()
        reason = QContextMenuEvent.Reason.Keyboard
        event = QContextMenuEvent(reason, point, widget.mapToGlobal(point))
        QApplication.sendEvent(widget, event)

    def _show_menu_of(self, pane: QWidget, point: QPoint) -> None:
        corner = pane.mapToGlobal(point)
        self._show_menu(MenuWanted(corner.x(), corner.y()), over_text=False)

    def _show_menu(self, wanted: MenuWanted, *, over_text: bool = True) -> None:
        from desktop_app.window.context_menu import ContextMenu

        self._place = wanted.read_offset
        choice = self.choice()
        if choice is None:
            return
        menu = ContextMenu(self.bench, choice, over_text=over_text)
        menu.aboutToHide.connect(partial(self._close_menu, menu))
        menu.popup(QPoint(wanted.x_px, wanted.y_px))

    def _close_menu(self, menu: "ContextMenu") -> None:
        """Forget the menu once what was chosen in it is done: that comes after it has closed."""

        def forget() -> None:
            self._place = None
            menu.deleteLater()

        QTimer.singleShot(0, self, forget)


def put_on_clipboard(copied: "Copy") -> None:
    """Make `copied` what the next paste gives: text, and a table beside it where there is one."""
    content = QMimeData()
    content.setText(copied.text)
    if copied.html:
        content.setHtml(copied.html)
    QGuiApplication.clipboard().setMimeData(content)


def shortened(text: str) -> str:
    """Return the first line of `text`, cut where it is long."""
    first = text.splitlines()[0]
    return first if len(first) <= _SHOWN else f"{first[:_SHOWN]}…"
