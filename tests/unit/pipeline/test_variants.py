"""Forms of characters that scans leave."""

import pytest

from desktop_app.domain.bulletin import Certainty
from tests.unit.pipeline.made_texts import read


@pytest.mark.parametrize("text", ["粮食产量5万吨，増长1.6%。", "糧食產量5萬噸，増長1.6%。"])
def test_a_growth_in_another_form_is_a_growth(text: str) -> None:
    bulletin = read(text)
    (grain,) = bulletin.figures
    assert (grain.indicator, grain.change, grain.doubtful) == ("粮食产量", "1.6", False)
    (repair,) = [one for one in bulletin.repairs if one.rule == "variant_form"]
    assert (repair.damaged, repair.certainty) == ("増", Certainty.CERTAIN)
    assert "增长" in bulletin.text.hans
    assert "増" in bulletin.text.source
