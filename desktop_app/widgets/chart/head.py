"""The row above a chart: which kind, which of several, and what to do with the picture."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from desktop_app.domain.events import ChartPicture
from desktop_app.itemmodels.charts import Chart, ChartKind
from desktop_app.services import appearance
from desktop_app.services.appearance import Theme

_WIDEST_CHOICE = 150


class ChartHead(QFrame):
    """The switches of the chart.

    Signals:
        kind_chosen: the user wants this `ChartKind`.
        choice_chosen: the user wants the chart with this choice (its id).
        picture_wanted: the user wants a picture (ChartPicture).
    """

    kind_chosen = Signal(object)
    choice_chosen = Signal(object)
    picture_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._chart = Chart("", "")
        self._why_unsaved = ""
        self._kinds: dict[ChartKind, QToolButton] = {}
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 3, 6, 3)
        layout.setSpacing(2)
        for kind, text in (
            (ChartKind.GROWTH, self.tr("增速")),
            (ChartKind.LEVELS, self.tr("总量")),
            (ChartKind.PARTS, self.tr("构成")),
            (ChartKind.COMPLETION, self.tr("完成率")),
            (ChartKind.YEARS, self.tr("历年")),
            (ChartKind.PLACES, self.tr("地区对比")),
        ):
            button = self._button(text)
            button.setCheckable(True)
            button.clicked.connect(lambda _on, kind=kind: self.kind_chosen.emit(kind))
            group.addButton(button)
            layout.addWidget(button)
            self._kinds[kind] = button
        layout.addStretch(1)
        self._choice = self._button("")
        self._choice.setMaximumWidth(_WIDEST_CHOICE)
        self._choice.clicked.connect(lambda: self._open(self.choice_menu(), self._choice))
        self._more = self._button("⋯")
        self._more.setAccessibleName(self.tr("图表另存与复制"))
        self._more.setToolTip(self.tr("把图表复制或存为图片"))
        self._more.clicked.connect(lambda: self._open(self.picture_menu(), self._more))
        layout.addWidget(self._choice)
        layout.addWidget(self._more)

    def _button(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def show_kinds(
        self, kinds: Sequence[ChartKind], current: ChartKind, reasons: Mapping[ChartKind, str]
    ) -> None:
        """Offer these kinds and press the current one; grey those with a reason, which is told."""
        for kind, button in self._kinds.items():
            button.setVisible(kind in kinds)
            reason = reasons.get(kind, "")
            button.setEnabled(kind in kinds and not reason)
            button.setToolTip(reason)
            button.setAccessibleDescription(reason)
            button.setChecked(kind is current)

    def show_chart(self, chart: Chart) -> None:
        """Offer the choices of this chart."""
        self._chart = chart
        self._more.setEnabled(bool(chart.bars))
        name = next((one.name for one in chart.choices if one.id == chart.choice), "")
        self._choice.setVisible(len(chart.choices) > 1)
        room = _WIDEST_CHOICE - 30
        # What tells places apart stands at the end: 河北省…饶阳县.
        shown = self._choice.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room)
        self._choice.setText(f"{shown} ▾")
        self._choice.setToolTip(name)
        self._choice.setAccessibleName(self.tr("画哪一组：{name}").format(name=name))

    def lock_saving(self, why: str) -> None:
        """Grey the pictures that would be files; the sentence `why` is told over them."""
        self._why_unsaved = why

    def apply_theme(self, colours: Theme) -> None:
        """Take on the colours of `colours`."""
        small = appearance.typography().small_px
        self.setStyleSheet(
            f"QToolButton {{ background: transparent; color: {colours.text};"
            " border: 1px solid transparent; border-radius: 4px; padding: 2px 6px;"
            f" font-size: {small}px; }}"
            f"QToolButton:hover {{ background: {colours.badge}; color: {colours.text}; }}"
            f"QToolButton:checked {{ background: {colours.accent_soft}; color: {colours.accent};"
            f" border-color: {colours.figure_line}; }}"
            f"QToolButton:focus {{ border-color: {colours.accent}; }}"
            f"QToolButton:disabled {{ color: {_faded(colours)}; background: transparent;"
            " border-color: transparent; }"
        )

    def choice_menu(self) -> QMenu:
        """Return a menu of the choices, the current one ticked."""
        menu = self._menu()
        for choice in self._chart.choices:
            action = menu.addAction(choice.name)
            action.setCheckable(True)
            action.setChecked(choice.id == self._chart.choice)
            action.triggered.connect(lambda _on, one=choice.id: self.choice_chosen.emit(one))
        return menu

    def picture_menu(self) -> QMenu:
        """Return a menu of what can be done with the picture."""
        menu = self._menu()
        menu.setToolTipsVisible(True)
        for form, text in (
            ("copy", self.tr("复制图表为图片")),
            ("png", self.tr("图表另存为 PNG…")),
            ("svg", self.tr("图表另存为 SVG…")),
        ):
            action = menu.addAction(text)
            if form != "copy" and self._why_unsaved:
                action.setEnabled(False)
                action.setToolTip(self._why_unsaved)
            action.triggered.connect(
                lambda _on, form=form: self.picture_wanted.emit(ChartPicture(form))
            )
        return menu

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    @staticmethod
    def _open(menu: QMenu, button: QToolButton) -> None:
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))


def _faded(colours: Theme) -> str:
    """Return the colour of what cannot be chosen now: halfway from a quiet text to its ground."""
    text, ground = QColor(colours.muted), QColor(colours.pane)
    halves = (
        (getattr(text, part)() + getattr(ground, part)()) // 2 for part in ("red", "green", "blue")
    )
    return QColor(*halves).name()
