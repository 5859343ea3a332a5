"""What menus hold: actions in groups, for the button above as for the menus over the panes.

A feature that belongs into a context menu adds its action to a group here.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop_app.window.actions import ActionId

Groups = Sequence[Sequence[ActionId]]

_FIGURE = (
    ActionId.COPY_VALUE,
    ActionId.COPY_WITH_SOURCE,
    ActionId.COPY_NUMBER,
    ActionId.COPY_GROWTH,
)
_SENTENCES = (ActionId.COPY_SENTENCE, ActionId.COPY_PRINTED, ActionId.COPY_TEMPLATE)
_ROWS = (ActionId.COPY_ROWS,)
_SOURCES = (ActionId.COPY_SOURCE, ActionId.COPY_GBT_2015, ActionId.COPY_GBT_2025)

COPY_GROUPS: Groups = (_FIGURE, _SENTENCES, _ROWS, _SOURCES, (ActionId.COPY_CHART,))

FIGURE_MENU: Groups = COPY_GROUPS[:-1]
"""Over a figure, a row of the table, a bar of the chart."""
TEXT_MENU: Groups = (
    (ActionId.COPY_VALUE, ActionId.COPY_WITH_SOURCE),
    (ActionId.COPY_PRINTED,),
    _SOURCES,
)
"""Over selected text without figures."""
FIGURES_IN_TEXT_MENU: Groups = (
    (ActionId.COPY_VALUE, ActionId.COPY_WITH_SOURCE),
    (ActionId.COPY_PRINTED, ActionId.COPY_SENTENCE, ActionId.COPY_TEMPLATE, ActionId.COPY_NUMBER),
    _ROWS,
    _SOURCES,
)
"""Over selected text with figures in it."""
PLACE_MENU: Groups = ((ActionId.COPY_PRINTED,), _SOURCES)
"""Over text in which nothing is chosen: a copy is of the sentence under the mouse."""

SOURCE_MENU: Groups = (_SOURCES,)
"""Over a table or chart in which nothing is chosen."""


def fill(menu: QMenu, actions: Mapping[ActionId, QAction], groups: Groups) -> None:
    """Add the actions to `menu`, with a line between groups."""
    for group in groups:
        if not menu.isEmpty():
            menu.addSeparator()
        for action_id in group:
            menu.addAction(actions[action_id])
