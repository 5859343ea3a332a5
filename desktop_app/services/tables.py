"""What is exported as a table: figures, what a search found, what the audit says.

A table is plain text in columns with the notes that belong to it; each file format is made from
the same one. Cells are on one line and hold nothing that a format refuses.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from desktop_app.domain.bulletin import Bulletin, Figure, Finding, Passage, Script
from desktop_app.domain.printable import on_one_line
from desktop_app.domain.search import SearchHit
from desktop_app.services import citing, exporting, findings, source_notes
from desktop_app.services.exporting import ChosenFigures, Column
from desktop_app.system import resources

Row = tuple[str, ...]


class Found(Struct, frozen=True):
    """A hit with the bulletin it stands in."""

    bulletin: Bulletin
    hit: SearchHit


class Manner(Struct, frozen=True):
    """How a table is made: headings in `language`, what is printed in `script`.

    `on_page` chooses the few columns that a page has room for.
    """

    language: str
    script: Script = Script.HANS
    on_page: bool = False

    @classmethod
    def of(cls, language: str, script: Script) -> "Manner":
        """Return the manner for a user's language: headings go along with what is printed."""
        spoken = "zh_TW" if script is Script.HANT and language == "zh_CN" else language
        return cls(spoken, script)

    def columns(self, what: str) -> tuple[Column, ...]:
        """Return the columns of the table of figures, hits or findings."""
        return exporting.columns(self.language, f"{what}_page" if self.on_page else what)

    def words(self, message_id: str, **params: str | int) -> str:
        """Return a sentence of `messages.toml`."""
        return source_notes.words(message_id, self.language, **params)


class Group(Struct, frozen=True):
    """Rows under a heading of their own where a table is printed: those of a chapter."""

    heading: str
    rows: tuple[Row, ...]


class Table(Struct, frozen=True):
    """Columns, rows in groups, and the notes that stand under it wherever it goes."""

    title: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    notes: tuple[str, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for group in self.groups for row in group.rows)


def of_figures(chosen: Sequence[ChosenFigures], manner: Manner) -> Table:
    """Return a row a figure, chapter by chapter in the order they come in."""
    columns = manner.columns("figures")
    groups: list[Group] = []
    for of_one in chosen:
        bulletin = of_one.bulletin
        for chapter, figures in _by_chapter(bulletin, of_one.figures):
            heading = f"{bulletin.info.title}　{chapter}" if len(chosen) > 1 else chapter
            rows = [
                exporting.row(bulletin, figure, manner.language, manner.script)
                for figure in figures
            ]
            groups.append(_group(heading, columns, rows))
    notes = source_notes.of_figures(chosen, manner.language, manner.script)
    title = title_of("figures", _bulletins(chosen), manner)
    return Table(on_one_line(title), columns, tuple(groups), notes)


def of_hits(found: Sequence[Found], query: str, manner: Manner) -> Table:
    """Return a row a passage that answers `query`, in the order it was found in."""
    columns = manner.columns("hits")
    bulletins = list({one.bulletin.key: one.bulletin for one in found}.values())
    figures = [
        ChosenFigures(one.bulletin, (one.bulletin.figure_by_id[one.hit.figure_id],))
        for one in found
        if one.hit.figure_id is not None
    ]
    groups = tuple(
        _group(
            bulletin.info.title if len(bulletins) > 1 else "",
            columns,
            [_hit_row(one, manner) for one in found if one.bulletin.key == bulletin.key],
        )
        for bulletin in bulletins
    )
    notes = source_notes.of_bulletins(bulletins, manner.language, manner.script)
    more = source_notes.of_figures(figures, manner.language, manner.script)
    title = manner.words("export_title_hits", query=query)
    return Table(on_one_line(title), columns, groups, tuple(dict.fromkeys((*notes, *more))))


def of_findings(bulletins: Sequence[Bulletin], manner: Manner) -> Table:
    """Return a row a finding of the audit, with what it rests on."""
    columns = manner.columns("findings")
    groups = tuple(
        _group(
            bulletin.info.title if len(bulletins) > 1 else "",
            columns,
            [_finding_row(bulletin, finding, manner) for finding in bulletin.findings],
        )
        for bulletin in bulletins
    )
    notes = source_notes.of_bulletins(bulletins, manner.language, manner.script)
    title = title_of("findings", bulletins, manner)
    states = manner.words("export_note_findings")
    return Table(on_one_line(title), columns, groups, (*notes, states))


def _group(heading: str, columns: Sequence[Column], rows: Iterable[dict[str, str]]) -> Group:
    cells = tuple(tuple(on_one_line(row[column.name]) for column in columns) for row in rows)
    return Group(on_one_line(heading), cells)


def _by_chapter(
    bulletin: Bulletin, figures: Sequence[Figure]
) -> list[tuple[str, tuple[Figure, ...]]]:
    """Return runs of figures of one chapter; figures in another order than the text's, too."""
    runs: list[tuple[str, list[Figure]]] = []
    for figure in figures:
        chapter = bulletin.chapter_of(figure.section)
        name = exporting.heading(chapter) if chapter else ""
        if not runs or runs[-1][0] != name:
            runs.append((name, []))
        runs[-1][1].append(figure)
    return [(name, tuple(of_it)) for name, of_it in runs]


def _hit_row(one: Found, manner: Manner) -> dict[str, str]:
    bulletin, hit = one.bulletin, one.hit
    if hit.figure_id is None:
        row = dict.fromkeys((column.name for column in manner.columns("hits")), "")
        row |= exporting.place_of(bulletin, hit.section_id)
        row["source"] = citing.source_line(bulletin, manner.script)
    else:
        figure = bulletin.figure_by_id[hit.figure_id]
        row = exporting.row(bulletin, figure, manner.language, manner.script)
    return row | {"text": bulletin.text.of(manner.script, hit.read_start, hit.read_end)}


def _finding_row(bulletin: Bulletin, finding: Finding, manner: Manner) -> dict[str, str]:
    words: dict[str, Any] = resources.table("columns")
    language, passage = manner.language, _passage_of(bulletin, finding)
    sentence = ""
    if passage is not None:
        sentence = bulletin.text.of(manner.script, passage.read_start, passage.read_end)
    return exporting.place_of(bulletin, passage.section if passage else None) | {
        "verdict": words["verdicts"].get(finding.verdict, {}).get(language, finding.verdict),
        "finding": words["findings"].get(finding.kind, {}).get(language, finding.kind),
        "stated": finding.stated,
        "message": findings.message(finding, language),
        "readings": resources.between_clauses(language).join(
            findings.reading(one, language) for one in finding.readings
        ),
        "text": sentence,
        "source": citing.source_line(bulletin, manner.script),
    }


def _passage_of(bulletin: Bulletin, finding: Finding) -> Passage | None:
    """Return the passage that the first place of a finding stands in."""
    if not finding.spans:
        return None
    start = bulletin.text.map.to_reading(finding.spans[0][0])
    return next((p for p in bulletin.passages if p.read_start <= start < p.read_end), None)


def _bulletins(chosen: Iterable[ChosenFigures]) -> list[Bulletin]:
    return list({of_one.bulletin.key: of_one.bulletin for of_one in chosen}.values())


def title_of(what: str, bulletins: Sequence[Bulletin], manner: Manner) -> str:
    """Return what a table holds: `…统计公报　数据`, or of how many bulletins."""
    if len(bulletins) == 1:
        whose = citing.title(bulletins[0], manner.script)
    else:
        whose = manner.words("export_several", count=len(bulletins))
    return manner.words(f"export_title_{what}", title=whose)
