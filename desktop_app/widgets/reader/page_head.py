"""The lines over the text: whose bulletin and chapter it is, and how much is in it."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.domain.reading_events import MenuWanted
from desktop_app.services import scripts

_BETWEEN = " › "
_LEAST = 28
# The rim in which the keyboard shows; it is left of the column, so that the words are in line.
_RIM = 2
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class PageHead(QWidget):
    """The path to what is read: place and year of the bulletin, then the chapter.

    Signals:
        bulletins_wanted: the user wants the bulletins of the library listed (MenuWanted).
        chapters_wanted: the user wants the chapters of the bulletin listed (MenuWanted).
    """

    bulletins_wanted = Signal(object)
    chapters_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("breadcrumb")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bulletin = Crumb(self.tr("换一份公报"), Qt.TextElideMode.ElideLeft, self)
        self._between = QLabel(_BETWEEN.strip(), self)
        self._chapter = Crumb(self.tr("转到另一章"), Qt.TextElideMode.ElideRight, self)
        self._bulletin.menu_wanted.connect(self.bulletins_wanted)
        self._chapter.menu_wanted.connect(self.chapters_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for part in (self._bulletin, self._between, self._chapter):
            layout.addWidget(part)
        layout.addStretch(1)
        self._show("", "")

    def show_place(
        self, bulletin: Bulletin | None, section_id: int | None, script: Script
    ) -> None:
        """Name the chapter of a section of `bulletin`, in the characters that are read."""
        if bulletin is None:
            self._show("", "")
            return
        script = scripts.of_words(bulletin, script)
        info, chapter = bulletin.info, bulletin.chapter_of(section_id)
        year = self.tr("{year} 年").format(year=info.year) if info.year else ""
        heading = ""
        if chapter is not None:
            # Without the damage that a heading may have in its source.
            written = scripts.of_words(bulletin, script)
            heading = bulletin.text.of(written, chapter.title_read_start, chapter.title_read_end)
        places = [scripts.named(one, bulletin, script) for one in info.place.split("/")]
        path = _BETWEEN.join(part for part in (*places, year) if part)
        # Where neither place nor year is known, the way to the other bulletins stays open.
        self._show(path or scripts.named(info.title, bulletin, script), heading)

    def _show(self, bulletin: str, chapter: str) -> None:
        self._bulletin.show_text(bulletin, self.tr("公报：{path}").format(path=bulletin))
        self._chapter.show_text(chapter, self.tr("章：{title}").format(title=chapter))
        self._between.setVisible(bool(bulletin and chapter))

    def text(self) -> str:
        """Return the whole path, also where there is no room for it."""
        parts = (self._bulletin.full_text, self._chapter.full_text)
        return _BETWEEN.join(part for part in parts if part)

    def set_place(self, left: int, top: int, right: int, bottom: int) -> None:
        """Keep these distances in pixels round the path; `left` is where its words begin."""
        self.setContentsMargins(max(left - _RIM, 0), top, right, bottom)

    def counts_of(self, bulletin: Bulletin) -> str:
        """Return the small line under the title: chapters, figures, repairs, doubts."""
        doubtful = sum(figure.doubtful for figure in bulletin.figures)
        sections = sum(section.level == 2 for section in bulletin.sections)
        parts = [
            self.tr("{n} 章").format(n=len(bulletin.chapters)) if bulletin.chapters else "",
            self.tr("{n} 节").format(n=sections) if sections else "",
            self.tr("{n} 个数据").format(n=len(bulletin.figures)),
            self.tr("文字修复 {n} 处").format(n=len(bulletin.repairs)) if bulletin.repairs else "",
            self.tr("存疑 {n} 处").format(n=doubtful) if doubtful else "",
        ]
        return " · ".join(part for part in parts if part)


class Crumb(QToolButton):
    """A part of the path that opens a list; where there is no room its text is cut.

    Signals:
        menu_wanted: the user wants the list, below the part (MenuWanted).
    """

    menu_wanted = Signal(object)

    def __init__(self, what: str, cut: Qt.TextElideMode, parent: QWidget) -> None:
        """Make it without text; `what` the list is for, `cut` is the end that can be spared."""
        super().__init__(parent)
        self._what, self._cut = what, cut
        self.full_text = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(what)
        self.clicked.connect(self._on_clicked)

    def show_text(self, text: str, name: str) -> None:
        """Show `text`; a screen reader says `name`. Without text nothing is shown."""
        self.full_text = text
        self.setAccessibleName(name)
        self.setVisible(bool(text))
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        metrics = self.fontMetrics()
        # Widths are rounded, and what lacks a part of a pixel would be cut.
        width = metrics.horizontalAdvance(self.full_text) + 2 * _RIM + 1
        return QSize(width, metrics.height() + 2 * _RIM)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(_LEAST, hint.width()), hint.height())

    def _fit(self) -> None:
        room = self.width() - 2 * _RIM
        shown = self.fontMetrics().elidedText(self.full_text, self._cut, room)
        # A button takes one & for the sign of a key.
        self.setText(shown.replace("&", "&&"))
        is_cut = shown != self.full_text
        self.setToolTip(f"{self.full_text}\n{self._what}" if is_cut else self._what)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING:
            self._on_clicked()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        below = self.mapToGlobal(QPoint(0, self.height() + _RIM))
        self.menu_wanted.emit(MenuWanted(below.x(), below.y()))
