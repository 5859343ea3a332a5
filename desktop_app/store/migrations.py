"""How the user's own database became what it is, step by step. Steps are added, never changed."""

from typing import NamedTuple


class Migration(NamedTuple):
    """The statements that lead from one `user_version` to the next."""

    name: str
    statements: tuple[str, ...]


MIGRATIONS = (
    Migration(
        "places, search history and bookmarks",
        (
            # A document key names a bulletin across libraries; offsets are into its source text.
            """
            CREATE TABLE place (
                document_key TEXT NOT NULL PRIMARY KEY,
                source_offset INTEGER NOT NULL,
                script TEXT NOT NULL
            )
            """,
            """
            CREATE TABLE search_history (
                id INTEGER PRIMARY KEY,
                text TEXT NOT NULL UNIQUE
            )
            """,
            """
            CREATE TABLE bookmark (
                id INTEGER PRIMARY KEY,
                document_key TEXT NOT NULL,
                source_start INTEGER NOT NULL,
                source_end INTEGER NOT NULL,
                note TEXT NOT NULL DEFAULT ''
            )
            """,
            "CREATE INDEX bookmark_of_document ON bookmark (document_key, source_start)",
        ),
    ),
    Migration(
        "saved searches",
        (
            # The order of saving is the order of ids.
            """
            CREATE TABLE saved_search (
                id INTEGER PRIMARY KEY,
                text TEXT NOT NULL UNIQUE
            )
            """,
        ),
    ),
    Migration(
        "bookmarks that find their place again",
        (
            # Ids become texts of their own, so that a bookmark is the same one in every file it is
            # exported to.
            "DROP INDEX bookmark_of_document",
            "ALTER TABLE bookmark RENAME TO bookmark_before",
            """
            CREATE TABLE bookmark (
                id TEXT NOT NULL PRIMARY KEY,
                document_key TEXT NOT NULL,
                source_start INTEGER NOT NULL,
                source_end INTEGER NOT NULL,
                quote TEXT NOT NULL DEFAULT '',
                sha256 TEXT NOT NULL DEFAULT '',
                title TEXT NOT NULL DEFAULT '',
                chapter TEXT NOT NULL DEFAULT '',
                before TEXT NOT NULL DEFAULT '',
                after TEXT NOT NULL DEFAULT '',
                indicator TEXT NOT NULL DEFAULT '',
                note TEXT NOT NULL DEFAULT '',
                created TEXT NOT NULL DEFAULT '',
                changed TEXT NOT NULL DEFAULT ''
            )
            """,
            """
            INSERT INTO bookmark (id, document_key, source_start, source_end, note)
            SELECT lower(hex(randomblob(16))), document_key, source_start, source_end, note
              FROM bookmark_before
            """,
            "DROP TABLE bookmark_before",
            "CREATE INDEX bookmark_of_document ON bookmark (document_key, source_start)",
        ),
    ),
)
