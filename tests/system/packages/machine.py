"""A fresh Debian in a folder, on which a package is installed as IT does it. Root is needed."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[3]
DIST = ROOT / "dist"
HOME = "/home/tester"
_LINUX = ROOT / "packaging" / "linux"
_USER = "1000"
# What changes on every machine whose package manager has run, whatever it installed.
_OF_THE_SYSTEM = (
    "proc",
    "dev",
    "sys",
    "mnt",
    "tmp",
    "var/lib/apt",
    "var/lib/dpkg",
    "var/cache",
    "var/log",
)
_FILES = frozenset({"etc/ld.so.cache", "etc/.pwd.lock"})


class Machine:
    """The system in the folder `root`: commands are run in it by root or by its one user."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def run(self, *command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a command as root."""
        done = subprocess.run(
            [str(_LINUX / "enter.sh"), str(self.root), *command],
            capture_output=True,
            text=True,
            check=False,
        )
        if check and done.returncode:
            raise AssertionError(f"{command} failed:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
        return done

    def as_user(
        self, *command: str, environment: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a command as the user, who has neither rights nor, unless it is given, a display."""
        return self.run(*self.user_command(environment or {}), *command, check=False)

    def user_command(self, environment: Mapping[str, str]) -> list[str]:
        """Return the beginning of a command that the user runs inside."""
        kept = {"HOME": HOME, "LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8", **environment}
        rights = ["setpriv", f"--reuid={_USER}", f"--regid={_USER}", "--clear-groups"]
        return ["env", *(f"{name}={value}" for name, value in kept.items()), *rights]

    def outside_command(self, environment: Mapping[str, str]) -> list[str]:
        """Return the beginning of a command that runs inside as the user, started from here."""
        return [str(_LINUX / "enter.sh"), str(self.root), *self.user_command(environment)]

    def put(self, file: Path, folder: str) -> str:
        """Copy a file of ours into a folder of the machine and return its path there."""
        target = self.root / folder.lstrip("/")
        target.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
        return f"{folder}/{file.name}"

    def files(self) -> set[str]:
        """Return everything that lies on the machine but for what the system itself keeps."""
        found = set()
        for folder, folders, files in os.walk(self.root):
            inside = os.path.relpath(folder, self.root)
            folders[:] = [
                name
                for name in folders
                if os.path.normpath(f"{inside}/{name}") not in _OF_THE_SYSTEM
            ]
            found |= {os.path.normpath(f"{inside}/{name}") for name in (*folders, *files)}
        return found - _FILES


@contextmanager
def fresh_machine(suite: str) -> Iterator[Machine]:
    """Yield a fresh Debian `suite`, gone afterwards; what it is copied from is kept."""
    roots = Path(os.environ.get("ROOTS", ROOT / ".build" / "roots")).resolve()
    base, root = roots / f"fresh-{suite}", roots / f"machine-{suite}-{os.getpid()}"
    packages = ["fonts-wqy-microhei", "util-linux"]
    subprocess.run([str(_LINUX / "root.sh"), str(base), suite, *packages], check=True)
    subprocess.run(["cp", "--archive", "--reflink=auto", str(base), str(root)], check=True)
    machine = Machine(root)
    try:
        machine.run("useradd", "--create-home", "--uid", _USER, "tester")
        yield machine
    finally:
        shutil.rmtree(root)
