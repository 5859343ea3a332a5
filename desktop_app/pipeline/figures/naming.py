"""The indicator's name: the words around a number, with what was left unsaid restored."""

import re
from functools import cache

from msgspec.structs import replace

from desktop_app.pipeline.figures import lexicon, phrases
from desktop_app.pipeline.figures.context import Context, Name, measured_as
from desktop_app.pipeline.figures.following import Counted, counted
from desktop_app.pipeline.figures.growth import growth_words
from desktop_app.pipeline.figures.measuring import counts, measured
from desktop_app.pipeline.figures.numbers import Quantity
from desktop_app.pipeline.figures.phrases import Action
from desktop_app.pipeline.figures.restoring import money_moved, moved, named_before
from desktop_app.system import resources

_OF_SOME = re.compile(r"(?:的|等|等共)$")
_PAID = re.compile("每[人户生]每[年月日天]$")
_SHORT = 8
# A name that is no longer says only whose (农村), not what.
_PLACE_ALONE = 3
# What is said of people in no more characters (脱贫) is said of those counted before.
_VERB_ALONE = 4


@cache
def _purpose() -> re.Pattern[str]:
    """Return a pattern for what money is for: 用于全区校舍进行改造, 用于农田水利."""
    purposes, doing = lexicon.choice("verbs.purposes"), lexicon.choice("verbs.doing")
    return re.compile(
        rf"，?(?:{purposes}(?:全.|我.)?(?:辖区内的?)?(?P<thing>[^，。；]{{2,24}}?){doing}(?P<act>[^，。；]{{2,10}})"
        "|用于(?P<use>[^，。；、]{2,14})(?=[，。；]|$))"
    )


@cache
def _from_state() -> re.Pattern[str]:
    before = lexicon.choice("period.before")
    results = lexicon.choice("names.results")
    period = lexicon.table()["period"]
    printed = f"{period['long_ago']}|{period['parts_of_year']}"
    when = rf"(?:{before}|\d{{4}}年|{printed})(?:末|底|初)?"
    return re.compile(
        rf"(?P<stem>.+?)(?:已经|已)?(?:由|从)(?:{when}的?(?P<part>[^，]*)|(?P<result>{results})"
        "|(?P<each>每?[年月日]?[人户亩]均|每[人户亩头只株]?每?[年月日天人户亩头]?))$"
    )


@cache
def _to_state() -> re.Pattern[str]:
    now, parts = lexicon.choice("period.now"), lexicon.table()["period"]["parts_of_year"]
    table = lexicon.table()["names"]
    results = lexicon.alternatives((*table["results"], *table["result_names"]))
    return re.compile(
        rf"{phrases.arriving()}了?(?:{now}|\d{{4}}年[末底初]?|{parts})的?(?P<part>[^，]*)$"
        rf"|{phrases.turning()}了?(?P<result>{results})(?P<each>)$"
    )


@cache
def _leads_on() -> re.Pattern[str]:
    """Return a pattern for what says where a number goes on to (5.6万人减少到): no noun."""
    return re.compile(f"\\s*{lexicon.choice('growth.adverbs')}*{phrases.arriving()}")


def level_name(left: str, right: str, rest: str, quantity: Quantity, context: Context) -> Name:
    """Name a level from the text before its number, after its unit, and the context.

    `right` runs to the next number or the end of the clause, `rest` to the end of the clause.
    """
    stated = left.rstrip("约近 ")
    context.listed = left.lstrip().startswith("、")
    state = _state_name(stated, quantity, context)
    if state is not None:
        return state
    name = _level_name(left, stated, right, rest, quantity, context)
    each = _PAID.search(stated) if resources.units().dimension(quantity.unit) == "money" else None
    if each and len(name.text) > _PLACE_ALONE and each[0][:2] not in name.text:
        # 低保标准提高到每人每月680元
        return replace(name, text=each[0] + name.text)
    return name


