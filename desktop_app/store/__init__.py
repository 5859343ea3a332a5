"""All SQL: the program library, read-only, and the user's own database."""
