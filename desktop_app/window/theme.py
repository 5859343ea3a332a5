"""Palette, style sheet, faces and drawn icons of the window."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QIcon,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPixmap,
)

from desktop_app.services.appearance import CONTRAST, DARK, LIGHT, SYSTEM, Theme
from desktop_app.system import paths

_ICON = 18


def choose_input_method() -> bool:
    """Let an fcitx desktop type through ibus, which fcitx5 serves, where Qt lacks its plugin.

    WORKAROUND: PySide6-Essentials ships no fcitx plugin, and without one no Chinese arrives. Qt's
    ibus plugin wants ibus-daemon installed, which fcitx desktops lack; only through the portal,
    which fcitx5 serves as well, it asks for no more than the session's bus.
    To be called before QApplication is made.

    Returns whether it was done: fcitx 4, which serves no ibus, may be what runs (fcitx4.py).
    """
    if os.environ.get("QT_IM_MODULE", "").lower() not in ("fcitx", "fcitx5"):
        return False
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    if any((plugins / "platforminputcontexts").glob("*fcitx*")):
        return False
    os.environ["QT_IM_MODULE"] = "ibus"
    os.environ.setdefault("IBUS_USE_PORTAL", "1")
    return True


def system_theme() -> str:
    """Return the theme the desktop asks for."""
    hints = QGuiApplication.styleHints()
    # Told from Qt 6.10 on; before, a desktop of high contrast is one of its two schemes.
    if hasattr(hints, "accessibility"):
        wanted = hints.accessibility().contrastPreference()
        if wanted == Qt.ContrastPreference.HighContrast:
            return CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def shown_theme(chosen: str) -> str:
    """Return the theme that a choice means now: the desktop's for SYSTEM."""
    return system_theme() if chosen == SYSTEM else chosen


def interface_font(families: Sequence[str], px: int) -> QFont:
    """Return the font of everything but the text read."""
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(px)
    return font


def palette(theme: Theme) -> QPalette:
    """Return every colour role Fusion paints with, also for what is disabled."""
    result = QPalette()
    role = QPalette.ColorRole
    for name, colour in {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.page,
        role.AlternateBase: theme.pane,
        role.Text: theme.text,
        role.PlaceholderText: theme.muted,
        role.Button: theme.pane,
        role.ButtonText: theme.text,
        role.BrightText: theme.selected_text,
        role.Highlight: theme.selected,
        role.HighlightedText: theme.selected_text,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.card,
        role.ToolTipText: theme.card_text,
        role.Light: theme.page,
        role.Midlight: theme.border,
        role.Mid: theme.border,
        role.Dark: theme.muted,
        role.Shadow: theme.border,
        role.Accent: theme.accent,
    }.items():
        result.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.muted))
    return result


