"""Which runs of the text shown are figures, mended places or titles, and how they overlap."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from desktop_app.domain.bulletin import Bulletin, Certainty, Figure, Repair
from desktop_app.widgets.reader.note_links import NoteLink
from desktop_app.widgets.reader.punctuation import tight_places
from desktop_app.widgets.reader.shown_text import ShownText
from desktop_app.widgets.reader.style import Mark

_LONGEST_JOINED = 16
_FIGURES = frozenset({Mark.FIGURE, Mark.FIGURE | Mark.DOUBTFUL})
# Sub-items run into their sentences (一是…): bold, a paragraph would be mostly black.
_LOWEST_BOLD = 2
# Repairs that drop a stray gloss or break: a thousand dotted lines would say nothing.
_TAKING_OUT = frozenset({"gloss", "line_break", "page_end"})


class Stretch(Struct, frozen=True):
    """A run of the text shown and what it is: `mark` is made of the bits of Mark."""

    start: int
    end: int
    mark: int


class Stretches:
    """Every marked run of a bulletin's text shown; `links` are the marks of its notes.

    `wide_quotes` is as in `punctuation.tight_places`.
    """

    def __init__(
        self,
        bulletin: Bulletin,
        shown: ShownText,
        links: Iterable[NoteLink] = (),
        *,
        wide_quotes: bool = True,
    ) -> None:
        self._shown, self._wide_quotes = shown, wide_quotes
        marks = (
            Stretch(*shown.of_reading(*link.span), _mark_of(link, bulletin.text.hans))
            for link in links
        )
        found = (*_stretches(bulletin, shown), *marks)
        self._all = sorted(found, key=lambda stretch: stretch.start)
        self._starts = [stretch.start for stretch in self._all]

    def within(self, start: int, end: int) -> list[Stretch]:
        """Return those that begin in a stretch of the text shown."""
        first = bisect_left(self._starts, start)
        found = self._all[first : bisect_left(self._starts, end)]
        places = tight_places(self._shown.text, start, end, wide_quotes=self._wide_quotes)
        tight = [Stretch(at, at + 1, Mark.TIGHT) for at in places]
        return sorted((*found, *tight), key=lambda stretch: stretch.start) if tight else found

    def joiners(self, stretches: Iterable[Stretch], first: int) -> list[int]:
        """Return where joiners hold a line together, counted from `first`.

        They keep a number and its unit on one line, and the mark of a note at its word.
        """
        text, joiners = self._shown.text, []
        for stretch in stretches:
            if stretch.mark & Mark.NOTE_MARK and stretch.start > first:
                joiners.append(stretch.start - first)
            figure = stretch.mark in _FIGURES
            if not figure or stretch.end - stretch.start > _LONGEST_JOINED:
                continue
            inner = text[stretch.start + 1 : stretch.end]
            if not inner.isascii():
                begin = stretch.start + 1 - first
                joiners += [at for at, char in enumerate(inner, begin) if not char.isascii()]
        return joiners

    def breaks(self, stretches: Iterable[Stretch], first: int) -> list[int]:
        """Return where a line may begin, counted from `first`: at a number behind a note's mark.

        A number would hold on to the mark in brackets, and both would leave the word.
        """
        text = self._shown.text
        return [
            stretch.end - first
            for stretch in stretches
            if stretch.mark & Mark.NOTE_MARK and text[stretch.end : stretch.end + 1].isdecimal()
        ]


def states_change(figure: Figure) -> bool:
    """Whether the growth of a figure is printed as a number apart from its own."""
    stated = figure.change_read_start, figure.change_read_end
    return stated[0] < stated[1] and stated != (figure.read_start, figure.read_end)


def is_marked(repair: Repair) -> bool:
    """Whether a reader should see this repair: not where something was only taken out."""
    if repair.certainty is Certainty.UNKNOWN:
        return True
    return bool(repair.repaired) and repair.rule not in _TAKING_OUT


def runs(stretches: Sequence[Stretch], start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Cut `start` to `end` where any stretch begins or ends; overlapping marks add up.

    `stretches` are in the order of their starts.
    """
    at = start
    # Most passages have none that overlap, and there is nothing to add up.
    if all(one.end <= two.start for one, two in pairwise(stretches)):
        for stretch in stretches:
            if at < stretch.start:
                yield at, stretch.start, Mark.NONE
            at = min(stretch.end, end)
            if stretch.start < at:
                yield stretch.start, at, stretch.mark
        if at < end:
            yield at, end, Mark.NONE
        return
    rims = {start, end}
    for stretch in stretches:
        rims |= {stretch.start, min(stretch.end, end)}
    for at, upto in pairwise(sorted(rims)):
        mark = Mark.NONE
        for stretch in stretches:
            if stretch.start <= at < stretch.end:
                mark |= stretch.mark
        yield at, upto, mark


def _mark_of(link: NoteLink, text: str) -> int:
    """Return how a mark of a note is set: ① and ¹ are small of themselves."""
    raised = not link.back and text[link.span[0]].isascii()
    return Mark.NOTE_MARK | (Mark.RAISED if raised else Mark.NONE)


def _stretches(bulletin: Bulletin, shown: ShownText) -> Iterator[Stretch]:
    doubtful = Mark.FIGURE | Mark.DOUBTFUL
    for figure in bulletin.figures:
        mark = doubtful if figure.doubtful else Mark.FIGURE
        yield Stretch(*shown.of_figure(figure), mark)
        if states_change(figure):
            change = figure.change_read_start, figure.change_read_end
            yield Stretch(*shown.of_reading(*change), mark)
    for repair in bulletin.repairs:
        if is_marked(repair):
            unknown = repair.certainty is Certainty.UNKNOWN
            mark = Mark.UNKNOWN if unknown else Mark.REPAIRED
            yield Stretch(*shown.of_source(repair.start, repair.end), mark)
    for section in bulletin.sections:
        if section.level <= _LOWEST_BOLD:
            title = section.title_read_start, section.title_read_end
            yield Stretch(*shown.of_reading(*title), Mark.TITLE)
