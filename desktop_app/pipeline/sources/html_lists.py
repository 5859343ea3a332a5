"""Numbers that a browser counts before the items of a list: they stand in no item's text."""

from functools import cache

from desktop_app.pipeline.sources.docx_numbering import whole, written
from desktop_app.pipeline.sources.html_tree import Element, Entered, Left
from desktop_app.system import resources


class Lists:
    """Counts the items of the lists that a walk is in."""

    def __init__(self) -> None:
        self._open: list[_List] = []

    def number_at(self, step: Entered | Left) -> str:
        """Return what is printed before an item that the walk comes into, '' at other steps."""
        element = step.element
        if element.tag == "li":
            if isinstance(step, Left) or not self._open:
                return ""
            return self._open[-1].next(element)
        if isinstance(step, Entered):
            self._open.append(_List(element))
        elif self._open:
            self._open.pop()
        return ""


class _List:
    """A list with its form of numbers, none for one of bullets."""

    def __init__(self, element: Element) -> None:
        self._count = whole(element.attributes.get("start"), 1) - 1
        self._form, self._text = _form_of(element) if element.tag == "ol" else ("", "")

    def next(self, item: Element) -> str:
        self._count = whole(item.attributes.get("value"), self._count + 1)
        return self._text.replace("%", written(self._count, self._form)) if self._form else ""


def _form_of(element: Element) -> tuple[str, str]:
    """Return a list's form of numbers and what stands around them: a class, a style or a type."""
    lists = _lists()
    for name in (element.attributes.get("class") or "").split():
        if name in lists:
            return lists[name]
    style = "".join((element.attributes.get("style") or "").lower().split())
    if "list-style:none" in style or "list-style-type:none" in style:
        return "", ""
    said = style.partition("list-style-type:")[2].partition(";")[0]
    return lists.get(said or element.attributes.get("type") or "", lists["decimal"])


@cache
def _lists() -> dict[str, tuple[str, str]]:
    return {
        name: (form, text) for name, (form, text) in resources.table("sources")["lists"].items()
    }
