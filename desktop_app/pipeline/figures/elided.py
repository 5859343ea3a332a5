"""Names that leave out their subject: it is restored from what was said before."""

import re

from desktop_app.pipeline.figures import lexicon, phrases
from desktop_app.pipeline.figures.context import MULTIPLES, Context, measured_as
from desktop_app.pipeline.figures.measuring import counts
from desktop_app.pipeline.figures.numbers import Quantity
from desktop_app.system import resources

# So many characters at the end of two rates make them parallel; a word has so many.
_ALIKE = 3
_WORD = 2
# Things with those that have them, and how the names of these end.
_OWNERS = (
    ("names.of_enterprises", "names.enterprises"),
    ("names.of_schools", "names.schools"),
    ("names.of_hospitals", "names.hospitals"),
    ("names.of_insurers", "names.insurers"),
    ("names.of_banks", "names.banks"),
)
_AGE = re.compile("\\d岁(?:及?以[上下])?$")
_EACH_ONE = re.compile("每(?:[亩人户公顷]{1,2}|[百千万][人户]口?)(?:耕地|播种面积)?")
_ALL_KINDS = re.compile("^各[级类](?:各类)?|(?:累计|数量)$")
_EACH = re.compile("[^，、]{0,8}每[^，、]{1,6}?(?:拥有|有|用)")
_PASSED = re.compile("超过?[\\d.]*[十百千万亿]*元$")
_BOUND_ALONE = re.compile("[\\d.]*[十百千万亿]*元(?:及)?以[上下]$")
_BOUNDED = re.compile("(?:(?<![高中初])级|以上|以下)$")
_NO_RANK = re.compile(
    "^[\\d.]*[十百千万亿]*元(?:及)?以上|^[\\dA-Z]*A级|^[一二三]级|^[省市县国]家?级(?:以上|及以上)?"
)


def restored_name(phrase: str, quantity: Quantity, context: Context) -> str:
    """Return a name with the subject that it leaves out, or nothing where it needs none."""
    for restore in _WAYS:
        name = restore(phrase, quantity, context)
        if name:
            return name
    return ""


def in_series(phrase: str, context: Context) -> str:
    """Return 第二产业投资 for 二产 after 一产投资: a series of industries measures one thing."""
    industries: dict[str, str] = lexicon.table()["names"]["industries"]
    full = industries.get(phrase, phrase)
    if full not in industries.values():
        return phrase
    before = next((name for name in industries.values() if context.base.startswith(name)), "")
    measure = context.base.removeprefix(before) if before and context.in_sentence else ""
    if not measure and context.grouped and not context.head.endswith(("总值", "增加值")):
        measure = context.head
    return full + measure if measure else phrase


def part_of(part: str, whole: str) -> str:
    """Return 男性人口 for 男 of 总人口, 农村居民消费价格 for 农村 of 居民消费价格."""
    parts: dict[str, str] = lexicon.table()["names"]["part_names"]
    wholes: dict[str, str] = lexicon.table()["names"]["shared_wholes"]
    bare = _without_place(phrases.bare(whole), part)
    shared = next((of + less for name, less in wholes.items() if (of := _before(bare, name))), "")
    return phrases.overlapping(parts.get(part, part), wholes.get(bare) or shared or bare)


def _without_place(whole: str, part: str) -> str:
    """Return 居民消费价格 for 城市居民消费价格, of which 农村 is no part."""
    places = sorted(lexicon.words("tables.places"), key=len)
    place = next((place for place in places if whole.startswith(place)), "")
    return whole.removeprefix(place) if part in places and place != part else whole


def _before(text: str, end: str) -> str:
    return text.removesuffix(end) if text.endswith(end) else ""


def _of_a_rank(phrase: str, quantity: Quantity, context: Context) -> str:
    """Return 国家级技术中心 for 国家级 after 省级以上技术中心."""
    if phrase not in lexicon.word_set("names.bare_ranks"):
        return ""
    main = phrases.bare(context.main)
    money = resources.units().dimension(quantity.unit) == "money"
    thing = context.whole if money else context.ranked if counts(quantity) else main
    thing = lexicon.pattern("names.bare_ranks", before="^(?:国家)?").sub("", thing or main)
    return phrase + _ALL_KINDS.sub("", thing)


