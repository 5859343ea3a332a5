"""Damage of a known kind is mended, of any other kind marked; each module knows one kind.

What the editor decided comes first. Then the bytes: glosses, runs read one byte off, markup, lone
`?`. Then the lines: table rows, lost chapter numbers, breaks. Then width and spacing,
which are normalisation and no repairs, and last the script. A stage sees what the stages before
it made of the text.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from desktop_app.domain.bulletin import Certainty, ReadingText, Repair
from desktop_app.domain.editorial import Decision
from desktop_app.domain.errors import DataError
from desktop_app.pipeline.repair.draft import Change, Draft
from desktop_app.pipeline.repair.glosses import glosses, straddling_glosses
from desktop_app.pipeline.repair.headings import chapter_numbers, heading_commas
from desktop_app.pipeline.repair.lines import breaks
from desktop_app.pipeline.repair.marks import LOST, doubled_stops, stopped_decimals, stray_marks
from desktop_app.pipeline.repair.markup import angle_titles, markup
from desktop_app.pipeline.repair.misdecode import misdecoded
from desktop_app.pipeline.repair.numbers import (
    RULES,
    broken_numbers,
    cell_numbers,
    misread_digits,
    number_gaps,
    number_marks,
)
from desktop_app.pipeline.repair.page_ends import page_ends
from desktop_app.pipeline.repair.pipes import boxed_rows, pipe_rows
from desktop_app.pipeline.repair.scripts import to_simplified
from desktop_app.pipeline.repair.spaced import spaced_rows
from desktop_app.pipeline.repair.variants import variant_forms
from desktop_app.pipeline.repair.width import line_ends, spaces, tabs, widths
from desktop_app.pipeline.traditional import to_traditional

_TIDYING = (
    straddling_glosses,
    tabs,
    pipe_rows,
    boxed_rows,
    spaced_rows,
    chapter_numbers,
    heading_commas,
    page_ends,
    breaks,
    angle_titles,
    widths,
    doubled_stops,
    stopped_decimals,
    spaces,
    misread_digits,
    number_gaps,
    number_marks,
    cell_numbers,
    broken_numbers,
    variant_forms,
)


def repair(
    source: str, decisions: Sequence[Decision] = ()
) -> tuple[ReadingText, tuple[Repair, ...]]:
    """Return the reading text of `source` and what was mended or marked in it.

    Raises:
        DataError: a decision's text does not occur exactly once in `source`.
    """
    draft = Draft(source)
    draft.apply(_decided(source, decisions))
    draft.apply(line_ends(draft.text))
    removed = list(glosses(draft.text))
    glossed = Counter(draft.text[change.start - 1] for change in removed)
    draft.apply(removed)
    draft.apply(_misdecoded(draft.text, _always(glossed, draft.text)))
    draft.apply(markup(draft.text))
    draft.apply(stray_marks(draft.text, draft.unknown))
    for stage in _TIDYING:
        draft.apply(_outside(draft.unknown, stage(draft.text)))
    hans = to_simplified(draft.text)
    text = ReadingText(source, hans, to_traditional(hans), draft.edits())
    return text, _repairs(draft, text)


def _misdecoded(text: str, glossed: Sequence[str]) -> list[Change]:
    """Return the changes of misread bytes, whichever sign stands for the lone ones."""
    changes = misdecoded(text.replace(LOST, "?"), glossed)
    return [
        replace(change, becomes=text[change.start : change.end])
        if change.certainty is Certainty.UNKNOWN
        else change
        for change in changes
    ]


def _always(glossed: Counter[str], text: str) -> list[str]:
    """Return the characters of `text` that had a gloss wherever they stand."""
    present = Counter(text)
    return [char for char, times in glossed.items() if present[char] == times]


def _outside(spans: Iterable[tuple[int, int]], changes: Iterable[Change]) -> list[Change]:
    """Return the `changes` that leave `spans` as they stand."""
    kept_places = {place for start, end in spans for place in range(start, end)}
    return [c for c in changes if kept_places.isdisjoint(range(c.start, c.end))]


def _decided(source: str, decisions: Sequence[Decision]) -> list[Change]:
    changes = []
    for decision in decisions:
        if source.count(decision.source) != 1:
            raise DataError("decision_misplaced", source=decision.source)
        at = source.index(decision.source)
        end = at + len(decision.source)
        changes.append(Change(at, end, decision.reads, "editorial", Certainty.EDITORIAL))
    return changes


def _repairs(draft: Draft, text: ReadingText) -> tuple[Repair, ...]:
    repairs = []
    for mark in draft.reported(text.map):
        read = text.hans[text.map.to_reading(mark.start) : text.map.to_reading(mark.end)]
        damaged = draft.source[mark.start : mark.end]
        repairs.append(Repair(mark.start, mark.end, damaged, read, mark.certainty, mark.rule))
    return tuple(repairs)


def damaged_spans(repairs: Sequence[Repair]) -> tuple[tuple[int, int], ...]:
    """Return the stretches of the source whose reading is not proven, with one character before.

    A number that touches one of them is doubtful, from either side: its digits may be gone, or
    what it counts.
    """
    return tuple(
        (max(repair.start - 1, 0), repair.end)
        for repair in repairs
        if repair.certainty is Certainty.UNKNOWN
        or (repair.certainty is Certainty.LIKELY and _leaves_doubt(repair.rule))
    )


def _leaves_doubt(rule: str) -> bool:
    return rule.startswith("misdecode") or rule in RULES


def unread_spans(repairs: Sequence[Repair]) -> tuple[tuple[int, int], ...]:
    """Return the stretches of the source that could not be read.

    A figure that has its name from there is doubtful.
    """
    return tuple((r.start, r.end) for r in repairs if r.certainty is Certainty.UNKNOWN)
