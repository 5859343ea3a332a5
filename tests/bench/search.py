"""Measure searching a library of made bulletins, against FTS5's trigrams, LIKE and tantivy.

CPU time a query, in the same run, over the same passages, query by query, so that a processor that
slows down does so for all; every scheme is warm, and folds the query itself. What LIKE counts is
held against the program's own count where both promise the same: a substring. In a large library
what reads every passage is asked a part of the queries alone, drawn by a seed, as many of each
kind; it is compared with the program's times for the same ones.
Run it with `python -m tests.bench.search [--scale 3000] [--queries 240]`; with `--folder` what is
built is kept there, and measured again the next time.
"""

import argparse
import math
import random
import re
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import tantivy
from msgspec import Struct

from desktop_app.domain.search import Query
from desktop_app.store import collection, fulltext, schema
from desktop_app.store.connection import at_once
from desktop_app.store.indexed import IndexedTexts
from desktop_app.store.query import parse
from desktop_app.store.scanned import ScannedTexts
from desktop_app.store.search import Search
from desktop_app.store.texts import Texts
from desktop_app.system import resources
from tests.made_bulletins import BulletinMaker

FIRST = 50
_QUERY_KINDS = 9
_LARGE, _SMALL = 10_000, 100
"""Bulletins of a library that is large, or small enough to be read."""
_OF_EACH_KIND = 10
"""So many queries of each kind are asked of what is slow in a large library: fewer have no p95."""
_RUNS, _RUNS_OF_SMALL, _LONG_MS = 2, 25, 250.0
"""Of so many runs the best counts; what takes longer than this is run once."""
_LIBRARY, _OTHERS, _TANTIVY = "library.db", "others.db", "tantivy"


class Library(Struct, frozen=True):
    """One library as every scheme has it."""

    connection: sqlite3.Connection
    texts: Texts
    others: sqlite3.Connection
    tantivy: tantivy.Index


def opened(folder: Path) -> Library:
    """Return the library that `build` left in a folder."""
    connection = sqlite3.connect(folder / _LIBRARY, isolation_level=None)
    others = sqlite3.connect(folder / _OTHERS, isolation_level=None)
    kind = IndexedTexts if fulltext.is_current(connection) else ScannedTexts
    index = tantivy.Index.open(str(folder / _TANTIVY))
    return Library(connection, kind(connection), others, index)


def build(folder: Path, scale: int) -> None:
    """Make `scale` bulletins in a folder and index them in every way."""
    connection = sqlite3.connect(folder / _LIBRARY, isolation_level=None)
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    connection.executescript(schema.schema_sql())
    connection.execute("BEGIN")
    maker = BulletinMaker()
    collection.lay_out(connection, maker.bulletins(scale))
    for bulletin in maker.bulletins(scale):
        collection.add(connection, bulletin)
    if collection.needs_index(connection):
        fulltext.build(connection)
    connection.execute("COMMIT")
    _build_others(folder, connection)
    _build_tantivy(folder, connection)
    connection.close()


def _build_others(folder: Path, connection: sqlite3.Connection) -> None:
    """Make a database with the passages alone, and FTS5's trigrams of them."""
    others = sqlite3.connect(folder / _OTHERS, isolation_level=None)
    others.executescript(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
        "CREATE TABLE passage (id INTEGER PRIMARY KEY, chapter INTEGER, text TEXT);"
        "CREATE VIRTUAL TABLE trigram USING fts5 (text, tokenize = 'trigram');"
        "INSERT INTO trigram (trigram, rank) VALUES ('hashsize', 67108864)"
    )
    others.execute("BEGIN")
    for place, chapter, text in _passages(connection):
        others.execute("INSERT INTO passage VALUES (?, ?, ?)", (place, chapter, text))
        others.execute("INSERT INTO trigram (rowid, text) VALUES (?, ?)", (place, text))
    others.execute("INSERT INTO trigram (trigram) VALUES ('optimize')")
    others.execute("COMMIT")
    others.close()


def _passages(connection: sqlite3.Connection) -> Iterator[tuple[int, int, str]]:
    yield from connection.execute(
        "SELECT place, bulletin_id * 100 + ifnull(chapter_id, 0), folded"
        " FROM passage ORDER BY place"
    )


