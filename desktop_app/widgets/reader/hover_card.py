"""The dark card beside a figure or a repaired place."""

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.services.appearance import CONTRAST, Theme

_RADIUS = 8
_SHADOW = 6
_GAP = 4
_WIDEST = 420


class CardText(Struct, frozen=True):
    """What the card says: a head line, lines of (label, text) pairs, a quiet last line."""

    head: str
    rows: tuple[tuple[tuple[str, str], ...], ...] = ()
    foot: str = ""

    def spoken(self) -> str:
        """Return what is known, without how to go on, as one line for a screen reader."""
        facts = (" ".join(filter(None, pair)) for row in self.rows for pair in row)
        return "；".join([" ".join(self.head.split()), *facts])


class HoverCard(QWidget):
    """A card laid over the window; it takes no mouse events and never leaves the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("hoverCard")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setMaximumWidth(_WIDEST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SHADOW + 14, _SHADOW + 10, _SHADOW + 14, _SHADOW + 10)
        layout.addWidget(self._label)
        self._background = QColor()
        self._rim = QColor()
        self.hide()

    def show_text(self, text: CardText, theme: Theme, near: QRect) -> None:
        """Show `text` by the rectangle `near`, in coordinates of the window."""
        self._background = QColor(theme.card)
        # On a page as dark as the card no shadow parts the two.
        self._rim = QColor(theme.border if theme.name == CONTRAST else theme.card)
        self._label.setStyleSheet(f"color: {theme.card_text}; background: transparent;")
        self._label.setText(_markup(text, theme))
        self._label.setWordWrap(False)
        self._label.setWordWrap(self._label.sizeHint().width() > _WIDEST)
        self.setAccessibleName(self.plain_text())
        self.adjustSize()
        self.move(self._spot(near))
        self.raise_()
        self.show()

    def plain_text(self) -> str:
        """Return what the card says without its markup."""
        return " ".join(_strip(self._label.text()).split())

    def _spot(self, near: QRect) -> QPoint:
        """Return the corner that puts the card below `near`, or above where there is no room."""
        window = self.parentWidget()
        area = window.rect() if window is not None else QRect()
        left = near.left() - _SHADOW
        top = near.bottom() + _GAP - _SHADOW
        if top + self.height() > area.bottom():
            top = near.top() - _GAP + _SHADOW - self.height()
        left = max(area.left(), min(left, area.right() - self.width()))
        return QPoint(left, max(area.top(), top))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        body = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        for ring in range(_SHADOW, 0, -1):
            painter.setBrush(QColor(0, 0, 0, 9))
            spread = body.adjusted(-ring, -ring + 1, ring, ring)
            painter.drawRoundedRect(spread, _RADIUS + ring, _RADIUS + ring)
        painter.setPen(self._rim)
        painter.setBrush(self._background)
        painter.drawRoundedRect(body, _RADIUS, _RADIUS)
        painter.end()
        super().paintEvent(event)


def _markup(text: CardText, theme: Theme) -> str:
    lines = [f"<b>{_escape(text.head).replace(' ', '&nbsp;')}</b>"] if text.head else []
    for row in text.rows:
        parts = (f"{_quiet(label, theme)} {_escape(words)}" for label, words in row)
        lines.append("&nbsp;&nbsp;&nbsp; ".join(parts))
    if text.foot:
        lines.append(_quiet(text.foot, theme))
    body = "".join(f'<p style="margin:0; line-height:118%">{line}</p>' for line in lines)
    return f"<div>{body}</div>"


def _quiet(text: str, theme: Theme) -> str:
    return f'<span style="color:{theme.card_muted}">{_escape(text)}</span>'


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _strip(markup: str) -> str:
    return QTextDocumentFragment.fromHtml(markup).toPlainText()
