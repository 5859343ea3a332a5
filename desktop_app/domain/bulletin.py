"""A statistical bulletin as the program understands it.

`start` and `end` are offsets in code points into the source text of the whole file;
`read_start` and `read_end` are offsets into the reading text, which is the same length in
Simplified and in Traditional characters.
"""

from collections import Counter
from enum import StrEnum
from functools import cached_property

from msgspec import Struct, field

from desktop_app.domain.messages import Message
from desktop_app.domain.textmap import Edit, TextMap

_SCRIPT_SHOWN = 20_000
"""So many characters of a source show its script."""


class Script(StrEnum):
    """In which characters a text is shown."""

    HANS = "hans"
    HANT = "hant"
    SOURCE = "source"


class Certainty(StrEnum):
    """How well a repair is founded."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNKNOWN = "unknown"
    EDITORIAL = "editorial"


class Kind(StrEnum):
    """What kind of number a figure is."""

    LEVEL = "level"
    COUNT = "count"
    AMOUNT = "amount"
    SHARE = "share"
    RATIO = "ratio"
    INDEX = "index"
    RANK = "rank"
    RANGE = "range"
    CHANGE_RATE = "change_rate"


class PassageKind(StrEnum):
    """What a paragraph of the reading text is."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    TABLE = "table"
    NOTE = "note"


class SourceText(Struct, frozen=True):
    """The decoded text of a file and where it came from.

    `name` is the file's name without its suffix, empty where the text came from no file.
    """

    text: str
    format: str
    encoding: str
    sha256: str
    name: str = ""


class Repair(Struct, frozen=True):
    """One mended place: `source[start:end]` was `damaged` and is read as `repaired`."""

    start: int
    end: int
    damaged: str
    repaired: str
    certainty: Certainty
    rule: str


class ReadingText(Struct, frozen=True, dict=True):
    """One text in three scripts: as it came, repaired in Simplified, and in Traditional."""

    source: str
    hans: str
    hant: str
    edits: tuple[Edit, ...]

    @cached_property
    def map(self) -> TextMap:
        return TextMap(len(self.source), self.edits)

    @cached_property
    def source_script(self) -> Script:
        """The characters that the source is written in for the most part: HANS or HANT."""
        pairs = {pair for pair in zip(self.hans, self.hant, strict=True) if pair[0] != pair[1]}
        simplified, traditional = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
        counted = Counter(self.source[:_SCRIPT_SHOWN])
        balance = sum(counted[char] for char in traditional - simplified)
        balance -= sum(counted[char] for char in simplified - traditional)
        return Script.HANT if balance > 0 else Script.HANS

    def of(self, script: Script, read_start: int, read_end: int) -> str:
        """Return a stretch of the reading text in `script`; in SOURCE, what is printed there."""
        if script is Script.SOURCE:
            start, end = self.map.to_source(read_start, read_end)
            return self.source[start:end]
        text = self.hans if script is Script.HANS else self.hant
        return text[read_start:read_end]

    def spelled(
        self, words: str, script: Script, read_start: int = 0, read_end: int | None = None
    ) -> str:
        """Return Simplified `words` as they are printed in `script` in a stretch of the text.

        What was made of the text is Simplified: titles, names. Where the words do not stand there,
        and in SOURCE, where they may be damaged, they are returned as they are.
        """
        at = self.hans.find(words, read_start, read_end) if script is Script.HANT else -1
        return self.hant[at : at + len(words)] if at >= 0 else words


class Section(Struct, frozen=True):
    """A chapter (level 1), a section or item (2) or a sub-item (3).

    `number` is the number as meant (一, 1, (1), 一是), empty where the heading has none. `end` is
    where the next section of the same or a higher level begins. `title_read_start` and
    `title_read_end` frame number and title in the reading text, also of a heading that runs into
    its sentence.
    """

    id: int
    parent: int | None
    level: int
    number: str
    title: str
    start: int
    end: int
    read_start: int
    read_end: int
    title_read_start: int
    title_read_end: int


class Passage(Struct, frozen=True):
    """A paragraph of the reading text: what a search finds and the reader sets as one block."""

    id: int
    section: int | None
    kind: PassageKind
    start: int
    end: int
    read_start: int
    read_end: int


