"""What an editor decided about one file: what cannot be derived from its bytes."""

from dataclasses import dataclass

from desktop_app.domain.bulletin import BulletinInfo


@dataclass(frozen=True, slots=True)
class Decision:
    """`source` text that occurs exactly once reads as `reads`, for the reason in `why`."""

    source: str
    reads: str
    why: str


@dataclass(frozen=True, slots=True)
class EditorialNotes:
    """The `bulletin.toml` beside a source: fields set in `info` win over what was read."""

    key: str
    info: BulletinInfo
    decisions: tuple[Decision, ...] = ()
