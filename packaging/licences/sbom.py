"""Writes the list of a frozen program's parts (SBOM) as CycloneDX JSON, for who checks deliveries.

The versions are those that were bundled, which is those of the lock file: nothing else is
installed where the program is frozen. One commit, one list: time and number are the commit's.
"""

import os
import platform
import re
import sqlite3  # noqa: TID251 (asked for its version alone)
import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

import debian_licences
from collect import Part
from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

NAME = "sbom.cdx.json"
_QT = ("pyside6", "shiboken6")


def write(folder: Path, facts: dict[str, Any], parts: Iterable[Part]) -> Path:
    """Write the list of `parts` of the program, whose `facts` product.py tells, into `folder`.

    It is the one that the licence texts lie in.
    """
    program = Component(
        type=ComponentType.APPLICATION,
        name=facts["command"],
        version=facts["version"],
        bom_ref=facts["command"],
        description=facts["summary"]["en"],
        licenses=[LicenseFactory().make_from_string(facts["licence"])],
    )
    components = [_component(part, folder) for part in _with_inner(parts)]
    bom = Bom(components=components, serial_number=_number(facts, components))
    bom.metadata.component = program
    bom.metadata.timestamp = datetime.fromtimestamp(_epoch(), UTC)
    bom.register_dependency(program, components)
    made = folder / NAME
    text = JsonV1Dot6(bom).output_as_string(indent=1)
    made.write_text(text + "\n", encoding="utf-8", newline="\n")
    return made


def _with_inner(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield the parts, and what lies inside them under another name."""
    for part in parts:
        yield part
        name = part.name.lower().replace("_", "-")
        if name == "pyside6-essentials":
            yield Part("Qt", part.version, "generic")
        elif name == "python":
            yield Part("SQLite", sqlite3.sqlite_version, "generic")


def _component(part: Part, texts: Path) -> Component:
    namespace = "debian" if part.origin == "deb" else None
    url = PackageURL(part.origin, namespace, part.name, part.version)
    licence = _licence(part, texts)
    return Component(
        type=ComponentType.LIBRARY,
        name=part.name,
        version=part.version,
        purl=url,
        bom_ref=url.to_string(),
        licenses=[LicenseFactory().make_from_string(licence)] if licence else [],
    )


def _licence(part: Part, texts: Path) -> str:
    """Return the licence by its SPDX name, or as the part names it itself; `texts` lie beside."""
    if part.name == "Python":
        return "Python-2.0.1"
    if part.name == "SQLite":
        return "blessing"
    # Of the licences that Qt offers, the one it is used under.
    if part.name == "Qt" or part.name.lower().startswith(_QT):
        return "LGPL-3.0-only"
    if part.origin == "deb":
        text = (texts / part.name / "copyright").read_text(encoding="utf-8")
        return debian_licences.licence(part.name, text)
    about = metadata.metadata(part.name)
    named = about.get("License-Expression") or about.get("License") or ""
    if named and "\n" not in named:
        return str(named)
    kinds = [line for line in about.get_all("Classifier") or () if line.startswith("License ::")]
    return re.sub(r".*:: ", "", kinds[0]) if kinds else ""


def _number(facts: dict[str, Any], components: Iterable[Component]) -> uuid.UUID:
    """Return a number that is another one whenever the list is."""
    listed = sorted(str(component.purl) for component in components)
    told = [facts["app_id"], facts["version"], platform.system(), str(_epoch()), *listed]
    return uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(told))


def _epoch() -> int:
    return int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
