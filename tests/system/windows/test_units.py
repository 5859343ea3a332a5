"""Unit tests of what is done in another way on Windows, run there by a Windows Python."""

import importlib.util
import shutil
import sys
from pathlib import Path

import pytest

from tests.system.windows.wine import ROOT, Windows, named

pytestmark = pytest.mark.system

_PYTHON = ROOT / ".build" / "windows" / "python" / "python.exe"
_PACKAGES = ("_pytest", "pytest", "py", "pluggy", "iniconfig", "packaging", "pygments")
_RUN = """
import sys
sys.path[:0] = sys.argv[1:3]
import pytest
# Wine's Python cannot write into plain files in the place of its output: nothing is captured.
options = "-sq -p no:cacheprovider --noconftest --import-mode=importlib --rootdir=. -c NUL"
# NUL lies outside the checkout: pytest would look through every folder above it, where files of
# other programs come and go.
sys.exit(pytest.main([*options.split(), "--confcutdir=.", *sys.argv[3:]]))
"""


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The test runner, which is pure Python: what is installed here does there, too."""
    folder = tmp_path_factory.mktemp("packages")
    for name in _PACKAGES:
        found = importlib.util.find_spec(name)
        assert found is not None, name
        assert found.origin is not None, name
        origin = Path(found.origin)
        if origin.name == "__init__.py":
            shutil.copytree(origin.parent, folder / name)
        else:
            shutil.copy(origin, folder)
    for metadata in Path(pytest.__file__).parents[1].glob("pytest-*.dist-info"):
        shutil.copytree(metadata, folder / metadata.name)
    return folder


@pytest.mark.parametrize("name", ["test_single", "test_policies"])
def test_on_windows(windows: Windows, packages: Path, tmp_path: Path, name: str) -> None:
    script = tmp_path / "run.py"
    script.write_text(_RUN, encoding="utf-8")
    tests = f"tests/unit/system/{name}.py"
    done = windows.run(_PYTHON, "-B", named(script), named(packages), named(ROOT), tests)
    sys.stdout.write(done.stdout)
    assert done.returncode == 0, done.stdout