def _of_a_list(phrase: str, _quantity: Quantity, context: Context) -> str:
    """Return a member with what its list's verb or caption says of all."""
    if context.members:
        start, _, end = context.members.partition("|")
        return start + phrase + end
    if context.announced and not phrases.head_of(phrase) and not phrases.action(phrase):
        return phrase + context.announced
    return ""


def _parallel_rate(phrase: str, _quantity: Quantity, context: Context) -> str:
    """Return 噪声夜间达标率 for 夜间达标率 after 噪声昼间达标率: the two differ in one word."""
    before, length = context.name, len(phrase)
    if length > phrases.SHORT_RATE or not phrase.endswith("率") or len(before) < length:
        return ""
    if phrases.is_whole(phrase):
        return ""
    alike = before.endswith(phrase[-_ALIKE:]) and before[-length:] != phrase
    return before[:-length] + phrase if alike and length > _ALIKE else ""


def _parallel_word(phrase: str, _quantity: Quantity, context: Context) -> str:
    """Return 全国赛银牌 for 银牌 after 全国赛金牌, 学龄儿童巩固率 after 学龄儿童入学率."""
    words = next((group for group in lexicon.table()["names"]["parallel"] if phrase in group), ())
    before = next((word for word in words if context.base.endswith(word)), "")
    return context.base.removesuffix(before) + phrase if before and before != phrase else ""


def _of_another_balance(phrase: str, _quantity: Quantity, context: Context) -> str:
    """Return 企业亏损额 for 亏损 after 企业利润: whose the other result was."""
    results = lexicon.word_set("names.results")
    if phrase not in results or not context.in_sentence:
        return ""
    balances = (*lexicon.words("names.results"), *lexicon.words("names.balances"))
    ends = (*lexicon.table()["names"]["result_names"].values(), *balances)
    of = lexicon.alternatives(ends)
    owner = re.sub(f"{of}$", "", phrases.bare(context.base))
    return owner + str(lexicon.table()["names"]["result_names"].get(phrase, phrase))


def _of_an_accident(phrase: str, _quantity: Quantity, context: Context) -> str:
    """Return 火灾死亡 for 死亡 after 火灾."""
    if phrase not in lexicon.word_set("names.of_accidents"):
        return ""
    suffered = context.topic.endswith(lexicon.words("names.accidents"))
    return context.topic + phrase if suffered else ""


def _dependent(phrase: str, _quantity: Quantity, context: Context) -> str:
    """Return 报警器安装率 for 安装率, 中学在校生 for 在校生."""
    if context.anew or not phrases.is_dependent(phrases.bare(phrase)):
        return ""
    of_the_work = phrase in lexicon.word_set("names.of_the_work") and len(context.topic) <= _WORD
    if _is_stem_of_a_rate(context) and phrase.endswith("率") and len(phrase) > _WORD + 1:
        # A rate after a rate is of the enterprises that the first was of, if of any.
        owner = lexicon.pattern("names.enterprises", before=".*").match(context.topic)
        none = lexicon.words("names.no_enterprises")
        return owner[0] + phrase if owner and not owner[0].endswith(none) else ""
    topic = context.heading if of_the_work else _subject(phrase, context) or context.heading
    if topic == context.topic and _is_of_the_whole(phrase, context):
        topic, context.unsure = context.main, True
    doing = topic.find(phrase[:-1]) if phrase.endswith("率") else -1
    return phrases.overlapping(topic[:doing] if doing > 0 else topic, phrase)


