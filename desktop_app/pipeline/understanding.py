"""All stages joined: a source text becomes the bulletins it holds."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from desktop_app.domain.bulletin import (
    Bulletin,
    BulletinInfo,
    Figure,
    Finding,
    Passage,
    PassageKind,
    Reading,
    ReadingText,
    Receipt,
    Repair,
    SourceText,
)
from desktop_app.domain.editorial import EditorialNotes
from desktop_app.domain.messages import Message
from desktop_app.domain.outline import Outline
from desktop_app.pipeline import audit, metadata
from desktop_app.pipeline.figures import extract
from desktop_app.pipeline.figures.unread import lines_of, unread_numbers
from desktop_app.pipeline.outline import read_outlines
from desktop_app.pipeline.repair import repair
from desktop_app.system import resources

# What an editor may decide of `BulletinInfo`; the rest describes the file itself.
EDITORIAL_FIELDS = (
    "title",
    "place",
    "place_code",
    "year",
    "publisher",
    "published",
    "url",
    "accessed",
)
_OF_THE_FIRST = frozenset({"title", "year", "published"})
_KEY_LENGTH = 16


def understand(source: SourceText, notes: EditorialNotes | None = None) -> tuple[Bulletin, ...]:
    """Return the bulletins of a file with everything understood of them, at least one.

    All of them have the whole file's text; sections, figures and the rest are each one's own, as
    is the key (`…`, `…-2`). What `notes` decide wins over what was read; where the two differ, a
    finding names both.

    Raises:
        DataError: a decision of `notes` does not fit the source.
    """
    text, repairs = repair(source.text, notes.decisions if notes else ())
    outlines = read_outlines(text)
    stretches = _stretches(text, outlines)
    read = [metadata.describe(source, text, outline) for outline in outlines]
    # What a page or a title above says is read before it is left out.
    outlines = tuple(
        _without_skipped(outline, _inside(repairs, stretch))
        for outline, stretch in zip(outlines, stretches, strict=True)
    )
    bulletins = [
        _bulletin(text, outline, _inside(repairs, stretch), _decided(info, notes, number), stretch)
        for number, (outline, stretch, info) in enumerate(
            zip(outlines, stretches, read, strict=True), start=1
        )
    ]
    key = (notes.key if notes else "") or source.sha256[:_KEY_LENGTH]
    years_before = _years_before(bulletins)
    return tuple(
        replace(
            bulletin,
            key=key if number == 1 else f"{key}-{number}",
            findings=(
                *metadata.title_findings(text, outline),
                *_differences(info, bulletin.info),
                *audit.check(text, outline, bulletin.figures, bulletin.info.year, before),
            ),
        )
        for number, (bulletin, outline, info, before) in enumerate(
            zip(bulletins, outlines, read, years_before, strict=True), start=1
        )
    )


def _years_before(bulletins: Sequence[Bulletin]) -> Iterator[tuple[Figure, ...]]:
    """Yield for each bulletin the figures that the one of its place and the year before tells.

    Of several, the last of the file speaks: one mended is put below the one it replaces.
    """
    by_year = {(one.info.place, one.info.year): one.figures for one in bulletins}
    for one in bulletins:
        place, year = one.info.place, one.info.year
        yield by_year.get((place, year - 1), ()) if place and year else ()


def _stretches(text: ReadingText, outlines: Sequence[Outline]) -> list[tuple[int, int]]:
    """Return where each bulletin begins and ends in the source; nothing is left between them.

    The last ends past the text, so that it holds what was put at the text's end.
    """
    later = [outline.passages[0].start for outline in outlines[1:]]
    return list(pairwise([0, *later, len(text.source) + 1]))


def _inside(repairs: Sequence[Repair], stretch: tuple[int, int]) -> tuple[Repair, ...]:
    """Return the repairs that begin in a stretch of the source."""
    first, last = (bisect_left(repairs, at, key=lambda repair: repair.start) for at in stretch)
    return tuple(repairs[first:last])


def _bulletin(
    text: ReadingText,
    outline: Outline,
    repairs: tuple[Repair, ...],
    info: BulletinInfo,
    stretch: tuple[int, int],
) -> Bulletin:
    """Return what a stretch of the source holds; it has no key yet, and nothing is checked.

    A line that is left out is no passage; the receipt tells of it.
    """
    figures = extract(text, outline, repairs, info.year, info.place, info.title)
    return Bulletin(
        key="",
        info=info,
        text=text,
        sections=outline.sections,
        passages=outline.passages,
        figures=figures,
        repairs=repairs,
        receipt=_receipt(text, outline, figures, repairs, stretch),
    )


def _decided(read: BulletinInfo, notes: EditorialNotes | None, number: int) -> BulletinInfo:
    """Return what was read with what the editor decided.

    Title, year and date are decided of the file's first bulletin; the rest holds for all.
    """
    if notes is None:
        return read
    names = [name for name in EDITORIAL_FIELDS if number == 1 or name not in _OF_THE_FIRST]
    decided = {name: getattr(notes.info, name) for name in names}
    return replace(read, **{name: value for name, value in decided.items() if value})


def _differences(read: BulletinInfo, info: BulletinInfo) -> Iterator[Finding]:
    """Yield a finding for each field that was read one way and decided another."""
    for name in EDITORIAL_FIELDS:
        own, decided = getattr(read, name), getattr(info, name)
        if own and own != decided:
            field = Message(f"field_{name}")
            said = Message("finding_editorial", {"field": field, "decided": decided, "read": own})
            from_file = Message("reading_from_file")
            reading = Reading(resources.sentence(from_file, "zh_CN"), str(own), from_file)
            words = resources.sentence(said, "zh_CN")
            yield Finding("editorial", "待核实", words, str(decided), (reading,), (), (said,))


def _receipt(
    text: ReadingText,
    outline: Outline,
    figures: Sequence[Figure],
    repairs: Sequence[Repair],
    stretch: tuple[int, int],
) -> Receipt:
    rules = Counter(repair.rule for repair in repairs)
    return Receipt(
        lines=len(text.source[slice(*stretch)].splitlines()),
        skipped=tuple(_skipped(text.source, outline, repairs, stretch)),
        tables=_tables(text, outline.passages),
        figures=len(figures),
        doubtful=sum(figure.doubtful for figure in figures),
        repairs=dict(sorted(rules.items())),
        unread=tuple(lines_of(text.source, list(unread_numbers(text, outline, figures)))),
    )


def _skipped(
    source: str,
    outline: Outline,
    repairs: Sequence[Repair],
    stretch: tuple[int, int],
) -> Iterator[tuple[int, str]]:
    """Yield the lines of a stretch that hold something and became no passage.

    They are counted from 1, from the start of the file.
    """
    start, stretch_end = stretch
    above = len(f"{source[:start]}|".splitlines())
    kept = _Spans([(passage.start, passage.end) for passage in outline.passages])
    left = _Spans([(passage.start, passage.end) for passage, _ in outline.skipped])
    mended = _Spans([(repair.start, repair.end) for repair in repairs])
    for number, line in enumerate(source[start:stretch_end].splitlines(keepends=True), above):
        end = start + len(line)
        if line.strip() and kept.first_in(start, end) is None:
            at = mended.first_in(start, end)
            why = _say("skipped_empty")
            skipped = left.first_in(start, end)
            if skipped is not None:
                why = _say(outline.skipped[skipped][1])
            elif at is not None:
                why = _say("skipped_removed", rule=repairs[at].rule)
            yield number, why
        start = end


def _without_skipped(outline: Outline, repairs: Sequence[Repair]) -> Outline:
    """Return an outline without the passages that may be left out.

    One that was repaired stays, so that every repair has its place in the text.
    """
    mended = _Spans([(repair.start, repair.end) for repair in repairs])
    skipped = tuple(
        (passage, why)
        for passage, why in outline.skipped
        if mended.first_in(passage.start, passage.end) is None
    )
    ids = {passage.id for passage, _ in skipped}
    kept = (passage for passage in outline.passages if passage.id not in ids)
    passages = tuple(replace(passage, id=number) for number, passage in enumerate(kept, start=1))
    return replace(outline, passages=passages, skipped=skipped)


class _Spans:
    """Stretches in their order, none inside another."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def first_in(self, start: int, end: int) -> int | None:
        """Return the first stretch that shares a place with `start` to `end`."""
        at = bisect_right(self._ends, start)
        return at if at < len(self._starts) and self._starts[at] < end else None


def _tables(text: ReadingText, passages: Sequence[Passage]) -> int:
    """Count the tables: runs of rows; a caption after a row begins another."""
    rows = [_is_row(text, p) if p.kind is PassageKind.TABLE else None for p in passages]
    return sum(
        row is not None and (before is None or (before and not row))
        for before, row in pairwise([None, *rows])
    )


def _is_row(text: ReadingText, passage: Passage) -> bool:
    """Whether a passage of a table is a row of cells, not a caption."""
    return "\t" in text.hans[passage.read_start : passage.read_end]


def _say(message: str, **params: str | int) -> str:
    return resources.sentence(Message(message, params), "zh_CN")
