"""A bulletin, or a table, as one web page that any browser opens without a network.

The page holds its style, its script and all that it shows; a policy in its head lets it load and
run nothing else. Without scripts it is still read, and figure and row lead to one another.
"""

import base64
import hashlib
import json
from collections.abc import Iterable
from html import escape
from pathlib import Path
from string import Template

from desktop_app.domain.bulletin import Bulletin, Figure, Section
from desktop_app.domain.printable import on_one_line
from desktop_app.domain.progress import Progress, unwatched
from desktop_app.services import appearance, citing, exporting, source_notes
from desktop_app.services.exporting import ChosenFigures
from desktop_app.services.tables import Manner, Table
from desktop_app.services.web_text import WebText
from desktop_app.system import resources

_PAGE = Template("""<!DOCTYPE html>
<html lang="$lang">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="$policy">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Gongbao">
<title>$title</title>
<style>$style</style>
</head>
<body>
<header class="bar">$search<button type="button" id="theme">$theme</button>\
<button type="button" id="print">$print</button></header>
$content
<script type="application/json" id="data">$data</script>
<script>$script</script>
</body>
</html>
""")
# What the page calls the colours of the theme.
_COLOURS = {
    "page": "page", "pane": "pane", "bar": "window", "border": "border", "text": "text",
    "muted": "muted", "heading": "heading", "accent": "accent", "soft": "accent_soft",
    "figure": "figure", "line": "figure_line", "doubt": "doubtful", "doubtline": "doubtful_line",
    "match": "match", "now": "current_match", "matchtext": "match_text",
    "up": "up", "down": "down",
}  # fmt: skip


def write_bulletin(
    bulletin: Bulletin,
    path: Path,
    manner: Manner,
    chapter: Section | None = None,
    progress: Progress = unwatched,
) -> None:
    """Write the text with contents, search, and the table of its figures; or one chapter of it.

    Raises:
        OSError: the file cannot be written.
    """
    said = _words(manner)
    progress(0, 3)
    text = WebText(bulletin, manner.script, said, chapter)
    figures = bulletin.figures if chapter is None else bulletin.figures_of(chapter)
    chosen = [ChosenFigures(bulletin, tuple(figures))]
    progress(1, 3)
    title = citing.title(bulletin, manner.script)
    notes = source_notes.of_figures(chosen, manner.language, manner.script)
    article = "".join(text.paragraphs())
    content = (
        f'<div class="cols"><nav aria-label="{escape(said["contents"])}">'
        f"<h2>{escape(said['contents'])}</h2>{text.contents()}</nav>"
        f"<main><article>{article}{_notes(said, notes)}</article></main>"
        f'<aside aria-label="{escape(said["figures"])}">'
        f"{_figures(bulletin, figures, manner, said, whole=chapter is None)}</aside></div>"
    )
    progress(2, 3)
    path.write_text(_page(title, content, said, searchable=True), encoding="utf-8", newline="\n")


def write_table(table: Table, path: Path, manner: Manner) -> None:
    """Write a table that sorts and filters, with its notes; groups are a column of it.

    Raises:
        OSError: the file cannot be written.
    """
    said = _words(manner)
    grouped = any(group.heading for group in table.groups)
    heads = [(column.heading, column.number) for column in table.columns]
    heads = [(said["group"], False), *heads] if grouped else heads
    rows = "".join(
        f"<tr>{''.join(map(_cell, cells, (number for _, number in heads)))}</tr>\n"
        for group in table.groups
        for cells in ((group.heading, *row) if grouped else row for row in group.rows)
    )
    content = (
        f'<div class="cols plain"><main><h1>{escape(table.title)}</h1>'
        f"{_sifter(said)}{_sortable(heads, rows, said)}{_notes(said, table.notes)}</main></div>"
    )
    page = _page(table.title, content, said, searchable=False)
    path.write_text(page, encoding="utf-8", newline="\n")


# The frame


def _page(title: str, content: str, said: dict[str, str], *, searchable: bool) -> str:
    script = resources.text("web_page/page.js")
    pairs = resources.table("folding")
    data = {
        "from": pairs["traditional"] + pairs["variants"],
        "to": pairs["simplified"] + pairs["variants_meant"],
        "words": {name: said[name] for name in ("none", "places", "shown")},
    }
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    search = (
        f"<strong>{escape(title)}</strong>"
        f'<input type="search" id="query" placeholder="{escape(said["search"])}"'
        f' aria-label="{escape(said["search"])}">'
        '<span id="count" role="status"></span>'
        f'<button type="button" id="previous" aria-label="{escape(said["previous"])}">↑</button>'
        f'<button type="button" id="next" aria-label="{escape(said["next"])}">↓</button>'
    )
    return _PAGE.substitute(
        lang=said["lang"],
        policy=f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'",
        title=escape(title),
        style=f"{_palettes()}\n{resources.text('web_page/page.css')}",
        search=search if searchable else f"<strong>{escape(title)}</strong>",
        theme=escape(said["theme"]),
        print=escape(said["print"]),
        content=content,
        # No text can end the element that holds it.
        data=json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"),
        script=script,
    )