def _build_tantivy(folder: Path, connection: sqlite3.Connection) -> None:
    """Make an index of pairs of characters with their positions, as the program's is."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("place", stored=True, fast=True)
    builder.add_text_field("pairs", tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("letters", tokenizer_name="whitespace", index_option="basic")
    path = folder / _TANTIVY
    path.mkdir()
    index = tantivy.Index(builder.build(), path=str(path))
    writer = index.writer(heap_size=256_000_000, num_threads=1)
    for place, _, text in _passages(connection):
        kept = text.replace(" ", "　")
        document = tantivy.Document()
        document.add_unsigned("place", place)
        document.add_text("pairs", " ".join(map(str.__add__, kept, kept[1:])))
        document.add_text("letters", " ".join(set(kept)))
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


# Queries


def queries(library: Library, count: int, seed: int = 7) -> list[str]:
    """Return queries of every kind: 1 to 4 and more characters, numbers, several words, no hit."""
    dice = random.Random(seed)
    (first, last) = library.connection.execute(
        "SELECT min(place), max(place) FROM passage"
    ).fetchone()
    made: list[str] = []
    while len(made) < count:
        text = _some_text(library.connection, dice, first, last)
        word = _stretch(text, dice, len(made) % _QUERY_KINDS)
        if word:
            made.append(word)
    return made


def _some_text(connection: sqlite3.Connection, dice: random.Random, first: int, last: int) -> str:
    at = dice.randint(first, last)
    sql = "SELECT folded FROM passage WHERE place >= ? AND length(folded) > 12 LIMIT 1"
    return str(connection.execute(sql, (at,)).fetchone()[0])


def _stretch(text: str, dice: random.Random, kind: int) -> str:
    """Return a query of a passage; kinds 0 to 3 have 1 to 4 characters, 4 has more, and so on."""
    lengths = {0: 1, 1: 2, 2: 3, 3: 4, 4: dice.randint(5, 9)}
    if kind in lengths:
        return _words_at(text, dice, lengths[kind])
    if kind == 5:
        return f"{_words_at(text, dice, 2)} {_words_at(text, dice, 3)}"
    if kind == 6:
        # Most of these stand nowhere: two halves of words that never met.
        return _words_at(text, dice, 2)[::-1] + _words_at(text, dice, dice.randint(1, 2))[::-1]
    if kind == 7:
        return _words_at(text, dice, 2)[::-1]
    numbers = re.findall(r"[0-9]+(?:[.][0-9]+)?", text)
    return dice.choice(numbers) if numbers else ""


def _words_at(text: str, dice: random.Random, length: int) -> str:
    """Return Han characters of a text that stand side by side."""
    for _ in range(20):
        start = dice.randrange(len(text) - length)
        word = text[start : start + length]
        if all("\u4e00" <= character <= "\u9fff" for character in word):
            return word
    return ""


# What is timed


def first_hits(library: Library, query: Query) -> list[int]:
    with at_once(library.connection):
        search = Search(library.connection, library.texts, query)
        return [found.place for found in islice(search.ranked(), FIRST)]


def count(library: Library, query: Query) -> int:
    with at_once(library.connection):
        return Search(library.connection, library.texts, query).count()


def chapters(library: Library, query: Query) -> int:
    """Count by chapter in the bulletins that the first hits are from, as a result shows them."""
    with at_once(library.connection):
        search = Search(library.connection, library.texts, query)
        places = [found.place for found in islice(search.ranked(), FIRST)]
        shown = {search.row(place).bulletin_id for place in places}
        return len(search.chapters(shown))


def every_chapter(library: Library, query: Query) -> int:
    with at_once(library.connection):
        return len(Search(library.connection, library.texts, query).chapters())


def _wanted(query: Query) -> list[str]:
    """Return the words of a query as the passages are folded."""
    return [resources.folding().fold(term.text) for term in query.wanted]


def _trigram(query: Query, what: str, rest: str) -> tuple[str, list[str]]:
    wanted = _wanted(query)
    long = [text for text in wanted if len(text) > 2]
    short = [text for text in wanted if len(text) <= 2]
    tests, given = [], []
    if long:
        tests.append("trigram MATCH ?")
        given.append(" AND ".join(f'"{text}"' for text in long))
    tests += ["instr(text, ?)"] * len(short)
    sql = f"SELECT {what} FROM trigram WHERE {' AND '.join(tests)}{rest}"  # noqa: S608 - no words
    return sql, given + short


def trigram_first(library: Library, query: Query) -> list[int]:
    sql, given = _trigram(query, "rowid", f" LIMIT {FIRST}")
    return [row[0] for row in library.others.execute(sql, given)]


def trigram_count(library: Library, query: Query) -> int:
    sql, given = _trigram(query, "count(*)", "")
    return int(library.others.execute(sql, given).fetchone()[0])


def _like(query: Query, what: str, rest: str) -> tuple[str, list[str]]:
    tests = " AND ".join(["text LIKE ?"] * len(query.wanted))
    given = [f"%{text}%" for text in _wanted(query)]
    return f"SELECT {what} FROM passage WHERE {tests}{rest}", given  # noqa: S608 - no words


def like_first(library: Library, query: Query) -> list[int]:
    sql, given = _like(query, "id", f" ORDER BY id LIMIT {FIRST}")
    return [row[0] for row in library.others.execute(sql, given)]


def like_count(library: Library, query: Query) -> int:
    sql, given = _like(query, "count(*)", "")
    return int(library.others.execute(sql, given).fetchone()[0])


def _tantivy_query(index: tantivy.Index, query: Query) -> tantivy.Query:
    parts = []
    for text in _wanted(query):
        if len(text) == 1:
            part = tantivy.Query.term_query(index.schema, "letters", text)
        elif len(text) == 2:
            part = tantivy.Query.term_query(index.schema, "pairs", text)
        else:
            pairs = list(map(str.__add__, text, text[1:]))
            part = tantivy.Query.phrase_query(index.schema, "pairs", pairs)
        parts.append((tantivy.Occur.Must, part))
    return parts[0][1] if len(parts) == 1 else tantivy.Query.boolean_query(parts)


def tantivy_first(library: Library, query: Query) -> list[int]:
    searcher = library.tantivy.searcher()
    found = searcher.search(
        _tantivy_query(library.tantivy, query),
        FIRST,
        count=False,
        order_by_field="place",
        order=tantivy.Order.Asc,
    )
    return [int(place) for place, _ in found.hits]


def tantivy_count(library: Library, query: Query) -> int:
    searcher = library.tantivy.searcher()
    found = searcher.search(_tantivy_query(library.tantivy, query), 1, count=True)
    return int(found.count)


TIMED: dict[str, Callable[[Library, Query], object]] = {
    "program, first 50": first_hits,
    "program, count": count,
    "program, first 50 and their chapters": chapters,
    "program, every chapter": every_chapter,
    "trigram, first 50": trigram_first,
    "trigram, count": trigram_count,
    "LIKE, first 50": like_first,
    "LIKE, count": like_count,
    "tantivy, first 50": tantivy_first,
    "tantivy, count": tantivy_count,
}


SLOW = (
    "program, every chapter",
    "trigram, first 50",
    "trigram, count",
    "LIKE, first 50",
    "LIKE, count",
)
"""What may read every passage for a query, and then takes seconds in a large library."""

Times = dict[int, float]
"""Milliseconds of CPU by the number of the query."""


def sample(count_of_queries: int, scale: int, seed: int = 11) -> set[int]:
    """Return the numbers of the queries that are asked of what is slow; all in a small library."""
    numbers = range(count_of_queries)
    if scale < _LARGE:
        return set(numbers)
    dice = random.Random(seed)
    of_kinds = (numbers[kind::_QUERY_KINDS] for kind in range(_QUERY_KINDS))
    return {
        number for each in of_kinds for number in dice.sample(each, min(_OF_EACH_KIND, len(each)))
    }


def timed(library: Library, asked: Sequence[Query], scale: int) -> tuple[dict[str, Times], int]:
    """Return the times of every scheme, and for how many queries LIKE counts what we count."""
    times: dict[str, Times] = {title: {} for title in TIMED}
    drawn = sample(len(asked), scale)
    runs = _RUNS_OF_SMALL if scale < _SMALL else _RUNS
    equal = 0
    for number, query in enumerate(asked):
        counted: dict[str, object] = {}
        for title, work in TIMED.items():
            if number in drawn or title not in SLOW:
                times[title][number], counted[title] = _best(library, query, work, runs)
        if number in drawn and _is_plain(query):
            equal += counted["program, count"] == counted["LIKE, count"]
    return times, equal


def _is_plain(query: Query) -> bool:
    return not any(letter.isdigit() for letter in query.typed)


def _best(
    library: Library, query: Query, work: Callable[[Library, Query], object], runs: int
) -> tuple[float, object]:
    """Return the CPU time in milliseconds, the best of some runs, and what was found."""
    best, found = math.inf, None
    for _ in range(runs):
        started = time.process_time()
        found = work(library, query)
        best = min(best, (time.process_time() - started) * 1000)
        if best > _LONG_MS:
            break
    return best, found


def percentile(times: Sequence[float], part: int) -> float:
    return statistics.quantiles(times, n=100, method="inclusive")[part - 1]


def sizes(library: Library, folder: Path) -> dict[str, float]:
    """Return the bytes of each index; the program's with names, headings, chapters and counts.

    Values of figures are not counted: no other scheme finds by them.
    """
    ours = 0
    if fulltext.exists(library.connection):
        tables = ("gram", "letter", "wording", "named")
        parts = [f"{table}_{part}" for table in tables for part in ("data", "idx", "config")]
        parts += ["gram_count", "heading", "sqlite_autoindex_heading_1", "chapter_start"]
        parts += ["search_index"]
        ours = _bytes(library.connection, parts)
    trigram = _bytes(
        library.others,
        [f"trigram_{part}" for part in ("data", "idx", "content", "docsize", "config")],
    )
    text = library.connection.execute(
        "SELECT sum(length(CAST(folded AS BLOB))) FROM passage"
    ).fetchone()[0]
    of_tantivy = sum(path.stat().st_size for path in (folder / _TANTIVY).iterdir())
    return {"text": text, "program": ours, "trigram": trigram, "tantivy": of_tantivy}


def _bytes(connection: sqlite3.Connection, tables: Sequence[str]) -> int:
    marks = ", ".join("?" * len(tables))
    sql = f"SELECT sum(pgsize) FROM dbstat WHERE name IN ({marks})"  # noqa: S608 - question marks
    return int(connection.execute(sql, tables).fetchone()[0])


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--scale", type=int, default=3000)
    ask.add_argument("--queries", type=int, default=240)
    ask.add_argument("--folder", type=Path)
    given = ask.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = given.folder or Path(name)
        if not (folder / _TANTIVY).exists():
            folder.mkdir(parents=True, exist_ok=True)
            started = time.process_time()
            build(folder, given.scale)
            say(f"{given.scale} bulletins, built in {time.process_time() - started:.0f} s of CPU")
        measure(opened(folder), folder, given.queries)
    return 0


def measure(library: Library, folder: Path, count_of_queries: int) -> None:
    (scale,) = library.connection.execute("SELECT count(*) FROM bulletin").fetchone()
    asked = [parse(typed) for typed in queries(library, count_of_queries)]
    drawn = sample(len(asked), scale)
    if len(drawn) < len(asked):
        say(
            f"{'; '.join(SLOW)}: asked {len(drawn)} of {len(asked)} queries,"
            f" {_OF_EACH_KIND} of each kind, and compared on these"
        )
    times, equal = timed(library, asked, scale)
    plain = sum(_is_plain(asked[number]) for number in drawn)
    say(f"{equal} of {plain} queries without digits count what LIKE counts")
    for title, of_title in times.items():
        ms = list(of_title.values())
        say(
            f"{title}: median {statistics.median(ms):.3f} ms,"
            f" p95 {percentile(ms, 95):.3f} ms, max {max(ms):.1f} ms"
            f" ({len(ms)} queries)"
        )
    report(times, sizes(library, folder), scale)


def compared(times: dict[str, Times], ours: str, others: str) -> float:
    """Return our p95 in times of another's, on the queries that both were asked."""
    both = times[others].keys() & times[ours].keys()
    mine, theirs = ([times[title][number] for number in both] for title in (ours, others))
    return percentile(mine, 95) / percentile(theirs, 95)


