"""Every form a copy has, of whatever was chosen: a figure, several, a stretch of text."""

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

from desktop_app.domain.bulletin import Bulletin, Figure, Script
from desktop_app.domain.choices import SourceStyle
from desktop_app.domain.errors import DataError
from desktop_app.services import scripts
from desktop_app.services.citing import figures as of_figure
from desktop_app.services.citing import template
from desktop_app.services.citing.rows import rows
from desktop_app.services.citing.sentences import (
    printed_sentences,
    sentence_span,
    standard_sentence,
)
from desktop_app.services.citing.sources import behind, source_line
from desktop_app.services.citing.words import marked, plain


class Form(StrEnum):
    """What a copy is to be."""

    VALUE = "value"
    WITH_SOURCE = "with_source"
    NUMBER = "number"
    GROWTH = "growth"
    PRINTED = "printed"
    SENTENCE = "sentence"
    ROWS = "rows"
    TEMPLATE = "template"
    SOURCE = "source"
    GBT_2015 = "gbt_2015"
    GBT_2025 = "gbt_2025"

    def is_bare(self) -> bool:
        """Whether a copy in this form is a number without its direction in words."""
        return self in (Form.VALUE, Form.WITH_SOURCE, Form.NUMBER)

    def is_line_of_figure(self, choice: "Choice") -> bool:
        """Whether a copy in this form has a line for each figure of `choice`."""
        if choice.text and self in (Form.VALUE, Form.WITH_SOURCE):
            return False
        return self in _LINES


class Manner(Struct, frozen=True):
    """How the user wants copies: in which script, with which source line, by which template.

    In SOURCE what is printed is copied as it stands there, and what the program says beside it
    is written in the characters that the source is written in.
    """

    script: Script = Script.HANS
    style: SourceStyle = SourceStyle.PLAIN
    template: str = ""


class Choice(Struct, frozen=True):
    """What is to be copied of a bulletin.

    `text` is selected text as shown, with `span` its stretch of the reading text: the figures
    are those inside it then. `growth` says that of one figure its growth is meant. With `place`,
    nothing is selected: the text is the sentence at that place of the reading text.
    """

    bulletin: Bulletin
    figures: tuple[Figure, ...] = ()
    growth: bool = False
    text: str = ""
    span: tuple[int, int] = (0, 0)
    place: int | None = None

    def is_of_growth(self) -> bool:
        """Whether the number that is chosen is a growth: of a figure, or a figure by itself."""
        if self.text or len(self.figures) != 1:
            return False
        return self.growth or of_figure.is_rate_only(self.figures[0])


class Copy(Struct, frozen=True):
    """What goes to the clipboard; `html` beside the text where a table is meant."""

    text: str
    html: str = ""


def chosen_text(bulletin: Bulletin, text: str, span: tuple[int, int]) -> Choice:
    """Return selected text as a choice; text that is a figure or its growth is that figure."""
    inside: list[Figure] = []
    # Of a title that the text does not print, the stretch is empty: no number is meant by it.
    for figure in bulletin.figures if span[0] < span[1] else ():
        own = figure.read_start, figure.read_end
        if span == own:
            return Choice(bulletin, (figure,))
        if span == (figure.change_read_start, figure.change_read_end):
            return Choice(bulletin, (figure,), growth=True)
        if span[0] <= own[0] and own[1] <= span[1]:
            inside.append(figure)
    return Choice(bulletin, tuple(inside), text=plain(text), span=span)


def sentence_at(bulletin: Bulletin, place: int, script: Script) -> Choice:
    """Return the sentence, or row of a table, at a place of the reading text as a choice."""
    text = "".join(printed_sentences(bulletin, (place,), script))
    span = sentence_span(bulletin, place)
    if not text:
        return Choice(bulletin, place=place)
    inside = (f for f in bulletin.figures if span[0] <= f.read_start and f.read_end <= span[1])
    return Choice(bulletin, tuple(inside), text=text, span=span, place=place)


