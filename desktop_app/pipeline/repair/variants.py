"""Forms of characters that are no standard ones in Chinese, folded to those that are.

A scan or an input method of Japan gives 増 for 增 and 戸 for 户; no Chinese word is written with
them, so that the standard form is certain. Forms that Chinese has as well (芸, 浜) are left alone.
"""

import re
from collections.abc import Iterator
from functools import cache

from desktop_app.domain.bulletin import Certainty
from desktop_app.pipeline.repair.draft import Change
from desktop_app.system import resources

RULE = "variant_form"


def variant_forms(text: str) -> Iterator[Change]:
    """Yield changes of variant forms to the standard ones."""
    forms = _forms()
    for match in _any_form().finditer(text):
        yield Change(*match.span(), forms[match[0]], RULE, Certainty.CERTAIN)


@cache
def _forms() -> dict[str, str]:
    table: dict[str, str] = resources.table("repair")["variants"]
    return table


@cache
def _any_form() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_forms())}]")
