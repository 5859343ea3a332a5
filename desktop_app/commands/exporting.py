"""`gongbao export`: figures, text, hits or findings in a file of the format asked for."""

import argparse
from typing import NoReturn

from desktop_app.commands import output
from desktop_app.domain.bulletin import Script
from desktop_app.domain.exported import Format, What, formats_of
from desktop_app.domain.messages import Message
from desktop_app.printing import saving
from desktop_app.services import exports, policy
from desktop_app.services.exports import Content
from desktop_app.services.library import open_library
from desktop_app.services.tables import Manner
from desktop_app.store.library import Library
from desktop_app.system import language


def _check(options: argparse.Namespace) -> None:
    """See that the options go together; `format` is what the name of the file says, if not given.

    Raises:
        SystemExit: 2 after saying what is wrong.
    """
    suffix = options.out.suffix.removeprefix(".").lower()
    if options.format is None:
        options.format = {"htm": "html"}.get(suffix, suffix)
        if options.format not in set(Format):
            _refuse(Message("usage_export_format", {"path": str(options.out)}))
    what, query = What(options.what), " ".join(options.query)
    if what is What.SEARCH and not query.strip():
        _refuse(Message("usage_export_query"))
    if what is not What.SEARCH and query:
        _refuse(Message("usage_export_no_query", {"query": query}))
    if what is What.SEARCH and options.bulletin:
        _refuse(Message("usage_export_filter"))
    if options.format not in formats_of(what):
        _refuse(Message("usage_export_text", {"format": options.format}))


def _refuse(message: Message) -> NoReturn:
    output.say(message)
    raise SystemExit(2)


def run(options: argparse.Namespace) -> int:
    """Write the file; nothing is written to stdout."""
    _check(options)
    policy.current().require_export()
    manner = Manner.of(language.preferred(), Script(options.script))
    form = Format(options.format)
    with open_library(options.library) as library:
        content = _content(library, options)
    if form is Format.PDF:
        from desktop_app.printing import pdf

        # Kept until the file is written: Qt goes with it.
        application = pdf.ensure_application()
        saving.save(content, form, options.out, manner)
        del application
    else:
        saving.save(content, form, options.out, manner)
    return 0


def _content(library: Library, options: argparse.Namespace) -> Content:
    what = What(options.what)
    if what is What.TEXT:
        return exports.text_of(library, options.bulletin, options.chapter)
    if what is What.SEARCH:
        return exports.hits_of(library, " ".join(options.query), chapter=options.chapter)
    if what is What.FINDINGS:
        return exports.findings_of(library, options.bulletin, options.chapter)
    return exports.figures_of(library, options.bulletin, options.chapter)
