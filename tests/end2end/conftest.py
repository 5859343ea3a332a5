"""The real program in a real X window; what is missing for that fails with a sentence."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.end2end.desktop import Program, missing_tools, screen

Start = Callable[..., Program]


@pytest.fixture(scope="session")
def display() -> Iterator[dict[str, str]]:
    """The environment of a screen that nobody else uses."""
    missing = missing_tools()
    if missing:
        pytest.fail(missing)
    with screen() as environment:
        yield environment


@pytest.fixture
def start(display: dict[str, str], tmp_path: Path) -> Iterator[Start]:
    """Start the program with arguments; each test has one home, and ends what it started."""
    home = tmp_path / "用户"
    home.mkdir()
    programs: list[Program] = []

    def run(*arguments: str | Path) -> Program:
        programs.append(Program(display, home, *arguments))
        return programs[-1]

    yield run
    for program in programs:
        program.end()
