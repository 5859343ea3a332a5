"""Whose bulletin a text is, of which year, and what its titles say against its body."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from desktop_app.domain.bulletin import (
    BulletinInfo,
    Finding,
    Passage,
    PassageKind,
    Reading,
    ReadingText,
    SourceText,
)
from desktop_app.domain.messages import Message
from desktop_app.domain.outline import Outline
from desktop_app.pipeline import places
from desktop_app.pipeline.outline import imprint
from desktop_app.pipeline.places import Place
from desktop_app.system import resources

_YEAR = re.compile(r"((?:19|20)\d{2})\s*年")
# Where publisher and date may stand: among so many lines at the start and at the end.
_OPENING_LINES, _CLOSING_LINES = 15, 3
_LONGEST_FIRST_LINE = 80
# So often a text must name another prefecture, and never the title's, to contradict its title.
_CONTRADICTING_MENTIONS = 3


@dataclass(frozen=True, slots=True)
class _Title:
    """A printed title: its name, the place it names, and its span in the reading text."""

    name: str
    place: Place
    start: int
    end: int


def describe(source: SourceText, text: ReadingText, outline: Outline) -> BulletinInfo:
    """Return what the text says of itself; what it does not say stays empty.

    Of several printed titles the one whose place the body speaks of is taken, or else the one
    nearest to the body. Without a title the first line stands for it; a sentence names no place.
    """
    titles = _titles(text, outline)
    chosen = _chosen(titles, _body(text, outline))
    name = chosen.name if chosen else _first_line(text, outline)
    whole = _whole(text, outline)
    place = chosen.place if chosen else _place_of_line(name, whole)
    publisher, published = _imprint(text, outline)
    return BulletinInfo(
        title=name,
        place=place.path,
        place_code=place.code,
        year=imprint.year_of(name) or _year_below(text, outline) or _usual_year(whole),
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
            known[name] = places.read_place(_phrase(name), whole)
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
    return re.compile(rf"^关于|{years}度?|{offices}|[（(][^（()）]*[)）]|[《》\s]")


def _phrase(title: str) -> str:
    """Return what is left of a title when years, offices and brackets are taken away."""
    return _around_place().sub("", title)


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


def _first_line(text: ReadingText, outline: Outline) -> str:
    if not outline.passages:
        return ""
    first = outline.passages[0]
    return text.hans[first.read_start : first.read_end][:_LONGEST_FIRST_LINE]


def _place_of_line(line: str, text: str) -> Place:
    return places.read_place(_phrase(line), text) if imprint.is_title_head(line) else Place()


def _usual_year(text: str) -> int | None:
    """Return the year that a text without one in its title speaks of most, if more than once."""
    counts = Counter(_YEAR.findall(text)).most_common(1)
    return int(counts[0][0]) if counts and counts[0][1] > 1 else None


def _imprint(text: ReadingText, outline: Outline) -> tuple[str, str]:
    """Return publishers (several joined by 、) and date printed around the title or at the end."""
    lines = [
        text.hans[passage.read_start : passage.read_end]
        for passage in _imprint_passages(outline)
        if passage.kind is PassageKind.NOTE
    ]
    publishers = dict.fromkeys(name for line in lines if (name := imprint.publisher(line)))
    dates = [date for line in lines if (date := imprint.printed_date(line))]
    return "、".join(publishers), dates[0] if dates else ""


def _imprint_passages(outline: Outline) -> tuple[Passage, ...]:
    """Return the first lines of the text, up to its first chapter, and its last ones."""
    chapter = outline.sections[0].read_start if outline.sections else None
    first = outline.passages[:_OPENING_LINES]
    if chapter is not None:
        first = tuple(passage for passage in first if passage.read_start < chapter)
    return first + outline.passages[max(len(first), len(outline.passages) - _CLOSING_LINES) :]


def _contradiction(text: ReadingText, body: str, title: _Title, chosen: _Title) -> Finding:
    stated, meant = _unlike(title.place, chosen.place)
    words = _say("finding_title_title", stated=title.place.name, other=chosen.place.name)
    readings = (
        Reading(_say("reading_other_title", title=chosen.name), chosen.place.name),
        *(_mentions(part, body) for part in (meant, stated) if part),
    )
    spans = (_span(text, title), _span(text, chosen))
    return Finding("title", "不一致", words, title.place.name, readings, spans)


def _contradicted_by_body(text: ReadingText, body: str, title: _Title, other: str) -> Finding:
    words = _say("finding_title_body", stated=title.place.name, other=other)
    own = _prefecture(title.place)
    readings = tuple(_mentions(name, body) for name in (other, own) if name)
    return Finding("title", "不一致", words, title.place.name, readings, (_span(text, title),))


def _unlike(stated: Place, meant: Place) -> tuple[str, str]:
    """Return the first names from the prefecture down that differ."""
    ours = [part for part in stated.parts if part not in meant.parts]
    theirs = [part for part in meant.parts if part not in stated.parts]
    named = [next((p for p in parts if not p.endswith("省")), "") for parts in (ours, theirs)]
    return named[0], named[1]


def _mentions(name: str, body: str) -> Reading:
    short = places.stem(name)
    return Reading(_say("reading_mentions", name=short), str(body.count(short)))


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


def _say(message: str, **params: str | int) -> str:
    return resources.sentence(Message(message, params), "zh_CN")
