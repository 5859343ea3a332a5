"""Collects the licence texts of everything that a frozen program holds, and names their versions.

The spec calls it with the files that were bundled: whose they are tells whose licence is due.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
_TEXTS = ("licen", "copying", "notice", "authors")
_LGPL = ("pyside6-essentials", "pyside6_essentials", "shiboken6")
"""Distributions whose wheels bring no text of the licence they name."""


class Part(NamedTuple):
    """What somebody else made and the program holds; `origin` is a type of package URLs."""

    name: str
    version: str
    origin: str


def collect(folder: Path, bundled: Iterable[str]) -> list[Part]:
    """Write the texts for the files `bundled` (paths of their sources) to `folder`.

    Returns whose they are, by name.

    Raises:
        LookupError: something is bundled and its licence text was not found.
    """
    sources = {Path(source).resolve() for source in bundled if source}
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    parts = [
        _python(folder),
        *_distributions(folder, sources),
        *_system_packages(folder, sources),
    ]
    parts.sort(key=lambda part: (part.name.lower(), part.version))
    listed = "".join(f"{part.name} {part.version}\n" for part in parts)
    text = (HERE / "README.txt").read_text(encoding="utf-8")
    (folder / "README.txt").write_text(text + listed, encoding="utf-8", newline="\n")
    return parts


def _python(folder: Path) -> Part:
    python = Part("Python", sys.version.split()[0], "generic")
    library = Path(sys.base_prefix) / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}"
    for candidate in (library / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt"):
        if candidate.is_file():
            return _put(folder, python, {"LICENSE.txt": candidate})
    return _put(folder, python, {"copyright": Path("/usr/share/doc/python3.11/copyright")})


def _distributions(folder: Path, sources: set[Path]) -> list[Part]:
    parts = []
    for one in metadata.distributions():
        files = [Path(str(one.locate_file(file))) for file in one.files or ()]
        pyinstaller = one.name.lower() == "pyinstaller"
        if not pyinstaller and not any(
            file.resolve() in sources for file in files if ".dist-info" not in str(file)
        ):
            continue
        texts = {
            "-".join(_inside(file).parts): file
            for file in files
            if ".dist-info" in str(file)
            and any(word in str(_inside(file)).lower() for word in _TEXTS)
        }
        if one.name.lower() in _LGPL:
            texts |= {name: HERE / name for name in ("LGPL-3.0.txt", "GPL-3.0.txt")}
        parts.append(_put(folder, Part(one.name, one.version, "pypi"), texts))
    return parts


def _inside(file: Path) -> Path:
    """Return the path of `file` inside its .dist-info folder."""
    parts = file.parts
    start = next(i for i, part in enumerate(parts) if part.endswith(".dist-info")) + 1
    if parts[start] == "licenses" and len(parts) > start + 1:
        start += 1
    return Path(*parts[start:])


def _system_packages(folder: Path, sources: set[Path]) -> list[Part]:
    """Collect for the libraries that came from the system's own packages."""
    if shutil.which("dpkg-query") is None:
        return []
    places = ("/lib", "/usr/lib", "/usr/share/fonts")
    outside = [path for path in sources if any(map(path.is_relative_to, places))]
    packages = {_owner(str(path)) for path in outside}
    return [
        _put(
            folder,
            Part(package, _version(package), "deb"),
            {"copyright": Path("/usr/share/doc") / package / "copyright"},
        )
        for package in packages
        # CPython's own files on a system that packs it.
        if package and not package.startswith(("python3", "libpython3"))
    ]


def _owner(path: str) -> str:
    # Where /lib is a link to /usr/lib, packages may know a file by either name.
    for name in (path, path.removeprefix("/usr")):
        done = subprocess.run(
            ["dpkg-query", "-S", name], capture_output=True, text=True, check=False
        )
        if done.returncode == 0:
            return done.stdout.split(":", 1)[0]
    return ""


def _version(package: str) -> str:
    command = ["dpkg-query", "-W", "-f", "${Version}\\n", package]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.split("\n")[0]


def _put(folder: Path, part: Part, texts: dict[str, Path]) -> Part:
    found = {name: path for name, path in texts.items() if path.is_file()}
    if not found:
        raise LookupError(f"no licence text of {part.name} {part.version}")
    target = folder / part.name.lower()
    target.mkdir(exist_ok=True)
    for name, path in found.items():
        shutil.copyfile(path, target / name)
    return part
