"""What the program says below the Qt wall: an id and its parameters, put into words at the rim."""

from collections.abc import Mapping
from typing import Union

from msgspec import Struct, field

Param = Union[str, int, "Message", tuple["Message", ...]]
"""A word as it is, a number, what is said itself in the language of the whole, or a list of it."""


class Message(Struct, frozen=True):
    """One sentence of `resources/messages.toml`, by `id`, with the values it names."""

    id: str
    params: Mapping[str, Param] = field(default_factory=dict)