def style_sheet(theme: Theme, small_px: int) -> str:
    """Return the rules for the parts that the window itself lays out."""
    edges = _edges(theme) if theme.name == CONTRAST else ""
    if theme.name != LIGHT:
        edges += _boxes(theme)
    return f"""{edges}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
#topBar {{ background: {theme.page}; border-bottom: 1px solid {theme.border}; }}
#statusLine {{ background: {theme.window}; border-top: 1px solid {theme.border}; }}
#statusLine QLabel {{ color: {theme.muted}; font-size: {small_px}px; }}
#breadcrumb {{ background: {theme.page}; }}
#breadcrumb QLabel {{ color: {theme.muted}; font-size: {small_px}px; }}
#breadcrumb QToolButton {{ background: transparent; color: {theme.muted}; padding: 1px;
    border: 1px solid transparent; border-radius: 3px; font-size: {small_px}px; }}
#breadcrumb QToolButton:hover {{ color: {theme.accent}; text-decoration: underline; }}
#breadcrumb QToolButton:focus {{ color: {theme.accent}; border-color: {theme.accent}; }}
#searchBox {{ background: {theme.page}; border: 1px solid {theme.border}; border-radius: 6px; }}
#searchBox[focused="true"] {{ border: 1px solid {theme.accent}; }}
#searchLine {{ background: transparent; border: none; color: {theme.text};
    placeholder-text-color: {theme.muted};
    selection-background-color: {theme.selected}; selection-color: {theme.selected_text}; }}
#searchCount {{ color: {theme.muted}; font-size: {small_px}px; }}
#keyHint {{ color: {theme.muted}; font-size: {small_px - 1}px; border: 1px solid {theme.border};
    border-radius: 4px; padding: 0px 5px; }}
#searchBox #searchStar {{ background: transparent; border: none; padding: 1px; min-height: 0; }}
#searchBox #searchStar:focus {{ border: 1px solid {theme.accent}; border-radius: 4px; }}
#queryPopup {{ background: {theme.page}; border: 1px solid {theme.border}; border-radius: 6px; }}
#findBar {{ background: {theme.pane}; border-top: 1px solid {theme.border};
    border-bottom: 1px solid {theme.border}; }}
#findLine {{ background: {theme.page}; border: 1px solid {theme.border}; border-radius: 5px;
    padding: 3px 8px; color: {theme.text}; placeholder-text-color: {theme.muted};
    selection-background-color: {theme.selected};
    selection-color: {theme.selected_text}; }}
#findLine:focus {{ border-color: {theme.accent}; }}
#findLine[missing="true"] {{ background: {theme.doubtful}; border-color: {theme.doubtful_line}; }}
#findCount {{ color: {theme.muted}; font-size: {small_px}px; }}
#findBar QToolButton, #resultsHead QToolButton, #quietButton {{ background: transparent;
    color: {theme.muted}; border: 1px solid transparent; border-radius: 4px; padding: 2px 6px; }}
#resultsHead QToolButton, #quietButton {{ font-size: {small_px}px; }}
#findBar QToolButton:hover, #resultsHead QToolButton:hover, #quietButton:hover {{
    background: {theme.badge}; color: {theme.text}; }}
#resultsHead QToolButton:checked {{ background: {theme.accent_soft}; color: {theme.accent}; }}
#findBar QToolButton:focus, #resultsHead QToolButton:focus, #quietButton:focus {{
    border-color: {theme.accent}; }}
#workButton {{ background: transparent; color: {theme.accent}; border: 1px solid transparent;
    border-radius: 4px; padding: 1px 6px; font-size: {small_px}px; }}
#workButton:hover {{ background: {theme.badge}; text-decoration: underline; }}
#workButton:focus {{ border-color: {theme.accent}; }}
#workBar {{ background: {theme.badge}; border: 1px solid {theme.border}; border-radius: 3px;
    max-height: 8px; }}
#workBar::chunk {{ background: {theme.accent}; border-radius: 3px; }}
#resultsHead QToolButton::menu-indicator {{ image: none; }}
#noteEditor {{ background: {theme.page}; color: {theme.text}; border: 1px solid {theme.accent};
    border-radius: 4px; selection-background-color: {theme.selected};
    selection-color: {theme.selected_text}; }}
#resultsLine {{ font-size: {small_px}px; }}
#topBar QToolButton {{ background: {theme.page}; color: {theme.text};
    border: 1px solid {theme.border}; border-radius: 5px; padding: 4px 9px;
    min-height: 20px; }}
#topBar QToolButton:hover {{ background: {theme.window}; }}
#topBar QToolButton:pressed {{ background: {theme.accent_soft}; }}
#topBar QToolButton:checked {{ background: {theme.accent_soft}; color: {theme.accent};
    border-color: {theme.figure_line}; }}
#topBar QToolButton:focus {{ border: 2px solid {theme.accent}; padding: 3px 8px; }}
#topBar QToolButton::menu-indicator {{ image: none; }}
#noticeBar {{ background: {theme.doubtful}; border-bottom: 1px solid {theme.doubtful_line}; }}
#noticeBar QLabel {{ color: {theme.text}; background: transparent; }}
#hintBar {{ background: {theme.accent_soft}; border-top: 1px solid {theme.border}; }}
#hintBar QLabel {{ color: {theme.text}; background: transparent; }}
#importReceipt {{ background: {theme.accent_soft}; border-bottom: 1px solid {theme.border}; }}
#importReceipt QLabel {{ color: {theme.text}; background: transparent;
    font-size: {small_px}px; }}
#receiptDetails {{ background: transparent; color: {theme.text}; font-size: {small_px}px; }}
#topBar QToolButton:disabled {{ color: {theme.border}; }}
#leftTabs {{ background: {theme.pane}; outline: none; border-bottom: 1px solid {theme.border}; }}
#leftTabs::tab {{ color: {theme.muted}; background: transparent; border: none;
    border-bottom: 2px solid transparent; padding: 9px 12px 7px 12px; }}
#leftTabs[narrow="true"]::tab {{ padding-left: 3px; padding-right: 3px; }}
#leftTabs::tab:hover {{ color: {theme.text}; }}
#leftTabs::tab:selected {{ color: {theme.accent}; border-bottom-color: {theme.accent}; }}
#leftTabs::tab:selected:focus {{ background: {theme.accent_soft}; }}
#paneFrame {{ border: 1px solid transparent; background: {theme.pane}; }}
#paneFrame[focused="true"] {{ border: 1px solid {theme.accent}; }}
QPushButton {{ background: {theme.page}; color: {theme.text};
    border: 1px solid {theme.border}; border-radius: 5px; padding: 4px 14px; min-height: 20px; }}
QPushButton:hover {{ background: {theme.window}; }}
QPushButton:pressed {{ background: {theme.accent_soft}; }}
QPushButton:default {{ border-color: {theme.accent}; }}
QPushButton:focus {{ border: 2px solid {theme.accent}; padding: 3px 13px; }}
QPushButton:disabled {{ color: {theme.muted}; background: {theme.window}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QDialog QLineEdit {{ background: {theme.page}; color: {theme.text};
    border: 1px solid {theme.border}; border-radius: 5px; padding: 4px 8px;
    placeholder-text-color: {theme.muted};
    selection-background-color: {theme.selected}; selection-color: {theme.selected_text}; }}
QDialog QLineEdit:focus {{ border-color: {theme.accent}; }}
QSplitter::handle {{ background: {theme.border}; }}
QMenu {{ background: {theme.page}; color: {theme.text}; border: 1px solid {theme.border};
    padding: 4px; }}
QMenu::item {{ padding: 5px 20px; border-radius: 4px; }}
QMenu::item:disabled {{ color: {theme.muted}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {theme.border}; margin: 4px 8px; }}
QMenu::item:selected {{ background: {theme.accent_soft}; color: {theme.text}; }}
QMenu::separator {{ height: 1px; background: {theme.border}; margin: 4px 8px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {theme.border}; min-height: 32px; border-radius: 4px;
    margin: 2px; }}
QScrollBar::handle:vertical:hover {{ background: {theme.muted}; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {theme.border}; min-width: 32px;
    border-radius: 4px; margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QToolTip {{ background: {theme.card}; color: {theme.card_text}; border: none; padding: 4px 6px; }}
"""


