"""What was read of a file and what was not, as sentences: a receipt for the eye."""

from collections.abc import Iterator, Sequence

from desktop_app.domain.bulletin import Bulletin
from desktop_app.domain.messages import Message
from desktop_app.services import findings

SKIPPED_SHOWN = 20


def summary(bulletin: Bulletin) -> Message:
    """Return one sentence: how much was found, mended, doubted and left out."""
    receipt = bulletin.receipt
    return Message(
        "receipt_summary",
        {
            "chapters": len(bulletin.chapters),
            "sections": len(bulletin.sections) - len(bulletin.chapters),
            "tables": receipt.tables,
            "figures": receipt.figures,
            "doubtful": receipt.doubtful,
            "repairs": sum(receipt.repairs.values()),
            "skipped": len(receipt.skipped),
        },
    )


def lines(bulletin: Bulletin, unknown: str) -> Iterator[tuple[int, Message]]:
    """Yield the receipt line by line, each with its depth (0 or 1); `unknown` is said of gaps."""
    info, receipt = bulletin.info, bulletin.receipt
    yield 0, Message("receipt_title", {"title": info.title or unknown})
    place: dict[str, str | int] = {
        "place": info.place or unknown,
        "code": info.place_code or unknown,
    }
    yield 0, Message("receipt_place", place)
    yield 0, Message("receipt_year", {"year": info.year or unknown})
    text: dict[str, str | int] = {"format": info.format, "lines": receipt.lines}
    yield 0, Message("receipt_text", text | {"encoding": info.encoding or unknown})
    outline: dict[str, str | int] = {
        "chapters": len(bulletin.chapters),
        "sections": len(bulletin.sections) - len(bulletin.chapters),
        "passages": len(bulletin.passages),
        "tables": receipt.tables,
    }
    yield 0, Message("receipt_outline", outline)
    figures: dict[str, str | int] = {"figures": receipt.figures, "doubtful": receipt.doubtful}
    yield 0, Message("receipt_figures", figures)
    if receipt.unread:
        yield 0, Message("receipt_unread", {"unread": len(receipt.unread)})
        yield from _by_line(receipt.unread)
    yield 0, Message("receipt_repairs", {"repairs": sum(receipt.repairs.values())})
    for rule, count in receipt.repairs.items():
        yield 1, Message("receipt_rule", {"rule": rule, "count": count})
    yield 0, Message("receipt_skipped", {"skipped": len(receipt.skipped)})
    yield from _by_line(receipt.skipped)
    yield 0, Message("receipt_findings", {"findings": len(bulletin.findings)})


def _by_line(told: Sequence[tuple[int, str]]) -> Iterator[tuple[int, Message]]:
    """Yield what is told of lines, and of how many more it is not shown."""
    for line, why in told[:SKIPPED_SHOWN]:
        yield 1, Message("receipt_line", {"line": line, "why": why})
    if len(told) > SKIPPED_SHOWN:
        yield 1, Message("receipt_more", {"more": len(told) - SKIPPED_SHOWN})


def title_findings(bulletin: Bulletin, language: str) -> tuple[str, ...]:
    """Return what the audit says, in `language`, of a title that does not agree with the text."""
    return tuple(
        findings.message(one, language) for one in bulletin.findings if one.kind == "title"
    )
