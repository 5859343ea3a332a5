"""Reads what was typed into a search box. It never fails: what is no operator is text.

Words with spaces between them must all occur; `"…"`, `“…”`, `「…」` and `『…』` hold a phrase with
its spaces; `-词` must not occur. A lone `-` and a negative number are text.
"""

import re
from collections.abc import Iterator

from desktop_app.domain.search import Query, Term

_DIGITS = "0-9０-９"
_TOKEN = re.compile(
    rf"""
    (?P<without> (?: [-－] (?= [^\s{_DIGITS}] ) )? )
    (?:
        "  (?P<straight> [^"]+ ) (?: "|$ )
      | ＂ (?P<wide> [^＂]+ ) (?: ＂|$ )
      | “  (?P<curly> [^”]+ ) ”
      | 「 (?P<corner> [^」]+ ) 」
      | 『 (?P<white_corner> [^』]+ ) 』
      | (?P<word> \S+ )
    )
    """,
    re.VERBOSE,
)


def parse(text: str) -> Query:
    """Return the query that `text` means; empty text is a query without terms."""
    # Half a character (from bytes that are no text, or a cut pair of UTF-16) matches nothing.
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Query(whole, tuple(_terms(whole)))


def _terms(text: str) -> Iterator[Term]:
    for token in _TOKEN.finditer(text):
        without, *contents = token.groups()
        content = next(content for content in contents if content is not None).strip()
        if content:
            yield Term(content, bool(without))
