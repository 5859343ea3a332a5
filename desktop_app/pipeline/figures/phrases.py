"""Phrases around a number, cut to what names something."""

import re
from functools import cache, lru_cache

from msgspec import Struct

from desktop_app.pipeline.figures import lexicon, spans

_ITEM = re.compile(
    r"^\s*(?:【[^【】]{1,12}】|[一二三四五六七八九十]+是|[(（]?[\d一二三四五六七八九十]+[)）]|[①-⑳]|\d{1,2}[.、．](?!\d))"
)
_EDGE = " \t、，,；;：:。.？?！!·—-"
_NOTE_MARK = re.compile(r"[①-⑳\u200b]|[\[［〔]\d{1,2}[\]］〕]|\*\*")
DATE = (
    r"(?:(?:19|20)\d\d(?:年(?:度)?|(?=全年)))?(?:上半年|下半年|前?[一二三四1-4]季度|前三个?季度|前(?:\d{1,2}|十?[一二两三四五六七八九十])个月|\d{1,2}月?\s*[-–—~至到]\s*\d{1,2}月份?"
    r"|\d{1,2}月(?:\d{1,2}(?:[、,，-]\d{1,2})*日|份|末|底|初)?|截?[至止]\d{1,2}月(?:底|末)?|暑期|暑假|寒假|年(?:末|底|初))?"
)
_WHEN = re.compile(
    rf"^(?:自|从|于|在|到|至|截至|截止|预计)?(?=[\d前上下一二三四暑寒])(?:{DATE})(?:以来|底|末|之?前|期间|起|止|内|中)?"
)
_SINCE = re.compile(
    r"^“?十[一二三四五六]五”?$|^(?:自|从)?[^，、]{1,12}以来|^[^，、\d]{1,6}[后前](?=\d{1,2}月)"
)
_TIME_INSIDE = re.compile(
    "(?P<before>[\u4e00-\u9fff]{2,10}?)(?:全年|年末)(?:共|累计)?(?:实现|完成)?(?P<rest>[\u4e00-\u9fff].+)"
)
_INNER_DATE = re.compile(
    r"(?:19|20)\d\d年(?:度)?(?:\d{1,2}月?[-—~至到]\d{1,2}月份?|\d{1,2}月份?)?"
)
# A rate whose name is so short needs a subject.
SHORT_RATE = 5
# What an indicator is of takes so many characters.
_SHORTEST_SUBJECT = 2
# The phrases of one sentence are asked for several times.
_REMEMBERED = 512
# 对东盟进出口: the partner is a part of the name.
_TRADE_WITH = re.compile("对[^，、对]{1,12}?(?:进出口|出口|进口|投资|贸易|承包工程)")
# 二产业完成增加值, 三产业增长5%
_INDUSTRY = re.compile("^(?=[一二三]产业(?:$|完成|实现|增加|投资|从业|就业))")
_PARENTHESIS = re.compile(r"[（(]([^（()）]*)[)）]")


class Action(Struct, frozen=True):
    """A phrase with a verb: 报警器 | 已 | 安装 |, or | | 发放 | 低保金."""

    subject: str
    adverb: str
    verb: str
    thing: str


# 内容为 announces; 最终核实数 says of what kind a number is; 的比重 is 比重.
_NO_NAME = re.compile(
    "内容(?:为|包括|有)|(?:最终核实|初步核算|初步统计|修订|核定)数(?:据|值)?(?=$|为)|的(?=比重|比例)"
    "|^(?:上述|以上|这)?[两二三四五六七八九十]{1,2}项(?:主要)?指标"
)
_GRADE = re.compile("[A-Z]级")
# 平均汇率为1美元兑: what one unit of foreign money is worth.
_EXCHANGE = re.compile(
    r"(?:为|每)?10{0,2}(?:美元|欧元|港元|港币|日元|英镑)\s*(?:兑换?|折?合)(?:人民币)?$"
)


def without_marks(text: str) -> str:
    """Return a phrase without the marks of footnotes (生产总值[2]) and of bold type (**)."""
    return _NOTE_MARK.sub("", text)


