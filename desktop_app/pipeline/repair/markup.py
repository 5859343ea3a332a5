"""What a page left in the text: hidden insertions, tags, codes, entities; and titles in <>."""

import html
import re
from collections.abc import Iterator

from desktop_app.pipeline.repair.draft import Change
from desktop_app.pipeline.sources.superscripts import raised
from desktop_app.system import resources

_PIECE = re.compile(
    r"""
    # Each < may have gone with a damaged character before it, the end tag with the page.
    (?P<hidden><?(?P<tag>[a-z]{1,10})\s[^<>\n]{0,300}?display\s{0,9}:\s{0,9}none[^<>\n]{0,300}>
        .*?(?:<?/(?P=tag)\s*>|(?=\n)|\Z))
    | <!--.{0,2000}?-->
    | </?(?P<name>[a-z][a-z0-9]{0,9})(?:\s[^<>\n]*)?/?>
    | (?P<entity>&(?:amp;){0,3}
        (?:(?:\#\d{1,6}|\#x[0-9a-f]{1,5}|[a-z]{2,8}\d{0,2});|nbsp(?![a-z])))
    """,
    re.IGNORECASE | re.VERBOSE,
)
_CODE = re.compile(r"\[(?P<slash>/?)(?P<name>[A-Za-z]{1,8})(?:=[^\[\]\n]{1,80})?\]")
_CLOSED_CODE = re.compile(r"\[/(?P<name>[A-Za-z]{1,8})\]")
# A table that Markdown takes in as it is written for the web.
_CELLS = re.compile(r"</t[dh]\s*>\s*<t[dh](?:\s[^<>\n]*)?>", re.IGNORECASE)
_ROWS = re.compile(
    r"</t[dh]\s*>\s*</tr\s*>(?:\s*</?t(?:head|body)\s*>)*\s*<tr(?:\s[^<>\n]*)?>\s*<t[dh](?:\s[^<>\n]*)?>",
    re.IGNORECASE,
)
# What is set higher, or leads to a note below.
_RAISED = re.compile(
    r"""<(?P<tag>sup|(?<=\d<)small|(?:span|font|em|i|b)(?=\s[^<>\n]{0,200}vertical-align\s*:\s*super)
        |a(?=\s[^<>\n]{0,200}href\s*=\s*["']?\#[^"'\s>]))(?:\s[^<>\n]{0,300})?>
        (?:<[^<>\n]{1,300}>){0,3}(?P<inside>[^<>\n]{1,12})(?:</[^<>\n]{1,20}>){0,3}?</(?P=tag)\s*>""",
    re.IGNORECASE | re.VERBOSE,
)
_BEFORE_RAISED = 60
_TAG = re.compile(r"<[^<>]*>")
_AGAIN = re.compile("&(?:amp;)+(?=.)", re.IGNORECASE)
_NO_WIDTH = re.compile(r"[\u200b-\u200f\u2060\ufeff\xad]")
_TITLE = re.compile(r"<(?P<title>[^<>\n=，。；%]{0,40}?[\u4e00-\u9fff][^<>\n=，。；%]{0,80})>")


def markup(text: str) -> Iterator[Change]:
    """Yield changes that drop what a reader of the page would not have seen."""
    yield from _forum_codes(text)
    raised_signs = list(_raised(text))
    yield from raised_signs
    known = resources.table("repair")["tags"]
    seen = 0
    between = {
        match.start(): (match.end(), read)
        for sign, read in ((_CELLS, "\t"), (_ROWS, "\n"))
        for match in sign.finditer(text)
    }
    inside = {place for sign in raised_signs for place in range(sign.start, sign.end)}
    for match in _PIECE.finditer(text):
        if match.start() < seen or match.start() in inside:
            continue
        if match.start() in between:
            seen, read = between[match.start()]
            yield Change(match.start(), seen, read, "html_residue")
            continue
        rule, read = "html_residue", ""
        if match["hidden"]:
            rule = "hidden_html"
        elif match["entity"]:
            read = _NO_WIDTH.sub("", _entity(match[0]))
        elif match["name"]:
            name = match["name"].lower()
            if name not in (*known["inline"], *known["breaking"]):
                continue
            read = "\n" if name in known["breaking"] else ""
        if read != match[0]:
            yield Change(*match.span(), read, rule)
            seen = match.end()


def _entity(printed: str) -> str:
    """Return what an entity stands for; one that was escaped twice (`&amp;nbsp;`) as well."""
    return html.unescape(_AGAIN.sub("&", printed))


def _raised(text: str) -> Iterator[Change]:
    """Yield changes of raised characters to what plain text keeps them as.

    The 2 of 1260582<sup>2</sup>万元 would be one more digit.
    """
    for match in _RAISED.finditer(text):
        before = _TAG.sub("", text[max(0, match.start() - _BEFORE_RAISED) : match.start()])
        yield Change(*match.span(), raised(match["inside"], before), "html_residue")


def _forum_codes(text: str) -> Iterator[Change]:
    """Yield changes that drop the codes of a forum: [b]…[/b], [size=3]…[/size]."""
    known = resources.table("repair")["forum"]
    names = {*known["inline"], *known["breaking"]}
    closed = names.intersection(match["name"].lower() for match in _CLOSED_CODE.finditer(text))
    for match in _CODE.finditer(text) if closed else ():
        name = match["name"].lower()
        if name in closed:
            ends = match["slash"] and name in known["breaking"]
            yield Change(*match.span(), "\n" if ends else "", "html_residue")


def angle_titles(text: str) -> Iterator[Change]:
    """Yield changes of <> around a title inside a title to 〈〉: style, no damage."""
    for match in _TITLE.finditer(text):
        yield Change(match.start(), match.start() + 1, "〈")
        yield Change(match.end() - 1, match.end(), "〉")
