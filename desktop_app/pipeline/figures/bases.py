"""The price basis of a growth: what the sentence says, or the convention for the indicator."""

from desktop_app.pipeline.figures import lexicon
from desktop_app.pipeline.figures.draft import Draft

UNSTATED = "未说明"


def basis_of(draft: Draft) -> tuple[str, str]:
    """Return the basis of a row's growth and where it was found.

    A convention is named as such, so that a reader can tell it from what is printed.
    """
    table = lexicon.table()["basis"]
    if draft.basis:
        return draft.basis, table["sentence"]
    if draft.change_unit in {"%", "倍"}:
        for expression, name in lexicon.named("basis.defaults"):
            if expression.search(draft.indicator):
                return name, table["default"]
    return UNSTATED, ""
