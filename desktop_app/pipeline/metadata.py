"""Whose bulletin a text is, of which year, and what its titles say against its body."""

import re
from collections import Counter
from functools import cache
from itertools import chain, pairwise

from msgspec import Struct

from desktop_app.domain.bulletin import (
    BulletinInfo,
    Finding,
    Passage,
    PassageKind,
    Reading,
    ReadingText,
    SourceText,
)
from desktop_app.domain.messages import Message, Param
from desktop_app.domain.outline import Outline
from desktop_app.pipeline import places, year_parts
from desktop_app.pipeline.outline import imprint, passages
from desktop_app.pipeline.places import Place
from desktop_app.system import resources

_YEAR = re.compile(r"((?:19|20)\d{2})\s*年")
# Where publisher and date may stand: among so many lines at the start, and from so many lines
# before the end of the text on.
_OPENING_LINES, _CLOSING_LINES = 15, 3
_LONGEST_FIRST_LINE = 80
_HAN = re.compile(r"[\u4e00-\u9fff]{4}")
# So often a text must name another prefecture, and never the title's, to contradict its title.
_CONTRADICTING_MENTIONS = 3


class _Title(Struct, frozen=True):
    """A printed title: its name, the place it names, and its span in the reading text."""

    name: str
    place: Place
    start: int
    end: int


def describe(source: SourceText, text: ReadingText, outline: Outline) -> BulletinInfo:
    """Return what the text says of itself; what it does not say stays empty, but for the title.

    Of several printed titles the one whose place the body speaks of is taken, or else the one
    nearest to the body. Without a title the first line that is set as one stands for it, or the
    file's name, or a title is supplied (see `_supplied`). The publisher tells the place that no
    title names, or else the text itself.
    """
    titles = _titles(text, outline)
    chosen = _chosen(titles, _body(text, outline))
    heads = _heads(text, outline)
    name = chosen.name if chosen else next(filter(imprint.year_of, heads), "")
    name = name or _of_file(source.name)
    whole = _whole(text, outline)
    year = imprint.year_of(name) or _year_below(text, outline) or _usual_year(whole)
    publisher, published = _imprint(text, outline, name)
    place = chosen.place if chosen else places.read_place(_phrase(name), whole, year)
    if not place.parts:
        place = _of_publisher(publisher, whole, year) or places.read_place(_phrase(source.name))
    if not place.parts:
        place = places.spoken_of(whole)
    name = name or _supplied(place, year) or next(iter(heads), "") or _first_line(text, outline)
    return BulletinInfo(
        title=name,
        place=place.path,
        place_code=place.code,
        year=year,
        publisher=publisher,
        published=published,
        format=source.format,
        encoding=source.encoding,
        sha256=source.sha256,
    )


def title_findings(text: ReadingText, outline: Outline) -> tuple[Finding, ...]:
    """Return a finding for each printed title that names another place than title or body."""
    titles = _titles(text, outline)
    body = _body(text, outline)
    chosen = _chosen(titles, body)
    if chosen is None:
        return ()
    findings = [
        _contradiction(text, body, title, chosen)
        for title in titles
        if title.place.parts and chosen.place.parts and title.place.parts != chosen.place.parts
    ]
    other = _spoken_of(chosen, body)
    if other:
        findings.append(_contradicted_by_body(text, body, chosen, other))
    return tuple(findings)


def _titles(text: ReadingText, outline: Outline) -> list[_Title]:
    whole = _whole(text, outline)
    # A text names its county in every title: the place is looked for once.
    known: dict[str, Place] = {}
    titles = []
    for start, end in outline.titles:
        name = _joined(text.hans[start:end])
        if name not in known:
            known[name] = places.read_place(_phrase(name), whole, imprint.year_of(name))
        titles.append(_Title(name, known[name], start, end))
    return titles


def _whole(text: ReadingText, outline: Outline) -> str:
    """Return the bulletin's own text, of a file that may hold several."""
    if not outline.passages:
        return ""
    return text.hans[outline.passages[0].read_start : outline.passages[-1].read_end]