class Figure(Struct, frozen=True):
    """A number as printed with what a statistician needs to use it.

    `value` is an ASCII decimal string with the printed decimals (`2.0`) and no separators;
    `change` is signed and `change_approx` its word of approximation, as `approx` is the value's;
    `change_start` to `change_end` (and `change_read_*`) is where a number of
    its own states it, 0 to 0 where none does. `base_value` and `base_unit` are the value without
    万 or 亿, to compare.
    """

    id: int
    section: int | None
    indicator: str
    value: str
    unit: str
    kind: Kind
    printed: str
    start: int
    end: int
    read_start: int
    read_end: int
    value_high: str = ""
    region: str = ""
    change: str = ""
    change_unit: str = ""
    change_approx: str = ""
    change_start: int = 0
    change_end: int = 0
    change_read_start: int = 0
    change_read_end: int = 0
    compared_with: str = ""
    basis: str = "未说明"
    basis_source: str = ""
    status: str = "未说明"
    scope: str = ""
    period: str = ""
    approx: str = ""
    notes: tuple[str, ...] = ()
    doubtful: bool = False
    base_value: str = ""
    base_unit: str = ""


class Reading(Struct, frozen=True):
    """One way a stated figure was recomputed; `said` is a formula that is words."""

    formula: str
    computed: str
    said: Message | None = None


class Finding(Struct, frozen=True):
    """What the audit says about one stated figure or name; it never corrects it.

    `message` is the Simplified wording of `said`, which are sentences for every language.
    """

    kind: str
    verdict: str
    message: str
    stated: str
    readings: tuple[Reading, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    said: tuple[Message, ...] = ()


class BulletinInfo(Struct, frozen=True):
    """Whose bulletin it is, of which year, and where the text came from."""

    title: str
    place: str = ""
    place_code: str = ""
    year: int | None = None
    publisher: str = ""
    published: str = ""
    url: str = ""
    accessed: str = ""
    format: str = ""
    encoding: str = ""
    sha256: str = ""


class Receipt(Struct, frozen=True):
    """What was read, and what was not: shown before anything is kept.

    `skipped` are lines with why; `unread` are numbers of the other lines that became no figure.
    """

    lines: int = 0
    skipped: tuple[tuple[int, str], ...] = ()
    tables: int = 0
    figures: int = 0
    doubtful: int = 0
    repairs: dict[str, int] = field(default_factory=dict)
    unread: tuple[tuple[int, str], ...] = ()


class Bulletin(Struct, frozen=True, dict=True):
    """A bulletin, whole: one stretch of a file with everything understood of it.

    `key` names the document for bookmarks and places, across rebuilds of the program data.
    """

    key: str
    info: BulletinInfo
    text: ReadingText
    sections: tuple[Section, ...] = ()
    passages: tuple[Passage, ...] = ()
    figures: tuple[Figure, ...] = ()
    repairs: tuple[Repair, ...] = ()
    findings: tuple[Finding, ...] = ()
    receipt: Receipt = field(default_factory=Receipt)

    @cached_property
    def section_by_id(self) -> dict[int, Section]:
        return {section.id: section for section in self.sections}

    @cached_property
    def figure_by_id(self) -> dict[int, Figure]:
        return {figure.id: figure for figure in self.figures}

    @cached_property
    def figure_by_span(self) -> dict[tuple[int, int], Figure]:
        return {(figure.start, figure.end): figure for figure in self.figures}

    @cached_property
    def chapters(self) -> tuple[Section, ...]:
        return tuple(section for section in self.sections if section.level == 1)

    def chapter_of(self, section_id: int | None) -> Section | None:
        """Return the level 1 section that holds `section_id`, or None before the first chapter."""
        section = self.section_by_id.get(section_id) if section_id is not None else None
        while section is not None and section.parent is not None:
            section = self.section_by_id[section.parent]
        return section

    def prints_title(self, passage: Passage) -> bool:
        """Whether a passage is the bulletin's title, with or without the mark of a note."""
        printed = self.text.hans[passage.read_start : passage.read_end].strip()
        rest = printed.removeprefix(self.info.title)
        is_title = passage.kind is PassageKind.TITLE and printed.startswith(self.info.title)
        return is_title and not any(map(str.isalpha, rest))

    def figures_of(self, section: Section) -> tuple[Figure, ...]:
        """Return the figures inside `section` and everything below it, in the text's order."""
        return tuple(f for f in self.figures if section.start <= f.start < section.end)
