"""Describe the program for wixl, which makes a Windows Installer package for every user of a PC.

Usage: msi.py ONEDIR OUT.wxs [--trial]    wixl is to be run inside ONEDIR. Group policy and other
tools that deploy install the package that comes of it without a user: msiexec /i … /qn.

WORKAROUND: wixl 0.101 empties what is not ASCII in its tables. The Chinese words are put in
afterwards, by the queries that are written beside OUT.wxs, in the code page that a table beside it
sets; another one gives what wixl takes from the clock and by chance: the same folder and
SOURCE_DATE_EPOCH make the same package.
"""

import hashlib
import os
import sys
import time
import uuid
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import product

_NAMESPACE = "http://schemas.microsoft.com/wix/2006/wi"
_OLDEST_BUILD = 17763
_BUILD_KEY = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion"
_CHINESE = "2052"
_UTF8 = "65001"
_TOO_OLD = "This program needs 64-bit Windows 10 (version 1809) or newer."
_TOO_OLD_ZH = "本程序需要 64 位的 Windows 10（1809 版）或更新的系统。"
_NEWER = "A newer version is installed; to go back, uninstall it first."
_CONDITION = f"Installed OR (VersionNT64 AND WINDOWSBUILDNUMBER >= {_OLDEST_BUILD})"
_CODEPAGE = f"\r\n\r\n{_UTF8}\t_ForceCodepage\r\n"
_OLDER = "WIX_UPGRADE_DETECTED"
# Features stay as they were chosen; the highest version is included.
_UPGRADING = 0x1 | 0x200
_SUMMARY = "PropertyId\tValue\r\ni2\tl255\r\n_SummaryInformation\tPropertyId\r\n"
# What stands under these numbers: platform and language, code of the package, made, last changed.
_TEMPLATE, _CODE, _MADE, _SAVED = 7, 9, 12, 13


