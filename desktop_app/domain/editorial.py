"""What an editor decided about one file: what cannot be derived from its bytes."""

from msgspec import Struct

from desktop_app.domain.bulletin import BulletinInfo


class Decision(Struct, frozen=True):
    """`source` text that occurs exactly once reads as `reads`, for the reason in `why`."""

    source: str
    reads: str
    why: str


class EditorialNotes(Struct, frozen=True):
    """The `bulletin.toml` beside a source: fields set in `info` win over what was read."""

    key: str
    info: BulletinInfo
    decisions: tuple[Decision, ...] = ()
