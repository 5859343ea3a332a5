"""What a heading is about: the subject that its sentences leave out."""

from desktop_app.domain.outline import Outline
from desktop_app.pipeline.figures import lexicon

_LONGEST = 14


def subject_of(title: str) -> str:
    """Return the noun that a heading names (开展营商环境专项整治行动: 营商环境专项整治)."""
    subject = title.strip(" 　。：:；;，,")
    start = lexicon.pattern("headings.start", before="^").match(subject)
    if start:
        subject = subject[start.end() :]
    end = lexicon.pattern("headings.end", after="$").search(subject)
    if end and end.start() >= 2:
        subject = subject[: end.start()]
    return subject if len(subject) <= _LONGEST and "，" not in subject else ""


def subject_at(outline: Outline, read_position: int) -> str:
    """Return the subject of the nearest heading below a chapter that holds a place."""
    section = outline.section_at(read_position)
    while section is not None and section.level > 1:
        subject = subject_of(section.title)
        if subject:
            return subject
        section = outline.section_by_id.get(section.parent) if section.parent else None
    return ""