class Package:
    """The package of one folder."""

    def __init__(self, onedir: Path, *, trial: bool) -> None:
        self._onedir = onedir
        self._facts = product.facts()
        self._mark = "（试装）" if trial else ""
        # The same for every version: by it a newer one finds the older.
        self._family = uuid.uuid5(uuid.NAMESPACE_DNS, self._facts["app_id"])
        self._components: list[str] = []

    def document(self) -> ET.ElementTree:
        """Return what wixl reads."""
        facts = self._facts
        wix = ET.Element("Wix", xmlns=_NAMESPACE)
        title = facts["name"]["zh_CN"] + self._mark
        what = _add(
            wix,
            "Product",
            Id=self._id(f"product {self._contents()}"),
            Name=facts["name"]["en"],
            Version=facts["version"],
            Manufacturer=facts["publisher"]["name"],
            Language=_CHINESE,
            UpgradeCode=str(self._family).upper(),
        )
        _add(
            what,
            "Package",
            InstallerVersion="500",
            InstallScope="perMachine",
            Compressed="yes",
            Description=title,
            Comments=facts["summary"]["zh_CN"],
            Manufacturer=facts["publisher"]["name"],
            Languages=_CHINESE,
            SummaryCodepage=_UTF8,
        )
        _add(what, "Media", Id="1", Cabinet="program.cab", EmbedCab="yes")
        _add(what, "MajorUpgrade", DowngradeErrorMessage=_NEWER)
        self._add_conditions(what)
        self._add_folders(what)
        feature = _add(what, "Feature", Id="Program", Level="1", Title=facts["name"]["en"])
        for component in self._components:
            _add(feature, "ComponentRef", Id=component)
        return ET.ElementTree(wix)

    def queries(self) -> list[str]:
        """Return what puts the Chinese words into the tables."""
        name = self._facts["name"]["zh_CN"]
        wanted = (
            ("Property", "Value", f"{name}{self._mark}", "Property", "ProductName"),
            ("Shortcut", "Name", name, "Shortcut", "MenuShortcut"),
            (
                "LaunchCondition",
                "Description",
                f"{_TOO_OLD_ZH} {_TOO_OLD}",
                "Condition",
                _CONDITION,
            ),
        )
        updates = [
            f"UPDATE `{table}` SET `{column}`='{value}' WHERE `{key}`='{row}'"  # noqa: S608 (ours)
            for table, column, value, key, row in wanted
        ]
        return updates + self._same_version()

    def _same_version(self) -> list[str]:
        """Return what lets another build of this version be taken off as well, like an older one.

        wixl has no attribute for it, and its row cannot be changed: what changes is the row's key.
        """
        values = f"'{{{str(self._family).upper()}}}', '{self._facts['version']}'"
        columns = "`UpgradeCode`, `VersionMax`, `Attributes`, `ActionProperty`"
        row = f"{values}, {_UPGRADING}, '{_OLDER}'"
        return [
            f"DELETE FROM `Upgrade` WHERE `ActionProperty`='{_OLDER}'",  # noqa: S608 (ours)
            f"INSERT INTO `Upgrade` ({columns}) VALUES ({row})",  # noqa: S608 (ours)
        ]

    def tables(self, epoch: int) -> dict[str, str]:
        """Return what is to be imported into the package, by the name of the table."""
        when = time.strftime("%Y/%m/%d %H:%M:%S", time.gmtime(epoch))
        summary = {
            _TEMPLATE: f"x64;{_CHINESE}",
            _CODE: f"{{{self._id(f'package {epoch} {self._contents()}')}}}",
            _MADE: when,
            _SAVED: when,
        }
        lines = "".join(f"{number}\t{value}\r\n" for number, value in summary.items())
        return {"_ForceCodepage": _CODEPAGE, "_SummaryInformation": _SUMMARY + lines}

    def _add_conditions(self, what: ET.Element) -> None:
        # Windows Installer itself says 8.1 of every newer Windows: its build is looked up.
        build = _add(what, "Property", Id="WINDOWSBUILDNUMBER")
        _add(
            build,
            "RegistrySearch",
            Id="BuildNumber",
            Root="HKLM",
            Key=_BUILD_KEY,
            Name="CurrentBuildNumber",
            Type="raw",
            Win64="yes",
        )
        condition = _add(what, "Condition", Message=_TOO_OLD)
        condition.text = _CONDITION
        _add(what, "Property", Id="ARPNOMODIFY", Value="1")
        _add(what, "Property", Id="ARPNOREPAIR", Value="1")

    def _add_folders(self, what: ET.Element) -> None:
        top = _add(what, "Directory", Id="TARGETDIR", Name="SourceDir")
        _add(_add(top, "Directory", Id="ProgramMenuFolder"), "Directory", Id="Menu", Name=".")
        programs = _add(top, "Directory", Id="ProgramFiles64Folder")
        own = _add(programs, "Directory", Id="INSTALLDIR", Name=self._facts["name"]["en"])
        self._add_files(own, self._onedir)

    def _add_files(self, into: ET.Element, folder: Path) -> None:
        for path in sorted(folder.iterdir()):
            name = path.relative_to(self._onedir).as_posix()
            key = f"x{hashlib.sha256(name.encode()).hexdigest()[:24]}"
            if path.is_dir():
                self._add_files(_add(into, "Directory", Id=f"d{key}", Name=path.name), path)
                continue
            component = _add(
                into, "Component", Id=f"c{key}", Guid=self._id(f"file {name}"), Win64="yes"
            )
            self._components.append(f"c{key}")
            file = _add(
                component,
                "File",
                Id=f"f{key}",
                Name=path.name,
                Source=name,
                KeyPath="yes",
            )
            if name == f"{self._facts['windows']['windowed']}.exe":
                self._add_shortcut(file)

    def _add_shortcut(self, file: ET.Element) -> None:
        _add(
            file,
            "Shortcut",
            Id="MenuShortcut",
            Directory="ProgramMenuFolder",
            Name=self._facts["name"]["en"],
            WorkingDirectory="INSTALLDIR",
        )

    def _contents(self) -> str:
        """Return a digest of all that is packed: another content is another product."""
        digest = hashlib.sha256(self._facts["version"].encode())
        for path in sorted(self._onedir.rglob("*")):
            if path.is_file():
                digest.update(path.relative_to(self._onedir).as_posix().encode())
                digest.update(path.read_bytes())
        return digest.hexdigest()

    def _id(self, name: str) -> str:
        return str(uuid.uuid5(self._family, name)).upper()


def _add(parent: ET.Element, tag: str, **attributes: Any) -> ET.Element:
    return ET.SubElement(parent, tag, attributes)


def main(onedir: Path, out: Path, *, trial: bool) -> None:
    package = Package(onedir, trial=trial)
    document = package.document()
    ET.indent(document)
    document.write(out, encoding="utf-8", xml_declaration=True)
    queries = "".join(f"{query}\n" for query in package.queries())
    out.with_suffix(".queries").write_text(queries, encoding="utf-8")
    for name, table in package.tables(int(os.environ.get("SOURCE_DATE_EPOCH", "0"))).items():
        out.with_name(f"{name}.idt").write_text(table, encoding="ascii", newline="")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), trial="--trial" in sys.argv[3:])
