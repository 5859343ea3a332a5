"""The row above the panes: the search box and the switches."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from desktop_app.services.appearance import Theme
from desktop_app.widgets.search_box import SearchBox
from desktop_app.window.actions import ActionId
from desktop_app.window.menus import COPY_GROUPS, fill
from desktop_app.window.theme import theme_icon

_WIDEST_BOX = 540


class TopBar(QFrame):
    """Search box in the middle, switches at the right."""

    def __init__(self, actions: Mapping[ActionId, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self._actions = actions
        self.search_box = SearchBox(self)
        self.search_box.setMaximumWidth(_WIDEST_BOX)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(8)
        for action_id in (ActionId.BACK, ActionId.FORWARD):
            layout.addWidget(self._button(action_id))
        self.library_button = self._button(ActionId.LIBRARY)
        layout.addWidget(self.library_button)
        layout.addStretch(1)
        layout.addWidget(self.search_box, 100)
        layout.addStretch(1)
        for action_id in (ActionId.HANS, ActionId.HANT, ActionId.SOURCE):
            layout.addWidget(self._button(action_id))
        for action_id in (ActionId.SMALLER, ActionId.LARGER, ActionId.THEME):
            layout.addWidget(self._button(action_id))
        layout.addWidget(self._copy_button())

    def apply_theme(self, theme: Theme) -> None:
        """Take on the colours of `theme`."""
        self._actions[ActionId.THEME].setIcon(theme_icon(theme))
        self.search_box.apply_theme(theme)

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
        button = QToolButton(self)
        button.setText(self.tr("复制 ▾"))
        button.setAccessibleName(self.tr("复制"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        fill(menu, self._actions, COPY_GROUPS)
        button.setMenu(menu)
        return button
