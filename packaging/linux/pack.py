"""Makes the Linux packages from the frozen program: `pack.py tar|deb|uos`, a file in dist/ each.

The frozen program is .build/linux/gongbao (freeze.sh), the icons are in .build/icon (render.py).
Times and owners in a package are those of the commit and of root, so that two builds are alike.
"""

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import product  # noqa: E402 (it lies one folder up)

FROZEN = product.ROOT / ".build" / "linux" / "gongbao"
GLIBC = FROZEN.with_name("glibc.txt")
ICONS = product.ROOT / ".build" / "icon"
DRAWING = product.PACKAGING / "icon" / "gongbao.svg"
DIST = product.ROOT / "dist"
ARCHITECTURE = "x86_64"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=KINDS)
    kind: str = parser.parse_args().kind
    if not FROZEN.is_dir():
        sys.exit(f"{FROZEN} is missing: packaging/linux/freeze.sh makes it")
    stage = FROZEN.with_name(f"stage-{kind}")
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    DIST.mkdir(exist_ok=True)
    made = KINDS[kind](stage)
    shutil.rmtree(stage)
    parts = f"{product.fact('command')}-{product.fact('version')}-linux-{ARCHITECTURE}.cdx.json"
    shutil.copyfile(FROZEN / "licences" / "sbom.cdx.json", DIST / parts)
    print(f"{made.relative_to(product.ROOT)}  {made.stat().st_size / 1e6:.1f} MB")


def tar(stage: Path) -> Path:
    """Make the portable archive: one folder that keeps the user's files beside the program."""
    name = f"{product.fact('command')}-{product.fact('version')}"
    folder = stage / name
    shutil.copytree(FROZEN, folder, symlinks=True)
    (folder / "portable").touch()
    _write(folder / "README.txt", _template("README.txt"))
    _settle(stage)
    made = DIST / f"{name}-linux-{ARCHITECTURE}.tar.xz"
    command = ["tar", "--create", "--sort=name", "--owner=0", "--group=0", "--numeric-owner"]
    command += [f"--mtime=@{_epoch()}", "--use-compress-program=xz -6 -T2", "--file", made]
    subprocess.run([*command, "--directory", stage, name], check=True)
    return made


def deb(stage: Path) -> Path:
    """Make the package for Debian and what descends from it."""
    command, package = product.fact("command"), product.fact("command")
    program = stage / "usr" / "lib" / command
    shutil.copytree(FROZEN, program, symlinks=True)
    link = stage / "usr" / "bin" / command
    link.parent.mkdir(parents=True)
    link.symlink_to(f"../lib/{command}/{command}")
    share = stage / "usr" / "share"
    _entries(share, command)
    for language, page in (("", "gongbao.1"), ("zh_CN/", "gongbao.zh_CN.1")):
        _zipped(share / "man" / f"{language}man1" / f"{command}.1.gz", _template(page))
    docs = share / "doc" / package
    licence = _indented((product.ROOT / "LICENSE").read_text(encoding="utf-8"))
    folder = f"/usr/lib/{command}"
    _write(docs / "copyright", _template("copyright", licence_text=licence, folder=folder))
    _zipped(docs / "changelog.gz", _template("changelog", date=formatdate(_epoch())))
    _write(docs / "CHANGELOG.md", (product.ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    overrides = (HERE / "lintian-overrides").read_text(encoding="utf-8")
    _write(share / "lintian" / "overrides" / package, overrides)
    return _build_deb(stage, package)


def uos(stage: Path) -> Path:
    """Make the package in the layout of the UOS store: one folder, no maintainer scripts."""
    command, package = product.fact("command"), product.fact("app_id")
    top = stage / "opt" / "apps" / package
    shutil.copytree(FROZEN, top / "files", symlinks=True)
    _entries(top / "entries", f"/opt/apps/{package}/files/{command}")
    about = {
        "appid": package,
        "name": product.fact("name.zh_CN"),
        "version": product.fact("version"),
        "arch": ["amd64"],
        "permissions": {
            "autostart": False,
            "notification": False,
            "trayicon": False,
            "clipboard": True,
            "account": False,
            "bluetooth": False,
            "camera": False,
            "audio_record": False,
            "installed_apps": False,
        },
    }
    _write(top / "info", json.dumps(about, ensure_ascii=False, indent=4) + "\n")
    return _build_deb(stage, package)


def _entries(share: Path, program: str) -> None:
    """Write the desktop file and the icons below `share`; `program` starts the program."""
    app = product.fact("app_id")
    entry = _template("gongbao.desktop", program=program, icon=app)
    _write(share / "applications" / f"{app}.desktop", entry)
    icons = share / "icons" / "hicolor"
    for picture in sorted(ICONS.glob("*x*.png")):
        target = icons / picture.stem / "apps" / f"{app}.png"
        target.parent.mkdir(parents=True)
        shutil.copyfile(picture, target)
    drawing = icons / "scalable" / "apps" / f"{app}.svg"
    drawing.parent.mkdir(parents=True)
    shutil.copyfile(DRAWING, drawing)


def _build_deb(stage: Path, package: str) -> Path:
    files = [path for path in stage.rglob("*") if path.is_file() and not path.is_symlink()]
    # As dpkg counts: every file in whole KiB, and one for each folder.
    installed = sum(-(-path.stat().st_size // 1024) for path in files)
    installed += sum(1 for path in stage.rglob("*") if path.is_dir() or path.is_symlink())
    control = _template(
        "control",
        package=package,
        installed=str(installed),
        glibc=GLIBC.read_text(encoding="utf-8").split()[1],
    )
    _write(stage / "DEBIAN" / "control", control)
    sums = subprocess.run(
        ["md5sum", *sorted(str(path.relative_to(stage)) for path in files)],
        cwd=stage,
        capture_output=True,
        check=True,
        text=True,
    )
    _write(stage / "DEBIAN" / "md5sums", sums.stdout)
    _settle(stage)
    made = DIST / f"{package}_{product.fact('version')}_amd64.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", stage, made],
        env={**os.environ, "SOURCE_DATE_EPOCH": str(_epoch())},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return made


def _settle(stage: Path) -> None:
    """Give everything the rights and the time that it has in every build."""
    for path in [stage, *stage.rglob("*")]:
        if not path.is_symlink():
            starts = path.parent.joinpath("_internal").is_dir() and path.suffix == ""
            program = path.is_file() and starts and path.read_bytes()[:4] == b"\x7fELF"
            path.chmod(0o755 if path.is_dir() or program else 0o644)
        os.utime(path, (_epoch(), _epoch()), follow_symlinks=False)


def _epoch() -> int:
    """Return the time of the commit, in seconds since 1970."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    command = ["git", "-C", str(product.ROOT), "log", "-1", "--format=%ct"]
    return int(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def _template(name: str, **more: str) -> str:
    return product.fill((HERE / "templates" / name).read_text(encoding="utf-8"), **more)


def _indented(text: str) -> str:
    """Return `text` as a field of Debian's copyright file."""
    return "\n".join(f" {line}" if line else " ." for line in text.strip().splitlines())


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _zipped(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=_epoch()))


KINDS: dict[str, Callable[[Path], Path]] = {"tar": tar, "deb": deb, "uos": uos}

if __name__ == "__main__":
    main()
