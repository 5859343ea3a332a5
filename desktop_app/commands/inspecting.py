"""`gongbao inspect`: what the program understands of a file. Nothing is stored."""

import argparse
import json
from collections.abc import Iterator

from desktop_app.commands.output import words, write
from desktop_app.domain.bulletin import Bulletin
from desktop_app.services import importing

_SKIPPED_SHOWN = 20


def run(options: argparse.Namespace) -> int:
    """Write what was understood: all of it as JSON, or a receipt to read."""
    inspected = importing.inspect(options.file)
    if options.json:
        write(f"{json.dumps(importing.as_json(inspected), ensure_ascii=False)}\n")
        return 0
    receipts = ["".join(f"{line}\n" for line in receipt_lines(one)) for one in inspected.bulletins]
    write("\n".join(receipts))
    return 0


def receipt_lines(bulletin: Bulletin) -> Iterator[str]:
    """Yield what was read of a bulletin and what was not, line by line, to be read by people."""
    info, receipt = bulletin.info, bulletin.receipt
    nothing = words("receipt_unknown")
    yield words("receipt_title", title=info.title or nothing)
    yield words("receipt_place", place=info.place or nothing, code=info.place_code or nothing)
    yield words("receipt_year", year=info.year or nothing)
    yield words("receipt_text", format=info.format, encoding=info.encoding, lines=receipt.lines)
    yield words(
        "receipt_outline",
        chapters=len(bulletin.chapters),
        sections=len(bulletin.sections) - len(bulletin.chapters),
        passages=len(bulletin.passages),
        tables=receipt.tables,
    )
    yield words("receipt_figures", figures=receipt.figures, doubtful=receipt.doubtful)
    yield words("receipt_repairs", repairs=sum(receipt.repairs.values()))
    for rule, count in receipt.repairs.items():
        yield f"  {rule} {count}"
    yield words("receipt_skipped", skipped=len(receipt.skipped))
    for line, why in receipt.skipped[:_SKIPPED_SHOWN]:
        yield "  " + words("receipt_line", line=line, why=why)
    if len(receipt.skipped) > _SKIPPED_SHOWN:
        yield "  " + words("receipt_more", more=len(receipt.skipped) - _SKIPPED_SHOWN)
    yield words("receipt_findings", findings=len(bulletin.findings))
    for finding in bulletin.findings:
        yield f"  {finding.verdict} {finding.message}"
