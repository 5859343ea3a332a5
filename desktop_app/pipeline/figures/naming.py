"""The indicator's name: the words around a number, with what was left unsaid restored."""

import re
from dataclasses import dataclass

from desktop_app.pipeline.figures import lexicon, phrases
from desktop_app.pipeline.figures.following import Counted, counted
from desktop_app.pipeline.figures.phrases import Action
from desktop_app.pipeline.figures.quantities import Quantity

_PREPOSITION = re.compile("(?:为|对|与|给|向|同|帮助)[^，]*$")
_PURPOSE = re.compile(
    r"^(?:，)?(?:用于|对|支持)(?:辖区内的|全.|辖区内)?(?P<thing>[^，。；]{2,24}?)(?:进行|实施|开展)(?P<act>[^，。；]{2,10})"
)
_LONGEST = 30


@dataclass(frozen=True, slots=True)
class Name:
    """A name, and what it leaves for the numbers that follow.

    `topic`: what a following rate is about. `base`: the name without its measuring suffix.
    `used`: how much of the text after the number it took in.
    """

    text: str
    topic: str = ""
    base: str = ""
    verb: str = ""
    scope: str = ""
    used: str = ""


@dataclass(slots=True)
class Context:
    """What the text has said so far: the subjects that later numbers leave out."""

    heading: str = ""
    scope: str = ""
    scope_head: str = ""
    topic: str = ""
    main: str = ""
    base: str = ""
    name: str = ""
    noun: str = ""
    unit: str = ""
    verb: str = ""
    head: str = ""
    head_dimension: str = ""
    pending: str = ""
    among: bool = False
    chained: bool = False
    in_sentence: bool = False

    def take(self, name: Name, quantity: Quantity) -> None:
        """Remember what a named level leaves for those that follow."""
        units = lexicon.units()
        self.topic, self.base, self.name = name.topic or self.topic, name.base, name.text
        self.verb, self.unit, self.pending = name.verb, quantity.unit, ""
        self.noun = name.used or ""
        if not self.among:
            self.main = self.topic
        self.keep_head(name.text, units.dimension(quantity.unit))
        self.in_sentence = True

    def keep_head(self, name: str, dimension: str) -> None:
        """Remember the measuring word that a list states once (增加值, 零售额)."""
        head = phrases.head_of(name)
        if head and not head.endswith(("率", "数", "比重", "占比")) and len(head) > 1:
            self.head, self.head_dimension = head, dimension


def level_name(left: str, right: str, rest: str, quantity: Quantity, context: Context) -> Name:
    """Name a level from the text before its number, after its unit, and the context.

    `right` runs to the next number or the end of the clause, `rest` to the end of the clause.
    """
    phrase = phrases.trimmed(left)
    after = Counted("") if _has_name(phrase, quantity) else counted(right, rest)
    stated = left.rstrip("约近 ")
    if after.noun and (not phrase or re.search("[的等]$|等共$", stated)):
        return _named_after(phrase, stated, after, quantity, context)
    if not phrase:
        return _elided(quantity, context, after)
    purpose = _PURPOSE.match(right)
    verb = re.search("(?:计划|共|累计)?(?:投入|投资)$", phrase)
    if purpose and verb:
        thing = purpose["thing"] + purpose["act"]
        return Name(thing + verb[0], topic=purpose["thing"], base=thing + verb[0])
    act = phrases.action(phrase)
    if act and not act.thing and not act.subject:
        if after.noun or after.belongs or after.predicate:
            return _named_after(phrase, phrase, after, quantity, context)
        return _verb_only(act, quantity, context)
    if after.belongs and not after.noun:
        thing = re.sub("工作$", "", after.belongs)
        base = (act.thing if act and act.thing else phrase) + thing
        return Name(_measured(base, quantity), topic=phrase, base=base)
    attribute = lexicon.pattern("names.attributes").match(right)
    if attribute:
        return Name(phrase + attribute[0] + "数", topic=phrase, base=phrase, used=attribute[0])
    if quantity.unit == "%" and quantity.chinese and phrases.action(right.strip("” ")[:2]):
        return Name(phrase + right[:2] + "率", topic=phrase, base=phrase)
    return _named_before(phrase, act, left, quantity, context)


