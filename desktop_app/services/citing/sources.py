"""Where a copy comes from: the plain source line, or a reference after GB/T 7714.

GB/T 7714—2015 (信息与文献 参考文献著录规则) sets an electronic resource as 责任者. 题名[EB/OL].
(更新或修改日期)[引用日期]. 获取和访问路径 (4.6) and a report as 责任者. 题名[R]. 出版年 (4.1).
GB/T 7714—2025, issued 2025-12-02 and in force since 2026-07-01, keeps both orders; its Chinese
entries have full-width commas and brackets, and only web pages have a date of access (8.7, 8.11;
checked against the entries that the zotero-chinese and citation-style-language styles set from
the standard's own examples). The date of access, the address, the publisher and the date are the
bulletin's own where it states them; none is made up.
"""

from typing import Any

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.choices import SourceStyle
from desktop_app.services.citing.words import in_script, plain, title, words
from desktop_app.system import resources


def source_line(
    bulletin: Bulletin, script: Script = Script.HANS, style: SourceStyle = SourceStyle.PLAIN
) -> str:
    """Return `数据来源：《…统计公报》`, or the reference in another style."""
    if style is not SourceStyle.PLAIN:
        return _reference(bulletin, script, resources.table("citation")[style.value])
    line: str = words(script)["source_line"]
    return line.format(title=title(bulletin, script))


def text_with_source(
    text: str,
    bulletin: Bulletin,
    script: Script = Script.HANS,
    style: SourceStyle = SourceStyle.PLAIN,
) -> str:
    """Return a stretch of the bulletin's text with its source in brackets behind it."""
    return behind(text, source_line(bulletin, script, style), script)


def behind(text: str, source: str, script: Script) -> str:
    """Return `text`, made plain, with a source line in brackets behind it."""
    with_source: str = words(script)["with_source"]
    return with_source.format(text=plain(text), source=source)


def _reference(bulletin: Bulletin, script: Script, style: dict[str, Any]) -> str:
    info = bulletin.info
    parts = {"author": _author(info.publisher, script, style), "title": title(bulletin, script)}
    if not info.url:
        date = style["report_date"].format(year=info.published[:4], date=info.published)
        return str(style["report"].format(**parts, date=date if info.published else ""))
    published = style["published"].format(date=info.published) if info.published else ""
    accessed = style["accessed"].format(date=info.accessed) if info.accessed else ""
    dates = style["dates"].format(published=published, accessed=accessed)
    if not published and not accessed:
        dates = ""
    return str(style["online"].format(**parts, dates=dates, url=info.url))


def _author(publisher: str, script: Script, style: dict[str, Any]) -> str:
    """Return who issued the bulletin; more than three are cut short, as the standards have it."""
    names = [name for name in in_script(publisher, script).split("、") if name]
    if not names:
        return ""
    most = style["names_most"]
    joined = style["name_between"].join(names[:most])
    more = style["names_more"] if len(names) > most else ""
    return str(style["author"].format(names=joined + more))
