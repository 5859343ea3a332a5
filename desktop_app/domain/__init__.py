"""What the program talks about: frozen dataclasses, errors, units, text maps. No files, no SQL, no Qt."""
