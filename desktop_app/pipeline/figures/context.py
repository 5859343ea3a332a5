"""What a text has said so far, and the name that a number got from it."""

from dataclasses import dataclass, field

from msgspec import Struct

from desktop_app.pipeline.figures import lexicon, phrases
from desktop_app.pipeline.figures.numbers import Quantity
from desktop_app.system import resources

COUNT = "count"
MULTIPLES = "十百千万亿"


class Name(Struct, frozen=True):
    """A name, and what it leaves for the numbers that follow.

    `topic`: what a following rate is about. `base`: the name without its measuring suffix.
    `verb`: the one that a list goes on under. `used`: the noun after the number that it took in.
    `part`: it is of a part of what was named before (城镇).
    """

    text: str
    topic: str = ""
    base: str = ""
    verb: str = ""
    scope: str = ""
    used: str = ""
    part: bool = False


def measured_as(unit: str) -> str:
    """Return the dimension of a unit, one for all measure words: parts share their whole's."""
    dimension = resources.units().dimension(unit)
    return COUNT if dimension == unit.lstrip(MULTIPLES) else dimension


@dataclass(slots=True)
class Context:
    """The subjects that later numbers leave out."""

    # The heading of the item, and what 在规模以上工业中 sets, apart from its measuring word.
    heading: str = ""
    scope: str = ""
    scope_head: str = ""
    # What the last number was about; `main` is the last one that was no 其中, `whole` its name;
    # `ranked` begins with a rank (省级以上企业技术中心); `owner` is the sentence's first.
    topic: str = ""
    main: str = ""
    whole: str = ""
    whole_dimension: str = ""
    ranked: str = ""
    owner: str = ""
    # The sentence's enterprises, whose profits may be named further on.
    enterprises: str = ""
    # Of the last level; `bases` are those of the sentence.
    base: str = ""
    name: str = ""
    noun: str = ""
    unit: str = ""
    bases: list[str] = field(default_factory=list)
    # The verb of a running list, and the dimensions that were counted under it.
    verb: str = ""
    verb_units: set[str] = field(default_factory=set)
    # The measuring word last used (增加值), and the dimension that it was used with.
    head: str = ""
    head_dimension: str = ""
    # Whether this sentence, or the one before, used it; the first ones that the two used.
    head_here: bool = False
    head_before: bool = False
    first_head: tuple[str, str] = ("", "")
    opening_head: tuple[str, str] = ("", "")
    # The last clause without numbers; the stem of 达标学校由上年的小学1所; verb and thing whose
    # parts the clause lists.
    pending: str = ""
    stem: str = ""
    members: str = ""
    # The sentence begins with what its numbers are grouped by (分行业看).
    grouped: bool = False
    # So did the one before; what was measured before the groups (分产业看…。分季度看).
    were_grouped: bool = False
    ungrouped: str = ""
    # The last level was a structure, whose parts may follow; the whole of the sentence's last
    # share; what its last rate contributes to.
    parts: bool = False
    shared: str = ""
    effect: str = ""
    # Of what the sentence's last gap to another place is, and how it lies: 高于.
    gap: tuple[str, str] = ("", "")
    # The sentence's last number was a growth in per cent: points after it are of the growth rate.
    grew: bool = False
    # The sentence begins with a sum of its own (年末共有卫生技术人员): nothing is left out of it.
    anew: bool = False
    # The whole was measured part by part (人均住房面积城镇21.6平方米).
    split: str = ""
    # What a list measures, as the words before its colon say (主要产品产量：).
    announced: str = ""
    # After 其中; after a number of the same clause; after 、; after a number of the sentence.
    among: bool = False
    # 其中 has a mark of its own (其中：): it goes on after a semicolon. Some parts were named, of
    # what was `main` at that time: the next sentence is about that again.
    among_lasts: bool = False
    parted: bool = False
    lead: str = ""
    chained: bool = False
    listed: bool = False
    # The units that 其中 is said of and that the topic was counted in: a part's and its whole's.
    among_unit: str = ""
    topic_unit: str = ""
    # The name just made may be of the whole or of its part.
    unsure: bool = False
    # The number is what a change began with (由1家增至3家).
    began: bool = False
    in_sentence: bool = False

    def take(self, name: Name, quantity: Quantity) -> None:
        """Remember what a named level leaves for those that follow."""
        dimension = measured_as(quantity.unit)
        each = lexicon.pattern("names.per").match(name.text)
        topic = self.topic if each else name.topic or self.topic
        self.topic_unit = quantity.unit if topic != self.topic else self.topic_unit
        self.topic = topic
        self.base, self.name, self.grew = name.base, name.text, False
        self.owner = self.owner or self.topic
        self.bases.append(name.base)
        self.parts = name.text.endswith(lexicon.words("names.structures"))
        self.unit, self.pending, self.noun = quantity.unit, "", name.used
        if lexicon.pattern("names.bare_ranks").match(name.base):
            self.ranked = name.base
        elif not self.among:
            self.ranked = ""
        if not self.among:
            if not name.part:
                self.whole, self.whole_dimension = name.base, dimension
            self.main = self.topic
            if name.verb != self.verb:
                self.verb, self.verb_units = name.verb, set()
            self.verb_units.add(dimension)
        if self.topic.endswith(("企业", "公司", "单位")):
            self.enterprises = self.topic
        self.keep_head(name.text, dimension)
        self.in_sentence = True

    def keep_head(self, name: str, dimension: str) -> None:
        """Remember the measuring word that a list states once (增加值, 零售额)."""
        head = phrases.head_of(name).removesuffix("总水平")
        head = lexicon.table()["names"]["shared_heads"].get(head, head)
        ends = ("率", "数", "比重", "占比", "总量", "单产", *lexicon.words("names.structures"))
        # 交换机容量8万门，电话用户5万户: lines are no measure of users.
        ends += ("容量",) if dimension == COUNT else ()
        if head == self.head and dimension == "%":
            # A growth of the same: its parts are told as those of the level were.
            self.head_here = True
            return
        shared = head.endswith(("指数", *lexicon.words("names.shared_totals")))
        measures = shared or not head.endswith(ends)
        if measures and len(head) > 1:
            self.head, self.head_dimension, self.head_here = head, dimension, True
            self.first_head = self.first_head if self.first_head[0] else (head, dimension)

    def name_alone(self, name: str) -> None:
        """Remember an indicator that was named without a number (居民消费价格与上年持平)."""
        if phrases.head_of(name):
            self.name = self.whole = self.base = name
            self.topic = self.main = phrases.without_head(name)
            self.keep_head(name, "%")

    def begin_sentence(self) -> None:
        """Forget what holds within one sentence only."""
        # After parts of what has no topic of its own (保费收入) none of theirs goes on.
        before = "" if self.parted else self.topic
        self.among_lasts = self.parted = False
        self.among = self.in_sentence = self.chained = self.parts = False
        self.head_before, self.head_here = self.head_here, False
        self.opening_head, self.first_head = self.first_head, ("", "")
        self.were_grouped, self.grouped = self.grouped, False
        self.split = self.announced = self.enterprises = ""
        self.owner = self.pending = self.verb = self.stem = self.members = ""
        self.topic = self.lead or self.main or before
        self.lead = ""
        self.shared = self.effect = ""
        self.gap = "", ""
        self.grew = False
        self.bases = []

    def begin_item(self, heading: str) -> None:
        """Forget what was said under another heading."""
        self.heading = heading
        self.topic = self.main = self.whole = self.base = self.name = ""
        self.begin_sentence()

    def begin_part(self) -> None:
        """Forget what a semicolon ends; after the parts the whole is spoken of again."""
        self.verb = self.owner = ""
        if self.among:
            self.topic = self.main or self.topic
            self.among = self.among_lasts

    def begin_groups(self) -> None:
        """Begin a sentence that groups (分行业看) what the one before measured first."""
        self.grouped = True
        if not self.were_grouped:
            self.ungrouped = self.whole
        if self.opening_head[0]:
            self.head, self.head_dimension = self.opening_head

    def begin_among(self, *, lasts: bool) -> None:
        """Begin to name the parts of what was said last (其中城镇5万人, 其中：城镇5万人)."""
        self.lead = self.lead or self.main
        self.among_unit = self.unit
        self.among = self.parted = True
        self.among_lasts = self.among_lasts or lasts
