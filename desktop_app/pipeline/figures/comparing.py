"""Numbers that set an indicator against another: gaps to other places, ranks, contributions."""

import re
from typing import TYPE_CHECKING

from desktop_app.domain.bulletin import Kind
from desktop_app.pipeline.figures import lexicon, phrases
from desktop_app.pipeline.figures.context import Context, Name
from desktop_app.pipeline.figures.growth import Relation
from desktop_app.pipeline.figures.quantities import Quantity

if TYPE_CHECKING:
    from desktop_app.pipeline.figures.statements import Statements

_RANKED = re.compile(r"(?:稳居|位居|名列|位列|跃居|排名|排|居|列)(?P<of>[^，。；]{0,10})第$")
_PLACE_AT_END = re.compile("(?:全[国省市州盟县区旗]|同类城市|[^，。；]{1,6}[省市州盟县区旗])$")


def gap(said: Relation, quantity: Quantity, statements: "Statements") -> None:
    """Add 增速高于全国0.5个百分点, a row of its own: it is no growth."""
    context = statements.context
    subject = measured_subject(said.subject, context)
    if not phrases.trimmed(said.subject) and context.grew:
        subject += "增速"
    row = statements.add(quantity, Name(subject + said.whole), Kind.LEVEL, part=True)
    row.compared_with = said.compared_with
    if not context.name:
        context.name = subject


def measured_subject(text: str, context: Context) -> str:
    """Return what a rank or a gap is of: 增速 and 总量 are those of what was named before."""
    subject = phrases.trimmed(text)
    before = context.name or context.heading
    if not subject or subject in lexicon.word_set("names.totals"):
        return before
    if subject in lexicon.word_set("names.aspects"):
        return before + subject
    return subject


def rank(left: str, quantity: Quantity, statements: "Statements") -> None:
    """Add 居全省第3位, the rank of what was named before."""
    match = _RANKED.search(left)
    before, of = (left[: match.start()], match["of"]) if match else ("", "")
    place = _PLACE_AT_END.search(before)
    if place and not of:
        before, of = before[: place.start()], place[0]
    subject = measured_subject(before, statements.context)
    name = Name(f"{subject}{of}排名", base=subject)
    statements.add(quantity, name, Kind.RANK, part=True)


def effect(said: Relation, quantity: Quantity, statements: "Statements") -> None:
    """Add 拉动经济增长0.8个百分点 and 贡献率, of what was named last where none is named."""
    context = statements.context
    own = phrases.trimmed(said.subject)
    before = context.name or context.heading
    product = phrases.head_of(before) == "增加值"
    subject = own or (phrases.without_head(before) if product else before)
    if not said.whole.startswith("对") and "贡献率" in said.whole and context.effect:
        whole = context.effect
    else:
        whole = context.effect = said.whole
    if own:
        context.name = context.base = own
    statements.add(quantity, Name(subject + whole), Kind.SHARE, part=True)
