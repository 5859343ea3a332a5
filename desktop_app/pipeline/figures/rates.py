"""Names of growth without a level, and of shares."""

import re

from desktop_app.pipeline.figures import lexicon, phrases
from desktop_app.pipeline.figures.context import Context, Name


def change_name(subject: str, context: Context) -> Name:
    """Name a growth that is stated without its level."""
    phrase, scope = phrases.split_scope(phrases.trimmed(subject))
    if not phrase or phrase in lexicon.words("growth.up_nouns"):
        name = context.name or context.topic or phrases.trimmed(context.pending) or context.heading
        return Name(name + phrase, context.topic, name)
    known = phrases.known(phrase)
    base = known[0] if known else phrase
    topic = phrases.without_head(base)
    if not known and not phrases.head_of(base) and not phrases.is_whole(base):
        base += context.scope_head or context.head
    if context.scope and not base.startswith(context.scope[:2]):
        base = context.scope + base
    return Name(base, topic, base, scope=scope)


def share_name(subject: str, whole: str, context: Context) -> Name:
    """Name a share of something: 民生支出占一般公共预算支出比重."""
    phrase = phrases.trimmed(subject)
    base = phrase or (context.name if context.in_sentence else context.topic) or context.heading
    whole = re.sub("^(?:全部|整个)|总(?:数|额|量)?的?$", "", whole.strip())
    name = f"{base}占{whole}比重" if whole else f"{base}占比"
    return Name(name, context.topic or base, base)
