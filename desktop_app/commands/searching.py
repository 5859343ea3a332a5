"""`gongbao search`: hits as text for people, as JSON for programs."""

import argparse
import json
from typing import Any

from desktop_app.commands.output import words, write
from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.search import ChapterCount, SearchHit, SearchResult, Term
from desktop_app.services import exporting, searching
from desktop_app.services.library import open_library
from desktop_app.store.library import Library


def run(options: argparse.Namespace) -> int:
    """Search the library and write what was found."""
    with open_library(options.library) as library:
        script = Script(options.script)
        result = searching.find(library, options.query, limit=options.limit, script=script)
        if options.json:
            write(f"{json.dumps(_as_json(library, result, options), ensure_ascii=False)}\n")
        else:
            write(_as_text(library, result, explain=options.explain))
    return 0


def _as_json(
    library: Library, result: SearchResult, options: argparse.Namespace
) -> dict[str, Any]:
    keys = {entry.id: entry.key for entry in library.bulletins()}
    found: dict[str, Any] = {
        "query": result.query.typed,
        "parsed": [_term(term) for term in result.query.terms],
        "total": result.total,
        "hits": [_hit(library.bulletin(hit.bulletin_id), hit) for hit in result.hits],
        "chapters": [
            {"bulletin": keys[chapter.bulletin_id], "section": chapter.section_id}
            | {"count": chapter.count}
            for chapter in result.chapters
        ],
    }
    if options.explain:
        found["explained"] = [_explanation(term) for term in result.query.terms]
    return found


def _term(term: Term) -> dict[str, Any]:
    return {"text": term.text, "without": term.without, "also": term.also}


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


def _as_text(library: Library, result: SearchResult, *, explain: bool) -> str:
    lines = [_explanation(term) for term in result.query.terms] if explain else []
    counts = {(count.bulletin_id, count.section_id): count for count in result.chapters}
    shown: tuple[int, int | None] | None = None
    for hit in result.hits:
        bulletin = library.bulletin(hit.bulletin_id)
        chapter = bulletin.chapter_of(hit.section_id)
        place = (hit.bulletin_id, chapter.id if chapter else None)
        if place != shown:
            shown = place
            lines += ["", _chapter_line(bulletin, counts[place])]
        lines.append(f"  {_with_marks(hit)}")
    total = words("search_total", total=result.total, shown=len(result.hits))
    return "".join(f"{line}\n" for line in [*lines, "", total]).removeprefix("\n")


def _chapter_line(bulletin: Bulletin, count: ChapterCount) -> str:
    section = bulletin.section_by_id[count.section_id] if count.section_id is not None else None
    heading = exporting.heading(section) if section else words("search_before_chapters")
    return words(
        "search_chapter", chapter=heading, bulletin=bulletin.info.title, count=count.count
    )


def _with_marks(hit: SearchHit) -> str:
    """Return the snippet with its matches in lenticular brackets, which bulletins rarely print."""
    pieces: list[str] = []
    at = 0
    for start, end in hit.marks:
        pieces += (hit.snippet[at:start], "【", hit.snippet[start:end], "】")
        at = end
    return "".join([*pieces, hit.snippet[at:]])


def _explanation(term: Term) -> str:
    return words("explain_without" if term.without else "explain_wanted", text=term.text)
