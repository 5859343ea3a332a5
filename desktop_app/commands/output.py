"""The two streams of the command line: the result on stdout, sentences about it on stderr."""

import errno
import os
import sys

from desktop_app.domain.messages import Message
from desktop_app.system import language, resources


def prepare() -> None:
    """Make both streams speak UTF-8, whatever the locale, and leave line ends as written."""
    # A windowed program on Windows has no streams; another program may have put its own in place.
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors=errors, newline="")


def write(text: str) -> None:
    """Write a part of the result."""
    if sys.stdout is not None:
        sys.stdout.write(text)


def flush() -> None:
    """Hand the result on; this is where a reader that has gone is noticed."""
    if sys.stdout is not None:
        sys.stdout.flush()


def is_reader_gone(error: OSError) -> bool:
    """Whether a write failed because nobody reads the other end of the pipe any more."""
    if isinstance(error, BrokenPipeError):
        return True
    # All that Windows says of it; an error of a file would name the file.
    return os.name == "nt" and error.errno == errno.EINVAL and error.filename is None


def abandon() -> None:
    """Stop writing to a reader that has gone, so that nothing is said about it on the way out."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def say(message: Message) -> None:
    """Say one sentence on stderr, in the user's language."""
    if sys.stderr is not None:
        sys.stderr.write(f"{sentence(message)}\n")


def sentence(message: Message) -> str:
    """Return `message` in the user's language."""
    return resources.sentence(message, language.preferred())


def words(message_id: str, **params: str | int) -> str:
    """Return the sentence `message_id` in the user's language."""
    return sentence(Message(message_id, params))