def report(times: dict[str, Times], size: dict[str, float], scale: int) -> None:
    first, count_of = "program, first 50", "program, count"
    chapters_of = "program, first 50 and their chapters"
    ratios = {
        "first 50 p95, of trigram": compared(times, first, "trigram, first 50"),
        "first 50 p95, of tantivy": compared(times, first, "tantivy, first 50"),
        "first 50 p95, of LIKE": compared(times, first, "LIKE, first 50"),
        "count p95, of LIKE": compared(times, count_of, "LIKE, count"),
        "count p95, of tantivy": compared(times, count_of, "tantivy, count"),
        "chapters p95, of tantivy's count": compared(times, chapters_of, "tantivy, count"),
        "index size, of trigram": size["program"] / size["trigram"],
    }
    goals = goals_at(scale)
    for title, ratio in ratios.items():
        goal = goals.get(title)
        met = (
            ""
            if goal is None
            else f" (goal ≤ {goal:.3g}: {'met' if ratio <= goal else 'not met'})"
        )
        say(f"{title}: {ratio:.3f}{met}")
    text = size["text"]
    say(
        "size in times of the text: "
        + ", ".join(f"{name} {amount / text:.2f}" for name, amount in size.items())
    )


def goals_at(scale: int) -> dict[str, float]:
    """Return the goals for a library of `scale` bulletins."""
    if scale < _SMALL:
        return {"first 50 p95, of LIKE": 1.0}
    large = scale >= _LARGE
    return {
        "first 50 p95, of trigram": 1 / 10 if large else 1 / 20,
        "first 50 p95, of tantivy": 1 / 8 if large else 0.6,
        "count p95, of LIKE": 1 / 50,
        "count p95, of tantivy": 2.0,
        "chapters p95, of tantivy's count": 2.5,
        "index size, of trigram": 0.60,
    }


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