def _is_of_the_whole(phrase: str, context: Context) -> bool:
    """Whether a name behind a part may be the whole's: 中学14所，其中高中2所，在校生1万人.

    It is the part's where the whole's was told, where 其中： opens a list, and in one clause.
    """
    if not context.among or context.among_lasts or context.chained:
        return False
    if context.topic_unit.lstrip(MULTIPLES) != context.among_unit.lstrip(MULTIPLES):
        return False
    whole = phrases.bare(context.main)
    told = phrases.overlapping(whole, phrase) in map(phrases.bare, context.bases)
    return bool(whole) and whole not in context.topic and not told


def _is_stem_of_a_rate(context: Context) -> bool:
    """Whether what was said last is only what a rate is made of (森林覆盖 of 森林覆盖率)."""
    return context.name.endswith("率") and context.name == f"{context.topic}率"


def _subject(phrase: str, context: Context) -> str:
    """Return whose a dependent name is: profits are those of the enterprises named before."""
    for owned, owners in _OWNERS:
        if phrase in lexicon.word_set(owned):
            ends = lexicon.words(owners)
            subjects = (context.enterprises, context.topic, context.owner, context.main)
            whole = next((subject for subject in subjects if subject.endswith(ends)), "")
            beginning = lexicon.pattern(owners, before=".*").match(context.topic)
            return whole or (beginning[0] if beginning else "")
    return context.name if phrase in {"占比", "比重"} and context.name else context.topic


def _state_of_people(phrase: str, quantity: Quantity, context: Context) -> str:
    """Return what happened to the people counted before, or what they are a part of."""
    of_people = phrase in lexicon.word_set("names.vital") or _AGE.search(phrase)
    if of_people and context.head.endswith("人口"):
        return f"{phrase}人口"
    if resources.units().dimension(quantity.unit) != "people":
        return ""
    if context.unit == quantity.unit and context.topic and phrases.is_state(phrase):
        return context.topic + phrase
    return ""


def _per_head(phrase: str, quantity: Quantity, context: Context) -> str:
    """Return 农村居民人均消费支出 for 人均消费支出 after 农村居民人均收入."""
    owner, each, _ = context.name.partition("人均")
    parts: str = lexicon.table()["names"]["per_head_parts"]
    if each and context.in_sentence and quantity.unit == "元" and re.fullmatch(parts, phrase):
        return owner + each + phrase
    spent = resources.units().dimension(quantity.unit) == "money" and phrase.startswith("人均")
    of_people = each and owner.endswith(lexicon.words("names.people"))
    spent = spent or (context.in_sentence and phrase in lexicon.word_set("names.of_people"))
    return owner + phrase if of_people and spent else ""


def _each_of(phrase: str, _quantity: Quantity, context: Context) -> str:
    """Return 人均粮食产量 for 人均 after 粮食产量: what was said before, for each one."""
    one = phrase in lexicon.word_set("names.each")
    # 化肥施用量38万吨，每亩耕地平均92公斤
    one = one or (_EACH_ONE.fullmatch(phrase) is not None and not phrases.head_of(phrase))
    if not one or not context.in_sentence:
        return ""
    of = phrases.bare(context.base)
    return "" if not of or any(one in of for one in lexicon.words("names.each")) else phrase + of


def _of_each(phrase: str, _quantity: Quantity, context: Context) -> str:
    """Return 每百户拥有电脑 for 电脑 after 每百户拥有汽车18辆、."""
    each = _EACH.match(context.name) if context.chained and context.listed else None
    return each[0] + phrase if each else ""


def _of_another_way(phrase: str, _quantity: Quantity, context: Context) -> str:
    """Return 价格下降的城市个数 for 下降 after 价格上涨的城市个数."""
    ways = (*lexicon.words("growth.up"), *lexicon.words("growth.down"))
    before = next((way for way in ways if f"{way}的" in context.name), "")
    return context.name.replace(f"{before}的", f"{phrase}的") if before and phrase in ways else ""


def _beside_another(phrase: str, _quantity: Quantity, context: Context) -> str:
    """Return 出口额高于全省 for 高于全省."""
    beside = context.in_sentence and phrase.startswith(lexicon.words("names.beside"))
    return context.name + phrase if beside else ""


