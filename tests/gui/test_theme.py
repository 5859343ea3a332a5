"""Colours that can be read, faces for both scripts, and the input method that works."""

import os
import re

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QStyle, QStyleOptionButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.bulletin import Script
from desktop_app.services import appearance
from desktop_app.services.appearance import CONTRAST, DARK, LIGHT, THEMES
from desktop_app.window import theme as window_theme

pytestmark = pytest.mark.gui

# On what each text is read: the pairs of `Theme` fields that lie on each other. WCAG 2.2, success
# criterion 1.4.3, asks 4.5:1 of text; 1.4.11 asks 3:1 of what shows a control or its focus.
_READ_ON = (
    ("text", "page"),
    ("text", "pane"),
    ("text", "window"),
    ("text", "figure"),
    ("text", "doubtful"),
    ("text", "accent_soft"),
    ("text", "badge"),
    ("text", "hit_badge"),
    ("heading", "page"),
    ("heading", "pane"),
    ("heading", "accent_soft"),
    ("accent", "page"),
    ("accent", "pane"),
    ("accent", "window"),
    ("accent", "accent_soft"),
    ("muted", "page"),
    ("muted", "pane"),
    ("muted", "window"),
    ("muted", "accent_soft"),
    ("muted", "badge"),
    ("selected_text", "selected"),
    ("match_text", "match"),
    ("current_match_text", "current_match"),
    ("badge_text", "badge"),
    ("hit_badge_text", "hit_badge"),
    ("up", "page"),
    ("up", "pane"),
    ("up", "accent_soft"),
    ("down", "page"),
    ("down", "pane"),
    ("down", "accent_soft"),
    ("card_text", "card"),
    ("card_muted", "card"),
)
_READABLE = 4.5
_SEEN_ON = (("accent", "page"), ("accent", "pane"), ("accent", "window"), ("accent", "doubtful"))
_SEEN = 3


def luminance(colour: str) -> float:
    """Return the relative luminance, as WCAG 2.2 defines it for sRGB."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)

    ink = QColor(colour)
    red, green, blue = linear(ink.redF()), linear(ink.greenF()), linear(ink.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("text", "ground"), _READ_ON)
def test_every_text_can_be_read(name: str, text: str, ground: str) -> None:
    colours = appearance.theme(name)
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= _READABLE


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("edge", "ground"), _SEEN_ON)
def test_the_focus_can_be_seen(name: str, edge: str, ground: str) -> None:
    colours = appearance.theme(name)
    assert contrast(getattr(colours, edge), getattr(colours, ground)) >= _SEEN


def test_high_contrast_is_higher_and_draws_every_edge() -> None:
    colours = appearance.theme(CONTRAST)
    for text, ground in _READ_ON:
        assert contrast(getattr(colours, text), getattr(colours, ground)) >= 7
    assert contrast(colours.border, colours.page) >= 7


def _brightest(widget: QWidget) -> float:
    """Return how much the brightest point inside a widget stands out from black."""
    image = widget.grab().toImage()
    inside = (
        image.pixelColor(x, y).name()
        for x in range(6, image.width() - 6)
        for y in range(6, image.height() - 6)
    )
    return max(contrast(colour, "#000000") for colour in set(inside))


@pytest.mark.parametrize("in_dialog", [False, True])
@pytest.mark.parametrize("name", ["", "findLine", "searchLine"])
def test_a_placeholder_is_read_in_high_contrast(qtbot: QtBot, name: str, in_dialog: bool) -> None:
    colours = appearance.theme(CONTRAST)
    window = QDialog() if in_dialog else QWidget()
    qtbot.addWidget(window)
    window.setPalette(window_theme.palette(colours))
    window.setStyleSheet(window_theme.style_sheet(colours, 12))
    line = QLineEdit(window)
    line.setObjectName(name)
    line.setPlaceholderText("▇▇▇▇")
    line.resize(200, 32)
    with qtbot.waitExposed(window):
        window.show()
    window.setFocus()
    assert _brightest(line) >= 7


@pytest.mark.parametrize("name", [DARK, CONTRAST])
def test_a_box_has_a_rim_and_a_tick_on_a_dark_ground(qtbot: QtBot, name: str) -> None:
    colours = appearance.theme(name)
    rule = re.search(
        r"QCheckBox::indicator \{[^}]*solid (#\w+)", window_theme.style_sheet(colours, 12)
    )
    assert rule is not None
    assert contrast(rule[1], colours.pane) >= 3
    box = QCheckBox()
    qtbot.addWidget(box)
    box.setStyleSheet(window_theme.style_sheet(colours, 12))
    box.setChecked(True)
    with qtbot.waitExposed(box):
        box.show()
    option = QStyleOptionButton()
    box.initStyleOption(option)
    rect = (
        box.style()
        .subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box)
        .adjusted(2, 2, -2, -2)
    )
    image = box.grab(rect).toImage()
    seen = {
        image.pixelColor(x, y).lightness() > 60
        for x in range(image.width())
        for y in range(image.height())
    }
    assert seen == {True, False}, "a tick on its ground"


@pytest.mark.parametrize("name", THEMES)
def test_every_pair_of_the_palette_can_be_read(name: str) -> None:
    palette, role = window_theme.palette(appearance.theme(name)), QPalette.ColorRole
    pairs = (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.PlaceholderText, role.Base),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.Link, role.Base),
    )
    for text, ground in pairs:
        assert contrast(palette.color(text).name(), palette.color(ground).name()) >= _READABLE


@pytest.mark.parametrize("name", THEMES)
def test_the_palette_leaves_no_role_to_the_system(name: str) -> None:
    colours = appearance.theme(name)
    palette = window_theme.palette(colours)
    dark = QColor(colours.page).lightnessF() < 0.5
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base, QPalette.ColorRole.Button):
        assert (palette.color(role).lightnessF() < 0.5) is dark


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_is_whole(name: str) -> None:
    sheet = window_theme.style_sheet(appearance.theme(name), 12)
    assert sheet.count("{") == sheet.count("}")
    assert set(re.findall(r"#[0-9a-f]{6}\b", sheet))
    assert "None" not in sheet


@pytest.mark.usefixtures("qapp")
def test_the_theme_button_shows_where_it_leads() -> None:
    moon = window_theme.theme_icon(appearance.theme(LIGHT)).pixmap(18).toImage()
    sun = window_theme.theme_icon(appearance.theme(DARK)).pixmap(18).toImage()
    assert moon != sun


def test_each_script_has_faces_of_its_own_first() -> None:
    faces = appearance.typography()
    assert "SC" in faces.families_of(Script.HANS)[1]
    assert "TC" in faces.families_of(Script.HANT)[1]
    assert faces.families_of(Script.SOURCE)[-1] == faces.families_of(Script.HANT)[-1]


@pytest.mark.parametrize(
    ("asked", "used", "portal"),
    [
        ("fcitx", "ibus", "1"),
        ("fcitx5", "ibus", "1"),
        ("ibus", "ibus", None),
        ("", "", None),
    ],
)
def test_fcitx_types_through_the_portal_of_ibus(
    monkeypatch: pytest.MonkeyPatch, asked: str, used: str, portal: str | None
) -> None:
    # Set first, so that what the program sets is taken back.
    monkeypatch.setenv("IBUS_USE_PORTAL", "")
    monkeypatch.delenv("IBUS_USE_PORTAL")
    monkeypatch.setenv("QT_IM_MODULE", asked)
    assert window_theme.choose_input_method() is (used != asked)
    assert (os.environ["QT_IM_MODULE"], os.environ.get("IBUS_USE_PORTAL")) == (used, portal)
