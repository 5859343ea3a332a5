"""The arguments of every command, with help and errors in the user's language."""

import argparse
import re
import sys
import unicodedata
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn

from desktop_app import __version__
from desktop_app.commands import output
from desktop_app.commands.output import words
from desktop_app.domain.bulletin import Script
from desktop_app.domain.exported import Format, What
from desktop_app.domain.messages import Message

DEFAULT_LIMIT = 50
FORMATS = ("table", "csv", "json", "xlsx")
SORTS = ("best", "place")
_INNER = "read-file"
"""How a window starts the program to read a file: no help and no message names it."""

# What argparse says, and which sentence of ours says it.
_ERRORS = (
    (re.compile(r"the following arguments are required: (?P<names>.+)"), "usage_missing"),
    (re.compile(r"unrecognized arguments: (?P<names>.+)"), "usage_unknown"),
    (re.compile(r"argument (?P<name>.+?): expected .*"), "usage_no_value"),
    (
        re.compile(
            r"argument (?P<name>.+?): invalid choice: (?P<value>.+?)"
            r" \(choose from (?P<choices>.+)\)"
        ),
        "usage_choice",
    ),
    (re.compile(r"argument (?P<name>.+?): (?P<why>.+)"), "usage_value"),
)

# What an option of a search takes stands behind it; every other argument is a word.
_SEARCH_VALUES = {"--limit", "--script", "--sort", "--library"}
_COLUMNS = re.compile(r"^(?P<name> {2,}\S(?:.*?\S)?)(?P<gap> {2,})(?=\S)", re.MULTILINE)
_LONG_OPTION = re.compile(r"--[a-zA-Z]")


class _Formatter(argparse.HelpFormatter):
    """Help in the user's language, in columns also where a character is as wide as two."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(
            usage, actions, groups, words("help_usage") if prefix is None else prefix
        )

    def format_help(self) -> str:
        return _COLUMNS.sub(_in_columns, super().format_help())


def _in_columns(row: re.Match[str]) -> str:
    """Return a row of the help with as many blanks fewer as its first column has wide signs."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in row["name"])
    return row["name"] + " " * max(len(row["gap"]) - wide, 2)


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one sentence of the user's language."""

    def __init__(self, **values: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Formatter, **values)
        self.values = self.add_argument_group(words("help_values"))
        self.switches = self.add_argument_group(words("help_options"))
        self.switches.add_argument("-h", "--help", action="help", help=words("help_help"))

    def error(self, message: str) -> NoReturn:
        output.say(_usage_message(message, self.prog))
        self.exit(2)