@lru_cache(_REMEMBERED)
def trimmed(text: str, *, keep_end: bool = False) -> str:
    """Return a phrase without the words around it that only say when, where and that it is so."""
    text = spans.without(without_marks(text))
    plain = _EXCHANGE.sub("", text)
    rate = plain != text
    text = _NO_NAME.sub("", plain)
    before = None
    while before != text:
        before = text
        text = _without_start(text)
        if not keep_end:
            text = _without_end(text)
    if rate and not text:
        return str(lexicon.table()["names"]["exchange_rate"])
    text = _INDUSTRY.sub("第", text)
    return _without_time_inside(text) if "全年" in text or "年末" in text else text


def _without_time_inside(text: str) -> str:
    """Return 邮政业函件业务 for 邮政业全年完成函件业务, and 常住人口 for 人口年末常住人口."""
    match = _TIME_INSIDE.match(text)
    if match is None:
        return text
    before, rest = match["before"], match["rest"]
    heading = before in lexicon.word_set("headings.run_in") or rest.startswith(before[:2])
    return rest if heading else before + rest


_OF_WORDS = ("的确", "的士", "的哥")


def _without_start(text: str) -> str:
    text = _ITEM.sub("", text.strip(_EDGE)).strip(_EDGE)
    if text.startswith("的") and not text.startswith(_OF_WORDS):
        return text[1:]
    for expression in (_WHEN, _SINCE):
        match = expression.match(text)
        if match and match.end():
            return text[match.end() :]
    match = _filler().match(text)
    if match and not _starts_with_kept(text) and not _TRADE_WITH.match(text):
        return text[match.end() :]
    match = _reached().match(text)
    return text[match.end() :] if match else text


@cache
def _filler() -> re.Pattern[str]:
    return lexicon.pattern("names.fillers")


@cache
def _reached() -> re.Pattern[str]:
    """增加到目前的小学9所: what was reached, and when, is no part of the name."""
    now = lexicon.choice("period.now")
    return re.compile(rf"(?:进一步|逐步)?{arriving()}(?:了)?(?:{now}|\d{{4}}年)?的?")


@cache
def arriving() -> str:
    """Return the text of a pattern for what a change arrives at: 增加到, 下降为."""
    growth = lexicon.table()["growth"]
    ways = lexicon.alternatives((*growth["up"], *growth["down"], *growth["becoming"]))
    return f"{ways}(?:到|至|为)"


@cache
def turning() -> str:
    """Return the text of a pattern for what leads from one end of a change to the other."""
    return f"(?:{arriving()}|{lexicon.choice('growth.turning')})"


def _starts_with_kept(text: str) -> bool:
    return lexicon.kept().match(text) is not None


def _without_end(text: str) -> str:
    text = text.strip(_EDGE)
    match = _link().search(text)
    if match is None or lexicon.inside_kept_word(text, match.start(), match.end()):
        return text
    done = match[0] in {"完成", "实现"} and text[: match.start()] not in lexicon.indicators()
    before = text[: match.start()]
    if done and head_of(before) != before and _with_verb("VERB$").search(before):
        return text
    return text[: match.start()]


@cache
def _link() -> re.Pattern[str]:
    # A number's link is the longest one that ends the phrase: search finds the leftmost start.
    return lexicon.pattern("names.links", after="$")


def undated(phrase: str) -> str:
    """Return a phrase without a date inside it (发放2022年租房补贴)."""
    return _INNER_DATE.sub("", phrase)


def split_scope(name: str) -> tuple[str, str]:
    """Return a name without 下同 and the like, and the scope that a parenthesis in it states."""
    scope = ""
    for match in _PARENTHESIS.finditer(name):
        inside = re.sub(r"[，,；;、]?下同", "", match[1])
        inside = "" if inside.isascii() or _qualifies_no_name(inside) else inside
        inside = "" if _says_how_known(inside) else inside
        inside = "" if inside.startswith(lexicon.words("scope.explaining")) else inside
        name = name.replace(match[0], f"（{inside}）" if inside else "")
        if any(word in inside for word in lexicon.words("scope.inside")):
            scope = scope or inside
    if not scope:
        start = lexicon.pattern("scope.start").match(name)
        scope = start[0] if start else ""
    return name, scope


