"""Packages are signed where a key is given, and left alone where none is."""

import os
import shutil
import subprocess
from pathlib import Path

import pip
import pytest

pytestmark = pytest.mark.system

_PACKAGING = Path(__file__).parents[2] / "packaging"
_TOOLS = ("minisign", "osslsigncode", "openssl")


@pytest.fixture(autouse=True)
def tools() -> None:
    missing = [tool for tool in _TOOLS if shutil.which(tool) is None]
    if missing:
        pytest.fail(f"packages are signed: apt install {' '.join(missing)}")


def run(folder: Path, *command: str | Path, **keys: str | Path) -> str:
    """Run a command in `folder` with the keys as its environment, and return what it says."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SIGN_")}
    kept.pop("MINISIGN_KEY", None)
    done = subprocess.run(
        [str(part) for part in command],
        env=kept | {name: str(value) for name, value in keys.items()},
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout + done.stderr


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """A folder of packages, with names as they may be."""
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / "gongbao_0.1.0_amd64.deb").write_bytes(b"deb")
    (folder / "gongbao-0.1.0-试装 x64-setup.exe").write_bytes(b"exe")
    return folder


@pytest.fixture
def keys(tmp_path: Path) -> tuple[Path, Path]:
    """A key that is thrown away, its public half and its secret one."""
    public, secret = tmp_path / "key.pub", tmp_path / "key"
    run(tmp_path, "minisign", "-G", "-W", "-p", public, "-s", secret)
    return public, secret


def test_without_a_key_there_are_sums_alone(dist: Path) -> None:
    before = {path.name for path in dist.iterdir()}
    run(dist, _PACKAGING / "sums.sh", dist)
    assert {path.name for path in dist.iterdir()} == before | {"SHA256SUMS"}
    run(dist, "sha256sum", "--check", "--strict", "SHA256SUMS")


def test_with_a_key_every_package_and_the_sums_are_signed(
    dist: Path, keys: tuple[Path, Path]
) -> None:
    public, secret = keys
    packages = sorted(path.name for path in dist.iterdir())
    for _twice in range(2):
        run(dist, _PACKAGING / "sums.sh", dist, MINISIGN_KEY=secret)
    listed = (dist / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert sorted(line.split("  ", 1)[1] for line in listed) == packages
    for name in (*packages, "SHA256SUMS"):
        said = run(dist, "minisign", "-V", "-p", public, "-m", name)
        assert f"Trusted comment: {name}" in said
    (dist / packages[0]).write_bytes(b"another")
    with pytest.raises(subprocess.CalledProcessError):
        run(dist, "minisign", "-V", "-p", public, "-m", packages[0])


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate that is thrown away, with its key."""
    subject = ["-subj", "/CN=Gongbao test", "-addext", "extendedKeyUsage=codeSigning"]
    made = ["-keyout", "key.pem", "-out", "cert.pem"]
    run(tmp_path, "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *made, *subject)
    joined = ["-inkey", "key.pem", "-in", "cert.pem", "-passout", "pass:"]
    run(tmp_path, "openssl", "pkcs12", "-export", *joined, "-out", "sign.pfx")
    return tmp_path / "sign.pfx"


def test_the_programs_of_a_frozen_folder_are_signed_and_listed_anew(
    tmp_path: Path, certificate: Path
) -> None:
    frozen = tmp_path / "程序 文件"
    (frozen / "_internal").mkdir(parents=True)
    (frozen / "_internal" / "一个 文件.txt").write_text("1", encoding="utf-8")
    # A real program of Windows, of the kind that is at hand.
    launcher = Path(pip.__file__).parent / "_vendor" / "distlib" / "t64.exe"
    program = frozen / "gongbao.exe"
    shutil.copy(launcher, program)
    files = ["gongbao.exe", "_internal/一个 文件.txt"]
    sums = run(frozen, "sha256sum", *files)
    (frozen / "files.sha256").write_text(sums, encoding="utf-8")

    run(tmp_path, _PACKAGING / "sign.sh", "programs", frozen)
    assert program.read_bytes() == launcher.read_bytes()
    run(tmp_path, _PACKAGING / "sign.sh", "programs", frozen, SIGN_PFX=certificate)
    assert program.read_bytes() != launcher.read_bytes()
    run(frozen, "sha256sum", "--check", "--strict", "files.sha256")
    own: list[str | Path] = ["-CAfile", tmp_path / "cert.pem", "-in", program]
    assert "Signature verification: ok" in run(tmp_path, "osslsigncode", "verify", *own)
