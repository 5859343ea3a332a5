"""The quiet line at the bottom: which bulletin, which chapter, how much is chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolTip, QWidget

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.services.reading import short_name

if TYPE_CHECKING:
    from desktop_app.window.work_note import WorkNote

_SEVERAL = 2
_LEAST = 48
_READ_BY_MS = 20_000
"""What was done is said no longer than this."""


class _Words(QLabel):
    """Words that are cut where there is no room for them; the tip has all of them."""

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), _LEAST), whole.height())

    def _shown(self) -> str:
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self.palette(),
            self.isEnabled(),
            self._shown(),
            self.foregroundRole(),
        )

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QHelpEvent)
            and event.type() == QEvent.Type.ToolTip
            and self._shown() != self.text()
        ):
            tip = "\n".join(part for part in (self.text(), self.toolTip()) if part)
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)


class StatusLine(QFrame):
    """Facts about what is shown, and what was last done."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self._script = Script.HANS
        self._shown: Bulletin | None = None
        self._bulletin = _Words(self)
        self._chapter = _Words(self)
        self._chosen = _Words(self)
        self._sum = _Words(self)
        self._done = _Words(self)
        offline = QLabel(self.tr("离线"), self)
        offline.setToolTip(self.tr("本程序不连接网络，资料只存在这台电脑上"))
        self._fading = QTimer(self, singleShot=True, interval=_READ_BY_MS)
        self._fading.timeout.connect(lambda: self.show_done(""))
        self._work: WorkNote | None = None
        layout = self._layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.setSpacing(20)
        for label in (self._bulletin, self._chapter, self._chosen, self._sum, self._done):
            layout.addWidget(label)
            self._say(label, "")
        layout.addStretch(1)
        layout.addWidget(offline)

    @property
    def work(self) -> "WorkNote":
        """The work under way, made when it is first wanted: after the text is seen."""
        if self._work is None:
            from desktop_app.window.work_note import WorkNote

            self._work = WorkNote(self)
            self._layout.insertWidget(self._layout.indexOf(self._done) + 1, self._work)
            # What was said of the work before is over with it.
            self._work.changed.connect(lambda: self.show_done(""))
        return self._work

    def show_place(self, bulletin: Bulletin | None, section_id: int | None) -> None:
        """Name the bulletin and the chapter that is read."""
        self._shown = bulletin
        self._name_bulletin()
        chapter = bulletin.chapter_of(section_id) if bulletin else None
        if bulletin is None or chapter is None:
            self._say(self._chapter, "")
            return
        number = bulletin.chapters.index(chapter) + 1
        text = self.tr("第 {n} 章 共 {m} 章")
        self._say(self._chapter, text.format(n=number, m=len(bulletin.chapters)))

    def set_script(self, script: Script) -> None:
        """Name the bulletin in the characters that are read."""
        self._script = script
        self._name_bulletin()

    def _name_bulletin(self) -> None:
        shown = self._shown
        self._say(self._bulletin, short_name(shown, self._script) if shown else "")

    def show_chosen(self, count: int) -> None:
        """Say how many figures are chosen."""
        text = self.tr("已选 {n} 个数据").format(n=count)
        self._say(self._chosen, text if count else "")
        if count < _SEVERAL:
            self.show_sum("")
        self.show_done("")
        if self._work is not None:
            self._work.clear_finished()

    def show_sum(self, text: str, tip: str = "") -> None:
        """Say what the chosen figures come to, or why they come to nothing."""
        self._say(self._sum, text)
        self._sum.setToolTip(tip)

    def show_done(self, text: str) -> None:
        """Say what was just done: till something else is chosen or begun, and not for long."""
        self._say(self._done, text)
        if text:
            self._fading.start()
        else:
            self._fading.stop()

    @staticmethod
    def _say(label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def texts(self) -> tuple[str, ...]:
        """Return what the line says, from left to right."""
        labels = (self._bulletin, self._chapter, self._chosen, self._sum, self._done)
        return tuple(label.text() for label in labels if label.text())
