"""Reads bulletins out of a library: rows in, frozen dataclasses out."""

import json
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from typing import Any, TypeVar

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

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class BulletinEntry:
    """A bulletin of a library as a list shows it; `id` holds for this library file alone."""

    id: int
    key: str
    info: BulletinInfo


def _select(kind: type, table: str) -> str:
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
    """
    parameters = {"bulletin": bulletin_id}
    head = connection.execute(_HEAD, parameters).fetchone()
    if head is None:
        raise KeyError(bulletin_id)
    key, source, hans, hant, edits, receipt = head[:6]

    def read(sql: str, make: Callable[[tuple[Any, ...]], _T]) -> tuple[_T, ...]:
        return tuple(map(make, connection.execute(sql, parameters)))

    return Bulletin(
        key=key,
        info=BulletinInfo(*head[6:]),
        text=ReadingText(source, hans, hant, tuple(Edit(*edit) for edit in json.loads(edits))),
        sections=read(_SECTIONS, lambda row: Section(*row)),
        passages=read(_PASSAGES, _passage),
        figures=read(_FIGURES, _figure),
        repairs=read(_REPAIRS, _repair),
        findings=read(_FINDINGS, _finding),
        receipt=_receipt(receipt),
    )


def _places(kind: type, names: Iterable[str]) -> tuple[int, ...]:
    """Return where the fields `names` stand in a row of `kind`."""
    order = [field.name for field in fields(kind)]
    return tuple(order.index(name) for name in names)


(_PASSAGE_KIND,) = _places(Passage, ["kind"])
_FIGURE_KIND, _FIGURE_NOTES, _FIGURE_DOUBTFUL = _places(Figure, ["kind", "notes", "doubtful"])
(_REPAIR_CERTAINTY,) = _places(Repair, ["certainty"])
_FINDING_READINGS, _FINDING_SPANS, _FINDING_SAID = _places(Finding, ["readings", "spans", "said"])


def _passage(row: tuple[Any, ...]) -> Passage:
    values = list(row)
    values[_PASSAGE_KIND] = PassageKind(values[_PASSAGE_KIND])
    return Passage(*values)


def _figure(row: tuple[Any, ...]) -> Figure:
    values = list(row)
    values[_FIGURE_KIND] = Kind(values[_FIGURE_KIND])
    values[_FIGURE_NOTES] = tuple(json.loads(values[_FIGURE_NOTES]))
    values[_FIGURE_DOUBTFUL] = bool(values[_FIGURE_DOUBTFUL])
    return Figure(*values)


def _repair(row: tuple[Any, ...]) -> Repair:
    values = list(row)
    values[_REPAIR_CERTAINTY] = Certainty(values[_REPAIR_CERTAINTY])
    return Repair(*values)


def _finding(row: tuple[Any, ...]) -> Finding:
    values = list(row)
    values[_FINDING_READINGS] = tuple(_reading(*one) for one in json.loads(row[_FINDING_READINGS]))
    values[_FINDING_SPANS] = tuple(tuple(span) for span in json.loads(row[_FINDING_SPANS]))
    values[_FINDING_SAID] = tuple(said.decoded(one) for one in json.loads(row[_FINDING_SAID]))
    return Finding(*values)


def _reading(formula: str, computed: str, words: list[Any] | None = None) -> Reading:
    return Reading(formula, computed, None if words is None else said.decoded(words))


def _receipt(text: str) -> Receipt:
    values = json.loads(text)
    values["skipped"] = tuple((line, why) for line, why in values["skipped"])
    return Receipt(**values)
