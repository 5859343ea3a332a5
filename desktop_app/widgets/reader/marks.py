"""What is marked over the text: matches, the current one, the chosen figure; ticks beside it."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCharFormat

from desktop_app.services.appearance import LIGHT, Theme, theme
from desktop_app.widgets.reader.document import ReaderDocument
from desktop_app.widgets.reader.ticking import Ticking
from desktop_app.widgets.reader.view import ReaderView

Span = tuple[int, int]


class Marks:
    """The marks of a view. Matches are offsets of the reading text, and survive every switch.

    A long text may hold thousands of matches: only those in and near sight are laid over it.
    """

    def __init__(self, view: ReaderView) -> None:
        self._view = view
        self._theme = theme(LIGHT)
        self._text: ReaderDocument | None = None
        self._chosen: tuple[Span, ...] = ()
        self._pointed: Span | None = None
        self._spans: list[Span] = []
        self._formats: dict[bool, QTextCharFormat] = {}
        self._laid = (0, 0)
        self.matches: tuple[Span, ...] = ()
        self.current: Span | None = None
        self.parts: tuple[Span, ...] = ()
        self._ticking = Ticking(view)

    def set_colours(self, colours: Theme) -> None:
        """Take on the colours of `colours`; what is marked is marked anew by `set_text`."""
        self._theme = colours
        self._formats.clear()
        self._view.ticks.set_colours(colours.current_match, colours.accent)

    def set_text(self, text: ReaderDocument | None, chosen: Sequence[Span] = ()) -> None:
        """Mark the same places in another text; `chosen` is as in `set_chosen`."""
        self._text, self._chosen, self._pointed = text, tuple(chosen), None
        self._place()

    def set_matches(self, matches: Sequence[Span], current: Span | None) -> None:
        """Mark these stretches of the reading text."""
        placed, self.current = tuple(sorted(matches)), current
        if placed == self.matches and self._spans:
            self._tick()
            self._lay()
            return
        self.matches = placed
        self._place()

    def select_current(self) -> None:
        """Select the text of the current match, where it is in sight."""
        if self._text is not None and self.current is not None:
            self._view.select_in_sight(*self._text.span(*self.current))

    def set_chosen(self, spans: Sequence[Span]) -> None:
        """Mark a figure of the document: what was pointed at, then softly what belongs to it.

        Parts of another one go.
        """
        self._chosen, self.parts = tuple(spans), ()
        self._lay()

    def set_parts(self, parts: Sequence[Span]) -> None:
        """Mark stretches of the reading text as what something was reckoned from."""
        self.parts = tuple(parts)
        self._lay()

    def set_pointed(self, span: Span | None) -> None:
        """Mark the stretch of the document that a link led to."""
        if span != self._pointed:
            self._pointed = span
            self._lay()

    def follow(self) -> None:
        """Lay marks over what has come into sight."""
        if not self._spans or self._text is None:
            return
        top = self._view.position_at(0)
        bottom = self._view.position_at(self._view.viewport().height())
        if top < self._laid[0] or bottom >= self._laid[1]:
            self._lay()

    def _place(self) -> None:
        text = self._text
        self._spans = [text.span(*match) for match in self.matches] if text is not None else []
        self._tick()
        self._lay()

    def _tick(self) -> None:
        current = None
        if self._text is not None and self.current is not None:
            current = self._text.span(*self.current)
        self._ticking.set(self._spans, current)

    def _lay(self) -> None:
        text, theme_ = self._text, self._theme
        if text is None:
            return
        marks = []
        if self._spans:
            self._laid = low, high = self._view.stretch_around()
            near = self._spans[bisect_left(self._spans, (low, 0)) :]
            marks = [(*s, self._found(text, s)) for s in near[: bisect_left(near, (high, 0))]]
        marks += [(*text.span(*part), _part(theme_)) for part in self.parts]
        if self._pointed is not None:
            marks.append((*self._pointed, _format(theme_.text, theme_.accent_soft)))
        for span in self._chosen[1:]:
            marks.append((*span, _format(theme_.text, theme_.accent_soft)))
        if self._chosen:
            marks.append((*self._chosen[0], _format(theme_.selected_text, theme_.selected)))
        if self.current is not None:
            current = _format(theme_.current_match_text, theme_.current_match)
            marks.append((*text.span(*self.current), current))
        self._view.mark(marks)

    def _found(self, text: ReaderDocument, span: Span) -> QTextCharFormat:
        """Return how a match is marked: where its colour is the text's own, by its ground alone.

        For a mark with a colour Qt draws the paragraph twice, clipped by all its marks; a ground
        alone it lays below the text, where that has none of its own.
        """
        plain = self._theme.match_text == self._theme.text and not text.is_tinted(span)
        if plain not in self._formats:
            colour = "" if plain else self._theme.match_text
            self._formats[plain] = _format(colour, self._theme.match)
        return self._formats[plain]


def _format(text: str, background: str) -> QTextCharFormat:
    characters = QTextCharFormat()
    if text:
        characters.setForeground(QColor(text))
    characters.setBackground(QColor(background))
    return characters


def _part(theme_: Theme) -> QTextCharFormat:
    """Return how a part looks: on a darker ground than a figure, a lighter one than the chosen."""
    ground = QColor(theme_.figure_line).lightness()

    def apart(colour: str) -> int:
        return abs(QColor(colour).lightness() - ground)

    return _format(max(theme_.text, theme_.page, key=apart), theme_.figure_line)
