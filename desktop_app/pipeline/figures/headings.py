"""What a heading is about: the subject that its sentences leave out."""

from desktop_app.domain.outline import Outline
from desktop_app.pipeline.figures import lexicon

_LONGEST = 14
_LONGEST_LEAD = 20


def subject_of(title: str) -> str:
    """Return the noun that a heading names (开展营商环境专项整治行动: 营商环境专项整治)."""
    subject = title.strip(" 　。：:；;，,")
    start = lexicon.pattern("headings.start", before="^").match(subject)
    if start:
        subject = subject[start.end() :]
    end = lexicon.pattern("headings.end", after="$").search(subject)
    if end and end.start() >= 2:
        subject = subject[: end.start()]
    fits = len(subject) <= _LONGEST and "，" not in subject and not subject.endswith("中")
    return subject if fits else ""


def subject_at(outline: Outline, read_position: int) -> str:
    """Return the subject of the nearest heading below a chapter that holds a place."""
    section = outline.section_at(read_position)
    while section is not None and section.level > 1:
        subject = subject_of(section.title)
        if subject:
            return subject
        section = outline.section_by_id.get(section.parent) if section.parent else None
    return ""


def lead_of(text: str) -> str:
    """Return the subject of a paragraph's opening sentence where that stands for a heading.

    食品安全监管成效显著。 opens a paragraph as a heading would; a sentence with a number does not.
    """
    opening, stop, _ = text.strip().partition("。")
    if not stop or len(opening) > _LONGEST_LEAD or any(char.isdigit() for char in opening):
        return ""
    subject = subject_of(opening)
    return subject if subject != opening.strip() else ""