def _has_name(phrase: str, quantity: Quantity) -> bool:
    """Whether the words before a number name it whole, so that those after it belong elsewhere."""
    return bool(phrase) and quantity.unit == "%" and not quantity.chinese


def _named_after(
    phrase: str, stated: str, after: Counted, quantity: Quantity, context: Context
) -> Name:
    act = phrases.action(phrase)
    verb = act.adverb + act.verb if act and not act.subject else ""
    if act and act.thing and not re.search("[的等]$|等共$", stated):
        verb = ""
    if not verb and not phrase and context.chained:
        verb = context.verb
    noun = after.noun or context.topic
    residents = lexicon.words("names.residents")
    if noun in residents and context.chained and len(context.noun) > 1:
        noun = context.noun + noun
    of = re.sub("工作$", "", after.belongs)
    if verb:
        base = f"{verb}{of}的{noun}" if of else verb + noun
    elif after.predicate and len(after.predicate) <= 14 and after.noun:
        base = f"{after.predicate}的{noun}"
    elif after.modifier and len(after.modifier) <= 20:
        base = f"{after.modifier}的{noun}"
    elif stated.endswith("的") and phrase and len(phrase) <= 16:
        base = f"{phrase}的{noun}"
    elif phrase and after.predicate and not after.noun:
        base = phrase + after.predicate
    else:
        base = noun + of if of and not after.noun else noun
    topic = of if of and verb and not after.noun else noun
    return Name(_measured(base, quantity), topic, base, verb, used=after.noun)


def _elided(quantity: Quantity, context: Context, after: Counted) -> Name:
    """Name a number that nothing names: the thing just said, measured in another unit."""
    if context.chained and context.base:
        return Name(_measured(context.base, quantity), context.topic, context.base, context.verb)
    if context.pending:
        phrase = phrases.trimmed(context.pending)
        return _named_before(phrase, phrases.action(phrase), "", quantity, context)
    base = context.base if context.in_sentence else ""
    base = base or context.topic or context.heading
    base += after.belongs
    return Name(_measured(base, quantity), context.topic, base)


def _verb_only(act: Action, quantity: Quantity, context: Context) -> Name:
    """Name 竣工20个 by what was said to be built: the topic of numbers of the same unit."""
    verb = act.adverb + act.verb
    units = lexicon.units()
    same = units.dimension(context.unit) == units.dimension(quantity.unit)
    subject = ""
    if units.dimension(quantity.unit) == "money":
        subject = context.heading
    elif same and context.topic:
        subject = context.topic
    base = verb if subject and verb in subject else subject + verb
    return Name(_measured(base, quantity), context.topic or subject, base, "")


def _named_before(
    phrase: str, act: Action | None, left: str, quantity: Quantity, context: Context
) -> Name:
    phrase, scope = phrases.split_scope(phrase)
    known = phrases.known(phrase)
    if known:
        name, subject = known
        return Name(name, subject or phrases.without_head(phrase), name, scope=scope)
    if phrase in lexicon.words("names.bare_ranks"):
        base = phrase + re.sub(_ranks(), "", phrases.split_scope(context.main)[0])
        return Name(_measured(base, quantity), context.topic, base, scope=scope)
    if phrases.is_dependent(phrase):
        return _dependent(phrase, quantity, context, scope)
    base, topic, verb = phrase, phrases.without_head(phrase), ""
    if act:
        base, topic, verb = _acted(act, phrase, quantity)
    elif (thing := phrases.acted_on(phrase)) and not phrases.head_of(phrase):
        topic = thing
    if not act and _shares_verb(phrase, left, quantity, context):
        base, verb = context.verb + phrase, context.verb
    elif not act and _shares_head(phrase, quantity, context):
        base = phrase + context.head
    base = phrases.turned(base)
    if len(base) > _LONGEST:
        base = _shortened(base)
    return Name(_measured(base, quantity), topic, base, verb, scope)


def _ranks() -> str:
    return "^" + lexicon.alternatives(lexicon.words("names.bare_ranks"))


def _acted(act: Action, phrase: str, quantity: Quantity) -> tuple[str, str, str]:
    amounts = lexicon.table()["verbs"]["amount"]
    money = lexicon.units().dimension(quantity.unit) == "money"
    if money and act.verb in amounts and act.thing and not act.subject:
        return act.thing + amounts[act.verb], act.thing, act.verb
    if act.subject and not act.thing:
        return phrase, act.subject, ""
    if phrases.head_of(act.thing) and not money:
        return phrase, phrases.without_head(act.thing), ""
    return phrase, act.thing or act.subject, act.adverb + act.verb


