"""What the audit found in a bulletin, as a list shows it: in its script, with its places."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache

from msgspec import Struct

from desktop_app.domain.bulletin import Bulletin, Figure, Finding, Reading, Script
from desktop_app.domain.messages import Message, Param
from desktop_app.services import scripts
from desktop_app.services.scripts import Spell
from desktop_app.system import resources

Span = tuple[int, int]
_CHINESE = re.compile("[\u3400-\u9fff]")
_ENGLISH_SIGNS = str.maketrans({"（": "(", "）": ")", "、": ", "})


class Verdict(StrEnum):
    """How what was recomputed fits what is stated: what wants looking at first."""

    DIFFERS = "differs"
    OPEN = "open"
    ROUNDS = "rounds"
    AGREES = "agrees"


SIGNS: Mapping[Verdict, str] = {
    Verdict.DIFFERS: "≠",
    Verdict.OPEN: "?",
    Verdict.ROUNDS: "≈",
    Verdict.AGREES: "=",
}
"""A sign for each verdict, so that none is told by its colour alone."""


class AuditRow(Struct, frozen=True):
    """A finding: `number` counts those of the bulletin, from 0.

    `word` is the verdict in words; `subject` is what is stated of what, `message` what is said of
    it; `readings` are what else was looked at, a line each: what the message does not tell.
    `span` is where it is stated, `parts` where the numbers stand that it was recomputed from, all
    in the reading text. `figure_id` is the figure that states it.
    """

    number: int
    verdict: Verdict
    word: str
    subject: str
    message: str
    readings: tuple[str, ...]
    chapter: str
    chapter_id: int | None
    span: Span | None
    parts: tuple[Span, ...]
    figure_id: int | None


def rows(bulletin: Bulletin, script: Script) -> tuple[AuditRow, ...]:
    """Return what was found, in the order of the text."""
    by_span, script = _figures_by_span(bulletin), scripts.written(bulletin, script)
    return tuple(
        _row(bulletin, number, finding, by_span, script)
        for number, finding in enumerate(bulletin.findings)
    )


def counts(found: Iterable[AuditRow]) -> dict[Verdict, int]:
    """Return how many findings have each verdict, in the order of the verdicts."""
    counted = Counter(row.verdict for row in found)
    return {verdict: counted[verdict] for verdict in Verdict if counted[verdict]}


def word(verdict: Verdict, script: Script = Script.HANS) -> str:
    """Return a verdict in words: in a Chinese interface, in the script of the text."""
    return resources.sentence(Message(f"verdict_{verdict.value}"), scripts.language_of(script))


def message(finding: Finding, language: str, spell: Spell = scripts.as_is) -> str:
    """Return what is said of a finding in `language`, its printed words as `spell` writes them."""
    if not finding.said:
        return spell(finding.message)
    return resources.sentences(finding.said, language, _with_signs_of(language, spell))


def reading(one: Reading, language: str, spell: Spell = scripts.as_is) -> str:
    """Return `3110÷3458 = 89.94%`, or in words: `正文提到“鞍山”的次数：14`."""
    formula: Param = one.said or spell(one.formula)
    is_equation = one.said is None and bool(set("+-×÷") & set(one.formula))
    said = Message(
        "reading_equation" if is_equation else "reading_words",
        {"formula": formula, "computed": one.computed},
    )
    return resources.sentence(said, language, _with_signs_of(language, spell))


def _with_signs_of(language: str, spell: Spell) -> Spell:
    """Return what also writes the brackets of a formula as a language has them."""

    def spelled(text: str) -> str:
        # A name keeps the brackets it is printed with.
        is_formula = language == "en" and not _CHINESE.search(text)
        return text.translate(_ENGLISH_SIGNS) if is_formula else spell(text)

    return spelled


def _row(
    bulletin: Bulletin,
    number: int,
    finding: Finding,
    by_span: Mapping[Span, Figure],
    script: Script,
) -> AuditRow:
    figure = by_span.get(finding.spans[0]) if finding.spans else None
    stretches = tuple(_read(bulletin, span) for span in finding.spans)
    span = stretches[0] if stretches else None
    chapter_id, chapter = _chapter(bulletin, span, script)

    spell, spoken = scripts.spelling(bulletin, script), scripts.language_of(script)
    verdict = _verdicts().get(finding.verdict, Verdict.OPEN)
    subject, message = _parted(finding, spoken, spell)
    readings = tuple(
        reading(one, spoken, spell)
        for one in finding.readings
        if _with_signs_of(spoken, spell)(one.formula) not in message
    )
    return AuditRow(
        number=number,
        verdict=verdict,
        word=word(verdict, script),
        subject=subject,
        message=message,
        readings=readings,
        chapter=chapter,
        chapter_id=chapter_id,
        span=span,
        parts=stretches[1:],
        figure_id=figure.id if figure else None,
    )


def _parted(finding: Finding, language: str, spell: Spell) -> tuple[str, str]:
    """Return what is stated of what, and what is said of it: 竣工率78%, 20÷40=50%，与所述不符。"""
    first, *rest = finding.said or (None,)
    stated = first.params.get("stated") if first is not None else None
    if first is None or not isinstance(stated, Message):
        return spell(finding.stated), message(finding, language, spell)
    clauses = Message("audit_clauses", {"clauses": first.params["clauses"]})
    told = resources.sentences((clauses, *rest), language, _with_signs_of(language, spell))
    return resources.sentence(stated, language, spell), told


def _read(bulletin: Bulletin, span: Span) -> Span:
    to_reading = bulletin.text.map.to_reading
    return to_reading(span[0]), to_reading(span[1])


def _chapter(bulletin: Bulletin, span: Span | None, script: Script) -> tuple[int | None, str]:
    """Return id and heading of the chapter that holds a place; none before the first one."""
    if span is None:
        return None, ""
    here = [c for c in bulletin.chapters if c.title_read_start <= span[0]]
    if not here:
        return None, ""
    chapter = here[-1]
    return chapter.id, bulletin.text.of(script, chapter.title_read_start, chapter.title_read_end)


def _figures_by_span(bulletin: Bulletin) -> dict[Span, Figure]:
    """Return figures by where they or their growth are stated; a number of its own comes first."""
    found = {(f.change_start, f.change_end): f for f in bulletin.figures if f.change_end}
    found.update({(f.start, f.end): f for f in bulletin.figures})
    return found


@cache
def _verdicts() -> dict[str, Verdict]:
    words: dict[str, str] = resources.table("audit")["verdicts"]
    return {words[verdict.value]: verdict for verdict in Verdict}
