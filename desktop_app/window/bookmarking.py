"""Bookmarks and notes: from what is read to the list and the margin, and back to the text."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.domain.bulletin import Script
from desktop_app.domain.events import (
    BookmarkChosen,
    BookmarkNoted,
    BookmarksDropped,
    MarginMark,
    MenuWanted,
    PlaceWanted,
)
from desktop_app.domain.messages import Message
from desktop_app.services.reading import OpenBulletin
from desktop_app.system import language, resources
from desktop_app.window.actions import ActionId
from desktop_app.window.bookmark_keeper import BookmarkKeeper
from desktop_app.window.feature import Feature, Workbench
from desktop_app.window.panes import BOOKMARKS_TAB

if TYPE_CHECKING:
    from desktop_app.domain.bookmark import Bookmark, PlacedBookmark, Shelf
    from desktop_app.window.bookmark_exchange import BookmarkExchange

_SHOWN = 24
Span = tuple[int, int]


class Bookmarking(Feature):
    """Marks what is chosen or read, lists what is marked, and goes there."""

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(bench, parent)
        self.keeper = BookmarkKeeper(bench.lanes.user, self._tell, bench.show_error, self)
        self._shelf: Shelf | None = None
        # What leads to another bulletin, and the id of that one.
        self._place_awaited: tuple[BookmarkChosen, int] | None = None
        self._note_awaited = ""
        # The place of the text under the mouse, while the menu over it is open.
        self._pointed: int | None = None
        parent.installEventFilter(self)
        self._join()

    def _join(self) -> None:
        pane, keeper, reader = self.bench.panes.bookmarks, self.keeper, self.bench.panes.reader
        keeper.changed.connect(self._arrange)
        keeper.saved.connect(self._show)
        pane.bookmark_chosen.connect(self._on_chosen)
        pane.noted.connect(self._on_noted)
        pane.dropped.connect(self._on_dropped)
        pane.undone.connect(keeper.undo)
        pane.saving_wanted.connect(keeper.sync)
        pane.made.connect(keeper.sync)
        pane.export_wanted.connect(lambda: self._exchange().ask_export())
        pane.import_wanted.connect(lambda: self._exchange().ask_import())
        pane.escaped.connect(reader.setFocus)
        reader.bookmark_chosen.connect(self._on_mark_clicked)
        reader.menu_wanted.connect(self._on_menu_wanted)

    def jobs(self) -> Mapping[ActionId, Callable[[], object]]:
        return {
            ActionId.BOOKMARK: self._toggle,
            ActionId.ADD_NOTE: self._add_note,
            ActionId.SHOW_BOOKMARKS: partial(self.bench.panes.show_left, BOOKMARKS_TAB),
        }

    def set_bulletin(self, opened: OpenBulletin) -> None:
        is_first = self.opened is None
        super().set_bulletin(opened)
        if is_first:
            self.keeper.sync()
        else:
            self._arrange()

    def set_script(self, script: Script) -> None:
        del script
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Close:
            # A note that is being written when the window closes is written.
            self.bench.panes.bookmarks.commit()
        return super().eventFilter(watched, event)

    # -- what the user does

    def _toggle(self) -> None:
        """Bookmark what is chosen, or take the bookmarks there away."""
        wanted = self._wanted()
        if not wanted:
            return
        there = [mark for new in wanted if (mark := self._known(new)) is not None]
        if len(there) == len(wanted):
            self.keeper.drop(mark.id for mark in there)
            self._say(self.tr("已取消书签：{text}"), wanted)
            return
        missing = [new for new in wanted if self._known(new) is None]
        self.keeper.change([self.keeper.once_at_place_of(new) or new for new in missing])
        self._say(self.tr("已添加书签：{text}"), missing)

    def _add_note(self) -> None:
        """Bookmark what is chosen where it is not, and let its note be written."""
        wanted = self._wanted()
        if not wanted:
            return
        known = self._known(wanted[0])
        mark = known or self.keeper.once_at_place_of(wanted[0]) or wanted[0]
        self.bench.panes.show_left(BOOKMARKS_TAB)
        if known is None:
            self._note_awaited = mark.id
            self.keeper.change([mark])
        else:
            self.bench.panes.bookmarks.write_note(mark.id)

    def _wanted(self) -> "list[Bookmark]":
        """Return new bookmarks of the selected text, the chosen figures, or what is read.

        What is out of sight is no more what the user means.
        """
        from desktop_app.services import bookmarks

        if self.opened is None:
            return []
        bulletin, reader = self.opened.bulletin, self.bench.panes.reader
        in_table = self.bench.panes.table_is_active()
        selected = None if in_table else reader.selected_span()
        span = bookmarks.trimmed(bulletin, selected) if selected else None
        if span is None or not reader.sees(*span):
            figures = self.bench.choosing.figures()
            if figures and (
                in_table or any(reader.sees(f.read_start, f.read_end) for f in figures)
            ):
                return [bookmarks.mark_figure(bulletin, figure) for figure in figures]
            read = reader.place().read_offset if self._pointed is None else self._pointed
            span = bookmarks.passage_at(bulletin, read)
        return [bookmarks.mark(bulletin, span)] if span is not None else []

    def _on_menu_wanted(self, wanted: MenuWanted) -> None:
        """Mean the place under the mouse until the menu over it is closed."""
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            self._pointed = wanted.read_offset
            # What is chosen in a menu is done once it has closed.
            menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self, self._forget_pointed))

    def _forget_pointed(self) -> None:
        self._pointed = None

    def _known(self, new: "Bookmark") -> "Bookmark | None":
        """Return the bookmark where a new one would stand, also one that came to be there."""
        known = self.keeper.at_place_of(new)
        if known is not None or self.opened is None or self._shelf is None:
            return known
        if self._shelf.open_id != self.opened.id:
            return None
        to_reading = self.opened.bulletin.text.map.to_reading
        span = to_reading(new.source_start), to_reading(new.source_end)
        moved = (one.bookmark.id for one in self._shelf.bookmarks if one.span == span)
        return self.keeper.mark(next(moved, ""))

    def _on_noted(self, noted: BookmarkNoted) -> None:
        from desktop_app.services import bookmarks

        mark = self.keeper.mark(noted.bookmark_id)
        if mark is not None:
            self.keeper.change([bookmarks.noted(mark, noted.note)])

    def _on_dropped(self, dropped: BookmarksDropped) -> None:
        self.keeper.drop(dropped.bookmark_ids)

    def _say(self, sentence: str, marks: "Sequence[Bookmark]") -> None:
        first = marks[0]
        text = " ".join(f"{first.indicator} {first.quote}".split())
        text = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        if len(marks) > 1:
            text = self.tr("{text} 等 {n} 处").format(text=text, n=len(marks))
        self.bench.panes.status.show_done(sentence.format(text=text))

    def _tell(self, message: Message) -> None:
        text = resources.sentence(message, language.preferred())
        self.bench.panes.notice.show_message(text)

    # -- where they are

    def _arrange(self) -> None:
        """Find every place anew, away from the window."""
        from desktop_app.services import bookmarks

        if self.opened is None:
            return
        job = partial(
            bookmarks.shelf,
            bookmarks=self.keeper.marks(),
            opened=self.opened,
            script=self.bench.settings().script,
        )
        self.bench.lanes.library.run("shelf", job, self._on_arranged, self.bench.show_error)

    def _on_arranged(self, shelf: "Shelf") -> None:
        self._shelf = shelf
        self._show()
        if self.opened is None or shelf.open_id != self.opened.id:
            return
        marks = (one for one in shelf.bookmarks if one.span is not None)
        self.bench.panes.reader.set_bookmarks(
            [MarginMark(one.bookmark.id, one.span or (0, 0), one.bookmark.note) for one in marks]
        )
        if self._note_awaited:
            awaited, self._note_awaited = self._note_awaited, ""
            self.bench.panes.bookmarks.write_note(awaited)
        if self._place_awaited is not None:
            (chosen, bulletin_id), self._place_awaited = self._place_awaited, None
            if bulletin_id == self.opened.id:
                self._on_chosen(chosen)

    def _show(self) -> None:
        from desktop_app.domain.bookmark import Shelf

        pane, keeper = self.bench.panes.bookmarks, self.keeper
        shelf = self._shelf or Shelf()
        pane.set_shelf(replace(shelf, kept=keeper.saving, unsaved=keeper.unsaved()))
        pane.offer_undo(keeper.removed())

    def _listed(self) -> "tuple[Bookmark, ...]":
        return tuple(one.bookmark for one in self._placed())

    def _placed(self) -> "tuple[PlacedBookmark, ...]":
        return self._shelf.bookmarks if self._shelf is not None else ()

    def _exchange(self) -> "BookmarkExchange":
        """Return what takes bookmarks to files, made when it is wanted."""
        from desktop_app.window.bookmark_exchange import BookmarkExchange

        return BookmarkExchange(self.bench, self.keeper, self._listed, self)

    # -- going there

    def _on_chosen(self, chosen: BookmarkChosen) -> None:
        from desktop_app.domain.bookmark import Whereabouts

        marks = (one for one in self._placed() if one.bookmark.id == chosen.bookmark_id)
        one = next(marks, None)
        if one is None:
            return
        status = self.bench.panes.status
        if one.span is not None:
            self._go(one.span)
            self.bench.panes.bookmarks.mark_current(one.bookmark.id)
            if not chosen.stay:
                self.bench.panes.reader.setFocus()
        elif one.whereabouts is Whereabouts.ELSEWHERE and one.bulletin_id is not None:
            self._place_awaited = chosen, one.bulletin_id
            self.bench.show_place(PlaceWanted(one.bulletin_id, 0))
        elif one.whereabouts is Whereabouts.LOST:
            status.show_done(self.tr("公报的文字已经不同，原处已找不到；书签和笔记都还在"))
        else:
            status.show_done(self.tr("资料库里没有这份公报；书签和笔记都还在"))

    def _go(self, span: Span) -> None:
        if self.opened is None:
            return
        figures, choosing = self.opened.bulletin.figures, self.bench.choosing
        figure = next((f for f in figures if (f.read_start, f.read_end) == span), None)
        if figure is not None:
            choosing.choose(figure.id)
        else:
            choosing.clear()
            self.bench.panes.reader.show_span(*span)

    def _on_mark_clicked(self, chosen: BookmarkChosen) -> None:
        """Show in the list what was clicked in the margin."""
        self.bench.panes.show_left(BOOKMARKS_TAB)
        self.bench.panes.bookmarks.mark_current(chosen.bookmark_id)
