"""Carries a query from the box to the results, the tree and the reader."""

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.errors import DataError
from desktop_app.domain.events import (
    HitChosen,
    OrderChosen,
    QueryTyped,
    ResultStepped,
    SearchChoices,
    SynonymsSwitched,
)
from desktop_app.domain.finding import Listing, Span, counts_of
from desktop_app.domain.search import SearchHit
from desktop_app.services import finding
from desktop_app.services.finding import Wanted
from desktop_app.services.reading import OpenBulletin
from desktop_app.system import language, resources
from desktop_app.tasks.runner import Failed
from desktop_app.window.asking import Asking
from desktop_app.window.hit_walk import HitWalk
from desktop_app.window.lanes import SearchLanes
from desktop_app.window.match_marks import MatchMarks
from desktop_app.window.panes import RESULTS_TAB, Panes
from desktop_app.window.way_back import WayBack


class SearchLeft(Struct, frozen=True):
    """What a search is at in a window that is made anew; `current` is the match it is at."""

    wanted: Wanted | None
    listing: Listing | None
    hit: SearchHit | None
    current: Span | None
    way_back: WayBack


class SearchControl(QObject):
    """One search at a time.

    The first hits are shown at once, then the marks in the text and the rest of the list.

    Signals:
        accepted: the user opened a result of this query (str).
        hit_wanted: the user chose a hit, or the next match is in another bulletin (HitChosen).
        place_wanted: back to where the user was, in another bulletin (PlaceWanted).
        choices_changed: the user chose how results are listed (SearchChoices).
    """

    accepted = Signal(object)
    hit_wanted = Signal(object)
    place_wanted = Signal(object)
    choices_changed = Signal(object)

    def __init__(
        self, lanes: SearchLanes, panes: Panes, marks: MatchMarks, failed: Failed, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._panes, self._marks, self._failed = panes, marks, failed
        self._open: OpenBulletin | None = None
        self._choices = SearchChoices()
        self._script = Script.HANS
        self._way_back = WayBack(panes)
        self._shows_hits = self._accept_when_found = False
        self._hit_awaited: int | None = None
        self._asking = Asking(lanes, self)
        self._walk = HitWalk(lanes.search, panes, marks, failed, self)
        self.hit_wanted.connect(self._on_hit_wanted)
        self._walk.hit_wanted.connect(self.hit_wanted)
        self._join()

    def _join(self) -> None:
        box, results, asking = self._panes.box, self._panes.results, self._asking
        box.query_changed.connect(self._on_query_changed)
        box.moved.connect(self._on_moved)
        box.accepted.connect(self._on_accepted)
        box.dismissed.connect(self.dismiss)
        results.escaped.connect(self.dismiss)
        results.hit_chosen.connect(self.hit_wanted)
        results.more_wanted.connect(asking.ask_more)
        results.order_chosen.connect(self._on_order_chosen)
        results.synonyms_switched.connect(self._on_synonyms_switched)
        self._panes.reader.read_on.connect(self._on_moved_on)
        self._panes.tree.section_chosen.connect(self._on_moved_on)
        asking.first_found.connect(self._on_first)
        asking.listed.connect(self._on_listed)
        asking.counted.connect(self._on_counted)
        asking.takes_long.connect(self._say_working)
        asking.failed.connect(self._on_failed)
        asking.broken_off.connect(self._on_broken_off)

    @property
    def _wanted(self) -> Wanted | None:
        return self._asking.wanted

    @property
    def _listing(self) -> Listing | None:
        return self._asking.listing

    # -- what the window says

    def set_choices(self, choices: SearchChoices) -> None:
        """List results like this from now on."""
        self._choices = choices
        self._panes.results.set_choices(choices.order, synonyms=choices.synonyms)

    def set_bulletin(self, opened: OpenBulletin) -> None:
        """Take what is found as found in this bulletin; a search that is on goes on.

        This bulletin's hits come first, unless one of them led here: a walk keeps its order.
        """
        leads_here, self._hit_awaited = self._hit_awaited == opened.id, None
        self._open = opened
        self._walk.await_hits()
        self._marks.set_search(())
        if self._listing is not None:
            self._panes.results.set_listing(self._listing, opened.bulletin)
            self._mark()
            if self._wanted is not None and self._wanted.home != opened.id and not leads_here:
                self._ask(replace(self._wanted, home=opened.id))
        elif self._wanted is not None:
            self._ask(replace(self._wanted, home=opened.id))

    def set_script(self, script: Script) -> None:
        """Ask for snippets in `script`."""
        if script is not self._script:
            self._script = script
            self._ask_again()

    def show_hit(self, chosen: HitChosen) -> None:
        """Mark a hit of the open bulletin as the current one and bring it into view."""
        hit = chosen.hit
        matches = hit.matches or ((hit.read_start, hit.read_end),)
        self._marks.show(matches[-1 if chosen.at_end else 0])
        self._panes.results.mark_current(hit.bulletin_id, hit.passage_id)
        self._walk.arrive()
        if not chosen.stay:
            self._way_back.hit_opened()
            self._panes.reader.setFocus()
            if self._wanted is not None:
                self.accepted.emit(self._wanted.text)

    def _on_hit_wanted(self, chosen: HitChosen) -> None:
        self._hit_awaited = chosen.hit.bulletin_id

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) match, through all bulletins, round the end."""
        text = self._panes.box.text()
        self._panes.box.close_list()
        if self._wanted is None and text.strip():
            # A search that was left is taken up again.
            self._begin(text)
        if self._wanted is not None:
            self._walk.step(step)

    def dismiss(self) -> None:
        """End the search: no marks, and the text where it was before."""
        origin = self._way_back.take_place()
        self._panes.box.forget_asked()
        self._end()
        if origin is not None and self._open is not None:
            if origin.bulletin_id == self._open.id:
                self._panes.reader.scroll_to(origin.read_offset)
            else:
                self.place_wanted.emit(origin)
        self._panes.reader.setFocus()

    # -- asking

    def _on_query_changed(self, typed: QueryTyped) -> None:
        self._accept_when_found = False
        # Enter asks it all the same: as text.
        text = finding.without_begun(typed.text)
        if text.strip():
            self._begin(text)
        else:
            self._end()

    def _begin(self, text: str) -> None:
        opened = self._open
        self._way_back.remember(opened, begins=self._wanted is None)
        wanted = Wanted(
            text=text,
            script=self._script,
            order=self._choices.order,
            synonyms=self._choices.synonyms,
            home=opened.id if opened is not None else None,
            first=self._panes.results.hits_in_view(),
        )
        self._ask(wanted)

    def _ask_again(self) -> None:
        """Ask the same query, as it is to be listed now."""
        if self._wanted is not None:
            wanted = replace(
                self._wanted,
                script=self._script,
                order=self._choices.order,
                synonyms=self._choices.synonyms,
            )
            self._ask(wanted)

    def _ask(self, wanted: Wanted) -> None:
        self._walk.stop_looking()
        if self._open is None:
            self._asking.wanted = wanted
            self._panes.results.say_failure(self.tr("资料库还没有打开"))
            return
        self._asking.ask(wanted)

    def _on_first(self, listing: Listing) -> None:
        panes = self._panes
        begins = not self._shows_hits
        self._show(listing)
        if begins:
            # With its hits in it, so that the pane is laid out once.
            panes.tabs.setCurrentIndex(RESULTS_TAB)
        panes.results.paint_now()
        # What is done before this takes the time of what the user waits for.
        if begins:
            panes.status.show_done("")
        self._mark()
        if self._accept_when_found:
            self._accept_when_found = False
            panes.results.choose_current()

    def _on_listed(self, listing: Listing) -> None:
        self._show(listing)
        if not self._walk.has_hits():
            self._mark()

    def _on_counted(self, listing: Listing) -> None:
        self._panes.results.set_listing(listing, self._bulletin())
        self._panes.box.show_counts(counts_of(listing))

    def _show(self, listing: Listing) -> None:
        self._shows_hits = True
        self._walk.set_query(listing.result.query)
        self._panes.results.set_listing(listing, self._bulletin())

    def _mark(self) -> None:
        if self._listing is not None and self._open is not None:
            self._walk.look(self._listing.result.query, self._open)

    def _on_failed(self, error: DataError) -> None:
        """Show nothing that is no answer to what was asked."""
        self._clear()
        sentence = resources.sentence(error.message, language.preferred())
        self._panes.results.say_failure(sentence)
        self._failed(error)

    def _on_broken_off(self, error: DataError) -> None:
        """Say what went wrong beside the hits, which are right."""
        if self._listing is not None and not self._listing.counted:
            self._panes.results.say(self.tr("没有统计完"))
            self._panes.box.show_counts(None)
        self._failed(error)

    def _say_working(self) -> None:
        is_listed = self._asking.is_answered()
        self._panes.results.say(self.tr("正在统计…") if is_listed else self.tr("正在检索…"))
        self._panes.box.say_working()

    def _end(self) -> None:
        was_on = self._wanted is not None
        self._asking.wanted = None
        self._clear()
        self._panes.results.set_listing(None, self._bulletin())
        if was_on:
            self._way_back.restore_tab()
            self._panes.status.show_done("")

    def _clear(self) -> None:
        self._shows_hits = False
        self._asking.forget_answer()
        self._walk.forget()
        self._panes.box.show_counts(None)

    def _bulletin(self) -> Bulletin | None:
        return self._open.bulletin if self._open else None

    # -- from window to window

    def is_on(self) -> bool:
        """Whether something is asked."""
        return self._wanted is not None

    def left(self) -> SearchLeft:
        """Return what the search is at."""
        return SearchLeft(
            self._wanted,
            self._listing,
            self._panes.results.current_hit(),
            self._marks.current(),
            self._way_back,
        )

    def resume(self, left: SearchLeft) -> None:
        """Go on where the window before was: with the same hits, and none where it had ended."""
        self._way_back.resume(left.way_back)
        if left.wanted is None:
            return
        if left.listing is not None:
            self._show(left.listing)
            if left.listing.counted:
                self._panes.box.show_counts(counts_of(left.listing))
            if left.hit is not None:
                self._panes.results.mark_current(left.hit.bulletin_id, left.hit.passage_id)
        self._asking.resume(left.wanted, left.listing)
        self._mark()
        if left.current is not None:
            self._marks.show(left.current)

    # -- what the user does

    def _on_moved(self, stepped: ResultStepped) -> None:
        if self._wanted is None:
            self._begin(self._panes.box.text())
        self._panes.results.move(stepped.step)

    def _on_accepted(self) -> None:
        if self._wanted is None and self._panes.box.text().strip():
            self._begin(self._panes.box.text())
        if self._asking.is_answered():
            self._panes.results.choose_current()
        else:
            self._accept_when_found = self._wanted is not None

    def _on_order_chosen(self, chosen: OrderChosen) -> None:
        self._choose(replace(self._choices, order=chosen.order))

    def _on_synonyms_switched(self, switched: SynonymsSwitched) -> None:
        self._choose(replace(self._choices, synonyms=switched.on))

    def _choose(self, choices: SearchChoices) -> None:
        self.set_choices(choices)
        self.choices_changed.emit(choices)
        self._ask_again()

    def _on_moved_on(self) -> None:
        """Where the user reads on from a hit, there is nothing to go back to."""
        self._way_back.moved_on(searches=self._wanted is not None)