def _usage_message(said: str, prog: str) -> Message:
    for pattern, message_id in _ERRORS:
        found = pattern.fullmatch(said)
        if found:
            said_of = {
                name: value.replace(f", {_INNER!r}", "").replace(f"{_INNER!r}, ", "")
                for name, value in found.groupdict().items()
            }
            return Message(message_id, {"prog": prog, **said_of})
    return Message("usage_wrong", {"prog": prog})


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the options of a command line; `command` is `open` where none is named.

    Raises:
        SystemExit: 0 after help or the version, 2 after saying what is wrong.
    """
    given = sys.argv[1:] if arguments is None else arguments
    options = _parser().parse_args(_with_query_behind(given))
    if options.command is None:
        options.command, options.file, options.new_window = "open", None, False
    if options.command == "figures" and options.format == "xlsx" and options.out is None:
        output.say(Message("usage_xlsx_needs_out"))
        raise SystemExit(2)
    if options.command == "search" and not "".join(options.query).strip():
        output.say(Message("usage_empty_query"))
        raise SystemExit(2)
    return options


def _with_query_behind(arguments: Sequence[str]) -> list[str]:
    """Return the arguments of a search with its words behind `--`.

    A word may begin with a minus (-词, -28.1), which argparse takes for an option. Two minuses and
    a Latin letter are an option still, so that a mistyped one is told.
    """
    before, words_begin = _to_command(arguments)
    if words_begin is None:
        return list(arguments)
    options: list[str] = []
    query: list[str] = []
    rest = iter(arguments[words_begin:])
    for argument in rest:
        if argument == "--":
            query += rest
        elif argument in _SEARCH_VALUES:
            options += [argument, *islice(rest, 1)]
        elif argument == "-h" or _LONG_OPTION.match(argument):
            options.append(argument)
        else:
            query.append(argument)
    return [*before, *options, *(["--", *query] if query else [])]


def _to_command(arguments: Sequence[str]) -> tuple[Sequence[str], int | None]:
    """Return the arguments up to `search`, and where those behind it begin; None without one."""
    at = 0
    while at < len(arguments) and arguments[at].startswith("-"):
        at += 2 if arguments[at] == "--library" else 1
    if arguments[at : at + 1] != ["search"]:
        return arguments, None
    return arguments[: at + 1], at + 1


def _parser() -> _Parser:
    parser = _Parser(prog="gongbao", description=words("help_gongbao"))
    parser.switches.add_argument(
        "--version", action="version", version=f"gongbao {__version__}", help=words("help_version")
    )
    parser.switches.add_argument(
        "--library",
        type=Path,
        default=None,
        metavar=words("name_file"),
        help=words("help_library"),
    )
    commands = parser.add_subparsers(
        dest="command",
        title=words("help_commands"),
        metavar=words("name_command"),
        parser_class=_Parser,
    )

    def add(name: str) -> _Parser:
        text = words(f"help_{name}")
        command: _Parser = commands.add_parser(name, help=text, description=text)
        # Also after the command; where it is not given there, what stood before it holds.
        command.switches.add_argument(
            "--library",
            type=Path,
            default=argparse.SUPPRESS,
            metavar=words("name_file"),
            help=words("help_library"),
        )
        return command

    for name, fill in _COMMANDS.items():
        fill(add(name))
    inner = commands.add_parser(_INNER)
    inner.add_argument("file", type=Path)
    inner.add_argument("--into", type=Path, required=True)
    return parser


def _fill_open(command: _Parser) -> None:
    command.values.add_argument(
        "file", nargs="?", type=Path, metavar=words("name_file"), help=words("help_open_file")
    )
    command.switches.add_argument(
        "--new-window", action="store_true", help=words("help_new_window")
    )


def _fill_build(command: _Parser) -> None:
    command.switches.add_argument(
        "--data", type=Path, metavar=words("name_folder"), help=words("help_build_data")
    )
    command.switches.add_argument(
        "--out", type=Path, metavar=words("name_file"), help=words("help_build_out")
    )


def _fill_inspect(command: _Parser) -> None:
    command.values.add_argument(
        "file", type=Path, metavar=words("name_file"), help=words("help_inspect_file")
    )
    command.switches.add_argument("--json", action="store_true", help=words("help_json"))


def _fill_search(command: _Parser) -> None:
    command.values.add_argument(
        "query", nargs="+", metavar=words("name_query"), help=words("help_search_query")
    )
    command.switches.add_argument("--json", action="store_true", help=words("help_json"))
    command.switches.add_argument(
        "--limit",
        type=_count,
        default=DEFAULT_LIMIT,
        metavar=words("name_count"),
        help=words("help_search_limit", limit=DEFAULT_LIMIT),
    )
    command.switches.add_argument(
        "--sort", choices=SORTS, default=SORTS[0], help=words("help_search_sort")
    )
    command.switches.add_argument(
        "--no-synonyms",
        dest="synonyms",
        action="store_false",
        help=words("help_search_no_synonyms"),
    )
    command.switches.add_argument(
        "--explain", action="store_true", help=words("help_search_explain")
    )
    command.switches.add_argument(
        "--script",
        choices=[script.value for script in Script],
        default=Script.HANS.value,
        help=words("help_search_script"),
    )


def _fill_figures(command: _Parser) -> None:
    command.switches.add_argument(
        "--chapter", default="", metavar="一", help=words("help_figures_chapter")
    )
    command.switches.add_argument(
        "--format", choices=FORMATS, default=FORMATS[0], help=words("help_figures_format")
    )
    command.switches.add_argument(
        "--out", type=Path, metavar=words("name_file"), help=words("help_figures_out")
    )


def _fill_export(command: _Parser) -> None:
    command.values.add_argument(
        "query", nargs="*", metavar=words("name_query"), help=words("help_export_query")
    )
    command.switches.add_argument(
        "--what",
        choices=[what.value for what in What],
        default=What.FIGURES.value,
        help=words("help_export_what"),
    )
    command.switches.add_argument(
        "--format",
        choices=[form.value for form in Format],
        default=None,
        help=words("help_export_format"),
    )
    command.switches.add_argument(
        "--bulletin", default="", metavar="2022", help=words("help_export_bulletin")
    )
    command.switches.add_argument(
        "--chapter", default="", metavar="一", help=words("help_figures_chapter")
    )
    command.switches.add_argument(
        "--script",
        choices=[script.value for script in Script],
        default=Script.HANS.value,
        help=words("help_export_script"),
    )
    command.switches.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar=words("name_file"),
        help=words("help_export_out"),
    )


def _fill_selfcheck(command: _Parser) -> None:
    command.switches.add_argument(
        "--platform", metavar="NAME", help=words("help_selfcheck_platform")
    )
    # How the check of the display starts itself, so that a Qt that aborts takes nothing with it.
    command.switches.add_argument("--display-only", action="store_true", help=argparse.SUPPRESS)


def _fill_bookmarks(command: _Parser) -> None:
    command.values.add_argument(
        "what",
        choices=("export", "import"),
        metavar=words("name_bookmarks_what"),
        help=words("help_bookmarks_what"),
    )
    command.values.add_argument(
        "file", type=Path, metavar=words("name_file"), help=words("help_bookmarks_file")
    )


_COMMANDS: dict[str, Callable[[_Parser], None]] = {
    "open": _fill_open,
    "build": _fill_build,
    "inspect": _fill_inspect,
    "search": _fill_search,
    "figures": _fill_figures,
    "export": _fill_export,
    "selfcheck": _fill_selfcheck,
    "bookmarks": _fill_bookmarks,
}


def _count(text: str) -> int:
    """Return `text` as a number that counts something."""
    try:
        number = int(text)
    except ValueError:
        number = -1
    if number < 0:
        raise argparse.ArgumentTypeError(words("usage_no_count", value=text))
    return number
