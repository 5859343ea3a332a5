"""What exported files are called: a name that Windows takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.services.file_names import file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ('2023/2024年:"公报"?', "2023／2024年：＂公报＂？"),
        ('二、城市/农村："甲"?. ', "二、城市／农村：＂甲＂？"),
        ("a\\b\n\tc\x00", "a＼b c"),
        ("..隐藏.. ", "隐藏"),
        ("con", "_con"),
        ("CON", "_CON"),
        ("NUL.公报", "_NUL.公报"),
        ("nul .公报", "_nul .公报"),
        ("COM1", "_COM1"),
        ("lpt³.x", "_lpt³.x"),
        ("CONIN$", "_CONIN$"),
        ("COM10", "COM10"),
        ("control", "control"),
        ("  ", "_"),
        ("", "_"),
        ("...", "_"),
        ("\u202e反\ud800", "反"),
        ("长" * 300, "长" * 60),
        ("长" * 59 + " .长", "长" * 59),
    ],
)
def test_names_of_files(title: str, name: str) -> None:
    assert file_name(title) == name


@given(st.text())
def test_every_title_becomes_a_name_that_can_be_written(title: str) -> None:
    name = file_name(title)
    assert name
    assert not set(name) & set('\\/:*?"<>|')
    assert name.isprintable()
    assert name == name.strip(" ")
    assert not name.endswith(".")
    assert len(f"{name}.docx".encode()) <= 255
    assert file_name(name) == name
