"""Names of growth without a level, and of shares."""

import re

from desktop_app.pipeline.figures import lexicon, phrases
from desktop_app.pipeline.figures.context import Context, Name
from desktop_app.pipeline.figures.elided import in_series, part_of

POINTS = frozenset({"个百分点", "个千分点"})


def change_name(subject: str, context: Context, unit: str = "%") -> Name:
    """Name a growth that is stated without its level; points of a structure are of a share."""
    phrase, scope = phrases.split_scope(phrases.trimmed(subject))
    nouns = (*lexicon.words("growth.up_nouns"), *lexicon.words("growth.down_nouns"))
    if not phrase or phrase in nouns or phrase in {"占比", "比重"}:
        phrase = phrase or ("增速" if unit in POINTS and context.grew else "")
        name = context.name or context.topic or phrases.trimmed(context.pending) or context.heading
        return Name(name + phrase, context.topic, name)
    phrase = in_series(phrase, context)
    if context.whole and phrases.is_part(phrase):
        phrase = part_of(phrase, context.whole)
    if phrase in lexicon.word_set("names.price_levels") and "价格" in context.name:
        phrase = re.sub("总?指数$", "", context.name)
    known = phrases.known(phrase)
    base = known[0] if known else phrase
    topic = phrases.without_head(base)
    if unit not in POINTS and context.among and context.whole.endswith("生产总值"):
        base += "增加值" if not known and base.endswith("业") else ""
    if unit in POINTS:
        base = f"{phrases.without_head(base)}比重" if context.parts else base
    elif context.in_sentence and phrases.is_dependent(base):
        base = phrases.overlapping(context.topic, base)
    elif not known and not phrases.head_of(base) and not phrases.is_whole(base):
        base += context.scope_head or context.head.removesuffix("指数")
    base = scoped(base, context)
    return Name(base, topic, base, scope=scope)


def scoped(base: str, context: Context) -> str:
    """Return a name with the scope that 在规模以上工业中 sets; 规模以上 alone says it."""
    scope = lexicon.pattern("scope.start").match(context.scope)
    if scope is None and phrases.is_whole(base):
        return base
    said = scope[0] if scope else context.scope
    return base if not said or said[:2] in base else said + base


def share_name(subject: str, whole: str, context: Context) -> Name:
    """Name a share of something: 民生支出占一般公共预算支出比重."""
    phrase = phrases.trimmed(subject)
    base = phrase or _before(context, whole)
    if phrase and context.in_sentence and phrases.is_dependent(phrase):
        base = phrases.overlapping(context.topic, phrase)
    whole = re.sub("^(?:全部|整个)|^总(?:数|额|量)?的?$", "", phrases.bare(whole).strip())
    whole = re.sub("(?:的)?(?:比重|比例|份额)$", "", whole)
    name = f"{base}占{whole}比重" if whole else f"{base}占比"
    return Name(name, context.topic or base, base)


def _before(context: Context, whole: str) -> str:
    """Return what a share without a subject is of, without a measure that its whole has not."""
    if not context.in_sentence:
        return context.topic or context.heading
    base = context.base or context.name
    scope = lexicon.pattern("scope.start").match(whole)
    base = base.removeprefix(scope[0]) if scope else base
    if phrases.head_of(base) == "增加值" and not phrases.head_of(whole):
        return phrases.without_head(base)
    return base
