"""完成率: what was done against what was due, as the audit found it."""

from PySide6.QtCore import QCoreApplication

from desktop_app.itemmodels import figure_text
from desktop_app.itemmodels.charts.model import Bar, Chart, ChartData, Tone, doubt, titled
from desktop_app.services.relations import Completion
from desktop_app.system import resources

_WHOLE = 100.0


def _tr(text: str) -> str:
    return QCoreApplication.translate("CompletionChart", text)


def completion(data: ChartData, _choice: str = "") -> Chart:
    """Return a bar for what was done of each thing that was due, in the text's order.

    The bar is the quotient of the two numbers; the printed rate stands beside it where it is
    another.
    """
    shown = {figure.id for figure in data.figures}
    found = [one for one in data.completions if shown & _ids(one)]
    title = titled(data.heading, _tr("完成率"))
    if not found:
        empty = _tr("表中没有应完成数与完成数") if data.heading else _tr("没有应完成数与完成数")
        return Chart(title, "", empty=empty)
    differs = resources.table("audit")["verdicts"]["differs"]
    disputed = sum(one.verdict == differs and one.rate is not None for one in found)
    notes = [_tr("虚线为 100%；条长为完成数除以应完成数")]
    if disputed:
        notes.append(_tr("{n} 项原文所印的完成率与两数之商不一致，见数据审核").format(n=disputed))
    return Chart(
        title=title,
        axis=_tr("完成率（%）"),
        bars=tuple(_bar(one, differs) for one in found),
        notes=tuple(notes),
        reference=_WHOLE,
    )


def _ids(one: Completion) -> set[int]:
    return {figure.id for figure in (one.done, one.due, one.rate) if figure is not None}


def _bar(one: Completion, differs: str) -> Bar:
    figure = one.rate or one.done
    computed = f"{one.share:.1f}%"
    counts = f"{one.done.value}/{one.due.value}{one.due.unit}"
    if one.done.unit != one.due.unit:
        counts = f"{one.done.value}{one.done.unit}/{one.due.value}{one.due.unit}"
    if one.rate is None:
        texts = [(_tr("计算 {share}").format(share=computed), Tone.PLAIN)]
    elif one.verdict == differs:
        printed = figure_text.percent_text(one.rate)
        texts = [
            (_tr("原文 {rate}").format(rate=printed), Tone.PLAIN),
            (_tr("两数之商 {share}").format(share=computed), Tone.WARNING),
        ]
    else:
        texts = [(figure_text.percent_text(one.rate), Tone.PLAIN)]
    texts.append((counts, Tone.QUIET))
    spoken = "，".join(text for text, _ in texts)
    name = figure_text.named(figure)
    return Bar(figure, float(one.share), name, (*texts, *doubt(figure)), Tone.PLAIN, spoken)
