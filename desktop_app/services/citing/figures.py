"""One figure as it is copied: its value or its growth, bare, with unit, in words."""

import re

from desktop_app.domain.bulletin import Bulletin, Figure, Kind, Script
from desktop_app.services import comparing, scripts
from desktop_app.services.citing.words import in_script, marked, one_line, reading, words
from desktop_app.system import resources

_DIGITS = re.compile(
    r"[-+]?[0-9０-９](?:[0-9０-９.,．，:∶]| (?=[0-9]{3}))*(?:[-–—~～至][0-9０-９.,．，]+)?"
)


def value_with_unit(figure: Figure, bulletin: Bulletin, script: Script = Script.HANS) -> str:
    """Return number and unit as printed, in `script`: `7.8亿元`, or `7.8億元`.

    A number of a table gets the unit that its column or row states.
    """
    return marked(figure, value(figure, bulletin, script), script)


def value(figure: Figure, bulletin: Bulletin, script: Script) -> str:
    """Return number and unit without the warning of a doubtful one."""
    printed = one_line(bulletin.text.of(script, figure.read_start, figure.read_end))
    return _completed(printed, figure.unit, scripts.of_words(bulletin, script))


def bare_value(figure: Figure, script: Script = Script.HANS) -> str:
    """Return the number without its unit: `7.8`; both ends of a range: `70-80`."""
    return marked(figure, number(figure), script)


def number(figure: Figure) -> str:
    """Return the number in ASCII, or both ends of a range, without a warning."""
    return f"{figure.value}-{figure.value_high}" if figure.value_high else figure.value


def approximate(figure: Figure, text: str, script: Script) -> str:
    """Return `text` with the printed word of approximation (约, 余), where it lacks it."""
    return _approximate(figure.approx, text, script)


def _approximate(approx: str, text: str, script: Script) -> str:
    word = in_script(approx, script)
    if not word or word in text:
        return text
    before = approx in resources.table("comparison")["before"]
    return f"{word}{text}" if before else f"{text}{word}"


def states_growth(figure: Figure) -> bool:
    """Whether the growth of a figure is printed as a number apart from its own."""
    stated = figure.change_read_start, figure.change_read_end
    return stated[0] < stated[1] and stated != (figure.read_start, figure.read_end)


def growth_with_unit(figure: Figure, bulletin: Bulletin, script: Script = Script.HANS) -> str:
    """Return the growth as printed where it is printed apart: `28.1%`; else the value."""
    if not states_growth(figure):
        return value_with_unit(figure, bulletin, script)
    stated = figure.change_read_start, figure.change_read_end
    printed = one_line(bulletin.text.of(script, *stated))
    unit = reading()["measures"].get(figure.change_unit, figure.change_unit)
    of_unit = scripts.of_words(bulletin, script)
    return marked(figure, _completed(printed, unit, of_unit), script)


def bare_growth(figure: Figure, bulletin: Bulletin, script: Script = Script.HANS) -> str:
    """Return the number of the printed growth: `28.1`, signed only where it is in print."""
    if not states_growth(figure):
        return bare_value(figure, script)
    stated = figure.change_read_start, figure.change_read_end
    printed = one_line(bulletin.text.of(Script.HANS, *stated))
    minus = printed.startswith("-")
    return marked(figure, figure.change if minus else figure.change.lstrip("+-"), script)


def growth_in_words(figure: Figure, script: Script = Script.HANS) -> str:
    """Return the growth with its direction in words: `下降28.1%`; empty where there is none.

    The mean growth of several years says that it is one: `年均增长8.5%`.

    The verbs are those of statistical bulletins: shares rise by 百分点 (提高), prices by % (上涨).
    """
    if not figure.change:
        return ""
    said = words(script)
    if figure.change == "0":
        same: str = said["sentence"]["same"]
        return same
    verbs, unit = said["verbs"], figure.change_unit
    kind = unit if unit in verbs else "amounts"
    if unit == "%" and re.search(reading()["prices"], figure.indicator):
        kind = "prices"
    verb = verbs[kind][figure.change.startswith("-")]
    mean = in_script(figure.compared_with, script) if comparing.is_mean(figure) else ""
    return f"{mean}{verb}{_near(figure, script)}"


def _near(figure: Figure, script: Script) -> str:
    """Return the amount of a growth as bulletins say it: 近20%, 1倍多, 3个多百分点."""
    amount, word, unit = figure.change.lstrip("+-"), figure.change_approx, figure.change_unit
    measure = reading()["measures"].get(unit, unit)
    if measure != unit and word in resources.table("comparison")["inside"]:
        return amount + in_script(measure.replace(unit, word + unit), script)
    return _approximate(word, amount + in_script(measure, script), script)


def is_rate_only(figure: Figure) -> bool:
    """Whether the figure is a growth and nothing else."""
    return figure.kind is Kind.CHANGE_RATE


def _completed(printed: str, unit: str, script: Script) -> str:
    """Return a printed number with what of its unit is printed elsewhere: a column's, a 百分点."""
    match = _DIGITS.match(printed)
    whole = in_script(unit, script)
    tail = printed[match.end() :].strip() if match else printed
    if match is None or not whole.startswith(tail):
        return printed
    return printed + whole[len(tail) :]