def _says_how_known(inside: str) -> bool:
    """Whether a parenthesis says that a number is preliminary (初步核算数) or how it was made."""
    status = any(expression.search(inside) for expression, _ in lexicon.named("status.names"))
    return status or (inside.startswith("按") and inside.endswith("计算"))


def _qualifies_no_name(inside: str) -> bool:
    """Whether a parenthesis states prices or a threshold, which are no part of a name."""
    if any(word in inside for word in lexicon.words("scope.inside")):
        return False
    prices = any(expression.search(inside) for expression, _ in lexicon.named("basis.names"))
    return prices or re.search(r"\d(?!G)", inside) is not None


@cache
def _with_verb(form: str) -> re.Pattern[str]:
    """Return a pattern in which VERB and ADVERB stand for any word of their lists."""
    verbs, adverbs = lexicon.choice("verbs.words"), lexicon.choice("verbs.adverbs")
    return re.compile(form.replace("ADVERB", adverbs).replace("VERB", verbs))


@lru_cache(_REMEMBERED)
def action(phrase: str) -> Action | None:
    """Take a phrase apart at its verb, at its beginning or at its end; None where it has none."""
    match = _with_verb("(?P<a>ADVERB*)(?P<v>VERB+)(?:了)?(?P<o>)").fullmatch(phrase)
    match = match or _with_verb("(?P<a>ADVERB*)(?P<v>VERB)了?(?P<o>.*)").fullmatch(phrase)
    if match and not _is_a_noun(match["o"]):
        return Action("", match["a"], match["v"], match["o"])
    match = _with_verb("(?P<s>.+?)(?P<a>ADVERB+)(?P<v>VERB+)(?:了)?").fullmatch(phrase)
    if match:
        return Action(match["s"], match["a"], match["v"], "")
    match = _with_verb("(?P<s>.+?)(?P<a>ADVERB+)(?P<v>VERB)(?P<o>.+)").fullmatch(phrase)
    if match:
        return Action(match["s"], match["a"], match["v"], match["o"])
    return None


def final_action(phrase: str) -> Action | None:
    """Take a phrase apart that ends with its verb (区指挥部 | 印制); None where it does not."""
    match = _with_verb("(?P<s>.*?)(?P<a>ADVERB*)(?P<v>VERB)(?:了)?").fullmatch(phrase)
    return Action(match["s"], match["a"], match["v"], "") if match else None


def is_state(phrase: str) -> bool:
    """Whether a short phrase only says what happened to the people counted before (集中隔离)."""
    plain = re.sub("[\\d日天]", "", phrase)
    act = final_action(plain)
    return act is not None and not act.adverb and len(plain) <= 6 and len(act.subject) <= 4


def _is_a_noun(thing: str) -> bool:
    """Whether a verb at the beginning is only a part of a noun (安装率, 投资额, 建设用地)."""
    return lexicon.pattern("verbs.in_nouns").match(thing) is not None or thing == "户"


@lru_cache(_REMEMBERED)
def acted_on(phrase: str) -> str:
    """Return what the last verb inside a phrase is done to (平台接到诉求函件: 诉求函件)."""
    found = ""
    for match in _with_verb("VERB(?=.{2})").finditer(phrase):
        rest = phrase[match.end() :]
        if match.start() and not _is_a_noun(rest) and not _with_verb("VERB+").fullmatch(rest):
            found = rest
    return found


@cache
def _heads() -> re.Pattern[str]:
    return lexicon.pattern("names.heads", after="$")


def bare(name: str) -> str:
    """Return a name without its parentheses."""
    return _PARENTHESIS.sub("", name) if "（" in name or "(" in name else name


@lru_cache(_REMEMBERED)
def head_of(name: str) -> str:
    """Return the word at the end of a name that measures (产量, 增加值), or nothing."""
    match = _heads().search(bare(name))
    return match[0] if match else ""


def without_head(name: str) -> str:
    """Return what a name is about, without its measuring word."""
    plain = bare(name)
    dependent = lexicon.pattern("names.dependent", after="$").search(plain)
    cut = dependent or _heads().search(plain)
    return plain[: cut.start()] if cut and cut.start() else plain


