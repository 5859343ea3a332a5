"""How a finding is painted: a sign and what is stated, the message, every reading, the verdict."""

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.itemmodels.findings import FindingHeading, FindingRole
from desktop_app.itemmodels.list_rows import (
    GAP,
    PAD,
    heading_size,
    main_heading,
    paint_band,
    paint_heading,
)
from desktop_app.itemmodels.painting import DENSE, SMALL, scaled
from desktop_app.itemmodels.text_lines import broken, draw, line_height
from desktop_app.services.appearance import LIGHT, theme
from desktop_app.services.findings import SIGNS, AuditRow, Verdict
from desktop_app.system import language, resources

AnyIndex = QModelIndex | QPersistentModelIndex
_SIGN = 20
_SUBJECT, _SHORT = 2, 4
_WHOLE = 60


class _Lines(Struct, frozen=True):
    """The lines of a row, and the fonts they are set in."""

    subject: tuple[str, ...]
    message: tuple[str, ...]
    readings: tuple[str, ...]
    foot: tuple[str, ...]


class FindingDelegate(QStyledItemDelegate):
    """Paints findings in the colours of `theme`; the current one whole, the others shortened."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.theme = theme(LIGHT)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        heading: FindingHeading | None = index.data(FindingRole.HEADING)
        if heading is not None:
            return heading_size(option.font)
        lines = self._lines(option.font, index)
        faces = _faces(option.font)
        height = sum(
            len(part) * line_height(face)
            for part, face in zip(
                (lines.subject, lines.message, lines.readings, lines.foot), faces, strict=True
            )
        )
        return QSize(0, round(height + 2 * GAP + 4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heading: FindingHeading | None = index.data(FindingRole.HEADING)
        if heading is not None:
            look = main_heading(self.theme.heading)
            paint_heading(painter, option, heading.text, heading.count, look, self.theme)
        else:
            paint_band(painter, option, self.theme)
            self._paint_finding(painter, option, index)
        painter.restore()

    def _paint_finding(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        row: AuditRow = index.data(FindingRole.ROW)
        lines = self._lines(option.font, index)
        bold, plain, small, foot = _faces(option.font)
        corner = QPointF(option.rect.left() + PAD + _SIGN, option.rect.top() + GAP + 2)
        self._paint_sign(painter, corner, row.verdict, bold)
        painter.setPen(QColor(self.theme.text))
        corner += QPointF(0, draw(painter, corner, lines.subject, bold))
        corner += QPointF(0, draw(painter, corner, lines.message, plain))
        painter.setPen(QColor(self.theme.heading))
        corner += QPointF(0, draw(painter, corner, lines.readings, small))
        painter.setPen(QColor(self.theme.muted))
        draw(painter, corner, lines.foot, foot)

    def _paint_sign(
        self, painter: QPainter, corner: QPointF, verdict: Verdict, font: QFont
    ) -> None:
        """Paint the sign in a round ground; those that want looking at stand out."""
        size = line_height(font) * 0.78
        middle = corner.y() + line_height(font) / 2
        disc = QRectF(corner.x() - _SIGN, middle - size / 2, size, size)
        strong = verdict in (Verdict.DIFFERS, Verdict.OPEN)
        painter.setPen(QColor(self.theme.doubtful_line if strong else self.theme.border))
        painter.setBrush(QColor(self.theme.doubtful if strong else self.theme.badge))
        painter.drawEllipse(disc)
        painter.setFont(scaled(font, SMALL))
        painter.setPen(QColor(self.theme.text))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, SIGNS[verdict])

    def _lines(self, font: QFont, index: AnyIndex) -> _Lines:
        row: AuditRow = index.data(FindingRole.ROW)
        whole = self._view.currentIndex() == index
        bold, plain, small, foot = _faces(font)
        width = self._view.viewport().width() - 2 * PAD - _SIGN
        readings: tuple[str, ...] = ()
        if whole:
            pieces = (broken(one, small, width, _WHOLE) for one in row.readings)
            readings = tuple(line for lines in pieces for line in lines)
        # An equation a line, where there is room for all of them.
        between = resources.between_clauses(language.preferred())
        lines = row.message.replace(between, f"{between.rstrip()}\n")
        message = lines if whole else row.message
        told = " · ".join(part for part in (row.word, row.chapter) if part)
        return _Lines(
            subject=broken(row.subject, bold, width, _WHOLE if whole else _SUBJECT),
            message=broken(message, plain, width, _WHOLE if whole else _SHORT),
            readings=readings,
            foot=broken(told, foot, width, 1),
        )


def _faces(font: QFont) -> tuple[QFont, QFont, QFont, QFont]:
    """Return the fonts of subject, message, readings and foot."""
    return (
        scaled(font, DENSE, QFont.Weight.Bold),
        scaled(font, DENSE),
        scaled(font, SMALL),
        scaled(font, SMALL),
    )