def _level_name(
    left: str, stated: str, right: str, rest: str, quantity: Quantity, context: Context
) -> Name:
    phrase = phrases.trimmed(left)
    after = _after(right, rest, quantity, phrase)
    if after.noun and quantity.chinese and "、" in phrase:
        # 甲山、乙湖两个自然保护区: what is listed before is counted after.
        return Name(measured(after.noun, quantity), after.noun, after.noun)
    if after.noun and _counts_what_follows(phrase, stated, after):
        return _named_after(phrase, stated, after, quantity, context)
    listed = rest != right and right.rstrip().endswith(after.noun)
    short = len(phrase) <= _SHORT and not phrases.action(phrase)
    if after.noun and counts(quantity) and not listed and short:
        base = phrase + after.noun
        return Name(
            measured(base, quantity), after.noun, base, used=after.noun if after.own else ""
        )
    if not phrase or _sums_up(phrase, quantity, context):
        name = _elided(quantity, context, after)
        return _in_all(name) if _summed_up().search(stated) else name
    act = phrases.action(phrase)
    if resources.units().dimension(quantity.unit) == "money":
        spent = _spent(phrase, right, context)
        if spent is not None:
            return spent
    elif act and not act.thing and not act.subject:
        if after.noun or after.belongs or after.predicate:
            return _named_after(phrase, stated, after, quantity, context)
        return _verb_only(phrase, quantity, context)
    return _named_with(phrase, act, right, after, quantity, context)


@cache
def _summed_up() -> re.Pattern[str]:
    """Return a pattern for what gives the sum with all before (新增6家，累计达28家)."""
    return lexicon.pattern("names.summed_up", after="(?:达到?|有|为)?了?$")


def _sums_up(phrase: str, quantity: Quantity, context: Context) -> bool:
    """Whether a word for a sum (总数) stands for what the sentence has counted."""
    same = context.in_sentence and context.unit == quantity.unit
    return same and phrase in lexicon.word_set("names.totals")


def _in_all(name: Name) -> Name:
    """Return a name without what only says that its things are new: all of them are counted."""
    new = lexicon.pattern("names.newly", before="^").match(name.text)
    if new is None or new.end() == len(name.text):
        return name
    return replace(name, text=name.text[new.end() :], base=name.base.removeprefix(new[0]))


def _after(right: str, rest: str, quantity: Quantity, phrase: str) -> Counted:
    """Return what the words after a number say, where they can belong to it at all."""
    if quantity.unit in {"%", "‰"} or _leads_on().match(right):
        return Counted("")
    after = counted(right, rest, quantity.unit)
    act = phrases.action(after.noun)
    if act and not act.thing:
        return Counted("", predicate=after.noun)
    money = resources.units().dimension(quantity.unit) == "money"
    if money and not phrases.head_of(after.noun):
        return Counted("", belongs=after.belongs if phrase else "")
    return after


def _counts_what_follows(phrase: str, stated: str, after: Counted) -> bool:
    """Whether the thing counted stands after the number, not before it."""
    if not phrase or after.affine or _OF_SOME.search(stated):
        return True
    if _is_to_some(stated) or (re.search("对|为", stated) and after.predicate):
        return True
    act = phrases.final_action(phrase)
    return act is not None and not act.thing


def _named_after(
    phrase: str, stated: str, after: Counted, quantity: Quantity, context: Context
) -> Name:
    verb = _leading_verb(phrase, stated, context)
    noun = after.noun or context.topic
    if noun in lexicon.word_set("names.residents") and context.chained and len(context.noun) > 1:
        noun = context.noun + noun
    of = re.sub("工作$", "", after.belongs)
    of = "" if of.startswith(noun) and not after.affine else of
    causing = verb.endswith(lexicon.words("verbs.causing"))
    if after.affine and of:
        base = verb + of + noun
    elif verb and ((after.predicate and causing) or after.predicate.startswith("“")):
        base = f"{verb}{after.predicate}{'的' if causing else ''}{noun}"
    elif verb:
        base = f"{verb}{of}的{noun}" if of and not after.affine else verb + of + noun
    elif after.predicate and len(after.predicate) <= 14:
        base = f"{after.predicate}的{noun}"
    elif after.modifier and len(after.modifier) <= 20:
        base = f"{after.modifier}的{noun}"
    elif stated.endswith("的") and phrase and len(phrase) <= 16:
        base = f"{phrase}的{noun}"
    else:
        base = of + noun if after.affine else noun
    topic = noun if after.noun or not of else of
    return Name(measured(base, quantity), topic, base, verb, used=after.noun if after.own else "")


