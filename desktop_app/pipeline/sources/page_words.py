"""The words of web pages around an article: `resources/sources.toml` applied to lines."""

import re
from functools import cache

from desktop_app.system import resources

_LONGEST_PAGE_LINE = 120
_PROSE = re.compile(r"。|，[^，]{2,}，")
_SENTENCE = re.compile(r"[。，；]|本公报")
_NOTE_NUMBER = re.compile(r"[\[［【]?\s*\d{1,2}\s*[\]］】]|[①-⑳]")
_SHORTEST_PROSE = 12


def _words(name: str) -> tuple[str, ...]:
    return tuple(resources.table("sources")[name])


@cache
def unread_tags() -> frozenset[str]:
    """Return the elements of a page that hold nothing of an article."""
    return frozenset(_words("unread_tags"))


@cache
def block_tags() -> frozenset[str]:
    """Return the elements that begin and end a line."""
    return frozenset(_words("block_tags"))


@cache
def page_classes() -> frozenset[str]:
    """Return the words that classes and ids of a page's own parts are made of."""
    return frozenset(_words("page_classes"))


def is_page_line(text: str) -> bool:
    """Whether a line is the page's and not the article's: where one is, a control, an imprint."""
    if len(text) > _LONGEST_PAGE_LINE or "\t" in text:
        return False
    plain = "".join(text.split())
    if plain.startswith(_words("breadcrumb_starts")) or _controls().fullmatch(plain):
        return True
    if any(word in text for word in _words("page_words")):
        return True
    return not _PROSE.search(plain) and plain.startswith(_words("page_starts"))


@cache
def _controls() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(_words("controls"), key=len, reverse=True)))
    return re.compile(rf"[\W_]*(?:(?:{words})[\W_]*)*", re.IGNORECASE)


def without_controls(text: str) -> str:
    """Return the line with date and publisher without the page's controls behind them."""
    if len(text) > _LONGEST_PAGE_LINE or not any(w in text for w in _words("imprint_words")):
        return text
    if _PROSE.search(text):
        return text
    ends = [text.find(word) for word in _words("imprint_ends")]
    return text[: min((end for end in ends if end > 0), default=len(text))].rstrip(
        " \u3000|｜[【（("
    )


def belongs_to_article(text: str) -> bool:
    """Whether a line outside the article goes with it: prose, a row of a table, a note."""
    if "\t" in text or text.startswith(_words("note_starts")) or _NOTE_NUMBER.match(text):
        return True
    return len(text) >= _SHORTEST_PROSE and _PROSE.search(text) is not None


def is_titled(text: str) -> bool:
    """Whether a line may be a bulletin's title."""
    if len(text) > _LONGEST_PAGE_LINE or _SENTENCE.search(text) or "\t" in text:
        return False
    return any(word in text for word in _words("title_words"))


def page_title(name: str) -> str:
    """Return the bulletin's title from the name of its page; '' if that is no bulletin's."""
    for end in _words("title_ends"):
        parts = [part.strip() for part in name.split(end)]
        titled = [part for part in parts if is_titled(part)]
        if len(parts) > 1 and titled:
            return titled[0]
    return name if is_titled(name) else ""