def is_dependent(name: str) -> bool:
    """Whether a name needs the subject of what was said before (安装率, 在校生, 面积)."""
    if name in lexicon.word_set("names.dependent"):
        return True
    if len(name) > SHORT_RATE or not name.endswith("率") or known(name) or is_whole(name):
        return False
    return lexicon.pattern("names.parts").match(name) is None


def is_whole(name: str) -> bool:
    """Whether a name is a common indicator's, so that nothing is left out of it."""
    plain = bare(name)
    return plain in lexicon.indicators() or plain.endswith(lexicon.words("names.whole_ends"))


def is_part(phrase: str) -> bool:
    """Whether a phrase only says which part of the whole is meant (农村, 女性, C级)."""
    return phrase in lexicon.word_set("names.parts") or _GRADE.fullmatch(phrase) is not None


def part_at_end(phrase: str) -> str:
    """Return the part that stands after what is measured (人均住房面积城镇)."""
    if not phrase.endswith(lexicon.words("names.parts")):
        return ""
    part = lexicon.pattern("names.parts", after="$").search(phrase)
    measure = phrase[: part.start()] if part else ""
    # 规模工业 is no size of 工业.
    return part[0] if part and len(head_of(measure)) > 1 and head_of(measure) != measure else ""


def fronted(phrase: str) -> str:
    """Return 肉猪出栏 for 出栏肉猪, as tables write it."""
    match = lexicon.pattern("names.fronted", after="(?![率量数])(?=[\u4e00-\u9fff]{1,6}$)").match(
        phrase
    )
    return phrase[match.end() :] + match[0] if match else phrase


def overlapping(first: str, second: str) -> str:
    """Join 核酸检测 and 检测能力 into 核酸检测能力."""
    for length in range(min(len(first), len(second)), 0, -1):
        if first.endswith(second[:length]):
            return first + second[length:]
    return first + second


@lru_cache(_REMEMBERED)
def known(name: str) -> tuple[str, str] | None:
    """Return the (name, subject) under which an indicator is known, where it has one."""
    for expression, known_name, subject in _known():
        if expression.fullmatch(name):
            return known_name, subject
    full = lexicon.short_names().get(name)
    return (full, "") if full else None


def spoken_of(text: str) -> str:
    """Return what a clause without numbers says to have gone so (税收收入 | 稳步回升), or nothing.

    It is the longest indicator before such words, or where there is none all before the first.
    """
    text = trimmed(undated(text))
    if names_indicator(text):
        return text
    ends = [match.start() for match in lexicon.pattern("growth.goings").finditer(text)]
    ends = [end for end in ends if end >= _SHORTEST_SUBJECT]
    subjects = [text[:end] for end in ends if names_indicator(text[:end])]
    subject = subjects[-1] if subjects else text[: ends[0]] if ends else ""
    return "" if subject in lexicon.word_set("names.aspects") else subject


def names_indicator(phrase: str) -> bool:
    """Whether a phrase is the name of an indicator and needs nothing from before."""
    if is_dependent(phrase):
        return False
    if is_whole(phrase) or known(phrase) is not None:
        return True
    head = head_of(phrase)
    return len(head) > 1 and head not in lexicon.word_set("names.vague_heads")


def canonical(name: str) -> str:
    """Return a name in full where it is known by it (GDP: 地区生产总值), else as it is."""
    found = known(name)
    return found[0] if found else name


@cache
def _known() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple(
        (re.compile(entry["pattern"]), entry["name"], entry.get("subject", ""))
        for entry in lexicon.table()["names"]["known"]
    )


@lru_cache(_REMEMBERED)
def turned(name: str) -> str:
    """Return a name in the form that tables use (参加失业保险人数: 失业保险参保人数)."""
    for expression, becomes in _turns():
        changed = expression.sub(becomes, name)
        if changed != name:
            return changed
    return name


@cache
def _turns() -> tuple[tuple[re.Pattern[str], str], ...]:
    entries = lexicon.table()["names"]["turned"]
    return tuple((_with_verb(entry["pattern"]), entry["becomes"]) for entry in entries)