def _of_the_product(phrase: str, _quantity: Quantity, context: Context) -> str:
    """Return 金融业增加值 for 金融业 as a part of the product."""
    part = context.among and context.whole.endswith("生产总值") and phrase.endswith("业")
    return f"{phrase}增加值" if part else ""


def _other_part(phrase: str, quantity: Quantity, context: Context) -> str:
    """Return 农村低保标准 for 农村 after 城市低保标准: the other part of what was measured."""
    if not context.in_sentence or not phrases.is_part(phrase):
        return ""
    before = lexicon.pattern("names.parts").match(context.base)
    same = measured_as(context.unit) == measured_as(quantity.unit)
    if before is None or not same or before[0] == phrase:
        return ""
    measured_by = context.base[before.end() :]
    part: str = lexicon.table()["names"]["part_names"].get(phrase, phrase)
    return part + measured_by if len(measured_by) >= _WORD else ""


def _part(phrase: str, quantity: Quantity, context: Context) -> str:
    """Return 农村贫困户 for 农村 of 贫困户, 失业保险参保职工 for 参保职工 of 失业保险参保人数."""
    whole = context.split or (context.whole if context.among or context.parted else "")
    same = context.whole_dimension == measured_as(quantity.unit)
    if same and phrases.head_of(context.whole):
        whole = whole or context.whole
    if whole and phrases.is_part(phrase):
        return part_of(phrase, whole)
    people = resources.units().dimension(quantity.unit) == "people"
    if context.among and people and phrase.endswith(lexicon.words("names.schools")):
        # 在校生6万人，其中普通高中1万人
        pupils = lexicon.pattern("names.of_schools", after="$").search(phrases.bare(whole))
        return phrase + pupils[0] if pupils else ""
    if context.among and people and len(phrase) > _WORD:
        if phrase.endswith("业") and whole and not phrases.head_of(phrase):
            return phrase + phrases.bare(whole)
        shared = whole.find(phrase[:_WORD])
        return whole[:shared] + phrase if shared > 0 else ""
    return ""


def _measured_part(phrase: str, quantity: Quantity, context: Context) -> str:
    """Return 亿元以上在建项目 for 在建项目…其中亿元以上项目, 医院床位 for 床位…其中医院."""
    if not context.among or not counts(quantity):
        return ""
    main, noun = phrases.bare(context.main), phrase[-_WORD:]
    if (_PASSED.match(phrase) or _BOUND_ALONE.match(phrase)) and len(main) > _WORD:
        return phrase + main[-_WORD:]
    if _BOUNDED.search(phrase[:-_WORD]) and main.endswith(noun) and phrase not in main:
        return phrase[:-_WORD] + _NO_RANK.sub("", main)
    if resources.units().dimension(quantity.unit) == "people" or phrases.head_of(phrase):
        return ""
    measured_by = lexicon.pattern("names.dependent", after="$").search(context.whole)
    same = context.whole_dimension == measured_as(quantity.unit)
    same = same and context.unit == quantity.unit
    if measured_by and same and measured_by[0] not in phrase:
        return phrases.overlapping(phrase, measured_by[0])
    return ""


def _mean(phrase: str, quantity: Quantity, context: Context) -> str:
    """Return 年均建成保障房 for 年均240套 after 五年建成保障房1200套."""
    same = context.in_sentence and context.unit.lstrip(MULTIPLES) == quantity.unit.lstrip(
        MULTIPLES
    )
    return phrase + context.base if same and phrase in lexicon.word_set("names.means") else ""


# In this order: what is said first of a phrase holds.
_WAYS = (
    _of_a_rank,
    _of_a_list,
    _mean,
    _of_another_balance,
    _parallel_rate,
    _parallel_word,
    _per_head,
    _each_of,
    _of_each,
    _of_another_way,
    _of_an_accident,
    _dependent,
    _state_of_people,
    _beside_another,
    _of_the_product,
    _other_part,
    _part,
    _measured_part,
)
