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

_CHART = (ActionId.COPY_CHART,)
_MARKS = (ActionId.BOOKMARK, ActionId.ADD_NOTE)

COPY_GROUPS: Groups = (_FIGURE, _SENTENCES, _ROWS, _SOURCES, _CHART)

EXPORT_GROUPS: Groups = (
    (
        ActionId.EXPORT_TEXT,
        ActionId.EXPORT_CHAPTER,
        ActionId.EXPORT_FIGURES,
        ActionId.EXPORT_SELECTED,
    ),
    (ActionId.EXPORT_HITS, ActionId.EXPORT_FINDINGS),
    (ActionId.PRINT, ActionId.PRINT_CHAPTER),
)

FIGURE_MENU: Groups = (*COPY_GROUPS[:-1], _MARKS)
"""Over a figure, a row of the table, a bar of the chart."""
_COPIES = (ActionId.COPY_VALUE, ActionId.COPY_WITH_SOURCE)
_SEARCH = (ActionId.SEARCH_SELECTED,)

TEXT_MENU: Groups = (_COPIES, (ActionId.COPY_PRINTED,), _SEARCH, _MARKS, _SOURCES)
"""Over selected text without figures."""
FIGURES_IN_TEXT_MENU: Groups = (
    _COPIES,
    (ActionId.COPY_PRINTED, ActionId.COPY_SENTENCE, ActionId.COPY_TEMPLATE, ActionId.COPY_NUMBER),
    _ROWS,
    _SEARCH,
    _MARKS,
    _SOURCES,
)
"""Over selected text with figures in it."""
PLACE_MENU: Groups = (_COPIES, _MARKS, _SOURCES)
"""Over a sentence without figures, where nothing is selected.

A bookmark is of the paragraph that holds it.
"""
FIGURES_IN_PLACE_MENU: Groups = (
    _COPIES,
    (ActionId.COPY_SENTENCE, ActionId.COPY_TEMPLATE, ActionId.COPY_NUMBER),
    _ROWS,
    _MARKS,
    _SOURCES,
)
"""Over a sentence with figures in it, and beside them."""

SOURCE_MENU: Groups = (_SOURCES,)
"""Over a table or chart in which nothing is chosen."""


def fill(menu: QMenu, actions: Mapping[ActionId, QAction], groups: Groups) -> None:
    """Add the actions to `menu`, with a line between groups."""
    for group in groups:
        if not menu.isEmpty():
            menu.addSeparator()
        for action_id in group:
            menu.addAction(actions[action_id])
