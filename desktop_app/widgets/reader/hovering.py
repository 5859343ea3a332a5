"""Shows the card of what the mouse rests on, or of the figure that the keyboard chose."""

from types import ModuleType
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from desktop_app.domain.bulletin import Figure
from desktop_app.services import scripts
from desktop_app.services.appearance import Theme
from desktop_app.services.scripts import Spell
from desktop_app.widgets.reader.document import ReaderDocument
from desktop_app.widgets.reader.note_links import NoteLink, NoteLinks
from desktop_app.widgets.reader.view import ReaderView

if TYPE_CHECKING:
    from desktop_app.widgets.reader.hover_card import CardText, HoverCard

_HOVER_MS = 180


class Hovering(QObject):
    """The card of `view`, made when the first one is shown.

    `over` is the position under the mouse, -1 where there is no text.
    """

    def __init__(self, view: ReaderView, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme
        self._text: ReaderDocument | None = None
        self._links = NoteLinks(None)
        self._spell: Spell = scripts.as_is
        self.over = -1
        self._card: HoverCard | None = None
        self._timer = QTimer(self, singleShot=True, interval=_HOVER_MS)
        self._timer.timeout.connect(self._show_hovered)
        view.position_hovered.connect(self._on_position_hovered)
        view.installEventFilter(self)

    def set_colours(self, theme: Theme) -> None:
        """Show cards in the colours of `theme` from now on."""
        self._theme = theme

    def set_text(
        self, text: ReaderDocument | None, links: NoteLinks, spell: Spell = scripts.as_is
    ) -> None:
        """Tell of what stands in `text`, in the script that `spell` writes."""
        self.hide()
        self._spell = spell
        self._text, self._links = text, links

    def show_figure(self, figure: Figure) -> None:
        """Show the card of a figure beside it."""
        span = self._text.figure_span(figure.id) if self._text is not None else None
        if span is not None:
            self._show(self.figure_text(figure), self._view.rect_of(*span))

    def show_link(self, link: NoteLink) -> None:
        """Show the card of a note beside its mark, and tell a screen reader of it."""
        if self._text is not None:
            card = self._note_text(link)
            self._show(card, self._view.rect_of(*self._text.span(*link.span)))
            self._view.tell(card.spoken())

    def figure_text(self, figure: Figure) -> "CardText":
        """Return what the card says of a figure."""
        assert self._text is not None
        damage = self._text.damage_of(figure)
        text: CardText = self._cards().of_figure(figure, damage, self._spell)
        return text

    def hide(self) -> None:
        """Put the card away."""
        if self._card is not None:
            self._card.hide()

    def _on_position_hovered(self, position: int) -> None:
        self._view.viewport().setCursor(self._shape(position))
        self.over = position
        if position < 0:
            self._timer.stop()
            self.hide()
        elif self._card is None or self._card.isHidden():
            self._timer.start()
        else:
            self._show_hovered()

    def _shape(self, position: int) -> Qt.CursorShape:
        text = self._text
        leads = (
            text is not None
            and position >= 0
            and (text.figure_at(position) or self._links.at(text.to_reading(position)))
        )
        return Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.IBeamCursor

    def _show_hovered(self) -> None:
        text, over = self._text, self.over
        if text is None or over < 0:
            return
        near = self._view.rect_of(over, over + 1)
        figure, repair = text.figure_at(over), text.repair_at(over)
        link = self._links.at(text.to_reading(over))
        if figure is not None:
            card = self.figure_text(figure)
            if repair is not None and not figure.doubtful:
                card = replace(card, rows=(*card.rows, *self._cards().of_repair(repair).rows))
            self._show(card, self._view.rect_of(*text.span_at(over)))
        elif link is not None:
            self._show(self._note_text(link), near)
        elif repair is not None:
            self._show(self._cards().of_repair(repair), near)
        else:
            self.hide()

    def _note_text(self, link: NoteLink) -> "CardText":
        text: CardText = self._cards().of_note(link.note, back=link.back, spell=self._spell)
        return text

    @staticmethod
    def _cards() -> ModuleType:
        """Return what writes the cards, loaded when the first one is shown."""
        from desktop_app.widgets.reader import card_text

        return card_text

    def _show(self, text: "CardText", near: QRect) -> None:
        window = self._view.window()
        if self._card is None:
            from desktop_app.widgets.reader.hover_card import HoverCard

            self._card = HoverCard(window)
        corner = self._view.viewport().mapTo(window, QPoint(0, 0))
        self._card.show_text(text, self._theme, near.translated(corner))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        card = self._card
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and card is not None
            and card.isVisible()
        ):
            # Esc puts away one thing at a time.
            card.hide()
            return True
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.KeyPress):
            self.hide()
        return super().eventFilter(watched, event)
