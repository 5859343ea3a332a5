"""What the audit found to belong together: the parts of a checked total, and done against due.

A finding names its numbers by their places and its sums by their formulas; here the figures are
put back in place of the terms.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal, localcontext

from msgspec import Struct

from desktop_app.domain.bulletin import Bulletin, Figure, Finding, PassageKind
from desktop_app.services import comparing
from desktop_app.system import resources

_PRECISION = 50
_SUM, _RATE, _COMPLETION, _SHARE = "sum", "rate", "completion", "share"
_QUOTIENT = re.compile(r"([^÷+（）()×]+)÷([^÷+（）()×]+)")


class Composition(Struct, frozen=True):
    """A total with parts that add up to it, by rounding at least.

    `shares` are the parts' shares of the total in per cent, in the order of the parts. `gap` is
    the total less the sum of the parts in the total's unit: what rounding leaves, mostly 0.
    """

    total: Figure
    parts: tuple[Figure, ...]
    shares: tuple[Decimal, ...]
    gap: Decimal


class Completion(Struct, frozen=True):
    """What was done against what was due; `share` is one over the other in per cent.

    `rate` is the figure that states the rate, None where none is printed; `verdict` is the
    audit's on it.
    """

    done: Figure
    due: Figure
    rate: Figure | None
    share: Decimal
    verdict: str


class Structure(Struct, frozen=True):
    """A printed ratio of parts of a hundred (7.2:47.1:45.7), with what each part is."""

    figure: Figure
    names: tuple[str, ...]
    shares: tuple[Decimal, ...]


def structures(bulletin: Bulletin) -> tuple[Structure, ...]:
    """Return the printed structures that the audit found to make up a hundred, in text order."""
    table = resources.table("audit")["structure"]
    names: tuple[str, ...] = tuple(table["parts"])
    found: dict[int, Structure] = {}
    for finding in bulletin.findings:
        figures = _figures_at(bulletin, finding.spans[:1])
        if finding.kind != _SHARE or finding.verdict not in _sound() or not figures:
            continue
        figure = figures[0]
        printed = figure.value.split(":")
        shares = [share for text in printed if (share := comparing.number(text)) is not None]
        is_sum = any(one.formula == "+".join(printed) for one in finding.readings)
        named = re.search(table["name"], figure.indicator) is not None
        if is_sum and named and len(shares) == len(printed) == len(names):
            found[figure.id] = Structure(figure, names, tuple(shares))
    return tuple(sorted(found.values(), key=lambda one: one.figure.start))


def in_tables(bulletin: Bulletin) -> frozenset[int]:
    """Return the ids of the figures that stand in tables."""
    spans = [(p.start, p.end) for p in bulletin.passages if p.kind is PassageKind.TABLE]
    starts = [start for start, _ in spans]
    found = set()
    for figure in bulletin.figures:
        at = bisect_right(starts, figure.start) - 1
        if at >= 0 and figure.start < spans[at][1]:
            found.add(figure.id)
    return frozenset(found)


def compositions(bulletin: Bulletin) -> tuple[Composition, ...]:
    """Return the totals that parts were found to make up, in the text's order."""
    sums = (one for one in bulletin.findings if one.kind == _SUM and one.verdict in _sound())
    found = [each for finding in sums for each in _compositions(bulletin, finding)]
    return tuple(sorted(found, key=lambda one: one.total.start))


def completions(bulletin: Bulletin) -> tuple[Completion, ...]:
    """Return what was done against what was due, in the text's order; one for each done."""
    found: dict[int, Completion] = {}
    for finding in bulletin.findings:
        made = _completion(bulletin, finding)
        if made is not None and (made.done.id not in found or made.rate is not None):
            found[made.done.id] = made
    return tuple(sorted(found.values(), key=lambda one: one.done.start))


def _sound() -> frozenset[str]:
    verdicts = resources.table("audit")["verdicts"]
    return frozenset({verdicts["agrees"], verdicts["rounds"]})


def _figures_at(bulletin: Bulletin, spans: Sequence[tuple[int, int]]) -> list[Figure]:
    by_place = bulletin.figure_by_span
    return [by_place[span] for span in spans if span in by_place]


def _compositions(bulletin: Bulletin, finding: Finding) -> Iterator[Composition]:
    figures = _figures_at(bulletin, finding.spans)
    if not figures or figures[0].approx:
        return
    total, *others = figures
    for reading in finding.readings:
        parts = _figures_of(reading.formula.split("+"), others, total.unit)
        made = _composed(total, parts) if len(parts) > 1 else None
        if made is not None:
            yield made


def _composed(total: Figure, parts: Sequence[Figure]) -> Composition | None:
    """Return parts of a total; None where a share would have no meaning, as of a deficit."""
    whole = comparing.number(total.value)
    values = [comparing.in_unit_of(part, total) for part in parts]
    if whole is None or whole <= 0 or any(value is None or value < 0 for value in values):
        return None
    known = [value for value in values if value is not None]
    with localcontext(prec=_PRECISION):
        shares = tuple(value * 100 / whole for value in known)
        return Composition(total, tuple(parts), shares, whole - sum(known, Decimal(0)))


def _figures_of(terms: Sequence[str], figures: Sequence[Figure], unit: str) -> tuple[Figure, ...]:
    """Return the figure of each term of a formula, each used once; none where one is missing."""
    left, found = list(figures), []
    for term in terms:
        figure = next((one for one in left if term.strip() in _said(one, unit)), None)
        if figure is None:
            return ()
        left.remove(figure)
        found.append(figure)
    return tuple(found)


def _said(figure: Figure, unit: str) -> tuple[str, ...]:
    """Return how a formula says a figure: bare in its own unit, else with the figure's."""
    full = figure.value + figure.unit
    return (figure.value, full) if figure.unit == unit else (full,)


def _completion(bulletin: Bulletin, finding: Finding) -> Completion | None:
    figures = _figures_at(bulletin, finding.spans)
    if not figures:
        return None
    stated, *others = figures
    if finding.kind == _RATE and _is_of_completion(stated):
        return _rated(stated, others, finding)
    if finding.kind == _COMPLETION and len(others) == 1:
        # What is due is told first, whichever of the two the finding is about.
        due, done = sorted((stated, others[0]), key=lambda one: one.start)
        return _done(done, due, None, finding.verdict)
    return None


def _is_of_completion(rate: Figure) -> bool:
    """Whether a rate says how much of what was to be done is done: no share of a population."""
    table = resources.table("comparison")["completion"]
    return rate.unit == "%" and re.search(table["rates"], rate.indicator) is not None


def _rated(rate: Figure, others: Sequence[Figure], finding: Finding) -> Completion | None:
    """Return the first reading that is one number over another; the others qualify it."""
    for reading in finding.readings:
        terms = _QUOTIENT.fullmatch(reading.formula)
        if terms is None:
            continue
        for unit in dict.fromkeys(one.unit for one in others):
            found = _figures_of(terms.groups(), others, unit)
            if len(found) == len(terms.groups()):
                return _done(found[0], found[1], rate, finding.verdict)
    return None


def _done(done: Figure, due: Figure, rate: Figure | None, verdict: str) -> Completion | None:
    value, whole = comparing.in_unit_of(done, due), comparing.number(due.value)
    if value is None or whole is None or whole <= 0 or value < 0:
        return None
    with localcontext(prec=_PRECISION):
        return Completion(done, due, rate, value * 100 / whole, verdict)
