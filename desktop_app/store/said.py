"""Messages as JSON: `[id, {name: value}]`, a list of them as `{"all": [...]}`."""

from typing import Any

from desktop_app.domain.messages import Message, Param

_LIST = "all"


def encoded(message: Message) -> list[Any]:
    """Return a message as values that JSON has."""
    return [message.id, {name: _encoded(value) for name, value in message.params.items()}]


def decoded(values: list[Any]) -> Message:
    """Return the message that `encoded` made these of."""
    name, params = values
    return Message(name, {key: _decoded(value) for key, value in params.items()})


def _encoded(value: Param) -> Any:
    if isinstance(value, Message):
        return encoded(value)
    return {_LIST: [encoded(one) for one in value]} if isinstance(value, tuple) else value


def _decoded(value: Any) -> Param:
    if isinstance(value, list):
        return decoded(value)
    if isinstance(value, dict):
        return tuple(decoded(one) for one in value[_LIST])
    whole: str | int = value
    return whole
