"""What 约, 近, 多 and 以上 say of the true number, against the printed one."""

from decimal import Decimal

from desktop_app.pipeline.audit import lexicon
from desktop_app.pipeline.audit.numbers import significant_step
from desktop_app.pipeline.audit.outcome import Outcome


def binds(word: str) -> bool:
    """Whether a word draws a line that the number may not cross (以上, 不足)."""
    table = lexicon.table()["estimates"]
    return word in table["at_least"] or word in table["at_most"]


def outcome(word: str, stated: Decimal, computed: Decimal, slack: Decimal) -> Outcome:
    """Return how a computed number fits an estimate; `slack` is what its parts leave open."""
    low, high = _bounds(word, stated)
    within = low - slack <= computed <= high + slack
    return Outcome.AGREES if within else Outcome.DIFFERS


def _bounds(word: str, stated: Decimal) -> tuple[Decimal, Decimal]:
    """Return between what the number lies."""
    table = lexicon.table()["estimates"]
    step = significant_step(stated)
    if word in table["at_least"]:
        return stated, Decimal("Infinity")
    if word in table["at_most"]:
        return Decimal("-Infinity"), stated
    if word in table["cut_off"]:
        return stated, stated + step
    if word in table["rounded_up"]:
        return stated - step, stated
    return stated - step / 2, stated + step / 2
