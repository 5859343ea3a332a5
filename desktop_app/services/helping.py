"""What the help says, and what the program is made with."""

from importlib import metadata

from msgspec import Struct

from desktop_app.system import resources


class HelpSection(Struct, frozen=True):
    """A heading, paragraphs, and a table of what one writes or presses and what it does."""

    title: str
    lines: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    shows_shortcuts: bool


class Component(Struct, frozen=True):
    """A piece of software; the version is empty where it is not told."""

    name: str
    version: str
    licence: str


def sections(language: str) -> tuple[HelpSection, ...]:
    """Return the help in `language`, from `resources/help`."""
    return tuple(
        HelpSection(
            title=section["title"],
            lines=tuple(section.get("lines", ())),
            rows=tuple((written, meaning) for written, meaning in section.get("rows", ())),
            shows_shortcuts=section.get("shortcuts", False),
        )
        for section in resources.table(f"help/{language}")["section"]
    )


def components() -> tuple[Component, ...]:
    """Return what the program is made with, from `resources/components.toml`."""
    return tuple(
        Component(entry["name"], _version(entry.get("distribution", "")), entry["licence"])
        for entry in resources.table("components")["component"]
    )


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution) if distribution else ""
    except metadata.PackageNotFoundError:
        # A frozen program keeps no metadata of what it holds.
        return ""
