"""`gongbao bookmarks`: the user's own bookmarks and notes to a file, or from one."""

import argparse
from contextlib import closing

from desktop_app.commands import output
from desktop_app.domain.bookmark import Bookmark
from desktop_app.domain.errors import DataError
from desktop_app.domain.messages import Message
from desktop_app.services import bookmark_files, bookmarks, places
from desktop_app.store.userdata import UserData
from desktop_app.system import language


def run(options: argparse.Namespace) -> int:
    """Write all bookmarks to the file, or take in those that the file holds."""
    # What cannot be read is said before the user's own file is touched.
    taken_in = bookmark_files.read(options.file) if options.what == "import" else ()
    with closing(places.open_user_data()) as user:
        kept = bookmarks.load(user)
        if kept.notice is not None and kept.notice.id != places.NOT_KEPT:
            output.say(kept.notice)
        if options.what == "export":
            bookmark_files.write(options.file, kept.bookmarks, language.preferred())
            count = len(kept.bookmarks)
            params: dict[str, str | int] = {"count": count, "path": str(options.file)}
            output.say(Message("bookmarks_exported", params))
        else:
            changed = _take_in(user, kept, taken_in)
            params = {"count": len(taken_in), "changed": changed}
            output.say(Message("bookmarks_imported", params))
    return 0


def _take_in(user: UserData, kept: bookmarks.Kept, taken_in: tuple[Bookmark, ...]) -> int:
    """Keep what is new and return how much that is.

    Raises:
        DataError: the user's own file cannot be written to.
    """
    if not kept.saving:
        raise DataError("user_data_unwritable", path=str(user.path or ""))
    changed = bookmarks.merged(kept.bookmarks, taken_in)
    bookmarks.save(user, changed, ())
    return len(changed)
