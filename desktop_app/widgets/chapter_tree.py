"""目录: the chapters of a bulletin with their figure counts, or hit counts while searching."""

from collections.abc import Mapping

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.bulletin import Bulletin, Script, Section
from desktop_app.domain.reading_events import SectionChosen
from desktop_app.itemmodels.chapter_tree import ChapterRole, ChapterTreeModel
from desktop_app.itemmodels.painting import (
    SMALL,
    Pill,
    paint_pill,
    pill_width,
    recolour_view,
    scaled,
    viewport_of,
)
from desktop_app.services.appearance import LIGHT, Theme, theme

AnyIndex = QModelIndex | QPersistentModelIndex
_MARGIN = 6
_INDENT = 22


class _ChapterDelegate(QStyledItemDelegate):
    """Paints a heading, elided, and the pill with its count."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self.theme = theme(LIGHT)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        height = QFontMetrics(option.font).height()
        return QSize(super().sizeHint(option, index).width(), round(height * 1.45))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        rect = QRectF(option.rect)
        right = rect.right() - _MARGIN * 2
        pill = self._pill(index)
        if pill is not None:
            small = scaled(option.font, SMALL)
            paint_pill(painter, QPointF(right, rect.center().y()), pill, small)
            right -= pill_width(pill.text, small) + _MARGIN
        self._paint_heading(painter, option, index, rect.adjusted(2, 0, right - rect.right(), 0))

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, rect: QRectF
    ) -> None:
        section: Section = index.data(ChapterRole.SECTION)
        # Not asked of `option.state`: PySide would make QStyle with all its enumerations, which
        # takes as long as to paint the whole text.
        current = self._view.selectionModel().isSelected(index)
        font = QFont(option.font)
        if section.level == 1:
            font.setWeight(QFont.Weight.Medium)
        if current:
            font.setWeight(QFont.Weight.Bold)
        quiet = index.data(ChapterRole.HITS) == 0
        colour = self.theme.heading if current else self.theme.text
        painter.setFont(font)
        painter.setPen(QColor(self.theme.muted if quiet and not current else colour))
        text = QFontMetrics(font).elidedText(
            index.data(), Qt.TextElideMode.ElideRight, int(rect.width())
        )
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _pill(self, index: AnyIndex) -> Pill | None:
        hits = index.data(ChapterRole.HITS)
        count = index.data(ChapterRole.FIGURES) if hits is None else hits
        if not count:
            return None
        if hits is None:
            return Pill(str(count), self.theme.badge, self.theme.badge_text)
        return Pill(str(count), self.theme.hit_badge, self.theme.hit_badge_text)


class _ChapterView(QTreeView):
    """A tree whose selected row is one rounded band and whose arrows are small triangles.

    Signals:
        row_chosen: the user clicked a row or pressed Enter on it; carries its `Section`.
    """

    row_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._viewport = viewport_of(self)
        self._theme = theme(LIGHT)
        self._delegate = _ChapterDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.empty_text = ""
        self.clicked.connect(self._choose)

    def apply_theme(self, colours: Theme) -> None:
        self._theme = self._delegate.theme = colours
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() or not self.empty_text:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(self._theme.muted))
        rect = self.viewport().rect().adjusted(_INDENT, _INDENT, -_INDENT, -_INDENT)
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(rect, flags | Qt.TextFlag.TextWordWrap, self.empty_text)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: AnyIndex) -> None:
        if self.selectionModel().isSelected(index):
            band = QRectF(options.rect)
            band.setRight(self.viewport().width())
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.accent_soft))
            painter.drawRoundedRect(band.adjusted(_MARGIN, 1, -_MARGIN, -1), 5, 5)
            painter.restore()
        super().drawRow(painter, options, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: AnyIndex) -> None:
        if not self.model().hasChildren(index):
            return
        size = self.fontMetrics().height() * 0.24
        middle = QPointF(rect.right() - _INDENT / 2 + 4, rect.center().y() + 0.5)
        shape = [(-size * 0.7, -size), (size * 0.8, 0.0), (-size * 0.7, size)]
        if self.isExpanded(index):
            shape = [(-size, -size * 0.7), (size, -size * 0.7), (0.0, size * 0.8)]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.muted))
        painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in shape]))
        painter.restore()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_chosen.emit(index.data(ChapterRole.SECTION))


class ChapterTreePane(QWidget):
    """The chapter tree.

    Signals:
        section_chosen: the user chose a heading (SectionChosen); following the reader is silent.
    """

    section_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bulletin: Bulletin | None = None
        self._opened: int | None = None
        self._model = ChapterTreeModel(self)
        self._view = _ChapterView(self)
        self._view.setModel(self._model)
        self._view.setAccessibleName(self.tr("目录"))
        self._view.row_chosen.connect(self._on_row_chosen)
        self.setFocusProxy(self._view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, _MARGIN, 0, 0)
        layout.addWidget(self._view)

    def set_bulletin(self, bulletin: Bulletin | None) -> None:
        """Show the outline of `bulletin`, all chapters closed."""
        self._bulletin = bulletin
        self._opened = None
        self._view.empty_text = self.tr("这份公报没有分章") if bulletin else ""
        self._model.set_bulletin(bulletin)

    def set_script(self, script: Script) -> None:
        """Show headings as they are printed in `script`."""
        self._model.set_script(script)

    def show_hits(self, counts: Mapping[int, int] | None) -> None:
        """Count hits by section id instead of figures; None counts figures again.

        A section that is not in `counts` holds the sum of what lies below it.
        """
        self._model.set_hits(counts)

    def mark_current(self, section_id: int | None) -> None:
        """Mark the section that the reader shows and open its chapter; nothing is emitted."""
        chapter = self._bulletin.chapter_of(section_id) if self._bulletin else None
        if section_id is None or chapter is None:
            self._view.setCurrentIndex(QModelIndex())
            return
        self._open_chapter(chapter.id)
        index = self._model.index_of(section_id)
        # Inside a closed item the item is marked: scrolling opens no more than a chapter.
        while index.parent().isValid() and not self._all_open(index.parent()):
            index = index.parent()
        self._view.setCurrentIndex(index)
        self._view.scrollTo(index)

    def apply_theme(self, colours: Theme) -> None:
        """Take on the colours of `colours`."""
        recolour_view(self._view, colours.pane, colours.text)
        self._view.apply_theme(colours)

    def _open_chapter(self, chapter_id: int) -> None:
        """Open a chapter and close the one that was opened this way before."""
        if self._opened == chapter_id:
            return
        if self._opened is not None:
            self._view.collapse(self._model.index_of(self._opened))
        self._opened = chapter_id
        self._view.expand(self._model.index_of(chapter_id))

    def _all_open(self, index: QModelIndex) -> bool:
        while index.isValid():
            if not self._view.isExpanded(index):
                return False
            index = index.parent()
        return True

    def _on_row_chosen(self, section: Section) -> None:
        self.section_chosen.emit(SectionChosen(section.id))
