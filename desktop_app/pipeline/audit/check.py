"""All relations of one bulletin, one finding for each stated figure."""

from collections.abc import Iterator, Sequence

from desktop_app.domain.bulletin import Figure, Finding, ReadingText
from desktop_app.domain.outline import Outline
from desktop_app.pipeline.audit import changes, pairs, parts, rates, shares, sums
from desktop_app.pipeline.audit.claims import Claim, findings_of
from desktop_app.pipeline.audit.scene import Scene


def check(
    text: ReadingText, outline: Outline, figures: Sequence[Figure], year: int | None
) -> tuple[Finding, ...]:
    """Return what the numbers say of each other, in the order of the stated figures.

    `year` is the bulletin's own: a relation with another year's level is never called wrong.
    """
    scene = Scene(text, outline, figures, year)
    return tuple(findings_of(_claims(scene)))


def _claims(scene: Scene) -> Iterator[Claim]:
    found = list(sums.claims(scene))
    yield from found
    yield from parts.claims(scene)
    yield from rates.claims(scene, found)
    yield from shares.claims(scene)
    yield from changes.claims(scene)
    yield from pairs.claims(scene)
