"""What qualifies figures from outside their sentences: notes, 下同, conventions, other places."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from desktop_app.domain.bulletin import Passage, PassageKind
from desktop_app.domain.outline import Note, Outline
from desktop_app.pipeline.figures import lexicon, phrases
from desktop_app.pipeline.figures.bases import UNSTATED, Bases
from desktop_app.pipeline.figures.draft import Draft
from desktop_app.pipeline.figures.notes import Notes
from desktop_app.pipeline.figures.regions import Regions


def qualify(
    drafts: Sequence[tuple[Passage, Draft]],
    notes: Notes,
    regions: Regions,
    year: int | None,
    outline: Outline,
) -> Iterator[tuple[Passage, Draft]]:
    """Yield all figures of a bulletin, in its order, with what qualifies each."""
    bases, status = Bases(notes.all), notes.status()
    scopes: dict[str, str] = {}
    of_tables = notes.of_tables(outline.passages) if notes.all else {}
    for passage, group in groupby(drafts, key=lambda pair: pair[0]):
        rows = [draft for _, draft in group]
        chapter = outline.chapter_at(passage.read_start)
        for draft, cited in zip(rows, notes.cited_by(passage, rows), strict=True):
            draft.indicator = regions.own_name(draft.indicator, draft.region)
            draft.region = regions.region_of(draft.region)
            draft.basis, draft.basis_source = bases.basis_of(draft, cited, chapter)
            of_table = of_tables.get(passage.id, ())
            draft.notes = _texts((*cited, *of_table, *notes.naming(draft)))
            restated = passage.kind is PassageKind.NOTE and _is_of_before(draft, year)
            draft.status = draft.status or _status(draft, restated=restated, status=status)
            draft.scope = _scope(draft, scopes)
            yield passage, draft


def _texts(notes: Sequence[Note]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(note.text for note in notes))


def _is_of_before(draft: Draft, year: int | None) -> bool:
    return year is not None and draft.period[:4].isdigit() and int(draft.period[:4]) < year


def _status(draft: Draft, *, restated: bool, status: str) -> str:
    """Return the status of a figure whose sentence states none; notes restate values of before."""
    if restated and draft.restated:
        return str(lexicon.table()["status"]["restated_name"])
    return status or UNSTATED


def _scope(draft: Draft, scopes: dict[str, str]) -> str:
    """Return a figure's scope; one that 下同 lets last holds for the same name further on.

    投资（不含农户，下同） holds for the investment of every branch, which is a part of it.
    """
    name = phrases.bare(draft.indicator)
    whole = lexicon.pattern(
        "scope.wholes", before="(?!.*外商|.*境外|.*对外).*?", after="$"
    ).fullmatch(name)
    if draft.scope and draft.scope_lasts:
        scopes[name] = draft.scope
        if whole and name.startswith(lexicon.words("scope.everything")):
            scopes[""] = draft.scope
    return draft.scope or scopes.get(name, "") or (scopes.get("", "") if whole else "")
