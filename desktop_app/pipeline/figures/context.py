"""What a text has said so far, and the name that a number got from it."""

from dataclasses import dataclass, field

from desktop_app.pipeline.figures import lexicon, phrases
from desktop_app.pipeline.figures.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Name:
    """A name, and what it leaves for the numbers that follow.

    `topic`: what a following rate is about. `base`: the name without its measuring suffix.
    `verb`: the one that a list goes on under. `used`: the noun after the number that it took in.
    """

    text: str
    topic: str = ""
    base: str = ""
    verb: str = ""
    scope: str = ""
    used: str = ""


@dataclass(slots=True)
class Context:
    """The subjects that later numbers leave out.

    `heading`: of the item. `scope`, `scope_head`: what 在规模以上工业中 sets. `topic`: what the
    last number was about; `main`: the last one that was no 其中, `whole` its name; `owner`: the
    sentence's first. `base`, `name`, `noun`, `unit`: of the last level; `bases`: of the sentence.
    `verb`, `verb_units`: the verb of a running list, and the dimensions counted under it. `head`,
    `head_dimension`: the measuring word last used (增加值). `pending`: the last clause without
    numbers. `stem`: of 达标学校由上年的小学1所. `members`: verb and thing whose parts the clause
    lists. `chained`: a number came before in the clause; `listed`: after 、.
    """

    heading: str = ""
    scope: str = ""
    scope_head: str = ""
    topic: str = ""
    main: str = ""
    whole: str = ""
    owner: str = ""
    base: str = ""
    name: str = ""
    noun: str = ""
    unit: str = ""
    verb: str = ""
    verb_units: set[str] = field(default_factory=set)
    bases: list[str] = field(default_factory=list)
    head: str = ""
    head_dimension: str = ""
    pending: str = ""
    stem: str = ""
    members: str = ""
    among: bool = False
    chained: bool = False
    listed: bool = False
    in_sentence: bool = False

    def take(self, name: Name, quantity: Quantity) -> None:
        """Remember what a named level leaves for those that follow."""
        dimension = lexicon.units().dimension(quantity.unit)
        self.topic, self.base, self.name = name.topic or self.topic, name.base, name.text
        self.owner = self.owner or self.topic
        self.bases.append(name.base)
        self.unit, self.pending, self.noun = quantity.unit, "", name.used
        if not self.among:
            self.whole = name.base
            self.main = self.topic
            if name.verb != self.verb:
                self.verb, self.verb_units = name.verb, set()
            self.verb_units.add(dimension)
        self.keep_head(name.text, dimension)
        self.in_sentence = True

    def keep_head(self, name: str, dimension: str) -> None:
        """Remember the measuring word that a list states once (增加值, 零售额)."""
        head = phrases.head_of(name).removesuffix("总水平")
        if head and not head.endswith(("率", "数", "比重", "占比")) and len(head) > 1:
            self.head, self.head_dimension = head, dimension

    def begin_sentence(self) -> None:
        """Forget what holds within one sentence only."""
        self.among = self.in_sentence = self.chained = False
        self.owner = self.pending = self.verb = self.stem = self.members = ""
        self.topic = self.main or self.topic
        self.bases = []

    def begin_item(self, heading: str) -> None:
        """Forget what was said under another heading."""
        self.heading = heading
        self.topic = self.main = self.whole = self.base = self.name = ""
        self.begin_sentence()

    def begin_part(self) -> None:
        """Forget what a semicolon ends."""
        self.verb = self.owner = ""
