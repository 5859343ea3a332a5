"""What can be exported, in which formats, and how a file of it is named."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from desktop_app.domain.bulletin import Bulletin, Section
from desktop_app.domain.choices import Order
from desktop_app.domain.errors import DataError
from desktop_app.services import citing, exporting, papers, searching, tables
from desktop_app.services.exporting import ChosenFigures
from desktop_app.services.file_names import file_name
from desktop_app.services.papers import Paper
from desktop_app.services.tables import Found, Manner, Table
from desktop_app.store.library import Library

MOST_HITS = 10_000
"""So many passages of a search are exported; a table with more tells that there are more."""


class TextOf(Struct, frozen=True):
    """The reading text of a bulletin, or of one chapter of it."""

    bulletin: Bulletin
    chapter: Section | None = None

    def name(self, manner: Manner) -> str:
        """Return what a file of it is called, without a suffix."""
        title = citing.title(self.bulletin, manner.script)
        chapter = exporting.heading(self.chapter) if self.chapter else ""
        return file_name(f"{title} {chapter}")

    def paper(self, manner: Manner) -> Paper:
        """Return it to be read."""
        return papers.of_text(self.bulletin, manner, self.chapter)


class FiguresOf(Struct, frozen=True):
    """Figures; `part` is what of their bulletin they are, such as a chapter, for the name."""

    chosen: tuple[ChosenFigures, ...]
    part: str = ""

    def name(self, manner: Manner) -> str:
        """Return what a file of it is called, without a suffix."""
        bulletins = [of_one.bulletin for of_one in self.chosen]
        return file_name(f"{tables.title_of('figures', bulletins, manner)} {self.part}")

    def table(self, manner: Manner) -> Table:
        """Return it as a table.

        Raises:
            DataError: there are no figures.
        """
        if not any(of_one.figures for of_one in self.chosen):
            raise DataError("export_no_figures")
        return tables.of_figures(self.chosen, manner)


class HitsOf(Struct, frozen=True):
    """What a search found; `more` says that it found more than this."""

    found: tuple[Found, ...]
    query: str
    more: bool = False
    part: str = ""

    def name(self, manner: Manner) -> str:
        """Return what a file of it is called, without a suffix."""
        return file_name(manner.words("export_title_hits", query=self.query))

    def table(self, manner: Manner) -> Table:
        """Return it as a table.

        Raises:
            DataError: nothing was found.
        """
        if not self.found:
            raise DataError("export_no_hits", query=self.query)
        table = tables.of_hits(self.found, self.query, manner)
        if not self.more:
            return table
        more = manner.words("export_note_more", shown=len(self.found))
        return Table(table.title, table.columns, table.groups, (*table.notes, more))


class FindingsOf(Struct, frozen=True):
    """What the audit says of bulletins."""

    bulletins: tuple[Bulletin, ...]
    part: str = ""

    def name(self, manner: Manner) -> str:
        """Return what a file of it is called, without a suffix."""
        return file_name(tables.title_of("findings", self.bulletins, manner))

    def table(self, manner: Manner) -> Table:
        """Return it as a table.

        Raises:
            DataError: there are no findings.
        """
        if not any(bulletin.findings for bulletin in self.bulletins):
            raise DataError("export_no_findings")
        return tables.of_findings(self.bulletins, manner)


class ReadyTable(Struct, frozen=True):
    """A table as it is shown, made already: of several bulletins side by side."""

    ready: Table
    part: str = ""

    def name(self, _manner: Manner) -> str:
        """Return what a file of it is called, without a suffix."""
        return file_name(self.ready.title)

    def table(self, _manner: Manner) -> Table:
        """Return it."""
        return self.ready


Content = TextOf | FiguresOf | HitsOf | FindingsOf | ReadyTable


def text_of(library: Library, bulletin: str = "", chapter: str = "") -> TextOf:
    """Return the text of the bulletin that is named, or of the only one.

    Raises:
        DataError: there is no such bulletin or chapter, or there are several bulletins.
    """
    entries = library.bulletins()
    if not entries:
        raise DataError("library_without_bulletins", path=str(library.path))
    if len(entries) > 1 and not bulletin:
        raise DataError("bulletin_ambiguous", count=len(entries))
    one, *others = exporting.bulletins_called(library, bulletin)
    if others:
        raise DataError("bulletin_ambiguous", count=len(others) + 1)
    if not chapter:
        return TextOf(one)
    found = exporting.chapters_called(one, chapter)
    if not found:
        raise DataError("chapter_missing", chapter=chapter)
    return TextOf(one, found[0])


def hits_of(library: Library, query: str, *, synonyms: bool = True, chapter: str = "") -> HitsOf:
    """Return what a search finds in all bulletins, or in the chapter that is named.

    Raises:
        DataError: the library is damaged.
    """
    asked = f'{query} 章:"{chapter.replace(chr(34), "")}"' if chapter else query
    result = searching.find(library, asked, limit=MOST_HITS, synonyms=synonyms, order=Order.TEXT)
    # Bulletin by bulletin: the library keeps one at a time.
    hits = sorted(result.hits, key=lambda hit: hit.bulletin_id)
    found = tuple(Found(library.bulletin(hit.bulletin_id), hit) for hit in hits)
    return HitsOf(found, query, more=len(found) == MOST_HITS and result.total > MOST_HITS)


def findings_of(library: Library, bulletin: str = "", chapter: str = "") -> FindingsOf:
    """Return the findings of all bulletins, or of those and of the chapter that are named.

    Raises:
        DataError: there is no such bulletin or chapter.
    """
    bulletins = tuple(exporting.bulletins_called(library, bulletin))
    if not chapter:
        return FindingsOf(bulletins)
    found = [
        _with_findings_in(one, section)
        for one in bulletins
        for section in exporting.chapters_called(one, chapter)
    ]
    if not found:
        raise DataError("chapter_missing", chapter=chapter)
    return FindingsOf(tuple(found))


def _with_findings_in(bulletin: Bulletin, section: Section) -> Bulletin:
    kept = tuple(
        finding
        for finding in bulletin.findings
        if any(section.start <= start < section.end for start, _ in finding.spans)
    )
    return replace(bulletin, findings=kept)


def figures_of(library: Library, bulletin: str = "", chapter: str = "") -> FiguresOf:
    """Return the figures of all bulletins, or of those and of the chapter that are named.

    Raises:
        DataError: there is no such bulletin or chapter.
    """
    chosen = exporting.choose(library, chapter, bulletin)
    return FiguresOf(chosen, part=chapter_name(chosen) if chapter else "")


def chapter_name(chosen: Sequence[ChosenFigures]) -> str:
    """Return the heading of the chapter that the first figure stands in."""
    for of_one in chosen:
        for figure in of_one.figures[:1]:
            chapter = of_one.bulletin.chapter_of(figure.section)
            return exporting.heading(chapter) if chapter else ""
    return ""
