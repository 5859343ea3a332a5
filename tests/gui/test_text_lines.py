"""Text broken into lines for narrow lists."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from desktop_app.itemmodels.text_lines import broken, count, draw, line_height

pytestmark = pytest.mark.gui


@pytest.fixture
def font(qapp: object) -> QFont:
    del qapp
    font = QFont()
    font.setPixelSize(14)
    return font


@pytest.mark.parametrize(
    "text",
    ["", "短", "很长的一段文字" * 20, "两\n行", "末行太长\n" + "长" * 50, "𠮷" * 60, "a b " * 40],
)
@pytest.mark.parametrize("most", [1, 2, 5])
def test_lines_fit_and_are_no_more_than_asked(font: QFont, text: str, most: int) -> None:
    lines = broken(text, font, 120, most)
    assert 1 <= len(lines) <= most
    assert all(QFontMetricsF(font).horizontalAdvance(line) <= 121 for line in lines)
    whole = "".join(lines).replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert whole or lines[-1].endswith("…")
    assert count(text, font, 120, most) in (len(lines), min(most, 2))


def test_a_narrow_column_takes_a_letter_a_line(font: QFont) -> None:
    assert broken("两字", font, 1, 9) == ("两", "字")


def test_drawing_tells_its_height(font: QFont, qtbot: QtBot) -> None:
    del qtbot
    image = QImage(100, 60, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    assert draw(painter, QPointF(0, 0), ("一", "二"), font) == 2 * line_height(font)
    painter.end()
    second = range(round(line_height(font)), image.height())
    assert any(image.pixelColor(x, y).lightness() < 200 for x in range(100) for y in second)
