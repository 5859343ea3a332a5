"""All stages joined: a source text becomes the bulletins it holds."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

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
from desktop_app.pipeline.outline import read_outline
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
_KEY_LENGTH = 16


def understand(source: SourceText, notes: EditorialNotes | None = None) -> tuple[Bulletin, ...]:
    """Return the bulletins of a file with everything understood of them; at present one.

    What `notes` decide wins over what was read; where the two differ, a finding names both.

    Raises:
        DataError: a decision of `notes` does not fit the source.
    """
    text, repairs = repair(source.text, notes.decisions if notes else ())
    outline = read_outline(text)
    read = metadata.describe(source, text, outline)
    info = _decided(read, notes)
    figures = extract(text, outline, repairs, info.year)
    bulletin = Bulletin(
        key=(notes.key if notes else "") or source.sha256[:_KEY_LENGTH],
        info=info,
        text=text,
        sections=outline.sections,
        passages=outline.passages,
        figures=figures,
        repairs=repairs,
        findings=(
            *metadata.title_findings(text, outline),
            *_differences(read, info),
            *audit.check(text, outline, figures, info.year),
        ),
        receipt=_receipt(text, outline, figures, repairs),
    )
    return (bulletin,)


def _decided(read: BulletinInfo, notes: EditorialNotes | None) -> BulletinInfo:
    if notes is None:
        return read
    decided = {name: getattr(notes.info, name) for name in EDITORIAL_FIELDS}
    return replace(read, **{name: value for name, value in decided.items() if value})


def _differences(read: BulletinInfo, info: BulletinInfo) -> Iterator[Finding]:
    """Yield a finding for each field that was read one way and decided another."""
    names: dict[str, str] = resources.table("outline")["field_names"]
    for name in EDITORIAL_FIELDS:
        own, decided = getattr(read, name), getattr(info, name)
        if own and own != decided:
            words = _say("finding_editorial", field=names[name], decided=decided, read=own)
            reading = Reading(_say("reading_from_file"), str(own))
            yield Finding("editorial", "待核实", words, str(decided), (reading,))


def _receipt(
    text: ReadingText, outline: Outline, figures: Sequence[Figure], repairs: Sequence[Repair]
) -> Receipt:
    rules = Counter(repair.rule for repair in repairs)
    return Receipt(
        lines=len(text.source.splitlines()),
        skipped=tuple(_skipped(text.source, outline.passages, repairs)),
        tables=_tables(text, outline.passages),
        figures=len(figures),
        doubtful=sum(figure.doubtful for figure in figures),
        repairs=dict(sorted(rules.items())),
    )


def _skipped(
    source: str, passages: Sequence[Passage], repairs: Sequence[Repair]
) -> Iterator[tuple[int, str]]:
    """Yield the lines of the source, from 1, that hold something and became no passage."""
    start = at = 0
    for number, line in enumerate(source.splitlines(keepends=True), start=1):
        end = start + len(line)
        # Both go through the text in its order, so that no passage is looked at for every line.
        while at < len(passages) and passages[at].end <= start:
            at += 1
        kept = at < len(passages) and passages[at].start < end
        if line.strip() and not kept:
            rules = [r.rule for r in repairs if r.start < end and start < r.end]
            why = _say("skipped_removed", rule=rules[0]) if rules else _say("skipped_empty")
            yield number, why
        start = end


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
