"""Small bulletins of invented places, read and audited."""

from desktop_app.domain.bulletin import Finding, ReadingText
from desktop_app.pipeline.audit import check
from desktop_app.pipeline.figures import extract
from desktop_app.pipeline.outline import read_outline

# What is no error, and what is one or may be one.
SOUND = ("一致", "四舍五入差")


def audited(*lines: str, year: int | None = 2022) -> tuple[Finding, ...]:
    """Return what the audit says of a text of these paragraphs."""
    text = "\n".join(lines)
    reading = ReadingText(text, text, text, ())
    outline = read_outline(reading)
    return check(reading, outline, extract(reading, outline, (), year), year)


def told(*lines: str, stated: str, year: int | None = 2022) -> Finding:
    """Return what the audit says of one stated figure, the first printed so."""
    return next(one for one in audited(*lines, year=year) if one.stated == stated)


def verdicts(*lines: str, year: int | None = 2022) -> dict[str, str]:
    """Return the verdict of each stated figure."""
    return {one.stated: one.verdict for one in audited(*lines, year=year)}


def doubts(*lines: str, year: int | None = 2022) -> list[str]:
    """Return what the audit says of figures that it does not find sound."""
    return [one.message for one in audited(*lines, year=year) if one.verdict not in SOUND]
