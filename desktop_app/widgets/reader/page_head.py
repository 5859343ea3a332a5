"""The lines over the text: whose bulletin and chapter it is, and how much is in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.domain.bulletin import Bulletin, Script
from desktop_app.services import scripts


class PageHead(QLabel):
    """The path to what is read: place, year, chapter."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("breadcrumb")
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_place(
        self, bulletin: Bulletin | None, section_id: int | None, script: Script
    ) -> None:
        """Name the chapter of a section of `bulletin`, in the characters that are read."""
        if bulletin is None:
            self.clear()
            return
        info, chapter = bulletin.info, bulletin.chapter_of(section_id)
        year = self.tr("{year} 年").format(year=info.year) if info.year else ""
        heading = ""
        if chapter is not None:
            shown = Script.HANS if script is Script.SOURCE else script
            heading = bulletin.text.of(shown, chapter.title_read_start, chapter.title_read_end)
        places = (scripts.named(one, bulletin, script) for one in info.place.split("/"))
        parts = [*places, year, heading]
        self.setText(" › ".join(part for part in parts if part))

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
