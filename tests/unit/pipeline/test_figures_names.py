"""Indicator names: what a statistician would write, with what was left unsaid restored."""

import pytest

from desktop_app.domain.bulletin import ReadingText
from desktop_app.pipeline.figures import extract
from desktop_app.pipeline.outline import read_outline


def names(*lines: str) -> list[str]:
    text = "\n".join(lines)
    reading = ReadingText(text, text, text, ())
    return [figure.indicator for figure in extract(reading, read_outline(reading), (), 2022)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("初步核算，全年全市地区生产总值累计完成5亿元。", ["地区生产总值"]),
        ("全市生产总值②达到5亿元。", ["地区生产总值"]),
        ("全年人均地区生产总值为5元。", ["人均地区生产总值"]),
        ("年末共有上市企业5家。", ["上市企业数"]),
        ("其中，小麦产量5万吨。", ["小麦产量"]),
        ("年末参加失业保险人数5万人。", ["失业保险参保人数"]),
        ("优良天数为246天。", ["空气质量优良天数"]),
        ("城乡居民收入比为2.05:1。", ["城乡居民收入比"]),
        ("社区工作者42人的招聘工作已完成。", ["社区工作者招聘人数"]),
        ("6月发放供养救助金5万元。", ["供养救助金发放额"]),
        ("出口额是上年的2.3倍。", ["出口额相当于上年倍数"]),
    ],
)
def test_the_noun_before_the_number_names_it(sentence: str, expected: list[str]) -> None:
    assert names(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("打造4条绿化示范路和5条花卉示范路。", ["打造绿化示范路条数", "打造花卉示范路条数"]),
        ("每日出动6台水车、1台抑尘车。", ["每日出动水车数", "每日出动抑尘车数"]),
        ("免除10个回迁小区居民的电梯费。", ["免除电梯费的回迁小区数"]),
        ("为125户符合租赁补贴标准的居民发放补贴。", ["发放补贴的居民户数"]),
        ("对全区1万余株行道树进行定期养护。", ["定期养护的行道树株数"]),
        ("与两家客运公司签订保障合同。", ["签订保障合同的客运公司数"]),
        ("走访甲公司、乙公司等9家规上企业。", ["走访规上企业数"]),
        ("责令12家未按要求经营的企业进行整改。", ["责令整改的企业数"]),
        ("完成了16所学校厕所改造。", ["完成厕所改造学校数"]),
        ("缺失行道树11个品种1363株。", ["缺失行道树品种数", "缺失行道树株数"]),
        ("对医疗机构院感防控进行4轮集中督导检查。", ["医疗机构院感防控集中督导检查轮次"]),
        ("统筹推进三个停缓建项目。", ["统筹推进停缓建项目数"]),
    ],
)
def test_the_noun_after_the_number_names_it(sentence: str, expected: list[str]) -> None:
    assert names(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("城乡低保34户43人、特困人员17户18人。",
         ["城乡低保户数", "城乡低保人数", "特困人员户数", "特困人员数"]),
        ("软管已安装70户，安装率41%。", ["软管已安装户数", "软管安装率"]),
        ("应建公园40个，截止目前竣工20个，竣工率50%。",
         ["应建公园数", "公园竣工数", "公园竣工率"]),
        ("普通高校9所，招生7万人，毕业生6万人。",
         ["普通高校数", "普通高校招生数", "普通高校毕业生数"]),
        ("出生人口5万人，出生率为7.2‰。", ["出生人口", "人口出生率"]),
        ("栽植乔木14株、灌木200平。", ["栽植乔木株数", "栽植灌木面积"]),
        ("维修车行道5万平，人行道1万平。", ["维修车行道面积", "维修人行道面积"]),
        ("下沉服务事项，街道10项、社区20项。",
         ["下沉街道服务事项数", "下沉社区服务事项数"]),
        ("来鞍旅客212人，居家7日隔离135人，劝返61人。",
         ["来鞍旅客数", "来鞍旅客居家7日隔离人数", "来鞍旅客劝返人数"]),
        ("达标学校由2019年的小学1所，增加到目前的小学9所，中学4所。",
         ["小学达标学校数", "小学达标学校数", "中学达标学校数"]),
        ("预算支出667亿元，其中民生支出491亿元，占预算支出的73.7%。",
         ["预算支出", "民生支出", "民生支出占预算支出比重"]),
        ("公司保费收入17亿元，其中财产险3亿元，人身险13亿元。",
         ["公司保费收入", "财产险保费收入", "人身险保费收入"]),
        ("省级以上技术中心17个，其中国家级7个。", ["省级以上技术中心数", "国家级技术中心数"]),
        ("新设市场主体53户，其中企业9户。", ["新设市场主体户数", "新设企业户数"]),
        ("机构床位2万张，其中医院1万张。", ["机构床位数", "医院床位数"]),
        ("采样人员50人，检测人员9人（其中外聘3人），合格率98%。",
         ["采样人员数", "检测人员数", "检测人员外聘人数", "检测人员合格率"]),
        ("发放2022年租房补贴，共计5元。", ["租房补贴发放额"]),
        ("GDP增速分别高于全国、全省0.5和0.3个百分点。", ["GDP增速高于全国", "GDP增速高于全省"]),
    ],
)  # fmt: skip
def test_what_was_left_unsaid_is_restored(sentence: str, expected: list[str]) -> None:
    assert names(sentence) == expected


def test_a_measuring_word_is_said_once_for_a_list() -> None:
    found = names("国有企业增加值增长2%；集体企业下降5%；制造业增长3%。")
    assert found == ["国有企业增加值", "集体企业增加值", "制造业增加值"]


def test_a_scope_holds_for_its_grouped_sentences() -> None:
    found = names("限额以上企业商品零售额中，粮油类增长7%，饮料类下降13%。")
    assert found == ["限额以上企业粮油类商品零售额", "限额以上企业饮料类商品零售额"]
    found = names("在规模以上工业中，采矿业增加值下降6%。分产品看，制造业增长2%。全年出口增长5%。")
    assert found == ["规模以上工业采矿业增加值", "规模以上工业制造业增加值", "出口"]


def test_a_heading_is_the_subject_of_what_names_none() -> None:
    found = names(
        "一、建设", "1.口袋公园建设。计划投资27万元。", "2.道路绿化工程。计划投资5万元。"
    )
    assert found == ["口袋公园计划投资", "道路绿化计划投资"]


def test_equal_names_of_two_items_are_told_apart() -> None:
    found = names(
        "一、监管",
        "食品监管成效显著。共出动人员21人次。",
        "广告监管扎实开展。共出动人员86人次。",
    )
    assert found == ["食品监管出动人员人次", "广告监管出动人员人次"]
