"""The text of a bulletin as HTML: its contents, its paragraphs, its figures as links to rows."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby, pairwise

from msgspec import Struct

from desktop_app.domain.bulletin import (
    Bulletin,
    Certainty,
    Figure,
    Passage,
    PassageKind,
    Script,
    Section,
)
from desktop_app.domain.printable import on_one_line, printable
from desktop_app.services import citing, exporting, footnotes, papers

# What was only taken out is not shown: a thousand dotted lines would say nothing.
_TAKEN_OUT = frozenset({"gloss", "line_break", "page_end"})
_LOWEST_BOLD = 2


class _Stretch(Struct, frozen=True):
    """A stretch of the text shown; `figure` it belongs to, or what stood there `before` it.

    `raised` is the mark of a note.
    """

    start: int
    end: int
    figure: Figure | None = None
    before: str | None = None
    bold: bool = False
    raised: bool = False


class WebText:
    """The text in one script; `said` are the words of the page, `chapter` is all of it if None."""

    def __init__(
        self,
        bulletin: Bulletin,
        script: Script,
        said: dict[str, str],
        chapter: Section | None = None,
    ) -> None:
        self._bulletin, self._said = bulletin, said
        self._in_source = script is Script.SOURCE
        self._script = script
        text = bulletin.text
        self._text = {Script.HANS: text.hans, Script.HANT: text.hant}.get(script, text.source)
        self._titles = {section.title_read_start: section for section in bulletin.sections}
        span = (0, len(text.hans)) if chapter is None else (chapter.read_start, chapter.read_end)
        self._passages = [p for p in bulletin.passages if span[0] <= p.read_start < span[1]]
        self._imprint = papers.imprint_of(self._passages)
        self._sections = [s for s in bulletin.sections if span[0] <= s.read_start < span[1]]
        self._stretches = sorted(self._all(), key=lambda one: (one.start, one.end))
        self._linked: set[int] = set()

    # -- contents

    def contents(self) -> str:
        """Return the chapters and sections as a list of links with counts of figures."""
        children: dict[int | None, list[Section]] = {}
        for section in self._sections:
            if section.level <= _LOWEST_BOLD:
                children.setdefault(section.parent, []).append(section)
        return self._branch(None, children)

    def _branch(self, parent: int | None, children: dict[int | None, list[Section]]) -> str:
        items = "".join(
            f'<li><a href="#s{section.id}">{escape(self._heading(section))}'
            f"{self._badge(section)}</a>{self._branch(section.id, children)}</li>"
            for section in children.get(parent, ())
        )
        return f"<ul>{items}</ul>" if items else ""

    def _badge(self, section: Section) -> str:
        """Return the place of a chapter's count: of its figures, or of hits while one searches."""
        if section.level > 1:
            return ""
        count = len(self._bulletin.figures_of(section)) or ""
        title = escape(self._said["figure_count"].format(n=count or 0))
        return f' <b data-chapter="{section.id}" data-usual="{count}" title="{title}">{count}</b>'

    def _heading(self, section: Section) -> str:
        if self._script is not Script.HANT:
            return exporting.heading(section)
        text = self._bulletin.text.hant[section.title_read_start : section.title_read_end]
        return " ".join(text.split())

    # -- paragraphs

    def paragraphs(self) -> Iterator[str]:
        """Yield the paragraphs in order, rows that follow one another as one table."""
        if not any(self._bulletin.prints_title(passage) for passage in self._passages):
            yield f"<h1>{escape(citing.title(self._bulletin, self._script))}</h1>\n"
        rows: list[Passage] = []
        for passage in self._passages:
            if passage.kind is PassageKind.TABLE:
                rows.append(passage)
                continue
            yield from self._table(rows)
            rows = []
            yield self._paragraph(passage)
        yield from self._table(rows)

    def _paragraph(self, passage: Passage) -> str:
        section = self._titles.get(passage.read_start)
        tag, css = "p", ""
        if passage.kind is PassageKind.TITLE:
            tag, css = ("h1", "") if self._bulletin.prints_title(passage) else ("p", "sub")
        elif passage.kind is PassageKind.HEADING:
            tag = f"h{min(section.level if section else 1, 3) + 1}"
        elif passage.kind is PassageKind.NOTE:
            css = "sub" if passage.id in self._imprint else "note"
        inner = "<br>".join(self._cells(passage, "\n"))
        anchor = f' id="s{section.id}"' if section else ""
        look = f' class="{css}"' if css else ""
        return f"<{tag}{anchor}{look} {self._about(passage)}>{inner}</{tag}>\n"

    def _table(self, rows: Sequence[Passage]) -> Iterator[str]:
        if not rows:
            return
        shape = papers.shape_of([self._plain_cells(passage) for passage in rows])
        yield '<div class="scroll"><table>\n'
        for number, passage in enumerate(rows):
            cells = self._cells(passage, "\t")
            cells = (cells + [""] * shape.width)[: max(shape.width, 1)]
            if number < shape.captions:
                inner = f'<th class="cap" colspan="{shape.width}">{cells[0]}</th>'
            else:
                tag = "th" if number < shape.captions + shape.heads else "td"
                inner = "".join(f"<{tag}>{cell}</{tag}>" for cell in cells)
            yield f"<tr {self._about(passage)}>{inner}</tr>\n"
        yield "</table></div>\n"

    def _plain_cells(self, passage: Passage) -> list[str]:
        start, end = self._shown(passage)
        return [on_one_line(cell) for cell in self._text[start:end].split("\t")]

    def _about(self, passage: Passage) -> str:
        chapter = self._bulletin.chapter_of(passage.section)
        return f'data-text data-chapter="{chapter.id if chapter else ""}"'

    def _cells(self, passage: Passage, separator: str) -> list[str]:
        """Return the HTML of a passage, cut at every separator."""
        cells = [""]
        for figure, runs in groupby(self._runs(passage), lambda run: _figure_of(run[1])):
            # A figure is one link, whatever is mended or bold in it.
            parts = [""]
            for text, stretches in runs:
                first, *others = printable(text).split(separator)
                parts[-1] += self._marked(first, stretches)
                parts += [self._marked(part, stretches) for part in others]
            if figure is not None:
                parts = [self._link(part, figure) for part in parts]
            cells[-1] += parts[0]
            cells += parts[1:]
        return cells

    def _runs(self, passage: Passage) -> Iterator[tuple[str, list[_Stretch]]]:
        """Yield stretches of the passage's text with all that covers them."""
        start, end = self._shown(passage)
        mine = [one for one in self._stretches if one.start < end and start < one.end]
        rims = {start, end}
        for one in mine:
            rims |= {max(one.start, start), min(one.end, end)}
        for at, upto in pairwise(sorted(rims)):
            yield self._text[at:upto], [s for s in mine if s.start <= at and upto <= s.end]

    def _marked(self, text: str, stretches: Iterable[_Stretch]) -> str:
        if not text:
            return ""
        html = escape(text)
        for one in stretches:
            if one.bold:
                html = f"<strong>{html}</strong>"
            if one.raised:
                html = f"<sup>{html}</sup>"
            if one.before is not None:
                words = self._said["repaired"].format(damaged=one.before or self._said["removed"])
                html = f'<span class="mend" title="{escape(words)}">{html}</span>'
        return html

    def _link(self, html: str, figure: Figure) -> str:
        """Return a figure's text as a link to its row; rows lead to the first of its stretches."""
        if not html:
            return ""
        anchor = "" if figure.id in self._linked else f' id="f{figure.id}"'
        self._linked.add(figure.id)
        doubt = " doubt" if figure.doubtful else ""
        name = figure.indicator + (f"（{self._said['doubtful']}）" if figure.doubtful else "")
        title = escape(" ".join(printable(name).split()))
        return f'<a class="fig{doubt}"{anchor} href="#r{figure.id}" title="{title}">{html}</a>'

    # -- where it stands

    def _shown(self, passage: Passage) -> tuple[int, int]:
        if self._in_source:
            return passage.start, passage.end
        return passage.read_start, passage.read_end

    def _all(self) -> Iterator[_Stretch]:
        yield from self._figures()
        for section in self._bulletin.sections:
            if section.level <= _LOWEST_BOLD:
                span = section.title_read_start, section.title_read_end
                yield _Stretch(*self._of_reading(span), bold=True)
        for note in footnotes.cited(self._bulletin):
            for span in note.cited:
                yield _Stretch(*self._of_reading(span), raised=True)
        if self._in_source:
            return
        to_reading = self._bulletin.text.map.to_reading
        for repair in self._bulletin.repairs:
            unknown = repair.certainty is Certainty.UNKNOWN
            if unknown or (repair.repaired and repair.rule not in _TAKEN_OUT):
                before = " ".join(printable(repair.damaged).split())
                yield _Stretch(to_reading(repair.start), to_reading(repair.end), before=before)

    def _figures(self) -> Iterator[_Stretch]:
        """Yield figures and their printed growth; of two at one place the first."""
        spans: list[_Stretch] = []
        for figure in self._bulletin.figures:
            own = (figure.read_start, figure.read_end)
            if self._in_source:
                spans.append(_Stretch(figure.start, figure.end, figure))
            else:
                spans.append(_Stretch(*own, figure))
            change = (figure.change_read_start, figure.change_read_end)
            if change[0] < change[1] and change != own:
                spans.append(_Stretch(*self._of_reading(change), figure))
        last = 0
        for span in sorted(spans, key=lambda one: (one.start, one.end)):
            if span.start >= last:
                yield span
                last = span.end

    def _of_reading(self, span: tuple[int, int]) -> tuple[int, int]:
        return self._bulletin.text.map.to_source(*span) if self._in_source else span


def _figure_of(stretches: Iterable[_Stretch]) -> Figure | None:
    return next((one.figure for one in stretches if one.figure is not None), None)
