"""The documents name what there is: every command, option, shortcut, target and lock."""

import argparse
import re
from pathlib import Path

import pytest

from desktop_app.commands import arguments
from desktop_app.window.actions import SPECS, ActionId

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
_TARGET = re.compile(r"^([a-z-]+):.*## ", re.MULTILINE)
_LINK = re.compile(r"\]\((?!http)([^)#]+)\)")
_COMMAND_ROW = re.compile(r"^\| `gongbao.*$", re.MULTILINE)


def commands() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of every command that help names."""
    (group,) = (
        action
        for action in arguments._parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    named = {choice.dest for choice in group._choices_actions}
    return {name: parser for name, parser in group.choices.items() if name in named}


@pytest.mark.parametrize("name", commands())
def test_readme_names_every_command_with_its_options(name: str) -> None:
    (row,) = (row for row in _COMMAND_ROW.findall(README) if f"`gongbao {name}" in row)
    hidden = {"--help", "--library", "--display-only"}
    for action in commands()[name]._actions:
        for option in action.option_strings:
            if option.startswith("--") and option not in hidden:
                assert option in row


@pytest.mark.parametrize("action_id", ActionId)
def test_readme_names_every_shortcut_with_its_action(action_id: ActionId) -> None:
    spec = SPECS[action_id]
    rows = [line for line in README.splitlines() if line.startswith("|")]
    for keys in spec.shortcuts:
        assert any(
            keys in re.split(r"[ |]+", row.split("|")[1]) and spec.text in row for row in rows
        ), keys


def test_readme_names_every_make_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(_TARGET.findall(makefile)) - {"help"}
    assert targets
    assert {target for target in targets if f"`make {target}" not in README} == set()


def test_readme_names_what_a_fresh_machine_needs() -> None:
    assert "\napt install make git python3-venv\n" in README


@pytest.mark.parametrize("document", ["README.md", "desktop_app/README.md"])
def test_links_lead_somewhere(document: str) -> None:
    path = ROOT / document
    links = _LINK.findall(path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_no_two_versions_of_a_text_are_left_side_by_side() -> None:
    files = [README, (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")]
    files += [file.read_text(encoding="utf-8") for file in (ROOT / "packaging").rglob("*.md")]
    assert not [text for text in files if re.search("^(<{7}|>{7}) ", text, re.MULTILINE)]
