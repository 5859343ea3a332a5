"""What is printed around a text: its title, its publisher, its date."""

import re
from functools import cache

from desktop_app.pipeline.outline.numbering import value_of
from desktop_app.system import resources

# Marks of footnotes, as they stand in a title: ①, [1], a star at the end.
MARKS = r"(?:[①-⑳]|[\[［〔]\d{1,2}[\]］〕]|[*＊※]+\s*$)"
_LONGEST_TITLE = 90
_LONGEST_PUBLISHER, _LONGEST_IMPRINT = 40, 100
# A sentence is no title, nor is the trail of a web page (首页 > 统计公报).
_NO_TITLE = re.compile(r"[。；;！!>›»]")
_DATE = re.compile(
    r"(?P<year>(?:19|20)\d{2})\s*[年./-]\s*(?P<month>1[0-2]|0?[1-9])(?:\s*[月./-]\s*"
    r"(?P<day>3[01]|[12]\d|0?[1-9])\s*日?|\s*月)"
)
WRITTEN_YEAR = r"([一二][〇○零一二三四五六七八九]{3})年"
_YEAR = re.compile(r"((?:19|20)\d{2})\s*年")
_YEAR_ALONE = re.compile(r"[（(]?\s*((?:19|20)\d{2})\s*年?度?\s*[)）]?")
_NUMERAL = "([一二三四五六七八九十]{1,3})"
# A date has its year and one of these.
_DATE_MARK = re.compile(r"[年./-]")
_WRITTEN_DATE = re.compile(rf"{WRITTEN_YEAR}{_NUMERAL}月(?:{_NUMERAL}日)?")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_ALONE = re.compile(r"[\s（()）\d:：年月日./—-]*")


def _words(key: str) -> str:
    return "|".join(map(re.escape, resources.table("outline")[key]))


@cache
def _title() -> re.Pattern[str]:
    # The last word, footnote marks, a bracket (2024年更新). The name of a web site is left out, as
    # is the number of a page (3), or the year that a list of files repeats.
    bracket = r"(?:\s*[（(](?!\d{1,2}[)）])[^（()）]*[)）])?"
    name = rf"(?P<name>.*(?:{_words('title_words')})\s*{MARKS}*{bracket}{MARKS}*)"
    behind = r"\s*(?:\*\*)?(?:[-_|–—]+\s*\S.*|(?:19|20)\d{2}年?|[（(]\d{1,2}[)）])?"
    return re.compile(rf"^(?:\#{{1,6}}\s*)?(?:\*\*)?{name}{behind}$")


@cache
def _title_rest() -> re.Pattern[str]:
    return re.compile(rf"(?:\d{{4}}\s*年|{WRITTEN_YEAR})?(?:{_words('title_rest')})")


@cache
def _publisher() -> re.Pattern[str]:
    return re.compile(rf"[\w\s、（）()]{{1,{_LONGEST_PUBLISHER}}}(?:{_words('publisher_ends')})")


@cache
def _date_end() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('date_ends')})\W*$")


@cache
def _labelled(key: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[\s|｜【\[（(\d日])(?:{_words(key)})\s*(?:[:：]|[】\]]|(?=\d))[:：\s|]*"
        r"(?P<value>[^\s|｜【】\[\]]{2,40})"
    )


def title_name(text: str) -> str | None:
    """Return a title line without footnote marks and a site's name; None if it is no title."""
    if len(text) > _LONGEST_TITLE or _NO_TITLE.search(text):
        return None
    found = _title().match(text)
    return re.sub(MARKS, "", found["name"]).strip() if found else None


def is_title_rest(text: str) -> bool:
    """Whether a title line is the second half of a title broken over two lines."""
    return _title_rest().match(text) is not None


def is_of_office(text: str) -> bool:
    """Whether a line goes on with the title that an office opens above it: 关于1990年…."""
    return re.match(rf"关于(?:{_YEAR.pattern}|{WRITTEN_YEAR})", text) is not None


def is_title_head(text: str) -> bool:
    """Whether a line may be a title, or the first half of one that the next line ends."""
    return len(text) <= LONGEST_HEAD and re.search(r"[。；;！!，,：:]", text) is None


