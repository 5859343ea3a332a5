"""Lets PySide's knowledge of signatures wait until something asks for it."""

import builtins
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

# What writes type stubs, and what words the TypeError of a wrong call: a sound program needs none.
_LATE = tuple(
    f"shibokensupport/signature/{name}.py"
    for name in (
        "errorhandler",
        "layout",
        "parser",
        "lib/enum_sig",
        "lib/pyi_generator",
        "lib/tool",
    )
)
_lock = threading.RLock()


@contextmanager
def signatures_late() -> Iterator[None]:
    """Import PySide in this context: modules of it that few programs need run when needed.

    WORKAROUND: with its first import PySide compiles, from packed source text, a dozen modules
    that describe its functions, and two regular expressions of many thousand characters; it took
    a seventh of the time to the first paint. It does so by `compile` alone, which is lent to it
    here: for the modules of `_LATE` the code it gets runs their text when the first of their
    names is looked up (PEP 562). `mapping` stays: libshiboken reads its names from its `__dict__`.
    A PySide that has no such modules loses nothing.
    """
    compiled = builtins.compile

    def compile_late(source: Any, filename: Any, *args: Any, **options: Any) -> Any:
        if filename not in _LATE:
            return compiled(source, filename, *args, **options)
        stub = (
            f"from {__name__} import when_asked\n__getattr__ = when_asked(globals(), {source!r})"
        )
        return compiled(stub, filename, "exec")

    builtins.compile = compile_late
    try:
        yield
    finally:
        builtins.compile = compiled


def when_asked(names: dict[str, Any], source: bytes) -> Callable[[str], object]:
    """Return the `__getattr__` of a module with these `names`, which runs its `source` once."""
    waiting = [source]

    def looked_up(name: str) -> object:
        if not name.startswith("__"):
            with _lock:
                if waiting:
                    # Taken first: modules that need each other look here again while it runs.
                    code = compile(waiting.pop(), names["__file__"], "exec", dont_inherit=True)
                    exec(code, names)
            if name in names:
                return names[name]
        raise AttributeError(f"module {names['__name__']!r} has no attribute {name!r}")

    return looked_up
