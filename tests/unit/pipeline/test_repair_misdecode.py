"""Bytes read one off are read again, or marked: tried on text that a test damages itself."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.bulletin import Certainty
from desktop_app.pipeline.repair import damaged_spans, repair
from desktop_app.pipeline.repair.scripts import to_simplified
from tests.fuzz.damage import Plan, damage_line

GLOSSES = {
    "區": "qū", "業": "yè", "數": "shù", "農": "nóng", "領": "lǐng", "現": "xiàn", "礎": "chǔ",
    "驅": "qū", "側": "cè", "設": "shè", "經": "jīng", "統": "tǒng", "續": "xù", "環": "huán",
}  # fmt: skip

# A sound part, in whose words the damaged sentences are told.
SOUND = """二、農業
全年糧食種植面積穩定，農民收入持續增加。設施農業基礎繼續鞏固，現代農業示範園區建設有序推進。
年末學校基礎設施建設完成投資，各學校安全專項整治工作全面完成。科技局領導到當地農民家中調研。
確保安全生產，期間未發生事故。環境保護等民生領域投入增加。人口普查結果公布，總人口數量穩定。
疫情防控常態化，危險化學品管理規範化。現已完成全部工程。原因正在調查，學校及醫院恢復正常。
"""

SENTENCES = (
    "全市改造道路五條。現已完成三條，其餘繼續施工。",
    "年內完成學校基礎設施建設投資二億元，進度加快。",
    "幫助當地農民增加收入，效果明顯。",
    "住房、金融理財等民生領域投入增加，服務改善。",
    "建成學校“實驗園區”一個，全年工作有序推進。",
)


def damage(text: str, glosses: Mapping[str, str]) -> str:
    """Do to each line of Traditional `text` what byte filters and a careless decoder do to it."""
    plan = Plan(glosses)
    return "\n".join(damage_line(line, plan) for line in text.split("\n"))


def read(source: str) -> str:
    return repair(source)[0].hans


@pytest.mark.parametrize(
    ("sound", "damaged"),
    [
        ("米。現已完成", "米?,F(xiàn)已完成"),
        ("清學校基礎設施", "清學?;A(chǔ)設(shè)施"),
        ("為當地農民服務", "為當?shù)剞r(nóng)民服務"),
        ("總人口134.9萬人", "總?cè)丝?34.9萬人"),
    ],
)
def test_the_damage_of_these_tests_is_that_of_real_pages(sound: str, damaged: str) -> None:
    assert damage(sound, GLOSSES) == damaged


@pytest.mark.parametrize("sentence", SENTENCES)
def test_restores_what_the_bytes_and_the_document_prove(sentence: str) -> None:
    source = damage(f"{SOUND}{sentence}\n", GLOSSES)
    line = source.splitlines()[-1]
    assert "?" in line
    text, repairs = repair(source)
    assert text.hans.splitlines()[-1] == to_simplified(sentence)
    begin = source.rindex(line)
    restored = [r for r in repairs if r.rule.startswith("misdecode") and r.start >= begin]
    assert restored
    assert {r.certainty for r in restored} <= {Certainty.CERTAIN, Certainty.LIKELY}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_run_is_one_repair_and_leads_back_to_its_ink(sentence: str) -> None:
    source = damage(f"{SOUND}{sentence}\n", GLOSSES)
    text, repairs = repair(source)
    for mended in repairs:
        assert source[mended.start : mended.end] == mended.damaged
        if mended.rule.startswith("misdecode"):
            start = text.map.to_reading(mended.start)
            assert text.hans[start : start + len(mended.repaired)] == mended.repaired


@pytest.mark.parametrize("sentence", SENTENCES)
def test_whichever_sign_stands_for_a_lone_byte(sentence: str) -> None:
    source = damage(f"{SOUND}{sentence}\n", GLOSSES)
    assert read(source.replace("?", "\ufffd")).replace("\ufffd", "?") == read(source)


def test_a_lone_byte_need_not_take_the_parenthesis_of_a_gloss() -> None:
    source = damage(f"{SOUND}幫助當地農民增加收入。\n", GLOSSES)
    assert "當?shù)剞r" in source
    assert read(source.replace("?sh", "?(sh")) == read(source)
    assert read(source).endswith("\n帮助当地农民增加收入。\n")


def test_a_swallowed_digit_is_never_made_up() -> None:
    source = damage(f"{SOUND}年末總人口134.9萬人，比上年末增加。\n", GLOSSES)
    text, repairs = repair(source)
    at = source.index("34.9")
    assert "人口?34.9万人" in text.hans
    assert any(start <= at < end for start, end in damaged_spans(repairs))


def test_a_mark_at_the_rim_stays_where_only_its_character_is_open() -> None:
    # The second byte of 生 may begin a pair that a decoder drops: more may be gone than 生.
    source = damage(f"{SOUND}住房、金融理財等民生，投入增加。\n", GLOSSES)
    text, repairs = repair(source)
    assert text.hans.splitlines()[-1] == "住房、金融理财等民?，投入增加。"
    assert (Certainty.UNKNOWN, "?") in {(r.certainty, r.repaired) for r in repairs}


def test_what_is_open_stays_and_is_marked() -> None:
    # Nothing in the document tells which character the lone byte began.
    source = "年內完成?!岸蟆逼陂g任務"
    text, repairs = repair(source)
    assert text.hans.startswith("年内完成?")
    unknown = [r for r in repairs if r.certainty is Certainty.UNKNOWN]
    assert unknown
    assert unknown[0].start == source.index("?")
    assert any(end == unknown[0].end for _, end in damaged_spans(repairs))


@pytest.mark.parametrize(
    ("source", "number"),
    [("全市總人口?34.9萬人", "34.9"), ("實現產值?5億元", "5"), ("增長?，達到3%", "3")],
)
def test_every_mark_between_characters_is_at_least_damage(source: str, number: str) -> None:
    text, repairs = repair(source)
    place = source.index("?")
    assert number in text.hans
    assert any(start <= place < end for start, end in damaged_spans(repairs))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(SENTENCES + tuple(SOUND.split("\n"))), min_size=1, max_size=5),
    st.sets(st.sampled_from(sorted(GLOSSES))),
)
def test_no_damage_goes_unseen(lines: list[str], glossed: set[str]) -> None:
    """Whatever is damaged is read as it was, or a mark stands at it."""
    sentences = [line for line in lines if line]
    glosses = {char: GLOSSES[char] for char in glossed} or {"區": "qū"}
    source = damage(SOUND + "\n".join(sentences), glosses)
    text, repairs = repair(source)
    marked = {text.hans.count("\n", 0, text.map.to_reading(s)) for s, _ in damaged_spans(repairs)}
    meant = to_simplified(SOUND + "\n".join(sentences)).split("\n")
    for number, (line, wanted) in enumerate(zip(text.hans.split("\n"), meant, strict=True)):
        assert line == wanted or number in marked


@pytest.mark.parametrize("lost", ["?" * 4000, "增长????亿元。" * 20, "?。" * 3000])
def test_what_a_program_without_chinese_wiped_out_is_marked_and_left(lost: str) -> None:
    source = f"全年粮食产量18.6万吨。\n{lost}"
    text, repairs = repair(source)
    assert text.hans.count("?") == source.count("?")
    assert {r.certainty for r in repairs} == {Certainty.UNKNOWN}
    marked = {at for r in repairs for at in range(r.start, r.end)}
    assert marked >= {at for at, char in enumerate(source) if char == "?"}
