"""What the program talks about: dataclasses, errors, units, text maps. No files, no SQL, no Qt."""