def _palettes() -> str:
    """Return the colours of both themes: what the browser prefers, until the reader chooses."""
    light, dark = (_palette(name) for name in (appearance.LIGHT, appearance.DARK))
    return (
        f":root{{{light}}}"
        f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}"
        f":root[data-theme=dark]{{{dark}}}"
    )


def _palette(name: str) -> str:
    theme = appearance.theme(name)
    colours = (f"--{mine}:{getattr(theme, its)}" for mine, its in _COLOURS.items())
    return ";".join([*colours, f"color-scheme:{name}"])


def _notes(said: dict[str, str], notes: Iterable[str]) -> str:
    lines = "".join(f"<p>{escape(note)}</p>" for note in notes)
    return f'<section class="notes" aria-label="{escape(said["sources"])}">{lines}</section>'


def _words(manner: Manner) -> dict[str, str]:
    words: dict[str, dict[str, str]] = resources.table("web_page/words")
    return words[manner.language]


# Tables


def _figures(
    bulletin: Bulletin,
    figures: Iterable[Figure],
    manner: Manner,
    said: dict[str, str],
    *,
    whole: bool,
) -> str:
    columns = exporting.columns(manner.language, "figures_page")
    rows = "".join(_figure_row(bulletin, figure, manner) for figure in figures)
    heads = [(column.heading, column.number) for column in columns]
    chapters = bulletin.chapters if whole else ()
    sifter = _sifter(said, [(str(one.id), exporting.heading(one)) for one in chapters])
    return sifter + _sortable(heads, rows, said)


def _figure_row(bulletin: Bulletin, figure: Figure, manner: Manner) -> str:
    """Return a row; value and growth are sorted by what they amount to, not as printed."""
    row = exporting.row(bulletin, figure, manner.language, manner.script)
    chapter = bulletin.chapter_of(figure.section)
    amount = "" if row["amount"] == "—" else figure.base_value or figure.value
    moves = any(digit in figure.change for digit in "123456789")
    direction = ("down" if figure.change.startswith("-") else "up") if moves else ""
    arrow = {"down": " ↓", "up": " ↑", "": ""}[direction]
    return (
        f'<tr id="r{figure.id}" data-chapter="{chapter.id if chapter else ""}">'
        f'<td><a href="#f{figure.id}">{escape(on_one_line(row["named"]))}</a></td>'
        f'<td class="n" data-n="{_number(amount)}">{escape(row["amount"])}</td>'
        f'<td class="unit">{escape(row["measure"])}</td>'
        f'<td class="n" data-n="{_number(figure.change)}">'
        f'<span class="{direction}">{escape(row["growth"])}{arrow}</span></td>'
        f"<td>{escape(on_one_line(row['remarks']))}</td></tr>\n"
    )


def _sifter(said: dict[str, str], chapters: Iterable[tuple[str, str]] = ()) -> str:
    options = "".join(
        f'<option value="{key}">{escape(heading)}</option>' for key, heading in chapters
    )
    every = f'<option value="">{escape(said["every_chapter"])}</option>'
    label = escape(said["chapter"])
    choice = f'<select id="chapter" aria-label="{label}">{every}{options}</select>'
    asked = escape(said["filter"])
    return (
        f'<div class="tools"><input type="search" id="filter" placeholder="{asked}"'
        f' aria-label="{asked}">{choice if options else ""}'
        '<span class="rest" id="shown" role="status"></span></div>'
    )


def _sortable(heads: Iterable[tuple[str, bool]], rows: str, said: dict[str, str]) -> str:
    cells = "".join(
        f'<th scope="col" aria-sort="none"{_CLASS if number else ""}>'
        f'<button type="button" title="{escape(said["sort"])}">{escape(heading)}</button></th>'
        for heading, number in heads
    )
    return (
        f'<div class="scroll"><table id="rows"><thead><tr>{cells}</tr></thead>'
        f"<tbody>\n{rows}</tbody></table></div>"
    )


_CLASS = ' class="n"'


def _cell(text: str, number: bool) -> str:  # one of two parallel sequences
    marks = f'{_CLASS} data-n="{_number(text)}"' if number else ""
    return f"<td{marks}>{escape(text)}</td>"


def _number(text: str) -> str:
    """Return `text` where it is a number that a script reads, else nothing."""
    bare = text.rstrip("%")
    digits = bare.removeprefix("-").removeprefix("+").replace(".", "", 1)
    return bare if digits.isascii() and digits.isdigit() else ""
