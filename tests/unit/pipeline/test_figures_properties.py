"""What holds for any text: no crash, places as printed, time in line with the length."""

import re
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.bulletin import Figure, Kind, ReadingText
from desktop_app.pipeline.figures import extract
from desktop_app.pipeline.outline import read_outline
from desktop_app.pipeline.repair import repair

PIECES = (
    "全年", "全市", "其中", "分别", "为", "达到", "比上年", "同比", "增长", "下降", "占",
    "比重", "的", "和", "、", "，", "。", "；", "：", "（", "）", "“", "”", "《", "》", "\n",
    "\t", " ", "%", "‰", "亿元", "万吨", "个百分点", "倍", "家", "户", "人", "元/人", "第",
    "位", "至", "-", "—", ".", ",", "∶", ":", "①", "[1]", "注：", "一、", "(1)", "约", "余",
    "以上", "翻一番", "三成", "百分之", "下同", "按可比价格计算", "由上年的", "调整为",
    "生产总值", "粮食产量", "工业增加值", "城镇", "农村", "企业", "0", "1", "23", "4.5",
    "2019年", "三", "十", "百", "万", "两", "单位：", "?", "？", "\u3000",
)  # fmt: skip
SENTENCES = (
    "初步核算，全年全市地区生产总值①1562.48亿元，按可比价格计算（下同），比上年增长12.6%。",
    "第一、二、三产业增加值分别为10亿元、20亿元和30亿元，分别增长1%、2%和3%。",
    "三次产业结构由上年的15:41:44调整为15:40:45，人均GDP38652元（约合5565美元）。",
    "年末参加失业保险人数5万人，其中女性2万人；覆盖率98.2%，居全省第3位。",
    "产品\t产量（万吨）\t比上年增长（%）\n小麦\t31.2\t-3.2\n注：①绝对数按现价计算。",
)
VALUE = re.compile(r"-?\d+(?:\.\d+)?(?::\d+(?:\.\d+)?)*")


def figures_of(text: str) -> tuple[ReadingText, tuple[Figure, ...]]:
    reading = ReadingText(text, text, text, ())
    return reading, extract(reading, read_outline(reading), (), 2022, "河南省/洛阳市")


def check(reading: ReadingText, figures: tuple[Figure, ...]) -> None:
    """Check what a reader of figures may rely on whatever the text is."""
    for figure in figures:
        assert figure.start < figure.end
        assert reading.source[figure.start : figure.end] == figure.printed
        assert any(
            char.isdigit() or char in "零一二两三四五六七八九十百" for char in figure.printed
        )
        assert figure.indicator
        assert "\n" not in figure.indicator + figure.printed
        assert VALUE.fullmatch(figure.value)
        assert figure.kind is Kind.RATIO or ":" not in figure.value
        if figure.change_end:
            printed = reading.hans[figure.change_read_start : figure.change_read_end]
            assert any(char.isdigit() or char in "百一二三四五六七八九十" for char in printed)
    assert [figure.id for figure in figures] == list(range(1, len(figures) + 1))


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_text_made_of_a_bulletin_s_words_is_read(text: str) -> None:
    check(*figures_of(text))


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all_is_read(text: str) -> None:
    check(*figures_of(text))


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map("".join),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 4), st.text(max_size=3)), max_size=6),
)
def test_a_damaged_text_is_read(text: str, damage: list[tuple[int, int, str]]) -> None:
    for at, length, instead in damage:
        text = text[:at] + instead + text[at + length :]
    check(*figures_of(text))
    reading, repairs = repair(text)
    found = extract(reading, read_outline(reading), repairs, 2022)
    for figure in found:
        assert reading.source[figure.start : figure.end] == figure.printed


def test_a_hundred_copies_take_a_hundred_times_as_long() -> None:
    text = "一、综合\n" + "\n".join(SENTENCES) + "\n"

    def seconds(copies: int) -> float:
        reading = ReadingText(text * copies, text * copies, text * copies, ())
        outline = read_outline(reading)
        began = time.process_time()
        extract(reading, outline, (), 2022)
        return time.process_time() - began

    seconds(1)
    few = min(seconds(5) for _ in range(3))
    assert seconds(200) < few * 40 * 1.6


def test_one_long_line_takes_no_longer_than_many_lines() -> None:
    line = "全年粮食产量5万吨，比上年增长3%，占全省的2%；"

    def seconds(text: str) -> float:
        reading = ReadingText(text, text, text, ())
        outline = read_outline(reading)
        began = time.process_time()
        extract(reading, outline, (), 2022)
        return time.process_time() - began

    seconds(line)
    assert seconds(line * 2000) < seconds((line + "\n") * 2000) * 4
