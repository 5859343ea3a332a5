"""Both scripts of a reading text: of one length, and names as they are written."""

import re

import pytest

from desktop_app.pipeline.repair import repair
from desktop_app.pipeline.repair.scripts import to_simplified
from desktop_app.pipeline.traditional import to_traditional
from desktop_app.system import paths


@pytest.mark.parametrize(
    ("source", "hans", "hant"),
    [
        ("已征收房屋,計劃後續推進", "已征收房屋，计划后续推进", "已徵收房屋，計劃後續推進"),
        ("著力推進,著作权", "着力推进，著作权", "著力推進，著作權"),
        ("圍繞著民生,隨著", "围绕着民生，随着", "圍繞著民生，隨著"),
        ("境内有著名景区", "境内有著名景区", "境內有著名景區"),
        ("居住類和衣著類價格漲幅顯著", "居住类和衣着类价格涨幅显著", "居住類和衣著類價格漲幅顯著"),
        ("显著落后于全省", "显著落后于全省", "顯著落後於全省"),
        ("plain", "plain", "plain"),
    ],
)
def test_scripts_are_of_one_length(source: str, hans: str, hant: str) -> None:
    text, _ = repair(source)
    assert (text.hans, text.hant) == (hans, hant)


@pytest.mark.parametrize(
    ("source", "hans", "hant"),
    [
        ("乾县粮食生产，气候干旱", "乾县粮食生产，气候干旱", "乾縣糧食生產，氣候乾旱"),
        ("陝西省咸陽市乾縣，氣候乾旱", "陕西省咸阳市乾县，气候干旱", "陝西省咸陽市乾縣，氣候乾旱"),
        ("乾安油田的骨干企业", "乾安油田的骨干企业", "乾安油田的骨幹企業"),
        ("乾豐飲水工程，潔淨乾燥", "乾丰饮水工程，洁净干燥", "乾豐飲水工程，潔淨乾燥"),
        ("新建乾渡大桥，葡萄乾产量增长", "新建乾渡大桥，葡萄干产量增长", None),
        ("清乾隆年间所建", "清乾隆年间所建", "清乾隆年間所建"),
        ("於潜镇位於西部，由於降水", "於潜镇位于西部，由于降水", "於潛鎮位於西部，由於降水"),
        ("臨安於潛鎮，由於降水", "临安於潜镇，由于降水", "臨安於潛鎮，由於降水"),
        ("征集宫商角徵羽", "征集宫商角徵羽", "徵集宮商角徵羽"),
        ("特徵明顯，徵收完成", "特征明显，征收完成", "特徵明顯，徵收完成"),
        ("旭昇公司产值上升", "旭昇公司产值上升", "旭昇公司產值上升"),
        ("蒜薹产量，青苔清理", "蒜薹产量，青苔清理", "蒜薹產量，青苔清理"),
        ("給予慰藉，藉此機會", "给予慰藉，借此机会", "給予慰藉，藉此機會"),
        ("設立瞭望塔，瞭解情況", "设立瞭望塔，了解情况", "設立瞭望塔，瞭解情況"),
        ("濬縣疏濬河道", "浚县疏浚河道", None),
        ("覆盖率，答覆代表建议", "覆盖率，答复代表建议", None),
    ],
)
def test_characters_that_simplified_has_too(source: str, hans: str, hant: str | None) -> None:
    text, _ = repair(source)
    assert text.hans == hans
    assert hant is None or text.hant == hant


def test_names_of_divisions_are_simplified_already() -> None:
    table = (paths.resources() / "divisions.toml").read_text(encoding="utf-8")
    names = "\n".join(sorted(set(re.findall(r"[\u3400-\u9fff]{2,}", table))))
    assert names.count("\n") > 3000
    assert to_simplified(names) == names
    assert to_simplified(to_traditional(names)) == names


@pytest.mark.parametrize(
    ("hans", "hant"),
    [
        ("新干县", "新干縣"),
        ("江干区", "江干區"),
        ("余干县", "餘干縣"),
        ("范县", "范縣"),
        ("创建示范县", "創建示範縣"),
        ("沈河区", "瀋河區"),
        ("湖里区和道里区", "湖里區和道里區"),
        ("规范县乡管理", "規範縣鄉管理"),
        ("台州市", "台州市"),
        ("谷城县", "穀城縣"),
    ],
)
def test_names_in_traditional_characters(hans: str, hant: str) -> None:
    assert to_traditional(hans) == hant
