"""Numbers with their units, and numbers that are no figures."""

import pytest

from desktop_app.pipeline.figures.numbers import Quantity, chinese_value
from desktop_app.pipeline.figures.quantities import quantities


def one(text: str) -> Quantity:
    (quantity,) = quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("粮食产量2.0万吨", "2.0", "万吨"),
        ("总产值1,234,567.8万元", "1234567.8", "万元"),
        ("总产值１２．５亿元", "12.5", "亿元"),
        ("增速29%", "29", "%"),
        ("增速29％", "29", "%"),
        ("自然增长率为-0.57‰", "-0.57", "‰"),
        ("提高0.94个百分点", "0.94", "个百分点"),
        ("绿地面积3.5万平", "3.5", "万平方米"),
        ("草坪600平；", "600", "平方米"),
        ("货物周转量8亿吨公里", "8", "亿吨公里"),
        ("浓度35μg/m3", "35", "μg/m3"),
        ("涉及7大类", "7", "类"),
        ("检测能力7万管 /日", "7", "万管/日"),
        ("建设三个项目", "3", "个"),
        ("两家企业", "2", "家"),
        ("十二台设备", "12", "台"),
        ("贷款五千万元", "5000", "万元"),
        ("合格率百分之九十五点五", "95.5", "%"),
        ("实现百分百安装", "100", "%"),
        ("居民消费价格指数为102.3", "102.3", ""),
        ("三次产业结构为3.9:39.0:57.1", "3.9:39.0:57.1", ""),
        ("三次产业结构为3.9∶39.0∶57.1", "3.9:39.0:57.1", ""),
        ("实现利润-2.3亿元", "-2.3", "亿元"),
        ("财政收支相抵结余-0.5亿元", "-0.5", "亿元"),
        ("进出口差-1.5亿美元", "-1.5", "亿美元"),
        ("实现利润－2.3亿元", "-2.3", "亿元"),
        ("出口同比-5.3%", "-5.3", "%"),
        ("增速为负2.3%", "-2.3", "%"),
        ("位居全省第3位", "3", "位"),
        ("优良天数比例全省排名第8。", "8", ""),
        ("移动电话普及率80.5部/百人", "80.5", "部/百人"),
        ("单耗0.85吨标准煤/万元", "0.85", "吨标准煤/万元"),
        ("全员劳动生产率为115009元/人", "115009", "元/人"),
        ("发电量25.3亿千瓦小时", "25.3", "亿千瓦小时"),
        ("接入流量1.2亿GB", "1.2", "亿GB"),
        ("集装箱吞吐量106万TEU", "106", "万TEU"),
        ("飞机起降42.3万架次", "42.3", "万架次"),
        ("进出港船舶6.2万艘次", "6.2", "万艘次"),
        ("增长三成以上。", "30", "%"),
        ("人均GDP38652元", "38652", "元"),
        ("发病率3.2‱", "3.2", "‱"),
        ("提高0.5百分点", "0.5", "个百分点"),
        ("农业机械总动力32万千瓦特", "32", "万千瓦特"),
        ("占比近七成，", "70", "%"),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, value: str, unit: str) -> None:
    quantity = one(text)
    assert (quantity.value, quantity.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "approx", "printed"),
    [
        ("投资近30亿元", "近", "30亿元"),
        ("投资约30亿元", "约", "30亿元"),
        ("来电3000多人次", "多", "3000多人次"),
        ("绿篱2.5万余平方米", "余", "2.5万余平方米"),
        ("合格率达到96%以上。", "以上", "96%以上"),
        ("病虫害率5%以下，", "以下", "5%以下"),
        ("每天30吨左右", "左右", "30吨左右"),
        ("大约30万人", "大约", "30万人"),
        ("预约30万人", "", "30万人"),
        ("签约30亿元", "", "30亿元"),
        ("附近30个村", "", "30个"),
    ],
)
def test_what_makes_a_number_approximate_is_kept(text: str, approx: str, printed: str) -> None:
    quantity = one(text)
    assert (quantity.approx, text[quantity.start : quantity.end]) == (approx, printed)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("优质果率达到70-80%，", "70", "80", "%"),
        ("补贴5万元至8万元", "5", "8", "万元"),
        ("补贴5万元-8万元", "5", "8", "万元"),
        ("每户3～5亩", "3", "5", "亩"),
        ("贷款70～80万元", "70", "80", "万元"),
        ("年息3%-5%", "3", "5", "%"),
        ("每村3至5个，", "3", "5", "个"),
        ("增长1.5—2个百分点", "1.5", "2", "个百分点"),
    ],
)
def test_a_range_is_one_figure(text: str, low: str, high: str, unit: str) -> None:
    quantity = one(text)
    assert (quantity.value, quantity.value_high, quantity.unit) == (low, high, unit)


