"""Where administrators write what they decide, and what becomes of places that do not count."""

import os
from pathlib import Path
from types import TracebackType

import pytest

from desktop_app.system import policies


class _Key:
    def __init__(self, values: list[tuple[str, object, int]]) -> None:
        self.values = values

    def __enter__(self) -> "_Key":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        del kind, error, trace


class _Registry:
    """What of the module `winreg` is asked, with the values of one key; None: there is no key."""

    HKEY_LOCAL_MACHINE, KEY_READ, KEY_WOW64_64KEY = object(), 0x20019, 0x100
    REG_SZ, REG_EXPAND_SZ, REG_DWORD = 1, 2, 4

    def __init__(self, values: list[tuple[str, object, int]] | OSError) -> None:
        self._values = values

    def OpenKey(self, root: object, name: str, zero: int, access: int) -> _Key:  # noqa: N802 — winreg's name
        assert (root, name, zero) == (self.HKEY_LOCAL_MACHINE, r"Software\Policies\Gongbao", 0)
        assert access & self.KEY_WOW64_64KEY
        if isinstance(self._values, OSError):
            raise self._values
        return _Key(self._values)

    def QueryInfoKey(self, key: _Key) -> tuple[int, int, int]:  # noqa: N802 — winreg's name
        return 0, len(key.values), 0

    def EnumValue(self, key: _Key, at: int) -> tuple[str, object, int]:  # noqa: N802 — winreg's name
        return key.values[at]

    def ExpandEnvironmentStrings(self, text: object) -> str:  # noqa: N802 — winreg's name
        return str(text).replace("%PROGRAMDATA%", r"C:\ProgramData")


@pytest.fixture
def etc(tmp_path: Path) -> Path:
    (tmp_path / "etc" / "gongbao").mkdir(parents=True)
    return tmp_path / "etc"


def write(etc: Path, data: str | bytes) -> Path:
    file = etc / "gongbao" / "policy.ini"
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return file


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The folder of a packaged program with a policy beside it."""
    folder = tmp_path / "程序 文件"
    folder.mkdir()
    (folder / "policy.ini").write_text("[Gongbao]\nLanguage = en\n", encoding="utf-8")
    return folder


@pytest.fixture
def stranger(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the program owns nothing, and may write what all may."""
    if os.name == "nt":
        pytest.skip("Windows is asked itself")
    monkeypatch.setattr(os, "geteuid", lambda: 54321)
    monkeypatch.setattr(os, "access", lambda path, mode: bool(Path(path).stat().st_mode & mode))


def test_nothing_is_decided_where_nothing_is_written(tmp_path: Path) -> None:
    assert policies.read(tmp_path, tmp_path) == ()
    assert policies.read(tmp_path, None, _Registry(FileNotFoundError(2, "gone"))) == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_file_of_any_editor(etc: Path, encoding: str) -> None:
    lines = (
        "; 由信息中心维护",
        "[Gongbao]",
        r"LibraryFolder = \\服务器\统计%20公报：甲",
        "AllowExport=0",
    )
    text = "\r\n".join(lines)
    file = write(etc, text.encode(encoding))
    (place,) = policies.read(etc)
    assert place.where == str(file)
    assert place.problem is None
    assert place.values == {"LibraryFolder": r"\\服务器\统计%20公报：甲", "AllowExport": "0"}


@pytest.mark.parametrize(
    "data", [b"AllowExport=0\n", b"\x00\xff\xfe\x81", b"\xff\xfe\x00", b"[Gongbao\nx"]
)
def test_a_file_that_is_no_ini_is_one_sentence(etc: Path, data: bytes) -> None:
    write(etc, data)
    (place,) = policies.read(etc)
    assert place.values == {}
    assert place.problem is not None
    assert place.problem.id == "policy_unreadable"
    assert "\n" not in str(place.problem.params["why"])


def test_a_folder_in_the_place_of_the_file(etc: Path) -> None:
    (etc / "gongbao" / "policy.ini").mkdir()
    (place,) = policies.read(etc)
    assert place.problem is not None
    assert place.problem.id == "policy_unreadable"


def test_an_empty_file_decides_nothing(etc: Path) -> None:
    write(etc, b"")
    (place,) = policies.read(etc)
    assert (place.values, place.problem) == ({}, None)


@pytest.mark.usefixtures("stranger")
def test_beside_the_program_it_counts_where_users_cannot_write(program: Path, etc: Path) -> None:
    write(etc, "[Gongbao]\nLanguage = zh_TW\n")
    program.chmod(0o555)
    (program / "policy.ini").chmod(0o444)
    beside, machine = policies.read(etc, program)
    assert (beside.values, beside.problem) == ({"Language": "en"}, None)
    assert machine.values == {"Language": "zh_TW"}


@pytest.mark.usefixtures("stranger")
@pytest.mark.parametrize(("folder", "file"), [(0o777, 0o444), (0o555, 0o666)])
def test_beside_the_program_it_does_not_count_where_they_can(
    program: Path, etc: Path, folder: int, file: int
) -> None:
    program.chmod(folder)
    (program / "policy.ini").chmod(file)
    (place,) = policies.read(etc, program)
    assert place.values == {}
    assert place.problem is not None
    assert place.problem.id == "policy_unprotected"


def test_who_owns_a_file_can_always_write_it(program: Path, etc: Path) -> None:
    (program / "policy.ini").chmod(0o444)
    program.chmod(0o555)
    (place,) = policies.read(etc, program)
    assert place.problem is not None
    assert place.problem.id == "policy_unprotected"


def test_the_registry_holds_texts_numbers_and_names_of_folders(etc: Path) -> None:
    write(etc, "[Gongbao]\nLanguage = en\n")
    registry = _Registry(
        [
            ("LibraryFolder", r"%PROGRAMDATA%\公报", _Registry.REG_EXPAND_SZ),
            ("AllowExport", 0, _Registry.REG_DWORD),
            ("Language", "zh_TW", _Registry.REG_SZ),
            ("", "unnamed", _Registry.REG_SZ),
            ("DefaultScript", None, _Registry.REG_SZ),
        ]
    )
    (place,) = policies.read(etc, None, registry)
    assert place.where == r"HKLM\Software\Policies\Gongbao"
    assert place.values == {
        "LibraryFolder": r"C:\ProgramData\公报",
        "AllowExport": "0",
        "Language": "zh_TW",
        "DefaultScript": "",
    }


def test_a_registry_that_may_not_be_read_is_one_sentence(etc: Path) -> None:
    (place,) = policies.read(etc, None, _Registry(PermissionError(13, "denied")))
    assert place.problem is not None
    assert place.problem.params["why"] == "denied"


@pytest.mark.skipif(os.name != "nt", reason="elsewhere modes say it")
def test_a_file_of_ones_own_can_be_changed_also_when_marked_read_only(program: Path) -> None:
    file = program / policies.FILE
    assert policies._can_change(file)
    file.chmod(0o444)
    assert policies._can_change(file)
    assert policies._can_change(program)
