"""The main job, as a user does it: find a figure, copy it, copy it with its source."""

from pathlib import Path

import pytest

from tests.end2end.conftest import Start

pytestmark = pytest.mark.end2end

_TITLE = "鞍山市铁东区2022年国民经济和社会发展统计公报"
_FIRST_HIT_PX = (140, 192)


def test_find_a_figure_and_copy_it(start: Start, library_path: Path) -> None:
    program = start("--library", library_path)
    program.wait_for_window(_TITLE)
    program.press("ctrl+k")
    program.type_text("285.9")
    program.copies("ctrl+c", "285.9亿元", again=lambda: program.click(*_FIRST_HIT_PX))
    program.copies("ctrl+shift+c", f"285.9亿元（数据来源：《{_TITLE}》）")
    program.press("ctrl+2")
    program.copies("ctrl+c", "285.9億元")
    program.quit()


def test_the_keyboard_alone_is_enough(start: Start, library_path: Path) -> None:
    program = start("--library", library_path)
    program.wait_for_window(_TITLE)
    program.press("ctrl+k")
    program.type_text("53911")
    program.press("Return")
    program.copies("ctrl+c", "53911元")
    program.press("ctrl+k", "BackSpace", "Escape", "alt+Up")
    program.copies("ctrl+c", "20.57亿元")
    program.quit()


def test_switches_are_kept_for_the_next_start(start: Start, library_path: Path) -> None:
    for keys in (("ctrl+2", "alt+Down"), ("alt+Down",)):
        program = start("--library", library_path)
        program.wait_for_window(_TITLE)
        program.press(*keys)
        program.copies("ctrl+c", "285.9億元")
        program.quit()


def test_a_query_is_offered_again_at_the_next_start(start: Start, library_path: Path) -> None:
    for keys in (("Return",), ("Down", "Return", "Return")):
        program = start("--library", library_path)
        program.wait_for_window(_TITLE)
        program.press("ctrl+k")
        if keys == ("Return",):
            program.type_text("53911")
        program.press(*keys)
        program.copies("ctrl+c", "53911元")
        program.quit()


def test_finding_keeps_the_place_for_the_next_figure(start: Start, library_path: Path) -> None:
    program = start("--library", library_path)
    program.wait_for_window(_TITLE)
    program.press("ctrl+f")
    program.type_text("53911")

    def step_back() -> None:
        program.press("ctrl+f", "Return", "Escape", "alt+Up")

    program.copies("ctrl+c", "20.57亿元", again=step_back)
    program.quit()


def test_a_file_is_shown_and_kept_nowhere(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "大河县 公报.txt"
    file.write_text(
        "大河县2021年国民经济和社会发展统计公报\n一、综合\n全年地区生产总值12.5亿元，比上年增长3.0%。\n",
        encoding="gbk",
    )
    program = start("open", file)
    program.wait_for_window("大河县2021年国民经济和社会发展统计公报")
    program.press("alt+Down")
    program.copies("ctrl+c", "12.5亿元")
    program.press("ctrl+k")
    program.type_text("3.0")
    program.press("Return")
    program.copies("ctrl+c", "3.0%")
    program.quit()
    kept = [path for path in (tmp_path / "用户").rglob("*") if path.suffix == ".db"]
    assert kept == []


@pytest.mark.parametrize("arguments", [("--library", "没有.db"), ("open", "没有.txt")])
def test_what_is_missing_leaves_a_window_to_go_on_from(
    start: Start, arguments: tuple[str, str]
) -> None:
    program = start(*arguments)
    program.wait_for_window("统计公报浏览器")
    program.quit()


def test_another_language_holds_at_once_and_at_the_next_start(
    start: Start, library_path: Path
) -> None:
    program = start("--library", library_path)
    program.wait_for_window(_TITLE)
    program.press("ctrl+comma")
    program.wait_for_window("设置")
    # Simplified, Traditional, English below the desktop's own.
    program.press("alt+l", "Down", "Down", "Down")
    program.wait_for_window("Settings")
    program.press("Escape")
    program.wait_for_window(f"{_TITLE} — Gongbao")
    program.press("alt+Down")
    program.copies("ctrl+c", "285.9亿元")
    program.quit()

    program = start("--library", library_path)
    program.wait_for_window(f"{_TITLE} — Gongbao")
    program.quit()
