"""Machines for the packages to be tried on, and the packages that were built."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.system.packages.machine import DIST, Machine, fresh_machine

SUITES = ("bullseye", "bookworm")


@pytest.fixture(scope="module", params=SUITES)
def machine(request: pytest.FixtureRequest) -> Iterator[Machine]:
    """A fresh old system, then a fresh newer one."""
    assert os.geteuid() == 0, "packages are tried as root, who may make a system in a folder"
    with fresh_machine(request.param) as made:
        yield made


def built(pattern: str) -> Path:
    """Return the one package of `dist` that was built by that name."""
    found = sorted(DIST.glob(pattern))
    assert len(found) == 1, f"dist has {len(found)} files called {pattern}: make package-…"
    return found[0]
