"""What bulletins have chapters on: the words that tell a heading without a number."""

import re
from functools import cache

from desktop_app.system import resources

_JOINTS = re.compile(r"[、和与及，,\s]+|以及")


@cache
def _topics() -> frozenset[str]:
    return frozenset(resources.table("outline")["topics"])


@cache
def _topic_ends() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(resources.table('outline')['topic_ends'])})$")


def is_topic(title: str) -> bool:
    """Whether a title is made of the topics of bulletins' chapters: 财政、金融和保险."""
    if "".join(title.split()) in _topics():
        return True
    words = [word for word in _JOINTS.split(title.strip()) if word]
    return bool(words) and all(_is_one_topic(word) for word in words)


def _is_one_topic(word: str) -> bool:
    return word in _topics() or _topic_ends().sub("", word) in _topics()
