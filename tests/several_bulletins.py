"""Small bulletins of three years and three places, one of them with a revised figure."""

from desktop_app.domain.bulletin import Bulletin, SourceText
from desktop_app.pipeline.understanding import understand

_PLACES = {"清河县": "120", "白山县": "95", "黑水县": "210"}
_GROWTH = {2021: "5.1", 2022: "-2.0", 2023: "4.0"}


def text_of(place: str, year: int) -> str:
    """Return a bulletin of a chapter with two indicators, and of 2023 with a revision of 2022."""
    output = float(_PLACES[place]) + 10 * (year - 2021)
    growth = _GROWTH[year]
    verb = "下降" if growth.startswith("-") else "增长"
    lines = [
        f"{place}{year}年国民经济和社会发展统计公报",
        "一、综合",
        f"初步核算，{year}年全县地区生产总值{output:.1f}亿元，按可比价格计算，"
        f"比上年{verb}{growth.lstrip('-')}%。",
        f"{year}年，社会消费品零售总额{output / 2:.1f}亿元，比上年增长3.0%。",
    ]
    if (place, year) == ("清河县", 2023):
        lines.append("经最终核实，2022年全县地区生产总值131.5亿元。")
    return "\n".join(lines)


def several(years: tuple[int, ...] = (2021, 2022, 2023)) -> list[Bulletin]:
    """Return the bulletins, as the pipeline understands them."""
    made: list[Bulletin] = []
    for place in _PLACES:
        for year in years:
            text = text_of(place, year)
            source = SourceText(text, "txt", "utf-8", f"{place}{year}", f"{place}{year}")
            made += understand(source, None)
    return made
