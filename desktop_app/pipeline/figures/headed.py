"""Names that say too little alone: a subject of heading or sentence is put before them."""

import re
from collections.abc import Sequence
from functools import cache

from desktop_app.pipeline.figures import lexicon, phrases
from desktop_app.pipeline.figures.draft import Draft
from desktop_app.pipeline.figures.measuring import counts

# A longer heading says more than a name needs.
_LONGEST = 10


def tell_apart(drafts: Sequence[Draft]) -> None:
    """Put a subject before names that several items share, and before those of work in general."""
    sharing: dict[tuple[str, str], set[str]] = {}
    for draft in drafts:
        key = draft.indicator, draft.quantity.unit
        named = sharing.setdefault(key, set())
        # A table that says a number again is of no heading and nobody's: it is the same one.
        if draft.heading or draft.owner:
            named.add(draft.heading)
    for draft in drafts:
        shared = len(sharing[draft.indicator, draft.quantity.unit]) > 1
        general = _says_too_little().fullmatch(draft.indicator) is not None
        if shared or general:
            act = phrases.action(draft.indicator)
            # 栽植灌木面积 after 栽植乔木: what was planted before is no owner of it.
            done = act is not None and not act.subject
            owner = draft.owner if shared and not counts(draft.quantity) and not done else ""
            subject = owner or draft.heading
            if shared or len(subject) <= _LONGEST:
                draft.indicator = _after(subject, draft.indicator)


def _after(subject: str, indicator: str) -> str:
    """Return a name after its subject, where it does not begin with it already."""
    if subject in indicator or indicator.startswith(subject[:2]):
        return indicator
    return phrases.overlapping(subject, indicator)


@cache
def _says_too_little() -> re.Pattern[str]:
    """发现问题数, 涉及居民户数, 督导检查数: work of any kind could be meant."""
    verbs, things = lexicon.choice("names.general_verbs"), lexicon.choice("names.general_things")
    suffixes = lexicon.choice("names.general_suffixes")
    return re.compile(f"{verbs}{{1,2}}{things}?{suffixes}?|{things}{suffixes}")
