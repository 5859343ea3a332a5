"""What a user chooses between, and a start reads from the settings: it imports no more for it."""

from enum import StrEnum


class Order(StrEnum):
    """How hits are ordered: the likeliest first, or as they stand in the text."""

    RELEVANCE = "relevance"
    TEXT = "text"


class SourceStyle(StrEnum):
    """How a source is written; the values are the tables of `citation.toml`."""

    PLAIN = "plain"
    GBT_2015 = "gbt_2015"
    GBT_2025 = "gbt_2025"
