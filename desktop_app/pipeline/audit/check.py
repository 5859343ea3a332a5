"""All relations of one bulletin, one finding for each stated figure."""

from collections.abc import Iterator, Sequence

from desktop_app.domain.bulletin import Figure, Finding, ReadingText
from desktop_app.domain.outline import Outline
from desktop_app.pipeline.audit import (
    changes,
    completion,
    growths,
    lists,
    pairs,
    people,
    rates,
    shares,
    signs,
    sums,
    tables,
)
from desktop_app.pipeline.audit.claims import Claim
from desktop_app.pipeline.audit.findings import findings_of
from desktop_app.pipeline.audit.scene import Scene


def check(
    text: ReadingText,
    outline: Outline,
    figures: Sequence[Figure],
    year: int | None,
    others: Sequence[Figure] = (),
) -> tuple[Finding, ...]:
    """Return what the numbers say of each other, in the order of the stated figures.

    `year` is the bulletin's own, which figures without a period are of; `others` are the figures
    of other bulletins of the place, which tell its levels of other years. A relation with another
    year's level is never called wrong: levels are revised, and scopes change.
    """
    scene = Scene(text, outline, figures, year, others)
    return tuple(findings_of(_claims(scene)))


def _claims(scene: Scene) -> Iterator[Claim]:
    added = [*sums.claims(scene), *lists.claims(scene), *tables.claims(scene)]
    yield from added
    yield from completion.claims(scene, added)
    yield from growths.claims(added)
    for relation in (rates, shares, changes, people, pairs, signs):
        yield from relation.claims(scene)
