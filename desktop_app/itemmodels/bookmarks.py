"""Bookmarks as a flat list below headings: bulletins, below them chapters."""

from collections.abc import Iterator
from enum import IntEnum
from itertools import groupby

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop_app.domain.bookmark import PlacedBookmark, Shelf, Whereabouts
from desktop_app.domain.events import BookmarkNoted
from desktop_app.system import resources

AnyIndex = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()


class BookmarkRole(IntEnum):
    """What a row knows beside its text; a heading has no bookmark."""

    PLACED = Qt.ItemDataRole.UserRole + 1
    HEADING = Qt.ItemDataRole.UserRole + 2
    STATE = Qt.ItemDataRole.UserRole + 3


class BookmarkHeading(Struct, frozen=True):
    """A bulletin or a chapter; `key` tells it from every other row."""

    key: str
    text: str
    count: int
    is_bulletin: bool


Row = PlacedBookmark | BookmarkHeading


class BookmarksModel(QAbstractListModel):
    """Those bookmarks that hold the words of the filter.

    Another shelf changes the rows that are other ones and leaves the rest alone: a note may be
    written in one of them.

    Signals:
        noted: a note was written (BookmarkNoted); it shows once the shelf has it.
        leaving: these rows are about to go (range), some of them to come back.
    """

    noted = Signal(object)
    leaving = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = Shelf()
        self._words: tuple[str, ...] = ()
        self._only_open = False
        self._folded: dict[PlacedBookmark, str] = {}
        self._rows: list[Row] = []

    def set_shelf(self, shelf: Shelf) -> None:
        """Show these bookmarks, in their order."""
        self._shelf = shelf
        self._folded.clear()
        self._show()

    def set_filter(self, text: str, *, only_open: bool) -> None:
        """Show those that hold every word of `text`; `only_open`: of the bulletin that is open."""
        self._words = tuple(resources.folding().fold(text).split())
        self._only_open = only_open
        self._show()

    def row_of(self, bookmark_id: str) -> int | None:
        """Return the row of a bookmark, where it is shown."""
        for at, row in enumerate(self._rows):
            if isinstance(row, PlacedBookmark) and row.bookmark.id == bookmark_id:
                return at
        return None

    # -- changing rows

    def _show(self) -> None:
        new, head, tail = self._difference()
        while len(self._rows) - tail > head:
            shelf = self._shelf
            self.leaving.emit(range(head, len(self._rows) - tail))
            if shelf is self._shelf:
                break
            # Whoever heard of it made another shelf of it.
            new, head, tail = self._difference()
        old = self._rows
        if len(old) - tail > head:
            self.beginRemoveRows(TOP, head, len(old) - tail - 1)
            del old[head : len(old) - tail]
            self.endRemoveRows()
        if len(new) - tail > head:
            self.beginInsertRows(TOP, head, len(new) - tail - 1)
            old[head:head] = new[head : len(new) - tail]
            self.endInsertRows()
        for at, row in enumerate(new):
            if old[at] != row:
                old[at] = row
                self.dataChanged.emit(self.index(at), self.index(at))

    def _difference(self) -> tuple[list[Row], int, int]:
        """Return the rows there should be, and how many at head and tail are there already."""
        new, old = list(self._grouped()), self._rows
        shortest = min(len(new), len(old))
        head = next((n for n in range(shortest) if _key(new[n]) != _key(old[n])), shortest)
        rest = shortest - head
        tail = next((n for n in range(rest) if _key(new[-n - 1]) != _key(old[-n - 1])), rest)
        return new, head, tail

    def _grouped(self) -> Iterator[Row]:
        shown = [one for one in self._shelf.bookmarks if self._is_wanted(one)]
        named = any(not self._is_open(one) for one in shown)
        for key, of_bulletin in groupby(shown, key=_bulletin_key):
            marks = list(of_bulletin)
            if named:
                yield BookmarkHeading(key, _title(marks[0]), len(marks), is_bulletin=True)
            chapters = groupby(marks, key=lambda one: one.chapter)
            for number, (chapter, group) in enumerate(chapters):
                below = list(group)
                heading = chapter or self.tr("标题与前言")
                yield BookmarkHeading(
                    f"{key}\n{number} {heading}", heading, len(below), is_bulletin=False
                )
                yield from below

    def _is_wanted(self, one: PlacedBookmark) -> bool:
        if self._only_open and not self._is_open(one):
            return False
        if not self._words:
            return True
        text = self._folded.get(one)
        if text is None:
            mark = one.bookmark
            parts = (mark.quote, mark.note, mark.indicator, one.chapter, mark.title)
            text = self._folded[one] = resources.folding().fold("\n".join(parts))
        return all(word in text for word in self._words)

    @staticmethod
    def _is_open(one: PlacedBookmark) -> bool:
        return one.whereabouts in (Whereabouts.HERE, Whereabouts.LOST)

    # -- Qt's model

    def rowCount(self, parent: AnyIndex = TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        # Arrow keys go past headings.
        if not index.isValid() or isinstance(self._rows[index.row()], BookmarkHeading):
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, BookmarkHeading):
            return self._of_heading(row, role)
        return self._of_bookmark(row, role)

    def setData(
        self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        row = self._rows[index.row()] if index.isValid() else None
        if role != Qt.ItemDataRole.EditRole or not isinstance(row, PlacedBookmark):
            return False
        note = str(value).strip()
        if note != row.bookmark.note:
            self.noted.emit(BookmarkNoted(row.bookmark.id, note))
        return True

    def _of_heading(self, heading: BookmarkHeading, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return heading.text
            case Qt.ItemDataRole.AccessibleTextRole:
                text = self.tr("{heading}，{n} 个书签")
                return text.format(heading=heading.text, n=heading.count)
            case BookmarkRole.HEADING:
                return heading
        return None

    def _of_bookmark(self, row: PlacedBookmark, role: int) -> object:
        mark = row.bookmark
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown_quote(row)
            case Qt.ItemDataRole.EditRole:
                return mark.note
            case Qt.ItemDataRole.AccessibleTextRole:
                note = self.tr("笔记：{note}").format(note=mark.note) if mark.note else ""
                parts = (shown_quote(row), note, self._state(row))
                return "，".join(part for part in parts if part)
            case BookmarkRole.PLACED:
                return row
            case BookmarkRole.STATE:
                return self._state(row)
        return None

    def _state(self, row: PlacedBookmark) -> str:
        if row.whereabouts is Whereabouts.LOST:
            return self.tr("原处已找不到")
        return self.tr("公报不在资料库") if row.whereabouts is Whereabouts.GONE else ""


def shown_quote(row: PlacedBookmark) -> str:
    """Return the quote on one line, behind the name of the figure where it is one."""
    quote = " ".join(row.quote.split())
    return f"{row.bookmark.indicator} {quote}" if row.bookmark.indicator else quote


def _bulletin_key(one: PlacedBookmark) -> str:
    return one.bookmark.document_key if one.bulletin_id is None else f"\n{one.bulletin_id}"


def _title(one: PlacedBookmark) -> str:
    return one.bookmark.title or one.bookmark.document_key


def _key(row: Row) -> str:
    return row.key if isinstance(row, BookmarkHeading) else row.bookmark.id
