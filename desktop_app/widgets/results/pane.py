"""检索: what a search found, by bulletin and chapter, with its marks; or what one can ask."""

from bisect import bisect_left, bisect_right
from math import ceil

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStackedWidget, QToolButton, QVBoxLayout, QWidget

from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.choices import Order
from desktop_app.domain.events import HitChosen
from desktop_app.domain.finding import Listing
from desktop_app.domain.search import SearchHit
from desktop_app.itemmodels.hit_delegate import HitDelegate
from desktop_app.itemmodels.painting import recolour, recolour_view
from desktop_app.itemmodels.results import ResultRole, ResultsModel
from desktop_app.services.appearance import Theme
from desktop_app.services.queries import KeptQueries
from desktop_app.widgets.results.head import PAD, ResultsHead, plain_label, shown_query
from desktop_app.widgets.results.kept import KeptPane
from desktop_app.widgets.results.view import HitView


class ResultsPane(QWidget):
    """The results of a search; before one, the queries that are kept.

    Signals:
        hit_chosen: the user chose a hit (HitChosen); `stay` when only moving through them.
        more_wanted: the user wants more hits listed than there are.
        order_chosen: the user chose an order (OrderChosen).
        synonyms_switched: the user switched synonyms on or off (SynonymsSwitched).
        query_chosen: the user chose a query, or the name of an indicator (QueryChosen).
        query_dropped: the user took a query out of those kept (QueryRow).
        history_cleared: the user took out all queries asked before.
        escaped: the user pressed Esc.
    """

    hit_chosen = Signal(object)
    more_wanted = Signal()
    order_chosen = Signal(object)
    synonyms_switched = Signal(object)
    query_chosen = Signal(object)
    query_dropped = Signal(object)
    history_cleared = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._typed = ""
        self._model = ResultsModel(self)
        self._head = ResultsHead(self)
        self._kept = KeptPane(self)
        self._message = plain_label(self)
        self._message.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        # Contents margins are undone by the window's style sheet.
        self._message.setMargin(2 * PAD)
        self._view = HitView(self._model, self)
        for widget in (self, self._view):
            widget.setAccessibleName(self.tr("检索结果"))
        self._delegate = HitDelegate(self._view)
        self._view.setItemDelegate(self._delegate)
        self._more = QToolButton(self)
        self._more.setObjectName("quietButton")
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._stack = QStackedWidget(self)
        for page in (self._kept, self._message, self._view):
            self._stack.addWidget(page)
        self._lay_out()
        self._join()
        self.set_listing(None, None)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignHCenter)

    def _join(self) -> None:
        self._view.moved.connect(self.move)
        self._view.entered_row.connect(self._on_entered)
        self._view.escaped.connect(self.escaped)
        self._more.clicked.connect(self.more_wanted)
        self._head.order_chosen.connect(self.order_chosen)
        self._head.synonyms_switched.connect(self.synonyms_switched)
        self._head.query_chosen.connect(self.query_chosen)
        self._kept.query_chosen.connect(self.query_chosen)
        self._kept.query_dropped.connect(self.query_dropped)
        self._kept.history_cleared.connect(self.history_cleared)
        self._kept.escaped.connect(self.escaped)

    # -- what is shown

    def set_choices(self, order: Order, *, synonyms: bool) -> None:
        """Show how results are listed; nothing is emitted."""
        self._head.set_choices(order, synonyms=synonyms)

    def set_queries(self, kept: KeptQueries) -> None:
        """Show these queries before a search."""
        self._kept.set_queries(kept)

    def set_listing(self, listing: Listing | None, bulletin: Bulletin | None) -> None:
        """Show what a search found; None is the state before a search.

        `bulletin` is the one that is open. The current hit stays where the same query is shown
        again: in another script or order, longer, or counted.
        """
        current = self.current_hit()
        typed = listing.result.query.typed if listing else ""
        again, self._typed = typed == self._typed, typed
        self._model.set_listing(listing, bulletin)
        row = None
        if again and current is not None:
            row = self._model.row_of(current.bulletin_id, current.passage_id)
        if not again:
            self._view.setCurrentIndex(QModelIndex())
            self._view.scrollToTop()
        elif row is not None and row != self._view.currentIndex().row():
            self._view.setCurrentIndex(self._model.index(row))
        self._head.set_listing(listing)
        self._show_page(listing)
        self._offer_more(listing)

    def paint_now(self) -> None:
        """Paint what is shown before anything else is done."""
        if not self.isVisible():
            return
        # Lines of the head come and go: the list gets its size before it is painted.
        for widget in (self._head, self):
            layout = widget.layout()
            assert layout is not None
            layout.activate()
        self.repaint()

    def say_failure(self, sentence: str) -> None:
        """Show nothing but why a search found nothing."""
        self.set_listing(None, None)
        self._message.setText(self.tr("检索没有完成\n\n{reason}").format(reason=sentence))
        self._turn_to(self._message)

    def say(self, text: str) -> None:
        """Say something in the place of the counts, while there are none."""
        self._head.say(text)
        self._head.show()

    def _show_page(self, listing: Listing | None) -> None:
        if listing is None:
            self._head.hide()
            self._turn_to(self._kept)
        elif listing.result.hits:
            self._head.show()
            self._turn_to(self._view)
        elif listing.counted:
            # What excludes too much can be found by synonyms, which the head can switch on.
            self._head.show()
            self._message.setText(
                self.tr(
                    "没有找到“{query}”\n\n可以换一个更短的词，或去掉一个条件；简体、繁体都可以。"
                ).format(query=shown_query(listing.result.query.typed))
            )
            self._turn_to(self._message)

    def _turn_to(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        proxy = None if page is self._message else page
        self.setFocusProxy(proxy)  # type: ignore[arg-type]  # Qt takes none

    def _offer_more(self, listing: Listing | None) -> None:
        if listing is not None and not listing.counted:
            return
        hits = listing.result.hits if listing else ()
        hidden = listing.result.total - sum(not hit.by_name for hit in hits) if listing else 0
        self._more.setVisible(hidden > 0)
        self._more.setText(self.tr("另有 {n} 段，继续列出").format(n=hidden))

    def hits_in_view(self) -> int:
        """Return how many hits there is room for below a heading, also before the pane is shown.

        The head is left out: it is small before anything is counted.
        """
        place, font = self.parentWidget() or self, self._view.font()
        room = place.height() - self._delegate.heading_height(font)
        return max(ceil(room / self._delegate.hit_height(font)), 1)

    # -- moving through hits

    def current_hit(self) -> SearchHit | None:
        """Return the hit that was chosen or moved to last."""
        hit: SearchHit | None = self._view.currentIndex().data(ResultRole.HIT)
        return hit

    def move(self, step: int) -> None:  # type: ignore[override]  # no pixels: it lies in a layout
        """Make the hit `step` places on the current one, stop at either end, and say so."""
        stops = self._model.stops()
        if not stops:
            return
        here = self._view.currentIndex().row()
        if here < 0:
            wanted = step - 1 if step > 0 else len(stops) + step
        elif step > 0:
            wanted = bisect_right(stops, here) + step - 1
        else:
            wanted = bisect_left(stops, here) + step
        if wanted >= len(stops) and not self._more.isHidden():
            self.more_wanted.emit()
        self._go_to(stops[min(max(wanted, 0), len(stops) - 1)])
        hit = self.current_hit()
        if hit is not None:
            self.hit_chosen.emit(HitChosen(hit, stay=True))

    def mark_current(self, bulletin_id: int, passage_id: int) -> None:
        """Make a passage the current one where it is listed; nothing is emitted."""
        row = self._model.row_of(bulletin_id, passage_id)
        if row is not None:
            self._go_to(row)

    def choose_current(self) -> None:
        """Choose the current hit, or the first one where none is current."""
        stops = self._model.stops()
        if not self._view.currentIndex().isValid() and stops:
            self._view.setCurrentIndex(self._model.index(stops[0]))
        hit = self.current_hit()
        if hit is not None:
            self.hit_chosen.emit(HitChosen(hit))

    def _go_to(self, row: int) -> None:
        index = self._model.index(row)
        self._view.setCurrentIndex(index)
        self._view.scrollTo(index)

    def apply_theme(self, colours: Theme) -> None:
        """Take on the colours of `colours`."""
        role = QPalette.ColorRole
        for widget in (self, self._stack, self._message, self._more):
            recolour(widget, {role.Window: colours.pane, role.WindowText: colours.muted})
        recolour_view(self._view, colours.pane, colours.text)
        self._delegate.theme = colours
        self._view.viewport().update()
        self._head.apply_theme(colours)
        self._kept.apply_theme(colours)

    def _on_entered(self, hit: SearchHit) -> None:
        self.hit_chosen.emit(HitChosen(hit))