def _edges(theme: Theme) -> str:
    """Return rules that draw the edge of every control: Fusion draws it darker than the ground."""
    return f"""
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {theme.muted}; }}
QDialog QComboBox {{ background: {theme.page};
    color: {theme.text}; border: 1px solid {theme.border}; padding: 4px 10px; }}
QDialog QComboBox:focus {{ border: 2px solid {theme.accent}; padding: 3px 9px; }}
QDialog QComboBox QAbstractItemView {{ border: 1px solid {theme.border}; }}
#topBar QToolButton:disabled {{ border: 1px dashed {theme.border}; }}
QPushButton:disabled {{ border: 1px dashed {theme.border}; }}
"""


def _boxes(theme: Theme) -> str:
    """Return rules for boxes to tick, whose rim Fusion draws darker than a dark ground."""
    tick = (paths.resources() / "icon" / "tick.png").as_posix()
    return f"""
QCheckBox::indicator {{ width: 14px; height: 14px; border: 1px solid {theme.muted};
    border-radius: 2px; }}
QCheckBox::indicator:focus {{ border: 2px solid {theme.accent}; width: 12px; height: 12px; }}
QCheckBox::indicator:checked {{ background: {theme.accent}; image: url("{tick}"); }}
"""


def theme_icon(theme: Theme) -> QIcon:
    """Return what the theme button leads to: a moon by day, a sun by night; drawn, not a glyph."""
    pixmap = QPixmap(_ICON * 2, _ICON * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(theme.text)
    if theme.name == LIGHT:
        _draw_moon(painter, colour)
    else:
        _draw_sun(painter, colour)
    painter.end()
    return QIcon(pixmap)


def _draw_moon(painter: QPainter, colour: QColor) -> None:
    disc, bite = QPainterPath(), QPainterPath()
    disc.addEllipse(QRectF(3, 3, 12, 12))
    bite.addEllipse(QRectF(7, 1, 11, 11))
    painter.fillPath(disc.subtracted(bite), colour)


def _draw_sun(painter: QPainter, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(6, 6, 6, 6))
    painter.translate(9, 9)
    for _ in range(8):
        painter.drawLine(QPointF(0, 5.5), QPointF(0, 7.5))
        painter.rotate(45)
