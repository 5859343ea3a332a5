"""The menu over the text, the table and the chart: what a copy would be of, and its forms."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop_app.services import citing, scripts
from desktop_app.services.citing.forms import Choice
from desktop_app.window import menus
from desktop_app.window.actions import ActionId
from desktop_app.window.feature import Workbench

_LONGEST_NAME = 24


class ContextMenu(QMenu):
    """One menu, made anew each time it is wanted; its actions are the window's own."""

    def __init__(self, bench: Workbench, choice: Choice, *, over_text: bool) -> None:
        super().__init__(bench.panes)
        self._bench, self._choice = bench, choice
        self.setObjectName("contextMenu")
        self.setAccessibleName(self.tr("复制"))
        head = self.addAction(self._head())
        head.setEnabled(False)
        menus.fill(self, bench.actions, self._groups())
        if choice.text:
            self._say_text()
        if over_text:
            self.addSeparator()
            keys = QKeySequence(QKeySequence.StandardKey.SelectAll)
            every = self.addAction(self._with_keys(self.tr("全选"), keys))
            every.triggered.connect(bench.panes.reader.select_all)

    def _groups(self) -> menus.Groups:
        if self._choice.text:
            return menus.FIGURES_IN_TEXT_MENU if self._choice.figures else menus.TEXT_MENU
        if self._choice.figures:
            return menus.FIGURE_MENU
        return menus.PLACE_MENU if self._choice.place is not None else menus.SOURCE_MENU

    def _head(self) -> str:
        """Return what is copied: a figure by name and value, or how many there are."""
        choice, count = self._choice, len(self._choice.figures)
        if choice.text:
            text = self.tr("复制选中的文字，含 {n} 个数据") if count else self.tr("复制选中的文字")
            return text.format(n=count)
        if count > 1:
            return self.tr("复制选中的 {n} 个数据").format(n=count)
        if not count:
            return self.tr("复制")
        (figure,) = choice.figures
        number = citing.growth_with_unit if choice.growth else citing.value_with_unit
        script = self._bench.settings().script
        # As the text shown writes it: the value behind it is printed there.
        name = scripts.shown(figure.indicator, scripts.of_words(choice.bulletin, script))
        shown = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
        value = number(figure, choice.bulletin, script)
        text = self.tr("复制　{name}　{value}").format(name=shown, value=value)
        return text.replace("&", "&&")

    def _say_text(self) -> None:
        """Call the first action what it is of selected text; the window's own keeps its name."""
        value = self._bench.actions[ActionId.COPY_VALUE]
        proxy = QAction(self._with_keys(self.tr("文字"), value.shortcut()), self)
        proxy.triggered.connect(value.trigger)
        self.insertAction(value, proxy)
        self.removeAction(value)

    @staticmethod
    def _with_keys(text: str, keys: QKeySequence) -> str:
        return f"{text}\t{keys.toString(QKeySequence.SequenceFormat.NativeText)}"
