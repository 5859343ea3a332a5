"""The program's log."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.system import logs


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    yield
    logs.stop()


def test_what_areas_say_is_in_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GONGBAO_LOG", raising=False)
    file = logs.start(tmp_path / "日志")
    logging.getLogger("store").info("opened %s", "资料库")
    logging.getLogger("store").debug("a detail")
    logging.getLogger("elsewhere").error("not ours")
    logs.stop()
    assert file is not None
    (line,) = file.read_text(encoding="utf-8").splitlines()
    assert line.endswith("INFO    store: opened 资料库")


def test_details_are_in_the_file_where_they_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GONGBAO_LOG", "debug")
    file = logs.start(tmp_path)
    logging.getLogger("search").debug("a detail")
    logs.stop()
    assert file is not None
    assert file.read_text(encoding="utf-8").endswith("DEBUG   search: a detail\n")


def test_starting_again_goes_on_in_the_same_file(tmp_path: Path) -> None:
    files = []
    for word in ("one", "two"):
        files.append(logs.start(tmp_path))
        logging.getLogger("ui").warning(word)
        logs.stop()
    first, second = files
    assert first is not None
    assert first == second
    assert len(first.read_text(encoding="utf-8").splitlines()) == 2


def test_where_no_file_can_be_written_the_program_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert logs.start(tmp_path / "file") is None
    logging.getLogger("store").info("nowhere")


def test_a_file_that_cannot_be_opened_costs_only_the_log(tmp_path: Path) -> None:
    (tmp_path / "gongbao.log").mkdir()
    logs.start(tmp_path)
    logging.getLogger("store").info("nowhere")
    logs.stop()
    assert (tmp_path / "gongbao.log").is_dir()


def test_a_full_file_makes_way_for_a_new_one(tmp_path: Path) -> None:
    file = logs.start(tmp_path)
    for number in range(3000):
        logging.getLogger("ui").warning("%d %s", number, "字" * 300)
    logs.stop()
    assert file is not None
    kept = sorted(tmp_path.iterdir())
    assert [one.name for one in kept] == ["gongbao.log", "gongbao.log.1", "gongbao.log.2"]
    # Python counts the characters of the newest line, not its bytes.
    assert all(one.stat().st_size < 514 * 1024 for one in kept)
    assert " 2999 " in file.read_text(encoding="utf-8").splitlines()[-1]
