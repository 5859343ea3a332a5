"""Where the place of a bookmark is today: the text round it may have moved or been mended anew.

All offsets are of the reading text, in code points. The place as stored holds where the quote
stands there still; else the quote is looked for, then what stood round it, then a paragraph that
is nearly the quote. A short quote (`100%`) is told from its like by what stands round it.
"""

from collections.abc import Iterator, Sequence

from desktop_app.domain.bookmark import Bookmark
from desktop_app.domain.bulletin import Bulletin, Passage

CONTEXT = 40
"""So many characters before and behind a place are kept with it."""

Span = tuple[int, int]

# A quote of so many characters is hardly there twice by chance.
_TELLING = 12
# A shorter one must share so many characters with what stood round it.
_AGREEMENT = 8
# So much of what stood before and behind is looked for where the quote itself has changed.
_RIM = 10
_LIKE = 0.6


def find(bookmark: Bookmark, bulletin: Bulletin) -> Span | None:
    """Return where a bookmark's place is in `bulletin`; None where it cannot be told."""
    if not bulletin.passages:
        return None
    text, stored = bulletin.text.hans, _stored(bookmark, bulletin)
    is_same_source = bool(bookmark.sha256) and bookmark.sha256 == bulletin.info.sha256
    if stored is not None and _holds(bookmark, text, stored, trusted=is_same_source):
        return stored
    return (
        _quoted(bookmark, bulletin)
        or (stored if is_same_source and _is_like(bookmark, bulletin, stored) else None)
        or _framed(bookmark, bulletin)
        or _resembling(bookmark, bulletin)
    )


def _holds(bookmark: Bookmark, text: str, span: Span, *, trusted: bool) -> bool:
    """Whether the place as stored is the place still; what has no quote has that place alone."""
    if not bookmark.quote:
        return True
    return text[slice(*span)] == bookmark.quote and (trusted or _is_meant(bookmark, text, span))


def _stored(bookmark: Bookmark, bulletin: Bulletin) -> Span | None:
    """Return the place as it was stored, where the bulletin's stretch of the file has it."""
    if not 0 <= bookmark.source_start < bookmark.source_end <= len(bulletin.text.source):
        return None
    to_reading = bulletin.text.map.to_reading
    span = to_reading(bookmark.source_start), to_reading(bookmark.source_end)
    first, last = _extent(bulletin)
    return span if first <= span[0] < last else None


def _quoted(bookmark: Bookmark, bulletin: Bulletin) -> Span | None:
    """Return the occurrence of the quote that fits best what stood round it, then the nearest."""
    if not bookmark.quote.strip():
        return None
    text, near = bulletin.text.hans, _expected(bookmark, bulletin)
    found = list(_occurrences(bookmark.quote, text, *_extent(bulletin)))
    if not found:
        return None
    best = max(found, key=lambda span: (_agreement(bookmark, text, span), -abs(span[0] - near)))
    return best if _is_meant(bookmark, text, best) else None


def _is_meant(bookmark: Bookmark, text: str, span: Span) -> bool:
    """Whether the quote at `span` is the one that was marked, not one like it."""
    known = len(bookmark.before) + len(bookmark.after)
    needed = 0 if len(bookmark.quote) >= _TELLING else min(_AGREEMENT, known)
    return _agreement(bookmark, text, span) >= needed


def _agreement(bookmark: Bookmark, text: str, span: Span) -> int:
    """Count the characters next to `span` that are those that stood next to the quote."""
    before = text[max(span[0] - len(bookmark.before), 0) : span[0]]
    after = text[span[1] : span[1] + len(bookmark.after)]
    return _common(before[::-1], bookmark.before[::-1]) + _common(after, bookmark.after)


def _common(one: str, other: str) -> int:
    count = 0
    for here, there in zip(one, other, strict=False):
        if here != there:
            break
        count += 1
    return count


def _framed(bookmark: Bookmark, bulletin: Bulletin) -> Span | None:
    """Return what stands today between what stood before and behind the quote."""
    before, after = bookmark.before[-_RIM:], bookmark.after[:_RIM]
    if min(len(before), len(after)) < _RIM:
        return None
    text, longest = bulletin.text.hans, 2 * len(bookmark.quote) + CONTEXT
    for _, start in _occurrences(before, text, *_extent(bulletin)):
        end = text.find(after, start, start + longest + len(after))
        if end > start:
            return start, end
    return None


def _is_like(bookmark: Bookmark, bulletin: Bulletin, span: Span | None) -> bool:
    if span is None or span[0] >= span[1]:
        return False
    return _likeness(bookmark.quote, bulletin.text.hans[slice(*span)]) >= _LIKE


def _resembling(bookmark: Bookmark, bulletin: Bulletin) -> Span | None:
    """Return the paragraph that is most like a quote of some length, where one is like it."""
    if len(bookmark.quote) < _TELLING:
        return None
    text = bulletin.text.hans

    def likeness(passage: Passage) -> float:
        return _likeness(bookmark.quote, text[passage.read_start : passage.read_end])

    best = max(bulletin.passages, key=likeness)
    return (best.read_start, best.read_end) if likeness(best) >= _LIKE else None


def _likeness(one: str, other: str) -> float:
    """Return how much two texts have in common, 0 to 1, by their pairs of characters."""
    pairs, others = _pairs(one), _pairs(other)
    if not pairs or not others:
        return float(one == other)
    return 2 * len(pairs & others) / (len(pairs) + len(others))


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


def _occurrences(words: str, text: str, start: int, end: int) -> Iterator[Span]:
    at = text.find(words, start, end)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1, end)


def _extent(bulletin: Bulletin) -> Span:
    """Return the stretch of the file's reading text that is this bulletin's."""
    passages: Sequence[Passage] = bulletin.passages
    return passages[0].read_start, passages[-1].read_end


def _expected(bookmark: Bookmark, bulletin: Bulletin) -> int:
    return bulletin.text.map.to_reading(max(bookmark.source_start, 0))
