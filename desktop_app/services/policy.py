"""What administrators decided for the users of a machine, and what is locked by it.

A later key is one line in `KEYS`. Where it sets a field of `Settings`, that is all; another one is
asked for by its name.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from desktop_app.domain.bulletin import Script
from desktop_app.domain.errors import DataError
from desktop_app.domain.messages import Message
from desktop_app.services.settings import Settings
from desktop_app.system import paths, policies
from desktop_app.system.language import LANGUAGES
from desktop_app.system.policies import Place

_YES, _NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


class Kind(Struct, frozen=True):
    """What a key takes: `read` makes a value of its text or raises ValueError.

    `wanted` says what it takes, in a sentence about one that is none.
    """

    read: Callable[[str], object]
    wanted: Message


class Key(Struct, frozen=True):
    """A key by its name, and the field of `Settings` that it sets and locks; empty for none."""

    name: str
    kind: Kind
    locks: str = ""


def _folder(text: str) -> Path:
    # Not looked at here: a share that does not answer would keep the window waiting.
    path = Path(text)
    if not path.is_absolute() or "\0" in text:
        raise ValueError(text)
    return path


def _switch(text: str) -> bool:
    if text.lower() not in _YES + _NO:
        raise ValueError(text)
    return text.lower() in _YES


def _one_of(values: Mapping[str, object]) -> Kind:
    def read(text: str) -> object:
        known = {name.lower(): value for name, value in values.items()}
        if text.lower() not in known:
            raise ValueError(text)
        return known[text.lower()]

    return Kind(read, Message("policy_wants_one", {"choices": ", ".join(values)}))


_FOLDER = Kind(_folder, Message("policy_wants_folder"))
_SWITCH = Kind(_switch, Message("policy_wants_switch"))

LIBRARY_FOLDER, ALLOW_EXPORT = "LibraryFolder", "AllowExport"
KEYS = (
    Key(LIBRARY_FOLDER, _FOLDER),
    Key(ALLOW_EXPORT, _SWITCH),
    Key("Language", _one_of({name: name for name in LANGUAGES}), locks="language"),
    Key("DefaultScript", _one_of({script.value: script for script in Script}), locks="script"),
)


class Policy(Struct, frozen=True):
    """The values that hold, by the name of their key; `ignored` says what does not, and why."""

    values: Mapping[str, Any] = field(default_factory=dict)
    ignored: tuple[Message, ...] = ()

    @property
    def library_folder(self) -> Path | None:
        """The folder whose newest library is the program's; None where nothing is decided."""
        folder: Path | None = self.values.get(LIBRARY_FOLDER)
        return folder

    @property
    def allows_export(self) -> bool:
        allowed: bool = self.values.get(ALLOW_EXPORT, True)
        return allowed

    @property
    def settings(self) -> dict[str, Any]:
        """The fields of `Settings` that are locked, with what they are locked to."""
        return {
            key.locks: self.values[key.name]
            for key in KEYS
            if key.locks and key.name in self.values
        }

    def applied(self, settings: Settings) -> Settings:
        """Return `settings` with what is locked as the administrators have it."""
        return replace(settings, **self.settings) if self.settings else settings

    def require_export(self) -> None:
        """See that files may be exported.

        Raises:
            DataError: the administrators do not allow it.
        """
        if not self.allows_export:
            raise DataError("export_not_allowed")

    def notes(self) -> Iterator[Message]:
        """Yield a sentence for each decision that no setting shows."""
        if self.library_folder is not None:
            yield Message("policy_library", {"path": str(self.library_folder)})
        if not self.allows_export:
            yield Message("export_not_allowed")


@cache
def current() -> Policy:
    """Return what holds on this machine, as it was when it was first asked for."""
    registry = policies.windows_registry()
    return of_places(policies.read(program=paths.program_folder(), registry=registry))


def of_places(places: tuple[Place, ...]) -> Policy:
    """Return what the places decide, a later one against an earlier one."""
    known = {key.name.lower(): key for key in KEYS}
    values: dict[str, Any] = {}
    ignored: list[Message] = []
    for place in places:
        if place.problem is not None:
            ignored.append(place.problem)
        for name, text in place.values.items():
            key, value = known.get(name.lower()), text.strip().strip('"').strip()
            said: dict[str, Any] = {"where": place.where, "name": name, "value": value}
            if key is None:
                ignored.append(Message("policy_unknown", said))
            elif value:
                try:
                    values[key.name] = key.kind.read(value)
                except ValueError:
                    ignored.append(Message("policy_bad", said | {"wanted": key.kind.wanted}))
    return Policy(values, tuple(ignored))
