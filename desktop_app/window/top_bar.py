"""The row above the panes: the search box and the switches."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from desktop_app.services.appearance import Theme
from desktop_app.widgets.search_box import SearchBox
from desktop_app.window.actions import ActionId
from desktop_app.window.menus import COPY_GROUPS, EXPORT_GROUPS, fill
from desktop_app.window.theme import theme_icon

_WIDEST_BOX = 540
_ROOM_TO_WRITE = 180
# What the menu offers, in groups: all that has no button, for those who use the mouse.
_MENU = (
    (ActionId.OPEN_FILE, ActionId.LIBRARY, ActionId.GO_TO),
    (ActionId.FIND, ActionId.NEXT_FIGURE, ActionId.PREVIOUS_FIGURE),
    (ActionId.NEXT_NOTE, ActionId.PREVIOUS_NOTE),
    (ActionId.BOOKMARK, ActionId.ADD_NOTE),
    (ActionId.LARGER, ActionId.SMALLER, ActionId.USUAL_SIZE, ActionId.THEME),
    (ActionId.EXPORT, ActionId.PRINT),
    (ActionId.SETTINGS,),
    (ActionId.HELP, ActionId.ABOUT),
    (ActionId.QUIT,),
)


class TopBar(QFrame):
    """Search box in the middle, switches at the right."""

    _spacing = 8

    def __init__(self, actions: Mapping[ActionId, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self._actions = actions
        self.search_box = SearchBox(self)
        self.search_box.setMaximumWidth(_WIDEST_BOX)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(self._spacing)
        for action_id in (ActionId.BACK, ActionId.FORWARD):
            layout.addWidget(self._button(action_id))
        self.library_button = self._button(ActionId.LIBRARY)
        layout.addWidget(self.library_button)
        layout.addStretch(1)
        layout.addWidget(self.search_box, 100, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        for action_id in (ActionId.HANS, ActionId.HANT, ActionId.SOURCE):
            layout.addWidget(self._button(action_id))
        # What stays longest first; where there is no room, the menu has it too.
        self._spare = [
            [self._button(action_id) for action_id in action_ids]
            for action_ids in ((ActionId.THEME,), (ActionId.SMALLER, ActionId.LARGER))
        ]
        for buttons in reversed(self._spare):
            for button in buttons:
                layout.addWidget(button)
        layout.addWidget(self._copy_button())
        self._export, self.export_menu = self._opening(self.tr("导出 ▾"), self.tr("导出"))
        self._export.setToolTip(actions[ActionId.EXPORT].toolTip())
        fill(self.export_menu, actions, EXPORT_GROUPS)
        layout.addWidget(self._export)
        layout.addWidget(self._menu_button())

    def apply_theme(self, theme: Theme) -> None:
        """Take on the colours of `theme`."""
        self._actions[ActionId.THEME].setIcon(theme_icon(theme))
        self.search_box.apply_theme(theme)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        shown = sum(
            self._room_of(button)
            for buttons in self._spare
            for button in buttons
            if not button.isHidden()
        )
        return QSize(hint.width() - shown, hint.height())

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fold()
        return done

    def _fold(self) -> None:
        """Show as many of the buttons that can be spared as leave room to write a query."""
        needed = self.minimumSizeHint().width() + _ROOM_TO_WRITE
        changed = False
        for buttons in self._spare:
            needed += sum(self._room_of(button) for button in buttons)
            for button in buttons:
                if button.isHidden() == (needed <= self.width()):
                    button.setVisible(needed <= self.width())
                    changed = True
        layout = self.layout()
        if changed and layout is not None:
            # At once: a button that has no place yet would be painted in the corner.
            layout.activate()

    def _room_of(self, button: QToolButton) -> int:
        return button.sizeHint().width() + self._spacing

    def _button(self, action_id: ActionId) -> QToolButton:
        action = self._actions[action_id]
        button = QToolButton(self)
        button.setDefaultAction(action)
        icon_only = action_id is ActionId.THEME
        button.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonIconOnly
            if icon_only
            else Qt.ToolButtonStyle.ToolButtonTextOnly
        )
        button.setAccessibleName(action.text())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _copy_button(self) -> QToolButton:
        button, menu = self._opening(self.tr("复制 ▾"), self.tr("复制"))
        fill(menu, self._actions, COPY_GROUPS)
        return button

    def _menu_button(self) -> QToolButton:
        button, menu = self._opening("☰", self.tr("菜单"))
        button.setToolTip(self.tr("菜单：打开、设置、帮助"))
        fill(menu, self._actions, _MENU)
        return button

    def _opening(self, text: str, name: str) -> tuple[QToolButton, QMenu]:
        """Return a button that opens a menu, and the menu."""
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        button.setMenu(menu)
        return button, menu

    def show_export_menu(self) -> None:
        """Open the menu under its button, its first entry chosen."""
        menu, button = self.export_menu, self._export
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        enabled = (action for action in menu.actions() if action.isEnabled())
        first = next((action for action in enabled if not action.isSeparator()), None)
        if first is not None:
            menu.setActiveAction(first)
