"""Places by their names: every division of the lists, short names, former ones, zones."""

import pytest

from desktop_app.pipeline import divisions, places
from desktop_app.pipeline.places import read_place


@pytest.mark.parametrize(
    ("phrase", "path", "code"),
    [
        ("河北省石家庄市长安区经济", "河北省/石家庄市/长安区", "130102"),
        ("内蒙古自治区兴安盟", "内蒙古自治区/兴安盟", "152200"),
        ("内蒙古通辽市", "内蒙古自治区/通辽市", "150500"),
        ("重庆市", "重庆市", "500000"),
        ("重庆市丰都县", "重庆市/丰都县", "500230"),
        ("丰都县国民经济", "重庆市/丰都县", "500230"),
        ("湖南省长沙县", "湖南省/长沙市/长沙县", "430121"),
        ("仙桃市", "湖北省/仙桃市", "429004"),
        ("呼伦贝尔市鄂温克族自治旗", "内蒙古自治区/呼伦贝尔市/鄂温克族自治旗", "150724"),
        ("吉林", "吉林省", "220000"),
        ("吉林市船营区", "吉林省/吉林市/船营区", "220204"),
        ("南京市鼓楼区", "江苏省/南京市/鼓楼区", "320106"),
        ("河南省开封市鼓楼区", "河南省/开封市/鼓楼区", "410204"),
        ("中国国民经济", "中国", ""),
        ("", "", ""),
    ],
)
def test_places_are_read_from_the_province_down(phrase: str, path: str, code: str) -> None:
    place = read_place(phrase)
    assert (place.path, place.code) == (path, code)


@pytest.mark.parametrize(
    ("phrase", "path", "code"),
    [
        ("酉阳自治县", "重庆市/酉阳土家族苗族自治县", "500242"),
        ("酉阳县", "重庆市/酉阳土家族苗族自治县", "500242"),
        ("恩施州", "湖北省/恩施土家族苗族自治州", "422800"),
        ("海南州", "青海省/海南藏族自治州", "632500"),
        ("伊犁州", "新疆维吾尔自治区/伊犁哈萨克自治州", "654000"),
        ("鄂伦春旗", "内蒙古自治区/呼伦贝尔市/鄂伦春自治旗", "150723"),
        ("甘肃省东乡县", "甘肃省/临夏回族自治州/东乡族自治县", "622926"),
        ("珠海国民经济", "广东省/珠海市", "440400"),
        ("上虞统计", "浙江省/绍兴市/上虞区", "330604"),
        ("第八师石河子市", "新疆维吾尔自治区/石河子市", "659001"),
        ("兵团国民经济", "新疆维吾尔自治区/新疆生产建设兵团", ""),
    ],
)
def test_short_names(phrase: str, path: str, code: str) -> None:
    place = read_place(phrase)
    assert (place.path, place.code) == (path, code)


@pytest.mark.parametrize(
    ("phrase", "path", "code"),
    [
        ("上虞市", "浙江省/绍兴市/上虞市", "330682"),
        ("襄樊市襄城区", "湖北省/襄樊市/襄城区", "420602"),
        ("大足县", "重庆市/大足县", "500225"),
        ("呼伦贝尔盟", "内蒙古自治区/呼伦贝尔盟", "152100"),
        ("周口地区沈丘县", "河南省/周口地区/沈丘县", "412728"),
        # What stands wins over what stood under another parent.
        ("沈丘县", "河南省/周口市/沈丘县", "411624"),
    ],
)
def test_former_places(phrase: str, path: str, code: str) -> None:
    place = read_place(phrase)
    assert (place.path, place.code) == (path, code)


@pytest.mark.parametrize(
    ("phrase", "path"),
    [
        ("雄安新区", "河北省/雄安新区"),
        ("苏州工业园区", "江苏省/苏州市/苏州工业园区"),
        ("郑州高新区统计", "河南省/郑州市/郑州高新区"),
        ("郑州经济技术开发区国民经济", "河南省/郑州市/郑州经济技术开发区"),
        ("库尔勒经济技术开发区", "新疆维吾尔自治区/巴音郭楞蒙古自治州/库尔勒经济技术开发区"),
        ("洛阳市伊滨区2020", "河南省/洛阳市/伊滨区"),
        ("张家口市察北管理区", "河北省/张家口市/察北管理区"),
    ],
)
def test_zones_have_no_code(phrase: str, path: str) -> None:
    place = read_place(phrase)
    assert (place.path, place.code) == (path, "")


@pytest.mark.parametrize(
    "phrase", ["我市国民经济", "全县", "该区", "国民经济和社会发展", "市", "中山市场"]
)
def test_what_is_no_place(phrase: str) -> None:
    assert read_place(phrase).parts == ()


def test_words_of_a_title_are_no_county() -> None:
    assert read_place("东莞市城市建设统计公报").path == "广东省/东莞市"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("", "鼓楼区"),
        ("福州市鼓楼区统计局", "福建省/福州市/鼓楼区"),
        ("徐州鼓楼区", "江苏省/徐州市/鼓楼区"),
        ("开封市增长。开封市下降。南京市持平。", "河南省/开封市/鼓楼区"),
        ("开封市增长。南京市持平。", "鼓楼区"),
    ],
)
def test_of_equal_names_the_text_tells_which(text: str, path: str) -> None:
    assert read_place("鼓楼区", text).path == path


def test_a_place_that_stood_in_the_year_makes_a_name_doubtful() -> None:
    assert read_place("江北区", "", 2024).path == "浙江省/宁波市/江北区"
    assert read_place("江北区", "", 2015).path == "江北区"
    # The province itself was parted: it is one county.
    assert read_place("丰都县", "", 1990).path == "重庆市/丰都县"


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("河北省石家庄市", "石家庄市"),
        ("重庆市", "重庆市"),
        ("河南省", "河南省"),
        ("鼓楼区", "鼓楼区"),
    ],
)
def test_the_name_of_a_place_leaves_its_province_out(phrase: str, name: str) -> None:
    assert read_place(phrase).name == name


def test_the_lists_are_whole() -> None:
    standing = [each for each in divisions.all_divisions() if each.until is None and each.code]
    paths = [each.parts for each in standing]
    assert len(paths) == len(set(paths))
    assert sum(len(each.parts) == 1 for each in standing) == 34
    # 333 prefectures and 2,847 counties, as the Ministry counts them.
    assert sum(each.holds_counties and len(each.parts) == 2 for each in standing) == 333
    assert sum(not each.code.endswith("00") for each in standing) == 2847
    codes = [each.code for each in standing]
    assert len(codes) == len(set(codes))
    assert all(len(code) == 6 and code.isdecimal() for code in codes)


def test_every_listed_place_is_read_by_its_full_name() -> None:
    for division in divisions.all_divisions():
        if division.until is None:
            assert read_place("".join(division.parts)).parts == division.parts


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("鞍山市", "鞍山"),
        ("阿里地区", "阿里"),
        ("泽县", "泽县"),
        ("吉林省", "吉林"),
        ("铁东区", "铁东"),
    ],
)
def test_the_stem_of_a_name(name: str, short: str) -> None:
    assert places.stem(name) == short
