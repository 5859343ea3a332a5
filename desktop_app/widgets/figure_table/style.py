"""The style sheets of the figure table, from the colours of a theme."""

from desktop_app.itemmodels.figure_delegate import PAD
from desktop_app.services.appearance import Theme


def header_style(colours: Theme) -> str:
    """Return the look of the table's header."""
    return (
        f"QHeaderView {{ background: {colours.window}; border: none; }}"
        f"QHeaderView::section {{ background: {colours.window}; color: {colours.muted};"
        f" border: none; border-bottom: 1px solid {colours.border};"
        f" padding: 6px {PAD}px 5px {PAD}px; }}"
        "QHeaderView::up-arrow, QHeaderView::down-arrow { subcontrol-origin: border;"
        " subcontrol-position: top center; height: 7px; width: 9px; }"
    )


def tab_style(colours: Theme) -> str:
    """Return the look of the tabs above the table."""
    return (
        f"QTabBar {{ background: {colours.pane}; outline: none;"
        f" border-bottom: 1px solid {colours.border}; }}"
        f"QTabBar::tab {{ color: {colours.muted}; background: transparent; border: none;"
        " border-bottom: 2px solid transparent; }"
        f"QTabBar::tab:hover {{ color: {colours.text}; }}"
        f"QTabBar::tab:selected {{ color: {colours.accent};"
        f" border-bottom-color: {colours.accent}; }}"
        f"QTabBar::tab:selected:focus {{ background: {colours.accent_soft}; }}"
    )


def head_style(colours: Theme, small_px: int) -> str:
    """Return the look of the row with the line to sift by and its two menus."""
    return (
        f"#tableHead {{ background: {colours.pane}; }}"
        f"QLineEdit {{ background: {colours.page}; color: {colours.text};"
        f" border: 1px solid {colours.border}; border-radius: 5px; padding: 2px 7px;"
        f" font-size: {small_px}px; selection-background-color: {colours.selected};"
        f" selection-color: {colours.selected_text}; }}"
        f"QLineEdit:focus {{ border-color: {colours.accent}; }}"
        f"QLabel {{ color: {colours.muted}; font-size: {small_px}px; }}"
        f"QToolButton {{ background: transparent; color: {colours.muted};"
        " border: 1px solid transparent; border-radius: 4px; padding: 2px 5px;"
        f" font-size: {small_px}px; }}"
        f"QToolButton:hover {{ background: {colours.badge}; color: {colours.text}; }}"
        f"QToolButton:focus {{ border-color: {colours.accent}; }}"
        f'QToolButton[chosen="true"] {{ color: {colours.accent};'
        f" background: {colours.accent_soft}; }}"
        f"QToolButton:disabled {{ color: {colours.border}; }}"
        "QToolButton::menu-indicator { image: none; }"
    )
