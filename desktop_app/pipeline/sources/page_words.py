"""The words of web pages around an article: `resources/sources.toml` applied to lines."""

import re
from functools import cache

from desktop_app.system import resources

_LONGEST_PAGE_LINE = 120
_PROSE = re.compile(r"。|，[^，]{2,}，")
_SENTENCE = re.compile(r"[。，；]|本公报")
_NOTE_NUMBER = re.compile(r"[\[［【]?\s*\d{1,2}\s*[\]］】]|[①-⑳]")
_SHORTEST_PROSE = 12
_COLON = re.compile("[:：]")
_LONGEST_TITLE_PART = 40
_YEAR = re.compile(
    r"[12][0-9]{3}\s*年度?(?!\s*\d+\s*月)|[一二][〇○零一二三四五六七八九]{3}年度?(?!.{1,2}月)"
)


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
    if "\t" in text:
        label = "".join(text.partition("\t")[0].split()).replace(":", "：")
        if not {label, label.removesuffix("：")}.isdisjoint(_words("index_words")):
            return True
        return all(cell.startswith(_words("page_starts")) for cell in text.split("\t"))
    if len(text) > _LONGEST_PAGE_LINE:
        return False
    plain = "".join(text.split())
    if plain.replace(":", "：").startswith(_labels()):
        return True
    if plain.startswith(_words("breadcrumb_starts")) or _controls().fullmatch(plain):
        return True
    if any(word in text for word in _words("page_words")):
        return True
    return not _PROSE.search(plain) and plain.startswith(_words("page_starts"))


@cache
def _labels() -> tuple[str, ...]:
    return tuple(f"{word.removesuffix('：')}：" for word in _words("index_words"))


@cache
def _controls() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(_words("controls"), key=len, reverse=True)))
    return re.compile(rf"[\W_]*(?:(?:{words})[\W_]*)*", re.IGNORECASE)


def without_controls(text: str) -> str:
    """Return the line with date and publisher without the page's controls behind them."""
    if len(text) > _LONGEST_PAGE_LINE or not any(w in text for w in _words("imprint_words")):
        return text
    if "\t" in text:
        # A table that only places date and publisher beside one another.
        text = _beside(text)
    if _PROSE.search(text):
        return text
    ends = [text.find(word) for word in _words("imprint_ends")]
    return text[: min((end for end in ends if end > 0), default=len(text))].rstrip(
        " \u3000|｜[【（("
    )


def _beside(row: str) -> str:
    """Return a row of date and publisher as a line; a label may stand in a cell of its own."""
    cells = [" ".join(cell.split()) for cell in row.split("\t") if cell]
    labelled = [cell for at, cell in enumerate(cells) if not at or cells[at - 1][-1] not in ":："]
    return " ".join(cells).replace("： ", "：") if all(map(_is_imprint, labelled)) else row


def _is_imprint(cell: str) -> bool:
    said = any(word in cell for word in _words("imprint_words")) and _COLON.search(cell)
    return bool(said) or any(cell.startswith(word) for word in _words("imprint_ends"))


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


def ends_title(text: str) -> bool:
    """Whether a line ends as the name of a bulletin does."""
    return text.endswith(_words("title_words"))


def goes_on(above: str, below: str) -> bool:
    """Whether a line is the rest of a title that begins on the line above it."""
    if len(above) > _LONGEST_TITLE_PART or _SENTENCE.search(above) or _COLON.search(above):
        return False
    if not _YEAR.sub("", below, count=1).lstrip().startswith(_words("title_rests")):
        return False
    begun = above.endswith(_words("place_ends")) or above.startswith(_words("title_rests"))
    return begun or _YEAR.search(above) is not None


def page_title(name: str) -> str:
    """Return the bulletin's title from the name of its page; '' if that is no bulletin's."""
    for end in _words("title_ends"):
        parts = [part.strip() for part in name.split(end)]
        titled = [part for part in parts if is_titled(part)]
        if len(parts) > 1 and titled:
            return titled[0]
    return name if is_titled(name) else ""
