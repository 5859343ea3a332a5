"""What a search found in one bulletin, all of it, and in which order hits are listed."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

Span = tuple[int, int]


class Order(StrEnum):
    """How hits are ordered: the likeliest first, or as they stand in the text."""

    RELEVANCE = "relevance"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage that answers; `spans` of the reading text are what answers in it."""

    passage_id: int
    section_id: int | None
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class BulletinHits:
    """Every passage of one bulletin that answers, in the order of the text."""

    bulletin_id: int
    hits: tuple[PassageHit, ...] = ()

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """All places that answer, sorted."""
        return tuple(sorted(span for hit in self.hits for span in hit.spans))

    @cached_property
    def by_section(self) -> dict[int | None, int]:
        """How many passages answer right in each section, not counting those below it."""
        return dict(Counter(hit.section_id for hit in self.hits))

    def passage_at(self, span: Span) -> int | None:
        """Return the passage that answers with `span`."""
        return next((hit.passage_id for hit in self.hits if span in hit.spans), None)
