"""Other names of an indicator: what it is called in short, in full, and was called before."""

from functools import cache

from desktop_app.store.query import words
from desktop_app.system import resources


def others(folded: str) -> tuple[str, ...]:
    """Return the other names of what `folded` is a whole name of, those of today first."""
    return _others().get(folded, ())


@cache
def _others() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for group in groups():
        searched = [name for name in group if words.fold(name) not in _inside_others()]
        for name in group:
            known = found.setdefault(words.fold(name), {})
            known.update(dict.fromkeys(other for other in searched if other != name))
    for said, names in words.everyday().items():
        rest = [other for name in names for other in found.get(words.fold(name), ())]
        known = dict.fromkeys((*names, *rest))
        found[said] = {name: None for name in known if words.fold(name) != said}
    return {name: tuple(known) for name, known in found.items()}


@cache
def groups() -> tuple[tuple[str, ...], ...]:
    """Return the names of each indicator that has several, as they are written."""
    indicators = resources.table("indicators")["indicators"]
    return tuple(
        (name, *said.get("also", ()), *said.get("formerly", ()), *said.get("short", ()))
        for name, said in indicators.items()
    )


@cache
def _inside_others() -> frozenset[str]:
    return frozenset(words.listed("synonyms.inside_others"))
