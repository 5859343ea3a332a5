"""Stretches whose numbers are no figures: dates, titles of works, numbers of documents."""

import re
from functools import cache

from desktop_app.pipeline.figures import lexicon, spans

# How dates, documents and telephone numbers are written; what words hide is in the knowledge.
# Every repetition has an end, so that a long run of digits costs no more than its length.
_MONTH_DAY = r"\d{1,2}\s*月(?:\s*\d{1,2}(?:\s*[、,，-]\s*\d{1,2})*\s*日)?"
_NOTATION = (
    r"《[^《》]{0,80}(?:《[^《》]{0,80}》[^《》]{0,80}){0,3}》",
    r"〔\d{4}〕\s*第?\d{0,6}号?|\[\d{4}\]\s*\d{0,6}号?",
    r"(?:19|20)\d\d\s*[-–—~至]\s*(?:(?:19|20)?\d\d)\s*(?:年|学年)",
    rf"(?:19|20)\d\d\s*年(?:度)?(?:\s*\d{{1,2}}\s*[-–—~至到]\s*{_MONTH_DAY}|\s*{_MONTH_DAY})?",
    r"(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}",
    r"(?:19|20)\d\d\s*/\s*\d{2,4}\s*学年",
    rf"\d{{1,2}}\s*月?\s*[-–—~至到]\s*{_MONTH_DAY}",
    _MONTH_DAY,
    r"\d{1,2}\s*日(?!元)",
    r"\d{1,2}[:：]\d{2}(?!\d|[:：])(?=[^\d]{0,20}(?:时|点|分|前|后|起|止|至))",
    r"[一二三四五六七八九十]{1,6}\s*(?:年|月|日|月份|季度|世纪|届|大(?!类))",
    r"[一二三四五六七八九十〇零]{4}年",
    r"第\s*[\d一二三四五六七八九十百两]{1,8}(?:\s*[-–—]\s*\d{1,8})?",
    r"\d{3,4}-\d{5,8}",
    r"(?<!\d)\d{1,8}\s*号(?!召)",
    r"[\d一二三四五六七八九十]{1,6}\s*世纪",
    r"\d{1,2}\s*时\s*\d{1,2}\s*分|\d{1,2}时(?=起|至|前|许)",
    r"(?<![\d.])\d{1,2}\s*点(?!\d)",
    r"(?:19|20)\d\d(?=\s*[-—–]\s*(?:19|20)\d\d)",
)
# Digits and marks alone, as a dump of data has them, name nothing, however many they are.
SAYING = re.compile(r"[^\W\d_]|[%‰℃]")
# Each begins with one of these, which spares trying them all at every character, and none within
# a long run of digits.
_FIRST = "(?<![0-9]{9})(?=[\\d《〔\\[“第每连近过未国一二两三四五六七八九十〇零])"
_LIST_NUMBER = re.compile(
    r"\s*(?:[(（]\s*\d{1,2}\s*[)）]"
    r"|\d{1,2}\s*[.．、)）](?=\D|\d{4}年|\d{1,2}\s*(?:[-–—~至]\s*\d{1,2}\s*)?月))"
)


@cache
def _mask() -> re.Pattern[str]:
    patterns = (*_NOTATION, *lexicon.table()["masks"]["patterns"])
    return re.compile(_FIRST + "(?:" + "|".join(f"(?:{pattern})" for pattern in patterns) + ")")


def list_number_end(text: str) -> int:
    """Return where the number of a list item at the beginning of `text` ends."""
    number = _LIST_NUMBER.match(text)
    return number.end() if number else 0


def masked(text: str) -> set[int]:
    """Return the places in `text` (half width) that hold no figure."""
    hidden = set(range(list_number_end(text)))
    for match in _mask().finditer(text):
        hidden.update(range(match.start(), match.end()))
    for span in spans.find(text):
        hidden.update(range(span.start, span.end))
    return hidden
