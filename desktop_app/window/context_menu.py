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
        choice = self._choice
        if choice.text and choice.place is not None:
            return menus.FIGURES_IN_PLACE_MENU if choice.figures else menus.PLACE_MENU
        if choice.text:
            return menus.FIGURES_IN_TEXT_MENU if choice.figures else menus.TEXT_MENU
        return menus.FIGURE_MENU if choice.figures else menus.SOURCE_MENU

    def _head(self) -> str:
        """Return what the menu is about: a figure by name and value, the beginning of a text."""
        choice, count = self._choice, len(self._choice.figures)
        if choice.text:
            return self._head_of_text().replace("&", "&&")
        if count > 1:
            return self.tr("复制选中的 {n} 个数据").format(n=count)
        if not count:
            return self.tr("复制")
        (figure,) = choice.figures
        number = citing.growth_with_unit if choice.growth else citing.value_with_unit
        script = self._bench.settings().script
        # As the text shown writes it: the value behind it is printed there.
        name = scripts.shown(figure.indicator, scripts.of_words(choice.bulletin, script))
        value = number(figure, choice.bulletin, script)
        text = self.tr("复制　{name}　{value}").format(name=_shortened(name), value=value)
        return text.replace("&", "&&")

    def _head_of_text(self) -> str:
        choice, count = self._choice, len(self._choice.figures)
        if choice.place is not None:
            head = self.tr("本句　{text}（含 {n} 个数据）") if count else self.tr("本句　{text}")
        elif count:
            head = self.tr("选中的文字　{text}（含 {n} 个数据）")
        else:
            head = self.tr("选中的文字　{text}")
        return head.format(text=_shortened(" ".join(choice.text.split())), n=count)

    def _say_text(self) -> None:
        """Call copies what they are of text; the window's own actions keep their names."""
        names = {
            ActionId.COPY_VALUE: self.tr("复制"),
            ActionId.COPY_WITH_SOURCE: self.tr("复制（附出处）"),
        }
        for action_id, name in names.items():
            action = self._bench.actions[action_id]
            proxy = QAction(self._with_keys(name, action.shortcut()), self)
            proxy.triggered.connect(action.trigger)
            self.insertAction(action, proxy)
            self.removeAction(action)

    @staticmethod
    def _with_keys(text: str, keys: QKeySequence) -> str:
        return f"{text}\t{keys.toString(QKeySequence.SequenceFormat.NativeText)}"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_NAME else f"{text[:_LONGEST_NAME]}…"
