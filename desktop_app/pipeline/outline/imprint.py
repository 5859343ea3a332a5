"""What is printed around a text: its title, its publisher, its date."""

import re
from functools import cache

from desktop_app.system import resources

MARKS = r"[①-⑳\[\]［］〔〕*＊※]"
_LONGEST_TITLE = 90
_LONGEST_PUBLISHER = 40
_SENTENCE = re.compile(r"[。；;！!]")
_DATE = re.compile(
    r"(?P<year>(?:19|20)\d{2})\s*[年./-]\s*(?P<month>1[0-2]|0?[1-9])\s*[月./-]\s*"
    r"(?P<day>3[01]|[12]\d|0?[1-9])\s*日?"
)
_ALONE = re.compile(r"[\s（()）\d:：年月日./-]*")


def _words(key: str) -> str:
    return "|".join(map(re.escape, resources.table("outline")[key]))


@cache
def _title() -> re.Pattern[str]:
    # The last word, footnote marks, a bracket (2024年更新), the name of a web site.
    tail = rf"(?:{MARKS}|\d?\s)*(?:[（(][^（()）]*[)）])?\s*(?:\s*[-_|–—]\s*\S.*)?$"
    return re.compile(rf"^(?:\#{{1,6}}\s*)?(?P<name>.*(?:{_words('title_words')})){tail}")


@cache
def _title_rest() -> re.Pattern[str]:
    return re.compile(rf"(?:\d{{4}}年)?(?:{_words('title_rest')})")


@cache
def _publisher() -> re.Pattern[str]:
    return re.compile(rf"[\w\s、（）()]{{1,{_LONGEST_PUBLISHER}}}(?:{_words('publisher_ends')})")


@cache
def _labelled(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_words(key)})\s*[:：]\s*(?P<value>\S+(?:\s+\d\S*)?)")


def title_name(text: str) -> str | None:
    """Return what a title line says without marks, brackets and site names; None if it is none."""
    if len(text) > _LONGEST_TITLE or _SENTENCE.search(text):
        return None
    found = _title().match(text)
    return re.sub(MARKS, "", found["name"]).strip() if found else None


def is_title_rest(text: str) -> bool:
    """Whether a title line is the second half of a title broken over two lines."""
    return _title_rest().match(text) is not None


def is_title_head(text: str) -> bool:
    """Whether a line may be the first half of a title that the next line ends."""
    return len(text) <= LONGEST_HEAD and re.search(r"[。；;！!，,：:]", text) is None


LONGEST_HEAD = 40


def printed_date(text: str) -> str:
    """Return a date printed alone on a line, or after 发布时间：, as YYYY-MM-DD; else nothing."""
    labelled = _labelled("published_words").search(text)
    found = _DATE.search(labelled["value"] if labelled else text)
    if found is None or not (labelled or _ALONE.fullmatch(text)):
        return ""
    return f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}"


def publisher(text: str) -> str:
    """Return the publisher that a line names, alone or after 来源：; else nothing."""
    labelled = _labelled("source_words").search(text)
    if labelled:
        return labelled["value"].rstrip("。；，,")
    bare = _DATE.sub("", text).strip(" \t\u3000（()）")
    return bare if _publisher().fullmatch(bare) else ""