def _is_to_some(stated: str) -> bool:
    """Whether a preposition opens what is counted (为125户, 对全区30所)."""
    match = lexicon.pattern("verbs.to_some", after="[^，、的]{0,6}$").search(stated)
    return match is not None and not lexicon.inside_kept_word(
        stated, match.start(), match.start() + 1
    )


def _leading_verb(phrase: str, stated: str, context: Context) -> str:
    """Return the verb whose object is counted after the number."""
    if not phrase:
        done = re.search("(?:完成|实现)了?$", stated)
        return done[0].rstrip("了") if done else context.verb if context.chained else ""
    light = lexicon.pattern("verbs.light", before="(.+?)", after="了?").fullmatch(phrase)
    if light:
        return re.sub("^.*[对为]", "", light[1])
    act = phrases.action(phrase)
    if act and not act.subject and (not act.thing or _OF_SOME.search(stated)):
        return act.adverb + act.verb
    if _is_to_some(stated) or _OF_SOME.search(stated):
        return ""
    final = phrases.final_action(phrase)
    if final is None:
        return ""
    named = len(final.subject) <= _SHORT and "对" not in final.subject
    adverb = lexicon.pattern("verbs.summing").sub("", final.adverb)
    return (final.subject if named else "") + adverb + final.verb


def _state_name(stated: str, quantity: Quantity, context: Context) -> Name | None:
    """Name the two ends of 达标学校由2019年的小学1所增加到目前的小学9所."""
    results = lexicon.word_set("names.results")
    match = _from_state().match(phrases.trimmed(stated, keep_end=True))
    if match:
        context.stem = stem = phrases.trimmed(match["stem"])
    elif (match := _to_state().search(stated)) and not phrases.trimmed(stated[: match.start()]):
        stem = context.stem or context.base
    elif context.stem and context.unit == quantity.unit:
        stem, part = context.stem, phrases.trimmed(stated)
        if part and stem.startswith(lexicon.words("names.per")):
            # 补助标准由每人每月100元提高到150元，门票20元: what is of each one has no parts.
            return None
        part = "" if part in growth_words("up") | growth_words("down") else part
        if not part and phrases.trimmed(stated):
            return _part(stem, "", quantity)
        return _part(stem, part, quantity) if 0 < len(part) <= 4 else None
    else:
        return None
    if match["each"]:
        # 补助标准由年人均550元提高到580元
        context.stem = stem = match["each"] + stem
        return Name(stem, stem, stem)
    if match["result"]:
        return _result(stem, match["result"])
    part = phrases.trimmed(match["part"])
    return _result(stem, part) if part in results else _part(stem, part, quantity)


def _result(stem: str, result: str) -> Name:
    """Name a loss or a gain of whom it is (规模以上工业亏损额)."""
    of = lexicon.pattern("names.balances", after="$").sub("", stem)
    name = of + lexicon.table()["names"]["result_names"].get(result, result)
    return Name(name, of or stem, name)


def _part(stem: str, part: str, quantity: Quantity) -> Name:
    base = phrases.canonical(part + stem if part not in stem else stem)
    return Name(measured(base, quantity), stem, base)


def _spent(phrase: str, right: str, context: Context) -> Name | None:
    """Name money spent by the work that it pays for."""
    verb = re.search("(?:计划|共|累计|完成)?总?(?:投入|投资)(?:资金)?$", phrase)
    if verb is None:
        return None
    if right.startswith("的") and (of := counted(right).belongs) and not phrase[: verb.start()]:
        return Name(of + verb[0], of, of + verb[0])
    work = phrases.action(counted(right).noun) if not right.startswith("，") else None
    if work and work.thing and not work.subject and not phrase[: verb.start()]:
        base = work.thing + work.verb + verb[0]
        return Name(base, work.thing, base)
    purpose = _purpose().match(right)
    subject = phrase[: verb.start()]
    if purpose and purpose["use"] and not subject:
        return Name(purpose["use"] + verb[0], purpose["use"], purpose["use"] + verb[0])
    if purpose and purpose["thing"]:
        thing = phrases.trimmed(purpose["thing"])
        base = thing + purpose["act"] + verb[0]
        return Name(base, thing, base)
    if subject:
        return None
    subject = (context.topic if context.in_sentence else "") or context.heading or context.topic
    base = subject + verb[0]
    return Name(base, subject, base)


