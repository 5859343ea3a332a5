"""A bulletin's text as one script shows it, and where its stretches stand in it.

In 简 and 繁 what is shown has the offsets of the reading text, in 原文 those of the source.
"""

from desktop_app.domain.bulletin import Bulletin, Figure, Passage, Script


class ShownText:
    """The text of `bulletin` in `script`. Answers are offsets in `text`, in code points."""

    def __init__(self, bulletin: Bulletin, script: Script) -> None:
        text = bulletin.text
        self.in_source = script is Script.SOURCE
        self.text = {Script.HANS: text.hans, Script.HANT: text.hant}.get(script, text.source)
        self._map = text.map

    def of_source(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the source is shown."""
        if self.in_source:
            return start, end
        return self._map.to_reading(start), self._map.to_reading(end)

    def of_reading(self, read_start: int, read_end: int) -> tuple[int, int]:
        """Return where a stretch of the reading text is shown."""
        if self.in_source:
            return self._map.to_source(read_start, read_end)
        return read_start, read_end

    def of_offset(self, read_offset: int) -> int:
        """Return where an offset of the reading text is shown."""
        return self.of_reading(read_offset, read_offset)[0]

    def of_figure(self, figure: Figure) -> tuple[int, int]:
        """Return where a figure's own characters are shown."""
        if self.in_source:
            return figure.start, figure.end
        return figure.read_start, figure.read_end

    def of_passage(self, passage: Passage) -> tuple[int, int]:
        """Return where a passage is shown."""
        if self.in_source:
            return passage.start, passage.end
        return passage.read_start, passage.read_end

    def to_reading(self, shown: int) -> int:
        """Return the offset of the reading text that is shown at `shown`."""
        return self._map.to_reading(shown) if self.in_source else shown
