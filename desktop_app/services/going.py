"""Where in a bulletin a few typed letters lead: headings and figures by name, number or pinyin."""

from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from desktop_app.domain.bulletin import Bulletin, Figure, Script, Section
from desktop_app.services import scripts
from desktop_app.store.sounds import can_be_sound, is_said, sounds
from desktop_app.system import resources

MOST = 40
"""So many places are offered."""


class Target(Struct, frozen=True):
    """A heading, or with `figure_id` a figure; `value` is its number and unit."""

    text: str
    read_offset: int
    section_id: int | None
    level: int = 0
    figure_id: int | None = None
    value: str = ""


def targets(bulletin: Bulletin, typed: str, script: Script = Script.HANS) -> tuple[Target, ...]:
    """Return the places that `typed` names, the likeliest first; all chapters where it is empty.

    Their names are in `script`, whatever `typed` is in.

    Headings come before figures, names that begin with it before those that hold it, and those
    before names that only sound like it.
    """
    wanted = resources.folding().fold(typed).replace(" ", "")
    if not wanted:
        chapters = tuple(_to_section(bulletin, chapter) for chapter in bulletin.chapters)[:MOST]
        return _spelled(chapters, bulletin, script)
    ranked = [
        (rank, place, target)
        for place, target, name in _named(bulletin)
        if (rank := _rank(wanted, name, is_figure=target.figure_id is not None)) is not None
    ]
    ranked.sort(key=lambda one: one[:2])
    # What is found by number and by title is one place.
    found = islice(dict.fromkeys(target for _, _, target in ranked), MOST)
    return _spelled(found, bulletin, script)


def _spelled(targets: Iterable[Target], bulletin: Bulletin, script: Script) -> tuple[Target, ...]:
    spell = scripts.spelling(bulletin, script)
    return tuple(replace(one, text=spell(one.text), value=spell(one.value)) for one in targets)


def _named(bulletin: Bulletin) -> Iterator[tuple[int, Target, str]]:
    """Yield every place with its order in the text, and the name it is known by."""
    chapters = {chapter.id: number for number, chapter in enumerate(bulletin.chapters, 1)}
    for section in bulletin.sections:
        target = _to_section(bulletin, section)
        yield target.read_offset, target, section.title
        if section.level == 1 and section.number:
            # A chapter is also known by its number alone, 三 or 3: it is what one types first.
            yield target.read_offset, target, section.number
        if section.id in chapters:
            yield target.read_offset, target, str(chapters[section.id])
    for figure in bulletin.figures:
        if figure.indicator:
            yield figure.read_start, _to_figure(bulletin, figure), figure.indicator


def _rank(wanted: str, name: str, *, is_figure: bool) -> int | None:
    folded = resources.folding().fold(name)
    if folded.startswith(wanted):
        rank = 0
    elif wanted in folded:
        rank = 1
    elif can_be_sound(wanted) and is_said(wanted, sounds(name)):
        rank = 2
    else:
        return None
    return 2 * rank + is_figure


def _to_section(bulletin: Bulletin, section: Section) -> Target:
    text = bulletin.text.hans[section.title_read_start : section.title_read_end].strip()
    return Target(text, section.title_read_start, section.id, section.level)


def _to_figure(bulletin: Bulletin, figure: Figure) -> Target:
    printed = bulletin.text.hans[figure.read_start : figure.read_end]
    return Target(
        figure.indicator,
        figure.read_start,
        figure.section,
        figure_id=figure.id,
        value=printed.replace("\n", ""),
    )
