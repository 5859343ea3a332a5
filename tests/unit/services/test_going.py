"""A few letters lead to a heading or a figure."""

import pytest
from msgspec.structs import replace

from desktop_app.domain.bulletin import Bulletin
from desktop_app.services import going
from tests.handmade import Line, make_bulletin, make_figure


@pytest.fixture(scope="module")
def county() -> Bulletin:
    bulletin = make_bulletin(
        "青河县公报",
        Line("一、综合", "一"),
        "全年社会消费品零售总额12.5亿元。",
        Line("二、教育", "二"),
        "教育支出3亿元，有小学12所。",
    )
    figures = tuple(
        make_figure(bulletin, printed, number=number, indicator=name)
        for number, (printed, name) in enumerate(
            (("12.5亿元", "社会消费品零售总额"), ("3亿元", "教育支出"), ("12所", "小学数")),
            start=1,
        )
    )
    return replace(bulletin, figures=figures)


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("", ["一、综合", "二、教育"]),
        ("教育", ["二、教育", "教育支出"]),
        ("敎育", ["二、教育", "教育支出"]),
        ("支出", ["教育支出"]),
        ("社會消費", ["社会消费品零售总额"]),
        ("shxfp", ["社会消费品零售总额"]),
        ("jiaoyu", ["二、教育", "教育支出"]),
        ("二", ["二、教育"]),
        ("2", ["二、教育"]),
        ("没有这个", []),
        ("  ", ["一、综合", "二、教育"]),
    ],
)
def test_what_is_typed_names_places(county: Bulletin, typed: str, texts: list[str]) -> None:
    assert [target.text for target in going.targets(county, typed)] == texts


def test_a_target_knows_where_it_stands(county: Bulletin) -> None:
    heading, figure = going.targets(county, "教育")
    assert county.text.hans[heading.read_offset :].startswith("二、教育")
    assert (figure.figure_id, figure.value) == (2, "3亿元")


def test_no_more_are_offered_than_one_can_look_through(county: Bulletin) -> None:
    many = replace(
        county,
        figures=tuple(replace(county.figures[0], id=number) for number in range(1, 500)),
    )
    assert len(going.targets(many, "零售")) == going.MOST
