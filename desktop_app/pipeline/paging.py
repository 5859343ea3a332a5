"""What the pages of a book leave between the lines of a text."""

import re

REPEATED = 3
"""A short line that stands so often in a text is the head or foot of its pages."""

_NUMBER = re.compile(
    r"[-—–－·\s]*(?:第\s*)?\d{1,3}\s*(?:页|/\s*\d{1,3})[\s，,]*(?:共\s*\d{1,3}\s*页)?[-—–－·\s]*"
    r"|[-—–－]+\s*\d{1,3}\s*[-—–－]+"
)


def is_page_number(line: str) -> bool:
    """Whether a line is the number of a page: — 1 —, 第3页 共9页, 3/9."""
    return _NUMBER.fullmatch(line) is not None
