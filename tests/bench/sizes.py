"""How large the packages are, each against its limit; those that were not built are left out."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
DIST = ROOT / "dist"

# Patterns of the packages and the most they may weigh, in MB of a million bytes.
_LIMITS_MB = {"gongbao_*_amd64.deb": 60, "*-x64-setup.exe": 46}
_INSTALLED_LIMIT_MB = 215


def main() -> int:
    """Print the sizes; 1 where one is over its limit."""
    over = False
    for package in sorted(DIST.glob("*")):
        limit = next((mb for name, mb in _LIMITS_MB.items() if package.match(name)), None)
        over |= _tell(package.name, package.stat().st_size / 1e6, limit)
        if package.suffix == ".deb" or package.name.endswith("-portable.zip"):
            over |= _tell(
                f"{package.name}, installed", _installed_mb(package), _INSTALLED_LIMIT_MB
            )
    return int(over)


def _tell(name: str, size_mb: float, limit_mb: float | None) -> bool:
    over = limit_mb is not None and size_mb > limit_mb
    against = "" if limit_mb is None else f"  (at most {limit_mb:.0f})"
    sys.stdout.write(f"size  {name}  {size_mb:.1f} MB{against}{'  TOO LARGE' if over else ''}\n")
    return over


def _installed_mb(package: Path) -> float:
    if package.suffix == ".zip":
        with zipfile.ZipFile(package) as archive:
            return sum(entry.file_size for entry in archive.infolist()) / 1e6
    command = ["dpkg-deb", "--field", str(package), "Installed-Size"]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return int(done.stdout) * 1024 / 1e6


if __name__ == "__main__":
    sys.exit(main())
