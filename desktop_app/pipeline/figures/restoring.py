"""Names that leave something out: the subject, the verb or the measuring word is restored."""

import re

from desktop_app.pipeline.figures import lexicon, phrases
from desktop_app.pipeline.figures.context import Context, Name
from desktop_app.pipeline.figures.measuring import counts, measured
from desktop_app.pipeline.figures.phrases import Action
from desktop_app.pipeline.figures.quantities import Quantity

_LONGEST = 30


def named_before(phrase: str, act: Action | None, quantity: Quantity, context: Context) -> Name:
    phrase, scope = phrases.split_scope(phrases.undated(phrase))
    known = phrases.known(phrase)
    if known:
        name, subject = known
        return Name(name, subject or phrases.without_head(phrase), name, scope=scope)
    restored = _restored(phrase, quantity, context)
    if restored:
        return Name(measured(restored, quantity), context.topic, restored, scope=scope)
    part = phrases.part_at_end(phrase)
    if part:
        context.split = phrase.removesuffix(part)
        phrase = part + context.split
    base, topic, verb = phrase, phrases.without_head(phrase), ""
    if act:
        base, topic, verb = _acted(act, phrase, quantity, context)
    elif (thing := phrases.acted_on(phrase)) and not phrases.head_of(phrase):
        topic = thing
    if not act and _shares_verb(phrase, quantity, context):
        base, verb = context.verb + phrase, context.verb
    elif not act and _shares_head(phrase, quantity, context):
        base = phrases.overlapping(phrase, context.head)
    turned = phrases.turned(base)
    if turned != base and topic == phrases.without_head(base):
        topic = phrases.without_head(turned)
    base = turned
    if len(base) > _LONGEST:
        base = _shortened(base)
    return Name(measured(base, quantity), topic, base, verb, scope)


def _restored(phrase: str, quantity: Quantity, context: Context) -> str:
    """Return a name with the subject that it leaves out, or nothing where it needs none."""
    main = phrases.bare(context.main)
    ranks = lexicon.pattern("names.bare_ranks", before="^")
    if phrase in lexicon.word_set("names.bare_ranks"):
        money = lexicon.units().dimension(quantity.unit) == "money"
        thing = context.whole if money else context.ranked if counts(quantity) else main
        return phrase + ranks.sub("", thing or main)
    if context.members:
        start, _, end = context.members.partition("|")
        return start + phrase + end
    if context.announced and not phrases.head_of(phrase) and not phrases.action(phrase):
        return phrase + context.announced
    if phrases.is_dependent(phrase) and not context.anew:
        of_the_work = phrase in lexicon.word_set("names.of_the_work") and len(context.topic) <= 2
        topic = (context.heading if of_the_work else _subject(phrase, context)) or context.heading
        return phrases.overlapping(topic, phrase)
    people = lexicon.units().dimension(quantity.unit) == "people"
    if people and phrases.is_state(phrase) and context.unit == quantity.unit and context.topic:
        return context.topic + phrase
    if context.in_sentence and phrase.startswith(lexicon.words("names.beside")):
        return context.name + phrase
    if context.among and context.whole.endswith("生产总值") and phrase.endswith("业"):
        return phrase + "增加值"
    if phrase in lexicon.word_set("names.vital") and context.head.endswith("人口"):
        return f"{phrase}人口"
    whole = context.split or (context.whole if context.among else "")
    if whole and phrases.is_part(phrase):
        return phrase + whole
    return _part_of_whole(phrase, main, quantity, context) if context.among else ""


def _subject(phrase: str, context: Context) -> str:
    """Return whose a dependent name is: profits are those of the enterprises named before."""
    if phrase in lexicon.word_set("names.of_enterprises"):
        ends = lexicon.words("names.enterprises")
        subjects = (context.enterprises, context.topic, context.owner)
        return next((subject for subject in subjects if subject.endswith(ends)), "")
    return context.name if phrase in {"占比", "比重"} and context.name else context.topic


def _part_of_whole(phrase: str, main: str, quantity: Quantity, context: Context) -> str:
    """Return 亿元以上在建项目 for 在建项目…其中亿元以上项目, 医院床位 for 床位…其中医院."""
    if not counts(quantity):
        return ""
    noun = phrase[-2:]
    if re.search("(?:级|以上|以下)$", phrase[:-2]) and main.endswith(noun) and phrase not in main:
        return phrase[:-2] + re.sub("^[\\dA-Z]*A级|^[省市县国]家?级(?:以上|及以上)?", "", main)
    if lexicon.units().dimension(quantity.unit) == "people":
        return ""
    measured_by = lexicon.pattern("names.dependent", after="$").search(context.whole)
    if measured_by and context.unit == quantity.unit and measured_by[0] not in phrase:
        return phrase + measured_by[0]
    return ""


def money_moved(act: Action, quantity: Quantity) -> bool:
    """Whether a verb's object is money that it moves: 发放低保金."""
    money = lexicon.units().dimension(quantity.unit) == "money"
    of_money = act.verb in lexicon.table()["verbs"]["amount"]
    return money and of_money and bool(act.thing) and not act.subject


def moved(act: Action) -> str:
    """Return what money that is moved is called: 低保金发放额."""
    return act.thing + str(lexicon.table()["verbs"]["amount"][act.verb])


def _acted(act: Action, phrase: str, quantity: Quantity, context: Context) -> tuple[str, str, str]:
    """Return the base, the topic and the verb that a phrase with a verb leaves."""
    if money_moved(act, quantity):
        return moved(act), act.thing, act.verb
    money = lexicon.units().dimension(quantity.unit) == "money"
    if act.subject and not act.thing:
        topic = context.topic if re.match("由于|因", act.subject) else act.subject
        return phrase, topic, ""
    if phrases.head_of(act.thing) and not money:
        return phrase, phrases.without_head(act.thing), ""
    return phrase, act.thing or act.subject, act.adverb + act.verb


def _shares_verb(phrase: str, quantity: Quantity, context: Context) -> bool:
    """Whether a list goes on under the verb that its first member printed."""
    if not context.verb or not context.in_sentence:
        return False
    if phrases.head_of(phrase) or phrases.final_action(phrase):
        return False
    if context.verb + phrase in context.bases:
        return False
    if context.chained and context.listed:
        return True
    same = lexicon.units().dimension(quantity.unit) in context.verb_units
    return same and (context.among or len(phrase) <= 4)


def _shares_head(phrase: str, quantity: Quantity, context: Context) -> bool:
    """Whether a part is measured as its whole was (保费收入…其中财产险39.2亿元)."""
    dimension = lexicon.units().dimension(quantity.unit)
    if phrases.head_of(phrase) or not context.head or dimension != context.head_dimension:
        return False
    if phrases.is_whole(phrase):
        return False
    return (context.in_sentence or bool(context.scope)) and quantity.unit != "%"


def _shortened(base: str) -> str:
    """Return the last member of a long enumeration: 银行、保险、…等各类金融机构."""
    match = re.search("等([^等、]{3,20})$", base)
    if match:
        return match[1]
    return re.split("[，；。]", base)[-1] or base
