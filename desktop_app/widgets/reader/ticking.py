"""Where the ticks of matches stand beside the text: by characters at once, by the page soon."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, QTimer

from desktop_app.widgets.reader.view import ReaderView

Span = tuple[int, int]

_WAIT_MS = 80
# So much is laid out, and so many matches are placed, between one event and the next.
_CHARACTERS, _MATCHES = 12_000, 100
# More ticks than a scrollbar has pixels say no more.
_MOST = 1_500


class Ticking(QObject):
    """The ticks of a view.

    Where matches stand on the page is known once the whole text is laid out, which nobody who
    types should wait for: it is done by little.
    """

    def __init__(self, view: ReaderView) -> None:
        super().__init__(view)
        self._view = view
        self._spans: Sequence[Span] = ()
        self._current: Span | None = None
        self._steps: Iterator[None] = iter(())
        self._waiting = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._waiting.timeout.connect(self._begin)
        self._working = QTimer(self, interval=0)
        self._working.timeout.connect(self._go_on)
        view.resized.connect(self._wait)

    def set(self, spans: Sequence[Span], current: Span | None) -> None:
        """Tick these stretches of the document, in its order; `current` stronger."""
        self._spans, self._current = thinned(spans), current
        length = max(self._view.document().characterCount(), 1)
        self._put(lambda position: position / length)
        self._wait()

    def _wait(self) -> None:
        self._working.stop()
        if self._spans or self._current is not None:
            self._waiting.start()
        else:
            self._waiting.stop()

    def _begin(self) -> None:
        self._steps = self._place()
        self._working.start()

    def _go_on(self) -> None:
        if next(self._steps, self) is self:
            self._working.stop()

    def _place(self) -> Iterator[None]:
        """Lay the text out and put the ticks, a part of that at each step."""
        view, document = self._view, self._view.document()
        layout, length = document.documentLayout(), document.characterCount()
        for position in range(_CHARACTERS, length, _CHARACTERS):
            layout.blockBoundingRect(document.findBlock(position))
            yield
        tops: dict[int, float] = {}
        current = [self._current] if self._current is not None else []
        for number, (start, _) in enumerate([*self._spans, *current], start=1):
            if number % _MATCHES == 0:
                yield
            tops[start] = view.line_top(start)
        if document is not view.document() or length != document.characterCount():
            # Another text, or one that has been written on: what was reckoned holds no more.
            self._wait()
            return
        height = max(layout.documentSize().height(), 1.0)
        self._put(lambda position: tops[position] / height)

    def _put(self, place: Callable[[int], float]) -> None:
        current = place(self._current[0]) if self._current is not None else None
        self._view.ticks.set_ticks([place(start) for start, _ in self._spans], current)


def thinned(spans: Sequence[Span]) -> Sequence[Span]:
    """Return every so manieth stretch where there are more than a scrollbar can show."""
    every = -(-len(spans) // _MOST)
    return spans[::every] if every > 1 else spans
