"""Figures and texts as they are copied: bare, with unit, with source, as sentences.

Plain text throughout; `forms` has every form a copy may take, rows for Excel and the user's own
template among them, and is imported when something is copied. Words: `resources/citation.toml`.
"""

from desktop_app.services.citing.figures import (
    bare_value,
    growth_in_words,
    growth_with_unit,
    value_with_unit,
)
from desktop_app.services.citing.sentences import printed_sentence, standard_sentence
from desktop_app.services.citing.sources import source_line, text_with_source
from desktop_app.services.citing.words import one_line, plain, title

__all__ = [
    "bare_value",
    "growth_in_words",
    "growth_with_unit",
    "one_line",
    "plain",
    "printed_sentence",
    "source_line",
    "standard_sentence",
    "text_with_source",
    "title",
    "value_with_unit",
]
