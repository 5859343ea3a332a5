"""`gongbao selfcheck`: one line a check; without a display the window's are left out."""

import argparse
import json
import subprocess
from collections.abc import Iterator

from desktop_app.commands.output import sentence, words, write
from desktop_app.domain.messages import Message
from desktop_app.system import child, paths, program_files
from desktop_app.system.display import has_display

_DISPLAY_TIMEOUT_SECONDS = 60


def run(options: argparse.Namespace) -> int:
    """Write a line for each check; 0 where all passed, 1 where one did not."""
    if options.display_only:
        # Only this process, which may abort, has Qt in it.
        from desktop_app.commands import display_check

        write(f"{json.dumps(display_check.look(options.platform))}\n")
        return 0
    all_passed = True
    for passed, message in _checks(options):
        write(words("check_passed" if passed else "check_failed"))
        write(f"  {sentence(message)}\n")
        all_passed = all_passed and passed
    return 0 if all_passed else 1


def _checks(options: argparse.Namespace) -> Iterator[tuple[bool, Message]]:
    yield from _file_checks()
    try:
        # Late: a module that is missing is one of the things that are looked for.
        from desktop_app.services import policy, selfcheck
    except (ImportError, OSError) as error:
        yield False, Message("check_module_broken", {"what": str(error)})
        return
    decided = policy.current()
    for message in decided.ignored:
        yield False, message
    if decided.values:
        yield True, Message("check_policy", {"names": ", ".join(decided.values)})
    for check in (*selfcheck.modules(), *selfcheck.check(options.library)):
        yield check.passed, check.message
    if options.platform or has_display():
        yield from _display_checks(options.platform)
    else:
        yield True, Message("check_no_display")


def _file_checks() -> Iterator[tuple[bool, Message]]:
    """Compare the files of the packaged program with those that were packed."""
    program = paths.program_folder()
    if program is None:
        return
    damaged = False
    for message in program_files.damages(program):
        damaged = True
        yield False, message
    if not damaged:
        yield True, Message("check_files", {"files": program_files.count(program)})


def _display_checks(platform: str | None) -> Iterator[tuple[bool, Message]]:
    """Start Qt in a process of its own, which may abort, and tell what it says."""
    arguments = ["selfcheck", "--display-only"]
    if platform:
        arguments += ["--platform", platform]
    try:
        done = subprocess.run(
            child.command(*arguments),
            capture_output=True,
            check=True,
            timeout=_DISPLAY_TIMEOUT_SECONDS,
        )
        seen = json.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        said = getattr(error, "stderr", None) or b""
        lines = said.decode("utf-8", "replace").splitlines() or [str(error)]
        # Qt says first what is wrong; an import that fails says it last.
        what = lines[-1] if lines[0].startswith("Traceback") else lines[0]
        yield False, Message("check_qt_failed", {"what": what})
        return
    for passed, message_id, params in seen:
        yield passed, Message(message_id, params)
