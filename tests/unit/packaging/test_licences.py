"""The licences of what comes from Debian's packages."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[3] / "packaging" / "licences"))

import debian_licences

_X11 = """Except as contained in this notice, the names of the authors
 or their institutions shall  not be used in advertising or
 otherwise to promote the sale."""


def test_a_library_has_the_licence_that_its_text_tells() -> None:
    assert debian_licences.licence("libxcb-shm0", _X11) == "X11"


def test_a_text_that_tells_another_licence_is_an_error() -> None:
    with pytest.raises(LookupError, match="liblzma5 no longer says"):
        debian_licences.licence("liblzma5", "Permission to use, copy, modify, and/or distribute")


def test_a_library_whose_licence_nobody_looked_up_is_an_error() -> None:
    with pytest.raises(LookupError, match="libnew1"):
        debian_licences.licence("libnew1", _X11)
