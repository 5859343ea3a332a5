"""What administrators decide holds; what is no decision is one sentence and ignored."""

import shutil
from pathlib import Path

import pytest

from desktop_app.domain.bulletin import Script
from desktop_app.domain.errors import DataError
from desktop_app.services import policy
from desktop_app.services.library import open_library, open_newest
from desktop_app.services.policy import KEYS, Policy, of_places
from desktop_app.services.settings import Settings
from desktop_app.system import resources
from desktop_app.system.language import LANGUAGES
from desktop_app.system.policies import Place


def decided(**values: str) -> Policy:
    return of_places((Place("/etc/gongbao/policy.ini", values),))


def test_what_is_decided_goes_before_what_the_user_set() -> None:
    made = decided(Language="zh_TW", DefaultScript="HANT")
    mine = Settings(language="en", zoom_percent=150)
    assert made.applied(mine) == Settings(language="zh_TW", script=Script.HANT, zoom_percent=150)
    assert set(made.settings) == {"language", "script"}
    assert made.ignored == ()


def test_nothing_is_locked_where_nothing_is_decided() -> None:
    mine = Settings(script=Script.SOURCE)
    assert Policy().applied(mine) is mine
    assert Policy().library_folder is None
    Policy().require_export()
    assert list(Policy().notes()) == []


@pytest.mark.parametrize(
    ("text", "allowed"), [("0", False), ("No", False), ("1", True), ("TRUE", True), ("", True)]
)
def test_export_is_allowed_or_not(text: str, allowed: bool) -> None:
    made = decided(allowexport=text)
    assert made.allows_export is allowed
    assert made.ignored == ()
    if not allowed:
        with pytest.raises(DataError, match="export_not_allowed"):
            made.require_export()


def test_the_stronger_place_holds_key_by_key() -> None:
    weak = Place("beside", {"Language": "en", "AllowExport": "0"})
    strong = Place("machine", {"Language": "zh_TW", "AllowExport": "maybe"})
    made = of_places((weak, strong))
    assert made.settings == {"language": "zh_TW"}
    # What is no value decides nothing, and not against another place either.
    assert not made.allows_export
    assert [message.params["where"] for message in made.ignored] == ["machine"]


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("name", [*(key.name for key in KEYS), "AlowExport"])
def test_a_bad_value_is_one_sentence_that_names_it(name: str, spoken: str) -> None:
    made = decided(**{name: "nein{}"})
    assert made.values == {}
    (message,) = made.ignored
    sentence = resources.sentence(message, spoken)
    assert name in sentence
    assert "/etc/gongbao/policy.ini" in sentence
    assert ("nein{}" in sentence) is (name != "AlowExport")


@pytest.mark.parametrize("text", ["公报", "./公报", "~/公报", "/srv/\0公报"])
def test_a_folder_is_named_whole(text: str) -> None:
    made = decided(LibraryFolder=text)
    assert made.library_folder is None
    assert len(made.ignored) == 1


def test_every_key_that_locks_names_a_setting() -> None:
    names = set(Settings.__struct_fields__)
    assert {key.locks for key in KEYS} - {""} <= names


# The library folder


@pytest.fixture
def share(tmp_path: Path, library_path: Path) -> Path:
    folder = tmp_path / "共享 文件夹"
    folder.mkdir()
    for name in ("公报-9.db", "公报-10.db"):
        shutil.copy(library_path, folder / name)
    (folder / "说明.txt").write_text("不是资料库", encoding="utf-8")
    return folder


def test_the_newest_name_in_the_folder_is_opened(
    share: Path, library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(policy, "current", lambda: decided(LibraryFolder=f'"{share}"'))
    with open_library() as library:
        assert library.path.name == "公报-10.db"
    # Who names a library gets that one.
    with open_library(library_path) as library:
        assert library.path == library_path


def test_one_that_is_being_copied_is_passed_over(share: Path) -> None:
    (share / "公报-11.db").write_bytes(b"")
    (share / "公报-12.db").write_bytes((share / "公报-9.db").read_bytes()[:5000])
    with open_newest(share) as library:
        assert library.path.name == "公报-10.db"


def test_a_folder_without_a_library_that_opens(share: Path) -> None:
    with pytest.raises(DataError, match="policy_library_away"):
        open_newest(share / "不在")
    for file in share.glob("*.db"):
        file.write_bytes(b"")
    with pytest.raises(DataError, match="library_empty"):
        open_newest(share)
    for file in share.glob("*.db"):
        file.unlink()
    with pytest.raises(DataError, match="policy_library_none"):
        open_newest(share)
