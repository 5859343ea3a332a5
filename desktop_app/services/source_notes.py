"""The notes that go with everything exported: where it comes from, and how it is to be read."""

from collections.abc import Iterable, Iterator, Sequence

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.messages import Message
from desktop_app.domain.printable import on_one_line
from desktop_app.services import citing
from desktop_app.services.exporting import ChosenFigures
from desktop_app.system import resources

_UNSTATED = "未说明"
_IMPRINT = ("publisher", "published", "url", "accessed")


def words(message_id: str, language: str, **params: str | int) -> str:
    """Return a sentence of `messages.toml`."""
    return resources.sentence(Message(message_id, params), language)


def of_bulletins(bulletins: Iterable[Bulletin], language: str, script: Script) -> tuple[str, ...]:
    """Return the source line of each bulletin, with who published it and when, where known."""
    return tuple(dict.fromkeys(_source(bulletin, language, script) for bulletin in bulletins))


def of_figures(
    chosen: Sequence[ChosenFigures], language: str, script: Script = Script.HANS
) -> tuple[str, ...]:
    """Return sources, how doubtful figures and bases are marked, and the footnotes of figures."""
    sources = of_bulletins((of_one.bulletin for of_one in chosen), language, script)
    return (
        *sources,
        *doubts(chosen, language),
        *_bases(chosen, language),
        *_footnotes(chosen, language),
    )


def doubts(chosen: Sequence[ChosenFigures], language: str) -> tuple[str, ...]:
    """Return what the mark of doubt means, where any of these figures carries it."""
    doubtful = any(figure.doubtful for of_one in chosen for figure in of_one.figures)
    return (words("export_note_doubtful", language),) if doubtful else ()


def _source(bulletin: Bulletin, language: str, script: Script) -> str:
    info = bulletin.info
    known = [
        words(f"export_{name}", language, what=getattr(info, name))
        for name in _IMPRINT
        if getattr(info, name)
    ]
    between = resources.between_clauses(language)
    return on_one_line(between.join([citing.source_line(bulletin, script), *known]))


def _bases(chosen: Sequence[ChosenFigures], language: str) -> Iterator[str]:
    """Yield what is to be known of the prices that growth is told at."""
    figures = [figure for of_one in chosen for figure in of_one.figures]
    if any(figure.basis_source == "指标惯例" for figure in figures):
        yield words("export_note_convention", language)
    if any(figure.change and figure.basis == _UNSTATED for figure in figures):
        yield words("export_note_basis", language)


def _footnotes(chosen: Sequence[ChosenFigures], language: str) -> Iterator[str]:
    notes = (note for of_one in chosen for figure in of_one.figures for note in figure.notes)
    for note in dict.fromkeys(map(on_one_line, notes)):
        yield words("export_note", language, note=note)