def is_title_half(text: str) -> bool:
    """Whether a line says what titles open with: a place, a year, what the bulletin is on."""
    return is_title_head(text) and _TITLE_HALF.search(text) is not None


LONGEST_HEAD = 40
_TITLE_HALF = re.compile(
    r"[省市县区旗州盟团国]$|\d{4}年|[〇○零一二三四五六七八九]年|国民经济|社会发展"
)


def printed_date(text: str) -> str:
    """Return a date alone on a line or after 发布时间： as YYYY-MM-DD (YYYY-MM); else nothing."""
    return date_alone(text) or labelled_date(text) or labelled_date(text, "written_words")


def labelled_date(text: str, key: str = "published_words") -> str:
    """Return the date behind one of the words that `resources/outline.toml` lists under `key`."""
    if len(text) > _LONGEST_IMPRINT or _DATE_MARK.search(text) is None:
        return ""
    labelled = _labelled(key).search(text)
    if labelled is None and labelled_publisher(text) and _DATE.match(text):
        # 2022-04-09 10:20 来源：…
        return _date(text)
    return _date(labelled["value"]) if labelled else ""


def date_alone(text: str) -> str:
    """Return the date of a line that says nothing else but, perhaps, whose it is."""
    if len(text) > _LONGEST_IMPRINT or _DATE_MARK.search(text) is None:
        return ""
    plain = _WRITTEN_DATE.sub(_in_digits, text)
    around = _date_end().sub("", _publisher().sub("", plain))
    return _date(plain) if _ALONE.fullmatch(around) else ""


def _date(text: str) -> str:
    found = _DATE.search(_WRITTEN_DATE.sub(_in_digits, text))
    if found is None:
        return ""
    day = f"-{int(found['day']):02}" if found["day"] else ""
    return f"{found['year']}-{int(found['month']):02}{day}"


def _in_digits(written: re.Match[str]) -> str:
    year, month, day = written.groups()
    in_digits = f"{year_in_digits(year)}年{value_of(month)}月"
    return f"{in_digits}{value_of(day)}日" if day else in_digits


def year_in_digits(written: str) -> str:
    """Return 二〇二二 as 2022."""
    return written.translate(_DIGITS)


def year_of(title: str) -> int | None:
    """Return the year that a title names."""
    found = _YEAR.search(title)
    if found:
        return int(found.group(1))
    written = re.search(WRITTEN_YEAR, title)
    return int(year_in_digits(written.group(1))) if written else None


def year_alone(text: str) -> int | None:
    """Return the year of a line that says nothing else: （2023年）."""
    found = _YEAR_ALONE.fullmatch(text.strip())
    return int(found.group(1)) if found else None


def without_year(title: str) -> str:
    """Return a title without its year, brackets, Markdown's marks and footnote marks."""
    bare = re.sub(
        rf"{_YEAR.pattern}|{WRITTEN_YEAR}|[（(][^（()）]*[)）]|{MARKS}|[#*\s]", "", title
    )
    return re.sub(r"^关于|《|》|[-_|–—].*$", "", bare)


def labelled_publisher(text: str) -> str:
    """Return the publisher behind 来源：; nothing where none is named so."""
    labelled = _labelled("source_words").search(text) if len(text) <= _LONGEST_IMPRINT else None
    return labelled["value"].rstrip("。；，,") if labelled else ""


def titled_publisher(title: str) -> str:
    """Return the office that a title opens with: 遵义市统计局关于1998年…."""
    found = re.match(rf"(?P<office>[^\d关]{{2,{_LONGEST_PUBLISHER}}}?统计局)关于", title)
    return found["office"] if found else ""


def publisher(text: str) -> str:
    """Return the publisher that a line names, alone or after 来源：; else nothing."""
    if len(text) > _LONGEST_IMPRINT:
        return ""
    labelled = labelled_publisher(text)
    if labelled:
        return labelled
    bare = _DATE.sub("", _WRITTEN_DATE.sub("", text)).strip(" \t\u3000（()）—-")
    bare = _date_end().sub("", bare)
    if all(len(word) == 1 for word in bare.split()):
        # Letters spaced out to fill the line.
        bare = "".join(bare.split())
    # Two offices printed side by side.
    bare = re.sub(r"(?<=统计局)\s*(?=国家统计局)", "、", bare)
    return bare if _publisher().fullmatch(bare) else ""
