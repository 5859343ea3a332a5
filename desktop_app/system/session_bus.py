"""Calls on the desktop's session bus, by libdbus: Qt's binding cannot send unsigned numbers.

Only what an input method is spoken to with: numbers and texts as arguments, and signals.
"""

import ctypes
from collections.abc import Iterator, Sequence

Argument = tuple[str, int | str]
"""A type by its letter in D-Bus (`i`, `u`, `s`) and its value."""

_SESSION = 0
_ITERATOR_BYTES = 256
"""More than the C structure takes, whatever the version."""
_LIBRARY = "libdbus-1.so.3"
_POINTERS = (
    "dbus_bus_get_private",
    "dbus_message_new_method_call",
    "dbus_connection_send_with_reply_and_block",
    "dbus_connection_pop_message",
    "dbus_message_get_member",
)
_KINDS: dict[str, type[ctypes.c_int32 | ctypes.c_uint32 | ctypes.c_char_p]] = {
    "i": ctypes.c_int32,
    "u": ctypes.c_uint32,
    "b": ctypes.c_uint32,
    "s": ctypes.c_char_p,
}


class SessionBus:
    """A connection of our own to the session bus."""

    def __init__(self, patience_seconds: float) -> None:
        """`patience_seconds` is how long a call is waited for.

        Raises:
            OSError: there is no bus, or no libdbus.
        """
        self._dbus = ctypes.CDLL(_LIBRARY)
        for name in _POINTERS:
            getattr(self._dbus, name).restype = ctypes.c_void_p
        self._patience_ms = int(patience_seconds * 1000)
        connection = self._dbus.dbus_bus_get_private(_SESSION, None)
        if not connection:
            raise OSError("no session bus")
        self._connection = ctypes.c_void_p(connection)
        self._dbus.dbus_connection_set_exit_on_disconnect(self._connection, 0)

    def file_number(self) -> int:
        """Return the file that can be read from when signals have come."""
        number = ctypes.c_int()
        self._dbus.dbus_connection_get_unix_fd(self._connection, ctypes.byref(number))
        return number.value

    def has(self, name: str) -> bool:
        """Whether somebody serves under `name`."""
        bus = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
        return self.ask(*bus, "NameHasOwner", ("s", name)) == [1]

    def hear(self, rule: str) -> None:
        """Let signals come that match `rule`."""
        self._dbus.dbus_bus_add_match(self._connection, rule.encode(), None)

    def ask(
        self, service: str, path: str, interface: str, method: str, *arguments: Argument
    ) -> list[int | str] | None:
        """Call a method and return its answer; None where there is none in time."""
        message = self._message(service, path, interface, method, arguments)
        answer = self._dbus.dbus_connection_send_with_reply_and_block(
            self._connection, message, self._patience_ms, None
        )
        self._dbus.dbus_message_unref(message)
        if not answer:
            return None
        return self._taken(ctypes.c_void_p(answer))

    def tell(
        self, service: str, path: str, interface: str, method: str, *arguments: Argument
    ) -> None:
        """Call a method of which no answer is wanted."""
        message = self._message(service, path, interface, method, arguments)
        self._dbus.dbus_message_set_no_reply(message, 1)
        self._dbus.dbus_connection_send(self._connection, message, None)
        self._dbus.dbus_connection_flush(self._connection)
        self._dbus.dbus_message_unref(message)

    def signals(self) -> Iterator[tuple[str, list[int | str]]]:
        """Yield what has come, without waiting: a signal's name and its arguments."""
        self._dbus.dbus_connection_read_write(self._connection, 0)
        while message := self._dbus.dbus_connection_pop_message(self._connection):
            came = ctypes.c_void_p(message)
            member = self._dbus.dbus_message_get_member(came)
            name = ctypes.string_at(member).decode() if member else ""
            yield name, self._taken(came)

    def close(self) -> None:
        """End the connection."""
        self._dbus.dbus_connection_close(self._connection)
        self._dbus.dbus_connection_unref(self._connection)

    def _message(
        self, service: str, path: str, interface: str, method: str, arguments: Sequence[Argument]
    ) -> ctypes.c_void_p:
        names = (name.encode() for name in (service, path, interface, method))
        message = ctypes.c_void_p(self._dbus.dbus_message_new_method_call(*names))
        place = ctypes.create_string_buffer(_ITERATOR_BYTES)
        self._dbus.dbus_message_iter_init_append(message, place)
        for kind, value in arguments:
            raw = _KINDS[kind](value.encode() if isinstance(value, str) else value)  # type: ignore[arg-type]
            self._dbus.dbus_message_iter_append_basic(place, ord(kind), ctypes.byref(raw))
        return message

    def _taken(self, message: ctypes.c_void_p) -> list[int | str]:
        """Return the arguments of a message up to the first that is no number or text; free it."""
        place = ctypes.create_string_buffer(_ITERATOR_BYTES)
        found: list[int | str] = []
        more = self._dbus.dbus_message_iter_init(message, place)
        while more:
            kind = chr(self._dbus.dbus_message_iter_get_arg_type(place))
            if kind not in _KINDS:
                break
            raw = _KINDS[kind]()
            self._dbus.dbus_message_iter_get_basic(place, ctypes.byref(raw))
            value = raw.value
            found.append(
                value.decode("utf-8", "replace") if isinstance(value, bytes) else value or 0
            )
            more = self._dbus.dbus_message_iter_next(place)
        self._dbus.dbus_message_unref(message)
        return found
