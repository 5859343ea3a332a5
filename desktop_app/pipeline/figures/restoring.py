"""Names made of the phrase before a number, with the verb or the measuring word restored."""

import re

from desktop_app.pipeline.figures import lexicon, phrases
from desktop_app.pipeline.figures.context import COUNT, Context, Name, measured_as
from desktop_app.pipeline.figures.elided import in_series, restored_name
from desktop_app.pipeline.figures.measuring import measured
from desktop_app.pipeline.figures.numbers import Quantity
from desktop_app.pipeline.figures.phrases import Action
from desktop_app.system import resources

_LONGEST = 30


def named_before(phrase: str, act: Action | None, quantity: Quantity, context: Context) -> Name:
    """Name a number by the phrase before it, with what that leaves out."""
    phrase, scope = phrases.split_scope(phrases.fronted(phrases.undated(phrase)))
    phrase = in_series(phrase, context)
    known = phrases.known(phrase)
    if known:
        name, subject = known
        return Name(name, subject or phrases.without_head(phrase), name, scope=scope)
    restored = restored_name(phrase, quantity, context)
    if restored:
        of_whole = phrases.is_part(phrase)
        full = measured(restored, quantity)
        return Name(full, context.topic, restored, scope=scope, part=of_whole)
    part = phrases.part_at_end(phrase)
    if part:
        context.split = phrase.removesuffix(part)
        phrase = part + context.split
    if act:
        base, topic, verb = _acted(act, phrase, quantity, context)
    else:
        base, topic, verb = _listed(phrase, quantity, context)
    turned = phrases.turned(base)
    if turned != base and topic == phrases.without_head(base):
        topic = phrases.without_head(turned)
    base = phrases.canonical(turned)
    if len(base) > _LONGEST:
        base = _shortened(base)
    return Name(measured(base, quantity), topic, base, verb, scope)


def money_moved(act: Action, quantity: Quantity) -> bool:
    """Whether a verb's object is money that it moves: 发放低保金."""
    money = resources.units().dimension(quantity.unit) == "money"
    of_money = act.verb in lexicon.table()["verbs"]["amount"]
    return money and of_money and bool(act.thing) and not act.subject


def moved(act: Action) -> str:
    """Return what money that is moved is called: 低保金发放额."""
    return act.thing + str(lexicon.table()["verbs"]["amount"][act.verb])


def _acted(act: Action, phrase: str, quantity: Quantity, context: Context) -> tuple[str, str, str]:
    """Return the base, the topic and the verb that a phrase with a verb leaves."""
    if money_moved(act, quantity):
        return moved(act), act.thing, act.verb
    money = resources.units().dimension(quantity.unit) == "money"
    if act.subject and not act.thing:
        topic = context.topic if re.match("由于|因", act.subject) else act.subject
        return phrase, topic, ""
    if phrases.head_of(act.thing) and not money:
        return phrase, phrases.without_head(act.thing), ""
    if act.adverb + act.verb in lexicon.word_set("names.work_states") and not act.subject:
        # 新开工亿元以上项目21个，计划总投资48亿元: of those newly begun.
        return phrase, phrase, act.adverb + act.verb
    of_subject = act.subject and phrases.is_dependent(act.thing)
    topic = act.subject if of_subject else act.thing or act.subject
    return phrase, topic, act.adverb + act.verb


def _listed(phrase: str, quantity: Quantity, context: Context) -> tuple[str, str, str]:
    """Return the base, the topic and the verb of a phrase that goes on with a list."""
    topic = phrases.without_head(phrase)
    if not phrases.head_of(phrase):
        thing = phrases.acted_on(phrase)
        thing = "" if thing in lexicon.word_set("names.things") else thing
        of_subject = phrases.is_dependent(thing)
        topic = phrases.without_head(phrases.turned(phrase)) if of_subject else thing or topic
    listed = Action("", "", context.verb, phrase)
    if context.chained and context.listed and money_moved(listed, quantity):
        return moved(listed), phrase, context.verb
    if _shares_verb(phrase, quantity, context):
        return context.verb + phrase, topic, context.verb
    if _shares_head(phrase, quantity, context):
        return phrases.overlapping(phrase, context.head), topic, ""
    weighed = measured_as(quantity.unit) != COUNT or context.head.endswith("产量")
    output = "产量" if weighed and phrase in lexicon.word_set("names.products") else ""
    return phrase + output, topic, ""


def _shares_verb(phrase: str, quantity: Quantity, context: Context) -> bool:
    """Whether a list goes on under the verb that its first member printed."""
    if not context.verb or not context.in_sentence or context.began:
        return False
    if phrases.head_of(phrase) or phrases.final_action(phrase):
        return False
    if phrase.startswith(lexicon.words("verbs.of_parts")):
        return False
    if context.verb + phrase in context.bases or context.verb in phrase:
        return False
    if context.chained and context.listed:
        return True
    same = measured_as(quantity.unit) in context.verb_units
    return same and (context.among or len(phrase) <= 4)


def _shares_head(phrase: str, quantity: Quantity, context: Context) -> bool:
    """Whether a part is measured as its whole was (保费收入…其中财产险39.2亿元)."""
    dimension = measured_as(quantity.unit)
    if phrases.head_of(phrase) or not context.head or dimension != context.head_dimension:
        return False
    if phrases.is_whole(phrase) or _is_no_part(phrase, context):
        return False
    branch = phrase in lexicon.word_set("names.branches")
    goes_on = context.grouped or ((context.among or branch) and context.head_before)
    goes_on = goes_on or bool(context.scope)
    return (context.head_here or goes_on) and quantity.unit != "%"


def _is_no_part(phrase: str, context: Context) -> bool:
    """Whether what came anew in the year is no part of what there is: 新注册汽车 of 汽车保有量."""
    stock = context.head.endswith(lexicon.words("period.stock"))
    return stock and phrase.startswith(lexicon.words("names.newly"))


def _shortened(base: str) -> str:
    """Return the last member of a long enumeration: 银行、保险、…等各类金融机构."""
    match = re.search("等([^等、]{3,20})$", base)
    if match:
        return match[1]
    return re.split("[，；。]", base)[-1] or base
