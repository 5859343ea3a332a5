"""The receipt of a file says what was read and what was not."""

from msgspec.structs import replace

from desktop_app.domain.bulletin import Bulletin, Receipt
from desktop_app.services import receipts
from desktop_app.system import resources


def said(bulletin: Bulletin) -> list[str]:
    return [
        "  " * depth + resources.sentence(message, "zh_CN")
        for depth, message in receipts.lines(bulletin, "不详")
    ]


def test_the_summary_counts_what_there_is(bundled: Bulletin) -> None:
    sentence = resources.sentence(receipts.summary(bundled), "zh_CN")
    assert sentence.startswith(f"读出 {len(bundled.chapters)} 章、")
    assert f"{len(bundled.figures)} 个数据；" in sentence
    assert f"文字修复 {len(bundled.repairs)} 处" in sentence


def test_what_is_not_known_is_said_to_be(bundled: Bulletin) -> None:
    bare = replace(bundled, info=replace(bundled.info, place="", place_code="", year=None))
    assert "地区：不详（代码 不详）" in said(bare)
    assert "年份：不详" in said(bare)


def test_numbers_that_became_no_figure_are_listed(bundled: Bulletin) -> None:
    lines = said(replace(bundled, receipt=Receipt(lines=40, unread=((3, "4?.6亿元"),))))
    at = lines.index("残缺或认不出指标、未成为数据的数字：1 个")
    assert lines[at + 1] == "  第 3 行：4?.6亿元"


def test_a_long_list_of_lines_left_out_is_cut_and_counted(bundled: Bulletin) -> None:
    skipped = tuple((line, "空行") for line in range(1, 31))
    lines = said(replace(bundled, receipt=Receipt(lines=40, skipped=skipped)))
    at = lines.index("未读入：30 行")
    assert lines[at + receipts.SKIPPED_SHOWN + 1] == "  另有 10 行"


def test_a_title_that_disagrees_is_told(bundled: Bulletin) -> None:
    (told,) = receipts.title_findings(bundled, "zh_CN")
    assert "标题" in told
    (told,) = receipts.title_findings(bundled, "en")
    assert told.startswith("One title names")
