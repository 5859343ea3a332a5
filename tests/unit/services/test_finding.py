"""What the window asks as a user types, of the bundled bulletin."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.choices import Order
from desktop_app.domain.finding import BulletinHits, Listing
from desktop_app.services import finding, searching
from desktop_app.services.finding import Wanted
from desktop_app.store.searcher import Searcher


@pytest.fixture
def searcher(library_path: Path) -> Iterator[Searcher]:
    with finding.open_searcher(library_path) as opened:
        yield opened


def whole(searcher: Searcher, wanted: Wanted) -> Listing:
    return finding.counted(searcher, finding.listed(searcher, wanted), wanted.home)


def test_the_first_hits_are_the_beginning_of_the_whole(searcher: Searcher) -> None:
    for text in ("增长", "救助", "nowhere"):
        wanted = Wanted(text)
        begun = finding.first(searcher, wanted)
        assert not begun.counted
        listed = finding.listed(searcher, wanted)
        assert not listed.counted
        hits = begun.result.hits
        assert hits == listed.result.hits[: len(hits)]
        assert len(hits) == min(finding.FIRST, len(listed.result.hits))
        counted = finding.counted(searcher, listed, home=1)
        assert counted.counted
        assert counted.result == searching.find(searcher, text, limit=finding.LISTED)


def test_more_can_be_wanted(searcher: Searcher) -> None:
    some = whole(searcher, Wanted("年", limit=10))
    more = whole(searcher, Wanted("年", limit=20))
    assert [len(some.result.hits), len(more.result.hits)] == [10, 20]
    assert more.result.hits[:10] == some.result.hits
    assert more.result.total == some.result.total > 10


def test_hits_in_the_order_of_the_text(searcher: Searcher) -> None:
    hits = whole(searcher, Wanted("增长", order=Order.TEXT)).result.hits
    assert [hit.read_start for hit in hits] == sorted(hit.read_start for hit in hits)


def test_headings_are_in_the_script_of_the_reader(searcher: Searcher, bundled: Bulletin) -> None:
    simplified = finding.first(searcher, Wanted("低保", home=1))
    at_home = finding.first(searcher, Wanted("低保", script=Script.HANT, home=1))
    assert at_home.chapters == simplified.chapters, "the text that is open knows better"
    elsewhere = finding.first(searcher, Wanted("低保", script=Script.HANT, home=2))
    assert elsewhere.script is Script.HANT
    title = bundled.text.spelled(bundled.info.title, Script.HANT)
    assert title != bundled.info.title
    assert elsewhere.titles == {1: title}
    assert elsewhere.places == {1: "鐵東區"}
    assert simplified.places == {1: "铁东区"}
    for (_, section), heading in elsewhere.chapters.items():
        chapter = bundled.section_by_id[section]
        span = (chapter.title_read_start, chapter.title_read_end)
        assert heading.title in bundled.text.of(Script.HANT, *span)


def test_sections_count_what_lies_below_them(searcher: Searcher, bundled: Bulletin) -> None:
    asked = whole(searcher, Wanted("低保")).result.query
    hits = finding.hits_in(searcher, asked, 1)
    counts = finding.by_section(bundled, hits)
    for section in bundled.sections:
        texts = [
            bundled.text.hans[passage.read_start : passage.read_end]
            for passage in bundled.passages
            if section.start <= passage.start < section.end
        ]
        assert counts[section.id] == sum(text.count("低保") for text in texts)
    assert finding.by_section(bundled, BulletinHits(1)) == dict.fromkeys(counts, 0)


def test_one_bulletin_has_none_beyond(searcher: Searcher) -> None:
    asked = whole(searcher, Wanted("低保")).result.query
    assert finding.beyond(searcher, asked, 1, 1) is None
    assert finding.beyond(searcher, asked, 1, -1) is None


def test_finding_in_a_bulletin_is_what_its_text_says(
    searcher: Searcher, bundled: Bulletin
) -> None:
    spans = finding.find(searcher, "社會保障", 1)
    hans = bundled.text.hans
    assert len(spans) == hans.count("社会保障")
    assert {hans[start:end] for start, end in spans} == {"社会保障"}