def _year_below(text: ReadingText, outline: Outline) -> int | None:
    """Return the year on a line of its own under a title: （2023年）."""
    ends = {end for _, end in outline.titles}
    pairs = pairwise(outline.passages)
    below = (after for before, after in pairs if before.read_end in ends)
    years = (imprint.year_alone(text.hans[p.read_start : p.read_end]) for p in below)
    return next((year for year in years if year), None)


def _joined(printed: str) -> str:
    """Return a printed title on one line, without the marks of its footnotes."""
    whole = re.sub(r"\s*\n\s*", "", printed)
    return imprint.title_name(whole) or re.sub(imprint.MARKS, "", whole).strip()


@cache
def _around_place() -> re.Pattern[str]:
    offices = "|".join(map(re.escape, resources.table("places")["offices"]))
    years = rf"{_YEAR.pattern}|{imprint.WRITTEN_YEAR}"
    return re.compile(rf"^[（(]|^关于|{years}度?|{offices}|[（(][^（()）]*[)）]|[《》）)\s]")


def _phrase(title: str) -> str:
    """Return what is left of a title without years, their parts, offices and brackets."""
    return _around_place().sub("", year_parts.without(title))


def _body(text: ReadingText, outline: Outline) -> str:
    return "\n".join(
        text.hans[passage.read_start : passage.read_end]
        for passage in outline.passages
        if passage.kind is not PassageKind.TITLE
    )


def _chosen(titles: list[_Title], body: str) -> _Title | None:
    if not titles:
        return None
    shared = set.intersection(*(set(title.place.parts) for title in titles))
    named = {part for title in titles for part in title.place.parts} - shared
    counts = {part: body.count(places.stem(part)) for part in named}
    scores = [sum(counts.get(part, 0) for part in title.place.parts) for title in titles]
    best = max(range(len(titles)), key=lambda at: (scores[at], at))
    return titles[best]


def _heads(text: ReadingText, outline: Outline) -> list[str]:
    """Return the lines above the chapters that are set as titles."""
    opening = (p for p in _opening(outline) if p.kind is PassageKind.BODY)
    lines = (text.hans[p.read_start : p.read_end] for p in opening)
    return [line for line in lines if imprint.is_title_head(line) and _HAN.search(line)]


def _of_file(name: str) -> str:
    """Return a file's name, if it is a title: of a bulletin, or with a year."""
    title = " ".join(name.replace("_", " ").split())
    named = imprint.title_name(title)
    return named or (title if imprint.year_of(title) and _HAN.search(title) else "")


def _supplied(place: Place, year: int | None) -> str:
    """Return a title for a text without one, in the brackets that mark what is not printed."""
    title: str = resources.table("outline")["supplied_title"]
    return title.format(place=place.name, year=year) if place.parts and year else ""


def _first_line(text: ReadingText, outline: Outline) -> str:
    """Return the first line that is no heading, or else the first."""
    bare = (p for p in outline.passages if p.kind is not PassageKind.HEADING)
    first = next(bare, next(iter(outline.passages), None))
    return text.hans[first.read_start : first.read_end][:_LONGEST_FIRST_LINE] if first else ""


def _of_publisher(publishers: str, text: str, year: int | None) -> Place | None:
    """Return the place of the first publisher that is of one: 国家统计局洛阳调查队."""
    words = resources.table("places")
    office: str = words["nation_office"]
    for publisher in publishers.split("、"):
        if publisher in {office, *(f"{nation}{office}" for nation in words["nation"])}:
            return Place((words["nation_name"],))
        place = places.read_place(_phrase(publisher.removeprefix(office)), text, year)
        if place.parts:
            return place
    return None


def _usual_year(text: str) -> int | None:
    """Return the year that a text without one in its title speaks of most, if more than once."""
    counts = Counter(_YEAR.findall(text)).most_common(1)
    return int(counts[0][0]) if counts and counts[0][1] > 1 else None


