"""`gongbao inspect`: what the program understands of a file. Nothing is stored."""

import argparse
import json
from collections.abc import Iterator

from desktop_app.commands.output import sentence, words, write
from desktop_app.domain.bulletin import Bulletin
from desktop_app.services import importing, receipts


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
    for depth, message in receipts.lines(bulletin, words("receipt_unknown")):
        yield "  " * depth + sentence(message)
    for finding in bulletin.findings:
        yield f"  {finding.verdict} {finding.message}"
