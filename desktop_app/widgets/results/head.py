"""What stands above the hits: how many, in which order, and what else was looked for."""

import re
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.choices import Order
from desktop_app.domain.events import OrderChosen, QueryChosen, SynonymsSwitched
from desktop_app.domain.finding import Counts, Listing, counts_of
from desktop_app.itemmodels.painting import recolour
from desktop_app.services.appearance import LIGHT, Theme, theme

PAD = 12
_SHOWN_NAMES = 3
_ROOM = 22
"""So many characters of names are shown: two lines where the pane is narrow."""
_SWITCH = "switch"
_JOINER = "\u2060"
_BREAK = "\u200b"
_LONG_RUN = re.compile(r"[!-~]{12,}")
_SHOWN_QUERY = 80
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


class ResultsHead(QWidget):
    """Counts, the switch of order, and lines that are there when they have something to say.

    Signals:
        order_chosen: the user chose an order (OrderChosen).
        synonyms_switched: the user switched synonyms on or off (SynonymsSwitched).
        query_chosen: the user chose the name of an indicator (QueryChosen).
    """

    order_chosen = Signal(object)
    synonyms_switched = Signal(object)
    query_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("resultsHead")
        self._theme = theme(LIGHT)
        self._synonyms = True
        self._listing: Listing | None = None
        self._count = plain_label(self)
        self._indicators = self._line(self._on_name)
        self._also = self._line(self._on_switch)
        self._unread = plain_label(self)
        self._orders = {
            Order.RELEVANCE: self._button(self.tr("按相关度")),
            Order.TEXT: self._button(self.tr("按原文顺序")),
        }
        self._orders[Order.RELEVANCE].setChecked(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAD, 8, PAD, 6)
        layout.setSpacing(4)
        layout.addWidget(self._count)
        layout.addLayout(self._switch())
        for line in (self._indicators, self._also, self._unread):
            layout.addWidget(line)

    def _switch(self) -> QHBoxLayout:
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(4)
        for order, button in self._orders.items():
            group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(lambda _on, order=order: self._on_order(order))
        row.addStretch(1)
        return row

    def _button(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setCheckable(True)
        button.setAccessibleName(self.tr("检索结果{order}").format(order=text))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _line(self, chosen: object) -> QLabel:
        """Return a line of text with links, for mouse and keyboard."""
        label = plain_label(self)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        label.linkActivated.connect(chosen)
        return label

    def set_choices(self, order: Order, *, synonyms: bool) -> None:
        """Show what is chosen; nothing is emitted."""
        self._orders[order].setChecked(True)
        self._synonyms = synonyms
        self._say_also()

    def set_listing(self, listing: Listing | None) -> None:
        """Say how much was found, and by what else than the words typed."""
        self._listing = listing
        if listing is None or listing.counted:
            self._count.setText(self._how_much(counts_of(listing)) if listing else "")
            has_hits = bool(listing and listing.result.hits)
            for widget in (self._count, *self._orders.values()):
                widget.setVisible(has_hits)
        self._say_indicators()
        self._say_also()
        unread = listing.result.query.unread if listing else ()
        text = self.tr("看不懂“{filters}”，当作文字查找")
        self._unread.setText(text.format(filters="”“".join(map(shown_query, unread))))
        self._unread.setVisible(bool(unread))

    def say(self, text: str) -> None:
        """Say something in the place of the counts."""
        self._count.setText(text)
        self._count.show()

    def texts(self) -> tuple[str, ...]:
        """Return the lines that are shown, from the top."""
        lines = (self._count, self._indicators, self._also, self._unread)
        return tuple(line.text() for line in lines if not line.isHidden())

    def apply_theme(self, colours: Theme) -> None:
        """Take on the colours of `colours`."""
        self._theme = colours
        role = QPalette.ColorRole
        for label in (self, self._count, self._indicators, self._also, self._unread):
            recolour(label, {role.Window: colours.pane, role.WindowText: colours.muted})
        # The colour of a link is fixed when its text is set.
        self._say_indicators()
        self._say_also()

    def _how_much(self, counts: Counts) -> str:
        """Return `9 处 · 5 段 · 2 章`, or what of it is known."""
        if not counts.passages and counts.by_name:
            return self.tr("按指标名找到 {n} 段").format(n=counts.by_name)
        parts = [
            self.tr("{n} 处").format(n=counts.places) if counts.places else "",
            self.tr("{n} 段").format(n=counts.passages),
            self.tr("{n} 章").format(n=counts.chapters) if counts.chapters else "",
            self.tr("按指标名另有 {n} 段").format(n=counts.by_name) if counts.by_name else "",
        ]
        return " · ".join(part for part in parts if part)

    def _say_indicators(self) -> None:
        result = self._listing.result if self._listing else None
        typed = {term.text.lower() for term in result.query.wanted} if result else set()
        known = typed | set(self._synonyms_of(self._listing))
        names = [
            m.name for m in (result.indicators if result else ()) if m.name.lower() not in known
        ]
        self._indicators.setVisible(bool(names))
        if names:
            shown = _fitting(names)
            links = "、".join(self._link(name, name) for name in shown)
            text = self.tr("指标：{names}").format(names=links)
            if len(names) > len(shown):
                text = self.tr("指标：{names}等 {n} 个").format(names=links, n=len(names))
            self._indicators.setText(text)
            self._indicators.setToolTip("\n".join(names))

    def _say_also(self) -> None:
        names = self._synonyms_of(self._listing)
        is_off = self._listing is not None and not self._synonyms
        self._also.setVisible(bool(names) or is_off)
        if is_off:
            switch = self._link(_SWITCH, _unbroken(self.tr("也查同义词")))
            self._also.setText(self.tr("只查了原词　{switch}").format(switch=switch))
            self._also.setToolTip("")
        elif names:
            shown = "、".join(name.translate(_MARKUP) for name in _fitting(names))
            if len(names) > len(_fitting(names)):
                shown = self.tr("{names}等 {n} 个").format(names=shown, n=len(names))
            switch = self._link(_SWITCH, _unbroken(self.tr("只查原词")))
            self._also.setText(
                self.tr("也匹配 {names}　{switch}").format(names=shown, switch=switch)
            )
            self._also.setToolTip("\n".join(names))

    def _synonyms_of(self, listing: Listing | None) -> Sequence[str]:
        if listing is None:
            return ()
        return tuple(dict.fromkeys(also for t in listing.result.query.wanted for also in t.also))

    def _link(self, target: str, text: str) -> str:
        style = f"color:{self._theme.accent}"
        target, text = target.translate(_MARKUP), text.translate(_MARKUP)
        return f'<a href="{target}" style="{style}">{text}</a>'

    def _on_order(self, order: Order) -> None:
        self.order_chosen.emit(OrderChosen(order))

    def _on_switch(self, _target: str) -> None:
        self.synonyms_switched.emit(SynonymsSwitched(not self._synonyms))

    def _on_name(self, name: str) -> None:
        self.query_chosen.emit(QueryChosen(name))


def shown_query(text: str) -> str:
    """Return what was typed, cut where it is long, with places to break long runs of letters.

    A label is as wide as its longest word, and would take the width of the panes beside it.
    """
    text = text.strip()
    text = text if len(text) <= _SHOWN_QUERY else f"{text[:_SHOWN_QUERY]}…"
    return _LONG_RUN.sub(lambda run: _BREAK.join(run[0]), text)


def _unbroken(text: str) -> str:
    """Return a text that stays on one line."""
    return _JOINER.join(text)


def _fitting(names: Sequence[str]) -> Sequence[str]:
    """Return the first names that have room, at least one."""
    lengths = accumulate(len(name) for name in names[:_SHOWN_NAMES])
    return names[: max(sum(length <= _ROOM for length in lengths), 1)]


def plain_label(parent: QWidget) -> QLabel:
    """Return a quiet label of several lines."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setObjectName("resultsLine")
    return label