def _elided(quantity: Quantity, context: Context, after: Counted) -> Name:
    """Name a number that nothing names: the thing just said, measured in another unit."""
    if counts(quantity) and not context.chained and len(after.predicate) > _VERB_ALONE:
        # 5万人享受城市低保，9万人享受农村低保: each says what its people do.
        return Name(measured(f"{after.predicate}的", quantity), base=after.predicate)
    if context.chained and context.base and not after.predicate:
        act = phrases.action(context.base)
        if act and money_moved(act, quantity):
            base = moved(act)
            return Name(base, act.thing, base, context.verb)
        name = measured(context.base, quantity)
        return Name(name, context.topic, context.base, context.verb)
    if context.pending:
        phrase = phrases.trimmed(phrases.undated(context.pending))
        return named_before(phrase, phrases.action(phrase), quantity, context)
    if after.predicate and context.chained and context.noun and quantity.unit == context.unit:
        base = f"{after.predicate}的{context.noun}"
        return Name(measured(base, quantity), context.noun, base)
    if after.predicate and not context.in_sentence:
        return Name(measured(after.predicate + "的", quantity), base=after.predicate)
    base = (context.base if context.in_sentence else "") or context.topic or context.heading
    if context.among and not context.in_sentence and context.whole:
        # 总产值186亿元。其中5月份完成40亿元: of the whole, where it is measured alike.
        same = context.whole_dimension == measured_as(quantity.unit)
        base = context.whole if same else base
    return Name(measured(base + after.belongs, quantity), context.topic, base)


def _verb_only(phrase: str, quantity: Quantity, context: Context) -> Name:
    """Name 竣工20个 by what was said to be built: the topic of numbers of the same unit."""
    units = resources.units()
    same = units.dimension(context.unit) == units.dimension(quantity.unit)
    subject = (context.topic if same else "") if context.topic else context.heading
    before = phrases.final_action(subject)
    subject = before.subject if before and before.subject else subject
    base = phrase if phrase in subject else subject + phrase
    return Name(measured(base, quantity), context.topic, base)


def _named_with(
    phrase: str,
    act: Action | None,
    right: str,
    after: Counted,
    quantity: Quantity,
    context: Context,
) -> Name:
    """Name a number by the noun before it, and by what after it belongs to that noun."""
    attribute = lexicon.pattern("names.attributes").match(right)
    if attribute:
        return Name(phrase + attribute[0] + "数", phrase, phrase, used=attribute[0])
    if right.startswith("的") and after.belongs:
        base = (act.thing if act and act.thing else phrase) + re.sub("工作$", "", after.belongs)
        return Name(measured(base, quantity), phrase, base)
    if quantity.unit == "%" and quantity.chinese and phrases.action(right.strip("” ")[:2]):
        return Name(phrase + right[:2] + "率", phrase, phrase)
    if not counts(quantity) and phrases.head_of(after.noun) and "/" in quantity.unit:
        base = phrases.overlapping(phrase, after.noun)
        return Name(base, phrase, base)
    light = lexicon.pattern("verbs.light", after="了?$").search(phrase)
    if light and after.predicate:
        base = phrase[: light.start()] + after.predicate
        return Name(measured(base, quantity), context.topic, base)
    if (
        act
        and not act.subject
        and act.thing in lexicon.word_set("names.fillers")
        and after.predicate
    ):
        base = act.verb + after.predicate
        return Name(measured(base, quantity), context.topic, base)
    return named_before(phrase, act, quantity, context)
