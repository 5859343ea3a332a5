"""How a bookmark is painted and its note edited in place."""

from typing import TYPE_CHECKING, Any

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.itemmodels.bookmarks import BookmarkHeading, BookmarkRole, shown_quote
from desktop_app.itemmodels.list_rows import (
    GAP,
    PAD,
    heading_size,
    main_heading,
    paint_band,
    paint_heading,
    part_heading,
)
from desktop_app.itemmodels.painting import DENSE, SMALL, scaled
from desktop_app.itemmodels.text_lines import broken, count, draw, line_height
from desktop_app.services.appearance import LIGHT, theme

if TYPE_CHECKING:
    from desktop_app.domain.bookmark import PlacedBookmark

AnyIndex = QModelIndex | QPersistentModelIndex
_INDENT = 10
_BAR = 8
_QUOTE_LINES = 2
_NOTE_LINES = 4
_WHOLE = 60
_EDITOR_LINES = (3, 10)
_EDITOR_FRAME = 12
_MOST_SIZES = 20_000


class _Lines(Struct, frozen=True):
    """The lines of a row."""

    quote: tuple[str, ...]
    note: tuple[str, ...]
    state: tuple[str, ...]


class NoteEditor(QPlainTextEdit):
    """Where a note is written: Enter is done, Shift+Enter a line, Esc leaves it as it was."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("noteEditor")
        self.setAccessibleName(self.tr("笔记"))
        self.setPlaceholderText(self.tr("写笔记…　Enter 写完，Shift+Enter 换行"))
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.filled = False

    def height_wanted(self) -> int:
        """Return the height in pixels that the text asks for."""
        least, most = _EDITOR_LINES
        lines = min(max(round(self.document().size().height()), least), most)
        return round(lines * QFontMetricsF(self.font()).lineSpacing()) + _EDITOR_FRAME


class BookmarkDelegate(QStyledItemDelegate):
    """Paints bookmarks in the colours of `theme`; the current one shows its whole note."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.theme = theme(LIGHT)
        self._edited = QPersistentModelIndex()
        self._editor: NoteEditor | None = None
        self._measure = (0, 0.0)
        self._sizes: dict[PlacedBookmark, QSize] = {}

    # -- heights

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        row: PlacedBookmark | None = index.data(BookmarkRole.PLACED)
        if row is None:
            return heading_size(option.font)
        if index == self._view.currentIndex():
            return self._size(option.font, index, row)
        # Qt asks for all of thousands of rows whenever one of them changes.
        measure = (option.fontMetrics.height(), self._width())
        if measure != self._measure or len(self._sizes) > _MOST_SIZES:
            self._measure = measure
            self._sizes.clear()
        size = self._sizes.get(row)
        if size is None:
            size = self._sizes[row] = self._size(option.font, index, row)
        return size

    def _size(self, font: QFont, index: AnyIndex, row: "PlacedBookmark") -> QSize:
        # Nothing is broken into lines that need not be.
        plain, small = _faces(font)
        height = count(shown_quote(row), plain, self._width(), _QUOTE_LINES) * line_height(plain)
        height += line_height(small) if index.data(BookmarkRole.STATE) else 0
        height += self._note_height(plain, index, row.bookmark.note)
        return QSize(0, round(height + 2 * GAP + 4))

    def _note_height(self, font: QFont, index: AnyIndex, note: str) -> float:
        if self._editor is not None and self._edited == index:
            return self._editor.height_wanted() + GAP
        if not note:
            return 0
        return count(note, font, self._width() - _BAR, self._most(index)) * line_height(font) + 2

    def _width(self) -> float:
        return self._view.viewport().width() - 2 * PAD - _INDENT

    def _most(self, index: AnyIndex) -> int:
        return _WHOLE if self._view.currentIndex() == index else _NOTE_LINES

    def _lines(self, font: QFont, index: AnyIndex) -> _Lines:
        row: PlacedBookmark = index.data(BookmarkRole.PLACED)
        plain, small = _faces(font)
        note, state = row.bookmark.note, index.data(BookmarkRole.STATE)
        return _Lines(
            quote=broken(shown_quote(row), plain, self._width(), _QUOTE_LINES),
            note=broken(note, plain, self._width() - _BAR, self._most(index)) if note else (),
            state=broken(f"△ {state}", small, self._width(), 1) if state else (),
        )

    # -- painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heading: BookmarkHeading | None = index.data(BookmarkRole.HEADING)
        if heading is not None:
            main = heading.is_bulletin
            look = main_heading(self.theme.text) if main else part_heading(self.theme.heading)
            paint_heading(painter, option, heading.text, heading.count, look, self.theme)
        else:
            paint_band(painter, option, self.theme)
            self._paint_bookmark(painter, option, index)
        painter.restore()

    def _paint_bookmark(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        lines = self._lines(option.font, index)
        plain, small = _faces(option.font)
        corner = QPointF(option.rect.left() + PAD + _INDENT, option.rect.top() + GAP + 2)
        # What has no place any more is quieter, and says so below.
        painter.setPen(QColor(self.theme.muted if lines.state else self.theme.text))
        corner += QPointF(0, draw(painter, corner, lines.quote, plain))
        edited = self._editor is not None and self._edited == index
        if lines.note and not edited:
            height = len(lines.note) * line_height(plain)
            bar = QRectF(corner.x(), corner.y() + 3, 2, height - 4)
            painter.fillRect(bar, QColor(self.theme.figure_line))
            painter.setPen(QColor(self.theme.heading))
            draw(painter, corner + QPointF(_BAR, 1), lines.note, plain)
        corner += QPointF(0, self._note_height(plain, index, "\n".join(lines.note)))
        painter.setPen(QColor(self.theme.muted))
        draw(painter, corner, lines.state, small)

    # -- the editor

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        editor = NoteEditor(parent)
        editor.setFont(_faces(option.font)[0])
        self._editor, self._edited = editor, QPersistentModelIndex(index)
        editor.document().contentsChanged.connect(self._relayout)
        self._relayout()
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        # Once: what is being written is not overwritten by what the list hears meanwhile.
        if isinstance(editor, NoteEditor) and not editor.filled:
            editor.filled = True
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.moveCursor(editor.textCursor().MoveOperation.End)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        if isinstance(editor, NoteEditor):
            model.setData(index, editor.toPlainText(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        if not isinstance(editor, NoteEditor):
            return
        quote = len(self._lines(option.font, index).quote) * line_height(_faces(option.font)[0])
        rect: Any = option.rect
        top = rect.top() + GAP + 2 + round(quote)
        left = rect.left() + PAD + _INDENT - 4
        editor.setGeometry(left, top, rect.right() - PAD - left, editor.height_wanted())

    def destroyEditor(self, editor: QWidget, index: AnyIndex) -> None:
        self._editor = None
        self._relayout()
        self._edited = QPersistentModelIndex()
        super().destroyEditor(editor, index)

    def editor(self) -> NoteEditor | None:
        """Return where a note is being written."""
        return self._editor

    def edited(self) -> QPersistentModelIndex:
        """Return the row a note is being written in; invalid where none is."""
        return self._edited if self._editor is not None else QPersistentModelIndex()

    def _relayout(self) -> None:
        if self._edited.isValid():
            model = self._edited.model()
            self.sizeHintChanged.emit(model.index(self._edited.row(), 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(watched, NoteEditor)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.commitData.emit(watched)
            self.closeEditor.emit(watched, QStyledItemDelegate.EndEditHint.NoHint)
            return True
        return super().eventFilter(watched, event)


def _faces(font: QFont) -> tuple[QFont, QFont]:
    """Return the fonts of quote and note, and of what is said below."""
    return scaled(font, DENSE), scaled(font, SMALL)
