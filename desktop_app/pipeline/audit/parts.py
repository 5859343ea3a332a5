"""What 其中 and 包括 lead to: a list of parts that may exhaust its whole."""

from collections.abc import Iterator

from desktop_app.pipeline.audit import lexicon
from desktop_app.pipeline.audit.claims import Claim
from desktop_app.pipeline.audit.scene import Placed, Scene, alike, run_from
from desktop_app.pipeline.audit.sums import additive, agrees, sum_of


def claims(scene: Scene) -> Iterator[Claim]:
    """Yield the wholes whose listed parts add up to them."""
    cues = lexicon.table()["parts"]["cues"]
    for passage in scene.passages():
        for placed in passage:
            if lexicon.holds(placed.before, cues) and additive(placed):
                yield from _listed(passage, placed)


def _listed(passage: list[Placed], led: Placed) -> Iterator[Claim]:
    """Yield the claims of one 其中; parts of several units belong to wholes of their own."""
    firsts: dict[str, Placed] = {}
    for placed in passage:
        if placed.at >= led.at and placed.sentence == led.sentence and additive(placed):
            firsts.setdefault(placed.amount.dimension, placed)
    for first in firsts.values():
        total = _whole_before(passage, led, first)
        if total is None:
            continue
        run = [one for one in run_from(passage, first) if additive(one)]
        for count in range(len(run), 1, -1):
            claim = sum_of("sum", total, tuple(run[:count]), firm=False)
            if agrees(claim):
                yield claim
                break


def _whole_before(passage: list[Placed], led: Placed, first: Placed) -> Placed | None:
    for placed in reversed(passage):
        close = led.sentence - placed.sentence <= 1
        if placed.at < led.at and close and alike(placed, first) and additive(placed):
            return placed
    return None