@pytest.mark.parametrize(
    "text",
    [
        "2022年5月18日签约",
        "1—12月，",
        "1月24、25日培训",
        "2021-2025年规划",
        "5月底前完成",
        "3.做好民生工作",
        "(2)大厦项目",
        "4.4-9月份走访企业",
        "拨打“0412-12345”",
        "办理12345平台来件",
        "协调37中校区",
        "建设5G基站",
        "PM2.5有所改善",
        "300M专线",
        "医用84消毒液",
        "医用75%酒精若干",
        "《指南（第三版）》",
        "《员工48小时台账》",
        "国办发〔2022〕15号文件",
        "3.15国际消费者权益日",
        "一是加强领导",
        "进一步提高",
        "五险一金",
        "三年行动",
        "“三个一批”活动",
        "第二产业",
        "第七次人口普查",
        "一家企业",
        "二次供水",
        "十九大精神",
        "五个方面内容",
        "500万元以上项目",
        "（年主营业务收入2000万元及以上，下同）",
        "产值超10亿元企业",
        "60岁及以上人口",
        "突破5000亿元大关",
        "百万吨乙烯项目",
        "9个月投产",
        "连续6年保持两位数增长",
        "八大类商品价格",
        "创建国家5A级景区",
        "12345热线",
        "“211”高校",
        "“十四五”时期",
        "入选“985”工程",
        "三轮汽车",
        "两手抓",
        "三面环山",
        "三成立",
    ],
)
def test_what_is_no_figure_is_left_out(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("一百零五", 105),
        ("三千二百", 3200),
        ("两万", 20000),
    ],
)
def test_chinese_numerals_count(text: str, value: int) -> None:
    assert chinese_value(text) == value


@pytest.mark.parametrize("text", ["", "百", "万", "二〇二二"])
def test_other_chinese_numerals_count_nothing(text: str) -> None:
    assert chinese_value(text) is None


def test_a_mark_that_was_passed_gives_way_to_the_level() -> None:
    assert one("总产值突破20亿元，达到21.3亿元").value == "21.3"
    assert one("总产值突破20亿元，位次前移").value == "20"


def test_both_ends_of_an_index_are_read() -> None:
    found = quantities("城乡居民收入比由上年的2.31缩小到2.28。")
    assert [quantity.value for quantity in found] == ["2.31", "2.28"]


def test_a_spoken_numeral_inside_the_name_of_a_rate_is_no_figure() -> None:
    assert one("残疾人两项补贴发放率100%").value == "100"


def test_a_price_of_foreign_money_is_one_figure() -> None:
    assert one("平均汇率为1美元兑6.8985元人民币").value == "6.8985"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("实现总产值1 286 532万元。", "1286532", "万元"),
        ("实现总产值1 286.5亿元。", "1286.5", "亿元"),
        ("新增就业5 120人。", "5120", "人"),
        ("有12.6万下岗职工实现了再就业。", "12.6", "万人"),
        ("惠及3万余群众。", "3", "万人"),
        ("接待游客86.2万人（次）。", "86.2", "万人次"),
        ("牲畜存栏126.8万头（只）。", "126.8", "万头（只）"),
        ("建成10万吨级泊位5个。", "5", "个"),
        ("指数收于3234.68点。", "3234.68", "点"),
        ("汇率升值9个基本点。", "9", "个基点"),
    ],
)
def test_numbers_with_spaces_and_people_without_a_measure_word(
    text: str, value: str, unit: str
) -> None:
    quantity = one(text)
    assert (quantity.value, quantity.unit) == (value, unit)


def test_two_numbers_in_a_row_are_not_one() -> None:
    assert [q.value for q in quantities("粮食12.5 130万吨")] == ["130"]
