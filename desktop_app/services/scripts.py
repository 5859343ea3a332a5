"""What the program says about a bulletin, in the script its text is shown in."""

from functools import lru_cache

from desktop_app.domain.bulletin import Script


def shown(text: str, script: Script) -> str:
    """Return Simplified `text` in Traditional characters where the text is shown in these."""
    return _traditional(text) if script is Script.HANT else text


@lru_cache(maxsize=4096)
def _traditional(text: str) -> str:
    # The converter takes long to load, and whoever reads in Simplified needs none.
    from desktop_app.pipeline.traditional import to_traditional

    return to_traditional(text)
