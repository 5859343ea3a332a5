"""What the program says below the Qt wall: an id and its parameters, put into words at the rim."""

from msgspec import Struct, field


class Message(Struct, frozen=True):
    """One sentence of `resources/messages.toml`, by `id`, with the values it names."""

    id: str
    params: dict[str, str | int] = field(default_factory=dict)
