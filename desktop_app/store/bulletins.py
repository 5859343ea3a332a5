"""Reads bulletins out of a library: rows in, frozen structs out."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import MsgspecError, Struct, json

from desktop_app.domain.bulletin import (
    Bulletin,
    BulletinInfo,
    Certainty,
    Figure,
    Finding,
    Kind,
    Passage,
    PassageKind,
    Reading,
    ReadingText,
    Receipt,
    Repair,
    Section,
)
from desktop_app.domain.textmap import Edit
from desktop_app.store import said
from desktop_app.store.schema import columns_of


class BulletinEntry(Struct, frozen=True):
    """A bulletin of a library as a list shows it; `id` holds for this library file alone."""

    id: int
    key: str
    info: BulletinInfo


def _rows(kind: type[Struct], table: str) -> str:
    """Return the SQL for the rows of `table` of one bulletin, columns in the order of `kind`.

    It is one value, a JSON array of arrays: to hand over a row at a time, SQLite would wait for
    the window to pause at each of them.
    """
    columns = ", ".join(columns_of(kind))
    # Both names come from the schema, never from outside.
    ordered = f"SELECT * FROM {table} WHERE bulletin_id = :bulletin ORDER BY id"  # noqa: S608
    return f"(SELECT json_group_array(json_array({columns})) FROM ({ordered}))"  # noqa: S608


_INFO_COLUMNS = ", ".join(columns_of(BulletinInfo))
_ENTRIES = f"SELECT id, key, {_INFO_COLUMNS} FROM bulletin ORDER BY id"  # noqa: S608 - as above
_PARTS = (
    (Section, "section"),
    (Passage, "passage"),
    (Figure, "figure"),
    (Repair, "repair"),
    (Finding, "finding"),
)
_BULLETIN = f"""
    SELECT {", ".join(_rows(*part) for part in _PARTS)},
           key, source, hans, hant, edits, receipt, {_INFO_COLUMNS}
      FROM bulletin WHERE id = :bulletin
"""  # noqa: S608 - as above


def entries(connection: sqlite3.Connection) -> tuple[BulletinEntry, ...]:
    """Return what the library holds, in the order it was built in."""
    return tuple(
        BulletinEntry(row[0], row[1], BulletinInfo(*row[2:]))
        for row in connection.execute(_ENTRIES)
    )


def bulletin(connection: sqlite3.Connection, bulletin_id: int) -> Bulletin:
    """Return the bulletin `bulletin_id`, whole.

    Raises:
        KeyError: the library holds none with this id.
        TypeError, ValueError: a row holds what no bulletin of ours does.
    """
    row = connection.execute(_BULLETIN, {"bulletin": bulletin_id}).fetchone()
    if row is None:
        raise KeyError(bulletin_id)
    try:
        return _whole(row)
    except (LookupError, MsgspecError) as error:
        raise ValueError(bulletin_id) from error


def _whole(row: tuple[Any, ...]) -> Bulletin:
    sections, passages, figures, repairs, findings = map(json.decode, row[: len(_PARTS)])
    key, source, hans, hant, edits, receipt, *info = row[len(_PARTS) :]
    return Bulletin(
        key=key,
        info=BulletinInfo(*info),
        text=ReadingText(source, hans, hant, tuple(Edit(*edit) for edit in json.decode(edits))),
        sections=tuple(Section(*values) for values in sections),
        passages=tuple(map(_passage, passages)),
        figures=tuple(map(figure_of, figures)),
        repairs=tuple(map(_repair, repairs)),
        findings=tuple(map(_finding, findings)),
        receipt=_receipt(receipt),
    )


def _places(kind: type[Struct], names: Iterable[str]) -> tuple[int, ...]:
    """Return where the fields `names` stand in a row of `kind`."""
    return tuple(map(kind.__struct_fields__.index, names))


# Looked up, not called: a bulletin has thousands.
_PASSAGE_KINDS = {kind.value: kind for kind in PassageKind}
_KINDS = {kind.value: kind for kind in Kind}
_CERTAINTIES = {certainty.value: certainty for certainty in Certainty}

(_PASSAGE_KIND,) = _places(Passage, ["kind"])
_FIGURE_KIND, _FIGURE_NOTES, _FIGURE_DOUBTFUL = _places(Figure, ["kind", "notes", "doubtful"])
(_REPAIR_CERTAINTY,) = _places(Repair, ["certainty"])
_FINDING_READINGS, _FINDING_SPANS, _FINDING_SAID = _places(Finding, ["readings", "spans", "said"])


def _passage(values: list[Any]) -> Passage:
    values[_PASSAGE_KIND] = _PASSAGE_KINDS[values[_PASSAGE_KIND]]
    return Passage(*values)


def figure_of(row: Sequence[Any]) -> Figure:
    """Return the figure of a row whose columns are those of `Figure`."""
    values = list(row)
    values[_FIGURE_KIND] = _KINDS[values[_FIGURE_KIND]]
    values[_FIGURE_NOTES] = tuple(json.decode(values[_FIGURE_NOTES]))
    values[_FIGURE_DOUBTFUL] = bool(values[_FIGURE_DOUBTFUL])
    return Figure(*values)


def _repair(values: list[Any]) -> Repair:
    values[_REPAIR_CERTAINTY] = _CERTAINTIES[values[_REPAIR_CERTAINTY]]
    return Repair(*values)


def _finding(values: list[Any]) -> Finding:
    readings, spans, words = (
        json.decode(values[at]) for at in (_FINDING_READINGS, _FINDING_SPANS, _FINDING_SAID)
    )
    values[_FINDING_READINGS] = tuple(_reading(*one) for one in readings)
    values[_FINDING_SPANS] = tuple(map(tuple, spans))
    values[_FINDING_SAID] = tuple(map(said.decoded, words))
    return Finding(*values)


def _reading(formula: str, computed: str, words: list[Any] | None = None) -> Reading:
    return Reading(formula, computed, None if words is None else said.decoded(words))


def _receipt(text: str) -> Receipt:
    values = json.decode(text)
    for told in ("skipped", "unread"):
        values[told] = tuple((line, what) for line, what in values[told])
    return Receipt(**values)