def copy(form: Form, choice: Choice, manner: Manner) -> Copy:
    """Return what `choice` is in `form`: a line a figure, and TSV with HTML for rows.

    Raises:
        DataError: nothing is chosen that has this form, or the user's template is wrong; the
            message says what to do.
    """
    bulletin = choice.bulletin
    script = scripts.of_words(bulletin, manner.script)
    if form in _STYLES:
        return Copy(source_line(bulletin, script, _STYLES[form]))
    source = source_line(bulletin, script, manner.style)
    if form is Form.SOURCE:
        return Copy(source)
    if choice.text and form in (Form.VALUE, Form.WITH_SOURCE):
        with_source = form is Form.WITH_SOURCE
        return Copy(behind(choice.text, source, script) if with_source else choice.text)
    if form is Form.PRINTED:
        return Copy(_printed_sentences(choice, manner.script))
    if not choice.figures:
        raise DataError("copy_text_without_figures" if choice.text else "copy_nothing_chosen")
    if form is Form.ROWS:
        table = rows(choice.figures, bulletin, script, source)
        return Copy(table.tsv(), table.html())
    line = _LINES[form]
    lines = [line(figure, choice, manner, source) for figure in choice.figures]
    text = "\n".join(filter(None, lines))
    if not text:
        raise DataError("copy_without_growth")
    return Copy(text)


def _printed_sentences(choice: Choice, script: Script) -> str:
    """Return the sentences of the figures, or all that the selected text touches, each once."""
    bulletin = choice.bulletin
    places = [figure.read_start for figure in choice.figures]
    if choice.text:
        places = _sentence_starts(bulletin, choice.span)
    if not places:
        raise DataError("copy_nothing_chosen")
    return "\n".join(printed_sentences(bulletin, places, script))


def _sentence_starts(bulletin: Bulletin, span: tuple[int, int]) -> list[int]:
    places: list[int] = []
    at, end = span
    while at < end:
        places.append(at)
        # The next passage begins behind its line end.
        at = max(sentence_span(bulletin, at)[1], at + 1)
    return places


_Line = Callable[[Figure, Choice, Manner, str], str]


def _value(figure: Figure, choice: Choice, manner: Manner, _source: str) -> str:
    value = of_figure.growth_with_unit if choice.growth else of_figure.value_with_unit
    return value(figure, choice.bulletin, manner.script)


def _with_source(figure: Figure, choice: Choice, manner: Manner, source: str) -> str:
    return behind(_value(figure, choice, manner, source), source, manner.script)


def _number(figure: Figure, choice: Choice, manner: Manner, _source: str) -> str:
    if choice.growth:
        return of_figure.bare_growth(figure, choice.bulletin, manner.script)
    return of_figure.bare_value(figure, manner.script)


def _growth(figure: Figure, choice: Choice, manner: Manner, _source: str) -> str:
    script = scripts.of_words(choice.bulletin, manner.script)
    said = of_figure.growth_in_words(figure, script)
    return marked(figure, said, script) if said else ""


def _sentence(figure: Figure, choice: Choice, manner: Manner, _source: str) -> str:
    script = scripts.of_words(choice.bulletin, manner.script)
    return standard_sentence(figure, choice.bulletin, script)


def _by_template(figure: Figure, choice: Choice, manner: Manner, source: str) -> str:
    return template.fill(manner.template, figure, choice.bulletin, source, manner.script)


_STYLES = {Form.GBT_2015: SourceStyle.GBT_2015, Form.GBT_2025: SourceStyle.GBT_2025}
_LINES: dict[Form, _Line] = {
    Form.VALUE: _value,
    Form.WITH_SOURCE: _with_source,
    Form.NUMBER: _number,
    Form.GROWTH: _growth,
    Form.SENTENCE: _sentence,
    Form.TEMPLATE: _by_template,
}