def _imprint(text: ReadingText, outline: Outline, title: str) -> tuple[str, str]:
    """Return publishers (several joined by 、) and date printed around the title or at the end.

    What is printed as the bulletin's own counts before what a web page says of its file.
    """
    lines = [
        text.hans[passage.read_start : passage.read_end]
        for passage in _imprint_passages(text, outline)
        if passage.kind in {PassageKind.NOTE, PassageKind.TABLE}
    ]
    labelled = dict.fromkeys(name for line in lines if (name := imprint.labelled_publisher(line)))
    bare = (imprint.publisher(line) for line in lines if not imprint.labelled_publisher(line))
    own = dict.fromkeys(name for name in (*bare, imprint.titled_publisher(title)) if name)
    dates = chain(
        (imprint.date_alone(line) for line in lines),
        (imprint.labelled_date(line) for line in lines),
        (imprint.labelled_date(line, "written_words") for line in lines),
    )
    return "、".join(own or labelled), next(filter(None, dates), "")


def _opening(outline: Outline) -> tuple[Passage, ...]:
    """Return the first lines of the text, up to its first chapter."""
    chapter = outline.sections[0].read_start if outline.sections else None
    first = outline.passages[:_OPENING_LINES]
    if chapter is None:
        return first
    return tuple(passage for passage in first if passage.read_start < chapter)


def _imprint_passages(text: ReadingText, outline: Outline) -> tuple[Passage, ...]:
    """Return the first lines of the text, up to its first chapter, and those that close it."""
    first = _opening(outline)
    rest = outline.passages[len(first) :]
    texts = ((at, p) for at, p in enumerate(rest) if p.kind is not PassageKind.NOTE)
    last = max((at for at, _ in texts), default=-1)
    closing = rest[max(last + 1 - _CLOSING_LINES, 0) :]
    page = (
        at
        for at, p in enumerate(closing)
        if passages.is_of_page(text.hans[p.read_start : p.read_end])
    )
    return first + closing[: next(page, len(closing))]


def _contradiction(text: ReadingText, body: str, title: _Title, chosen: _Title) -> Finding:
    stated, meant = _unlike(title.place, chosen.place)
    places_named: dict[str, Param] = {"stated": title.place.name, "other": chosen.place.name}
    readings = (
        _reading("reading_other_title", chosen.place.name, title=chosen.name),
        *(_mentions(part, body) for part in (meant, stated) if part),
    )
    said = Message("finding_title_title", places_named)
    return _finding(title, said, readings, (_span(text, title), _span(text, chosen)))


def _contradicted_by_body(text: ReadingText, body: str, title: _Title, other: str) -> Finding:
    said = Message("finding_title_body", {"stated": title.place.name, "other": other})
    own = _prefecture(title.place)
    readings = tuple(_mentions(name, body) for name in (other, own) if name)
    return _finding(title, said, readings, (_span(text, title),))


def _finding(
    title: _Title,
    said: Message,
    readings: tuple[Reading, ...],
    spans: tuple[tuple[int, int], ...],
) -> Finding:
    words = resources.sentence(said, "zh_CN")
    return Finding("title", "不一致", words, title.place.name, readings, spans, (said,))


def _unlike(stated: Place, meant: Place) -> tuple[str, str]:
    """Return the first names from the prefecture down that differ."""
    ours = [part for part in stated.parts if part not in meant.parts]
    theirs = [part for part in meant.parts if part not in stated.parts]
    named = [next((p for p in parts if not p.endswith("省")), "") for parts in (ours, theirs)]
    return named[0], named[1]


def _mentions(name: str, body: str) -> Reading:
    short = places.stem(name)
    return _reading("reading_mentions", str(body.count(short)), name=short)


def _spoken_of(title: _Title, body: str) -> str:
    """Return the prefecture the body speaks of where it never names the title's own."""
    own = _prefecture(title.place)
    if not own or places.stem(own) in body:
        return ""
    name, count = next(iter(places.prefectures(body).most_common(1)), ("", 0))
    return name if count >= _CONTRADICTING_MENTIONS else ""


def _prefecture(place: Place) -> str:
    return next((part for part in place.parts if places.is_prefecture(part)), "")


def _span(text: ReadingText, title: _Title) -> tuple[int, int]:
    """Return where a title names its place, in the source; the whole title if in pieces."""
    at = text.hans.find(title.place.printed, title.start, title.end)
    if at < 0 or not title.place.printed:
        return text.map.to_source(title.start, title.end)
    return text.map.to_source(at, at + len(title.place.printed))


def _reading(message: str, computed: str, **params: str) -> Reading:
    said = Message(message, params)
    return Reading(resources.sentence(said, "zh_CN"), computed, said)
