"""`gongbao figures`: the figures of the library, or of one chapter, in the format asked for."""

import argparse
from functools import partial

from desktop_app.commands import output
from desktop_app.services import csv_file, exporting, policy, tables
from desktop_app.services.library import open_library
from desktop_app.services.tables import Manner
from desktop_app.system import files, language


def run(options: argparse.Namespace) -> int:
    """Write the figures to stdout, or to the file asked for."""
    if options.out is not None:
        policy.current().require_export()
    with open_library(options.library) as library:
        chosen = exporting.choose(library, options.chapter)
    spoken = language.preferred()
    if options.format == "xlsx":
        # Imported here: no other command needs it, and every start would pay for it.
        from desktop_app.services import workbook

        table = tables.of_figures(chosen, Manner(spoken))
        files.write_whole(options.out, partial(workbook.write_xlsx, table, language=spoken))
        return 0
    if options.format == "csv":
        text = csv_file.as_csv(tables.of_figures(chosen, Manner(spoken)), with_notes=False)
    elif options.format == "json":
        text = f"{exporting.as_json(chosen)}\n"
    else:
        text = exporting.as_table(chosen, spoken)
    if options.out is None:
        output.write(text)
    else:
        files.write_bytes(options.out, text.encode())
    return 0