def _dependent(phrase: str, quantity: Quantity, context: Context, scope: str) -> Name:
    topic = context.topic or context.heading
    if not topic and context.pending:
        topic = phrases.without_head(phrases.trimmed(context.pending))
    base = phrase if topic and phrase.startswith(topic) else topic + phrase
    return Name(_measured(base, quantity), topic, base, scope=scope)


def _shares_verb(phrase: str, left: str, quantity: Quantity, context: Context) -> bool:
    """Whether a list goes on under the verb that its first member printed."""
    if not context.verb or not context.in_sentence or phrases.head_of(phrase):
        return False
    if context.chained and left.lstrip().startswith("、"):
        return True
    units = lexicon.units()
    same = units.dimension(quantity.unit) == units.dimension(context.unit)
    return same and (context.among or len(phrase) <= 4)


def _shares_head(phrase: str, quantity: Quantity, context: Context) -> bool:
    """Whether a part is measured as its whole was (保费收入…其中财产险39.2亿元)."""
    dimension = lexicon.units().dimension(quantity.unit)
    if phrases.head_of(phrase) or not context.head or dimension != context.head_dimension:
        return False
    return context.in_sentence and quantity.unit != "%"


def _shortened(base: str) -> str:
    """Return the last member of a long enumeration: 银行、保险、…等各类金融机构."""
    match = re.search("等([^等、]{3,20})$", base)
    if match:
        return match[1]
    parts = re.split("[，；。]", base)
    return parts[-1] or base


def _measured(base: str, quantity: Quantity) -> str:
    """Add what a count or an extent of `base` is called: 户数, 人数, 面积."""
    bare = re.sub("[（(][^（()）]*[)）]$", "", base)
    scope = base[len(bare) :]
    names = lexicon.table()["names"]
    units = lexicon.units()
    unit = units.unit(quantity.unit)
    if not base or unit is None:
        return base
    plain = quantity.unit.lstrip("十百千万亿") or quantity.unit
    extent = names["extent"].get(unit.dimension)
    if extent:
        return base if phrases.head_of(bare).endswith(extent) else bare + extent + scope
    counts = unit.dimension in {"people", "visits"} or unit.dimension == unit.name.lstrip(
        "十百千万亿"
    )
    if not counts or _is_measured(bare):
        return base
    suffix = names["counted"].get(plain, "数")
    if suffix == "人数" and bare.endswith(tuple(names["like_people"])):
        suffix = "数"
    if bare.endswith(suffix[0]) and len(suffix) > 1:
        suffix = suffix[1:]
    return bare + suffix + scope


def _is_measured(name: str) -> bool:
    head = phrases.head_of(name)
    return head.endswith(
        ("数", "量", "人口", "人次", "户次", "额", "存栏", "出栏", "率", "规模", "能力", "天数")
    )


def change_name(subject: str, context: Context) -> Name:
    """Name a growth that is stated without its level."""
    phrase, scope = phrases.split_scope(phrases.trimmed(subject))
    if not phrase or phrase in {"增速", "增幅"}:
        name = context.name or context.topic or phrases.trimmed(context.pending) or context.heading
        return Name(name + phrase, context.topic, name)
    known = phrases.known(phrase)
    base = known[0] if known else phrase
    topic = phrases.without_head(base)
    if not known and not phrases.head_of(base):
        base += context.scope_head or context.head
    if context.scope and not base.startswith(context.scope[:2]):
        base = context.scope + base
    return Name(base, topic, base, scope=scope)


def share_name(subject: str, whole: str, context: Context) -> Name:
    """Name a share of something: 民生支出占一般公共预算支出比重."""
    phrase = phrases.trimmed(subject)
    base = phrase or (context.name if context.in_sentence else context.topic) or context.heading
    whole = re.sub("^(?:全部|整个)", "", whole.strip())
    whole = re.sub("总(?:数|额|量)?的?$", "", whole)
    name = f"{base}占{whole}比重" if whole else f"{base}占比"
    return Name(name, context.topic or base, base)


def is_preposed(left: str) -> bool:
    """Whether a preposition opens the phrase before a number (为125户)."""
    return _PREPOSITION.search(left) is not None
