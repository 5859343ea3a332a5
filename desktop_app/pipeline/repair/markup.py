"""What a web page left in the text: hidden insertions, tags, entities; and titles in <>."""

import html
import re
from collections.abc import Iterator

from desktop_app.pipeline.repair.draft import Change
from desktop_app.system import resources

_PIECE = re.compile(
    r"""
    # The < may have gone with a damaged character before it, the end tag with the page.
    (?P<hidden><?(?P<tag>[a-z]{1,10})\s[^<>\n]*display\s*:\s*none[^<>\n]*>
        .*?(?:</(?P=tag)\s*>|(?=\n)|\Z))
    | <!--.*?-->
    | </?(?P<name>[a-z][a-z0-9]{0,9})(?:\s[^<>\n]*)?/?>
    | (?P<entity>&(?:\#\d{1,6}|\#x[0-9a-f]{1,5}|[a-z]{2,8});)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TITLE = re.compile(r"<(?P<title>[^<>\n=，。；%]*[\u4e00-\u9fff][^<>\n=，。；%]*)>")


def markup(text: str) -> Iterator[Change]:
    """Yield changes that drop what a reader of the page would not have seen."""
    known = resources.table("repair")["tags"]
    seen = 0
    for match in _PIECE.finditer(text):
        if match.start() < seen:
            continue
        rule, read = "html_residue", ""
        if match["hidden"]:
            rule = "hidden_html"
        elif match["entity"]:
            read = html.unescape(match[0])
        elif match["name"]:
            name = match["name"].lower()
            if name not in (*known["inline"], *known["breaking"]):
                continue
            read = "\n" if name in known["breaking"] else ""
        if read != match[0]:
            yield Change(*match.span(), read, rule)
            seen = match.end()


def angle_titles(text: str) -> Iterator[Change]:
    """Yield changes of <> around a title inside a title to 〈〉: style, no damage."""
    for match in _TITLE.finditer(text):
        yield Change(match.start(), match.start() + 1, "〈")
        yield Change(match.end() - 1, match.end(), "〉")
