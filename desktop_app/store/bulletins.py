"""Reads bulletins out of a library: rows in, frozen structs out."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

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
from desktop_app.store.schema import columns_of

_T = TypeVar("_T")


class BulletinEntry(Struct, frozen=True):
    """A bulletin of a library as a list shows it; `id` holds for this library file alone."""

    id: int
    key: str
    info: BulletinInfo


def _select(kind: type[Struct], table: str) -> str:
    """Return the SQL for the rows of `table` of one bulletin, columns in the order of `kind`."""
    columns = ", ".join(columns_of(kind))
    # Both names come from the schema, never from outside.
    return f"SELECT {columns} FROM {table} WHERE bulletin_id = :bulletin ORDER BY id"  # noqa: S608


_INFO_COLUMNS = ", ".join(columns_of(BulletinInfo))
_ENTRIES = f"SELECT id, key, {_INFO_COLUMNS} FROM bulletin ORDER BY id"  # noqa: S608 - as above
_HEAD = f"""
    SELECT key, source, hans, hant, edits, receipt, {_INFO_COLUMNS}
      FROM bulletin WHERE id = :bulletin
"""  # noqa: S608 - as above
_SECTIONS = _select(Section, "section")
_PASSAGES = _select(Passage, "passage")
_FIGURES = _select(Figure, "figure")
_REPAIRS = _select(Repair, "repair")
_FINDINGS = _select(Finding, "finding")


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
    parameters = {"bulletin": bulletin_id}
    head = connection.execute(_HEAD, parameters).fetchone()
    if head is None:
        raise KeyError(bulletin_id)
    try:
        return _whole(connection, parameters, head)
    except (LookupError, MsgspecError) as error:
        raise ValueError(bulletin_id) from error


def _whole(
    connection: sqlite3.Connection, parameters: Mapping[str, int], head: tuple[Any, ...]
) -> Bulletin:
    key, source, hans, hant, edits, receipt = head[:6]

    def read(sql: str, make: Callable[[tuple[Any, ...]], _T]) -> tuple[_T, ...]:
        return tuple(map(make, connection.execute(sql, parameters)))

    return Bulletin(
        key=key,
        info=BulletinInfo(*head[6:]),
        text=ReadingText(source, hans, hant, tuple(Edit(*edit) for edit in json.decode(edits))),
        sections=read(_SECTIONS, lambda row: Section(*row)),
        passages=read(_PASSAGES, _passage),
        figures=read(_FIGURES, _figure),
        repairs=read(_REPAIRS, _repair),
        findings=read(_FINDINGS, _finding),
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
_FINDING_READINGS, _FINDING_SPANS = _places(Finding, ["readings", "spans"])


def _passage(row: tuple[Any, ...]) -> Passage:
    values = list(row)
    values[_PASSAGE_KIND] = _PASSAGE_KINDS[values[_PASSAGE_KIND]]
    return Passage(*values)


def _figure(row: tuple[Any, ...]) -> Figure:
    values = list(row)
    values[_FIGURE_KIND] = _KINDS[values[_FIGURE_KIND]]
    values[_FIGURE_NOTES] = tuple(json.decode(values[_FIGURE_NOTES]))
    values[_FIGURE_DOUBTFUL] = bool(values[_FIGURE_DOUBTFUL])
    return Figure(*values)


def _repair(row: tuple[Any, ...]) -> Repair:
    values = list(row)
    values[_REPAIR_CERTAINTY] = _CERTAINTIES[values[_REPAIR_CERTAINTY]]
    return Repair(*values)


def _finding(row: tuple[Any, ...]) -> Finding:
    values = list(row)
    values[_FINDING_READINGS] = tuple(
        Reading(*pair) for pair in json.decode(row[_FINDING_READINGS])
    )
    values[_FINDING_SPANS] = tuple(tuple(span) for span in json.decode(row[_FINDING_SPANS]))
    return Finding(*values)


def _receipt(text: str) -> Receipt:
    values = json.decode(text)
    values["skipped"] = tuple((line, why) for line, why in values["skipped"])
    return Receipt(**values)
