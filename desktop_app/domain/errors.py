"""The one error a user can do something about."""

from desktop_app.domain.messages import Message


class DataError(Exception):
    """Something outside the program is missing, damaged, too new, locked or unreadable."""

    def __init__(self, message_id: str, **params: str | int) -> None:
        self.message = Message(message_id, params)
        super().__init__(message_id, params)
