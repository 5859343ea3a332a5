"""`gongbao search`: hits as text for people, as JSON for programs."""

import argparse
import json
from collections.abc import Iterator
from typing import Any

from desktop_app.commands import explaining, output
from desktop_app.commands.output import words, write
from desktop_app.domain.bulletin import Bulletin, Figure, Script
from desktop_app.domain.choices import Order
from desktop_app.domain.messages import Message
from desktop_app.domain.search import Filter, Interval, SearchHit, SearchPlan, SearchResult, Term
from desktop_app.services import comparing, exporting, searching
from desktop_app.services.library import open_library
from desktop_app.store.library import Library

_ORDERS = {"best": Order.RELEVANCE, "place": Order.TEXT}


def run(options: argparse.Namespace) -> int:
    """Search the library and write what was found."""
    text = " ".join(options.query)
    with open_library(options.library) as library:
        result = searching.find(
            library,
            text,
            limit=options.limit,
            script=Script(options.script),
            synonyms=options.synonyms,
            order=_ORDERS[options.sort],
        )
        plan = searching.plan(library, text, synonyms=options.synonyms)
        shown_plan = plan if options.explain else None
        if options.json:
            found = _as_json(library, result, shown_plan)
            write(f"{json.dumps(found, ensure_ascii=False)}\n")
        else:
            write(_as_text(library, result, shown_plan))
            for unread in () if options.explain else result.query.unread:
                output.say(Message("search_unread", {"text": unread}))
    return 0


# JSON


def _as_json(library: Library, result: SearchResult, plan: SearchPlan | None) -> dict[str, Any]:
    keys = {entry.id: entry.key for entry in library.bulletins()}
    query = result.query
    found: dict[str, Any] = {
        "query": query.typed,
        "parsed": [*map(_term, query.terms), *map(_filter, query.filters)],
        "unread": query.unread,
        "total": _total(result),
        "hits": [_hit(library.bulletin(hit.bulletin_id), hit) for hit in result.hits],
        "chapters": [
            {"bulletin": keys[chapter.bulletin_id], "section": chapter.section_id}
            | {"count": chapter.count}
            for chapter in result.chapters
        ],
    }
    if plan is not None:
        found["explained"] = list(explaining.explained(query))
        found["plan"] = {
            "passages": plan.passages,
            "indexed": plan.indexed,
            "match": plan.match,
            "steps": plan.steps,
        }
    return found


def _term(term: Term) -> dict[str, Any]:
    value = None if term.value is None else _interval(term.value)
    return {"text": term.text, "without": term.without, "also": term.also, "value": value}


def _filter(one: Filter) -> dict[str, Any]:
    interval = None if one.interval is None else _interval(one.interval)
    return {
        "filter": one.kind.value,
        "text": one.text,
        "without": one.without,
        "interval": interval,
    }


def _interval(span: Interval) -> dict[str, Any]:
    return {
        "low": None if span.low is None else explaining.plain(span.low),
        "high": None if span.high is None else explaining.plain(span.high),
        "low_open": span.low_open,
        "high_open": span.high_open,
        "unit": span.unit,
        "as_printed": span.as_printed,
    }


def _hit(bulletin: Bulletin, hit: SearchHit) -> dict[str, Any]:
    to_source = bulletin.text.map.to_source
    return {
        "bulletin": hit.bulletin_key,
        "place": hit.place,
        "year": hit.year,
        "section": hit.section_id,
        "start": hit.start,
        "end": hit.end,
        "matches": [to_source(*match) for match in hit.matches],
        "snippet": hit.snippet,
        "marks": hit.marks,
        "figure": hit.figure_id,
    }


# Text


def _as_text(library: Library, result: SearchResult, plan: SearchPlan | None) -> str:
    if plan is None:
        lines = list(explaining.also(result.query))
    else:
        lines = [*explaining.explained(result.query), *explaining.planned(plan)]
    counts = {(one.bulletin_id, one.section_id): one.count for one in result.chapters}
    groups: dict[tuple[int, int | None], list[SearchHit]] = {}
    for hit in result.hits:
        groups.setdefault((hit.bulletin_id, hit.chapter_id), []).append(hit)
    for chapter, hits in groups.items():
        bulletin = library.bulletin(chapter[0])
        count = max(counts.get(chapter, 0), len(hits))
        lines += ["", _chapter_line(bulletin, chapter[1], count)]
        for hit in hits:
            lines += _hit_lines(bulletin, hit)
    return "".join(f"{line}\n" for line in [*lines, "", *_totals(result)]).removeprefix("\n")


def _total(result: SearchResult) -> int:
    """Return how many passages answer, by their text or by the name of a figure."""
    return result.total + sum(hit.by_name for hit in result.hits)


def _totals(result: SearchResult) -> Iterator[str]:
    yield words("search_total", total=_total(result), shown=len(result.hits))
    by_name = sum(hit.by_name or not hit.marks for hit in result.hits)
    if by_name and result.query.wanted:
        yield words("search_by_name", count=by_name)


def _hit_lines(bulletin: Bulletin, hit: SearchHit) -> Iterator[str]:
    yield f"  {_with_marks(hit)}"
    if hit.figure_id is not None:
        yield f"    {_figure_line(bulletin.figure_by_id[hit.figure_id])}"


def _chapter_line(bulletin: Bulletin, chapter: int | None, count: int) -> str:
    section = bulletin.section_by_id[chapter] if chapter is not None else None
    heading = exporting.heading(section) if section else words("search_before_chapters")
    return words("search_chapter", chapter=heading, bulletin=bulletin.info.title, count=count)


def _with_marks(hit: SearchHit) -> str:
    """Return the snippet with its matches in lenticular brackets, which bulletins rarely print."""
    pieces: list[str] = []
    at = 0
    for start, end in hit.marks:
        pieces += (hit.snippet[at:start], "【", hit.snippet[start:end], "】")
        at = end
    return "".join([*pieces, hit.snippet[at:]])


def _figure_line(figure: Figure) -> str:
    """Return a figure as a line of a table has it: name, value, growth with its sign."""
    value = f"{figure.value}-{figure.value_high}" if figure.value_high else figure.value
    parts = [figure.indicator, f"{value}{figure.unit}"]
    if figure.change:
        sign = "" if figure.change.startswith("-") else "+"
        mean = figure.compared_with if comparing.is_mean(figure) else ""
        grown = f"{sign}{figure.change}{figure.change_unit}"
        # The command line says what is printed, as the whole line does.
        parts.append(mean + exporting.approximate(grown, figure.change_approx, "zh_CN"))
    return "  ".join(parts)
