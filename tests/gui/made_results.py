"""Results made by hand, of the bulletin of made_outline."""

from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from desktop_app.domain.finding import Heading, Listing
from desktop_app.domain.search import (
    ChapterCount,
    Query,
    SearchHit,
    SearchResult,
)
from desktop_app.itemmodels.results import ResultsModel
from desktop_app.services.appearance import theme
from desktop_app.widgets.results import ResultsPane
from tests.gui.made_outline import KEY, make_bulletin

WORD = "低保"
BULLETIN = make_bulletin()
OTHER = "baishan-2023"


def make_hit(number: int, section: int | None, snippet: str, key: str = KEY) -> SearchHit:
    at = snippet.find(WORD)
    chapter = BULLETIN.chapter_of(section)
    return SearchHit(
        bulletin_id=1 if key == KEY else 2,
        bulletin_key=key,
        place="河东省/青河县" if key == KEY else "河东省/白山市",
        year=2023,
        section_id=section,
        passage_id=number,
        start=number,
        end=number + 1,
        read_start=number,
        read_end=number + 1,
        matches=(),
        snippet=snippet,
        marks=((at, at + len(WORD)),) if at >= 0 else (),
        chapter_id=chapter.id if chapter else None,
    )


HITS = (
    make_hit(1, 5, "发放低保金316万元"),
    make_hit(2, 1, "全年低保支出增长2.0%"),
    make_hit(3, 6, "农村低保125户"),
)
COUNTS = (ChapterCount(1, 2, 4), ChapterCount(1, 1, 1))
RESULT = SearchResult(Query(WORD), total=5, hits=HITS, chapters=COUNTS, places=9)
NOTHING = SearchResult(Query("房价指数"), total=0)


def listed(
    result: SearchResult, *, counted: bool = True, several: bool = False, title: str = ""
) -> Listing:
    chapters = {
        (number, chapter.id): Heading(chapter.number, chapter.title)
        for number in (1, 2)
        for chapter in BULLETIN.chapters
    }
    return Listing(result, chapters, {1: "一", 2: title}, counted=counted, several=several)


def of(*hits: SearchHit, typed: str = WORD) -> SearchResult:
    return SearchResult(Query(typed), len(hits), hits)


BOTH = listed(of(HITS[0], make_hit(7, 1, "低保", OTHER), HITS[1]), several=True)


def rows_of(model: ResultsModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def shown_pane(qtbot: QtBot) -> ResultsPane:
    """Return a pane of results, shown with RESULT in it."""
    pane = ResultsPane()
    qtbot.addWidget(pane)
    pane.resize(280, 400)
    pane.apply_theme(theme("light"))
    pane.show()
    pane.set_listing(listed(RESULT), BULLETIN)
    return pane


def view_of(pane: ResultsPane) -> QListView:
    return pane._view
